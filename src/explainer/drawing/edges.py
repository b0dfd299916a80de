"""How a line runs from one box to another: down the gutter beside a list of names, then in a curve.

Lines that leave a list of names share its gutter, so that they bundle and cross no name. The same
points are drawn by SVG and by matplotlib.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from explainer.drawing.geometry import GUTTER, Box, Layout
from explainer.model.schema.vocabularies import EdgeKind

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]

_SPREAD = 0.1  # how far a line's end leans towards where it comes from


def route(layout: Layout, start: str, end: str, kind: EdgeKind) -> list[Segment]:
    """Segments of the line of one edge: ``M`` (move), ``L`` (line) and ``C`` (cubic curve)."""
    a, b = layout.boxes[start], layout.boxes[end]
    middle, target = a.y + a.h / 2, b.y + b.h / 2
    match kind:
        case "yields" | "becomes":
            return _lines(_beside(layout, start, end))
        case "gap":
            return _lines([(a.right, middle), (b.x, target)])
        case "acts on" | "effect" | "claim" | "names":
            pass
        case _:
            assert_never(kind)
    if start in layout.rails and b.y > a.bottom:
        return down_gutter(layout, start, (a.x + 2, middle), b)
    is_up = a.y > b.y
    x0, y0 = a.x + a.w / 2, a.y if is_up else a.bottom
    return [("M", ((x0, y0),)), _curve(x0, y0, b, is_up=is_up)]


def down_gutter(layout: Layout, member: str, first: Point, end: Box) -> list[Segment]:
    """Run from a point beside a list of names down its gutter, out of the list, and to a box."""
    x, bottom = layout.boxes[member].x - GUTTER, layout.rails[member]
    points = [first, (x, first[1]), (x, bottom)]
    for lower, gutters in layout.passes:
        if lower > bottom:  # another list stands below: go through it by its nearest gutter
            gutter = min(gutters, key=lambda place: abs(place - x))
            points += [(x, bottom + 4), (gutter, bottom + 4), (gutter, lower)]
            x, bottom = gutter, lower
    return [*_lines(points), _curve(x, bottom, end, is_up=False)]


def _beside(layout: Layout, start: str, end: str) -> list[Point]:
    """Run from a name to another by the gutters of their lists, and under lists that differ."""
    a, b = layout.boxes[start], layout.boxes[end]
    x0, x1 = a.x - GUTTER, b.x - GUTTER
    first, last = (a.x + 2, a.y + a.h / 2), (b.x, b.y + b.h / 2)
    if abs(x0 - x1) < 2 * GUTTER + 1:
        return [first, (x0, first[1]), (x0, last[1]), last]
    under = max(layout.rails.get(start, a.bottom), layout.rails.get(end, b.bottom)) + GUTTER
    return [first, (x0, first[1]), (x0, under), (x1, under), (x1, last[1]), last]


def _lines(points: Sequence[Point]) -> list[Segment]:
    return [("M" if i == 0 else "L", (point,)) for i, point in enumerate(points)]


def _curve(x0: float, y0: float, end: Box, *, is_up: bool) -> Segment:
    middle = end.x + end.w / 2
    lean = max(-end.w / 3, min(end.w / 3, (x0 - middle) * _SPREAD))
    x1, y1 = middle + lean, end.bottom if is_up else end.y
    bend = (y1 - y0) * 0.55
    return "C", ((x0, y0 + bend), (x1, y1 - bend), (x1, y1))


def as_svg(segments: Sequence[Segment]) -> str:
    """Write segments as the ``d`` of an SVG path."""
    return "".join(
        letter + " ".join(f"{x:.0f},{y:.0f}" for x, y in points) for letter, points in segments
    )
