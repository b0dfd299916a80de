"""The data dictionary says what the schema says, to people and to programs."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import explainer as ex
from copies import SMALL, Copy
from explainer.__main__ import main
from explainer.curation import dictionary, keys
from explainer.model.contents import row_classes
from explainer.model.csv_reader import is_list
from explainer.model.loading import data_folder
from explainer.model.schema import Assessment, Claim, Effect, Interaction, Peptide
from explainer.model.schema.row import links_of

TABLES = row_classes()
WAY_OUT = "run: python -m explainer dictionary"


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(dictionary.as_datapackage("1.2.3"))
    return read


@pytest.fixture(scope="module")
def fields(package: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (table["name"], field["name"]): field
        for table in package["resources"]
        for field in table["schema"]["fields"]
    }


def test_the_dictionary_beside_the_data_is_fresh() -> None:
    written = (data_folder() / "README.md").read_text(encoding="utf-8")
    assert written == dictionary.as_markdown(), WAY_OUT


def test_the_package_beside_the_data_is_fresh() -> None:
    written = (data_folder() / "datapackage.json").read_text(encoding="utf-8")
    assert written == dictionary.as_datapackage(ex.__version__), (
        "run: python -m explainer dictionary"
    )


def test_a_blank_cell_is_told_for_each_voice() -> None:
    head = " ".join(dictionary.as_markdown().split("##")[0].split())
    assert "In pharmacology's, no source that was read says it; in claims, the article does" in head
    assert "in assessments, no row bears on the claim." in head


def test_the_form_for_a_missing_row_offers_tables_that_exist() -> None:
    path = Path(__file__).parents[2] / ".github" / "ISSUE_TEMPLATE" / "row-is-missing.yml"
    (choice,) = [b for b in yaml.safe_load(path.read_text())["body"] if b["type"] == "dropdown"]
    *offered, unknown = choice["attributes"]["options"]
    assert unknown == "I do not know"
    assert set(offered) <= set(TABLES)
    assert {row.file.split("/")[0] for row in map(TABLES.get, offered) if row} == {
        "article", "pharmacology", "teaching", "searches.csv"
    }  # fmt: skip
    assert {"claims", "assessments", "terms", "events", "results", "searches"} <= set(offered)


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        ("id", "A short lower-case word that no other row of any table has."),
        ("curator", "Who brought the row in."),
        ("sequence", "Amino acids, one letter each, from the first."),
    ],
)
def test_a_sentence_is_read_from_the_class_that_declares_the_column(
    column: str, sentence: str
) -> None:
    assert dictionary.sentence_of(Peptide, column) == sentence


@pytest.mark.parametrize(
    ("row_class", "column", "words"),
    [
        (Claim, "hedging", ("asserted", "hedged", "open")),
        (Interaction, "relation", ("=", "<", ">")),
        (Peptide, "name", ()),
        (Assessment, "because", ()),
    ],
)
def test_a_vocabulary_is_read_from_the_type(
    row_class: type, column: str, words: tuple[str, ...]
) -> None:
    assert dictionary.words_of(row_class, column) == words


@pytest.mark.parametrize(("name", "row_class"), TABLES.items(), ids=TABLES)
def test_every_column_has_a_sentence(name: str, row_class: type) -> None:
    text = dictionary.as_markdown().split(f"\n## {name}\n")[1].split("\n## ")[0]
    assert text.startswith(f"\n`{row_class.file}` · voice: {row_class.voice}. ")
    lines = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")][1:]
    assert [line[0].removeprefix("| ").split(" *")[0] for line in lines] == list(
        row_class.model_fields
    )
    assert all(line[1].endswith(".") for line in lines)


def test_a_column_that_may_be_blank_is_marked() -> None:
    text = dictionary.as_markdown()
    assert "| precursor *(may be blank)* | The precursor it is cut from" in text
    assert "| sequence | Amino acids" in text


def test_links_and_words_are_listed() -> None:
    text = dictionary.as_markdown()
    assert "| The molecule. | id of peptides, id of ligands |" in text
    assert "| How firmly it is said. | `asserted`, `hedged`, `open` |" in text


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("interactions", "affinity_low", "number"),
        ("interactions", "plot_ok", "boolean"),
        ("interactions", "measure", "string"),
        ("interactions", "pmids", "string"),
        ("interactions", "checked_on", "date"),
        ("peptides", "start", "integer"),
        ("peptides", "status", "string"),
        ("sources", "year", "integer"),
        ("claims", "open_end", "boolean"),
    ],
)
def test_a_program_is_told_the_type_of_a_column(
    fields: dict[tuple[str, str], dict[str, Any]], table: str, column: str, kind: str
) -> None:
    assert fields[table, column]["type"] == kind


def test_a_program_is_told_what_is_required_and_which_words_there_are(
    fields: dict[tuple[str, str], dict[str, Any]],
) -> None:
    assert fields["claims", "hedging"]["constraints"] == {
        "required": True,
        "enum": ["asserted", "hedged", "open"],
    }
    assert "required" not in fields["interactions", "relation"]["constraints"]
    assert "constraints" not in fields["peptides", "start"]


def test_a_program_is_told_links_into_one_table(package: dict[str, Any]) -> None:
    (peptides,) = (table for table in package["resources"] if table["name"] == "peptides")
    link = {"fields": "precursor", "reference": {"resource": "precursors", "fields": "id"}}
    assert link in peptides["schema"]["foreignKeys"]


PARSERS: dict[str, Callable[[str], object]] = {"integer": int, "number": float, "string": str}


def test_the_tables_are_what_the_package_says(package: dict[str, Any]) -> None:
    for table in (each for each in package["resources"] if each["name"] in TABLES):
        with (SMALL / table["path"]).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for field in table["schema"]["fields"]:
                    cell = row[field["name"]]
                    constraints = field.get("constraints", {})
                    assert cell or not constraints.get("required"), (table["name"], field)
                    assert not cell or cell in constraints.get("enum", [cell])
                    if cell and field["type"] in PARSERS:
                        PARSERS[field["type"]](cell)
                    if field["type"] == "boolean":
                        assert cell in ("yes", "no")


def test_a_package_carries_version_and_licences(package: dict[str, Any]) -> None:
    assert package["version"] == "1.2.3"
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-SA-4.0", "ODbL-1.0"]


def test_every_link_is_a_declared_foreign_key(package: dict[str, Any]) -> None:
    """In its own table where a cell holds one word, else among the links, which lead to rows."""
    declared = {
        (table["name"], key["fields"]): key["reference"]["resource"]
        for table in package["resources"]
        for key in table["schema"]["foreignKeys"]
        if isinstance(key["fields"], str)
    }
    for name, row_class in TABLES.items():
        for column, tables in links_of(row_class).items():
            if not is_list(row_class, column):
                assert declared[name, column] == (tables[0] if len(tables) == 1 else "rows")
    (links,) = (table for table in package["resources"] if table["name"] == "links")
    ends = [key["fields"] for key in links["schema"]["foreignKeys"]]
    assert ends == [["row", "in_table"], ["target", "target_table"]]
    assert {key["reference"]["resource"] for key in links["schema"]["foreignKeys"]} == {"rows"}


def read_keys(system: ex.System) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    files = keys.written(system)
    rows, links = (list(csv.DictReader(io.StringIO(files[n]))) for n in (keys.ROWS, keys.LINKS))
    return rows, links


def test_every_row_has_its_table_and_every_word_of_a_link_its_row(small: ex.System) -> None:
    rows, links = read_keys(small)
    assert {row["id"]: row["in_table"] for row in rows} == {
        row: name for name, table in small.tables.items() for row in table
    }
    told = {(link["row"], link["column"], link["place"]): link for link in links}
    assert len(told) == len(links)
    second = told["morphine", "sources", "2"]
    assert (second["target"], second["target_table"], second["where"]) == (
        "roe2002", "sources", "origin",
    )  # fmt: skip
    assert told["morphine_mu_1", "ligand", "1"]["target_table"] == "ligands"
    assert ("endomorphin", "precursor", "1") not in told


def test_the_keys_beside_the_data_are_fresh(system: ex.System) -> None:
    assert list(map(str, keys.stale(system, data_folder()))) == [], WAY_OUT
    for name in keys.written(system):
        assert (data_folder() / name).is_file()


def test_keys_older_than_the_tables_are_told(
    copy: Copy, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(copy.path), "dictionary"]) == 0
    assert main(["--data", str(copy.path), "check"]) == 0
    capsys.readouterr()
    copy.set("pharmacology/effects.csv", "e4", sources="doe2001[Table 1]")
    assert main(["--data", str(copy.path), "check"]) == 1
    told = "data/keys/links.csv: is older than the tables (run: python -m explainer dictionary)\n"
    assert capsys.readouterr().out == told


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        dictionary.sentence_of(Effect, "dose")


@pytest.mark.parametrize(
    ("table", "kept", "told"),
    [
        ("searches.csv", 0, "lists 'q_mood', which searches.csv no longer has"),
        ("teaching/guesses.csv", 1, "lists 'p1b', which guesses.csv no longer has"),
        ("pharmacology/results.csv", 0, "lists 'r1', which results.csv no longer has"),
    ],
)
def test_a_row_that_is_lost_is_named_by_the_keys(
    copy: Copy, capsys: pytest.CaptureFixture[str], table: str, kept: int, told: str
) -> None:
    assert main(["--data", str(copy.path), "dictionary"]) == 0
    copy.keep(table, kept)
    capsys.readouterr()
    assert main(["--data", str(copy.path), "check"]) == 1
    out = capsys.readouterr().out
    way_out = "restore what was lost; if it was taken out, run: python -m explainer dictionary"
    assert f"data/keys/rows.csv: id: {told} ({way_out})" in out


def test_spoilt_keys_are_told_and_not_raised(copy: Copy) -> None:
    assert main(["--data", str(copy.path), "dictionary"]) == 0
    (copy.path / keys.ROWS).write_bytes(b"\xff\xfe\x00id")
    assert main(["--data", str(copy.path), "check"]) == 1
