"""The payload of a system, built once, and kept as long as the system is; and how it is sent."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from explainer.view import columns, payload, selection
from explainer.view.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explainer.model.system import System
    from explainer.view.state import Choices

_KEPT = "_cache"
_DRAWN = ("sockets", "forms")


class Cache:
    """What all views of one system share; nobody writes into it.

    What only the browser reads, the places of all that is drawn, is kept packed alone.
    """

    rest = b""  # all that the first view does without, packed; see `rest_of`

    def __init__(self, system: System) -> None:
        whole = payload.gather(system)
        self.choices: Choices = payload.choices(system)
        self.first = packed(first_of(whole))
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
    return whole | {"lines": lines, "sources": sources, "cards": []}


def rest_of(system: System) -> bytes:
    """Give, packed, what stands in the place of its like in the first part, and all other frames.

    It is made when it is first wanted, after the first view was sent, and view by view: all frames
    at once would take ten times what they take packed.
    """
    shared = of(system)
    if not shared.rest:
        shared.rest = _deflated(_rest_in_parts(system, shared.payload))
    return shared.rest


def _rest_in_parts(system: System, whole: dict[str, Any]) -> Iterator[str]:
    """Write it as one object, whose last part is all frames by the names of their views."""
    rest = {name: whole[name] for name in ("lines", "sources", "cards")}
    rest["forms"] = payload.forms(system, whole["rows"])
    yield from (
        f"{'{' if name == 'lines' else ','}{_json(name)}:{_json(rest[name])}" for name in rest
    )
    yield ',"frames":'
    mark = "{"
    for key, frames in payload.near(system):
        yield f"{mark}{_json(key)}:{_json([columns.of_frame(frame) for frame in frames])}"
        mark = ","
    yield "}}"


def packed(part: dict[str, Any]) -> bytes:
    """Plain data as it is sent."""
    return _deflated([_json(part)])


def _json(part: Any) -> str:  # noqa: ANN401 - plain data of any form
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _deflated(texts: Iterable[str]) -> bytes:
    """Pack a text that comes in parts."""
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(text.encode()) for text in texts), packer.flush()])


def of(system: System) -> Cache:
    """Give what the views of a system share; it goes when the system goes."""
    kept = vars(system)  # where its graph is kept as well
    if _KEPT not in kept:
        kept[_KEPT] = Cache(system)
    found: Cache = kept[_KEPT]
    return found
