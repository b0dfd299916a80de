"""The sources that a lesson rests on, as a reader sees them at its end."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from explainer.lessons.notebook import read
from explainer.model.display_table import DisplayTable, Part, Phrase, html_of
from explainer.model.loading import data_folder
from explainer.model.schema import Source, SourcedRow
from explainer.model.system import System


@dataclass(frozen=True)
class Sources:
    """Sources in a short table: who, what, how much of it was read."""

    rows: tuple[Source, ...]

    def __repr__(self) -> str:
        """Write one source a line, for a terminal and a screen reader."""
        lines = (f"{row.reference} [{row.kind}; read: {row.seen}] {row.link}" for row in self.rows)
        return "\n".join(line.rstrip() for line in lines)

    def _repr_html_(self) -> str:
        """Show the table in a notebook cell, folded; on paper, a list that ends the lesson."""
        count = len(self.rows)
        summary = f"{count} source{'' if count == 1 else 's'}: unfold to read"
        table = f"<details><summary>{summary}</summary>{html_of([self._table()])}</details>"
        lines = "".join(
            f"<li>{escape(row.citation)} <small>{row.kind}; read: {row.seen}</small></li>"
            for row in self.rows
        )
        return f'{table}<ol class="explainer-paper references" hidden>{lines}</ol>'

    def _repr_markdown_(self) -> str:
        """Write the table for exports that know no HTML."""
        return self._table().markdown()

    def _table(self) -> DisplayTable:
        rows = [(Phrase(row.reference, row.link), row.kind, row.seen) for row in self.rows]
        return DisplayTable(("source", "kind", "read"), [Part(rows)], has_row_heads=False)


def sources(system: System, name: str) -> Sources:
    """Gather the sources of all rows that a lesson names, in the order of their authors.

    The notebook is looked for beside the reader, then in this checkout.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    name
        Name of a lesson's notebook without its ending.

    Returns
    -------
    Sources
        Each source once; shows itself in a cell, folded.

    Raises
    ------
    FileNotFoundError
        Where there is no such notebook.
    KeyError
        Where the lesson names a row that is in no table.

    """
    folders = (Path.cwd(), data_folder().parent / "notebooks")
    path = next((f / f"{name}.ipynb" for f in folders if (f / f"{name}.ipynb").is_file()), None)
    if path is None:
        way_out = "open the lesson from the folder it lies in"
        raise FileNotFoundError(f"there is no {name}.ipynb here or in notebooks/ ({way_out})")
    found: dict[str, Source] = {}
    for row in map(system.find, read(path).rows):
        if isinstance(row, Source):
            found[row.id] = row
        elif isinstance(row, SourcedRow):
            found.update((source.id, source) for source in system.sources_of(row))
    return Sources(tuple(sorted(found.values(), key=lambda row: row.citation.lower())))
