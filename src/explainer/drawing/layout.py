"""Where each node stands: four layers from top to bottom, the same on every run.

Molecules on top (made by the body on the left, from outside on the right), receptors below them
in the middle, in the membrane, with those that the article does not name beside them on the
article's ground; then the domains, and last the article's strip. So each line runs between
neighbouring layers and crosses no label. One unit is one pixel of a notebook cell about 1,000
pixels wide; ``narrow`` is the same drawing, stacked for a phone.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from explainer.drawing.geometry import FORMS, GUTTER, Band, Box, Form, Layout, shares
from explainer.drawing.type_metrics import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx

K = TypeVar("K")
LETTER = 6.8  # average advance of 13 px text in the usual sans-serif faces, with some to spare
ROW = 18.0
TITLE = 22.0
PAD = 6.0
SIGNS = 18.0  # more room above the domains, where signs stand in several rows
_DOMAIN = 74.0  # height of a domain: its name, and who speaks of it
_HAZARD = 36.0
_SHELF = 94.0  # height of the shelf; between its two rows of hazards there is room for signs
_LEGEND = 150.0  # height of the legend, which `explainer.view.payload` lays out
_FEWEST = 4  # rows in a column of molecules
_GROUP = 96.0  # width of what sources speak of as a whole
_UNNAMED = 3  # receptors without a name that stand beside the named ones


GROUNDS = ("body", "outside", "membrane", "unnamed", "article")
CLASS_TITLES = {
    "agonist": "Agonists",
    "partial agonist": "Partial agonists",
    "mixed agonist-antagonist": "Mixed",
    "": "Class not sourced",
    "antagonist": "Antagonists",
}


def layouts(graph: nx.MultiDiGraph[str]) -> dict[str, Layout]:
    """Compute both forms of the picture."""
    return {name: arrange(graph, form) for name, form in FORMS.items()}


def arrange(graph: nx.MultiDiGraph[str], form: Form) -> Layout:
    """Place every node of the graph; no two boxes overlap."""
    page = Layout(form.width)
    nodes = _by_kind(graph)
    body = _place_body(page, nodes, graph, form)
    outside = _place_outside(page, nodes, graph, form, top=body if form.is_stacked else 0)
    y = max(body, outside)
    if not form.is_stacked:
        _level(page, y)
    y += form.gap
    y = _place_heroes(page, nodes, form, y) + form.gap + SIGNS
    y = _place_shelf(page, nodes, graph, form, y) + form.gap - PAD
    y = _place_strip(page, nodes, graph, form, y) + 2 * PAD
    page.bands.sort(key=lambda band: band.id not in GROUNDS)  # titles stand on grounds
    page.legend = Box(0, y, form.width, _LEGEND * (4.6 if form.is_stacked else 1))
    page.height = page.legend.bottom
    return page


def _level(page: Layout, bottom: float) -> None:
    """Let the two grounds of molecules end at the same height."""
    page.rails = dict.fromkeys(page.rails, bottom)
    page.bands = [
        replace(band, box=replace(band.box, h=bottom - band.box.y))
        if band.id in ("body", "outside")
        else band
        for band in page.bands
    ]


def _by_kind(graph: nx.MultiDiGraph[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        is_unnamed = data["kind"] == "subject" and data["group"] == "receptor"
        kind = "unnamed" if is_unnamed else data["kind"]
        kinds.setdefault(kind, []).append(node)
    beside, rest = kinds.get("unnamed", [])[:_UNNAMED], kinds.get("unnamed", [])[_UNNAMED:]
    return kinds | {"unnamed": beside, "subject": [*kinds.get("subject", []), *rest]}


def _text(label: str) -> float:
    return len(label) * LETTER + 18  # 18: the node's sign and a space before the words


def _place_body(
    page: Layout, nodes: dict[str, list[str]], graph: nx.MultiDiGraph[str], form: Form
) -> float:
    """Place precursors, each over its peptides in the order in which they stand in it."""
    receptors = nodes.get("receptor", [])
    families = {
        p: _in_order(nodes.get("peptide", []), graph, p) for p in nodes.get("precursor", [])
    }
    families[""] = _in_order(nodes.get("peptide", []), graph, "")
    order = sorted(
        (p for p in families if families[p] or p),
        key=lambda p: (_middle(graph, families[p], receptors), p),
    )
    stacks = _pack(order, {p: len(families[p]) + 2 for p in order}, columns=form.body_columns)
    width = form.body / max(1, len(stacks))
    tallest = max((sum(len(families[p]) + 2 for p in stack) for stack in stacks), default=0)
    top = TITLE
    for i, stack in enumerate(stacks):
        x, y = i * width, top
        for family in stack:
            members = families[family]
            height = ROW * (len(members) + 1)
            box = Box(x + 2, y, width - 10, height)
            title = "" if family else "precursor: ?"
            page.bands.append(Band(f"family_{family}", title, "pharmacology", box, tuple(members)))
            if family:
                page.boxes[family] = Box(x + 2, y, width - 10, ROW - 2)
            for row, peptide in enumerate(members, start=1):
                page.boxes[peptide] = Box(x + 8, y + row * ROW, width - 18, ROW - 1)
            y += height + ROW
    bottom = top + (tallest - 1) * ROW
    page.rails |= dict.fromkeys([*nodes.get("precursor", []), *nodes.get("peptide", [])], bottom)
    box = Box(0, 0, form.body, bottom)
    page.bands.append(Band("body", "Made by the body", "pharmacology", box))
    return bottom


def _in_order(peptides: Iterable[str], graph: nx.MultiDiGraph[str], precursor: str) -> list[str]:
    members = [p for p in peptides if graph.nodes[p]["group"] == precursor]
    return sorted(members, key=lambda p: (graph.nodes[p]["rank"], p))


def _middle(graph: nx.MultiDiGraph[str], members: Iterable[str], receptors: list[str]) -> float:
    """Mean place of the receptors reached: sorting by it keeps crossings few."""
    reached = [
        receptors.index(end) for m in members for end in graph.successors(m) if end in receptors
    ]
    return sum(reached) / len(reached) if reached else len(receptors) / 2


def _pack(order: Sequence[K], heights: dict[K, int], columns: int) -> list[list[K]]:
    """Lay blocks into columns from left to right in their order, the tallest as low as can be."""
    for tallest in range(max(heights.values(), default=0), sum(heights.values()) + 1):
        stacks: list[list[K]] = [[]]
        for block in order:
            if stacks[-1] and sum(heights[b] for b in stacks[-1]) + heights[block] > tallest:
                stacks.append([])
            stacks[-1].append(block)
        if len(stacks) <= columns:
            return [stack for stack in stacks if stack]
    return []


def _place_outside(
    page: Layout, nodes: dict[str, list[str]], graph: nx.MultiDiGraph[str], form: Form, top: float
) -> float:
    """Place molecules from outside by class, names in alphabetical order."""
    top += 2 * PAD if form.is_stacked else 0
    left = 0.0 if form.is_stacked else form.body + 16
    width = (form.width - left) / form.columns
    ligands = nodes.get("ligand", [])
    bottom = top + TITLE
    for i, column in enumerate(_flow(ligands, graph, form.columns)):
        y = top + TITLE
        for name, part, members in column:
            title = 0 if part else 1
            box = Box(left + i * width, y, width - 8, ROW * (len(members) + title))
            band = f"class_{name.replace(' ', '_').replace('-', '_')}_{part}"
            words = "" if part else CLASS_TITLES[name]
            page.bands.append(Band(band, words, "pharmacology", box, tuple(members)))
            for row, ligand in enumerate(members, start=title):
                page.boxes[ligand] = Box(box.x, y + row * ROW, width - 6, ROW - 1)
            y += box.h + PAD
        bottom = max(bottom, y)
    page.rails |= dict.fromkeys(ligands, bottom)
    if form.is_stacked:
        page.passes.append((bottom, tuple(left + i * width - GUTTER for i in range(form.columns))))
    if ligands:
        box = Box(left, top, form.width - left, bottom - top)
        page.bands.append(Band("outside", "From outside the body", "pharmacology", box))
    return bottom


def _flow(
    ligands: Sequence[str], graph: nx.MultiDiGraph[str], columns: int
) -> list[list[tuple[str, int, list[str]]]]:
    """Let classes run through the columns like text; each piece has class, part and names."""
    group_of = graph.nodes(data="group")
    classes = {name: [n for n in ligands if group_of[n] == name] for name in CLASS_TITLES}
    total = sum(len(members) + 1 for members in classes.values() if members)
    most = max(_FEWEST, math.ceil(total / columns))
    out: list[list[tuple[str, int, list[str]]]] = [[]]
    room = most
    for name, members in classes.items():
        rest = sorted(members, key=lambda n: graph.nodes[n]["label"].lower())
        part = 0
        while rest:
            if room < min(len(rest), 2) + (not part) and len(out) < columns:
                out.append([])
                room = most
            fits = max(1, room - (not part)) if len(out) < columns else len(rest)
            out[-1].append((name, part, rest[:fits]))
            room -= len(rest[:fits]) + (not part)
            rest, part = rest[fits:], part + 1
    return out


def _place_heroes(page: Layout, nodes: dict[str, list[str]], form: Form, y: float) -> float:
    """Place receptors side by side in the membrane, and beside them those without a name."""
    receptors, unnamed = nodes.get("receptor", []), nodes["unnamed"]
    groups = nodes.get("group", [])
    height = 44.0 if form.is_stacked else 72.0
    paper = len(unnamed) * (form.unnamed + PAD) + 2 * PAD if unnamed else 0.0
    beside = 0.0 if form.is_stacked else paper + (_GROUP + 2 * PAD if groups else 0)
    space = (form.width - beside) / max(1, len(receptors))
    hero = min(form.hero, space - 4)
    for i, receptor in enumerate(receptors):
        page.boxes[receptor] = Box(i * space + 3, y, hero, height)
    if receptors:
        bilayer = Box(0, y + height * 0.26, form.width - beside, height * 0.48)
        page.bands.append(Band("membrane", "", "pharmacology", bilayer))
    bottom = y + height
    left = 0.0 if form.is_stacked else form.width - beside
    if unnamed:
        top = bottom + 34 if form.is_stacked else y - TITLE + 2
        box = Box(left, top, paper, height + TITLE + PAD - 2)
        page.bands.append(Band("unnamed", "Receptors without a name", "article", box))
        for i, subject in enumerate(unnamed):
            x = left + 1.5 * PAD + i * (form.unnamed + PAD)
            page.boxes[subject] = Box(x, top + TITLE - 2, form.unnamed, height)
        bottom = max(bottom, box.bottom)
    under = bottom + 26
    for i, group in enumerate(groups):
        if form.is_stacked:
            page.boxes[group] = Box(0, under + i * 44, 172, 26)
        else:
            page.boxes[group] = Box(form.width - _GROUP - 4, y + i * 52, _GROUP, 44)
    return max([bottom, *(page.boxes[g].bottom for g in groups)])


def _place_shelf(
    page: Layout, nodes: dict[str, list[str]], graph: nx.MultiDiGraph[str], form: Form, y: float
) -> float:
    """Place the domains: mood and its neighbours first, hazards at their own end."""
    domains = nodes.get("domain", [])
    neighbours = [d for d in domains if graph.nodes[d]["group"] != "hazards"]
    hazards = [d for d in domains if graph.nodes[d]["group"] == "hazards"]
    if form.is_stacked:
        for i, domain in enumerate(neighbours + hazards):
            page.boxes[domain] = Box((i % 3) * 90 + 2, y + (i // 3) * 62, 86, 44)
        return y + 62 * math.ceil(len(domains) / 3) - 18
    end = 300.0 if hazards else 0.0  # hazards: two short rows at the right end of the shelf
    x = 1.0
    words = [graph.nodes[domain]["label"].split() for domain in neighbours]
    needs = [5 + max((width_of(word, 12) for word in some), default=0) for some in words]
    for domain, slot in zip(neighbours, shares(needs, form.width - end - 20), strict=True):
        page.boxes[domain] = Box(x, y, slot - 3, _DOMAIN)
        x += slot
    # What the article speaks of stands in the lower row: its signs need the room below.
    told = {end for _, end, data in graph.edges(data=True) if data["voice"] == "article"}
    hazards.sort(key=lambda domain: domain in told)
    across = math.ceil(len(hazards) / 2)
    for i, domain in enumerate(hazards):
        x = form.width - end + (i % across) * end / across
        page.boxes[domain] = Box(
            x, y + (i // across) * (_SHELF - _HAZARD), end / across - 3, _HAZARD
        )
    return y + (_SHELF if hazards else _DOMAIN)


def _place_strip(
    page: Layout, nodes: dict[str, list[str]], graph: nx.MultiDiGraph[str], form: Form, y: float
) -> float:
    """Place what the article speaks of on its own ground, line after line."""
    top, x = y, PAD
    y += TITLE + 4
    for subject in [*nodes.get("subject", []), *nodes.get("gap", [])]:
        width = min(_text(graph.nodes[subject]["label"]) + 24, form.width - 2 * PAD)
        if x + width > form.width - PAD:
            x, y = PAD, y + 31
        page.boxes[subject] = Box(x, y, width, 24)
        x += width + 10
    bottom = y + 24 + PAD
    if nodes.get("subject"):
        box = Box(0, top, form.width, bottom - top)
        page.bands.append(Band("article", "What the article speaks of", "article", box))
    return bottom
