"""The legend: every sign with its word, none on another, all in its room."""

from itertools import combinations
from typing import Any

import pytest

import explainer as ex
from explainer.drawing import legend, theme
from explainer.drawing.geometry import FORMS, Box
from explainer.drawing.layout import arrange

LETTER = 6.2  # average advance of 12 px text in the usual sans-serif faces
EDGE = 4  # the drawing's frame is this much wider than the page
each_form = pytest.mark.parametrize("form", FORMS)


def all_looks(system: ex.System) -> set[tuple[str, str]]:
    """Give each look with each sign of what was done that rows of the real tables need."""
    acts = {(theme.family_of(row), "") for row in system.interactions.values()}
    signs = theme.PERTURBATIONS
    found = {(row.direction, signs[row.perturbation].sign) for row in system.effects.values()}
    return acts | found | {(claim.direction or "", "") for claim in system.claims.values()}


def placed(entry: list[Any]) -> Box:
    """Give the room that an entry takes: a bold title, or a sign with its word."""
    table, _, x, y, word = entry
    if not table:
        return Box(x, y - 9, 1.1 * LETTER * len(word), 11)
    return Box(x, y - 7, 26 + LETTER * len(word), 14)


@each_form
def test_every_sign_and_word_stays_in_its_room(system: ex.System, form: str) -> None:
    room = arrange(system.graph, FORMS[form]).legend
    for entry in legend.entries(room, all_looks(system)):
        box = placed(entry)
        assert room.x <= box.x, entry
        assert room.y <= box.y, entry
        assert box.right <= room.right + EDGE, entry
        assert box.bottom <= room.bottom, entry


@each_form
def test_no_entry_stands_on_another(system: ex.System, form: str) -> None:
    entries = legend.entries(arrange(system.graph, FORMS[form]).legend, all_looks(system))
    boxes = [(entry, placed(entry)) for entry in entries]
    assert [(a[0], b[0]) for a, b in combinations(boxes, 2) if a[1].overlaps(b[1])] == []


@each_form
def test_all_that_is_possible_fits_too(form: str) -> None:
    room = Box(0, 100, FORMS[form].width, 150.0 * (4.6 if FORMS[form].is_stacked else 1))
    used = {(name, sign) for name in [*theme.FAMILIES, *theme.DIRECTIONS] for sign in "+−○"}
    entries = legend.entries(room, used)
    boxes = [placed(entry) for entry in entries]
    assert max(box.bottom for box in boxes) <= room.bottom
    assert max(box.right for box in boxes) <= room.right + EDGE
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))


def test_each_sign_is_explained_once(system: ex.System) -> None:
    entries = legend.entries(Box(0, 0, 1000, 150), all_looks(system))
    signs = [(table, name) for table, name, *_ in entries if table]
    assert len(set(signs)) == len(signs)
    titles = [word for table, *_, word in entries if not table]
    assert titles == [
        "What it is", "What a molecule does", "Which way it went", "Who speaks of it",
        "Who says it", "What was done",
    ]  # fmt: skip


def test_only_looks_that_rows_need_are_explained() -> None:
    entries = legend.entries(Box(0, 0, 1000, 150), {("blocks", ""), ("improves", "+")})
    told = {(table, name) for table, name, *_ in entries}
    assert {name for table, name in told if table == "family"} == {"blocks"}
    assert {name for table, name in told if table == "direction"} == {"improves"}


def test_a_group_that_no_row_needs_has_no_title() -> None:
    titles = [word for table, *_, word in legend.entries(Box(0, 0, 1000, 150), set()) if not table]
    assert titles == ["What it is", "Who speaks of it", "Who says it", "What was done"]


def test_each_word_is_that_of_the_one_table() -> None:
    looks = legend.looks()
    for table, name, _, _, word in legend.entries(Box(0, 0, 1000, 150), {("blocks", "")}):
        if table:
            assert looks[table][name][0] == word


def test_looks_hold_word_and_sign_of_every_table() -> None:
    looks = legend.looks()
    assert looks["family"]["blocks"] == ["blocks", "bar"]
    assert looks["standing"]["contradict"] == ["they contradict", "L/R"]
    assert looks["done"] == {
        "+": ["activated, given, taken", "+"],
        "−": ["blocked, absent, stopped", "−"],
        "○": ["measured", "○"],
    }
    assert looks["differs"] == {"fork": ["rows that differ", "fork"]}
    assert set(looks) == {"kind", "voice", "family", "direction", "standing", "done", "differs"}
