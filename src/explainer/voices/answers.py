"""What a card answers first: what was found in people, in one sentence made from its findings.

Only what was done, to whom and which way it went is told, with the number of findings; what people
were studied for comes first, and animals are told as animals only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, assert_never

from explainer.model.schema.categories import changes_something
from explainer.voices import lanes
from explainer.voices.numerals import count
from explainer.voices.phrases import done_of, name_of, outcome_for

if TYPE_CHECKING:
    from explainer.model.schema import Effect
    from explainer.model.system import System

_MOST = 3  # agents that a domain's answer tells; the others are counted
_FIRST = 2  # domains that an agent's answer tells: these pages are about them
_IN_PEOPLE = "in people"
_ON_PEOPLE: tuple[lanes.CardLane, ...] = ("people", "warnings", "reports")


def of_domain(system: System, domain: str) -> str:
    """Say what was found most often on a domain, by what was given or done."""
    rows, where = _nearest(system.effects_on(domain).values())
    if not rows:
        return f"{name_of(system, domain)}: no finding stands in these tables."
    groups: dict[tuple[str, str], list[Effect]] = {}
    for row in rows:
        groups.setdefault((row.agent, done_of(system, row)), []).append(row)
    most = sorted(groups.items(), key=lambda pair: -len(pair[1]))[:_MOST]
    told = [
        f"{name_of(system, agent)} {done}, {_outcomes(system, some)}"
        for (agent, done), some in most
    ]
    rest = len(rows) - sum(len(some) for _, some in most)
    more = f"; and {count(rest, 'finding')} on others" if rest else ""
    return f"{name_of(system, domain)}, {where}: {'; '.join(told)}{more}."


def lead(system: System, domain: str) -> str:
    """The first of what was found on a domain, for a headline."""
    rows, where = _nearest(system.effects_on(domain).values())
    if not rows:
        return f"{name_of(system, domain)}: no finding in these tables."
    if where == _IN_PEOPLE and any(lanes.lane_of(row) != "people" for row in rows):
        where = "in people or told of people"  # the picture counts the two apart
    (agent, done), number = Counter((r.agent, done_of(system, r)) for r in rows).most_common(1)[0]
    some = [row for row in rows if (row.agent, done_of(system, row)) == (agent, done)]
    way, most = Counter(_way(system, row) for row in some).most_common(1)[0]
    told = f"{name_of(system, agent).lower()} {done}, {way}"
    findings = "finding" if number == 1 else "findings"
    return f"{name_of(system, domain)}, {where}: {told}, in {most} of {number} {findings}."


def of_agent(system: System, node: str) -> str:
    """Say what was found on mood and on anxiety with one receptor, molecule or group."""
    through = system.effects.where(through=node)
    found = {**system.effects_of(node), **through}.values()
    parts = [
        part
        for domain in list(system.domains)[:_FIRST]
        if (part := _on(system, [row for row in found if row.domain == domain], domain))
    ]
    if parts:
        return " ".join(parts)
    sides = " or ".join(name_of(system, d).lower() for d in list(system.domains)[:_FIRST])
    return f"These tables hold no finding on {sides} with it."


def _on(system: System, found: Sequence[Effect], domain: str) -> str:
    rows, where = _nearest(found)
    told = f"{name_of(system, domain)}, {where}: {_by_what_was_done(system, rows)}" if rows else ""
    animals = [row for row in found if lanes.lane_of(row) == "animals"]
    if animals and all(not changes_something(row.perturbation) for row in rows):
        told += f"; in animals: {_by_what_was_done(system, animals)}"
    return f"{told}." if told else ""


def _by_what_was_done(system: System, rows: Iterable[Effect]) -> str:
    done: dict[str, list[Effect]] = {}
    for row in rows:
        done.setdefault(done_of(system, row), []).append(row)
    return "; ".join(f"{how}, {_outcomes(system, some)}" for how, some in done.items())


def _nearest(found: Iterable[Effect]) -> tuple[list[Effect], str]:
    """Findings on people and what is told of people, else those on animals, else the rest."""
    rows = list(found)
    people = [row for row in rows if lanes.lane_of(row) in _ON_PEOPLE]
    if people:
        return people, _IN_PEOPLE
    animals = [row for row in rows if lanes.lane_of(row) == "animals"]
    return (animals, "in animals only") if animals else (rows, "at second hand only")


def _outcomes(system: System, rows: Iterable[Effect]) -> str:
    """Which way it went, the most frequent first, with the number of findings of each."""
    counts = Counter(_way(system, row) for row in rows)
    return ", ".join(f"{way} ({number})" for way, number in counts.most_common())


def _way(system: System, row: Effect) -> str:
    """Which way it went, in few words, where the domain is named before."""
    match row.direction:
        case "improves" | "worsens":
            return outcome_for(system, row)
        case "no difference":
            return "no difference"
        case "mixed":
            return "both ways"
        case "not known":
            return "no direction told"
        case _:
            assert_never(row.direction)
