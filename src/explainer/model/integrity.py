"""What must hold between tables: ids are unique, links lead somewhere, voices do not cross."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from explainer.model.csv_reader import Reading
from explainer.model.errors import Problem, first_of, shown
from explainer.model.schema import FormError, SourcedRow, Voice
from explainer.model.schema.references import parse_reference
from explainer.model.schema.row import links_of

_NOTEBOOK = re.compile(r"[0-9]{2}_[a-z0-9_]+")
Readings = Mapping[str, Reading[Any]]


def problems_between(readings: Readings) -> Iterator[Problem]:
    """Every fault that no table shows by itself."""
    yield from _ids(readings)
    yield from _links(readings)
    if readings["sources"].is_readable:
        yield from _voices(readings)


def _ids(readings: Readings) -> Iterator[Problem]:
    """Ids are unique over all tables, so that one word always means one row."""
    first: dict[str, str] = {}
    for reading in readings.values():
        yield from first_of(_ids_elsewhere(reading, first))


def _ids_elsewhere(reading: Reading[Any], first: dict[str, str]) -> Iterator[Problem]:
    for line, word in reading.words("id"):
        if first.setdefault(word, reading.name) != reading.name:
            fault = f"{shown(word)} is also an id in {first[word]}"
            yield Problem(reading.name, line, "id", fault, "give each row its own id")


def _links(readings: Readings) -> Iterator[Problem]:
    ids = {name: {word for _, word in one.words("id")} for name, one in readings.items()}
    for reading in readings.values():
        for column, targets in links_of(reading.row_class).items():
            into = [readings[target] for target in targets]
            if not all(target.is_readable and target.has_all_ids for target in into):
                continue  # an id that could not be read would make every link to it a fault
            known = set[str]().union(*(ids[target] for target in targets))
            yield from first_of(_links_of_column(reading, column, into, known))
            yield from first_of(_links_to_itself(reading, column))


def _links_of_column(
    reading: Reading[Any], column: str, into: list[Reading[Any]], known: set[str]
) -> Iterator[Problem]:
    where = " or ".join(target.row_class.file for target in into)
    for line, word in _keys(reading, column):
        if word not in known:
            fault = f"{shown(word)} is not in {where}{reading.allowance.guess(word, known)}"
            way_out = "use the id of a row, or add that row"
            yield Problem(reading.name, line, column, fault, way_out)


def _links_to_itself(reading: Reading[Any], column: str) -> Iterator[Problem]:
    own = {line: cells.get("id", "") for line, cells in reading.cells}
    for line, word in _keys(reading, column):
        if word == own[line]:
            way_out = "name another row, or leave it blank"
            yield Problem(reading.name, line, column, f"{shown(word)} names itself", way_out)


def _keys(reading: Reading[Any], column: str) -> Iterator[tuple[int, str]]:
    """Each id in a linked column; words of another form are told by the table itself."""
    for line, cell in reading.words(column):
        try:
            yield line, parse_reference(cell).source  # an id is a reference without a place
        except FormError:
            if _NOTEBOOK.fullmatch(cell):  # the id of a lesson begins with its number
                yield line, cell


def _voices(readings: Readings) -> Iterator[Problem]:
    """The article's rows cite the article alone, pharmacology's rows anything but it."""
    sources = readings["sources"]
    lines = [line for line, cells in sources.cells if cells.get("kind") == "article"]
    if len(lines) != 1:
        fault = f"{len(lines)} rows are of the kind 'article'"
        place = lines[1] if lines else 0  # the second is one too many
        yield Problem(sources.name, place, "kind", fault, "exactly one source is the article")
        return
    article = {cells["id"] for line, cells in sources.cells if line in lines}
    for reading in readings.values():
        if issubclass(reading.row_class, SourcedRow):
            voice: Voice = reading.row_class.voice
            match voice:
                case "article" | "pharmacology":
                    yield from first_of(_crossings(reading, article, is_article=voice == "article"))
                case "ours":  # may cite both
                    pass
                case _:
                    assert_never(voice)


def _crossings(reading: Reading[Any], article: set[str], *, is_article: bool) -> Iterator[Problem]:
    way_out = "only the article's own tables cite the article, and they cite nothing else"
    told: set[int] = set()
    for line, word in _keys(reading, "sources"):
        if (word in article) != is_article and line not in told:
            told.add(line)
            crossing = f"an article row cites {shown(word)}"
            fault = crossing if is_article else "a pharmacology row cites the article"
            yield Problem(reading.name, line, "sources", fault, way_out)
