"""The Explorer's matplotlib twin: the same places, colours and signs, for print and for reading."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon
from matplotlib.path import Path

from explainer import picture, routes, sentences, strokes, style
from explainer.boxes import FORMS, Box
from explainer.figures.drawing import Drawing
from explainer.layout import arrange
from explainer.problems import did_you_mean

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

    from explainer.boxes import Layout
    from explainer.system import System

_MARKERS = {"peptide": "o", "ligand": "D"}
_SIGNS = {
    "activates": "↓", "partly": "⇂", "blocks": "⊥", "inverse": "⊥",
    "modulates": "~", "binds": "○", "none": "x",
}  # fmt: skip
_NAMES = ("precursor", "peptide", "ligand", "subject")
_GHOST = 0.22
_LETTER = 5.6  # width of a letter of a node's words
_ONE_LINE = 30.0  # boxes of this height take one line of words


def network(system: System, focus: str | None = None) -> Drawing:
    """Draw the whole picture, or one node with all that is joined to it.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    focus
        Id of a node; its neighbours come forward and all else fades. Without it, the overview.

    """
    graph = system.graph
    if focus and focus not in graph:
        message = f"focus={focus!r} is not in the picture{did_you_mean(focus, graph)}"
        raise ValueError(message)
    layout = arrange(graph, FORMS["wide"])
    figure = Drawing(figsize=(layout.width / 90, layout.height / 90))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(-4, layout.width + 4)
    axes.set_ylim(layout.height, -4)
    axes.axis("off")
    lit = {focus, *graph.predecessors(focus), *graph.successors(focus)} if focus else set(graph)
    _draw_bands(axes, layout)
    if focus:
        _draw_strands(axes, graph, layout, focus)
    else:
        _draw_bundles(axes, graph, layout)
    for node, data in graph.nodes(data=True):
        _draw_node(axes, data, layout.boxes[node], alpha=1 if node in lit else _GHOST)
    voices = ("pharmacology", "article")
    said = [
        sentences.about(system, focus, v) if focus else sentences.overview(system, v)
        for v in voices
    ]
    figure.description = " ".join(part for part in said if part)
    return figure


def _draw_bands(axes: Axes, layout: Layout) -> None:
    for band in layout.bands:
        if band.id in ("body", "outside", "unnamed", "article"):
            is_article = band.voice == "article"
            fill = style.KINDS["subject"].light if is_article else "#f4f6f8"
            edge = style.VOICES["article"].light if is_article else "none"
            ground = _rectangle(band.box, fill, edge, "--" if is_article else "-")
            ground.set_zorder(0.2)  # under the lines
            axes.add_patch(ground)
        axes.text(
            band.box.x + 4, band.box.y + 12, band.title, size=8, weight="bold", color="#33475b"
        )


def _rectangle(box: Box, fill: str, edge: str, dash: str = "-", alpha: float = 1) -> FancyBboxPatch:
    return FancyBboxPatch(
        (box.x, box.y), box.w, box.h, boxstyle="round,pad=0,rounding_size=4",
        facecolor=fill, edgecolor=edge, linestyle=dash, linewidth=1, alpha=alpha,
    )  # fmt: skip


def _draw_node(axes: Axes, data: dict[str, str], box: Box, alpha: float) -> None:
    kind, label = data["kind"], data["label"]
    x, y = box.x + box.w / 2, box.y + box.h / 2
    look = style.KINDS[kind]
    if kind in _MARKERS:
        axes.plot(box.x + 7, y, _MARKERS[kind], color=look.light, markersize=4.5, alpha=alpha)
        axes.text(box.x + 16, y, label, size=7.5, va="center", alpha=alpha)
        return
    if kind == "receptor":
        cut = min(18, box.w * 0.14)
        corners = [(box.x, y), (box.x + cut, box.y), (box.right - cut, box.y), (box.right, y),
                   (box.right - cut, box.bottom), (box.x + cut, box.bottom)]  # fmt: skip
        axes.add_patch(Polygon(corners, facecolor=look.light, edgecolor="#1d2733", alpha=alpha))
        axes.text(
            x,
            y,
            label.removesuffix(" receptor"),
            size=15,
            weight="bold",
            ha="center",
            va="center",
            alpha=alpha,
        )
        return
    is_article = data["voice"] == "article"
    edge = style.VOICES["article"].light if is_article else "#1d2733"
    axes.add_patch(_rectangle(box, look.light, edge, "--" if is_article else "-", alpha))
    words = fill(label, int(box.w / _LETTER)) if box.h > _ONE_LINE else label
    axes.text(x, y, words, size=7.5, ha="center", va="center", alpha=alpha)


def _draw_bundles(axes: Axes, graph: nx.MultiDiGraph[str], layout: Layout) -> None:
    """Draw the overview's lines: grouped molecules to receptors, then the pairs below them."""
    for line, kind, number in strokes.bundles(graph, layout):
        _draw_line(axes, line, style.KINDS[kind].light, width=0.8 + number**0.5, alpha=0.26)
    for start, end in dict.fromkeys(graph.edges()):
        for voice in dict.fromkeys(data["voice"] for data in graph[start][end].values()):
            if graph.nodes[end]["kind"] == "domain" and start not in layout.rails:
                line = routes.route(layout, start, end, "effect")
                _draw_line(axes, line, style.VOICES[voice].light, width=0.8, alpha=0.3, voice=voice)


