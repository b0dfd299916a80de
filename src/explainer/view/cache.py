"""The payload of a system, built once, and kept as long as the system is; and how it is sent."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from explainer.view import payload, selection
from explainer.view.state import State

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.view.state import Choices

_KEPT = "_cache"


class Cache:
    """What all views of one system share; nobody writes into it."""

    def __init__(self, system: System) -> None:
        self.payload: dict[str, Any] = payload.build(system)
        self.choices: Choices = payload.choices(system)

    def first(self) -> dict[str, Any]:
        """All that the first view is made of: it is drawn before the rest is there.

        A line or a source that the first view does not name has its place and its voice alone.
        """
        named = selection.hazards(self.payload, State())
        lines = [["", line[1], "", "", [], ""] for line in self.payload["lines"]]
        sources = [["", "", ""] for _ in self.payload["sources"]]
        for place in named:
            lines[place] = self.payload["lines"][place]
            for source in lines[place][4]:
                sources[source] = self.payload["sources"][source]
        drawn = self.payload["sockets"]
        frames = {"": drawn["frames"][""]}
        first = {"lines": lines, "sources": sources, "cards": [], "forms": {}}
        return self.payload | first | {"sockets": drawn | {"frames": frames}}

    def rest(self) -> dict[str, Any]:
        """What stands in the place of its like in the first part; frames are put beside it."""
        whole = {name: self.payload[name] for name in ("lines", "sources", "cards", "forms")}
        frames = {key: some for key, some in self.payload["sockets"]["frames"].items() if key}
        return whole | {"frames": frames}


def packed(part: dict[str, Any]) -> bytes:
    """Plain data as it is sent."""
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 9)


def of(system: System) -> Cache:
    """Give what the views of a system share; it goes when the system goes."""
    kept = vars(system)  # where its graph is kept as well
    if _KEPT not in kept:
        kept[_KEPT] = Cache(system)
    found: Cache = kept[_KEPT]
    return found
