"""Questions, graded: what an answer shows, what it rests on, and how far a reader has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explainer.learning.support import as_data, because
from explainer.lessons.timing import ENOUGH
from explainer.model import schema
from explainer.model.errors import did_you_mean, shown
from explainer.model.schema.vocabularies import Form
from explainer.model.system import System
from explainer.model.table import Table
from explainer.view.strings import LOST, NO_FILE
from explainer.voices.phrases import Line

WORDS = {
    "title": "Check yourself",
    "pick": "Question {number}",
    "place": "Question {number} of {all}",
    "progress": "{answered} of {all} answered, {right} right",
    "check": "Check",
    "again": "Try again",
    "next": "Next question",
    "back": "Previous",
    "choose": "Choose an answer first.",
    "right": "Right",
    "wrong": "Not so",
    "open": "not answered yet",
    "headline": "An invented headline",
    "hint": "Give me a hint",
    "nudge": "Hint",
    "first": "My first try",
    "tries": "Right at the first try: {first} of {answered}.",
    "belief": "A common belief",
    "instead": "What is so",
    "because": "What this rests on",
    "done": "You have answered every question.",
    "enough": "That is enough for one sitting. {more} more wait here for another day.",
    "look": "Worth another look: {numbers}.",
    "save": "Save my answers as text",
    "forget": "Forget my answers",
    "forgotten": "Your answers are forgotten.",
    "private": "Your answers stay in this browser. Nothing is sent.",
    "lost": LOST,
    "no_file": NO_FILE,
    "none": "There are no questions for this lesson.",
    "mine": "My answer",
    "file": "my-answers-{lesson}.txt",
}
_MARKS = {True: ("✓", "right"), False: ("✗", "wrong")}
Json = Any  # plain lists, dicts, words and numbers


@dataclass(frozen=True)
class Answer:
    """What is to be said of one answer to one question."""

    is_right: bool
    feedback: str
    misconception: schema.Misconception | None
    because: tuple[Line, ...]


@dataclass(frozen=True)
class Mark:
    """One question, and the option that was chosen, if any."""

    question: schema.Question
    chosen: schema.Option | None
    first: schema.Option | None = None


@dataclass(frozen=True)
class Progress:
    """How far a reader has come in one lesson's questions."""

    lesson: str
    title: str
    marks: tuple[Mark, ...]

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(mark.chosen is not None for mark in self.marks)

    @property
    def right(self) -> int:
        """How many have the right one."""
        return sum(mark.chosen is not None and mark.chosen.is_answer for mark in self.marks)

    @property
    def right_at_first(self) -> int:
        """How many were right at the first try."""
        return sum(mark.first is not None and mark.first.is_answer for mark in self.marks)

    @property
    def again(self) -> tuple[int, ...]:
        """Numbers of the questions whose answer was not right."""
        pairs = enumerate(self.marks, start=1)
        return tuple(n for n, mark in pairs if mark.chosen and not mark.chosen.is_answer)

    def __str__(self) -> str:
        """Say it in one line."""
        counts = {"answered": self.answered, "all": len(self.marks), "right": self.right}
        return WORDS["progress"].format(**counts)

    def as_text(self) -> str:
        """Write the answers down with what was said of them, to keep or to hand in."""
        out = [f"{WORDS['title']}: {self.title}", str(self)]
        if any(mark.first for mark in self.marks):
            counts = {"first": self.right_at_first, "answered": self.answered}
            out.append(WORDS["tries"].format(**counts))
        for number, mark in enumerate(self.marks, start=1):
            out += ["", f"{number}. {mark.question.prompt}"]
            out += [f"   {line}" for line in exhibit(mark.question)]
            if mark.chosen is None:
                out.append(f"   ({WORDS['open']})")
                continue
            sign, word = _MARKS[mark.chosen.is_answer]
            if mark.first and mark.first is not mark.chosen:
                out.append(f"   {WORDS['first']}: {mark.first.text}")
            out.append(f"   {WORDS['mine']}: {mark.chosen.text}")
            out.append(f"   {sign} {WORDS[word]}. {mark.chosen.feedback}")
        return "\n".join([*out, ""])


def titles(system: System) -> dict[str, str]:
    """Give the lessons that ask questions, in their order, and what each is called."""
    asked = {row.lesson for row in system.questions.where(form=None).values()}
    return {name: row.title for name, row in system.lessons.items() if name in asked}


def questions_of(system: System, lesson: str) -> Table[schema.Question]:
    """Give the questions that stand in a lesson; an unknown lesson names the nearest."""
    if lesson not in system.lessons:
        near = did_you_mean(lesson, system.lessons) or f"; use one of: {', '.join(system.lessons)}"
        message = f"{shown(lesson)} is not a lesson{near}"
        raise ValueError(message)
    return system.questions.where(lesson=lesson, form=None)


def name_now(system: System, lesson: str) -> str:
    """Give the name of the lesson that has the place of one that had another name."""
    if lesson in system.lessons:
        return lesson
    return next((row.id for row in system.lessons.values() if lesson in row.was), lesson)


