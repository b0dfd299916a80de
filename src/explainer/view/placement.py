"""Putting the article's receptor where a reader thinks it belongs; the article never says where."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.model.evidence import Who
from explainer.model.system import System
from explainer.voices.numerals import listed
from explainer.voices.phrases import name_of, short_name_of

NOBODY = "nobody"
ORDER: tuple[Who, ...] = ("animals", "word", "people")  # in which findings come into view
_VERBS = {"improves": "improve", "worsens": "worsen"}
_ANSWER = "The article does not say."


@dataclass(frozen=True)
class Placement:
    """A gesture in words: what may be put, where, and what is said of it.

    ``sockets`` are the article's receptors with the question on each, the first of them being that
    of the list; ``targets`` the receptors that sources name, and the answer that is none of them.
    """

    sockets: list[tuple[str, str]]
    targets: list[tuple[str, str]]
    order: list[Who]
    prompt: str
    hint: str
    choose: str
    answer: str
    guessed: dict[str, str]
    held: str
    over: dict[str, str]
    back: str
    again: str


def build(system: System) -> Placement:
    """Gather the words of the gesture."""
    receptors = {row: short_name_of(system, row) for row in system.receptors}
    names = {row: name_of(system, row) for row in system.receptors}
    return Placement(
        sockets=_sockets(system),
        targets=[*receptors.items(), (NOBODY, "nobody can tell")],
        order=list(ORDER),
        prompt="Put the article’s receptor where you think it belongs.",
        hint="Drag an empty socket onto a receptor. Or press Enter on it, arrow keys, Enter again. "
        "The findings stay hidden until you let go.",
        choose="Or choose:",
        answer=_ANSWER,
        guessed={
            **{row: f"Your guess, {name}, stays as an outline. The socket stays empty."
               for row, name in receptors.items()},
            NOBODY: "That was your guess. The socket stays empty.",
        },
        held="Lifted. Arrow keys lead from receptor to receptor, Enter lets go, Escape takes back.",
        over={row: f"Over the {name}." for row, name in names.items()},
        back="Taken back. Nothing was put anywhere.",
        again="Guess anew",
    )  # fmt: skip


def _sockets(system: System) -> list[tuple[str, str]]:
    """The article's receptors with the question on each, those first of which most is said."""
    rows = [row for row in system.subjects.values() if row.is_receptor]
    asked = [(row.id, *_asked(system, row.id)) for row in rows]
    asked.sort(key=lambda one: -one[2])
    return [(socket, question) for socket, question, _ in asked]


def _asked(system: System, socket: str) -> tuple[str, int]:
    """Ask which receptor is meant, and how early to ask it: what is said to worsen first."""
    for claim in system.claims.values():
        if claim.direction in _VERBS and socket in claim.subjects:
            domains = listed(name_of(system, domain).lower() for domain in claim.domains)
            verb = _VERBS[claim.direction]
            return f"Which receptor is said to {verb} {domains}?", 1 + (verb == "worsen")
    return "Which receptors does the article speak of?", 0
