"""A page on which a figure is set in points, downwards from its upper left corner.

One axes covers the whole figure and its units are points, as type is measured in points too: so a
figure can ask how wide its words are before it gives them room.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, Polygon, Rectangle
from matplotlib.textpath import text_to_path

from explainer.drawing import theme
from explainer.figures.figure import Drawing
from explainer.model.bidi import bare, settled
from explainer.model.errors import one_of
from explainer.view import strings
from explainer.voices.hazards import MARK

if TYPE_CHECKING:
    from matplotlib.text import Text

FONT = "DejaVu Sans"  # it comes with matplotlib, so nothing is fetched
SLIDE = (960.0, 540.0)  # 13.3 by 7.5 inches, the usual slide
# 1920 by 1080 pixels, at the 96 to an inch of a screen: type of 18 points has 24 of them.
LARGE = (1440.0, 810.0)
PAGE, PHONE = 576.0, 272.0  # points of width: 8 inches of paper, and a phone's column
_LEADING = 1.28
_EDGE = 0.4  # of a margin, below the last line
_BESIDE = 3  # lines that stand beside a heading, at most
_TIGHT = 1.1  # on a slide, of what stands beside a heading and of a legend
_ROUNDING = 0.01  # points: room that was reckoned from a word is room for that word
_PATCH: dict[str, Any] = {
    "facecolor": "none", "edgecolor": "none", "linewidth": 0.8, "zorder": 1,
}  # fmt: skip
Mark = Callable[["Sheet", tuple[float, float], float], object]


@functools.lru_cache(maxsize=8192)
def width_of(words: str, size: float, weight: str = "normal") -> float:
    """Tell how wide words are when set in this size, in points."""
    font = FontProperties(family=FONT, size=size, weight=weight)
    exact = float(text_to_path.get_text_width_height_descent(bare(words), font, ismath=False)[0])
    return exact * (1 + 0.6 / size)  # fitted to the pixels of a coarse picture, small type is wider


def folded(
    words: str, size: float, width: float, weight: str = "normal", *, indent: float = 0
) -> list[str]:
    """Fold words into lines that are no wider than this; the first may begin further in.

    A word that is wider than a line by itself goes on in the next: nothing is cut, nothing leaves
    the page.
    """
    lines: list[str] = [""] if indent else []
    pieces = (piece for word in words.split() for piece in pieces_of(word, size, width, weight))
    gap, filled = width_of("n n", size, weight) - width_of("nn", size, weight), 0.0
    for word in pieces:
        longer = f"{lines[-1]} {word}".lstrip() if lines else word
        room = width - indent if len(lines) == 1 else width
        filled += gap + width_of(word, size, weight)  # near enough, but where a line is about full
        is_far = filled < room - size
        if lines and (is_far or width_of(longer, size, weight) <= room + _ROUNDING):
            lines[-1] = longer
        else:
            lines.append(word)
            filled = width_of(word, size, weight)
    return lines


def pieces_of(word: str, size: float, width: float, weight: str) -> Iterator[str]:
    """Part a word into pieces that each fit a line, of one letter at least."""
    while word:
        end = len(word)
        while end > 1 and width_of(word[:end], size, weight) > width + _ROUNDING:
            wide = width_of(word[:end], size, weight)
            end = max(1, min(end - 1, int(end * width / wide)))
        yield word[:end]
        word = word[end:]


class Sheet:
    """A page with a cursor ``y``: what is set next stands below what was set before."""

    def __init__(
        self, page: str, width: float = PAGE, slide: tuple[float, float] = SLIDE, least: float = 0
    ) -> None:
        look = theme.PAGES[one_of("page", page, theme.PAGES)]
        self.page = look._replace(small=max(look.small, least))
        self.is_slide = self.page.is_slide
        self.width, self.height = slide if self.is_slide else (width, 0.0)
        self.margin = 30.0 if self.is_slide else 18.0
        self.y = self.margin * 0.8
        self.line = self.page.small * _LEADING
        self.filled = self.width  # how far the last line goes that is set
        self.figure = Drawing(figsize=(1, 1), facecolor=self.page.ground)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xticks=[], yticks=[])  # else ticks are made, which nobody sees
        self.axes.axis("off")
        self.axes.set_autoscale_on(False)

    @property
    def right(self) -> float:
        """Where the margin on the right begins."""
        return self.width - self.margin

    @property
    def inner(self) -> float:
        """Tell the width between the margins."""
        return self.width - 2 * self.margin

    @property
    def is_over(self) -> bool:
        """Whether a slide is higher by now than slides are."""
        return self.is_slide and self.y + self.margin * _EDGE > self.height

    def height_of(self, draw: Callable[[Sheet], None]) -> float:
        """Tell how much of this page something would take; it is drawn, and taken away again."""
        before, top, filled = set(self.axes.get_children()), self.y, self.filled
        draw(self)
        taken, self.y, self.filled = self.y - top, top, filled
        for artist in set(self.axes.get_children()) - before:
            artist.remove()
        return taken

    def text(self, x: float, y: float, words: str, **looks: Any) -> Text:  # noqa: ANN401 - matplotlib's own
        """Set one line of words about the height ``y``, in this page's ink."""
        own: dict[str, Any] = {
            "size": self.page.small,
            "color": self.page.ink,
            "va": "center",
            "family": FONT,
        }
        return self.axes.text(x, y, bare(words), parse_math=False, zorder=4, **(own | looks))

    def lines(self, x: float, y: float, lines: Sequence[str], step: float, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Set folded words, the first line about the height ``y``."""
        for place, words in enumerate(lines):
            self.text(x, y + step * place, words, **looks)

    def after(self, text: Text, words: str, gap: float, **looks: Any) -> Text:  # noqa: ANN401 - matplotlib's own
        """Set words right after others, wherever those end once they are drawn."""
        own: dict[str, Any] = {"size": self.page.small, "color": self.page.ink, "family": FONT}
        own |= {"va": "center", "zorder": 4, "parse_math": False}
        return self.axes.annotate(
            bare(words),
            (1, 0.5),
            (gap, 0),
            xycoords=text,
            textcoords="offset points",
            **(own | looks),
        )

    def title(self, words: str, hazards: Sequence[str] = (), *, share: float = 1.0) -> None:
        """Set what the figure shows, as its heading.

        A slide is full: there the first of what may go wrong stands beside its heading, a long one
        below it, and what the heading adds after a colon in smaller type. A long heading takes a
        smaller share of the usual size.
        """
        size, top, right = self.page.title * share, self.y, 0.0
        is_parted = self.is_slide and bool(hazards)
        is_beside = is_parted and self._is_short(hazards[0])
        name, _, more = words.partition(": ") if is_parted else (words, "", "")
        for line in folded(name, size, self.inner / (2 if is_beside else 1), "bold"):
            self.text(self.margin, self.y + size * 0.6, line, size=size, weight="bold")
            self.y += size * (_TIGHT if is_parted else 1.3)
            right = max(right, width_of(line, size, "bold"))
        for line in folded(more, self.page.small, self.inner / 2):
            self.text(self.margin, self.y + self.line / 2, line)
            self.y += self.line
            right = max(right, width_of(line, self.page.small))
        bottom = self.y + size * 0.25
        if is_parted:
            left = self.margin + (right + size if is_beside else 0.0)
            self.y = top if is_beside else bottom
            self._hazard(hazards[0], left, left)
            self.y += self.page.small * _TIGHT
        self.y = max(bottom, self.y + size * 0.25)

    def _is_short(self, hazard: str) -> bool:
        """Whether a hazard has room beside a heading; a long one makes a low, wide block below."""
        return len(folded(hazard, self.page.small, self.inner / 2)) <= _BESIDE

    def hazards(self, told: Sequence[str]) -> None:
        """Set what may go wrong at the foot, one after the other; a slide has it at its head."""
        if told and not self.is_slide:
            self.hazards_here(told)

    def hazards_here(self, told: Sequence[str]) -> None:
        """Set what may go wrong, one after the other, where the sheet stands now."""
        x = self.margin
        for words in told:
            x = self._hazard(words, self.margin, x)
        self.y += self.line
        self.filled = x

    def _hazard(self, told: str, left: float, x: float) -> float:
        """Set one hazard from ``x`` on; give the place after it in its last line."""
        size = self.page.small
        step = size * _TIGHT if self.is_slide else self.line
        mark = width_of(f"{MARK} ", size, "bold")
        if x + 4 * mark > self.right:  # its first word would stand alone
            x, self.y = left, self.y + step
        self.text(x, self.y + step / 2, MARK, weight="bold")
        x += mark
        words = told.removeprefix(MARK)
        for place, line in enumerate(folded(words, size, self.right - left, indent=x - left)):
            if place:
                x, self.y = left, self.y + step
            self.text(x, self.y + step / 2, line)
            x += width_of(line, size) + size
        return x

    def words(self, words: str, x: float | None = None, **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Set a paragraph, folded at the right margin."""
        left = self.margin if x is None else x
        weight = looks.get("weight", "normal")
        for line in folded(words, self.page.small, self.right - left, weight):
            self.text(left, self.y + self.line / 2, line, **{"color": self.page.soft, **looks})
            self.y += self.line

    def legend(self, items: Iterable[tuple[Mark, str]], heading: str = "") -> None:
        """Set marks with their words in lines, beside each other as far as there is room."""
        items = list(items)
        if not items:
            return
        size = self.page.small
        step = size * _TIGHT * 1.05 if self.is_slide else self.line * 1.1
        room = size * 1.7
        x = self.margin
        if heading:
            self.text(x, self.y + self.line / 2, heading, color=self.page.soft)
            x += width_of(heading, size) + size
        for mark, words in items:
            needed = room + width_of(words, size)
            if x > self.margin and x + needed > self.right:
                x = self.margin
                self.y += step
            mark(self, (x + size * 0.6, self.y + self.line / 2), size)
            self.text(x + room * 0.88, self.y + self.line / 2, words)
            x += needed + size
        self.y += step

    def box(self, x: float, y: float, w: float, h: float, **looks: Any) -> Rectangle:  # noqa: ANN401 - a rectangle's own
        """Draw a rectangle from its upper left corner."""
        patch = Rectangle((x, y), w, h, **(_PATCH | looks))
        self.axes.add_artist(patch)
        return patch

    def rounded(self, x: float, y: float, w: float, h: float, **looks: Any) -> FancyBboxPatch:  # noqa: ANN401 - a rectangle's own
        """Draw a rectangle with rounded corners."""
        form = f"round,pad=0,rounding_size={min(w, h) / 4}"
        patch = FancyBboxPatch((x, y), w, h, boxstyle=form, **(_PATCH | looks))
        self.axes.add_artist(patch)
        return patch

    def shape(self, points: list[tuple[float, float]], **looks: Any) -> Polygon:  # noqa: ANN401 - matplotlib's own
        """Draw a closed shape through points."""
        patch = Polygon(points, **(_PATCH | looks))
        self.axes.add_artist(patch)
        return patch

    def stroke(self, points: list[tuple[float, float]], **looks: Any) -> None:  # noqa: ANN401 - matplotlib's own
        """Draw a line through points."""
        own: dict[str, Any] = {
            "color": self.page.rule,
            "linewidth": 0.8,
            "zorder": 1,
            "solid_capstyle": "butt",
        }
        xs, ys = zip(*points, strict=True)
        self.axes.plot(xs, ys, **(own | looks))

    def finish(self, description: str) -> Drawing:
        """Give the page its height and the figure its description; what is long is never cut."""
        if not self.is_slide:
            told = strings.WORDS["descriptive"]
            if self.filled + width_of(told, self.page.small) <= self.right:
                self.y -= self.line
            for line in folded(told, self.page.small, self.inner):
                middle = self.y + self.line / 2
                self.text(self.right, middle, line, ha="right", color=self.page.soft)
                self.y += self.line
        height = max(self.height, self.y + self.margin * _EDGE)
        self.figure.set_size_inches(self.width / 72, height / 72)
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(height, 0)
        self.figure.description = settled(description)
        return self.figure
