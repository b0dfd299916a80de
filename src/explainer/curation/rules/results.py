"""Rules of results: numbers in order, blanks explained, and findings held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem, shown
from explainer.model.evidence import is_on_people, is_told_of_people
from explainer.model.schema import Effect, Result
from explainer.model.schema.categories import (
    goes_a_way,
    is_association,
    is_range_of_estimate,
    is_told_by_others,
    no_effect_of,
    shares_out,
)
from explainer.model.schema.vocabularies import Direction, EffectMeasure
from explainer.model.system import System

_CHANCE = 0.05  # the usual line; how far it leads is for a reader of the source to say
_HUNDRED = 100
_SPANS: Mapping[EffectMeasure, tuple[float, float]] = {
    **dict.fromkeys(
        ("risk ratio", "odds ratio", "hazard ratio", "incidence rate ratio"), (0, 1_000)
    ),
    "correlation": (-1, 1),
    "share with the outcome": (0, _HUNDRED),
    "people with the outcome": (0, 1e8),
    "rate": (0, 1e8),
    "risk difference": (-_HUNDRED, _HUNDRED),
    "standardised mean difference": (-20, 20),  # further apart lie no two groups of people
}


def results_are_on_people(system: System) -> Iterator[Problem]:
    """A result belongs to a finding on people."""
    for row in system.results.values():
        effect = system.effects[row.effect]
        if not is_told_of_people(effect):
            fault = f"{row.effect!r} is {effect.evidence!r}, and its population names no people"
            way_out = "name the finding on people whose numbers these are"
            yield problem(system, row, "effect", fault, way_out)


def studies_of_people_have_results(system: System) -> Iterator[Problem]:
    """A study of people has its numbers, or says why there are none; word of studies need not."""
    counted = {row.effect for row in system.results.values()}
    for effect in system.effects.values():
        is_study = is_on_people(effect) and not is_told_by_others(effect.evidence)
        if is_study and effect.id not in counted:
            fault = f"{effect.evidence!r} without a row in results.csv"
            way_out = "add a result with its numbers, or one whose blank_because says why none"
            yield problem(system, effect, "evidence", fault, way_out)


def designs_are_those_of_the_evidence(system: System) -> Iterator[Problem]:
    """A trial gives something out, an association is of studies that do not, and both say so."""
    for row in system.results.values():
        evidence = system.effects[row.effect].evidence
        given_out = None if row.design is None else shares_out(row.design)
        is_trial = evidence == "human randomised trial"
        if (is_trial and given_out is False) or (is_association(evidence) and given_out):
            fault = f"{row.design!r} for {evidence!r}"
            way_out = f"hold the design, and the evidence of {row.effect!r}, against the source"
            yield problem(system, row, "design", fault, way_out)
        elif given_out is False and (row.randomised is not None or row.blinding is not None):
            column = "randomised" if row.randomised is not None else "blinding"
            fault = f"{row.design!r} shares nothing out"
            yield problem(system, row, column, fault, "leave it blank, or mend the design")


def no_more_are_analysed_than_took_part(system: System) -> Iterator[Problem]:
    """Nobody is counted who was not there."""
    for row in system.results.values():
        if row.analysed and row.randomised and row.analysed > row.randomised:
            fault = f"{row.analysed:,} analysed, of {row.randomised:,} randomised"
            yield problem(system, row, "analysed", fault, "see that the two are not turned round")


def estimates_are_possible(system: System) -> Iterator[Problem]:
    """An estimate lies within its interval, says what it is, and is a number such things have."""
    for row in system.results.values():
        for column, fault, way_out in _odd_numbers(row):
            yield problem(system, row, column, fault, way_out)


def _odd_numbers(row: Result) -> Iterator[tuple[str, str, str]]:
    low, high, estimate = row.low, row.high, row.estimate
    if (low is None) != (high is None):
        yield "low", "only one end of the interval is given", "give both ends, or neither"
    elif low is not None and high is not None and not low <= high:
        yield "low", f"{low:g} and {high:g} do not rise", "put the lower end first"
    elif (low is None) != (row.interval is None):
        fault = "ends without a kind" if row.interval is None else "a kind without its ends"
        yield "interval", fault, "give the kind of interval and both of its ends, or none of them"
    elif low is not None and high is not None and (estimate is None or not low <= estimate <= high):
        fault = f"an interval from {low:g} to {high:g} that does not hold its estimate"
        yield "estimate", fault, "hold the three against the source"
    if (estimate is None) != (row.measure is None):
        fault = "a number without a kind" if row.measure is None else "a kind without its number"
        yield "measure", fault, "give both, or leave both blank"
    numbers = [number for number in (estimate, low, high) if number is not None]
    bounds = _bounds(row)
    if bounds and numbers and not bounds[0] <= min(numbers) <= max(numbers) <= bounds[1]:
        fault = f"{row.measure!r} of {min(numbers):g} to {max(numbers):g}"
        way_out = f"such a number lies from {bounds[0]:g} to {bounds[1]:g}; hold it to the source"
        yield "estimate", fault, way_out


def _bounds(row: Result) -> tuple[float, float] | None:
    """Between which numbers an estimate of this kind can lie."""
    return _SPANS.get(row.measure) if row.measure else None


def blanks_are_explained(system: System) -> Iterator[Problem]:
    """What has no estimate, or no number of people, says why; what has both has nothing to say."""
    for row in system.results.values():
        is_full = row.estimate is not None and row.analysed is not None
        if not is_full and not row.blank_because:
            column = "estimate" if row.estimate is None else "analysed"
            way_out = "give it as the source does, or say in blank_because why there is none"
            yield problem(system, row, column, "is blank, and nothing says why", way_out)
        elif is_full and row.blank_because:
            fault = "says why numbers are blank, where none is"
            yield problem(system, row, "blank_because", fault, "leave it blank")


def only_what_was_planned_can_be_met(system: System) -> Iterator[Problem]:
    """An outcome that was thought of afterwards is neither met nor missed."""
    for row in system.results.values():
        if row.met is not None and row.planned not in ("main", "further"):
            fault = "says whether a plan was met, and not that there was one"
            way_out = "say in 'planned' which outcome it was, or leave 'met' blank"
            yield problem(system, row, "met", fault, way_out)


def directions_follow_their_results(system: System) -> Iterator[Problem]:
    """A finding goes the way its numbers go: those of the main outcome, where one is named."""
    for effect in system.effects.values():
        results = list(system.results.where(effect=effect.id).values())
        leading = [row for row in results if row.planned == "main"] or results
        told = {row.id: way for row in leading if (way := leaning(row)) is not None}
        if told and (found := _odd_direction(effect, told)):
            fault, way_out = found
            yield problem(system, effect, "direction", fault, way_out)


def leaning(row: Result) -> Direction | None:
    """Which way a result goes for the people studied; ``None`` where its numbers do not say."""
    no_effect = None if row.measure is None else no_effect_of(row.measure)
    is_open = _leaves_no_difference_open(row, no_effect)
    if is_open is None or is_open:
        return "no difference" if is_open else None
    if no_effect is None or row.estimate is None or row.better is None:
        return None
    return "improves" if (row.estimate > no_effect) == (row.better == "higher") else "worsens"


def _leaves_no_difference_open(row: Result, no_effect: float | None) -> bool | None:
    """Whether the interval, or else the p value, is also that of no difference."""
    is_interval = row.interval is not None and is_range_of_estimate(row.interval)
    if is_interval and row.low is not None and row.high is not None and no_effect is not None:
        return row.low <= no_effect <= row.high
    return not _is_below_chance(row.p) if row.p else None


def _is_below_chance(p: str) -> bool:
    number = float(p.lstrip("<>"))
    return not p.startswith(">") and (number < _CHANCE or (p[0] == "<" and number <= _CHANCE))


def _odd_direction(effect: Effect, told: dict[str, Direction]) -> tuple[str, str] | None:
    clear = sorted({way for way in told.values() if goes_a_way(way) and way != "no difference"})
    if effect.direction == "not known" and effect.caveat:
        return None  # the caveat is the place to say why
    if not clear:
        is_said = effect.direction in ("no difference", "mixed") or bool(effect.caveat)
        row = next(iter(told))
        fault = f"{effect.direction!r}, and the numbers of {row!r} leave 'no difference' open"
        return None if is_said else (fault, "write 'no difference', or say in the caveat why not")
    if effect.direction == "mixed" or clear == [effect.direction]:
        return None
    row = next(row for row, way in told.items() if way in clear and way != effect.direction)
    fault = f"{effect.direction!r}, but by its numbers {row!r} is {told[row]!r}"
    return fault, f"mend the direction, or hold the numbers and 'better' of {row!r} to the source"


_TIME = re.compile(
    r"\b(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|once|single|treatments?"
    r"|sessions?|scans?|births?|operations?|end|start|during|before|after|while|when|visits?"
    r"|lifetime|[12][0-9]{3})\b"
)


def times_tell_when(system: System) -> Iterator[Problem]:
    """What stands under time tells a time, so that cells that changed places show."""
    for row in system.results.values():
        if row.time and not _TIME.search(row.time):
            fault = f"{shown(row.time)} tells no time"
            yield problem(system, row, "time", fault, "write it as 'after 4 weeks'")


_NUMBER = re.compile(r"(?<![\w.,-])-?\d[\d,]*(?:\.\d+)?(?![\w-])")
_SHARE = re.compile(r"\s*(?:%|percent|per cent|points?\b|times\b)")


def numbers_of_a_finding_are_in_its_results(system: System) -> Iterator[Problem]:
    """Shares and ratios in a sentence stand in its results, its population or its caveat."""
    for effect in system.effects.values():
        results = list(system.results.where(effect=effect.id).values())
        if not results:
            continue
        told = _shares_and_ratios(effect.finding)
        held = _held(effect, results)
        for number in told:
            if number not in held and not _is_reckoned(number, told, results):
                fault = f"{number:g} stands in none of its results"
                way_out = "give the result that has it, or mend the sentence"
                yield problem(system, effect, "finding", fault, way_out)


def _numbers(text: str) -> set[float]:
    return {abs(float(found[0].replace(",", ""))) for found in _NUMBER.finditer(text)}


def _shares_and_ratios(text: str) -> list[float]:
    return [
        abs(float(found[0].replace(",", "")))
        for found in _NUMBER.finditer(text)
        if "." in found[0] or _SHARE.match(text, found.end())
    ]


def _held(effect: Effect, results: list[Result]) -> set[float]:
    held = _numbers(f"{effect.population} {effect.caveat}")
    for row in results:
        cells = (row.estimate, row.low, row.high, row.randomised, row.analysed)
        held |= {abs(float(cell)) for cell in cells if cell is not None}
        held |= {float(row.p.lstrip("<>"))} if row.p else set()
        held |= _numbers(f"{row.scale} {row.time} {row.comparator}")
    return held


def _is_reckoned(number: float, told: list[float], results: list[Result]) -> bool:
    """Whether a reader can reckon it: 13 percent more is 1.13, and 24 is 12 more than 12."""
    others = list(told)
    others.remove(number)
    rounded = 0.51 if number.is_integer() else 0.051
    for row in (row for row in results if row.estimate is not None and row.measure):
        size = abs(row.estimate or 0)
        is_ratio = no_effect_of(row.measure or "other") == 1
        reckoned = [abs(size - 1) * _HUNDRED] if is_ratio else []
        if any(abs(one - number) < rounded for one in reckoned):
            return True
        if not is_ratio and any(abs(abs(number - other) - size) < rounded for other in others):
            return True
    return False


_MINUS = re.compile(r"(?<![\w.])[-\u2212]\d")


def findings_tell_signs_in_words(system: System) -> Iterator[Problem]:
    """No minus stands in a sentence: what is below zero on one scale is above it on another."""
    for effect in system.effects.values():
        if found := _MINUS.search(effect.finding):
            way_out = "say in words whom it favours, as 'in its favour'"
            yield problem(system, effect, "finding", f"{found[0]!r} needs a key", way_out)


RULES: tuple[Rule, ...] = (
    results_are_on_people,
    studies_of_people_have_results,
    designs_are_those_of_the_evidence,
    no_more_are_analysed_than_took_part,
    estimates_are_possible,
    blanks_are_explained,
    only_what_was_planned_can_be_met,
    directions_follow_their_results,
    numbers_of_a_finding_are_in_its_results,
    findings_tell_signs_in_words,
    times_tell_when,
)
