"""What happened when, on an axis that is true to scale and shows where it is broken."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from explainer.figures import marks
from explainer.figures.figure import on_both_grounds
from explainer.figures.sheet import PAGE, PHONE, Sheet, folded, width_of
from explainer.figures.time_axis import Axis, Span, spread, stretches
from explainer.figures.tracks import packed
from explainer.view.arguments import of_a_system
from explainer.voices.numerals import capital, count

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.schema import Event
    from explainer.model.system import System

_SHARE = 0.8  # of the usual size of a heading: a slide has no room for a second line of it
_KINDS = {"receptors": "receptor", "peptides": "peptide", "ligands": "ligand", "groups": "group"}


@on_both_grounds
@of_a_system
def timeline(system: System, page: str = "print", *, is_narrow: bool = False) -> Drawing:
    """Draw events and periods down the page, each beside its year.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    page
        ``print``, ``projector`` (names alone, in two columns) or ``dark``.
    is_narrow
        Whether it is as wide as a phone's column.

    Returns
    -------
    Drawing
        Years run downwards, true to scale; where the axis is broken it says so.
        A matplotlib ``Figure``; ``description`` tells it in words.

    Raises
    ------
    TypeError
        Where ``system`` is no system.
    ValueError
        Where ``page`` is none of the three.

    """
    sheet = Sheet(page, PHONE if is_narrow else PAGE)
    events = sorted(system.events.values(), key=lambda row: (row.year, row.until or row.year))
    if not events:
        sheet.title("No events")
        sheet.words("These tables hold no event.")
        return sheet.finish(describe(system))
    sheet.title(_heading(events, story_of(events)), share=_SHARE if sheet.is_slide else 1)
    _draw_columns(sheet, system, events)
    _draw_legend(sheet, system, events)
    return sheet.finish(describe(system))


def story_of(events: Iterable[Event]) -> str:
    """Name the course of events that most of them belong to; it is the one that is told."""
    stories = Counter(row.story for row in events if row.story)
    return stories.most_common(1)[0][0] if stories else ""


def _heading(events: list[Event], story: str) -> str:
    """Say how the story ended; without one there is no more to say than how much happened."""
    part = [row for row in events if row.story == story]
    first, last = part[0].year, max(row.until or row.year for row in part)
    if not story:
        return f"{capital(count(len(events), 'event'))}, {first} to {last}"
    return f"{story}, {first} to {last}: {part[-1].name}"


def _draw_columns(sheet: Sheet, system: System, events: list[Event]) -> None:
    """Draw one column, or two on a slide, and go on below the longer one."""
    half = -(-len(events) // 2)
    parts = [events[:half], events[half:]] if sheet.is_slide and len(events) > 1 else [events]
    gap = sheet.page.small * 1.2
    width = (sheet.inner + gap) / len(parts) - gap
    top, bottom = sheet.y, sheet.y
    for place, part in enumerate(parts):
        column = _Column(sheet, system, part, sheet.margin + place * (width + gap), width)
        bottom = max(bottom, column.draw(top))
    sheet.y = bottom + sheet.page.small * 0.5


def years_of(row: Event) -> str:
    """Write a year, or the first and last of a period."""
    return f"{row.year} to {row.until}" if row.until else str(row.year)


def kinds_of(system: System, row: Event) -> list[str]:
    """Tell which kinds of rows an event is about."""
    kinds = (
        kind for table, kind in _KINDS.items() for word in row.about if word in system.tables[table]
    )
    return list(dict.fromkeys(kinds))


class _Column:
    """An axis down the page, bars of periods on its left, words on its right."""

    def __init__(
        self, sheet: Sheet, system: System, events: list[Event], x: float, width: float
    ) -> None:
        self.sheet, self.system, self.events = sheet, system, events
        self.story = story_of(system.events.values())
        self.size = sheet.page.small
        self.step = self.size * (1.08 if sheet.is_slide else 1.3)
        self.spans = [Span(row.year, row.until or row.year) for row in events]
        long = [span for span in self.spans if span.last > span.first]
        self.bars = dict(zip(long, packed(((s.first, s.last) for s in long), 1), strict=True))
        lanes = max(self.bars.values(), default=-1) + 1
        self.ticks_x = x + width_of("2000", self.size)
        self.axis_x = self.ticks_x + self.size * (0.8 + 0.75 * lanes)
        self.words_x = self.axis_x + self.size * (2.6 if sheet.is_slide else 5)
        self.words_width = x + width - self.words_x

    def _signs_width(self, row: Event) -> float:
        return self.size * 1.25 * len(kinds_of(self.system, row))

    def _head(self, row: Event) -> str:
        years = f"{row.year}–{row.until % 100:02}" if row.until else f"{row.year}"
        return f"{years} {row.name}" if self.sheet.is_slide else f"{years_of(row)}  {row.name}"

    def _heads(self, row: Event) -> list[str]:
        """Fold years and name."""
        indent, weight = self._signs_width(row), self._weight(row)
        return folded(self._head(row), self.size, self.words_width, weight, indent=indent)

    def _is_main(self, row: Event) -> bool:
        """Whether an event belongs to the story; all do where there is none."""
        return row.story == self.story

    def _weight(self, row: Event) -> str:
        """Set the story in bold; on a slide it is the only bold there is."""
        is_bold = self._is_main(row) and bool(self.story or not self.sheet.is_slide)
        return "bold" if is_bold else "normal"

    def _told(self, row: Event) -> list[str]:
        """Fold a sentence of the story, on paper; it goes on in the last line of its name."""
        if self.sheet.is_slide or not self._is_main(row):
            return []
        heads = self._heads(row)
        indent = width_of(heads[-1], self.size, "bold") + self.size * 0.6
        indent += self._signs_width(row) if len(heads) == 1 else 0
        return folded(row.told, self.size, self.words_width, indent=indent)

    def _height(self, row: Event) -> float:
        lines = len(self._heads(row)) + max(0, len(self._told(row)) - 1)
        return self.step * lines + self.size * (0.2 if self.sheet.is_slide else 0.75)

    def draw(self, top: float) -> float:
        """Draw the column, and tell where it ends."""
        heights = [self._height(row) for row in self.events]
        length = max(sum(heights), self.size * 10)
        axis = Axis(stretches(self.spans), top, length, self.size)
        self._draw_axis(axis)
        wanted = [axis.y(span.first) - self.step / 2 for span in self.spans]
        for row, span, y in zip(
            self.events, self.spans, spread(wanted, heights, top, top + length), strict=True
        ):
            self._draw_event(axis, row, span, y)
        return top + length

    def _draw_axis(self, axis: Axis) -> None:
        sheet, size = self.sheet, self.size
        ink = sheet.page.ink
        for part in axis.parts:
            ends = [(self.axis_x, axis.y(part.first)), (self.axis_x, axis.y(part.last))]
            sheet.stroke(ends, color=ink, linewidth=1.2, zorder=2)
        for year in axis.ticks(size * 1.6):
            y = axis.y(year)
            sheet.stroke([(self.ticks_x + 2, y), (self.axis_x, y)], linewidth=0.6)
            sheet.text(self.ticks_x, y, str(year), ha="right", color=sheet.page.soft)
        for before, after in itertools.pairwise(axis.parts):
            top, bottom = axis.y(before.last), axis.y(after.first)
            middle, x, w = (top + bottom) / 2, self.axis_x, size * 0.35
            zigzag = [(x, top), (x, middle - w), (x - w, middle - w / 2), (x + w, middle + w / 2),
                      (x, middle + w), (x, bottom)]  # fmt: skip
            sheet.stroke(zigzag, color=ink, linewidth=0.9, zorder=2)
        for span, lane in self.bars.items():
            x = self.axis_x - size * (0.75 * lane + 0.85)
            height = max(2.0, axis.y(span.last) - axis.y(span.first))
            colour = sheet.page.soft
            bar = sheet.box(x, axis.y(span.first), size * 0.5, height, facecolor=colour, zorder=3)
            bar.set_gid(f"{span.first} to {span.last}")

    def _draw_event(self, axis: Axis, row: Event, span: Span, y: float) -> None:
        sheet, size = self.sheet, self.size
        is_main = self._is_main(row) and bool(self.story)
        start, first = axis.y(span.first), y + self.step / 2
        dot = size * (2.6 if is_main else 1.1)
        marks.draw(sheet, "·", (self.axis_x, start), dot, sheet.page.ink).set_gid(row.id)
        bend = self.words_x - size * 0.9
        line = [(self.axis_x, start), (self.axis_x + size * 0.6, start), (bend, first),
                (self.words_x - size * 0.3, first)]  # fmt: skip
        look = {"color": sheet.page.ink, "linewidth": 1.4} if is_main else {"linewidth": 0.7}
        sheet.stroke(line, **look)
        x = self.words_x
        for kind in kinds_of(self.system, row):
            marks.kind(sheet, kind, (x + size * 0.5, first), size * 0.9, f"{row.id} {kind}")
            x += size * 1.25
        looks: dict[str, Any] = {"weight": self._weight(row)}
        looks |= {} if self._is_main(row) else {"color": sheet.page.soft}
        for place, words in enumerate(self._heads(row)):
            left = self.words_x if place else x
            text = sheet.text(left, first + self.step * place, words, **looks)
        beside, *below = self._told(row) or [""]
        if beside:
            sheet.after(text, beside, size * 0.6)
        last = first + self.step * len(self._heads(row))
        sheet.lines(self.words_x, last, below, self.step)


def _draw_legend(sheet: Sheet, system: System, events: list[Event]) -> None:
    seen = {kind for row in events for kind in kinds_of(system, row)}
    words = {"receptor": "receptor", "peptide": "peptide of the body",
             "ligand": "molecule from outside", "group": "a group of them"}  # fmt: skip
    items = [(functools.partial(_kind, kind), words[kind]) for kind in words if kind in seen]
    if not sheet.is_slide:
        sheet.legend(items, heading="About a:" if items else "")
        if story := story_of(events):
            sheet.words(f"In bold: {story}. The rest is what else happened.")
        sheet.words(
            "Years are to scale. A break in the line: more than 25 years without an event in these "
            "tables. A bar: a period."
        )
    else:
        sheet.legend(items)


def _kind(name: str, sheet: Sheet, at: marks.At, size: float) -> None:
    marks.kind(sheet, name, at, size * 0.9)


def describe(system: System) -> str:
    """Tell in words what `timeline` draws, event by event."""
    rows = sorted(system.events.values(), key=lambda row: (row.year, row.until or row.year))
    if not rows:
        return "These tables hold no event. There is no timeline to draw."
    last = max(row.until or row.year for row in rows)
    periods = sum(row.until is not None for row in rows)
    told = f", of which {count(periods, 'is a period', 'are periods')}" if periods else ""
    story = story_of(rows)
    parts = [
        f"A timeline of {count(len(rows), 'event')}{told}, from {rows[0].year} to {last}.",
        *([f"In bold: {_heading(rows, story)}."] if story else []),
        *(f"{years_of(row)}: {row.name}. {row.told.rstrip('.')}." for row in rows),
    ]
    breaks = stretches([Span(row.year, row.until or row.year) for row in rows])
    parts += [
        f"The axis is broken between {before.last} and {after.first}."
        for before, after in itertools.pairwise(breaks)
    ]
    return " ".join(parts)
