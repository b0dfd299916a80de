"""The legend: every sign of the picture with its word, in columns by what it tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from explainer.drawing import theme

if TYPE_CHECKING:
    from explainer.drawing.geometry import Box

_LETTER = 6.5  # average advance of 12 px text
_ROW = 16.5
_SIGN = 26.0  # a sign and the space after it
_KINDS = ("receptor", "unnamed", "peptide", "ligand", "domain", "subject")
DIFFERS = "fork"
_BELOW = ("Who says it", "What was done")  # two short groups share a column


def looks() -> dict[str, Any]:
    """Word and sign of everything that the picture can show, by table."""
    tables: dict[str, Mapping[Any, theme.Look]] = {
        "kind": theme.KINDS,
        "voice": theme.VOICES,
        "family": theme.FAMILIES,
        "direction": theme.DIRECTIONS,
        "standing": theme.STANDINGS,
    }
    words = {
        group: {name: [look.word, look.sign] for name, look in table.items()}
        for group, table in tables.items()
    }
    done: dict[str, list[str]] = {}
    for name, look in theme.PERTURBATIONS.items():
        if name == "present":  # of conditions, which the picture does not draw
            continue
        done.setdefault(look.sign, []).append(look.word)
    words["done"] = {sign: [", ".join(names), sign] for sign, names in done.items()}
    words["differs"] = {DIFFERS: ["rows that differ", DIFFERS]}
    return words


def entries(room: Box, used: set[tuple[str, str]]) -> list[list[Any]]:
    """Place titles and signs in the room: table (empty for a title), name, x, y, word.

    ``used`` holds the looks and signs of what was done that the rows need.
    """
    words = looks()
    needed = {look for look, _ in used}
    groups: dict[str, list[tuple[str, str]]] = {
        "What it is": [("kind", name) for name in _KINDS],
        "What a molecule does": [("family", n) for n in theme.FAMILIES if n in needed],
        "Which way it went": [("direction", n) for n in theme.DIRECTIONS if n in needed],
        "Who speaks of it": [("standing", name) for name in theme.STANDINGS],
        "Who says it": [("voice", "pharmacology"), ("voice", "article"), ("differs", DIFFERS)],
        "What was done": [("done", sign) for sign in words["done"]],
    }
    columns = [[title] for title in groups if groups[title] and title not in _BELOW]
    columns += [[title for title in _BELOW if groups[title]]]
    out: list[list[Any]] = []
    x, top, lowest = room.x, room.y, room.y
    for titles in columns:
        told = [words[table][name][0] for title in titles for table, name in groups[title]]
        longest = max([len(word) for word in told] + [1.15 * len(title) for title in titles])
        width = _SIGN + _LETTER * longest + 8
        if x > room.x and x + width > room.right + 14:
            x, top = room.x, lowest
        y = top
        for title in titles:
            out += _column(title, groups[title], x, y, words)
            y += (len(groups[title]) + 1.4) * _ROW
        lowest = max(lowest, y)
        x += width
    return out


def _column(
    title: str, signs: list[tuple[str, str]], x: float, top: float, words: dict[str, Any]
) -> list[list[Any]]:
    """Place one title and the signs below it."""
    placed = [["", title, round(x), round(top + 12, 1), title]]
    for row, (table, name) in enumerate(signs, start=1):
        y = round(top + 8 + row * _ROW, 1)
        placed.append([table, name, round(x), y, words[table][name][0]])
    return placed
