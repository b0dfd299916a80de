"""Rows of one file, looked up and chosen; and their way back to CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, ValuesView
from typing import Generic, TypeVar, overload

from explainer.model.display_table import DisplayTable, Part, html_of
from explainer.model.errors import did_you_mean
from explainer.model.schema import Row
from explainer.model.schema.references import SourceReference

R = TypeVar("R", bound=Row)
T = TypeVar("T")


class Table(Mapping[str, R], Generic[R]):
    """The rows of one file, by id, in the order of the file; read-only."""

    def __init__(
        self, rows: Iterable[R], lines: Mapping[str, int] | None = None, name: str = ""
    ) -> None:
        self._rows = {row.id: row for row in rows}
        self._lines: Mapping[str, int] = {} if lines is None else lines
        self._name = name
        self._found: dict[str, dict[str, list[R]]] = {}

    def __getitem__(self, key: str) -> R:
        """Look a row up by its id; an unknown id names the nearest ones."""
        try:
            return self._rows[key]
        except KeyError:
            raise KeyError(f"{key!r} is not here{did_you_mean(key, self._rows)}") from None

    @overload
    def get(self, key: str, /) -> R | None: ...
    @overload
    def get(self, key: str, /, default: R | T) -> R | T: ...
    def get(self, key: str, /, default: R | T | None = None) -> R | T | None:
        """Look a row up that may be missing; no nearest ids are sought, as nobody hears them.

        Parameters
        ----------
        key
            Id of a row.
        default
            What is given where no row has it.

        Returns
        -------
        Row or default
            The row, of the table's class.

        Examples
        --------
        >>> system.receptors.get("sigma") is None
        True

        """
        return self._rows.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Whether a row has this id."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._rows)

    def values(self) -> ValuesView[R]:
        """Go through the rows."""
        return self._rows.values()

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def where(self, **equals: object) -> Table[R]:
        """Rows whose named columns equal, or as lists contain, the given words.

        Parameters
        ----------
        equals
            A column and the word, number or ``None`` it must hold; a source by its key.

        Returns
        -------
        Table
            The rows that have all of it, in the order of the file; may be empty.

        Raises
        ------
        ValueError
            Where a name is not a column; it names the nearest ones.

        Examples
        --------
        >>> list(system.interactions.where(receptor="mu", action="full agonist", ligand="damgo"))
        ['damgo_mu_1', 'damgo_mu_2']

        """
        rows: Collection[R] = self._rows.values()
        columns = type(next(iter(rows))).model_fields if rows else equals
        if unknown := [name for name in equals if name not in columns]:
            message = f"{unknown[0]!r} is not a column{did_you_mean(unknown[0], columns)}"
            raise ValueError(message)
        for column, word in equals.items():
            if isinstance(word, str):
                rows = self._rows_by(column).get(word, [])
                break
        return Table(
            (row for row in rows if all(_matches(getattr(row, k), v) for k, v in equals.items())),
            self._lines,
            self._name,
        )

    def _rows_by(self, column: str) -> dict[str, list[R]]:
        """Rows by each word in a column: asked for often, so gathered once."""
        if column not in self._found:
            found: dict[str, list[R]] = {}
            for row in self._rows.values():
                for word in _words_in(getattr(row, column)):
                    found.setdefault(word, []).append(row)
            self._found[column] = found
        return self._found[column]

    def place_of(self, row_id: str) -> tuple[str, int]:
        """File and line of a row; empty and 0 where it was not read from a file."""
        return self._name, self._lines.get(row_id, 0)

    def __repr__(self) -> str:
        """Say how many rows, and the first ids."""
        first = ", ".join(list(self._rows)[:4])
        return f"<Table of {len(self)} rows: {first}{', …' if len(self) > 4 else ''}>"  # noqa: PLR2004

    def _repr_html_(self) -> str:
        """Show the table in a notebook cell: what rows say first, then who says it; all escaped."""
        rows = list(self.values())
        if not rows:
            return "<p>No rows.</p>"
        columns = sorted(type(rows[0]).model_fields, key=_shown_last)
        cells = {
            name: [write_cell(getattr(row, name)).replace(";", "; ") for row in rows]
            for name in columns
        }
        shown = [column for column in columns if any(cells[column]) and column != "curator"]
        parts = [Part(list(zip(*(cells[column] for column in shown), strict=True)))]
        return html_of([DisplayTable(shown, parts)])


def _shown_last(column: str) -> bool:
    return column in ("sources", "curator", "checked_on")


def _matches(value: object, wanted: object) -> bool:
    if isinstance(value, SourceReference) or not isinstance(value, tuple):
        return value == wanted
    return any(part == wanted or getattr(part, "source", None) == wanted for part in value)


def _words_in(value: object) -> set[str]:
    """Words under which a value can be asked for."""
    if isinstance(value, SourceReference) or not isinstance(value, tuple):
        return {value} if isinstance(value, str) else set()
    words = {getattr(part, "source", part) for part in value}
    return {word for word in words if isinstance(word, str)}


def write_cell(value: object) -> str:
    """Write one value as it stands in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
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
