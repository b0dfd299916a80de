"""A lesson's cells are short, and each of its objectives is exercised."""

import explainer as ex
from explainer import lessons
from explainer.lessons import Cell, Lesson
from lessons.pages_made import GOALS, lesson


def told(system: ex.System, made: Lesson, words: str) -> list[str]:
    return [str(p) for p in lessons.check(system, made) if words in str(p)]


def exercised(*numbers: int) -> Lesson:
    cells = [Cell(n + 1, "markdown", "Try.", exercise=(n,)) for n in numbers]
    return Lesson("00_made_up", (Cell(1, "markdown", GOALS), *cells))


def test_a_cell_of_eight_lines_passes(small: ex.System) -> None:
    assert told(small, lesson(code=("1\n" * 8,)), "the code has") == []


def test_a_cell_of_nine_lines_is_told(small: ex.System) -> None:
    assert told(small, lesson("Text.", code=("1\n" * 9,)), "the code has") == [
        (
            "notebooks/00_made_up.ipynb: cell 2: the code has 9 lines, 8 at most "
            "(part it, or move what it does into the package)"
        )
    ]


def test_a_lesson_that_exercises_all_its_objectives_passes(small: ex.System) -> None:
    assert told(small, exercised(1, 2), "objective") == []


def test_an_objective_without_an_exercise_is_told(small: ex.System) -> None:
    assert told(small, exercised(1), "objective") == [
        (
            "notebooks/00_made_up.ipynb: nothing exercises objective 2, 'read a range' "
            "(give a cell the metadata explainer.exercise = [2], or drop it)"
        )
    ]


def test_an_exercise_for_no_objective_is_told(small: ex.System) -> None:
    assert told(small, exercised(1, 2, 3), "objective") == [
        (
            "notebooks/00_made_up.ipynb: cell 4: an exercise for objective 3, which is none "
            "(the lesson's objectives are 1 to 2)"
        )
    ]


def test_a_lesson_without_objectives_is_told(small: ex.System) -> None:
    (fault,) = told(small, lesson("Text."), "no objectives")
    assert fault.endswith("(add a cell '**You will be able to**' with a numbered list)")


def test_all_rules_are_run_at_once(small: ex.System) -> None:
    made = lesson("Kappa acts. An agonist does.", code=("1\n" * 9,))
    faults = [problem.fault for problem in lessons.check(small, made)]
    for words in ("9 lines", "no objectives", "how long", "names no row", "is not linked"):
        assert any(words in fault for fault in faults), words
