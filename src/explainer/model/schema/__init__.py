"""The schema: one class for each table, one sentence for each column.

A class is a row. Its name, the attribute of `System`, the file and the heading in the data
dictionary are one word in four places: ``Peptide``, ``system.peptides``, ``peptides.csv``.
A column's type says which cells it takes, ``Link`` says which tables its words are ids of, and
the sentence under it is what the data dictionary prints. Modules part the classes by voice.
"""

from explainer.model.schema.article import Assessment, Claim, Subject
from explainer.model.schema.fields import FormError
from explainer.model.schema.pharmacology import (
    Effect,
    Event,
    Group,
    Identifier,
    Interaction,
    Ligand,
    Peptide,
    Precursor,
    Receptor,
)
from explainer.model.schema.predictions import Guess, Prediction
from explainer.model.schema.results import Result
from explainer.model.schema.row import Link, Row, SourcedRow
from explainer.model.schema.shared import (
    Audit,
    Curator,
    Domain,
    Helpline,
    Search,
    Signature,
    Source,
)
from explainer.model.schema.steps import Response, Step
from explainer.model.schema.targets import Target
from explainer.model.schema.teaching import (
    Lesson,
    Misconception,
    Option,
    Question,
    Scene,
    Term,
    Tour,
)
from explainer.model.schema.vocabularies import Voice

__all__ = [
    "Assessment",
    "Audit",
    "Claim",
    "Curator",
    "Domain",
    "Effect",
    "Event",
    "FormError",
    "Group",
    "Guess",
    "Helpline",
    "Identifier",
    "Interaction",
    "Lesson",
    "Ligand",
    "Link",
    "Misconception",
    "Option",
    "Peptide",
    "Precursor",
    "Prediction",
    "Question",
    "Receptor",
    "Response",
    "Result",
    "Row",
    "Scene",
    "Search",
    "Signature",
    "Source",
    "SourcedRow",
    "Step",
    "Subject",
    "Target",
    "Term",
    "Tour",
    "Voice",
]
