"""CSV files to rows; a table with a fault is told about in full and gives nothing that is used."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, get_origin

from pydantic import ValidationError

from explainer.model.errors import MOST_FAULTS, Problem, shown, too_many
from explainer.model.files import Allowance, RefusedError
from explainer.model.refusals import told_of
from explainer.model.schema import Row
from explainer.model.schema.references import SourceReference
from explainer.model.schema.row import links_of
from explainer.model.table import R, Table

LONGEST_LINE = 20_000  # characters; the longest honest row has about 1,500


@dataclass
class Reading(Generic[R]):
    """What was read of one file, its faults, and what faulty rows say all the same.

    ``cells`` has, of every row whose cells could be told apart, its line and the cells by which
    tables hang together, so that links can be judged even where a row has another fault. All
    cells of all tables would take as much room as the rows.
    """

    name: str
    row_class: type[R]
    allowance: Allowance = field(default_factory=Allowance)
    is_readable: bool = True
    has_all_ids: bool = True
    problems: list[Problem] = field(default_factory=list)
    rows: dict[str, R] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    cells: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    alike: dict[object, Any] = field(default_factory=dict)
    linked: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.linked = frozenset({"id", "kind", *links_of(self.row_class)})

    def keep(self, row: R, line: int) -> None:
        """Take a row in, and keep once what it holds in common with others.

        Half of all cells stand in other rows, too, and the set of the columns that a row fills
        would take more room than the row. Python's own table of words is left alone: it never
        shrinks, and the words of our tables would double it.
        """
        values = vars(row)
        values.update({column: self._shared(value) for column, value in values.items()})
        names = row.model_fields_set
        shared = self.alike.setdefault(frozenset(names), names)
        object.__setattr__(row, "__pydantic_fields_set__", shared)  # a row is frozen
        self.rows[row.id], self.lines[row.id] = row, line

    def _shared(self, value: Any) -> Any:  # noqa: ANN401 - whatever a cell may hold
        if isinstance(value, SourceReference):
            value = SourceReference(*map(self._shared, value))
        elif isinstance(value, tuple):
            value = tuple(map(self._shared, value))
        elif not isinstance(value, str | dt.date):
            return value  # 1 and 1.0 are alike
        return self.alike.setdefault((type(value), value), value)  # a reference equals its words

    @property
    def table(self) -> Table[R]:
        """The rows, as a table."""
        return Table(self.rows.values(), self.lines, self.name)

    def words(self, column: str) -> Iterator[tuple[int, str]]:
        """Each word of a column with its line, from sound rows and faulty ones alike."""
        for line, cells in self.cells:
            for word in parts(cells.get(column, "")):
                yield line, word

    def add(self, line: int, column: str, fault: str, way_out: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(self.name, line, column, fault, way_out))

    def stop(self, line: int) -> None:
        """Read no further: what is still to come would be more of the same."""
        self.problems = [*self.problems[:MOST_FAULTS], too_many(self.name, line)]
        self.is_readable = False


def read_tables(folder: Path, row_classes: Mapping[str, type[Row]]) -> dict[str, Reading[Any]]:
    """Read all tables within one allowance, so that no folder takes long or fills the memory."""
    allowance = Allowance()
    alike: dict[object, Any] = {}
    return {name: read_rows(folder, each, allowance, alike) for name, each in row_classes.items()}


def read_rows(
    folder: Path,
    row_class: type[R],
    allowance: Allowance | None = None,
    alike: dict[object, Any] | None = None,
) -> Reading[R]:
    """Read one table."""
    reading = Reading(f"{folder.name}/{row_class.file}", row_class, allowance or Allowance())
    reading.alike = {} if alike is None else alike
    text = _read_text(folder / row_class.file, reading)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = next(reader, []) if reading.is_readable else []
        if reading.is_readable:
            _check_header(reading, header)
        while reading.is_readable:
            line = reader.line_num + 1
            cells = next(reader, None)
            if cells is None:
                break
            _read_row(reading, line, header, cells)
            if len(reading.problems) > MOST_FAULTS:
                reading.stop(line)
    except csv.Error as error:
        reading.is_readable = False
        way_out = "quote cells as a spreadsheet does, and close each quotation mark"
        reading.add(line, "", f"not readable as CSV: {error}", way_out)
    return reading


def _read_text(path: Path, reading: Reading[R]) -> str:
    """Read a file as text, or note why it cannot be read."""
    try:
        raw = reading.allowance.read(path)
    except RefusedError as error:
        return _unreadable(reading, 0, error.fault, error.way_out)
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        way_out = "save the table as plain UTF-8 text"
        return _unreadable(reading, line, "holds a NUL byte", way_out)
    try:
        text = raw.decode("utf-8-sig")  # spreadsheets like to write a byte order mark
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fault = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return _unreadable(reading, line, fault, "save the table as 'CSV UTF-8'")
    for number, words in enumerate(text.split("\n"), start=1):
        if len(words) > LONGEST_LINE:
            way_out = f"a row has at most {LONGEST_LINE:,}; shorten the cell"
            return _unreadable(reading, number, f"a line of {len(words):,} characters", way_out)
    return text


def _unreadable(reading: Reading[R], line: int, fault: str, way_out: str) -> str:
    reading.is_readable = False
    reading.add(line, "", fault, way_out)
    return ""


def _check_header(reading: Reading[R], header: list[str]) -> None:
    known = list(reading.row_class.model_fields)
    for column, times in Counter(header).items():
        if column not in known:
            near = reading.allowance.guess(column, known)
            fault = f"{shown(column)} is not a column of this table{near}"
            reading.add(1, shown(column).strip("'"), fault, "remove or rename it")
        elif times > 1:
            reading.add(1, column, "this column stands twice", "keep one of them")
    for column in known:
        if column not in header:
            reading.add(1, column, "this column is missing", "add it to the first line")
    if not reading.problems and header != known:
        # Two headings may have changed places above cells that did not: nobody could tell.
        stands, column = next(pair for pair in zip(header, known, strict=True) if len({*pair}) > 1)
        fault = f"{stands!r} stands in the place of {column!r}"
        way_out = f"put headings and cells in this order: {', '.join(known)}"
        reading.add(1, stands, fault, way_out)
    reading.is_readable = not reading.problems
    if len(reading.problems) > MOST_FAULTS:
        reading.stop(1)


def _read_row(reading: Reading[R], line: int, header: list[str], cells: list[str]) -> None:
    if len(cells) != len(header):
        fault = f"{len(cells)} cells under {len(header)} headings"
        way_out = "give each heading one cell; quote a cell that holds a comma"
        reading.add(line, "", fault, way_out)
        reading.has_all_ids = False
        return
    by_column = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    linked = {column: by_column[column] for column in header if column in reading.linked}
    reading.cells.append((line, linked))
    for column, cell in by_column.items():
        if "\n" in cell or "\r" in cell:
            reading.add(line, column, "a line break inside the cell", "put the words on one line")
    values = {
        column: parts(cell) if is_list(reading.row_class, column) else cell
        for column, cell in by_column.items()
        if cell
    }
    try:
        row = reading.row_class.model_validate(values)
    except ValidationError as error:
        for told in told_of(error, reading.row_class, reading.allowance):
            reading.add(line, *told)
            reading.has_all_ids &= told[0] != "id"
        return
    if row.id in reading.rows:
        fault = f"{row.id!r} stands already on line {reading.lines[row.id]}"
        reading.add(line, "id", fault, "give each row its own id")
    reading.keep(row, line)


@functools.cache
def is_list(row_class: type[Row], column: str) -> bool:
    """Whether the cells of a column may hold several words."""
    return get_origin(row_class.model_fields[column].annotation) is tuple


def parts(cell: str) -> list[str]:
    """Part a cell that holds several words."""
    return [part for word in cell.split(";") if (part := word.strip())]
