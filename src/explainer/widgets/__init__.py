"""What is touched: each widget shows its rows to eye, keyboard and screen reader alike."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.widgets.build_map import BuildMap
    from explainer.widgets.casebook import CaseBook
    from explainer.widgets.explorer import Explorer
    from explainer.widgets.glossary import Glossary
    from explainer.widgets.prediction import Prediction
    from explainer.widgets.quiz import Quiz
    from explainer.widgets.reserve import Reserve
    from explainer.widgets.tour import Tour

__all__ = ["BuildMap", "CaseBook", "Explorer", "Glossary", "Prediction", "Quiz", "Reserve", "Tour"]
_HOMES = {"BuildMap": "build_map"}


def __getattr__(name: str) -> object:
    """Import a widget when it is first used: all of them take 2 MB more than an Explorer."""
    if name not in __all__:
        raise AttributeError(f"module 'explainer.widgets' has no attribute {name!r}")
    home = _HOMES.get(name, name.lower())
    return getattr(importlib.import_module(f"explainer.widgets.{home}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
