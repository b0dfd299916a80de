"""What one to three molecules do at each receptor, row by row, as the sources report it."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures import marks
from explainer.figures.affinity_labels import (
    LABELS,
    NOT_A_RANKING,
    describe,
    heading,
    is_contested,
    is_drawn,
    with_species,
)
from explainer.figures.figure import on_both_grounds
from explainer.figures.sheet import LARGE, Sheet, folded, width_of
from explainer.view.arguments import molecules_of, of_a_system, rows_of
from explainer.voices.numerals import capital, count

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.schema import Interaction, Receptor
    from explainer.model.system import Molecule, System

_MOST = 3
_NAMES = 0.25  # of the page, at most, for the names of receptors
_NARROW = 1.5  # a bar for one value is this wide, in points


@on_both_grounds
@of_a_system
def profiles(
    system: System,
    *molecules: str,
    receptors: Iterable[str] | None = None,
    page: str = "print",
) -> Drawing:
    """Draw each row on one to three molecules: its action, and its range of affinity if it has one.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    molecules
        Ids of one to three ligands or peptides, such as ``"buprenorphine"``.
    receptors
        Ids of the receptors to draw; without them, all.
    page
        ``print``, ``projector`` or ``dark``.

    Returns
    -------
    Drawing
        Affinities are -log10 of mol/L (pKi and the like), as ranges, not a ranking.
        A matplotlib ``Figure``; ``description`` tells it in words.

    Raises
    ------
    TypeError
        Where ``system`` is no system, or an id is no word.
    ValueError
        Where an id is unknown, ``page`` is none of the three, or there are no molecules or
        more than three.

    """
    chosen = _chosen(system, molecules)
    shown = rows_of(receptors, system.receptors, "receptor")
    sheet = _drawn(Sheet(page), system, chosen, shown)
    if sheet.is_over:
        sheet = _drawn(Sheet(page, slide=LARGE), system, chosen, shown)
    return sheet.finish(describe(system, chosen, shown))


def _drawn(
    sheet: Sheet, system: System, molecules: list[Molecule], receptors: list[Receptor]
) -> Sheet:
    _Board(sheet, system, molecules, receptors).draw()
    return sheet


def _chosen(system: System, molecules: tuple[str, ...]) -> list[Molecule]:
    chosen = molecules_of(system, molecules)
    if not 1 <= len(chosen) <= _MOST:
        told = "give the ids of one, two or three molecules"
        raise ValueError(f"profiles cannot draw {count(len(chosen), 'molecule')}: {told}")
    return chosen


class _Board:
    """Lanes for receptors, columns for molecules, one line for each row."""

    def __init__(
        self, sheet: Sheet, system: System, molecules: list[Molecule], receptors: list[Receptor]
    ) -> None:
        self.sheet, self.system, self.molecules = sheet, system, molecules
        self.receptors = receptors
        ids = {receptor.id for receptor in receptors}
        self.rows = {
            m.id: [r for r in system.interactions_of(m.id).values() if r.receptor in ids]
            for m in molecules
        }
        every = [
            row
            for receptor in receptors  # in reading order, as caveats are numbered
            for rows in self.rows.values()
            for row in sorted(rows, key=_order)
            if row.receptor == receptor.id
        ]
        values = [v for r in every if is_drawn(r) for v in (r.affinity_low, r.affinity_high) if v]
        self.low = math.floor(min(values, default=5) - 0.3)
        self.high = math.ceil(max(values, default=10) + 0.3)
        self.step = sheet.page.small * (1.08 if sheet.is_slide else 1.45)
        heads = (width_of(r.short_name, sheet.page.size, "bold") for r in receptors)
        self.head = min(max(heads, default=0) + sheet.page.small, sheet.inner * _NAMES)
        self.gap = sheet.page.small * 0.5
        self.column = (sheet.inner - self.head) / len(molecules) - self.gap
        self.notes: list[str] = []
        self.is_short = False
        self.labels = self._choose_labels(every)
        self.plot = self.column - self._mark - max(
            (width_of(words, sheet.page.small) for words in self.labels.values()), default=0
        ) - 6  # fmt: skip

    @property
    def _mark(self) -> float:
        """Room for the sign of an action, and before it for ≠."""
        return self.sheet.page.small * 2.3

    def _choose_labels(self, rows: list[Interaction]) -> dict[str, str]:
        """Choose the longest labels that leave the bars half of each column."""
        labels: dict[str, str] = {}
        for write in LABELS:
            labels = {
                row.id: f"{write(self.system, row)} {self._note(row)}".strip() for row in rows
            }
            widest = max((width_of(w, self.sheet.page.small) for w in labels.values()), default=0)
            self.is_short = write is with_species
            if widest <= (self.column - self._mark) / 2:
                break
        return labels

    def _note(self, row: Interaction) -> str:
        """Give the mark of a row's caveat: a number on paper, a star on a slide."""
        if not row.caveat:
            return ""
        if row.caveat not in self.notes:
            self.notes.append(row.caveat)
        return "*" if self.sheet.is_slide else f"[{self.notes.index(row.caveat) + 1}]"

    def left(self, place: int) -> float:
        """Tell where a molecule's column begins."""
        return self.sheet.margin + self.head + place * (self.column + self.gap)

    def x(self, place: int, value: float) -> float:
        """Tell where a value stands in a molecule's column."""
        share = (value - self.low) / (self.high - self.low)
        return self.left(place) + self._mark + share * self.plot

    def draw(self) -> None:
        """Draw all of it, from the title down to the notes."""
        self.sheet.title(heading(self.molecules, self.receptors, self.rows))
        self.draw_heads()
        for receptor in self.receptors:
            self.draw_lane(receptor)
        self.draw_axis()
        self.draw_notes()

    def draw_heads(self) -> None:
        """Name each molecule over its column."""
        sheet = self.sheet
        if len(self.molecules) > 1:
            room = self.column - self._mark - self.gap
            looks = {"weight": "bold", "size": sheet.page.size}
            heads = [folded(capital(m.name), sheet.page.size, room, "bold") for m in self.molecules]
            for place, lines in enumerate(heads):
                y = sheet.y + sheet.line * (max(map(len, heads)) - len(lines) + 0.5)
                sheet.lines(self.left(place) + self._mark, y, lines, sheet.line, **looks)
            sheet.y += sheet.line * (max(map(len, heads)) + 0.15)

    def draw_lane(self, receptor: Receptor) -> None:
        """Draw one receptor's rows for each molecule."""
        sheet, top = self.sheet, self.sheet.y
        rows = {
            m.id: [r for r in self.rows[m.id] if r.receptor == receptor.id] for m in self.molecules
        }
        looks = {"weight": "bold", "size": sheet.page.size}
        room = self.head - sheet.page.small
        name = folded(receptor.short_name, sheet.page.size, room, "bold")
        lines = max(len(name), *(len(found) for found in rows.values()))
        height = self.step * (lines + 0.35)
        sheet.stroke([(sheet.margin, top), (sheet.right, top)])
        sheet.lines(sheet.margin, top + self.step * 0.67, name, self.step, **looks)
        for place, found in enumerate(rows.values()):
            self._draw_grid(place, top, height)
            if is_contested(found):
                y = top + self.step * 0.67
                sheet.text(
                    self.left(place) + sheet.page.small * 0.5, y, "≠", ha="center", weight="bold"
                )
            for line, row in enumerate(sorted(found, key=_order)):
                self._draw_row(place, row, top + self.step * (line + 0.67))
            if not found:
                x, y = self.x(place, self.low) + 4, top + self.step * 0.67
                sheet.text(x, y, "no row", color=sheet.page.soft)
        sheet.y += height

    def _draw_grid(self, place: int, top: float, height: float) -> None:
        left, right = self.x(place, self.low), self.x(place, self.high)
        self.sheet.box(left, top + 1, right - left, height - 2, facecolor=self.sheet.page.silence)
        for value in range(self.low + 1, self.high):
            x = self.x(place, value)
            self.sheet.stroke([(x, top + 1), (x, top + height - 1)], color=self.sheet.page.ground)

    def _draw_row(self, place: int, row: Interaction, y: float) -> None:
        """Draw an action's sign, the range as reported or words in its place, and the label."""
        sheet, size = self.sheet, self.sheet.page.small
        name = theme.family_of(row)
        at = self.left(place) + size * 1.55, y
        marks.family(sheet, name, at, size * 0.85, f"{row.id} action")
        end = self.x(place, self.high) + 6
        if not is_drawn(row):
            told, start = (
                "not drawn" if row.affinity_low else "no value",
                self.x(place, self.low) + 4,
            )
            sheet.text(start, y, told, color=sheet.page.soft)
            end = max(end, start + width_of(told, size) + 6)  # words may be wider than the scale
        sheet.text(end, y, self.labels[row.id])
        if not is_drawn(row):
            return
        colour = sheet.page.colour(theme.FAMILIES[name])
        low, high = self.x(place, row.affinity_low or 0), self.x(place, row.affinity_high or 0)
        width, half = max(_NARROW * size / 4, high - low), size * 0.32
        bar = sheet.box(
            (low + high - width) / 2, y - half, width, 2 * half, facecolor=colour, zorder=3
        )
        bar.set_gid(row.id)
        if row.relation in ("<", ">"):
            sign = -1 if row.relation == "<" else 1
            edges = self.x(place, self.low) + 2, self.x(place, self.high) - 2
            tip = min(max(low + sign * size * 2, edges[0]), edges[1])
            sheet.stroke([(low, y), (tip, y)], color=colour, linewidth=1.2, zorder=3)
            back = tip - sign * size * 0.4
            head = [(back, y - half * 0.8), (tip, y), (back, y + half * 0.8)]
            sheet.stroke(head, color=colour, linewidth=1.2, zorder=3)

    def draw_axis(self) -> None:
        """Number the values under each column, and say in words which way is tighter."""
        sheet, size = self.sheet, self.sheet.page.small
        wide = self.plot / max(1, self.high - self.low)
        every = max(1, math.ceil(width_of("10", size) * 1.5 / wide))
        for place in range(len(self.molecules)):
            for value in range(self.low, self.high + 1, every):
                words = str(value)
                sheet.text(self.x(place, value), sheet.y + sheet.line / 2, words, ha="center")
        sheet.y += sheet.line
        y = sheet.y + sheet.line / 2
        unit = "pKi if not named" if self.is_short else "binding"
        sheet.text(self.x(0, self.low), y, f"◄ looser   {unit}, −log10 M   tighter ►")
        if sheet.is_slide and self.notes:
            sheet.text(sheet.right, y, "* has a caveat", ha="right", color=sheet.page.soft)
        sheet.y += sheet.line * 1.2
        sheet.words(NOT_A_RANKING, weight="bold", color=sheet.page.ink)

    def draw_notes(self) -> None:
        """Explain the signs, then tell each caveat; a slide leaves those to its description."""
        sheet = self.sheet
        seen = {theme.family_of(row) for rows in self.rows.values() for row in rows}
        sheet.y += 3
        sheet.legend(
            (functools.partial(_sign, name), look.word)
            for name, look in theme.FAMILIES.items()
            if name in seen
        )
        if sheet.is_slide:
            return
        sheet.words(
            "A bar: from the lowest to the highest value of one row, never an average. An arrow: "
            "the true value lies further that way. ≠: the sources do not agree on the action."
        )
        every = {row.measure for rows in self.rows.values() for row in rows if is_drawn(row)}
        if every - {"pKi", "pKd"}:
            sheet.words("Only pKi and pKd measure binding alone.")
        for place, note in enumerate(self.notes, start=1):
            sheet.words(f"[{place}] {note}")


def _sign(name: str, sheet: Sheet, at: marks.At, size: float) -> None:
    marks.family(sheet, name, at, size)


def _order(row: Interaction) -> tuple[bool, str]:
    return not is_drawn(row), row.id
