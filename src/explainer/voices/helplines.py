"""Where somebody can be reached, in one line that stands on every card."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.model.system import System

_MOST_PLACES = 3  # whose lines of help stand on a card; the finder knows all others
_SIGNS = ("what to do", "International")  # how an overdose looks, and what to do, anywhere
_HELP = (
    "Thinking of suicide, or worried about somebody: {lines}. "
    "In an emergency, such as an overdose, call the emergency number. {signs}"
)


def in_a_line(system: System) -> str:
    """The first lines of the table, one for each of the first places, the finder, and the signs."""
    rows = list(system.helplines.values())
    firsts = {row.country: row for row in reversed(rows) if row.kind == "crisis line"}
    places = [row for row in rows if firsts.get(row.country) is row][:_MOST_PLACES]
    told = [f"{row.contact} ({row.country})" for row in places]
    told += [f"elsewhere {row.contact}" for row in rows if row.kind == "finder"][:1]
    signs = next((row.note for row in rows if (row.kind, row.country) == _SIGNS), "")
    return _HELP.format(lines="; ".join(told), signs=signs).rstrip() if told else ""
