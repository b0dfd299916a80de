"""A count that a text relies on, written so that it can be counted again.

``16 = peptides``
``3 = assessments where verdict=supported and claim.topic=hazard``
``40 = interactions by ligand where receptor=kappa``  counts each ligand once
``5 = c14.subjects``                                  counts the words in one cell
"""

from __future__ import annotations

import re
from typing import Any

from explainer.model.errors import did_you_mean
from explainer.model.schema import Row
from explainer.model.system import System
from explainer.model.table import write_cell

_COUNT = re.compile(
    r"(?P<number>\d+) = (?:(?P<row>\w+)\.(?P<cell>\w+)"
    r"|(?P<table>\w+)(?: by (?P<by>[\w.]+))?(?: where (?P<conditions>.+))?)"
)


class CountError(Exception):
    """A count that cannot be read or does not hold; ``way_out`` says what to do."""

    def __init__(self, fault: str, way_out: str) -> None:
        super().__init__(fault)
        self.way_out = way_out


def counted(system: System, count: str) -> str:
    """Count again; give the number, or raise `CountError` where another one comes out."""
    match = _COUNT.fullmatch(count)
    if match is None:
        way_out = "write it as '16 = peptides' or '3 = effects where domain=mood'"
        raise CountError(f"{count!r} is not a count", way_out)
    if match["row"]:
        number = len(_value(system, _find(system, match["row"]), match["cell"]) or ())
    else:
        number = _count_rows(system, match)
    if number != int(match["number"]):
        raise CountError(f"{count!r}, but {number} are there", "set the text and the comment right")
    return match["number"]


def _count_rows(system: System, match: re.Match[str]) -> int:
    name = match["table"]
    if name not in system.tables:
        fault = f"{name!r} is not a table{did_you_mean(name, system.tables)}"
        raise CountError(fault, "name a table of the system")
    conditions = [c.strip() for c in (match["conditions"] or "").split(" and ") if c.strip()]
    rows = [
        row
        for row in system.tables[name].values()
        if all(_holds(system, row, condition) for condition in conditions)
    ]
    return len(
        {write_cell(_value(system, row, match["by"])) for row in rows} if match["by"] else rows
    )


def _holds(system: System, row: Row, condition: str) -> bool:
    """Whether a cell holds a word, or anything at all where no word is given."""
    path, mark, word = condition.partition("=")
    cell = write_cell(_value(system, row, path.strip()))
    return word.strip() in cell.split(";") if mark else bool(cell)


def _value(system: System, row: Row, path: str) -> Any:  # noqa: ANN401 - any cell of any table
    """The cell at a path; each step but the last names a row by its id."""
    column, _, rest = path.partition(".")
    if column not in type(row).model_fields:
        known = type(row).model_fields
        fault = f"{column!r} is not a column of {type(row).__name__}{did_you_mean(column, known)}"
        raise CountError(fault, "name a column that the data dictionary has")
    value = getattr(row, column)
    return _value(system, _find(system, value), rest) if rest else value


def _find(system: System, row_id: str) -> Row:
    try:
        return system.find(row_id)
    except KeyError as error:
        raise CountError(str(error.args[0]), "name a row that is in the tables") from None
