"""The picture of a mechanism: its words are those of rows; a step without a row is not drawn."""

import dataclasses

import pytest

import explainer as ex
from explainer import figures
from explainer.drawing import theme
from explainer.model.table import Table
from looks import words_of

RECEPTORS = ("mu", "delta", "kappa", "nop")


@pytest.mark.parametrize("receptor", RECEPTORS)
def test_all_that_rows_say_is_drawn_and_told(system: ex.System, receptor: str) -> None:
    row = system.receptors[receptor]
    figure = figures.mechanism(system, receptor)
    drawn = " ".join(words_of(figure))
    keys = {
        system.peptides[one.ligand].name
        for one in system.interactions.where(receptor=receptor).values()
        if one.ligand in system.peptides and theme.family_of(one) in {"activates", "partly"}
    }
    for word in (*row.regions, *keys, row.coupling, row.short_name):
        assert word in drawn
        assert word in figure.description
    cited = [system.sources[one.source].short for one in row.sources if one.place[:7] == "regions"]
    assert cited
    assert all(one in figure.description for one in cited)


def test_what_only_binds_is_no_key(system: ex.System) -> None:
    told = figures.mechanism(system, "kappa").description
    assert "endomorphin" not in told
    assert "nociceptin" not in told


def test_a_step_without_a_row_is_said_to_be_none(small: ex.System) -> None:
    told = figures.mechanism(small, "kappa").description
    assert "G protein: not in these tables" in told
    assert "Where it is found: not in these tables" in told
    assert "membrane" not in told
    bare = dataclasses.replace(small, interactions=Table([]))
    assert "activates it: not in these tables" in figures.mechanism(bare, "kappa").description


def test_no_line_joins_two_regions(system: ex.System) -> None:
    """What goes from cell to cell would give a guess away; its rows are not drawn here."""
    told = figures.mechanism(system, "mu").description
    assert "How these places act on each other is not drawn." in told
    assert not any(step.finding in told for step in system.steps.where(level="circuit").values())


@pytest.mark.parametrize("receptor", RECEPTORS)
def test_what_follows_in_the_cell_stands_side_by_side(system: ex.System, receptor: str) -> None:
    figure = figures.mechanism(system, receptor)
    drawn = " ".join(words_of(figure))
    _, *branches = system.steps.where(receptor=receptor, level="cell").values()
    assert len(branches) == 3
    for step in branches:
        assert all(word in drawn for word in step.label.split())
        assert f"{step.label}." in figure.description
    without = dataclasses.replace(system, steps=Table([]))
    assert "not in these tables" in figures.mechanism(without, receptor).description


def test_a_word_that_is_no_receptor_names_those_there_are(system: ex.System) -> None:
    with pytest.raises(ValueError, match="none of mu, delta, kappa, nop"):
        figures.mechanism(system, "kapa")
    with pytest.raises(TypeError, match="is no word"):
        figures.mechanism(system, 1)  # type: ignore[arg-type]
