"""The rows that an answer rests on, in words and as they are sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from explainer.drawing import theme
from explainer.model import schema
from explainer.model.bidi import settled
from explainer.model.schema import Event, Group, Ligand, Precursor, Receptor, Subject
from explainer.model.system import System
from explainer.voices.phrases import Line, line_of

Json = Any  # plain lists, dicts, words and numbers


def because(system: System, rows: Iterable[str]) -> Iterable[Line]:
    """Put the rows that an answer rests on in words, each with its sources."""
    for row_id in rows:
        row = system.find(row_id)
        line = line_of(system, row)
        told = _told(system, row)
        yield replace(line, text=settled(told)) if told else line


def _told(system: System, row: schema.Row) -> str:
    """Tell of a row for which `line_of` gives no more than a name; else nothing."""
    told = ""
    match row:
        case Precursor():
            peptides = [peptide.name for peptide in system.products_of(row.id).values()]
            told = f"{row.name} is cut into: {', '.join(peptides) or 'no peptide in these tables'}."
        case Ligand():
            told = line_of(system, row).text
        case Receptor():
            told = f"{row.name}: {row.family_note or row.iuphar_name}"
        case Group():
            told = f"{row.name}: {row.definition}"
        case Subject():
            told = f"{row.name}: {row.note}" if row.note else ""
        case Event():
            told = f"{row.year}: {row.told}"
    return told[:1].upper() + told[1:]


def as_data(system: System, line: Line) -> dict[str, Json]:
    """Give a line with its sources in words, as it is sent."""
    sources = [system.sources[key] for key in line.sources]
    return {
        "text": line.text,
        "voice": line.voice,
        "whose": theme.VOICES[line.voice].word,
        "badge": line.badge,
        "caveat": line.caveat,
        "sources": [[source.short, source.reference, source.link] for source in sources],
    }
