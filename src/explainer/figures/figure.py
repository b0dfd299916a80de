"""A matplotlib figure that shows itself in a cell and carries its description in words."""

from __future__ import annotations

import functools
import io
import textwrap
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font
from matplotlib.text import Text

from explainer.view import cells

_MISSING = "\ufffd"


@functools.cache
def _letters() -> frozenset[int]:
    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())


def printable(words: str) -> str:
    """Put a sign in the place of each letter that matplotlib's own type does not have."""
    return "".join(c if c.isspace() or ord(c) in _letters() else _MISSING for c in words)


class Drawing(Figure):
    """A ``Figure`` that needs no pyplot state; ``description`` is its alt text."""

    def __init__(self, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        super().__init__(**looks)
        FigureCanvasAgg(self)
        self.description = ""

    def savefig(self, *args: Any, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Write the figure; a letter that its type lacks stands as the sign for such letters."""
        for text in self.findobj(Text):
            text.set_text(printable(text.get_text()))
        super().savefig(*args, **looks)

    def _repr_mimebundle_(
        self, **_: object
    ) -> tuple[dict[str, bytes | str], dict[str, dict[str, str]]]:
        """Show as PNG with alt text, or as the description alone where no picture can be shown."""
        out = io.BytesIO()
        self.savefig(out, format="png", dpi=110)
        FigureCanvasAgg(self)  # the one before keeps its bitmap, half of all that a figure takes
        cells.show(self)
        bundle: dict[str, bytes | str] = {
            "image/png": out.getvalue(),
            "text/plain": textwrap.fill(self.description),
        }
        return bundle, {"image/png": {"alt": self.description}}
