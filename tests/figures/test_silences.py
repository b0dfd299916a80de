"""The figure of silences: two counts for each name, and words where there is nothing."""

import explainer as ex
from cells import shown
from explainer import figures


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


def test_a_cell_shows_it_with_its_words(system: ex.System) -> None:
    figure = figures.silences(system)
    data, metadata = shown(figure)
    assert data["image/png"]
    assert metadata["image/png"]["alt"] == figure.description
