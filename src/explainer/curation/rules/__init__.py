"""Rules of curation: what a well-formed row must still live up to.

`load` guards the form of the tables; these rules guard what is written in them. Each is one
function that yields a `Problem` for each row that breaks it, and `check` runs them all. Rules on
days are asked for a day as well, so that a test, or a reader of an old copy, can say which.
"""

from __future__ import annotations

import datetime as dt

from explainer.curation.rules import (
    audits,
    days,
    directness,
    help_lines,
    identifiers,
    judgement,
    names,
    results,
    searches,
    signatures,
    slips,
    sources,
    tables,
    targets,
    values,
    warnings,
    wording,
)
from explainer.curation.rules.places import Rule
from explainer.model.errors import Problem
from explainer.model.system import System

__all__ = ["DATED", "RULES", "check"]

RULES: tuple[Rule, ...] = (
    *judgement.RULES,
    *values.RULES,
    *sources.RULES,
    *names.RULES,
    *directness.RULES,
    *results.RULES,
    *targets.RULES,
    *warnings.RULES,
    *searches.RULES,
    *wording.RULES,
    *slips.RULES,
    *help_lines.RULES,
    *signatures.RULES,
    *tables.RULES,
    *audits.RULES,
    *identifiers.RULES,
)
DATED = days.RULES


def check(system: System, today: dt.date | None = None) -> list[Problem]:
    """Run every rule; an empty list means that all hold on that day."""
    day = days.latest_day() if today is None else today
    found = [problem for rule in RULES for problem in rule(system)]
    return sorted([*found, *(problem for dated in DATED for problem in dated(system, day))])
