"""Rules of options: bare claims of one kind, so that a question asks for knowing and not for tact.

Each rule yields a row, its column, the fault and the way out, as in `teaching`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from explainer.curation import cues
from explainer.model.schema import Option, Question, Row
from explainer.model.schema.vocabularies import Form
from explainer.model.system import System

Finding = tuple[Row, str, str, str]
Rule = Callable[[System], Iterator[Finding]]

# Of like length to the eye: a third more or less, and a short word for options of a few letters.
_TIMES, _LETTERS = 1.3, 6
_PRODUCT = re.compile(
    r"\b(?:rows?|tables?|verdicts?|th(?:is|ese) (?:pages?|picture|notebooks?)|the picture|cards?|"
    r"buttons?|lens|legend|listed here|hollow|solid|in this course)\b",
    re.IGNORECASE,
)
# Words that bear no answer: those of every sentence, and those of every question here.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        that this these those they them their what which when where with from into than then does
        more most less least some such each other another have been were will would could should
        might about there here only also still just very much many after before over under both
        study studies people drug drugs receptor receptors opioid opioids article
        """,
    )
)


def _parts(system: System) -> Iterator[tuple[Question, Option, list[Option]]]:
    """Each question with its right option and its wrong ones, where it has both."""
    for row in system.questions.values():
        options = list(system.options.where(question=row.id).values())
        right = [option for option in options if option.is_answer]
        wrong = [option for option in options if not option.is_answer]
        if len(right) == 1 and wrong:
            yield row, right[0], wrong


def options_are_bare(system: System) -> Iterator[Finding]:
    """An option claims; why it is so, or not, stands in its feedback."""
    for row in system.options.values():
        if found := cues.REASON.search(row.text):
            fault = f"{found[0].strip(' ,')!r} opens a reason, which sets this option apart"
            yield row, "text", fault, "make it a bare claim and give the reason in its feedback"


def lengths_give_nothing_away(system: System) -> Iterator[Finding]:
    """The right option is neither much longer nor much shorter than every other one."""
    for _, right, wrong in _parts(system):
        lengths = [len(option.text) for option in wrong]
        own, low, high = len(right.text), min(lengths), max(lengths)
        if own > high * _TIMES + _LETTERS or own < low / _TIMES - _LETTERS:
            fault = f"the right option has {own} letters, the wrong ones have {low} to {high}"
            yield right, "text", fault, "bring all options to about one length"


def options_are_equally_firm(system: System) -> Iterator[Finding]:
    """No word for "in every case" marks wrong options alone, and no doubt the right one alone."""
    for _, right, wrong in _parts(system):
        for option in wrong:
            found = cues.ABSOLUTE.search(option.text)
            if found and not cues.ABSOLUTE.search(right.text):
                fault = f"{found[0]!r} is firm where the right option is not"
                yield option, "text", fault, "take it out, or make the right option as firm"
        found = cues.HEDGE.search(right.text)
        if found and not any(cues.HEDGE.search(option.text) for option in wrong):
            fault = f"{found[0]!r} leaves room for doubt, and no wrong option does"
            yield right, "text", fault, "take it out, or leave a wrong option as much room"


def stems_keep_their_answers(system: System) -> Iterator[Finding]:
    """What is asked, and the hint, hold no word of the right option that the wrong ones lack."""
    for row, right, wrong in _parts(system):
        own = words_of(right.text) - {word for option in wrong for word in words_of(option.text)}
        for column, text in (("prompt", f"{row.headline} {row.prompt}"), ("hint", row.hint)):
            if shared := sorted(own & words_of(text)):
                fault = f"{shared[0]!r} stands in the right option too, and in no wrong one"
                yield row, column, fault, "use another word here, or use it in a wrong option"


def words_of(text: str) -> set[str]:
    """The words that carry a text, without their endings."""
    found = re.findall(r"[a-z]{4,}", text.lower())
    return {re.sub(r"(?:ing|ed|ies|es|s|ly|y)$", "", word) for word in found if word not in _EMPTY}


def questions_ask_about_the_world(system: System) -> Iterator[Finding]:
    """No question is about what this product calls things or how it draws them."""
    for row in system.questions.values():
        options = system.options.where(question=row.id).values()
        texts = [(row, "prompt", row.prompt), *((one, "text", one.text) for one in options)]
        for place, column, text in texts:
            if found := _PRODUCT.search(text):
                fault = f"{found[0]!r} belongs to this product, not to the subject"
                yield place, column, fault, "ask about the finding, or say source"


def headlines_stand_with_transfer(system: System) -> Iterator[Finding]:
    """A question of transfer brings an invented headline, and no other question does."""
    for row in system.questions.values():
        if (row.skill == "transfer") != bool(row.headline):
            has = "has a headline" if row.headline else "has no headline"
            fault = f"a question of {row.skill} {has}"
            yield row, "headline", fault, "headlines belong to questions of transfer, each with one"
        if row.figure and not row.headline:
            yield row, "figure", "a figure without its headline", "write the headline as well"


def forms_are_parallel(system: System) -> Iterator[Finding]:
    """The tests before and after the lessons ask as often for each skill in each lesson."""
    drawn: dict[Form, Counter[tuple[str, str]]] = {"before": Counter(), "after": Counter()}
    for row in system.questions.values():
        if row.form:
            drawn[row.form][row.lesson, row.skill] += 1
    for row in system.questions.values():
        if row.form:
            other: Form = "after" if row.form == "before" else "before"
            kind = (row.lesson, row.skill)
            here, there = drawn[row.form][kind], drawn[other][kind]
            if here > there:
                fault = f"{row.form!r} has {here} of {row.skill} in its lesson, {other!r} {there}"
                yield row, "form", fault, f"give {other!r} a like question, or leave this one blank"


RULES: tuple[Rule, ...] = (
    options_are_bare,
    lengths_give_nothing_away,
    options_are_equally_firm,
    stems_keep_their_answers,
    questions_ask_about_the_world,
    headlines_stand_with_transfer,
    forms_are_parallel,
)
