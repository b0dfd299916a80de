"""Each node of the picture in its own form; what does not stand out fades, but covers lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, assert_never

from explainer.drawing import theme
from explainer.figures import marks
from explainer.figures.colours import GHOST, mix
from explainer.figures.sheet import folded, pieces_of, width_of

if TYPE_CHECKING:
    from explainer.drawing.geometry import Box
    from explainer.figures.plate import Plate
    from explainer.model.schema.vocabularies import DrawnKind

_DASH = (0, (3, 2))
_OVER = 1.06  # a word may reach this far over its box before it is parted


def halved(words: str, size: float, width: float, weight: str = "normal") -> list[str]:
    """Cut words that are wider than this into two lines, as nearly as long as each other."""
    every = words.split()
    if width_of(words, size, weight) <= width or len(every) == 1:
        return [words]
    cuts = [[" ".join(every[:at]), " ".join(every[at:])] for at in range(1, len(every))]
    return min(cuts, key=lambda lines: max(map(len, lines)))


def shortened(words: str, size: float, width: float, weight: str = "normal") -> str:
    """Cut a label that its place cannot hold, as the Explorer does; the card has it whole."""
    if width_of(words, size, weight) <= width:
        return words
    first = next(pieces_of(words, size, width - size, weight))
    return f"{first.rstrip()}…"


class Node:
    """One node on a plate: its place in points, its words, and how far it fades."""

    def __init__(self, plate: Plate, node: str, box: Box) -> None:
        self.plate, self.sheet, self.id = plate, plate.sheet, node
        self.page, self.inks = plate.page, plate.inks
        _, self.label, _, _, self.second, *_ = plate.seen.known[node]
        self.kind = plate.seen.kind_of(node)
        self.x, self.y, self.w, self.h = plate.frame(box)
        self.is_focus = node == plate.seen.state.focus
        self.is_lit = plate.seen.is_lit(node)
        self.ground = self._ground_of(self.kind)

    def _ground_of(self, kind: DrawnKind) -> str:
        """Tell on what a node of this kind stands."""
        match kind:
            case "peptide" | "ligand":
                return self.page.silence
            case "subject" | "unnamed" | "gap":
                return self.inks.paper
            case "precursor" | "receptor" | "group" | "domain":
                return self.page.ground
            case _:
                assert_never(kind)

    def tint(self, colour: str) -> str:
        """Give a colour as it is here: full, or faded into the ground."""
        return colour if self.is_lit else mix(colour, self.ground, GHOST)

    def draw(self) -> None:
        """Draw the node by its kind."""
        if self.is_focus:
            self._draw_ring()
        match self.kind:
            case "receptor" | "unnamed":
                self._draw_hexagon()
            case "peptide" | "ligand":
                self._draw_name()
            case "gap":
                looks = {"size": self.page.small * 1.3, "weight": "bold", "ha": "center"}
                self._write(self.x + self.w / 2, self.y + self.h / 2, self.label, **looks)
            case "precursor" | "domain" | "group" | "subject":
                self._draw_box(self.kind)
            case _:
                assert_never(self.kind)

    def _write(self, x: float, y: float, words: str, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        colour = looks.pop("color", self.inks.article if self.kind == "gap" else self.page.ink)
        self.sheet.text(x, y, words, color=self.tint(colour), **looks).set_gid(self.id)

    def _draw_ring(self) -> None:
        wide = 0 if self.kind in ("peptide", "ligand") else 3 * self.plate.unit
        ring = self.sheet.box(self.x - wide, self.y - wide, self.w + 2 * wide, self.h + 2 * wide)
        ring.set(linewidth=1.9, edgecolor=self.page.ink, gid=f"focus {self.id}")
        ring.set_facecolor(mix(self.page.colour(theme.KINDS["receptor"]), self.page.ground, 0.24))

    def _draw_hexagon(self) -> None:
        """Draw a receptor: filled and named, or dashed with a question mark."""
        is_named, hollow = self.kind == "receptor", self.plate.seen.is_article_alone
        cut = min(18 * self.plate.unit, self.w * 0.14)
        left, right, top, low = self.x, self.x + self.w, self.y, self.y + self.h
        middle = (top + low) / 2
        corners = [(left, middle), (left + cut, top), (right - cut, top), (right, middle),
                   (right - cut, low), (left + cut, low)]  # fmt: skip
        is_full = is_named and not hollow
        face = self.page.colour(theme.KINDS["receptor"]) if is_full else self.page.ground
        edge = self.page.ink if is_named else self.inks.article
        shape = self.sheet.shape(corners, facecolor=self.tint(face), edgecolor=self.tint(edge))
        shape.set(linewidth=1.3 if is_named else 1.0, gid=f"shape {self.id}")
        shape.set_linestyle("-" if is_full else _DASH)
        ink = self.inks.on_receptor if is_full else self.page.ink
        if is_named:
            name = self.label.removesuffix(" receptor")
            name = shortened(name, self.page.small, self.w * 0.84, "bold")
            words = self.second if self._has_room(self.second) else self.second.split(" ")[0]
            self._write_under(name, ink, [words], ink)
            return
        lines = halved(self.second, self.page.small, self.w * 0.62)
        if self.page.is_slide:  # no room for three lines
            lines = [f"? {lines[0]}", *lines[1:]]
        self._write_under("" if self.page.is_slide else "?", self.inks.article, lines, ink)

    def _has_room(self, words: str) -> bool:
        return width_of(words, self.page.small, "bold") <= self.w * 0.84

    def _write_under(self, hero: str, colour: str, lines: list[str], ink: str) -> None:
        """Write a name in large type, and lines of small type under it, about the middle."""
        small, middle = self.page.small, self.x + self.w / 2
        size = max(small * 1.3, self.h * (0.32 if len(lines) == 1 else 0.26))
        size = max(small, min(size, size * self.w * 0.8 / max(1, width_of(hero, size, "bold"))))
        tall, step = (size * 1.19 if hero else 0), small * 1.19
        y = self.y + (self.h - tall - step * len(lines)) / 2
        if hero:
            looks = {"size": size, "weight": "bold", "ha": "center", "color": colour}
            self._write(middle, y + tall / 2, hero, **looks)
        weight = "bold" if self.is_focus else "normal"
        for place, line in enumerate(lines):
            down = y + tall + step * (place + 0.5)
            self._write(middle, down, line, ha="center", color=ink, weight=weight)

    def _draw_name(self) -> None:
        """Draw a molecule: its mark and its name."""
        unit, y = self.plate.scale, self.y + self.h / 2
        if not self.is_focus:  # lines from elsewhere pass under names, not through them
            self.sheet.box(self.x, self.y, self.w, self.h, facecolor=self.ground)
        where, size = (self.x + 7 * unit, y), 10 * unit
        mark = marks.kind(self.sheet, self.kind, where, size, f"mark {self.id}")
        mark.set_facecolor(self.tint(self.page.colour(theme.KINDS[self.kind])))
        mark.set_edgecolor(self.tint(self.page.ink))
        room = self._free() - 17 * unit
        self._write(self.x + 17 * unit, y, shortened(self.label, self.page.small, room))

    def _free(self) -> float:
        """Tell how far a name may reach: to what stands to the right of it in the same line."""
        plate, box = self.plate, self.plate.layout.boxes[self.id]
        beside = (
            other.x - box.x
            for other in plate.layout.boxes.values()
            if other.x > box.x and other.y < box.bottom and box.y < other.bottom
        )
        return min(beside, default=plate.layout.width - box.x) * plate.unit

    def _draw_box(self, kind: Literal["precursor", "domain", "group", "subject"]) -> None:
        """Draw a precursor, a domain, a group or a slip of the article's words."""
        unit, page, article = self.plate.unit, self.page, self.inks.article
        looks = {
            "precursor": (3.0, page.colour(theme.KINDS["peptide"])),
            "domain": (10.0, self.inks.domain_edge),
            "group": (0.01, page.soft),
            "subject": (0.01, article),
        }
        rounding, edge = looks[kind][0] * unit, self.tint(looks[kind][1])
        look = page.colour(theme.KINDS[self.kind])
        face = self.tint(page.ground if self.kind == "subject" else look)
        for off in (4 * unit, 0) if self.kind == "group" else (0,):
            shape = self.sheet.rounded(self.x + off, self.y - off, self.w, self.h)
            shape.set_boxstyle("round", pad=0, rounding_size=rounding)
            shape.set(facecolor=face, edgecolor=edge, linewidth=1.0, gid=f"shape {self.id}")
            shape.set_linestyle(_DASH if self.kind == "subject" else "-")
        if self.kind == "subject":
            y = self.y + self.h / 2
            quote = {"size": page.small * 1.7, "weight": "bold", "color": article}
            self._write(self.x + 7 * self.plate.scale, y + page.small * 0.5, "“", **quote)
            room = self.w - 22 * self.plate.scale
            self._write(self.x + 22 * self.plate.scale, y, shortened(self.label, page.small, room))
            return
        self._write_lines()

    def _write_lines(self) -> None:
        page, is_domain = self.page, self.kind == "domain"
        up = 7 * self.plate.unit if is_domain and self.plate.is_stamped else 0
        weight = "bold" if self.kind == "precursor" else "normal"
        lines = halved(self.label, page.small, self.w - 3, weight)
        if any(width_of(line, page.small, weight) > self.w for line in lines):
            lines = folded(self.label, page.small, self.w * _OVER, weight)
        step = page.small * 1.2
        most = max(2, int((self.h - 2 * up) // step))
        if len(lines) > most:
            rest = " ".join(lines[most - 1 :])
            lines = [*lines[: most - 1], shortened(rest, page.small, self.w - 2, weight)]
        for place, line in enumerate(lines):
            y = self.y + self.h / 2 - up + (place - (len(lines) - 1) / 2) * step
            self._write(self.x + self.w / 2, y, line, ha="center", weight=weight)
