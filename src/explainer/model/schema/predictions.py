"""Rows for predictions: what is asked before anything is shown, and what is shown then."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from explainer.model.schema.fields import YES_NO, Id, NotebookName
from explainer.model.schema.row import Link, Row, Words
from explainer.model.schema.teaching import FACTS
from explainer.model.schema.vocabularies import Voice


class Prediction(Row):
    """A question to commit to before looking; its answer is read from findings, or from rows."""

    file: ClassVar[str] = "teaching/predictions.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    lesson: Annotated[NotebookName, Link("lessons")]
    """The lesson it stands in."""
    question: Words
    """What is asked; it gives nothing away."""
    agent: Annotated[Id | None, Link("receptors")] = None
    """The receptor that is activated: guesses, answer and cards are then made from its findings."""
    domain: Annotated[Id | None, Link("domains")] = None
    """The domain that is looked at when that receptor is activated."""
    reveal: str = ""
    """The answer in one sentence; blank where it is made from findings."""
    findings: Annotated[tuple[Id, ...], FACTS, Field(max_length=2)] = ()
    """One row or two that show it, opposed if any are; blank where they are found by receptor."""
    counts: tuple[str, ...] = ()
    """Counts that make the answer so, such as ``4 = receptors``; they are counted again."""
    answered_by: tuple[str, ...] = ()
    """What else gives it away: rows, figures as ``figures.evidence``, cells as ``#cell-05``."""
    figure: str = ""
    """What is drawn once the reader has settled, such as ``network focus=kappa``; may be blank."""
    circuit: Annotated[Id | None, Link("receptors")] = None
    """The receptor whose steps from cell to cell are drawn once the reader has settled, if any."""


class Guess(Row):
    """One of the guesses that a reader can settle on."""

    file: ClassVar[str] = "teaching/guesses.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    prediction: Annotated[Id, Link("predictions")]
    """The prediction."""
    text: Words
    """The guess as a bare claim."""
    is_answer: Annotated[bool, YES_NO]
    """Whether it is what the rows say."""
    reply: str = ""
    """What is said to whoever chose it; blank: whether it is what the rows say, and no more."""
