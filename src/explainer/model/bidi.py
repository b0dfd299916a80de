"""Words from a table set apart from the sentence around them, whichever way they are written.

A name written from right to left would else draw the numbers and marks beside it to its other
side. Unicode's own marks keep it apart in plain text, on a page and in a file alike, so every
sentence, card and export takes its words from here. What holds nothing of the kind stays as it is.
"""

from __future__ import annotations

import re

FIRST, LAST = "\u2068", "\u2069"  # what stands between them is laid out by itself
# Letters written from right to left, and marks that turn the text after them.
TURNING = (
    "\u0590-\u08ff\u200f\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff"
)
MARKS = "\u2066-\u2069"  # in a cell they could end what keeps it apart
_TURNS = re.compile(f"[{TURNING}{MARKS}]")
_MARKS = re.compile(f"[{MARKS}]")
# What is apart already; else a run that turns, with what stands inside it.
_RUNS = re.compile(f"{FIRST}[^{FIRST}{LAST}]*{LAST}|[{TURNING}](?:[^A-Za-z.;:,()]*[{TURNING}])*")


def isolated(words: str) -> str:
    """Set the words of one cell apart, where they need it."""
    return f"{FIRST}{_MARKS.sub('', words)}{LAST}" if _TURNS.search(words) else words


def settled(text: str) -> str:
    """Set apart whatever a finished text holds that is not apart yet."""

    def run(found: re.Match[str]) -> str:
        return found[0] if found[0].startswith(FIRST) else isolated(found[0])

    return _RUNS.sub(run, text)


def bare(text: str) -> str:
    """Take the marks away, for what is drawn letter by letter."""
    return _MARKS.sub("", text)
