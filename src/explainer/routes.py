"""How a line runs from one box to another: down the gutter beside a list of names, then in a curve.

Lines that leave a list of names share its gutter, so that they bundle and cross no name. The same
points are drawn by SVG and by matplotlib.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainer.layout import Box, Layout

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]

_GUTTER = 3.0
_SPREAD = 0.1  # how far a line's end leans towards where it comes from


def route(layout: Layout, start: str, end: str, kind: str) -> list[Segment]:
    """Segments of the line of one edge: ``M`` (move), ``L`` (line) and ``C`` (cubic curve)."""
    a, b = layout.boxes[start], layout.boxes[end]
    if kind in ("yields", "becomes"):
        gutter = a.x - _GUTTER
        middle = a.y + a.h / 2
        return _lines(
            [(a.x + 2, middle), (gutter, middle), (gutter, b.y + b.h / 2), (b.x + 1, b.y + b.h / 2)]
        )
    if kind == "gap":
        middle = a.y + a.h / 2
        return _lines([(a.right, middle), (b.x, b.y + b.h / 2)])
    if start in layout.rails and b.y > a.bottom:
        return down_gutter(layout, start, (a.x + 2, a.y + a.h / 2), b)
    is_up = a.y > b.y
    x0, y0 = a.x + a.w / 2, a.y if is_up else a.bottom
    return [("M", ((x0, y0),)), _curve(x0, y0, b, is_up=is_up)]


def down_gutter(layout: Layout, member: str, first: Point, end: Box) -> list[Segment]:
    """Run from a point beside a list of names down its gutter, out of the list, and to a box."""
    gutter, bottom = layout.boxes[member].x - _GUTTER, layout.rails[member]
    start = [first, (gutter, first[1]), (gutter, bottom)]
    return [*_lines(start), _curve(gutter, bottom, end, is_up=False)]


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
