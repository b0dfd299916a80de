"""The teacher's page: what it needs to read a class's case books, and its words."""

from __future__ import annotations

from typing import Any

from explainer.learning import casebook, exchange, predictions
from explainer.model.schema.vocabularies import HelpKind
from explainer.model.system import System
from explainer.view.strings import NO_FILE, PREDICT
from explainer.voices import helplines

MOST = 60  # files at a time
# What somebody who reads such a line needs, in this order.
_HELP: dict[HelpKind, str] = {
    "what to do": "If someone may have had an overdose",
    "emergency number": "Emergency numbers",
    "crisis line": "Somebody to talk to, for them and for you",
    "finder": "In any country",
}
# What to do when a line is about someone: exact, in the order in which it is done.
ABOUT_SOMEONE = """
Read the lines today. The field asks for a reason from the findings, but somebody may have written
about themselves or about a person close to them.

If a life may be in danger now, as in an overdose or with thoughts of suicide, call the emergency
number, see that somebody stays with the person, and tell whoever is responsible for safeguarding at
your school. Do not wait for the next lesson.

If it is not urgent, speak with the student today, alone and in quiet. You could say: “Thank you for
writing this. I read it, and I would like to know how you are.” Listen, and do not ask for details.

Do not promise to keep it secret. Say what you will do next, and do it: follow your school's rule on
what must be passed on, and to whom.

Do not read the line aloud, show it to the class, send it on to others or mark it.

If the line asks whether something would help, or whether to stop a medicine: “I cannot know that.
Please ask the person who prescribed it, a doctor or a pharmacist.”
"""
WORDS: dict[str, str] = {
    "title": "Case books of a class",
    "intro": "Open your students' case books here. They are read on this machine alone: nothing "
    "is sent, nothing is kept, and closing the page forgets all of it.",
    "help": "First: if a line is about someone",
    "numbers": "Numbers of help",
    "open": "Open case books",
    "files": "Files from “Save as text” or “Save as table”",
    "status": "{n} case books are open.",
    "trouble": "{n} files were left out:",
    "twice": "is the same as another file; it counts once.",
    "many": "Only the first {most} files were read. Open the others after “Forget all”.",
    "forget": "Forget all",
    "print": "Print what the class holds",
    "empty": "Nothing is open yet.",
    "beliefs": "Misconceptions in first tries",
    "beliefs_hint": "How many of the {n} case books chose at least one answer that shows it. One "
    "answer may be a slip: ask before you conclude.",
    "belief": "Misconception",
    "books": "Case books",
    "instead": "What is so",
    "guesses": "Guesses, and how sure",
    "guess": "Guess",
    "all": "all",
    "is_so": "what the findings say",
    "tries": "First tries, question by question",
    "option": "Answer",
    "right": "right",
    "case": "The case sentence",
    "map": "Maps",
    "edge": "Line",
    "none": "None of the open case books has any.",
    "free": "Their own words, last",
    "free_hint": "Read them alone, after what stands at the top of this page.",
    "take": "Questions to take along",
    "take_hint": "All questions with feedback and hints, for Moodle (GIFT or XML) and for Anki. "
    "They hold the answers.",
    "save": "Save {name}",
    "no_file": NO_FILE,
    "noscript": "Scripts are turned off, so no case book can be opened here.",
}
Json = Any  # plain lists, dicts, words and numbers


def build(system: System) -> dict[str, Json]:
    """Gather all that the page needs; it holds answers, so it is for teachers."""
    return {
        "casebook": casebook.build(system),
        "words": WORDS,
        "most": MOST,
        "about": [" ".join(step.split()) for step in ABOUT_SOMEONE.strip().split("\n\n")],
        "reach": helplines.in_a_line(system),
        "help": _help(system),
        "beliefs": {
            row.id: [row.name, row.belief, row.refutation] for row in system.misconceptions.values()
        },
        "shows": {
            row.id: row.misconception for row in system.options.values() if row.misconception
        },
        "right": [row.id for row in system.options.values() if row.is_answer],
        "predictions": {name: _prediction(system, name) for name in system.predictions},
        "sureness": [name for _, name in PREDICT["sureness"]],
        "files": exchange.files(system),
    }


def _help(system: System) -> list[Json]:
    """Lines of help by what they are for, the number first."""
    rows = list(system.helplines.values())
    return [
        [heading, [[row.contact, row.country, _told(row.name, row.note)] for row in found]]
        for kind, heading in _HELP.items()
        if (found := [row for row in rows if row.kind == kind])
    ]


def _told(name: str, note: str) -> str:
    return f"{name}. {note}" if note else name


def _prediction(system: System, name: str) -> Json:
    found = predictions.asked(system, name)
    return {
        "question": found.row.question,
        "guesses": list(found.guesses.values()),
        "answer": found.guesses.get(found.answer, ""),
    }
