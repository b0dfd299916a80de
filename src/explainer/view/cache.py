"""The payload of a system, built once and packed once, and kept as long as the system is."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from explainer.view import payload

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.view.state import Choices

_KEPT = "_cache"


class Cache:
    """What all views of one system share; nobody writes into it."""

    def __init__(self, system: System) -> None:
        self.payload: dict[str, Any] = payload.build(system)
        self.choices: Choices = payload.choices(system)
        self._packed: dict[str, bytes] = {}

    def packed(self, name: str = "", more: Callable[[], dict[str, Any]] = dict) -> bytes:
        """What the browser is sent: the payload, and under a name of its own what is added."""
        if name not in self._packed:
            whole = json.dumps(self.payload | more(), ensure_ascii=False, separators=(",", ":"))
            self._packed[name] = zlib.compress(whole.encode(), 9)
        return self._packed[name]


def of(system: System) -> Cache:
    """Give what the views of a system share; it goes when the system goes."""
    kept = vars(system)  # where its graph is kept as well
    if _KEPT not in kept:
        kept[_KEPT] = Cache(system)
    found: Cache = kept[_KEPT]
    return found
