"""How long a lesson takes, against what it says."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from explainer.lessons.notebook import Fault, Lesson, plain
from explainer.lessons.readability import words_in
from explainer.model.system import System

WORDS_A_MINUTE = 180  # slow enough for somebody who meets the words for the first time
MINUTES_A_CELL = 1.0
MINUTES_A_QUESTION = 0.5
LONGEST = 20  # minutes
_SAID = re.compile(r"\*\*Time:\*\* (\d+) minutes")


def minutes(system: System, lesson: Lesson) -> float:
    """Estimate the minutes from words, cells to run and questions to answer."""
    words = sum(len(words_in(plain(cell.text))) for cell in lesson.prose)
    questions = len(system.questions.where(lesson=lesson.name, form=None))
    cells = len(lesson.code) * MINUTES_A_CELL
    return words / WORDS_A_MINUTE + cells + questions * MINUTES_A_QUESTION


def keeps_its_time(system: System, lesson: Lesson) -> Iterator[Fault]:
    """A lesson says how long it takes, takes no longer, and not over twenty minutes."""
    said = next((found[1] for cell in lesson.prose if (found := _SAID.search(cell.text))), None)
    needed = minutes(system, lesson)
    if said is None:
        yield Fault(0, "it does not say how long it takes", "add '**Time:** 15 minutes'")
    elif needed > int(said):
        fault = f"it takes about {math.ceil(needed)} minutes and says {said}"
        yield Fault(0, fault, "say so, or cut words, cells or questions")
    if needed > LONGEST:
        fault = f"it takes about {math.ceil(needed)} minutes, {LONGEST} at most"
        yield Fault(0, fault, "cut words, cells or questions, or part the lesson")
