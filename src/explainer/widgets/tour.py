"""The tour: scenes told beside the picture, one after the other, for a lecture or for oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from explainer.learning import tour as tours
from explainer.view import arguments, cache
from explainer.view.cache import Cache
from explainer.widgets import bundle, parcel, twins
from explainer.widgets.explorer import Explorer
from explainer.widgets.parcel import Parcel

if TYPE_CHECKING:
    from explainer.model.schema import Scene
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


class Tour(Explorer):
    """Walk through the picture scene by scene; within a scene all of it can be explored.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    tour
        The tour's id: ``"tour_class"``, ``"tour_lecture"`` or ``"tour_evidence"``.
    scene
        Number of the scene to begin with, from 1; an attribute as well, which follows the reader.

    Attributes
    ----------
    words
        What the browser is sent of the scenes, packed; not to be set.
    current
        The row of the scene that is told now; all of `Explorer` follows it.

    Raises
    ------
    ValueError
        Where this system has no such tour, or the tour no such scene.
    TypeError
        Where ``system`` is no system, ``tour`` no word or ``scene`` no whole number.

    """

    words = parcel.named()
    # The browser is where a step is made, so the kernel does not send it back.
    scene = traitlets.Int(1).tag(sync=True, echo_update=False)

    def __init__(self, system: System, tour: str = "tour_class", *, scene: int = 1) -> None:
        self._tour = arguments.word_of("tour", tour)
        self._scenes = tours.scenes(arguments.system_of(system), tour)
        self._checked_number(scene)
        super().__init__(system, code=self._scenes[scene - 1].view)
        self.scene = scene

    def _parcels(self, shared: Cache) -> dict[str, Parcel]:
        """Send the scenes beside the picture."""
        words = parcel.of(shared).parcel(
            self._tour, lambda: cache.packed(tours.build(self._system, self._tour))
        )
        return super()._parcels(shared) | {"words": words}

    @staticmethod
    def _packed_script() -> bytes:
        """What runs in the browser."""
        picture = bundle.styles("explorer/explorer.css", "explainer")
        own = bundle.styles("tour/tour.css", "explainer-tour")
        return bundle.packed("tour/index.js", picture + own)

    def _checked_number(self, number: int) -> int:
        arguments.number_of("scene", number)
        if not 1 <= number <= len(self._scenes):
            raise ValueError(f"scene={number}: {self._tour} has scenes 1 to {len(self._scenes)}")
        return number

    @traitlets.validate("scene")
    def _there(self, proposal: dict[str, Any]) -> int:
        return self._checked_number(proposal["value"])

    @traitlets.observe("scene")
    def _show(self, _: object) -> None:
        """Show the scene's view; a step in the browser brought it along, so nothing is sent."""
        self.code = self.current.view

    def _twin(self) -> Twin:
        return twins.of_tour(self._system, self._tour, self.scene, self.current)

    @property
    def tour(self) -> str:
        """The tour's id."""
        return self._tour

    @property
    def current(self) -> Scene:
        """The row of the scene that is told now."""
        return self._scenes[self.scene - 1]
