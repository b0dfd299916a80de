"""Whom a finding is on: people, or something that stands in for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from explainer.model.schema.categories import is_told_by_others, measured_people

if TYPE_CHECKING:
    from explainer.model.schema import Effect

Who = Literal["people", "animals", "word"]
WHOSE: tuple[Who, ...] = ("people", "animals", "word")

_PEOPLE = re.compile(r"\b(?:people|adults|men|women|mothers|patients|volunteers)\b", re.IGNORECASE)

_ANIMALS = re.compile(r"\b(?:animals?|mice|mouse|rats?|rodents|cats)\b", re.IGNORECASE)


def is_on_people(effect: Effect) -> bool:
    """Studies in people; news on them is no evidence, nor are cells or animals beside them."""
    measured = measured_people(effect.evidence)
    return bool(_PEOPLE.search(effect.population)) if measured is None else measured


def is_on_animals(effect: Effect) -> bool:
    """Whether it measured animals, or sums up what did and no people."""
    if is_told_of_people(effect):
        return False
    return effect.evidence == "animal" or bool(_ANIMALS.search(effect.population))


def is_told_of_people(effect: Effect) -> bool:
    """Whether it speaks of people, be it in the news: what a number of people can stand beside."""
    return is_on_people(effect) or (
        effect.evidence == "news" and bool(_PEOPLE.search(effect.population))
    )


def who_of(effect: Effect) -> Who:
    """Whom a finding is on; word at second hand is neither people nor animals, but word."""
    if is_told_by_others(effect.evidence):
        return "word"
    return "people" if is_on_people(effect) else "animals"
