"""What a page of the site has packed, as Python's own means unpack it."""

import base64
import json
import lzma
from itertools import accumulate, islice
from typing import Any

from explainer.website import packing

Json = Any  # plain lists, dicts, words and numbers
RAW = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 22, "lc": 3, "lp": 0, "pb": 0}


def opened(stream: packing.Packed) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Unpack a stream by Python's own means: what it tells of the widgets, and the parts."""
    reader = lzma.LZMADecompressor(format=lzma.FORMAT_RAW, filters=[RAW])
    whole = reader.decompress(base64.b64decode(stream.text))
    assert len(whole) == stream.size
    told, at, parts = json.loads(whole[: stream.head]), stream.head, {}
    for name, length, is_data in told["parts"]:
        part, at = whole[at : at + length], at + length
        parts[name] = json.dumps(rows(json.loads(part))).encode() if is_data else part
    assert at == stream.size
    return rows(told["state"]), parts


def rows(packed: Json) -> Json:
    """Make of columns what they were made of."""
    if isinstance(packed, list):
        return [rows(one) for one in packed]
    if not isinstance(packed, dict):
        return packed
    [(form, part), *others] = packed.items() or [("", None)]
    if form in FORMS and not others:
        return FORMS[form](part)
    return {name: rows(part) for name, part in packed.items()}


def named(table: Json) -> list[dict[str, Json]]:
    names, columns = table
    return [dict(zip(names, row, strict=True)) for row in zip(*rows(columns), strict=True)]


def ragged(table: Json) -> list[Json]:
    lengths, cells = table[0], iter(rows(table[1]))
    return [[*islice(cells, length)] for length in lengths]


FORMS = {
    "~rows": named,
    "~some": lambda t: [{k: v for k, v in one.items() if v is not None} for one in named(t)],
    "~tuples": lambda columns: [[*row] for row in zip(*rows(columns), strict=True)],
    "~ragged": ragged,
    "~named": lambda table: dict(zip(table[0], rows(table[1]), strict=True)),
    "~by": lambda steps: [tenths / 10 for tenths in accumulate(steps)],
}
