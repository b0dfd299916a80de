"""Signs drawn as paths, in the forms that the Explorer draws them in; no font is asked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from explainer.drawing import theme

if TYPE_CHECKING:
    from explainer.figures.sheet import Sheet

_M, _L, _Q, _Z = Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CLOSEPOLY


def _lines(*strokes: list[tuple[float, float]], is_closed: bool = False) -> Path:
    points: list[tuple[float, float]] = []
    codes: list[np.uint8] = []
    for stroke in strokes:
        points += stroke
        codes += [_M, *[_L] * (len(stroke) - 1)]
        if is_closed:
            points.append(stroke[0])
            codes.append(_Z)
    return Path(points, codes)


_RING = Path.circle((0, 2), 4)
# About (0, 0) in a square of 12 units, y downwards.
PATHS = {
    "arrow": _lines([(0, -6), (0, 2)], [(-4.5, 0), (0, 6), (4.5, 0), (-4.5, 0)]),
    "half arrow": _lines([(0, -6), (0, 6), (4.5, 0), (0, 0)]),
    "bar": _lines([(0, -6), (0, 4)], [(-5.5, 4.5), (5.5, 4.5)]),
    "bar with foot": _lines([(0, -6), (0, 4)], [(-5.5, 4.5), (5.5, 4.5), (5.5, 0)]),
    "wave": Path([(-6, 0), (-3, -6), (0, 0), (3, 6), (6, 0)], [_M, _Q, _Q, _Q, _Q]),
    "open circle": Path.make_compound_path(_lines([(0, -6), (0, -2)]), _RING),
    "cross": _lines([(-4, -4), (4, 4)], [(-4, 4), (4, -4)]),
    "▲": _lines([(0, -5.5), (6, 5), (-6, 5)], is_closed=True),
    "▼": _lines([(0, 5.5), (6, -5), (-6, -5)], is_closed=True),
    "◆": _lines([(0, -6), (6, 0), (0, 6), (-6, 0)], is_closed=True),
    "▬": _lines([(-6, -2.2), (6, -2.2), (6, 2.2), (-6, 2.2)], is_closed=True),
    "?": Path(
        [(-3.5, -2.5), (-3.5, -6), (0, -6), (3.5, -6), (3.5, -2.8), (3.5, -0.8), (0, -0.2),
         (0, 2.2), (-0.3, 5.2), (0.3, 5.2)],
        [_M, _Q, _Q, _Q, _Q, _Q, _Q, _L, _M, _L],
    ),
    "query": Path(
        [(-3.5, -3), (-3.5, -6), (0, -6), (3.5, -6), (3.5, -3), (3.5, 0), (0, 0.5),
         (0, 2.5), (-0.4, 5), (0.4, 5)],
        [_M, _Q, _Q, _Q, _Q, _Q, _Q, _L, _M, _L],
    ),
    "·": Path.circle((0, 0), 1.5),
    "circle": Path.circle((0, 0), 4.5),
    "diamond": _lines([(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)], is_closed=True),
    "hexagon": _lines(
        [(-6, 0), (-3, -5.2), (3, -5.2), (6, 0), (3, 5.2), (-3, 5.2)], is_closed=True
    ),
    "stack": _lines(
        [(-6, -5), (3, -5), (3, 1), (-6, 1)], [(-3, -1), (6, -1), (6, 5), (-3, 5)], is_closed=True
    ),
    "+": _lines([(-4.5, 0), (4.5, 0)], [(0, -4.5), (0, 4.5)]),
    "−": _lines([(-4.5, 0), (4.5, 0)]),
    "○": Path.circle((0, 0), 4),
}  # fmt: skip
_FILLED = {"arrow", "▲", "▼", "◆", "▬", "·"}


At = tuple[float, float]


def draw(sheet: Sheet, sign: str, at: At, size: float, colour: str) -> PathPatch:
    """Draw one sign about a place."""
    patch = PathPatch(
        PATHS[sign].transformed(Affine2D().scale(size / 12).translate(*at)),
        facecolor=colour if sign in _FILLED else "none",
        edgecolor=colour,
        linewidth=max(0.9, size / 9),
        capstyle="round",
        joinstyle="round",
        zorder=3,
    )
    patch.set_gid(sign)
    sheet.axes.add_artist(patch)
    return patch


def family(sheet: Sheet, name: str, at: At, size: float, gid: str = "") -> PathPatch:
    """Draw the sign of a family of actions; ``gid`` tells whose it is."""
    look = theme.FAMILIES[name]
    patch = draw(sheet, look.sign, at, size, sheet.page.colour(look))
    patch.set_gid(gid or name)
    return patch


def kind(sheet: Sheet, name: str, at: At, size: float, gid: str = "") -> PathPatch:
    """Draw the sign of a kind of row: filled, and outlined in ink."""
    look = theme.KINDS[name]
    patch = draw(sheet, look.sign, at, size, sheet.page.ink)
    patch.set_facecolor(sheet.page.colour(look))
    patch.set_linewidth(0.7)
    patch.set_gid(gid or name)
    return patch
