"""A figure as one SVG inside a page: lines and letters once, for light ground and for dark.

Two bitmaps weigh four to eight times as much. Letters are outlines, as readers have other types;
the words stand in the description.
"""

from __future__ import annotations

import hashlib
import io
import re
from html import escape
from typing import TYPE_CHECKING

import matplotlib as mpl

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# With what it says to every line of a page, which is said to its own below.
_PROLOGUE = re.compile(
    r"^.*?(?=<svg)|<metadata>.*?</metadata>|<!--.*?-->|<style.*?</style>", re.DOTALL
)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_ROOT = re.compile(r'<svg [^>]*viewBox="([^"]*)"[^>]*>')
_COLOUR = re.compile(r"#[0-9a-f]{6}\b")
_GROUP = re.compile(r'<g id="[^"]*"')  # names that a page may have for something else
# Black is what matplotlib leaves unsaid, of letters and of shapes.
_LETTERS = re.compile(r"<g (?=transform)")
_BLACK = re.compile(r'(<path d="[^"]*" clip-path="[^"]*")(?=/>)')
_SHAPES = re.compile(r'(?<= style=")(?=stroke)')
_NAME = re.compile(r'(?<= id=")[^"]+(?=")')
_PATH = re.compile(r'(?<= d=")[^"]*')
_STEP = re.compile(r"([MLQCz])([^MLQCz]*)")
_PLACE = re.compile(r' (?:x|y)="[^"]*"|translate\([^)]*\)')
_LETTER = re.compile(r'(<use [^>]*)transform="translate\((-?[\d.]+) 0(?:\.0)?\)"')
_LONG = re.compile(r"-?\d+\.\d{2,}")
_BETWEEN = re.compile(r"(?<=>)\s+(?=<)")
_DARK = "@media screen{%s{%s}}@media screen and (prefers-color-scheme:dark){%s{%s}}"
_BY_SIGN = ':is([data-jp-theme-light="false"],[data-vscode-theme-kind*="dark"]) .%s'
_BY_MACHINE = "body:not([data-jp-theme-light],[data-vscode-theme-kind]) .%s"


def inline(light: Figure, dark: Figure | None, words: str, width: int) -> str | None:
    """Write a figure for a page; None where light and dark differ in more than their colours."""
    plain, other = _svg(light), _svg(dark or light)
    if _COLOUR.sub("#", plain) != _COLOUR.sub("#", other):
        return None
    pairs = list(zip(_COLOUR.findall(plain), _COLOUR.findall(other), strict=True))
    numbers = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
    left = iter(pairs)
    drawn = _COLOUR.sub(lambda _: f"var(--c{numbers[next(left)]})", plain)
    mark = f"v{hashlib.sha256(drawn.encode()).hexdigest()[:6]}"
    box = _ROOT.findall(drawn)[0]
    told = f'class="{mark}" role="img" aria-label="{escape(words)}"'
    root = f'<svg {told} viewBox="{box}" width="{width}">'
    drawn = _ROOT.sub(lambda _: root, _renamed(drawn, mark))
    return f'<div class="explainer-figure"><style>{_style(mark, numbers)}</style>{drawn}</div>'


def _svg(figure: Figure) -> str:
    """Let matplotlib write it, and leave out what a page does not show."""
    out = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "explainer"}):
        figure.savefig(out, format="svg", metadata={"Date": None})
    text = _GROUP.sub("<g", _PROLOGUE.sub("", out.getvalue())).replace("xlink:href", "href")
    text = _LETTERS.sub('<g style="fill: #000000" ', _SHAPES.sub("fill: #000000; ", text))
    text = _BLACK.sub(r'\1 style="fill: #000000"', text)
    text = _PATH.sub(lambda path: relative(path[0]), text)
    # A letter's place is in hundredths of its size: whole ones are less than can be seen.
    text = _LETTER.sub(lambda one: f'{one[1]}x="{float(one[2]):.0f}"', text)
    return _BETWEEN.sub("", _PLACE.sub(lambda found: _short(found[0]), text)).strip()


def shortened(svg: str) -> str:
    """Give a picture as matplotlib writes it for a file, without what nobody sees of it."""
    text = _PATH.sub(lambda path: relative(path[0]), _METADATA.sub("", svg))
    return _BETWEEN.sub("", _PLACE.sub(lambda found: _short(found[0]), text))


def _short(places: str) -> str:
    """Round to a tenth of a point: less than half of a screen's pixel."""
    return _LONG.sub(lambda one: f"{float(one[0]):.1f}", places)


def relative(path: str) -> str:
    """Tell a path from its start on, in tenths: marks of one form are then one text."""
    start = at = (0.0, 0.0)
    out: list[str] = []
    for order, numbers in _STEP.findall(path):
        found = [round(float(number), 1) for number in numbers.split()]
        points = list(zip(found[::2], found[1::2], strict=True))
        from_x, from_y = at if out else (0.0, 0.0)
        told = " ".join(f"{round(x - from_x, 1):g} {round(y - from_y, 1):g}" for x, y in points)
        out.append(f"{order.lower() if out else order}{told}")
        at = points[-1] if points else start  # a path that was closed goes on from its start
        start = at if order == "M" else start
    return "".join(out).replace(" -", "-")


def _renamed(drawn: str, mark: str) -> str:
    """Give what is pointed to within the picture short names that no other picture has."""
    names = {name: f"{mark}{n}" for n, name in enumerate(dict.fromkeys(_NAME.findall(drawn)))}
    return re.sub(r'( id="|"#|\(#)([^")]+)', lambda one: one[1] + names.get(one[2], one[2]), drawn)


def _style(mark: str, numbers: dict[tuple[str, str], int]) -> str:
    """Name the colours, by the page's own sign, then by the machine's; paper is light."""
    light = ";".join(f"--c{number}:{pair[0]}" for pair, number in numbers.items())
    dark = ";".join(f"--c{number}:{pair[1]}" for pair, number in numbers.items())
    on_dark = _DARK % (_BY_SIGN % mark, dark, _BY_MACHINE % mark, dark)
    return f".{mark}{{stroke-linejoin:round;{light}}}{on_dark}"
