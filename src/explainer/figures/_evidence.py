"""Who found what: one mark for each finding, by receptor and by side of life or health."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures import marks
from explainer.figures.figure import on_both_grounds
from explainer.figures.findings import columns_of, describe, in_order
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.view.arguments import of_a_system, rows_of
from explainer.voices import hazards
from explainer.voices.numerals import capital, count

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.schema import Domain, Effect
    from explainer.model.system import System

SILENT = "no finding in these tables"
_NAMES = 0.35  # of the page, at most, for the names of domains
_ROOM_ON_SLIDE = 330.0  # points between title and legend


@on_both_grounds
@of_a_system
def evidence(system: System, domains: Iterable[str] | None = None, page: str = "print") -> Drawing:
    """Draw each finding in its cell: what was done, which way it went, what kind of evidence.

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
    while domains is None and sheet.is_slide and grid.height > _ROOM_ON_SLIDE and len(shown) > 1:
        shown = shown[:-1]
        grid = _Grid(sheet, system, shown)
    return _finished(sheet, system, grid)


def _finished(sheet: Sheet, system: System, grid: _Grid) -> Drawing:
    dangers = [line.text for line in hazards.of_rows(system, grid.rows)]
    sheet.title(_heading(len(grid.rows), len(system.effects)), dangers)
    if grid.rows:
        grid.draw()
        _draw_legend(sheet, grid.rows)
    else:
        sheet.words("These tables hold no finding to draw.")
    sheet.hazards(dangers)
    return sheet.finish(" ".join((describe(system, grid.rows, grid.domains), *dangers)))


def _heading(number: int, every: int) -> str:
    told = capital(count(number, "finding")) if number == every else f"{number} of {every} findings"
    return f"{told} by receptor and domain"


