"""Stops of findings: one receptor, molecule or domain, or the first view, as large as it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import fitted, width_of
from explainer.model.schema.categories import voices_of
from explainer.model.system import System
from explainer.view import absence, near, overview
from explainer.view.blocks import HEADS, block, heads_of, level_words, receptor
from explainer.view.findings import APART, LANES, LEVELS, STEPS, Finding, Level
from explainer.view.grids import (
    DENSITIES,
    ROOMS,
    Density,
    Grid,
    Labelled,
    Slot,
    by_author,
    by_tool,
)
from explainer.view.stop import HERO, Stop
from explainer.voices.numerals import capital, listed
from explainer.voices.phrases import name_of

_LINE = 16.0
_LOW = 150.0  # height that a domain needs, in a frame of its own
_NARROW = 86.0  # width of the words of the levels on a phone
_LABELS = 126.0
_SHORT_LABELS = 100.0  # where receptors need the room
_PAPER = 128.0
_ROOMY = 800  # width of a frame in which the article's ground stands beside all receptors


_Draw = Callable[[Stop, Density, Labelled], Frame]


@dataclass(frozen=True)
class _Even(Grid):
    """A grid whose levels are of one height: before marks are shown, it tells nothing of them."""

    def heights(self, slots: Sequence[Slot], levels: Sequence[Level] = LEVELS) -> list[float]:
        each = super().heights(slots, levels)
        return [max(each)] * len(each)


# From the view with most words to that with the smallest marks.
_FORMS: tuple[tuple[Density, Labelled], ...] = (
    (DENSITIES[0], "all"),
    (DENSITIES[0], "people"),
    (DENSITIES[3], "people"),
    *((density, "none") for density in DENSITIES),
)


def _both_words(system: System, _: str) -> dict[Level, str]:
    """What heights mean where two domains stand side by side, whose names stand above them."""
    return overview.both_words(system)


def first_view(stop: Stop) -> Frame:
    """Draw the article's sockets and the four receptors with all that was found."""
    if stop.is_narrow:
        return overview.narrow(stop.system, stop.own, overview.NARROW[-1])
    # Before a class with a small screen the article's ground has a stop of its own, and what
    # does not fit is left to the Explorer.
    has_article = "article" in voices_of(stop.state.lens) and stop.size.width >= _ROOMY
    form = overview.Wide(
        stop.size.width, _PAPER if has_article else 0.0,
        _LABELS if has_article else _SHORT_LABELS, stop.size.height - _LINE,
        has_article=has_article, has_chips=False,
    )  # fmt: skip
    frame = overview.wide(stop.system, stop.own, form)
    if frame.height <= form.height:
        return frame
    frame = overview.wide(stop.system, stop.own, replace(form, most_domains=1))
    left = [name_of(stop.system, one) for one in overview.first_domains(stop.system)[1:]]
    told = f"{listed(left)}: in the Explorer, in the same way."
    frame.words.append(Words(2, frame.height + 11, told, 12, "soft"))
    frame.height += _LINE
    return frame


def _agent(stop: Stop, density: Density, labelled: Labelled) -> Frame:
    """One receptor, molecule or group: its findings, by what was done and in which domain."""
    frame, y = Frame(stop.size.width), 0.0
    focus = stop.state.focus
    if focus in stop.system.receptors:
        receptor(stop.system, frame, focus, Shape(0, 0, 180, HERO, ""))
        y = HERO + 6
    for domains in _rows(stop):
        y = _row(stop, frame, domains, (density, labelled), y)
    frame.height = y
    return frame


def _rows(stop: Stop) -> list[list[str]]:
    """Domains, those side by side that have no room below each other."""
    also = [one for one in stop.state.also if one in stop.system.domains]
    there = {one.domain for one in stop.own}
    first = [one for one in overview.first_domains(stop.system) if one in there]
    domains = also or first or [one for one in stop.system.domains if one in there]
    if stop.is_narrow or stop.size.height >= _LOW * len(domains):
        return [[domain] for domain in domains]
    return [domains]


