"""What findings say when a receptor is activated, as an answer that a guess can be held against.

Findings in people weigh first: where most of them point one way, that is where the answer points,
whatever animals did. A finding that tells no direction counts for none. Only findings after the
same thing was done are weighed together, and only those that part this receptor from others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explainer.model.evidence import is_on_people
from explainer.model.schema.categories import goes_a_way
from explainer.voices.phrases import NO_DIFFERENCE, line_of, outcome_of

if TYPE_CHECKING:
    from explainer.model.schema import Domain, Effect
    from explainer.model.schema.vocabularies import Direction
    from explainer.model.system import System
    from explainer.view.index import Ledger

DONE = "activated"
GUESSES = {
    "improves": "{improves}",
    "worsens": "{worsens}",
    "mostly improves": "mostly {improves}, but not always",
    "mostly worsens": "mostly {worsens}, but not always",
    "differ": "sources differ",
    "no difference": NO_DIFFERENCE,
    "nobody": "nobody here has looked, or could tell",
}
REPLIES = {
    "same": "That is what they say.",
    "nobody": "No answer here is right or wrong.",
    "looked": "Somebody has looked.",
    "most": "That is where most of them point; not all do.",
    "all": "All of them point that way.",
    "lean": "They do differ, yet most point one way.",
    "some": "Some of them say so, and others do not.",
    "few": "Some of them say so; most do not.",
    "other": "They say something else.",
}
_SILENCE = "No finding here tells which way it goes"
_OPPOSITE = {"improves": "worsens", "worsens": "improves"}


@dataclass(frozen=True)
class Outcome:
    """The answer for one receptor and one domain, and what it rests on."""

    answer: str
    told: str
    """The answer in one sentence, with how many findings say what."""
    apart: tuple[str, ...]
    """Two findings that point apart, or the one that there is."""
    rest: tuple[str, ...]
    """The other findings after the same thing was done."""
    replies: dict[str, str]
    """What is said to each guess."""


def predict(system: System, receptor: str, domain: str) -> Outcome:
    """Weigh what was found in one domain when one receptor was activated."""
    found = system.effects.where(agent=receptor, domain=domain, perturbation=DONE).values()
    rows = sorted(found, key=lambda row: not is_on_people(row))
    told = [row for row in rows if goes_a_way(row.direction)]
    answer = weigh(told)
    apart = _apart(told)
    said = {row.direction for row in told}
    return Outcome(
        answer=answer,
        told=_tell(system.domains[domain], answer, rows),
        apart=tuple(row.id for row in apart),
        rest=tuple(row.id for row in rows if row not in apart),
        replies={guess: reply(guess, answer, said) for guess in GUESSES},
    )


def weigh(rows: Sequence[Effect]) -> str:
    """Name the guess that fits findings which each tell a direction."""
    if not rows:
        return "nobody"
    ways = {row.direction for row in rows}
    if len(ways) == 1 and "mixed" not in ways:
        return str(next(iter(ways)))
    first = [row for row in rows if is_on_people(row)] or rows
    way, half = _lean(first), 0.5
    # Most people settle it; where half of them say so, most of all findings have to say so too.
    if way and (_share(way, first), _share(way, rows)) > (half, half):
        return f"mostly {way}"
    return "differ"


def _lean(rows: Sequence[Effect]) -> str:
    """The better or the worse, whichever more findings say; empty where neither leads."""
    counts = Counter(row.direction for row in rows)
    better, worse = counts["improves"], counts["worsens"]
    return "" if better == worse else "improves" if better > worse else "worsens"


def _share(way: str, rows: Sequence[Effect]) -> float:
    return sum(row.direction == way for row in rows) / len(rows)


def reply(guess: str, answer: str, said: Collection[str]) -> str:
    """Name what is said to a guess; who saw where most findings point is never told off."""
    way, goal = (word.removeprefix("mostly ") for word in (guess, answer))
    if guess == answer:
        return "same"
    if answer == "nobody":
        return "nobody"
    if guess == "nobody":
        return "looked"
    if way == goal:
        return "most" if answer.startswith("mostly") else "all"
    if answer.startswith("mostly"):
        return "lean" if guess == "differ" else "few" if way in said else "other"
    return "some" if way in said else "other"


def _apart(rows: Sequence[Effect]) -> list[Effect]:
    """Two findings that point apart, people first; one where all point the same way."""
    first = [row for row in rows if is_on_people(row)] or rows
    ways = [row.direction for row in rows if row.direction in _OPPOSITE]
    way = _lean(first) or _lean(rows) or next(iter(ways), "")
    one = next((row for row in rows if row.direction == way), rows[0] if rows else None)
    if one is None:
        return []
    others = [row for row in rows if row.direction != one.direction]
    others.sort(key=lambda row: row.direction != _OPPOSITE.get(one.direction))
    return [one, *others[:1]]


def _tell(domain: Domain, answer: str, rows: Sequence[Effect]) -> str:
    """Say the answer, then how many findings say what, people first."""
    told = [row for row in rows if goes_a_way(row.direction)]
    people = [row for row in told if is_on_people(row)]
    others = [row for row in told if row not in people]
    where = "in animals" if all(row.evidence == "animal" for row in others) else "elsewhere"
    parts = [
        f"{place}, {_count(domain, some)}"
        for place, some in (("in people", people), (where, others))
        if some
    ]
    if told and not people:
        parts.append("none of them is in people")
    if silent := len(rows) - len(told):
        parts.append(f"{silent} {'finding tells' if silent == 1 else 'findings tell'} no direction")
    counted = f": {'; '.join(parts)}" if parts else ""
    return f"{_lead(domain, answer)}{counted}."


def _lead(domain: Domain, answer: str) -> str:
    if answer == "nobody":
        return _SILENCE
    if answer == "differ":
        return "The findings differ"
    label = guesses(domain)[answer]
    return label[:1].upper() + label[1:]


def _count(domain: Domain, rows: Sequence[Effect]) -> str:
    counts = Counter(outcome_of(domain, row.direction) for row in rows)
    return ", ".join(f"{outcome} ({number})" for outcome, number in counts.items())


def guesses(domain: Domain) -> dict[str, str]:
    """The guesses in the words of one domain."""
    ways: tuple[Direction, ...] = ("improves", "worsens")
    words: dict[str, str] = {way: outcome_of(domain, way) for way in ways}
    return {guess: label.format_map(words) for guess, label in GUESSES.items()}


def build(system: System, place: dict[str, int], lines: Ledger) -> dict[str, Any]:
    """All that the panel needs: guesses by domain, and the answer for each pair with its rows."""

    def told(ids: Iterable[str]) -> list[int]:
        return [lines.place(line_of(system, system.effects[key])) for key in ids]

    keys = list(REPLIES)
    answers: list[list[Any]] = []
    for receptor in system.receptors:
        for domain in system.domains:
            rows = system.effects.where(agent=receptor, domain=domain).values()
            if not rows:
                continue  # nobody has looked, and one answer does for all such pairs
            found = predict(system, receptor, domain)
            others: dict[str, list[str]] = {}
            for row in rows:
                if row.perturbation != DONE:
                    others.setdefault(row.perturbation, []).append(row.id)
            answers.append([
                place[receptor], place[domain], found.told,
                [keys.index(key) for key in found.replies.values()],
                told(found.apart), told(found.rest),
                [[done, told(ids)] for done, ids in others.items()],
            ])  # fmt: skip
    return {
        "replies": list(REPLIES.values()),
        "guesses": [
            [place[d.id], list(map(list, guesses(d).items()))] for d in system.domains.values()
        ],
        "answers": answers,
        "silence": [f"{_SILENCE}.", [keys.index(reply(guess, "nobody", ())) for guess in GUESSES]],
    }
