"""Which kind of action sources report for each molecule at each receptor."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer import style
from explainer.counting import capital, count, listed
from explainer.figures import marks
from explainer.figures.asked import molecules_of, rows_of
from explainer.figures.reported import stated
from explainer.figures.sheet import Sheet, width_of
from explainer.rows import Peptide

if TYPE_CHECKING:
    from explainer.figures.drawing import Drawing
    from explainer.rows import Receptor
    from explainer.system import Molecule, System

_CLASSES = {
    "peptide": "Made by the body",
    "agonist": "Agonists",
    "partial agonist": "Partial agonists",
    "mixed agonist-antagonist": "Mixed agonist-antagonists",
    "antagonist": "Antagonists",
    "": "Class not in an opened source",
}
_MOST_ON_SLIDE = 14
Cells = dict[tuple[str, str], list[str]]


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
        _draw_matrix(sheet, groups, shown, cells)
    _draw_legend(sheet, cells)
    return sheet.finish(describe(groups, shown, cells))


def families_at(system: System, molecule: str, receptor: str) -> list[str]:
    """List the families of action that rows state for one molecule at one receptor."""
    return stated(system.targets_of(molecule).where(receptor=receptor).values())


def by_class(molecules: Iterable[Molecule]) -> dict[str, list[Molecule]]:
    """Group molecules by class, peptides of the body first; classes without a molecule are left."""
    groups: dict[str, list[Molecule]] = {name: [] for name in _CLASSES}
    for row in molecules:
        name = "peptide" if isinstance(row, Peptide) else row.ligand_class or ""
        groups[name].append(row)
    return {name: rows for name, rows in groups.items() if rows}


def _draw_matrix(
    sheet: Sheet, groups: dict[str, list[Molecule]], receptors: list[Receptor], cells: Cells
) -> None:
    """Set one line for each molecule, in as many columns as the page is wide."""
    names = [row.name for rows in groups.values() for row in rows]
    size, step = sheet.page.small, sheet.page.small * (1.16 if sheet.is_slide else 1.5)
    label = max(width_of(name, size) for name in names) + size
    heads = [width_of(_short(r), size, "bold") for r in receptors]
    cell = max(size * 3.2, *heads) + size * 0.3
    gap = size * 3
    lines = sum(len(rows) + 1 for rows in groups.values())
    few = 12 if sheet.is_slide else 24
    fits = int((sheet.inner + gap) // (label + cell * len(receptors) + gap))
    columns = max(1, min(fits, -(-lines // few)))
    longest = -(-lines // columns)
    width = (sheet.inner + gap) / columns - gap
    cell = min((width - label) / len(receptors), cell * 1.6)
    top, bottom = sheet.y, sheet.y
    place = _Place(sheet, label, cell, step)
    for column, part in enumerate(_columns(groups, longest)):
        place.x, place.y = sheet.margin + column * (width + gap), top
        place.draw_heads(receptors)
        for name, rows in part:
            place.draw_class(name, len(receptors), is_first=rows[0] is groups[name][0])
            for row in rows:
                place.draw_molecule(row, [cells[row.id, r.id] for r in receptors])
        bottom = max(bottom, place.y)
    sheet.y = bottom + size * 0.6


def _columns(
    groups: dict[str, list[Molecule]], longest: int
) -> list[list[tuple[str, list[Molecule]]]]:
    """Part the classes into columns of this many lines; a class may go on in the next column."""
    columns: list[list[tuple[str, list[Molecule]]]] = [[]]
    used = 0
    for name, rows in groups.items():
        left = list(rows)
        while left:
            room = longest - used - 1
            if room < min(2, len(left)) and columns[-1]:
                columns.append([])
                used, room = 0, longest - 1
            taken = max(1, room)
            columns[-1].append((name, left[:taken]))
            used += len(left[:taken]) + 1
            left = left[taken:]
    return columns


class _Place:
    """Where the next line of the matrix stands."""

    def __init__(self, sheet: Sheet, label: float, cell: float, step: float) -> None:
        self.sheet, self.label, self.cell, self.step = sheet, label, cell, step
        self.x = self.y = 0.0

    def middle(self, place: int) -> float:
        """Tell where the middle of a receptor's column stands."""
        return self.x + self.label + self.cell * (place + 0.5)

    def draw_heads(self, receptors: list[Receptor]) -> None:
        """Name the receptors."""
        for place, receptor in enumerate(receptors):
            words = _short(receptor)
            y = self.y + self.step / 2
            self.sheet.text(self.middle(place), y, words, ha="center", weight="bold")
        self.y += self.step * 1.1

    def draw_class(self, name: str, across: int, *, is_first: bool) -> None:
        """Set a class's heading on a band."""
        words = _CLASSES[name] if is_first else f"{_CLASSES[name]}, continued"
        width = self.label + self.cell * across
        self.sheet.box(self.x, self.y, width, self.step, facecolor=self.sheet.page.silence)
        self.sheet.text(self.x + 2, self.y + self.step / 2, words, weight="bold")
        self.y += self.step

    def draw_molecule(self, row: Molecule, found: list[list[str]]) -> None:
        """Set one molecule's name and its signs."""
        y = self.y + self.step / 2
        self.sheet.text(self.x + 2, y, row.name)
        for place, families in enumerate(found):
            draw_cell(self.sheet, families, (self.middle(place), y), row.id)
        self.y += self.step
        end = self.x + self.label + self.cell * len(found)
        self.sheet.stroke([(self.x, self.y), (end, self.y)], linewidth=0.4)


