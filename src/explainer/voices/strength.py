"""What a verdict rests on, counted: findings, and the independent studies behind them.

One study behind many rows is counted once. Rows are of one study where a register's number says so;
a row without such a number belongs to the study with which it shares a source. Summaries can hold
the same studies, and warnings and reports are no studies: both are counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.model.bidi import isolated
from explainer.model.evidence import is_on_people
from explainer.model.schema.categories import is_told_by_others
from explainer.voices.numerals import capital, count, listed

if TYPE_CHECKING:
    from explainer.model.schema import Assessment, Effect
    from explainer.model.system import System


_SUMMARIES = ("meta-analysis", "review")


@dataclass(frozen=True)
class Strength:
    """What stands behind one verdict, by number."""

    findings: int
    studies: int
    of_people: int
    summaries: int
    reports: int


def strength_of(system: System, judged: Assessment) -> Strength:
    """Count the findings that a verdict rests on, and what they come from."""
    rows = [system.effects[key] for key in judged.because if key in system.effects]
    summaries = [row for row in rows if row.evidence in _SUMMARIES]
    others = [row for row in rows if row.evidence not in _SUMMARIES]
    single = [row for row in others if not is_told_by_others(row.evidence)]
    reports = [row for row in others if is_told_by_others(row.evidence)]
    studies = list(studies_of(system, single))
    return Strength(
        findings=len(rows),
        studies=len(studies),
        of_people=sum(any(map(is_on_people, study)) for study in studies),
        summaries=len(list(studies_of(system, summaries))),
        reports=len(list(studies_of(system, reports))),
    )


def studies_of(system: System, rows: Iterable[Effect]) -> list[list[Effect]]:
    """Findings study by study."""
    numbers = {row.id: _registered(system, row) for row in rows} if (rows := list(rows)) else {}
    groups = _joined([(row, numbers[row.id]) for row in rows if numbers[row.id]])
    rest: list[tuple[Effect, frozenset[str]]] = []
    for row in (row for row in rows if not numbers[row.id]):
        cited = _sources(row)
        home = next((g for g in groups if any(_sources(one) & cited for one in g)), None)
        if home is None:
            rest.append((row, cited))
        else:
            home.append(row)
    return groups + _joined(rest)


def _joined(keyed: Iterable[tuple[Effect, frozenset[str]]]) -> list[list[Effect]]:
    """Put together what shares a key with any of the others."""
    groups: list[tuple[set[str], list[Effect]]] = []
    for row, keys in keyed:
        near = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if group not in near]
        shared = set(keys).union(*(found for found, _ in near))
        groups.append((shared, [*(one for _, some in near for one in some), row]))
    return [some for _, some in groups]


def _sources(row: Effect) -> frozenset[str]:
    return frozenset(reference.source for reference in row.sources)


def _registered(system: System, row: Effect) -> frozenset[str]:
    """Numbers in registers of trials, from the finding's results and from its own sources."""
    cells = [result.registered for result in system.results_of(row.id).values()]
    cells += [system.sources[key].registry for key in _sources(row)]
    return frozenset(part.strip() for cell in cells for part in cell.split(";") if part.strip())


def in_words(system: System, judged: Assessment) -> str:
    """Say what a verdict rests on, by number; empty where it rests on no finding."""
    found = strength_of(system, judged)
    if not found.findings:
        return ""
    studies = count(found.studies, "study", "studies")
    people = f", {found.of_people or 'none'} of people" if found.studies else ""
    parts = [f"{studies}{people}"] if found.studies else []
    if found.summaries:
        parts.append(f"{count(found.summaries, 'summary', 'summaries')} of studies")
    if found.reports:
        parts.append(count(found.reports, "warning or report", "warnings or reports"))
    return f"{count(found.findings, 'finding')} from {listed(parts)}"


def strongest(system: System, judged: Assessment) -> str:
    """Name the strongest evidence in people for a claim and against it; empty without any."""
    claim = system.claims[judged.claim]
    if not (judged.people_for or judged.people_against):
        return ""
    heads = ("On one side", "on the other") if claim.hedging == "open" else ("For it", "against it")
    told = [
        f"{head}, in people: {_named(system, rows)}"
        for head, rows in zip(heads, (judged.people_for, judged.people_against), strict=True)
    ]
    return f"{capital('; '.join(told))}."


def _named(system: System, rows: Iterable[str]) -> str:
    """Name findings by their first source, with the kind of evidence and who was studied."""
    told = []
    for key in rows:
        row = system.effects[key]
        source = system.sources_of(row)[0]
        who = f"; {isolated(row.population)}" if row.population else ""
        told.append(f"{isolated(source.short)} ({row.evidence}{who})")
    return ", ".join(dict.fromkeys(told)) or "none among these rows"
