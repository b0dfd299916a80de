"""The quiz as the kernel has it: a real widget, no browser."""

import re
from collections.abc import Iterator

import pytest
import traitlets

import explainer as ex
from explainer.learning import quiz
from explainer.widgets import Quiz, bundle
from lessons.names import ASKING

LESSON = "01_the_bodys_own_opioids"


@pytest.fixture
def small_quiz(small: ex.System) -> Iterator[Quiz]:
    made = Quiz(small, lesson=LESSON)
    yield made
    made.close()


def test_the_browser_gets_what_python_decided(small: ex.System, small_quiz: Quiz) -> None:
    assert small_quiz.data == quiz.build(small, LESSON)
    assert small_quiz.answers == {}


def test_a_quiz_begins_with_the_first_lesson(small: ex.System) -> None:
    made = Quiz(small)
    assert made.lesson == LESSON
    made.close()


def test_an_unknown_lesson_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="did you mean '02_opioids_from_outside'"):
        Quiz(small, lesson="02_opioids_outside")


def test_an_answer_from_the_browser_is_progress(small_quiz: Quiz) -> None:
    small_quiz.set_state({"answers": {"q1": "q1a"}})
    assert (small_quiz.progress.answered, small_quiz.progress.right) == (1, 1)
    small_quiz.set_state({"answers": {"q1": "q1b"}})
    assert (small_quiz.progress.answered, small_quiz.progress.right) == (1, 0)
    small_quiz.set_state({"answers": {}})
    assert str(small_quiz.progress) == "0 of 1 answered, 0 right"


def test_an_answer_of_another_edition_counts_for_nothing(small_quiz: Quiz) -> None:
    small_quiz.set_state({"answers": {"q1": "gone", "gone": "q1a"}})
    assert small_quiz.progress.answered == 0


def test_an_answer_is_two_ids(small_quiz: Quiz) -> None:
    with pytest.raises(traitlets.TraitError):
        small_quiz.answers = {"q1": 3}


def test_only_the_answers_come_back_and_they_are_not_echoed(small_quiz: Quiz) -> None:
    assert small_quiz.trait_metadata("answers", "sync")
    assert small_quiz.trait_metadata("answers", "echo_update") is False
    assert not small_quiz.has_trait("progress")


@pytest.mark.parametrize("lesson", ASKING)
def test_a_quiz_can_be_made_for_every_lesson(system: ex.System, lesson: str) -> None:
    made = Quiz(system, lesson=lesson)
    assert made.progress.answered == 0
    assert len(made.data["questions"]) >= 2
    made.close()


def test_a_lesson_without_questions_says_so(small: ex.System) -> None:
    made = Quiz(small, lesson="02_opioids_from_outside")
    assert made.data["questions"] == []
    assert made.data["words"]["none"] == "There are no questions for this lesson."
    assert str(made.progress) == "0 of 0 answered, 0 right"
    made.close()


# What runs in the browser


@pytest.mark.parametrize("name", ["quiz", "glossary"])
def test_the_script_is_whole_and_asks_nobody(name: str) -> None:
    script = bundle.script(f"{name}/index.js")
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|import)\s*\(", script)
    assert "innerHTML" not in script
    assert set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", script)) == set()


@pytest.mark.parametrize("name", ["quiz", "glossary"])
def test_styles_bring_their_own_colours_and_touch_nothing_else(name: str) -> None:
    styles = bundle.styles(f"{name}/{name}.css", f"explainer-{name}")
    assert f".explainer-{name}{{--" in styles
    assert ".explainer{" not in styles
    assert "@import" not in styles
    assert "url(" not in styles


@pytest.mark.parametrize("name", ["quiz", "glossary"])
def test_no_text_is_smaller_than_14_pixels(name: str) -> None:
    styles = (bundle.STATIC / f"{name}/{name}.css").read_text(encoding="utf-8")
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)px", styles)]
    assert sizes
    assert min(sizes) >= 14


def own_script() -> str:
    """Give the quiz's own modules, as they are written."""
    return "".join(path.read_text("utf-8") for path in (bundle.STATIC / "quiz").glob("*.js"))


def test_every_word_that_the_script_says_is_pythons(system: ex.System) -> None:
    script = own_script()
    named = set(re.findall(r"\bwords\.(\w+)", script))
    assert named <= set(quiz.WORDS)
    assert {"right", "wrong", "open"} <= set(quiz.WORDS)  # these three are looked up by name
    words = set(re.findall(r"[a-z][a-z0-9_]+", script.lower()))
    tables = ("receptors", "peptides", "precursors", "ligands", "questions", "terms")
    assert {row for table in tables for row in system.tables[table] if row in words} == set()


def test_every_trait_that_the_script_reads_is_sent(small_quiz: Quiz) -> None:
    script = own_script()
    read = set(re.findall(r"model\.[gs]et\(\"(\w+)\"", script))
    assert read == {"data", "answers", "first"}
    assert read <= set(small_quiz.keys)
