"""Why a place is empty: no search, a search in vain, only a comparison, or the article alone.

What each word says is what was done, and no more. A receptor's searches are its own; of a molecule
it is told whether a search names it. A study in which a molecule is what another was compared with
was found and is drawn, under the other: that place is none that nobody looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from explainer.model.system import System
from explainer.voices.numerals import listed
from explainer.voices.phrases import name_of

Kind = Literal["unsearched", "unfound", "compared", "article"]


class Absence(NamedTuple):
    """One kind of empty: in words, in brief, in a sign where there is no room, and for the key."""

    kind: Kind
    words: str
    brief: str
    short: str
    legend: str


# In the order of the key; each word says no more than what was done.
UNSEARCHED = Absence(
    "unsearched", "we made no search for this", "no search made", "–", "not searched"
)
ARTICLE = Absence("article", "only the article speaks", "article only", "“ ”", "article only")
UNFOUND = Absence("unfound", "we looked, none found", "none found", "0", "searched, none found")
COMPARED = Absence("compared", "only compared with", "only compared", "vs", "only compared")
KINDS = (UNSEARCHED, UNFOUND, COMPARED, ARTICLE)
_UNNAMED = "we made no search for it by name"


def of(system: System, agent: str, domains: Iterable[str]) -> dict[tuple[str, str], Absence]:
    """Tell of each domain what an empty place on this agent means there."""
    days, spoken = _days(system, agent), _spoken(system, agent)
    compared = _compared(system, agent)

    def told(domain: str) -> Absence:
        if domain in compared:
            return COMPARED._replace(words=f"only compared with {listed(compared[domain])}")
        if domain in days:
            return _unfound(days[domain])
        if domain in spoken:
            return ARTICLE
        is_one = agent in system.receptors
        return UNSEARCHED if is_one else UNSEARCHED._replace(words=_UNNAMED)

    return {(agent, domain): told(domain) for domain in domains}


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
    """The last day on which each domain was looked for with a receptor, or a molecule by name."""
    days: dict[str, date] = {}
    names = None if agent in system.receptors else _names(system, agent)
    for search in system.searches.values():
        named = any(map(names.search, search.words)) if names else search.receptor == agent
        if named:
            for domain in search.domains:
                days[domain] = max(search.searched_on, days.get(domain, search.searched_on))
    return days


def _names(system: System, agent: str) -> re.Pattern[str]:
    """What an agent is called, as whole words."""
    row = system.find(agent)
    called = (str(getattr(row, "name", agent)), *getattr(row, "synonyms", ()))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, called))})\b", re.IGNORECASE)


def _compared(system: System, agent: str) -> dict[str, list[str]]:
    """With what an agent was compared in each domain in which no finding is on itself."""
    if agent not in system.ligands:
        return {}
    names = _names(system, agent)
    rows = (*system.effects_of(agent).values(), *system.effects.where(through=agent).values())
    own = {row.domain for row in rows}
    found: dict[str, list[str]] = {}
    for result in system.results.values():
        effect = system.effects[result.effect]
        if effect.domain not in own and result.comparator and names.search(result.comparator):
            source = system.sources_of(effect)[0]
            told = f"{name_of(system, effect.agent)} ({source.short})"
            if told not in found.setdefault(effect.domain, []):
                found[effect.domain].append(told)
    return found


def _spoken(system: System, agent: str) -> set[str]:
    """Domains on which the article says something of a molecule by its name."""
    naming = {row.id for row in system.subjects.values() if agent in row.names}
    return {
        domain
        for claim in system.claims.values()
        if naming & set(claim.subjects)
        for domain in claim.domains
    }
