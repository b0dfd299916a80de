"""A display list painted with matplotlib; the browser's painter is `static/explorer/sockets.js`.

Both read the same frames and the same paths. The few commands of those paths are read here:
the library for it, svgpath2mpl, has had no release since 2020.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from explainer.drawing import theme
from explainer.drawing.display import Frame, Shape, Words, place_of
from explainer.drawing.marks import MARKS, UNITS, hexagon
from explainer.model.evidence import Who
from explainer.view.findings import Finding, Level

if TYPE_CHECKING:
    from explainer.figures.sheet import Mark, Sheet

_COMMAND = re.compile(r"([MLHVCz])([^MLHVCz]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_LINE = [Path.LINETO]
_CODES = {"M": [Path.MOVETO], "L": _LINE, "H": _LINE, "V": _LINE, "C": [Path.CURVE4] * 3}
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}
_BEHIND = ("paper", "band", "rule")
_BOLD = ("strong", "on-socket", "on-receptor", "on-apart")
SMALL = 12.0  # pixels of a frame that small type has
_LABEL = SMALL  # size of the words at a mark
_CHIP = 12.0  # pixels; how round the ends of a chip are
_BOX = 6.0
_FAINT = 0.3  # of lines that many meet
_MARK_LINE = 1.6
_DIRECTIONS: dict[Level, str] = {
    "better": "improves",
    "same": "no difference",
    "unclear": "mixed",
    "worse": "worsens",
}


def path_of(commands: str) -> Path:
    """Read an SVG path of straight lines and cubic curves, all in absolute places."""
    points: list[tuple[float, float]] = []
    codes: list[np.uint8] = []
    for letter, told in _COMMAND.findall(commands):
        numbers = [float(number) for number in _NUMBER.findall(told)]
        if letter == "z":
            points.append(points[-1])
            codes.append(Path.CLOSEPOLY)
            continue
        if letter == "H":
            numbers.append(points[-1][1])
        elif letter == "V":
            numbers.insert(0, points[-1][0])
        points += zip(numbers[::2], numbers[1::2], strict=True)
        codes += _CODES[letter]
    return Path(points, codes)


@dataclass(frozen=True)
class Painter:
    """Where a frame stands on a sheet: its corner, and how many points a pixel of it takes."""

    sheet: Sheet
    found: Sequence[Finding]
    unit: float
    left: float
    top: float
    is_hollow: bool = False  # the article names no receptor

    def paint(self, frame: Frame) -> None:
        """Paint all of a frame: what lies behind, lines, boxes, words, marks."""
        for shape in sorted(frame.shapes, key=lambda shape: shape.look not in _BEHIND):
            self._paint_shape(shape)
        for stroke in frame.strokes:
            ends = " ".join(stroke.ends)
            self._paint_path(
                path_of(stroke.path), self._corner, self.unit, f"stroke {ends}",
                edgecolor=self._of(theme.KINDS["ligand"]), alpha=_FAINT, zorder=0.5,
            )  # fmt: skip
        for words in frame.words:
            self._paint_words(words)
        for field in frame.fields:
            for i, place in enumerate(field.marks):
                x, y = place_of(field, i)
                self.mark(self.found[place], (x, y), field.size)
                if field.labels:
                    self._paint_beside(field.labels[i], (x + field.size / 2 + 4, y))
        for stack in frame.stacks:
            one = self.found[stack.marks[0]]
            ids = " ".join(self.found[place].id for place in stack.marks)
            self.sign(one.level, one.who, self._at(stack.x, stack.y), stack.size * self.unit, ids)
            where = (stack.x + stack.size / 2 + 2, stack.y)
            self._paint_beside(str(len(stack.marks)), where, weight="bold")

    def mark(self, one: Finding, place: tuple[float, float], size: float) -> None:
        """Paint the mark of one finding about a place of the frame."""
        self.sign(one.level, one.who, self._at(*place), size * self.unit, one.id)

    def sign(
        self, level: Level, who: Who, at: tuple[float, float], size: float, ids: str = ""
    ) -> None:
        """Paint one sign about a place of the sheet: solid is people, hollow is animals."""
        is_word = who == "word"
        colour = self.sheet.page.soft if is_word else self._of(theme.DIRECTIONS[_DIRECTIONS[level]])
        fill = {"people": colour, "animals": self.sheet.page.ground, "word": "none"}[who]
        scale = size / UNITS
        self._paint_path(
            path_of(MARKS[level][who]), at, scale, f"finding {ids}".strip(), edgecolor=colour,
            facecolor=fill, linewidth=_MARK_LINE * self.unit, joinstyle="round", zorder=3,
        )  # fmt: skip

    @property
    def _corner(self) -> tuple[float, float]:
        return self.left, self.top

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.unit, self.top + y * self.unit

    def _of(self, look: theme.Look | theme.Tone) -> str:
        return self.sheet.page.colour(look)

    def _paint_path(
        self,
        path: Path,
        at: tuple[float, float],
        scale: float,
        gid: str,
        **looks: Any,  # noqa: ANN401 - matplotlib's own
    ) -> None:
        own: dict[str, Any] = {"facecolor": "none", "linewidth": self.unit, "gid": gid}
        placed = Path(np.asarray(path.vertices, float) * scale + at, path.codes)
        self.sheet.axes.add_artist(PathPatch(placed, **(own | looks)))

    def _paint_shape(self, shape: Shape) -> None:
        kind = shape.look.partition(" ")[0]
        looks = self._looks_of(shape.look)
        gid = f"shape {shape.id or kind}"
        if kind in {"receptor", "socket"}:
            outline = path_of(hexagon(shape.x, shape.y, shape.w, shape.h))
            self._paint_path(outline, self._corner, self.unit, gid, **looks)
            return
        box = (*self._at(shape.x, shape.y), shape.w * self.unit, shape.h * self.unit)
        if kind in {"band", "rule"}:
            self.sheet.box(*box, gid=gid, **looks)
            return
        patch = self.sheet.rounded(*box, gid=gid, **looks)
        round_ = (_CHIP if kind == "chip" else _BOX) * self.unit
        patch.set_boxstyle("round", pad=0, rounding_size=round_)

    def _looks_of(self, look: str) -> dict[str, Any]:
        """Colours and lines of a shape."""
        page, unit = self.sheet.page, self.unit
        if look in _BEHIND:
            return self._looks_behind(look)
        looks: dict[str, Any] = {"facecolor": page.ground, "edgecolor": page.soft}
        match look:
            case "socket":
                article = self._of(theme.VOICES["article"])
                looks |= {"edgecolor": article, "linestyle": (0, (3, 2)), "linewidth": 2 * unit}
            case "receptor":
                fill = "none" if self.is_hollow else self._of(theme.KINDS["receptor"])
                dash = (0, (4, 3)) if self.is_hollow else "-"
                looks |= {"facecolor": fill, "edgecolor": page.ink, "linestyle": dash}
                looks["linewidth"] = 1.2 * unit
            case "socket-box":
                article = self._of(theme.VOICES["article"])
                looks |= {"edgecolor": article, "linestyle": (0, (3, 2))}
            case "empty unsearched":
                looks |= {"linestyle": (0, (1, 3))}
            case "empty article":
                paper, article = self._of(theme.TONES["paper"]), self._of(theme.VOICES["article"])
                looks |= {"facecolor": paper, "edgecolor": article, "linestyle": (0, (3, 2))}
            case "empty unfound" | "empty compared":
                pass
            case "apart":
                looks["linewidth"] = 1.5 * unit
            case _:
                kind = theme.KINDS["peptide" if look == "chip body" else "ligand"]
                looks |= {"edgecolor": self._of(kind), "linewidth": unit}
        return looks

    def _looks_behind(self, look: str) -> dict[str, Any]:
        """Colours of what all else stands on."""
        page, tones = self.sheet.page, theme.TONES
        if look != "paper":
            fill = page.silence if look == "band" else page.rule
            return {"facecolor": fill, "zorder": 0.2 + 0.1 * (look == "rule")}
        paper, edge = self._of(tones["paper"]), self._of(tones["tail"])
        return {"facecolor": paper, "edgecolor": edge, "zorder": 0.1}

    def _paint_words(self, words: Words) -> None:
        looks = words.look.split()
        page = self.sheet.page
        colour = page.soft if "soft" in looks else page.ink
        if {"on-paper", "on-socket", "article"} & set(looks):
            colour = self._of(theme.VOICES["article"])
        elif "on-receptor" in looks and not self.is_hollow:
            colour = self._of(theme.TONES["on-receptor"])
        self.sheet.text(
            *self._at(words.x, words.y), words.text, size=words.size * self.unit, color=colour,
            weight="bold" if set(_BOLD) & set(looks) else "normal",
            ha=_ANCHORS[words.anchor], va="baseline",
        )  # fmt: skip

    def _paint_beside(self, told: str, place: tuple[float, float], **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Write beside a mark what tells it from others, or how many it stands for."""
        x, y = self._at(place[0], place[1] + 4)
        self.sheet.text(x, y, told, size=_LABEL * self.unit, va="baseline", **looks)


def mark_of(level: Level, who: Who, ids: str = "") -> Mark:
    """Give the sign of a finding as a mark of a legend, or of a cell."""
    return lambda sheet, at, size: Painter(sheet, [], 0.8 * size / SMALL, *at).sign(
        level, who, at, size, ids
    )
