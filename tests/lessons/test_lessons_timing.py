"""A lesson keeps the time it says."""

import pytest

import explainer as ex
from explainer.lessons.timing import keeps_its_time, minutes
from lessons.pages_made import lesson

FIRST = "01_the_bodys_own_opioids"  # the small tables have one question on it


def faults(system: ex.System, *texts: str, **more: object) -> list[str]:
    return [f.fault for f in keeps_its_time(system, lesson(*texts, **more))]


def test_words_guesses_pictures_sentences_and_questions_take_their_time(small: ex.System) -> None:
    code = ("1", 'widgets.Prediction(system, "p1")', "widgets.Explorer(system)")
    made = lesson("word " * 359 + "**Explain:**", name=FIRST, code=code)
    assert minutes(small, made) == pytest.approx(2 + 0.25 + 1 + 2 + 1 + 0.65)


def test_a_map_to_draw_is_a_picture_and_two_questions_are_enough(system: ex.System) -> None:
    assert minutes(system, lesson(code=("widgets.BuildMap(system)",))) == pytest.approx(2)
    assert len(system.questions.where(lesson="00_start_here", form=None)) > 2
    assert minutes(system, lesson(name="00_start_here")) == pytest.approx(2 * 0.65)


def test_a_fold_that_goes_deeper_takes_no_time(small: ex.System) -> None:
    made = lesson('<details class="deeper"><summary>More</summary>' + "word " * 900 + "</details>")
    assert minutes(small, made) == 0


def test_what_is_not_read_takes_no_time(small: ex.System) -> None:
    made = lesson("<!-- rows: e1 -->" * 50 + "[](far/away.ipynb)" * 50 + "`x = 1`" * 50)
    assert minutes(small, made) == 0


def test_a_lesson_within_its_time_passes(small: ex.System) -> None:
    assert faults(small, "**Time:** 10 minutes.", "word " * 1700) == []


def test_a_lesson_over_its_time_is_told(small: ex.System) -> None:
    assert faults(small, "**Time:** 10 minutes.", "word " * 2000) == [
        "it takes about 12 minutes and says 10"
    ]


def test_a_lesson_over_fifteen_minutes_is_told_whatever_it_says(small: ex.System) -> None:
    assert faults(small, "**Time:** 30 minutes.", "word " * 4000) == [
        "it takes about 23 minutes, 15 at most"
    ]


def test_a_lesson_without_a_time_is_told(small: ex.System) -> None:
    assert faults(small, "word") == ["it does not say how long it takes"]
