"""Which findings are at odds: by rule where a rule can see it, and as curators name them.

Two findings go opposite ways where the same was done with the same agent, and the same domain got
better in one and worse in the other. Two molecules given together are not the same as one of them
alone, nor is what was looked at on another molecule's effect. One that found no difference
contradicts neither: it is counted beside them. A group's members can differ, so that no rule can
say of two findings on a group that they are on the same thing; a curator can.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from explainer.model.schema import Effect
from explainer.model.schema.vocabularies import Direction

Odds = Mapping[str, frozenset[str]]


def opposed(effects: Iterable[Effect], groups: Container[str], receptors: Container[str]) -> Odds:
    """Findings that go the opposite way of each, as a rule sees it; those with none are left out.

    Parameters
    ----------
    effects
        All findings.
    groups
        Ids of the agents that are groups.
    receptors
        Ids of the agents that are receptors: what acts at one is how it was reached.

    """
    ways: dict[tuple[str, ...], dict[Direction, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in effects:
        if row.agent not in groups:
            beside = () if row.agent in receptors else sorted({*row.through} - {row.agent})
            key = (row.agent, row.perturbation, row.beside, row.domain, *beside)
            ways[key][row.direction].append(row.id)
    found: dict[str, frozenset[str]] = {}
    for rows in ways.values():
        better, worse = rows.get("improves", []), rows.get("worsens", [])
        found |= dict.fromkeys(better, frozenset(worse)) | dict.fromkeys(worse, frozenset(better))
    return {row: others for row, others in found.items() if others}


def at_odds(effects: Iterable[Effect], groups: Container[str], receptors: Container[str]) -> Odds:
    """Findings that each is at odds with, by rule or by name; told from both sides."""
    effects = list(effects)
    found = {row: set(others) for row, others in opposed(effects, groups, receptors).items()}
    for row in effects:
        for other in row.conflicts_with:
            found.setdefault(row.id, set()).add(other)
            found.setdefault(other, set()).add(row.id)
    return {row: frozenset(others) for row, others in found.items()}
