"""The data dictionary: what each table and column means, written from the schema itself."""

from __future__ import annotations

import ast
import functools
import inspect
import itertools
import json
from typing import Any, Literal, get_args, get_origin

from explainer.curation import keys
from explainer.model.contents import row_classes
from explainer.model.csv_reader import is_list
from explainer.model.schema import Row
from explainer.model.schema.row import links_of

_HEAD = """# Data dictionary

Written by `python -m explainer dictionary` from `src/explainer/model/schema`; do not edit by hand.
Cells with several words part them by semicolons. A blank cell is never filled from memory; what
it means depends on the table. In pharmacology's, no source that was read says it; in claims, the
article does not say it; in assessments, no row bears on the claim. A blank note, caveat or link to
other rows has nothing to tell, and a blank day means that the row was not checked again yet.
References are written `key` or `key[place in the source]`. Ids are unique over all tables.
For programs, `keys/links.csv` has every word of every linked column as a row of its own, and
`keys/rows.csv` says in which table each id stands; both are written from the tables.
"""


TITLE = "The opioid system: what one lay article says and what pharmacology sources say"
LICENCES = {
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
}


def sentence_of(row_class: type[Row], column: str) -> str:
    """The sentence under a column, which says what its cells mean; empty where there is none."""
    row_class.model_fields[column]  # a column that is not there is refused
    said = (_sentences(one) for one in row_class.__mro__ if issubclass(one, Row))
    return next((found[column] for found in said if column in found), "")


@functools.cache
def _sentences(row_class: type[Row]) -> dict[str, str]:
    """Each column that a class declares itself, with the sentence under it.

    Read from the source here: pydantic can do it too, but then each kernel keeps all that source.
    """
    lines: list[ast.stmt] = getattr(ast.parse(inspect.getsource(row_class)).body[0], "body", [])
    return {
        ast.unparse(line.target): inspect.cleandoc(ast.literal_eval(under.value))
        for line, under in itertools.pairwise(lines)
        if isinstance(line, ast.AnnAssign)
        and isinstance(under, ast.Expr)
        and isinstance(under.value, ast.Constant)
    }


def words_of(row_class: type[Row], column: str) -> tuple[str, ...]:
    """The closed vocabulary of a column; empty where any words may stand."""
    parts = [row_class.model_fields[column].annotation]
    while parts:
        part = parts.pop()
        if get_origin(part) is Literal:
            return tuple(map(str, get_args(part)))
        parts += get_args(part)
    return ()


def as_markdown() -> str:
    """Write the dictionary for people."""
    out = [_HEAD]
    for name, row_class in row_classes().items():
        doc = inspect.getdoc(row_class) or ""
        out += [f"\n## {name}\n", f"`{row_class.file}` · voice: {row_class.voice}. {doc}\n"]
        out += ["| column | says | words or links |", "|---|---|---|"]
        links = links_of(row_class)
        for column, field in row_class.model_fields.items():
            allowed = ", ".join(f"`{word}`" for word in words_of(row_class, column))
            linked = ", ".join(f"id of {table}" for table in links.get(column, ()))
            need = "" if field.is_required() else " *(may be blank)*"
            out.append(
                f"| {column}{need} | {sentence_of(row_class, column)} | {allowed or linked} |"
            )
    return "\n".join(out) + "\n"


def as_datapackage(version: str) -> str:
    """Write the dictionary for programs, as a Frictionless data package."""
    package = {
        "profile": "tabular-data-package",
        "name": "opioid-system-explainer",
        "title": TITLE,
        "version": version,
        "licenses": [{"name": name, "path": path} for name, path in LICENCES.items()],
        "resources": [
            *(_resource(name, row_class) for name, row_class in row_classes().items()),
            *keys.resources(),
        ],
    }
    return json.dumps(package, indent=1, ensure_ascii=False) + "\n"


def _resource(name: str, row_class: type[Row]) -> dict[str, Any]:
    return {
        "name": name,
        "path": row_class.file,
        "profile": "tabular-data-resource",
        "description": inspect.getdoc(row_class),
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(row_class, column) for column in row_class.model_fields],
            "primaryKey": "id",
            "foreignKeys": keys.foreign_keys(row_class),
        },
    }


def kind_of(row_class: type[Row], column: str) -> str:
    """The kind of value that a column holds, in a data package's words."""
    annotation = str(row_class.model_fields[column].annotation)
    if is_list(row_class, column):
        return "string"
    kinds = {"bool": "boolean", "float": "number", "int": "integer", "datetime.date": "date"}
    return next((k for word, k in kinds.items() if word in annotation), "string")


def _field(row_class: type[Row], column: str) -> dict[str, Any]:
    kind = kind_of(row_class, column)
    field: dict[str, Any] = {
        "name": column,
        "type": kind,
        "description": sentence_of(row_class, column),
    }
    if kind == "boolean":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    constraints: dict[str, Any] = {}
    if row_class.model_fields[column].is_required():
        constraints["required"] = True
    if (words := words_of(row_class, column)) and not is_list(row_class, column):
        constraints["enum"] = list(words)
    if constraints:
        field["constraints"] = constraints
    return field
