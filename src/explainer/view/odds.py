"""What the picture opens side by side: findings at odds, and claims with what weighs on them.

Which findings are at odds is told in `explainer.model.disagreement`; which stand for a claim and
which against it, in people, a curator has written into its assessment. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explainer.model.system import System
from explainer.view.findings import Finding

if TYPE_CHECKING:
    from explainer.model.schema import Assessment

VIEW = "odds"  # the word of a state in which all findings at odds are lit
NAME = "Findings at odds"
# What weighs on a claim, in this order; an open claim takes no side.
HEADS = ("against it, in people", "for it, in people", "also weighed")
OPEN_HEADS = ("on the other side, in people", "on one side, in people", "also weighed")


@dataclass(frozen=True)
class Weight:
    """Findings that weigh on a claim in one way, by their places among all."""

    head: str
    findings: list[int] = field(default_factory=list)


def pairs(system: System, found: Sequence[Finding]) -> list[tuple[int, int]]:
    """Findings at odds, two by two, each by its place among all."""
    place = {one.id: one.place for one in found}
    return sorted(
        (place[one], place[other])
        for one, others in system.at_odds.items()
        for other in others
        if one in place and other in place and place[one] < place[other]
    )


def claims(system: System, found: Sequence[Finding]) -> dict[str, list[Weight]]:
    """Which findings weigh on each claim that has a verdict; those of people against it first.

    A verdict that rests on other rows than findings has its reasons in its note.
    """
    place = {one.id: one.place for one in found}
    return {
        judged.claim: [
            Weight(head, some)
            for head, rows in _sides(system, judged)
            if (some := sorted(place[row] for row in rows if row in place))
        ]
        for judged in system.assessments.values()
    }


def _sides(system: System, judged: Assessment) -> Iterator[tuple[str, Sequence[str]]]:
    """Rows behind a verdict, by the side on which a curator has set them."""
    heads = OPEN_HEADS if system.claims[judged.claim].hedging == "open" else HEADS
    sided = (judged.people_against, judged.people_for)
    told = {row for rows in sided for row in rows}
    rest = [row for row in judged.because if row not in told]
    yield from zip(heads, (*sided, rest), strict=True)
