"""How wide words are: advance widths of DejaVu Sans, the widest face that a host page may give.

What fits by these numbers fits in the narrower faces of Windows and macOS too. One em is 1000.
"""

from __future__ import annotations

import functools

_NARROW = dict.fromkeys("iIjl.,:;'|!’‘", 330) | dict.fromkeys("ft()[]/\\-rJ ·", 400)
_WIDE = dict.fromkeys("mwMW", 960) | dict.fromkeys("@%—…≠", 1000)
_CAPITAL = dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ", 720) | dict.fromkeys("+−=<>~≈→○", 838)
_WIDTHS = _NARROW | _WIDE | _CAPITAL
_OTHER = 620  # most small letters and digits
_BOLD = 1.12


def width_of(words: str, size: float, *, is_bold: bool = False) -> float:
    """Say how many pixels words take at most, in type of this size."""
    return _pixels(_ems(words), size, is_bold=is_bold)


def _pixels(ems: int, size: float, *, is_bold: bool) -> float:
    return ems * size / 1000 * (_BOLD if is_bold else 1.0)


@functools.lru_cache(maxsize=1024)  # a picture tries the same words again and again
def _ems(words: str) -> int:
    return sum(_WIDTHS.get(letter, _OTHER) for letter in words)


def folded(words: str, size: float, width: float, *, is_bold: bool = False) -> list[str]:
    """Part words into lines that are no wider than this; a word that is too long has its own."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, is_bold=is_bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitted(words: str, size: float, width: float, most: int, *, is_bold: bool = False) -> list[str]:
    """Part words into at most so many lines, none wider than this; what is left out is shown so."""
    lines = folded(words, size, width, is_bold=is_bold)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [cut(line, size, width, is_bold=is_bold) for line in lines]


def cut(words: str, size: float, width: float, *, is_bold: bool = False) -> str:
    """Shorten words that are wider than this, and end them with an ellipsis."""
    if width_of(words, size, is_bold=is_bold) <= width:
        return words
    total, kept = _WIDTHS["…"], 0
    for letter in words:
        total += _WIDTHS.get(letter, _OTHER)
        if _pixels(total, size, is_bold=is_bold) > width:
            break
        kept += 1
    return f"{words[:kept].rstrip()}…"
