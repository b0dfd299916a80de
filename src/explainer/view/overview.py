"""The first view: the article's empty sockets beside the receptors that sources name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import cut, fitted, folded, width_of
from explainer.model.system import System
from explainer.view import bands, paper
from explainer.view.findings import APART, LANES, LEVELS, Finding, Lane, Level
from explainer.view.grids import DENSITIES, Density, Grid, Slot
from explainer.voices.phrases import name_of, short_name_of

_MOST_DOMAINS = 2  # that are shown at once; the others open when something is looked at from near
HEADS = (
    ("on", "switched on or given", "on"),
    ("off", "blocked, missing or stopped", "off"),
    ("seen", "only measured", "seen"),
)
_MOST_HEADS = 3
_MOST_LINES = 3  # of what a height means
_GAP = 10.0
SHORT = {"not looked for": "not yet", "none found": "no hit"}  # where a lane is narrow
_LEAST = 13.0  # type of a receptor's name
_LOW = 24.0  # height of a receptor that is no hero
_HERO = 36.0  # height of a receptor


@dataclass(frozen=True)
class Wide:
    """Measures of a form in which receptors stand side by side."""

    width: int
    paper: float  # width of the article's ground; none: it lies across the top
    labels: float
    lane: float  # least width of a lane
    height: float
    has_article: bool = True
    has_chips: bool = True
    is_sealed: bool = False


@dataclass(frozen=True)
class Narrow:
    """Measures of a form in which receptors stand one under the other."""

    width: int
    labels: float
    lane: float
    is_sealed: bool = False


WIDE = (
    Wide(1180, paper=164, labels=114, lane=50, height=470),
    Wide(1000, paper=140, labels=104, lane=44, height=470),
    Wide(800, paper=0, labels=104, lane=34, height=460),
)
NARROW = (Narrow(600, labels=104, lane=58), Narrow(320, labels=86, lane=30))


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
        return narrow(system, [], replace(form, is_sealed=True))
    return wide(system, [], replace(form, is_sealed=True, has_chips=False))


def wide(system: System, found: Sequence[Finding], form: Wide) -> Frame:
    """Set the first view for this width: the roomiest marks with which it keeps its height."""
    frames = (_wide(system, found, form, density) for density in DENSITIES)
    frame = next(frames)
    while frame.height > form.height and (more := next(frames, None)):
        frame = more
    return frame


def _wide(system: System, found: Sequence[Finding], form: Wide, density: Density) -> Frame:
    frame = Frame(form.width)
    is_beside = bool(form.paper and system.claims)
    left = form.paper + 34 if is_beside else 0.0
    is_across = form.has_article and not is_beside
    top = paper.draw_across(system, frame) if is_across else 0.0
    domains = first_domains(system)
    slots, columns = _slots(system, form, found, left + form.labels)
    hexes = top
    if form.has_chips:
        hexes = bands.chips(system, frame, left, top, is_short=density.is_folded) + 34
    for name, (x, w) in columns.items():
        receptor(system, frame, name, Shape(x, hexes, w, _HERO, ""))
    if form.has_chips:
        bands.bundles(system, frame, hexes)
    first = [slot for slot in slots if slot.domain == domains[0]]
    y = heads_of(frame, HEADS, first, hexes + _HERO + 4)
    grid = Grid(found, density, empty=None if form.is_sealed else searched(system))
    for domain in domains:
        words = level_words(system, domain)
        y = block(frame, grid, [s for s in slots if s.domain == domain], words, (left, y))
    frame.height = y + 4
    if is_beside:
        paper.draw_beside(system, frame, form.paper)
    return frame


def narrow(system: System, found: Sequence[Finding], form: Narrow) -> Frame:
    """Set the first view for a phone: receptors first, one under the other."""
    frame = Frame(form.width)
    y = paper.draw_across(system, frame)
    domains = first_domains(system)
    room = (form.width - form.labels) / max(1, len(domains))
    share = (room - 3 * form.lane) / 6
    widths = {"on": form.lane + 3 * share, "off": form.lane + 2 * share, "seen": form.lane + share}
    density = DENSITIES[4] if form.width < paper.PHONE else DENSITIES[1]
    grid = Grid(found, density, empty=None if form.is_sealed else searched(system))
    for name in (*system.receptors, APART):
        receptor(system, frame, name, Shape(0, y, form.width, 30, ""))
        slots = []
        for n, domain in enumerate(domains):
            x = form.labels + n * room
            title = cut(name_of(system, domain), 13, room - 8, is_bold=True)
            frame.words.append(Words(x, y + 46, title, 13, "strong"))
            for lane in LANES:
                slots.append(Slot(name, domain, lane, x, widths[lane] - 4))
                x += widths[lane]
        y = heads_of(frame, HEADS, slots, y + 48)
        y = block(frame, grid, slots, _both_words(system), (0, y)) + 12
    if not form.is_sealed:
        y = bands.chips(system, frame, 0, y)
    frame.height = y + 4
    return frame


def _slots(
    system: System, form: Wide, found: Sequence[Finding], left: float
) -> tuple[list[Slot], dict[str, tuple[float, float]]]:
    """Give each lane of each column its room: all that is over goes to the fullest column."""
    names = [*system.receptors, APART]
    lanes = {
        name: [lane for lane in LANES if lane != "seen" or _has(found, name, lane)]
        for name in names
    }
    room = form.width - left - _GAP * (len(names) - 1)
    over = room - form.lane * sum(map(len, lanes.values()))
    need = Counter((f.column, f.lane, f.domain, f.level) for f in found if f.who == "people")
    most = {
        (name, lane): 1 + max((n for k, n in need.items() if k[:2] == (name, lane)), default=0)
        for name in names
        for lane in lanes[name]
    }
    share = over / sum(most.values())
    slots: list[Slot] = []
    columns: dict[str, tuple[float, float]] = {}
    x = left
    for name in names:
        start = x
        for lane in lanes[name]:
            w = form.lane + share * most[name, lane]
            slots.extend(Slot(name, domain, lane, x, w) for domain in first_domains(system))
            x += w
        columns[name] = (start, x - start)
        x += _GAP
    return slots, columns


def _has(found: Sequence[Finding], column: str, lane: Lane) -> bool:
    return any(one.column == column and one.lane == lane for one in found)


def receptor(system: System, frame: Frame, name: str, box: Shape) -> None:
    """Draw a receptor as the hero it is; what no study tells apart has another look."""
    is_apart = name == APART
    look, size = ("apart", 14.0) if is_apart else ("receptor", 20.0 if box.h > _LOW else 13.0)
    label = "not tied to one receptor" if is_apart else name_of(system, name)
    frame.shapes.append(Shape(box.x, box.y, box.w, box.h, look, name, label))
    words = label if is_apart else short_name_of(system, name)
    if not is_apart:  # a name is set smaller before it is cut
        room = (box.w - 24) / width_of(words, 1, is_bold=True)
        size = max(_LEAST, min(size, int(room * 10) / 10))  # below its room, however it is rounded
    most = int(box.h // size)
    lines = fitted(words, size, box.w - 24, most, is_bold=True)
    for n, line in enumerate(lines):
        at = box.y + box.h / 2 + size * 0.36 + (n - (len(lines) - 1) / 2) * size
        frame.words.append(Words(box.x + box.w / 2, at, line, size, f"on-{look}", "middle"))


def heads_of(
    frame: Frame, heads: Sequence[tuple[str, str, str]], slots: Sequence[Slot], y: float
) -> float:
    """Write over each lane what was done, in full where every lane of the kind has room for it."""
    most = 1
    for lane, full, short in heads:
        some = [slot for slot in slots if slot.lane == lane]
        is_roomy = all(
            width_of(word, 12) <= slot.w - 4 for slot in some for word in full.split()
        ) and all(len(folded(full, 12, slot.w - 4)) <= _MOST_HEADS for slot in some)
        for slot in some:
            lines = folded(full, 12, slot.w - 4) if is_roomy else [short]
            most = max(most, len(lines))
            for n, line in enumerate(lines):
                frame.words.append(Words(slot.x + 1, y + 12 + 13 * n, line, 12, "soft"))
    return y + 6 + 13 * most


def searched(system: System) -> dict[tuple[str, str], str]:
    """Receptors and domains of which a search was written, and what an empty place then says."""
    return {
        (search.receptor, domain): "none found"
        for search in system.searches.values()
        if search.receptor
        for domain in search.domains
    }


def level_words(system: System, domain: str) -> dict[Level, str]:
    """What each height means in this domain, in words that cannot be read both ways."""
    row = system.domains[domain]
    return {
        "better": row.improves,
        "same": "no difference",
        "unclear": "no direction told",
        "worse": row.worsens,
    }


def _both_words(system: System) -> dict[Level, str]:
    """Short words for each height where two domains stand side by side."""
    rows = [system.domains[domain] for domain in first_domains(system)]
    return {
        "better": " / ".join(row.improves.split()[0] for row in rows),
        "same": "no difference",
        "unclear": "not told",
        "worse": " / ".join(row.worsens.split()[0] for row in rows),
    }


def block(
    frame: Frame,
    grid: Grid,
    slots: Sequence[Slot],
    words: dict[Level, str],
    corner: tuple[float, float],
) -> float:
    """Draw one block of four levels with their words, and the marks in it; give its lower edge."""
    left, y = corner
    if not slots:
        return y
    right = max(slot.x + slot.w for slot in slots)
    frame.shapes.append(Shape(left, y, right - left, 1, "rule"))
    y += 4
    top = y
    room = min(slot.x for slot in slots) - left - 6
    lines = {level: fitted(words[level], 12, room, _MOST_LINES) for level in LEVELS}
    heights = [
        max(height, 14.0 * len(lines[level]) + 5)
        for level, height in zip(LEVELS, grid.heights(slots), strict=True)
    ]
    for level, height in zip(LEVELS, heights, strict=True):
        if level in ("same", "unclear"):
            frame.shapes.append(Shape(left, y, right - left, height, "band"))
        for n, line in enumerate(lines[level]):
            at = y + height / 2 + 4 + 14 * (n - (len(lines[level]) - 1) / 2)
            frame.words.append(Words(left + 2, at, line, 12, "soft"))
        y += height
    grid.draw(frame, slots, top, heights)
    for slot in slots:
        _empty(frame, grid, slot, (top + y) / 2)
    return y + 2


def _empty(frame: Frame, grid: Grid, slot: Slot, middle: float) -> None:
    """Say of a lane without marks which kind of empty it is; that nobody measured needs no word."""
    if (
        grid.empty is None
        or slot.lane == "seen"
        or any(any(grid.parted(slot, level)) for level in LEVELS)
    ):
        return
    word = grid.empty.get((slot.column, slot.domain), "not looked for")
    lines = folded(word, 12, slot.w - 2)
    if any(width_of(line, 12) > slot.w - 2 for line in lines):
        lines = folded(SHORT[word], 12, slot.w - 2)
    for n, line in enumerate(lines):
        at = middle + 4 + 13 * (n - (len(lines) - 1) / 2)
        frame.words.append(Words(slot.x + 1, at, line, 12, "soft empty"))
