"""What a reader passes to a figure, table or widget: of the right type, or a sentence why not."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Callable, Iterable, Mapping
from typing import ParamSpec, TypeVar

from explainer.model.errors import did_you_mean, shown
from explainer.model.system import Molecule, System

P = ParamSpec("P")
R = TypeVar("R")
_LONGEST = 60  # characters of a value that a message repeats


def system_of(value: object) -> System:
    """Give a system back, or say how one is made."""
    if not isinstance(value, System):
        raise TypeError(f"{_told(value)} is no system; make one with explainer.load()")
    return value


def of_a_system(draw: Callable[P, R]) -> Callable[P, R]:
    """Let a function be called with a system first, and with nothing else in its place."""

    @functools.wraps(draw)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        system_of(args[0] if args else kwargs.get("system"))
        return draw(*args, **kwargs)

    return checked


def word_of(name: str, value: object) -> str:
    """Give one word back, or say that it must be one."""
    if not isinstance(value, str):
        raise TypeError(f"{name}={_told(value)} is no word; write it in quotation marks")
    return value


def words_of(name: str, value: object) -> tuple[str, ...]:
    """Give words back, each once; a lone word stands for itself."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Iterable) or isinstance(value, bytes):
        raise TypeError(f"{name}={_told(value)} is no word and no list of words")
    return tuple(dict.fromkeys(word_of(name, word) for word in value))


def number_of(name: str, value: object) -> int:
    """Give a whole number back, or say that it must be one; yes and no are none."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name}={_told(value)} is no whole number; write one such as 1")
    return value


def rows_of(asked: Iterable[str] | None, table: Mapping[str, R], what: str) -> list[R]:
    """Find the rows that were asked for, in that order and each once; all, if none was named."""
    if asked is None:
        return list(table.values())
    wanted = words_of(what, asked)
    for word in wanted:
        if word not in table:
            raise ValueError(f"{shown(word)} is not the id of a {what}{did_you_mean(word, table)}")
    return [table[word] for word in wanted]


def molecules_of(system: System, asked: Iterable[str] | None) -> list[Molecule]:
    """Find peptides and ligands by their ids."""
    both: dict[str, Molecule] = {**system.peptides, **system.ligands}
    return rows_of(asked, both, "molecule")


def _told(value: object) -> str:
    """Repeat what was given: plain values in short, others by their type."""
    if isinstance(value, str):
        return shown(value)
    if value is None or isinstance(value, int | float | bytes):
        return textwrap.shorten(repr(value), _LONGEST, placeholder="…")
    return f"a value of type {type(value).__name__!r}"
