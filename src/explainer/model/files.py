"""Files to bytes: only what is an ordinary file of a bearable size is read at all.

A folder may come from anywhere. A pipe never ends its first line, a device never ends, and a
large file or very many rows fill the memory: each is refused before it is read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from explainer.model.errors import did_you_mean

# Of all tables together; a tenth of it would do today.
MOST_BYTES = 16_000_000
MOST_LINES = 25_000
MOST_CELLS = 600_000  # words of lists counted apart
MOST_GUESSES = 8  # a guess among many words takes long

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)  # opening a pipe would wait for its other end
_AS_BYTES = getattr(os, "O_BINARY", 0)  # Windows alone knows another way


class RefusedError(Exception):
    """A file is not read; ``fault`` and ``way_out`` say why and what would do."""

    def __init__(self, fault: str, way_out: str) -> None:
        super().__init__(f"{fault} ({way_out})")
        self.fault = fault
        self.way_out = way_out


@dataclass
class Allowance:
    """What one load may still read and guess, over all its tables."""

    octets: int = MOST_BYTES
    lines: int = MOST_LINES
    cells: int = MOST_CELLS
    guesses: int = MOST_GUESSES

    def read(self, path: Path) -> bytes:
        """Read a file whole, or raise `RefusedError` where it or all of them are too large."""
        raw = _read(path, self.octets + 1)
        self.octets -= len(raw)
        self.lines -= raw.count(b"\n") + 1
        self.cells -= sum(map(raw.count, (b"\n", b",", b";"))) + 1
        for left, most, unit in (
            (self.octets, MOST_BYTES, "bytes"),
            (self.lines, MOST_LINES, "lines"),
            (self.cells, MOST_CELLS, "cells"),
        ):
            if left < 0:
                fault = f"with this table there are more than {most:,} {unit}"
                raise RefusedError(fault, "is it the right file? If so, load fewer rows at once")
        return raw

    def guess(self, word: object, known: Iterable[str]) -> str:
        """Name the nearest known words for the first faults of a load."""
        self.guesses -= 1
        return did_you_mean(word, known) if self.guesses >= 0 else ""


def _read(path: Path, most: int) -> bytes:
    """Read an ordinary file up to a length; links are followed, but to ordinary files alone."""
    try:
        number = os.open(path, os.O_RDONLY | _WITHOUT_WAITING | _AS_BYTES)
        try:
            if not stat.S_ISREG(os.fstat(number).st_mode):
                fault = "cannot be read: it is no ordinary file"
                raise RefusedError(fault, "put the table itself in its place")
            with open(number, "rb", closefd=False) as file:
                # Asked for all it may hold, Python would take that room, and the system's library
                # for memory would from then on give back no piece that is smaller.
                size = os.fstat(number).st_size + 1
                return file.read(max(min(most, size), 0))
        finally:
            os.close(number)
    except FileNotFoundError:
        way_out = "restore the file, or pass the folder that holds it to load()"
        raise RefusedError("this table is missing", way_out) from None
    except OSError as error:
        raise RefusedError(f"cannot be read: {error.strerror}", "check the file") from None
