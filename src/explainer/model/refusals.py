"""What the schema refuses, told in a curator's words: column, fault and way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from explainer.model.errors import shown
from explainer.model.files import Allowance
from explainer.model.schema import FormError, Row

_PLAIN = {
    "missing": ("is blank", "every row of this table needs it"),
    "string_too_short": ("is blank", "every row of this table needs it"),
    "too_short": ("is blank", "every row of this table needs at least one"),
}
_QUOTED = re.compile(r"'([^']*)'")
_TOO_LARGE = ("is too large a number", "write a number such as 319")


def told_of(
    error: ValidationError, row_class: type[Row], allowance: Allowance
) -> Iterator[tuple[str, str, str]]:
    """Tell each fault of a row."""
    errors = error.errors(include_url=False)
    inside = {one["loc"][0] for one in errors if len(one["loc"]) > 1}
    for one in errors:
        # A list whose only part is faulty is then told to be too short as well: once is enough.
        if not (one["type"] == "too_short" and one["loc"][0] in inside):
            column = str(one["loc"][0])
            yield column, *_words(one, row_class, column, allowance)


def _words(
    error: ErrorDetails, row_class: type[Row], column: str, allowance: Allowance
) -> tuple[str, str]:
    kind, given, context = error["type"], str(error["input"]), error.get("ctx", {})
    if kind in _PLAIN:
        return _PLAIN[kind]
    fault, way_out = _TOO_LARGE if kind == "int_parsing_size" else ("", "")
    if kind == "value_error" and isinstance(context["error"], FormError):
        fault, way_out = context["error"].fault, context["error"].way_out
    if fault:
        return f"{shown(given)} {fault}", way_out
    if kind == "literal_error":
        words = _QUOTED.findall(str(context["expected"]))  # a word may hold an "or" of its own
        near = allowance.guess(given, words)
        return f"{shown(given)} is not one of its words{near}", f"use one of: {', '.join(words)}"
    if kind == "string_too_long":
        most = context["max_length"]
        return f"{len(given):,} letters in one cell", f"write {most:,} at most"
    if bounds := _bounds(row_class, column):
        span = f"{bounds[0]:g} to {bounds[1]:g}"
        return f"{shown(given)} does not fit: it is not {span}", f"write a number from {span}"
    return f"{shown(given)} does not fit this column", "data/README.md says what it takes"


def _bounds(row_class: type[Row], column: str) -> tuple[float, float] | None:
    """The lowest and the highest number that a column takes."""
    marks: list[Any] = row_class.model_fields[column].metadata
    found = {
        end: getattr(mark, end) for mark in marks for end in ("ge", "le") if hasattr(mark, end)
    }
    return (found["ge"], found["le"]) if len(found) > 1 else None
