"""What stands out in a picture, and the signs that go with it: as the Explorer decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.drawing import theme
from explainer.drawing.legend import DIFFERS
from explainer.model.schema import Voice
from explainer.model.schema.categories import is_seen_through, voices_of
from explainer.model.schema.vocabularies import DrawnKind, EdgeKind, Standing
from explainer.view import selection
from explainer.voices import consensus

if TYPE_CHECKING:
    from explainer.drawing.geometry import Box
    from explainer.view.state import State

SIGNED = ("acts on", "effect", "claim")
LISTS = ("precursor", "peptide", "ligand", "subject")  # names in a list: room for one sign
MOLECULES = LISTS[:3]
_STAMPED = ("receptor", "unnamed")  # what is stamped where a domain is chosen


class Pair(NamedTuple):
    """One line of the picture, with what its lit rows say."""

    start: str
    end: str
    kind: EdgeKind
    voice: Voice
    signs: tuple[consensus.Sign, ...]


class Sign(NamedTuple):
    """One sign at the end of lines: whose it is, what it says, and for how many rows it stands."""

    voice: Voice
    table: str
    look: str
    done: str = ""
    number: int = 1


class Side(NamedTuple):
    """All that is said on one side of a node, by voice."""

    far: str
    is_below: bool
    groups: tuple[tuple[Voice, tuple[consensus.Sign, ...]], ...]

    def tell(self, how: Tell) -> list[Sign]:
        """Give the signs, told as finely as ``how`` does."""
        return [sign for voice, signs in self.groups for sign in how(voice, signs)]


Tell = Callable[[Voice, tuple[consensus.Sign, ...]], list[Sign]]


def in_full(voice: Voice, signs: Iterable[consensus.Sign]) -> list[Sign]:
    """Tell each thing that is said of each thing done."""
    told = consensus.told(signs)
    return [Sign(voice, _table(look), look, done, n) for (look, done), n in told.items()]


def in_looks(voice: Voice, signs: Iterable[consensus.Sign]) -> list[Sign]:
    """Tell what is said alone, whatever was done."""
    looks: dict[str, int] = {}
    for (look, _), number in consensus.told(signs).items():
        looks[look] = looks.get(look, 0) + number
    return [Sign(voice, _table(look), look, "", n) for look, n in looks.items()]


def in_kinds(voice: Voice, signs: Iterable[consensus.Sign]) -> list[Sign]:
    """Tell what is said alone, and not how often."""
    return [sign._replace(number=1) for sign in in_looks(voice, signs)]


def in_one(voice: Voice, signs: Iterable[consensus.Sign]) -> list[Sign]:
    """Tell one sign for all: a fork where rows differ."""
    signs = tuple(signs)
    if consensus.differ(signs):
        return [Sign(voice, "differs", DIFFERS)]
    return [in_full(voice, signs)[0]._replace(done="", number=1)]


def _table(look: str) -> str:
    return "family" if look in theme.FAMILIES else "direction"


@dataclass(frozen=True)
class Seen:
    """What is lit, in ids: pairs, nodes, and who speaks of what."""

    picture: dict[str, Any]
    state: State
    pairs: tuple[Pair, ...]
    nodes: frozenset[str]
    is_overview: bool
    stamps: dict[str, Standing]
    known: dict[str, list[Any]]  # all nodes, as the picture has them

    def is_lit(self, node: str) -> bool:
        """Whether a node is drawn in full; all else fades."""
        if not self.is_overview:
            return node in self.nodes
        return is_seen_through(self.voice_of(node), self.state.lens)

    def kind_of(self, node: str) -> DrawnKind:
        """Tell how a node is drawn."""
        kind: DrawnKind = self.known[node][2]
        return kind

    def voice_of(self, node: str) -> Voice:
        """Tell whose word a node is."""
        voice: Voice = self.known[node][3]
        return voice

    @property
    def is_article_alone(self) -> bool:
        """Whether nothing is shown but what the article says."""
        return voices_of(self.state.lens) == ("article",)

    def sides(self, boxes: dict[str, Box]) -> list[Side]:
        """Group what is said at the far end of lit lines by node and by side."""
        focus = self.state.focus
        met: dict[tuple[str, bool], dict[Voice, list[consensus.Sign]]] = {}
        for pair in self.pairs if focus else ():
            if pair.kind not in SIGNED:
                continue
            is_start = pair.end == focus
            far, near = (pair.start, pair.end) if is_start else (pair.end, pair.start)
            voices = met.setdefault((far, boxes[near].y > boxes[far].y), {})
            voices.setdefault(pair.voice, []).extend(pair.signs)
        return [
            Side(far, is_below, tuple((voice, tuple(signs)) for voice, signs in voices.items()))
            for (far, is_below), voices in met.items()
        ]


def see(picture: dict[str, Any], state: State) -> Seen:
    """Ask the Explorer's own rule what stands out, and gather its rows by pair."""
    found = selection.show(picture, state)
    names = [node[0] for node in picture["nodes"]]
    rows: dict[int, list[consensus.Sign]] = {}
    for row in found.rows:
        pair, look, done = picture["rows"][row][:3]
        rows.setdefault(pair, []).append((look, done))
    pairs = []
    for pair, signs in rows.items():
        start, end, kind, voice = picture["pairs"][pair]
        pairs.append(Pair(names[start], names[end], kind, voice, tuple(signs)))
    nodes = frozenset(names[node] for node in found.nodes)
    return Seen(
        picture, state, tuple(pairs), nodes, found.is_overview, stamps(picture, state),
        known={node[0]: node for node in picture["nodes"]},
    )  # fmt: skip


def stamps(picture: dict[str, Any], state: State) -> dict[str, Standing]:
    """Tell who speaks of each domain, or of a chosen domain by whom it may be spoken of."""
    nodes = picture["nodes"]
    if len(voices_of(state.lens)) == 1:  # who else speaks is not asked
        return {}
    if not state.focus:
        return {nodes[place][0]: told for place, told in picture["domains"]}
    told = {(nodes[start][0], nodes[end][0]): how for start, end, how in picture["standings"]}
    (chosen,) = (kind for node, _, kind, *_ in nodes if node == state.focus)
    if chosen == "domain":
        stamped = [node for node, _, kind, *_ in nodes if kind in _STAMPED]
        return {node: told.get((node, state.focus), "nobody") for node in stamped}
    stamped = [node for node, _, kind, *_ in nodes if kind == "domain"]
    return {node: told.get((state.focus, node), "nobody") for node in stamped}
