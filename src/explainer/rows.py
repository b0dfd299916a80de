"""The schema: one class for each table, one sentence for each column.

A class is a row. Its name, the attribute of `System`, the file and the heading in the data
dictionary are one word in four places: ``Peptide``, ``system.peptides``, ``peptides.csv``.
A column's type says which cells it takes, ``Link`` says which tables its words are ids of, and
the sentence under it is what the data dictionary prints.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from explainer.references import Reference

Voice = Literal["pharmacology", "article", "ours"]
SourceKind = Literal[
    "article", "primary study", "review", "meta-analysis", "database", "trial register",
    "regulator", "clinical reference", "encyclopedia", "news", "book", "supplier note",
]  # fmt: skip
Seen = Literal["full text", "abstract", "part", "page", "database rows", "title only"]
PeptideStatus = Literal["established", "candidate"]
Origin = Literal[
    "opium alkaloid", "semisynthetic", "synthetic", "plant", "animal peptide",
    "synthetic peptide", "metabolite",
]  # fmt: skip
LigandClass = Literal["agonist", "partial agonist", "mixed agonist-antagonist", "antagonist"]
Action = Literal[
    "full agonist", "agonist", "biased agonist", "partial agonist", "antagonist",
    "inverse agonist", "positive allosteric modulator", "neutral allosteric modulator",
    "binds", "no activity", "no measurable affinity",
]  # fmt: skip
Measure = Literal["pKi", "pKd", "pIC50", "pEC50", "pKB", "pA2"]
Relation = Literal["=", "<", ">"]
Species = Literal["human", "rat", "mouse", "guinea pig", "several species"]
Perturbation = Literal["activated", "blocked", "absent", "measured", "given", "stopped"]
Direction = Literal["improves", "worsens", "mixed", "no difference", "not known"]
Evidence = Literal[
    "human randomised trial", "human observational", "human imaging", "human laboratory",
    "human genetics", "animal", "in vitro", "review", "regulator", "news",
]  # fmt: skip
DomainGroup = Literal["mood and its neighbours", "hazards"]
Topic = Literal["effect", "mechanism", "classification", "history", "hazard", "research"]
Paragraph = Literal[
    "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13",
    "b1", "b2", "b3", "b4", "b5",
]  # fmt: skip
Hedging = Literal["asserted", "hedged", "open"]
Verdict = Literal[
    "supported", "partly supported", "oversimplified", "contested", "error", "not checkable"
]

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Words = Annotated[str, Field(min_length=1, max_length=2_000)]


class Link:
    """Marks a column whose words are ids of rows in other tables."""

    def __init__(self, *tables: str) -> None:
        self.tables = tables


class Row(BaseModel):
    """What every table has: an id, unique over all tables."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)
    file: ClassVar[str]
    voice: ClassVar[Voice]
    is_ordered: ClassVar[bool] = False  # rows stand as pictures show them; else sorted by id

    id: Id
    """A short lower-case word that no other row of any table has."""


class SourcedRow(Row):
    """A row that says something about the world, and so must say who says it."""

    sources: Annotated[tuple[Reference, ...], Link("sources"), Field(min_length=1)]
    """The references for this row, ``key`` or ``key[place]``, parted by semicolons."""
    curator: Annotated[Id, Link("curators")]
    """Who brought the row in."""
    checked_on: dt.date | None = None
    """The day the row was last held against its opened source; blank: not checked again yet."""


class Curator(Row):
    """Who brings rows in and checks them."""

    file: ClassVar[str] = "curators.csv"
    voice: ClassVar[Voice] = "ours"
    name: Words
    """The name that readers see."""
    note: str = ""
    """What a reader should know about how this curator worked."""


