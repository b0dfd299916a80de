"""Rows that are ours: who curates, what was read, the words for domains, where help is."""

from __future__ import annotations

import re
import textwrap
from typing import Annotated, ClassVar

from pydantic import Field

from explainer.model.bidi import isolated
from explainer.model.schema.fields import WHOLE, Commit, Day, Doi, Id, Orcid, Pmid, Registered, Url
from explainer.model.schema.row import Link, Row, SourcedRow, Words
from explainer.model.schema.vocabularies import (
    Compared,
    DomainGroup,
    Expert,
    HelpKind,
    Place,
    Seen,
    SourceKind,
    Voice,
)

_NOT_NAMED = "not named"
_INITIALS = 3  # letters, at most, that stand for given names
_LONGEST = 48  # letters of a name in a sentence
_ASIDE = re.compile(r"\s*\([^)]*\)?")
_LOOSE_END = re.compile(r"(?:[\s,;:]+(?:and|of|for|on|in|the|to|with))*[\s,;:]*…$")


def _shortened(name: str) -> str:
    """Leave out what stands in brackets, and all words from the first that has no room."""
    plain = _ASIDE.sub("", name).strip() or name
    cut = _LOOSE_END.sub("…", textwrap.shorten(plain, _LONGEST - 1, placeholder=" …"))
    if cut == "…":
        return f"{plain[: _LONGEST - 1]}…"  # of a single word
    return f"{cut}]" if cut.startswith("[") and cut.endswith("…") else cut


class Curator(Row):
    """Who brings rows in and checks them."""

    file: ClassVar[str] = "curators.csv"
    voice: ClassVar[Voice] = "ours"
    name: Words
    """The name that readers see."""
    note: str = ""
    """What a reader should know about how this curator worked."""
    orcid: Orcid = ""
    """The person's ORCID; blank where no single person signs, as for a team or a program."""


class Signature(Row):
    """Where an expert signs the tables; blank until a person has, for no program signs as one."""

    file: ClassVar[str] = "signatures.csv"
    voice: ClassVar[Voice] = "ours"
    role: Expert
    """As what the person signs."""
    scope: Words
    """What is signed."""
    name: str = ""
    """The person's name; blank: nobody has signed."""
    orcid: Orcid = ""
    """The person's ORCID; blank: nobody has signed."""
    signed_on: Day | None = None
    """The day of the signature; blank: nobody has signed."""
    note: Words
    """What a reader should know, and without a signature that nobody has signed."""


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
    year: Annotated[int | None, Field(ge=1500, le=2100), WHOLE] = None
    """Year of publication or of the release."""
    container: str = ""
    """Journal, or the site or database it belongs to."""
    volume: str = ""
    """The journal's volume."""
    issue: str = ""
    """The issue of the volume, or its number in the year."""
    pages: str = ""
    """The first page, or the first and the last, or the article's number."""
    doi: Doi = ""
    """Digital object identifier without address."""
    pmid: Pmid = ""
    """PubMed number."""
    registry: Registered = ""
    """Number of the trial that a register's entry is of."""
    url: Url = ""
    """Address of the official page, where there is no DOI or PMID."""
    seen: Seen
    """How much of it was opened and read for these rows."""
    copy_at: str = ""
    """Where the copy is kept in which it was read, or 'not named'; blank: where it appeared."""
    seen_note: str = ""
    """Where or how it was read, where that matters."""
    opened_by: Annotated[tuple[Id, ...], Link("curators"), Field(min_length=1)]
    """Who opened and read it; what an expert read is signed with that person's own row."""
    opened_on: Day
    """The last day on which one of them opened it."""

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
        name, _, initials = first.rpartition(" ")
        if not name or not initials.isupper() or len(initials) > _INITIALS:
            name = _shortened(first)
        return isolated(f"{name} {self.year or ''}".strip())

    @property
    def place(self) -> str:
        """The container with volume, issue and pages, as in ``Drugs 41(3):326``."""
        if self.volume:
            issue = f"({self.issue})" if self.issue else ""
            pages = f":{self.pages}" if self.pages else ""
            return f"{self.container} {self.volume}{issue}{pages}"
        issue = f", number {self.issue}" if self.issue else ""
        word = "pages" if "-" in self.pages else "page"
        return f"{self.container}{issue}" + (f", {word} {self.pages}" if self.pages else "")

    @property
    def citation(self) -> str:
        """Authors, year, title and place in one line."""
        year = str(self.year or "")
        head = f"{self.authors} ({year or 'no date'})" if self.authors else year
        parts = (head, self.title, self.place)
        return " ".join(isolated(_sentence(part)) for part in parts if part)

    @property
    def reference(self) -> str:
        """The citation, and whether it was read in a copy: that is not the body's own page."""
        if not self.copy_at:
            return self.citation
        part = " in part" if self.seen == "part" else ""
        where = "; where it is kept was not named" * (self.copy_at == _NOT_NAMED)
        return f"{self.citation} Read{part} in a copy{where or f' ({isolated(self.copy_at)})'}."


