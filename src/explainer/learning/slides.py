"""Slides of a lecture: what stands on each, in words, from the scenes of a tour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from explainer.drawing.type_metrics import folded
from explainer.learning import tour
from explainer.learning.support import because
from explainer.lessons.help import HEADINGS, where_help_is
from explainer.model.errors import DataError, Problem
from explainer.view.state import State
from explainer.voices.hazards import MARK

if TYPE_CHECKING:
    from explainer.model.schema import Scene
    from explainer.model.schema.vocabularies import HelpKind
    from explainer.model.system import System

Kind = Literal["told", "asked", "hazard", "help"]
# In points of a slide of 13.3 by 7.5 inches, the usual one.
WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 46.0
SIZES: dict[Kind, float] = {"told": 26, "asked": 32, "hazard": 24, "help": 24}
TITLE, QUESTION = 34.0, 24.0  # of words, and above a picture
LEAD = 1.3  # height of a line, in sizes of its type
GAP = 14.0  # above a paragraph
DECKS = {"slides-10-minutes": "tour_class", "slides-50-minutes": "tour_lecture"}
WORDS = {
    "begin": "Before we begin: {tour}",
    "audience": "For {audience}.",
    "help": "Where help is",
    "notice": "{title}: what to notice",
    "first": "Say where help is before you begin. It stands on the last slide too.",
    "last": "Leave this slide up while the class goes.",
    "rests": "This rests on: {sources}.",
    "pause": "Let the class guess before you go on.",
    "more": "{title} (continued)",
    "place": "The lessons and the picture, on your screen:",
}
_FIRST: tuple[HelpKind, ...] = ("emergency number", "crisis line", "finder")
_LAST: tuple[HelpKind, ...] = ("emergency number", "finder")  # beside the signs of an overdose


@dataclass(frozen=True)
class Part:
    """A paragraph of a slide."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Slide:
    """One slide: words, or under its title the picture of a view, or the way to an address."""

    title: str
    parts: tuple[Part, ...] = ()
    notes: str = ""
    view: State | None = None
    hazards: tuple[str, ...] = ()  # beside the picture
    address: str = ""


def deck(system: System, tour_id: str, there: str = "") -> list[Slide]:
    """Give the slides of a tour: help first and last, between them each scene in three steps."""
    told = zip(
        tour.scenes(system, tour_id),
        tour.views(system, tour_id),
        tour.dangers(system, tour_id),
        strict=True,
    )
    out = [*_parted(_first(system, tour_id), tour_id)]
    for scene, view, dangers in told:
        for slide in _steps(system, scene, view, dangers):
            out += _parted(slide, scene.id)
    if there:
        out.append(Slide(WORDS["place"], (Part("told", there),), address=there))
    return [*out, *_parted(_last(system), tour_id)]


def _first(system: System, tour_id: str) -> Slide:
    row = tour.tour_of(system, tour_id)
    parts = [
        Part("told", WORDS["audience"].format(audience=row.audience)),
        Part("told", tour.ADVICE),
        *(Part("help", line) for line in _help(system, _FIRST)),
    ]
    return Slide(WORDS["begin"].format(tour=row.name), tuple(parts), WORDS["first"])


def _last(system: System) -> Slide:
    lines = [tour.ADVICE, *_signs(system), *_help(system, _LAST)]
    return Slide(WORDS["help"], tuple(Part("help", line) for line in lines), WORDS["last"])


def _steps(system: System, scene: Scene, view: State, dangers: list[str]) -> Iterator[Slide]:
    """What is told and asked; its picture, under the question; then what to notice."""
    parts = (Part("told", scene.narration), Part("asked", scene.question))
    yield Slide(scene.title, parts, f"{WORDS['pause']} {scene.presenter}".rstrip())
    brief = tuple(tour.in_lecture(system, dangers))
    yield Slide(scene.question, (), scene.notice, view, brief)
    rests = [system.sources[key].short for key in _cited(system, scene)]
    notes = WORDS["rests"].format(sources="; ".join(rests)) if rests else ""
    hazards = (Part("hazard", f"{MARK} {one.removeprefix(MARK).strip()}") for one in dangers)
    title = WORDS["notice"].format(title=scene.title)
    yield Slide(title, (Part("told", scene.notice), *hazards), notes)


def lines_of(part: Part) -> list[str]:
    """Fold a paragraph as wide as a slide is."""
    is_bold = part.kind == "asked"
    return folded(part.text, SIZES[part.kind], WIDTH - 2 * MARGIN, is_bold=is_bold)


def title_of(slide: Slide) -> tuple[list[str], float]:
    """Fold a title; a question above a picture is smaller."""
    size = QUESTION if slide.view else TITLE
    return folded(slide.title, size, WIDTH - 2 * MARGIN, is_bold=True), size


def top_of(slide: Slide) -> float:
    """Say where a slide has room below its title."""
    lines, size = title_of(slide)
    return MARGIN * (0.25 if slide.view else 0.8) + len(lines) * size * LEAD


def height_of(parts: Iterable[Part]) -> float:
    """Say how high paragraphs are."""
    return sum(GAP + len(lines_of(one)) * SIZES[one.kind] * LEAD for one in parts)


def _parted(slide: Slide, scene: str) -> Iterator[Slide]:
    """Part a slide in two where its words run over; nothing is set smaller, nothing left out."""
    room = HEIGHT - MARGIN / 2 - top_of(slide)
    if height_of(slide.parts) <= room:
        yield slide
        return
    most = next(n for n in range(len(slide.parts)) if height_of(slide.parts[: n + 1]) > room)
    if not most:
        fault, way_out = "runs over its slide", "say it in fewer words"
        raise DataError([Problem(scene, 0, "narration", fault, way_out)])
    yield replace(slide, parts=slide.parts[:most])
    rest = replace(slide, title=WORDS["more"].format(title=slide.title), parts=slide.parts[most:])
    yield from _parted(rest, scene)


def _cited(system: System, scene: Scene) -> list[str]:
    lines = because(system, scene.because)
    return list(dict.fromkeys(key for line in lines for key in line.sources))


def _signs(system: System) -> list[str]:
    """How an overdose can look, and what to do: what no country needs to add to."""
    rows = [row for row in system.helplines.values() if row.kind == "what to do"]
    return [row.note for row in rows[:1]]


def _help(system: System, kinds: tuple[HelpKind, ...]) -> Iterator[str]:
    """Whom to reach, a line for each kind: the number first, and once where it is of many."""
    near = where_help_is(system).near()
    for kind in kinds:
        told: dict[str, list[str]] = {}
        for row in near:
            if row.kind == kind:
                told.setdefault(row.contact, []).append(row.country)
        where = ("" if kind == "finder" else f" ({', '.join(of)})" for of in told.values())
        if lines := [f"{number}{of}" for number, of in zip(told, where, strict=True)]:
            yield f"{HEADINGS[kind]}: {'; '.join(lines)}."
