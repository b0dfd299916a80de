"""Rules of values: numbers in order and in range, names and identifiers in their form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem, rows_of, texts_of
from explainer.model.elsewhere import SCHEMES
from explainer.model.errors import Problem, shown
from explainer.model.schema import Interaction, Ligand, Peptide
from explainer.model.schema.categories import binds_nothing
from explainer.model.system import System

_MIRRORED = re.compile(r"[Pp]ools (?:the )?(?:\(\+\)|\(-\)|racemate|both (?:isomers|mirror forms))")
_CODE = re.compile(r"\b(?:[A-Z]{2,}[- ]?\d[\d,-]*\d\b|[A-Z]{3,}\d+\b|U-?\d{4,}\b)")
_UNMEASURED = 6.0  # -log10 M: no assay in these tables gave up at a tighter binding than this
_WIDEST = 7.0  # -log10 M: from the weakest to the tightest that laboratories report of one molecule
_LONGEST_PRECURSOR = 1_000  # residues; precursors of peptides have a few hundred
_LARGEST_NUMBER = 99_999  # in the Guide to PHARMACOLOGY, which numbers from 1
_GENE = re.compile(r"[A-Z][A-Z0-9-]{0,13}[A-Z0-9]|C[0-9XY]{1,2}orf[0-9]{1,4}")
_DOI = re.compile(r"10\.[0-9]{4,9}/(?!.*(?:<[A-Za-z/!]|\.\./|//))[!#-~]{0,179}[^\W_]")
_PMID = re.compile(r"[1-9][0-9]{0,6}|[1-5][0-9]{7}")
_COUPLING = re.compile(r"G[a-z0-9]+(?:/[a-z0-9]+)?(?: and G[a-z0-9]+(?:/[a-z0-9]+)?)*")
_VALUE = re.compile(r"\b(?:Ki|Kd|[IE]C50|[munpµμ]M|(?:micro|nano)molar)\b")
_FORMS = {
    "gene": (_GENE, "is no gene symbol", "write it as HGNC does, such as OPRM1"),
    "uniprot": (
        SCHEMES["uniprot"].form,
        "is no UniProt accession",
        "write it as UniProt does, such as P35372",
    ),
    "doi": (_DOI, "is no DOI", "write 10.…, with plain letters and signs alone"),
    "coupling": (_COUPLING, "is no G protein family", "write it as Gi/o or Gs"),
    "pmids": (_PMID, "is no PubMed number", "write its digits alone"),
}


def misleading_values_say_why(system: System) -> Iterator[Problem]:
    """A value that must not be plotted says why in its caveat."""
    for row in system.interactions.values():
        if not row.plot_ok and not row.caveat:
            fault = "plot_ok is no, and nothing says why"
            yield problem(system, row, "caveat", fault, "say in the caveat what would mislead")


def molecules_of_findings_are_molecules_here(system: System) -> Iterator[Problem]:
    """A research molecule that a finding names by its code has a row of its own."""
    molecules: list[Ligand | Peptide] = [*system.ligands.values(), *system.peptides.values()]
    known = {name.lower() for row in molecules for name in (row.name, *row.synonyms)}
    for row in system.effects.values():
        for code in _CODE.findall(row.finding):
            if code.lower() not in known:
                fault = f"names {code!r}, which is no molecule of these tables"
                way_out = "add it to ligands.csv and name it in 'through', or tell what it is"
                yield problem(system, row, "finding", fault, way_out)


def doubtful_rows_say_why(system: System) -> Iterator[Problem]:
    """A row in doubt says why, and no chart shows its value."""
    for row in system.interactions.values():
        if row.in_doubt and (row.plot_ok or not row.caveat):
            column = "plot_ok" if row.plot_ok else "caveat"
            fault = "the row is in doubt, and a chart may show its value"
            fault = fault if row.plot_ok else "the row is in doubt, and nothing says why"
            yield problem(system, row, column, fault, "write no in plot_ok, and why in the caveat")


def pools_of_mirror_forms_are_not_plotted(system: System) -> Iterator[Problem]:
    """Values of two mirror forms in one range are of two molecules."""
    for row in system.interactions.values():
        if row.plot_ok and _MIRRORED.search(row.caveat):
            fault = "a chart may show it, and it pools mirror forms"
            yield problem(system, row, "plot_ok", fault, "write no")


def affinities_are_ranges(system: System) -> Iterator[Problem]:
    """Affinities come as lowest and highest, in that order, with a measure and a relation."""
    for row in system.interactions.values():
        if fault := _affinity_fault(row):
            yield problem(
                system, row, "affinity_low", fault, "give lowest, highest, measure, relation"
            )


def _affinity_fault(row: Interaction) -> str:
    low, high = row.affinity_low, row.affinity_high
    if (low is None) != (high is None):
        return "only one end of the range is given"
    if low is not None and high is not None:
        return _odd_range(row, low, high)
    if row.affinity_median is not None:
        return "a median without its range"
    return "a measure or relation without a value" if row.measure or row.relation else ""


def _odd_range(row: Interaction, low: float, high: float) -> str:
    if binds_nothing(row.action) and high > _UNMEASURED:
        return f"{row.action!r}, with a value of {high:g}"
    values = [value for value in (low, row.affinity_median, high) if value is not None]
    if values != sorted(values):
        first = ", ".join(f"{value:g}" for value in values[:-1])
        return f"{first} and {high:g} do not rise from lowest to highest"
    if high - low > _WIDEST:
        return f"{low:g} and {high:g} are too far apart for one molecule"
    if row.relation in ("<", ">") and low != high:
        return f"{row.relation!r} and a range: what was not measured has one limit"
    return "" if row.measure and row.relation else "a value without measure or relation"


def assays_are_no_values(system: System) -> Iterator[Problem]:
    """How it was measured stands apart from what was measured."""
    for row in system.interactions.values():
        if found := _VALUE.search(row.assay):
            fault = f"{found[0]!r} is of a value, and no assay"
            yield problem(system, row, "assay", fault, "write the value under 'reported'")


def identifiers_have_their_form(system: System) -> Iterator[Problem]:
    """Genes, accessions, DOIs and PubMed numbers look as their issuers write them."""
    for row in rows_of(system):
        for column, text in texts_of(row):
            if column in _FORMS:
                pattern, fault, way_out = _FORMS[column]
                if not pattern.fullmatch(text):
                    yield problem(system, row, column, f"{shown(text)} {fault}", way_out)


def numbers_of_the_guide_are_in_range(system: System) -> Iterator[Problem]:
    """A number in the Guide to PHARMACOLOGY has one to five digits."""
    for row in rows_of(system):
        number = getattr(row, "gtopdb_id", None)
        if number is not None and not 1 <= number <= _LARGEST_NUMBER:
            way_out = f"write a number from 1 to {_LARGEST_NUMBER}, as the Guide's page gives it"
            yield problem(system, row, "gtopdb_id", f"{shown(number)} is no such number", way_out)


def peptides_have_a_place_in_their_precursor(system: System) -> Iterator[Problem]:
    """A place is one in a precursor, within its length, and peptides that overlap there agree."""
    letters: dict[tuple[str, int], tuple[str, str]] = {}
    for row in system.peptides.values():
        if fault := _peptide_fault(row):
            way_out = "give precursor and place as the cited source does, or leave start blank"
            yield problem(system, row, "start", fault, way_out)
            continue
        for i, letter in enumerate(row.sequence if row.start else ""):
            place = (row.precursor or "", (row.start or 0) + i)
            known, other = letters.setdefault(place, (letter, row.id))
            if known != letter:
                fault = f"has {letter} at {place[1]} of {place[0]!r}, where {other!r} has {known}"
                yield problem(system, row, "start", fault, "hold both against their sources")
                break


def _peptide_fault(row: Peptide) -> str:
    if row.start is None:
        return ""
    if row.precursor is None:
        return "a place without a precursor"
    end = row.start + len(row.sequence) - 1
    return f"ends at {end:,}, beyond any precursor" if end > _LONGEST_PRECURSOR else ""


def active_forms_end(system: System) -> Iterator[Problem]:
    """A molecule is not made, by however many steps, from what is made from it."""
    for row in system.ligands.values():
        made, steps = set(row.active_form), list(row.active_form)
        while steps:
            new = set(system.ligands[steps.pop()].active_form) - made
            made |= new
            steps += new
        if row.id in made:
            fault = f"{row.id!r} would be made from itself"
            yield problem(system, row, "active_form", fault, "name what the body makes, not whence")


RULES: tuple[Rule, ...] = (
    misleading_values_say_why,
    molecules_of_findings_are_molecules_here,
    doubtful_rows_say_why,
    pools_of_mirror_forms_are_not_plotted,
    affinities_are_ranges,
    assays_are_no_values,
    identifiers_have_their_form,
    numbers_of_the_guide_are_in_range,
    peptides_have_a_place_in_their_precursor,
    active_forms_end,
)