class _Grid:
    """A table whose columns are as wide, and rows as high, as their findings need."""

    def __init__(self, sheet: Sheet, system: System, domains: Sequence[Domain]) -> None:
        self.sheet, self.domains = sheet, domains
        self.across: list[int] = []
        self.widths: list[float] = []
        ids = {domain.id for domain in domains}
        self.rows = [row for row in system.effects.values() if row.domain in ids]
        self.columns = columns_of(system, self.rows, is_slide=sheet.is_slide)
        size = sheet.page.small
        self.mark = size * 2.72
        self.line = size * (1.16 if sheet.is_slide else 1.27)
        names = (width_of(d.name, sheet.page.size, "bold") for d in domains)
        self.label = min(max(names, default=0) + size * 0.7, sheet.inner * _NAMES)
        room = sheet.inner - self.label
        self.names = {
            d.id: folded(d.name, sheet.page.size, self.label - size * 0.7, "bold") for d in domains
        }
        self.name_line = sheet.page.size * 1.2
        self.pad = size * 0.5
        needs = [[len(column.at(d.id)) for d in domains] for column in self.columns]
        most = room / max(1, len(self.columns))
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

    @property
    def height(self) -> float:
        """Tell how high the rows are together, with their heads."""
        return sum(self.height_of(domain) for domain in self.domains) + 2 * self.sheet.line

    def height_of(self, domain: Domain) -> float:
        """Tell how high one domain's row is."""
        pairs = zip(self.columns, self.across, strict=True)
        lines = max((-(-len(column.at(domain.id)) // n) for column, n in pairs), default=1)
        named = self.name_line * (len(self.names[domain.id]) - 1) + self.line
        return max(self.line * max(1, lines), named) + self.sheet.page.small * 0.3

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
            words = "not parted by receptor"
            sheet.text((left + right) / 2, y, words, ha="center", color=sheet.page.soft)
            sheet.y += sheet.line
            sheet.stroke([(left + 3, sheet.y), (right - 3, sheet.y)])
            sheet.y += 2
        heads = [
            folded(column.name, size, width - 4, "bold")
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
        found = [column.at(domain.id) for column in self.columns]
        height = self.height_of(domain)
        y = top + self.line * 0.5 + sheet.page.small * 0.15
        looks = {"size": sheet.page.size, "weight": "bold"}
        sheet.lines(sheet.margin, y, self.names[domain.id], self.name_line, **looks)
        for place, rows in enumerate(found):
            left, width = self.left(place), self.widths[place]
            if not rows:
                box = sheet.box(
                    left + 1.5, top + 1.5, width - 3, height - 3, zorder=0.5, linewidth=0.9,
                    facecolor=sheet.page.silence, edgecolor=sheet.page.rule, linestyle=":",
                )  # fmt: skip
                box.set_gid(f"{SILENT}: {self.columns[place].id} {domain.id}")
            for at, row in enumerate(in_order(rows)):
                line, across = divmod(at, self.across[place])
                x = left + self.pad / 2 + (across + 0.5) * self.mark
                draw_finding(sheet, row, (x, y + self.line * line))
        sheet.y += height
        sheet.stroke([(sheet.margin, sheet.y), (sheet.right, sheet.y)], linewidth=0.5)


def shares(needs: Sequence[Sequence[int]], room: int) -> list[int]:
    """Share out marks per line between columns, so that the rows together are as low as can be."""
    across = [1] * len(needs)

    def height(widths: list[int]) -> tuple[int, int]:
        rows = [
            [-(-n // w) for n, w in zip(row, widths, strict=True)]
            for row in zip(*needs, strict=True)
        ]
        return sum(max(row) for row in rows), sum(map(sum, rows))

    for _ in range(room - len(needs) if needs else 0):
        wider = [[n + (i == place) for i, n in enumerate(across)] for place in range(len(needs))]
        best = min(wider, key=height)
        if height(best) >= height(across):  # every cell has room: what is left is shared evenly
            break
        across = best
    return across


def draw_finding(sheet: Sheet, row: Effect, at: marks.At) -> None:
    """Draw one finding: done, direction, kind of evidence, as the Explorer does."""
    size, (x, y) = sheet.page.small, at
    done = theme.PERTURBATIONS[row.perturbation].sign
    marks.draw(sheet, done, (x - size * 0.82, y), size * 0.62, sheet.page.ink)
    marks.direction(sheet, row.direction, (x, y), size * 0.82, row.id)
    letter = sheet.text(x + size * 0.58, y, theme.EVIDENCE[row.evidence])
    letter.set_gid(row.id)


def _draw_legend(sheet: Sheet, rows: list[Effect]) -> None:
    sheet.y += sheet.page.small * 0.4
    signs: dict[str, dict[str, None]] = {}
    for name in theme.PERTURBATIONS:
        if name in {row.perturbation for row in rows}:
            signs.setdefault(theme.PERTURBATIONS[name].sign, {})[name] = None
    ways = {row.direction for row in rows}
    kinds = {row.evidence for row in rows}
    done = [(functools.partial(_done, sign), ", ".join(names)) for sign, names in signs.items()]
    then = [
        (functools.partial(_direction, name), look.word)
        for name, look in theme.DIRECTIONS.items()
        if name in ways
    ]
    silent = (_silent, SILENT)
    letters = [
        (functools.partial(_letter, letter), kind)
        for kind, letter in theme.EVIDENCE.items()
        if kind in kinds
    ]
    if sheet.is_slide:
        sheet.legend([*done, *then, silent])
        sheet.legend(letters)
    else:
        sheet.legend(done, heading="What was done:")
        sheet.legend([*then, silent], heading="How it then went:")
        sheet.legend(letters, heading="Evidence:")


def _letter(letter: str, sheet: Sheet, at: marks.At, size: float) -> None:
    sheet.text(*at, letter, ha="center", size=size, weight="bold")


def _done(sign: str, sheet: Sheet, at: marks.At, size: float) -> None:
    marks.draw(sheet, sign, at, size * 0.7, sheet.page.ink)


def _direction(name: str, sheet: Sheet, at: marks.At, size: float) -> None:
    marks.direction(sheet, name, at, size * 0.85)


def _silent(sheet: Sheet, at: marks.At, size: float) -> None:
    sheet.box(
        at[0] - size * 0.6, at[1] - size * 0.45, size * 1.2, size * 0.9, linestyle=":",
        facecolor=sheet.page.silence, edgecolor=sheet.page.rule,
    )  # fmt: skip
