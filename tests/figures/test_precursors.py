"""The figure of precursors: peptides at their places, letter by letter, and what has no place."""

import re

import pytest

import explainer as ex
from copies import Copy
from explainer import figures
from looks import faults_of, gids_of, patch_of, words_of


def letters_of(figure: figures.precursors, peptide: str) -> list[tuple[float, str]]:
    texts = figure.axes[0].texts
    return [(t.get_position()[0], t.get_text()) for t in texts if t.get_gid() == peptide]


def test_every_peptide_is_written_letter_by_letter(system: ex.System) -> None:
    figure = figures.precursors(system)
    for peptide in system.peptides.values():
        assert "".join(letter for _, letter in letters_of(figure, peptide.id)) == peptide.sequence


def test_a_peptide_stands_in_its_precursor_where_its_row_says(system: ex.System) -> None:
    figure = figures.precursors(system)
    one = patch_of(figure, "beta_endorphin on pomc")
    other = patch_of(figure, "met_enkephalin on penk")
    step = one.get_width() / 31
    assert other.get_width() == pytest.approx(5 * step)
    assert one.get_x() - other.get_x() == pytest.approx((237 - 100) * step)


def test_letters_of_one_stretch_line_up(system: ex.System) -> None:
    figure = figures.precursors(system)
    big = letters_of(figure, "big_dynorphin")
    later = letters_of(figure, "dynorphin_b")
    assert [round(x, 3) for x, _ in later] == [round(x, 3) for x, _ in big[226 - 207 :]]
    assert [letter for _, letter in later] == [letter for _, letter in big[226 - 207 :]]


def test_bars_are_drawn_for_each_precursor_and_each_placed_peptide(system: ex.System) -> None:
    drawn = gids_of(figures.precursors(system))
    placed = {f"{p.id} on {p.precursor}" for p in system.peptides.values() if p.start}
    assert {gid for gid in drawn if " on " in gid} == placed
    assert all(drawn[precursor] == 1 for precursor in system.precursors)


def test_shared_first_letters_are_filled(system: ex.System) -> None:
    figure = figures.precursors(system)
    ground = figure.get_facecolor()
    filled = {
        (round(box.get_x() + box.get_width() / 2, 2), round(box.get_y() + box.get_height() / 2, 2))
        for box in figure.axes[0].patches
        if hasattr(box, "get_x") and box.get_facecolor() != ground
    }

    def marked(peptide: str) -> str:
        texts = [t for t in figure.axes[0].texts if t.get_gid() == peptide]
        return "".join(
            t.get_text()
            for t in texts
            if (round(t.get_position()[0], 2), round(t.get_position()[1] - 0.3, 2)) in filled
        )

    assert marked("leu_enkephalin") == "YGGF"
    assert marked("nociceptin") == "GGF"
    assert marked("endomorphin_1") == "YF"


def test_the_articles_own_word_stands_on_a_slip_joined_to_nothing(system: ex.System) -> None:
    figure = figures.precursors(system)
    assert patch_of(figure, "said_dymorphins").get_linestyle() == "--"
    assert "“dymorphins”" in words_of(figure)
    assert set(gids_of(figure)) & set(system.subjects) == {"said_dymorphins"}
    assert figure.description.endswith("stands on a slip of its own, joined to nothing.")


def test_a_peptide_without_precursor_stands_in_a_dotted_band(small: ex.System) -> None:
    figure = figures.precursors(small)
    band = [box for box in figure.axes[0].patches if box.get_linestyle() == ":"]
    (name,) = (t for t in figure.axes[0].texts if t.get_text() == "endomorphin")
    assert len(band) == 1
    assert band[0].get_bbox().contains(*name.get_position())
    assert "No precursor in these tables" in words_of(figure)


def test_a_peptide_without_a_place_is_named_beside_its_precursor(system: ex.System) -> None:
    assert any("the place is not given" in words for words in words_of(figures.precursors(system)))
    slide = " ".join(words_of(figures.precursors(system, page="projector")))
    assert "not placed: Met-enkephalin-Arg-Phe" in slide


def test_a_slide_names_every_peptide_and_shows_first_letters_once_for_a_precursor(
    system: ex.System,
) -> None:
    words = words_of(figures.precursors(system, page="projector"))
    told = " ".join(words)
    assert words[0].endswith("begin alike: YGGF")
    assert [p.name for p in system.peptides.values() if p.name not in told] == []
    assert sum(len(word) == 1 for word in words) == 4 * (len(system.precursors) + 2)


def test_the_description_tells_places_and_letters(system: ex.System) -> None:
    said = figures.precursors(system).description
    assert (
        f"Four precursors drawn as bars on one scale, with {len(system.peptides)} peptides" in said
    )
    assert "beta-endorphin at 237 to 267 (YGGFMTSEK" in said
    assert "without a known precursor: endomorphin-1 (YPWF) and endomorphin-2 (YPFF)." in said
    assert "YGGF in 13" in said
    assert all(peptide.sequence in said for peptide in system.peptides.values())


def test_a_precursor_without_peptides_says_so(copy: Copy) -> None:
    copy.add("pharmacology/precursors.csv", "penk,release2020,tester,,proenkephalin,PENK,P01210")
    figure = figures.precursors(ex.load(copy.path))
    assert "Proenkephalin (PENK): no peptide here." in figure.description
    assert faults_of(figure) == []


def test_far_stretches_that_find_no_room_side_by_side_stand_under_each_other(copy: Copy) -> None:
    long = "YGGFLRRIRPKLKWDNQKRYGGFLRRQFKVVT"
    for place in range(3):
        row = f"long_{place},release2020,tester,,a long name {place},,pdyn,{long},{20 + 80 * place}"
        copy.add("pharmacology/peptides.csv", f"{row},established,{9000 + place},")
    figure = figures.precursors(ex.load(copy.path))
    assert faults_of(figure) == []
    assert re.search(r"a long name 2 at 180 to 211", figure.description)
