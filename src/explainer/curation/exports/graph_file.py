"""The graph as GraphML: each edge is one row, with all that the row says and who says it."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from explainer.curation.dictionary import LICENCES, TITLE
from explainer.model.schema import Row, SourcedRow
from explainer.model.system import System
from explainer.model.table import write_cell

_OWN = {"id"}  # the edge has it as its row


def write(system: System, path: Path) -> None:
    """Write the graph, with every cell of the rows that its edges and nodes stand for."""
    nx.write_graphml(whole(system), path, encoding="utf-8", named_key_ids=True)


def whole(system: System) -> nx.MultiDiGraph[str]:
    """The graph with full data: cells as the tables hold them, sources in full beside them."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=TITLE, licence=" and ".join(LICENCES))
    for node, data in system.graph.nodes(data=True):
        row = system.find(str(node).removeprefix("gap_"))
        names = {one.scheme: one.value for one in system.identifiers_of(row.id)}
        graph.add_node(node, **(_cells(system, row) | names | data))
    for start, end, key, data in system.graph.edges(keys=True, data=True):
        graph.add_edge(start, end, key=key, **(_cells(system, system.find(key)) | data))
    return graph


def _cells(system: System, row: Row) -> dict[str, str]:
    """What a row says, column by column; blank cells are left out, as GraphML knows no blank."""
    cells = {c: write_cell(getattr(row, c)) for c in type(row).model_fields if c not in _OWN}
    if isinstance(row, SourcedRow):
        cells["citations"] = " | ".join(source.citation for source in system.sources_of(row))
    return {column: cell for column, cell in cells.items() if cell}
