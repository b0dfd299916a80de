"""What a lesson says of the world stands on rows, and each number in it is held by one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.lessons.counts import CountError, counted
from explainer.lessons.notebook import Fault, Lesson, Paragraph, paragraphs, plain
from explainer.lessons.numbers import numbers_in
from explainer.model.errors import did_you_mean
from explainer.model.schema import Row, Source, SourcedRow
from explainer.model.system import System

# Columns that name or place a row; a number in them says nothing of the world.
_NAMES = frozenset(
    ("id", "sources", "curator", "checked_on", "pmids", "pmid", "doi", "url", "gtopdb_id",
     "uniprot", "conflicts_with", "because")
)  # fmt: skip
_FINDING = (
    r"trials?|mice|mouse|rats?|rodents?|volunteers?|percent|placebo|FDA"
    r"|the article (?:says?|said|calls?|counts?|lists?|names?|claims?|gives?)"
)
# Digits that count nothing in the world: which lesson or gap, and how long a lesson's part takes.
_LESSON = re.compile(r"\b(?:lessons?|gaps?) \d+(?: (?:to|and) \d+)?|\(\d+ min\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.?!:]+[.?!:]*")


def stand_on_rows(system: System, lesson: Lesson) -> Iterator[Fault]:
    """Each paragraph that states facts names its rows, and its numbers are theirs."""
    for cell in lesson.prose:
        if not cell.holds_goals:
            for fault, way_out in faults_of(system, cell.text):
                yield Fault(cell.place, fault, way_out)
    for cell in lesson.cells:
        for fault, way_out in faults_of(system, cell.instructor):
            yield Fault(cell.place, f"instructor's note: {fault}", way_out)


def faults_of(system: System, text: str) -> Iterator[tuple[str, str]]:
    """Find what a text says that its comments do not bear: the fault and the way out."""
    named = names_of_things(system)
    for paragraph in paragraphs(text):
        yield from _unknown_comments(paragraph)
        rows, missing = _rows(system, paragraph)
        yield from missing
        held: set[str] = set()
        for count in paragraph.counts:
            try:
                held.add(counted(system, count))
            except CountError as error:
                yield str(error), error.way_out
        if missing:
            continue
        held.update(number for row in rows for number in numbers_of(system, row))
        if not paragraph.comments:
            yield from _unfounded(paragraph, named)
            continue
        for number in sorted(numbers_in(_said(paragraph, named)) - held):
            fault = f"no row that the comment names holds the number {number}"
            way_out = "name the row that holds it, count it with '<!-- count: … -->', or drop it"
            yield f"{_begin(paragraph)}: {fault}", way_out


def _unknown_comments(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for word, _ in paragraph.comments:
        if word.isidentifier() and word not in ("rows", "count"):
            yield f"a comment says {word!r}", "write '<!-- rows: … -->' or '<!-- count: … -->'"


def _rows(system: System, paragraph: Paragraph) -> tuple[list[Row], list[tuple[str, str]]]:
    rows: list[Row] = []
    missing: list[tuple[str, str]] = []
    known = [row for table in system.tables.values() for row in table]
    for row_id in paragraph.rows:
        try:
            rows.append(system.find(row_id))
        except KeyError:
            fault = f"{_begin(paragraph)}: {row_id!r} is no row{did_you_mean(row_id, known)}"
            missing.append((fault, "name a row that is in the tables"))
    return rows, missing


def _unfounded(paragraph: Paragraph, named: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """A paragraph without comment may ask, but it may state nothing about a named thing."""
    for sentence in _SENTENCE.findall(plain(paragraph.text)):
        stated = not sentence.rstrip().endswith("?")
        if stated and (found := named.search(sentence)):
            fault = f"{_begin(paragraph)}: it speaks of {found[0]!r} and names no row"
            yield fault, "add '<!-- rows: … -->' under the paragraph"
            return


def _begin(paragraph: Paragraph) -> str:
    words = plain(paragraph.text).split()
    return repr(" ".join(words[:6]) + (" …" if len(words) > 6 else ""))  # noqa: PLR2004


def _said(paragraph: Paragraph, named: re.Pattern[str]) -> str:
    """The words of a paragraph without what holds a digit and counts nothing in the world."""
    text = re.sub(r"\|\s*\d+\s*(?=\|)", "|", paragraph.text)  # a cell of a table that is one number
    return named.sub(" ", _LESSON.sub(" ", plain(text)))


def numbers_of(system: System, row: Row) -> set[str]:
    """All numbers in a row's words and cells, and the years of its sources."""
    values = [getattr(row, name) for name in type(row).model_fields if name not in _NAMES]
    texts = [str(part) for v in values for part in (v if isinstance(v, tuple) else (v,))]
    if isinstance(row, SourcedRow):
        texts += [str(source.year) for source in system.sources_of(row)]
    if isinstance(row, Source):
        texts.append(row.citation)
    return {number for text in texts for number in numbers_in(text)}


def names_of_things(system: System) -> re.Pattern[str]:
    """Whatever shows that a sentence states a fact: a name in the tables, or a finding's word."""
    words: set[str] = set()
    for table in (system.receptors, system.precursors, system.peptides, system.ligands):
        for row in table.values():
            words.update((row.name, getattr(row, "short_name", row.name)))
            words.update(getattr(row, "synonyms", ()))
            words.update((gene,) if (gene := getattr(row, "gene", "")) else ())
    for subject in system.subjects.values():
        if subject.names or subject.name.startswith("“"):
            words.add(subject.name.strip("“”"))
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)}|{_FINDING})(?!\w)", re.IGNORECASE)
