"""The case book: what is asked in it, and the words of it; what a reader writes stays with them."""

from __future__ import annotations

from typing import Any

from explainer.learning import predictions, quiz
from explainer.model.errors import did_you_mean, shown
from explainer.model.system import System
from explainer.view.strings import LOST, NO_FILE
from explainer.voices.phrases import name_of

VERSION = 1  # of the file that is handed in
KEY = "explainer.casebook."  # what it is kept under, before the version
LIMIT = "A reason from the findings. Not about yourself, and not about anybody you know."
WHO = {
    "people": "people",
    "animals": "mice and rats",
    "both": "people, and mice and rats",
    "nobody": "nobody, as far as these findings go",
}
NO_RECEPTOR = {
    "none": "no one receptor by itself",
    "unknown": "a receptor that nobody can name yet",
}
SAYS = {
    "improves": "makes it better",
    "worsens": "makes it worse",
    "no difference": "makes no difference",
    "unknown": "nobody knows",
}
WORDS: dict[str, str] = {
    "title": "Your case book",
    "kept": "Kept in this browser alone. Nothing is sent.",
    "fleeting": "This page can keep nothing: save the file before you close it.",
    "case": "The case",
    "before": "Activating",
    "between": "improves mood in",
    "after": ".",
    "receptor": "What is activated",
    "who": "In whom mood improves",
    "choose": "choose …",
    "words": "Your sentence, so that you could defend it",
    "pro": "What speaks for it",
    "con": "What speaks against it",
    "line": "One line for the case book",
    "lines": "Lines",
    "limit": LIMIT,
    "guesses": "Guesses ({n})",
    "tries": "First tries at questions ({n})",
    "map": "Your map ({n})",
    "nothing": "Nothing yet. It fills by itself as you guess and answer.",
    "sure": "How sure",
    "reason": "Reason",
    "found": "What was found",
    "earlier": "Guessed in another edition, which asked this otherwise. It stays as it was.",
    "unknown_question": "A question of another edition",
    "hand": "Hand it in",
    "name": "A name of your choice",
    "name_hint": "it need not be your own",
    "date": "Date",
    "print": "Print",
    "text": "Save as text",
    "table": "Save as table (CSV)",
    "clear": "Clear all of it",
    "cleared": "All is cleared: guesses, answers, lines, map.",
    "back": "Bring it back",
    "others": "This browser also keeps a case book of another version. It stays as it is.",
    "tail": "For the teacher's page: leave the line below as it is.",
    "file": "case-book",
    "by": "Case book of {name}, {date}",
    "nameless": "no name",
    "lost": LOST,
    "no_file": NO_FILE,
}
# What is said of a file that is no whole case book of this version.
FAULTS: dict[str, str] = {
    "strange": "This is no case book. Choose a file that was saved with “Save as text” or "
    "“Save as table”.",
    "cut": "The file ends too early: a part of it is missing. Ask for it once more.",
    "version": "The case book has version {version}; this page reads version {own}. Nothing was "
    "taken from it. Open it with the edition that wrote it.",
    "large": "The file is larger than a case book can be. Nothing was read.",
}
Json = Any  # plain lists, dicts, words and numbers


def lessons(system: System) -> dict[str, str]:
    """Give the lessons that can have a line, with their titles: the last has a sentence instead."""
    *known, last = system.lessons.values()
    return {row.id: row.title for row in known or [last]}


def _were(system: System) -> dict[str, str]:
    """Give the names that lessons had, with the titles of those in their place."""
    return {old: row.title for row in system.lessons.values() for old in row.was}


def build(system: System, lesson: str = "") -> dict[str, Json]:
    """Gather what the case book asks; which answers are right is not in it."""
    known = lessons(system)
    lesson = quiz.name_now(system, lesson)
    if lesson and lesson not in known:
        near = did_you_mean(lesson, known) or f"; use one of: {', '.join(known)}"
        raise ValueError(f"{shown(lesson)} is not a lesson with a line in the case book{near}")
    receptors = {row: f"the {name_of(system, row)}" for row in system.receptors}
    return {
        "version": VERSION,
        "key": KEY,
        "lesson": lesson,
        "lessons": known | _were(system),  # a line that was kept under an old name has one
        "receptors": list((receptors | NO_RECEPTOR).items()),
        "who": list(WHO.items()),
        "questions": questions(system),
        "guesses": guesses(system),
        "nodes": {row: name_of(system, row) for t in ("receptors", "domains", "ligands", "peptides",
                  "precursors", "subjects") for row in system.tables[t]},
        "says": SAYS,
        "words": WORDS,
        "faults": FAULTS,
    }  # fmt: skip


def guesses(system: System) -> dict[str, list[str]]:
    """What can be guessed, by what is asked; a tour has nothing to choose from."""
    tours: dict[str, list[str]] = {scene: [] for scene in system.scenes}
    return {
        name: list(predictions.asked(system, name).guesses.values()) for name in system.predictions
    } | tours


def questions(system: System) -> dict[str, Json]:
    """Each question with its options, as it stands there, without its answer."""
    asked = (
        row for name in quiz.titles(system) for row in quiz.questions_of(system, name).values()
    )
    return {
        row.id: {
            "prompt": row.prompt,
            "lesson": row.lesson,
            "options": {one.id: one.text for one in quiz.options_of(system, row.id).values()},
        }
        for row in asked
    }
