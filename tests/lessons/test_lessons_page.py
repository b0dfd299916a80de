"""A notebook is parted into cells, paragraphs and invisible comments."""

import json
from pathlib import Path

from explainer.lessons.notebook import Cell, Lesson, paragraphs, plain, read
from lessons.pages_made import GOALS, lesson


def test_a_notebook_is_read_with_what_belongs_to_its_cells_unseen(tmp_path: Path) -> None:
    ours = {"explainer": {"instructor": "Ask first.", "exercise": [2]}}
    cells = [
        {"cell_type": "markdown", "metadata": ours, "source": ["# Hello\n", "there"]},
        {"cell_type": "code", "metadata": {}, "source": "1 + 1"},
    ]
    (tmp_path / "07_more.ipynb").write_text(json.dumps({"cells": cells}))
    assert read(tmp_path / "07_more.ipynb") == Lesson(
        "07_more",
        (Cell(1, "markdown", "# Hello\nthere", "Ask first.", (2,)), Cell(2, "code", "1 + 1")),
    )


def test_objectives_are_the_numbered_list_without_its_stops() -> None:
    assert lesson("# Title", GOALS).objectives == ["tell one voice from another", "read a range"]


def test_a_comment_belongs_to_the_paragraph_above_it() -> None:
    text = "# Head\n\nOne.\n\n<!-- rows: e1; c2 -->\n<!-- count: 2 = receptors -->\n\nTwo."
    one, two = paragraphs(text)
    assert (one.text, one.rows, one.counts) == ("One.", ("e1", "c2"), ("2 = receptors",))
    assert (two.text, two.rows) == ("Two.", ())


def test_a_comment_at_the_end_of_a_paragraph_belongs_to_it() -> None:
    (one,) = paragraphs("One.\n<!-- rows: e1 -->")
    assert (one.text, one.rows) == ("One.", ("e1",))


def test_what_opens_an_answer_is_no_paragraph_and_the_answer_is() -> None:
    text = "<details><summary>Kappa?</summary>\n\nYes.\n\n<!-- rows: e1 -->\n\n</details>"
    assert [(p.text, p.rows) for p in paragraphs(text)] == [("Yes.", ("e1",))]


def test_the_rows_of_a_lesson_are_named_once() -> None:
    made = lesson("One.\n<!-- rows: e1; e2 -->", "Two.\n<!-- rows: e2; e3 -->")
    assert made.rows == ("e1", "e2", "e3")


def test_plain_text_has_no_marks_addresses_code_or_comments() -> None:
    text = "- A **word**, a [link](x.ipynb#Here), `code` and ![a picture](y.png)<!-- no -->"
    assert plain(text).split() == "A word , a link, and".split()  # noqa: SIM905
