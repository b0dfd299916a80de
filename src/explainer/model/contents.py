"""What is loaded: one table for each kind of row, and each row by its id."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import get_args, get_type_hints

from explainer.model import schema
from explainer.model.display_table import DisplayTable, Part, html_of
from explainer.model.errors import did_you_mean
from explainer.model.schema import (
    Assessment,
    Audit,
    Claim,
    Curator,
    Domain,
    Effect,
    Event,
    Group,
    Guess,
    Helpline,
    Identifier,
    Interaction,
    Lesson,
    Ligand,
    Misconception,
    Option,
    Peptide,
    Precursor,
    Prediction,
    Question,
    Receptor,
    Response,
    Result,
    Row,
    Scene,
    Search,
    Signature,
    Source,
    Step,
    Subject,
    Target,
    Term,
    Tour,
)
from explainer.model.table import Table


@dataclass(frozen=True, repr=False)
class Contents:
    """One read-only table for each kind of row."""

    curators: Table[Curator]
    signatures: Table[Signature]
    sources: Table[Source]
    helplines: Table[Helpline]
    domains: Table[Domain]
    searches: Table[Search]
    receptors: Table[Receptor]
    precursors: Table[Precursor]
    peptides: Table[Peptide]
    ligands: Table[Ligand]
    identifiers: Table[Identifier]
    groups: Table[Group]
    interactions: Table[Interaction]
    targets: Table[Target]
    effects: Table[Effect]
    results: Table[Result]
    steps: Table[Step]
    responses: Table[Response]
    events: Table[Event]
    subjects: Table[Subject]
    claims: Table[Claim]
    assessments: Table[Assessment]
    terms: Table[Term]
    lessons: Table[Lesson]
    misconceptions: Table[Misconception]
    questions: Table[Question]
    options: Table[Option]
    predictions: Table[Prediction]
    guesses: Table[Guess]
    tours: Table[Tour]
    scenes: Table[Scene]
    audits: Table[Audit]

    @property
    def tables(self) -> dict[str, Table[Row]]:
        """Each table by its name.

        Returns
        -------
        dict
            Name, such as ``receptors``, to `Table`; in the order of the fields above.

        """
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def find(self, row_id: str) -> Row:
        """Find a row by its id in any table; an unknown id names the nearest ones.

        Parameters
        ----------
        row_id
            Id of a row, such as ``"morphine"`` or ``"c23"``; unique over all tables.

        Returns
        -------
        Row
            The row, of its table's class.

        Raises
        ------
        KeyError
            Where no table has the id.

        Examples
        --------
        >>> system.find("morphine").name
        'morphine'

        """
        try:
            return self._rows[row_id]
        except KeyError:
            message = f"no row has the id {row_id!r}{did_you_mean(row_id, self._rows)}"
            raise KeyError(message) from None

    @functools.cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.id: row for table in self.tables.values() for row in table.values()}

    def __repr__(self) -> str:
        """Count the rows of each table."""
        counts = ", ".join(f"{len(table)} {name}" for name, table in self.tables.items())
        return f"<System: {counts}>"

    def _repr_html_(self) -> str:
        """Show a table of contents in a notebook cell."""
        docs = {
            name: (c.__doc__ or "").strip().splitlines()[0] for name, c in row_classes().items()
        }
        rows = [(f"system.{name}", str(len(self.tables[name])), docs[name]) for name in docs]
        return html_of([DisplayTable(("table", "rows", "a row is"), [Part(rows)])])


@functools.cache
def row_classes() -> dict[str, type[Row]]:
    """Each table's name and the class of its rows, as `Contents` declares them."""
    hints = get_type_hints(Contents, {**vars(schema), "Table": Table})
    return {field.name: get_args(hints[field.name])[0] for field in fields(Contents)}
