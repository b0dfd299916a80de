"""The article's ground in the first view: its receptors are sockets that hold nothing."""

from __future__ import annotations

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import fitted, folded
from explainer.model.system import System

PHONE = 600  # pixels; below this, few words fit beside marks
_LEAST = 84  # width of a socket beside others
_MOST_LINES = 4  # of what a socket is called


def _sockets(system: System) -> list[tuple[str, str, str]]:
    """The article's receptors: id, full name, and the part of it that parts them."""
    return [
        (row.id, row.name, row.name.rpartition(", ")[2])
        for row in system.subjects.values()
        if row.is_receptor
    ]


def _said(system: System) -> tuple[str, str]:
    """What the article says of receptors, in a sentence and in short."""
    if any(claim.names_receptor for claim in system.claims.values()):
        return "names receptors in some of its claims", "names receptors"
    if _sockets(system):
        return "speaks of receptors, and names none of them", "names no receptor"
    return "names no receptor", "names no receptor"


def draw_beside(system: System, frame: Frame, w: float) -> None:
    """Draw the article's ground at the left edge, its sockets empty."""
    frame.words.append(Words(12, 24, "The article", 17, "on-paper strong"))
    y = 44.0
    for line in folded(_said(system)[0], 12, w - 20):
        frame.words.append(Words(12, y, line, 12, "on-paper"))
        y += 15
    for socket, name, label in _sockets(system):
        y += 8
        frame.shapes.append(Shape(12, y, w - 24, 42, "socket", socket, name))
        frame.words.append(Words(w / 2, y + 29, "?", 22, "on-socket", "middle"))
        y += 57
        for line in fitted(label, 12, w - 20, _MOST_LINES):
            frame.words.append(Words(w / 2, y, line, 12, "on-paper", "middle"))
            y += 15
    frame.height = max(frame.height, y)
    frame.shapes.insert(0, Shape(0, 0, w, frame.height, "paper", "article", "The article"))


def draw_across(system: System, frame: Frame) -> float:
    """Draw it across the top, where it has no room at the side; give its lower edge."""
    if not system.claims:
        return 0
    is_narrow = frame.width < PHONE
    frame.words.append(Words(10, 22, "The article", 16, "on-paper strong"))
    short = _said(system)[1]
    if is_narrow:
        frame.words.append(Words(frame.width - 10, 22, short, 12, "on-paper", "end"))
    else:
        frame.words.append(Words(10, 42, short, 12, "on-paper"))
    low = _draw_row(system, frame, *((8.0, 34.0) if is_narrow else (150.0, 6.0)))
    frame.shapes.insert(0, Shape(0, 0, frame.width, low + 8, "paper", "article", "The article"))
    return low + 14


def _draw_row(system: System, frame: Frame, x: float, y: float) -> float:
    """Draw the sockets side by side, as many as have room; give how far down their words come."""
    sockets, low = _sockets(system), 44.0
    room = frame.width - x - 4
    across = max(1, min(len(sockets), int(room // _LEAST)))
    w = room / across - 8
    for start in range(0, len(sockets), across):
        top = y if not start else low + 14
        for n, (socket, name, label) in enumerate(sockets[start : start + across]):
            left = x + n * (w + 8)
            frame.shapes.append(Shape(left, top, w, 30, "socket", socket, name))
            frame.words.append(Words(left + w / 2, top + 21, "?", 18, "on-socket", "middle"))
            for k, line in enumerate(fitted(label, 12, w + 4, _MOST_LINES)):
                at = top + 44 + 14 * k
                frame.words.append(Words(left + w / 2, at, line, 12, "on-paper", "middle"))
                low = max(low, at)
    return low
