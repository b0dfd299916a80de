"""Where a rule finds what it speaks of: the place of a row, and the texts in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.model.errors import Problem
from explainer.model.schema import Row, Search, Source
from explainer.model.schema.references import SourceReference
from explainer.model.system import System

Rule = Callable[[System], Iterator[Problem]]


def problem(system: System, row: Row, column: str, fault: str, way_out: str) -> Problem:
    """Tell a fault with the file and line of its row."""
    table = next(table for table in system.tables.values() if row.id in table)
    return Problem(*table.place_of(row.id), column, fault, way_out)


def rows_of(system: System) -> Iterator[Row]:
    """Every row of every table."""
    for table in system.tables.values():
        yield from table.values()


def texts_of(row: Row) -> Iterator[tuple[str, str]]:
    """Each word or text of a row with its column; references give the place they name."""
    for column, value in vars(row).items():
        is_list = isinstance(value, tuple) and not isinstance(value, SourceReference)
        for part in value if is_list else (value,):
            text = part.place if isinstance(part, SourceReference) else part
            if isinstance(text, str) and text:
                yield column, text


def is_printed(row: Row, column: str) -> bool:
    """Whether a text stands as others printed it, so that its words are not ours to choose."""
    is_sent = isinstance(row, Search) and column == "words"  # what was sent was sent
    return is_sent or (isinstance(row, Source) and column != "seen_note")
