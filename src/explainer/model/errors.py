"""How a fault in the data is told: its place, what it is, and the way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice
from typing import TypeVar

W = TypeVar("W", bound=str)


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it stands, what it is, and the way out."""

    file: str
    line: int
    column: str
    fault: str
    way_out: str

    def __str__(self) -> str:
        """Tell the fault as ``file:line: column: fault (way out)``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f"{self.column}: " if self.column else ""
        return f"{place}: {column}{self.fault} ({self.way_out})"


MOST_FAULTS = 500  # of one kind in one table: so many have one cause, and nobody reads on
_MOST_TOLD = 100  # in the words of an error; its ``problems`` hold them all


class DataError(Exception):
    """The data cannot be loaded; ``problems`` holds every fault that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        head = f"{count:,} fault{'' if count == 1 else 's'} in the data; nothing was loaded."
        lines = [head, *map(str, self.problems[:_MOST_TOLD])]
        if count > _MOST_TOLD:
            more = f"… and {count - _MOST_TOLD:,} more"
            lines.append(f"{more} (mend these first; python -m explainer check tells the rest)")
        super().__init__("\n".join(lines))


def first_of(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Give the first problems of one kind; where there are more, the last one says so."""
    last = None
    for last in islice(problems, MOST_FAULTS):
        yield last
    if last is not None and next(problems, None) is not None:
        yield too_many(last.file, last.line)


def too_many(file: str, line: int) -> Problem:
    """Say that a table has more faults than are told."""
    fault = f"more than {MOST_FAULTS} faults; what follows was not looked at"
    return Problem(file, line, "", fault, "mend these first: so many have one cause")


_LONGEST = 60  # characters of a faulty cell that are repeated in its message
_COMPARED = 50  # words that are compared letter by letter, which takes long


def shown(word: object) -> str:
    """Repeat what a cell holds, in quotation marks and not at length."""
    text = str(word)
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Name the nearest known words as `` (did you mean …?)``, or nothing."""
    if not isinstance(word, str) or len(word) > _LONGEST:
        return ""
    mine = _pairs(word.lower())
    words = nlargest(_COMPARED, known, key=lambda other: len(mine & _pairs(other)))
    near = get_close_matches(word.lower(), words, n=3, cutoff=0.6)
    return f" (did you mean {' or '.join(repr(n) for n in near)}?)" if near else ""


def one_of(name: str, word: W, words: Iterable[W]) -> W:
    """Give a word of a closed list back, or raise ``ValueError`` that names them all."""
    known = tuple(words)
    if word in known:
        return word
    choices = ", ".join(known)
    raise ValueError(f"{name}={shown(word)} is none of {choices}{did_you_mean(word, known)}")


def _pairs(word: str) -> set[str]:
    """Letters that stand side by side: few in common, and two words are not near."""
    return {word[i : i + 2] for i in range(len(word) - 1)}
