"""The view from near: one receptor, molecule or group, or one domain, with a label at each mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from explainer.drawing import theme
from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import cut, folded, width_of
from explainer.model.system import System
from explainer.view import absence
from explainer.view.blocks import HEADS, block, heads_of, level_words, receptor
from explainer.view.findings import APART, LANES, LEVELS, STEPS, Finding, Step, own_of
from explainer.view.grids import (
    DENSITIES,
    Density,
    Grid,
    Labelled,
    Slot,
    by_author,
    by_both,
    by_tool,
)
from explainer.view.overview import first_domains
from explainer.view.paper import PHONE
from explainer.voices.phrases import name_of

MOST_HEIGHT = {740: 470.0, 560: 620.0, 320: 2000.0}  # a phone is scrolled in any case
WIDTHS = tuple(MOST_HEIGHT)
_LABELS, _LESS, _ROOMY = 150.0, 116.0, 700  # width of the words of the levels; less below this
STEP_HEADS = (
    ("on", "switched on or given", "on"),
    ("blocked", "blocked", "block"),
    ("missing", "gene missing", "gene"),
    ("stopped", "stopped", "stop"),
    ("seen", "only measured", "seen"),
)
_PAIR, _ALL = 2, 4  # receptors side by side
_BORNE = 1.45  # times the height, where names at marks need it
_LANE = 40.0  # least width of a lane
_EVEN = 2  # the more, the more lanes are alike
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
    """Set all findings on one receptor, molecule or group, or made with a molecule."""
    own = own_of(found, agent)
    name = by_tool if agent in system.receptors else by_author

    def column_of(one: Finding) -> tuple[str, str]:
        return agent, one.step

    absences = absence.of(system, agent, system.domains)
    frames = (
        _AgentView(
            system,
            Frame(width),
            own,
            Grid(own, density, column_of, labelled, name, absences=absences),
            agent,
        ).draw(agent)
        for density, labelled in _FORMS
    )
    return _first_that_fits(frames, height or MOST_HEIGHT[width], 1.0 if height else _BORNE)


def of_domain(
    system: System, found: Sequence[Finding], domain: str, width: int, height: float = 0
) -> Frame:
    """Set all findings in one domain: the receptors side by side, then what is not told apart."""
    own = [one for one in found if one.domain == domain]
    frames = (
        _DomainView(
            system, Frame(width), own, Grid(own, density, labelled=labelled), across=across
        ).draw(domain)
        for density, labelled in _FORMS
        for across in ((_PAIR, _ALL) if labelled != "none" else (_ALL,))
        if width >= PHONE or across == _PAIR or labelled == "none"
    )
    return _first_that_fits(frames, height or MOST_HEIGHT[width], 1.0 if height else _BORNE)


def _first_that_fits(frames: Iterator[Frame], height: float, over: float = 1.0) -> Frame:
    """Take the first frame that keeps to this height; with names at marks more is borne."""
    borne = frame = None
    for frame in frames:
        if _fits(frame, height):
            return frame
        is_named = any(where.labels for where in frame.fields)
        if borne and not is_named:
            return borne
        if is_named and _fits(frame, height * over):
            borne = borne or frame
    return frame or Frame(0)


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
    agent: str = ""
    y: float = 0.0
    across: int = 4  # receptors side by side

    @property
    def labels(self) -> float:
        """Width of the words of the levels."""
        return _LABELS if self.frame.width >= _ROOMY else _LESS

    @property
    def room(self) -> float:
        """Width beside the words of the levels."""
        return self.frame.width - self.labels

    def draw_absence(self, told: absence.Absence, x: float) -> None:
        """Say in one line which kind of empty something is."""
        words = cut(told.words, 12, self.frame.width - x - 16)
        look = f"empty {told.kind}"
        self.frame.shapes.append(Shape(x, self.y + 2, width_of(words, 12) + 14, 20, look))
        self.frame.words.append(Words(x + 7, self.y + 16, words, 12, f"soft {look}"))
        self.y += 30


class _AgentView(_View):
    def draw(self, agent: str) -> Frame:
        """Draw what it does, the domains that the article is on, and the others in their lanes."""
        self._draw_acts(agent)
        steps = [step for step in STEPS if any(one.step == step for one in self.own)]
        lanes = self._lanes(agent, steps)
        first = first_domains(self.system)
        others = [domain for domain in self.system.domains if domain not in first]
        for domain in first:
            self._draw_main(domain, lanes)
        shown = [domain for domain in others if any(one.domain == domain for one in self.own)]
        if shown:
            self.y = heads_of(self.frame, STEP_HEADS, self._slots(lanes, shown[0]), self.y)
        for domain in shown:
            self._draw_other(domain, lanes)
        self.frame.height = self.y + 4
        return self.frame

    def _lanes(self, agent: str, steps: Sequence[Step]) -> list[Slot]:
        """Part the width into lanes that all domains share, wider where more marks stand."""
        counted = Counter((one.domain, one.step, one.level) for one in self.own)
        most = [
            _EVEN + max(n for (_, lane, _), n in counted.items() if lane == step) for step in steps
        ]
        x = self.labels
        lanes = []
        over = max(0.0, self.room - _LANE * len(steps))
        for step, number in zip(steps, most, strict=True):
            wide = min(_LANE, self.room / len(steps)) + over * number / sum(most)
            lanes.append(Slot(agent, "", step, x, wide - 4))
            x += wide
        return lanes

    @staticmethod
    def _slots(lanes: Sequence[Slot], domain: str) -> list[Slot]:
        return [replace(lane, domain=domain) for lane in lanes]

    def _draw_main(self, domain: str, lanes: Sequence[Slot]) -> None:
        """Draw one domain in full, lane beside lane; or say why there is nothing."""
        name = cut(name_of(self.system, domain), 15, self.labels - 8, is_bold=True)
        self.frame.words.append(Words(2, self.y + 14, name, 15, "strong"))
        if not any(one.domain == domain for one in self.own):
            absences = self.grid.absences or {}
            told = absences.get((self.agent, domain), absence.UNSEARCHED)
            self.draw_absence(told, self.labels)
            return
        slots = self._slots(lanes, domain)
        y = heads_of(self.frame, STEP_HEADS, slots, self.y)
        words = level_words(self.system, domain)
        self.y = block(self.frame, self.grid, slots, words, (0, y)) + 4

    def _draw_other(self, domain: str, lanes: Sequence[Slot]) -> None:
        """Draw a domain as high as it has findings, each height told in the domain's own words."""
        there = {one.level for one in self.own if one.domain == domain}
        name = name_of(self.system, domain)
        full = level_words(self.system, domain)
        words = {
            level: full[level] if level in ("better", "worse") else f"{name}: {full[level]}"
            for level in LEVELS
            if level in there
        }
        small = replace(self.grid, absences=None)
        self.y = block(self.frame, small, self._slots(lanes, domain), words, (0, self.y)) + 1

    def _draw_acts(self, agent: str) -> None:
        """Draw what molecules do at a receptor, or where a molecule acts and how."""
        if agent in self.system.receptors:
            self._draw_families(agent)
            return
        rows = self.system.interactions.where(ligand=agent).values()
        names = [name for name in self.system.receptors if any(r.receptor == name for r in rows)]
        across = 1 if self.frame.width < PHONE else _ACTS_ACROSS
        wide = self.frame.width / across
        for start in range(0, len(names), across):
            lowest = 0
            for n, name in enumerate(names[start : start + across]):
                told = [row.action for row in rows if row.receptor == name]
                words = dict.fromkeys(theme.FAMILIES[theme.FAMILY_OF[act]].word for act in told)
                lines = folded(", ".join(words), 12, wide - _HEX - 16)
                lowest = max(lowest, len(lines))
                receptor(self.system, self.frame, name, Shape(wide * n, self.y, _HEX, 24, ""))
                for k, line in enumerate(lines):
                    at = Words(wide * n + _HEX + 8, self.y + 16 + 14 * k, line, 12, "soft")
                    self.frame.words.append(at)
            self.y += 30.0 + 14 * (lowest - 1)
        self.y += 6.0 if names else 0.0

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
        most = _PAIR if self.frame.width < PHONE else self.across
        for start in range(0, len(names), most):
            self._draw_side_by_side(domain, names[start : start + most])
        if self._lanes(APART):
            self.grid = replace(self.grid, label_of=by_both, room=_APART_ROOM)
            self._draw_side_by_side(domain, [APART])
        for name in self.system.receptors:
            if name not in names:
                self._draw_absent(domain, name)
        self.frame.height = self.y + 4
        return self.frame

    def _draw_absent(self, domain: str, name: str) -> None:
        """Say in one line why a receptor has no finding here."""
        receptor(self.system, self.frame, name, Shape(2, self.y, _HEX, 24, ""))
        told = absence.of(self.system, name, [domain])[name, domain]
        self.draw_absence(told, _HEX + 14)

    def _lanes(self, column: str) -> list[str]:
        there = {one.lane for one in self.own if one.column == column}
        return [lane for lane in LANES if lane in there]

    def _draw_side_by_side(self, domain: str, names: list[str]) -> None:
        wide = (self.room + 10) / len(names)
        slots: list[Slot] = []
        for n, name in enumerate(names):
            x = self.labels + n * wide
            receptor(self.system, self.frame, name, Shape(x, self.y, wide - 10, 30, ""))
            lanes = self._lanes(name)
            for k, lane in enumerate(lanes):
                w = (wide - 10) / len(lanes)
                slots.append(Slot(name, domain, lane, x + k * w, w - 4))
        y = heads_of(self.frame, HEADS, slots, self.y + 32)
        words = level_words(self.system, domain)
        self.y = block(self.frame, self.grid, slots, words, (0, y)) + 8
