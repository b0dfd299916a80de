"""An address as a QR code, which a phone's camera reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from matplotlib.patches import PathPatch
from matplotlib.path import Path

if TYPE_CHECKING:
    from explainer.figures.sheet import Sheet

_QUIET = 4  # modules of light ground that the standard asks for around it


def draw(made: Sheet, address: str, place: tuple[float, float], side: float) -> None:
    """Draw it dark on light, whatever the page's ground is, with its corner at ``place``."""
    code = segno.make_qr(address, error="m")
    rows = [list(row) for row in code.matrix_iter(border=_QUIET)]
    step = side / len(rows)
    left, top = place
    squares = [
        Path([(x, y), (x + step, y), (x + step, y + step), (x, y + step), (x, y)], closed=True)
        for y, row in zip((top + step * n for n in range(len(rows))), rows, strict=True)
        for x, dark in zip((left + step * n for n in range(len(row))), row, strict=True)
        if dark
    ]
    edges = [(left, top), (left + side, top), (left + side, top + side), (left, top + side)]
    made.shape(edges, facecolor="white")
    dark = Path.make_compound_path(*squares)
    made.axes.add_artist(PathPatch(dark, facecolor="black", edgecolor="none", zorder=5))