def _draw_strands(axes: Axes, graph: nx.MultiDiGraph[str], layout: Layout, focus: str) -> None:
    """Draw each pair of the focus once for each thing its rows say, with signs at the far end."""
    signs: dict[tuple[str, bool], list[tuple[str, str, str]]] = {}
    for start, end, kind, voice, look, done in _strands(graph, focus):
        table = style.FAMILIES if kind == "acts on" else style.DIRECTIONS
        is_own = voice == "article" or look not in table
        colour = (style.VOICES["article"] if is_own else table[look]).light
        line = routes.route(layout, start, end, kind)
        _draw_line(axes, line, colour, width=1.2, alpha=0.9, voice=voice)
        if kind in ("acts on", "effect", "claim"):
            sign = _SIGNS[look] if kind == "acts on" else style.DIRECTIONS[look].sign
            far = end if start == focus else start
            signs.setdefault((far, far == start), []).append((sign, done, colour))
    for (far, is_start), said in signs.items():
        kind = graph.nodes[far]["kind"]
        is_article = graph.nodes[focus]["voice"] == "article"
        is_below = kind in ("receptor", "group") if is_start else is_article
        _draw_signs(axes, layout.boxes[far], said, is_name=kind in _NAMES, is_below=is_below)


def _strands(graph: nx.MultiDiGraph[str], focus: str) -> list[tuple[str, ...]]:
    """Start, end, kind, voice, look and sign of what was done, each once for each pair."""
    found: dict[tuple[str, ...], None] = {}
    for start, end, data in graph.edges(data=True):
        if focus in (start, end):
            look = style.FAMILY_OF[data["says"]] if data["kind"] == "acts on" else data["says"]
            sign = style.PERTURBATIONS[data["how"]].sign if data["how"] else ""
            found[start, end, data["kind"], data["voice"], look, sign] = None
    known = {strand[:2] for strand in found if strand[4] != picture.WEAK[0]}
    return [s for s in found if s[4] != picture.WEAK[0] or s[:2] not in known]


def _draw_signs(
    axes: Axes, box: Box, said: list[tuple[str, str, str]], *, is_name: bool, is_below: bool
) -> None:
    """Stack signs beside a box; a name in a list has room for one: ≠ where they differ."""
    if is_name:
        sign, _, colour = said[0]
        differs = len({one for one, *_ in said}) > 1
        _write(axes, box.x - 3, box.y + box.h / 2, "≠" if differs else sign, size=9, color=colour)
        return
    across = max(2, min(4, int(box.w // 26)))
    for place, (sign, done, colour) in enumerate(said):
        row, column = divmod(place, across)
        x = box.x + box.w / 2 + (column - (min(len(said), across) - 1) / 2) * 26
        y = box.bottom + 9 + 15 * row if is_below else box.y - 9 - 15 * row
        _write(axes, x, y, f"{done}{sign}", size=9, color=colour)


def _write(axes: Axes, x: float, y: float, words: str, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
    axes.text(x, y, words, ha="center", va="center", weight="bold", **looks)


def _draw_line(  # noqa: PLR0913 - the looks of a line
    axes: Axes,
    line: list[routes.Segment],
    colour: str,
    *,
    width: float,
    alpha: float,
    voice: str = "pharmacology",
) -> None:
    codes = {"M": [Path.MOVETO], "L": [Path.LINETO], "C": [Path.CURVE4] * 3}
    path = Path(
        [p for _, points in line for p in points], [c for letter, _ in line for c in codes[letter]]
    )
    dash = "--" if voice == "article" else "-"
    axes.add_patch(
        PathPatch(
            path,
            facecolor="none",
            edgecolor=colour,
            linewidth=width,
            alpha=alpha,
            linestyle=dash,
            zorder=0.5,
        )
    )