class Helpline(SourcedRow):
    """Where a person can find help or someone to talk to."""

    file: ClassVar[str] = "helplines.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    contact: Words
    """How it is reached; it stands first, as it is what a reader in need looks for."""
    name: Words
    """What it is called."""
    country: Words
    """Where it answers."""
    kind: HelpKind
    """What it is for; `what to do` tells how to help until help comes."""
    languages: tuple[str, ...] = ()
    """Languages it answers in, beside the country's own, parted by semicolons."""
    web: Url = ""
    """The issuer's own page, where one can often write or chat."""
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
    improves: Words
    """What is said where it improves, such as `less anxiety`; never a verb that reads both ways."""
    worsens: Words
    """What is said where it worsens, such as `more anxiety`."""
    group: DomainGroup
    """Where it stands in the picture."""
    improves_in_animals: str = ""
    """What is said of animals in place of `improves`, where a test only stands for the domain."""
    worsens_in_animals: str = ""
    """What is said of animals in place of `worsens`; blank: the same words."""


class Search(Row):
    """One question that was looked into: the words, the places, the day, what came of it."""

    file: ClassVar[str] = "searches.csv"
    voice: ClassVar[Voice] = "ours"
    curator: Annotated[Id, Link("curators")]
    """Who searched."""
    question: Words
    """What was asked, in one plain sentence with a question mark."""
    receptor: Annotated[Id | None, Link("receptors")] = None
    """The receptor it was asked of; blank where of no one receptor."""
    domains: Annotated[tuple[Id, ...], Link("domains")] = ()
    """The domains it was asked of; blank where of no one of them."""
    words: Annotated[tuple[str, ...], Field(min_length=1)]
    """The search words as they were sent, parted by semicolons."""
    places: Annotated[tuple[Place, ...], Field(min_length=1)]
    """Where it was looked, parted by semicolons."""
    searched_on: Day
    """The day of the search."""
    found: Annotated[int, WHOLE, Field(ge=0, le=100_000)]
    """How many results were looked through."""
    screened: Annotated[int, WHOLE, Field(ge=0, le=100_000)]
    """How many of them were opened and read."""
    kept: Annotated[tuple[Id, ...], Link("effects")] = ()
    """The findings that answer it, whether they stood in the tables before or came in by it."""
    left_out: str = ""
    """What was opened and not kept, and why; what is known to exist and could not be opened."""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


class Audit(Row):
    """One drawn finding, read anew by somebody who did not see its row, and compared with it."""

    file: ClassVar[str] = "audit/audits.csv"
    voice: ClassVar[Voice] = "ours"
    seed: Commit
    """The commit whose tables were drawn from, and by whose name they were drawn."""
    place: Annotated[int, WHOLE, Field(ge=1, le=60)]
    """The number of the question on the sheet."""
    drawn: Id
    """The finding that was drawn, as it was called then; it may be split or gone by now."""
    reader: Annotated[Id, Link("curators")]
    """Who opened the source and did not see the row."""
    read_on: Day
    """The day on which it was read."""
    seen: Seen
    """How much of the source the reader opened."""
    done: Words
    """What was done or looked at, in the reader's words."""
    whom: Words
    """In whom, in the reader's words."""
    measured: Words
    """What was measured, in the reader's words."""
    direction: Words
    """Which way it went, in the reader's words."""
    number: Words
    """The number that says how much, as the reader found it, or that none is given."""
    kind: Words
    """What kind of study or text it is, in the reader's words."""
    comparer: Annotated[Id, Link("curators")]
    """Who held the reader's words against the row."""
    word: Compared
    """`same`; `off` where a coded cell or a word is not quite so; `wrong` where it misleads."""
    comparison: str = ""
    """What differs, and which of the two the source bears out; blank where nothing differs."""
