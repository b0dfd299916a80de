"""CSV files to rows and back, and the words in which a fault is told.

A fault is told as ``file:line: column: fault (way out)``; all faults are told at once, and a
folder with a fault gives no rows at all.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape
from typing import TYPE_CHECKING, Generic, TypeVar, get_origin

from pydantic import BaseModel, ValidationError

from explainer.references import SourceReference
from explainer.rows import Row

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

R = TypeVar("R", bound=Row)
LONGEST_LINE = 20_000  # characters; the longest honest row has about 1,500
_SHOWN = 60  # characters of a faulty cell that are repeated in its message


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it stands, what it is, and the way out."""

    file: str
    line: int
    column: str
    fault: str
    way_out: str

    def __str__(self) -> str:
        """Tell the fault as ``file:line: column: fault (way out)``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f"{self.column}: " if self.column else ""
        return f"{place}: {column}{self.fault} ({self.way_out})"


class DataError(Exception):
    """The data cannot be loaded; ``problems`` holds every fault that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        head = f"{count} fault{'' if count == 1 else 's'} in the data; nothing was loaded."
        super().__init__("\n".join([head, *map(str, self.problems)]))


class Table(Mapping[str, R], Generic[R]):
    """The rows of one file, by id, in the order of the file; read-only."""

    def __init__(self, rows: Iterable[R], lines: Mapping[str, int] | None = None) -> None:
        self._rows = {row.id: row for row in rows}
        self._lines = dict(lines or {})

    def __getitem__(self, key: str) -> R:
        """Look a row up by its id; an unknown id names the nearest ones."""
        try:
            return self._rows[key]
        except KeyError:
            raise KeyError(f"{key!r} is not here{did_you_mean(key, self._rows)}") from None

    def __contains__(self, key: object) -> bool:
        """Whether a row has this id."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def where(self, **equals: object) -> Table[R]:
        """Rows whose named columns equal, or as lists contain, the given words.

        ``system.interactions.where(receptor="mu", action="full agonist")``
        """
        rows = list(self.values())
        if rows and (
            unknown := [name for name in equals if name not in type(rows[0]).model_fields]
        ):
            columns = type(rows[0]).model_fields
            message = f"{unknown[0]!r} is not a column{did_you_mean(unknown[0], columns)}"
            raise ValueError(message)
        return Table(
            (row for row in rows if all(_matches(getattr(row, k), v) for k, v in equals.items())),
            self._lines,
        )

    def line_of(self, row_id: str) -> int:
        """Line of a row in its file, or 0 where it was not read from one."""
        return self._lines.get(row_id, 0)

    def __repr__(self) -> str:
        """Say how many rows, and the first ids."""
        first = ", ".join(list(self._rows)[:4])
        return f"<Table of {len(self)} rows: {first}{', …' if len(self) > 4 else ''}>"  # noqa: PLR2004

    def _repr_html_(self) -> str:
        """Show the table in a notebook cell; every cell is escaped."""
        rows = list(self.values())
        if not rows:
            return "<p>No rows.</p>"
        columns = list(type(rows[0]).model_fields)
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(write_cell(getattr(row, c)))}</td>" for c in columns)
            + "</tr>"
            for row in rows
        )  # fmt: skip
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _matches(value: object, wanted: object) -> bool:
    return wanted in value if isinstance(value, tuple) else value == wanted


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Name the nearest known words as `` (did you mean …?)``, or nothing."""
    near = get_close_matches(word.lower(), list(known), n=3, cutoff=0.6)
    return f" (did you mean {' or '.join(repr(n) for n in near)}?)" if near else ""


def write_cell(value: object) -> str:
    """Write one value as it stands in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple) and not isinstance(value, SourceReference):
        return ";".join(str(part) for part in value)
    return str(value)


def write_rows(row_class: type[Row], rows: Iterable[Row]) -> str:
    """Write a table in its one true form: schema columns, LF line ends, sorted by id.

    Tables whose order is the order of the picture (``is_ordered``) keep it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(row_class.model_fields)
    for row in rows if row_class.is_ordered else sorted(rows, key=lambda row: row.id):
        writer.writerow(write_cell(getattr(row, name)) for name in row_class.model_fields)
    return out.getvalue()


