"""Molecules against receptors: names folded into as many columns as the page is wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.figures import marks
from explainer.figures.affinity_labels import short_name
from explainer.figures.sheet import Sheet, folded, width_of

if TYPE_CHECKING:
    from explainer.model.schema import Receptor
    from explainer.model.system import Molecule

CLASSES = {
    "peptide": "Made by the body",
    "agonist": "Agonists",
    "partial agonist": "Partial agonists",
    "mixed agonist-antagonist": "Mixed agonist-antagonists",
    "antagonist": "Antagonists",
    "": "Class not in an opened source",
}
Cells = dict[tuple[str, str], list[str]]
Part = list[tuple[str, "list[Molecule]"]]


def draw_matrix(
    sheet: Sheet, groups: dict[str, list[Molecule]], receptors: list[Receptor], cells: Cells
) -> None:
    """Set each molecule on a line of its own, in as many columns as the page is wide."""
    matrix = _Matrix(sheet, groups, receptors)
    top = bottom = sheet.y
    for column, part in enumerate(matrix.columns):
        matrix.x, matrix.y = sheet.margin + column * (matrix.width + matrix.gap), top
        matrix.draw_heads()
        for name, rows in part:
            matrix.draw_class(name, is_first=rows[0] is groups[name][0])
            for row in rows:
                matrix.draw_molecule(row, [cells[row.id, r.id] for r in receptors])
        bottom = max(bottom, matrix.y)
    sheet.y = bottom + sheet.page.small * 0.6


def _columns(
    groups: dict[str, list[Molecule]], heights: dict[str, int], longest: int
) -> list[Part]:
    """Part the classes into columns of this many lines; a class may go on in the next column."""
    columns: list[Part] = [[]]
    used = 0
    for name, rows in groups.items():
        left = list(rows)
        while left:
            first = sum(heights[row.id] for row in left[:2])
            if columns[-1] and used + 1 + first > longest:
                columns.append([])
                used = 0
            taken = [left.pop(0)]
            used += 1 + heights[taken[0].id]
            while left and used + heights[left[0].id] <= longest:
                used += heights[left[0].id]
                taken.append(left.pop(0))
            columns[-1].append((name, taken))
    return columns


class _Matrix:
    """The matrix: how wide its columns are, and where its next line stands."""

    def __init__(
        self, sheet: Sheet, groups: dict[str, list[Molecule]], receptors: list[Receptor]
    ) -> None:
        self.sheet, self.receptors = sheet, receptors
        self.x = self.y = 0.0
        size = sheet.page.small
        self.step, self.gap = size * (1.16 if sheet.is_slide else 1.5), size * 3
        names = {row.id: row.name for rows in groups.values() for row in rows}
        longest = max(width_of(name, size) for name in names.values()) + size
        heads = max(width_of(short_name(r), size, "bold") for r in receptors)
        cell = max(size * 3.2, min(heads, size * 5)) + size * 0.3
        lines = len(names) + len(groups)
        few = 12 if sheet.is_slide else 24
        number = 1
        while number * few < lines and self._label(number + 1, cell) >= min(longest, size * 11):
            number += 1
        self.width = (sheet.inner + self.gap) / number - self.gap
        self.label = min(longest, max(self._label(number, cell), self.width * 0.3))
        self.cell = min((self.width - self.label) / len(receptors), cell * 1.6)
        self.names = {i: folded(name, size, self.label - size * 0.6) for i, name in names.items()}
        heights = {i: len(folds) for i, folds in self.names.items()}
        most = -(-(sum(heights.values()) + len(groups)) // number)
        while len(columns := _columns(groups, heights, most)) > number:
            most += 1  # a class that goes on in the next column has its heading twice
        self.columns = columns

    def _label(self, number: int, cell: float) -> float:
        """Tell the room for names where there are so many columns."""
        width = (self.sheet.inner + self.gap) / number - self.gap
        return width - cell * len(self.receptors)

    def middle(self, place: int) -> float:
        """Tell where the middle of a receptor's column stands."""
        return self.x + self.label + self.cell * (place + 0.5)

    def draw_heads(self) -> None:
        """Name the receptors."""
        size = self.sheet.page.small
        heads = [folded(short_name(r), size, self.cell - 2, "bold") for r in self.receptors]
        most = max(map(len, heads))
        for place, lines in enumerate(heads):
            y = self.y + self.step * (most - len(lines) + 0.5)
            looks = {"ha": "center", "weight": "bold"}
            self.sheet.lines(self.middle(place), y, lines, self.step, **looks)
        self.y += self.step * (most + 0.1)

    def draw_class(self, name: str, *, is_first: bool) -> None:
        """Set a class's heading on a band."""
        words = CLASSES[name] if is_first else f"{CLASSES[name]}, continued"
        width = self.label + self.cell * len(self.receptors)
        self.sheet.box(self.x, self.y, width, self.step, facecolor=self.sheet.page.silence)
        self.sheet.text(self.x + 2, self.y + self.step / 2, words, weight="bold")
        self.y += self.step

    def draw_molecule(self, row: Molecule, found: list[list[str]]) -> None:
        """Set one molecule's name and its signs."""
        y = self.y + self.step / 2
        self.sheet.lines(self.x + 2, y, self.names[row.id], self.step)
        for place, families in enumerate(found):
            draw_cell(self.sheet, families, (self.middle(place), y), row.id)
        self.y += self.step * len(self.names[row.id])
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
