"""Findings sorted into columns and cells, and told in words."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from explainer.drawing import theme
from explainer.model.evidence import WHOSE, who_of
from explainer.model.schema.vocabularies import Evidence
from explainer.voices.numerals import capital, count, listed
from explainer.voices.phrases import outcome_for

if TYPE_CHECKING:
    from explainer.model.schema import Domain, Effect
    from explainer.model.system import System


Cell = dict[str, list["Effect"]]


@dataclass(frozen=True)
class Column:
    """Findings on one receptor, or on what was not tied to one receptor."""

    id: str
    name: str
    rows: tuple[Effect, ...]
    is_receptor: bool

    def at(self, domain: str) -> list[Effect]:
        """Give the findings in one domain."""
        return [row for row in self.rows if row.domain == domain]


def columns_of(system: System, rows: Sequence[Effect], *, is_slide: bool) -> list[Column]:
    """Part findings by receptor; those on molecules or groups stand apart, on a slide together."""
    columns = [
        Column(
            receptor.id,
            receptor.short_name,
            tuple(row for row in rows if row.agent == receptor.id),
            is_receptor=True,
        )
        for receptor in system.receptors.values()
    ]
    kinds = {
        "molecules": system.ligands,
        "peptides, precursors": {**system.peptides, **system.precursors},
        "groups": system.groups,
    }
    if is_slide:
        apart = {**system.ligands, **system.peptides, **system.precursors, **system.groups}
        kinds = {"not tied to one receptor": apart}
    for name, table in kinds.items():
        found = tuple(row for row in rows if row.agent in table)
        if found:
            columns.append(Column(name, name, found, is_receptor=False))
    return columns


def by_what_was_done(rows: Iterable[Effect]) -> Cell:
    """Sort findings by what was done, and under each sign of it by direction and by whom."""
    ways = list(theme.DIRECTIONS)
    rows = sorted(
        rows, key=lambda row: (ways.index(row.direction), WHOSE.index(who_of(row)), row.id)
    )
    signs = dict.fromkeys(look.sign for look in theme.PERTURBATIONS.values())
    found = {
        sign: [row for row in rows if theme.PERTURBATIONS[row.perturbation].sign == sign]
        for sign in signs
    }
    return {sign: rows for sign, rows in found.items() if rows}


def describe(system: System, rows: Sequence[Effect], domains: Sequence[Domain]) -> str:
    """Tell in words what `evidence` draws: each cell, then the cells without a finding."""
    if not rows:
        return "These tables hold no finding to draw. The map of evidence is empty."
    columns = columns_of(system, rows, is_slide=False)
    kinds: Counter[str] = Counter(row.evidence for row in rows)
    told = [f"{kind} {kinds[kind]}" for kind in get_args(Evidence) if kinds[kind]]
    size = f"{count(len(rows), 'finding')} in {count(len(domains), 'domain')}"
    parts = [f"A map of {size}, by receptor where the study parts them."]
    parts.append(f"Kinds of evidence: {', '.join(told)}.")
    silent = []
    for column in columns:
        cells = [
            f"{d.name} – {_tally(system, column.at(d.id))}" for d in domains if column.at(d.id)
        ]
        empty = [d.name for d in domains if not column.at(d.id)]
        head = (
            column.name
            if column.is_receptor
            else f"not tied to one receptor but found on {column.name}"
        )
        parts.append(f"{capital(head)}, {count(len(column.rows), 'finding')}: {'; '.join(cells)}.")
        if empty and column.is_receptor:
            silent.append(f"for {column.name} on {listed(empty)}")
    if silent:
        parts.append(f"These tables hold no finding {'; '.join(silent)}.")
    return " ".join(parts)


def _tally(system: System, rows: Sequence[Effect]) -> str:
    told: dict[str, Counter[str]] = {}
    for row in itertools.chain.from_iterable(by_what_was_done(rows).values()):
        outcome = outcome_for(system, row)
        told.setdefault(row.perturbation, Counter())[outcome] += 1
    parts = (f"{how}: {', '.join(f'{way} {n}' for way, n in c.items())}" for how, c in told.items())
    return ", ".join(parts)
