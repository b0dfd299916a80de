"""Predictions: what is asked and what is so, read from rows, and each rule broken once."""

from pathlib import Path

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import rules
from explainer.learning import circuits, predictions
from explainer.lessons import counts, notebook
from explainer.model.evidence import is_on_people
from explainer.view import prediction

PREDICTIONS, GUESSES = "teaching/predictions.csv", "teaching/guesses.csv"
NOTEBOOKS = Path(ex.__file__).parents[2] / "notebooks"


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path))]


def test_an_answer_is_read_from_findings_where_a_receptor_is_named(system: ex.System) -> None:
    found = predictions.asked(system, "p_kappa_anxiety")
    same = prediction.predict(system, "kappa", "anxiety")
    assert (found.answer, found.reveal, found.apart) == (same.answer, same.told, same.apart)
    assert found.replies[found.answer] == prediction.REPLIES["same"]


def test_an_answer_that_is_written_stands_in_its_row_and_its_guesses(small: ex.System) -> None:
    found = predictions.asked(small, "p1")
    assert (found.answer, found.reveal) == ("p1a", "It acts at kappa.")
    assert found.replies == {"p1a": prediction.REPLIES["same"], "p1b": "No row says so."}
    assert (found.apart, found.rest) == (("dynorphin_a_kappa_1",), ("morphine_mu_1",))


def test_the_steps_of_each_receptor_come_after_one_guess_and_after_it_alone(
    system: ex.System,
) -> None:
    shown = [row.circuit for row in system.predictions.values() if row.circuit]
    assert sorted(shown) == sorted(system.receptors)
    for row in system.predictions.values():
        steps = circuits.steps(system, row.circuit)
        assert len(steps) == (4 if row.circuit else 0)
        before, after = predictions.question(system, row.id), predictions.answer(system, row.id)
        drawn = after["circuit"].get("steps", [])
        assert [one["label"] for one in drawn] == [step.label for step in steps]
        for step, one in zip(steps, drawn, strict=True):
            assert (one["text"], one["caveat"]) == (step.finding, step.caveat)
            assert step.species in one["badge"]
            assert step.method in one["badge"]
            assert len(one["sources"]) == len({source.source for source in step.sources})
            assert step.label not in str(before)


def test_every_prediction_stands_once_in_its_lesson_with_a_fold(system: ex.System) -> None:
    for row in system.predictions.values():
        lesson = notebook.read(NOTEBOOKS / f"{row.lesson}.ipynb")
        calls = [cell for cell in lesson.code if f'"{row.id}"' in cell.text]
        folds = [cell for cell in lesson.prose if f'<details class="opens-{row.id}">' in cell.text]
        assert len(calls) == 1, f"{row.id}: ask it once in its lesson"
        assert folds, f"{row.id}: fold what answers it, as opens-{row.id}"


def test_counts_behind_a_prediction_hold(system: ex.System) -> None:
    for row in system.predictions.values():
        for count in row.counts:
            counts.counted(system, count)


def test_what_the_first_prediction_says_of_all_marks_holds(system: ex.System) -> None:
    """People lead, most of them tied to no receptor; under the four names animals lead."""
    rows = [row for row in system.effects.values() if {row.domain} & {"mood", "anxiety"}]
    people = [row for row in rows if is_on_people(row)]
    named = [row for row in rows if row.agent in system.receptors]
    under = [row for row in people if row in named]
    assert len(people) > len(rows) / 2
    assert len(under) < len(people) / 2
    assert sum(row.evidence == "animal" for row in named) > len(under)


@pytest.mark.parametrize(
    ("table", "row", "cells", "fault"),
    [
        (PREDICTIONS, "p1", {"agent": "kappa"}, "a receptor without a domain"),
        (PREDICTIONS, "p2", {"reveal": "So."}, "made from findings, and written as well"),
        (PREDICTIONS, "p1", {"reveal": ""}, "nothing says what is shown"),
        (PREDICTIONS, "p1", {"question": "Say where."}, "it asks nothing"),
        (PREDICTIONS, "p1", {"reveal": "It acts. At kappa."}, "it is not one sentence"),
        (PREDICTIONS, "p1", {"answered_by": "nobody_knows"}, "is no row, figure or cell"),
        (PREDICTIONS, "p1", {"figure": "pie chart"}, "is no figure with its words"),
        (GUESSES, "p1a", {"is_answer": "no"}, "0 of its guesses are what the rows say"),
        (GUESSES, "p1b", {"is_answer": "yes"}, "2 of its guesses are what the rows say"),
        (GUESSES, "p1b", {"text": "At mu, because it is famous."}, "opens a reason"),
    ],
)
def test_a_rule_that_is_broken_says_so(
    copy: Copy, table: str, row: str, cells: dict[str, str], fault: str
) -> None:
    assert not [one for one in told(copy) if "predictions.csv" in one or "guesses.csv" in one]
    copy.set(table, row, **cells)
    assert [one for one in told(copy) if fault in one]


def test_one_guess_is_none(copy: Copy) -> None:
    copy.keep(GUESSES, 1)
    assert [one for one in told(copy) if "it has 1 guesses" in one]
