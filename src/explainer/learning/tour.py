"""Tours: the stops of a walk through the picture, for the browser and as a sheet to hand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.drawing import theme
from explainer.drawing.type_metrics import folded
from explainer.learning.support import because
from explainer.lessons.help import where_help_is
from explainer.lessons.readability import HARDEST, grade, names_and_terms
from explainer.model import errors
from explainer.model.display_table import in_markdown
from explainer.model.errors import Problem, did_you_mean
from explainer.view import cache, payload, selection, sockets, state, stops, strings
from explainer.view.stop import Size
from explainer.voices import hazards

if TYPE_CHECKING:
    from explainer.model.schema import Scene, Tour
    from explainer.model.system import System
    from explainer.view.state import Choices, State
    from explainer.voices.phrases import Line

LINES_TO_WRITE = 3
WORDS = {
    "name": "Tour: {tour}",
    "place": "{number} of {all}",
    "heard": "{number} of {all}. {title}. {narration}",
    "asked": "Before you look",
    "notice": "What to notice",
    "marks": "{n} findings shown",
    "picture": "Findings at this scene",
    "noticed": "What to notice: {notice}",
    "because": "What this rests on ({n})",
    "notes": "Notes",
    "notes_name": "Presenter's notes",
    "no_notes": "No note on this scene.",
    "back": "Previous",
    "next": "Next",
    "home": "Back to the scene",
    "all": "All scenes",
    "explore": "Explore this",
    "large": "Full screen",
    "small": "Leave full screen",
    "refused": "This page does not allow full screen.",
    "keys": "Arrow keys, Page Up and Page Down show the next thing or the one before; Home and End "
    "go to the first scene and the last; N shows what to notice, P the presenter's notes, "
    "F fills the screen.",
}
ADVICE = str(strings.WORDS["descriptive"])
Json = Any  # plain lists, dicts, words and numbers


class Screen(NamedTuple):
    """A screen that a lecture fills: its pixels, and the type of what is told on it."""

    width: int
    height: int
    size: float
    lines: float  # height of bar, title, key and foot, in lines of type


SCREENS = (Screen(1920, 1080, 28, 6.2), Screen(1366, 768, 24, 6.0))
_MARGIN = 20  # pixels at each side
_LINE = 1.3  # height of a line, in sizes of its type
_CLOSE = 1.1  # of a line of hazards, as on a slide
_SMALL = 24.0  # least type
_TWICE = 2  # as large as its frame a picture is drawn, so that small type has 24 pixels


def tour_of(system: System, tour: str) -> Tour:
    """Find a tour by its id; an unknown one names the nearest."""
    if tour not in system.tours:
        near = did_you_mean(tour, system.tours) or f"; use one of: {', '.join(system.tours)}"
        raise ValueError(f"tour={errors.shown(tour)} is not a tour of this system{near}")
    return system.tours[tour]


def scenes(system: System, tour: str) -> list[Scene]:
    """Give the scenes of a tour in their order."""
    return list(system.scenes.where(tour=tour_of(system, tour).id).values())


def views(system: System, tour: str) -> list[State]:
    """What the picture shows at each scene of a tour."""
    known = payload.choices(system)
    return [state.read(scene.view, known)[0] for scene in scenes(system, tour)]


def dangers(system: System, tour: str) -> Iterator[list[str]]:
    """What may go wrong, for each scene, as it stands beside the picture."""
    built = cache.of(system).payload
    for view in views(system, tour):
        yield [built["lines"][place][0] for place in selection.hazards(built, view)]


def in_lecture(system: System, told: Sequence[str]) -> list[str]:
    """Of these hazards, those for the back row: the first, and what is told in brief."""
    brief = {line.text for line in hazards.in_brief(system, system.groups)}
    return [one for place, one in enumerate(told) if not place or one in brief]


def _lines(text: str, size: float, width: float) -> int:
    return len(folded(text, size, width))


def room(scene: Scene, told: Iterable[str], screen: Screen) -> Size:
    """Room that the words of a scene leave for its picture on a screen."""
    width = screen.width - 2 * _MARGIN
    longest = max(
        _lines(text, screen.size, width) for text in (scene.narration, scene.question, scene.notice)
    )
    heard = sum(_lines(danger, _SMALL, width) for danger in told)
    used = (longest + screen.lines) * screen.size * _LINE + heard * _SMALL * _CLOSE
    return Size(int(width // _TWICE), (screen.height - used) / _TWICE)


def build(system: System, tour: str) -> dict[str, Json]:
    """Gather all that the widget shows, as plain data ready for JSON."""
    row = tour_of(system, tour)
    heard = (in_lecture(system, one) for one in dangers(system, tour))
    told = zip(scenes(system, tour), views(system, tour), heard, strict=True)
    return {
        "name": row.name,
        "audience": row.audience,
        "minutes": row.minutes,
        "scenes": [
            {
                "id": scene.id,
                "view": asdict(view) | {"also": list(view.also)},
                "title": scene.title,
                "narration": scene.narration,
                "question": scene.question,
                "notice": scene.notice,
                "presenter": scene.presenter,
                "because": [_line(system, line) for line in because(system, scene.because)],
                "frames": sockets.plain(
                    stops.frames_of(
                        system,
                        view,
                        [*(room(scene, heard, one) for one in SCREENS), stops.PHONE],
                    )
                ),
                "steps": [
                    [step.part, list(step.who)]
                    for step in stops.reveals(stops.own_findings(system, view))
                ],
            }
            for scene, view, heard in told
        ],
        "words": WORDS,
    }


def _line(system: System, line: Line) -> list[Json]:
    sources = [system.sources[key] for key in line.sources]
    return [
        line.text,
        line.voice,
        theme.VOICES[line.voice].word,
        line.badge,
        line.caveat,
        [[source.short, source.reference, source.link] for source in sources],
    ]


# On paper


def handout(
    system: System, tour_id: str, *, with_notes: bool = False, lines: int = LINES_TO_WRITE
) -> str:
    """Write a tour as Markdown to print: questions with room to write, and on later pages the rest.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    tour_id
        The tour's id, such as ``"tour_class"``.
    with_notes
        Whether the presenter's notes stand under each scene.
    lines
        How many lines there are to write on, under each question.

    """
    row, stops = tour_of(system, tour_id), scenes(system, tour_id)
    out = [
        f"# {in_markdown(row.name)}", "",
        f"For {in_markdown(row.audience)}. {row.minutes} minutes, {len(stops)} scenes. {ADVICE}",
        "",
    ]  # fmt: skip
    paired = zip(stops, dangers(system, tour_id), strict=True)
    for number, (scene, told) in enumerate(paired, start=1):
        out += _on_paper(number, scene, told, lines, with_notes=with_notes)
    out += [_PAGE, "", f"## {WORDS['notice']}", ""]
    out += [
        f"{n}. **{in_markdown(scene.title)}.** {in_markdown(scene.notice)}"
        for n, scene in enumerate(stops, start=1)
    ]
    out += ["", f"## {_RESTS}", "", *_rests(system, stops)]
    if system.helplines:
        out += ["", "## Where help is", "", repr(where_help_is(system))]
    return "\n".join([*out, ""])


_PAGE = '<div style="break-before: page"></div>'
_RESTS = "What each scene rests on"
_BLANK = "_" * 60  # a line across the page where Markdown is shown


def _on_paper(
    number: int, scene: Scene, dangers: Iterable[str], lines: int, *, with_notes: bool
) -> Iterator[str]:
    yield f"## {number}. {in_markdown(scene.title)}"
    yield from ("", in_markdown(scene.narration), "")
    for danger in dangers:
        yield from (f"**{in_markdown(danger)}**", "")
    yield from (f"**{WORDS['asked']}.** {in_markdown(scene.question)}", "")
    for _ in range(lines):
        yield from (_BLANK, "")
    yield from (f"View in the Explorer: `{scene.view}`", "")
    if with_notes and scene.presenter:
        yield from (f"> **For the presenter.** {in_markdown(scene.presenter)}", "")


def _rests(system: System, stops: Iterable[Scene]) -> Iterator[str]:
    """The rows of each scene, by id, with the sources they cite; each source in full once."""
    cited: dict[str, None] = {}
    for number, scene in enumerate(stops, start=1):
        told = []
        for line in because(system, scene.because):
            cited |= dict.fromkeys(line.sources)
            shorts = ", ".join(system.sources[key].short for key in line.sources)
            told.append(f"{line.row} ({shorts})" if shorts else line.row)
        yield f"{number}. {'; '.join(told)}"
    yield from ("", "## Sources", "")
    for citation in sorted({_cited(system, key) for key in cited}, key=str.casefold):
        yield f"- {in_markdown(citation)}"


def _cited(system: System, key: str) -> str:
    source = system.sources[key]
    return f"{source.reference} {source.link}".strip()


# Rules


def check(system: System) -> Iterator[Problem]:
    """Say of each scene whether its view can be shown, and whether it can be read aloud."""
    known = payload.choices(system)
    apart = names_and_terms(system)
    for scene in system.scenes.values():
        place = system.scenes.place_of(scene.id)
        for column, fault, way_out in (*_view_faults(scene, known), *_hard_words(scene, apart)):
            yield Problem(*place, column, fault, way_out)


def _view_faults(scene: Scene, known: Choices) -> Iterator[tuple[str, str, str]]:
    """A view is a code that says what it shows, as the Explorer itself would write it."""
    view, messages = state.read(scene.view, known)
    for message in messages:
        yield "view", message.rstrip("."), "copy the code from the Explorer, under Share"
    if not messages and view.code != scene.view:
        yield "view", f"{scene.view!r} is not in the one true form", f"write {view.code!r}"


def _hard_words(scene: Scene, apart: set[str]) -> Iterator[tuple[str, str, str]]:
    """What readers hear is at or under US grade nine, names and terms set aside."""
    for column in ("narration", "question", "notice"):
        found = grade(getattr(scene, column), apart)
        if found > HARDEST:
            fault = f"reads at US grade {found:.1f}, {HARDEST:.0f} at most"
            yield column, fault, "shorten sentences first, then long words"
