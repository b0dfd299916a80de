"""Rules of warnings: a group that acts at a receptor names what a reader needs at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem
from explainer.model.schema import Effect
from explainer.model.schema.categories import is_acting
from explainer.model.system import System


def groups_at_receptors_warn(system: System) -> Iterator[Problem]:
    """What switches a receptor on is spoken of beside mood: its hazards stand there too."""
    for row in system.groups.values():
        if row.receptors and not row.warnings:
            way_out = "name the findings on its hazards that a reader needs at a glance"
            yield problem(system, row, "warnings", "blank, though it acts at a receptor", way_out)


def each_warning_has_its_words(system: System) -> Iterator[Problem]:
    """The two lists go together, one short phrase for each finding."""
    for row in system.groups.values():
        if len(row.warnings) != len(row.in_brief):
            fault = f"{len(row.in_brief)} phrases for {len(row.warnings)} findings"
            yield problem(system, row, "in_brief", fault, "write one phrase for each, in order")


def warnings_are_of_hazards(system: System) -> Iterator[Problem]:
    """A warning is a finding on a hazard that got worse, or on what undoes one."""
    for row in system.groups.values():
        for key in row.warnings:
            found = system.effects[key]
            if not _warns(system, found, row.id):
                fault = f"{key!r} is no finding on a hazard of {row.id!r}, nor on what undoes one"
                yield problem(system, row, "warnings", fault, "name a finding that is")


def _warns(system: System, found: Effect, group: str) -> bool:
    if system.domains[found.domain].group != "hazards" or not is_acting(found.perturbation):
        return False
    if found.direction == "improves":
        known = system.ligands.get(found.agent)
        return known is not None and known.ligand_class == "antagonist"
    return found.direction == "worsens" and found.agent == group


RULES: tuple[Rule, ...] = (
    groups_at_receptors_warn,
    each_warning_has_its_words,
    warnings_are_of_hazards,
)
