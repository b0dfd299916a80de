"""Build the map: what can be drawn, and what the article and the sources have in its place.

What stands there before the reader has drawn, and what is laid over it, are built apart.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import Any

from explainer.learning import casebook, support
from explainer.model.evidence import Who, who_of
from explainer.model.schema import Claim, Effect
from explainer.model.system import System
from explainer.view import absence
from explainer.view.strings import LOST
from explainer.voices import hazards
from explainer.voices.numerals import capital, count, listed
from explainer.voices.phrases import NO_DIFFERENCE, name_of

MOST = 8  # lines
_MOLECULES, _DOMAINS = 4, 4  # of those on which most was found
_ROW, _BOX, _WIDE = 60, 40, 440  # of the picture, in its own units
_LEFT, _RIGHT = 150, 130  # how wide the boxes are
_LETTERS = 16  # in a line of a box
_APART = 25  # between two signs
_ALONG = (0.5, 0.38, 0.62, 0.26, 0.74)  # where a sign may stand on its line
_OWN, _COUNTS = 0.1, 0.58
Ways = Counter[str]
Place = tuple[float, float]
# In whom: people first, as everywhere; what is only told by others stands last.
_WHO: dict[Who, str] = {"people": "In people", "animals": "In animals", "word": "Second hand"}
_LOOKS: dict[Who, str] = {"people": "full", "animals": "hollow", "word": "open"}
_TELLS = ("improves", "worsens", "no difference")
# Signs of what a line says, about (0, 0) in a square of 12 units.
SIGNS = {
    "improves": "M-6,4L0,-6L6,4z",
    "worsens": "M-6,-4L0,6L6,-4z",
    "no difference": "M-5,-3H5M-5,3H5",
    "unknown": "M-3.5,-3a3.5,3 0 1,1 3.5,3.5V2.5M-0.4,5.5h0.8",
}
WORDS: dict[str, str] = {
    "title": "Build the map",
    "intro": "Draw what you believe: at most eight lines. Choose from the lists, or point at a box "
    "on the left and one on the right.",
    "kept": "Kept in this browser alone, for your case book. Nothing is sent.",
    "picture": "Your map",
    "from": "What is activated or given",
    "to": "What changes",
    "says": "What it does",
    "choose": "choose …",
    "add": "Draw the line",
    "drop": "Take away",
    "line": "{n} of 8 lines",
    "full": "Eight lines are drawn. Take one away to draw another.",
    "empty": "No line yet.",
    "lay": "Lay the sources' and the article's map over it",
    "anew": "Draw a new map",
    "yours": "Your lines, and what was found",
    "undrawn": "What sources have and you did not draw ({n})",
    "unlooked": "Where nothing was found ({n})",
    "sources": "The sources' map over yours",
    "article": "The article's map",
    "claims": "What the article says, with our words",
    "key": "Thick: your lines. Thin: findings, counted in people (full signs), in animals (hollow "
    "signs) and second hand (in brackets).",
    "lost": LOST,
}
# Said only after the reader has drawn.
_FROM_WORDS = "The article draws its lines from words such as these."
_NO_NAME = "None of them is a receptor with a name."
Json = Any  # plain lists, dicts, words and numbers


def agents(system: System) -> dict[str, str]:
    """All receptors, then the molecules on which most was found, with what is done with each."""
    domains = set(domains_of(system))
    found = Counter(
        row.agent
        for row in system.effects.values()
        if row.domain in domains and (row.agent in system.ligands or row.agent in system.peptides)
    )
    molecules = [agent for agent, _ in found.most_common(_MOLECULES)]
    return dict.fromkeys(system.receptors, "activated") | dict.fromkeys(molecules, "given")


def domains_of(system: System) -> list[str]:
    """Those of the first domain's group on which most was found."""
    first = next(iter(system.domains.values()))
    group = [row.id for row in system.domains.values() if row.group == first.group]
    found = Counter(row.domain for row in system.effects.values())
    return sorted(group, key=lambda one: -found[one])[:_DOMAINS]