def form_of(system: System, form: Form) -> Table[schema.Question]:
    """Give the questions of the test before the lessons, or of the one after them."""
    return system.questions.where(form=form)


def exhibit(question: schema.Question) -> list[str]:
    """The headline that a question is about, said to be invented, and its figure in words."""
    told = f"{WORDS['headline']}: “{question.headline}”"
    return [told, *question.figure] if question.headline else []


def options_of(system: System, question: str) -> Table[schema.Option]:
    """Give the options of a question, in the order in which a reader sees them."""
    return system.options.where(question=question)


def grade(system: System, question: str, option: str) -> Answer:
    """Say of one option whether it is right, why, and which rows show it."""
    asked = system.questions[question]
    options = options_of(system, question)
    if option not in options:
        message = f"{option!r} is not an option of {question!r}; use one of: {', '.join(options)}"
        raise ValueError(message)
    chosen = options[option]
    behind = chosen.misconception
    return Answer(
        is_right=chosen.is_answer,
        feedback=chosen.feedback,
        misconception=system.misconceptions[behind] if behind else None,
        because=tuple(because(system, asked.because)),
    )


def progress(
    system: System, lesson: str, chosen: Mapping[str, str], first: Mapping[str, str] | None = None
) -> Progress:
    """Mark a lesson's questions with the options chosen; unknown ids count for nothing."""
    marks = []
    for question in questions_of(system, lesson).values():
        options = options_of(system, question.id)
        picked = [options.get(tries.get(question.id, "")) for tries in (chosen, first or {})]
        marks.append(Mark(question, *picked))
    return Progress(lesson, system.lessons[lesson].title, tuple(marks))


def as_text(system: System, lesson: str, *, with_answers: bool = False) -> str:
    """Write a lesson's questions as a sheet to print, or with answers as its key."""
    questions = questions_of(system, lesson)
    out = [f"{WORDS['title']}: {system.lessons[lesson].title}"]
    for number, question in enumerate(questions.values(), start=1):
        out += ["", f"{number}. {question.prompt}"]
        out += [f"   {line}" for line in exhibit(question)]
        for letter, option in zip("abcd", options_of(system, question.id).values(), strict=False):
            out.append(f"   {letter}) {option.text}")
            if with_answers:
                sign, word = _MARKS[option.is_answer]
                out.append(f"      {sign} {WORDS[word]}. {option.feedback}")
                if option.misconception:
                    belief = system.misconceptions[option.misconception].name
                    out.append(f"      {WORDS['belief']}: {belief}.")
        if with_answers:
            out.append(f"   {WORDS['because']}:")
            out += [f"   - {_cited(line)}" for line in because(system, question.because)]
    return "\n".join([*out, ""])


def _cited(line: Line) -> str:
    caveat = f" {line.caveat}" if line.caveat else ""
    return f"{line.text}{caveat} [{', '.join(line.sources)}]"


def build(system: System, lesson: str) -> dict[str, Json]:
    """Gather all that the quiz shows, as plain data ready for JSON."""
    questions = [_question(system, row) for row in questions_of(system, lesson).values()]
    return {
        "lesson": lesson,
        "title": system.lessons[lesson].title,
        # Ids keep their meaning, so answers outlive a change of words.
        "key": _key(lesson),
        "older": [_key(name) for name in _older(system, lesson)],
        "questions": questions,
        "enough": ENOUGH,
        "words": {**WORDS, "file": WORDS["file"].format(lesson=lesson)},
        "signs": {word: sign for sign, word in _MARKS.values()},
    }


def _key(lesson: str) -> str:
    return f"opioid-system-explainer/{lesson}/"


def _older(system: System, lesson: str) -> list[str]:
    """Names under which answers to these questions may have been kept: any that lessons had."""
    names = [name for row in system.lessons.values() for name in (row.id, *row.was)]
    return [name for name in dict.fromkeys(names) if name != lesson]


def _question(system: System, row: schema.Question) -> dict[str, Json]:
    return {
        "id": row.id,
        "prompt": row.prompt,
        "exhibit": exhibit(row),
        "bars": [_share(bar) for bar in row.figure],
        "hint": row.hint,
        "options": [_option(system, option) for option in options_of(system, row.id).values()],
        "because": [as_data(system, line) for line in because(system, row.because)],
    }


def _share(bar: str) -> float:
    """How much of its full length a bar takes, in percent."""
    part, whole = bar.split(": ")[1].split(" of ")
    return round(100 * int(part) / int(whole.split()[0]), 1)


def _option(system: System, option: schema.Option) -> dict[str, Json]:
    behind = option.misconception
    wrong = system.misconceptions[behind] if behind else None
    return {
        "id": option.id,
        "text": option.text,
        "right": option.is_answer,
        "feedback": option.feedback,
        "belief": [wrong.belief, wrong.refutation] if wrong else [],
    }
