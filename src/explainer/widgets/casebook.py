"""The case book: what a reader guessed, answered and wrote, kept by them and handed in by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets

from explainer.learning import casebook
from explainer.view import arguments
from explainer.widgets import bundle, twins
from explainer.widgets.fallback import Twinned

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


class CaseBook(Twinned):
    """Gather guesses, first tries, lines and the last sentence, and hand them in as one file.

    All of it stays in the browser: the kernel is told nothing, so that no notebook keeps it.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    lesson
        A lesson's name, such as ``"04_kappa"``: then its one line is asked
        for, and all the rest is folded. Blank: the whole case book.

    Attributes
    ----------
    data
        What the browser is sent; not to be set.

    Raises
    ------
    ValueError
        Where the lesson has no line; it names those that have.
    TypeError
        Where ``system`` is no system, or ``lesson`` is no word.

    """

    _script = traitlets.Unicode(
        bundle.styled(
            "casebook/index.js", bundle.styles("casebook/casebook.css", "explainer-casebook")
        )
    ).tag(sync=True)
    data = traitlets.Dict().tag(sync=True)

    def __init__(self, system: System, lesson: str = "") -> None:
        self._system = arguments.system_of(system)
        super().__init__(data=casebook.build(system, arguments.word_of("lesson", lesson)))

    def _twin(self) -> Twin:
        return twins.of_casebook(self._system, str(self.data["lesson"]))
