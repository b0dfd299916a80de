"""Where help is: what to do until it comes, then whom to reach, the number first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import assert_never

from explainer.model.display_table import Cell, DisplayTable, Part, Phrase, html_of
from explainer.model.schema import Helpline
from explainer.model.schema.vocabularies import HelpKind
from explainer.model.system import System

HEADINGS: dict[HelpKind, str] = {
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

    def _parts(self) -> Iterable[tuple[HelpKind, str, list[Helpline]]]:
        for kind, heading in HEADINGS.items():
            if found := [row for row in self.rows if row.kind == kind]:
                yield kind, heading, found

    @property
    def _dated(self) -> str:
        days = sorted(row.checked_on for row in self.rows if row.checked_on)
        if not days:
            return ""
        return f"Held against its source on {days[0]:%d %B %Y} or later; numbers change."

    def __repr__(self) -> str:
        """Write one line of help a line, for a terminal, a screen reader and paper."""
        out: list[str] = []
        for _, heading, rows in self._parts():
            out += [heading, *(f"- {_spoken(row)}" for row in rows), ""]
        return "\n".join([*out, self._dated]).strip()

    def _repr_html_(self) -> str:
        """Show what to do, then tables with the number first; on paper, a short card and a list."""
        return html_of(self._tables()) + self._card()

    def _card(self) -> str:
        """A short card for paper, and every line of help for the last page."""
        few = Help(self.near())
        left = f"<p>{len(self.rows) - len(few.rows)} more lines of help stand on the last page.</p>"
        is_all = len(few.rows) == len(self.rows)
        return (
            f'<div class="explainer-paper help-card" hidden>{few._run_in()}'
            f"{'' if is_all else left}</div>"
            f'<div class="explainer-paper help-list" hidden>{self._run_in()}</div>'
        )

    def near(self) -> tuple[Helpline, ...]:
        """Give the lines of the short card, for where there is little room."""
        return tuple(row for row in self.rows if self._is_near(row))

    def _is_near(self, row: Helpline) -> bool:
        """Whether a line is on the short card: the first of its kind where we say what to do."""
        told = list(dict.fromkeys(one.country for one in self.rows if one.kind == "what to do"))
        match row.kind:
            case "what to do":
                return row.country in told[:2]
            case "emergency number" | "finder":
                return True
            case "crisis line" | "treatment line" | "poison line":
                first = next(o for o in self.rows if (o.kind, o.country) == (row.kind, row.country))
                return row is first and any(country in row.country for country in told)
            case _:
                assert_never(row.kind)

    def _run_in(self) -> str:
        """What to do in whole sentences; lines as number, name and country, one after the other."""
        parts = [
            f"<section><h3>{escape(heading)}</h3>{_run_in(kind, rows)}</section>"
            for kind, heading, rows in self._parts()
        ]
        return f"{''.join(parts)}<p>{escape(self._dated)}</p>"

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
            for place, (_, heading, rows) in enumerate(parts, 1)
        ]


def _spoken(row: Helpline) -> str:
    name = "" if row.kind == "what to do" else f" ({row.name})"
    return f"{row.country}: {row.contact}{name}. {row.note} {row.web}".rstrip()


def _run_in(kind: HelpKind, rows: list[Helpline]) -> str:
    if kind == "what to do":
        return "".join(
            f"<p><strong>{escape(f'{row.country}: {row.contact}.')}</strong> {escape(row.note)}</p>"
            for row in rows
        )
    lines = [
        f"<strong>{escape(row.contact)}</strong> {escape(f'{row.name} ({row.country})')}"
        for row in rows
    ]
    return f"<p>{' · '.join(lines)}</p>"


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
