"""The view from near: one receptor, molecule or group, or one domain, with a label at each mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from explainer.drawing import theme
from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import cut, width_of
from explainer.model.system import System
from explainer.view.blocks import HEADS, block, heads_of, level_words, receptor
from explainer.view.findings import APART, LANES, LEVELS, STEPS, Finding, Level, Step
from explainer.view.grids import (
    DENSITIES,
    Density,
    Grid,
    Labelled,
    Slot,
    by_agent,
    by_author,
    by_both,
    by_tool,
)
from explainer.view.overview import first_domains
from explainer.view.paper import PHONE
from explainer.voices.phrases import name_of

MOST_HEIGHT = {740: 470.0, 560: 620.0, 320: 2000.0}  # a phone is scrolled in any case
WIDTHS = tuple(MOST_HEIGHT)
LABELS = 116.0
STEP_HEADS = (
    ("on", "switched on or given", "on"),
    ("blocked", "blocked", "block"),
    ("missing", "gene missing", "gene"),
    ("stopped", "stopped", "stop"),
    ("seen", "only measured", "seen"),
)
# Under a head that is a finding, such as "fewer deaths", what was found of it.
SHORT_WORDS: dict[Level, str] = {
    "better": "found",
    "same": "no difference",
    "unclear": "no direction told",
    "worse": "the opposite",
}
_FOLDED = [density for density in DENSITIES if density.is_folded]
# From the view with most words to that with fewest: people keep their labels the longest.
_FORMS: tuple[tuple[Density, Labelled], ...] = (
    (DENSITIES[2], "all"),
    (DENSITIES[2], "people"),
    (_FOLDED[0], "people"),
    *((density, "none") for density in DENSITIES),
)
_ACTS_ACROSS = 2  # receptors at which a molecule acts, side by side: no heads of columns
_APART_ROOM = 190.0  # for a label that names what was given and who says so
_HEX = 84.0  # width of such a receptor


def of_agent(
    system: System, found: Sequence[Finding], agent: str, width: int, height: float = 0
) -> Frame:
    """Set all findings on one receptor, molecule or group."""
    own = [one for one in found if one.agent == agent]
    name = by_tool if agent in system.receptors else by_author
    frames = (
        _AgentView(system, Frame(width), own, Grid(own, density, by_agent, labelled, name)).draw(
            agent
        )
        for density, labelled in _FORMS
    )
    return _first_that_fits(frames, height or MOST_HEIGHT[width])


def of_domain(
    system: System, found: Sequence[Finding], domain: str, width: int, height: float = 0
) -> Frame:
    """Set all findings in one domain: the receptors side by side, then what is not told apart."""
    own = [one for one in found if one.domain == domain]
    frames = (
        _DomainView(system, Frame(width), own, Grid(own, density, labelled=labelled)).draw(domain)
        for density, labelled in _FORMS
    )
    return _first_that_fits(frames, height or MOST_HEIGHT[width])


def _first_that_fits(frames: Iterator[Frame], height: float) -> Frame:
    """Take the first frame that keeps to this height, or the last of all."""
    frame = next(frames)
    while not _fits(frame, height) and (more := next(frames, None)):
        frame = more
    return frame


def _fits(frame: Frame, height: float) -> bool:
    """Whether a frame keeps to its height, and no label is cut so that it tells nothing."""
    labels = [label for where in frame.fields for label in where.labels]
    cuts = sum(label.endswith("…") for label in labels)
    return frame.height <= height and cuts <= len(labels) / 4


@dataclass
class _View:
    """A frame that is being drawn from above: ``y`` is how far it has come."""

    system: System
    frame: Frame
    own: list[Finding]
    grid: Grid
    y: float = 0.0

    @property
    def first(self) -> tuple[str, ...]:
        """Domains that are drawn large."""
        return first_domains(self.system)

    @property
    def room(self) -> float:
        """Width beside the words of the levels."""
        return self.frame.width - LABELS


class _AgentView(_View):
    def draw(self, agent: str) -> Frame:
        """Draw what it does, the two domains that the article is on, and the others small."""
        self._draw_acts(agent)
        for domain in self.first:
            if any(one.domain == domain for one in self.own):
                self._draw_main(domain)
        self._draw_others()
        self.frame.height = self.y + 4
        return self.frame

    def _steps(self, domain: str) -> list[Step]:
        there = {one.step for one in self.own if one.domain == domain}
        return [step for step in STEPS if step in there]

    def _draw_main(self, domain: str) -> None:
        """Draw one domain in full width, lane beside lane."""
        steps = self._steps(domain)
        wide = self.room / len(steps)
        agent = self.own[0].agent
        slots = [
            Slot(agent, domain, step, LABELS + n * wide, wide - 4) for n, step in enumerate(steps)
        ]
        name = cut(name_of(self.system, domain), 15, LABELS - 8, is_bold=True)
        self.frame.words.append(Words(2, self.y + 14, name, 15, "strong"))
        y = heads_of(self.frame, STEP_HEADS, slots, self.y)
        words = level_words(self.system, domain)
        self.y = block(self.frame, self.grid, slots, words, (0, y)) + 6

    def _draw_others(self) -> None:
        """Draw the other domains side by side, as many in a row as there is room for."""
        row: list[Slot] = []
        x = LABELS
        for domain in self.system.domains:
            steps = self._steps(domain)
            if domain in self.first or not steps:
                continue
            widths = [self._least(domain, step) for step in steps]
            w = max(sum(widths), width_of(self._short(domain), 12, is_bold=True) + 8)
            if row and x + w > self.frame.width:
                self._draw_row(row)
                row, x = [], LABELS
            scale = min(1.0, self.room / w)
            start = x
            for step, wide in zip(steps, widths, strict=True):
                row.append(Slot(self.own[0].agent, domain, step, x, wide * scale))
                x += wide * scale
            x = max(x, start + w * scale) + 12
        if row:
            self._draw_row(row)

    def _short(self, domain: str) -> str:
        """What may be found in a domain, in as much room as there is beside the levels' words."""
        return cut(self.system.domains[domain].improves, 12, self.room - 8, is_bold=True)

    def _least(self, domain: str, step: Step) -> float:
        """Width of a small lane, by the fullest of its levels."""
        same = [o.level for o in self.own if o.domain == domain and o.step == step]
        return max(46.0, min(13.0 * max(map(same.count, LEVELS)) + 4, 150.0))

    def _draw_row(self, row: list[Slot]) -> None:
        for slot in {slot.domain: slot for slot in reversed(row)}.values():
            name = self._short(slot.domain)
            self.frame.words.append(Words(slot.x + 1, self.y + 12, name, 12, "strong"))
        small = Grid(self.own, DENSITIES[4], by_agent)
        y = heads_of(self.frame, STEP_HEADS, row, self.y + 14)
        self.y = block(self.frame, small, row, SHORT_WORDS, (0, y)) + 6

    def _draw_acts(self, agent: str) -> None:
        """Draw what molecules do at a receptor, or where a molecule acts and how."""
        if agent in self.system.receptors:
            self._draw_families(agent)
            return
        rows = self.system.interactions.where(ligand=agent).values()
        names = [name for name in self.system.receptors if any(r.receptor == name for r in rows)]
        across = 1 if self.frame.width < PHONE else _ACTS_ACROSS
        wide = self.frame.width / across
        for n, name in enumerate(names):
            told = [theme.family_of(row) for row in rows if row.receptor == name]
            words = dict.fromkeys(theme.FAMILIES[family].word for family in told)
            x, y = wide * (n % across), self.y + 30 * (n // across)
            receptor(self.system, self.frame, name, Shape(x, y, _HEX, 24, ""))
            line = cut(", ".join(words), 12, wide - _HEX - 16)
            self.frame.words.append(Words(x + _HEX + 8, y + 16, line, 12, "soft"))
        if names:
            self.y += 30.0 * -(-len(names) // across) + 6

    def _draw_families(self, name: str) -> None:
        """One chip for each kind of action, with the number of molecules of which it is told."""
        x = 0.0
        rows = self.system.interactions.where(receptor=name).values()
        for family, look in theme.FAMILIES.items():
            acting = {row.ligand for row in rows if theme.family_of(row) == family}
            if not acting:
                continue
            number = str(len(acting))
            w = width_of(look.word, 12) + width_of(number, 12, is_bold=True) + 22
            if x and x + w > self.frame.width:
                x, self.y = 0.0, self.y + 28
            chip = Shape(x, self.y, w, 24, "chip outside", f"acts:{name}:{family}")
            self.frame.shapes.append(chip.named(f"{look.word}: {number}"))
            self.frame.words.append(Words(x + 8, self.y + 16, look.word, 12))
            self.frame.words.append(Words(x + w - 8, self.y + 16, number, 12, "strong", "end"))
            x += w + 5
        self.y += 34


class _DomainView(_View):
    def draw(self, domain: str) -> Frame:
        """Draw the receptors, as many side by side as there is room for, and what is apart."""
        names = [name for name in self.system.receptors if self._lanes(name)]
        most = 2 if self.frame.width < PHONE else 4
        for start in range(0, len(names), most):
            self._draw_side_by_side(domain, names[start : start + most])
        if self._lanes(APART):
            self.grid = replace(self.grid, label_of=by_both, room=_APART_ROOM)
            self._draw_side_by_side(domain, [APART])
        self.frame.height = self.y + 4
        return self.frame

    def _lanes(self, column: str) -> list[str]:
        there = {one.lane for one in self.own if one.column == column}
        return [lane for lane in LANES if lane in there]

    def _draw_side_by_side(self, domain: str, names: list[str]) -> None:
        wide = (self.room + 10) / len(names)
        slots: list[Slot] = []
        for n, name in enumerate(names):
            x = LABELS + n * wide
            receptor(self.system, self.frame, name, Shape(x, self.y, wide - 10, 30, ""))
            lanes = self._lanes(name)
            for k, lane in enumerate(lanes):
                w = (wide - 10) / len(lanes)
                slots.append(Slot(name, domain, lane, x + k * w, w - 4))
        y = heads_of(self.frame, HEADS, slots, self.y + 32)
        words = level_words(self.system, domain)
        self.y = block(self.frame, self.grid, slots, words, (0, y)) + 8
