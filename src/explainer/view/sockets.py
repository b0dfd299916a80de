"""The picture as it is sent: findings, and the frames of each view, with named fields."""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

from explainer.drawing.display import Frame
from explainer.drawing.marks import MARKS, UNITS
from explainer.model import bidi
from explainer.model.evidence import Who
from explainer.model.system import System
from explainer.view import absence, blocks, closeups, headlines, lists, odds, overview, placement
from explainer.view.findings import Finding, Level, findings, own_of
from explainer.view.odds import Weight
from explainer.view.placement import Placement
from explainer.voices.numerals import count
from explainer.voices.phrases import (
    NO_DIFFERENCE,
    NO_DIRECTION,
    done_of,
    name_of,
    outcome_for,
)

Json = Any  # plain lists, dicts, words and numbers

WHO: dict[Who, str] = {
    "people": "people",
    "animals": "animals",
    "word": "word at second hand",
}
LANES_TOLD = " ".join(f"{short.capitalize()}: {full}." for _, full, short in blocks.HEADS)
RULES = (
    "Boxed sign: of the whole lane. Blank field: no finding there. "
    f"Not tied to one receptor: {blocks.UNTIED}."
)
CAUTION = "More marks are more reports, not stronger proof."
SEALED = "?"  # what the first view is called while the reader is still guessing
# A sign with whom it is on is counted; without, it tells which way a finding goes.
KEY: tuple[tuple[Level, Who | Literal[""], str], ...] = (
    ("better", "people", "in people"),
    ("better", "animals", "in animals"),
    ("better", "word", "at second hand"),
    ("better", "", "better"),
    ("worse", "", "worse"),
    ("same", "", NO_DIFFERENCE),
    ("unclear", "", NO_DIRECTION),
)


@dataclass(frozen=True)
class Mark:
    """What the browser must know of a finding; frames say where it stands and its label."""

    id: str
    agent: str
    domain: str
    level: Level
    who: Who
    through: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sockets:
    """All that the picture of findings needs; its TypeScript is written from here.

    ``frames`` and ``headlines`` are by what is looked at, ``""`` being the first view, ``?`` the
    same while the reader is still guessing, and ``agent>domain`` a pair; ``lists`` tell what a chip
    opens into, by places of nodes; ``odds`` and ``claims`` are by places of findings.
    """

    findings: list[Mark]
    frames: dict[str, list[Frame]]
    headlines: dict[str, tuple[str, str]]
    lists: dict[str, tuple[str, list[int]]]
    article: list[str]
    tell: list[str]
    marks: dict[str, dict[str, str]]
    units: float
    key: tuple[tuple[str, str, str], ...]
    absences: list[tuple[str, str, str]]
    caution: str
    lanes: str
    rules: str
    placement: Placement
    odds: list[tuple[int, int]]
    claims: dict[str, list[Weight]]


def build(system: System) -> Sockets:
    """Gather findings, words, and the frames of the first view; `near` has all others."""
    found = findings(system)
    return Sockets(
        findings=[Mark(f.id, f.agent, f.domain, f.level, f.who, list(f.through)) for f in found],
        frames={"": _first_frames(system, found)},
        headlines=_headlines(system, found),
        lists=_lists(system),
        article=[headlines.article_on(system, node) for node in system.graph],
        tell=[spoken(system, one) for one in found],
        marks=MARKS,
        units=UNITS,
        key=KEY,
        absences=[(one.kind, one.short, one.legend) for one in absence.KINDS],
        caution=CAUTION,
        lanes=LANES_TOLD,
        rules=RULES,
        placement=placement.build(system),
        odds=odds.pairs(system, found),
        claims=odds.claims(system, found),
    )


def _first_frames(system: System, found: list[Finding]) -> list[Frame]:
    """The first view at each width."""
    domains = overview.first_domains(system)
    first = [one for one in found if one.domain in domains]
    return [
        *(overview.wide(system, first, form) for form in overview.WIDE),
        *(overview.narrow(system, first, form) for form in overview.NARROW),
    ]


def near(system: System) -> Iterator[tuple[str, list[Frame]]]:
    """Draw all other frames, one view after the other: what is guessed at, what is near.

    From near stands whatever has findings or acts. Nobody needs all of them at once: a view that
    has been sent can be let go.
    """
    found = findings(system)
    yield SEALED, [overview.sealed(system, form) for form in (*overview.WIDE, *overview.NARROW)]
    agents = _agents(found)
    agents |= dict.fromkeys(row.ligand for row in system.interactions.values())
    for agent in agents:
        own = own_of(found, agent)
        yield agent, [closeups.of_agent(system, own, agent, w) for w in closeups.WIDTHS]
    for domain in dict.fromkeys(one.domain for one in found):
        own = [one for one in found if one.domain == domain]
        yield domain, [closeups.of_domain(system, own, domain, w) for w in closeups.WIDTHS]


def _headlines(system: System, found: list[Finding]) -> dict[str, tuple[str, str]]:
    out = {"": headlines.overview(system, found)}
    for agent in _agents(found):
        out[agent] = headlines.of_agent(system, found, agent)
    for molecule in dict.fromkeys(row.ligand for row in system.interactions.values()):
        out.setdefault(molecule, (headlines.without(system, molecule), ""))
    for domain in dict.fromkeys(one.domain for one in found):
        out[domain] = headlines.of_domain(system, found, domain)
    pairs = ((agent, one.domain) for one in found for agent in (one.agent, *one.through))
    for agent, domain in dict.fromkeys(pairs):
        out[f"{agent}>{domain}"] = headlines.with_agent(system, found, agent, domain), ""
    return out


def _agents(found: list[Finding]) -> dict[str, None]:
    """Whatever findings are on, or were made with."""
    return dict.fromkeys(agent for one in found for agent in (one.agent, *one.through))


def _lists(system: System) -> dict[str, tuple[str, list[int]]]:
    place = {node: i for i, node in enumerate(system.graph)}
    return {
        key: (title, [place[member] for member in members])
        for key, (title, members) in lists.gathered(system).items()
    }


def spoken(system: System, one: Finding) -> str:
    """Speak a mark: who was studied, what was done, which way it went."""
    row = system.effects[one.id]
    outcome = outcome_for(system, row)
    agent = name_of(system, one.agent)
    others = len(system.at_odds.get(one.id, ()))
    more = f"; at odds with {count(others, 'other finding')}" if others else ""
    return f"{WHO[one.who]}: {agent} {done_of(system, row)}, {outcome}{more}"


def plain(thing: Any) -> Json:  # noqa: ANN401 - whatever a display list is made of
    """Give dataclasses as plain data, without fields that have their usual value."""
    if isinstance(thing, str):
        return bidi.settled(bidi.bare(thing))  # what was cut may have lost an end
    if isinstance(thing, float):
        return round(thing, 1) if thing != int(thing) else int(thing)
    if isinstance(thing, dict):
        return {key: plain(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [plain(one) for one in thing]
    if is_dataclass(thing) and not isinstance(thing, type):
        kind: Hashable = type(thing)
        return {
            name: plain(value)
            for name, usual in _usual(kind)
            if (value := getattr(thing, name)) != usual
        }
    return thing


@functools.cache
def _usual(kind: Any) -> tuple[tuple[str, object], ...]:  # noqa: ANN401 - mypy has no such type
    """Fields of a class, and what they usually are."""
    return tuple(
        (field.name, [] if field.default_factory is list else field.default)
        for field in fields(kind)
    )
