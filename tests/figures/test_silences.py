"""The figure of silences: two counts for each name, and words where there is nothing."""

import pytest

import explainer as ex
from explainer import figures
from looks import words_of


def test_each_name_stands_between_its_two_counts(small: ex.System) -> None:
    figure = figures.silences(small)
    told: dict[float, list[str]] = {}
    for text in figure.axes[0].texts:
        told.setdefault(text.get_position()[1], []).append(text.get_text())
    rows = {tuple(words) for words in told.values()}
    assert ("2", "3", "Mood") in rows
    assert ("silent", "1", "Addiction") in rows
    assert ("1", "silent", "Pain") in rows
    assert ("silent", "6", "mu receptor") in rows
    assert ("1", "1", "dynorphin A") in rows
    assert ("1", "silent", "dynorphin B") in rows


def test_the_description_names_what_is_not_spoken_of(small: ex.System) -> None:
    said = figures.silences(small).description
    assert "The article is silent on receptors: mu receptor, kappa receptor;" in said
    assert "peptides: endomorphin; domains: Addiction." in said
    assert said.endswith("no finding on domains that it speaks of: Pain.")


def test_bars_are_to_scale_within_a_part(small: ex.System) -> None:
    figure = figures.silences(small)
    widths = {
        (round(bar.get_y() + bar.get_height() / 2, 3), bar.get_hatch()): bar.get_width()
        for bar in figure.axes[0].patches
    }
    rows = {t.get_text(): round(t.get_position()[1], 3) for t in figure.axes[0].texts}
    article, sources = widths[rows["Mood"], "////"], widths[rows["Mood"], None]
    assert article / sources == pytest.approx(2 / 3)
    assert widths[rows["kappa receptor"], None] == pytest.approx(
        widths[rows["mu receptor"], None] / 2
    )


def test_where_a_voice_is_silent_there_is_an_empty_dotted_place(small: ex.System) -> None:
    figure = figures.silences(small)
    empty = [bar for bar in figure.axes[0].patches if bar.get_linestyle() == ":"]
    assert len(empty) == words_of(figure).count("silent")
    assert {bar.get_facecolor()[3] for bar in empty} == {0}


def test_the_description_tells_each_pair_of_counts(small: ex.System) -> None:
    said = figures.silences(small).description
    assert "Eight names, with claims and rows of each: Mood 2 and 3; Pain 1 and 0;" in said


def test_a_slide_counts_the_peptides_in_a_sentence(small: ex.System) -> None:
    words = words_of(figures.silences(small, page="projector"))
    assert "The article has words for 2 of 3." in words
    assert "Sources have rows on 2." in words
    assert "endomorphin" not in words
