"""Why a place is empty: not looked for, looked for and not found, or the article alone speaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from explainer.model.system import System

Kind = Literal["unsearched", "unfound", "article"]


class Absence(NamedTuple):
    """One of three kinds of empty: in words, and in a sign where there is no room for them."""

    kind: Kind
    words: str
    brief: str
    short: str


# In the order of the key; each word says no more than what was done.
UNSEARCHED = Absence("unsearched", "we have not looked for this", "we have not looked", "–")
ARTICLE = Absence("article", "only the article speaks", "article only", "“ ”")
UNFOUND = Absence("unfound", "we looked, none found", "none found", "0")
KINDS = (UNSEARCHED, UNFOUND, ARTICLE)


def of(system: System, agent: str, domains: Iterable[str]) -> dict[tuple[str, str], Absence]:
    """Tell of each domain what an empty place on this agent means there."""
    days = _days(system, agent)
    spoken = _spoken(system, agent)
    return {
        (agent, domain): (
            _unfound(days[domain])
            if domain in days
            else ARTICLE
            if domain in spoken
            else UNSEARCHED
        )
        for domain in domains
    }


def of_receptors(system: System) -> dict[tuple[str, str], Absence]:
    """Tell it of all receptors, by receptor and domain."""
    return {
        place: absence
        for receptor in system.receptors
        for place, absence in of(system, receptor, system.domains).items()
    }


def _unfound(day: date) -> Absence:
    return UNFOUND._replace(words=f"none found by our search of {day.day} {day:%B %Y}")


def _days(system: System, agent: str) -> dict[str, date]:
    """The last day on which each domain was looked for with a receptor."""
    days: dict[str, date] = {}
    for search in system.searches.values():
        if search.receptor == agent:
            for domain in search.domains:
                days[domain] = max(search.searched_on, days.get(domain, search.searched_on))
    return days


def _spoken(system: System, agent: str) -> set[str]:
    """Domains on which the article says something of a molecule by its name."""
    naming = {row.id for row in system.subjects.values() if agent in row.names}
    return {
        domain
        for claim in system.claims.values()
        if naming & set(claim.subjects)
        for domain in claim.domains
    }
