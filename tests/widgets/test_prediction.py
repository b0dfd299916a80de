"""A prediction as the kernel has it: a real widget, no browser."""

import json
import re
import zlib
from collections.abc import Iterator

import pytest
import traitlets

import explainer as ex
from explainer.learning import predictions
from explainer.widgets import Prediction, bundle, twins


@pytest.fixture
def made(small: ex.System) -> Iterator[Prediction]:
    one = Prediction(small, "p1")
    yield one
    one.close()


def late(one: Prediction) -> dict[str, object]:
    return dict(json.loads(zlib.decompress(one.late.content)))


def test_the_question_is_sent_without_its_answer(small: ex.System, made: Prediction) -> None:
    assert made.data == predictions.question(small, "p1")
    assert "It acts at kappa" not in json.dumps(made.data)
    assert "No row says so" not in json.dumps(made.data)
    assert b"kappa" not in made.late.content
    assert late(made) == predictions.answer(small, "p1") | {"figure": []}


def test_what_the_reader_settles_on_comes_back_and_is_not_echoed(made: Prediction) -> None:
    assert made.commitment == {}
    made.set_state({"commitment": {"answer": "p1a", "sure": "guess", "line": ""}})
    assert made.commitment["answer"] == "p1a"
    assert made.trait_metadata("commitment", "echo_update") is False
    with pytest.raises(traitlets.TraitError):
        made.commitment = {"answer": 3}


def test_an_unknown_prediction_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match=r"'p_1' is not the id of a prediction .*'p1'"):
        Prediction(small, "p_1")
    with pytest.raises(TypeError, match="make one with explainer"):
        Prediction("kappa", "p1")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="is no word"):
        Prediction(small, 1)  # type: ignore[arg-type]


def test_a_figure_is_sent_for_light_ground_and_for_dark_with_its_words_and_for_a_phone(
    system: ex.System,
) -> None:
    one = Prediction(system, "p_kappa_anxiety")
    words, *drawn = late(one)["figure"]  # type: ignore[misc]
    one.close()
    assert all(text.startswith("<?xml") for text in drawn)
    assert len(set(drawn)) == 4
    assert [re.findall(r'width="(\d+)pt"', text) for text in drawn] == [
        ["576"], ["576"], ["272"], ["272"],
    ]  # fmt: skip
    assert "kappa" in words


def test_in_words_it_asks_first_and_folds_the_answer(small: ex.System) -> None:
    plain, marked = twins.of_prediction(small, "p1").values()
    assert "Where does dynorphin A act?" in plain
    assert "It acts at kappa" not in plain
    before, fold = marked.split("<details")
    assert fold.startswith(' class="opens-p1"><summary>After your guess')
    assert "It acts at kappa" not in before
    assert "**It acts at kappa.**" in fold


def test_its_script_is_whole() -> None:
    assert "\nimport " not in bundle.script("prediction/index.js")
