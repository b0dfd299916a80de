"""Where hazards stand in what the browser is sent: by agent, by node and by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from explainer.model.schema import Claim, Effect
from explainer.voices import hazards

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.view.index import Ledger
    from explainer.voices.phrases import Line

Json = Any  # plain lists, dicts, words and numbers


def build(
    system: System, place: dict[str, int], lines: Ledger, listed: Sequence[str]
) -> dict[str, Json]:
    """What agents may do to a person: the line of each and of its class, and where they act.

    ``agents`` holds the line of its own, the kind of its class's hazard and the line of that, or
    -1, and the lines of its groups in brief; ``nodes``, ``rows`` and ``listed`` (rows without a
    line, by their ids here) are pairs that lead there, those of rows only of what sounds like help.
    """
    agents: dict[str, int] = {}
    told: list[list[Json]] = []

    def placed(line: Line | None) -> int:
        return -1 if line is None or hazards.is_in_brief(system, line) else lines.place(line)

    def place_of(agent: str) -> int:
        if agent not in agents:
            agents[agent] = len(told)
            own = hazards.of_node(system, agent)
            kind, line = hazards.of_class(system, agent) or (-1, None)
            brief = [lines.place(one) for one in hazards.in_brief(system, [agent])]
            told.append([placed(own), kind, placed(line), brief])
        return agents[agent]

    def acting(keys: Iterable[str]) -> list[list[Json]]:
        found = ((at, _agents(system, key)) for at, key in enumerate(keys))
        return [[at, [place_of(agent) for agent in agents]] for at, agents in found if agents]

    rows = acting(key for _, _, key in system.graph.edges(keys=True))
    nodes = [[place[n], place_of(n)] for n in system.graph if hazards.of_node(system, n)]
    return {"agents": told, "nodes": nodes, "rows": rows, "listed": acting(listed)}


def _agents(system: System, key: str) -> tuple[str, ...]:
    row = system.find(key)
    return tuple(hazards.agents_of(system, row)) if isinstance(row, Effect | Claim) else ()
