"""The first view on a phone for whoever is still guessing: all that a thumb must reach.

The article's sockets stand above all receptors side by side, each over fields that hold nothing. It
is the same whatever was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import cut
from explainer.view import paper
from explainer.view.blocks import receptor
from explainer.voices.phrases import name_of

if TYPE_CHECKING:
    from explainer.model.system import System

_LEAST = 70.0  # width of a receptor: four have room on the smallest phone
_HERO = 44.0
_APART = 34.0  # between sockets and receptors: a thumb that only trembles puts nothing
_GAP = 8.0
_FIELD = 30.0
_HEAD = 18.0  # of a side of life, over its fields


def narrow(system: System, width: int, domains: Sequence[str]) -> Frame:
    """Set sockets, receptors and empty fields one under the other."""
    frame = Frame(width)
    y = paper.draw_across(system, frame, is_sealed=True) + _APART
    names = list(system.receptors)
    across = max(1, min(len(names), int((width + _GAP) // (_LEAST + _GAP))))
    for start in range(0, len(names), across):
        y = _row(system, frame, names[start : start + across], domains, y) + _GAP
    frame.height = y + 4
    return frame


def _row(
    system: System, frame: Frame, names: Sequence[str], domains: Sequence[str], y: float
) -> float:
    """Draw receptors side by side, and a field of each side of life below each."""
    w = (frame.width + _GAP) / len(names) - _GAP
    places = [n * (w + _GAP) for n in range(len(names))]
    for name, x in zip(names, places, strict=True):
        receptor(system, frame, name, Shape(x, y, w, _HERO, ""))
    y += _HERO + _GAP
    for domain in domains:
        title = cut(name_of(system, domain), 13, frame.width - 4, is_bold=True)
        frame.words.append(Words(2, y + 13, title, 13, "strong"))
        y += _HEAD
        for x in places:
            frame.shapes.append(Shape(x, y, w, _FIELD, "band"))
        y += _FIELD + _GAP
    return y
