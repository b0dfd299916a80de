"""In which order a card tells findings: people, warnings, reports on people, animals, the rest.

What agencies and labels warn of stands before any animal, and so does word of others on people,
such as a company's report of a trial. Within a lane the first domain comes first, then what was
given or stopped before what was switched on or off, then the stronger design, then the larger
study; never the stronger effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, assert_never

from explainer.model.evidence import is_told_of_people, who_of
from explainer.model.schema import Effect
from explainer.model.schema.vocabularies import Direction, Evidence, Perturbation

if TYPE_CHECKING:
    from explainer.model.system import System

CardLane = Literal["people", "warnings", "reports", "animals", "others"]
HEADINGS: dict[CardLane, str] = {
    "people": "In people",
    "warnings": "Warnings and entries of agencies, labels and classifications",
    "reports": "At second hand, on people",
    "animals": "In animals",
    "others": "At second hand",
}
_NUMBER = re.compile(
    r"(\d[\d,]*) (?:[\w-]+ ){0,4}?"
    r"(?:people|adults|men|women|mothers|patients|volunteers|students|veterans|children)\b"
)
_DONE: tuple[Perturbation, ...] = (
    "given", "taken", "stopped", "activated", "blocked", "absent", "present", "measured",
)  # fmt: skip
_WAYS: tuple[Direction, ...] = ("worsens", "improves", "no difference", "mixed", "not known")


def lane_of(effect: Effect) -> CardLane:
    """In which lane of a card a finding stands."""
    if effect.evidence in ("regulator", "classification or label"):
        return "warnings"
    who = who_of(effect)
    match who:
        case "people" | "animals":
            return who
        case "word":
            return "reports" if is_told_of_people(effect) else "others"
        case _:
            assert_never(who)


def by_lane(system: System, effects: Iterable[Effect]) -> Iterator[tuple[CardLane, list[Effect]]]:
    """Findings lane by lane, each lane in its order; a lane without any is left out."""
    domains = {domain: at for at, domain in enumerate(system.domains)}

    def place(row: Effect) -> tuple[int, int, int, int, int]:
        done, way = _DONE.index(row.perturbation), _WAYS.index(row.direction)
        return domains[row.domain], done, _RANKS[row.evidence], -_people(row), way

    rows = sorted(effects, key=place)
    for lane in HEADINGS:
        if some := [row for row in rows if lane_of(row) == lane]:
            yield lane, some


def _people(row: Effect) -> int:
    """How many people took part, where a population says so; papers and trials are no people."""
    found = _NUMBER.search(row.population)
    return int(found[1].replace(",", "")) if found else 0


_DESIGNS: tuple[tuple[Evidence, ...], ...] = (
    ("meta-analysis", "classification or label"),
    ("human randomised trial", "trial registry", "regulator"),
    ("human laboratory", "human observational"),
    ("human imaging", "human genetics"),
    ("review",),
    ("meeting abstract", "news"),
    ("animal", "in vitro"),
)
"""Which design is told before which: many trials, a trial, then what only looks on."""
_RANKS = {evidence: rank for rank, kinds in enumerate(_DESIGNS) for evidence in kinds}
