"""The picture on a slide: large type, what is lit by name, and of all other names how many."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.drawing import edges, legend
from explainer.drawing.geometry import Band, Box, Layout
from explainer.figures import glyphs
from explainer.figures.colours import GHOST, mix
from explainer.figures.emphasis import MOLECULES, Seen, in_full, in_kinds, in_looks, in_one
from explainer.figures.plate import Plate
from explainer.figures.sheet import width_of
from explainer.model.schema.categories import is_on_paper
from explainer.voices.numerals import count

if TYPE_CHECKING:
    from explainer.figures.emphasis import Side
    from explainer.figures.sheet import Mark, Sheet
    from explainer.model.schema import Voice

_INNER = 900.0  # width between the margins
_LINE = 25.0  # height of a line of names
_SCALE = 1.44  # of marks and signs
_HEADS = {"body": "Made by the body", "outside": "From outside the body",
          "article": "What the article speaks of"}  # fmt: skip
_GROUND = 74.0
_HEROES, _HERO = (106.0, 56.0), 96.0  # top and height of the receptors' row; width of one
_UNNAMED, _GROUP = 122.0, 92.0
_SILENCE = 344.0  # width of what is said over the receptors where the article speaks alone
_TITLED = 290.0  # width that the title of the receptors without a name needs
_MORE = 100.0  # room for how many more there are
_STRIP, _STRIP_HEIGHT = 346.0, 32.0
_ACROSS = 10  # domains in a row: two rows hold them all
# Top of the first row of domains, height of a row, room below it for signs.
_ROWS = {
    "overview": (210.0, 58.0, 8.0),
    "above": (222.0, 44.0, 26.0),
    "below": (188.0, 44.0, 26.0),
}


class Head(NamedTuple):
    """A list on a slide: its ground, how many it holds, and which lit names found no room."""

    name: str
    ground: Box
    told: str
    hidden: list[str]
    last: Box  # of the names that did find room


class Slide(Plate):
    """A plate whose unit is the point: names that find no room are counted by their sign."""

    def __init__(self, sheet: Sheet, seen: Seen) -> None:
        super().__init__(sheet, seen, Layout(_INNER), 1.0, sheet.y)
        self.scale, self.stamp = _SCALE, 8.0
        self.tells = (in_full, in_looks, in_kinds, in_one)  # a number less is better than a fork
        self.is_stamped = self.is_stamped and seen.is_overview  # signs need the room
        self.kinds: dict[str, list[str]] = {}
        for node in seen.known:
            self.kinds.setdefault(seen.kind_of(node), []).append(node)
        self.heads: list[Head] = []
        self.listed: set[str] = set()  # molecules and subjects that are drawn by name
        self._place_molecules()
        self._place_receptors()
        self._place_domains()
        self._place_strip()

    def rows_at(self, side: Side) -> int:
        """Tell how many rows of signs there is room for on one side of a node."""
        is_domain = self.seen.kind_of(side.far) == "domain"
        return 1 if is_domain and (self._is_low(side.far) or side.is_below) else 2

    def _is_low(self, domain: str) -> bool:
        return self.kinds["domain"].index(domain) >= _ACROSS

    def has(self, node: str) -> bool:
        """Whether a node is drawn at all."""
        return node in self.listed or self.seen.kind_of(node) not in (*MOLECULES, "subject")

    def _place_molecules(self) -> None:
        body = [n for kind in ("precursor", "peptide") for n in self.kinds.get(kind, [])]
        outside = self.kinds.get("ligand", [])
        lit = [sum(node in self.seen.nodes for node in nodes) for nodes in (body, outside)]
        width = 560.0 if lit[0] > lit[1] else 372.0
        peptides, precursors = (self.kinds.get(k, []) for k in ("peptide", "precursor"))
        told = {
            "body": self._number(peptides, "peptide"),
            "outside": self._number(outside, "molecule"),
        }
        if self.seen.is_overview and precursors:
            told["body"] += f" from {count(len(precursors), 'precursor')}"
        left = Box(0, 0, width, _GROUND), Box(width + 12, 0, _INNER - width - 12, _GROUND)
        for name, nodes, ground in zip(told, (body, outside), left, strict=True):
            self._fill(name, nodes, ground, told[name], lines=2)
            self.layout.rails |= dict.fromkeys(nodes, ground.bottom)

    def _number(self, nodes: list[str], name: str) -> str:
        """Tell how many there are, or how many of them stand out."""
        number = count(len(nodes), name)
        lit = sum(node in self.seen.nodes for node in nodes)
        return number if self.seen.is_overview else f"{lit} of {number}"

    def _fill(self, name: str, nodes: list[str], ground: Box, told: str, lines: int) -> None:
        """Set lit names in a ground; what finds no room is counted, by sign if it has one."""
        is_paper = name == "article"
        voice: Voice = "article" if is_paper else "pharmacology"
        self.layout.bands.append(Band(name, "", voice, ground, tuple(nodes)))
        for at, node in enumerate(nodes):  # those without a name stand where their lines begin
            x = ground.x + ground.w * ((at + 0.5) / len(nodes) if is_paper else 0.5)
            self.layout.boxes[node] = Box(x, ground.y if is_paper else ground.bottom - 1, 1, 1)
        head = width_of(_HEADS[name], self.page.small, "bold") + 24
        room_for = ground.w - head + 12
        if not self.seen.is_overview and width_of(told, self.page.small) > room_for:
            told = told.rpartition(" ")[0]
        start = head + width_of(told, self.page.small) + 10
        room = Box(ground.x + (start if is_paper else 6), ground.y + (4 if is_paper else 24), 0, 0)
        focus = self.seen.state.focus
        lit = sorted(
            (node for node in nodes if node in self.seen.nodes),
            key=lambda node: (node != focus, -self._width(node)),
        )
        reserve = _MORE if focus in nodes else 0  # what is joined to a name in its own list
        found = dict(zip(lit, self._flow(lit, room, ground.right - 6, lines), strict=False))
        if len(found) < len(lit):
            right = ground.right - 6 - reserve
            some = self._flow(lit, room, right, lines) if reserve else ()
            found = dict(zip(lit, some, strict=False))
        self.layout.boxes |= found
        self.listed |= set(found)
        last = max(found.values(), key=lambda box: (box.y, box.x)) if found else room
        self.heads.append(Head(name, ground, told, lit[len(found) :], last))

    def _flow(self, nodes: Iterable[str], room: Box, right: float, lines: int) -> Iterator[Box]:
        """Give each name a box in the first line with room for it, as long as one has."""
        starts = [room.x] * lines
        for node in nodes:
            width = self._width(node)
            line = next((i for i, x in enumerate(starts) if x + width <= right), None)
            if line is None:
                return
            yield Box(starts[line], room.y + line * _LINE, width, _LINE - 2)
            starts[line] += width + 6

    def _width(self, node: str) -> float:
        """Tell how wide a name is with its sign."""
        extra = {"precursor": 14.0, "subject": 22 * _SCALE + 8}
        kind = self.seen.kind_of(node)
        name = width_of(self.seen.known[node][1], self.page.small)
        return name + extra.get(kind, 17 * _SCALE + 10)

    def _place_receptors(self) -> None:
        (y, h), boxes, bands = _HEROES, self.layout.boxes, self.layout.bands
        receptors = self.kinds.get("receptor", [])
        hero = min(_HERO, self._room_for_receptors() / max(1, len(receptors)) - 4)
        for at, node in enumerate(receptors):
            boxes[node] = Box(at * (hero + 4), y, hero, h)
        x = len(receptors) * (hero + 4)
        if x:
            bands.append(
                Band("membrane", "", "pharmacology", Box(-6, y + h * 0.26, x + 4, h * 0.48))
            )
        unnamed = self.kinds.get("unnamed", [])
        x = max(x, _SILENCE)
        if unnamed:
            ground = Box(x + 8, y - 24, max(_TITLED, len(unnamed) * (_UNNAMED + 4) + 10), h + 30)
            bands.append(Band("unnamed", "Receptors without a name", "article", ground))
            for at, node in enumerate(unnamed):
                boxes[node] = Box(ground.x + 7 + at * (_UNNAMED + 4), y, _UNNAMED, h)
            x = ground.right
        for at, node in enumerate(self.kinds.get("group", [])):
            boxes[node] = Box(x + 8 + at * (_GROUP + 8), y - 20, _GROUP, h + 20)

    def _room_for_receptors(self) -> float:
        """Tell what those without a name, and the groups, leave of the row."""
        unnamed = len(self.kinds.get("unnamed", []))
        beside = max(_TITLED, unnamed * (_UNNAMED + 4) + 10) + 8 if unnamed else 0.0
        return _INNER - beside - len(self.kinds.get("group", [])) * (_GROUP + 8) - 8

    def _place_domains(self) -> None:
        is_subject = (
            not self.seen.is_overview and self.seen.kind_of(self.seen.state.focus) == "subject"
        )
        mode = "overview" if self.seen.is_overview else "below" if is_subject else "above"
        top, height, room = _ROWS[mode]
        slot = _INNER / _ACROSS
        for at, node in enumerate(self.kinds.get("domain", [])):
            row, column = divmod(at, _ACROSS)
            self.layout.boxes[node] = Box(
                column * slot, top + row * (height + room), slot - 1, height
            )

    def _place_strip(self) -> None:
        domains = [self.layout.boxes[node].bottom for node in self.kinds.get("domain", [])]
        top = max([_STRIP, *(bottom + 10 for bottom in domains)])
        ground = Box(0, top, _INNER, _STRIP_HEIGHT)
        subjects = self.kinds.get("subject", [])
        if subjects:
            self._fill("article", subjects, ground, self._number(subjects, "thing"), lines=1)
        for at, node in enumerate(self.kinds.get("gap", [])):
            self.layout.boxes[node] = Box(_INNER - 40 * (at + 1), top, 34, _STRIP_HEIGHT)
        self.layout.height = ground.bottom

    def draw_heads(self) -> None:
        """Write over each list how many are lit, and count those that are not named by sign."""
        sides = {side.far: side for side in self.seen.sides(self.layout.boxes)}
        for head in self.heads:
            is_paper = head.name == "article"
            fill = self.inks.paper if is_paper else self.page.silence
            share = GHOST if self.is_far("article" if is_paper else "pharmacology") else 1.0
            looks: dict[str, Any] = {"color": mix(self.page.ink, fill, share)}
            y = head.ground.y + (_STRIP_HEIGHT / 2 if is_paper else 12)
            x, y = self.at(head.ground.x + 8, y)
            text = self.write(x, y, _HEADS[head.name], fill, weight="bold", **looks)
            if self.seen.is_overview and not is_paper:
                self.write(x, y + 30, head.told, fill, **looks)
            else:
                self.sheet.after(text, head.told, 7, **looks)
            signs = [s for n in head.hidden if n in sides for s in sides[n].tell(in_one)]
            x, y = self.at(head.last.right + 8, head.last.y + 12)
            for sign, number in Counter(sign._replace(number=1) for sign in signs).items():
                self.draw_sign(sign._replace(number=number), x, y)
                x += self.width_of(sign._replace(number=number)) + 8
            if head.hidden and not signs:
                self.write(x, y, f"+ {len(head.hidden)} more", fill, **looks)

    def draw_pooled(self) -> None:
        """Draw one line for all that a ground does not name, to each end that they reach."""
        pooled: Counter[tuple[Box, str, Voice]] = Counter()
        for pair in self.seen.pairs:
            if self.has(pair.start) or not self.has(pair.end) or self.seen.is_overview:
                continue
            pooled[self.layout.boxes[pair.start], pair.end, pair.voice] += 1
        starts = {box: node for node, box in self.layout.boxes.items() if not self.has(node)}
        for (box, end, voice), number in pooled.items():
            line = edges.route(self.layout, starts[box], end, "effect")
            is_article = is_on_paper(voice)
            colour = self.inks.of("kind", self.seen.kind_of(starts[box]))
            colour = self.inks.article if is_article else colour
            dash, alpha = ((0, (3, 2.2)), 1.0) if is_article else ("-", 0.5)
            width = 0.8 + number**0.5
            self.draw_line(line, colour, linewidth=width, linestyle=dash, alpha=alpha)

    def draw_legend(self) -> None:
        """Set the words of the signs that were drawn."""
        words = legend.looks()
        tables = ("family", "direction", "differs", "done", "standing", "voice")
        if self.seen.is_overview:
            self.used |= {
                ("voice", voice): None
                for voice in self.seen.picture["voices"][self.seen.state.lens]
            }
        items: list[tuple[Mark, str]] = [
            (functools.partial(self._mark, table, name), words[table][name][0])
            for table in tables
            for name in words[table]
            if (table, name) in self.used
        ]
        self.sheet.legend(items)

    def _mark(
        self, table: str, name: str, sheet: Sheet, at: tuple[float, float], size: float
    ) -> None:
        glyphs.draw(sheet, self.inks, table, name, at, size * 0.9)
