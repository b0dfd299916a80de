"""Rows as the filters see them: each by what it says under each filter, drawn as a line or not.

What no line can draw is a row all the same: a claim that names no domain, a finding on a condition,
and what a molecule's own row says of it. Such rows are listed and counted wherever drawn ones are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, assert_never, get_args

from explainer.drawing import theme
from explainer.model.evidence import who_of
from explainer.model.schema import Effect, Interaction, SourcedRow, Voice
from explainer.model.schema.vocabularies import EdgeKind, Origin
from explainer.view.state import FILTERS
from explainer.voices import consensus
from explainer.voices.phrases import Line, line_of, name_of

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.view.index import Ledger
    from explainer.view.state import Choices

INSIDE = "made by the body"
UNKNOWN_ORIGIN = "origin not in an opened source"
NOT_ASSESSED = "not assessed"
NO_DOMAIN = "no domain named"

Json = Any  # plain lists, words and numbers
Pair = tuple[str, str, EdgeKind, Voice]


def drawn(
    system: System, pair_places: dict[Pair, int], lines: Ledger, offered: Choices
) -> tuple[list[Json], list[Json]]:
    """Each edge as pair, look, sign of what was done, line, and its place under each filter.

    A filter that has nothing to do with a row holds 0 there, a word that the row lacks -1.
    Beside them the rows that hold a measured value, by their places.
    """
    looks = consensus.looks(system.interactions.values())
    rows: list[Json] = []
    measured: list[Json] = []
    for start, end, key, data in system.graph.edges(keys=True, data=True):
        kind = data["kind"]
        look = family = data["says"]
        if kind == "acts on":
            look, family = looks[key], theme.family_of(system.interactions[key])
        sign = theme.PERTURBATIONS[data["how"]].sign if data["how"] else ""
        places = _places(_facets(system, start, end, key, kind, family), offered)
        line = lines.place(_line(system, start, end, key, kind))
        row = system.find(key)
        if isinstance(row, Interaction) and row.affinity_low is not None:
            values = [row.measure, row.relation, row.affinity_low, row.affinity_high, row.species]
            measured.append([len(rows), *values, int(row.plot_ok)])
        rows.append([pair_places[start, end, kind, data["voice"]], look, sign, line, *places])
    return rows, measured


def undrawn(
    system: System, node_places: dict[str, int], lines: Ledger, offered: Choices
) -> list[Json]:
    """Each row without a line as kind, nodes, what stands at its end, look, line, places."""
    return [
        [
            kind, [node_places[node] for node in nodes], end, look,
            lines.place(line_of(system, system.find(key))), *_places(facets, offered),
        ]
        for kind, key, nodes, end, look, facets in _without_line(system)
    ]  # fmt: skip


def undrawn_ids(system: System) -> list[str]:
    """Ids of the rows without a line, in the order in which `undrawn` gives them."""
    return [key for _, key, *_ in _without_line(system)]


def _without_line(
    system: System,
) -> Iterator[tuple[str, str, tuple[str, ...], str, str, dict[str, str]]]:
    """Tell kind, id, nodes, end, look and facets of each row that is no edge of the graph."""
    for claim in system.claims.values():
        if not claim.domains and not claim.open_end:
            look = claim.direction or ""
            facets = _of_claim(system, claim.id, look)
            yield "claim", claim.id, claim.subjects, NO_DOMAIN, look, facets
    for effect in system.effects.values():
        if effect.agent not in system.graph:  # a condition: no part of the system
            facets = {
                "domain": effect.domain,
                "direction": effect.direction,
                "evidence": effect.evidence,
                "people": who_of(effect),
            }
            end = f"with {name_of(system, effect.agent)}"
            yield "effect", effect.id, (effect.domain,), end, effect.direction, facets
    loose = (peptide.id for peptide in system.peptides.values() if not peptide.precursor)
    for molecule in (*loose, *system.ligands):
        origin = origin_of(system, molecule)
        yield "molecule", molecule, (molecule,), origin, "", {"origin": origin}


def _places(facets: dict[str, str], offered: Choices) -> list[int]:
    """Place of each word in its filter; 0 has nothing to do with it, -1 lacks a word."""
    places = {name: {word: i for i, word in enumerate(offered[name])} for name in facets}
    return [places[n].get(facets[n]) or -1 if n in facets else 0 for n in FILTERS]


def _facets(  # noqa: PLR0913, PLR0917 - all that an edge is
    system: System, start: str, end: str, key: str, kind: EdgeKind, look: str
) -> dict[str, str]:
    """The word of a row under each filter that has to do with it."""
    match kind:
        case "acts on":
            return {"receptor": end, "action": look, "origin": origin_of(system, start)}
        case "effect":
            row = system.find(key)
            facets = {"receptor": start, "domain": end, "direction": look}
            if isinstance(row, Effect):
                facets |= {"evidence": row.evidence, "people": who_of(row)}
            return facets | ({"origin": o} if (o := origin_of(system, start)) else {})
        case "claim" | "gap":
            return _of_claim(system, key, look) | {"domain": end}
        case "yields" | "becomes":
            return {"origin": origin_of(system, end)}
        case "names":
            return {}
        case _:
            assert_never(kind)


def _of_claim(system: System, claim: str, look: str) -> dict[str, str]:
    found = system.assessment_of(claim)
    verdict = found.verdict if found else NOT_ASSESSED
    return {"domain": "", "direction": look, "verdict": verdict}


def origins(system: System) -> list[str]:
    """Origins to filter by, in the order of the schema."""
    present = {ligand.origin or UNKNOWN_ORIGIN for ligand in system.ligands.values()}
    known = [origin for origin in (*get_args(Origin), UNKNOWN_ORIGIN) if origin in present]
    return ([INSIDE] if system.peptides else []) + known


def origin_of(system: System, node: str) -> str:
    """Where a molecule comes from; empty for what is no molecule."""
    if node in system.peptides:
        return INSIDE
    return (system.ligands[node].origin or UNKNOWN_ORIGIN) if node in system.ligands else ""


def _line(system: System, start: str, end: str, key: str, kind: EdgeKind) -> Line:
    row = system.find(key)
    verb: str
    voice: Voice
    match kind:
        case "yields" | "acts on" | "effect" | "claim" | "gap":
            return line_of(system, row)
        case "becomes":
            verb, voice = "is made into", "pharmacology"
        case "names":
            verb, voice = "is the article's word for", "article"
        case _:
            assert_never(kind)
    cited = system.sources_of(row) if isinstance(row, SourcedRow) else []
    text = f"{name_of(system, start)} {verb} {name_of(system, end)}."
    return Line(f"{key}>{end}", text, voice, "", "", tuple(source.id for source in cited))
