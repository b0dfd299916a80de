"""Grids of fields: receptors and lanes across, height as direction, one mark for each finding."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from explainer.drawing.display import Field, Frame, Stack
from explainer.drawing.type_metrics import cut
from explainer.view.absence import Absence
from explainer.view.findings import LEVELS, Finding, Level


@dataclass(frozen=True)
class Density:
    """How large marks are drawn; where they are folded, all but people stand in counted stacks."""

    people: float
    others: float
    is_folded: bool = False
    stack: float = 13.0  # least height of a stack: its number is type
    pad: float = 3.0  # above and below each row


# From the roomiest on: people never fold, and no mark is under eight pixels.
DENSITIES = (
    Density(16, 11),
    Density(14, 10),
    Density(12, 9),
    Density(13, 10, is_folded=True),
    Density(11, 9, is_folded=True),
    Density(9, 8, is_folded=True),
    Density(8, 8, is_folded=True),
    Density(8, 8, is_folded=True, stack=12, pad=2),
    Density(8, 8, is_folded=True, stack=12, pad=1),
)
Labelled = Literal["all", "people", "none"]
LEAST_ROW = 18.0  # so that the word of a level has room
STACK = 32.0  # width of a sign with its number
_LEAST_CUT = 5  # letters of a name that is cut: fewer tell nothing
LINE = 17.0  # height of a mark with its label
ROOMS = (116.0, 190.0)  # width of a mark with its label, and with a long one


@dataclass(frozen=True)
class Slot:
    """Where marks of one column, one domain and one lane stand: left edge and width."""

    column: str
    domain: str
    lane: str
    x: float
    w: float


def by_receptor(one: Finding) -> tuple[str, str]:
    """Column and lane of the first view."""
    return one.column, one.lane


def by_tool(one: Finding) -> str:
    """Name a mark by what was used, else by who says so."""
    return one.tool or one.author


def by_both(one: Finding) -> str:
    """Name a mark by what was given and who says so, where many things were given."""
    return ", ".join(part for part in (one.tool, one.author) if part)


def by_tool_and_year(found: Sequence[Finding]) -> Callable[[Finding], str]:
    """Name marks by what was used; what stands in a lane twice, by the year as well."""

    def place(one: Finding) -> tuple[str, ...]:
        return one.column, one.domain, one.step, one.who, one.tool

    twice = Counter(map(place, found))

    def label(one: Finding) -> str:
        year = one.author.rpartition(" ")[2]
        is_told_apart = one.through and twice[place(one)] > 1 and year.isdecimal()
        return f"{one.tool} {year}" if is_told_apart else by_tool(one)

    return label


def by_author(one: Finding) -> str:
    """Name a mark by who says so."""
    return one.author


def by_company(agent: str) -> Callable[[Finding], str]:
    """Name marks of what is looked at by who says so, and by what was given beside it."""

    def label(one: Finding) -> str:
        is_beside = one.agent == agent and one.through and agent not in one.through
        return f"{one.author} + {one.tool}" if is_beside else one.author

    return label


def _between_words(label: str) -> str:
    """Cut a name after a whole word, where it has one: a part of a word can say another thing."""
    head, blank, _ = label.rpartition(" ")
    return f"{head.rstrip(' +,&')}…" if blank and label.endswith("…") else label


@dataclass(frozen=True)
class Grid:
    """Findings in their cells, and how large they are drawn; with labels, one stands to a line."""

    found: Sequence[Finding]  # those that may stand in it; each knows its place among all
    density: Density
    column_of: Callable[[Finding], tuple[str, str]] = by_receptor
    labelled: Labelled = "none"
    label_of: Callable[[Finding], str] = by_tool
    room: float = ROOMS[0]  # width of a mark with its label
    # What empty lanes say, by column and domain; none: they say nothing.
    absences: Mapping[tuple[str, str], Absence] | None = None
    cells: dict[tuple[str, str, str, Level], tuple[list[Finding], list[Finding]]] = field(
        default_factory=dict, init=False
    )

    def __post_init__(self) -> None:
        """Sort the findings into their cells, people apart; they keep their order."""
        for one in self.found:
            column, lane = self.column_of(one)
            cell = self.cells.setdefault((column, one.domain, lane, one.level), ([], []))
            cell[one.who != "people"].append(one)

    def parted(self, slot: Slot, level: Level) -> tuple[list[Finding], list[Finding]]:
        """Findings on people in one cell, and all others."""
        return self.cells.get((slot.column, slot.domain, slot.lane, level), ([], []))

    def heights(self, slots: Sequence[Slot], levels: Sequence[Level] = LEVELS) -> list[float]:
        """How high each level is, so that the fullest of its cells fits."""
        return [
            max([LEAST_ROW, *(sum(self._rows(slot, level)) + self.density.pad for slot in slots)])
            for level in levels
        ]

    def draw(
        self,
        frame: Frame,
        slots: Sequence[Slot],
        top: float,
        heights: Sequence[float],
        levels: Sequence[Level] = LEVELS,
    ) -> None:
        """Set the marks of these slots into the frame, level by level from this height down."""
        for level, height in zip(levels, heights, strict=True):
            for slot in slots:
                people, others = self.parted(slot, level)
                first, _ = self._rows(slot, level)
                if people:
                    frame.fields.append(self._field(slot, top + 1.5, people))
                if others and self.is_stacked:
                    self._draw_stacks(frame, slot, top + 1.5 + first, others)
                elif others:
                    frame.fields.append(self._field(slot, top + 1.5 + first, others))
            top += height

    @property
    def is_stacked(self) -> bool:
        """Whether all but people are counted and not drawn one by one."""
        return self.density.is_folded and self.labelled != "all"

    def _rows(self, slot: Slot, level: Level) -> tuple[float, float]:
        """Heights of the people of a cell and of its others."""
        people, others = self.parted(slot, level)
        if not people and not others:
            return 0.0, 0.0  # as most cells of most grids that are tried
        across = self._across(slot, self.density.people, is_labelled=self.labelled != "none")
        tall = math.ceil(len(people) / across) * self._step(self.density.people, "people")
        number = len(self._stacks(others)) if self.is_stacked else len(others)
        across = self._across(slot, self.density.others, is_labelled=self.labelled == "all")
        step = self._step(self.density.others, "all")
        if self.is_stacked:
            across, step = max(1, int(slot.w // STACK)), self._stack_step
        return tall, math.ceil(number / across) * step

    @property
    def _stack_step(self) -> float:
        return max(self.density.stack, self.density.others + self.density.pad)

    def _across(self, slot: Slot, size: float, *, is_labelled: bool) -> int:
        """How many marks stand side by side: with labels, as many as have room for them."""
        return max(1, int((slot.w - 2) // (self.room if is_labelled else size + 2)))

    def _step(self, size: float, least: Labelled) -> float:
        """Height of a row of marks; type needs more than small ones do."""
        is_labelled = self.labelled in {"all", least}
        return max(LINE, size + self.density.pad) if is_labelled else size + self.density.pad

    def _stacks(self, others: list[Finding]) -> list[list[Finding]]:
        """Animals and word at second hand, each a stack."""
        by_who: dict[str, list[Finding]] = {}
        for one in others:
            by_who.setdefault(one.who, []).append(one)
        return list(by_who.values())

    def _draw_stacks(self, frame: Frame, slot: Slot, top: float, others: list[Finding]) -> None:
        size, across = self.density.others, max(1, int(slot.w // STACK))
        for n, stack in enumerate(self._stacks(others)):
            x = slot.x + 1 + size / 2 + STACK * (n % across)
            y = top + self._stack_step * (n // across + 0.5)
            frame.stacks.append(Stack(x, y, size, tuple(one.place for one in stack)))

    def _labels(self, marks: list[Finding], room: float) -> tuple[str, ...]:
        labels = (_between_words(cut(self.label_of(one), 12, room)) for one in marks)
        return tuple(
            "" if len(label) < _LEAST_CUT and label[-1:] == "…" else label for label in labels
        )

    def _field(self, slot: Slot, top: float, marks: list[Finding]) -> Field:
        """Places for the people of a cell, or for its others: they are never mixed."""
        is_people = marks[0].who == "people"
        size = self.density.people if is_people else self.density.others
        is_labelled = self.labelled == "all" or (is_people and self.labelled == "people")
        step = self._step(size, "people" if is_people else "all")
        per = self._across(slot, size, is_labelled=is_labelled)
        return Field(
            x=slot.x + 1 + size / 2,
            y=top + step / 2,
            dx=slot.w / per if is_labelled else size + 2,
            dy=step,
            per=per,
            size=size,
            marks=tuple(one.place for one in marks),
            labels=self._labels(marks, slot.w / per - size - 8) if is_labelled else (),
        )
