"""Grading, progress and the printed sheet: pure, and the same in Python and in the browser."""

import dataclasses
import json
import os
import subprocess
from pathlib import Path

import pytest

import explainer as ex
from copies import Copy
from explainer.learning import quiz
from explainer.voices.phrases import line_of
from lessons.names import ASKING
from nodejs import node as find_node

ROOT = Path(__file__).parents[2]
LESSON = "01_the_bodys_own_opioids"


# Grading


def test_a_right_answer_is_right_and_says_why(small: ex.System) -> None:
    answer = quiz.grade(small, "q1", "q1a")
    assert answer.is_right
    assert answer.feedback == "The row says so."
    assert answer.misconception is None


def test_a_wrong_answer_shows_the_misconception_behind_it(small: ex.System) -> None:
    answer = quiz.grade(small, "q1", "q1b")
    assert not answer.is_right
    assert answer.misconception is small.misconceptions["m_one"]


@pytest.mark.parametrize("option", ["q1a", "q1b"])
def test_an_answer_rests_on_rows_in_words_with_sources(small: ex.System, option: str) -> None:
    (line,) = quiz.grade(small, "q1", option).because
    assert line == line_of(small, small.interactions["dynorphin_a_kappa_1"])
    assert line.sources == ("release2020",)


def test_every_option_of_every_question_is_graded_as_its_row_says(system: ex.System) -> None:
    for option in system.options.values():
        answer = quiz.grade(system, option.question, option.id)
        assert answer.is_right is option.is_answer
        assert answer.feedback == option.feedback
        assert (answer.misconception is None) is option.is_answer
        assert [line.row for line in answer.because] == list(
            system.questions[option.question].because
        )
        assert all(line.sources for line in answer.because)


def test_every_row_behind_an_answer_is_told_in_a_sentence(system: ex.System) -> None:
    rows = {row for question in system.questions.values() for row in question.because}
    short = [line.text for line in quiz.because(system, sorted(rows)) if len(line.text) < 25]
    assert short == []


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("pdyn", "Prodynorphin is cut into: dynorphin A, dynorphin B."),
        ("morphine", "Morphine: agonist; opium alkaloid."),
        ("kappa", "Kappa receptor: Classical opioid receptor."),
        ("said_opioids", "Opioids in general: Used without saying which."),
        ("opioid_drugs", "Opioid drugs, as a group: Opioids studied together."),
    ],
)
def test_a_row_that_has_only_a_name_is_told_by_its_columns(
    small: ex.System, row: str, text: str
) -> None:
    (line,) = quiz.because(small, [row])
    assert line.text == text


def test_an_unknown_question_names_the_nearest(system: ex.System) -> None:
    with pytest.raises(KeyError, match=r"'q1_1x' is not here \(did you mean 'q1_1'"):
        quiz.grade(system, "q1_1x", "q1_1a")


def test_an_option_of_another_question_is_told(system: ex.System) -> None:
    with pytest.raises(ValueError, match="is not an option of") as error:
        quiz.grade(system, "q1_1", "q1_2a")
    assert str(error.value) == (
        "'q1_2a' is not an option of 'q1_1'; use one of: q1_1a, q1_1c, q1_1b"
    )


@pytest.mark.parametrize(
    ("lesson", "told"),
    [
        (
            "01_the_body_own_opioids",
            (
                "'01_the_body_own_opioids' is not a lesson"
                " (did you mean '01_the_bodys_own_opioids'?)"
            ),
        ),
        (
            "zzz",
            "'zzz' is not a lesson; use one of: 01_the_bodys_own_opioids, 02_opioids_from_outside",
        ),
    ],
)
def test_an_unknown_lesson_names_the_nearest(small: ex.System, lesson: str, told: str) -> None:
    for ask in (quiz.questions_of, quiz.as_text, quiz.build):
        with pytest.raises(ValueError, match="is not a lesson") as error:
            ask(small, lesson)  # type: ignore[operator]
        assert str(error.value) == told
    with pytest.raises(ValueError, match="is not a lesson"):
        quiz.progress(small, lesson, {})


# Progress


def test_progress_counts_what_was_answered_and_what_was_right(system: ex.System) -> None:
    first, second, *_ = quiz.questions_of(system, LESSON)
    right = {option.question: option.id for option in system.options.values() if option.is_answer}
    wrong = next(o.id for o in system.options.where(question=second).values() if not o.is_answer)
    progress = quiz.progress(system, LESSON, {first: right[first], second: wrong})
    assert (progress.answered, progress.right, progress.again) == (2, 1, (2,))
    assert str(progress) == "2 of 8 answered, 1 right"


def test_progress_begins_at_nothing(system: ex.System) -> None:
    progress = quiz.progress(system, LESSON, {})
    assert (progress.answered, progress.right, progress.again) == (0, 0, ())
    assert str(progress) == "0 of 8 answered, 0 right"


@pytest.mark.parametrize("chosen", [{"q9": "q9a"}, {"q1": "q9a"}, {"q1": ""}])
def test_ids_that_are_not_known_count_for_nothing(small: ex.System, chosen: dict[str, str]) -> None:
    assert quiz.progress(small, LESSON, chosen) == quiz.progress(small, LESSON, {})


def test_progress_cannot_be_changed(small: ex.System) -> None:
    progress = quiz.progress(small, LESSON, {})
    with pytest.raises(dataclasses.FrozenInstanceError):
        progress.lesson = "another"  # type: ignore[misc]


