"""A chart of a reader's own, with its words: for whoever does not see it."""

from __future__ import annotations

import io
from typing import Any, Protocol


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
        out = io.BytesIO()
        self._chart.savefig(out, format="png", bbox_inches="tight")
        bundle: dict[str, bytes | str] = {"image/png": out.getvalue(), "text/plain": self.words}
        return bundle, {"image/png": {"alt": self.words}}
