"""The first view: the article's empty sockets beside the receptors that sources name."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import cut, width_of
from explainer.model.system import System
from explainer.view import absence, bands, guessing, paper
from explainer.view.blocks import HEADS, block, heads_of, level_words, receptor
from explainer.view.findings import APART, LANES, Finding, Lane, Level
from explainer.view.grids import DENSITIES, Density, Grid, Slot
from explainer.voices.phrases import NO_DIFFERENCE, NO_DIRECTION, name_of

_MOST_DOMAINS = 2  # that are shown at once; the others open when something is looked at from near
_GAP = 10.0
_BUNDLES = 34.0  # room for lines from chips to receptors
_HERO = 36.0  # height of a receptor
_LOW_HERO = 30.0
_EVEN = 8  # the more, the more lanes of one column are alike
_WIDER = (1.0, 1.5, 2.5)  # of what is tied to no receptor, where the receptors leave it too little
_MOST = 7  # marks for which a lane is made wider
_AIR = 4.0  # beside a word
_SHORT = {lane: width_of(word, 12) + _AIR for lane, _, word in HEADS}  # least width of a lane


@dataclass(frozen=True)
class Wide:
    """Measures of a form in which receptors stand side by side."""

    width: int
    paper: float  # width of the article's ground; none: it lies across the top
    labels: float
    height: float
    apart: float = 1.6  # width of what is not tied to one receptor; one receptor is 1
    has_article: bool = True
    has_chips: bool = True
    is_sealed: bool = False
    most_domains: int = _MOST_DOMAINS


@dataclass(frozen=True)
class Narrow:
    """Measures of a form in which receptors stand one under the other."""

    width: int
    labels: float
    lane: float


WIDE = (
    Wide(1180, paper=164, labels=132, height=424),
    Wide(1000, paper=150, labels=132, height=430),
    Wide(800, paper=0, labels=129, height=366, apart=1.7),
)
NARROW = (Narrow(600, labels=112, lane=58), Narrow(304, labels=92, lane=29))


def first_domains(system: System) -> tuple[str, ...]:
    """The sides of life of which the article says that receptors improve or worsen them."""
    unnamed = {row.id for row in system.subjects.values() if row.is_receptor}
    said = [
        domain
        for claim in system.claims.values()
        if claim.direction in {"improves", "worsens"} and unnamed & set(claim.subjects)
        for domain in claim.domains
    ]
    most = [domain for domain, _ in Counter(said).most_common(_MOST_DOMAINS)]
    return tuple(most or list(system.domains)[:_MOST_DOMAINS])


def sealed(system: System, form: Wide | Narrow) -> Frame:
    """Set the first view for whoever is still guessing: it is the same whatever was found."""
    if isinstance(form, Narrow):
        return guessing.narrow(system, form.width, first_domains(system))
    return wide(system, [], replace(form, is_sealed=True, has_chips=False))


def wide(system: System, found: Sequence[Finding], form: Wide) -> Frame:
    """Set the first view for this width: the roomiest marks with which it keeps its height.

    Where not even the smallest do, what is tied to no receptor gets more width than it has.
    """
    frame = Frame(form.width)
    for has_chips, densities in ((form.has_chips, DENSITIES), (False, DENSITIES[-1:])):
        for more, density in itertools.product(_WIDER, densities):
            wider = replace(form, apart=form.apart * more, has_chips=has_chips)
            frame = _wide(system, found, wider, density)
            if frame.height <= form.height and (more == 1 or _has_heads(system, found, wider)):
                return frame
    return frame


def _beside(system: System, form: Wide) -> float:
    """Width of the article's ground with the seam, where it stands beside the receptors."""
    return form.paper + 34 if form.paper and system.claims else 0.0


def _has_heads(system: System, found: Sequence[Finding], form: Wide) -> bool:
    """Whether the lanes of receptors, made narrower, still have room for their heads in short."""
    columns = _columns(system, form, _beside(system, form) + form.labels)
    slots = _slots(columns, found, first_domains(system))
    return all(slot.w >= _SHORT[slot.lane] for slot in slots)


def _wide(system: System, found: Sequence[Finding], form: Wide, density: Density) -> Frame:
    frame = Frame(form.width)
    left = _beside(system, form)
    is_across = form.has_article and not left
    top = paper.draw_across(system, frame, is_sealed=form.is_sealed) if is_across else 0.0
    domains = first_domains(system)[: form.most_domains]
    columns = _columns(system, form, left + form.labels)
    slots = _slots(columns, found, domains)
    hexes, hero = top, _HERO if left else _LOW_HERO
    if form.has_chips:
        low = bands.chips(system, frame, left, top, is_short=density.is_folded)
        hexes = low + (_BUNDLES if left else 6)
    for name, (x, w) in columns.items():
        receptor(system, frame, name, Shape(x, hexes, w, hero, ""))
    if form.has_chips and left:  # across the page lines have no room
        bands.bundles(system, frame, hexes)
    first = [slot for slot in slots if slot.domain == domains[0]]
    y = heads_of(frame, HEADS, first, hexes + hero + 2)
    grid = Grid(found, density, absences=_absences(system, form))
    for domain in domains:
        words = level_words(system, domain)
        y = block(frame, grid, [s for s in slots if s.domain == domain], words, (left, y))
    frame.height = y + 2
    if left:
        paper.draw_beside(system, frame, form.paper, is_sealed=form.is_sealed)
    return frame


