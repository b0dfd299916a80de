"""What molecules do beyond opioid receptors, in pharmacology's voice."""

from __future__ import annotations

from typing import Annotated, ClassVar

from explainer.model.schema.fields import Id
from explainer.model.schema.row import Link, SourcedRow, Words
from explainer.model.schema.vocabularies import (
    Evidence,
    OtherTarget,
    Species,
    TargetAction,
    Voice,
)


class Target(SourcedRow):
    """What a molecule does beyond opioid receptors, where it bears on mood or anxiety."""

    file: ClassVar[str] = "pharmacology/targets.csv"
    voice: ClassVar[Voice] = "pharmacology"
    molecule: Annotated[Id, Link("peptides", "ligands", "precursors", "groups")]
    """The molecule; a precursor stands for the peptides cut from it."""
    target: OtherTarget
    """What it reaches that is no opioid receptor."""
    action: TargetAction
    """What it does there, as the source has it."""
    evidence: Evidence
    """What kind of evidence it is; a label, not a grade."""
    species: Species | None = None
    """Whose target was studied; blank: not stated in what was read."""
    finding: Words
    """The finding in one plain sentence."""
    caveat: str = ""
    """What must be said whenever this row is shown."""