def build(system: System) -> dict[str, Json]:
    """Gather what stands there before anything is laid over it; no answer is in it."""
    left = [[one, name_of(system, one)] for one in agents(system)]
    right = [[one, name_of(system, one)] for one in domains_of(system)]
    return {
        "words": WORDS,
        "most": MOST,
        "signs": SIGNS,
        "says": list(casebook.SAYS.items()),
        "from": left,
        "to": right,
        "picture": _picture(left, right),
    }


def _boxes(nodes: list[Json], x: float, width: float, height: float) -> list[Json]:
    """Boxes under each other, each with its name in lines."""
    step = height / len(nodes)
    return [
        [one, x, round(step * (i + 0.5)), width, textwrap.wrap(name, _LETTERS)]
        for i, (one, name) in enumerate(nodes)
    ]


def _picture(left: list[Json], right: list[Json]) -> Json:
    """Boxes on two sides and each line between them, with a place for the reader's sign."""
    height = _ROW * max(len(left), len(right), 1)
    starts = _boxes(left, 2, _LEFT, height)
    ends = _boxes(right, _WIDE - _RIGHT - 2, _RIGHT, height)
    taken: list[Place] = []
    lines = [_line(one, other, taken) for one, other in product(starts, ends)]
    size = [_WIDE, height]
    return {"size": size, "height": _BOX, "from": starts, "to": ends, "lines": lines}


def _line(start: Json, end: Json, taken: list[Place]) -> Json:
    """A line that can be drawn: its ends, and a place on it where no other's sign stands."""
    x, y, to_x, to_y = start[1] + start[3], start[2], end[1], end[2]
    places = [_on((x, y, to_x, to_y), t) for t in _ALONG]
    free = [place for place in places if all(_far(place, other) for other in taken)]
    mark = (free or places)[0]
    taken.append(mark)
    return [start[0], end[0], x, y, to_x, to_y, *mark, *mark]


def _on(ends: Json, t: float) -> Place:
    x, y, to_x, to_y = ends
    return round(x + t * (to_x - x)), round(y + t * (to_y - y))


def _fan(left: list[Json], end: Json) -> Json:
    """All lines to one end, each with the reader's sign at its start and counts on its way."""
    made = _picture(left, [end])
    made["lines"] = [
        [*line[:6], *_on(line[2:6], _OWN), *_on(line[2:6], _COUNTS)] for line in made["lines"]
    ]
    return made


def _far(one: Place, other: Place) -> bool:
    return abs(one[0] - other[0]) > _APART or abs(one[1] - other[1]) > _APART / 2


def answer(system: System) -> dict[str, Json]:
    """Gather what is laid over the reader's map."""
    pairs = [
        _pair(system, agent, done, domain)
        for agent, done in agents(system).items()
        for domain in domains_of(system)
    ]
    claims = _claims(system)
    left = [[one, name_of(system, one)] for one in agents(system)]
    return {
        "pairs": pairs,
        "fans": [_fan(left, [one, name_of(system, one)]) for one in domains_of(system)],
        "article": _article(system, claims),
        "dangers": [support.as_data(system, one) for one in _dangers(system, claims)],
    }


def _dangers(system: System, claims: list[Claim]) -> list[Any]:
    """What may go wrong, beside whatever sounds like help."""
    known, domains = agents(system), domains_of(system)
    rows: list[Effect | Claim] = [
        row for row in system.effects.values() if row.agent in known and row.domain in domains
    ]
    return hazards.of_rows(system, [*rows, *claims])


def _pair(system: System, agent: str, done: str, domain: str) -> Json:
    """One line's place: how many findings say what, in words, and what is said to each guess."""
    rows = list(system.effects.where(agent=agent, domain=domain).values())
    same = [row for row in rows if row.perturbation == done]
    empty = absence.of(system, agent, [domain])[agent, domain]
    return {
        "from": agent,
        "to": domain,
        "counts": [[_LOOKS[who], _shown(ways)] for who, ways in _by_whom(same).items()],
        "told": _told(system, agent, done, domain, same) if same else _empty(done, rows, empty),
        "replies": {says: _reply(says, same, empty, is_bare=not rows) for says in casebook.SAYS},
    }


