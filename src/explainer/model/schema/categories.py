"""What a word of a closed vocabulary counts as.

Each question names every word and ends in ``assert_never``: a new word of `vocabularies`
is a fault that mypy finds at each place that must first decide on it, and never falls in with
what was meant for another word.
"""

from __future__ import annotations

from typing import assert_never

from explainer.model.schema.vocabularies import (
    Action,
    Design,
    Direction,
    EffectMeasure,
    Evidence,
    Interval,
    Lens,
    Perturbation,
    Relation,
    Voice,
)


def voices_of(lens: Lens) -> tuple[Voice, ...]:
    """Whose rows a lens lets through, in the order in which they speak."""
    match lens:
        case "both":
            return ("pharmacology", "article")
        case "article":
            return ("article",)
        case "pharmacology":
            return ("pharmacology",)
        case _:
            assert_never(lens)


def measured_people(evidence: Evidence) -> bool | None:
    """Whether such a study measured people; ``None`` where its population has to say so."""
    match evidence:
        case (
            "human randomised trial"
            | "human observational"
            | "human imaging"
            | "human laboratory"
            | "human genetics"
            | "trial registry"
        ):
            return True
        case (
            "meta-analysis" | "review" | "regulator" | "classification or label"
            | "meeting abstract"
        ):  # fmt: skip
            return None
        case "animal" | "in vitro" | "news":
            return False
        case _:
            assert_never(evidence)


def is_association(evidence: Evidence) -> bool:
    """Whether such a study can only tell what went with what."""
    match evidence:
        case "human observational" | "human imaging" | "human genetics":
            return True
        case (
            "human randomised trial"
            | "human laboratory"
            | "meta-analysis"
            | "trial registry"
            | "animal"
            | "in vitro"
            | "review"
            | "classification or label"
            | "regulator"
            | "meeting abstract"
            | "news"
        ):
            return False
        case _:
            assert_never(evidence)


def is_told_by_others(evidence: Evidence) -> bool:
    """Whether it is word of studies, at second hand, and no study of its own."""
    match evidence:
        case "review" | "regulator" | "classification or label" | "news":
            return True
        case (
            "human randomised trial"
            | "human observational"
            | "human imaging"
            | "human laboratory"
            | "human genetics"
            | "meta-analysis"
            | "trial registry"
            | "meeting abstract"
            | "animal"
            | "in vitro"
        ):
            return False
        case _:
            assert_never(evidence)


def goes_a_way(direction: Direction) -> bool:
    """Whether a direction says anything that a row could agree with."""
    match direction:
        case "improves" | "worsens" | "mixed" | "no difference":
            return True
        case "not known":
            return False
        case _:
            assert_never(direction)


def is_acting(perturbation: Perturbation) -> bool:
    """Whether what was done is what a medicine does when it is taken, or when it is stopped."""
    match perturbation:
        case "activated" | "given" | "taken" | "stopped":
            return True
        case "blocked" | "absent" | "present" | "measured":
            return False
        case _:
            assert_never(perturbation)


def gives_something(perturbation: Perturbation) -> bool:
    """Whether a molecule was given, or stopped, that may get into the brain or stay out of it."""
    match perturbation:
        case "activated" | "blocked" | "given" | "taken" | "stopped":
            return True
        case "absent" | "present" | "measured":
            return False
        case _:
            assert_never(perturbation)


def changes_something(perturbation: Perturbation) -> bool:
    """Whether anything was done that can last; a condition or a measurement only is."""
    match perturbation:
        case "activated" | "blocked" | "given" | "taken" | "stopped" | "absent":
            return True
        case "present" | "measured":
            return False
        case _:
            assert_never(perturbation)


def binds_nothing(action: Action) -> bool:
    """Whether a source found nothing there, so that a value can only be where it stopped."""
    match action:
        case "no measurable affinity" | "no activity":
            return True
        case (
            "full agonist"
            | "agonist"
            | "biased agonist"
            | "partial agonist"
            | "antagonist"
            | "inverse agonist"
            | "positive allosteric modulator"
            | "neutral allosteric modulator"
            | "binds"
        ):
            return False
        case _:
            assert_never(action)


def bound_of(relation: Relation) -> str:
    """Say that a value is a bound, before its number; empty where it is the value itself."""
    match relation:
        case "=":
            return ""
        case "<":
            return "below "
        case ">":
            return "above "
        case _:
            assert_never(relation)


def no_effect_of(measure: EffectMeasure) -> float | None:
    """The estimate at which nothing differs; ``None`` where the number compares nothing."""
    match measure:
        case "risk ratio" | "odds ratio" | "hazard ratio" | "incidence rate ratio":
            return 1.0
        case (
            "mean difference" | "standardised mean difference" | "risk difference" | "correlation"
        ):  # fmt: skip
            return 0.0
        case "people with the outcome" | "share with the outcome" | "rate" | "other":
            return None
        case _:
            assert_never(measure)


def is_range_of_estimate(interval: Interval) -> bool:
    """Whether such an interval says how far off the estimate may be."""
    match interval:
        case (
            "95 % confidence"
            | "90 % confidence"
            | "99 % confidence"
            | "95 % credible"
            | "kind not said"
        ):
            return True
        case "standard error" | "standard deviation":
            return False
        case _:
            assert_never(interval)


def shares_out(design: Design) -> bool | None:
    """Whether such a study gives something out; ``None`` where its sources have to say so."""
    match design:
        case "parallel" | "crossover":
            return True
        case "cohort" | "case-control" | "cross-sectional":
            return False
        case "single group" | "meta-analysis" | "other":
            return None
        case _:
            assert_never(design)
