"""Who found what: the marks of the Explorer, by receptor and by each side of life or health."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures import marks
from explainer.figures.figure import on_both_grounds
from explainer.figures.findings import Cell, by_what_was_done, columns_of, describe
from explainer.figures.painter import mark_of
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.model.evidence import who_of
from explainer.view import sockets
from explainer.view.arguments import of_a_system, rows_of
from explainer.view.findings import finding_of
from explainer.voices import hazards
from explainer.voices.numerals import capital, count

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.schema import Domain, Effect
    from explainer.model.system import System

SILENT = "no finding in these tables"
_NAMES = 0.175  # of the page, at most, for the names of domains
_FOOT_OF_SLIDE = 107.0  # points that the legend takes


@on_both_grounds
@of_a_system
def evidence(system: System, domains: Iterable[str] | None = None, page: str = "print") -> Drawing:
    """Draw each finding in its cell: what was done, which way it went, in whom.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    domains
        Ids of domains; without them, all, or on a slide as many of the first as it has room for.
    page
        ``print``, ``projector`` or ``dark``.

    Returns
    -------
    Drawing
        One mark for each finding, by receptor and domain.
        A matplotlib ``Figure``; ``description`` tells it in words.

    Raises
    ------
    TypeError
        Where ``system`` is no system, or an id is no word.
    ValueError
        Where an id is unknown, or ``page`` is none of the three.

    """
    sheet = Sheet(page)
    shown = rows_of(domains, system.domains, "domain")
    grid = _Grid(sheet, system, shown)
    while domains is None and sheet.is_slide and not grid.has_room and len(shown) > 1:
        shown = shown[:-1]
        grid = _Grid(sheet, system, shown)
    return _finished(sheet, system, grid)


def _finished(sheet: Sheet, system: System, grid: _Grid) -> Drawing:
    grid.title(sheet)
    if len(grid.rows) < len(system.effects):
        sheet.words(f"Drawn: {len(grid.rows)} of {count(len(system.effects), 'finding')}.")
    if grid.rows:
        grid.draw()
        _draw_legend(sheet, system, grid.rows)
    else:
        sheet.words("These tables hold no finding to draw.")
    sheet.hazards(grid.dangers)
    return sheet.finish(" ".join((describe(system, grid.rows, grid.domains), *grid.dangers)))


def _heading(system: System, rows: Sequence[Effect]) -> str:
    """Say what the map is to be remembered for: how few studies of people name a receptor."""
    people = [row for row in rows if who_of(row) == "people"]
    if not people:
        return "No finding here is in people"
    named = sum(row.agent in system.receptors for row in people)
    told = {0: "none names", 1: "one names"}.get(named, f"{named} name")
    return f"Of {count(len(people), 'finding')} in people, {told} one receptor"


class _Grid:
    """A table whose columns are as wide, and rows as high, as their findings need."""

    def __init__(self, sheet: Sheet, system: System, domains: Sequence[Domain]) -> None:
        self.sheet, self.system, self.domains = sheet, system, domains
        self.across: list[int] = []
        self.widths: list[float] = []
        ids = {domain.id for domain in domains}
        self.rows = [row for row in system.effects.values() if row.domain in ids]
        self.columns = columns_of(system, self.rows, is_slide=sheet.is_slide)
        size = sheet.page.small
        self.mark = size * (1.08 if sheet.is_slide else 1.02)
        self.line = size * (1.08 if sheet.is_slide else 1.05)
        names = (width_of(d.name, sheet.page.size, "bold") for d in domains)
        self.label = min(max(names, default=0) + size * 0.7, sheet.inner * _NAMES)
        room = sheet.inner - self.label
        self.names = {
            d.id: folded(d.name, sheet.page.size, self.label - size * 0.7, "bold") for d in domains
        }
        self.name_line = sheet.page.size * 1.2
        self.pad = size * 1.3  # the sign of what was done stands before the marks
        self.cells = {
            (column.id, domain.id): by_what_was_done(column.at(domain.id))
            for column in self.columns
            for domain in domains
        }
        needs = [
            [[len(rows) for rows in self.cells[column.id, d.id].values()] for d in domains]
            for column in self.columns
        ]
        most = 1.5 * room / max(1, len(self.columns))
        heads = [
            min(most, max(width_of(word, size, "bold") for word in column.name.split()) + size)
            for column in self.columns
        ]
        for marks_in_line in range(int(room // self.mark), 0, -1):
            self.across = shares(needs, marks_in_line)
            wanted = (n * self.mark + self.pad for n in self.across)
            self.widths = [max(pair) for pair in zip(wanted, heads, strict=True)]
            if sum(self.widths) <= room:
                break
        spare = (room - sum(self.widths)) / max(1, len(self.columns))
        self.widths = [width + spare for width in self.widths]

    @functools.cached_property
    def dangers(self) -> list[str]:
        """Say what may go wrong with what is drawn."""
        return [line.text for line in hazards.of_rows(self.system, self.rows)]

    @property
    def has_room(self) -> bool:
        """Whether a slide is high enough for its heading, the rows and the legend."""
        room = self.sheet.height - self.sheet.y - _FOOT_OF_SLIDE - self.height
        return room > 0 and self.sheet.height_of(self.title) <= room

    def title(self, sheet: Sheet) -> None:
        """Set the heading, with what may go wrong where that belongs to it."""
        sheet.title(_heading(self.system, self.rows), self.dangers)

    @property
    def height(self) -> float:
        """Tell how high the rows are together, with their heads."""
        return sum(self.height_of(domain) for domain in self.domains) + 2 * self.sheet.line

    def height_of(self, domain: Domain) -> float:
        """Tell how high one domain's row is."""
        lines = max(
            lines_of(map(len, self.cells[column.id, domain.id].values()), across)
            for column, across in zip(self.columns, self.across, strict=True)
        )
        named = self.name_line * (len(self.names[domain.id]) - 1) + self.line
        return max(self.line * max(1, lines), named) + self.sheet.page.small * 0.22

    def left(self, place: int) -> float:
        """Tell where a column begins."""
        return self.sheet.margin + self.label + sum(self.widths[:place])

    def draw(self) -> None:
        """Draw heads, then one row for each domain."""
        self._draw_heads()
        group = ""
        for domain in self.domains:
            if domain.group != group and len({d.group for d in self.domains}) > 1:
                words = capital(domain.group)
                y = self.sheet.y + self.line * 0.62
                self.sheet.text(self.sheet.margin, y, words, color=self.sheet.page.soft)
                self.sheet.y += self.line * 1.15
            group = domain.group
            self._draw_domain(domain)

    def _draw_heads(self) -> None:
        sheet = self.sheet
        size = sheet.page.small
        apart = [place for place, column in enumerate(self.columns) if not column.is_receptor]
        if len(apart) > 1:
            left, right = self.left(apart[0]), sheet.right
            y = sheet.y + sheet.line / 2
            words = "not tied to one receptor"
            sheet.text((left + right) / 2, y, words, ha="center", color=sheet.page.soft)
            sheet.y += sheet.line
            sheet.stroke([(left + 3, sheet.y), (right - 3, sheet.y)])
            sheet.y += 2
        heads = [
            folded(column.name, size, width - 2, "bold")
            for column, width in zip(self.columns, self.widths, strict=True)
        ]
        most = max(map(len, heads))
        for place, lines in enumerate(heads):
            x = self.left(place) + self.widths[place] / 2
            for line, words in enumerate(lines):
                y = sheet.y + sheet.line * (most - len(lines) + line + 0.5)
                sheet.text(x, y, words, ha="center", weight="bold")
        sheet.y += sheet.line * most + 2

    def _draw_domain(self, domain: Domain) -> None:
        sheet, top = self.sheet, self.sheet.y
        height = self.height_of(domain)
        y = top + self.line * 0.5 + sheet.page.small * 0.15
        looks = {"size": sheet.page.size, "weight": "bold"}
        sheet.lines(sheet.margin, y, self.names[domain.id], self.name_line, **looks)
        for place, column in enumerate(self.columns):
            left, width = self.left(place), self.widths[place]
            cell = self.cells[column.id, domain.id]
            if not cell:
                box = sheet.box(
                    left + 1.5, top + 1.5, width - 3, height - 3, zorder=0.5, linewidth=0.9,
                    facecolor=sheet.page.silence, edgecolor=sheet.page.rule, linestyle=":",
                )  # fmt: skip
                box.set_gid(f"{SILENT}: {column.id} {domain.id}")
            self._draw_cell(cell, left, y, self.across[place])
        sheet.y += height
        sheet.stroke([(sheet.margin, sheet.y), (sheet.right, sheet.y)], linewidth=0.5)

    def _draw_cell(self, cell: Cell, left: float, y: float, across: int) -> None:
        """Draw what was done, once, and after it a mark for each finding."""
        size = self.sheet.page.small
        line = 0
        for sign, rows in cell.items():
            marks.draw(
                self.sheet, sign, (left + size * 0.7, y + self.line * line), size * 0.6,
                self.sheet.page.ink,
            )  # fmt: skip
            for at, row in enumerate(rows):
                down, right = divmod(at, across)
                x = left + self.pad + (right + 0.5) * self.mark
                place = (x, y + self.line * (line + down))
                one = finding_of(self.system, row)
                mark_of(one.level, one.who, one.id)(self.sheet, place, size * 0.9)
            line += -(-len(rows) // across)


def lines_of(numbers: Iterable[int], across: int) -> int:
    """Tell how many lines the marks of a cell take: each thing done begins a new one."""
    return sum(-(-number // across) for number in numbers)


def shares(needs: Sequence[Sequence[Sequence[int]]], room: int) -> list[int]:
    """Share out marks per line between columns, so that the rows together are as low as can be."""
    across = [1] * len(needs)

    @functools.cache
    def lines(place: int, width: int) -> list[int]:
        return [lines_of(cell, width) for cell in needs[place]]

    def height(widths: list[int]) -> tuple[int, int]:
        columns = [lines(*column) for column in enumerate(widths)]
        return sum(map(max, zip(*columns, strict=True))), sum(map(sum, columns))

    for _ in range(room - len(needs) if needs else 0):
        wider = [[n + (i == place) for i, n in enumerate(across)] for place in range(len(needs))]
        best = min(wider, key=height)
        if height(best) >= height(across):  # every cell has room: what is left is shared evenly
            break
        across = best
    return across


def _draw_legend(sheet: Sheet, system: System, rows: list[Effect]) -> None:
    sheet.y += sheet.page.small * 0.4
    signs: dict[str, dict[str, None]] = {}
    for name, look in theme.PERTURBATIONS.items():
        if name in {row.perturbation for row in rows}:
            signs.setdefault(look.sign, {})[look.word] = None
    found = [finding_of(system, row) for row in rows]
    whose, levels = {one.who for one in found}, {one.level for one in found}
    done = [(functools.partial(_done, sign), ", ".join(names)) for sign, names in signs.items()]
    keys = [
        (mark_of(level, who or "people"), word)
        for level, who, word in sockets.KEY
        if (who in whose if who else level in levels)
    ]
    keys.append((_silent, SILENT))
    if sheet.is_slide:
        sheet.legend([*done, *keys])
        return
    sheet.legend(done, heading="What was done:")
    sheet.legend(keys)
    sheet.words(sockets.CAUTION)


def _done(sign: str, sheet: Sheet, at: marks.At, size: float) -> None:
    marks.draw(sheet, sign, at, size * 0.7, sheet.page.ink)


def _silent(sheet: Sheet, at: marks.At, size: float) -> None:
    sheet.box(
        at[0] - size * 0.6, at[1] - size * 0.45, size * 1.2, size * 0.9, linestyle=":",
        facecolor=sheet.page.silence, edgecolor=sheet.page.rule,
    )  # fmt: skip
