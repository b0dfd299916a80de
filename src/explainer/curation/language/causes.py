"""Verbs that tell of a cause."""

from __future__ import annotations

import re

_CAUSE = re.compile(
    r"\b(?:caus(?:es|ed|ing)(?! of\b)|(?:may|might|can|could) cause"
    r"|(?<!\ba )(?<!\bno )(?<!\bany )(?<!\bthe )cause(?! of\b)|led to|leads? to|cur(?:es?|ed)"
    r"|treats|treated(?! (?:with|for|in|at|by)\b)|boost\w*|prevent\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|cannot|neither|nor|whether)\b[^.;:]*$", re.IGNORECASE)


def cause_in(text: str) -> str:
    """Find the first verb that tells of a cause; empty where there is none."""
    found = _CAUSE.search(text)
    return found[0] if found else ""


def cause_claimed_in(text: str) -> str:
    """Find such a verb where the words before it do not say that no cause was shown."""
    places = (found for found in _CAUSE.finditer(text) if not _DENIED.search(text[: found.start()]))
    return next((found[0] for found in places), "")
