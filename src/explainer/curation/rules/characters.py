"""Letters that no cell may hold: unseen ones, look-alikes, and what a wrong encoding leaves.

A cell is told apart from what it looks like in three ways that no reader sees: letters without a
shape, letters of another alphabet with the same shape, and letters that a program misread. Each
is answered here with fault and way out, for any column of any table.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

Fault = tuple[str, str]

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")  # a line end has a fault of its own
_BLANKS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_DRESSED = ("<font>", "<wide>", "<narrow>")
_SIGNS = frozenset("µ™ªº")  # of their own, though a program may take them for letters
# Latin letters of phoneticians, small capitals among them, and the i of Turkish without its dot.
_PHONETIC = re.compile("[\u0250-\u02af\u1d00-\u1dbf\ua722-\ua7ff]|\\b[a-z]*ı")
_MANY_MARKS = 3  # accents on one letter; written languages need two

# What UTF-8 looks like where it was read as Windows-1252, as Mac Roman or as the old DOS letters.
_CONTINUED = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MISREAD = re.compile(
    f"[ÂÃ]{_CONTINUED}|â[€\x80‚ˆ‰†™„][^\\s\\w]|â€|[ÄÅÎÏÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
    "|[ÄÅÎÏÐÑ][‘’“”](?=\\w)|ï»¿"  # Windows-1252
    "|[√¬Œœ≈ƒ][\x80-\xffŒœŸ†•™≠∞±≤≥∂∑∏π∫Ω≈∆ƒ…ı∑·]|‚[ÄÅÜâ]"  # Mac Roman
    "|[\u2500-\u257f]|[ΓÔ][Çëå]"  # DOS, which drew boxes with them
)  # fmt: skip

# What stands for a letter in a page's markup, and where a program knew none for it.
_LOST = re.compile(
    r"&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]{2,8});|(?:^|(?<=[\s(]))\?(?=[^\W\d_])|(?<=[^\W\d_])\?(?=[a-z])"
)
_ADDRESS = re.compile(r"https?://\S+")  # there both have a meaning

# Letters that have the shape of a Latin one, of the alphabets in which there are any.
_LOOK_ALIKE = re.compile(
    "^[АВЕЅІЈКМНОРСТУХаеорсухѕіјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονՍսօցոһᎪᏢᎡᎬ]+$"
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_GREEK_SIGN = re.compile("[αβγδεκλμσωΔΩ]")  # stands for a receptor, a unit or a place in a molecule


def fault_of(cell: str, *, as_printed: bool = False) -> Fault | None:
    """Tell the first letter that must not stand in a cell; a title may be of any alphabet."""
    if found := _CONTROL.search(cell):
        return _named(found[0], "is a sign for a machine")
    if found := _LOST.search(_ADDRESS.sub("", cell)):
        way_out = "open the file as UTF-8 (see CURATING.md), and take the cell from before"
        return f"{found[0]!r} stands where a letter was lost", way_out
    if cell.isascii():
        return None
    return (
        _unseen(cell)
        or _misread(cell)
        or _alike(cell, as_printed=as_printed)
        or _parted(cell)
        or (None if as_printed else _disguised(cell))
    )


def _disguised(cell: str) -> Fault | None:
    """Letters and digits in another dress: raised, ringed, of phoneticians, of other alphabets."""
    if found := _PHONETIC.search(cell):
        return _named(found[0][-1], "only looks like a plain letter")
    for letter in cell:
        if unicodedata.category(letter) == "Nd" and not letter.isascii():
            return _named(letter, "is a digit of another alphabet")
        is_dressed = unicodedata.decomposition(letter).startswith("<") and letter not in _SIGNS
        if is_dressed and re.search(r"[^\W\d_]", unicodedata.normalize("NFKC", letter)):
            return _named(letter, "only looks like a plain letter")
    return None


def _named(letter: str, what: str) -> Fault:
    name = unicodedata.name(letter, "").lower()
    told = f"U+{ord(letter):04X}{f' ({name})' if name else ''}"
    return f"{told} {what}", "type it anew, or paste it as plain text"


def _unseen(cell: str) -> Fault | None:
    if found := _BLANKS.search(cell):
        return _named(found[0], "cannot be seen")
    marks = 0
    for letter in cell:
        marks = marks + 1 if unicodedata.category(letter) == "Mn" else 0
        what = "is one accent too many" if marks >= _MANY_MARKS else _oddity(letter)
        if what:
            return _named(letter, what)
    return None


def _oddity(letter: str) -> str:
    """Say what is odd about one letter beyond plain ones; nothing where it is a letter."""
    kind = unicodedata.category(letter)
    if letter in "\n\r\ufffd":
        return ""  # each has a fault of its own
    if kind[0] == "C" or kind in ("Zl", "Zp"):
        return "cannot be seen"
    if kind == "Zs" and letter != " ":
        return "looks like a space"
    if "ﬀ" <= letter <= "ﬆ" or unicodedata.decomposition(letter).startswith(_DRESSED):
        return "only looks like a plain letter"
    return ""


def _misread(cell: str) -> Fault | None:
    found = re.search("\ufffd", cell) or _MISREAD.search(cell)
    if found is None:
        return None
    way_out = "open the file as UTF-8 (see CURATING.md), and take the cell from before"
    return f"{found[0]!r} is what a program makes of a letter that it misreads", way_out


def _parted(cell: str) -> Fault | None:
    """A letter whose accent is a letter of its own looks the same, and is not found by a search."""
    whole = unicodedata.normalize("NFC", cell)
    if whole == cell:
        return None
    odd = next(one for one, other in zip(cell, whole, strict=False) if one != other)
    return f"{odd!r} has its accent apart from it", "type it anew, or paste it as plain text"


def _alike(cell: str, *, as_printed: bool) -> Fault | None:
    words = _WORD.findall(unicodedata.normalize("NFKC", cell))
    for word in words:
        alphabets = {_alphabet(letter) for letter in word} - {""}
        if "LATIN" in alphabets and alphabets & {"CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC"}:
            return _mixed(word)
        if alphabets == {"LATIN", "GREEK"} and _hides_greek(word):
            return _mixed(word)
    if not as_printed and any(map(str.isascii, words)):
        for word in words:
            if _LOOK_ALIKE.match(word):
                return _mixed(word)
    return None


def _mixed(word: str) -> Fault:
    odd = next(letter for letter in word if not letter.isascii())
    name = unicodedata.name(odd, "").lower()
    fault = f"{word[:40]!r} has a letter of another alphabet: U+{ord(odd):04X} ({name})"
    return fault, "type the word anew"


def _alphabet(letter: str) -> str:
    return "" if letter.isascii() and not letter.isalpha() else _name_of(letter)


def _name_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _hides_greek(word: str) -> bool:
    """Whether a Greek letter stands for the Latin one of its shape, and for nothing of its own."""
    return any(
        _LOOK_ALIKE.match(letter) and not _GREEK_SIGN.match(letter) and other.isascii()
        for one, two in pairwise(word)
        for letter, other in ((one, two), (two, one))
    )
