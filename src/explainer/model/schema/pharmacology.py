"""Rows in pharmacology's voice: they cite anything but the article."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from explainer.model.schema.fields import DECIMAL, WHOLE, YES_NO, Id, Residues
from explainer.model.schema.row import Link, SourcedRow, Words
from explainer.model.schema.vocabularies import (
    Action,
    Direction,
    Directness,
    Evidence,
    Exposure,
    LigandClass,
    Measure,
    Origin,
    PeptideStatus,
    Perturbation,
    Relation,
    Scheme,
    Species,
    Voice,
)


class Receptor(SourcedRow):
    """A receptor of the opioid family."""

    file: ClassVar[str] = "pharmacology/receptors.csv"
    voice: ClassVar[Voice] = "pharmacology"
    is_ordered: ClassVar[bool] = True
    name: Words
    """The name in prose."""
    iuphar_name: Words
    """The short name that IUPHAR gives."""
    synonyms: tuple[str, ...] = ()
    """Other names met in papers, parted by semicolons."""
    gene: Words
    """The human gene's HGNC symbol."""
    uniprot: Words
    """UniProt accession of the human protein."""
    gtopdb_id: Annotated[int, WHOLE]
    """Target number in the Guide to PHARMACOLOGY."""
    coupling: str = ""
    """The G protein family it couples to."""
    regions: tuple[str, ...] = ()
    """Brain regions in which the cited source describes it, parted by semicolons."""
    family_note: Words
    """Its place in the family."""

    @property
    def short_name(self) -> str:
        """Its name where it need not be called a receptor, as over a column of its own."""
        return self.name.removesuffix(" receptor")


class Precursor(SourcedRow):
    """A long protein from which peptides are cut."""

    file: ClassVar[str] = "pharmacology/precursors.csv"
    voice: ClassVar[Voice] = "pharmacology"
    is_ordered: ClassVar[bool] = True
    name: Words
    """The protein's name."""
    gene: Words
    """The human gene's HGNC symbol."""
    uniprot: Words
    """UniProt accession of the human protein."""


class Peptide(SourcedRow):
    """An opioid peptide made by the body, or proposed to be."""

    file: ClassVar[str] = "pharmacology/peptides.csv"
    voice: ClassVar[Voice] = "pharmacology"
    name: Words
    """The name in prose."""
    synonyms: tuple[str, ...] = ()
    """Other names, parted by semicolons."""
    precursor: Annotated[Id | None, Link("precursors")] = None
    """The precursor it is cut from; blank: none is known."""
    sequence: Residues
    """Amino acids, one letter each, from the first."""
    start: Annotated[int | None, Field(ge=1), WHOLE] = None
    """Place of its first amino acid in the precursor; blank: not given."""
    status: PeptideStatus
    """Whether the sources treat it as the body's own, or as a candidate."""
    gtopdb_id: Annotated[int | None, WHOLE] = None
    """Ligand number in the Guide to PHARMACOLOGY."""
    note: str = ""
    """What a reader should know about it."""


class Ligand(SourcedRow):
    """A molecule from outside the body that acts on opioid receptors, or a product of one."""

    file: ClassVar[str] = "pharmacology/ligands.csv"
    voice: ClassVar[Voice] = "pharmacology"
    name: Words
    """The name in prose (the international nonproprietary name where there is one)."""
    synonyms: tuple[str, ...] = ()
    """Other names, parted by semicolons."""
    origin: Origin | None = None
    """Where the molecule comes from; blank: no opened source says it."""
    ligand_class: LigandClass | None = None
    """How a cited source classes the molecule as a whole; blank: no opened source says it."""
    active_form: Annotated[tuple[Id, ...], Link("ligands")] = ()
    """The molecules made from it in the body that carry much of its action."""
    gtopdb_id: Annotated[int | None, WHOLE] = None
    """Ligand number in the Guide to PHARMACOLOGY."""
    use: str = ""
    """What medicines with it are used for; blank: no opened source says it."""
    note: str = ""
    """What a reader should know about it."""


class Identifier(SourcedRow):
    """What a protein or a molecule is called in a database that others know."""

    file: ClassVar[str] = "pharmacology/identifiers.csv"
    voice: ClassVar[Voice] = "pharmacology"
    row: Annotated[Id, Link("receptors", "precursors", "peptides", "ligands")]
    """What it names; UniProt and the Guide's number stand in columns of that row's own table."""
    scheme: Scheme
    """The database, by its prefix in the Bioregistry."""
    value: Words
    """The identifier as the Bioregistry writes it, without its prefix."""


class Group(SourcedRow):
    """What a pharmacology source speaks of as a whole, without naming one receptor or molecule."""

    file: ClassVar[str] = "pharmacology/groups.csv"
    voice: ClassVar[Voice] = "pharmacology"
    is_ordered: ClassVar[bool] = True
    name: Words
    """The name in pictures and prose."""
    definition: Words
    """What is meant by it."""
    receptors: Annotated[tuple[Id, ...], Link("receptors")] = ()
    """The receptors that its members chiefly switch on; blank for what switches none on."""
    warnings: Annotated[tuple[Id, ...], Link("effects")] = ()
    """The findings that a reader needs at a glance wherever a member is spoken of, in order."""
    in_brief: tuple[str, ...] = ()
    """What each of those findings says, in a few words, in the same order."""


