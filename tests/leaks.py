"""What of what is seen before a guess is settled gives its answer away."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from nbconvert.filters import markdown2html

from explainer import figures
from explainer.curation.rules.options import words_of
from explainer.learning import circuits, predictions
from explainer.learning.predictions import Asked
from explainer.model.schema import Assessment, Claim, Effect, Row
from explainer.model.system import System
from explainer.view import sockets
from explainer.view.findings import findings
from explainer.voices.phrases import line_of, short_name_of
from seen import Book, Seen, seen_in, source_of

T = TypeVar("T")
# Words that say the same, by the beginnings of each.
_KIN = (
    ("worse", "worsen", "low", "lower", "dysphor", "uneasy", "unhapp", "sink", "sank"),
    ("better", "improve", "lift", "ease", "raise"),
    ("less", "fewer", "reduce", "calm", "lower", "fell", "fall", "decrease", "drop", "shrank"),
    ("more", "raise", "rise", "rising", "rose", "increase", "higher", "grew", "greater"),
    ("much", "same", "alike", "unchanged", "equal", "neither"),
    ("little", "mild", "few", "small"),
    ("lesser", "mild", "milder"),
    ("differ", "disagree", "contradict", "conflict", "mixed"),
    ("faces", "face", "smile", "frown"),
    ("animal", "mice", "mouse", "rat", "rats", "rodent"),
    ("people", "human", "volunteer", "patient"),
    ("nobody", "none", "no one", "neither", "not one"),
)
_KNOWN = {word for group in _KIN for word in group}
_SMALL = {
    "the",
    "and",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "that",
    "than",
    "they",
    "them",
    "their",
    "it",
    "its",
    "for",
    "from",
}
# Of a sentence's own words, so many in another sentence tell the same in another order.
_ENOUGH, _MOST = 4, 0.6
_WAYS = {"differ": "differ", "nobody": "nobody", "no difference": "difference"}
_SPREAD = {"source", "find", "article", "most", "come", "half", "each", "look", "here"}


def _once(make: Callable[[System], T]) -> Callable[[System], T]:
    """Make something of a system once; systems have no hash."""
    made: dict[int, tuple[System, T]] = {}

    @functools.wraps(make)
    def kept(system: System) -> T:
        if id(system) not in made:
            made[id(system)] = system, make(system)
        return made[id(system)][1]

    return kept


def _even(text: str) -> str:
    return " ".join(re.sub(r"[\u2066-\u2069\u200e\u200f*_`]", "", text).lower().split())


@_once
def _marks(system: System) -> dict[str, str]:
    """What is said of each finding's mark in the picture."""
    tell = sockets.build(system).tell
    return {one.id: words for one, words in zip(findings(system), tell, strict=True)}


@_once
def _figures(system: System) -> dict[str, str]:
    """The words of each figure that takes no more than a system."""
    return {
        name: str(getattr(figures, name)(system).description)
        for name in figures.__all__
        if name not in ("mechanism", "profiles")  # one asks for a receptor, one for molecules
    }


def telltales(system: System, found: Asked, book: Book) -> Iterator[tuple[str, str]]:
    """What must not be seen, each with what it is."""
    yield "what is so", found.reveal
    for key in (*found.apart, *found.rest):
        row = system.find(key)
        yield f"what {key} says", _said(system, row)
        if isinstance(row, Effect) and key in _marks(system):
            yield f"the mark of {key} in the picture", _marks(system)[key]
    for step in circuits.steps(system, found.row.circuit):
        yield f"the step {step.id}", step.label
        yield f"the step {step.id}", step.finding
    for word in found.row.answered_by:
        if word.startswith("figures."):
            yield f"the words of {word}", _figures(system).get(word.removeprefix("figures."), "")
        if word.startswith("#"):
            for cell in book["cells"]:
                if cell.get("id") == word[1:] and cell["cell_type"] == "markdown":
                    whole = re.sub(r"</?details.*?>|<summary>.*?</summary>", "", source_of(cell))
                    texts = seen_in(markdown2html(whole))
                    yield from ((f"cell {word}", one.text) for one in texts)


def _said(system: System, row: Row) -> str:
    match row:
        case Effect():
            return row.finding
        case Claim():
            return row.statement
        case Assessment():
            return row.note
        case _:
            return line_of(system, row).text


def key_words(system: System, found: Asked) -> tuple[set[str], set[str]]:
    """Words that part the answer from the other guesses, and words of what is asked."""
    asked = words_of(found.row.question)
    receptors = {short_name_of(system, row).lower() for row in system.receptors}
    asked |= receptors & set(re.findall(r"\w+", found.row.question.lower()))
    asked |= words_of(system.domains[found.row.domain].name) if found.row.domain else set()
    if found.row.agent:
        way = found.answer.removeprefix("mostly ")
        own = {_WAYS[way]} if way in _WAYS else _all_words(found.guesses[way]) - asked
    else:
        others = [text for word, text in found.guesses.items() if word != found.answer]
        own = _all_words(found.guesses[found.answer]) - _all_words(" ".join(others)) - asked
    asked = {"anxi" if word.startswith("anxi") else word for word in asked}  # anxiety, anxious
    own -= _SPREAD
    kin = {word for group in _KIN if own & {w[:6] for w in group} | own & set(group)
           for word in group}  # fmt: skip
    return own | kin, asked - _SPREAD


def _all_words(text: str) -> set[str]:
    """The words of a guess, short ones such as *less* and *none* among them."""
    short = set(re.findall(r"[a-z]{3,}", text.lower())) - _SMALL
    return words_of(text) | {word for word in short if len(word) < 6 or word in _KNOWN}


