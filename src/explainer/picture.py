"""All that the Explorer shows, decided here and sent once as plain data.

Positions, labels, colours, signs, sentences and cards are made in Python; the browser draws them,
filters them and listens. Rows, sources and nodes are sent once each and pointed to by their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never, get_args

from explainer import (
    cards,
    hazard_places,
    legend,
    routes,
    said,
    sentences,
    standing,
    state,
    strokes,
    style,
    wording,
)
from explainer.layout import layouts
from explainer.ledger import Ledger
from explainer.lines import Line, line_of, name_of
from explainer.rows import Effect, Interaction, SourcedRow, Voice
from explainer.rows.words import DrawnKind, EdgeKind, Lens, NodeKind, Origin
from explainer.vocabulary import voices_of

if TYPE_CHECKING:
    import networkx as nx

    from explainer.boxes import Box, Layout
    from explainer.system import System

INSIDE = "made by the body"
UNKNOWN_ORIGIN = "origin not in an opened source"
NOT_ASSESSED = "not assessed"

Json = Any  # plain lists, dicts, words and numbers


def build(system: System) -> dict[str, Json]:
    """Gather everything the browser needs, as plain data ready for JSON."""
    graph = system.graph
    place = {node: i for i, node in enumerate(graph)}
    joins = pairs(graph)
    lines = Ledger(system)
    packed = [_card(system, node, lines) for node in graph]
    offered = choices(system)
    rows, measured = _rows(system, {pair: i for i, pair in enumerate(joins)}, lines, offered)
    used = {(row[1], row[2]) for row in rows}
    return {
        "nodes": [_node(system, node) for node in graph],
        "pairs": [[place[start], place[end], kind, voice] for start, end, kind, voice in joins],
        "rows": rows,
        "measured": measured,
        "weighed": [
            [lines.place(line_of(system, system.claims[a.claim])), lines.place(line_of(system, a))]
            for a in system.assessments.values()
        ],
        "forms": {name: _form(form, graph, joins, used) for name, form in layouts(graph).items()},
        "cards": packed,
        "lines": lines.lines,
        "sources": lines.sources,
        "voices": {lens: list(voices_of(lens)) for lens in state.LENSES},
        "choices": {
            name: list(map(list, words.items()))
            for name, words in offered.items()
            if name != "focus"
        },
        "standings": [
            [place[start], place[end], told]
            for (start, end), told in standing.of_pairs(system).items()
        ],
        "domains": [[place[d], told] for d, told in standing.of_domains(system).items()],
        "overview": {voice: sentences.overview(system, voice) for voice in voices_of("both")},
        "looks": legend.looks(),
        "hazards": hazard_places.build(system, place, lines),
        "bare": list(said.BARE),
        "weak": list(said.WEAK),
        "words": wording.WORDS,
        "templates": sentences.TEMPLATES,
        "messages": state.MESSAGES,
    }


def choices(system: System) -> state.Choices:
    """Words that each part of a state may take, and how a reader sees them; empty is all."""
    named = {node: _spoken(system, node) for node in system.graph}
    actions = {style.FAMILY_OF[row.action] for row in system.interactions.values()}
    found = list(system.effects.values())
    directions = {row.direction for row in found} | {
        claim.direction for claim in system.claims.values() if claim.direction
    }
    verdicts: set[str] = {a.verdict for a in system.assessments.values()}
    if len(system.assessments) < len(system.claims):
        verdicts.add(NOT_ASSESSED)
    evidence = {row.evidence for row in found}
    return {
        "lens": {lens: _lens_name(lens) for lens in state.LENSES},
        "focus": {"": "Overview", **named},
        "receptor": {"": "Any receptor", **{r.id: r.name for r in system.receptors.values()}},
        "action": {
            "": "Any action",
            **{n: look.word for n, look in style.FAMILIES.items() if n in actions},
        },
        "domain": {"": "Any domain", **{d.id: d.name for d in system.domains.values()}},
        "direction": {
            "": "Any direction",
            **{n: look.word for n, look in style.DIRECTIONS.items() if n in directions},
        },
        "evidence": {"": "Any evidence", **{e: e for e in style.EVIDENCE if e in evidence}},
        "verdict": {
            "": "Any verdict",
            **{v: v for v in (*style.VERDICTS, NOT_ASSESSED) if v in verdicts},
        },
        "origin": {"": "Any origin", **{o: o for o in origins(system)}},
        "panel": {
            "card": "Card",
            "table": "Table",
            "outline": "Outline",
            "trace": "Trace",
            "compare": "Compare",
            "predict": "Predict",
        },
    }


def _lens_name(lens: Lens) -> str:
    match lens:
        case "both":
            return "Both voices"
        case "article":
            return "The article"
        case "pharmacology":
            return "Pharmacology sources"
        case _:
            assert_never(lens)


def origins(system: System) -> list[str]:
    """Origins to filter by, in the order of the schema."""
    present = {ligand.origin or UNKNOWN_ORIGIN for ligand in system.ligands.values()}
    known = [origin for origin in (*get_args(Origin), UNKNOWN_ORIGIN) if origin in present]
    return ([INSIDE] if system.peptides else []) + known


def _spoken(system: System, node: str) -> str:
    data = system.graph.nodes[node]
    if data["kind"] == "gap":
        return "Gap: the article's sentence stops here"
    return f"{name_of(system, node)}, {style.KINDS[kind_of(data)].word}"


def kind_of(data: dict[str, Any]) -> DrawnKind:
    """How a node is drawn: its kind, but for receptors that the article does not name."""
    is_unnamed = data["kind"] == "subject" and data["group"] == "receptor"
    kind: NodeKind = data["kind"]
    return "unnamed" if is_unnamed else kind


def _node(system: System, node: str) -> list[Json]:
    """Id, label, kind, voice, second line, spoken name, and all names to search by."""
    data = system.graph.nodes[node]
    kind = kind_of(data)
    spoken = _spoken(system, node)
    if kind == "gap":
        return [node, data["label"], kind, "article", "", spoken, []]
    row = system.find(node)
    second = ""
    if node in system.receptors:
        second = f"{system.receptors[node].iuphar_name} · {system.receptors[node].gene}"
    elif kind == "unnamed":
        second = name_of(system, node).rpartition(", ")[2]
    more = [getattr(row, column, "") for column in ("gene", "iuphar_name")]
    names = dict.fromkeys([name_of(system, node), *getattr(row, "synonyms", ()), *more, node])
    return [node, data["label"], kind, data["voice"], second, spoken, list(filter(None, names))]


def pairs(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, EdgeKind, Voice]]:
    """Start, end, kind and voice of each pair that rows join: one line of the picture."""
    found = ((start, end, d["kind"], d["voice"]) for start, end, d in graph.edges(data=True))
    return list(dict.fromkeys(found))


def _rows(
    system: System,
    pair_places: dict[tuple[str, str, EdgeKind, Voice], int],
    lines: Ledger,
    offered: state.Choices,
) -> tuple[list[list[Json]], list[list[Json]]]:
    """Each edge as pair, look, sign of what was done, line, and its place under each filter.

    A filter that has nothing to do with a row holds 0 there, a word that the row lacks -1.
    """
    place_of = {name: {w: i for i, w in enumerate(offered[name])} for name in state.FILTERS}
    rows: list[list[Json]] = []
    measured: list[list[Json]] = []
    for start, end, key, data in system.graph.edges(keys=True, data=True):
        kind = data["kind"]
        look = style.FAMILY_OF[data["says"]] if kind == "acts on" else data["says"]
        sign = style.PERTURBATIONS[data["how"]].sign if data["how"] else ""
        facets = _facets(system, start, end, key, kind, look)
        places = [place_of[n].get(facets[n]) or -1 if n in facets else 0 for n in state.FILTERS]
        line = lines.place(_line(system, start, end, key, kind))
        row = system.find(key)
        if isinstance(row, Interaction) and row.affinity_low is not None:
            values = [row.measure, row.relation, row.affinity_low, row.affinity_high, row.species]
            measured.append([len(rows), *values, int(row.plot_ok)])
        rows.append([pair_places[start, end, kind, data["voice"]], look, sign, line, *places])
    return rows, measured


def _facets(  # noqa: PLR0913, PLR0917 - all that an edge is
    system: System, start: str, end: str, key: str, kind: EdgeKind, look: str
) -> dict[str, str]:
    """The word of a row under each filter that has to do with it."""
    match kind:
        case "acts on":
            return {"receptor": end, "action": look, "origin": origin_of(system, start)}
        case "effect":
            row = system.find(key)
            evidence = row.evidence if isinstance(row, Effect) else ""
            facets = {"receptor": start, "domain": end, "direction": look, "evidence": evidence}
            return facets | ({"origin": o} if (o := origin_of(system, start)) else {})
        case "claim":
            found = system.assessment_of(key)
            verdict = found.verdict if found else NOT_ASSESSED
            return {"domain": end, "direction": look, "verdict": verdict}
        case "yields" | "becomes":
            return {"origin": origin_of(system, end)}
        case "names" | "gap":
            return {}
        case _:
            assert_never(kind)


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


def _form(
    layout: Layout,
    graph: nx.MultiDiGraph[str],
    joins: list[tuple[str, str, EdgeKind, Voice]],
    used: set[tuple[str, str]],
) -> dict[str, Json]:
    """Size, boxes, bands, legend, and the path of each pair and of each bundle."""
    return {
        "size": [layout.width, round(layout.height)],
        "boxes": [_numbers(layout.boxes[node]) for node in graph],
        "bands": [[b.id, b.title, b.voice, _numbers(b.box)] for b in layout.bands],
        "lines": [
            routes.as_svg(routes.route(layout, start, end, kind)) for start, end, kind, _ in joins
        ],
        "bundles": [
            [routes.as_svg(line), kind, count]
            for line, kind, count in strokes.bundles(graph, layout)
        ],
        "legend": legend.entries(layout.legend, used),
    }


def _numbers(box: Box) -> list[float]:
    return [round(n, 1) for n in (box.x, box.y, box.w, box.h)]


def _card(system: System, node: str, lines: Ledger) -> list[Json]:
    """Facts, sections (heading, voice, line places), own sources, sentences by voice, hazards."""
    card = cards.card(system, node)
    return [
        list(card.facts),
        [[s.heading, s.voice, [lines.place(line) for line in s.lines]] for s in card.sections],
        [lines.source(key) for key in card.own_sources],
        {voice: sentences.about(system, node, voice) for voice in voices_of("both")},
        [lines.place(line) for line in card.hazards],
    ]
