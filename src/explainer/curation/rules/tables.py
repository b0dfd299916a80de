"""Rules of the whole: nothing stands twice, nothing stands idle, no table was cut off.

A table that lost its last rows is as well formed as before. It shows in what other tables still
hold for those rows: a source that nothing cites, a word that nothing uses, a claim at the end of
its table that nobody judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from explainer.curation.rules.places import Rule, problem, rows_of
from explainer.model.errors import Problem, shown
from explainer.model.schema import Identifier, Row
from explainer.model.schema.references import SourceReference
from explainer.model.schema.row import links_of
from explainer.model.system import System

# Rows of these tables stand for what other rows say of them.
_SPOKEN_OF = (
    "curators", "sources", "receptors", "precursors", "ligands", "groups", "subjects",
)  # fmt: skip
_APART = {"id", "curator", "checked_on"}  # what may differ between rows that say the same


def no_row_stands_twice(system: System) -> Iterator[Problem]:
    """No two rows of a table say the same under two ids."""
    for table in system.tables.values():
        first: dict[object, str] = {}
        for row in table.values():
            said = tuple(getattr(row, c) for c in type(row).model_fields if c not in _APART)
            if first.setdefault(said, row.id) != row.id:
                fault = f"says the same as {first[said]!r}"
                yield problem(system, row, "id", fault, "keep one of the two")


def no_publication_stands_twice(system: System) -> Iterator[Problem]:
    """One DOI, one PubMed number, one title in one year: one source."""
    first: dict[tuple[object, ...], str] = {}
    for row in system.sources.values():
        keys = {
            "doi": row.doi.lower().rstrip("./"), "pmid": row.pmid, "registry": row.registry,
            "title": f"{' '.join(row.title.lower().split())} {row.year}",
        }  # fmt: skip
        for column, value in keys.items():
            if value and first.setdefault((column, value), row.id) != row.id:
                fault = f"has the {column} of {first[column, value]!r}"
                way_out = "keep one row for one publication"
                yield problem(system, row, column, fault, way_out)
                break


def no_word_stands_twice_in_a_list(system: System) -> Iterator[Problem]:
    """A list names each thing once."""
    for row in rows_of(system):
        for column in type(row).model_fields:
            value = getattr(row, column)
            if isinstance(value, tuple) and not isinstance(value, SourceReference):
                counted = Counter(str(part).lower() for part in value)
                for word in (word for word, times in counted.items() if times > 1):
                    fault = f"{shown(word)} stands twice"
                    yield problem(system, row, column, fault, "name it once")


def _linked(row: Row) -> Iterator[str]:
    """Each id that a row links to."""
    for column in links_of(type(row)):
        if isinstance(row, Identifier) and column == "row":
            continue  # a name in a database says nothing of what it names
        value = getattr(row, column)
        for part in value if isinstance(value, tuple) else (value,):
            yield part.source if isinstance(part, SourceReference) else part


def nothing_stands_idle(system: System) -> Iterator[Problem]:
    """Each source is cited, and each thing that rows can speak of is spoken of."""
    named = {word for row in rows_of(system) for word in _linked(row)}
    for name in _SPOKEN_OF:
        for row in system.tables[name].values():
            if row.id not in named and not getattr(row, "active_form", ()):
                way_out = "restore the rows that were lost, or drop this one"
                yield problem(system, row, "id", "no row of any table speaks of it", way_out)


def judging_goes_on_to_the_end(system: System) -> Iterator[Problem]:
    """The last claims are judged, if only as 'not checked here'; else rows may have been lost."""
    judged = {row.claim for row in system.assessments.values()}
    claims = list(system.claims.values())
    last = max((i for i, row in enumerate(claims) if row.id in judged), default=-1)
    for row in claims[last + 1 :]:
        way_out = "restore the lost rows of assessments.csv, or judge it as 'not checked here'"
        yield problem(system, row, "id", "from here on no claim is judged", way_out)


def a_story_has_more_than_one_event(system: System) -> Iterator[Problem]:
    """A course of events that one event tells alone is a slip in the name of another."""
    told = Counter(row.story for row in system.events.values())
    for row in system.events.values():
        if row.story and told[row.story] == 1:
            fault = f"no other event is of the story {shown(row.story)}"
            yield problem(system, row, "story", fault, "write it as others do, or leave it blank")


RULES: tuple[Rule, ...] = (
    no_row_stands_twice,
    no_publication_stands_twice,
    no_word_stands_twice_in_a_list,
    nothing_stands_idle,
    judging_goes_on_to_the_end,
    a_story_has_more_than_one_event,
)