def _by_whom(rows: list[Effect]) -> dict[Who, Ways]:
    """How many findings went which way, in people and in others, which are never pooled."""
    out: dict[Who, Ways] = {}
    for who in _WHO:
        if ways := Counter(row.direction for row in rows if who_of(row) == who):
            out[who] = Counter(ways)
    return out


def _told(system: System, agent: str, done: str, domain: str, rows: list[Effect]) -> str:
    """Say how many findings went which way, people first."""
    row = system.domains[domain]
    words = {"improves": row.improves, "worsens": row.worsens, "no difference": NO_DIFFERENCE}
    out = [f"{capital(name_of(system, agent))} {done}."]
    for who, ways in _by_whom(rows).items():
        parts = [f"{count(ways[way], 'finding')} of {words[way]}" for way in _TELLS if ways[way]]
        if open_ends := sum(n for way, n in ways.items() if way not in _TELLS):
            parts.append(f"{count(open_ends, 'finding')} with no clear way")
        out.append(f"{_WHO[who]}: {listed(parts)}.")
    return " ".join(out)


def _empty(done: str, rows: list[Effect], empty: absence.Absence) -> str:
    """Say of an empty place what was done: a search, another study, nothing."""
    if not rows:
        return f"{capital(empty.words)}."
    others = count(len(rows), "finding is", "findings are")
    return f"No finding here is on its being {done}. {capital(others)} on something else."


def _reply(says: str, rows: list[Effect], empty: absence.Absence, *, is_bare: bool) -> str:
    """Hold one guess against the findings; an empty place is never called unknown to the world."""
    if says == "unknown":
        return _reply_unknown(rows, empty, is_bare=is_bare)
    parts = [
        f"{_WHO[who].lower()} {ways[says]} of {ways.total()}"
        for who, ways in _by_whom(rows).items()
    ]
    return f"Your way: {listed(parts)}." if parts else "No finding here bears on it."


def _reply_unknown(rows: list[Effect], empty: absence.Absence, *, is_bare: bool) -> str:
    if rows:
        return "Somebody has looked."
    if not is_bare:
        return "Somebody has looked, at something else."
    if empty.kind == "unfound":
        return "As far as that search goes, nobody has told."
    return "That nobody knows is more than these tables can say: it was not looked for here."


def _claims(system: System) -> list[Claim]:
    domains = set(domains_of(system))
    rows = system.claims.values()
    return [row for row in rows if row.direction and domains & set(row.domains)]


def _article(system: System, claims: list[Claim]) -> Json:
    """The article's lines to each end: from its own words, receptors first."""
    ways: dict[tuple[str, str], Ways] = {}
    for row in claims:
        for pair in product(row.subjects, [d for d in domains_of(system) if d in row.domains]):
            ways.setdefault(pair, Counter())[str(row.direction)] += 1
    lines = [[*pair, [["full", _shown(ways[pair])]]] for pair in ways]
    said = Counter(start for start, _ in ways)
    order = sorted(said, key=lambda one: (not system.subjects[one].is_receptor, -said[one]))
    fans = []
    for end in domains_of(system):
        starts = [[one, name_of(system, one)] for one in order if (one, end) in ways]
        if starts:
            fans.append(_fan(starts, [end, name_of(system, end)]))
    told = [support.as_data(system, line) for line in support.because(system, _ids(claims))]
    is_named = any(row.names_receptor for row in claims)
    words = _FROM_WORDS if is_named else f"{_FROM_WORDS} {_NO_NAME}"
    return {"words": words, "fans": fans, "lines": lines, "told": told}


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [row.id for row in claims]


def _shown(ways: Ways) -> list[Json]:
    """What claims say as counts under the signs; what says no way is unknown."""
    out = [[way, ways[way]] for way in _TELLS if ways[way]]
    rest = sum(n for way, n in ways.items() if way not in _TELLS)
    return [*out, *([["unknown", rest]] if rest else [])]
