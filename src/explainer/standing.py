"""Who speaks of a pair: for each pair of the picture, which voices speak and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.rows import Claim
    from explainer.system import System

_AGREE = ("supported",)
_IN_PART = ("partly supported", "oversimplified")
_AGAINST = ("contested", "error")
_ORDER = ("contradict", "both in part", "both", "article", "sources")


def of_pairs(system: System) -> dict[tuple[str, str], str]:
    """Tell the standing of each receptor and each subject in each domain that is spoken of.

    A claim and the sources meet in a domain only where our assessment of the claim rests on a
    finding in that domain; else the article stands alone there. A pair that is not in the answer
    is a silence: nobody has said anything of it.
    """
    found = {(row.agent, row.domain): "sources" for row in system.effects.values()}
    for claim in system.claims.values():
        for domain in claim.domains:
            told = _standing(system, claim, domain)
            for subject in claim.subjects:
                known = found.get((subject, domain), told)
                found[subject, domain] = min(known, told, key=_ORDER.index)
    return found | _by_name(system, found)


def _by_name(system: System, found: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Standings of molecules that the article itself names: what it says there is said of them."""
    out = {}
    for subject in system.subjects.values():
        for (start, domain), told in found.items():
            if start == subject.id:
                for molecule in subject.names:
                    apart = told == "article" and (molecule, domain) in found
                    out[molecule, domain] = "apart" if apart else told
    return out


def of_domains(system: System) -> dict[str, str]:
    """Tell the standing of each domain over all that is said of it."""
    pairs = of_pairs(system)
    out = {}
    for domain in system.domains:
        said = {standing for (_, end), standing in pairs.items() if end == domain}
        out[domain] = _all_in_all(said)
    return out


def _all_in_all(said: Iterable[str]) -> str:
    met = [standing for standing in _ORDER[:3] if standing in said]
    if met:
        return met[0]
    if {"article", "sources"} <= set(said):
        return "apart"
    return next(iter(said), "nobody")


def _standing(system: System, claim: Claim, domain: str) -> str:
    assessment = system.assessment_of(claim.id)
    if assessment is None:
        return "article"
    rests = [system.effects[row] for row in assessment.because if row in system.effects]
    if not any(row.domain == domain for row in rests):
        return "article"
    for standing, verdicts in (("both", _AGREE), ("both in part", _IN_PART)):
        if assessment.verdict in verdicts:
            return standing
    return "contradict" if assessment.verdict in _AGAINST else "article"
