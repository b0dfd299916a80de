"""Where amino acids stand on a figure, by their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drawing import theme

if TYPE_CHECKING:
    from explainer.figures.sheet import Sheet
    from explainer.model.schema import Peptide, Precursor

_TAIL = 10  # residues drawn after the last peptide, before the bar's torn end
_STEP = 50  # residues between numbers on the scale


class Scale:
    """Where an amino acid's number stands, the same for every precursor."""

    def __init__(self, sheet: Sheet, last: int) -> None:
        self.sheet = sheet
        self.last = last
        self.left = sheet.margin + (118 if sheet.is_slide else 0)
        self.step = (sheet.right - self.left) / (last + _TAIL)

    def x(self, number: float) -> float:
        """Tell where the left edge of an amino acid stands."""
        return self.left + (number - 1) * self.step

    def draw_numbers(self) -> None:
        """Number the amino acids along the top."""
        sheet = self.sheet
        y = sheet.y + sheet.line / 2
        for number in (1, *range(_STEP, self.last + 1, _STEP)):
            align = "left" if number == 1 else "center"
            words = "amino acid 1" if number == 1 else str(number)
            sheet.text(self.x(number), y, words, color=sheet.page.soft, ha=align)
            sheet.stroke(
                [(self.x(number), y + sheet.line * 0.5), (self.x(number), y + sheet.line * 0.7)]
            )
        sheet.y += sheet.line * 1.4

    def draw_bar(self, row: Precursor, placed: Iterable[Peptide], height: float) -> None:
        """Draw the protein, torn where its length is not known here, and its peptides in it."""
        sheet, y = self.sheet, self.sheet.y
        placed = list(placed)
        end = self.x(last_of(placed) + _TAIL) if placed else self.x(_STEP)
        tooth = height / 4
        edge = [(end - tooth * (i % 2), y + height * i / 4) for i in range(5)]
        fill = sheet.page.colour(theme.KINDS["precursor"])
        bar = sheet.shape(
            [(self.x(1), y), *edge, (self.x(1), y + height)],
            facecolor=fill, edgecolor=sheet.page.ink, linewidth=0.7,
        )  # fmt: skip
        bar.set_gid(row.id)
        for peptide in placed:
            left, right = self.x(peptide.start or 1), self.x(end_of(peptide) + 1)
            colour = sheet.page.colour(theme.KINDS["peptide"])
            box = sheet.box(left, y, right - left, height, facecolor=colour, zorder=2)
            box.set_gid(f"{peptide.id} on {row.id}")


def last_of(peptides: Iterable[Peptide]) -> int:
    """Tell the number of the last amino acid that any of them reaches."""
    return max((end_of(p) for p in peptides if p.precursor and p.start), default=_STEP)


def end_of(peptide: Peptide) -> int:
    """Tell the number of a placed peptide's last amino acid in its precursor."""
    return (peptide.start or 1) + len(peptide.sequence) - 1
