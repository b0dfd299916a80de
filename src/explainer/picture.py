"""All that the Explorer shows, decided here and sent once as plain data.

Positions, labels, colours, signs, sentences and cards are made in Python; the browser draws them,
filters them and listens. Rows, sources and nodes are sent once each and pointed to by their place.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from explainer import cards, routes, sentences, style
from explainer.boxes import FORMS, Box, Layout
from explainer.layout import layouts
from explainer.lines import Line, name_of

if TYPE_CHECKING:
    import networkx as nx

    from explainer.system import System

LENSES = ("both", "article", "pharmacology")
INSIDE = "made by the body"
UNKNOWN_ORIGIN = "origin not in an opened source"
_TRAIL = {
    "both": ("pharmacology", "article"),
    "article": ("article",),
    "pharmacology": ("pharmacology",),
}

Json = Any  # plain lists, dicts, words and numbers


def build(system: System) -> dict[str, Json]:
    """Gather everything the browser needs, as plain data ready for JSON."""
    graph = system.graph
    place = {node: i for i, node in enumerate(graph)}
    joins = strands(graph)
    lines = _Lines(system)
    packed = [_card(system, node, lines) for node in graph]
    return {
        "nodes": [_node(system, node) for node in graph],
        "strands": [[place[s["start"]], place[s["end"]], *s["rest"]] for s in joins],
        "forms": {
            name: {**_form(form, graph, joins), "legend": _legend(joins, FORMS[name].legend.w)}
            for name, form in layouts(graph).items()
        },
        "cards": packed,
        "rows": lines.rows,
        "sources": lines.sources,
        "lenses": {lens: list(voices) for lens, voices in _TRAIL.items()},
        "domains": [place[d] for d in system.domains],
        "origins": origins(system),
        "overview": {
            voice: sentences.overview(system, voice) for voice in ("article", "pharmacology")
        },
        "looks": _looks(),
        "words": _WORDS,
    }


_WORDS = {
    "picture": "Picture of the opioid system. "
    "Arrow keys move between things, Enter chooses one, Escape lets go.",
    "nothing": "Choose anything in the picture to read its rows and sources.",
    "neighbours": "Joined to it in this view",
    "sources": "Sources",
    "no_rows": "Nothing joins to it in this view. Set lens, domain and origin back to see more.",
    "filtered": "Shown: {shown} of {all} molecules, {joins} lines.",
    "differs": "≠",
    "silent": "The article names none of these four.",
    "legend": "How to read it",
    "descriptive": "Descriptive only: not advice, not a dosing tool.",
    "trail": "A line is one or more rows of a table. Lines that meet are separate findings, "
    "not a prediction for a person.",
}


def origins(system: System) -> list[str]:
    """Origins to filter by, in the order of the schema."""
    present = {ligand.origin or UNKNOWN_ORIGIN for ligand in system.ligands.values()}
    known = [
        o
        for o in (
            "opium alkaloid",
            "semisynthetic",
            "synthetic",
            "plant",
            "animal peptide",
            "synthetic peptide",
            "metabolite",
            UNKNOWN_ORIGIN,
        )
        if o in present
    ]
    return ([INSIDE] if system.peptides else []) + known


def _node(system: System, node: str) -> list[Json]:
    """Id, label, kind, voice, origin, second line, spoken name."""
    data = system.graph.nodes[node]
    if data["kind"] == "gap":
        return [
            node,
            data["label"],
            "gap",
            "article",
            "",
            "",
            "Gap: the article's sentence stops here",
        ]
    row = system.find(node)
    name = name_of(system, node)
    origin = {"peptide": INSIDE, "ligand": getattr(row, "origin", None) or UNKNOWN_ORIGIN}.get(
        data["kind"], ""
    )
    second = f"{row.iuphar_name} · {row.gene}" if node in system.receptors else ""  # type: ignore[attr-defined]
    return [
        node,
        data["label"],
        data["kind"],
        data["voice"],
        origin,
        second,
        f"{name}, {style.KINDS[data['kind']].word}",
    ]


def strands(graph: nx.MultiDiGraph[str]) -> list[dict[str, Json]]:
    """Bundle the edges of each pair by what they say: one strand for each kind of saying.

    ``rest`` is kind, voice, look (a family of actions or a direction), sign (what was done), the
    number of rows in the strand, and whether the pair's strands say different things.
    """
    bundled: dict[tuple[str, str, str], Counter[tuple[str, str, str]]] = {}
    for start, end, data in graph.edges(data=True):
        look = style.FAMILY_OF[data["says"]] if data["kind"] == "acts on" else data["says"]
        sign = style.PERTURBATIONS[data["how"]].sign if data["how"] else ""
        pair = bundled.setdefault((start, end, data["kind"]), Counter())
        pair[data["voice"], look, sign] += 1
    out = []
    for (start, end, kind), counts in bundled.items():
        telling = {key for key in counts if key[1] not in ("binds", "not known", "")}
        for (voice, look, sign), count in counts.items():
            if look == "binds" and len(counts) > 1:
                continue  # says nothing new of a pair whose action is known
            rest = [kind, voice, look, sign, count, int(len(telling) > 1)]
            out.append({"start": start, "end": end, "rest": rest})
    return out


def _form(
    layout: Layout, graph: nx.MultiDiGraph[str], joins: list[dict[str, Json]]
) -> dict[str, Json]:
    """Size, boxes, bands, and the path of each strand and of each bundle."""
    bands = [[b.id, b.title, b.voice, _numbers(b.box)] for b in layout.bands]
    lines = [routes.as_svg(routes.route(layout, s["start"], s["end"], s["rest"][0])) for s in joins]
    return {
        "size": [layout.width, round(layout.height)],
        "boxes": [_numbers(layout.boxes[node]) for node in graph],
        "bands": bands,
        "lines": lines,
        "bundles": _bundles(graph, layout),
    }


def _numbers(box: Box) -> list[float]:
    return [round(n, 1) for n in (box.x, box.y, box.w, box.h)]


def bundles(graph: nx.MultiDiGraph[str], layout: Layout) -> list[tuple[list[routes.Segment], int]]:
    """Overview lines, from a band of molecules to a receptor, with the number of molecules."""
    out = []
    for band in layout.bands:
        reached = Counter(
            end
            for member in band.members
            for end in dict.fromkeys(graph.successors(member))
            if graph.nodes[end]["kind"] == "receptor"
            and any(style.FAMILY_OF[d["says"]] != "none" for d in graph[member][end].values())
        )
        for receptor, count in reached.items():
            first = layout.boxes[band.members[0]]
            start = (first.x - 3, first.y)
            line = routes.down_gutter(layout, band.members[0], start, layout.boxes[receptor])
            out.append((line, count))
    return out


def _bundles(graph: nx.MultiDiGraph[str], layout: Layout) -> list[list[Json]]:
    return [[routes.as_svg(line), count] for line, count in bundles(graph, layout)]


class _Lines:
    """Rows and sources in words, each kept once and pointed to by its place."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.rows: list[list[Json]] = []
        self.sources: list[list[str]] = []
        self._row_places: dict[Line, int] = {}
        self._source_places: dict[str, int] = {}

    def place(self, line: Line) -> int:
        """Where a row stands in the list sent to the browser."""
        if line not in self._row_places:
            self._row_places[line] = len(self.rows)
            cited = [self.source(key) for key in line.sources]
            self.rows.append([line.text, line.voice, line.badge, line.caveat, cited])
        return self._row_places[line]

    def source(self, key: str) -> int:
        """Where a source stands in the list sent to the browser."""
        if key not in self._source_places:
            self._source_places[key] = len(self.sources)
            source = self.system.sources[key]
            self.sources.append([source.short, source.citation, source.link])
        return self._source_places[key]


