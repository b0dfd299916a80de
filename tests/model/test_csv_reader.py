"""CSV files to rows: what was written is read back, and what spreadsheets add does not count."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import explainer as ex
from copies import SMALL, Copy
from explainer.model.csv_reader import parts, read_rows
from explainer.model.schema import (
    Curator,
    Effect,
    Interaction,
    Peptide,
    Receptor,
    Result,
    Row,
    Search,
)
from explainer.model.schema.references import SourceReference
from explainer.model.schema.row import links_of
from explainer.model.table import write_rows

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20
)
names = st.one_of(words, st.builds("{} {}".format, words, words), st.just('says "so", or so'))
ids = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
listed = st.lists(words.filter(lambda word: ";" not in word), max_size=3).map(tuple)
linked = st.lists(ids, max_size=3).map(tuple)
affinities = st.none() | st.integers(200, 1400).map(lambda hundredths: hundredths / 100)
sources = st.lists(
    st.builds(
        SourceReference,
        ids,
        st.just("") | words.filter(lambda word: not set("[];") & set(word)),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
days = st.none() | st.dates()
sourced = {"id": ids, "sources": sources, "curator": ids, "checked_on": days}
rows_of: dict[type[Row], st.SearchStrategy[Row]] = {
    Curator: st.builds(Curator, id=ids, name=names, note=st.just("") | names),
    Receptor: st.builds(
        Receptor, **sourced, name=names, iuphar_name=names, synonyms=listed, gene=names,
        uniprot=names, gtopdb_id=st.integers(), coupling=st.just("") | names, regions=listed,
        family_note=names,
    ),
    Peptide: st.builds(
        Peptide, **sourced, name=names, synonyms=listed, precursor=st.none() | ids,
        sequence=st.text("ACDY", min_size=2), start=st.none() | st.integers(1),
        status=st.sampled_from(["established", "candidate"]),
        gtopdb_id=st.none() | st.integers(), note=st.just("") | names,
    ),
    Interaction: st.builds(
        Interaction, **sourced, ligand=ids, receptor=ids, action=st.just("binds"),
        measure=st.sampled_from([None, "pKi"]), relation=st.sampled_from([None, "<", "="]),
        affinity_low=affinities, affinity_median=affinities, affinity_high=affinities,
        reported=st.just("") | names, species=st.sampled_from([None, "guinea pig"]),
        assay=st.just("") | names, pmids=listed, plot_ok=st.booleans(),
        caveat=st.just("") | names,
    ),
    Effect: st.builds(
        Effect, **sourced, agent=ids, through=linked, perturbation=st.just("given"), domain=ids,
        direction=st.just("not known"), evidence=st.just("in vitro"),
        population=st.just("") | names, reaches_brain=st.just("yes"),
        parts_receptor=st.just("not said"), exposure=st.just("months or longer"), finding=names,
        conflicts_with=linked,
        caveat=st.just("") | names,
    ),
    Result: st.builds(
        Result, **sourced, effect=ids, design=st.sampled_from([None, "crossover"]),
        blinding=st.sampled_from([None, "none stated"]), randomised=st.none() | st.integers(1, 99),
        analysed=st.none() | st.integers(1, 99), comparator=st.just("") | names, scale=names,
        time=st.just("") | names, measure=st.sampled_from([None, "risk ratio"]),
        estimate=affinities, low=affinities, high=affinities,
        interval=st.sampled_from([None, "95 % confidence"]), p=st.sampled_from(["", "<0.001"]),
        better=st.sampled_from([None, "lower"]), planned=st.sampled_from([None, "after the fact"]),
        met=st.none() | st.booleans(), registered=st.sampled_from(["", "NCT00000001"]),
        funder=st.just("") | names, blank_because=st.just("") | names,
    ),
    Search: st.builds(
        Search, id=ids, curator=ids, question=names, receptor=st.none() | ids, domains=linked,
        words=listed.filter(bool), places=st.just(("code-hosted text",)), searched_on=st.dates(),
        found=st.integers(0, 99), screened=st.integers(0, 99), kept=linked,
        left_out=st.just("") | names,
    ),
}  # fmt: skip


@pytest.mark.parametrize("row_class", rows_of, ids=lambda row_class: row_class.__name__)
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_back(
    tmp_path: Path, row_class: type[Row], data: st.DataObject
) -> None:
    written = data.draw(st.lists(rows_of[row_class], max_size=4, unique_by=lambda row: row.id))
    path = tmp_path / row_class.file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(write_rows(row_class, written).encode())
    reading = read_rows(tmp_path, row_class)
    assert reading.problems == []
    assert dict(reading.table) == {row.id: row for row in written}


@pytest.mark.parametrize(
    "saved",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"tester,A curator,", b'"tester", A curator ,'),
        lambda raw: raw.rstrip(b"\n"),
    ],
    ids=["a byte order mark", "Windows line ends", "spaces and quotes", "no last line end"],
)
def test_what_spreadsheets_add_does_not_count(copy: Copy, saved: Callable[[bytes], bytes]) -> None:
    path = copy.path / "curators.csv"
    path.write_bytes(saved(path.read_bytes()))
    assert ex.load(copy.path).curators == ex.load(SMALL).curators


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("", []),
        ("mood", ["mood"]),
        (" mood ; pain;", ["mood", "pain"]),
        (";;", []),
        ("a b; c", ["a b", "c"]),
    ],
)
def test_a_cell_parts_its_words_at_semicolons(cell: str, words: list[str]) -> None:
    assert parts(cell) == words


def test_what_stands_in_many_cells_is_kept_once() -> None:
    """The words of all tables would else take a third more room in each kernel."""
    kept: dict[object, object] = {}
    for row in (row for table in ex.load().tables.values() for row in table.values()):
        for value in vars(row).values():
            parts = value if isinstance(value, tuple) else (value,)
            for one in (value, *parts):
                if isinstance(one, str | tuple | dt.date):
                    assert kept.setdefault((type(one), one), one) is one, one


def test_of_a_row_only_what_links_it_is_kept_beside_it(copy: Copy) -> None:
    reading = read_rows(copy.path, Effect)
    assert reading.cells
    for _, cells in reading.cells:
        assert set(cells) == {"id", *links_of(Effect)}


def test_a_faulty_row_still_tells_its_links(copy: Copy) -> None:
    copy.set("pharmacology/effects.csv", "e1", direction="up", agent="kapa")
    reading = read_rows(copy.path, Effect)
    assert "e1" not in reading.rows
    assert (2, "kapa") in list(reading.words("agent"))


def test_every_fault_of_a_row_is_noted(copy: Copy) -> None:
    copy.set("pharmacology/effects.csv", "e1", direction="up", evidence="rats", finding="")
    columns = [problem.column for problem in read_rows(copy.path, Effect).problems]
    assert sorted(columns) == ["direction", "evidence", "finding"]


def test_rows_are_read_in_the_order_of_the_file(copy: Copy) -> None:
    assert list(read_rows(copy.path, Receptor).table) == ["mu", "kappa"]


def test_rows_that_fill_the_same_columns_share_one_set_of_names(system: ex.System) -> None:
    """A set for each row takes more room than the row."""
    for table in (system.effects, system.sources, system.interactions):
        sets = {id(row.model_fields_set): frozenset(row.model_fields_set) for row in table.values()}
        assert len(sets) == len(set(sets.values())) < len(table) / 4
        for row in table.values():
            assert row.model_fields_set <= set(type(row).model_fields)


def test_a_short_word_of_many_rows_is_one_object(system: ex.System) -> None:
    rows = system.effects.values()
    assert len({id(row.agent) for row in rows}) == len({row.agent for row in rows})
    assert len({id(row.id) for row in rows}) == len(rows)
