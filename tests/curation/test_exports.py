"""What is exported is read back whole: by SQLite, by networkx, and as JSON-LD."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import explainer as ex
from copies import SMALL
from explainer.__main__ import main
from explainer.curation import exports
from explainer.curation.exports import graph_file, linked_data, sqlite_file
from explainer.learning import quiz
from explainer.model.contents import row_classes
from explainer.model.csv_reader import is_list
from explainer.model.schema.references import SourceReference
from explainer.model.schema.row import links_of

FILES = ["opioid-system.sqlite", "opioid-system.graphml", "opioid-system.jsonld"]
Printed = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def folder(system: ex.System, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("out") / "new" / "export"
    assert exports.write(system, place, quiz.titles(system), "1.2.3") == [
        place / name for name in FILES
    ]
    return place


@pytest.fixture
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(folder / FILES[0])) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        yield opened


# SQLite


def told(value: object) -> object:
    """Give a value as SQLite holds it."""
    if isinstance(value, bool):
        return int(value)
    return None if value in ("", None) else value if isinstance(value, int | float) else str(value)


@pytest.mark.parametrize("name", row_classes())
def test_every_row_and_cell_is_read_back(
    system: ex.System, database: sqlite3.Connection, name: str
) -> None:
    row_class, rows = row_classes()[name], system.tables[name]
    single = [c for c in row_class.model_fields if not is_list(row_class, c)]
    quoted = ", ".join(f'"{column}"' for column in single)
    found = {row[0]: row for row in database.execute(f"SELECT {quoted} FROM {name}")}  # noqa: S608
    assert found == {row.id: tuple(told(getattr(row, c)) for c in single) for row in rows.values()}
    for column in (c for c in row_class.model_fields if is_list(row_class, c)):
        lists: dict[str, list[Any]] = {row: [] for row in rows}
        order = f'SELECT * FROM {name}_{column} ORDER BY "row", "place"'  # noqa: S608
        for row, _, *word in database.execute(order):
            lists[row].append(SourceReference(*word) if len(word) > 1 else word[0])
        assert lists == {row.id: list(getattr(row, column)) for row in rows.values()}


def test_every_link_is_a_declared_foreign_key(database: sqlite3.Connection) -> None:
    for name, row_class in row_classes().items():
        for column, tables in links_of(row_class).items():
            listed = is_list(row_class, column)
            table = f"{name}_{column}" if listed else name
            keys = {key[3]: key[2] for key in database.execute(f"PRAGMA foreign_key_list({table})")}
            target = tables[0] if len(tables) == 1 else "all_rows"
            assert keys["word" if listed else column] == target, (name, column)
            assert not listed or keys["row"] == name


def test_no_link_is_broken_and_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE interactions SET ligand = 'morfine' WHERE id = 'morphine_mu_1'",
        "DELETE FROM domains WHERE id = 'mood'",
        "INSERT INTO effects_through VALUES ('e01', 99, 'nothing')",
        "INSERT INTO effects_sources VALUES ('e01', 99, 'nobody1999', '')",
    ],
)
def test_a_broken_link_is_refused_by_the_file_itself(
    database: sqlite3.Connection, statement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), database:  # noqa: PT012
        database.execute(statement)
        database.commit()


def test_a_query_needs_no_word_parted_by_hand(database: sqlite3.Connection) -> None:
    joined = database.execute(
        "SELECT i.id, s.doi FROM interactions i JOIN interactions_sources r ON r.row = i.id"
        " JOIN sources s ON s.id = r.word LEFT JOIN ligands l ON l.id = i.ligand"
        " LEFT JOIN peptides p ON p.id = i.ligand WHERE l.id IS NOT NULL OR p.id IS NOT NULL"
    ).fetchall()
    (count,) = database.execute("SELECT count(*) FROM interactions_sources").fetchone()
    assert len(joined) == count


def test_tables_and_columns_say_what_they_are(database: sqlite3.Connection) -> None:
    voices = dict(database.execute("SELECT name, voice FROM all_tables"))
    assert voices == {name: row_class.voice for name, row_class in row_classes().items()}
    (said,) = database.execute(
        "SELECT says FROM all_columns WHERE in_table = 'effects' AND name = 'finding'"
    ).fetchone()
    assert said == "The finding in one plain sentence."


# GraphML


def test_the_graph_is_read_back_with_all_its_data(system: ex.System, folder: Path) -> None:
    read = nx.read_graphml(folder / FILES[1], force_multigraph=True)
    whole = graph_file.whole(system)
    assert dict(read.nodes(data=True)) == dict(whole.nodes(data=True))
    edges = {key: (a, b, data) for a, b, key, data in whole.edges(keys=True, data=True)}
    back = {key: (a, b, data) for a, b, key, data in read.edges(keys=True, data=True)}
    assert back.keys() == edges.keys()
    assert back == edges
    assert "CC-BY-SA-4.0" in read.graph["licence"]


def test_each_edge_has_its_voice_its_row_and_whoever_says_it(system: ex.System) -> None:
    whole = graph_file.whole(system)
    assert set(whole) == set(system.graph)
    assert whole.number_of_edges() == system.graph.number_of_edges()
    for _, _, key, data in whole.edges(keys=True, data=True):
        assert data["row"] == key
        assert data["voice"] in ("pharmacology", "article")
        assert data["citations"]
    edge = next(d for *_, k, d in whole.edges(keys=True, data=True) if k == "morphine_mu_1")
    row = system.interactions["morphine_mu_1"]
    assert (edge["species"], edge["measure"]) == (row.species, row.measure)
    assert float(edge["affinity_low"]) == row.affinity_low


# JSON-LD


@pytest.fixture(scope="module")
def document(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / FILES[2]).read_text(encoding="utf-8"))
    return read


def within(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from within(part)


def test_the_document_is_read_back_whole(system: ex.System, document: dict[str, Any]) -> None:
    assert document == linked_data.document(system, quiz.titles(system), "1.2.3")
    kinds = [node["@type"] for node in document["@graph"]]
    assert kinds.count("Dataset") == 1
    assert kinds.count("LearningResource") == len(quiz.titles(system))
    assert kinds.count("Claim") == len(system.claims) + len(system.effects)
    assert kinds.count("CreativeWork") == len(system.sources)


def test_everything_that_is_pointed_to_is_there_once(document: dict[str, Any]) -> None:
    nodes = [node for node in within(document) if "@type" in node and "@id" in node]
    ids = [node["@id"] for node in nodes]
    assert len(ids) == len(set(ids))
    pointed = {node["@id"] for node in within(document) if set(node) == {"@id"}}
    assert pointed <= set(ids)


def test_a_judgement_is_a_word_and_never_a_number(
    system: ex.System, document: dict[str, Any]
) -> None:
    assert not [n for n in within(document) if "ratingValue" in n or n.get("@type") == "Rating"]
    reviews = [node for node in within(document) if node.get("@type") == "Review"]
    assert {review["name"] for review in reviews} == {
        row.verdict for row in system.assessments.values()
    }


def test_a_molecule_carries_its_key_and_its_pages(
    system: ex.System, document: dict[str, Any]
) -> None:
    (node,) = (n for n in document["@graph"] if n["@id"] == "#morphine")
    keys = {one.scheme: one.value for one in system.identifiers_of("morphine")}
    assert node["inChIKey"] == keys["inchikey"]
    assert all(page.startswith("https://") for page in node["sameAs"])


# Files


def test_the_command_tells_what_it_wrote(tmp_path: Path, capsys: Printed) -> None:
    assert main(["--data", str(SMALL), "export", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.splitlines() == [f"wrote {tmp_path / 'out' / n}" for n in FILES]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(FILES)


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / FILES[1]).write_text("mine")
    assert main(["--data", str(SMALL), "export", str(tmp_path)]) == 1
    told = f"{tmp_path / FILES[1]}: is there already (name another folder, or one that is new)\n"
    assert capsys.readouterr().out == told
    assert [path.name for path in tmp_path.iterdir()] == [FILES[1]]
    assert (tmp_path / FILES[1]).read_text() == "mine"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "out").write_text("a file")
    assert main(["--data", str(SMALL), "export", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().out.startswith(f"{tmp_path / 'out'}: File exists (name another")


def test_a_folder_that_takes_no_file_is_refused(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(exports.tempfile, "TemporaryDirectory", barred)
    assert main(["--data", str(SMALL), "export", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith(f"{tmp_path}: Permission denied (name another")


def test_what_breaks_off_leaves_nothing_behind(
    tmp_path: Path, small: ex.System, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(linked_data, "write", full)
    with pytest.raises(ex.DataError, match="No space left on device"):
        exports.write(small, tmp_path, {}, "1")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_moved_takes_its_fellows_away(
    tmp_path: Path, small: ex.System, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.rename

    def once(self: Path, target: Path) -> Path:
        if target.name == FILES[2]:
            raise PermissionError(13, "Permission denied")
        return move(self, target)

    monkeypatch.setattr(Path, "rename", once)
    with pytest.raises(ex.DataError, match="Permission denied"):
        exports.write(small, tmp_path, {}, "1")
    assert list(tmp_path.iterdir()) == []


def test_the_schema_is_one_that_sqlite_takes_alone() -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        for statement in sqlite_file.schema():
            database.execute(statement)
