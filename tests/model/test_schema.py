"""The schema: what a row is, and what a source says of itself."""

import inspect
from typing import Any, get_args

import pytest
from pydantic import ValidationError

import explainer as ex
from explainer.model.contents import row_classes
from explainer.model.schema import Curator, Row, Source, SourcedRow, Voice
from explainer.model.schema.row import links_of

TABLES = row_classes()
each_table = pytest.mark.parametrize(("name", "row_class"), TABLES.items(), ids=TABLES)


def source(**cells: Any) -> Source:  # noqa: ANN401 - whatever a cell may hold
    plain = {
        "id": "doe2001", "kind": "review", "title": "A title", "seen": "abstract",
        "opened_by": ("ann",), "opened_on": "2026-01-02",
    }  # fmt: skip
    return Source(**plain | cells)


@each_table
def test_class_attribute_and_file_have_one_name(name: str, row_class: type[Row]) -> None:
    word = row_class.__name__.lower()
    assert name in (f"{word}s", f"{word}es")
    assert row_class.file.split("/")[-1] == f"{name}.csv"


@each_table
def test_a_table_stands_in_the_folder_of_its_voice(name: str, row_class: type[Row]) -> None:
    assert row_class.voice in get_args(Voice), name
    if row_class.voice != "ours":
        assert row_class.file.split("/")[0] == row_class.voice


@each_table
def test_a_row_says_what_it_is_in_one_sentence(name: str, row_class: type[Row]) -> None:
    first = (inspect.getdoc(row_class) or "").splitlines()[0]
    assert first.endswith("."), name
    assert first != inspect.getdoc(Row)


@each_table
def test_a_link_leads_to_a_table(name: str, row_class: type[Row]) -> None:
    for column, targets in links_of(row_class).items():
        assert set(targets) <= set(TABLES), (name, column)


@each_table
def test_what_speaks_of_the_world_names_its_source(name: str, row_class: type[Row]) -> None:
    ours = {
        "curators", "signatures", "sources", "domains", "searches", "tours", "options", "audits",
        "predictions", "guesses", "lessons",
    }  # fmt: skip
    rests_on_rows = "because" in row_class.model_fields
    assert issubclass(row_class, SourcedRow) or rests_on_rows or name in ours


@each_table
def test_no_verdict_direction_or_action_is_filled_in(name: str, row_class: type[Row]) -> None:
    for column in {"verdict", "direction", "action", "evidence"} & set(row_class.model_fields):
        field = row_class.model_fields[column]
        assert field.is_required() or field.default is None, (name, column)


def test_every_row_is_frozen(small: ex.System) -> None:
    for table in small.tables.values():
        row = next(iter(table.values()))
        with pytest.raises(ValidationError, match="Instance is frozen"):
            row.id = "other"


def test_a_row_takes_no_column_that_the_schema_lacks() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Curator(id="ann", name="Ann", dose="high")  # type: ignore[call-arg]


@pytest.mark.parametrize("row_id", ["", "Mu", "2mu", "mu receptor", "mu-1", "µ", "m" * 61])
def test_an_id_is_a_short_lower_case_word(row_id: str) -> None:
    with pytest.raises(ValidationError, match="id"):
        Curator(id=row_id, name="Ann")


@pytest.mark.parametrize(
    ("cells", "link"),
    [
        ({"doi": "10.1000/a", "pmid": "7", "url": "https://a.org"}, "https://doi.org/10.1000/a"),
        ({"pmid": "7", "url": "https://a.org"}, "https://pubmed.ncbi.nlm.nih.gov/7/"),
        ({"url": "https://a.org"}, "https://a.org"),
        ({}, ""),
    ],
)
def test_a_source_is_linked_by_its_most_lasting_address(cells: dict[str, str], link: str) -> None:
    assert source(**cells).link == link


