"""Words that no text of ours may hold: slights, doses, rankings, advice, causes nobody showed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal

from explainer.curation.language.advice import ADVICE
from explainer.curation.language.amounts import AMOUNT
from explainer.curation.language.causes import cause_claimed_in, cause_in
from explainer.curation.language.people import SLIGHTS
from explainer.curation.language.strength import RANKING, is_denied

__all__ = ["EVERY_KIND", "Kind", "cause_claimed_in", "cause_in", "faults_of_words"]

Kind = Literal["slight", "amount", "ranking", "advice"]
EVERY_KIND: tuple[Kind, ...] = ("slight", "amount", "ranking", "advice")
_FINDERS = {
    "amount": (
        AMOUNT,
        "tells a dose or a route",
        "leave amounts and routes out; this is descriptive only",
    ),
    "ranking": (RANKING, "ranks by strength", "tell what it does, not how strong it is"),
    "advice": (ADVICE, "gives advice", "tell what was found; this is descriptive only"),
}


def faults_of_words(text: str, kinds: Collection[Kind] = EVERY_KIND) -> Iterator[tuple[str, str]]:
    """Find each slight, and the first dose, ranking and advice: the fault and the way out."""
    yield from _faults(text, frozenset(kinds))


@lru_cache(maxsize=20_000)  # many cells, cards and pages say the same
def _faults(text: str, kinds: frozenset[Kind]) -> tuple[tuple[str, str], ...]:
    return tuple(_found(text, kinds))


def _found(text: str, kinds: frozenset[Kind]) -> Iterator[tuple[str, str]]:
    for pattern, better in SLIGHTS.items() if "slight" in kinds else ():
        if found := pattern.search(text):
            yield f"{found[0]!r}", f"write: {better}"
    for kind, (pattern, fault, way_out) in _FINDERS.items():
        if kind not in kinds:
            continue
        for found in pattern.finditer(text):
            if kind == "amount" or not is_denied(text, found):
                yield f"{found[0].strip()!r} {fault}", way_out
                break
