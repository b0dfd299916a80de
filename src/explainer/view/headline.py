"""The sentence that says what a state shows.

The browser says the same without a kernel (`widgets/static/explorer/sentence.js`); a test holds
the two against each other.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from explainer.view.selection import CHAIN, KIND, LINE, PAIR, TOLD, Picture, Shown, show
from explainer.view.state import State

_COUNTED = dict(zip(CHAIN, ("acts", "findings", "claims"), strict=True)) | {"gap": "claims"}
_LISTED = {"claim": "claims", "effect": "findings", "molecule": "molecules"}
_NAME = 5  # place of the spoken name in a node
_SLOT = re.compile(r"\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}")


def sentence(picture: Picture, state: State) -> str:
    """Say what a state shows: each voice in its own words, then what the filters leave."""
    shown = show(picture, state)
    templates = picture["templates"]
    if state.panel == "predict":
        return str(templates["predicted"])
    parts = _said(picture, state, shown)
    if filters := state.filters:
        told = ", ".join(_label(picture, name, word) for name, word in filters.items())
        counts = _counts(picture, shown)
        if any(counts.values()):
            left = ", ".join(fill(templates[kind], n=n) for kind, n in counts.items() if n)
            parts.append(fill(templates["filtered"], filters=told, left=left))
            parts.append(_without_line(picture, shown, counts))
        else:
            parts.append(fill(templates["nothing"], filters=told))
            parts += _ways_out(picture, state)
    return " ".join(part for part in parts if part)


def _said(picture: Picture, state: State, shown: Shown) -> list[str]:
    """What is said of the panel and of what is chosen, before any filter."""
    templates = picture["templates"]
    if state.focus and state.panel == "compare":
        names = [_name(node) for node in _chosen(picture, state) if _acts(picture, node)]
        told = "compared" if names else "not_compared"
        return [fill(templates[told], names=", ".join(names))]
    chosen = [_name(node) for node in _chosen(picture, state)]
    if state.focus and state.panel == "trace":
        told = "traced" if shown.rows else "not_traced"
        return [fill(templates[told], name=chosen[0], **_path(picture, shown))]
    if state.also:
        one, other = chosen[:2]
        number = len({picture["rows"][r][LINE] for r in shown.rows})
        return [fill(templates["between"], one=one, other=other, rows=number)]
    about = {} if state.filters else picture["overview"]
    place = {node[0]: i for i, node in enumerate(picture["nodes"])}
    if subject := state.focus or state.domain or state.receptor:
        about = picture["cards"][place[subject]][3]
    said = [about.get(voice, "") for voice in picture["voices"][state.lens]]
    if subject and not any(said):
        lens, name = _label(picture, "lens", state.lens), _name(picture["nodes"][place[subject]])
        return [fill(templates["silent"], lens=lens, name=name)]
    return said


def _name(node: list[Any]) -> str:
    """Name a node without its kind."""
    return str(node[_NAME].rpartition(", ")[0] or node[_NAME])


def _acts(picture: Picture, node: list[Any]) -> bool:
    """Whether any row tells what a node does at a receptor."""
    nodes = picture["nodes"]
    return any(
        kind == CHAIN[0] and nodes[start][0] == node[0] for start, _, kind, _ in picture["pairs"]
    )


def _path(picture: Picture, shown: Shown) -> dict[str, int]:
    """Count what a trace holds: its rows by kind, the receptors and the domains they lead to."""
    pairs = [picture["pairs"][picture["rows"][r][PAIR]] for r in shown.rows]
    receptors = {end for _, end, kind, _ in pairs if kind == CHAIN[0]}
    domains = {end for _, end, kind, _ in pairs if kind == CHAIN[1]}
    return _counts(picture, shown) | {"receptors": len(receptors), "domains": len(domains)}


def _chosen(picture: Picture, state: State) -> list[list[Any]]:
    by_id = {node[0]: node for node in picture["nodes"]}
    return [by_id[node] for node in (state.focus, *state.also) if node]


def _label(picture: Picture, name: str, word: str) -> str:
    return str(dict(picture["choices"][name])[word])


def _counts(picture: Picture, shown: Shown) -> dict[str, int]:
    """Rows that differ in what they say, by kind; a claim on two domains is one claim."""
    kinds = (*dict.fromkeys(_COUNTED.values()), "others", "molecules")
    told: dict[str, set[int]] = {word: set() for word in kinds}
    for r in shown.rows:
        row = picture["rows"][r]
        told[_COUNTED.get(picture["pairs"][row[PAIR]][2], "others")].add(row[LINE])
    for u in shown.listed:
        row = picture["undrawn"][u]
        told[_LISTED[row[KIND]]].add(row[TOLD])
    return {word: len(lines) for word, lines in told.items()}


def _without_line(picture: Picture, shown: Shown, counts: dict[str, int]) -> str:
    """Say how many can be drawn, where some cannot; a molecule is drawn as its own box."""
    templates = picture["templates"]
    kinds = [_LISTED[picture["undrawn"][u][KIND]] for u in shown.listed]
    parts = [
        fill(templates[f"drawn_{kind}"], drawn=counts[kind] - number, all=counts[kind])
        for kind in ("findings", "claims")
        if (number := kinds.count(kind))
    ]
    return fill(templates["undrawn"], parts=" and ".join(parts)) if parts else ""


def _ways_out(picture: Picture, state: State) -> list[str]:
    """Which filter to take away, and how many rows would then be there."""
    out = []
    for name, word in state.filters.items():
        rest = {f.name: getattr(state, f.name) for f in fields(State)} | {name: ""}
        number = sum(_counts(picture, show(picture, State(**rest))).values())
        if number:
            label = _label(picture, name, word)
            out.append(fill(picture["templates"]["without"], filter=label, rows=number))
    return [*out, picture["templates"]["reset"]]


def fill(template: str, **words: str | int) -> str:
    """Put words into a template; ``{n|row|rows}`` gives the word that fits the number."""

    def word(found: re.Match[str]) -> str:
        name, one, many = found.groups()
        value = words[name]
        return str(value) if one is None else one if value == 1 else many

    return _SLOT.sub(word, template)
