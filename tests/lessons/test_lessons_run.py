"""A picture without words is found in a lesson that was run."""

from typing import Any

from matplotlib.figure import Figure

from explainer import lessons
from explainer.lessons import untold_pictures


def run(metadata: dict[str, Any], kind: str = "image/png") -> dict[str, Any]:
    output = {"output_type": "display_data", "data": {kind: "…"}, "metadata": metadata}
    return {"cells": [{"cell_type": "markdown"}, {"cell_type": "code", "outputs": [output]}]}


def test_a_picture_with_words_passes() -> None:
    alt = {"alt": "Four bars, one for each precursor, with its peptides."}
    assert list(untold_pictures(run({"image/png": alt}))) == []


def test_an_output_that_is_no_picture_passes() -> None:
    assert list(untold_pictures(run({}, kind="text/html"))) == []


def test_a_picture_without_words_is_told() -> None:
    (fault,) = untold_pictures(run({}))
    assert (fault.cell, fault.fault) == (2, "a picture whose alt text is ''")
    assert fault.way_out == "show a figure of explainer.figures, which carries its own words"


def test_a_word_is_no_description() -> None:
    (fault,) = untold_pictures(run({"image/svg+xml": {"alt": "a figure"}}, kind="image/svg+xml"))
    assert fault.fault == "a picture whose alt text is 'a figure'"


def test_a_chart_of_ones_own_carries_its_words() -> None:
    chart = Figure(figsize=(1, 1))
    bundle, more = lessons.Described(chart, "Bars: mu 3, delta 2.")._repr_mimebundle_()
    assert bytes(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle["text/plain"] == more["image/png"]["alt"] == "Bars: mu 3, delta 2."
