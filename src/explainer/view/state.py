"""What the Explorer shows, in words; as a short code that can be handed out; and back.

A code holds only what differs from the overview, such as ``focus=kappa&domain=mood``, in the form
in which addresses carry words. Codes of earlier versions, parted by ``;``, are read as well. The
Explorer's own JavaScript reads and writes the same codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, get_args
from urllib.parse import parse_qsl, urlencode

from explainer.model.bidi import isolated
from explainer.model.errors import did_you_mean, shown
from explainer.model.schema.vocabularies import Lens

Choices = Mapping[str, Mapping[str, str]]
"""The words that each part of a state may take, and how a reader sees them."""

LENSES: tuple[Lens, ...] = get_args(Lens)
PANELS = ("card", "table", "outline", "trace", "compare", "predict")
FILTERS = ("receptor", "action", "domain", "direction", "evidence", "verdict", "origin", "people")
MOST_BESIDE = 2  # nodes that can stand beside the focus
MARK = "explorer:"  # where a code begins in the fragment of an address
LIMITS = {"code": 1_000, "word": 40, "faults": 5}  # what is read of a code, and told of its faults
PLAIN = ",:"  # written as they are, since a code is also typed in from a blackboard
BLANKS = " \t\n\r\v\f"  # what may stand around a word; each language has more of its own

MESSAGES = {
    "form": "“{part}” is not of the form name=word; it is left out.",
    "name": "“{part}” is not a part of a view; it is left out.",
    "near": "There is no {part} “{word}”; the nearest, “{near}”, is shown.",
    "none": "There is no {part} “{word}”; it is left out.",
    "many": "At most {most} things stand beside the focus; the rest is left out.",
    "alone": "Nothing can stand beside a focus that is not there; it is left out.",
    "long": "A code has no more than {most} letters; what comes after them is left out.",
    "rest": "Much of this code cannot be read; the rest of it is left out.",
}


@dataclass(frozen=True)
class State:
    """What is shown now, by id; an empty word shows everything."""

    lens: Lens = "both"
    focus: str = ""
    also: tuple[str, ...] = ()
    receptor: str = ""
    action: str = ""
    domain: str = ""
    direction: str = ""
    evidence: str = ""
    verdict: str = ""
    origin: str = ""
    people: str = ""
    panel: str = "card"
    row: str = ""
    view: str = ""

    @property
    def code(self) -> str:
        """The state as a short code; empty for the overview."""
        words = {
            field.name: ",".join(value) if isinstance(value, tuple) else value
            for field in fields(self)
            if (value := getattr(self, field.name)) != field.default
        }
        return urlencode(words, safe=PLAIN)

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: word for name in FILTERS if (word := getattr(self, name))}


FIELDS = tuple(field.name for field in fields(State))


def read(code: str, choices: Choices) -> tuple[State, list[str]]:
    """Read a code: the nearest state that can be shown, and a message for all that was not."""
    state, messages = State(), []
    text = code.rsplit(MARK, maxsplit=1)[-1].lstrip("#?")
    if len(text) > LIMITS["code"]:
        messages.append(MESSAGES["long"].format(most=LIMITS["code"]))
    for name, words in _parts(text[: LIMITS["code"]]):
        if _is_enough(messages):
            break
        state = _read_part(state, name, words, choices, messages)
    if state.also and not state.focus:
        messages.append(MESSAGES["alone"])
        state = replace(state, also=())
    return replace(state, also=tuple(w for w in state.also if w != state.focus)), messages


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Part a code into names and words; a blank part is none."""
    for name, words in parse_qsl(text.replace(";", "&"), keep_blank_values=True):
        if (stripped := name.strip(BLANKS)) or words:
            yield stripped, words


def _read_part(state: State, name: str, text: str, choices: Choices, messages: list[str]) -> State:
    """Read one name and its words into a state."""
    if not text:
        messages.append(MESSAGES["form"].format(part=_cut(name)))
    elif name not in FIELDS:
        messages.append(MESSAGES["name"].format(part=_cut(name)))
    elif words := _read_words(name, text, choices, messages):
        if name == "also" and len(words) > MOST_BESIDE:
            messages.append(MESSAGES["many"].format(most=MOST_BESIDE))
        read: dict[str, Any] = {name: tuple(words[:MOST_BESIDE]) if name == "also" else words[0]}
        return replace(state, **read)
    return state


def _read_words(name: str, text: str, choices: Choices, messages: list[str]) -> list[str]:
    found: dict[str, None] = {}
    known = choices["focus" if name == "also" else name]
    for word in (part.strip(BLANKS) for part in text.split(",")):
        if not word:
            continue
        if _is_enough(messages):
            break
        near = word if word in known else nearest(word, known)
        if not near:
            messages.append(MESSAGES["none"].format(part=name, word=_cut(word)))
            continue
        if near != word:
            messages.append(MESSAGES["near"].format(part=name, word=_cut(word), near=near))
        found[near] = None
    return list(found)


def _is_enough(messages: list[str]) -> bool:
    """Whether so much could not be read that no more of a code is tried; then it says so."""
    if len(messages) < LIMITS["faults"]:
        return False
    if MESSAGES["rest"] not in messages:
        messages.append(MESSAGES["rest"])
    return True


def _cut(word: str) -> str:
    """Repeat a word of a code apart from the message around it, and not at length."""
    most = LIMITS["word"]
    return isolated(word if len(word) <= most else f"{word[:most]}…")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that takes the fewest changes of a letter, at most a third; else empty."""
    least, best = max(1, len(word) // 3) + 1, ""
    for other in known:
        if other and abs(len(other) - len(word)) < least:
            changes = _changes(word.lower(), other.lower())
            if changes < least:
                least, best = changes, other
    return best


def _changes(one: str, other: str) -> int:
    """Letters to add, drop or swap until one word is the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, goal in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != goal))
    return row[-1]


def checked(state: State, choices: Choices) -> State:
    """Give the state back, or raise ``ValueError`` that names the nearest words that are there."""
    for name in FIELDS:
        if name != "also":
            check_word(name, getattr(state, name), choices)
    check_beside(state.also, choices)
    if state.also and not state.focus:
        raise ValueError(f"also={state.also!r}: one or two nodes beside a focus, no more")
    return state


def check_beside(beside: Sequence[str], choices: Choices) -> None:
    """Raise ``ValueError`` where these cannot stand beside a focus."""
    for word in beside:
        check_word("also", word, choices)
    if len(beside) > MOST_BESIDE:
        raise ValueError(f"also={tuple(beside)!r}: one or two nodes beside a focus, no more")


def check_word(name: str, word: str, choices: Choices) -> None:
    """Raise ``ValueError`` where one part of a state cannot be this word."""
    known = choices["focus" if name == "also" else name]
    if word not in known:
        words = [one for one in known if one]
        near = did_you_mean(word, words) or f"; use one of: {', '.join(words[:12])}"
        raise ValueError(f"{name}={shown(word)} is not something this system shows{near}")
