"""Receptor reserve: a model to play with, and what happens when receptors are taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets

from explainer.learning import reserve
from explainer.view import arguments
from explainer.widgets import bundle, twins
from explainer.widgets.fallback import Twinned

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


class Reserve(Twinned):
    """Show by a model how far molecules switch receptors on, and that it depends on the tissue.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Attributes
    ----------
    data
        What the browser is sent; not to be set.

    Raises
    ------
    TypeError
        Where ``system`` is no system.

    """

    _script = traitlets.Unicode(
        bundle.styled("reserve/index.js", bundle.styles("reserve/reserve.css", "explainer-reserve"))
    ).tag(sync=True)
    data = traitlets.Dict().tag(sync=True)

    def __init__(self, system: System) -> None:
        self._system = arguments.system_of(system)
        super().__init__(data=reserve.build(system))

    def _twin(self) -> Twin:
        return twins.of_reserve(self._system)
