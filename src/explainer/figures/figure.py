"""A matplotlib figure that shows itself in a cell and carries its description in words."""

from __future__ import annotations

import base64
import functools
import inspect
import io
import os
import textwrap
from collections.abc import Callable
from html import escape
from typing import Any, ParamSpec

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont, get_font
from matplotlib.text import Text
from PIL import Image

from explainer.figures import vector
from explainer.lessons.run import FOR_PAGE
from explainer.view import cells

P = ParamSpec("P")
_MISSING = "\ufffd"
_DPI = 110
_COLOURS = 64  # of a picture in a cell, which may hold it three times; its edges stay smooth
# The page's own sign comes first, then the machine's; without a style the dark one stays hidden.
_CSS = """
.explainer-figure img{max-width:100%;height:auto}
@media screen and (prefers-color-scheme:dark){
body:not([data-jp-theme-light],[data-vscode-theme-kind]) .explainer-figure .light{display:none}
body:not([data-jp-theme-light],[data-vscode-theme-kind]) .explainer-figure .dark{display:inline}
}
@media screen{
:is([data-jp-theme-light="false"],[data-vscode-theme-kind*="dark"]) .explainer-figure .light{\
display:none}
:is([data-jp-theme-light="false"],[data-vscode-theme-kind*="dark"]) .explainer-figure .dark{\
display:inline}
}"""


@functools.cache
def _letters() -> frozenset[int]:
    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())


def printable(words: str) -> str:
    """Put a sign in the place of each letter that matplotlib's own type does not have."""
    return "".join(c if c.isspace() or ord(c) in _letters() else _MISSING for c in words)


class Drawing(Figure):
    """A ``Figure`` that needs no pyplot state; ``description`` is its alt text.

    In a cell it stands on light ground or on dark, as the page does, until it is changed; a file
    of it is light.
    """

    def __init__(self, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        super().__init__(**looks)
        FigureCanvasAgg(self)
        self.description = ""
        self._on_dark: Callable[[], Drawing] | None = None

    def stand_on_dark(self, draw: Callable[[], Drawing]) -> None:
        """Keep how the same is drawn on dark ground, as long as nobody changes this one."""
        self._on_dark = draw
        self.stale = False  # as if it had been drawn: what is changed now is the reader's

    def savefig(self, *args: Any, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Write the figure; a letter that its type lacks stands as the sign for such letters."""
        if self.stale:
            self._on_dark = None
        for text in self.findobj(Text):
            text.set_text(printable(text.get_text()))
        super().savefig(*args, **looks)
        self.stale = False

    def png(self) -> bytes:
        """Give the picture for a cell, in few colours."""
        out, few = io.BytesIO(), io.BytesIO()
        self.savefig(out, format="rgba", dpi=_DPI)
        FigureCanvasAgg(self)  # the one before keeps its bitmap, half of all that a figure takes
        width, height = (int(inches * _DPI) for inches in self.get_size_inches())
        picture = Image.frombytes("RGBA", (width, height), out.getvalue()).convert("RGB")
        picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(few, format="png")
        return few.getvalue()

    def _repr_mimebundle_(
        self, **_: object
    ) -> tuple[dict[str, bytes | str], dict[str, dict[str, str]]]:
        """Show as PNG with alt text, or as the description alone where no picture can be shown."""
        cells.show(self)
        light = self.png()
        bundle: dict[str, bytes | str] = {
            "image/png": light,
            "text/plain": textwrap.fill(self.description),
        }
        if os.environ.get(FOR_PAGE) and (drawn := self._inline()):
            bundle["text/html"] = drawn
        elif self._on_dark:
            bundle["text/html"] = self._both(light, self._on_dark().png())
        return bundle, {"image/png": {"alt": self.description}}

    def _inline(self) -> str | None:
        """One drawing for both grounds, or nothing where they differ in more than colours."""
        dark = self._on_dark() if self._on_dark else None
        width = int(self.get_size_inches()[0] * _DPI)
        return vector.inline(self, dark, self.description, width)

    def _both(self, light: bytes, dark: bytes) -> str:
        """Both pictures, of which the page shows the one for its ground."""
        told = escape(self.description)
        images = (
            f'<img class="{name}" alt="{told}" src="data:image/png;base64,'
            f'{base64.b64encode(png).decode()}"{more}>'
            for name, png, more in (("light", light, ""), ("dark", dark, " hidden"))
        )
        return f'<div class="explainer-figure"><style>{_CSS}</style>{"".join(images)}</div>'


def on_both_grounds(draw: Callable[P, Drawing]) -> Callable[P, Drawing]:
    """Let a figure for which no page is named stand on the ground of whatever page shows it."""
    sign = inspect.signature(draw)

    @functools.wraps(draw)
    def drawn(*args: P.args, **words: P.kwargs) -> Drawing:
        figure = draw(*args, **words)
        if "page" not in sign.bind(*args, **words).arguments:
            again: Any = draw
            figure.stand_on_dark(functools.partial(again, *args, **words, page="dark"))
        return figure

    return drawn
