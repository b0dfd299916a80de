"""All that the Explorer shows, decided here and sent once as plain data.

Positions, labels, colours, signs, sentences and cards are made in Python; the browser draws them,
filters them and listens. Rows, sources and nodes are sent once each and pointed to by their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never, get_args

from explainer.drawing import bundles, edges, legend, theme
from explainer.drawing.layout import layouts
from explainer.model import bidi
from explainer.model.elsewhere import SCHEMES
from explainer.model.schema import Voice
from explainer.model.schema.categories import voices_of
from explainer.model.schema.vocabularies import (
    Direction,
    DrawnKind,
    EdgeKind,
    Evidence,
    Lens,
    NodeKind,
)
from explainer.view import filters, hazard_index, lists, odds, prediction, sockets, state, strings
from explainer.view.findings import findings
from explainer.view.index import Ledger, packed_card
from explainer.voices import card_form, consensus, coverage, hazards, helplines, summaries
from explainer.voices.phrases import line_of, name_of, outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from explainer.drawing.geometry import Box, Layout
    from explainer.model.system import System


_KNOWN_ELSEWHERE = ("focus", "row")  # the browser finds these among nodes and findings
_PANELS = {
    "card": "Card",
    "table": "Table",
    "outline": "Outline",
    "trace": "Trace",
    "compare": "Compare",
    "predict": "Predict",
}
Json = Any  # plain lists, dicts, words and numbers


def build(system: System) -> dict[str, Json]:
    """Gather everything the browser needs, as plain data ready for JSON."""
    whole = gather(system)
    whole["forms"] = forms(system, {(row[1], row[2]) for row in whole["rows"]})
    whole["sockets"] = drawn(system)
    whole["sockets"]["frames"].update(near(system))
    return whole


def drawn(system: System) -> Json:
    """Findings, and the frames of the first view, as plain data."""
    return sockets.plain(sockets.build(system))


def near(system: System) -> Iterator[tuple[str, Json]]:
    """All frames but those of the first view, one after the other, each as plain data."""
    return ((key, sockets.plain(frames)) for key, frames in sockets.near(system))


def gather(system: System) -> dict[str, Json]:
    """Gather everything but what is drawn: the whole map's forms, findings and their frames."""
    graph = system.graph
    place = {node: i for i, node in enumerate(graph)}
    joins = pairs(graph)
    lines = Ledger(system)
    packed = [packed_card(system, node, lines) for node in graph]
    offered = choices(system)
    pair_places = {pair: i for i, pair in enumerate(joins)}
    rows, measured = filters.drawn(system, pair_places, lines, offered)
    return {
        "nodes": [_node(system, node) for node in graph],
        "pairs": [[place[start], place[end], kind, voice] for start, end, kind, voice in joins],
        "rows": rows,
        "undrawn": filters.undrawn(system, place, lines, offered),
        "measured": measured,
        "weighed": _weighed(system, lines),
        "forms": {},
        "cards": packed,
        "lines": lines.lines,
        "sources": lines.sources,
        "databases": [[scheme.name, scheme.page] for scheme in SCHEMES.values()],
        "voices": {lens: list(voices_of(lens)) for lens in state.LENSES},
        "choices": _offered(offered),
        "predictions": prediction.build(system, place, lines),
        "outcomes": [
            [place[domain.id], {way: outcome_of(domain, way) for way in get_args(Direction)}]
            for domain in system.domains.values()
        ],
        "hazards": hazard_index.build(system, place, lines, filters.undrawn_ids(system)),
        **_standings(system, place),
        **_told(system),
    }


def forms(system: System, used: set[tuple[str, str]]) -> dict[str, Json]:
    """The whole map as it is laid out, wide and narrow, with the signs that are used."""
    graph = system.graph
    joins = pairs(graph)
    return {name: _form(form, graph, joins, used) for name, form in layouts(graph).items()}


def _weighed(system: System, lines: Ledger) -> list[Json]:
    """Each claim that was assessed, its assessment, and the verdict with its sign."""
    return [
        [
            lines.place(line_of(system, system.claims[a.claim])),
            lines.place(line_of(system, a)),
            f"{theme.VERDICTS[a.verdict]} {a.verdict}",
        ]
        for a in system.assessments.values()
    ]


def _offered(offered: state.Choices) -> dict[str, Json]:
    return {
        name: list(map(list, words.items()))
        for name, words in offered.items()
        if name not in _KNOWN_ELSEWHERE
    }


def _standings(system: System, place: dict[str, int]) -> dict[str, Json]:
    """Who speaks of each pair and each domain, and which verdicts stand against it."""
    pairs_told = coverage.of_pairs(system).items()
    return {
        "standings": [[place[start], place[end], told] for (start, end), told in pairs_told],
        "domains": [[place[d], told] for d, told in coverage.of_domains(system).items()],
        "against": [[place[d], verdict] for d, verdict in coverage.against(system).items()],
    }


