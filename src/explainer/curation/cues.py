"""What questions give away by their looks: guessers who know nothing of the field, and chance.

Each guesser sees stems and options only. What it scores is held against the same guesser where
the right answers were dealt out anew by chance: a set of fair questions gives it no more.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

# Words by which options give themselves away; the rules on questions look for the same ones.
ABSOLUTE = re.compile(
    r"\b(?:always|never|only|alone|all|none|every(?:one|body|thing|where)?|no ?(?:one|body|thing)?|"
    r"any(?:one|body|thing)?|must|cannot|entirely|completely|solely|impossible|proves?)\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:may|might|can|could|some(?:times)?|often|usually|mostly|partly|perhaps|probably|"
    r"possibl[ey]|likely|seems?|tends?|in part)\b",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?:because|since(?! (?:\d|then\b))|so that|as a result|due to|thanks to|owing to|"
    r"therefore|hence|thus|in order to|which is why|that is why|for this reason)\b"
    r"|, (?:as|for|so)\b|: (?=\w)",
    re.IGNORECASE,
)
# Words by which an option keeps to less than the others: doubt, gaps, and links without a cause.
CAUTION = re.compile(
    r"\b(?:unknown|unclear|unsettled|uncertain|undecided|open|mixed|disagree|differs?|several|"
    r"coincide|together|nearly|yet to|worth|reason to|test(?:ed)?|tried|leaves?|by itself|depends|"
    r"for now|more data|not (?:shown|known)|too (?:early|soon|varied)|either way|be sure|puts? off|"
    r"hints?|linked)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:not|no|none|never|nothing|neither|nor|without)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
SEED = 20261128
RUNS = 1_000


@dataclass(frozen=True)
class Item:
    """A question as a guesser sees it, and the place of its right answer."""

    options: tuple[str, ...]
    key: int


# For each question, how likely the guesser is to choose each option; the places of the keys of
# the other questions are all that it may learn from.
Guesser = Callable[[Sequence[Item]], Iterator[list[float]]]


def score(items: Sequence[Item], guess: Guesser) -> float:
    """How many questions a guesser gets right; a tie counts by its share."""
    return sum(shares[item.key] for item, shares in zip(items, guess(items), strict=True))


def by_chance(items: Sequence[Item], guess: Guesser, runs: int = RUNS) -> list[float]:
    """What it gets right where the right answers are dealt out anew, in rising order."""
    dealer = random.Random(SEED)  # noqa: S311 - no secret: the same runs each time
    scores = []
    for _ in range(runs):
        dealt = [Item(item.options, dealer.randrange(len(item.options))) for item in items]
        scores.append(score(dealt, guess))
    return sorted(scores)


def rule_of_thumb(items: Sequence[Item]) -> Iterator[list[float]]:
    """Cross out absolutes and reasons; of the rest take the hedged, and of these the longest."""
    for item in items:
        left = list(range(len(item.options)))
        for sieve in (_plain, _hedged):
            left = [place for place in left if sieve(item.options[place])] or left
        longest = max(len(item.options[place]) for place in left)
        yield _shared(item, [p for p in left if len(item.options[p]) == longest])


@cache
def _plain(option: str) -> bool:
    return not ABSOLUTE.search(option) and not REASON.search(option)


@cache
def _hedged(option: str) -> bool:
    return bool(HEDGE.search(option))


def most_cautious(items: Sequence[Item]) -> Iterator[list[float]]:
    """Take the option with the most words of doubt and the fewest that are firm."""
    for item in items:
        doubts = [_caution(text) for text in item.options]
        yield _shared(item, [place for place, n in enumerate(doubts) if n == max(doubts)])


def _caution(option: str) -> int:
    doubts = len(HEDGE.findall(option)) + len(CAUTION.findall(option))
    return doubts - len(ABSOLUTE.findall(option))


def longest(items: Sequence[Item]) -> Iterator[list[float]]:
    """Take the longest option."""
    yield from _of_length(items, max)


def shortest(items: Sequence[Item]) -> Iterator[list[float]]:
    """Take the shortest option."""
    yield from _of_length(items, min)


def _of_length(
    items: Sequence[Item], which: Callable[[Iterable[int]], int]
) -> Iterator[list[float]]:
    for item in items:
        length = which(map(len, item.options))
        yield _shared(item, [p for p, text in enumerate(item.options) if len(text) == length])


def by_words(items: Sequence[Item]) -> Iterator[list[float]]:
    """Naive Bayes over the words of options, learnt from all questions but the one asked."""
    return _learnt(items, _words)


def by_looks(items: Sequence[Item]) -> Iterator[list[float]]:
    """The same over looks alone: length, caution, absolutes, reasons, denials, figures, place."""
    return _learnt(items, _looks)


@cache
def _words(options: tuple[str, ...]) -> list[set[str]]:
    return [set(re.findall(r"[a-z0-9]+", text.lower())) for text in options]


@cache
def _looks(options: tuple[str, ...]) -> list[set[str]]:
    lengths = [len(text) for text in options]
    found = []
    for place, text in enumerate(options):
        marks = {f"place {place}"}
        marks |= {"longest"} if len(text) == max(lengths) else set()
        marks |= {"shortest"} if len(text) == min(lengths) else set()
        doubts = [_caution(one) for one in options]
        marks |= {"most cautious"} if doubts[place] == max(doubts) > min(doubts) else set()
        signs = {"hedge": HEDGE, "absolute": ABSOLUTE, "reason": REASON, "denial": _DENIAL,
                 "caution": CAUTION, "figure": _FIGURE}  # fmt: skip
        marks |= {name for name, sign in signs.items() if sign.search(text)}
        found.append(marks)
    return found


def _learnt(
    items: Sequence[Item], marks_of: Callable[[tuple[str, ...]], list[set[str]]]
) -> Iterator[list[float]]:
    """Leave one question out, learn from the others which marks right options bear, and guess."""
    marked = [marks_of(item.options) for item in items]
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for item, options in zip(items, marked, strict=True):
        for place, marks in enumerate(options):
            (right if place == item.key else wrong).update(marks)
    rights, wrongs = len(items) - 1, sum(len(item.options) - 1 for item in items)
    for item, options in zip(items, marked, strict=True):
        others = wrongs - len(item.options) + 1
        own = Counter(mark for place, m in enumerate(options) if place != item.key for mark in m)
        odds = []
        for marks in options:
            total = 0.0
            for mark in marks:
                yes = right[mark] - (mark in options[item.key])
                no = wrong[mark] - own[mark]
                total += math.log((yes + 1) / (rights + 2)) - math.log((no + 1) / (others + 2))
            odds.append(round(total, 9))
        yield _shared(item, [place for place, odd in enumerate(odds) if odd == max(odds)])


def _shared(item: Item, chosen: list[int]) -> list[float]:
    return [(place in chosen) / len(chosen) for place in range(len(item.options))]


GUESSERS: dict[str, Guesser] = {
    "rule of thumb": rule_of_thumb,
    "most cautious": most_cautious,
    "longest": longest,
    "shortest": shortest,
    "words": by_words,
    "looks": by_looks,
}
