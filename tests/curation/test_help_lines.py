"""Lines of help: none is lost, none is old, and each can be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import rules
from explainer.curation.rules import help_lines
from explainer.curation.rules.help_lines import LEAST
from explainer.model.schema import Helpline
from explainer.model.table import Table

TODAY = dt.date(2026, 11, 27)
HELP = "helplines.csv"


def missed(system: ex.System, rows: Iterable[Helpline]) -> list[str]:
    """Say what is missed where these lines alone are left."""
    left = replace(system, helplines=Table(rows, name="data/helplines.csv"))
    return [str(problem) for problem in help_lines.help_is_there(left)]


def told(copy: Copy, today: dt.date = TODAY) -> list[str]:
    found = rules.check(ex.load(copy.path), today)
    return [str(problem) for problem in found if problem.file.endswith(HELP)]


def test_each_line_of_today_is_guarded(system: ex.System) -> None:
    """A line that came in is counted from then on: raise LEAST in rules/help_lines.py."""
    counted: dict[str, dict[str, int]] = {}
    for row in system.helplines.values():
        for country in row.country.split(" and "):
            kinds = counted.setdefault(country, {})
            kinds[row.kind] = kinds.get(row.kind, 0) + 1
    assert counted == {country: dict(kinds) for country, kinds in LEAST.items()}


def test_any_line_that_is_lost_is_named_with_its_country(system: ex.System) -> None:
    lines = list(system.helplines.values())
    for lost in lines:
        faults = missed(system, [line for line in lines if line is not lost])
        assert len(faults) == len(lost.country.split(" and ")), lost.id
        for name, fault in zip(sorted(lost.country.split(" and ")), sorted(faults), strict=True):
            assert f" {name}: " in fault, lost.id
            assert f"{lost.kind!r}" in fault, lost.id


def test_an_emptied_table_is_told_once(copy: Copy) -> None:
    copy.keep(HELP)
    assert told(copy) == [
        "data/helplines.csv: no line of help is left (restore its lines: every page leads to them)"
    ]


@pytest.mark.parametrize("country", sorted(LEAST))
def test_a_country_that_is_lost_whole_is_named(system: ex.System, country: str) -> None:
    lines = system.helplines.values()
    left = [line for line in lines if country not in line.country.split(" and ")]
    assert any(f" {country}: 0 of " in fault for fault in missed(system, left))


def test_tables_for_another_country_have_lines_of_their_own(copy: Copy) -> None:
    copy.set(HELP, "talk_line", country="Iceland")
    assert told(copy) == []


@pytest.mark.parametrize(
    "contact",
    ["call 116 123", "call or text 988", "text HELLO to 50808", "chat at 988lifeline.org",
     "findahelpline.com", "call 112 or 999", "call +49 800 111 0 111", "call 1-800-662-4357",
     "call 988 and press 2, or text AYUDA to 988", "call 111 and choose the mental health option",
     "call 000", "text 741741"],
)  # fmt: skip
def test_a_contact_that_can_be_used_stands(copy: Copy, contact: str) -> None:
    copy.set(HELP, "talk_line", contact=contact)
    assert told(copy) == []


@pytest.mark.parametrize(
    "contact",
    ["000", "javascript:1", "call", "call 1-900-SCAM", "call me", "116 123 now", "call 12",
     "call 1234567890123456", "text to 50808", "chat at localhost", "http://x", "call 116;123",
     "call <b>988</b>", "call １１６", "Call 988.", "call ١١٦", "mailto:a@example.org"],
)  # fmt: skip
def test_a_contact_that_cannot_be_used_is_told(copy: Copy, contact: str) -> None:
    copy.set(HELP, "talk_line", contact=contact)
    assert any(": contact: " in fault for fault in told(copy))


@pytest.mark.parametrize(
    "contact", ["call 1-900-555-0000", "call 900-555-0000", "call 1 976 555 1234"]
)
def test_a_number_that_costs_the_caller_is_told(copy: Copy, contact: str) -> None:
    copy.set(HELP, "talk_line", contact=contact)
    (fault,) = told(copy)
    assert "is a number that costs the caller" in fault


@pytest.mark.parametrize("country", ["call 1-900-SCAM", "988", "US!", "<b>", "United  States"])
def test_a_country_is_named_in_letters(copy: Copy, country: str) -> None:
    copy.set(HELP, "talk_line", country=country)
    assert any(": country: " in fault for fault in told(copy))


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        ("2026-11-27", ""),
        ("2025-11-27", ""),
        ("2025-11-26", "2025-11-26 is more than twelve months ago"),
        ("2026-11-28", "2026-11-28 is still to come"),
        ("1999-12-31", "1999-12-31 is too long ago"),
        ("", "is blank for a line of help"),
    ],
)
def test_a_line_was_checked_within_twelve_months(copy: Copy, day: str, fault: str) -> None:
    copy.set(HELP, "talk_line", checked_on=day)
    faults = told(copy)
    assert any(fault in one for one in faults) if fault else faults == []


def test_what_to_do_in_an_emergency_is_no_fault_in_its_place_alone(copy: Copy) -> None:
    advice = "Stop taking it. Give 4 mg by nasal spray, twice a day. You should ask your doctor."
    copy.set(HELP, "talk_line", note=advice)
    assert told(copy) == []
    copy.set(HELP, "talk_line", note="For addicts.")
    assert [fault.split(": ")[2] for fault in told(copy)] == ["'addicts' (write"]
    copy.set("pharmacology/ligands.csv", "morphine", note=advice)
    assert len(rules.check(ex.load(copy.path), TODAY)) == 3
