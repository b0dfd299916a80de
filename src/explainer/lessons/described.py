"""A chart of a reader's own, with its words: for whoever does not see it."""

from __future__ import annotations

import io
from typing import Any, Protocol

from PIL import Image

_COLOURS = 64


class _Chart(Protocol):
    """What a matplotlib ``Figure`` can do, as far as it is needed here."""

    def savefig(self, file: io.BytesIO, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Write the chart."""


class Described:
    """Show a chart as a picture whose alt text says what is on it.

    Parameters
    ----------
    chart
        A matplotlib ``Figure``.
    words
        What is on it, in a sentence.

    """

    def __init__(self, chart: _Chart, words: str) -> None:
        self._chart, self.words = chart, words

    def _repr_mimebundle_(
        self, **_: object
    ) -> tuple[dict[str, bytes | str], dict[str, dict[str, str]]]:
        """Give the picture, and the words in its place and beside it."""
        bundle: dict[str, bytes | str] = {"image/png": self._png(), "text/plain": self.words}
        return bundle, {"image/png": {"alt": self.words}}

    def _png(self) -> bytes:
        """Write the chart in as few colours as a chart needs, which takes a third of the room."""
        whole, out = io.BytesIO(), io.BytesIO()
        self._chart.savefig(whole, format="png", bbox_inches="tight")
        few = Image.open(whole).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(out, format="png", optimize=True)
        return out.getvalue()
