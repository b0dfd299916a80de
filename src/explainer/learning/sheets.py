"""Sheets to print and go: what stands on each, in words; and that none of them holds an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from explainer.learning import beliefs, casebook, predictions, quiz
from explainer.model.errors import Problem
from explainer.model.system import System

Kind = Literal["title", "head", "text", "choice", "line", "map", "criterion"]
KEY = "answer-key"  # the one sheet that holds answers
_LETTERS = "abcdefgh"
_NAME = "Name: ______________________     Date: ______________"
_MAP = (
    "Draw what you believe: at most eight lines from the left to the right. Put a sign on each: "
    "▲ makes it better, ▼ makes it worse, = makes no difference, ? nobody knows. For anxiety and "
    "stress, better means less of it."
)
_MOST = 6  # questions on one sheet
_LINES = "lines to write on"
# A single-point rubric: what good looks like, with room beside it for what is missing and beyond.
RUBRIC = (
    "The sentence says what was done: switched on, blocked, missing.",
    "It says in whom it was found: people, or animals.",
    "At least one finding that speaks for it is named.",
    "At least one finding that speaks against it is named, or a search that found none.",
    "It claims no more than the findings bear: what went together need not be cause and effect.",
)


@dataclass(frozen=True)
class Block:
    """One part of a sheet."""

    kind: Kind
    text: str = ""


def all_sheets(system: System) -> dict[str, list[Block]]:
    """Give every sheet for students by its name, each of one page."""
    asked = list(dict.fromkeys(row.lesson for row in system.predictions.values()))
    out = {"map": _map_sheet(), "case-book": _case_sheet()}
    for lesson in asked:
        out[f"guess-{lesson}"] = _guess_sheet(system, lesson)
    for lesson in quiz.titles(system):
        for part, ids in enumerate(batched(quiz.questions_of(system, lesson)), start=1):
            out[f"questions-{lesson}-{part}"] = _question_sheet(system, lesson, ids)
    return out


def batched(ids: Iterable[str]) -> list[list[str]]:
    """Part questions among sheets of one page."""
    every = list(ids)
    return [every[at : at + _MOST] for at in range(0, len(every), _MOST)]


def _head(title: str) -> list[Block]:
    return [Block("title", title), Block("text", _NAME)]


def _map_sheet() -> list[Block]:
    out = [*_head(beliefs.WORDS["title"]), Block("text", _MAP), Block("map")]
    return [*out, *_lines("Why I drew it so", 2)]


def _case_sheet() -> list[Block]:
    words = casebook.WORDS
    blank = "_" * 22
    sentence = f"{words['before']} {blank} {words['between']} {blank}{words['after']}"
    out = [*_head(words["title"]), Block("text", words["limit"]), Block("head", words["case"])]
    out += [Block("text", sentence)]
    for part in ("words", "pro", "con"):
        out += _lines(words[part], 3)
    head = "How it is read. Left: not yet. Right: beyond."
    return [*out, Block("head", head), *(Block("criterion", one) for one in RUBRIC)]


def _lines(label: str, count: int) -> list[Block]:
    return [Block("head", label), *(Block("line", _LINES) for _ in range(count))]


def _guess_sheet(system: System, lesson: str) -> list[Block]:
    out = _head(f"Guess first: {system.lessons[lesson].title}")
    out.append(Block("text", f"Any guess will do. {casebook.LIMIT}"))
    for number, row in enumerate(system.predictions.where(lesson=lesson).values(), start=1):
        found = predictions.asked(system, row.id)
        sure = "   ".join(f"□ {name}" for _, name in predictions.WORDS["sureness"])
        out.append(Block("head", f"{number}. {row.question}"))
        out += [Block("choice", f"□ {text}") for text in found.guesses.values()]
        out += [Block("text", f"How sure: {sure}"), Block("line", _LINES)]
    return out


def _question_sheet(system: System, lesson: str, ids: list[str]) -> list[Block]:
    out = _head(f"{quiz.WORDS['title']}: {system.lessons[lesson].title}")
    for number, one in enumerate(ids, start=1):
        row = system.questions[one]
        out.append(Block("head", f"{number}. {row.prompt}"))
        out += [Block("text", line) for line in quiz.exhibit(row)]
        options = quiz.options_of(system, one).values()
        out += [
            Block("choice", f"{letter}) {option.text}")
            for letter, option in zip(_LETTERS, options, strict=False)
        ]
    return out


def key(system: System) -> list[Block]:
    """Give the answers, apart: of guesses and of questions."""
    out = [Block("title", "Answer key: for the teacher")]
    for row in system.predictions.values():
        out += [
            Block("head", row.question),
            Block("text", predictions.asked(system, row.id).reveal),
        ]
    for lesson in quiz.titles(system):
        out.append(Block("head", system.lessons[lesson].title))
        for number, one in enumerate(quiz.questions_of(system, lesson), start=1):
            pairs = zip(_LETTERS, quiz.options_of(system, one).values(), strict=False)
            out += [
                Block("text", f"{number}. {letter}) {option.text} {option.feedback}")
                for letter, option in pairs
                if option.is_answer
            ]
    return out


def answers(system: System) -> dict[str, str]:
    """What would give something away on a sheet, and the row that says it."""
    out = {predictions.asked(system, name).reveal: name for name in system.predictions}
    out |= {option.feedback: option.id for option in system.options.values()}
    out |= {row.refutation: row.id for row in system.misconceptions.values()}
    out |= {
        pair["told"]: pair["from"] for pair in beliefs.answer(system)["pairs"] if pair["counts"]
    }
    return {_plain(text): row for text, row in out.items() if text}


def faults(system: System, made: dict[str, list[Block]]) -> Iterator[Problem]:
    """Tell of each answer on a sheet for students."""
    known = answers(system)
    for name, blocks in made.items():
        whole = _plain(" ".join(block.text for block in blocks))
        for text, row in known.items():
            if text in whole:
                fault = f"the answer {row!r} stands on a sheet that students get"
                yield Problem(name, 0, "", fault, f"move it to {KEY}, and ask for it here instead")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def texts(blocks: Iterable[Block]) -> list[str]:
    """Give all words of a sheet."""
    return [block.text for block in blocks if block.text]
