"""A display list: what is drawn, decided once, for any painter. Lengths are pixels of the frame.

A mark has no place of its own: its field has one formula, and each painter knows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Words:
    """One line of type: where its baseline stands, what it says, and in which look."""

    x: float
    y: float
    text: str
    size: float = 12
    look: str = "plain"
    anchor: Anchor = "start"


@dataclass(frozen=True)
class Shape:
    """A box in one of a few forms; with an id it can be chosen, and ``name`` is then spoken."""

    x: float
    y: float
    w: float
    h: float
    look: str
    id: str = ""
    name: str = ""

    def named(self, name: str) -> Shape:
        """Give the same shape with a name to be spoken."""
        return replace(self, name=name)


@dataclass(frozen=True)
class Stroke:
    """A line from one shape to another, as an SVG path; it meets no shape but its ends."""

    path: str
    look: str
    ends: tuple[str, str]


@dataclass(frozen=True)
class Field:
    """Places for marks of one sort: the i-th stands at ``place_of(field, i)``."""

    x: float
    y: float
    dx: float
    dy: float
    per: int
    size: float
    marks: tuple[int, ...]
    labels: tuple[str, ...] = ()  # beside each mark, as long as there is room; none: no labels


@dataclass(frozen=True)
class Stack:
    """Marks that are counted instead of drawn one by one: one sign, and beside it how many."""

    x: float
    y: float
    size: float
    marks: tuple[int, ...]


@dataclass
class Frame:
    """One view at one width."""

    width: int
    height: float = 0.0
    words: list[Words] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    stacks: list[Stack] = field(default_factory=list)


def place_of(where: Field, i: int) -> tuple[float, float]:
    """Centre of the i-th mark of a field: rows of ``per`` marks, from left to right."""
    return where.x + where.dx * (i % where.per), where.y + where.dy * (i // where.per)