class Source(Row):
    """One publication or one database release."""

    file: ClassVar[str] = "sources.csv"
    voice: ClassVar[Voice] = "ours"
    kind: SourceKind
    """What it is; `article` is the one lay article, and only one row has it."""
    title: Words
    """The title as printed."""
    authors: str = ""
    """Up to four authors, or the first with 'et al.', or the body that publishes it."""
    year: Annotated[int | None, Field(ge=1500, le=2100)] = None
    """Year of publication or of the release."""
    container: str = ""
    """Journal with volume and page, or the site or database it belongs to."""
    doi: Annotated[str, Field(pattern=r"^(10\.\d{4,9}/\S+)?$")] = ""
    """Digital object identifier without address."""
    pmid: Annotated[str, Field(pattern=r"^\d*$")] = ""
    """PubMed number."""
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = ""
    """Address of the official page, where there is no DOI or PMID."""
    seen: Seen
    """How much of it was opened and read for these rows."""
    seen_note: str = ""
    """Where or how it was read, where that matters."""

    @property
    def is_article(self) -> bool:
        """Whether this is the lay article."""
        return self.kind == "article"

    @property
    def link(self) -> str:
        """The most lasting address: DOI, then PubMed, then the official page; else empty."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url

    @property
    def short(self) -> str:
        """First author and year, for a link inside a sentence."""
        first = self.authors.split(",")[0].removesuffix(" et al.") or self.container or self.title
        name = first.rsplit(" ", 1)[0] if first[-1:].isupper() and " " in first else first
        return f"{name[:40]} {self.year or ''}".strip()

    @property
    def citation(self) -> str:
        """Authors, year, title and container in one line."""
        head = f"{self.authors} ({self.year or 'no date'})" if self.authors else str(self.year)
        return " ".join(
            f"{part.rstrip('.')}." for part in (head, self.title, self.container) if part
        )


class Helpline(SourcedRow):
    """Where a person can find help or someone to talk to."""

    file: ClassVar[str] = "helplines.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    country: Words
    """Where it answers."""
    name: Words
    """What it is called."""
    contact: Words
    """How it is reached."""
    note: str = ""
    """What it offers, and when."""


class Domain(Row):
    """A side of life or of health on which an effect is described; the words are ours."""

    file: ClassVar[str] = "domains.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    name: Words
    """The word used in pictures and prose."""
    definition: Words
    """What we mean by it, in plain words."""
    group: DomainGroup
    """Where it stands in the picture."""


class Receptor(SourcedRow):
    """One of the four receptors of the opioid family."""

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
    gtopdb_id: int
    """Target number in the Guide to PHARMACOLOGY."""
    coupling: str = ""
    """The G protein family it couples to."""
    regions: tuple[str, ...] = ()
    """Brain regions in which the cited source describes it, parted by semicolons."""
    family_note: Words
    """Its place in the family."""


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
    sequence: Annotated[str, Field(pattern=r"^[ACDEFGHIKLMNPQRSTVWY]+$")]
    """Amino acids, one letter each, from the first."""
    start: Annotated[int | None, Field(ge=1)] = None
    """Place of its first amino acid in the precursor; blank: not given."""
    status: PeptideStatus
    """Whether the sources treat it as the body's own, or as a candidate."""
    gtopdb_id: int | None = None
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
    gtopdb_id: int | None = None
    """Ligand number in the Guide to PHARMACOLOGY."""
    note: str = ""
    """What a reader should know about it."""


class Group(SourcedRow):
    """What a pharmacology source speaks of as a whole, without naming one receptor or molecule."""

    file: ClassVar[str] = "pharmacology/groups.csv"
    voice: ClassVar[Voice] = "pharmacology"
    is_ordered: ClassVar[bool] = True
    name: Words
    """The name in pictures and prose."""
    definition: Words
    """What is meant by it."""


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
    affinity_low: Annotated[float | None, Field(ge=2, le=14)] = None
    """Lowest value, -log10 M; equal to the highest where one value is given."""
    affinity_median: Annotated[float | None, Field(ge=2, le=14)] = None
    """Median of several pooled values, -log10 M, where the source gives one."""
    affinity_high: Annotated[float | None, Field(ge=2, le=14)] = None
    """Highest value, -log10 M."""
    reported: str = ""
    """The value as the source prints it, where that is not -log10 M."""
    species: Species | None = None
    """Whose receptor was measured; blank: not stated in what was read."""
    assay: str = ""
    """How it was measured, where the source says so."""
    pmids: tuple[str, ...] = ()
    """PubMed numbers of the studies that a database names for this value."""
    plot_ok: bool
    """`no` for a value that would mislead on a chart; the caveat says why."""
    caveat: str = ""
    """What must be said whenever this row is shown."""


class Effect(SourcedRow):
    """What was found in one domain when one agent was activated, blocked, missing or given."""

    file: ClassVar[str] = "pharmacology/effects.csv"
    voice: ClassVar[Voice] = "pharmacology"
    agent: Annotated[Id, Link("receptors", "peptides", "ligands", "groups")]
    """What it is about: a receptor where the study isolates one, else a molecule or group."""
    through: Annotated[tuple[Id, ...], Link("ligands", "peptides")] = ()
    """The molecules with which it was done, where they are in our tables."""
    perturbation: Perturbation
    """What was done: activated, blocked, absent (deleted), measured, or a drug given or stopped."""
    domain: Annotated[Id, Link("domains")]
    """The side of life or health on which the finding is."""
    direction: Direction
    """Which way the domain went under that perturbation, for the animals or people studied."""
    evidence: Evidence
    """What kind of evidence it is; a label, not a grade."""
    population: str = ""
    """Who or what was studied."""
    finding: Words
    """The finding in one plain sentence."""
    conflicts_with: Annotated[tuple[Id, ...], Link("effects")] = ()
    """Rows that found otherwise; each of the two names the other."""
    caveat: str = ""
    """What must be said whenever this row is shown."""


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


class Claim(SourcedRow):
    """One thing the article says, in our own words."""

    file: ClassVar[str] = "article/claims.csv"
    voice: ClassVar[Voice] = "article"
    paragraph: Paragraph
    """Where it stands: p1 to p13 are paragraphs, b1 to b5 the bulleted lines."""
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
    names_receptor: bool
    """Whether the article names a receptor type here; it never does."""
    open_end: bool = False
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
        Link("receptors", "precursors", "peptides", "ligands", "groups", "interactions", "effects"),
    ] = ()
    """The pharmacology rows it rests on."""
    note: Words
    """Why, in one or two plain sentences."""
