"""What is due to be looked at again: searches, news, lines of help, and signatures not given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from explainer.curation.rules import days
from explainer.curation.rules.places import problem
from explainer.model.errors import Problem
from explainer.model.schema import Row
from explainer.model.system import System

SEARCH = dt.timedelta(days=92)  # a quarter of a year
NEWS = dt.timedelta(days=180)
HELP = days.FRESH


def due(system: System, day: dt.date) -> list[Problem]:
    """List what is due on that day, in the order of the tables."""
    return sorted([*_searches(system, day), *_news(system, day), *_help(system, day)])


def unsigned(system: System) -> list[str]:
    """List what signatures say of themselves that nobody has given yet."""
    return [row.note for row in system.signatures.values() if not row.name]


def _searches(system: System, day: dt.date) -> Iterator[Problem]:
    way_out = "search again with the same words, then write what came and the day"
    for row in system.searches.values():
        if fault := _older(row.searched_on, day, SEARCH):
            yield problem(system, row, "searched_on", fault, way_out)


def _news(system: System, day: dt.date) -> Iterator[Problem]:
    """A report is overtaken sooner than a paper: by the paper, for one."""
    way_out = "look for the paper, the register's results or a later report, then write the day"
    rows: list[Row] = [row for row in system.effects.values() if row.evidence == "news"]
    rows += [row for row in system.events.values() if _rests_on_news(system, row)]
    for row in rows:
        if fault := _older(getattr(row, "checked_on", None), day, NEWS):
            yield problem(system, row, "checked_on", fault, way_out)


def _rests_on_news(system: System, row: Row) -> bool:
    references = getattr(row, "sources", ())
    return bool(references) and all(system.sources[one.source].kind == "news" for one in references)


def _help(system: System, day: dt.date) -> Iterator[Problem]:
    way_out = "call it, or open its issuer's page, then write the day"
    for row in system.helplines.values():
        if fault := _older(row.checked_on, day, HELP):
            yield problem(system, row, "checked_on", fault, way_out)


def _older(checked: dt.date | None, day: dt.date, limit: dt.timedelta) -> str:
    """Tell that a day is too long ago, or missing; else nothing."""
    if checked is None:
        return "was never looked at again"
    age = day - checked
    return f"{checked} is {age.days} days ago, more than {limit.days}" if age > limit else ""
