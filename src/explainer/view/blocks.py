"""Blocks of fields: a receptor over its lanes, four heights with their words, and what is empty."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.marks import slant
from explainer.drawing.type_metrics import fitted, folded, width_of
from explainer.model.system import System
from explainer.view.absence import UNSEARCHED
from explainer.view.findings import APART, LEVELS, Level
from explainer.view.grids import Grid, Slot
from explainer.voices.phrases import NO_DIFFERENCE, NO_DIRECTION, name_of, short_name_of

Head = tuple[str, str, str]  # a lane, what was done in full, and in short
HEADS: tuple[Head, ...] = (
    ("on", "switched on, given or taken", "on"),
    ("off", "blocked, missing or stopped", "off"),
    ("seen", "only measured", "seen"),
)
UNTIED = "the study does not part one receptor from the others"
_MOST_HEADS = 3
_MOST_LINES = 4  # of what a height means
_MOST_EMPTY = 5  # lines in an empty lane
_LEAST = 12.0  # type of a receptor's name
_AIR = 3.0  # at each end of a name that needs all of its room
_LOW = 24.0  # height of a receptor that is no hero
_UNTOLD = ("seen", "missing", "stopped")  # that nobody did this needs no word


def receptor(system: System, frame: Frame, name: str, box: Shape) -> None:
    """Draw a receptor as the hero it is; what no study tells apart has another look."""
    is_apart = name == APART
    look, size = ("apart", 14.0) if is_apart else ("receptor", 20.0 if box.h > _LOW else 13.0)
    label = "not tied to one receptor" if is_apart else name_of(system, name)
    spoken = f"{label}: {UNTIED}" if is_apart else label
    frame.shapes.append(Shape(box.x, box.y, box.w, box.h, look, name, spoken))
    words = label if is_apart else short_name_of(system, name)
    if not is_apart:  # a name is set smaller before it is cut
        room = (box.w - 24) / width_of(words, 1, is_bold=True)
        size = max(_LEAST, min(size, int(room * 10) / 10))  # below its room, however it is rounded
    most, room = int(box.h // size), box.w - 24
    if not is_apart:
        room = box.w - 2 * (slant(box.h, size) + _AIR)
    lines = fitted(words, size, room, most, is_bold=True)
    for n, line in enumerate(lines):
        at = box.y + box.h / 2 + size * 0.36 + (n - (len(lines) - 1) / 2) * size
        frame.words.append(Words(box.x + box.w / 2, at, line, size, f"on-{look}", "middle"))


def heads_of(frame: Frame, heads: Sequence[Head], slots: Sequence[Slot], y: float) -> float:
    """Write over each lane what was done: in full where all have room for it, else all in short."""
    is_roomy = all(
        _fits(full, slot.w - 4, _MOST_HEADS)
        for lane, full, _ in heads
        for slot in slots
        if slot.lane == lane
    )
    most = 1
    for lane, full, short in heads:
        for slot in (slot for slot in slots if slot.lane == lane):
            lines = folded(full, 12, slot.w - 4) if is_roomy else [short]
            most = max(most, len(lines))
            for n, line in enumerate(lines):
                frame.words.append(Words(slot.x + 1, y + 12 + 13 * n, line, 12, "soft"))
    return y + 6 + 13 * most


def _fits(words: str, width: float, most: int) -> bool:
    """Whether words have room in so many lines."""
    lines = folded(words, 12, width)
    return len(lines) <= most and all(width_of(line, 12) <= width for line in lines)


def level_words(system: System, domain: str) -> dict[Level, str]:
    """What each height means in this domain, in words that cannot be read both ways."""
    row = system.domains[domain]
    return {
        "better": row.improves,
        "same": NO_DIFFERENCE,
        "unclear": NO_DIRECTION,
        "worse": row.worsens,
    }


def block(
    frame: Frame,
    grid: Grid,
    slots: Sequence[Slot],
    words: dict[Level, str],
    corner: tuple[float, float],
) -> float:
    """Draw one block of the levels that have words, and the marks in it; give its lower edge."""
    left, y = corner
    levels = tuple(words)
    if not slots:
        return y
    right = max(slot.x + slot.w for slot in slots)
    frame.shapes.append(Shape(left, y, right - left, 1, "rule"))
    y += 4
    top = y
    room = min(slot.x for slot in slots) - left - 6
    lines = {level: fitted(words[level], 12, room, _MOST_LINES) for level in levels}
    heights = [
        max(height, 14.0 * len(lines[level]) + 5)
        for level, height in zip(levels, grid.heights(slots, levels), strict=True)
    ]
    for level, height in zip(levels, heights, strict=True):
        if level in ("same", "unclear"):
            frame.shapes.append(Shape(left, y, right - left, height, "band"))
        for n, line in enumerate(lines[level]):
            at = y + height / 2 + 4 + 14 * (n - (len(lines[level]) - 1) / 2)
            frame.words.append(Words(left + 2, at, line, 12, "soft"))
        y += height
    grid.draw(frame, slots, top, heights, levels)
    for slot in slots:
        _empty(frame, grid, slot, top, y)
    return y + 2


def _empty(frame: Frame, grid: Grid, slot: Slot, top: float, bottom: float) -> None:
    """Draw over a lane without marks which kind of empty it is."""
    if grid.absences is None or slot.lane in _UNTOLD:
        return
    if any(any(grid.parted(slot, level)) for level in LEVELS):
        return
    absence = grid.absences.get((slot.column, slot.domain), UNSEARCHED)
    look = f"empty {absence.kind}"
    most = min(_MOST_EMPTY, int((bottom - top - 8) // 13))
    room = slot.w - 7
    words = next((w for w in absence[1:3] if _fits(w, room, most)), absence.short)
    lines = folded(words, 12, room)
    w, h = max(width_of(line, 12) for line in lines) + 7, 13.0 * len(lines) + 6
    middle = (top + bottom) / 2
    frame.shapes.append(Shape(slot.x, middle - h / 2, w, h, look))
    for n, line in enumerate(lines):
        at = middle + 4 + 13 * (n - (len(lines) - 1) / 2)
        frame.words.append(Words(slot.x + 3.5, at, line, 12, f"soft {look}"))
