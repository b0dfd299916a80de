"""Pure checks on lessons, and what a lesson rests on.

A lesson is a notebook. What it says of the world stands on rows: under each paragraph that states
facts an invisible comment names them, and `check` holds the one against the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.lessons import evidence, readability, timing
from explainer.lessons.described import Described
from explainer.lessons.excerpts import Told, told
from explainer.lessons.help import Help, where_help_is
from explainer.lessons.notebook import Cell, Fault, Lesson, read
from explainer.lessons.run import untold_pictures
from explainer.lessons.sources import Sources, sources
from explainer.model.errors import Problem
from explainer.model.system import System

__all__ = [
    "Cell", "Described", "Help", "Lesson", "Sources", "Told", "check", "read", "sources", "told",
    "untold_pictures", "where_help_is",
]  # fmt: skip

LONGEST_CELL = 8  # lines of code
Rule = Callable[[System, Lesson], Iterator[Fault]]


def check(system: System, lesson: Lesson) -> list[Problem]:
    """Say every fault of a lesson: where it stands, what it is, and the way out.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    lesson
        What `read` returned.

    Returns
    -------
    list of Problem
        In the order of the rules; empty where all is well.

    """
    return [
        Problem(lesson.file, 0, f"cell {f.cell}" if f.cell else "", f.fault, f.way_out)
        for rule in RULES
        for f in rule(system, lesson)
    ]


def cells_are_short(_: System, lesson: Lesson) -> Iterator[Fault]:
    """A cell of code has eight lines at most."""
    for cell in lesson.code:
        if (lines := len(cell.text.splitlines())) > LONGEST_CELL:
            fault = f"the code has {lines} lines, {LONGEST_CELL} at most"
            yield Fault(cell.place, fault, "part it, or move what it does into the package")


def each_objective_has_an_exercise(_: System, lesson: Lesson) -> Iterator[Fault]:
    """Each thing that a reader will be able to do is done somewhere in the lesson."""
    goals = lesson.objectives
    if not goals:
        way_out = "add a cell '**You will be able to**' with a numbered list"
        yield Fault(0, "the lesson has no objectives", way_out)
    for cell in lesson.cells:
        for number in set(cell.exercise) - set(range(1, len(goals) + 1)):
            way_out = f"the lesson's objectives are 1 to {len(goals)}"
            yield Fault(cell.place, f"an exercise for objective {number}, which is none", way_out)
    done = {number for cell in lesson.cells for number in cell.exercise}
    for number, goal in enumerate(goals, start=1):
        if number not in done:
            fault = f"nothing exercises objective {number}, {goal!r}"
            way_out = f"give a cell the metadata explainer.exercise = [{number}], or drop it"
            yield Fault(0, fault, way_out)


RULES: tuple[Rule, ...] = (
    cells_are_short,
    each_objective_has_an_exercise,
    timing.keeps_its_time,
    readability.is_plain,
    readability.terms_are_linked,
    evidence.stand_on_rows,
)
