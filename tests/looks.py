"""What can be asked of a drawn figure: its words, its shapes, and whether anything collides."""

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from explainer import figures
from explainer.figures.figure import Drawing

Draw = Callable[..., Drawing]
DRAWN: dict[str, Draw] = {  # each figure as a reader would first ask for it
    "network": figures.network,
    "precursors": figures.precursors,
    "timeline": figures.timeline,
    "evidence": figures.evidence,
    "mechanism": lambda system: figures.mechanism(system, "mu"),
    "profiles": lambda system: figures.profiles(system, "morphine"),
}
DPIS = (72, 100, 200)  # letters are fitted to pixels, so widths differ with them
SLIDE = 13  # inches; nothing else is as wide


def texts_of(figure: Drawing) -> list[Text]:
    """Give the texts of a figure that hold words."""
    return [text for text in figure.axes[0].texts if text.get_text().strip()]


def words_of(figure: Drawing) -> list[str]:
    """Give all words of a figure, in the order in which they were set."""
    return [text.get_text() for text in texts_of(figure)]


def gids_of(figure: Drawing) -> Counter[str]:
    """Count the shapes and words of a figure by what they stand for."""
    artists = (*figure.axes[0].patches, *figure.axes[0].texts)
    return Counter(artist.get_gid() for artist in artists if artist.get_gid())


def patch_of(figure: Drawing, gid: str) -> Rectangle:
    """Give the one box that stands for something."""
    (patch,) = (patch for patch in figure.axes[0].patches if patch.get_gid() == gid)
    return patch


_KEPT: dict[Any, tuple[object, Drawing]] = {}


def once(draw: Draw) -> Draw:
    """Keep each drawing for all tests that only look; systems are kept, so ids stay theirs."""

    def drawn(system: object, *names: Any, **looks: Any) -> Drawing:  # noqa: ANN401 - a figure's own
        key = (draw, id(system), names, tuple(sorted(looks.items())))
        if key not in _KEPT:
            _KEPT[key] = system, draw(system, *names, **looks)
        return _KEPT[key][1]

    return drawn


def let_go() -> None:
    """Keep no drawing any longer: each has thousands of parts."""
    _KEPT.clear()


def overlapping(some: Sequence[Bbox], others: Sequence[Bbox]) -> list[tuple[int, int]]:
    """Give the places of each pair of boxes that touch, as `Bbox.overlaps` has it, all at once."""
    if not (some and others):
        return []
    a, b = (np.sort([box.get_points() for box in boxes], axis=1) for boxes in (some, others))
    meets = (a[:, None, 0] <= b[None, :, 1]) & (b[None, :, 0] <= a[:, None, 1])
    return [(int(one), int(other)) for one, other in np.argwhere(meets.all(axis=2))]


@functools.cache
def renderer_of(dpi: int) -> RendererAgg:
    """Give one for all figures: matplotlib measures a line once for each renderer."""
    return RendererAgg(1, 1, dpi)


def faults_of(figure: Drawing, dpis: Iterable[int] = DPIS) -> list[str]:
    """Tell every word that is cut by the page, set over another word, or too small to read."""
    found = []
    before = figure.dpi
    for dpi in dpis:
        figure.dpi = dpi
        renderer = renderer_of(dpi)
        page = figure.bbox.padded(1)
        boxes = [text.get_window_extent(renderer).padded(-0.6) for text in texts_of(figure)]
        placed = list(zip(words_of(figure), boxes, strict=True))
        found += [
            f"{words!r} leaves the page at {dpi} dpi"
            for words, box in placed
            if not all(page.contains(*corner) for corner in box.corners())
        ]
        found += [
            f"{placed[one][0]!r} lies over {placed[other][0]!r} at {dpi} dpi"
            for one, other in overlapping(boxes, boxes)
            if one < other
        ]
    figure.dpi = before
    least = 18 if figure.get_size_inches()[0] > SLIDE else 8
    small = [text.get_text() for text in texts_of(figure) if text.get_size() < least]
    return found + [f"{words!r} is under {least} points" for words in small]
