"""What every row has: an id; and what every row that speaks of the world has: sources."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from explainer.model.schema.fields import Day, Id
from explainer.model.schema.references import Reference
from explainer.model.schema.vocabularies import Voice

LONGEST = 2_000  # characters of any text, needed or not
Words = Annotated[str, Field(min_length=1)]


class Link:
    """Marks a column whose words are ids of rows in other tables."""

    def __init__(self, *tables: str) -> None:
        self.tables = tables


class Row(BaseModel):
    """What every table has: an id, unique over all tables."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        str_max_length=LONGEST,
    )
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
    checked_on: Day | None = None
    """The day the row was last held against its opened source; blank: not checked again yet."""


def links_of(row_class: type[Row]) -> dict[str, tuple[str, ...]]:
    """Columns of a class whose words are ids, and the tables they are looked up in."""
    return {
        column: mark.tables
        for column, field in row_class.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Link)
    }
