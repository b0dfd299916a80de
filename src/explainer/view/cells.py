"""What a cell showed is given back when the cell is run again and shows something anew.

Else a page that stays open all day would gather a picture in the kernel, and a model on both sides
of the wire, for each run: IPython keeps every result (`Out`, `_12`) and ipywidgets every widget.
What the reader still holds, or another cell shows, stays as it is, and the garbage collector is
the judge of that: what was shown is taken out of those two, and whatever is still alive is put in
again. Front ends that do not say which cell runs are left alone.
"""

from __future__ import annotations

import functools
import gc
import sys
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

# What left a register, and how it enters again.
Entry = tuple[weakref.ref[Any], Callable[[Any], object]]
Leave = Callable[[Any], Iterable[Entry]]


class Run(NamedTuple):
    """One run of a cell: what it has shown, and how each of that leaves its own registers."""

    id: str
    shown: list[tuple[weakref.ref[Any], Leave]]


class Cells:
    """The last run of each cell of a shell."""

    def __init__(self, shell: Any) -> None:  # noqa: ANN401 - nothing here imports IPython
        self._shell = shell
        self._runs: dict[str, Run] = {}
        self._former: list[tuple[weakref.ref[Any], Leave]] = []
        shell.events.register("post_run_cell", self._give_back)

    def note(self, cell: str, run: str, shown: object, leave: Leave) -> None:
        """Note what a run of a cell shows; at its end, what only a former run showed goes."""
        last = self._runs.get(cell)
        if last is None or last.id != run:
            self._former += last.shown if last else []
            last = self._runs[cell] = Run(run, [])
        last.shown.append((weakref.ref(shown), leave))

    def _give_back(self, *_: object) -> None:
        former, self._former = self._former, []
        in_view = {id(ref()) for run in self._runs.values() for ref, _ in run.shown}
        entries: list[Entry] = []
        for ref, leave in former:
            one = ref()
            if one is not None and id(one) not in in_view:
                entries += [*self._leave_caches(one), *leave(one)]
            del one
        if entries:
            gc.collect()
        for ref, enter in entries:
            if (alive := ref()) is not None:
                enter(alive)

    def _leave_caches(self, one: object) -> Iterator[Entry]:
        """Take one result out of where IPython keeps results; a reader's own name for it stays."""
        names, hidden = self._shell.user_ns, self._shell.user_ns_hidden
        results, hook = names.get("_oh", {}), vars(self._shell.displayhook)
        own = [name for name, value in hidden.items() if value is one and names.get(name) is one]
        for cache, keys in (
            (names, own),
            (hidden, own),
            (results, [number for number, value in results.items() if value is one]),
        ):
            for key in keys:
                del cache[key]
                yield weakref.ref(one), functools.partial(cache.__setitem__, key)
        for key in ("_", "__", "___"):  # these must be there
            if hook.get(key) is one:
                hook[key] = ""
                yield weakref.ref(one), functools.partial(hook.__setitem__, key)


def at_end(act: Callable[[], object]) -> None:
    """Act when the running cell has shown what it shows; at once where no cell runs."""
    shell = _shell()
    if _parent(shell).get("header", {}).get("msg_type") != "execute_request":
        act()
        return

    def once(*_: object) -> None:
        shell.events.unregister("post_run_cell", once)
        act()

    shell.events.register("post_run_cell", once)


@functools.lru_cache(maxsize=1)
def _of(shell: Any) -> Cells:  # noqa: ANN401 - as above
    return Cells(shell)


def show(one: object, leave: Leave = lambda _: ()) -> None:
    """Note that the running cell shows something; ``leave`` takes it out of other registers."""
    shell = _shell()
    parent = _parent(shell)
    if cell := parent.get("metadata", {}).get("cellId"):
        _of(shell).note(cell, parent["header"]["msg_id"], one, leave)


def _shell() -> Any:  # noqa: ANN401 - as above
    ipython: Any = sys.modules.get("IPython")
    return ipython and ipython.get_ipython()


def _parent(shell: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """The message that a shell answers now."""
    found: dict[str, Any] = shell.get_parent() if hasattr(shell, "get_parent") else {}
    return found
