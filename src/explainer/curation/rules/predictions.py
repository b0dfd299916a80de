"""Rules of predictions: one answer, read from rows or written once, and nothing that tells it.

Each rule yields a row, its column, the fault and the way out, as in `teaching`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from explainer.curation import cues
from explainer.model.errors import did_you_mean
from explainer.model.schema import Guess, Prediction, Row
from explainer.model.system import System

Finding = tuple[Row, str, str, str]
Rule = Callable[[System], Iterator[Finding]]

FEWEST, MOST = 2, 7
FIGURES = ("evidence", "network", "precursors", "profiles", "timeline")
_CELL = re.compile(r"#[\w-]+")
_DRAWN = re.compile(rf"(?:{'|'.join(FIGURES)})(?: \w+=[\w,]+)*")
_FOCUS = re.compile(r"\bfocus=(\w+)")
_COUNT = re.compile(r"[0-9]+ = \w.*")
_NEXT_SENTENCE = re.compile(r"[.!?] [A-Z]")


def guesses_of(system: System, row: Prediction) -> list[Guess]:
    """The guesses that are written for a prediction."""
    return list(system.guesses.where(prediction=row.id).values())


def predictions_are_found_or_written(system: System) -> Iterator[Finding]:
    """An answer is made from a receptor's findings in a domain, or written; never both."""
    way_out = "name receptor and domain alone, or write reveal, findings and guesses"
    for row in system.predictions.values():
        parts = [row.reveal, row.findings, row.counts, guesses_of(system, row)]
        if bool(row.agent) != bool(row.domain):
            yield row, "agent", "a receptor without a domain, or the reverse", way_out
        elif row.agent and any(parts):
            yield row, "reveal", "the answer is made from findings, and written as well", way_out
        elif not row.agent and not all((row.reveal, row.findings)):
            yield row, "reveal", "nothing says what is shown after the guess", way_out


def predictions_ask(system: System) -> Iterator[Finding]:
    """A question ends as one; what is shown first after the guess is one sentence."""
    for row in system.predictions.values():
        if not row.question.endswith("?"):
            yield row, "question", "it asks nothing", "end it with a question mark"
        if row.reveal and (_NEXT_SENTENCE.search(row.reveal) or not row.reveal.endswith(".")):
            fault = "it is not one sentence"
            yield row, "reveal", fault, "say the answer in one, and leave the rest to the findings"


def guesses_hold_one_answer(system: System) -> Iterator[Finding]:
    """Of a few guesses exactly one is what the rows say."""
    for row in system.predictions.values():
        if row.agent:
            continue
        several = guesses_of(system, row)
        if not FEWEST <= len(several) <= MOST:
            yield row, "id", f"it has {len(several)} guesses", f"give it {FEWEST} to {MOST}"
        if len({guess.text.casefold() for guess in several}) < len(several):
            fault = "another guess reads the same"
            yield several[-1], "text", fault, "reword one"
        right = sum(guess.is_answer for guess in several)
        if several and right != 1:
            fault = f"{right} of its guesses are what the rows say"
            yield row, "id", fault, "mark one as the answer, the rest no"


def guesses_are_bare(system: System) -> Iterator[Finding]:
    """A guess claims; why it is so, or not, stands in its reply."""
    for row in system.guesses.values():
        if found := cues.REASON.search(row.text):
            fault = f"{found[0].strip(' ,')!r} opens a reason, which sets this guess apart"
            yield row, "text", fault, "make it a bare claim and give the reason in its reply"


def answers_are_named(system: System) -> Iterator[Finding]:
    """What would give an answer away is a row, a figure or a cell."""
    rows = {key for table in system.tables.values() for key in table}
    for row in system.predictions.values():
        for word in row.answered_by:
            is_figure = word.removeprefix("figures.") in FIGURES and word.startswith("figures.")
            if word not in rows and not is_figure and not _CELL.fullmatch(word):
                fault = f"{word!r} is no row, figure or cell{did_you_mean(word, rows)}"
                yield row, "answered_by", fault, "write e63, figures.evidence or #cell-05"
        for count in row.counts:
            if not _COUNT.fullmatch(count):
                yield row, "counts", f"{count!r} is no count", "write it as '4 = receptors'"
        focus = _FOCUS.findall(row.figure)
        if row.figure and not (_DRAWN.fullmatch(row.figure) and rows.issuperset(focus)):
            fault = f"{row.figure!r} is no figure with its words"
            yield row, "figure", fault, "write it as 'network focus=kappa' or 'evidence'"


RULES: tuple[Rule, ...] = (
    predictions_are_found_or_written,
    predictions_ask,
    guesses_hold_one_answer,
    guesses_are_bare,
    answers_are_named,
)
