"""Which kind of action sources report for each molecule at each receptor."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures import marks
from explainer.figures.affinity_labels import short_name, stated
from explainer.figures.choices import molecules_of, rows_of
from explainer.figures.matrix import CLASSES, Cells, draw_matrix
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.model.schema import Peptide
from explainer.view.arguments import of_a_system
from explainer.voices.numerals import capital, count, listed

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.schema import Receptor
    from explainer.model.system import Molecule, System

_MOST_ON_SLIDE = 14


@of_a_system
def actions(
    system: System,
    molecules: Iterable[str] | None = None,
    receptors: Iterable[str] | None = None,
    page: str = "print",
) -> Drawing:
    """Draw molecules against receptors with the sign of each action that sources report.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    molecules
        Ids of peptides and ligands; without them, all.
    receptors
        Ids of receptors; without them, all.
    page
        ``print``, ``projector`` (more than fourteen molecules are counted by class) or ``dark``.

    """
    sheet = Sheet(page)
    chosen = molecules_of(system, molecules)
    shown = rows_of(receptors, system.receptors, "receptor")
    cells = {(m.id, r.id): families_at(system, m.id, r.id) for m in chosen for r in shown}
    heading = f"{capital(count(len(chosen), 'molecule'))} at {count(len(shown), 'receptor')}"
    sheet.title(heading if sheet.is_slide else f"{heading}: the actions that sources report")
    groups = by_class(chosen)
    if not chosen or not shown:
        sheet.words("These tables hold no molecule to draw.")
    elif sheet.is_slide and len(chosen) > _MOST_ON_SLIDE:
        _draw_counts(sheet, groups, shown, cells)
    else:
        draw_matrix(sheet, groups, shown, cells)
    _draw_legend(sheet, cells)
    return sheet.finish(describe(groups, shown, cells))


def families_at(system: System, molecule: str, receptor: str) -> list[str]:
    """List the families of action that rows state for one molecule at one receptor."""
    return stated(system.targets_of(molecule).where(receptor=receptor).values())


def by_class(molecules: Iterable[Molecule]) -> dict[str, list[Molecule]]:
    """Group molecules by class, peptides of the body first; classes without a molecule are left."""
    groups: dict[str, list[Molecule]] = {name: [] for name in CLASSES}
    for row in molecules:
        name = "peptide" if isinstance(row, Peptide) else row.ligand_class or ""
        groups[name].append(row)
    return {name: rows for name, rows in groups.items() if rows}


def _draw_counts(
    sheet: Sheet, groups: dict[str, list[Molecule]], receptors: list[Receptor], cells: Cells
) -> None:
    """Count the molecules of each class under each sign, for a slide."""
    size = sheet.page.small
    names = {name: _SHORT_CLASSES.get(name, CLASSES[name]) for name in groups}
    label = max(width_of(name, size) for name in names.values()) + size
    cell = (sheet.inner - label) / len(receptors)
    heads = [
        folded(short_name(receptor), size, cell - size * 0.5, "bold") for receptor in receptors
    ]
    for place, lines in enumerate(heads):
        x = sheet.margin + label + cell * place
        sheet.lines(x, sheet.y + size * 0.6, lines, sheet.line, weight="bold")
    sheet.y += sheet.line * (max(map(len, heads)) + 0.1)
    number = width_of(str(max(map(len, groups.values()))), size)
    wide = number + size * 1.35  # a sign with its number, and the space after both
    per_line = max(1, int(cell // wide))
    for name, rows in groups.items():
        counted = [tally(rows, receptor, cells) for receptor in receptors]
        high = max(-(-len(c) // per_line) for c in counted)
        sheet.stroke([(sheet.margin, sheet.y), (sheet.right, sheet.y)])
        words = [names[name], f"({len(rows)})"]
        for line, word in enumerate(words):
            sheet.text(sheet.margin, sheet.y + size * (0.8 + 1.15 * line), word)
        for place, numbers in enumerate(counted):
            for at, (family, number) in enumerate(numbers.items()):
                line, across = divmod(at, per_line)
                x = sheet.margin + label + cell * place + across * wide
                y = sheet.y + size * (0.8 + 1.3 * line)
                _sign(family, sheet, (x + size * 0.5, y), size)
                sheet.text(x + size * 1.15, y, str(number))
        sheet.y += size * max(2.6, 0.4 + 1.3 * high)
    sheet.y += size * 0.4
    sheet.words("Numbers count molecules.")


_SHORT_CLASSES = {
    "peptide": "Body's own",
    "mixed agonist-antagonist": "Mixed",
    "": "Class not stated",
}


def tally(rows: Iterable[Molecule], receptor: Receptor, cells: Cells) -> Counter[str]:
    """Count molecules by family at one receptor; one on which sources differ counts as ``≠``."""
    found = [cells[row.id, receptor.id] for row in rows]
    counts = Counter("≠" if len(f) > 1 else f[0] for f in found if f)
    return Counter({name: counts[name] for name in (*theme.FAMILIES, "≠") if counts[name]})


def _sign(name: str, sheet: Sheet, at: marks.At, size: float) -> None:
    if name == "≠":
        sheet.text(*at, "≠", ha="center", weight="bold")
    elif name == "–":
        sheet.stroke([(at[0] - size * 0.25, at[1]), (at[0] + size * 0.25, at[1])])
    else:
        marks.family(sheet, name, at, size * 0.85)


def _draw_legend(sheet: Sheet, cells: Cells) -> None:
    seen = {family for found in cells.values() for family in found}
    items = [
        (functools.partial(_sign, name), look.word)
        for name, look in theme.FAMILIES.items()
        if name in seen
    ]
    if any(len(found) > 1 for found in cells.values()):
        items.append((functools.partial(_sign, "≠"), "sources differ"))
    if not sheet.is_slide and not all(cells.values()):
        items.append((functools.partial(_sign, "–"), "no row in these tables"))
    if items:
        sheet.legend(items)
    if not sheet.is_slide:
        sheet.words(
            "Grouped by the class that a source gives; the order within a class tells nothing. "
            "That a molecule binds is shown only where no row says what it does."
        )


def describe(groups: dict[str, list[Molecule]], receptors: list[Receptor], cells: Cells) -> str:
    """Tell in words what `actions` draws."""
    if not cells:
        return "These tables hold no molecule to draw. The matrix of actions is empty."
    every = [row for rows in groups.values() for row in rows]
    silent = sum(not found for found in cells.values())
    parts = [
        (
            f"A matrix of {count(len(every), 'molecule')} by {count(len(receptors), 'receptor')}: "
            f"{len(cells) - silent} of {len(cells)} cells hold an action, {silent} no row."
        )
    ]
    for receptor in receptors:
        counts = tally(every, receptor, cells)
        told = [f"{theme.FAMILIES[f].word} {n}" for f, n in counts.items() if f != "≠"]
        told += [f"sources differ on {counts['≠']}"] if counts["≠"] else []
        parts.append(f"At the {receptor.name}: {', '.join(told) or 'no row'}.")
    several = [(row, r, cells[row.id, r.id]) for row in every for r in receptors]
    differing = [
        f"{row.name} at {short_name(r)} ({', '.join(theme.FAMILIES[f].word for f in found)})"
        for row, r, found in several
        if len(found) > 1
    ]
    parts += [f"Sources differ: {listed(differing)}."] if differing else []
    return " ".join(parts)
