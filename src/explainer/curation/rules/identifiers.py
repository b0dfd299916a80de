"""Rules of identifiers: each in the form of its database, for one row, and for no other."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem
from explainer.model import elsewhere
from explainer.model.elsewhere import SCHEMES, Elsewhere, Kind
from explainer.model.errors import Problem, shown
from explainer.model.system import System

_KIND_OF: dict[str, Kind] = {
    "receptors": "protein", "precursors": "protein", "peptides": "molecule", "ligands": "molecule",
}  # fmt: skip
_CHARGE = 2  # letters at the end of an InChIKey that tell its charge


def identifiers_have_the_form_of_their_scheme(system: System) -> Iterator[Problem]:
    """Each looks as its database writes it."""
    for row in system.identifiers.values():
        scheme = SCHEMES[row.scheme]
        if not scheme.form.fullmatch(row.value):
            fault = f"{shown(row.value)} is no identifier of {scheme.name}"
            way_out = f"write it without a prefix, as in {scheme.example}"
            yield problem(system, row, "value", fault, way_out)


def schemes_fit_what_they_name(system: System) -> Iterator[Problem]:
    """A database of genes names no molecule, and one of molecules no protein."""
    kinds = {row: kind for table, kind in _KIND_OF.items() for row in system.tables[table]}
    for row in system.identifiers.values():
        scheme = SCHEMES[row.scheme]
        if kinds[row.row] != scheme.kind:
            fault = f"{scheme.name} names a {scheme.kind}, and {row.row!r} is a {kinds[row.row]}"
            yield problem(system, row, "scheme", fault, "name the database that knows it")


def a_row_has_one_identifier_of_each_scheme(system: System) -> Iterator[Problem]:
    """Two identifiers of one database would be two things."""
    first: dict[tuple[str, str], str] = {}
    for row in system.identifiers.values():
        other = first.setdefault((row.row, row.scheme), row.id)
        if other != row.id:
            fault = f"{row.row!r} has one of {SCHEMES[row.scheme].name} already, in {other!r}"
            yield problem(system, row, "scheme", fault, "keep the one that its source gives")


def an_identifier_names_one_row(system: System) -> Iterator[Problem]:
    """One InChIKey, one molecule; one number of any database, one row."""
    first: dict[tuple[str, str], str] = {}
    for one in elsewhere.of_all(system.tables):
        is_key = one.scheme == "inchikey"
        known = one.value[:-_CHARGE] if is_key else one.value
        other = first.setdefault((one.scheme, known), one.row)
        if other != one.row:
            fault = f"{one.value!r} is {one.name} for {other!r}, too"
            yield _at(system, one, f"{fault}, whatever the charge" if is_key else fault)


def _at(system: System, one: Elsewhere, fault: str) -> Problem:
    row = system.find(one.identifier or one.row)
    way_out = "give it to one of them, or make the two rows one"
    return problem(system, row, one.column or "value", fault, way_out)


RULES: tuple[Rule, ...] = (
    identifiers_have_the_form_of_their_scheme,
    schemes_fit_what_they_name,
    a_row_has_one_identifier_of_each_scheme,
    an_identifier_names_one_row,
)
