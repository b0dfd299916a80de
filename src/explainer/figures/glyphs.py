"""Signs of the whole picture beyond those in `marks`: a fork, slips, lines, and who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from explainer.drawing import theme
from explainer.figures import marks
from explainer.model.schema.categories import is_on_paper

if TYPE_CHECKING:
    from explainer.figures.colours import Inks
    from explainer.figures.sheet import Sheet
    from explainer.model.schema import Voice
    from explainer.model.schema.vocabularies import Standing

_M, _L, _Q = Path.MOVETO, Path.LINETO, Path.CURVE3
_FORK = Path([(0, 6), (0, 0), (0, 0), (-4.5, -6), (0, 0), (4.5, -6)], [_M, _L, _M, _L, _M, _L])
_SLIP = Path([(-6, -4), (6, -4), (6, 4), (-6, 4), (-6, -4)])
_ROUNDED = Path(
    [(-4, -5), (4, -5), (6, -5), (6, -3), (6, 3), (6, 5), (4, 5), (-4, 5), (-6, 5), (-6, 3),
     (-6, -3), (-6, -5), (-4, -5)],
    [_M, _L, _Q, _Q, _L, _Q, _Q, _L, _Q, _Q, _L, _Q, _Q],
)  # fmt: skip
_PAPER = {"subject": _SLIP, "unnamed": marks.PATHS["hexagon"]}
_DASH = (0, (2.4, 1.6))
At = tuple[float, float]


def draw(sheet: Sheet, inks: Inks, table: str, name: str, at: At, size: float) -> None:  # noqa: PLR0913, PLR0917 - a sign is of a table, and stands somewhere
    """Draw the sign of a word of one of the tables of looks, ``size`` points wide."""
    if table == "standing":
        standing(sheet, inks, cast("Standing", name), at, size / 18)
    elif table == "voice":
        _draw_line(sheet, inks, cast("Voice", name), at, size)
    elif table == "differs":
        _add(sheet, _FORK, at, size, sheet.page.ink, "none", name)
    elif table == "done":
        marks.draw(sheet, name, at, size, sheet.page.ink).set_zorder(6)
    elif table == "kind" and name in _PAPER:
        patch = _add(sheet, _PAPER[name], at, size, inks.article, inks.paper, name)
        patch.set_linestyle(_DASH)
        patch.set_capstyle("butt")
    elif table == "kind" and name == "domain":
        _add(sheet, _ROUNDED, at, size, inks.domain_edge, inks.of(table, name), name)
    elif table == "kind":
        marks.kind(sheet, name, at, size)
    else:
        family_or_direction = marks.family if table == "family" else marks.direction
        family_or_direction(sheet, name, at, size).set_zorder(6)


def _add(  # noqa: PLR0913, PLR0917 - the looks of a sign
    sheet: Sheet, path: Path, at: At, size: float, edge: str, face: str, gid: str
) -> PathPatch:
    moved = path.transformed(Affine2D().scale(size / 12).translate(*at))
    patch = PathPatch(
        moved, facecolor=face, edgecolor=edge, linewidth=max(0.8, size / 9), capstyle="round",
        joinstyle="round", zorder=6, gid=gid,
    )  # fmt: skip
    sheet.axes.add_patch(patch)
    return patch


def _draw_line(sheet: Sheet, inks: Inks, voice: Voice, at: At, size: float) -> None:
    (x, y), half = at, size * 0.66
    dash = (0, (3, 2)) if is_on_paper(voice) else "-"
    colour = inks.of("voice", voice)
    sheet.stroke([(x - half, y), (x + half, y)], color=colour, linewidth=1.3, linestyle=dash)


def standing(sheet: Sheet, inks: Inks, name: Standing, at: At, unit: float) -> None:
    """Draw two cells, the article's and the sources', full where a voice speaks."""
    look = theme.STANDINGS[name].sign
    apart = {"L R": 4.0, "L/R": 2.0}.get(look, 0.0)
    halves = [("article", "L" in look, -9 - apart, 10.0)]
    halves.append(("pharmacology", "R" in look, apart, 5.0 if "~" in look else 10.0))
    x, y = at
    for voice, is_full, left, height in halves:
        colour = inks.of("voice", voice)
        cell = Rectangle(
            (x + left * unit, y + (5 - height) * unit), 9 * unit, height * unit,
            facecolor=colour if is_full else "none", edgecolor=colour, linewidth=0.8, zorder=6,
            linestyle="-" if is_full else (0, (1.6, 1.2)), gid=f"{voice} {name}",
        )  # fmt: skip
        sheet.axes.add_patch(cell)
    if "/" in look:
        ends = [(x - 4 * unit, y + 8 * unit), (x + 4 * unit, y - 8 * unit)]
        sheet.stroke(ends, color=inks.clash, linewidth=1.5, zorder=7)
