"""What happens when a receptor is switched on, step by step; told in pharmacology's voice."""

from __future__ import annotations

from typing import Annotated, ClassVar

from explainer.model.schema.fields import Id
from explainer.model.schema.row import Link, SourcedRow, Words
from explainer.model.schema.vocabularies import StepLevel, Voice


class Step(SourcedRow):
    """One step of how a receptor works: in the cell that bears it, or from cell to cell."""

    file: ClassVar[str] = "pharmacology/steps.csv"
    voice: ClassVar[Voice] = "pharmacology"
    is_ordered: ClassVar[bool] = True
    receptor: Annotated[Id, Link("receptors")]
    """The receptor."""
    level: StepLevel
    """Where it happens: in the cell, or in a circuit of cells."""
    label: Words
    """What happens, in a few words, as a picture says it."""
    finding: Words
    """What was found, in one plain sentence."""
    species: Words
    """In which animals, people or cells; or that the source does not say."""
    method: Words
    """How it was seen, in a few words."""
    caveat: str = ""
    """What must be said whenever this row is shown."""
