"""Predictions: what is asked before anything is shown, and what is shown once it is settled.

The answer is read from the findings on a receptor where the row names one, else from the row. What
is asked and what is shown are built apart, so that the first can be seen without the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from explainer.learning import circuits, support
from explainer.model.errors import did_you_mean, shown
from explainer.model.schema import Claim, Effect, Prediction
from explainer.model.system import System
from explainer.view import prediction
from explainer.view.strings import LOST, NO_FILE, PREDICT
from explainer.voices import hazards
from explainer.voices.phrases import Line

FOLD = "opens-"  # begins the class of what a prediction opens; its id follows
WORDS: dict[str, Any] = {
    **{name: PREDICT[name] for name in (
        "show", "sure", "sureness", "line", "line_hint", "guessed", "apart", "one", "anew", "kept",
        "history", "export", "forget",
    )},
    "title": "Guess first",
    "rest": "{n} more that bear on it",
    "sources": "Sources",
    "before": "Guess before you open what is folded: say it aloud, or write it down.",
    "after": "After your guess: the answer",
    "earlier": "You guessed here once before: “{guess}” The choices have changed since, so it is "
    "not shown as your guess. It is still kept, in your case book. Guess anew.",
    "lost": LOST,
    "no_file": NO_FILE,
}  # fmt: skip
Json = Any  # plain lists, dicts, words and numbers


@dataclass(frozen=True)
class Asked:
    """One prediction, worked out: what can be guessed, what is so, and what it rests on."""

    row: Prediction
    guesses: dict[str, str]
    """Each guess in words, by a word of its own."""
    answer: str
    """The word of the guess that is so."""
    reveal: str
    """What is so, in one sentence."""
    replies: dict[str, str]
    """What is said to each guess."""
    apart: tuple[str, ...]
    """One row or two that show it, which point apart if any do."""
    rest: tuple[str, ...]
    """Other rows that bear on it."""


def asked(system: System, name: str) -> Asked:
    """Work out a prediction by its id; an unknown one names the nearest."""
    if name not in system.predictions:
        near = did_you_mean(name, system.predictions)
        known = near or f"; use one of: {', '.join(system.predictions)}"
        raise ValueError(f"{shown(name)} is not the id of a prediction{known}")
    row = system.predictions[name]
    return _found(system, row) if row.agent and row.domain else _written(system, row)


def _found(system: System, row: Prediction) -> Asked:
    """Read the answer from what was found when a receptor was activated."""
    found = prediction.predict(system, str(row.agent), str(row.domain))
    return Asked(
        row,
        prediction.guesses(system.domains[str(row.domain)]),
        found.answer,
        found.told,
        {guess: prediction.REPLIES[reply] for guess, reply in found.replies.items()},
        found.apart,
        _others(system, row, found.apart, found.rest),
    )


def _written(system: System, row: Prediction) -> Asked:
    """Take the answer from the rows that say it."""
    guesses = system.guesses.where(prediction=row.id).values()
    stock = {True: prediction.REPLIES["same"], False: prediction.REPLIES["other"]}
    return Asked(
        row,
        {guess.id: guess.text for guess in guesses},
        next((guess.id for guess in guesses if guess.is_answer), ""),
        row.reveal,
        {guess.id: guess.reply or stock[guess.is_answer] for guess in guesses},
        row.findings,
        _others(system, row, row.findings),
    )


def _others(
    system: System, row: Prediction, apart: tuple[str, ...], first: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Rows beside those that are shown first, each once."""
    rows = {key for table in system.tables.values() for key in table}
    named = dict.fromkeys([*first, *(word for word in row.answered_by if word in rows)])
    return tuple(key for key in named if key not in apart)


def question(system: System, name: str) -> dict[str, Json]:
    """Gather what stands there before the guess; nothing of the answer is in it."""
    found = asked(system, name)
    return {
        "id": name,
        "opens": FOLD + name,
        "question": found.row.question,
        "answers": [list(pair) for pair in found.guesses.items()],
        "words": WORDS,
    }


def answer(system: System, name: str) -> dict[str, Json]:
    """Gather what is shown after the guess."""
    found = asked(system, name)
    return {
        "reveal": found.reveal,
        "replies": found.replies,
        "apart": _lines(system, found.apart),
        "rest": _lines(system, found.rest),
        "circuit": circuits.build(system, found.row.circuit),
        "dangers": [support.as_data(system, line) for line in dangers(system, found)],
    }


def dangers(system: System, found: Asked) -> list[Line]:
    """What may go wrong, beside whatever sounds like help."""
    said = (system.find(key) for key in (*found.apart, *found.rest))
    return hazards.of_rows(system, [row for row in said if isinstance(row, Effect | Claim)])


def _lines(system: System, ids: tuple[str, ...]) -> list[dict[str, Json]]:
    return [support.as_data(system, line) for line in support.because(system, ids)]