def draw_cell(sheet: Sheet, families: list[str], at: marks.At, gid: str) -> None:
    """Draw the signs of one cell side by side, with ≠ before them where there are several."""
    size, (x, y) = sheet.page.small, at
    if not families:
        sheet.stroke([(x - size * 0.25, y), (x + size * 0.25, y)], linewidth=0.8)
        return
    step = size * 1.05
    signs = ["≠", *families] if len(families) > 1 else families
    for place, name in enumerate(signs):
        where = x + (place - (len(signs) - 1) / 2) * step
        if name == "≠":
            sheet.text(where, y, "≠", ha="center", weight="bold")
        else:
            marks.family(sheet, name, (where, y), size * 0.85, f"{gid} {name}")


def _draw_counts(
    sheet: Sheet, groups: dict[str, list[Molecule]], receptors: list[Receptor], cells: Cells
) -> None:
    """Count the molecules of each class under each sign, for a slide."""
    size = sheet.page.small
    label = 190.0
    cell = (sheet.inner - label) / len(receptors)
    for place, receptor in enumerate(receptors):
        x = sheet.margin + label + cell * place
        sheet.text(x, sheet.y + size * 0.6, _short(receptor), weight="bold")
    sheet.y += sheet.line * 1.1
    per_line = max(1, int(cell // (size * 2.9)))
    for name, rows in groups.items():
        counted = [tally(rows, receptor, cells) for receptor in receptors]
        lines = max(-(-len(c) // per_line) for c in counted)
        sheet.stroke([(sheet.margin, sheet.y), (sheet.right, sheet.y)])
        words = [_SHORT_CLASSES.get(name, _CLASSES[name]), f"({len(rows)})"]
        for line, word in enumerate(words):
            sheet.text(sheet.margin, sheet.y + size * (0.8 + 1.15 * line), word)
        for place, numbers in enumerate(counted):
            for at, (family, number) in enumerate(numbers.items()):
                line, across = divmod(at, per_line)
                x = sheet.margin + label + cell * place + across * size * 2.9
                y = sheet.y + size * (0.8 + 1.3 * line)
                _sign(family, sheet, (x + size * 0.5, y), size)
                sheet.text(x + size * 1.15, y, str(number))
        sheet.y += size * max(2.6, 0.4 + 1.3 * lines)
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
    return Counter({name: counts[name] for name in (*style.FAMILIES, "≠") if counts[name]})


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
        for name, look in style.FAMILIES.items()
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


def _short(receptor: Receptor) -> str:
    return receptor.name.removesuffix(" receptor")


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
        told = [f"{style.FAMILIES[f].word} {n}" for f, n in counts.items() if f != "≠"]
        told += [f"sources differ on {counts['≠']}"] if counts["≠"] else []
        parts.append(f"At the {receptor.name}: {', '.join(told) or 'no row'}.")
    several = [(row, r, cells[row.id, r.id]) for row in every for r in receptors]
    differing = [
        f"{row.name} at {_short(r)} ({', '.join(style.FAMILIES[f].word for f in found)})"
        for row, r, found in several
        if len(found) > 1
    ]
    parts += [f"Sources differ: {listed(differing)}."] if differing else []
    return " ".join(parts)
