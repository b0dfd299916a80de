"""Rows in words, as a lesson shows them: what is said, in whom, by whom, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explainer.model.display_table import Cell, DisplayTable, Part, Phrase, html_of
from explainer.model.schema import Row, Source
from explainer.model.system import System
from explainer.voices.phrases import Line, line_of


@dataclass(frozen=True)
class Told:
    """Some rows, one line each, with their sources."""

    lines: tuple[Line, ...]
    sources: Mapping[str, Source]

    def __repr__(self) -> str:
        """Write one row a line, for a terminal and a screen reader."""
        return "\n".join(
            " ".join(filter(None, (line.text, _kind(line), _note(line), f"[{self._by(line)}]")))
            for line in self.lines
        )

    def _repr_html_(self) -> str:
        """Show a short table in a notebook cell."""
        return html_of([self._table()])

    def _repr_markdown_(self) -> str:
        """Write the table for exports that know no HTML."""
        return self._table().markdown()

    def _table(self) -> DisplayTable:
        columns: dict[str, list[Cell]] = {
            "what was found": [line.text for line in self.lines],
            "of which kind": [line.badge for line in self.lines],
            "note": [line.caveat for line in self.lines],
            "who says so": [self._linked(line) for line in self.lines],
        }
        shown = {head: cells for head, cells in columns.items() if any(cells)}
        rows = list(zip(*shown.values(), strict=True))
        return DisplayTable(list(shown), [Part(rows)], has_row_heads=False)

    def _by(self, line: Line) -> str:
        return "; ".join(self.sources[key].short for key in line.sources)

    def _linked(self, line: Line) -> list[Phrase]:
        found = [self.sources[key] for key in line.sources]
        linked = [Phrase(source.short, source.link, source.reference) for source in found]
        return [part for phrase in linked for part in (Phrase("; "), phrase)][1:]


def _kind(line: Line) -> str:
    return f"({line.badge})" if line.badge else ""


def _note(line: Line) -> str:
    return f"Note: {line.caveat}" if line.caveat else ""


def told(system: System, rows: Mapping[str, Row] | Iterable[str]) -> Told:
    """Put rows in words: a table of the system, or ids.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    rows
        A table, whole or from `Table.where`; or ids of rows, in the order to tell them.

    Returns
    -------
    Told
        One line for each row, with its sources; shows itself in a cell.

    Raises
    ------
    ValueError
        Where there is no row to tell.
    KeyError
        Where an id is in no table.

    Examples
    --------
    >>> from explainer import lessons
    >>> len(lessons.told(system, system.products_of("pomc")).lines)
    1

    """
    chosen = rows.values() if isinstance(rows, Mapping) else [system.find(row) for row in rows]
    lines = tuple(line_of(system, row) for row in chosen)
    if not lines:
        raise ValueError("there are no rows to tell (loosen what `where` asks for)")
    return Told(lines, {key: system.sources[key] for line in lines for key in line.sources})
