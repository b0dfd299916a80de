"""A table that was built from a system, and what stands below each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explainer.model.display_table import DisplayTable, Tabular
from explainer.view import strings


@dataclass(frozen=True, repr=False)
class ReadTable(Tabular):
    """A table to be read, in a cell, on a page, on paper or in a terminal."""

    table: DisplayTable

    def as_table(self) -> DisplayTable:
        """Give the table, and below it that it is no advice."""
        notes = (*self.table.notes, strings.WORDS["descriptive"])
        return replace(self.table, notes=notes)
