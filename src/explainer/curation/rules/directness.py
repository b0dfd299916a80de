"""Rules of directness: whether a study reached the brain, this receptor, and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem
from explainer.model.schema import Effect
from explainer.model.schema.categories import changes_something, gives_something
from explainer.model.system import System

_TENFOLD = 1.0  # -log10 M: a tool that binds another receptor closer than this parts neither
_OTHERS = re.compile(
    r"selective|other opioid receptors|also (?:activates?|reach(?:es)?|acts?|blocks?)\b"
)
_BRAIN = re.compile(r"\bbrain\b")
_LIFELONG = re.compile(r"\blifelong\b", re.IGNORECASE)
_KNOCKOUT = re.compile(r"without the \w+ receptor|receptor was (?:gone|taken out)")


def directness_is_said_where_it_is_asked(system: System) -> Iterator[Problem]:
    """Each of the three is said of the rows that it can be said of, and of no other."""
    for row in system.effects.values():
        asked = {
            "reaches_brain": gives_something(row.perturbation),
            "parts_receptor": row.agent in system.receptors,
            "exposure": changes_something(row.perturbation),
        }
        for column, is_asked in asked.items():
            if is_asked == (getattr(row, column) == "not applicable"):
                about = f"{row.agent!r}, {row.perturbation}"
                fault = f"{getattr(row, column)!r} for {about}"
                way_out = "say yes or no as the source does, or 'not said'"
                if column == "exposure":
                    way_out = "say how long as the source does, or 'not said'"
                way_out = way_out if is_asked else "write 'not applicable'"
                yield problem(system, row, column, fault, way_out)


def tools_that_part_no_receptor_say_so(system: System) -> Iterator[Problem]:
    """A finding under the name of a receptor tells if its tool reaches others as well."""
    for row in system.effects.values():
        if row.parts_receptor == "no" and not _OTHERS.search(row.caveat):
            fault = f"says nothing of the other receptors, under the name of {row.agent!r}"
            way_out = "say in the caveat what else the tool reaches"
            yield problem(system, row, "caveat", fault, way_out)


def tools_part_what_they_are_said_to_part(system: System) -> Iterator[Problem]:
    """A tool that binds another receptor nearly as closely parts none, unless a knockout did."""
    for row in system.effects.values():
        is_knockout = _KNOCKOUT.search(f"{row.population} {row.finding}")
        if row.parts_receptor != "yes" or row.perturbation == "absent" or is_knockout:
            continue
        for tool in row.through:
            here = _closest(system, tool, row.agent)
            for other in system.receptors:
                there = _closest(system, tool, other)
                if other != row.agent and here and there and there > here - _TENFOLD:
                    fault = f"{tool!r} binds {other!r} (to {there:g}) as it does {row.agent!r}"
                    way_out = f"write 'no', or hold {tool!r} against its rows in interactions.csv"
                    yield problem(system, row, "parts_receptor", fault, way_out)


def _closest(system: System, molecule: str, receptor: str) -> float | None:
    rows = system.interactions.where(ligand=molecule, receptor=receptor).values()
    found = [row.affinity_high for row in rows if row.affinity_high and row.relation == "="]
    return max(found, default=None)


def what_is_missing_parts_and_lasts(system: System) -> Iterator[Problem]:
    """A missing receptor is that receptor alone; only what is missing is so for a lifetime."""
    for row in system.effects.values():
        is_absent = row.perturbation == "absent"
        if is_absent and row.agent in system.receptors and row.parts_receptor != "yes":
            fault = f"{row.parts_receptor!r}, though {row.agent!r} itself is missing"
            yield problem(system, row, "parts_receptor", fault, "write 'yes'")
        if row.exposure == "lifelong" and not is_absent:
            fault = f"'lifelong', though something was {row.perturbation}"
            yield problem(system, row, "exposure", fault, "say how long, or 'not said'")
        if is_absent and row.exposure != "lifelong" and _LIFELONG.search(row.caveat):
            fault = f"{row.exposure!r}, though the caveat says lifelong"
            yield problem(system, row, "exposure", fault, "write 'lifelong', or mend the caveat")


def what_stays_outside_the_brain_says_so(system: System) -> Iterator[Problem]:
    """What hardly gets into the brain says little on what goes on there, and tells it."""
    for row in system.effects.values():
        if row.reaches_brain == "no" and not _BRAIN.search(_told(row)):
            fault = "says nothing of the brain, which it hardly reaches"
            yield problem(system, row, "caveat", fault, "say so in the caveat")


def _told(row: Effect) -> str:
    return f"{row.finding} {row.caveat}"


RULES: tuple[Rule, ...] = (
    directness_is_said_where_it_is_asked,
    tools_that_part_no_receptor_say_so,
    tools_part_what_they_are_said_to_part,
    what_is_missing_parts_and_lasts,
    what_stays_outside_the_brain_says_so,
)
