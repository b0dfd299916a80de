"""What well-formed rows for teaching must still live up to: questions that explain, short scenes.

Each rule yields a row, its column, the fault and the way out; `places` tells the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from explainer.curation.rules import options, predictions
from explainer.model.schema import Option, Question, Row, Scene
from explainer.model.system import System

Finding = tuple[Row, str, str, str]
Rule = Callable[[System], Iterator[Finding]]

FEWEST = 3  # with two options a guess is right half of the time
MOST = 4
_CATCH_ALL = re.compile(
    r"(?:all|none|both|neither)(?: of)? (?:the above|these|them|answers)\W*|.*\bthe above\b.*",
    re.IGNORECASE,
)


def check(system: System) -> Iterator[Finding]:
    """Run every rule for teaching."""
    for rule in RULES:
        yield from rule(system)


def _options(system: System, question: Question) -> list[Option]:
    return list(system.options.where(question=question.id).values())


def questions_have_one_answer(system: System) -> Iterator[Finding]:
    """Exactly one option of a question is right."""
    for row in system.questions.values():
        right = [option.id for option in _options(system, row) if option.is_answer]
        if len(right) != 1:
            fault = f"{len(right)} of its options are right{': ' if right else ''}"
            yield row, "id", fault + ", ".join(right), "mark one option as the answer, the rest no"


def questions_have_three_or_four_options(system: System) -> Iterator[Finding]:
    """A question has three options or four, and no two read the same."""
    for row in system.questions.values():
        several = _options(system, row)
        if not FEWEST <= len(several) <= MOST:
            yield row, "id", f"it has {len(several)} options", f"give it {FEWEST} or {MOST}"
        seen: set[str] = set()
        for option in several:
            if option.text.lower() in seen:
                yield option, "text", "another option of the question reads the same", "reword it"
            seen.add(option.text.lower())


def wrong_options_show_a_misconception(system: System) -> Iterator[Finding]:
    """A wrong option names the misconception behind it, the right one names none."""
    for row in system.options.values():
        if not row.is_answer and row.misconception is None:
            way_out = "name the misconception that makes it tempting, or drop the option"
            yield row, "misconception", "a wrong option without a misconception", way_out
        if row.is_answer and row.misconception is not None:
            fault = f"the right option names {row.misconception!r}"
            yield row, "misconception", fault, "leave it blank, or mark another option as right"


def misconceptions_are_used(system: System) -> Iterator[Finding]:
    """Each misconception stands behind an option."""
    used = {row.misconception for row in system.options.values()}
    for row in system.misconceptions.values():
        if row.id not in used:
            yield row, "id", "no option shows it", "ask a question that brings it out, or drop it"


def options_say_something_themselves(system: System) -> Iterator[Finding]:
    """No option stands for others: such a one is answered by logic, not by knowing."""
    for row in system.options.values():
        if found := _CATCH_ALL.fullmatch(row.text):
            yield row, "text", f"{found[0]!r} tests how options are read", "say what is meant"


def refutations_say_more(system: System) -> Iterator[Finding]:
    """What refutes is longer than what it refutes, so that cells that changed places show."""
    way_out = "see that the two have not changed places; then say why"
    for belief in system.misconceptions.values():
        if len(belief.refutation) <= len(belief.belief):
            yield belief, "refutation", "it says no more than the belief", way_out


def questions_ask(system: System) -> Iterator[Finding]:
    """A question ends as one; a headline ends as headlines do."""
    for row in system.questions.values():
        if not row.prompt.rstrip('”"').endswith("?"):
            yield row, "prompt", "it asks nothing", "end it with a question mark"
        if row.headline.endswith((".", "?")):
            yield row, "headline", "it ends as a sentence", "leave its last sign out"


# Tours

MOST_WORDS = 70  # of narration: half a minute, after which a class looks elsewhere
WORDS_A_MINUTE = 150  # read aloud without haste
SECONDS_TO_THINK = 10  # after each question


def _words(scene: Scene) -> int:
    return len(f"{scene.narration} {scene.question} {scene.notice}".split())


def tours_have_scenes_for_their_time(system: System) -> Iterator[Finding]:
    """A tour has scenes, and can be told in its minutes with time to think."""
    for row in system.tours.values():
        stops = list(system.scenes.where(tour=row.id).values())
        if not stops:
            yield row, "id", "it has no scene", "add scenes, or drop the tour"
        if row.name[0].islower():
            way_out = "see that name and audience have not changed places"
            yield row, "name", f"{row.name!r} is no title", way_out
        minutes = sum(map(_words, stops)) / WORDS_A_MINUTE + len(stops) * SECONDS_TO_THINK / 60
        if minutes > row.minutes:
            fault = f"its scenes take {minutes:.1f} minutes to tell, {row.minutes} are given"
            yield row, "minutes", fault, "shorten its scenes, or give it more time"


def scenes_are_short(system: System) -> Iterator[Finding]:
    """What is told at a scene stays within the half minute that a class listens."""
    for row in system.scenes.values():
        number = len(row.narration.split())
        if number > MOST_WORDS:
            fault = f"{number} words, {MOST_WORDS} at most"
            yield row, "narration", fault, "leave out what the picture shows"


def scenes_ask(system: System) -> Iterator[Finding]:
    """A scene's question is one, so that readers think before they look."""
    for row in system.scenes.values():
        if not row.question.endswith("?"):
            yield row, "question", "it asks nothing", "end it with a question mark"


def lessons_ask(system: System) -> Iterator[Finding]:
    """A lesson's question is one, and its title gives none away; no older name is a living one."""
    claimed: dict[str, str] = {row.id: row.id for row in system.lessons.values()}
    for row in system.lessons.values():
        if not row.question.endswith("?") or row.title.endswith("?"):
            yield row, "question", "title and question have changed places", "end it with '?'"
        for name in row.was:
            if claimed.setdefault(name, row.id) != row.id or name == row.id:
                fault = f"{name!r} leads to {claimed[name]!r} already"
                yield row, "was", fault, "name each older lesson once, at the one that follows it"


RULES: tuple[Rule, ...] = (
    lessons_ask,
    questions_have_one_answer,
    questions_have_three_or_four_options,
    wrong_options_show_a_misconception,
    misconceptions_are_used,
    options_say_something_themselves,
    refutations_say_more,
    questions_ask,
    *options.RULES,
    *predictions.RULES,
    tours_have_scenes_for_their_time,
    scenes_are_short,
    scenes_ask,
)