def test_progress_is_written_down_with_what_was_said(small: ex.System) -> None:
    assert quiz.progress(small, LESSON, {"q1": "q1b"}).as_text() == (
        "Check yourself: The body's own opioids\n"
        "1 of 1 answered, 0 right\n"
        "\n"
        "1. At which receptor is dynorphin A listed?\n"
        "   My answer: At mu itself.\n"
        "   ✗ Not so. No row in these tables says so.\n"
    )
    assert "   (not answered yet)\n" in quiz.progress(small, LESSON, {}).as_text()


# The printed sheet


def test_the_sheet_asks_and_tells_nothing(small: ex.System) -> None:
    assert quiz.as_text(small, LESSON) == (
        "Check yourself: The body's own opioids\n"
        "\n"
        "1. At which receptor is dynorphin A listed?\n"
        "   a) At kappa.\n"
        "   b) At mu itself.\n"
        "   c) At another one.\n"
    )


def test_the_key_tells_what_is_right_and_why(small: ex.System) -> None:
    key = quiz.as_text(small, LESSON, with_answers=True)
    assert "   a) At kappa.\n      ✓ Right. The row says so.\n" in key
    assert "      A common belief: One peptide has one receptor.\n" in key
    assert "   What this rests on:\n   - dynorphin A at kappa receptor" in key
    assert "[release2020]" in key


@pytest.mark.parametrize("lesson", ASKING)
def test_the_sheet_holds_every_question_and_no_answer(system: ex.System, lesson: str) -> None:
    sheet = quiz.as_text(system, lesson)
    for question in quiz.questions_of(system, lesson).values():
        assert question.prompt in sheet
        for option in quiz.options_of(system, question.id).values():
            assert option.text in sheet
            assert option.feedback not in sheet


# What is sent to the browser


def test_what_is_kept_outlives_a_change_of_words(copy: Copy) -> None:
    """Ids keep their meaning: a question that means something else has another."""
    before = quiz.build(ex.load(copy.path), LESSON)["key"]
    assert before == f"opioid-system-explainer/{LESSON}/"
    copy.set("teaching/options.csv", "q1b", text="At delta itself.")
    assert quiz.build(ex.load(copy.path), LESSON)["key"] == before


def test_a_headline_and_its_figure_stand_in_every_form(copy: Copy) -> None:
    copy.set("teaching/questions.csv", "q1", skill="transfer", headline="Tea calms",
             figure="Tea: 3 of 9 felt calm;Water: 9 of 12 felt calm")  # fmt: skip
    system = ex.load(copy.path)
    told = "An invented headline: “Tea calms”"
    (question,) = quiz.build(system, LESSON)["questions"]
    assert question["exhibit"] == [told, "Tea: 3 of 9 felt calm", "Water: 9 of 12 felt calm"]
    assert question["bars"] == [33.3, 75.0]
    lines = f"   {told}\n   Tea: 3 of 9 felt calm\n   Water: 9 of 12 felt calm\n"
    assert lines in quiz.as_text(system, LESSON)
    assert lines in quiz.progress(system, LESSON, {}).as_text()


def test_a_first_try_is_kept_beside_the_last(small: ex.System) -> None:
    mended = quiz.progress(small, LESSON, {"q1": "q1a"}, {"q1": "q1b"})
    assert (mended.right, mended.right_at_first) == (1, 0)
    assert "Right at the first try: 0 of 1.\n" in mended.as_text()
    assert "   My first try: At mu itself.\n   My answer: At kappa.\n" in mended.as_text()
    once = quiz.progress(small, LESSON, {"q1": "q1a"}, {"q1": "q1a"})
    assert "Right at the first try: 1 of 1.\n" in once.as_text()
    assert "My first try" not in once.as_text()


def test_all_that_is_sent_is_plain_data_and_small(system: ex.System) -> None:
    for lesson in ASKING:
        packed = json.dumps(quiz.build(system, lesson))
        assert len(packed) < 60_000
        assert json.loads(packed) == quiz.build(system, lesson)


def test_the_browser_decides_as_python_does(system: ex.System, tmp_path: Path) -> None:
    """Run tests/js/quiz.test.js on each lesson, with Python's own answers to compare with."""
    node = find_node()
    cases = []
    for lesson in ASKING:
        questions = list(quiz.questions_of(system, lesson))
        for pick in (0, 1, 2, -1):
            options = {q: list(quiz.options_of(system, q))[pick] for q in questions}
            for count in (0, 1, len(questions) // 2, len(questions)):
                chosen = dict(list(options.items())[:count])
                for first in ({}, dict.fromkeys(chosen, ""), chosen, {**options, "gone": "x"}):
                    progress = quiz.progress(system, lesson, chosen, first)
                    tally = [progress.answered, progress.right, list(progress.again)]
                    told = [str(progress), progress.as_text()]
                    cases.append([lesson, chosen, tally, *told, first])
    data = tmp_path / "quiz.json"
    built = {lesson: quiz.build(system, lesson) for lesson in ASKING}
    data.write_text(json.dumps({"lessons": built, "cases": cases}), encoding="utf-8")
    done = subprocess.run(
        [node, "--test", "--test-reporter=spec", str(ROOT / "tests" / "js" / "quiz.test.js")],
        env={**os.environ, "QUIZ_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
