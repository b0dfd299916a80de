"""Rules of help: no line is lost, and each is written so that a person can use it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem, shown
from explainer.model.schema import Helpline
from explainer.model.schema.vocabularies import HelpKind
from explainer.model.system import System

# How many lines of each kind stand for each country. A line more is raised here as well; a line
# less is a fault, since no page would look different for want of it.
LEAST: Mapping[str, Mapping[HelpKind, int]] = {
    "Australia": {"what to do": 1, "emergency number": 1, "crisis line": 2, "poison line": 1},
    "Austria": {"crisis line": 1},
    "Belgium": {"crisis line": 1},
    "Canada": {"what to do": 1, "emergency number": 1, "crisis line": 2, "poison line": 2},
    "European Union": {"emergency number": 1},
    "Finland": {"crisis line": 1},
    "France": {"crisis line": 1},
    "Germany": {"crisis line": 1},
    "Hong Kong": {"crisis line": 1},
    "India": {"emergency number": 1, "crisis line": 1},
    "International": {"what to do": 1, "finder": 2},
    "Ireland": {"what to do": 1, "emergency number": 1, "crisis line": 3},
    "Kenya": {"crisis line": 1},
    "Netherlands": {"crisis line": 1},
    "New Zealand": {"emergency number": 1, "crisis line": 1, "treatment line": 1,
        "poison line": 1},
    "Philippines": {"crisis line": 1},
    "South Africa": {"crisis line": 1, "treatment line": 1, "poison line": 1},
    "South Korea": {"crisis line": 1},
    "Switzerland": {"crisis line": 1},
    "United Kingdom": {"what to do": 1, "emergency number": 1, "crisis line": 4},
    "United States": {"what to do": 2, "emergency number": 1, "crisis line": 4,
        "treatment line": 1, "poison line": 1},
}  # fmt: skip

_NUMBER = r"\+?[0-9](?:[ -]?[0-9]){2,14}"
_NUMBERS = rf"{_NUMBER}(?: or {_NUMBER})*"
_HOST = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
_CONTACT = re.compile(
    rf"(?:call|text|call or text) {_NUMBERS}(?: and (?:press [0-9]|choose [a-z ]+))?"
    rf"(?:,? or (?:call|text)(?: [A-Z]+ to)? {_NUMBERS})?"
    rf"|call an ambulance|text [A-Z]+ to {_NUMBERS}|(?:chat at )?{_HOST}(?:/[\w./-]*)?"
)
_COSTLY = re.compile(r"\b1?[ -]?9(?:00|76)[ -][0-9]{3}[ -]?[0-9]{4}\b|\b0(?:90[0-69]|19[08])\b")
_COUNTRY = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")


def help_is_there(system: System) -> Iterator[Problem]:
    """Each country has at least the lines of each kind that these pages have shown for it."""
    lines = list(system.helplines.values())
    if not lines:
        way_out = "restore its lines: every page leads to them"
        yield Problem(*_place(system), "", "no line of help is left", way_out)
        return
    if not any(_answers_in(row, country) for row in lines for country in LEAST):
        return  # tables for another country, which has its own lines
    for country, kinds in LEAST.items():
        for kind, least in kinds.items():
            found = sum(row.kind == kind and _answers_in(row, country) for row in lines)
            if found < least:
                fault = f"{country}: {found} of {least} lines of the kind {kind!r}"
                way_out = "restore the line, or put another in its place"
                yield Problem(*_place(system), "", fault, way_out)


def _answers_in(row: Helpline, country: str) -> bool:
    return country in row.country.split(" and ")


def _place(system: System) -> tuple[str, int]:
    return system.helplines.place_of("")


def help_can_be_reached(system: System) -> Iterator[Problem]:
    """A contact says how: a number to call or text, or an address; and none that costs more."""
    for row in system.helplines.values():
        if not _CONTACT.fullmatch(row.contact):
            way_out = "write it as 'call 116 123', 'text HELLO to 50808' or 'chat at example.org'"
            yield problem(system, row, "contact", f"{shown(row.contact)} cannot be used", way_out)
        elif found := _COSTLY.search(row.contact):
            fault = f"{shown(found[0])} is a number that costs the caller"
            yield problem(system, row, "contact", fault, "give a number that is free or plain")


def help_names_its_country(system: System) -> Iterator[Problem]:
    """A country is named in letters, since readers look for theirs."""
    for row in system.helplines.values():
        if not _COUNTRY.fullmatch(row.country):
            fault = f"{shown(row.country)} is no country"
            yield problem(system, row, "country", fault, "name it, or write International")


RULES: tuple[Rule, ...] = (help_is_there, help_can_be_reached, help_names_its_country)
