"""What many widgets of a kernel share, such as a script or a picture: sent once, named by each."""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets
import traitlets

from explainer.view import cells

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.view.cache import Cache

_KEPT = "_shelf"


class Parcel(ipywidgets.Widget):
    """Bytes that go over the wire once; it is never shown, others name it as one of their words."""

    # Of the browser's models this one alone keeps bytes when Lab writes its state into a notebook.
    _model_name = traitlets.Unicode("AnyModel").tag(sync=True)
    _model_module = traitlets.Unicode("anywidget").tag(sync=True)
    _model_module_version = traitlets.Unicode(
        anywidget.AnyWidget.class_traits()["_model_module_version"].default_value
    ).tag(sync=True)
    _esm = traitlets.Unicode("export default {}").tag(sync=True)
    _anywidget_id = traitlets.Unicode("explainer.parcel").tag(sync=True)
    content = traitlets.Bytes().tag(sync=True)


def named() -> Any:  # noqa: ANN401 - traitlets has no types of its own
    """A word that names a parcel."""
    return traitlets.Instance(Parcel).tag(sync=True, **ipywidgets.widget_serialization)


class Shelf:
    """Parcels by name; each is made when it is first wanted, and anew if somebody closed it."""

    def __init__(self) -> None:
        self._parcels: dict[str, Parcel] = {}

    def parcel(self, name: str, content: Callable[[], bytes], *, is_late: bool = False) -> Parcel:
        """Give the parcel; a late one is filled once the running cell has shown what it shows."""
        found = self._parcels.get(name)
        if found is None or found.comm is None:
            found = self._parcels[name] = Parcel(content=b"" if is_late else content())
            if is_late:
                cells.at_end(functools.partial(_fill, found, content))
        return found

    def close(self) -> None:
        """Close all parcels, on both sides of the wire."""
        for one in self._parcels.values():
            one.close()


def _fill(parcel: Parcel, content: Callable[[], bytes]) -> None:
    parcel.content = content()


@functools.cache
def scripts() -> Shelf:
    """Parcels of the kernel itself: what widgets of a kind run."""
    return Shelf()


def of(shared: Cache | System) -> Shelf:
    """Give the parcels of a system; they go when it goes, as ipywidgets keeps every widget."""
    kept = vars(shared)  # as the system keeps its cache
    if _KEPT not in kept:
        kept[_KEPT] = Shelf()
        weakref.finalize(shared, kept[_KEPT].close).atexit = False
    found: Shelf = kept[_KEPT]
    return found
