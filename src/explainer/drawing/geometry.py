"""The pieces of a layout: boxes, titled bands, and what differs between wide and narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from explainer.model.schema import Voice


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.h

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.w

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.x < other.right - 1e-6
            and other.x < self.right - 1e-6
            and self.y < other.bottom - 1e-6
            and other.y < self.bottom - 1e-6
        )


@dataclass(frozen=True)
class Band:
    """A titled region of the picture, and the nodes that stand in it."""

    id: str
    title: str
    voice: Voice
    box: Box
    members: tuple[str, ...] = ()


@dataclass
class Layout:
    """Boxes by node id, titled bands, room for the legend, and the size of the whole.

    ``rails`` gives, for a node that stands in a list of names, where that list's region ends: lines
    from it run down to there before they bend. ``passes`` gives, for each list that lines from
    above must pass, its lower end and the gutters that lead through it.
    """

    width: float
    height: float = 0.0
    boxes: dict[str, Box] = field(default_factory=dict)
    bands: list[Band] = field(default_factory=list)
    legend: Box = Box(0, 0, 0, 0)
    rails: dict[str, float] = field(default_factory=dict)
    passes: list[tuple[float, tuple[float, ...]]] = field(default_factory=list)


@dataclass(frozen=True)
class Form:
    """What differs between the wide picture and the narrow one."""

    width: float
    body: float  # width of the part "made by the body"; the whole width where parts are stacked
    body_columns: int
    columns: int  # columns of molecules from outside
    hero: float  # width of a receptor, at most
    unnamed: float  # width of a receptor that the article does not name
    gap: float  # height of the space in which lines run
    is_stacked: bool


FORMS = {
    "wide": Form(
        width=1000,
        body=346,
        body_columns=3,
        columns=5,
        hero=132,
        unnamed=100,
        gap=58,
        is_stacked=False,
    ),
    "narrow": Form(
        width=270,
        body=270,
        body_columns=2,
        columns=2,
        hero=62,
        unnamed=80,
        gap=50,
        is_stacked=True,
    ),
}
GUTTER = 3.0  # how far beside a list of names its lines run


def shares(needs: Sequence[float], room: float) -> list[float]:
    """Share out room evenly, but what needs more than that has what it needs."""
    even = room
    for _ in needs:
        over = [need for need in needs if need > even]
        even = (room - sum(over)) / max(1, len(needs) - len(over))
    given = [min(max(need, even), 120.0) for need in needs]
    return [share * min(1.0, room / sum(given)) for share in given]
