"""The whole system: all tables, the links between them, and the questions asked of them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, fields
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, get_args, get_type_hints

from explainer import rows, silences
from explainer.rows import (
    Assessment,
    Claim,
    Curator,
    Domain,
    Effect,
    Group,
    Helpline,
    Interaction,
    Ligand,
    Link,
    Peptide,
    Precursor,
    Receptor,
    Row,
    Source,
    SourcedRow,
    Subject,
)
from explainer.silences import Silences
from explainer.tables import DataError, Problem, Table, did_you_mean, read_rows

if TYPE_CHECKING:
    import networkx as nx

Molecule = Peptide | Ligand


@dataclass(frozen=True, repr=False)
class System:
    """All that is loaded: one read-only table for each kind of row."""

    curators: Table[Curator]
    sources: Table[Source]
    helplines: Table[Helpline]
    domains: Table[Domain]
    receptors: Table[Receptor]
    precursors: Table[Precursor]
    peptides: Table[Peptide]
    ligands: Table[Ligand]
    groups: Table[Group]
    interactions: Table[Interaction]
    effects: Table[Effect]
    subjects: Table[Subject]
    claims: Table[Claim]
    assessments: Table[Assessment]

    @property
    def tables(self) -> dict[str, Table[Row]]:
        """Each table by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @functools.cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The rows as a frozen ``networkx.MultiDiGraph``; see `explainer.graph.build`."""
        from explainer.graph import build  # noqa: PLC0415 - networkx takes 0.4 s to import

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
        return self.interactions.where(ligand=molecule)

    def products_of(self, precursor: str) -> Table[Peptide]:
        """Peptides cut from a precursor."""
        return self.peptides.where(precursor=self.precursors[precursor].id)

    def effects_of(self, agent: str) -> Table[Effect]:
        """What was found when an agent was activated, blocked, missing or given."""
        return self.effects.where(agent=agent)

    def effects_on(self, domain: str) -> Table[Effect]:
        """What sources found in a domain (pharmacology's voice)."""
        return self.effects.where(domain=self.domains[domain].id)

    def claims_about(self, about: str) -> Table[Claim]:
        """What the article says of a domain or of a subject (the article's voice)."""
        column = "domains" if about in self.domains else "subjects"
        if column == "subjects":
            about = self.subjects[about].id
        return self.claims.where(**{column: about})

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
        body = "".join(
            f"<tr><th scope='row'><code>system.{name}</code></th><td>{len(getattr(self, name))}"
            f"</td><td>{escape((row_class.__doc__ or '').strip().splitlines()[0])}</td></tr>"
            for name, row_class in row_classes().items()
        )
        head = "".join(f"<th scope='col'>{word}</th>" for word in ("table", "rows", "a row is"))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@functools.cache
def row_classes() -> dict[str, type[Row]]:
    """Each table's name and the class of its rows, as `System` declares them."""
    hints = get_type_hints(System, {**vars(rows), "Table": Table})
    return {field.name: get_args(hints[field.name])[0] for field in fields(System)}


def data_folder() -> Path:
    """Find the data that come with the package: beside it when installed, else in the checkout."""
    here = Path(__file__).parent
    return here / "data" if (here / "data").is_dir() else here.parents[1] / "data"


def load(folder: str | Path | None = None) -> System:
    """Read all tables; raise `DataError` with every fault, or return the whole system.

    Parameters
    ----------
    folder
        Folder with the tables; without it, the data that come with the package.

    """
    folder = data_folder() if folder is None else Path(folder)
    if not folder.is_dir():
        way_out = "pass the folder that holds sources.csv, article/ and pharmacology/"
        raise DataError([Problem(str(folder), 0, "", "there is no such folder", way_out)])
    folder = folder.resolve()
    tables: dict[str, Table[Row]] = {}
    problems: list[Problem] = []
    faulty: set[str] = set()
    for name, row_class in row_classes().items():
        tables[name], faults = read_rows(folder, row_class)
        problems += faults
        if faults:
            faulty.add(name)
    problems += _id_problems(tables, folder.name)
    problems += _link_problems(tables, faulty, folder.name)
    if not faulty & {"sources"}:
        problems += _voice_problems(tables, folder.name)
    if problems:
        raise DataError(problems)
    return System(**tables)  # type: ignore[arg-type]  # row_classes() gave each table its class


def _id_problems(tables: dict[str, Table[Row]], folder: str) -> Iterator[Problem]:
    """Ids are unique over all tables, so that one word always means one row."""
    first: dict[str, str] = {}
    for name, table in tables.items():
        file = f"{folder}/{row_classes()[name].file}"
        for row_id in table:
            if row_id in first:
                fault = f"{row_id!r} is also an id in {first[row_id]}"
                yield Problem(file, table.line_of(row_id), "id", fault, "give each row its own id")
            first.setdefault(row_id, file)


def _link_problems(
    tables: dict[str, Table[Row]], faulty: set[str], folder: str
) -> Iterator[Problem]:
    """Every linked word is a row; links into a table with faults of its own are not judged."""
    for name, row_class in row_classes().items():
        for column, targets in links_of(row_class).items():
            if faulty.intersection(targets):
                continue
            known = {row_id for target in targets for row_id in tables[target]}
            where = " or ".join(row_classes()[target].file for target in targets)
            for row in tables[name].values():
                for word in linked_words(row, column):
                    if word not in known:
                        fault = f"{word!r} is not in {where}{did_you_mean(word, known)}"
                        line = tables[name].line_of(row.id)
                        way_out = "use the id of a row, or add that row"
                        yield Problem(f"{folder}/{row_class.file}", line, column, fault, way_out)


def links_of(row_class: type[Row]) -> dict[str, tuple[str, ...]]:
    """Columns of a class whose words are ids, and the tables they are looked up in."""
    return {
        column: mark.tables
        for column, field in row_class.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Link)
    }


def linked_words(row: Row, column: str) -> list[str]:
    """List the ids that stand in one linked cell."""
    value = getattr(row, column)
    if value is None:
        return []
    parts = value if isinstance(value, tuple) else (value,)
    return [str(getattr(part, "source", part)) for part in parts]


def _voice_problems(tables: dict[str, Table[Row]], folder: str) -> Iterator[Problem]:
    """The article's rows cite the article alone, pharmacology's rows anything but it."""
    article = {
        row.id for row in tables["sources"].values() if isinstance(row, Source) and row.is_article
    }
    if len(article) != 1:
        file = f"{folder}/{Source.file}"
        fault = f"{len(article)} rows are of the kind 'article'"
        yield Problem(file, 0, "kind", fault, "exactly one source is the article")
        return
    for name, row_class in row_classes().items():
        for row in tables[name].values():
            if not isinstance(row, SourcedRow) or row_class.voice == "ours":
                continue
            crossing = [
                r for r in row.sources if (r.source in article) != (row_class.voice == "article")
            ]
            if crossing:
                says = (
                    "a pharmacology row cites the article"
                    if row_class.voice == "pharmacology"
                    else f"an article row cites {crossing[0].source!r}"
                )
                way_out = (
                    "only the article's own tables cite the article, and they cite nothing else"
                )
                line = tables[name].line_of(row.id)
                yield Problem(f"{folder}/{row_class.file}", line, "sources", says, way_out)
