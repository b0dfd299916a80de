"""Which kind of action sources report for each molecule at each receptor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from explainer.drawing import theme
from explainer.model.display_table import Cell, DisplayTable, Part, Phrase
from explainer.model.schema import Peptide, Receptor
from explainer.model.schema.vocabularies import LigandClass
from explainer.tables.read import ReadTable
from explainer.view.arguments import molecules_of, of_a_system, rows_of
from explainer.voices import consensus
from explainer.voices.numerals import capital, count

if TYPE_CHECKING:
    from explainer.model.system import Molecule, System

MoleculeClass = LigandClass | Literal["peptide", "not stated"]
CLASSES: dict[MoleculeClass, str] = {
    "peptide": "Made by the body",
    "agonist": "Agonists",
    "partial agonist": "Partial agonists",
    "mixed agonist-antagonist": "Mixed agonist-antagonists",
    "antagonist": "Antagonists",
    "not stated": "Class not in an opened source",
}
NO_ROW = "no row"
DIFFER = "sources differ"
_ORDER = "Grouped by the class that a source gives; the order within a class tells nothing."
_LIMITS = (
    "“No row” is about these tables: nothing was collected, which is not to say that nobody "
    "measured it. That a molecule binds is told only where no row says what it does."
)


@of_a_system
def actions(
    system: System,
    molecules: Iterable[str] | None = None,
    receptors: Iterable[str] | None = None,
) -> ReadTable:
    """Set molecules against receptors, with each kind of action that sources report.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    molecules
        Ids of peptides and ligands; without them, all.
    receptors
        Ids of receptors; without them, all.

    Returns
    -------
    ReadTable
        A row for each molecule, a column for each receptor.

    Raises
    ------
    TypeError
        Where ``system`` is no system, or an id is no word.
    ValueError
        Where it is the id of no molecule or no receptor.

    """
    chosen = molecules_of(system, molecules)
    shown = rows_of(receptors, system.receptors, "receptor")
    if not chosen or not shown:
        return ReadTable(DisplayTable((), (), "These tables hold no molecule to show."))
    return ReadTable(_table(system, chosen, shown))


def _table(
    system: System, molecules: Sequence[Molecule], receptors: Sequence[Receptor]
) -> DisplayTable:
    size = f"{count(len(molecules), 'molecule')} at {count(len(receptors), 'receptor')}"
    return DisplayTable(
        heads=("Molecule", *(receptor.short_name for receptor in receptors)),
        parts=[
            Part([_row(system, row, receptors) for row in rows], CLASSES[name])
            for name, rows in by_class(molecules).items()
        ],
        caption=f"{capital(size)}: the actions that sources report",
        notes=(_ORDER, _LIMITS),
    )


def _row(system: System, molecule: Molecule, receptors: Sequence[Receptor]) -> list[Cell]:
    """Set the name of a molecule beside what it does at each receptor."""
    cells = (_cell(families_at(system, molecule.id, receptor.id)) for receptor in receptors)
    return [molecule.name, *cells]


def families_at(system: System, molecule: str, receptor: str) -> list[str]:
    """List the families of action that rows state for one molecule at one receptor."""
    return consensus.families(system.interactions_of(molecule).where(receptor=receptor).values())


def by_class(molecules: Iterable[Molecule]) -> dict[MoleculeClass, list[Molecule]]:
    """Group molecules by class, peptides of the body first; classes without a molecule are left."""
    groups: dict[MoleculeClass, list[Molecule]] = {name: [] for name in CLASSES}
    for row in molecules:
        groups["peptide" if isinstance(row, Peptide) else row.ligand_class or "not stated"].append(
            row
        )
    return {name: rows for name, rows in groups.items() if rows}


def _cell(families: list[str]) -> Cell:
    """Name each action after its sign; where there are several, that sources differ comes first."""
    if not families:
        return Phrase(NO_ROW, form="soft")
    told = [Phrase(DIFFER, sign="≠", form="differ")] if len(families) > 1 else []
    return [
        *told,
        *(_action(theme.FAMILIES[name]) for name in families),
    ]


def _action(look: theme.Look) -> Phrase:
    path, colours = theme.SHAPES[look.sign], (look.light, look.dark)
    return Phrase(look.word, path=path, colours=colours, form="line")
