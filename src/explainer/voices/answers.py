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
from explainer.voices.phrases import (
    NO_DIFFERENCE,
    done_of,
    name_of,
    outcome_for,
    undirected,
)

if TYPE_CHECKING:
    from explainer.model.schema import Effect
    from explainer.model.system import System

_Group = tuple[tuple[str, str], list["Effect"]]  # an agent and what was done; what was found
_MOST = 3  # agents that a domain's answer tells; the others are counted
_FIRST = 2  # domains that an agent's answer tells: these pages are about them
_TOLD: tuple[lanes.CardLane, ...] = ("warnings", "reports")  # of people, and no study of them


def of_domain(system: System, domain: str) -> str:
    """Say what was found most often on a domain, by what was given or done."""
    found = _once(system.effects_on(domain).values())
    rows, where = _heard(system, domain, found)
    if not rows:
        return f"{name_of(system, domain)}: no finding stands in these tables."
    most = _first(_most(system, rows))
    told = [
        f"{name_of(system, agent)} {done}, {_outcomes(system, some)}"
        for (agent, done), some in most
    ]
    rest = len(rows) - sum(len(some) for _, some in most)
    more = f"; and {count(rest, 'more finding')} below" if rest else ""
    others = _others_told(found, rows)
    return f"{name_of(system, domain)}, {where}: {'; '.join(told)}{more}.{others}"


def lead(system: System, domain: str) -> str:
    """The first of what was found on a domain, for a headline."""
    rows, where = _heard(system, domain, _once(system.effects_on(domain).values()))
    if not rows:
        return f"{name_of(system, domain)}: no finding in these tables."
    ((agent, done), some), *_ = _most(system, rows)
    way, most = Counter(_way(system, row) for row in some).most_common(1)[0]
    told = f"{name_of(system, agent).lower()} {done}, {way}"
    number = count(len(some), "finding")
    share = f"in {number}" if most == len(some) else f"in {most} of {len(some)} findings"
    return f"{name_of(system, domain)}, {where}: {told}, {share}."


def of_agent(system: System, node: str) -> str:
    """Say what was found on mood and on anxiety with one receptor, molecule or group."""
    found = {**system.effects_of(node), **system.effects.where(through=node)}.values()
    first = list(system.domains)[:_FIRST]
    parts = [_on(system, node, _once(r for r in found if r.domain == domain)) for domain in first]
    if told := " ".join(filter(None, parts)):
        return told
    sides = " or ".join(name_of(system, domain).lower() for domain in first)
    nothing = f"These tables hold no finding on {sides} with it."
    studied = Counter(row.domain for row in found if lanes.lane_of(row) == "people")
    if not studied:
        return nothing
    ((other, _),) = studied.most_common(1)
    return f"{nothing} {_on(system, node, _once(r for r in found if r.domain == other))}"


def _once(found: Iterable[Effect]) -> list[Effect]:
    """Findings without those that a summary or a larger trial beside them holds already."""
    rows = list(found)
    there = {row.id for row in rows}
    return [row for row in rows if not there.intersection(row.part_of)]


def _most(system: System, rows: Iterable[Effect]) -> list[_Group]:
    """What was done with what: what was changed before what was looked at, the most first."""
    groups: dict[tuple[str, str], list[Effect]] = {}
    for row in rows:
        groups.setdefault((row.agent, done_of(system, row)), []).append(row)
    return sorted(
        groups.items(),
        key=lambda pair: (not changes_something(pair[1][0].perturbation), -len(pair[1])),
    )


def _first(groups: list[_Group]) -> list[_Group]:
    """The first few, and whatever has as many findings as the last of them; no order parts those.

    Where so many tie that nobody would read them all, those with more stand alone.
    """
    first = groups[:_MOST]
    least = len(first[-1][1])
    same = [group for group in groups[_MOST:] if len(group[1]) == least]
    if len(same) <= _MOST:
        return [*first, *same]
    return [group for group in first if len(group[1]) > least] or first


def _on(system: System, node: str, found: Sequence[Effect]) -> str:
    rows, where = _nearest(found)
    if not rows:
        return ""
    told = f"{name_of(system, rows[0].domain)}, {where}: {_by_what_was_done(system, node, rows)}"
    animals = [row for row in found if lanes.lane_of(row) == "animals"]
    is_apart = node in system.receptors and rows != animals
    if animals and (is_apart or all(not changes_something(row.perturbation) for row in rows)):
        told += f"; in animals: {_by_what_was_done(system, node, animals)}"
    return f"{told}.{_others_told(found, rows)}"


def _others_told(found: Iterable[Effect], rows: Sequence[Effect]) -> str:
    """How many warnings and reports there are beside studies; they are no studies of people."""
    there = {row.id for row in rows}
    more = sum(lanes.lane_of(row) in _TOLD for row in found if row.id not in there)
    return f" Beside these, {count(more, 'warning or report', 'warnings or reports')}." * bool(more)


def _by_what_was_done(system: System, node: str, rows: Iterable[Effect]) -> str:
    done: dict[str, list[Effect]] = {}
    for row in rows:
        done.setdefault(done_of(system, row, node), []).append(row)
    return "; ".join(f"{how}, {_outcomes(system, some)}" for how, some in done.items())


def _heard(system: System, domain: str, found: Sequence[Effect]) -> tuple[list[Effect], str]:
    """Of a hazard also what is warned of: who waits for studies of it may come to harm."""
    if system.domains[domain].group != "hazards":
        return _nearest(found)
    rows = [row for row in found if lanes.lane_of(row) in ("people", *_TOLD)]
    return (rows, "in people and by warnings") if rows else _nearest(found)


def _nearest(found: Iterable[Effect]) -> tuple[list[Effect], str]:
    """Studies of people; where there are none what agencies and others tell, else of animals."""
    by_lane: dict[lanes.CardLane, list[Effect]] = {lane: [] for lane in lanes.HEADINGS}
    for row in found:
        by_lane[lanes.lane_of(row)].append(row)
    for some, where in (
        (by_lane["people"], "in people"),
        ([row for lane in _TOLD for row in by_lane[lane]], "by warnings or reports alone"),
        (by_lane["animals"], "in animals only"),
    ):
        if some:
            return some, where
    return by_lane["others"], "at second hand only"


def _outcomes(system: System, rows: Iterable[Effect]) -> str:
    """Which way it went, the most frequent first; summaries hold the same studies, so apart."""
    rows = list(rows)
    single = _counted(system, (row for row in rows if row.evidence != "meta-analysis"))
    summed = _counted(system, (row for row in rows if row.evidence == "meta-analysis"))
    return ", ".join(filter(None, (single, summed and f"in summaries {summed}")))


def _counted(system: System, rows: Iterable[Effect]) -> str:
    counts = Counter(_way(system, row) for row in rows)
    return ", ".join(f"{way} ({number})" for way, number in counts.most_common())


def _way(system: System, row: Effect) -> str:
    """Which way it went, in few words, where the domain is named before."""
    match row.direction:
        case "improves" | "worsens":
            return outcome_for(system, row)
        case "no difference":
            return NO_DIFFERENCE
        case "mixed":
            return "both ways"
        case "not known":
            why = undirected(system, row)
            return f"no direction: {why}" if why else "unclear"
        case _:
            assert_never(row.direction)
