"""How receptors work: what happens step by step, and how far a molecule switches one on."""

from __future__ import annotations

from typing import Annotated, ClassVar

from explainer.model.schema.fields import Id
from explainer.model.schema.row import Link, SourcedRow, Words
from explainer.model.schema.vocabularies import EfficacyTopic, Evidence, Side, StepLevel, Voice


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


class Response(SourcedRow):
    """One finding, or one argument, on how far molecules switch receptors on."""

    file: ClassVar[str] = "pharmacology/responses.csv"
    voice: ClassVar[Voice] = "pharmacology"
    is_ordered: ClassVar[bool] = True
    topic: EfficacyTopic
    """What it is about."""
    side: Side | None = None
    """Where sources disagree: whether it speaks for the idea or against it, or leaves it open."""
    receptor: Annotated[tuple[Id, ...], Link("receptors")] = ()
    """The receptors, where it is about some."""
    molecules: Annotated[tuple[Id, ...], Link("ligands", "peptides")] = ()
    """The molecules, where they are in our tables."""
    evidence: Evidence
    """What kind of evidence it is; a label, not a grade."""
    species: Words
    """In which animals, people or cells; or that the source does not say."""
    finding: Words
    """What was found or argued, in one plain sentence."""
    caveat: Words
    """What must be said whenever this row is shown."""