def _absences(system: System, form: Wide) -> dict[tuple[str, str], absence.Absence] | None:
    """What empty places say; to whoever is still guessing, nothing."""
    return None if form.is_sealed else absence.of_receptors(system)


def narrow(system: System, found: Sequence[Finding], form: Narrow) -> Frame:
    """Set the first view for a phone: receptors one under the other, each beside its lanes."""
    frame = Frame(form.width)
    y = paper.draw_across(system, frame)
    density = DENSITIES[4] if form.width < paper.PHONE else DENSITIES[1]
    grid = Grid(found, density, absences=absence.of_receptors(system))
    rows = _Rows(system, frame, grid, form)
    for name in (*system.receptors, APART):
        y = rows.draw(name, y)
    frame.height = bands.chips(system, frame, 0, y) + 4
    return frame


@dataclass(frozen=True)
class _Rows:
    """Receptors one under the other, with the fields of the first domains beside each."""

    system: System
    frame: Frame
    grid: Grid
    form: Narrow

    def draw(self, name: str, y: float) -> float:
        """Draw one receptor from this height down; give its lower edge."""
        width, labels = self.form.width, self.form.labels
        if name == APART:
            receptor(self.system, self.frame, name, Shape(0, y, width, 26, ""))
            y += 28
        else:
            receptor(self.system, self.frame, name, Shape(0, y + 2, labels - 10, _LOW_HERO, ""))
        slots = self._slots(name, y)
        y = heads_of(self.frame, HEADS, slots, y + 14)
        return block(self.frame, self.grid, slots, both_words(self.system), (0, y)) + 8

    def _slots(self, name: str, y: float) -> list[Slot]:
        """Part the room into domains, each under its name, and each into its lanes."""
        labels, lane = self.form.labels, self.form.lane
        domains = first_domains(self.system)
        room = (self.form.width - labels) / max(1, len(domains))
        share = (room - 3 * lane) / 6
        slots = []
        for n, domain in enumerate(domains):
            x = labels + n * room
            title = cut(name_of(self.system, domain), 13, room - 8, is_bold=True)
            self.frame.words.append(Words(x, y + 14, title, 13, "strong"))
            for k, step in enumerate(LANES):
                wide = lane + (3 - k) * share
                slots.append(Slot(name, domain, step, x, wide - 4))
                x += wide
        return slots


def _columns(system: System, form: Wide, left: float) -> dict[str, tuple[float, float]]:
    """Give each column its edge and width: receptors alike, for width is no importance."""
    names = [*system.receptors, APART]
    room = form.width - left - _GAP * (len(names) - 1)
    share = room / (len(system.receptors) + form.apart)
    columns = {}
    x = left
    for name in names:
        w = share * (form.apart if name == APART else 1)
        columns[name] = (x, w)
        x += w + _GAP
    return columns


def _slots(
    columns: dict[str, tuple[float, float]], found: Sequence[Finding], domains: Sequence[str]
) -> list[Slot]:
    """Part each column into its lanes, a little wider where more marks stand."""
    people = Counter((f.column, f.lane, f.domain, f.level) for f in found if f.who == "people")
    slots: list[Slot] = []
    for name, (start, w) in columns.items():
        lanes = [lane for lane in LANES if lane != "seen" or _has(found, name, lane)]
        most = {
            lane: _EVEN
            + min(_MOST, max((n for k, n in people.items() if k[:2] == (name, lane)), default=0))
            for lane in lanes
        }
        x = start
        for lane, wide in _parted(w, most).items():
            slots.extend(Slot(name, domain, lane, x, wide) for domain in domains)
            x += wide
    return slots


def _parted(width: float, shares: Mapping[Lane, float]) -> dict[Lane, float]:
    """Part a width by shares; where a head in short has no room, each has its own first."""
    all_ = sum(shares.values())
    parted = {lane: width * share / all_ for lane, share in shares.items()}
    rest = width - sum(_SHORT[lane] for lane in shares)
    if rest < 0 or all(wide >= _SHORT[lane] for lane, wide in parted.items()):
        return parted
    return {lane: _SHORT[lane] + rest * share / all_ for lane, share in shares.items()}


def _has(found: Sequence[Finding], column: str, lane: Lane) -> bool:
    return any(one.column == column and one.lane == lane for one in found)


def both_words(system: System) -> dict[Level, str]:
    """Short words for each height where two domains stand side by side."""
    rows = [system.domains[domain] for domain in first_domains(system)]
    return {
        "better": " / ".join(row.improves.split()[0] for row in rows),
        "same": NO_DIFFERENCE,
        "unclear": NO_DIRECTION,
        "worse": " / ".join(row.worsens.split()[0] for row in rows),
    }
