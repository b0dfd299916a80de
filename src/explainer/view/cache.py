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
_DRAWN = ("sockets", "forms")


class Cache:
    """What all views of one system share; nobody writes into it.

    What only the browser reads, the places of all that is drawn, is kept packed alone.
    """

    def __init__(self, system: System) -> None:
        whole = payload.build(system)
        self.choices: Choices = payload.choices(system)
        self.first = packed(first_of(whole))
        self.rest = packed(rest_of(whole))
        self.payload: dict[str, Any] = {
            name: part for name, part in whole.items() if name not in _DRAWN
        }


def first_of(whole: dict[str, Any]) -> dict[str, Any]:
    """Give all that the first view is made of: it is drawn before the rest is there.

    A line or a source that the first view does not name has its place and its voice alone.
    """
    lines = [["", line[1], "", "", [], ""] for line in whole["lines"]]
    sources = [["", "", ""] for _ in whole["sources"]]
    for place in selection.hazards(whole, State()):
        lines[place] = whole["lines"][place]
        for source in lines[place][4]:
            sources[source] = whole["sources"][source]
    frames = {"": whole["sockets"]["frames"][""]}
    drawn = {"sockets": whole["sockets"] | {"frames": frames}, "forms": {}}
    return whole | drawn | {"lines": lines, "sources": sources, "cards": []}


def rest_of(whole: dict[str, Any]) -> dict[str, Any]:
    """Give what stands in the place of its like in the first part; frames are put beside it."""
    rest = {name: whole[name] for name in ("lines", "sources", "cards", "forms")}
    frames = {key: some for key, some in whole["sockets"]["frames"].items() if key}
    return rest | {"frames": frames}


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
