"""CSV files to rows; a table with a fault is told about in full and gives nothing that is used."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainer.problems import Problem, did_you_mean, shown
from explainer.rows import FormError, Row
from explainer.tables import R, Table

LONGEST_LINE = 20_000  # characters; the longest honest row has about 1,500


@dataclass
class Reading(Generic[R]):
    """What was read of one file, its faults, and what faulty rows say all the same.

    ``cells`` has the line and the cells of every row whose cells could be told apart, so that
    links can be judged even where a row has another fault.
    """

    name: str
    row_class: type[R]
    raw: bytes = b""
    is_readable: bool = True
    has_all_ids: bool = True
    problems: list[Problem] = field(default_factory=list)
    rows: dict[str, R] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    cells: list[tuple[int, dict[str, str]]] = field(default_factory=list)

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


def read_rows(folder: Path, row_class: type[R]) -> Reading[R]:
    """Read one table."""
    reading = Reading(f"{folder.name}/{row_class.file}", row_class)
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
    except csv.Error as error:
        reading.is_readable = False
        way_out = "quote cells as a spreadsheet does, and close each quotation mark"
        reading.add(line, "", f"not readable as CSV: {error}", way_out)
    return reading


def _read_text(path: Path, reading: Reading[R]) -> str:
    """Read a file as text, or note why it cannot be read."""
    line, fault, way_out = 0, "", ""
    text = ""
    try:
        raw = reading.raw = path.read_bytes()
        line = raw[: raw.index(b"\0")].count(b"\n") + 1 if b"\0" in raw else 0
        if line:
            fault, way_out = "holds a NUL byte", "save the table as plain UTF-8 text"
        text = raw.decode("utf-8-sig")  # spreadsheets like to write a byte order mark
    except FileNotFoundError:
        fault = "this table is missing"
        way_out = "restore the file, or pass the folder that holds it to load()"
    except OSError as error:
        fault, way_out = f"cannot be read: {error.strerror}", "check the file"
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fault = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        way_out = "save the table as 'CSV UTF-8'"
    for number, words in enumerate(() if fault else text.split("\n"), start=1):
        if len(words) > LONGEST_LINE:
            line, fault = number, f"a line of {len(words):,} characters"
            way_out = f"a row has at most {LONGEST_LINE:,}; shorten the cell"
    if fault:
        reading.is_readable = False
        reading.add(line, "", fault, way_out)
    return "" if fault else text


def _check_header(reading: Reading[R], header: list[str]) -> None:
    known = reading.row_class.model_fields
    for column in dict.fromkeys(header):
        if column not in known:
            fault = f"{shown(column)} is not a column of this table{did_you_mean(column, known)}"
            reading.add(1, shown(column).strip("'"), fault, "remove or rename it")
        elif header.count(column) > 1:
            reading.add(1, column, "this column stands twice", "keep one of them")
    for column in known:
        if column not in header:
            reading.add(1, column, "this column is missing", "add it to the first line")
    reading.is_readable = not reading.problems


def _read_row(reading: Reading[R], line: int, header: list[str], cells: list[str]) -> None:
    if len(cells) != len(header):
        fault = f"{len(cells)} cells under {len(header)} headings"
        way_out = "give each heading one cell; quote a cell that holds a comma"
        reading.add(line, "", fault, way_out)
        reading.has_all_ids = False
        return
    by_column = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    reading.cells.append((line, by_column))
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
        for told in _tell(error.errors()):
            reading.add(line, *told)
            reading.has_all_ids &= told[0] != "id"
        return
    if row.id in reading.rows:
        fault = f"{row.id!r} stands already on line {reading.lines[row.id]}"
        reading.add(line, "id", fault, "give each row its own id")
    reading.rows[row.id], reading.lines[row.id] = row, line


def is_list(row_class: type[Row], column: str) -> bool:
    """Whether the cells of a column may hold several words."""
    return get_origin(row_class.model_fields[column].annotation) is tuple


def parts(cell: str) -> list[str]:
    """Part a cell that holds several words."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def _tell(errors: list[ErrorDetails]) -> Iterator[tuple[str, str, str]]:
    """Tell pydantic's errors in a curator's words: column, fault, way out."""
    inside = {error["loc"][0] for error in errors if len(error["loc"]) > 1}
    for error in errors:
        # A list whose only part is faulty is then told to be too short as well: once is enough.
        if not (error["type"] == "too_short" and error["loc"][0] in inside):
            yield str(error["loc"][0]), *_words(error)


def _words(error: ErrorDetails) -> tuple[str, str]:  # noqa: PLR0911 - one line a kind of fault
    context = error.get("ctx", {})
    given = str(error["input"])
    match error["type"]:
        case "missing":
            return "is blank", "every row of this table needs it"
        case "too_short":
            return "is blank", "every row of this table needs at least one"
        case "literal_error":
            expected = str(context["expected"])
            words = expected.replace("'", "").replace(" or ", ", ").split(", ")
            fault = f"{shown(given)} is not one of its words{did_you_mean(given, words)}"
            return fault, "use one of: " + ", ".join(words)
        case "float_parsing":
            return f"{shown(given)} is not a number", "write a number such as 8.5, or leave blank"
        case "int_parsing" | "int_from_float":
            return f"{shown(given)} is not a whole number", "write a number such as 319"
        case "bool_parsing":
            return f"{shown(given)} is neither yes nor no", "write yes or no"
        case "value_error" if isinstance(context["error"], FormError):
            return f"{shown(given)} {context['error'].fault}", context["error"].way_out
        case _:
            return f"{shown(given)} does not fit: {error['msg'].lower()}", "mend the cell"
