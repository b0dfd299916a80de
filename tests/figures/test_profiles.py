"""The figure of profiles: every row its own line, as reported, and no row averaged or left out."""

import pytest

import explainer as ex
from copies import Copy
from explainer import figures
from explainer.figures.affinity_labels import NOT_A_RANKING, is_drawn
from explainer.voices.consensus import families
from looks import gids_of, patch_of, words_of

ON = ["buprenorphine", "morphine", "naltrexone"]


def test_every_row_has_its_sign_and_every_value_its_bar(system: ex.System) -> None:
    drawn = gids_of(figures.profiles(system, *ON))
    rows = [row for m in ON for row in system.interactions_of(m).values()]
    assert len(rows) > 30
    assert [row.id for row in rows if drawn[f"{row.id} action"] != 1] == []
    assert {row.id for row in rows if drawn[row.id]} == {row.id for row in rows if is_drawn(row)}


def test_a_bar_reaches_from_the_lowest_to_the_highest_value(small: ex.System) -> None:
    figure = figures.profiles(small, "morphine", "dynorphin_a")
    one = patch_of(figure, "morphine_mu_1")
    other = patch_of(figure, "dynorphin_a_kappa_1")
    assert one.get_width() / (9.2 - 8.5) == pytest.approx(other.get_width() / (10.8 - 8.3))


def test_tighter_binding_stands_further_to_the_right(small: ex.System) -> None:
    figure = figures.profiles(small, "morphine")
    assert patch_of(figure, "morphine_mu_1").get_x() > patch_of(figure, "morphine_kappa_1").get_x()


def test_a_row_that_may_not_be_drawn_is_named_with_its_caveat(small: ex.System) -> None:
    figure = figures.profiles(small, "morphine")
    words = words_of(figure)
    assert "morphine_mu_2" not in gids_of(figure)
    assert "no value" in words
    assert "doe2001 [1]" in words
    assert "[1] Says nothing about people." in words
    assert (
        "weak, tissue, not drawn, doe2001 (note: Says nothing about people)" in figure.description
    )


def test_a_value_that_would_mislead_is_not_drawn(copy: Copy) -> None:
    copy.set("pharmacology/interactions.csv", "morphine_kappa_1", plot_ok="no", caveat="Doubtful.")
    figure = figures.profiles(ex.load(copy.path), "morphine")
    assert "morphine_kappa_1" not in gids_of(figure)
    assert "not drawn" in words_of(figure)
    assert "[2] Doubtful." in words_of(figure)


@pytest.mark.parametrize("page", ["print", "projector", "dark"])
def test_it_says_that_it_is_no_ranking(small: ex.System, page: str) -> None:
    figure = figures.profiles(small, "morphine", page=page)
    assert NOT_A_RANKING in words_of(figure)
    assert figure.description.endswith(NOT_A_RANKING)


def test_the_axis_says_in_words_which_end_is_which(small: ex.System) -> None:
    words = words_of(figures.profiles(small, "morphine"))
    assert "◄ looser   binding, −log10 M   tighter ►" in words


def test_a_receptor_without_a_row_says_so(small: ex.System) -> None:
    figure = figures.profiles(small, "naloxone")
    assert words_of(figure).count("no row") == 1
    assert "At the kappa receptor: no row." in figure.description


def test_sources_that_differ_on_the_action_are_marked(small: ex.System) -> None:
    assert words_of(figures.profiles(small, "morphine")).count("≠") == 1
    assert "≠" not in words_of(figures.profiles(small, "naloxone"))


def test_a_limit_is_drawn_as_an_arrow_towards_the_looser_side(small: ex.System) -> None:
    figure = figures.profiles(small, "naloxone")
    bar = next(p for p in figure.axes[0].patches if p.get_gid() == "naloxone_mu_1")
    arrows = [
        line.get_xdata()
        for line in figure.axes[0].lines
        if len(line.get_xdata()) == 2
        and line.get_ydata()[0] == pytest.approx(bar.get_y() + bar.get_height() / 2)
        and line.get_ydata()[0] == line.get_ydata()[1]
    ]
    assert [start > end for start, end in arrows] == [True]


def test_measure_species_and_source_are_told_where_there_is_room(small: ex.System) -> None:
    assert "pKi 8.5 to 9.2, human; release2020" in words_of(figures.profiles(small, "morphine"))


def test_only_the_receptors_asked_for_are_drawn(system: ex.System) -> None:
    figure = figures.profiles(system, "buprenorphine", receptors=["kappa"])
    assert {"mu", "delta", "NOP"}.isdisjoint(words_of(figure))
    assert {gid.split("_")[1] for gid in gids_of(figure) if gid.endswith(" action")} == {"kappa"}


def test_a_slide_stars_what_has_a_caveat_and_its_description_tells_it(system: ex.System) -> None:
    figure = figures.profiles(system, "buprenorphine", page="projector")
    assert "* has a caveat" in words_of(figure)
    rows = [row for row in system.interactions_of("buprenorphine").values() if row.caveat]
    assert all(row.caveat.rstrip(".") in figure.description for row in rows)
    assert sum(words.endswith(" *") for words in words_of(figure)) == len(rows)


def test_every_value_stands_in_the_description(system: ex.System) -> None:
    said = figures.profiles(system, "morphine").description
    assert "Morphine: 11 rows, of which 10 with a bar" in said
    assert "full agonist, pKi 9.0 (human), gtopdb2020" in said
    assert said.count("Sources do not agree on the action.") == 1


def test_an_unknown_molecule_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="morfine") as error:
        figures.profiles(small, "morfine")
    told = "'morfine' is not the id of a molecule (did you mean 'morphine'?)"
    assert str(error.value) == told


def test_an_unknown_receptor_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="kapa") as error:
        figures.profiles(small, "morphine", receptors=["kapa"])
    assert str(error.value) == "'kapa' is not the id of a receptor (did you mean 'kappa'?)"


@pytest.mark.parametrize(
    ("molecules", "told"),
    [((), "no molecules"), (("morphine", "heroin", "naloxone", "dynorphin_a"), "four molecules")],
)
def test_none_or_too_many_molecules_are_refused(
    small: ex.System, molecules: tuple[str, ...], told: str
) -> None:
    with pytest.raises(ValueError, match="cannot draw") as error:
        figures.profiles(small, *molecules)
    way_out = "give the ids of one, two or three molecules"
    assert str(error.value) == f"profiles cannot draw {told}: {way_out}"


def test_a_molecule_named_twice_is_drawn_once(small: ex.System) -> None:
    said = figures.profiles(small, "morphine", "morphine").description
    assert said == figures.profiles(small, "morphine").description


def test_binding_alone_is_stated_only_where_no_row_says_more(system: ex.System) -> None:
    at = system.interactions_of("buprenorphine")
    assert families(at.where(receptor="mu").values()) == ["partly"]
    assert families(at.where(receptor="kappa").values()) == ["partly", "blocks"]
    assert families(system.interactions_of("levorphanol").where(receptor="delta").values()) == [
        "binds"
    ]
    assert families([]) == []
