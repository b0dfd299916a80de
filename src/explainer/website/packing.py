"""What the widgets of a page know, packed as one: nothing twice, and what is needed first first.

Each widget's state and each parcel are parts of one stream, so that what two of them have in common
is there once; data stands in columns, since what is alike packs best side by side. The page's
scripts `lzma.js` and `columns.js` unpack it; see docs/decisions/0024.
"""

from __future__ import annotations

import base64
import json
import lzma
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from explainer.website import regular

_FILTER = {
    "id": lzma.FILTER_LZMA1,
    "preset": 9 | lzma.PRESET_EXTREME,
    "dict_size": 1 << 22,  # more than any page has: all of it may be pointed back to
    "lc": 3,
    "lp": 0,
    "pb": 0,  # as lzma.js takes them
}
_NAME = "IPY_MODEL_"  # how a word begins that names another widget
_SCRIPTS = ("_esm", "_script")
_LATE = "rest"  # what a widget draws without, under this word of its state
_ZLIB = b"\x78"  # how bytes begin that were packed by `zlib`


class Packed(NamedTuple):
    """A stream as the page carries it, with how long it is and how long its first part."""

    text: str
    size: int
    head: int


def packed(saved: dict[str, Any]) -> Packed:
    """Pack the state of widgets, as a notebook keeps it, with all that their parcels hold."""
    models = saved["state"]
    parts = {name: _regular(content) for name, content in _parts(models)}
    late = set(_late(models))
    order = sorted(parts, key=lambda name: name in late)
    light = {key: one if key not in parts else _without(one) for key, one in models.items()}
    listed = [[name, len(parts[name][0]), parts[name][1]] for name in order]
    head = _json({"state": regular.columns(light), "parts": listed})
    whole = b"".join([head, *(parts[name][0] for name in order)])
    return Packed(base64.b64encode(stream(whole)).decode(), len(whole), len(head))


def scripts(saved: dict[str, Any]) -> set[str]:
    """Give what widgets would have the page run: a server may want each to be known by its hash."""
    models = saved["state"]
    parts = dict(_parts(models))
    words = {model["state"].get(name) for model in models.values() for name in _SCRIPTS}
    return {
        parts[name].decode() if (name := word.removeprefix(_NAME)) in parts else word
        for word in words
        if word
    }


def stream(plain: bytes) -> bytes:
    """Pack bytes as `lzma.js` unpacks them."""
    return lzma.compress(plain, format=lzma.FORMAT_RAW, filters=[_FILTER])


def _parts(models: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Give what each parcel holds, unpacked: a stream of packed bytes finds nothing to share."""
    for name, model in models.items():
        match model.get("buffers", []):
            case [{"path": ["content"], "data": text}]:
                content = base64.b64decode(text)
                is_zlib = content.startswith(_ZLIB)
                yield name, zlib.decompress(content) if is_zlib else content


def _regular(content: bytes) -> tuple[bytes, bool]:
    """Give content in columns, if it is data, and whether it is."""
    is_data = content.startswith(b"{")
    return (_json(regular.columns(json.loads(content))) if is_data else content), is_data


def _json(plain: Any) -> bytes:  # noqa: ANN401 - plain data of any form
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def _without(model: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in model.items() if name != "buffers"}


def _late(models: dict[str, Any]) -> Iterator[str]:
    for model in models.values():
        word = model["state"].get(_LATE)
        if isinstance(word, str) and word.startswith(_NAME):
            yield word.removeprefix(_NAME)
