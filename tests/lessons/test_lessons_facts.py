"""What a lesson says of the world stands on rows."""

import pytest

import explainer as ex
from explainer import lessons
from explainer.lessons.evidence import faults_of
from lessons.pages_made import lesson


def told(system: ex.System, text: str) -> list[str]:
    return [f"{fault} ({way_out})" for fault, way_out in faults_of(system, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Morphine binds mu at 8.5 to 9.2.\n\n<!-- rows: morphine_mu_1 -->",
        "A study of twenty mice.\n\n<!-- rows: e2 -->",  # the row says 20 mice
        "It was read in 2001.\n\n<!-- rows: e2 -->",  # the year of its source
        "Three peptides at kappa.\n\n<!-- rows: kappa -->\n<!-- count: 3 = peptides -->",
        "What does kappa do in lesson 4?",  # a question states nothing
        "## Kappa in 7 steps",  # a heading neither
        "Run the cell, then the next 3 cells.",
        "As lesson 4 tells of kappa.\n\n<!-- rows: kappa -->",
    ],
)
def test_a_paragraph_that_stands_on_its_rows_passes(small: ex.System, text: str) -> None:
    assert told(small, text) == []


def test_a_row_that_is_gone_is_told_with_the_nearest(small: ex.System) -> None:
    (fault,) = told(small, "Morphine acts at mu.\n\n<!-- rows: morphine_mu_3 -->")
    assert fault.startswith("'Morphine acts at mu.': 'morphine_mu_3' is no row (did you mean ")
    assert fault.endswith("(name a row that is in the tables)")


def test_a_number_that_no_row_holds_is_told(small: ex.System) -> None:
    text = "Morphine binds mu at 8.6 in these tables here.\n\n<!-- rows: morphine_mu_1 -->"
    assert told(small, text) == [
        (
            "'Morphine binds mu at 8.6 in …': no row that the comment names holds the number 8.6 "
            "(name the row that holds it, count it with '<!-- count: … -->', or drop it)"
        )
    ]


def test_the_number_of_a_database_entry_holds_no_number(small: ex.System) -> None:
    (fault,) = told(small, "There are 1627 of them.\n\n<!-- rows: morphine -->")
    assert "holds the number 1627" in fault


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Morphine acts at one receptor.", "Morphine"),
        ("Kappa is another.", "Kappa"),
        ("They came from dynorphins.", "dynorphins"),
        ("In mice it went down.", "mice"),
        ("The article says so.", "The article says"),
    ],
)
def test_a_fact_without_a_row_is_told(small: ex.System, text: str, word: str) -> None:
    (fault,) = told(small, text)
    assert f"it speaks of {word!r} and names no row" in fault
    assert fault.endswith("(add '<!-- rows: … -->' under the paragraph)")


def test_a_comment_with_a_slip_is_told(small: ex.System) -> None:
    (fault,) = told(small, "All is well.\n\n<!-- row: e1 -->")
    assert fault == "a comment says 'row' (write '<!-- rows: … -->' or '<!-- count: … -->')"


def test_a_wrong_count_is_told(small: ex.System) -> None:
    faults = told(small, "There are five.\n\n<!-- count: 5 = peptides -->")
    assert faults[0] == "'5 = peptides', but 3 are there (set the text and the comment right)"


def test_a_fault_names_lesson_and_cell_and_an_instructors_note_is_checked(
    small: ex.System,
) -> None:
    made = lesson("# Title", "Kappa acts.")
    cells = (*made.cells, lessons.Cell(3, "markdown", "Well.", "Say that mu acts."))
    problems = lessons.check(small, lessons.Lesson("00_made_up", cells))
    texts = [str(problem) for problem in problems if "names no row" in problem.fault]
    way_out = "(add '<!-- rows: … -->' under the paragraph)"
    begin = "notebooks/00_made_up.ipynb: cell"
    note = "instructor's note: 'Say that mu acts.': it speaks of 'mu'"
    assert texts == [
        f"{begin} 2: 'Kappa acts.': it speaks of 'Kappa' and names no row {way_out}",
        f"{begin} 3: {note} and names no row {way_out}",
    ]


def test_objectives_state_nothing(small: ex.System) -> None:
    made = lesson("**You will be able to**\n\n1. tell kappa from mu.")
    assert [p for p in lessons.check(small, made) if "names no row" in p.fault] == []
