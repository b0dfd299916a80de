"""What the widgets of a page know, packed as one: nothing twice, and what is needed first first.

Each widget's state and each parcel are parts of one stream, so that what two of them have in common
is there once. The page's script `lzma.js` unpacks it; see docs/decisions/0024.
"""

from __future__ import annotations

import base64
import json
import lzma
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

_FILTER = {
    "id": lzma.FILTER_LZMA1,
    "preset": 9 | lzma.PRESET_EXTREME,
    "dict_size": 1 << 22,  # more than any page has: all of it may be pointed back to
    "lc": 3,
    "lp": 0,
    "pb": 0,  # as lzma.js takes them
}
_NAME = "IPY_MODEL_"
_LATE = "rest"  # what a widget draws without, under this word of its state
_SCRIPTS = ("_esm", "_script")
_ZLIB = b"\x78"  # how bytes begin that were packed by `zlib`


class Packed(NamedTuple):
    """A stream as the page carries it, with how long it is and how long its first part."""

    text: str
    size: int
    head: int


def packed(saved: dict[str, Any]) -> Packed:
    """Pack the state of widgets, as a notebook keeps it, with all that their parcels hold."""
    models, parts = saved["state"], dict(_parts(saved["state"]))
    late = set(_late(models))
    order = sorted(parts, key=lambda name: name in late)
    light = {key: one if key not in parts else _without(one) for key, one in models.items()}
    told = {"state": light, "parts": [[name, len(parts[name])] for name in order]}
    head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    whole = b"".join([head, *(parts[name] for name in order)])
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


def _without(model: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in model.items() if name != "buffers"}


def _late(models: dict[str, Any]) -> Iterator[str]:
    for model in models.values():
        word = model["state"].get(_LATE)
        if isinstance(word, str) and word.startswith(_NAME):
            yield word.removeprefix(_NAME)
