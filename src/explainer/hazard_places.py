"""Where hazards stand in what the browser is sent: by agent, by node and by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explainer import hazards
from explainer.rows import Claim, Effect

if TYPE_CHECKING:
    from explainer.ledger import Ledger
    from explainer.system import System

Json = Any  # plain lists, dicts, words and numbers


def build(system: System, place: dict[str, int], lines: Ledger) -> dict[str, Json]:
    """What agents may do to a person: the line of each and of its class, and where they act.

    ``agents`` holds the line of its own, the kind of its class's hazard and the line of that, or
    -1; ``nodes`` and ``rows`` are pairs that lead there, ``rows`` only of what sounds like help.
    """
    agents: dict[str, int] = {}
    told: list[list[int]] = []

    def place_of(agent: str) -> int:
        if agent not in agents:
            agents[agent] = len(told)
            own = hazards.of_node(system, agent)
            kind, line = hazards.of_class(system, agent) or (-1, None)
            told.append([lines.place(own) if own else -1, kind, lines.place(line) if line else -1])
        return agents[agent]

    rows: list[list[Json]] = []
    for at, (_, _, key) in enumerate(system.graph.edges(keys=True)):
        row = system.find(key)
        found = hazards.agents_of(system, row) if isinstance(row, Effect | Claim) else ()
        if found:
            rows.append([at, [place_of(agent) for agent in found]])
    nodes = [[place[n], place_of(n)] for n in system.graph if hazards.of_node(system, n)]
    return {"agents": told, "nodes": nodes, "rows": rows}
