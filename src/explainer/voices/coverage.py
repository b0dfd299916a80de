"""Who speaks of a pair: for each pair of the picture, which voices speak and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from explainer.model.schema import Claim
    from explainer.model.schema.vocabularies import Standing, Verdict
    from explainer.model.system import System

Standings = dict[tuple[str, str], "Standing"]
_ORDER: tuple[Standing, ...] = ("contradict", "both in part", "both", "article", "sources")


def of_pairs(system: System) -> dict[tuple[str, str], Standing]:
    """Tell the standing of each receptor and each subject in each domain that is spoken of.

    A claim and the sources meet in a domain only where our assessment of the claim rests on a
    finding in that domain; else the article stands alone there. A pair that is not in the answer
    is a silence of these tables: neither a claim nor a finding here speaks of it.
    """
    found: Standings = {
        (row.agent, row.domain): "sources"
        for row in system.effects.values()
        if row.agent in system.graph  # a condition is no part of the picture
    }
    for claim in system.claims.values():
        for domain in claim.domains:
            told = _standing(system, claim, domain)
            for subject in claim.subjects:
                known = found.get((subject, domain), told)
                found[subject, domain] = min(known, told, key=_ORDER.index)
    return found | _by_name(system, found)


def _by_name(system: System, found: Standings) -> Standings:
    """Standings of molecules that the article itself names: what it says there is said of them."""
    out: Standings = {}
    for subject in system.subjects.values():
        for (start, domain), told in found.items():
            if start == subject.id:
                for molecule in subject.names:
                    apart = told == "article" and (molecule, domain) in found
                    out[molecule, domain] = "apart" if apart else told
    return out


def of_domains(system: System) -> dict[str, Standing]:
    """Tell the standing of each domain over all that is said of it."""
    pairs = of_pairs(system)
    out = {}
    for domain in system.domains:
        said = {standing for (_, end), standing in pairs.items() if end == domain}
        out[domain] = _all_in_all(said)
    return out


def against(system: System) -> dict[str, Verdict]:
    """Tell by which verdict a domain's claims are found that sources there speak against."""
    out: dict[str, Verdict] = {}
    for claim in system.claims.values():
        assessment = system.assessment_of(claim.id)
        for domain in claim.domains if assessment else ():
            if assessment and _standing(system, claim, domain) == "contradict":
                out.setdefault(domain, assessment.verdict)
    return out


def _all_in_all(said: Iterable[Standing]) -> Standing:
    met = [standing for standing in _ORDER[:3] if standing in said]
    if met:
        return met[0]
    if {"article", "sources"} <= set(said):
        return "apart"
    return next(iter(said), "nobody")


def _standing(system: System, claim: Claim, domain: str) -> Standing:
    assessment = system.assessment_of(claim.id)
    if assessment is None:
        return "article"
    rests = [system.effects[row] for row in assessment.because if row in system.effects]
    if not any(row.domain == domain for row in rests):
        return "article"
    return _met(assessment.verdict)


def _met(verdict: Verdict) -> Standing:
    """Tell how the article and the sources stand where our verdict rests on a finding of both."""
    match verdict:
        case "supported":
            return "both"
        case "partly supported" | "oversimplified":
            return "both in part"
        case "contested" | "error":
            return "contradict"
        case "cannot be checked" | "not checked here":
            return "article"
        case _:
            assert_never(verdict)
