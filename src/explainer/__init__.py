"""The opioid system as one lay article tells it and as pharmacology sources show it, side by side.

Descriptive only: no advice, no doses, no ranking by strength.

>>> import explainer as ex
>>> system = ex.load()
>>> system.receptors["mu"].gene
'OPRM1'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.model.errors import DataError, Problem
    from explainer.model.loading import load
    from explainer.model.system import System

__all__ = ["DataError", "Problem", "System", "load"]
__version__ = "0.1.0"

_HOMES = {
    "System": "explainer.model.system",
    "load": "explainer.model.loading",
    "DataError": "explainer.model.errors",
    "Problem": "explainer.model.errors",
}
# Rooms that curators ask by a short name.
_ROOMS = {"rules": "explainer.curation.rules", "tour": "explainer.learning.tour"}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (SPEC 1): the schema alone takes 0.3 s."""
    if name in _ROOMS:
        return importlib.import_module(_ROOMS[name])
    if name not in _HOMES:
        raise AttributeError(f"module 'explainer' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
