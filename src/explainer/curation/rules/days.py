"""Rules of days and years: none before there was anything to open, none that is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise

from explainer.curation.rules.places import problem, rows_of
from explainer.model.errors import Problem
from explainer.model.system import System

DatedRule = Callable[[System, dt.date], Iterator[Problem]]

_FIRST = dt.date(2000, 1, 1)  # before it no source of these tables could be opened in this way
FRESH = dt.timedelta(days=365)  # after which a number for help is called or opened again
_AHEAD = 1  # years by which a journal may date an issue forward


def latest_day() -> dt.date:
    """The day that it is where the day begins, so that nobody's today lies in the future."""
    return dt.datetime.now(tz=dt.timezone(dt.timedelta(hours=14))).date()


_DONE = {
    "checked_on": "write the day on which it was checked",
    "opened_on": "write the day on which it was opened",
    "searched_on": "write the day of the search",
    "signed_on": "write the day of the signature",
    "read_on": "write the day on which it was read",
}


def days_have_come(system: System, today: dt.date) -> Iterator[Problem]:
    """What was done was done between the year 2000 and today."""
    for row in rows_of(system):
        for column, way_out in _DONE.items():
            day = getattr(row, column, None)
            if day is not None and not _FIRST <= day <= today:
                fault = f"{day} {'is still to come' if day > today else 'is too long ago'}"
                yield problem(system, row, column, fault, way_out)


def sources_were_out_when_they_were_opened(system: System, today: dt.date) -> Iterator[Problem]:
    """Nobody read a source before it was there."""
    for row in system.sources.values():
        if row.year and row.opened_on <= today and row.year > row.opened_on.year + _AHEAD:
            fault = f"{row.opened_on} is before its year, {row.year}"
            yield problem(system, row, "opened_on", fault, "write the day on which it was opened")


def years_have_come(system: System, today: dt.date) -> Iterator[Problem]:
    """What is told as history has happened, and ends no earlier than it begins."""
    for source in system.sources.values():
        if source.year and source.year > today.year + _AHEAD:
            fault = f"{source.year} is still to come"
            yield problem(system, source, "year", fault, "write the year as printed")
    for event in system.events.values():
        last = event.until or event.year
        if max(event.year, last) > today.year:
            fault = f"{max(event.year, last)} is still to come"
            yield problem(system, event, "year", fault, "tell it when it has happened")
        if last < event.year:
            fault = f"it ends in {last}, before it begins in {event.year}"
            yield problem(system, event, "until", fault, "write the last year, or leave it blank")
    yield from _order(system)


def _order(system: System) -> Iterator[Problem]:
    """History is told from its beginning; a year that was mistyped stands out of its order."""
    for before, row in pairwise(system.events.values()):
        if row.year < before.year:
            fault = f"{row.year} stands behind {before.year}"
            yield problem(system, row, "year", fault, "mend the year, or put the row in its place")


def help_was_checked_of_late(system: System, today: dt.date) -> Iterator[Problem]:
    """Each line of help has the day of its last check, within twelve months."""
    way_out = "call it, or open its issuer's page, then write the day"
    for row in system.helplines.values():
        if row.checked_on is None:
            yield problem(system, row, "checked_on", "is blank for a line of help", way_out)
        elif today - row.checked_on > FRESH:
            fault = f"{row.checked_on} is more than twelve months ago"
            yield problem(system, row, "checked_on", fault, way_out)


RULES: tuple[DatedRule, ...] = (
    days_have_come,
    sources_were_out_when_they_were_opened,
    years_have_come,
    help_was_checked_of_late,
)
