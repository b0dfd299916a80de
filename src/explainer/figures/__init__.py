"""What is seen: each function takes a `System` and returns a matplotlib ``Figure``."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.figures._network import network
    from explainer.figures._silences import silences

__all__ = ["network", "silences"]


def __getattr__(name: str) -> object:
    """Import a figure when it is first drawn: matplotlib alone takes 30 MB."""
    if name not in __all__:
        raise AttributeError(f"module 'explainer.figures' has no attribute {name!r}")
    return getattr(importlib.import_module(f"explainer.figures._{name}"), name)
