"""What all widgets share: their words where none can be shown, and room for the next run."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets
from ipywidgets.widgets import widget as registry

from explainer.view import cells
from explainer.widgets import bundle

if TYPE_CHECKING:
    from explainer.widgets.parcel import Parcel
    from explainer.widgets.view_twin import Twin


class Twinned(anywidget.AnyWidget):
    """A widget that says in words what it shows, and goes when its cell is run again."""

    _esm = bundle.handing_over(bundle.script("shared/once.js"))
    # Each widget's own, in a parcel where it is long; `_esm` has a page import it once.
    _script: traitlets.Instance[Parcel] | traitlets.Unicode[str, str]

    def _twin(self) -> Twin:
        """What it shows now, by MIME type."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:  # noqa: ANN401 - as anywidget declares it
        """Show the widget, and beside it its words for all that can show no widget."""
        cells.show(self, _leave)
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data.update(self._twin())
        return bundle


def _leave(shown: Twinned) -> Iterator[cells.Entry]:
    """Take a widget and its layout out of where ipywidgets keeps all; the wire closes with them."""
    for one in (shown, shown.layout):
        if one.comm is not None:
            registry._instances.pop(one.model_id, None)  # noqa: SLF001 - there is no other way
            one.comm.on_msg(None)
            yield weakref.ref(one), _enter


def _enter(one: Any) -> None:  # noqa: ANN401 - ipywidgets has no types
    """Be heard and found again."""
    registry._instances[one.model_id] = one  # noqa: SLF001 - as it was
    one.comm.on_msg(one._handle_msg)  # noqa: SLF001 - as ipywidgets does
