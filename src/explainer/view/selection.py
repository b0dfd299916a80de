"""What a state shows: which rows and nodes stand out.

The browser does the same without a kernel (`widgets/static/explorer/selection.js`, `hazard.js`);
a test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from explainer.view.state import FILTERS, State

Picture = dict[str, Any]  # what `explainer.view.payload.build` gives
CHAIN = ("acts on", "effect", "claim")  # the steps of a trace
_ALONE = ("trace", "compare", "predict")  # panels with a story of their own
PAIR, LINE, _FACETS = 0, 3, 4  # places in a row that is drawn
KIND, _NODES, TOLD, _PLACES = 0, 1, 4, 5  # places in one that is not


@dataclass(frozen=True)
class Shown:
    """Places of the rows and nodes that stand out; in the overview all rows and no node.

    ``listed`` are rows that no line can draw; they are told wherever the others are.
    """

    rows: tuple[int, ...]
    nodes: tuple[int, ...]
    is_overview: bool
    listed: tuple[int, ...] = ()


def show(picture: Picture, state: State) -> Shown:
    """Decide which rows and nodes stand out."""
    place = {node[0]: i for i, node in enumerate(picture["nodes"])}
    wanted = _wanted(picture, state)
    voices = picture["voices"][state.lens]
    pairs, rows = picture["pairs"], picture["rows"]
    undrawn = [] if state.panel in _ALONE else picture["undrawn"]
    heard = {p for p, pair in enumerate(pairs) if pair[3] in voices}
    opened = [r for r, row in enumerate(rows) if row[PAIR] in heard]
    opened = _fitting(opened, rows, _FACETS, wanted)
    loose = [u for u in range(len(undrawn)) if _voice(picture, u) in voices]
    loose = _fitting(loose, undrawn, _PLACES, wanted)
    chosen = [place[node] for node in (state.focus, *state.also) if node]
    if not chosen and not wanted:
        return Shown(tuple(opened), (), is_overview=True, listed=tuple(loose))
    met: list[int] = []  # nodes of rows without a line: all of them that can be drawn
    if state.panel == "predict":
        lit = []  # whoever is still guessing is shown no answer
    elif chosen:
        lit = _lit(picture, state, opened, chosen)
        loose = [] if state.also else _with(picture, loose, chosen[0])
    else:
        lit, loose = _best(picture, opened, loose, [i for i, _ in wanted])
        met = [node for u in loose for node in picture["undrawn"][u][_NODES]]
    ends = [end for r in lit for end in pairs[rows[r][PAIR]][:2]]
    named = [place[word] for word in (state.receptor, state.domain) if word]
    nodes = dict.fromkeys([*chosen, *named, *ends, *met])
    return Shown(tuple(lit), tuple(nodes), is_overview=False, listed=tuple(loose))


def row_ids(picture: Picture, state: State) -> list[str]:
    """Ids of the rows that a state shows, each once: those with a line, then those without."""
    places = lines_of(picture, show(picture, state))
    return list(dict.fromkeys(picture["lines"][place][5] for place in places))


def lines_of(picture: Picture, shown: Shown) -> list[int]:
    """Places of the rows in words that are shown, each once: those with a line, then the others."""
    places = [picture["rows"][r][LINE] for r in shown.rows]
    places += [picture["undrawn"][u][TOLD] for u in shown.listed]
    return list(dict.fromkeys(places))


def _wanted(picture: Picture, state: State) -> list[tuple[int, int]]:
    """Place of each filter that is set, and place of its word."""
    out = []
    for i, name in enumerate(FILTERS):
        if word := getattr(state, name):
            words = [choice[0] for choice in picture["choices"][name]]
            out.append((i, words.index(word)))
    return out


def _fitting(
    places: list[int], rows: list[list[int]], first: int, wanted: list[tuple[int, int]]
) -> list[int]:
    """Of these rows, those that no filter speaks against."""
    for i, word in wanted:
        places = [r for r in places if rows[r][first + i] in (0, word)]
    return places


def _voice(picture: Picture, u: int) -> str:
    """Whose word a row without a line is: that of its line of words."""
    return str(picture["lines"][picture["undrawn"][u][TOLD]][1])


def _with(picture: Picture, loose: list[int], node: int) -> list[int]:
    """Rows without a line that speak of a node."""
    return [u for u in loose if node in picture["undrawn"][u][_NODES]]


def _best(
    picture: Picture, opened: list[int], loose: list[int], set_filters: list[int]
) -> tuple[list[int], list[int]]:
    """In each voice the rows that most filters have to do with: so each filter narrows."""
    pairs, rows, undrawn = picture["pairs"], picture["rows"], picture["undrawn"]
    drawn = [(r, pairs[rows[r][PAIR]][3], rows[r][_FACETS:]) for r in opened]
    others = [(u, _voice(picture, u), undrawn[u][_PLACES:]) for u in loose]
    most: dict[str, int] = {}
    for _, voice, places in (*drawn, *others):
        most[voice] = max(most.get(voice, 1), _met(places, set_filters))

    def best(some: list[tuple[int, str, list[int]]]) -> list[int]:
        return [r for r, voice, places in some if _met(places, set_filters) == most[voice]]

    return best(drawn), best(others)


def _met(places: list[int], set_filters: list[int]) -> int:
    """How many of the filters have to do with a row."""
    return sum(places[i] != 0 for i in set_filters)


def _lit(picture: Picture, state: State, opened: list[int], chosen: list[int]) -> list[int]:
    """Rows that stand out for what is chosen, by the panel in which it is looked at."""
    if not chosen:
        return []
    pairs, rows = picture["pairs"], picture["rows"]
    focus, *also = chosen

    def of(fits: Callable[[int, int, str], bool]) -> list[int]:
        """Rows of the pairs that fit, by their two ends and their kind: pairs are fewer."""
        wanted = {p for p, pair in enumerate(pairs) if fits(*pair[:3])}
        return [r for r in opened if rows[r][PAIR] in wanted]

    if state.panel == "trace":
        return trace(picture, opened, focus, also)
    if state.panel == "compare":
        return of(lambda one, _, kind: kind == CHAIN[0] and one in chosen)
    if also:
        return of(lambda one, other, _: {one, other} == {focus, also[0]})
    own = of(lambda one, other, _: focus in (one, other))
    made = {
        other
        for one, other, kind, *_ in (pairs[rows[r][PAIR]] for r in own)
        if kind == "yields" and one == focus
    }
    return own + of(lambda one, other, _: focus not in (one, other) and bool(made & {one, other}))


def trace(picture: Picture, opened: list[int], focus: int, also: list[int]) -> list[int]:
    """Follow rows from the focus step by step; what stands beside it narrows a step to itself."""
    pairs, rows = picture["pairs"], picture["rows"]
    steps: dict[str, list[int]] = {kind: [] for kind in CHAIN}
    for r in opened:
        if (kind := pairs[rows[r][PAIR]][2]) in steps:
            steps[kind].append(r)
    reached, out = {focus}, list[int]()
    for kind in CHAIN:
        near = 1 if kind == CHAIN[-1] else 0  # claims meet the path at their domain
        step = [r for r in steps[kind] if pairs[rows[r][PAIR]][near] in reached]
        ends = {pairs[rows[r][PAIR]][1] for r in step}
        if narrowed := ends.intersection(also):
            step = [r for r in step if pairs[rows[r][PAIR]][1] in narrowed]
            ends = narrowed
        if step:
            reached, out = ends, out + step
    return out


def hazards(picture: Picture, state: State) -> tuple[int, ...]:
    """Lines on what may go wrong, for what is chosen or else for all that sounds like help.

    What is chosen has its own hazard, then its group's in brief; several agents that are not have
    first what their groups are warned of in brief, then a hazard of each kind, the gravest first.
    """
    if state.panel == "predict":
        return ()  # it would tell what is still to be guessed
    told = picture["hazards"]
    agents, nodes = told["agents"], dict(told["nodes"])
    rows, listed = dict(told["rows"]), dict(told["listed"])
    place = {node[0]: i for i, node in enumerate(picture["nodes"])}
    chosen = [place[node] for node in (state.focus, *state.also) if node]
    own = [agents[nodes[n]] for n in chosen if n in nodes]
    if own:
        return _once([*(line for line, *_ in own), *_briefs(own)])
    seen = show(picture, state)
    acting = [a for r in seen.rows for a in rows.get(r, ())]
    acting += [a for u in seen.listed for a in listed.get(u, ())]
    found = [agents[a] for a in dict.fromkeys(acting)]
    kinds: dict[int, int] = {}
    for _, kind, line, _ in found if len(found) > 1 else ():
        if kind >= 0:
            kinds.setdefault(kind, line)  # none of its own where it is told in brief
    lone = [] if kinds else [line for line, *_ in found[:1]]
    classes = [kinds[kind] for kind in sorted(kinds)]
    return _once([*lone, *_briefs(found), *classes])


def _once(lines: list[int]) -> tuple[int, ...]:
    """Each line once, in this order; what is told in brief has none."""
    return tuple(line for line in dict.fromkeys(lines) if line >= 0)


def _briefs(agents: Iterable[list[Any]]) -> list[int]:
    """Lines of the groups of these agents, in brief."""
    return [line for *_, briefs in agents for line in briefs]
