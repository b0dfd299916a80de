"""What a state shows: which rows and nodes stand out, and the sentence that says so.

The browser does the same without a kernel (`widgets/static/view.js`, `sentence.js`); a test holds
the two against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any

from explainer.state import FILTERS, State

Picture = dict[str, Any]  # what `explainer.picture.build` gives
_CHAIN = ("acts on", "effect", "claim")  # the steps of a trace
_COUNTED = dict(zip(_CHAIN, ("acts", "findings", "claims"), strict=True))
_PAIR, _LOOK, _SIGN, _LINE, _FACETS = range(5)
_NAME = 5  # place of the spoken name in a node
_SLOT = re.compile(r"\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}")


@dataclass(frozen=True)
class Shown:
    """Places of the rows and nodes that stand out; in the overview all rows and no node."""

    rows: tuple[int, ...]
    nodes: tuple[int, ...]
    is_overview: bool


def show(picture: Picture, state: State) -> Shown:
    """Decide which rows and nodes stand out."""
    place = {node[0]: i for i, node in enumerate(picture["nodes"])}
    wanted = _wanted(picture, state)
    voices = picture["voices"][state.lens]
    pairs, rows = picture["pairs"], picture["rows"]
    opened = [
        r
        for r, row in enumerate(rows)
        if pairs[row[_PAIR]][3] in voices
        and all(row[_FACETS + i] in (0, word) for i, word in wanted)
    ]
    chosen = [place[node] for node in (state.focus, *state.also) if node]
    if not chosen and not wanted:
        return Shown(tuple(opened), (), is_overview=True)
    lit = _lit(picture, state, opened, chosen)
    if state.panel == "predict":
        lit = []  # whoever is still guessing is shown no answer
    elif not chosen:
        lit = _best(picture, opened, [i for i, _ in wanted])
    ends = [end for r in lit for end in pairs[rows[r][_PAIR]][:2]]
    named = [place[word] for word in (state.receptor, state.domain) if word]
    return Shown(tuple(lit), tuple(dict.fromkeys([*chosen, *named, *ends])), is_overview=False)


def _wanted(picture: Picture, state: State) -> list[tuple[int, int]]:
    """Place of each filter that is set, and place of its word."""
    out = []
    for i, name in enumerate(FILTERS):
        if word := getattr(state, name):
            words = [choice[0] for choice in picture["choices"][name]]
            out.append((i, words.index(word)))
    return out


def _best(picture: Picture, opened: list[int], set_filters: list[int]) -> list[int]:
    """In each voice the rows that most filters have to do with: so each filter narrows."""
    pairs, rows = picture["pairs"], picture["rows"]
    said = [sum(rows[r][_FACETS + i] != 0 for i in set_filters) for r in opened]
    voices = [pairs[rows[r][_PAIR]][3] for r in opened]
    most: dict[str, int] = {}
    for voice, number in zip(voices, said, strict=True):
        most[voice] = max(most.get(voice, 1), number)
    return [
        r for r, voice, number in zip(opened, voices, said, strict=True) if number == most[voice]
    ]


def _lit(picture: Picture, state: State, opened: list[int], chosen: list[int]) -> list[int]:
    """Rows that stand out for what is chosen, by the panel in which it is looked at."""
    if not chosen:
        return []
    pairs, rows = picture["pairs"], picture["rows"]
    focus, *also = chosen

    def ends(r: int) -> list[int]:
        return pairs[rows[r][_PAIR]][:2]  # type: ignore[no-any-return]  # plain data

    def kind(r: int) -> str:
        return pairs[rows[r][_PAIR]][2]  # type: ignore[no-any-return]

    if state.panel == "trace":
        return trace(picture, opened, focus, also)
    if state.panel == "compare":
        return [r for r in opened if kind(r) == _CHAIN[0] and ends(r)[0] in chosen]
    if also:
        return [r for r in opened if set(ends(r)) == {focus, also[0]}]
    own = [r for r in opened if focus in ends(r)]
    made = {ends(r)[1] for r in own if kind(r) == "yields" and ends(r)[0] == focus}
    mine = set(own)
    return own + [r for r in opened if r not in mine and made.intersection(ends(r))]


def trace(picture: Picture, opened: list[int], focus: int, also: list[int]) -> list[int]:
    """Follow rows from the focus step by step; what stands beside it narrows a step to itself."""
    pairs, rows = picture["pairs"], picture["rows"]
    steps: dict[str, list[int]] = {kind: [] for kind in _CHAIN}
    for r in opened:
        if (kind := pairs[rows[r][_PAIR]][2]) in steps:
            steps[kind].append(r)
    reached, out = {focus}, list[int]()
    for kind in _CHAIN:
        near = 1 if kind == _CHAIN[-1] else 0  # claims meet the path at their domain
        step = [r for r in steps[kind] if pairs[rows[r][_PAIR]][near] in reached]
        ends = {pairs[rows[r][_PAIR]][1] for r in step}
        if narrowed := ends.intersection(also):
            step = [r for r in step if pairs[rows[r][_PAIR]][1] in narrowed]
            ends = narrowed
        if step:
            reached, out = ends, out + step
    return out


def hazards(picture: Picture, state: State) -> tuple[int, ...]:
    """Lines on what may go wrong, for what is chosen or else for all that sounds like help.

    Several agents share the hazards of their classes, one of each kind, the gravest first.
    """
    if state.panel == "predict":
        return ()  # it would tell what is still to be guessed
    told = picture["hazards"]
    agents, rows, nodes = told["agents"], dict(told["rows"]), dict(told["nodes"])
    place = {node[0]: i for i, node in enumerate(picture["nodes"])}
    chosen = [place[node] for node in (state.focus, *state.also) if node]
    own = [agents[nodes[n]][0] for n in chosen if n in nodes]
    if own:
        return tuple(dict.fromkeys(own))
    lit = show(picture, state).rows
    found = [agents[a] for a in dict.fromkeys(a for r in lit for a in rows.get(r, ()))]
    kinds: dict[int, int] = {}
    for _, kind, line in found if len(found) > 1 else ():
        if line >= 0:
            kinds.setdefault(kind, line)
    return tuple(kinds[kind] for kind in sorted(kinds)) or tuple(
        line for line, *_ in found[:1] if line >= 0
    )


def sentence(picture: Picture, state: State) -> str:
    """Say what a state shows: each voice in its own words, then what the filters leave."""
    shown = show(picture, state)
    templates = picture["templates"]
    if state.panel == "predict":
        return str(templates["predicted"])
    parts = _said(picture, state, shown)
    if filters := state.filters:
        told = ", ".join(_label(picture, name, word) for name, word in filters.items())
        if shown.rows:
            counts = _counts(picture, shown.rows)
            left = ", ".join(fill(templates[kind], n=n) for kind, n in counts.items() if n)
            parts.append(fill(templates["filtered"], filters=told, left=left))
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
        return [fill(templates[told], name=chosen[0], **_path(picture, shown.rows))]
    if state.also:
        one, other = chosen[:2]
        number = len({picture["rows"][r][_LINE] for r in shown.rows})
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
        kind == _CHAIN[0] and nodes[start][0] == node[0] for start, _, kind, _ in picture["pairs"]
    )


def _path(picture: Picture, lit: tuple[int, ...]) -> dict[str, int]:
    """Count what a trace holds: its rows by kind, the receptors and the domains they lead to."""
    pairs = [picture["pairs"][picture["rows"][r][_PAIR]] for r in lit]
    receptors = {end for _, end, kind, _ in pairs if kind == _CHAIN[0]}
    domains = {end for _, end, kind, _ in pairs if kind == _CHAIN[1]}
    return _counts(picture, lit) | {"receptors": len(receptors), "domains": len(domains)}


def _chosen(picture: Picture, state: State) -> list[list[Any]]:
    by_id = {node[0]: node for node in picture["nodes"]}
    return [by_id[node] for node in (state.focus, *state.also) if node]


def _label(picture: Picture, name: str, word: str) -> str:
    return str(dict(picture["choices"][name])[word])


def _counts(picture: Picture, lit: tuple[int, ...]) -> dict[str, int]:
    """Rows that differ in what they say, by kind; a claim on two domains is one claim."""
    told: dict[str, set[int]] = {word: set() for word in (*_COUNTED.values(), "others")}
    for r in lit:
        row = picture["rows"][r]
        told[_COUNTED.get(picture["pairs"][row[_PAIR]][2], "others")].add(row[_LINE])
    return {word: len(lines) for word, lines in told.items()}


def _ways_out(picture: Picture, state: State) -> list[str]:
    """Which filter to take away, and how many rows would then be there."""
    out = []
    for name, word in state.filters.items():
        rest = {f.name: getattr(state, f.name) for f in fields(State)} | {name: ""}
        rows = show(picture, State(**rest)).rows
        number = len({picture["rows"][r][_LINE] for r in rows})
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
