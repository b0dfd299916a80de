"""The glossary: a folded list of words, and their meaning wherever the text links to one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import traitlets

from explainer.learning import glossary
from explainer.view import arguments
from explainer.widgets import bundle, twins
from explainer.widgets.fallback import Twinned

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


class Glossary(Twinned):
    """Show what the words of a lesson mean, in a list and beside each link to one.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    terms
        Words as they stand after ``#term-`` in the lesson's links; without them, all.

    Attributes
    ----------
    data
        What the browser is sent; not to be set.

    Raises
    ------
    ValueError
        Where a word is not in the glossary; it names the nearest ones.
    TypeError
        Where ``system`` is no system, or ``terms`` are no words.

    """

    _script = traitlets.Unicode(
        bundle.styled(
            "glossary/index.js", bundle.styles("glossary/glossary.css", "explainer-glossary")
        )
    ).tag(sync=True)
    data = traitlets.Dict().tag(sync=True)

    def __init__(self, system: System, terms: Iterable[str] | None = None) -> None:
        self._system = arguments.system_of(system)
        self._terms = None if terms is None else list(arguments.words_of("terms", terms))
        super().__init__(data=glossary.build(system, self._terms))

    def _twin(self) -> Twin:
        return twins.of_glossary(self._system, self._terms)
