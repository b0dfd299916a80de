"""Rules of slips: what a hand, a spreadsheet or a web page leaves in a cell that was not meant.

Each is well-formed text and passes for one: a word that holds a place, signs of markup that a
page would show or run, a word typed twice, a bracket that never closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.curation.rules.places import Rule, is_printed, problem, rows_of, texts_of
from explainer.model.errors import Problem, shown
from explainer.model.schema import Search
from explainer.model.system import System

_OWN_FORM = frozenset(
    {"id", "doi", "url", "web", "view", "sources"}
)  # each has a rule for its form
_LONGEST_WORD = 60  # letters; the longest name of a molecule here has some thirty
_PLACEHOLDER = re.compile(
    r"\W*(?:n/?a|none|null|nil|nan|undefined|unknown|tb[acd]|to be (?:added|done|written|checked)"
    r"|to ?do|fix ?me|x{2,}|asdf\w*|qwert\w*|test|te?mp|foo|bar|baz|placeholder|dummy|see above"
    r"|ditto|idem|as above|untitled)\W*",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!)|\b(?:TODO|FIXME|XXX|TBD|TBC)\b"
    r"|(?i:\blorem ipsum\b|\[object \w+\])"
)
_MARKUP = re.compile(
    r"<[A-Za-z/!?]|\]\(|!\[|\{\{|\}\}|\{%|\\[A-Za-z]|`|\*\*|__|(?<![^A-Za-z])%[0-9A-Fa-f]{2}(?!\d)"
)
_FORMULA = re.compile(r"['‘’\"“]\s*[=+@]")
_TWICE = re.compile(r"\b(?!had\b|that\b)([A-Za-z]+) \1\b", re.IGNORECASE)
_ROOM = re.compile(r" {2}| [.,;:!?](?=\s|$)|(?<=[a-z]{3})[,;](?=[a-z]{2})|\( | \)")
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))


def no_cell_holds_a_place(system: System) -> Iterator[Problem]:
    """What stands for words still to come, or for an error of a program, is no word."""
    for row in rows_of(system):
        for column, text in texts_of(row):
            if column != "id" and _PLACEHOLDER.fullmatch(text):
                fault = f"{shown(text)} only holds a place"
                yield problem(system, row, column, fault, "write words, or leave it blank")
            elif found := _LEFT.search(text):
                fault = f"{found[0]!r} stands where something is still to come, or was lost"
                yield problem(system, row, column, fault, "write what belongs there")


def texts_are_plain(system: System) -> Iterator[Problem]:
    """No tag, link of Markdown, command or escape: each page would show it as it stands."""
    for row in rows_of(system):
        for column, text in texts_of(row):
            if column not in _OWN_FORM and (found := _MARKUP.search(text) or _FORMULA.match(text)):
                fault = f"{found[0]!r} is a sign of markup or of a formula"
                yield problem(system, row, column, fault, "write it in plain words")


def hands_slipped_nowhere(system: System) -> Iterator[Problem]:
    """No word stands twice, no bracket alone, no word without end."""
    for row in rows_of(system):
        for column, text in texts_of(row):
            if column in _OWN_FORM or is_printed(row, column) or isinstance(row, Search):
                continue
            if fault := _slip(text):
                yield problem(system, row, column, fault, "mend the cell")


def _slip(text: str) -> str:
    if found := _TWICE.search(text):
        return f"{found[0]!r} says a word twice"
    if found := _ROOM.search(text):
        return f"{text[max(0, found.start() - 8) : found.end() + 8]!r} has room in the wrong place"
    if any(text.count(one) != text.count(other) for one, other in _PAIRS):
        return "a bracket without its partner"
    longest = max(re.split(r"[\s/,;-]", text), key=len)
    return f"{shown(longest)} is no word" if len(longest) > _LONGEST_WORD else ""


RULES: tuple[Rule, ...] = (no_cell_holds_a_place, texts_are_plain, hands_slipped_nowhere)
