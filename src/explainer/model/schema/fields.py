"""The forms that a cell may have, and what is said of a cell that has another."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator


class FormError(ValueError):
    """A cell has another form than its column; ``way_out`` says what would do."""

    def __init__(self, given: object, fault: str, way_out: str) -> None:
        super().__init__(f"{given!r} {fault}; {way_out}")
        self.fault = fault
        self.way_out = way_out


def form(pattern: str, fault: str, way_out: str) -> AfterValidator:
    """Let only text of one form pass; a digit is one of the ten plain ones."""
    compiled = re.compile(pattern, re.ASCII)

    def check(text: str) -> str:
        if not compiled.fullmatch(text):
            raise FormError(text, fault, way_out)
        return text

    return AfterValidator(check)


def _day(cell: object) -> object:
    if isinstance(cell, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
        raise FormError(cell, "is not a day", "write it as 2026-11-23")
    try:
        return dt.date.fromisoformat(cell) if isinstance(cell, str) else cell
    except ValueError:
        raise FormError(cell, "is not a day", "write it as 2026-11-23") from None


def _cell(pattern: str, fault: str, way_out: str) -> BeforeValidator:
    """Let only cells of one form be read: programs read far more as a number than people do."""
    compiled = re.compile(pattern)

    def check(cell: object) -> object:
        if isinstance(cell, str) and not compiled.fullmatch(cell):
            raise FormError(cell, fault, way_out)
        return cell

    return BeforeValidator(check)


# Plain digits, no sign that says nothing: 1_000, +5, 5.0, 1e3 and 007 are slips or no numbers.
WHOLE = _cell(
    r"0|-?[1-9][0-9]*", "is not a whole number", "write a number such as 319, in plain digits"
)
DECIMAL = _cell(
    r"(?!-0(?:\.0*)?$)-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?",
    "is not a number",
    "write a number such as 8.5, or leave blank",
)
YES_NO = _cell(r"yes|no", "is neither yes nor no", "write yes or no")

Id = Annotated[
    str,
    form(
        r"[a-z][a-z0-9_]{0,59}",
        "is not an id",
        "use lower-case letters, digits and _, and begin with a letter",
    ),
]
NotebookName = Annotated[
    str,
    form(
        r"[0-9]{2}_[a-z][a-z0-9_]{0,50}",
        "is not the name of a notebook",
        "write it as 01_the_bodys_own_opioids, without .ipynb",
    ),
]
# How many there are is the article's to say: a rule holds each against the place that is cited.
Paragraph = Annotated[
    str,
    form(
        r"[pb][1-9][0-9]?",
        "is not a paragraph",
        "write p and its number, or b and that of a bulleted line, such as p3 or b2",
    ),
]
Day = Annotated[dt.date, BeforeValidator(_day)]
Doi = Annotated[
    str, form(r"(10\.[0-9]{4,9}/\S+)?", "is not a DOI", "write 10.…, without an address")
]
# Plain digits and letters: others look the same, and lead nowhere.
Pmid = Annotated[
    str,
    form(r"([1-9][0-9]{0,6}|[1-5][0-9]{7})?", "is not a PubMed number", "write its digits alone"),
]


def _orcid(text: str) -> str:
    """Reckon the last sign from the others (ISO 7064, 11-2): a slip of one digit shows."""
    total = 0
    for digit in text.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    sign = "0123456789X"[(12 - total % 11) % 11]
    if text and text[-1] != sign:
        raise FormError(text, "is not an ORCID: its last sign does not fit", "look it up again")
    return text


Orcid = Annotated[
    str,
    form(
        r"([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])?",
        "is not an ORCID",
        "write it as 0000-0002-1825-0097, without an address",
    ),
    AfterValidator(_orcid),
]
Url = Annotated[
    str,
    form(
        r"(https?://(?:(?!xn--)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
        r"(:[1-9][0-9]{1,3}|:[1-5][0-9]{4})?([/?#][!#-;=?-_a-z|~]*)?)?",
        "is not an address",
        "begin with https://, and write other than plain letters as %…",
    ),
]
Commit = Annotated[
    str,
    form(r"[0-9a-f]{40}", "is no name of a commit", "write all 40 signs that git gives it"),
]
# Each as its own register writes it: ClinicalTrials.gov, EudraCT, EU CT, ISRCTN, Australia and
# New Zealand, China, Germany, Japan, Iran, India, Korea, the Netherlands, Africa, and PROSPERO.
_REGISTERS = (
    r"NCT\d{8}", r"20\d\d-\d{6}-\d\d(-\d\d)?", r"ISRCTN\d{8}", r"ACTRN\d{14}",
    r"ChiCTR[-A-Z\d]{8,16}", r"DRKS\d{8}", r"UMIN\d{9}", r"jRCT[a-z]?\d{9,10}",
    r"JapicCTI-\d{6}", r"IRCT\d{12,14}N\d+", r"CTRI/20\d\d/\d\d\d?/\d{6}", r"KCT\d{7}",
    r"NTR\d{1,5}|NL\d{1,5}|NL-OMON\d{1,6}", r"PACTR\d{15,16}", r"CRD\d{11,15}",
)  # fmt: skip
Registered = Annotated[
    str,
    form(
        rf"({'|'.join(_REGISTERS)})?",
        "is no number of a register that is known here",
        "write it as the register does, such as NCT02218736",
    ),
]
# As printed, since 0.05 and 0.050 say how closely somebody looked; no sign before it is "equal".
Probability = Annotated[
    str,
    form(
        r"([<>]?(?=.*[1-9])0?\.\d{1,8}|<?1(\.0{1,4})?)?",
        "is no p value",
        "write it as 0.03 or <0.001, without the letter; none is nought",
    ),
]
Residues = Annotated[
    str,
    form(
        r"[ACDEFGHIKLMNPQRSTVWY]{2,300}",
        "is not a sequence",
        "write one capital letter for each amino acid, of two to 300",
    ),
]


def _bar(text: str) -> str:
    """No more did it than there were."""
    some, of_all = re.findall(r"(\d+) of (\d+)", text)[0]
    if int(some) > int(of_all):
        way_out = "write how many of how many, such as '60 of 100'"
        raise FormError(text, "counts more than there are", way_out)
    return text


# One bar of a small figure: whose, how many of how many, and what they did.
Bar = Annotated[
    str,
    form(
        r"[^:;]+: (?:0|[1-9][0-9]*) of [1-9][0-9]* [^:;]+",
        "is not a bar of a figure",
        "write it as 'Placebo: 60 of 100 felt better'",
    ),
    AfterValidator(_bar),
]
