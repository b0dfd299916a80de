"""What a page of the site has packed, as Python's own means unpack it."""

import base64
import json
import lzma
from typing import Any

from explainer.website import packing

RAW = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 22, "lc": 3, "lp": 0, "pb": 0}


def opened(stream: packing.Packed) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Unpack a stream by Python's own means: what it tells of the widgets, and the parts."""
    reader = lzma.LZMADecompressor(format=lzma.FORMAT_RAW, filters=[RAW])
    whole = reader.decompress(base64.b64decode(stream.text))
    assert len(whole) == stream.size
    told, at, parts = json.loads(whole[: stream.head]), stream.head, {}
    for name, length in told["parts"]:
        parts[name], at = whole[at : at + length], at + length
    assert at == stream.size
    return told["state"], parts
