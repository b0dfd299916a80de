"""How long a lesson takes, against what it says."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from explainer.lessons.notebook import Fault, Lesson, plain
from explainer.lessons.readability import words_in
from explainer.model.system import System

# A model, not a measurement. Reading: 183 words a minute aloud, and 175 to 300 in silence for most
# adults (Brysbaert 2019, doi 10.1016/j.jml.2019.104047); the slow end, as the words are new.
WORDS_A_MINUTE = 180
# 39 seconds a question in an online course (Kennette and McGuckin 2025, doi
# 10.20343/teachlearninqu.13.35).
MINUTES_A_QUESTION = 0.65
# Ours, until a class is watched: a guess, a picture to touch, a sentence to write, a cell to read.
MINUTES_A_GUESS = 1.0
MINUTES_A_PICTURE = 2.0  # the map to draw as well
MINUTES_A_SENTENCE = 1.0
MINUTES_A_CELL = 0.25
ENOUGH = 2  # questions for one sitting; the rest are there for whoever comes back
LONGEST = 15  # minutes
LEAST_READING = 4
_SAID = re.compile(r"\*\*Time:\*\* (\d+) minutes")
_DEEPER = re.compile(r'<details class="deeper">.*?</details>', re.DOTALL)
_PICTURE = re.compile(r"widgets\.(?:Explorer|BuildMap)\(")
_WRITE = re.compile(r"\*\*(?:Explain|Your line|Your verdict|Reflect)\b")


def reading(lesson: Lesson) -> float:
    """Estimate the minutes of reading alone, without the folds that go deeper."""
    texts = (_DEEPER.sub(" ", cell.text) for cell in lesson.prose)
    return sum(len(words_in(plain(text))) for text in texts) / WORDS_A_MINUTE


def minutes(system: System, lesson: Lesson) -> float:
    """Estimate the minutes from words, guesses, pictures, sentences to write and questions."""
    code = [cell.text for cell in lesson.code]
    guesses = sum("widgets.Prediction(" in text for text in code)
    pictures = sum(_PICTURE.search(text) is not None for text in code)
    sentences = sum(len(_WRITE.findall(cell.text)) for cell in lesson.prose)
    questions = min(len(system.questions.where(lesson=lesson.name, form=None)), ENOUGH)
    return (
        reading(lesson)
        + guesses * MINUTES_A_GUESS
        + pictures * MINUTES_A_PICTURE
        + (len(code) - guesses - pictures) * MINUTES_A_CELL
        + sentences * MINUTES_A_SENTENCE
        + questions * MINUTES_A_QUESTION
    )


def keeps_its_time(system: System, lesson: Lesson) -> Iterator[Fault]:
    """A lesson says how long it takes, takes no longer, and not over fifteen minutes."""
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
