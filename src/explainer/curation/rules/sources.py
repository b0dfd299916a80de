"""Rules of sources: each can be found, and its cells look as such things are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem, shown
from explainer.model.schema import Source
from explainer.model.system import System

_DETOUR = re.compile(
    r"https?://(?:(?:dx\.)?doi\.org|(?:www\.)?bit\.ly|t\.co|tinyurl\.com|goo\.gl|is\.gd|lnkd\.in"
    r"|pubmed\.ncbi\.nlm\.nih\.gov/\d)(?=[/\d]|$)[^?]*"
)
_COPIED = re.compile(r"(?i)\bread in (?:(?:a|the) )?(?:\w+ )?cop(?:y|ies)\b|\bstored copy\b")
_PROSE = re.compile(r"(?:\b[a-z]+ ){3}[a-z]+\b")  # no list of authors has four such words in a row
_VOLUME = re.compile(r"[\w .,/()–-]{1,20}")
_PAGES = re.compile(r"([0-9]+)[-–]([0-9]+)")
_FIRST_YEAR = 1800  # before it there were books alone


def sources_can_be_found(system: System) -> Iterator[Problem]:
    """A source has a DOI, a PubMed number or an official page."""
    for row in system.sources.values():
        if not row.is_article and not row.link:
            way_out = "add one of the three, or rest the rows on another source"
            yield problem(system, row, "doi", "no DOI, PMID or official page", way_out)


def addresses_are_the_issuers(system: System) -> Iterator[Problem]:
    """An address is the issuer's own: what has a DOI or a PubMed number names it in its column."""
    for row in system.sources.values():
        if found := _DETOUR.match(row.url):
            fault = f"{shown(found[0])} only leads elsewhere"
            way_out = "write a DOI or a PubMed number in its own column, else the page itself"
            yield problem(system, row, "url", fault, way_out)


def trials_have_their_number(system: System) -> Iterator[Problem]:
    """A register's entry is known by the number of its trial, which an address can lose."""
    for row in system.sources.values():
        if row.kind == "trial register" and not row.registry:
            way_out = "write the number that the register gives, such as NCT02218736"
            yield problem(system, row, "registry", "is blank for an entry of a register", way_out)


def sources_look_as_printed(system: System) -> Iterator[Problem]:
    """Authors are names, a volume is short, pages rise, and journals are not of the Middle Ages."""
    way_out = "write it as printed"
    for row in system.sources.values():
        for column, fault in _odd_cells(row):
            yield problem(system, row, column, fault, way_out)


def _odd_cells(row: Source) -> Iterator[tuple[str, str]]:
    if row.authors and (_PROSE.search(row.authors) or not re.search(r"[^\W\d_]", row.authors)):
        yield "authors", f"{shown(row.authors)} is no name"
    if row.volume and not _VOLUME.fullmatch(row.volume):
        yield "volume", f"{shown(row.volume)} is no volume"
    first, last = found.groups() if (found := _PAGES.fullmatch(row.pages)) else ("0", "0")
    if len(last) >= len(first) and int(last) < int(first):
        yield "pages", f"{row.pages} do not rise"
    if row.year and row.year < _FIRST_YEAR and row.kind != "book":
        yield "year", f"{row.year} is too early for the kind {row.kind!r}"


def copies_are_named(system: System) -> Iterator[Problem]:
    """Whoever read a copy says so where readers see it: a copy can be older, or cut."""
    for row in system.sources.values():
        if _COPIED.search(row.seen_note) and not row.copy_at:
            way_out = "write where the copy is kept, or 'not named'"
            yield problem(system, row, "copy_at", "is blank for what was read in a copy", way_out)


RULES: tuple[Rule, ...] = (
    sources_can_be_found,
    addresses_are_the_issuers,
    trials_have_their_number,
    sources_look_as_printed,
    copies_are_named,
)