def _card(system: System, node: str, lines: _Lines) -> list[Json]:
    """Facts, sections (heading, voice, row places), own sources, a sentence for each voice."""
    card = cards.card(system, node)
    return [
        list(card.facts),
        [[s.heading, s.voice, [lines.place(line) for line in s.lines]] for s in card.sections],
        [lines.source(key) for key in card.own_sources],
        {voice: sentences.about(system, node, voice) for voice in ("article", "pharmacology")},
    ]


def _looks() -> dict[str, Json]:
    tables = {
        "kind": style.KINDS,
        "voice": style.VOICES,
        "family": style.FAMILIES,
        "direction": style.DIRECTIONS,
    }
    looks = {
        group: {name: [look.word, look.sign] for name, look in table.items()}
        for group, table in tables.items()
    }
    signs: dict[str, list[str]] = {}
    for name, look in style.PERTURBATIONS.items():
        signs.setdefault(look.sign, []).append(name)
    return {**looks, "done": {sign: ", ".join(names) for sign, names in signs.items()}}


def _legend(joins: list[dict[str, Json]], room: float) -> list[list[Json]]:
    """Signs and their words, laid out in lines that fit beside the picture: table, name, x, y."""
    used = {strand["rest"][2] for strand in joins}
    entries = [("kind", "receptor"), ("kind", "peptide"), ("kind", "ligand"), ("kind", "domain")]
    entries += [("voice", "pharmacology"), ("voice", "article")]
    entries += [("family", name) for name in style.FAMILIES if name in used]
    entries += [("direction", name) for name in style.DIRECTIONS if name]
    entries += [
        ("done", sign) for sign in dict.fromkeys(look.sign for look in style.PERTURBATIONS.values())
    ]
    words = _looks()
    words["differs"] = {_WORDS["differs"]: "rows say different things"}
    out: list[list[Json]] = []
    x, y = 0.0, 22.0
    for table, name in [*entries, ("differs", _WORDS["differs"])]:
        word = words[table][name] if table in ("done", "differs") else words[table][name][0]
        width = len(word) * 5.8 + 33
        if x + width > room:
            x, y = 0.0, y + 16.5
        out.append([table, name, round(x), y, word])
        x += width
    return out