def _holds(text: str, words: set[str]) -> set[str]:
    """Which of these words a text holds, by their beginnings."""
    found = re.findall(r"\w+", text.lower())
    return {word for word in words if any(
        one == word or (len(word) > 3 and one.startswith(word)) for one in found
    )}  # fmt: skip


def leaks(system: System, name: str, seen: Iterable[Seen], book: Book) -> list[str]:
    """Whatever of a prediction's answer is seen, and what to do about it."""
    found = predictions.asked(system, name)
    things = list(seen)
    way_out = (
        f'fold it below the question as <details class="opens-{name}">, ask in another lesson, '
        "or say it without the answer"
    )
    out = [
        f"{name}: {kind} {text[:70]!r} gives it away: {what}; {way_out}"
        for kind, text, what in (
            *_told(system, found, things, book),
            *_hinted(system, found, things),
        )
    ]
    return [*out, *(f"{name}: {fault}; {way_out}" for fault in _drawn(found, things))]


def _told(
    system: System, found: Asked, things: list[Seen], book: Book
) -> Iterator[tuple[str, str, str]]:
    """Sentences that are seen as they are, or with most of their words in another order."""
    tales = [(what, _even(text).rstrip(".")) for what, text in telltales(system, found, book)]
    asked = words_of(found.row.question)
    known = [(what, tale, words_of(tale) - asked) for what, tale in tales if tale]
    allowed = _asked_here(system)
    for kind, text in things:
        even = _even(text)
        yield from ((kind, text, what) for what, tale, _ in known if tale in even)
        if kind == "code" or even in allowed:
            continue
        for sentence in re.split(r"(?<=[.!?])\s", text):
            words = words_of(sentence)
            yield from (
                (kind, sentence, f"nearly {what}") for what, tale, own in known
                if len(own) >= _ENOUGH and len(own & words) >= _MOST * len(own)
            )  # fmt: skip


def _hinted(system: System, found: Asked, things: list[Seen]) -> Iterator[tuple[str, str, str]]:
    """Sentences that say it in other words, and headings that hint at it."""
    own, asked = key_words(system, found)
    allowed = _asked_here(system)
    molecules = _molecules(system, found.row.question)
    near = _heading_over(found, things)
    for n, (kind, text) in enumerate(things):
        if kind == "code" or _even(text) in allowed:
            continue
        if re.fullmatch("h[1-6]|tab", kind):
            hinted = _holds(text, own)
            if hinted and (kind in ("h1", "tab") or n == near or _holds(text, asked)):
                yield kind, text, f"a heading that says {', '.join(sorted(hinted))!r}"
            continue
        for sentence in re.split(r"(?<=[.!?])\s", text):
            hinted = _holds(sentence, own)
            if sentence.rstrip().endswith("?") or not hinted:
                continue
            # Where a molecule is asked of, a sentence on its receptor alone is not about it.
            is_named = not molecules or bool(_holds(sentence, molecules))
            needed = min(2 if is_named else 3, len(asked))
            if _is_about(system, found, sentence) and len(_holds(sentence, asked)) >= needed:
                yield kind, sentence, f"it says {', '.join(sorted(hinted))!r} of what is asked"


def _molecules(system: System, question: str) -> set[str]:
    """The molecules that a question names, in small letters."""
    words = set(re.findall(r"[\w-]+", question.lower()))
    return {row.name.lower() for table in (system.ligands, system.peptides)
            for row in table.values()} & words  # fmt: skip


def _is_about(system: System, found: Asked, sentence: str) -> bool:
    """Whether a sentence may speak of what is asked: not where it names other receptors alone."""
    names = {short_name_of(system, row).lower(): row for row in system.receptors}
    said = {names[word] for word in re.findall(r"\w+", sentence.lower()) if word in names}
    if found.row.agent:
        return found.row.agent in said
    asked = {names[w] for w in re.findall(r"\w+", found.row.question.lower()) if w in names}
    return bool(said & asked) or not said


def _drawn(found: Asked, things: list[Seen]) -> Iterator[str]:
    """Figures that a cell shows in plain sight."""
    called = {word for word in found.row.answered_by if word.startswith("figures.")}
    is_run = any(kind in ("alt", "aria-label") for kind, _ in things)
    for kind, text in things:
        # A figure of the article alone holds no finding.
        is_drawn = kind == "code" and 'lens="article"' not in text
        shown = [word for word in called if is_drawn and f"{word}(" in text]
        if is_run and shown:
            yield f"code {text[:70]!r} draws {shown[0]} in plain sight"


@_once
def _asked_here(system: System) -> frozenset[str]:
    """What asks and does not tell: guesses, options and their questions."""
    asked = [predictions.asked(system, name) for name in system.predictions]
    texts = [text for one in asked for text in (one.row.question, *one.guesses.values())]
    texts += [row.text for row in system.options.values()]
    texts += [f"{letter}) {row.text}" for row in system.options.values() for letter in "abcd"]
    texts += [f"guess first: {one.row.question}" for one in asked]
    return frozenset(map(_even, texts))


def _heading_over(found: Asked, things: list[Seen]) -> int:
    """Where the heading stands under which it is asked."""
    asked = [
        n for n, (kind, text) in enumerate(things)
        if (kind == "code" and f'"{found.row.id}"' in text) or found.row.question in text
    ]  # fmt: skip
    before = things[: asked[0]] if asked else []
    return max(
        (n for n, (kind, _) in enumerate(before) if re.fullmatch("h[1-6]", kind)), default=-1
    )
