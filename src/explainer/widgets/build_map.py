"""Build the map: the reader draws first, then sees what the sources and the article have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets

from explainer.learning import beliefs
from explainer.view import arguments, cache
from explainer.widgets import bundle, parcel, twins
from explainer.widgets.fallback import Twinned

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


class BuildMap(Twinned):
    """Draw at most eight lines of what you believe, then lay two maps over them.

    What is drawn stays in the browser and goes into the case book; the kernel is told nothing.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Attributes
    ----------
    data, late
        What the browser is sent, what is laid over the map packed apart; not to be set.

    Raises
    ------
    TypeError
        Where ``system`` is no system.

    """

    _script = traitlets.Unicode(
        bundle.styled("map/index.js", bundle.styles("map/map.css", "explainer-map"))
    ).tag(sync=True)
    data = traitlets.Dict().tag(sync=True)
    late = parcel.named()

    def __init__(self, system: System) -> None:
        self._system = arguments.system_of(system)
        packed = parcel.of(system).parcel(
            "map", lambda: cache.packed(beliefs.answer(system)), is_late=True
        )
        super().__init__(data=beliefs.build(system), late=packed)

    def _twin(self) -> Twin:
        return twins.of_map(self._system)
