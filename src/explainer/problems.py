"""How a fault in the data is told: its place, what it is, and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
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


class DataError(Exception):
    """The data cannot be loaded; ``problems`` holds every fault that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        head = f"{count} fault{'' if count == 1 else 's'} in the data; nothing was loaded."
        super().__init__("\n".join([head, *map(str, self.problems)]))


_LONGEST = 60  # characters of a faulty cell that are repeated in its message


def shown(word: object) -> str:
    """Repeat what a cell holds, in quotation marks and not at length."""
    text = str(word)
    return repr(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Name the nearest known words as `` (did you mean …?)``, or nothing."""
    if not isinstance(word, str) or len(word) > _LONGEST:
        return ""
    near = get_close_matches(word.lower(), list(known), n=3, cutoff=0.6)
    return f" (did you mean {' or '.join(repr(n) for n in near)}?)" if near else ""


def one_of(name: str, word: W, words: Iterable[W]) -> W:
    """Give a word of a closed list back, or raise ``ValueError`` that names them all."""
    known = tuple(words)
    if word in known:
        return word
    choices = ", ".join(known)
    raise ValueError(f"{name}={shown(word)} is none of {choices}{did_you_mean(word, known)}")
