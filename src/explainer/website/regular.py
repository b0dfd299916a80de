"""Plain data as columns: what is alike stands together, and packs to nine tenths.

Rows of one kind become columns, numbers in a row their steps; `columns.js` makes rows of them
again in the page. A form is an object with one name, which no data may have.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

Json = Any  # plain lists, dicts, words and numbers

ROWS, SOME, TUPLES, RAGGED, BY_NAME, STEPS = "~rows", "~some", "~tuples", "~ragged", "~named", "~by"
_LEAST = 3  # of fewer, columns save nothing
_WIDEST = 12  # cells of a row that is a list
_MANY = 8  # names from which on a dict is a table


def columns(plain: Json) -> Json:
    """Give data in columns wherever it is regular."""
    match plain:
        case dict():
            return _of_dict(plain)
        case list() if len(plain) >= _LEAST:
            return _of_list(plain)
        case list():
            return [columns(one) for one in plain]
        case _:
            return plain


def _of_dict(plain: dict[str, Json]) -> Json:
    if any(name.startswith("~") for name in plain):
        raise ValueError(f"a name of data begins with '~', by which columns are known: {[*plain]}")
    parts = [*plain.values()]
    if len(parts) > _MANY and (_are(parts, list) or _are(parts, dict)):
        return {BY_NAME: [[*plain], columns(parts)]}
    return {name: columns(part) for name, part in plain.items()}


def _of_list(plain: list[Json]) -> Json:
    if _are(plain, dict):
        return _of_rows(plain)
    if _are(plain, list):
        return _of_lists(plain)
    return _of_numbers(plain) if all(map(_is_number, plain)) else [*map(columns, plain)]


def _of_rows(rows: list[dict[str, Json]]) -> Json:
    """One column a name; where some rows lack a name, nothing stands there."""
    names = [*dict.fromkeys(name for row in rows for name in row)]
    is_whole = all(len(row) == len(names) for row in rows)
    if not names or (not is_whole and any(None in row.values() for row in rows)):
        return [columns(row) for row in rows]
    cells = {name: columns([row.get(name) for row in rows]) for name in names}
    return {ROWS if is_whole else SOME: [[*cells], [*cells.values()]]}


def _of_lists(lists: list[list[Json]]) -> Json:
    lengths = {len(one) for one in lists}
    if len(lengths) == 1 and 1 < min(lengths) <= _WIDEST:
        return {TUPLES: [columns([*column]) for column in zip(*lists, strict=True)]}
    inner = [cell for one in lists for cell in one]
    if any(isinstance(cell, list | dict) for cell in inner):
        return {RAGGED: [[len(one) for one in lists], columns(inner)]}
    return [columns(one) for one in lists]


def _of_numbers(numbers: list[float]) -> Json:
    """Steps from number to number, in tenths, where they are shorter."""
    tenths = [round(10 * one) for one in numbers]
    if [one / 10 for one in tenths] != numbers:
        return numbers
    steps = [tenths[0], *(after - before for before, after in pairwise(tenths))]
    return {STEPS: steps} if len(str(steps)) < len(str(numbers)) else numbers


def _are(parts: list[Json], kind: type) -> bool:
    return all(isinstance(part, kind) for part in parts)


def _is_number(one: Json) -> bool:
    return isinstance(one, int | float) and not isinstance(one, bool)
