"""Amino acids, one letter in one block, and windows in which peptides of one stretch line up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures.sheet import folded, width_of

if TYPE_CHECKING:
    from explainer.figures.sheet import Sheet
    from explainer.model.schema import Peptide

_BESIDE = 40  # points that a window of letters may begin further in
_APART = 12  # residues between two stretches that get windows of their own


class Letters:
    """How sequences are set on one sheet: in blocks, filled where they match the common start."""

    def __init__(self, sheet: Sheet, common: str) -> None:
        self.sheet = sheet
        self.common = common
        self.size = sheet.page.small
        self.block = self.size * 1.075
        self.row = self.size * 1.45

    def width(self, sequence: str) -> float:
        """Tell how wide a sequence is."""
        return len(sequence) * self.block

    def name(self, peptide: Peptide) -> list[str]:
        """Fold a peptide's name into what is left of the page beside its letters."""
        room = self.sheet.inner - self.width(peptide.sequence) - _BESIDE
        return folded(peptide.name, self.size, max(room, self.size * 8))

    def name_width(self, peptide: Peptide) -> float:
        """Tell how wide a peptide's folded name is."""
        return max(width_of(line, self.size) for line in self.name(peptide))

    def height(self, peptide: Peptide) -> float:
        """Tell how high a peptide's letters and its name are together."""
        return self.row * len(self.name(peptide))

    def draw(self, peptide: Peptide, x: float, y: float) -> None:
        """Draw a peptide's blocks with its name to the right of them."""
        self._draw_blocks(peptide.sequence, x, y, peptide.id)
        end = x + self.width(peptide.sequence) + 5
        self.sheet.lines(end, y + self.row / 2, self.name(peptide), self.row)

    def draw_start(self, start: str, x: float, y: float) -> None:
        """Draw first letters alone."""
        self._draw_blocks(start, x, y, "")

    def _draw_blocks(self, sequence: str, x: float, y: float, gid: str) -> None:
        page = self.sheet.page
        fill, height = page.colour(theme.KINDS["peptide"]), self.row - 2
        for place, letter in enumerate(sequence):
            is_common = self.common[place : place + 1] == letter
            left = x + place * self.block
            self.sheet.box(
                left, y + 1, self.block, height, zorder=2, linewidth=0.5,
                facecolor=fill if is_common else page.ground,
                edgecolor=page.ground if is_common else fill,
            )  # fmt: skip
            text = self.sheet.text(
                left + self.block / 2, y + 1 + height / 2 + 0.3, letter, ha="center",
                color="#000000" if is_common else page.ink,
            )  # fmt: skip
            text.set_gid(gid)


@dataclass
class Window:
    """A stretch of a precursor, and the peptides cut from it, letter under letter."""

    peptides: list[Peptide]
    first: int
    last: int
    letters: Letters
    width: float = 0.0

    @property
    def letters_width(self) -> float:
        """Tell how wide its letters are, without names."""
        return (self.last - self.first + 1) * self.letters.block

    @property
    def height(self) -> float:
        """Tell how high it is."""
        return self.letters.row + sum(map(self.letters.height, self.peptides))

    def draw(self, x: float, y: float) -> None:
        """Draw the numbers of its ends, and below them its peptides."""
        letters, sheet = self.letters, self.letters.sheet
        soft = {"color": sheet.page.soft}
        sheet.text(x, y + letters.row / 2, f"{self.first} to {self.last}", **soft)
        y += letters.row
        for peptide in self.peptides:
            shift = ((peptide.start or self.first) - self.first) * letters.block
            letters.draw(peptide, x + shift, y)
            y += letters.height(peptide)


def windows(placed: Iterable[Peptide], letters: Letters) -> list[Window]:
    """Part peptides by stretch: those that overlap or stand close share a window, where it fits."""
    found: list[Window] = []
    for peptide in sorted(placed, key=lambda p: (p.start or 0, -len(p.sequence), p.id)):
        start = peptide.start or 1
        end = start + len(peptide.sequence) - 1
        own = letters.name_width(peptide) + 5
        is_wide = found and (end - found[-1].first + 1) * letters.block + own > letters.sheet.inner
        if not found or is_wide or start > found[-1].last + _APART:
            found.append(Window([], start, end, letters))
        window = found[-1]
        window.peptides.append(peptide)
        window.last = max(window.last, end)
        reach = (end - window.first + 1) * letters.block + own
        window.width = max(window.width, reach + 2, window.letters_width)
    return found
