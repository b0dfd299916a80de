"""Rules of targets and of efficacy: one row a source, and what is contested told as contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem
from explainer.model.schema import Target
from explainer.model.schema.categories import measured_people
from explainer.model.system import System


def targets_are_told_once_by_a_source(system: System) -> Iterator[Problem]:
    """One source says one thing of one molecule at one target."""
    for (molecule, target), rows in _pairs(system):
        first: dict[str, str] = {}
        for row in rows:
            for reference in row.sources:
                if first.setdefault(reference.source, row.id) != row.id:
                    fault = f"{reference.source!r} tells of {molecule!r} and the {target} already"
                    way_out = f"say it in {first[reference.source]!r}, or cite what says this"
                    yield problem(system, row, "sources", fault, way_out)


def targets_in_people_are_human(system: System) -> Iterator[Problem]:
    """What was measured in people is a human target."""
    for row in system.targets.values():
        if measured_people(row.evidence) and row.species != "human":
            fault = f"{row.species or 'blank'!r} for {row.evidence!r}"
            way_out = "write 'human', or hold the evidence against the source"
            yield problem(system, row, "species", fault, way_out)


def targets_at_odds_say_so(system: System) -> Iterator[Problem]:
    """Where one source found an effect and another none, each of the rows tells it."""
    for _, rows in _pairs(system):
        if len({row.action == "no effect found" for row in rows}) > 1:
            for row in rows:
                if not row.caveat:
                    fault = "another source found otherwise, and nothing says so"
                    way_out = "say in the caveat what the other source found"
                    yield problem(system, row, "caveat", fault, way_out)


def what_is_contested_has_both_sides(system: System) -> Iterator[Problem]:
    """A topic of efficacy that has something for an idea has something against it, or neither."""
    rows = [row for row in system.responses.values() if row.side and row.side != "open"]
    for row in rows:
        if {other.side for other in rows if other.topic == row.topic} == {row.side}:
            fault = f"{row.side!r}, and no row on {row.topic!r} is on the other side"
            yield problem(
                system, row, "side", fault, "add what the other side found, or say 'open'"
            )


def _pairs(system: System) -> Iterable[tuple[tuple[str, str], list[Target]]]:
    """The rows of each molecule at each target."""

    def pair(row: Target) -> tuple[str, str]:
        return row.molecule, row.target

    ordered = sorted(system.targets.values(), key=pair)
    return ((key, list(rows)) for key, rows in groupby(ordered, key=pair))


RULES: tuple[Rule, ...] = (
    targets_are_told_once_by_a_source,
    targets_in_people_are_human,
    targets_at_odds_say_so,
    what_is_contested_has_both_sides,
)
