"""Every link as a row of its own, so that programs that know no lists can follow each of them.

`keys/rows.csv` says in which table each row stands; `keys/links.csv` has one row for each word of
each linked column. Both are written from the tables, and read by nothing here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from explainer.model.contents import row_classes
from explainer.model.csv_reader import is_list
from explainer.model.errors import Problem
from explainer.model.schema import Row
from explainer.model.schema.references import SourceReference
from explainer.model.schema.row import links_of
from explainer.model.system import System

ROWS, LINKS = "keys/rows.csv", "keys/links.csv"
_ROWS_HEAD = {
    "id": "A row of any table.",
    "in_table": "The table in which it stands.",
}
_LINKS_HEAD = {
    "row": "The row that links.",
    "in_table": "The table in which it stands.",
    "column": "The column of the link.",
    "place": "The place of the word in its cell, from 1.",
    "target": "The row that is linked to.",
    "target_table": "The table in which that row stands.",
    "where": "The place in a source, where the link is a reference that names one.",
}


def written(system: System) -> dict[str, str]:
    """Both files, by their names."""
    table_of = {row: name for name, table in system.tables.items() for row in table}
    rows = sorted(table_of.items())
    return {
        ROWS: _csv(_ROWS_HEAD, rows),
        LINKS: _csv(_LINKS_HEAD, sorted(_links(system, table_of))),
    }


def write(system: System, folder: Path) -> None:
    """Write both files beside the tables."""
    for name, text in written(system).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def stale(system: System, folder: Path) -> Iterator[Problem]:
    """Each file that is there and says other than the tables do; rows that are gone are named."""
    for name, text in written(system).items():
        path = folder / name
        if not path.exists() or path.read_bytes() == text.encode():
            continue
        gone = _gone(system, path) if name == ROWS else {}
        for table, ids in gone.items():
            fault = f"lists {ids[0]!r}, which {table}.csv no longer has"
            fault += f", nor {len(ids) - 1} more" if len(ids) > 1 else ""
            way_out = (
                "restore what was lost; if it was taken out, run: python -m explainer dictionary"
            )
            yield Problem(f"{folder.name}/{name}", 0, "id", fault, way_out)
        if not gone:
            fault, way_out = "is older than the tables", "run: python -m explainer dictionary"
            yield Problem(f"{folder.name}/{name}", 0, "", fault, way_out)


def _gone(system: System, path: Path) -> dict[str, list[str]]:
    """What stood there when the file was written, by table: one cut at a row's end looks whole."""
    gone: dict[str, list[str]] = {}
    for line in path.read_bytes().decode(errors="replace").splitlines()[1:]:
        key, _, table = line.partition(",")
        if table in system.tables and key not in system.tables[table]:
            gone.setdefault(table, []).append(key)
    return gone


def foreign_keys(row_class: type[Row]) -> list[dict[str, Any]]:
    """The links of a table that stand one in a cell; those of lists stand in `LINKS`."""
    return [
        {
            "fields": column,
            "reference": {"resource": tables[0] if len(tables) == 1 else "rows", "fields": "id"},
        }
        for column, tables in links_of(row_class).items()
        if not is_list(row_class, column)
    ]


def resources() -> list[dict[str, Any]]:
    """What a data package says of both files."""
    rows = _resource("rows", ROWS, "One row of any table.", _ROWS_HEAD, "id", [])
    ends = [("row", "in_table"), ("target", "target_table")]
    keys = [
        {"fields": list(end), "reference": {"resource": "rows", "fields": ["id", "in_table"]}}
        for end in ends
    ]
    primary = ["row", "column", "place"]
    told = "One word of one linked column: from which row to which."
    return [rows, _resource("links", LINKS, told, _LINKS_HEAD, primary, keys)]


def _resource(  # noqa: PLR0913, PLR0917 - the parts of one description
    name: str, path: str, told: str, head: dict[str, str], primary: object, keys: object
) -> dict[str, Any]:
    fields = [
        {"name": column, "type": "integer" if column == "place" else "string", "description": says}
        for column, says in head.items()
    ]
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "description": told,
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": primary, "foreignKeys": keys},
    }


def _links(system: System, table_of: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for name, row_class in row_classes().items():
        for row in system.tables[name].values():
            for column in links_of(row_class):
                for place, word in enumerate(_words(getattr(row, column)), start=1):
                    is_reference = isinstance(word, SourceReference)
                    target, where = word if is_reference else (word, "")
                    yield row.id, name, column, str(place), target, table_of[target], where


def _words(value: object) -> tuple[Any, ...]:
    if value is None:
        return ()
    if isinstance(value, tuple) and not isinstance(value, SourceReference):
        return value
    return (value,)


def _csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *rows])
    return out.getvalue()
