"""Slides drawn with matplotlib: whole ones for PDF, and the pictures that any form needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drawing.display import Frame, Shape, Words
from explainer.figures import qr_code
from explainer.figures.painter import Painter, mark_of
from explainer.figures.scenes import Scene
from explainer.figures.sheet import LARGE, Sheet
from explainer.learning import slides
from explainer.learning.slides import Part, Slide
from explainer.view import cache, headline, sockets, stops, strings
from explainer.view.findings import findings
from explainer.view.paper import PHONE
from explainer.view.stop import LATE, Size

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.system import System
    from explainer.view.state import State

_SHARE = LARGE[0] / slides.WIDTH
_UNITS = (3.0, 2.6, 2.2, 1.9, 1.5)  # points of a frame's pixel, the largest that leaves nothing out
_CODE = 400.0  # side of the code that leads to the site
_EDGE = 14.0


def page(system: System, slide: Slide) -> Drawing:
    """Draw a whole slide."""
    made = Sheet("projector", slide=LARGE)
    made.margin = slides.MARGIN * _SHARE
    lines, size = slides.title_of(slide)
    top = slides.top_of(slide) * _SHARE
    first = top - len(lines) * size * slides.LEAD * _SHARE
    _set(made, first, lines, size, is_bold=True)
    made.y = top
    told = [slide.title, *(part.text for part in slide.parts)]
    for part in slide.parts:
        made.y += slides.GAP * _SHARE
        _part(made, part)
    if slide.address:
        qr_code.draw(made, slide.address, (made.margin, made.y + _EDGE), _CODE)
    if slide.view:
        told.append(_draw(made, system, slide, slide.view))
    return made.finish(" ".join(told))


def picture(system: System, slide: Slide, view: State) -> Drawing:
    """Draw the picture alone, with its key and its hazards, for the room below the title."""
    height = LARGE[1] - slides.top_of(slide) * _SHARE
    made = Sheet("projector", slide=(LARGE[0], height))
    made.margin = slides.MARGIN * _SHARE
    made.y = 0.0
    return made.finish(_draw(made, system, slide, view))


def _set(made: Sheet, y: float, lines: list[str], size: float, *, is_bold: bool) -> None:
    step = size * slides.LEAD * _SHARE
    weight = "bold" if is_bold else "normal"
    made.lines(made.margin, y + step / 2, lines, step, size=size * _SHARE, weight=weight)


def _part(made: Sheet, part: Part) -> None:
    """Set a paragraph; a hazard with the word for it, as on a sheet."""
    lines, size = slides.lines_of(part), slides.SIZES[part.kind]
    if part.kind == "hazard":
        made.page = made.page._replace(small=size * _SHARE)
        made.line = size * slides.LEAD * _SHARE
        made.hazards_here([part.text])
        return
    _set(made, made.y, lines, size, is_bold=part.kind == "asked")
    made.y += len(lines) * size * slides.LEAD * _SHARE


def _draw(made: Sheet, system: System, slide: Slide, view: State) -> str:
    """Draw what is found, as large as there is room; tell it in words."""
    own = stops.own_findings(system, view)
    made.y += _EDGE / 2
    if own:
        made.legend([(mark_of(level, who or "people"), word) for level, who, word in sockets.KEY])
        made.y += _EDGE / 2
    hazards = made.height_of(lambda trial: trial.hazards_here(slide.hazards))
    foot = made.line + _EDGE + bool(slide.hazards) * (hazards + _EDGE / 2)
    frame, unit = _frame(system, view, made.inner, made.height - made.y - foot)
    Painter(made, findings(system), unit, made.margin, made.y).paint(frame)
    if slide.hazards:
        made.y = made.height - foot
        made.hazards_here(slide.hazards)
    y, soft = made.height - _EDGE / 2 - made.line / 2, made.page.soft
    if own:
        made.text(made.margin, y, sockets.CAUTION, color=soft)
    made.text(made.right, y, strings.WORDS["descriptive"], ha="right", color=soft)
    made.y = made.height - made.margin
    return _told(system, slide, view, frame)


def _frame(system: System, view: State, width: float, height: float) -> tuple[Frame, float]:
    """Draw a scene as large as it goes without leaving anything out."""
    sizes = [Size(int(width / unit), height / unit) for unit in _UNITS]
    frames = [_all_at_once(frame) for frame in stops.frames_of(system, view, sizes)]
    whole = _content(frames[-1])
    for frame, size, unit in zip(frames, sizes, _UNITS, strict=True):
        fits = frame.height <= size.height and (size.width >= PHONE or not frame.fields)
        if fits and _content(frame) == whole:
            return frame, unit
    return frames[-1], _UNITS[-1]


def _content(frame: Frame) -> tuple[str, int]:
    """What a frame says, however its lines are folded, and how many marks have a name."""
    labels = sum(bool(label) for field in frame.fields for label in field.labels)
    return " ".join(words.text for words in frame.words), labels


def _all_at_once(frame: Frame) -> Frame:
    """Show what a lecture shows with the answer: on a slide there is no second press of a key."""
    words = [
        Words(one.x, one.y, one.text, one.size, _now(one.look), one.anchor) for one in frame.words
    ]
    shapes = [
        Shape(one.x, one.y, one.w, one.h, _now(one.look), one.id, one.name) for one in frame.shapes
    ]
    frame.words, frame.shapes = words, shapes
    return frame


def _now(look: str) -> str:
    return " ".join(word for word in look.split() if word != LATE)


def _told(system: System, slide: Slide, view: State, frame: Frame) -> str:
    """Tell a picture in words: what the view says, what is drawn, what may go wrong."""
    sentence = headline.sentence(cache.of(system).payload, view)
    drawn = Scene(system, view, sentence).drawn([frame])
    names = " ".join(words.text for words in frame.words if not frame.fields)
    return " ".join(filter(None, [sentence, drawn, names, *slide.hazards]))
