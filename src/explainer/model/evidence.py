"""Whom a finding is on: people, or something that stands in for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.model.schema.categories import measured_people

if TYPE_CHECKING:
    from explainer.model.schema import Effect

_PEOPLE = re.compile(r"\b(?:people|adults|men|women|mothers|patients|volunteers)\b", re.IGNORECASE)


def is_on_people(effect: Effect) -> bool:
    """Studies in people; news on them is no evidence, nor are cells or animals beside them."""
    measured = measured_people(effect.evidence)
    return bool(_PEOPLE.search(effect.population)) if measured is None else measured


def is_told_of_people(effect: Effect) -> bool:
    """Whether it speaks of people, be it in the news: what a number of people can stand beside."""
    return is_on_people(effect) or (
        effect.evidence == "news" and bool(_PEOPLE.search(effect.population))
    )
