"""The Explorer's picture on paper: the same frames, and the answer as its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures.figure import on_both_grounds
from explainer.figures.painter import SMALL, Painter, mark_of
from explainer.figures.scenes import REST, Scene
from explainer.figures.sheet import LARGE, PAGE, PHONE, Sheet, folded
from explainer.model.errors import did_you_mean, one_of, shown
from explainer.model.schema.vocabularies import Lens
from explainer.view import cache, headline, selection, sockets, strings
from explainer.view.arguments import of_a_system, word_of
from explainer.view.state import LENSES, State

if TYPE_CHECKING:
    from explainer.drawing.display import Frame
    from explainer.figures.figure import Drawing
    from explainer.model.system import System

_FULL = 10.0  # points; a slide is full, and begins higher up
_GAP = 0.2  # of a line, above and below hazards
_EDGE = 0.4  # of a margin, below the last line of a slide
_PAPER = 800.0  # points; how high a page may be before marks are folded
_LEAST = 9.0  # points; type of a page that is too full for the usual size
_LONG = 180  # letters of an answer
_SHARES = (1.0, 0.9, 0.75)  # of the usual size of a heading


@on_both_grounds
@of_a_system
def network(
    system: System,
    focus: str | None = None,
    *,
    lens: Lens = "both",
    page: str = "print",
    is_narrow: bool = False,
) -> Drawing:
    """Draw the first view, or all that is found on one node.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    focus
        Id of a node. Without it, the article's receptors beside those that sources name.
    lens
        ``both`` voices, ``article`` or ``pharmacology``.
    page
        ``print``, ``projector`` (a slide of 20 by 11.25 inches) or ``dark``.
    is_narrow
        Whether it is as wide as a phone's column, and as high as it needs.

    Returns
    -------
    Drawing
        8 inches wide on a page, and as high as it needs.
        A matplotlib ``Figure``; ``description`` tells it in words.

    Raises
    ------
    TypeError
        Where ``system`` is no system, or an id is no word.
    ValueError
        Where ``focus``, ``lens`` or ``page`` is not one of its words.

    """
    _known(system, focus)
    sheet = Sheet(page, PHONE if is_narrow else PAGE, LARGE, least=theme.PAGES["print"].size)
    return _of(system, State(lens=one_of("lens", lens, LENSES), focus=focus or ""), sheet)


def _of(system: System, state: State, sheet: Sheet) -> Drawing:
    built = cache.of(system).payload
    dangers = [built["lines"][place][0] for place in selection.hazards(built, state)]
    return _finished(sheet, Scene(system, state, headline.sentence(built, state)), dangers)


def _known(system: System, focus: str | None) -> None:
    """Refuse what is not in the picture."""
    if focus is not None and word_of("focus", focus) and focus not in system.graph:
        near = did_you_mean(focus, system.graph)
        raise ValueError(f"focus={shown(focus)} is not in the picture{near}")


def _finished(sheet: Sheet, scene: Scene, dangers: list[str]) -> Drawing:
    _head(sheet, scene)
    frames = _draw(sheet, scene, dangers)
    _foot(sheet, scene, frames, dangers)
    told = (scene.sentence, *dangers, scene.drawn(frames))
    return sheet.finish(" ".join(filter(None, told)))


def _head(sheet: Sheet, scene: Scene) -> None:
    """Set the answer, large, its numbers, and the signs where marks follow."""
    answer, numbers = scene.answer()
    gap = _GAP * (1 if sheet.is_slide else 2)
    if sheet.is_slide:
        sheet.y -= _FULL
    sheet.title(answer, share=_share_of(sheet, answer))
    sheet.words(numbers)
    sheet.y += sheet.line * gap
    if scene.own:
        sheet.legend([(mark_of(level, who or "people"), word) for level, who, word in sockets.KEY])
        if not sheet.is_slide:  # it has its caution at its foot
            sheet.words(sockets.CAUTION)
        sheet.y += sheet.line * gap


def _share_of(sheet: Sheet, answer: str) -> float:
    """Take the largest type in which an answer has the fewest lines; a long one has small type."""

    def lines(share: float) -> int:
        return len(folded(answer, sheet.page.title * share, sheet.inner, "bold"))

    return min(_SHARES, key=lines) if len(answer) <= _LONG else _SHARES[-1]


def _draw(sheet: Sheet, scene: Scene, dangers: list[str]) -> list[Frame]:
    """Draw the frames for the room there is: type is as small as the page allows, no smaller."""
    height = _PAPER - sheet.y
    if sheet.is_slide:
        lines = 1.0 + bool(scene.own) + 2 * _GAP * bool(dangers)
        height = sheet.height - sheet.margin * _EDGE - sheet.y - lines * sheet.line
    if dangers:
        height -= sheet.height_of(lambda trial: trial.hazards_here(dangers))
    units = [sheet.page.small / SMALL, *([] if sheet.is_slide else [_LEAST / SMALL])]
    frames, unit = [], 0.0
    for unit in units:
        frames = scene.frames(int(sheet.inner / unit), height / unit, is_slide=sheet.is_slide)
        is_whole = not any(words.text.startswith(REST) for frame in frames for words in frame.words)
        if is_whole and sum(frame.height for frame in frames) * unit <= height:
            break
    for frame in frames:
        painter = Painter(sheet, scene.found, unit, sheet.margin, sheet.y, scene.is_article_alone)
        painter.paint(frame)
        sheet.y += frame.height * unit
    return frames


def _foot(sheet: Sheet, scene: Scene, frames: list[Frame], dangers: list[str]) -> None:
    """Set what short heads mean, what may go wrong, and what holds for all of it."""
    if told := scene.short_heads(frames):
        sheet.words(told)
    if dangers:
        sheet.y += sheet.line * _GAP
        sheet.hazards_here(dangers)
        sheet.y += sheet.line * _GAP
    if sheet.is_slide:
        sheet.y = max(sheet.y, sheet.height - sheet.margin * _EDGE - sheet.line)
        y, soft = sheet.y + sheet.line / 2, sheet.page.soft
        if scene.own:
            sheet.text(sheet.margin, y, sockets.CAUTION, color=soft)
        sheet.text(sheet.right, y, strings.WORDS["descriptive"], ha="right", color=soft)
        sheet.y += sheet.line