def _told(system: System) -> dict[str, Json]:
    """Words and signs, which are the same in every view."""
    return {
        "overview": {voice: summaries.overview(system, voice) for voice in voices_of("both")},
        "looks": legend.looks(),
        "bare": list(consensus.BARE),
        "silent": list(consensus.SILENT),
        "weak": list(consensus.WEAK),
        "words": strings.WORDS
        | {
            "hazard": hazards.MARK,
            "help": helplines.in_a_line(system),
            "elsewhere": card_form.ELSEWHERE,
        },
        "templates": summaries.TEMPLATES,
        "messages": state.MESSAGES,
        "limits": state.LIMITS,
        "isolates": [bidi.TURNING, bidi.MARKS],
    }


def choices(system: System) -> state.Choices:
    """Words that each part of a state may take, and how a reader sees them; empty is all."""
    named = {node: _spoken(system, node) for node in system.graph}
    return {
        "lens": {lens: _lens_name(lens) for lens in state.LENSES},
        "focus": {"": "Overview", **named},
        "receptor": {"": "Any receptor", **{r: name_of(system, r) for r in system.receptors}},
        "domain": {"": "Any domain", **{d: name_of(system, d) for d in system.domains}},
        **_coded(system),
        "people": {"": "All findings", "people": "In people only"},
        "row": {"": "", **{one: one for one in _rows_of(system)}},
        "view": {
            "": "Findings",
            "map": "Whole map",
            odds.VIEW: odds.NAME,
            **lists.choices(system),
        },
        "panel": dict(_PANELS),
    }


def _rows_of(system: System) -> list[str]:
    """What can be opened by itself: findings, and claims with the findings that weigh on them."""
    found = findings(system)
    return [*(one.id for one in found), *odds.claims(system, found)]


def _coded(system: System) -> dict[str, dict[str, str]]:
    """Words of the vocabularies, of each those that a row has, in the vocabulary's order."""
    actions = {theme.family_of(row) for row in system.interactions.values()}
    found = list(system.effects.values())
    directions = {row.direction for row in found} | {
        claim.direction for claim in system.claims.values() if claim.direction
    }
    verdicts: set[str] = {a.verdict for a in system.assessments.values()}
    if len(system.assessments) < len(system.claims):
        verdicts.add(filters.NOT_ASSESSED)
    evidence = {row.evidence for row in found}
    return {
        "action": {
            "": "Any action",
            **{n: look.word for n, look in theme.FAMILIES.items() if n in actions},
        },
        "direction": {
            "": "Any direction",
            **{n: look.word for n, look in theme.DIRECTIONS.items() if n in directions},
        },
        "evidence": {"": "Any evidence", **{e: e for e in get_args(Evidence) if e in evidence}},
        "verdict": {
            "": "Any verdict",
            **{v: v for v in (*theme.VERDICTS, filters.NOT_ASSESSED) if v in verdicts},
        },
        "origin": {"": "Any origin", **{o: o for o in filters.origins(system)}},
    }


def _lens_name(lens: Lens) -> str:
    match lens:
        case "both":
            return "Both"
        case "article":
            return "The article"
        case "pharmacology":
            return "Sources"
        case _:
            assert_never(lens)


def _spoken(system: System, node: str) -> str:
    data = system.graph.nodes[node]
    if data["kind"] == "gap":
        return "Gap: the article's sentence stops here"
    return f"{name_of(system, node)}, {theme.KINDS[kind_of(data)].word}"


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
        receptor = system.receptors[node]
        second = bidi.settled(f"{receptor.iuphar_name} · {receptor.gene}")
    elif kind == "unnamed":
        second = bidi.isolated(system.subjects[node].name.rpartition(", ")[2])
    more = [getattr(row, column, "") for column in ("gene", "iuphar_name")]
    names = dict.fromkeys([name_of(system, node), *getattr(row, "synonyms", ()), *more, node])
    label = bidi.isolated(data["label"])
    known = [bidi.isolated(name) for name in names if name]
    return [node, label, kind, data["voice"], second, spoken, known]


def pairs(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, EdgeKind, Voice]]:
    """Start, end, kind and voice of each pair that rows join: one line of the picture."""
    found = ((start, end, d["kind"], d["voice"]) for start, end, d in graph.edges(data=True))
    return list(dict.fromkeys(found))


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
            edges.as_svg(edges.route(layout, start, end, kind)) for start, end, kind, _ in joins
        ],
        "bundles": [
            [edges.as_svg(line), kind, count]
            for line, kind, count in bundles.bundles(graph, layout)
        ],
        "legend": legend.entries(layout.legend, used),
    }


def _numbers(box: Box) -> list[float]:
    return [round(n, 1) for n in (box.x, box.y, box.w, box.h)]
