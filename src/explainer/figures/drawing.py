"""A matplotlib figure that shows itself in a cell and carries its description in words."""

from __future__ import annotations

import io
import textwrap
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


class Drawing(Figure):
    """A ``Figure`` that needs no pyplot state; ``description`` is its alt text."""

    def __init__(self, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        super().__init__(**looks)
        FigureCanvasAgg(self)
        self.description = ""

    def _repr_mimebundle_(
        self, **_: object
    ) -> tuple[dict[str, bytes | str], dict[str, dict[str, str]]]:
        """Show as PNG with alt text, or as the description alone where no picture can be shown."""
        out = io.BytesIO()
        self.savefig(out, format="png", dpi=110)
        bundle: dict[str, bytes | str] = {
            "image/png": out.getvalue(),
            "text/plain": textwrap.fill(self.description),
        }
        return bundle, {"image/png": {"alt": self.description}}
