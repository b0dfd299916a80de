"""Rows to a graph: one frozen ``networkx.MultiDiGraph`` in which each edge is one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx

from explainer.model.schema import Claim, Domain, Effect, Ligand, Peptide, Precursor, Subject, Voice
from explainer.model.schema.vocabularies import EdgeKind, NodeKind
from explainer.model.table import Table

Tables = Mapping[str, Table[Any]]

_KINDS: dict[str, NodeKind] = {
    "precursors": "precursor",
    "peptides": "peptide",
    "receptors": "receptor",
    "ligands": "ligand",
    "groups": "group",
    "domains": "domain",
    "subjects": "subject",
}
_LONGEST_NAME = 16  # characters of a molecule's name in the picture
_LONGEST_WORDS = 40


class Edge(NamedTuple):
    """One edge: where from, where to, the row it stands for, and what kind of saying it is."""

    start: str
    end: str
    row: str
    kind: EdgeKind
    voice: Voice
    says: str = ""
    how: str = ""


def build(tables: Tables) -> nx.MultiDiGraph[str]:
    """Build the graph.

    Nodes carry ``kind`` (precursor, peptide, receptor, ligand, group, domain, subject, gap),
    ``voice``, ``label``, ``group`` (a peptide's precursor, a ligand's class, a domain's group,
    "receptor" for a subject that speaks of receptors without a name)
    and ``rank`` (a peptide's place in its precursor). Edges are keyed by row id and carry ``kind``
    (yields, acts on, becomes, effect, claim, names, gap), ``voice``, ``row``, ``says`` (an action
    or a direction) and, for effects, ``how`` (the perturbation). A condition, such as depression,
    is no part of the system: findings on what goes with its presence stand in the tables alone.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    conditions = {r.agent for r in tables["effects"].values() if r.perturbation == "present"}
    for name, kind in _KINDS.items():
        for row in tables[name].values():
            if row.id in conditions:
                continue
            graph.add_node(
                row.id, kind=kind, voice=row.voice, label=_label(row), group=_group(row),
                rank=getattr(row, "start", None) or 0,
            )  # fmt: skip
    for claim in tables["claims"].values():
        if claim.open_end:
            graph.add_node(
                f"gap_{claim.id}", kind="gap", voice="article", label="…", group="", rank=0
            )
    for edge in _edges(tables):
        graph.add_edge(
            edge.start, edge.end, key=edge.row,
            row=edge.row, kind=edge.kind, voice=edge.voice, says=edge.says, how=edge.how,
        )  # fmt: skip
    nx.freeze(graph)
    return graph


def _label(row: Any) -> str:  # noqa: ANN401 - any row of a table in _KINDS; they all have a name
    """Take the name, or its shortest synonym where it is too long, cut if need be."""
    if isinstance(row, Precursor):
        return str(row.gene)  # text books label precursors so; the card gives the protein's name
    longest = _LONGEST_NAME if isinstance(row, Peptide | Ligand) else _LONGEST_WORDS
    names = (row.name, *getattr(row, "synonyms", ()))
    label = str(row.name if len(row.name) <= longest else min(names, key=len))
    return label if len(label) <= longest else f"{label[: longest - 1]}…"


def _group(row: Any) -> str:  # noqa: ANN401 - as above
    if isinstance(row, Peptide):
        return row.precursor or ""
    if isinstance(row, Ligand):
        return row.ligand_class or ""
    if isinstance(row, Subject):
        return "receptor" if row.is_receptor else ""
    return row.group if isinstance(row, Domain) else ""


def _edges(tables: Tables) -> Iterator[Edge]:
    for peptide in tables["peptides"].values():
        if peptide.precursor:
            yield Edge(peptide.precursor, peptide.id, peptide.id, "yields", "pharmacology")
    for ligand in tables["ligands"].values():
        for form in ligand.active_form:
            yield Edge(ligand.id, form, ligand.id, "becomes", "pharmacology")
    for row in tables["interactions"].values():
        yield Edge(row.ligand, row.receptor, row.id, "acts on", "pharmacology", row.action)
    yield from _effect_edges(tables["effects"].values())
    for subject in tables["subjects"].values():
        for named in subject.names:
            yield Edge(subject.id, named, subject.id, "names", "article")
    for claim in tables["claims"].values():
        yield from _claim_edges(claim)


def _effect_edges(effects: Iterable[Effect]) -> Iterator[Edge]:
    for row in effects:
        if row.perturbation != "present":
            yield Edge(
                row.agent, row.domain, row.id, "effect", row.voice, row.direction, row.perturbation
            )


def _claim_edges(claim: Claim) -> Iterator[Edge]:
    for subject in claim.subjects:
        for domain in claim.domains:
            yield Edge(subject, domain, claim.id, "claim", "article", claim.direction or "")
        if claim.open_end:  # the article stops here; the line ends in nothing
            yield Edge(subject, f"gap_{claim.id}", claim.id, "gap", "article")
