"""What must hold between tables: ids are unique, links lead somewhere, voices do not cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from explainer.problems import Problem, did_you_mean, shown
from explainer.reading import Reading
from explainer.references import parse_reference
from explainer.rows import FormError, Link, Row, SourcedRow, Voice

Readings = Mapping[str, Reading[Any]]


def problems_between(readings: Readings) -> Iterator[Problem]:
    """Every fault that no table shows by itself."""
    yield from _ids(readings)
    yield from _links(readings)
    if readings["sources"].is_readable:
        yield from _voices(readings)


def links_of(row_class: type[Row]) -> dict[str, tuple[str, ...]]:
    """Columns of a class whose words are ids, and the tables they are looked up in."""
    return {
        column: mark.tables
        for column, field in row_class.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Link)
    }


def _ids(readings: Readings) -> Iterator[Problem]:
    """Ids are unique over all tables, so that one word always means one row."""
    first: dict[str, str] = {}
    for reading in readings.values():
        for line, word in reading.words("id"):
            if first.setdefault(word, reading.name) != reading.name:
                fault = f"{shown(word)} is also an id in {first[word]}"
                yield Problem(reading.name, line, "id", fault, "give each row its own id")


def _links(readings: Readings) -> Iterator[Problem]:
    for reading in readings.values():
        for column, targets in links_of(reading.row_class).items():
            into = [readings[target] for target in targets]
            if not all(reading.is_readable and reading.has_all_ids for reading in into):
                continue  # an id that could not be read would make every link to it a fault
            known = {word for target in targets for _, word in readings[target].words("id")}
            where = " or ".join(readings[target].row_class.file for target in targets)
            for line, word in _keys(reading, column):
                if word not in known:
                    fault = f"{shown(word)} is not in {where}{did_you_mean(word, known)}"
                    way_out = "use the id of a row, or add that row"
                    yield Problem(reading.name, line, column, fault, way_out)


def _keys(reading: Reading[Any], column: str) -> Iterator[tuple[int, str]]:
    """Each id in a linked column; words of another form are told by the table itself."""
    for line, cell in reading.words(column):
        try:
            yield line, parse_reference(cell).source  # an id is a reference without a place
        except FormError:
            continue


def _voices(readings: Readings) -> Iterator[Problem]:
    """The article's rows cite the article alone, pharmacology's rows anything but it."""
    sources = readings["sources"]
    article = {cells["id"] for _, cells in sources.cells if cells.get("kind") == "article"}
    if len(article) != 1:
        fault = f"{len(article)} rows are of the kind 'article'"
        yield Problem(sources.name, 0, "kind", fault, "exactly one source is the article")
        return
    way_out = "only the article's own tables cite the article, and they cite nothing else"
    for reading in readings.values():
        voice: Voice = reading.row_class.voice
        if not issubclass(reading.row_class, SourcedRow):
            continue
        match voice:
            case "article":
                is_article = True
            case "pharmacology":
                is_article = False
            case "ours":  # may cite both
                continue
            case _:
                assert_never(voice)
        told: set[int] = set()
        for line, word in _keys(reading, "sources"):
            if (word in article) != is_article and line not in told:
                told.add(line)
                crossing = f"an article row cites {shown(word)}"
                fault = crossing if is_article else "a pharmacology row cites the article"
                yield Problem(reading.name, line, "sources", fault, way_out)
