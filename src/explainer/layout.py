"""Where each node stands: four layers from top to bottom, the same on every run.

Molecules on top (made by the body on the left, from outside on the right), receptors below them
in the middle, then the domains, and last the article's strip. So each line runs between
neighbouring layers and crosses no label. One unit is one pixel of a notebook cell about 1,000
pixels wide; ``narrow`` is the same drawing, stacked for a phone.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

from explainer.boxes import FORMS, GUTTER, Band, Box, Form, Layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx

K = TypeVar("K")
LETTER = 6.8  # average advance of 13 px text in the usual sans-serif faces, with some to spare
ROW = 18.0
TITLE = 22.0
PAD = 6.0
SIGNS = 18.0  # more room above the domains, where signs stand in several rows
_SHELF = 74.0  # height of the shelf; between its two rows of hazards there is room for signs


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
    y = max(body, outside) + form.gap
    y = _place_heroes(page, nodes, form, y) + form.gap + SIGNS
    y = _place_shelf(page, nodes, graph, form, y) + form.gap
    page.height = _place_strip(page, nodes, graph, form, y) + PAD
    return page


def _by_kind(graph: nx.MultiDiGraph[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        kinds.setdefault(data["kind"], []).append(node)
    return kinds


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
    start = form.legend.h
    top = start + TITLE
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
    box = Box(0, start, form.body, bottom - start)
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
    blocks = _blocks(ligands, graph, form.columns)
    heights = {block: len(names) + 1 for block, names in blocks.items()}
    bottom = top + TITLE
    for i, stack in enumerate(_pack(list(blocks), heights, form.columns)):
        y = top + TITLE
        for block in stack:
            members = blocks[block]
            box = Box(left + i * width, y, width - 8, ROW * (len(members) + 1))
            name, part = block
            title = CLASS_TITLES[name] if part == 0 else ""
            band = f"class_{name.replace(' ', '_').replace('-', '_')}_{part}"
            page.bands.append(Band(band, title, "pharmacology", box, tuple(members)))
            for row, ligand in enumerate(members, start=1):
                page.boxes[ligand] = Box(box.x, y + row * ROW, width - 6, ROW - 1)
            y += box.h + PAD
        bottom = max(bottom, y)
    page.rails |= dict.fromkeys(ligands, bottom)
    if form.is_stacked:
        page.passes.append((bottom, tuple(left + i * width - GUTTER for i in range(form.columns))))
    if blocks:
        box = Box(left, top, form.width - left, bottom - top)
        page.bands.append(Band("outside", "From outside the body", "pharmacology", box))
    return bottom


def _blocks(
    ligands: Sequence[str], graph: nx.MultiDiGraph[str], columns: int
) -> dict[tuple[str, int], list[str]]:
    """Gather molecules by class; a class longer than a column is cut into even parts."""
    most = math.ceil((len(ligands) + len(CLASS_TITLES)) / columns)
    blocks: dict[tuple[str, int], list[str]] = {}
    for name in CLASS_TITLES:
        members = [n for n in ligands if graph.nodes[n]["group"] == name]
        members.sort(key=lambda n: graph.nodes[n]["label"].lower())
        parts = math.ceil(len(members) / most) if len(members) > most + 3 else bool(members)
        size = math.ceil(len(members) / max(1, parts))
        for part in range(parts):
            blocks[name, part] = members[part * size : (part + 1) * size]
    return blocks


def _place_heroes(page: Layout, nodes: dict[str, list[str]], form: Form, y: float) -> float:
    """Place the receptors side by side; what sources speak of as a whole stands at their end."""
    receptors, groups = nodes.get("receptor", []), nodes.get("group", [])
    height = form.hero * 0.5 if form.is_stacked else 66.0
    space = form.width / max(1, len(receptors)) if form.is_stacked else form.hero + 32
    for i, receptor in enumerate(receptors):
        page.boxes[receptor] = Box(i * space + 3, y, form.hero, height)
    bottom = y + height
    for i, group in enumerate(groups):
        if form.is_stacked:
            page.boxes[group] = Box(0, bottom + 26 + i * 44, 172, 26)
        else:
            page.boxes[group] = Box(len(receptors) * space + 20, y + i * 36, 204, 28)
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
            page.boxes[domain] = Box((i % 3) * 90 + 2, y + (i // 3) * 55, 86, 36)
        return y + 55 * math.ceil(len(domains) / 3) - 19
    end = 252.0 if hazards else 0.0  # hazards: two short rows at the right end of the shelf
    slot = min(120.0, (form.width - end - 20) / max(1, len(neighbours)))
    for i, domain in enumerate(neighbours):
        page.boxes[domain] = Box(i * slot + 1, y, slot - 6, _SHELF)
    across = math.ceil(len(hazards) / 2)
    for i, domain in enumerate(hazards):
        x = form.width - end + (i % across) * end / across
        page.boxes[domain] = Box(x, y + (i // across) * (_SHELF - 27), end / across - 6, 27)
    return y + _SHELF


def _place_strip(
    page: Layout, nodes: dict[str, list[str]], graph: nx.MultiDiGraph[str], form: Form, y: float
) -> float:
    """Place what the article speaks of on its own ground, line after line."""
    top, x = y, PAD
    y += TITLE + 4
    for subject in [*nodes.get("subject", []), *nodes.get("gap", [])]:
        width = min(_text(graph.nodes[subject]["label"]) + 14, form.width - 2 * PAD)
        if x + width > form.width - PAD:
            x, y = PAD, y + 31
        page.boxes[subject] = Box(x, y, width, 24)
        x += width + 10
    bottom = y + 24 + PAD
    if nodes.get("subject"):
        box = Box(0, top, form.width, bottom - top)
        page.bands.append(Band("article", "What the article speaks of", "article", box))
    return bottom
