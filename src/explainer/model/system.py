"""The whole system: all tables, the links between them, and the questions asked of them."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, get_args, get_type_hints

from explainer.model import disagreement, schema, silences
from explainer.model.csv_reader import read_tables
from explainer.model.display_table import DisplayTable, Part, html_of
from explainer.model.errors import DataError, Problem, did_you_mean, shown
from explainer.model.integrity import problems_between
from explainer.model.schema import (
    Assessment,
    Claim,
    Curator,
    Domain,
    Effect,
    Event,
    Group,
    Helpline,
    Interaction,
    Ligand,
    Misconception,
    Option,
    Peptide,
    Precursor,
    Question,
    Receptor,
    Result,
    Row,
    Scene,
    Search,
    Source,
    SourcedRow,
    Subject,
    Term,
    Tour,
)
from explainer.model.silences import Silences
from explainer.model.table import Table

if TYPE_CHECKING:
    import networkx as nx

Molecule = Peptide | Ligand
_LONGEST_PATH = 400  # characters of a folder's name that a message repeats


@dataclass(frozen=True, repr=False)
class System:
    """All that is loaded: one read-only table for each kind of row."""

    curators: Table[Curator]
    sources: Table[Source]
    helplines: Table[Helpline]
    domains: Table[Domain]
    searches: Table[Search]
    receptors: Table[Receptor]
    precursors: Table[Precursor]
    peptides: Table[Peptide]
    ligands: Table[Ligand]
    groups: Table[Group]
    interactions: Table[Interaction]
    effects: Table[Effect]
    results: Table[Result]
    events: Table[Event]
    subjects: Table[Subject]
    claims: Table[Claim]
    assessments: Table[Assessment]
    terms: Table[Term]
    misconceptions: Table[Misconception]
    questions: Table[Question]
    options: Table[Option]
    tours: Table[Tour]
    scenes: Table[Scene]

    @property
    def tables(self) -> dict[str, Table[Row]]:
        """Each table by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @functools.cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The rows as a frozen ``networkx.MultiDiGraph``; see `explainer.model.graph.build`."""
        from explainer.model.graph import build  # noqa: PLC0415 - networkx takes 0.4 s to import

        return build(self.tables)

    def silences(self) -> Silences:
        """On what the article is silent though sources are not, and the reverse."""
        return silences.find(self.tables)

    def find(self, row_id: str) -> Row:
        """Find a row by its id in any table; an unknown id names the nearest ones."""
        try:
            return self._rows[row_id]
        except KeyError:
            message = f"no row has the id {row_id!r}{did_you_mean(row_id, self._rows)}"
            raise KeyError(message) from None

    @functools.cached_property
    def at_odds(self) -> disagreement.Odds:
        """The findings that each finding is at odds with; see `explainer.model.disagreement`."""
        return disagreement.at_odds(self.effects.values(), self.groups)

    @functools.cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.id: row for table in self.tables.values() for row in table.values()}

    @functools.cached_property
    def _assessed(self) -> dict[str, Assessment]:
        return {row.claim: row for row in self.assessments.values()}

    def acting_at(self, receptor: str) -> Table[Interaction]:
        """What acts at a receptor (pharmacology's voice)."""
        return self.interactions.where(receptor=self.receptors[receptor].id)

    def targets_of(self, molecule: str) -> Table[Interaction]:
        """What a molecule does at each receptor (pharmacology's voice)."""
        return self.interactions.where(ligand=self.find(molecule).id)

    def products_of(self, precursor: str) -> Table[Peptide]:
        """Peptides cut from a precursor."""
        return self.peptides.where(precursor=self.precursors[precursor].id)

    def effects_of(self, agent: str) -> Table[Effect]:
        """What was found when an agent was activated, blocked, missing or given."""
        return self.effects.where(agent=self.find(agent).id)

    def effects_on(self, domain: str) -> Table[Effect]:
        """What sources found in a domain (pharmacology's voice)."""
        return self.effects.where(domain=self.domains[domain].id)

    def results_of(self, effect: str) -> Table[Result]:
        """The numbers behind a finding (pharmacology's voice)."""
        return self.results.where(effect=self.effects[effect].id)

    def claims_about(self, about: str) -> Table[Claim]:
        """What the article says of a domain or of a subject (the article's voice)."""
        column = "domains" if about in self.domains else "subjects"
        return self.claims.where(**{column: self.find(about).id})

    def assessment_of(self, claim: str) -> Assessment | None:
        """How a claim stands, or ``None`` where nobody has assessed it."""
        return self._assessed.get(self.claims[claim].id)

    def sources_of(self, row: SourcedRow) -> list[Source]:
        """The sources that a row cites, in its order, each once."""
        return list({ref.source: self.sources[ref.source] for ref in row.sources}.values())

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
    """Each table's name and the class of its rows, as `System` declares them."""
    hints = get_type_hints(System, {**vars(schema), "Table": Table})
    return {field.name: get_args(hints[field.name])[0] for field in fields(System)}


def data_folder() -> Path:
    """Find the data that come with the package: beside it when installed, else in the checkout."""
    here = Path(__file__).parents[1]
    return here / "data" if (here / "data").is_dir() else here.parents[1] / "data"


def find_folder(folder: str | Path | None = None) -> Path:
    """Find the folder with the tables, or raise `DataError` where there is none."""
    way_out = "pass the folder that holds sources.csv, article/ and pharmacology/"
    if not (folder is None or isinstance(folder, str | Path)):
        raise TypeError(f"{shown(folder)} is no path of a folder ({way_out})")
    found = data_folder() if folder is None else Path(folder)
    # os.path, because Path.is_dir raises what a name too long or a barred folder brings about.
    if not os.path.isdir(found):  # noqa: PTH112
        place = str(found) if len(str(found)) <= _LONGEST_PATH else shown(found)
        raise DataError([Problem(place, 0, "", "there is no such folder", way_out)])
    return found.resolve()


def load(folder: str | Path | None = None) -> System:
    """Read all tables; raise `DataError` with every fault, or return the whole system.

    Parameters
    ----------
    folder
        Folder with the tables; without it, the data that come with the package.

    """
    folder = find_folder(folder)
    readings = read_tables(folder, row_classes())
    problems = [problem for reading in readings.values() for problem in reading.problems]
    problems += problems_between(readings)
    if problems:
        raise DataError(problems)
    tables = {name: reading.table for name, reading in readings.items()}
    return System(**tables)  # row_classes() gave each table its class
