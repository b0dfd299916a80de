"""Rules of names: one name, one thing; else a reader, or a search, would find the other one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem, shown
from explainer.model.schema import Row
from explainer.model.system import System

# Columns that name, by table; tables in one line are searched as one.
_NAMED: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("ligands", "peptides", "receptors", "precursors"), ("name", "synonyms")),
    (("receptors", "precursors"), ("gene",)),
    (("receptors",), ("iuphar_name",)),
    (("terms",), ("name", "synonyms")),
    (("domains",), ("name",)),
    (("groups",), ("name",)),
    (("subjects",), ("name",)),
    (("curators",), ("name",)),
    (("misconceptions",), ("name",)),
    (("tours",), ("name",)),
    (("lessons",), ("title",)),
)


def names_name_one_thing(system: System) -> Iterator[Problem]:
    """No two rows bear one name, and no name stands twice in a row."""
    for tables, columns in _NAMED:
        rows = [row for table in tables for row in system.tables[table].values()]
        for row, column, fault in _doubled(rows, columns):
            yield problem(system, row, column, fault, "keep it in one place")
    for row, column, fault in _lines(system):
        yield problem(system, row, column, fault, "keep one of the two")


def _doubled(rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[tuple[Row, str, str]]:
    first: dict[str, tuple[str, str]] = {}
    for row in rows:
        for column in columns:
            value = getattr(row, column, ())
            for name in (value,) if isinstance(value, str) else value:
                known = first.setdefault(name.casefold(), (row.id, column))
                if known != (row.id, column):
                    yield row, column, f"{shown(name)} names {known[0]!r} already"


def _lines(system: System) -> Iterator[tuple[Row, str, str]]:
    """One number in one country, of one kind, is one line; what to do takes more than one."""
    first: dict[tuple[str, ...], str] = {}
    for row in system.helplines.values():
        key = (row.contact.lower(), row.country, row.kind)
        if row.kind != "what to do" and first.setdefault(key, row.id) != row.id:
            yield row, "contact", f"{shown(row.contact)} is {first[key]!r} already"


RULES: tuple[Rule, ...] = (names_name_one_thing,)
