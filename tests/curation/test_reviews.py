"""What is due to be looked at again, by its day; and signatures that nobody has given."""

import datetime as dt

import pytest

import explainer as ex
from copies import Copy
from explainer.__main__ import main
from explainer.curation import reviews, rules

TODAY = dt.date(2026, 11, 27)
EFFECTS = "pharmacology/effects.csv"
SIGNATURES = "signatures.csv"


def due(copy: Copy, day: dt.date = TODAY) -> list[str]:
    return [str(problem) for problem in reviews.due(ex.load(copy.path), day)]


def fresh(copy: Copy) -> None:
    copy.set("searches.csv", "q_mood", searched_on="2026-11-01")
    copy.set(EFFECTS, "e3", checked_on="2026-11-01")
    copy.set("helplines.csv", "talk_line", checked_on="2026-11-01")


def test_nothing_is_due_that_was_done_of_late(copy: Copy) -> None:
    fresh(copy)
    assert due(copy) == []


@pytest.mark.parametrize(
    ("table", "row", "column", "last"),
    [
        ("searches.csv", "q_mood", "searched_on", dt.date(2026, 8, 27)),
        (EFFECTS, "e3", "checked_on", dt.date(2026, 5, 31)),
        ("helplines.csv", "talk_line", "checked_on", dt.date(2025, 11, 27)),
    ],
)
def test_each_is_due_on_the_day_after_its_time(
    copy: Copy, table: str, row: str, column: str, last: dt.date
) -> None:
    fresh(copy)
    copy.set(table, row, **{column: str(last)})
    assert due(copy) == []
    copy.set(table, row, **{column: str(last - dt.timedelta(days=1))})
    (said,) = due(copy)
    assert f"{column}: {last - dt.timedelta(days=1)} is " in said


def test_news_that_nobody_looked_at_again_is_due(copy: Copy) -> None:
    fresh(copy)
    copy.set(EFFECTS, "e3", checked_on="")
    (said,) = due(copy)
    assert said.startswith(f"data/{EFFECTS}:4: checked_on: was never looked at again (look for")


def test_a_study_is_not_due_as_news_is(copy: Copy) -> None:
    fresh(copy)
    copy.set(EFFECTS, "e2", checked_on="2020-01-01")
    assert due(copy) == []


def test_an_event_is_due_where_news_alone_tells_it(copy: Copy) -> None:
    fresh(copy)
    (event,) = ex.load(copy.path).events
    copy.set("pharmacology/events.csv", event, sources="brief2003", checked_on="2026-01-01")
    (said,) = due(copy)
    assert "pharmacology/events.csv:2: checked_on: 2026-01-01 is 330 days ago, more than" in said


def test_the_command_lists_what_is_due_on_a_day(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh(copy)
    assert main(["--data", str(copy.path), "due", "--on", "2027-03-01"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "data/searches.csv:2: searched_on: 2026-11-01 is 120 days ago" in said[0]
    assert said[-1] == "Due on 2027-03-01: 1. No pharmacologist has signed these tables."


def test_no_program_signs_as_an_expert(system: ex.System) -> None:
    assert {row.role for row in system.signatures.values()} == {"pharmacologist", "psychiatrist"}
    assert not any(row.name or row.orcid or row.signed_on for row in system.signatures.values())


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path), TODAY)]


def test_a_signature_is_whole(copy: Copy) -> None:
    whole = {"name": "Ada Roe", "orcid": "0000-0002-1825-0097", "signed_on": "2026-11-02"}
    copy.set(SIGNATURES, "signed_pharmacology", **whole, note="Read in full.")
    assert told(copy) == []
    copy.set(SIGNATURES, "signed_pharmacology", orcid="")
    (said,) = told(copy)
    assert "orcid: is blank, in a signature of which the rest is given" in said
