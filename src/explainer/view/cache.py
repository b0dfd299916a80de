"""The payload of a system, built once, and kept as long as the system is; and how it is sent."""

from __future__ import annotations

import itertools
import json
import weakref
import zlib
from typing import TYPE_CHECKING, Any

from explainer.view import columns, payload, selection
from explainer.view.state import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explainer.model.system import System
    from explainer.view.state import Choices

_KEPT = "_cache"
_TEXTS = ("lines", "sources", "cards")
_DRAWN = "sockets"


class Picture(dict[str, Any]):
    """The payload as Python reads it, but for what is drawn, which only the browser reads."""


class Cache:
    """What all views of one system share; nobody writes into it.

    It is kept as it is sent, packed: as lists it takes ten times the room. Whoever asks for the
    payload gets it unpacked, and it goes when nobody holds it any more.
    """

    rest = b""  # all that the first view does without, packed; see `rest_of`

    def __init__(self, system: System) -> None:
        self.choices: Choices = payload.choices(system)
        whole = payload.gather(system)
        self.signs = {(row[1], row[2]) for row in whole["rows"]}
        first = first_of(whole)
        self.texts = packed({name: whole.pop(name) for name in _TEXTS})
        del whole  # before frames are drawn: a kernel keeps the most that it held at once
        self.first = _packed(itertools.chain(first.items(), _drawn(system)))
        self._picture: weakref.ref[Picture] | None = None

    @property
    def payload(self) -> Picture:
        """The payload, the same one as long as anybody holds it."""
        found = self._picture() if self._picture else None
        if found is None:
            found = Picture(_unpacked(self.first) | _unpacked(self.texts))
            del found[_DRAWN]
            self._picture = weakref.ref(found)
        return found


def first_of(whole: dict[str, Any]) -> dict[str, Any]:
    """Give all that the first view is made of but frames: it is there before the rest is.

    A line or a source that the first view does not name has its place and its voice alone.
    """
    lines = [["", line[1], "", "", [], ""] for line in whole["lines"]]
    sources = [["", "", ""] for _ in whole["sources"]]
    for place in selection.hazards(whole, State()):
        lines[place] = whole["lines"][place]
        for source in lines[place][4]:
            sources[source] = whole["sources"][source]
    return whole | {"lines": lines, "sources": sources, "cards": []}


def _drawn(system: System) -> Iterator[tuple[str, Any]]:
    """Findings and the first frames, made when all other parts are packed."""
    yield _DRAWN, payload.drawn(system)


def rest_of(system: System) -> bytes:
    """Give, packed, what stands in the place of its like in the first part, and all other frames.

    It is made when it is first wanted, after the first view was sent, and view by view: all frames
    at once would take ten times what they take packed.
    """
    shared = of(system)
    if not shared.rest:
        shared.rest = _deflated(_rest_in_parts(system, shared))
    return shared.rest


def _rest_in_parts(system: System, shared: Cache) -> Iterator[str]:
    """Write it as one object, whose last part is all frames by the names of their views."""
    yield zlib.decompress(shared.texts).decode().removesuffix("}")
    yield f',"forms":{_json(payload.forms(system, shared.signs))},"frames":'
    mark = "{"
    for key, frames in payload.near(system):
        yield f"{mark}{_json(key)}:{_json([columns.of_frame(frame) for frame in frames])}"
        mark = ","
    yield "}}"


def packed(whole: dict[str, Any]) -> bytes:
    """Plain data as it is sent."""
    return _packed(whole.items())


def _packed(parts: Iterable[tuple[str, Any]]) -> bytes:
    """Pack part by part: all of it as one text would take as much room again."""
    texts = (f"{_json(name)}:{_json(part)}" for name, part in parts)
    marks = itertools.chain("{", itertools.repeat(","))
    return _deflated(itertools.chain(map("".join, zip(marks, texts, strict=False)), "}"))


def _unpacked(sent: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(zlib.decompress(sent))
    return found


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
