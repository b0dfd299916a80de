"""The case book as the kernel has it: a real widget, no browser."""

import json
import re
from collections.abc import Iterator

import anywidget
import pytest

import explainer as ex
from explainer.learning import casebook
from explainer.widgets import CaseBook, bundle, twins

LESSON = "01_the_bodys_own_opioids"


@pytest.fixture
def made(small: ex.System) -> Iterator[CaseBook]:
    one = CaseBook(small, LESSON)
    yield one
    one.close()


def test_the_browser_gets_what_python_decided(small: ex.System, made: CaseBook) -> None:
    assert made.data == casebook.build(small, LESSON)


def test_nothing_comes_back_to_the_kernel_so_that_no_notebook_keeps_it(made: CaseBook) -> None:
    assert set(made.keys) - set(anywidget.AnyWidget().keys) <= {"_script", "data"}
    assert not re.search(r"model\.(?:set|save_changes|send)\(", _own_script())


def test_what_is_asked_does_not_say_which_answer_is_right(system: ex.System) -> None:
    sent = json.dumps(casebook.build(system))
    for option in system.options.values():
        assert option.feedback not in sent
    assert "misconception" not in sent
    assert '"right"' not in sent


def test_lines_say_what_belongs_in_them_and_what_does_not() -> None:
    assert "reason from the findings" in casebook.LIMIT
    assert "Not about yourself" in casebook.LIMIT
    assert _own_script().count("words.limit") >= 2


def test_an_unknown_lesson_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="did you mean '01_the_bodys_own_opioids'"):
        CaseBook(small, "01_the_body_own_opioids")
    with pytest.raises(TypeError, match="lesson=3 is no word"):
        CaseBook(small, 3)  # type: ignore[arg-type]


@pytest.mark.parametrize("lesson", ["", LESSON])
def test_on_paper_there_is_room_to_write(small: ex.System, lesson: str) -> None:
    twin = twins.of_casebook(small, lesson)
    for text in twin.values():
        assert casebook.LIMIT in text.replace("\\", "")
        assert "____" in text.replace("\\", "")


def test_each_lesson_can_have_a_line(system: ex.System) -> None:
    known = casebook.lessons(system)
    assert all(title[0].isupper() and "_" not in title for title in known.values())
    *_, last = system.lessons  # it has the sentence
    assert {row.lesson for row in system.predictions.values()} <= {*known, last}


def test_an_old_name_of_a_lesson_leads_to_the_one_in_its_place(small: ex.System) -> None:
    (last,) = small.lessons.where(was="01_old_name").values()
    assert casebook.build(small)["lessons"]["01_old_name"] == last.title


def _own_script() -> str:
    return "".join(path.read_text("utf-8") for path in (bundle.STATIC / "casebook").glob("*.js"))


def test_every_word_that_the_script_says_is_pythons(system: ex.System) -> None:
    script = _own_script()
    assert set(re.findall(r"\bwords\.(\w+)", script)) <= set(casebook.WORDS)
    words = set(re.findall(r"[a-z][a-z0-9_]+", script.lower()))
    tables = ("receptors", "peptides", "precursors", "ligands", "questions", "terms")
    assert {row for table in tables for row in system.tables[table] if row in words} == set()


def test_the_script_is_whole_and_asks_nobody() -> None:
    script = bundle.script("casebook/index.js")
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|import|eval)\s*\(", script)
    assert "innerHTML" not in script
    sheet = (bundle.STATIC / "casebook/casebook.css").read_text("utf-8")
    sizes = re.findall(r"font-size: ([\d.]+)px", sheet)
    assert min(map(float, sizes)) >= 14
