"""Tables are read whole or not at all, looked things up in, and written in one true form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import explainer as ex
from cells import html_of, table_of
from explainer.model.schema import Curator, Receptor
from explainer.model.schema.references import SourceReference
from explainer.model.table import Table, write_cell, write_rows

CURATORS = Table([Curator(id="ann", name="Ann"), Curator(id="bob", name="Bob", note="<b>&")])


# Looking things up


def test_a_table_gives_a_row_by_its_id() -> None:
    assert CURATORS["bob"].name == "Bob"


def test_a_table_is_in_the_order_of_its_rows() -> None:
    assert list(CURATORS) == ["ann", "bob"]
    assert len(CURATORS) == 2


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(KeyError) as error:
        CURATORS["bobb"]
    assert error.value.args == ("'bobb' is not here (did you mean 'bob'?)",)


def test_an_id_like_no_other_is_answered_without_a_guess() -> None:
    with pytest.raises(KeyError) as error:
        CURATORS["xyzzy"]
    assert error.value.args == ("'xyzzy' is not here",)


@pytest.mark.parametrize("key", ["xyzzy", 7, None])
def test_get_answers_none_for_what_is_not_there(key: str) -> None:
    assert CURATORS.get(key) is None
    assert key not in CURATORS


def test_a_table_is_read_only() -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        CURATORS["bob"] = CURATORS["ann"]  # type: ignore[index]


def test_a_table_says_how_many_rows_and_the_first_ids(small: ex.System) -> None:
    assert repr(CURATORS) == "<Table of 2 rows: ann, bob>"
    assert repr(small.interactions) == (
        "<Table of 6 rows: dynorphin_a_kappa_1, endomorphin_mu_1,"
        " morphine_kappa_1, morphine_mu_1, …>"
    )


def test_a_cell_shows_what_rows_say_first_and_then_who_says_it(small: ex.System) -> None:
    head, first, second = table_of(small.interactions.where(ligand="morphine", receptor="mu"))
    assert head[:4] == ["id", "ligand", "receptor", "action"]
    assert head[-1] == "checked_on"
    assert first[:4] == ["morphine_mu_1", "morphine", "mu", "full agonist"]
    assert second[0] == "morphine_mu_2"


def test_a_shown_table_leaves_out_columns_without_a_word(small: ex.System) -> None:
    head, *rows = table_of(small.receptors)
    assert "uniprot" in head
    assert "caveat" not in table_of(small.interactions.where(receptor="kappa"))[0]
    assert [len(row) for row in rows] == [len(head)] * 2


def test_a_shown_cell_is_escaped() -> None:
    assert table_of(CURATORS)[2] == ["bob", "Bob", "<b>&"]
    assert "&lt;b&gt;&amp;" in html_of(CURATORS)


def test_a_cell_shows_an_empty_table_as_such() -> None:
    assert html_of(Table[Curator](())) == "<p>No rows.</p>"


def test_a_row_that_was_read_knows_its_file_and_line(small: ex.System) -> None:
    assert small.effects.place_of("e2") == ("small/pharmacology/effects.csv", 3)
    assert small.effects.where(direction="worsens").place_of("e3")[1] == 4


def test_a_row_that_was_not_read_has_no_place() -> None:
    assert CURATORS.place_of("ann") == ("", 0)


# Choosing rows


def test_where_keeps_rows_that_have_all_the_words(small: ex.System) -> None:
    chosen = small.interactions.where(receptor="mu", ligand="morphine")
    assert list(chosen) == ["morphine_mu_1", "morphine_mu_2"]


def test_where_looks_into_lists(small: ex.System) -> None:
    assert list(small.claims.where(domains="pain")) == ["c1"]


def test_where_finds_a_source_by_its_key(small: ex.System) -> None:
    assert list(small.interactions.where(sources="doe2001")) == ["morphine_mu_2"]


def test_where_without_words_keeps_all(small: ex.System) -> None:
    assert small.effects.where() == small.effects


def test_where_names_the_nearest_column() -> None:
    with pytest.raises(ValueError, match="is not a column") as error:
        CURATORS.where(nam="Ann")
    assert str(error.value) == "'nam' is not a column (did you mean 'name'?)"


@given(
    words=st.fixed_dictionaries(
        {},
        optional={
            "receptor": st.sampled_from(["mu", "kappa", "delta"]),
            "ligand": st.sampled_from(["morphine", "naloxone", "dynorphin_a", "caffeine"]),
            "action": st.sampled_from(["full agonist", "partial agonist", "binds"]),
            "plot_ok": st.booleans(),
            "species": st.sampled_from(["human", "rat", None]),
        },
    )
)
def test_where_is_a_plain_comparison_of_cells(small: ex.System, words: dict[str, object]) -> None:
    expected = [
        row.id
        for row in small.interactions.values()
        if all(getattr(row, column) == word for column, word in words.items())
    ]
    assert list(small.interactions.where(**words)) == expected


# Writing


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("", ""),
        (True, "yes"),
        (False, "no"),
        (319, "319"),
        (8.0, "8"),
        (8.25, "8.25"),
        ((), ""),
        (("mood", "pain"), "mood;pain"),
        ((SourceReference("a1", "p. 2"), SourceReference("b2")), "a1[p. 2];b2"),
        (SourceReference("a1", "p. 2"), "a1[p. 2]"),
    ],
)
def test_a_value_is_written_as_a_curator_would(value: object, cell: str) -> None:
    assert write_cell(value) == cell


@given(st.decimals(2, 14, places=9).map(float))
def test_a_number_keeps_its_digits(number: float) -> None:
    """Else `tidy` would change what a table says."""
    assert float(write_cell(number)) == number


def test_a_table_is_written_in_the_order_of_its_ids() -> None:
    rows = [CURATORS["bob"], CURATORS["ann"]]
    assert write_rows(Curator, rows) == "id,name,note,orcid\nann,Ann,,\nbob,Bob,<b>&,\n"


def test_a_table_whose_order_means_something_keeps_it(small: ex.System) -> None:
    written = write_rows(Receptor, small.receptors.values())
    assert [line.split(",")[0] for line in written.splitlines()] == ["id", "mu", "kappa"]
