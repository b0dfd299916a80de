"""A made-up system of any size, written as tables like the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice, product
from pathlib import Path
from typing import Any, get_args

from explainer.model import schema
from explainer.model.contents import row_classes
from explainer.model.schema import vocabularies
from explainer.model.table import write_rows

SMALLEST = 40  # nodes: what follows, and a few molecules
RECEPTORS, PRECURSORS, GROUPS, DOMAINS, SUBJECTS = 4, 4, 2, 12, 8
CLAIMS = 40
OTHERS = RECEPTORS + PRECURSORS + GROUPS + DOMAINS + SUBJECTS
KNOWN: dict[str, Any] = {"sources": ("study",), "curator": "nobody"}
OPENED: dict[str, Any] = {"opened_by": ("nobody",), "opened_on": date(2026, 1, 1)}
TOLD: dict[str, Any] = {"sources": ("article",), "curator": "nobody"}


def write_system(folder: Path, nodes: int, edges: int) -> None:
    """Write tables whose graph has so many nodes and edges; pairs repeat only when all are used."""
    if nodes < SMALLEST:
        raise ValueError(f"{nodes} nodes are too few; the least is {SMALLEST}")
    for name, made in _tables(nodes, edges).items():
        row_class = row_classes()[name]
        path = folder / row_class.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_rows(row_class, made), encoding="utf-8")


def _tables(nodes: int, edges: int) -> dict[str, list[Any]]:
    number = nodes - OTHERS
    peptides = _ids("peptide", number // 4)
    ligands = _ids("ligand", number - number // 4)
    receptors, precursors = _ids("receptor", RECEPTORS), _ids("precursor", PRECURSORS)
    groups, domains, subjects = (
        _ids("group", GROUPS),
        _ids("domain", DOMAINS),
        _ids("subject", SUBJECTS),
    )
    left = edges - len(peptides)
    claims = min(CLAIMS, left // 5)
    interactions = (left - claims) * 3 // 5
    effects = left - claims - interactions
    origins, classes = (
        cycle(get_args(vocabularies.Origin)),
        cycle(get_args(vocabularies.LigandClass)),
    )
    actions, directions = (
        cycle(get_args(vocabularies.Action)),
        cycle(get_args(vocabularies.Direction)),
    )
    topics = {name: [] for name in row_classes()}
    return topics | {
        "curators": [schema.Curator(id="nobody", name="Nobody")],
        "sources": [
            schema.Source(id="article", kind="article", title="An article", seen="full text", **OPENED),
            schema.Source(id="study", kind="primary study", title="A study", seen="abstract",
                          **OPENED),
        ],
        "domains": [
            schema.Domain(id=d, name=d, definition="Made up.", group="mood and its neighbours",
                          improves=f"better {d}", worsens=f"worse {d}")
            for d in domains
        ],
        "receptors": [
            schema.Receptor(id=r, name=r, iuphar_name=r, gene=r, uniprot=r, gtopdb_id=1,
                          family_note="Made up.", **KNOWN) for r in receptors
        ],
        "precursors": [
            schema.Precursor(id=p, name=p, gene=p, uniprot=p, **KNOWN) for p in precursors
        ],
        "peptides": [
            schema.Peptide(id=p, name=p, precursor=precursor, sequence="YGGF", status="established",
                         **KNOWN) for p, precursor in zip(peptides, cycle(precursors))
        ],
        "ligands": [
            schema.Ligand(id=m, name=m, origin=next(origins), ligand_class=next(classes), **KNOWN)
            for m in ligands
        ],
        "groups": [schema.Group(id=g, name=g, definition="Made up.", **KNOWN) for g in groups],
        "interactions": [
            schema.Interaction(id=f"i{n}", ligand=molecule, receptor=receptor, action=next(actions),
                             plot_ok=True, **KNOWN)
            for n, (molecule, receptor) in _pairs([*peptides, *ligands], receptors, interactions)
        ],
        "effects": [
            schema.Effect(id=f"e{n}", agent=agent, perturbation="given", domain=domain,
                        direction=next(directions), evidence="animal", finding=f"Finding {n}.",
                        reaches_brain="not said", parts_receptor="not said", exposure="not said",
                        **KNOWN)
            for n, (agent, domain) in _pairs([*receptors, *groups, *ligands], domains, effects)
        ],
        "subjects": [schema.Subject(id=s, name=s, **TOLD) for s in subjects],
        "claims": [
            schema.Claim(id=f"c{n}", paragraph="p1", topic="effect", statement=f"Claim {n}.",
                       subjects=(subject,), domains=(domain,), direction=next(directions),
                       hedging="asserted", names_receptor=False, **TOLD)
            for n, (subject, domain) in _pairs(subjects, domains, claims)
        ],
    }  # fmt: skip


def _ids(word: str, number: int) -> list[str]:
    return [f"{word}_{n}" for n in range(1, number + 1)]


def _pairs(
    starts: list[str], ends: list[str], number: int
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Numbered pairs, spread evenly over all that there are."""
    every = list(product(starts, ends))
    step = max(1, len(every) // number)
    spread = [every[i] for offset in range(step) for i in range(offset, len(every), step)]
    return enumerate(islice(cycle(spread), number), start=1)
