"""The quiz: one question at a time, and an answer that explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets

from explainer.learning import quiz
from explainer.view import arguments
from explainer.widgets import bundle, twins
from explainer.widgets.fallback import Twinned

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


class Quiz(Twinned):
    """Answer the questions of one lesson; nothing is sent, and nobody is scored.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    lesson
        The lesson's name, such as ``"01_the_bodys_own_opioids"``.

    Attributes
    ----------
    answers
        Id of each answered question to the id of the option chosen.
    first
        The same for the option that was chosen first.
    progress
        How far the reader has come; ``progress.as_text()`` writes it all down.
    data
        What the browser is sent; not to be set.

    Raises
    ------
    ValueError
        Where the lesson has no questions; it names those that have.
    TypeError
        Where ``system`` is no system, or ``lesson`` is no word.

    """

    _script = traitlets.Unicode(
        bundle.styled("quiz/index.js", bundle.styles("quiz/quiz.css", "explainer-quiz"))
    ).tag(sync=True)
    data = traitlets.Dict().tag(sync=True)
    # The browser is where a choice is made, so the kernel does not send it back.
    answers = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, echo_update=False
    )

    first = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, echo_update=False
    )

    def __init__(self, system: System, lesson: str | None = None) -> None:
        self._system = arguments.system_of(system)
        first = next(iter(quiz.titles(system)), "")
        name = first if lesson is None else arguments.word_of("lesson", lesson)
        super().__init__(data=quiz.build(system, quiz.name_now(system, name)))

    def _twin(self) -> Twin:
        return twins.of_quiz(self._system, self.lesson)

    @property
    def lesson(self) -> str:
        """The lesson's name."""
        return str(self.data["lesson"])

    @property
    def progress(self) -> quiz.Progress:
        """How far the reader has come; ``print(quiz.progress.as_text())`` writes it all down."""
        return quiz.progress(self._system, self.lesson, self.answers, self.first)
