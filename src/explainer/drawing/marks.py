"""Marks, one for each finding: solid is people, hollow is animals, open is word of others.

Paths about (0, 0) in a square of 13 units; both painters read them here.
"""

from __future__ import annotations

MARKS: dict[str, dict[str, str]] = {
    "better": {
        "people": "M0,-6.5L6.5,5.5H-6.5z",
        "animals": "M0,-5.2L5.5,4.8H-5.5z",
        "word": "M-6,4.5L0,-5L6,4.5",
    },
    "same": {
        "people": "M-6.5,-3.4H6.5V3.4H-6.5z",
        "animals": "M-5.5,-2.7H5.5V2.7H-5.5z",
        "word": "M-6,-2.8H6M-6,2.8H6",
    },
    "unclear": {
        "people": "M0,-6.5L6.5,0L0,6.5L-6.5,0z",
        "animals": "M0,-5.5L5.5,0L0,5.5L-5.5,0z",
        "word": "M-1.8,-5L-6,0L-1.8,5M1.8,-5L6,0L1.8,5",
    },
    "worse": {
        "people": "M0,6.5L6.5,-5.5H-6.5z",
        "animals": "M0,5.2L5.5,-4.8H-5.5z",
        "word": "M-6,-4.5L0,5L6,-4.5",
    },
}
UNITS = 13.0
_CAPITALS = 0.74  # height of capitals, in sizes of their type


def _tip(h: float) -> float:
    return min(14.0, h * 0.4)


def slant(h: float, size: float) -> float:
    """How far the edge of a receptor's box has come in where capitals of this size end."""
    return _tip(h) * size * _CAPITALS / h


def hexagon(x: float, y: float, w: float, h: float) -> str:
    """Outline of a receptor's box, pointed at both sides."""
    tip = _tip(h)
    return (
        f"M{x:g},{y + h / 2:g}L{x + tip:g},{y:g}H{x + w - tip:g}L{x + w:g},{y + h / 2:g}"
        f"L{x + w - tip:g},{y + h:g}H{x + tip:g}z"
    )
