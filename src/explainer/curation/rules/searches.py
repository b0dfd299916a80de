"""Rules of searches: what was looked for, how much was read of it, what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem, shown
from explainer.model.schema import Effect, Group, Search
from explainer.model.system import System

_QUESTION = re.compile(r"[A-Z][^?]*\?")


def searches_ask_one_question(system: System) -> Iterator[Problem]:
    """A search answers one question, asked as one."""
    for row in system.searches.values():
        if not _QUESTION.fullmatch(row.question):
            fault = f"{shown(row.question)} is not one question"
            yield problem(system, row, "question", fault, "ask one, and end it with '?'")


def searches_say_what_became_of_what_was_found(system: System) -> Iterator[Problem]:
    """No more is read than was found; what was read is kept, or it is said why not."""
    for row in system.searches.values():
        if row.screened > row.found:
            fault = f"{row.screened:,} screened, of {row.found:,} found"
            yield problem(system, row, "screened", fault, "count again what was opened and read")
        elif row.kept and not row.screened:
            way_out = "count what was opened and read, or leave 'kept' blank"
            yield problem(system, row, "kept", "something was kept, and nothing was read", way_out)
        elif row.screened and not row.kept and not row.left_out:
            fault = f"{row.screened:,} were read, none was kept, and nothing says why"
            yield problem(system, row, "left_out", fault, "say what they were and why not")


def searches_keep_what_they_asked_for(system: System) -> Iterator[Problem]:
    """What is kept is on a domain and a receptor of the question."""
    for row in system.searches.values():
        for kept in (system.effects[effect] for effect in row.kept):
            if fault := _beside_the_question(system, row, kept):
                way_out = "drop it from 'kept', or ask of what it is about"
                yield problem(system, row, "kept", fault, way_out)


def _beside_the_question(system: System, row: Search, kept: Effect) -> str:
    if row.domains and kept.domain not in row.domains:
        return f"{kept.id!r} is on {kept.domain!r}, which was not asked of"
    if row.receptor and row.receptor not in _receptors_of(system, kept):
        return f"{kept.id!r} is on {kept.agent!r}, which is not known to act at {row.receptor!r}"
    return ""


def _receptors_of(system: System, effect: Effect) -> set[str]:
    """The receptors that a finding names, or that what it names acts at or is cut to act at."""
    found: set[str] = set()
    for word in (effect.agent, *effect.through):
        if isinstance(group := system.find(word), Group):
            found.update(group.receptors)
        peptides = system.peptides.where(precursor=word) if word in system.precursors else {}
        for molecule in (word, *peptides):
            found |= {row.receptor for row in system.interactions.where(ligand=molecule).values()}
        found |= {word} & set(system.receptors)
    return found


RULES: tuple[Rule, ...] = (
    searches_ask_one_question,
    searches_say_what_became_of_what_was_found,
    searches_keep_what_they_asked_for,
)
