"""Rows in words, as a lesson shows them: what is said, in whom, by whom, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

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
        """Show a short table in a notebook cell; every word is escaped."""
        columns = {
            "what the row says": [escape(line.text) for line in self.lines],
            "of which kind": [escape(line.badge) for line in self.lines],
            "note": [escape(line.caveat) for line in self.lines],
            "who says so": [self._linked(line) for line in self.lines],
        }
        shown = {head: cells for head, cells in columns.items() if any(cells)}
        left = 'style="text-align:left"'
        head = "".join(f'<th scope="col" {left}>{word}</th>' for word in shown)
        body = "".join(
            f"<tr>{''.join(f'<td {left}>{cell}</td>' for cell in cells)}</tr>"
            for cells in zip(*shown.values(), strict=True)
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _by(self, line: Line) -> str:
        return "; ".join(self.sources[key].short for key in line.sources)

    def _linked(self, line: Line) -> str:
        found = (self.sources[key] for key in line.sources)
        return "; ".join(
            f'<a href="{escape(s.link)}" title="{escape(s.citation)}">{escape(s.short)}</a>'
            if s.link
            else escape(s.short)
            for s in found
        )


def _kind(line: Line) -> str:
    return f"({line.badge})" if line.badge else ""


def _note(line: Line) -> str:
    return f"Note: {line.caveat}" if line.caveat else ""


def told(system: System, rows: Mapping[str, Row] | Iterable[str]) -> Told:
    """Put rows in words: a table of the system, or ids."""
    chosen = rows.values() if isinstance(rows, Mapping) else [system.find(row) for row in rows]
    lines = tuple(line_of(system, row) for row in chosen)
    if not lines:
        raise ValueError("there are no rows to tell (loosen what `where` asks for)")
    return Told(lines, {key: system.sources[key] for line in lines for key in line.sources})
