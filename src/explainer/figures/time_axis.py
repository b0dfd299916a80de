"""Years on an axis: where it may be broken, where a year stands, where labels find room."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_EMPTY = 25  # years without an event after which an axis is broken


class Span(NamedTuple):
    """A stretch of years, from the first to the last."""

    first: int
    last: int


def stretches(spans: Iterable[Span]) -> list[Span]:
    """Join years into stretches with no long gap between them."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.first - out[-1].last <= _EMPTY:
            out[-1] = Span(out[-1].first, max(out[-1].last, span.last))
        else:
            out.append(span)
    return out


class Axis:
    """Years down a page, all stretches at one scale, with a short gap at each break."""

    def __init__(self, parts: Sequence[Span], top: float, length: float, size: float) -> None:
        self.parts = list(parts)
        self._gap = size * 2.6
        self._top = top + size * 0.7
        years = sum(part.last - part.first for part in self.parts)
        free = length - size * 1.4 - self._gap * (len(self.parts) - 1)
        self.scale = max(free, 1.0) / max(years, 1)

    def y(self, year: int) -> float:
        """Tell where a year stands."""
        y = self._top
        for part in self.parts:
            if year <= part.last:
                return y + (max(year, part.first) - part.first) * self.scale
            y += (part.last - part.first) * self.scale + self._gap
        return y - self._gap

    def ticks(self, apart: float) -> list[int]:
        """Choose years to number: the ends of each stretch, and round years that have room."""
        out: list[int] = []
        for part in self.parts:
            chosen = [part.first]
            steps = (10, 25, 50, 100)
            step = next((s for s in steps if s * self.scale >= apart), steps[-1])
            if part.last > part.first and (part.last - part.first) * self.scale >= apart:
                chosen.append(part.last)
            for year in range(math.ceil(part.first / step) * step, part.last, step):
                if all(abs(year - other) * self.scale >= apart for other in chosen):
                    chosen.append(year)
            out += sorted(chosen)
        return out


def spread(
    wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """Place boxes in their order as near as can be to where they belong, without overlap.

    Boxes that would overlap are joined into a block, which stands where its members want it on
    the average; none begins above the top or ends below the bottom while there is room.
    """
    blocks: list[list[float]] = []  # the wanted upper edge, number of members, height of each
    for want, height in zip(wanted, heights, strict=True):
        blocks.append([want, 1, height])
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][2] > blocks[-1][0]:
            lower, number, below = blocks.pop()
            edge, many, above = blocks[-1]
            mean = (edge * many + (lower - above) * number) / (many + number)
            blocks[-1] = [mean, many + number, above + below]
    edges: list[float] = []
    for edge, number, _ in blocks:
        y = edge
        for _ in range(int(number)):
            edges.append(y)
            y += heights[len(edges) - 1]
    limit = bottom
    for place in reversed(range(len(edges))):  # back onto the page from below, then from above
        edges[place] = min(edges[place], limit - heights[place])
        limit = edges[place]
    limit = top
    for place, height in enumerate(heights):
        edges[place] = max(edges[place], limit)
        limit = edges[place] + height
    return edges
