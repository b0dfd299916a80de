"""Where help is: what to do first, the number before the name, every word escaped."""

from __future__ import annotations

import datetime as dt
import re
from html import escape

import explainer as ex
from copies import Copy
from explainer import lessons

HELP = "helplines.csv"
LINE = "{id},doe2001,tester,2026-01-03,{contact},{name},Everywhere,{kind},{languages},{web},A note."


def add(copy: Copy, **cells: str) -> None:
    plain = {"id": "x", "contact": "call 1", "name": "X", "languages": "", "web": ""}
    copy.add(HELP, LINE.format(**plain | {"kind": "finder"} | cells))


def test_what_to_do_stands_before_whom_to_reach(copy: Copy) -> None:
    add(copy, id="x", kind="what to do", name="If someone may have had an overdose")
    told = repr(lessons.where_help_is(ex.load(copy.path)))
    assert told.splitlines()[:2] == [
        "If someone may have had an overdose", "- Everywhere: call 1. A note."
    ]  # fmt: skip
    assert "- Everywhere: call 123 (Someone to talk to). Free, day and night." in told


def test_a_table_has_the_number_before_the_name_and_its_link(copy: Copy) -> None:
    add(copy, name="Line", web="https://example.org/help", languages="English;Spanish")
    page = lessons.where_help_is(ex.load(copy.path))._repr_html_()
    assert page.index(">call 1</strong>") < page.index(">Line</a>")
    assert '<a href="https://example.org/help">Line</a>. A note. In English, Spanish.' in page


def test_words_are_no_markup(copy: Copy) -> None:
    add(copy, name="<script>x</script>", contact="<b>1</b>")
    page = lessons.where_help_is(ex.load(copy.path))._repr_html_()
    assert "<script" not in page
    assert "<b>" not in page


def test_it_says_when_the_oldest_was_held_against_its_page(copy: Copy) -> None:
    add(copy)
    told = repr(lessons.where_help_is(ex.load(copy.path)))
    assert "on 02 January 2026 or later" in told


def test_without_lines_nothing_is_dated(copy: Copy) -> None:
    copy.swap(HELP, (copy.path / HELP).read_bytes().splitlines(keepends=True)[1], b"")
    assert repr(lessons.where_help_is(ex.load(copy.path))) == ""


def test_help_is_there_for_those_who_read_these_pages(system: ex.System) -> None:
    lines = system.helplines.values()
    kinds = {(line.country, line.kind) for line in lines}
    for country in ("United States", "Canada", "United Kingdom", "Ireland", "Australia", "India"):
        assert (country, "emergency number") in kinds
        assert (country, "crisis line") in kinds
    assert ("International", "finder") in kinds
    assert sum(line.kind == "what to do" for line in lines) > 2
    assert any("Spanish" in line.languages for line in lines)
    assert any("chat" in line.contact for line in lines)
    assert all(line.checked_on and line.checked_on > dt.date(2026, 1, 1) for line in lines)


def test_each_line_of_help_begins_with_whom_to_reach(system: ex.System) -> None:
    told = lessons.where_help_is(system)._repr_markdown_()
    lines = [line for line in told.splitlines() if line.startswith("|")]
    heads = [line for line in lines if "who answers" in line]
    assert heads
    assert all(head.startswith("| whom to reach |") for head in heads)
    told_rows = [line for line in lines if line not in heads and "---" not in line]
    assert len(told_rows) == len(system.helplines)
    countries = {row.country for row in system.helplines.values()}
    assert {line.split(" | ")[1] for line in told_rows} == countries


def test_on_paper_a_short_card_stands_first_and_a_list_holds_every_line(system: ex.System) -> None:
    page = lessons.where_help_is(system)._repr_html_()
    _, card, whole = re.split(r'<div class="explainer-paper help-(?:card|list)" hidden>', page)
    rows = list(system.helplines.values())
    for row in rows:
        assert f"<strong>{escape(row.contact)}" in whole or f"{row.country}: " in whole
        if row.kind in {"finder", "emergency number"} or row.country == "International":
            assert escape(row.contact) in card
        if row.kind == "what to do":
            assert escape(row.note) in whole
    left = len(rows) - card.count("<strong>")
    assert f"{left} more lines of help stand on the last page." in card
    assert 0 < left < len(rows)
