"""Where help is: what to do until it comes, then whom to reach, the number first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.model.display_table import Cell, DisplayTable, Part, Phrase, html_of
from explainer.model.schema import Helpline
from explainer.model.schema.vocabularies import HelpKind
from explainer.model.system import System

_HEADINGS: dict[HelpKind, str] = {
    "what to do": "If someone may have had an overdose",
    "emergency number": "Emergency numbers",
    "finder": "In any country",
    "crisis line": "Somebody to talk to",
    "treatment line": "Help with opioids, alcohol or other drugs",
    "poison line": "If somebody may have been poisoned",
}


@dataclass(frozen=True)
class Help:
    """Help and emergency lines by what they are for."""

    rows: tuple[Helpline, ...]

    def _parts(self) -> Iterable[tuple[str, list[Helpline]]]:
        for kind, heading in _HEADINGS.items():
            if found := [row for row in self.rows if row.kind == kind]:
                yield heading, found

    @property
    def _dated(self) -> str:
        days = sorted(row.checked_on for row in self.rows if row.checked_on)
        if not days:
            return ""
        return f"Held against its source on {days[0]:%d %B %Y} or later; numbers change."

    def __repr__(self) -> str:
        """Write one line of help a line, for a terminal, a screen reader and paper."""
        out: list[str] = []
        for heading, rows in self._parts():
            out += [heading, *(f"- {_spoken(row)}" for row in rows), ""]
        return "\n".join([*out, self._dated]).strip()

    def _repr_html_(self) -> str:
        """Show what to do, then tables with the number first."""
        return html_of(self._tables())

    def _repr_markdown_(self) -> str:
        """Write the tables for exports that know no HTML."""
        return "\n\n".join(table.markdown() for table in self._tables())

    def _tables(self) -> list[DisplayTable]:
        parts = list(self._parts())
        return [
            DisplayTable(
                ("whom to reach", "where", "who answers"),
                [Part([_cells(row) for row in rows])],
                caption=heading,
                notes=[self._dated] if self._dated and place == len(parts) else (),
            )
            for place, (heading, rows) in enumerate(parts, 1)
        ]


def _spoken(row: Helpline) -> str:
    name = "" if row.kind == "what to do" else f" ({row.name})"
    return f"{row.country}: {row.contact}{name}. {row.note} {row.web}".rstrip()


def _cells(row: Helpline) -> tuple[Cell, Cell, Cell]:
    """The number as the row's head, then the country; then who answers there, and for what."""
    spoken = f" In {', '.join(row.languages)}." if row.languages else ""
    name = [] if row.kind == "what to do" else [Phrase(row.name, row.web), Phrase(". ")]
    return Phrase(row.contact, form="strong"), row.country, [*name, f"{row.note}{spoken}"]


def where_help_is(system: System) -> Help:
    """Gather all lines of help, in the order of the table.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Returns
    -------
    Help
        What to do, then whom to reach; shows itself in a cell.

    """
    return Help(tuple(system.helplines.values()))