def _row(
    stop: Stop, frame: Frame, domains: list[str], form: tuple[Density, Labelled], y: float
) -> float:
    """Draw domains side by side, each with a lane for each thing that was done."""
    agent = stop.state.focus
    own = [one for one in stop.own if one.domain in domains]
    label = by_tool if agent in stop.system.receptors else by_author
    grid: Grid = _Even(
        own, form[0], lambda one: (agent, one.step), form[1], label, _name_room(own, form[0], label)
    )
    there = {(one.domain, one.step) for one in own}
    lanes: list[tuple[str, str]] = [
        (d, step) for d in domains for step in STEPS if (d, step) in there
    ]
    heads: Sequence[tuple[str, str, str]] = near.STEP_HEADS
    if not lanes:
        lanes = [(domain, str(lane)) for domain in domains for lane in LANES if lane != "seen"]
        heads = HEADS
        grid = _Even(own, form[0], absences=absence.of(stop.system, agent, domains))
    left = _NARROW if stop.is_narrow else _LABELS + 4
    wide = (stop.size.width - left) / len(lanes)
    slots = [
        Slot(agent, domain, lane, left + n * wide, wide - 4)
        for n, (domain, lane) in enumerate(lanes)
    ]
    y = _titles(stop, frame, domains, slots, y)
    y = heads_of(frame, heads, slots, y)
    is_alone = len(domains) == 1
    words = (level_words if is_alone else _both_words)(stop.system, domains[0])
    return block(frame, grid, slots, words, (0, y)) + 6


def _name_room(own: Sequence[Finding], density: Density, label: Callable[[Finding], str]) -> float:
    """Width in which the longest name stands whole beside its mark: a back row reads no dots."""
    longest = max((width_of(label(one), 12) for one in own), default=0.0)
    return min(ROOMS[1], max(ROOMS[0], density.people + 12 + longest))


def _titles(stop: Stop, frame: Frame, domains: list[str], slots: Sequence[Slot], y: float) -> float:
    """Name a domain at the left of its lanes; without room there, or if several, above them."""
    if len(domains) == 1:
        name = _heading(stop, domains[0])
        frame.words.append(Words(2, y + 14, name, 15, "strong"))
        has_room = fitted(name, 15, slots[0].x - 8, 1, is_bold=True) == [name]
        return y if has_room else y + 18
    for domain in domains:
        x = next(slot.x for slot in slots if slot.domain == domain)
        frame.words.append(Words(x, y + 14, name_of(stop.system, domain), 15, "strong"))
    return y + 18


def _heading(stop: Stop, domain: str) -> str:
    """Name a domain; and what is looked at, where no receptor stands above it."""
    name, agent = name_of(stop.system, domain), stop.state.focus
    if agent in stop.system.receptors:
        return name
    return f"{capital(name_of(stop.system, agent))}: {name.lower()}"


def _across(stop: Stop, density: Density, labelled: Labelled) -> Frame:
    """One domain: the receptors side by side, and what is not tied to one; below on a phone."""
    frame = Frame(stop.size.width)
    there = {one.column for one in stop.own}
    columns = [column for column in (*stop.system.receptors, APART) if column in there]
    grid = _Even(stop.own, density, labelled=labelled, label_of=by_author)
    for some in [[column] for column in columns] if stop.is_narrow else [columns]:
        frame.height = _columns(stop, frame, grid, some) + 4
    return frame


def _columns(stop: Stop, frame: Frame, grid: Grid, columns: Sequence[str]) -> float:
    """Draw receptors side by side, each over its lanes; give the lower edge."""
    lanes = [
        (column, lane)
        for column in columns
        for lane in LANES
        if any((one.column, one.lane) == (column, lane) for one in stop.own)
    ]
    need = Counter((one.column, one.lane, one.level) for one in stop.own)
    shares = [3 + max(n for key, n in need.items() if key[:2] == lane) for lane in lanes]
    left = _NARROW if stop.is_narrow else _LABELS + 4
    unit = (stop.size.width - left) / sum(shares)
    slots, x = [], left
    for (column, lane), share in zip(lanes, shares, strict=True):
        slots.append(Slot(column, stop.state.domain, lane, x, share * unit - 4))
        x += share * unit
    for column in columns:
        some = [slot for slot in slots if slot.column == column]
        wide = some[-1].x + some[-1].w - some[0].x
        receptor(stop.system, frame, column, Shape(some[0].x, frame.height, wide, HERO, ""))
    y = heads_of(frame, HEADS, slots, frame.height + HERO + 2)
    return block(frame, grid, slots, level_words(stop.system, stop.state.domain), (0, y))


def of_agent(stop: Stop) -> Frame:
    """Draw one receptor, molecule or group."""
    return _fitting(stop, _agent)


def of_domain(stop: Stop) -> Frame:
    """Draw one domain."""
    return _fitting(stop, _across)


def _fitting(stop: Stop, draw: _Draw) -> Frame:
    """Take the roomiest form that keeps to the height, else the tightest."""
    frame = draw(stop, *_FORMS[0])
    for form in _FORMS[1:]:
        if frame.height <= stop.size.height:
            break
        frame = draw(stop, *form)
    return frame
