"""How far molecules switch receptors on: what was measured, and what is contested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.model.display_table import Cell, DisplayTable, Part, Phrase
from explainer.tables.read import ReadTable
from explainer.view.arguments import of_a_system
from explainer.voices.efficacy import LIMITS, grouped
from explainer.voices.numerals import count

if TYPE_CHECKING:
    from explainer.model.schema import Response
    from explainer.model.system import System

_HEADS = ("What was found or argued", "In whom or what", "What limits it", "Source")


@of_a_system
def efficacy(system: System) -> ReadTable:
    """List what sources say of receptor reserve, partial agonism, ceilings and biased agonism.

    Where sources disagree, each side stands under its own heading; none is called right.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Returns
    -------
    ReadTable
        A row for each finding or argument, in parts by topic and side.

    Raises
    ------
    TypeError
        Where ``system`` is no system.

    """
    parts = [Part([_row(system, row) for row in rows], said) for said, rows in grouped(system)]
    if not parts:
        return ReadTable(DisplayTable((), (), "These tables hold no row on efficacy."))
    table = DisplayTable(
        heads=_HEADS,
        parts=parts,
        caption="How far a molecule switches a receptor on: what was measured, and what is argued",
        summary=f"{count(len(system.responses), 'row')}, each with the source that was opened.",
        notes=(LIMITS,),
    )
    return ReadTable(table)


def _row(system: System, row: Response) -> list[Cell]:
    """Say what was found, in what, with which limit, and link to where it was read."""
    cited = [Phrase(one.short, one.link, one.reference) for one in system.sources_of(row)]
    parted = [part for one in cited for part in (", ", one)][1:]
    return [row.finding, f"{row.species} ({row.evidence})", row.caveat, parted]
