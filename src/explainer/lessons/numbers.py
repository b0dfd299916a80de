"""The numbers in a text, written in digits or as words, each in one form."""

from __future__ import annotations

import re

_WORDS = {
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "dozen": 12, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_UNITS = {"one": 1, "two": 2} | {word: n for word, n in _WORDS.items() if n < 10}  # noqa: PLR2004
_DIGITS = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w-]*[A-Za-z])")
_SPELLED = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(_TENS)})(?:-(?P<unit>{'|'.join(_UNITS)}))?"
    rf"|(?P<word>{'|'.join(_WORDS)}))(?![\w-])",
    re.IGNORECASE,
)


def numbers_in(text: str) -> set[str]:
    """All numbers in a text, in digits without commas; as words, those above two."""
    found = {_one_form(match[0]) for match in _DIGITS.finditer(text)}
    for match in _SPELLED.finditer(text.lower()):
        if match["tens"]:
            found.add(str(_TENS[match["tens"]] + _UNITS.get(match["unit"] or "", 0)))
        else:
            found.add(str(_WORDS[match["word"]]))
    return found


def _one_form(digits: str) -> str:
    return f"{float(digits.replace(',', '')):.10g}"
