"""Rows in the article's voice, which cite the article alone, and our assessments of them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from explainer.model.schema.fields import YES_NO, Id, Paragraph
from explainer.model.schema.row import Link, SourcedRow, Words
from explainer.model.schema.vocabularies import Direction, Hedging, Topic, Verdict, Voice


class Subject(SourcedRow):
    """What the article speaks of, in its own terms."""

    file: ClassVar[str] = "article/subjects.csv"
    voice: ClassVar[Voice] = "article"
    is_ordered: ClassVar[bool] = True
    name: Words
    """Our short name for it; a single term of the article stands in quotation marks."""
    note: str = ""
    """How the article uses it."""
    names: Annotated[tuple[Id, ...], Link("ligands", "peptides")] = ()
    """The molecules that the article itself names with this word; never our guess."""
    is_receptor: Annotated[bool, YES_NO] = False
    """Whether it speaks of receptors without naming their type; drawn beside the named ones."""


class Claim(SourcedRow):
    """One thing the article says, in our own words."""

    file: ClassVar[str] = "article/claims.csv"
    voice: ClassVar[Voice] = "article"
    paragraph: Paragraph
    """Where it stands: `p3` is the third paragraph, `b2` the second bulleted line."""
    topic: Topic
    """What the claim is about."""
    statement: Words
    """What the article says, in our own words."""
    subjects: Annotated[tuple[Id, ...], Link("subjects")]
    """What it says it of."""
    domains: Annotated[tuple[Id, ...], Link("domains")] = ()
    """The domains it names; blank where it names none."""
    direction: Direction | None = None
    """Which way it says the domain goes; blank where it says none."""
    hedging: Hedging
    """How firmly it is said."""
    names_receptor: Annotated[bool, YES_NO]
    """Whether the article names a receptor type here; it never does."""
    open_end: Annotated[bool, YES_NO] = False
    """Whether the sentence stops before its end; what is missing is not filled in."""


class Assessment(SourcedRow):
    """How one claim stands against the pharmacology rows: our judgement, signed and dated."""

    file: ClassVar[str] = "article/assessments.csv"
    voice: ClassVar[Voice] = "ours"
    claim: Annotated[Id, Link("claims")]
    """The claim."""
    verdict: Verdict
    """How it stands."""
    because: Annotated[
        tuple[Id, ...],
        Link(
            "receptors",
            "precursors",
            "peptides",
            "ligands",
            "groups",
            "interactions",
            "effects",
            "events",
        ),
    ] = ()
    """The pharmacology rows it rests on."""
    note: Words
    """Why, in one or two plain sentences."""
    people_for: Annotated[tuple[Id, ...], Link("effects")] = ()
    """The strongest findings on people that speak for the claim, among those it rests on."""
    people_against: Annotated[tuple[Id, ...], Link("effects")] = ()
    """The strongest findings on people that speak against it, among those it rests on."""
