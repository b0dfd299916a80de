"""What all widgets share: where none can be shown, its twin in words is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget

if TYPE_CHECKING:
    from explainer.widgets.twins import Twin


class Twinned(anywidget.AnyWidget):
    """A widget that says in words what it shows."""

    def _twin(self) -> Twin:
        """What it shows now, by MIME type."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:  # noqa: ANN401 - as anywidget declares it
        """Show the widget, and beside it its words for all that can show no widget."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data.update(self._twin())
        return bundle
