"""Overview lines: one stroke from a list of molecules to a receptor, as wide as they are many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from explainer.drawing import edges, theme

if TYPE_CHECKING:
    import networkx as nx

    from explainer.drawing.geometry import Layout


class Bundle(NamedTuple):
    """One stroke: its line, the kind of what it starts from, and for how many it stands."""

    line: list[edges.Segment]
    kind: str
    number: int


def bundles(graph: nx.MultiDiGraph[str], layout: Layout) -> list[Bundle]:
    """Bundle what acts at each receptor by the list in which its name stands."""
    out = []
    for band in layout.bands:
        reached = Counter(
            end
            for member in band.members
            for end in dict.fromkeys(graph.successors(member))
            if graph.nodes[end]["kind"] == "receptor"
            and any(theme.FAMILY_OF[d["says"]] != "none" for d in graph[member][end].values())
        )
        for receptor, count in reached.items():
            first = layout.boxes[band.members[0]]
            start = (first.x - 3, first.y)
            line = edges.down_gutter(layout, band.members[0], start, layout.boxes[receptor])
            out.append(Bundle(line, graph.nodes[band.members[0]]["kind"], count))
    return out
