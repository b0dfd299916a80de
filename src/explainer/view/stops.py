"""The stops of a tour: frames of one subject each, as large as it goes, and what is shown in turn.

A frame is drawn at twice its size in a lecture hall, so that type of 12 pixels has 24.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from explainer.drawing.display import Frame
from explainer.model.evidence import Who
from explainer.model.system import System
from explainer.view import cache, overview, selection
from explainer.view import stop_findings as by_finding
from explainer.view import stop_words as in_words
from explainer.view.findings import Finding, findings
from explainer.view.state import State
from explainer.view.stop import Size, Stop

Part = Literal["story", "question", "marks", "notice"]
PHONE = Size(320, 900)


class Reveal(NamedTuple):
    """What one press of a key shows: words, or more marks."""

    part: Part
    who: tuple[Who, ...]  # on whom findings are shown by then


def reveals(own: Sequence[Finding]) -> list[Reveal]:
    """Give the steps of a stop: told, asked, what was found in animals, then in people, noticed."""
    there = {one.who for one in own}
    steps = [Reveal("story", ()), Reveal("question", ())]
    if "animals" in there:
        steps.append(Reveal("marks", ("animals",)))
    if there - {"animals"}:
        steps.append(Reveal("marks", ("animals", "people", "word")))
    return [*steps, Reveal("notice", ("animals", "people", "word"))]


def own_findings(system: System, state: State) -> list[Finding]:
    """Findings that a stop is about: those that its view brings forward."""
    found = findings(system)
    if state.lens == "article" or state.panel == "compare" or state.origin:
        return []
    if state == State(lens=state.lens):
        first = overview.first_domains(system)
        return [one for one in found if one.domain in first]
    shown = set(selection.row_ids(cache.of(system).payload, state))
    return [one for one in found if one.id in shown]


def frames_of(system: System, state: State, sizes: Iterable[Size]) -> list[Frame]:
    """Draw a stop for each size."""
    own = own_findings(system, state)
    return [_draw(Stop(system, state, own, size)) for size in sizes]


def _draw(stop: Stop) -> Frame:
    """Draw what the stop is about: the first of these that it is."""
    state = stop.state
    is_first = state == State(lens=state.lens)
    forms: tuple[tuple[bool, Callable[[Stop], Frame]], ...] = (
        (is_first and state.lens == "article", in_words.article_alone),
        (is_first, by_finding.first_view),
        (bool(state.origin), in_words.chains),
        (stop.kind in {"subject", "gap"} and not stop.own, in_words.said),
        (state.panel == "compare", in_words.acts),
        (bool(state.focus), by_finding.of_agent),
        (bool(state.domain and stop.own), by_finding.of_domain),
        (True, in_words.weighed),
    )
    return next(form for is_so, form in forms if is_so)(stop)
