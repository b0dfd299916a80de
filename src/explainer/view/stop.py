"""A stop of a tour: what it shows, and the room that its picture has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from explainer.model.system import System
from explainer.view.findings import Finding
from explainer.view.paper import PHONE
from explainer.view.state import State

LATE = "late"  # the look of what is shown with the answer
HERO = 36.0  # height of a receptor
GAP = 10.0


class Size(NamedTuple):
    """Room of a frame, in its own pixels."""

    width: int
    height: float


@dataclass(frozen=True)
class Stop:
    """One view for one room; ``own`` are the findings that the view brings forward."""

    system: System
    state: State
    own: Sequence[Finding]
    size: Size

    @property
    def kind(self) -> str:
        """What the focus is, in the words of the graph; nothing for a stop without one."""
        graph, focus = self.system.graph, self.state.focus
        return str(graph.nodes[focus]["kind"]) if focus in graph else ""

    @property
    def is_narrow(self) -> bool:
        """Whether it is drawn for a phone."""
        return self.size.width < PHONE
