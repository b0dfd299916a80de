"""Charts: each function takes a `System` and returns a matplotlib ``Figure``.

Each takes ``page``, the ground it is for: ``print`` (black on white, clear in grey as well),
``projector`` (a slide of 13.3 by 7.5 inches, large type, few words) or ``dark``. Each figure's
``description`` tells in words what it shows. Tables are in `explainer.tables`.
"""

from __future__ import annotations

import importlib
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.figures._evidence import evidence
    from explainer.figures._mechanism import mechanism
    from explainer.figures._network import network
    from explainer.figures._precursors import precursors
    from explainer.figures._profiles import profiles
    from explainer.figures._timeline import timeline

__all__ = [
    "evidence",
    "mechanism",
    "network",
    "precursors",
    "profiles",
    "timeline",
]


def __getattr__(name: str) -> object:
    """Import a figure when it is first drawn: matplotlib alone takes 30 MB."""
    if name not in __all__:
        raise AttributeError(f"module 'explainer.figures' has no attribute {name!r}")
    # What matplotlib says while it is loaded is about its cache: in red, and not for readers.
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        module = importlib.import_module(f"explainer.figures._{name}")
    finally:
        log.setLevel(level)
    return getattr(module, name)
