"""The article's ground in the first view: one box of receptors that holds nothing.

What is said to improve and what is said to worsen stand within it: side by side with the four
receptors, three blanks would invite to pair them. To whoever is still guessing which receptors are
meant it does not say, in print or in speech, that none is named.
"""

from __future__ import annotations

from typing import NamedTuple

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import fitted, folded
from explainer.model.system import System

PHONE = 600  # pixels; below this, few words fit beside marks
_LEAST = 84  # width of a socket beside others
_SOCKET = 42.0  # height of a socket with two lines of words
_LOW_SOCKET = 36.0
_MOST_LINES = 4  # of what a box is called
_NAMING = "claims name a type of receptor."
_LEFT_OPEN = "It does not say which is which."


class Socket(NamedTuple):
    """One of the article's receptors: id, full name, and the part of it that parts them."""

    id: str
    name: str
    label: str


def _sockets(system: System, *, is_sealed: bool) -> tuple[Socket | None, list[Socket]]:
    """The article's receptors as a whole, if it speaks of them so, and those with a direction."""
    found = [
        Socket(row.id, row.name, row.name.rpartition(", ")[2])
        for row in system.subjects.values()
        if row.is_receptor
    ]
    with_way = {
        subject
        for claim in system.claims.values()
        if claim.direction in {"improves", "worsens"}
        for subject in claim.subjects
    }
    whole = next((one for one in found if one.id not in with_way), None)
    parts = [one for one in found if one != whole]
    if is_sealed:
        parts = [Socket(one.id, f"receptors {one.label}", one.label) for one in parts]
        plain = whole.name.partition(", ")[0] if whole else ""
        whole = Socket(whole.id, plain, plain) if whole else None
    return whole, parts


def _said(system: System, *, is_sealed: bool) -> tuple[str, str]:
    """What the article says of receptors, in a sentence and in short."""
    if is_sealed:
        return "speaks of receptors", "speaks of receptors"
    if any(claim.names_receptor for claim in system.claims.values()):
        return "names receptors in some of its claims", "names receptors"
    if any(row.is_receptor for row in system.subjects.values()):
        return "speaks of receptors, and names none of them", "names no receptor"
    return "names no receptor", "names no receptor"


def _paper(frame: Frame, width: float, height: float) -> None:
    frame.shapes.insert(0, Shape(0, 0, width, height, "paper", "article", "The article"))


def _box(frame: Frame, box: Shape, whole: Socket | None) -> None:
    """Draw the one box behind the sockets; as a whole it can be chosen."""
    own = (whole.id, whole.name) if whole else ("", "")
    frame.shapes.insert(0, Shape(box.x, box.y, box.w, box.h, "socket-box", *own))


def _socket(frame: Frame, one: Socket, box: Shape) -> None:
    """Draw one empty socket, with what is said of it in two lines."""
    frame.shapes.append(Shape(box.x, box.y, box.w, box.h, "socket", one.id, one.name))
    lines = fitted(one.label, 12, box.w - 28, 2, is_bold=True)
    for n, line in enumerate(lines):
        at = box.y + box.h / 2 + 4.5 + 14 * (n - (len(lines) - 1) / 2)
        frame.words.append(Words(box.x + box.w / 2, at, line, 12, "on-paper strong", "middle"))


def _is_open(system: System, parts: list[Socket], *, is_sealed: bool) -> bool:
    """Whether it is told that it stays open which is which."""
    is_named = any(claim.names_receptor for claim in system.claims.values())
    return len(parts) > 1 and not is_named and not is_sealed


