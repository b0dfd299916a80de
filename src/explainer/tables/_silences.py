"""What the article speaks of and what was collected here, side by side, with the gaps of both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, assert_never

from explainer.drawing import theme
from explainer.model.display_table import Cell, DisplayTable, Part, Phrase
from explainer.tables.read import ReadTable
from explainer.view.arguments import of_a_system

if TYPE_CHECKING:
    from explainer.model.system import System

Side = Literal["article", "pharmacology"]
Counts = list[tuple[str, int, int]]  # a name, the claims on it, the rows collected on it
_HEADS = ("", "The article: claims", "These tables: rows")
_LIMITS = (
    "“Not collected” is about these tables alone. It does not say that nobody has studied it, "
    "nor that somebody searched and found nothing. Bars are to scale within each part."
)


@of_a_system
def silences(system: System) -> ReadTable:
    """Count claims and collected rows side by side for each domain, receptor and peptide.

    A gap on the article's side is a silence of the article. A gap on the other side is one of
    these tables alone: it tells what was collected, not what has been studied.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    """
    parts = {
        "Domains": domains(system),
        "Receptors": receptors(system),
        "Peptides": peptides(system),
    }
    if not any(parts.values()):
        told = "These tables hold no domain, no receptor and no peptide."
        return ReadTable(DisplayTable((), (), told))
    return ReadTable(
        DisplayTable(
            heads=_HEADS,
            parts=[Part(list(_rows(rows)), name) for name, rows in parts.items() if rows],
            caption="What the article speaks of, and what was collected in these tables",
            summary=f"Counted: claims of the article, and rows from sources{_day(system)}.",
            notes=(_LIMITS,),
        )
    )


def _day(system: System) -> str:
    """The last day on which a row that is counted here was checked."""
    rows = (*system.effects.values(), *system.interactions.values())
    days = [row.checked_on for row in rows if row.checked_on]
    return f", collected until {max(days).day} {max(days):%B %Y}" if days else ""


def domains(system: System) -> Counts:
    """Count claims and findings for each domain."""
    return [
        (d.name, len(system.claims_about(d.id)), len(system.effects_on(d.id)))
        for d in system.domains.values()
    ]


def receptors(system: System) -> Counts:
    """Count claims that name a receptor, and rows on each."""
    named = sum(claim.names_receptor for claim in system.claims.values())
    return [
        (r.name, named, len(system.acting_at(r.id)) + len(system.effects_of(r.id)))
        for r in system.receptors.values()
    ]


def peptides(system: System) -> Counts:
    """Count claims with a word for each peptide, and rows on what it does at receptors."""
    out = []
    for peptide in system.peptides.values():
        words = {s.id for s in system.subjects.values() if peptide.id in s.names}
        claims = sum(bool(words.intersection(claim.subjects)) for claim in system.claims.values())
        out.append((peptide.name, claims, len(system.targets_of(peptide.id))))
    return out


def _rows(rows: Counts) -> Iterable[tuple[Cell, Cell, Cell]]:
    most = max(max(claims, found) for _, claims, found in rows) or 1
    for name, claims, found in rows:
        yield name, _cell("article", claims, most), _cell("pharmacology", found, most)


def _cell(side: Side, number: int, most: int) -> Cell:
    if not number:
        return Phrase(gap(side), form="none")
    look = theme.VOICES[side]
    return Phrase(str(number), colours=(look.light, look.dark), share=number / most)


def gap(side: Side) -> str:
    """Say what it means that one side has nothing: two gaps that are not of one kind."""
    match side:
        case "article":
            return "does not say"
        case "pharmacology":
            return "not collected"
        case _:
            assert_never(side)
