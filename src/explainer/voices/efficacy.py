"""How far molecules switch receptors on, by topic; where sources disagree, by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from explainer.model.schema import Response
from explainer.model.schema.vocabularies import EfficacyTopic, Side
from explainer.model.system import System

_TOPICS: dict[EfficacyTopic, str] = {
    "model": "How it is reckoned",
    "receptor reserve": "Receptor reserve: more receptors than an answer needs",
    "partial agonism": "Partial agonism: switched on, but only in part",
    "occupancy": "Occupancy: how many receptors are filled",
    "ceiling": "Ceiling: where more adds nothing",
    "biased agonism": "Biased agonism, which is contested",
}
_SIDES: dict[Side, str] = {
    "for": "for it",
    "against": "against it",
    "open": "leaves it open",
}
LIMITS = (
    "No search found receptor reserve measured in a human brain. The order of rows ranks nothing, "
    "and a count of rows weighs nothing: some of them share authors."
)


def grouped(system: System) -> Iterator[tuple[str, list[Response]]]:
    """Gather the rows under the heading of each topic, and of each side within it."""
    for topic, heading in _TOPICS.items():
        for side in (None, *get_args(Side)):
            if rows := list(system.responses.where(topic=topic, side=side).values()):
                yield f"{heading}: {_SIDES[side]}" if side else heading, rows
