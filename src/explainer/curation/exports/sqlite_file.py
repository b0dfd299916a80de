"""All tables as one SQLite file: each link a foreign key, each list a table of its own."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from explainer.curation import dictionary
from explainer.model.contents import row_classes
from explainer.model.csv_reader import is_list
from explainer.model.schema import Row
from explainer.model.schema.references import SourceReference
from explainer.model.schema.row import links_of
from explainer.model.system import System

_TYPES = {"boolean": "INTEGER", "integer": "INTEGER", "number": "REAL"}


def write(system: System, path: Path) -> None:
    """Write the file; SQLite itself holds every link against what it leads to."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        with database:
            for statement in schema():
                database.execute(statement)
        with database:  # links are held at the end, since some rows name each other
            _fill(database, system)


def schema() -> Iterator[str]:
    """The statements that make the tables."""
    yield (
        "CREATE TABLE all_rows (id TEXT PRIMARY KEY, in_table TEXT NOT NULL"
        " REFERENCES all_tables (name)) WITHOUT ROWID"
    )
    yield "CREATE TABLE all_tables (name TEXT PRIMARY KEY, voice TEXT NOT NULL, says TEXT NOT NULL)"
    yield (
        "CREATE TABLE all_columns (in_table TEXT NOT NULL REFERENCES all_tables (name),"
        " name TEXT NOT NULL, says TEXT NOT NULL, PRIMARY KEY (in_table, name))"
    )
    for name, row_class in row_classes().items():
        columns = [c for c in row_class.model_fields if not is_list(row_class, c)]
        yield f"CREATE TABLE {name} ({', '.join(_column(row_class, c) for c in columns)})"
        for column in row_class.model_fields:
            if is_list(row_class, column):
                yield _list_table(name, row_class, column)


def _column(row_class: type[Row], column: str) -> str:
    if column == "id":
        return f'"id" TEXT PRIMARY KEY {_references(("rows",))}'
    kind = _TYPES.get(dictionary.kind_of(row_class, column), "TEXT")
    need = " NOT NULL" if row_class.model_fields[column].is_required() else ""
    links = links_of(row_class).get(column)
    return f'"{column}" {kind}{need}{" " + _references(links) if links else ""}'


def _list_table(name: str, row_class: type[Row], column: str) -> str:
    links = links_of(row_class).get(column)
    place = ', "where" TEXT NOT NULL' if column == "sources" else ""
    return (
        f'CREATE TABLE {name}_{column} ("row" TEXT NOT NULL {_references((name,))},'
        f' "place" INTEGER NOT NULL, "word" TEXT NOT NULL {_references(links or ())}{place},'
        ' PRIMARY KEY ("row", "place"))'
    )


def _references(tables: tuple[str, ...]) -> str:
    """A link into one table, or into whichever of several holds the row."""
    if not tables:
        return ""
    target = "all_rows" if len(tables) > 1 or tables == ("rows",) else tables[0]
    return f"REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"


def _fill(database: sqlite3.Connection, system: System) -> None:
    for name, row_class in row_classes().items():
        table = [name, row_class.voice, (row_class.__doc__ or "").strip().splitlines()[0]]
        _insert(database, "all_tables", [table])
        columns = row_class.model_fields
        sentences = [[name, c, dictionary.sentence_of(row_class, c)] for c in columns]
        _insert(database, "all_columns", sentences)
        rows = list(system.tables[name].values())
        _insert(database, "all_rows", [[row.id, name] for row in rows])
        single = [c for c in columns if not is_list(row_class, c)]
        _insert(database, name, [[_plain(getattr(row, c)) for c in single] for row in rows])
        for column in (c for c in columns if is_list(row_class, c)):
            words = (
                [row.id, place, *_word(word)]
                for row in rows
                for place, word in enumerate(getattr(row, column), start=1)
            )
            _insert(database, f"{name}_{column}", list(words))


def _insert(database: sqlite3.Connection, table: str, rows: list[list[Any]]) -> None:
    if rows:  # the names of tables are the schema's own
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _word(word: object) -> list[Any]:
    return [word.source, word.place] if isinstance(word, SourceReference) else [word]


def _plain(value: object) -> object:
    """A value as SQLite keeps it: blank as NULL, yes as 1, a day as text."""
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, dt.date) else (None if value == "" else value)
