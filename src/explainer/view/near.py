"""What a view from near is drawn from: a receptor, molecule or group in its lanes, or a domain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from explainer.drawing import theme
from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import cut, folded, width_of
from explainer.model.system import System
from explainer.view import absence
from explainer.view.blocks import HEADS, block, heads_of, level_words, receptor
from explainer.view.findings import APART, LANES, LEVELS, STEPS, Finding, Step
from explainer.view.grids import ROOMS, Grid, Slot, by_both
from explainer.view.overview import first_domains
from explainer.view.paper import PHONE
from explainer.voices import hazards
from explainer.voices.numerals import count, listed
from explainer.voices.phrases import name_of

_LEAST_LABELS, _MOST_LABELS = 110.0, 150.0  # width of the words of the levels
STEP_HEADS = (
    ("on", "switched on, given or taken", "on"),
    ("blocked", "blocked", "block"),
    ("missing", "gene missing", "gene"),
    ("stopped", "stopped", "stop"),
    ("seen", "only measured", "seen"),
)
PAIR = 2  # receptors side by side on a phone
_LANE = 40.0  # least width of a lane
_EVEN = 2  # the more, the more lanes are alike
_MOLECULES = "Molecules:"  # that chips count
_ACTS_ACROSS = 2  # receptors at which a molecule acts, side by side: no heads of columns
_HEX = 84.0  # width of such a receptor


@dataclass
class View:
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
        return min(_MOST_LABELS, max(_LEAST_LABELS, self.frame.width / 4.5))

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


class AgentView(View):
    """Findings on one receptor, molecule or group, domain under domain in shared lanes."""

    first_height: float = 0.0  # of what it does and of the first domains

    def draw(self, agent: str) -> Frame:
        """Draw what it does, the domains that the article is on, and the others in their lanes."""
        self._draw_acts(agent)
        steps = [step for step in STEPS if any(one.step == step for one in self.own)]
        lanes = self._lanes(agent, steps)
        first = first_domains(self.system)
        others = [domain for domain in self.system.domains if domain not in first]
        for domain in first:
            self._draw_main(domain, lanes)
        self.first_height = self.y
        shown = [domain for domain in others if any(one.domain == domain for one in self.own)]
        if shown:
            self.y = heads_of(self.frame, STEP_HEADS, self._slots(lanes, shown[0]), self.y)
        for domain in shown:
            self._draw_other(domain, lanes)
        for group in hazards.groups_of(self.system, agent) if agent in self.system.ligands else ():
            self._draw_stopped(group)
        self.frame.height = self.y + 2
        return self.frame

    def _draw_stopped(self, group: str) -> None:
        """Lead to what stopping such drugs did: it was studied of the group, of few by name."""
        rows = self.system.effects_of(group).where(perturbation="stopped", direction="worsens")
        domains = dict.fromkeys(row.domain for row in rows.values())
        if not domains:
            return
        name = name_of(self.system, group)
        told = listed([self.system.domains[domain].worsens for domain in domains])
        words = (
            f"{name} stopped: {count(len(rows), 'finding')} for the worse, on the group: {told}."
        )
        lines = folded(words, 12, self.frame.width - 20)
        self.y += 4
        box = Shape(0, self.y, self.frame.width - 2, 15.0 * len(lines) + 8, "chip outside", group)
        self.frame.shapes.append(box.named(words))
        for n, line in enumerate(lines):
            self.frame.words.append(Words(10, self.y + 16 + 15 * n, line, 12))
        self.y += box.h + 4

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
        self.y = block(self.frame, self.grid, slots, words, (0, y)) + 2

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
        rows = self.system.interactions.where(receptor=name).values()
        x = 0.0
        if rows:
            self.frame.words.append(Words(2, self.y + 16, _MOLECULES, 12, "strong"))
            x = width_of(_MOLECULES, 12, is_bold=True) + 8
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


@dataclass
class DomainView(View):
    """Findings in one domain, receptor beside receptor."""

    is_named_apart: bool = False  # people that are tied to no receptor have names in any case

    def draw(self, domain: str) -> Frame:
        """Draw the receptors, as many side by side as there is room for, and what is apart."""
        names = [name for name in self.system.receptors if self._lanes(name)]
        most = PAIR if self.frame.width < PHONE else self.across
        for start in range(0, len(names), most):
            self._draw_side_by_side(domain, names[start : start + most])
        if self._lanes(APART):
            self.grid = (
                replace(self.grid, labelled="people")  # by what was given: both have no room
                if self.is_named_apart
                else replace(self.grid, label_of=by_both, room=ROOMS[-1])
            )
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
        """The lanes of a column, none if it has no finding; that nobody measured needs no lane."""
        there = {one.lane for one in self.own if one.column == column}
        always = {"on", "off"} if there and column != APART else set()
        return [lane for lane in LANES if lane in there | always]

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
