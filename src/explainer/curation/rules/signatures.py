"""Rules of signatures: an expert's is a person's, whole, and where there is none it is said."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem
from explainer.model.system import System

_PARTS = ("name", "orcid", "signed_on")


def signatures_are_whole_or_blank(system: System) -> Iterator[Problem]:
    """A signature has name, ORCID and day, or none of them."""
    for row in system.signatures.values():
        blank = [part for part in _PARTS if not getattr(row, part)]
        if blank and len(blank) < len(_PARTS):
            fault = "is blank, in a signature of which the rest is given"
            way_out = "give name, ORCID and day, or leave all three blank"
            yield problem(system, row, blank[0], fault, way_out)


def blank_signatures_say_that_nobody_signed(system: System) -> Iterator[Problem]:
    """Where nobody has signed, the note says so; where somebody has, it does not."""
    for row in system.signatures.values():
        says = f"No {row.role} has signed" in row.note
        if says == bool(row.name):
            fault = "a signature, and nobody signed" if says else "nobody signed, and no word of it"
            way_out = f"write 'No {row.role} has signed …' where the name is blank, and only there"
            yield problem(system, row, "note", fault, way_out)


RULES: tuple[Rule, ...] = (
    signatures_are_whole_or_blank,
    blank_signatures_say_that_nobody_signed,
)
