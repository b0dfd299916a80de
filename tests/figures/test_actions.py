"""The matrix of actions: every molecule, every receptor, and ≠ where sources differ."""

import pytest

import explainer as ex
from explainer import figures
from explainer.drawing import theme
from explainer.figures._actions import by_class, families_at, tally
from looks import faults_of, gids_of, words_of


def test_every_molecule_has_the_signs_that_its_rows_state(system: ex.System) -> None:
    drawn = gids_of(figures.actions(system))
    for molecule in (*system.peptides, *system.ligands):
        for family in theme.FAMILIES:
            cells = [family in families_at(system, molecule, r) for r in system.receptors]
            assert drawn[f"{molecule} {family}"] == sum(cells), (molecule, family)


def test_every_molecule_is_named_once(system: ex.System) -> None:
    words = words_of(figures.actions(system))
    rows = (*system.peptides.values(), *system.ligands.values())
    assert [row.name for row in rows if words.count(row.name) != 1] == []


def test_sources_that_differ_are_marked(small: ex.System) -> None:
    figure = figures.actions(small)
    assert words_of(figure).count("≠") == 2  # one cell, and the legend
    assert "Sources differ: morphine at mu (activates, activates in part)." in figure.description


def test_molecules_stand_under_their_class(small: ex.System) -> None:
    texts = {t.get_text(): t.get_position()[1] for t in figures.actions(small).axes[0].texts}
    assert texts["Made by the body"] < texts["endomorphin"] < texts["Agonists"]
    assert texts["Agonists"] < texts["morphine"] < texts["Antagonists"] < texts["naloxone"]


def test_a_class_without_a_molecule_is_left_out(small: ex.System) -> None:
    assert list(by_class([small.ligands["naloxone"]])) == ["antagonist"]


def test_a_class_that_goes_on_in_the_next_column_says_so(system: ex.System) -> None:
    assert "Agonists, continued" in words_of(figures.actions(system))


def test_only_those_asked_for_are_drawn(system: ex.System) -> None:
    words = words_of(figures.actions(system, ["morphine", "nociceptin"], ["nop"]))
    assert "Two molecules at one receptor: the actions that sources report" in words
    assert {"morphine", "nociceptin/orphanin FQ", "NOP"} <= set(words)
    assert {"naloxone", "mu"}.isdisjoint(words)


def test_a_slide_counts_by_class_where_there_are_too_many_to_read(system: ex.System) -> None:
    words = words_of(figures.actions(system, page="projector"))
    assert "Numbers count molecules." in words
    assert f"({len(system.peptides)})" in words
    assert "morphine" not in words


def test_a_slide_names_a_few(system: ex.System) -> None:
    figure = figures.actions(system, list(system.ligands)[:12], page="projector")
    assert "buprenorphine" in words_of(figure)
    assert faults_of(figure) == []
    assert figure.get_size_inches()[1] == pytest.approx(7.5)


def test_a_count_holds_each_molecule_once(system: ex.System) -> None:
    rows = list(system.ligands.values())
    cells = {(row.id, "mu"): families_at(system, row.id, "mu") for row in rows}
    counts = tally(rows, system.receptors["mu"], cells)
    assert sum(counts.values()) == sum(bool(found) for found in cells.values())
    assert counts["≠"] == sum(len(found) > 1 for found in cells.values())


def test_the_description_counts_cells(small: ex.System) -> None:
    said = figures.actions(small).description
    assert "six molecules by two receptors: 5 of 12 cells hold an action, 7 no row." in said
    assert "At the kappa receptor: activates 1, activates in part 1." in said
    told = "At the mu receptor: blocks 1, binds, action not stated 1, sources differ on 1."
    assert told in said


def test_an_unknown_molecule_or_receptor_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="did you mean 'heroin'") as error:
        figures.actions(small, ["heroine"])
    assert str(error.value) == "'heroine' is not the id of a molecule (did you mean 'heroin'?)"
    with pytest.raises(ValueError, match="'mue' is not the id of a receptor"):
        figures.actions(small, receptors=["mue"])


def test_one_molecule_may_be_named_without_brackets(small: ex.System) -> None:
    assert "one molecule by two receptors" in figures.actions(small, "heroin").description