@pytest.mark.parametrize(
    ("cells", "short"),
    [
        ({"authors": "Doe JR, Roe R", "year": 2001}, "Doe 2001"),
        ({"authors": "Van der Berg A et al.", "year": 2001}, "Van der Berg 2001"),
        ({"authors": "Example Institute", "year": 2001}, "Example Institute 2001"),
        ({"authors": "FDA", "year": 2016}, "FDA 2016"),
        ({"authors": "Smith J et al.", "year": 2020}, "Smith 2020"),
        ({"authors": "Lutz PE, Kieffer BL", "year": 2013}, "Lutz 2013"),
        ({"authors": "Cox BM, Christie MJ, Devi L", "year": 2015}, "Cox 2015"),
        ({"authors": "Van't Hoff ABC", "year": 1900}, "Van't Hoff 1900"),
        ({"authors": "Institute of ABCD", "year": 1900}, "Institute of ABCD 1900"),
        ({"authors": "A" * 60, "year": 1900}, f"{'A' * 47}… 1900"),
        ({"container": "Daily Test", "year": 2003}, "Daily Test 2003"),
        ({"container": "Daily Test"}, "Daily Test"),
        ({}, "A title"),
    ],
)
def test_a_source_is_named_shortly_by_author_and_year(cells: dict[str, Any], short: str) -> None:
    assert source(**cells).short == short


@pytest.mark.parametrize(
    ("cells", "citation"),
    [
        (
            {"authors": "Doe J", "year": 2001, "container": "Journal", "volume": "1", "pages": "1"},
            "Doe J (2001). A title. Journal 1:1.",
        ),
        (
            {"year": 2001, "container": "PAIN", "volume": "142", "issue": "1-2", "pages": "17"},
            "2001. A title. PAIN 142(1-2):17.",
        ),
        ({"container": "Pain", "volume": "4", "issue": "7"}, "A title. Pain 4(7)."),
        (
            {"container": "Pain", "issue": "3", "pages": "1-9"},
            "A title. Pain, number 3, pages 1-9.",
        ),
        ({"container": "Pain", "pages": "e17"}, "A title. Pain, page e17."),
        ({"authors": "Doe J et al.", "year": 2001}, "Doe J et al. (2001). A title."),
        ({"authors": "Doe J"}, "Doe J (no date). A title."),
        ({"year": 2001}, "2001. A title."),
        ({"container": "Site"}, "A title. Site."),
        ({"title": "Is it so?", "year": 2001}, "2001. Is it so?"),
    ],
)
def test_a_source_is_cited_in_one_line(cells: dict[str, Any], citation: str) -> None:
    assert source(**cells).citation == citation


def test_a_source_of_the_real_tables_is_named_without_initials(system: ex.System) -> None:
    """No short name keeps the letters of given names, and none is empty."""
    for row in system.sources.values():
        assert row.short, row.id
        first = row.authors.split(",")[0].removesuffix(" et al.")
        name, _, initials = first.rpartition(" ")
        if name and initials.isupper() and len(initials) <= 3:
            assert row.short == f"{name} {row.year or ''}".strip(), row.id


@pytest.mark.parametrize(
    ("copy_at", "told"),
    [
        ("", "A title."),
        ("example.org", "A title. Read in a copy (example.org)."),
        ("not named", "A title. Read in a copy; where it is kept was not named."),
    ],
)
def test_a_reference_says_that_it_was_read_in_a_copy(copy_at: str, told: str) -> None:
    assert source(copy_at=copy_at).reference == told
    assert source(copy_at=copy_at).citation == "A title."


def test_a_long_name_of_a_source_ends_with_a_word(system: ex.System) -> None:
    for row in system.sources.values():
        assert row.short.count("(") == row.short.count(")"), row.id
        assert row.short.count("[") == row.short.count("]"), row.id
        name = row.short.removesuffix(str(row.year or "")).strip().removesuffix("]")
        whole = row.authors or row.container or row.title
        if name.endswith("…"):
            after = whole.split(name[:-1], 1)[1]
            assert not after[0].isalnum(), row.id
            assert name[:-1].split()[-1] not in {"and", "of", "for", "on", "in", "the"}, row.id
        assert len(name) <= 48, row.id


@pytest.mark.parametrize(
    ("authors", "short"),
    [
        ("A Body for the Prevention of Harm and of Disease", "A Body for the Prevention of Harm…"),
        ("European Agency (formerly the Other Agency)", "European Agency"),
        ("(All in brackets)", "(All in brackets)"),
        ("Library of Everything", "Library of Everything"),
        ("W" * 60, "W" * 47 + "…"),
    ],
)  # fmt: skip
def test_the_name_of_a_body_is_shortened_between_words(authors: str, short: str) -> None:
    assert source(authors=authors).short == short


def test_only_the_article_is_the_article() -> None:
    assert source(kind="article").is_article
    assert not source(kind="news").is_article
