"""The view from near: one receptor, molecule or group, or one domain, with a label at each mark."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from explainer.drawing.display import Frame
from explainer.model.system import System
from explainer.view import absence
from explainer.view.findings import Finding, own_of
from explainer.view.grids import (
    DENSITIES,
    ROOMS,
    Density,
    Grid,
    Labelled,
    by_company,
    by_tool_and_year,
)
from explainer.view.near import PAIR, AgentView, DomainView
from explainer.view.paper import PHONE

MOST_HEIGHT = {900: 480.0, 640: 480.0, 304: 2000.0}  # a phone is scrolled in any case
WIDTHS = tuple(MOST_HEIGHT)
_ALL = 4  # receptors side by side
# Times the height: a domain, where names at marks need it; an agent, whose first domains keep to
# the height, with all others below them.
_BORNE, _BELOW = 1.45, 1.7
_FOLDED = [density for density in DENSITIES if density.is_folded]
# From the view with most words to that with fewest: people keep their labels the longest, and where
# names are long they have more room before they go.
_FORMS: tuple[tuple[Density, Labelled, float], ...] = (
    *((DENSITIES[2], "all", room) for room in ROOMS),
    *((DENSITIES[2], "people", room) for room in ROOMS),
    *((_FOLDED[0], "people", room) for room in ROOMS),
    *((density, "none", ROOMS[0]) for density in DENSITIES),
)
# Where receptors side by side have no room for names, what is tied to none of them may have it:
# most people stand there.
_OF_DOMAIN = (
    *((form, False) for form in _FORMS if form[1] != "none"),
    *((form, True) for form in _FORMS if form[1] == "none"),
    *((form, False) for form in _FORMS if form[1] == "none"),
)


def of_agent(
    system: System, found: Sequence[Finding], agent: str, width: int, height: float = 0
) -> Frame:
    """Set all findings on one receptor, molecule or group, or made with a molecule."""
    own = own_of(found, agent)
    name = by_tool_and_year(own) if agent in system.receptors else by_company(agent)

    def column_of(one: Finding) -> tuple[str, str]:
        return agent, one.step

    absences = absence.of(system, agent, system.domains)
    views = (
        AgentView(
            system,
            Frame(width),
            own,
            Grid(own, density, column_of, labelled, name, room, absences),
            agent,
        )
        for density, labelled, room in _FORMS
    )
    return _with_first_domains(views, height or MOST_HEIGHT[width], 1.0 if height else _BELOW)


def of_domain(
    system: System, found: Sequence[Finding], domain: str, width: int, height: float = 0
) -> Frame:
    """Set all findings in one domain: the receptors side by side, then what is not told apart."""
    own = [one for one in found if one.domain == domain]
    absences = absence.of_receptors(system)
    frames = (
        DomainView(
            system,
            Frame(width),
            own,
            Grid(own, density, labelled=labelled, room=room, absences=absences),
            across=across,
            is_named_apart=is_named_apart,
        ).draw(domain)
        for (density, labelled, room), is_named_apart in _OF_DOMAIN
        for across in ((PAIR, _ALL) if labelled != "none" else (_ALL,))
        if width >= PHONE or across == PAIR or labelled == "none"
    )
    return _first_that_fits(frames, height or MOST_HEIGHT[width], 1.0 if height else _BORNE)


def _with_first_domains(views: Iterable[AgentView], height: float, below: float) -> Frame:
    """Take the first whose first domains keep to this height, and all to so many times of it.

    Where there is none, names at marks are worth more than the height of all.
    """
    frame = Frame(0)
    named: list[Frame] = []
    for view in views:
        frame = view.draw(view.agent)
        if named and not _names(frame):
            break
        if view.first_height <= height and _fits(frame, height * below):
            return frame
        if view.first_height <= height and below > 1 and _fits(frame, math.inf) and _names(frame):
            named.append(frame)
    return min(named, key=lambda one: one.height, default=frame)


def _first_that_fits(frames: Iterator[Frame], height: float, over: float) -> Frame:
    """Take the first frame that keeps to this height; with names at marks more is borne."""
    borne = frame = None
    for frame in frames:
        if _fits(frame, height):
            return frame
        if borne and not _names(frame):
            return borne
        if _names(frame) and _fits(frame, height * over):
            borne = borne or frame
    return frame or Frame(0)


def _names(frame: Frame) -> list[str]:
    """Names at marks; one that has no room is empty."""
    return [label for where in frame.fields for label in where.labels]


def _fits(frame: Frame, height: float) -> bool:
    """Whether a frame keeps to its height, and no label is cut so that it tells nothing."""
    labels = _names(frame)
    cuts = sum(not label or label.endswith("…") for label in labels)
    return frame.height <= height and cuts <= len(labels) / 3
