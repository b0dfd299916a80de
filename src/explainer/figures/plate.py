"""The picture set on a page: grounds, lines, nodes, stamps and signs, where a layout has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from matplotlib import patheffects
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from explainer.figures import glyphs
from explainer.figures.colours import GHOST, Inks, mix
from explainer.figures.emphasis import LISTS, Sign, in_full, in_looks, in_one
from explainer.figures.sheet import width_of
from explainer.model.schema.categories import is_on_paper, is_seen_through

if TYPE_CHECKING:
    from matplotlib.text import Text

    from explainer.drawing.edges import Segment
    from explainer.drawing.geometry import Box, Layout
    from explainer.figures.emphasis import Seen, Side, Tell
    from explainer.figures.sheet import Sheet
    from explainer.model.schema import Voice

MAIN = ("body", "outside", "unnamed", "article")
_CODES = {"M": [Path.MOVETO], "L": [Path.LINETO], "C": [Path.CURVE4] * 3}
_HEADS = 6.5  # width of a head of the membrane
_LINE = 1.7
_MEMBRANE = {"overview": 1.0, "chosen": 0.4, "article": 0.25}


class Plate:
    """A layout on a sheet: ``unit`` points to one of its own, from where the sheet stands now."""

    def __init__(self, sheet: Sheet, seen: Seen, layout: Layout, unit: float, top: float) -> None:
        self.sheet, self.seen, self.layout, self.unit = sheet, seen, layout, unit
        self.page, self.inks = sheet.page, Inks(sheet.page)
        self.left, self.top = sheet.margin, top
        self.scale = unit  # of marks and signs
        self.stamp = 13 * unit  # how far above a domain's lower edge its stamp stands
        self.tells: tuple[Tell, ...] = (in_full, in_looks, in_one)
        self.is_stamped = bool(seen.stamps)
        self.used: dict[tuple[str, str], None] = {}  # looks that need a word in a legend

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Turn a place of the layout into one on the sheet."""
        return self.left + x * self.unit, self.top + y * self.unit

    def frame(self, box: Box) -> tuple[float, float, float, float]:
        """Turn a box of the layout into left, top, width and height on the sheet."""
        return (*self.at(box.x, box.y), box.w * self.unit, box.h * self.unit)

    def has(self, node: str) -> bool:
        """Whether a node is drawn at all."""
        return node in self.layout.boxes

    def is_far(self, voice: Voice) -> bool:
        """Whether the ground of a voice fades, as the lens is on the other."""
        return is_on_paper(voice) and not is_seen_through(voice, self.seen.state.lens)

    def write(self, x: float, y: float, words: str, ground: str, **looks: Any) -> Text:  # noqa: ANN401 - matplotlib's own
        """Set words on a ground; lines that pass below them are parted."""
        text = self.sheet.text(x, y, words, **looks)
        text.set_path_effects([patheffects.withStroke(linewidth=2.4, foreground=ground)])
        return text

    def draw_grounds(self) -> None:
        """Draw the grounds and their titles, and the membrane."""
        for band in self.layout.bands:
            if band.id == "membrane":
                self._draw_membrane(band.box)
                continue
            is_paper, is_main = is_on_paper(band.voice), band.id in MAIN
            share = GHOST if self.is_far(band.voice) else 1.0
            page = self.page
            fill = mix(self.inks.paper if is_paper else page.silence, page.ground, share)
            if is_main:
                x, y, w, h = self.frame(band.box)
                edge = mix(self.inks.article, page.ground, share) if is_paper else "none"
                ground = self.sheet.box(x, y, w, h, facecolor=fill, edgecolor=edge, zorder=0.2)
                ground.set_linestyle((0, (5, 3)) if is_paper else "-")
                ground.set_gid(f"ground {band.id}")
            if band.title:
                x, y = self.at(band.box.x + (8 if is_paper else 4), band.box.y + 11)
                colour = page.ink if is_main else page.soft
                size = page.size * 1.05 if is_main and not page.is_slide else page.small
                looks = {"size": size, "color": mix(colour, fill, share), "weight": "bold"}
                self.write(x, y, band.title, fill, **looks)

    def _draw_membrane(self, box: Box) -> None:
        seen, page = self.seen, self.page
        mode = "overview" if seen.is_overview else "chosen"
        share = _MEMBRANE["article" if seen.is_article_alone else mode]
        x, y, w, h = self.frame(box)
        tail = mix(self.inks.tail, page.ground, 0.45 * share)
        self.sheet.box(x, y, w, h, facecolor=tail, zorder=0.2).set_gid("ground membrane")
        head = mix(mix(self.inks.tail, page.ink, 0.78), page.ground, share)
        for edge in (y + 3 * self.unit, y + h - 3 * self.unit):
            (line,) = self.sheet.axes.plot(
                [x + 3, x + w - 3], [edge, edge], color=head, zorder=0.3,
                linewidth=_HEADS * self.unit, linestyle=(0, (0.001, 8 / _HEADS)),
            )  # fmt: skip
            line.set_dash_capstyle("round")

    def draw_line(self, line: Sequence[Segment], colour: str, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Draw one line of the layout below all nodes."""
        path = Path(
            [self.at(*point) for _, points in line for point in points],
            [code for letter, _ in line for code in _CODES[letter]],
        )
        own: dict[str, Any] = {"facecolor": "none", "edgecolor": colour, "zorder": 0.5}
        own |= {"linewidth": _LINE * self.unit}
        self.sheet.axes.add_patch(PathPatch(path, **(own | looks)))

    def draw_stamps(self) -> None:
        """Draw who speaks of each stamped node: under a domain's words, over a receptor's."""
        for node, told in self.seen.stamps.items() if self.is_stamped else ():
            x, y, w, h = self.frame(self.layout.boxes[node])
            is_domain = self.seen.kind_of(node) == "domain"
            up = self.stamp if h > 50 * self.unit else 9 * self.unit
            room = h - up if is_domain else 9 * self.unit
            self.used["standing", told] = None
            glyphs.standing(self.sheet, self.inks, told, (x + w / 2, y + room), 0.92 * self.scale)

    def draw_signs(self) -> None:
        """Draw what is said at the far end of lit lines, told as finely as there is room."""
        for side in self.seen.sides(self.layout.boxes):
            if not self.has(side.far):
                continue
            is_list = self.seen.kind_of(side.far) in LISTS
            for tell in (in_one,) if is_list else self.tells:
                rows = self._rows(side, side.tell(tell))
                if is_list or tell is in_one or len(rows) <= self.rows_at(side):
                    self._stand(side, rows, is_list=is_list)
                    break

    def rows_at(self, side: Side) -> int:
        """Tell how many rows of signs there is room for on one side of a node."""
        del side
        return 4

    def _rows(self, side: Side, signs: Iterable[Sign]) -> list[list[Sign]]:
        room = (self.layout.boxes[side.far].w + 4) * self.unit
        rows: list[list[Sign]] = [[]]
        for sign in signs:
            if rows[-1] and self._length([*rows[-1], sign]) > room:
                rows.append([])
            rows[-1].append(sign)
        return rows

    def _length(self, signs: Iterable[Sign]) -> float:
        return sum(self.width_of(sign) + 2 * self.unit for sign in signs) - 2 * self.unit

    def _stand(self, side: Side, rows: list[list[Sign]], *, is_list: bool) -> None:
        x, y, w, h = self.frame(self.layout.boxes[side.far])
        if is_list:
            is_slip = self.seen.kind_of(side.far) == "subject"
            left = x + (2 if is_slip else -2) * self.scale
            for sign in rows[0]:
                self.draw_sign(sign, left, y + h / 2)
                left += 18 * self.scale
            return
        step, first = 18 * self.scale, 11 * self.scale
        for place, row in enumerate(rows):
            left = x + (w - self._length(row)) / 2
            apart = first + step * place
            for sign in row:
                self.draw_sign(sign, left, y + h + apart if side.is_below else y - apart)
                left += self.width_of(sign) + 2 * self.unit

    def width_of(self, sign: Sign) -> float:
        """Tell how wide a sign with its frame is."""
        count = (
            3 * self.scale + width_of(str(sign.number), self.page.small) if sign.number > 1 else 0
        )
        return (28 if sign.done else 18) * self.scale + count

    def draw_sign(self, sign: Sign, x: float, y: float) -> None:
        """Draw one sign in its frame, from its left end."""
        self.used |= {(sign.table, sign.look): None} | (
            {("done", sign.done): None} if sign.done else {}
        )
        scale, width = self.scale, self.width_of(sign)
        is_paper = is_on_paper(sign.voice)
        height = 16 * scale
        frame = self.sheet.rounded(x, y - height / 2, width, height, zorder=5)
        frame.set_boxstyle("round", pad=0, rounding_size=height / 2)
        frame.set_facecolor(self.inks.paper if is_paper else self.page.ground)
        frame.set_edgecolor(
            self.inks.article if is_paper else mix(self.page.soft, self.page.ground, 0.7)
        )
        frame.set_linestyle((0, (2, 1.4)) if is_paper else "-")
        frame.set_gid(f"sign {sign.look} {sign.done}".strip())
        if sign.done:
            glyphs.draw(self.sheet, self.inks, "done", sign.done, (x + 8 * scale, y), 7.6 * scale)
        left = x + (10 if sign.done else 0) * scale
        where = (left + (9.6 if sign.done else 9) * scale, y)
        glyphs.draw(
            self.sheet,
            self.inks,
            sign.table,
            sign.look,
            where,
            (9.4 if sign.done else 10.2) * scale,
        )
        if sign.number > 1:
            text = self.sheet.text(left + 17.2 * scale, y, str(sign.number))
            text.set_zorder(6)