def read_rows(folder: Path, row_class: type[R]) -> tuple[Table[R], list[Problem]]:
    """Read one table; its rows, and every fault in it (then the rows are not to be used)."""
    name = f"{folder.name}/{row_class.file}"
    text, problems = _read_text(folder / row_class.file, name)
    if problems:
        return Table[R](()), problems
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: dict[str, R] = {}
    lines: dict[str, int] = {}
    try:
        header = next(reader, [])
        problems = list(_header_problems(name, header, row_class))
        if problems:
            return Table[R](()), problems
        for cells in reader:
            line = reader.line_num
            row, faults = _read_row(name, line, header, cells, row_class)
            problems += faults
            if row is None:
                continue
            if row.id in rows:
                fault = f"{row.id!r} stands already on line {lines[row.id]}"
                problems.append(Problem(name, line, "id", fault, "give each row its own id"))
            rows[row.id], lines[row.id] = row, line
    except csv.Error as error:
        way_out = "quote cells as a spreadsheet does, and close each quotation mark"
        problems.append(
            Problem(name, reader.line_num, "", f"not readable as CSV: {error}", way_out)
        )
    return Table(rows.values(), lines), problems


def _read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Read a file as text, or say why it cannot be read."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        way_out = "restore the file, or pass the folder that holds it to load()"
        return "", [Problem(name, 0, "", "this table is missing", way_out)]
    except OSError as error:
        return "", [Problem(name, 0, "", f"cannot be read: {error.strerror}", "check the file")]
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        way_out = "save the table as plain UTF-8 text"
        return "", [Problem(name, line, "", "holds a NUL byte", way_out)]
    try:
        text = raw.decode("utf-8-sig")  # spreadsheets like to write a byte order mark
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fault = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return "", [Problem(name, line, "", fault, "save the table as 'CSV UTF-8'")]
    for number, line_text in enumerate(text.splitlines(), start=1):
        if len(line_text) > LONGEST_LINE:
            fault = f"a line of {len(line_text):,} characters"
            way_out = f"a row has at most {LONGEST_LINE:,}; shorten the cell"
            return "", [Problem(name, number, "", fault, way_out)]
    return text, []


def _header_problems(name: str, header: list[str], row_class: type[Row]) -> Iterator[Problem]:
    known = row_class.model_fields
    for column in header:
        if column not in known:
            fault = f"{column!r} is not a column of this table{did_you_mean(column, known)}"
            yield Problem(name, 1, column[:_SHOWN], fault, "remove or rename it")
        elif header.count(column) > 1:
            yield Problem(name, 1, column, "this column stands twice", "keep one of them")
    for column in known:
        if column not in header:
            yield Problem(name, 1, column, "this column is missing", "add it to the first line")


def _read_row(
    name: str, line: int, header: list[str], cells: list[str], row_class: type[R]
) -> tuple[R | None, list[Problem]]:
    if len(cells) != len(header):
        fault = f"{len(cells)} cells under {len(header)} headings"
        way_out = "give each heading one cell; quote a cell that holds a comma"
        return None, [Problem(name, line, "", fault, way_out)]
    problems = [
        Problem(name, line, column, "a line break inside the cell", "put the words on one line")
        for column, cell in zip(header, cells, strict=True)
        if "\n" in cell or "\r" in cell
    ]
    values = {
        column: _parts(cell) if _is_list(row_class, column) else cell.strip()
        for column, cell in zip(header, cells, strict=True)
        if cell.strip()
    }
    try:
        row = row_class.model_validate(values)
    except ValidationError as error:
        problems += (_told(name, line, fault) for fault in error.errors())
        return None, problems
    return row, problems


def _is_list(row_class: type[BaseModel], column: str) -> bool:
    return get_origin(row_class.model_fields[column].annotation) is tuple


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _told(name: str, line: int, error: ErrorDetails) -> Problem:
    """Tell one pydantic error in a curator's words."""
    column = str(error["loc"][0])
    context = error.get("ctx", {})
    given = str(error["input"])
    cell = repr(given if len(given) <= _SHOWN else given[:_SHOWN] + "…")
    match error["type"]:
        case "missing":
            fault, way_out = "is blank", "every row of this table needs it"
        case "literal_error":
            words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            fault = f"{cell} is not one of its words{did_you_mean(given, words)}"
            way_out = "use one of: " + ", ".join(words)
        case "float_parsing" | "int_parsing" | "int_from_float":
            fault, way_out = f"{cell} is not a number", "write a number such as 8.5, or leave blank"
        case "bool_parsing":
            fault, way_out = f"{cell} is neither yes nor no", "write yes or no"
        case "date_from_datetime_parsing" | "date_parsing":
            fault, way_out = f"{cell} is not a day", "write it as 2026-11-23"
        case "string_pattern_mismatch" if column == "id" or "a-z" in context["pattern"]:
            fault = f"{cell} is not an id"
            way_out = "use lower-case letters, digits and _, and begin with a letter"
        case "value_error":
            fault, way_out = str(context["error"]), "mend the cell"
        case "too_short":
            fault, way_out = "is blank", "every row of this table needs at least one"
        case _:
            fault, way_out = f"{cell} does not fit: {error['msg'].lower()}", "mend the cell"
    return Problem(name, line, column, fault, way_out)