class Interaction(SourcedRow):
    """What one molecule does at one receptor: one source, one species, one kind of measurement."""

    file: ClassVar[str] = "pharmacology/interactions.csv"
    voice: ClassVar[Voice] = "pharmacology"
    ligand: Annotated[Id, Link("peptides", "ligands")]
    """The molecule."""
    receptor: Annotated[Id, Link("receptors")]
    """The receptor."""
    action: Action
    """What it does there, in the source's own class; `binds`: action not stated."""
    measure: Measure | None = None
    """Kind of value, as -log10 of a molar concentration; blank: no value given."""
    relation: Relation | None = None
    """How the true value compares with the number: `<` means weaker than the number."""
    affinity_low: Annotated[float | None, Field(ge=2, le=14), DECIMAL] = None
    """Lowest value, -log10 M; equal to the highest where one value is given."""
    affinity_median: Annotated[float | None, Field(ge=2, le=14), DECIMAL] = None
    """-log10 of the median Ki of several pooled values; the source's own median pKi can differ."""
    affinity_high: Annotated[float | None, Field(ge=2, le=14), DECIMAL] = None
    """Highest value, -log10 M."""
    reported: str = ""
    """The value as the source prints it, where that is not -log10 M."""
    species: Species | None = None
    """Whose receptor was measured; blank: not stated in what was read."""
    assay: str = ""
    """How it was measured, where the source says so."""
    pmids: tuple[str, ...] = ()
    """PubMed numbers of the studies that a database names for this value."""
    plot_ok: Annotated[bool, YES_NO]
    """`no` for a value that would mislead on a chart; the caveat says why."""
    in_doubt: Annotated[bool, YES_NO] = False
    """Whether other sources make the whole row doubtful; drawn so, and the caveat says why."""
    caveat: str = ""
    """What must be said whenever this row is shown."""


class Effect(SourcedRow):
    """What was found in one domain when one agent was activated, blocked, missing or given."""

    file: ClassVar[str] = "pharmacology/effects.csv"
    voice: ClassVar[Voice] = "pharmacology"
    agent: Annotated[Id, Link("receptors", "precursors", "peptides", "ligands", "groups")]
    """What it is about: a receptor where the study isolates one, else what was given or lost."""
    through: Annotated[tuple[Id, ...], Link("ligands", "peptides")] = ()
    """The molecules with which it was done, where they are in our tables."""
    perturbation: Perturbation
    """What was done; `taken`: other than prescribed; `present`, `measured`: only looked at."""
    beside: str = ""
    """What a heading adds: another molecule whose effect was looked at ("before ketamine")."""
    domain: Annotated[Id, Link("domains")]
    """The side of life or health on which the finding is."""
    direction: Direction
    """Which way the domain went under that perturbation, for the animals or people studied."""
    counted: str = ""
    """What alone was counted, where the domain is wider, such as "suicides" of all deaths."""
    evidence: Evidence
    """What kind of evidence it is; a label, not a grade."""
    population: str = ""
    """Who or what was studied."""
    reaches_brain: Directness
    """Whether what was given gets into the brain; `no` where hardly any does."""
    parts_receptor: Directness
    """Whether what was done reaches this receptor and not the others of its family."""
    exposure: Exposure
    """How long it went on; for `stopped`, how long it had been given before."""
    finding: Words
    """The finding in one plain sentence."""
    conflicts_with: Annotated[tuple[Id, ...], Link("effects")] = ()
    """Rows that found otherwise where no rule sees it; each of the two names the other."""
    part_of: Annotated[tuple[Id, ...], Link("effects")] = ()
    """Summaries, or a larger trial, that hold this study too, or most likely do: counted once."""
    caveat: str = ""
    """What must be said whenever this row is shown."""


class Event(SourcedRow):
    """Something that happened in the history of opioids and mood, with its year."""

    file: ClassVar[str] = "pharmacology/events.csv"
    voice: ClassVar[Voice] = "pharmacology"
    is_ordered: ClassVar[bool] = True
    year: Annotated[int, WHOLE, Field(ge=1500, le=2100)]
    """The year, or the first of several."""
    until: Annotated[int | None, Field(ge=1500, le=2100), WHOLE] = None
    """The last year, where it took more than one."""
    name: Words
    """What happened, in a few words."""
    told: Words
    """What happened, in one plain sentence."""
    about: Annotated[tuple[Id, ...], Link("receptors", "peptides", "ligands", "groups")] = ()
    """The rows it is about."""
    story: str = ""
    """The course of events that it belongs to, such as "Kappa blockers for depression"."""