def draw_beside(system: System, frame: Frame, w: float, *, is_sealed: bool = False) -> None:
    """Draw the article's ground at the left edge, its sockets empty."""
    frame.words.append(Words(12, 24, "The article", 17, "on-paper strong"))
    y = 44.0
    for line in folded(_said(system, is_sealed=is_sealed)[0], 12, w - 20):
        frame.words.append(Words(12, y, line, 12, "on-paper"))
        y += 15
    whole, parts = _sockets(system, is_sealed=is_sealed)
    if whole or parts:
        y = _draw_stack(frame, whole, parts, w, y) + 22
    if _is_open(system, parts, is_sealed=is_sealed):
        for line in folded(_LEFT_OPEN, 12, w - 20):
            frame.words.append(Words(12, y, line, 12, "on-paper"))
            y += 15
    frame.height = max(frame.height, y)
    if not is_sealed:
        _count(system, frame, w, y)
    _paper(frame, w, frame.height)


def _count(system: System, frame: Frame, w: float, above: float) -> None:
    """Count at the foot of the ground how many claims name a receptor, if there is room for it."""
    named = sum(claim.names_receptor for claim in system.claims.values())
    lines = folded(_NAMING, 12, w - 20)
    top = frame.height - 15 * len(lines) - 32
    if top < above:
        return
    number = f"{named} of {len(system.claims)}"
    frame.words.append(Words(12, top + 18, number, 22, "on-paper strong"))
    for n, line in enumerate(lines):
        frame.words.append(Words(12, top + 36 + 15 * n, line, 12, "on-paper"))


def _draw_stack(
    frame: Frame, whole: Socket | None, parts: list[Socket], w: float, y: float
) -> float:
    """Draw the box with its sockets one under the other; give its lower edge."""
    top = y
    frame.words.append(Words(w / 2, y + 32, "?", 26, "on-socket", "middle"))
    y += 52
    for line in fitted(whole.label, 12, w - 34, _MOST_LINES) if whole else []:
        frame.words.append(Words(w / 2, y, line, 12, "on-paper", "middle"))
        y += 15
    for one in parts:
        _socket(frame, one, Shape(20, y, w - 40, _SOCKET, ""))
        y += _SOCKET + 8
    _box(frame, Shape(10, top, w - 20, y + 2 - top, ""), whole)
    return y + 2


def draw_across(system: System, frame: Frame, *, is_sealed: bool = False) -> float:
    """Draw it across the top, where it has no room at the side; give its lower edge."""
    if not system.claims:
        return 0
    is_narrow = frame.width < PHONE
    frame.words.append(Words(10, 22, "The article", 16, "on-paper strong"))
    short = _said(system, is_sealed=is_sealed)[1]
    if is_narrow:
        frame.words.append(Words(frame.width - 10, 22, short, 12, "on-paper", "end"))
    else:
        frame.words.append(Words(10, 42, short, 12, "on-paper"))
    low = 46.0
    whole, parts = _sockets(system, is_sealed=is_sealed)
    if whole or parts:
        low = _draw_row(frame, whole, parts, *((6.0, 32.0) if is_narrow else (150.0, 6.0)))
    _paper(frame, frame.width, low + 6)
    return low + 10


def _draw_row(frame: Frame, whole: Socket | None, parts: list[Socket], x: float, y: float) -> float:
    """Draw the box with its sockets side by side, as many as have room; give its lower edge."""
    left, top = x, y
    right = frame.width - 6
    frame.words.append(Words(x + 16, y + 30, "?", 22, "on-socket", "middle"))
    x += 32
    share = (right - x) / (len(parts) + 1.5)  # its words are shorter than theirs
    lines = fitted(whole.label, 12, share - 6, 3) if whole else []
    for n, line in enumerate(lines):
        at = y + 26 + 14 * (n - (len(lines) - 1) / 2)
        frame.words.append(Words(x, at, line, 12, "on-paper"))
    x += share if lines else 0
    across = max(1, min(len(parts), int((right - x) // _LEAST)))
    w = (right - x) / across
    for start in range(0, len(parts), across):
        for n, one in enumerate(parts[start : start + across]):
            _socket(frame, one, Shape(x + n * w, y + 4, w - 6, _LOW_SOCKET, ""))
        y += _LOW_SOCKET + 5
    low = max(y + 3, top + 44)
    _box(frame, Shape(left, top, right - left, low - top, ""), whole)
    return low
