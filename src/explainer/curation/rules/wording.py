"""Rules of words: kind, no dose and no advice, and nothing in them that a reader cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.curation.language import EVERY_KIND, Kind, faults_of_words
from explainer.curation.rules import characters, teaching
from explainer.curation.rules.places import Rule, is_printed, problem, rows_of, texts_of
from explainer.model.errors import Problem, shown
from explainer.model.schema import Domain, Helpline, Row
from explainer.model.schema.row import links_of
from explainer.model.system import System

_SENTENCES = frozenset({
    "note", "seen_note", "definition", "family_note", "caveat", "finding", "told", "statement",
    "belief", "refutation", "feedback", "narration", "notice", "presenter", "left_out",
    "blank_because",
})  # fmt: skip
_NAMES = frozenset({"name", "title", "iuphar_name", "country", "audience"})
_ENDED = re.compile(r"[.?!…][”\"’')]*$")
_FORMULA = "=+-@"
_PLACE = re.compile(r"[^<>{}|\\^`\"]{1,120}")


def words_are_kind_and_tell_no_dose(system: System) -> Iterator[Problem]:
    """Words about people are person-first; no dose, ranking or advice stands in a row.

    Lines of help tell what to do in an emergency: that is their place, and theirs alone.
    """
    for row in rows_of(system):
        kinds: tuple[Kind, ...] = ("slight",) if isinstance(row, Helpline) else EVERY_KIND
        for column, text in _ours(row):
            for fault in faults_of_words(text, kinds):
                yield problem(system, row, column, *fault)


def _ours(row: Row) -> Iterator[tuple[str, str]]:
    """Texts of our own: ids are no text, and what was printed stands as it was printed."""
    links = links_of(type(row))
    for column, text in texts_of(row):
        if column != "id" and column not in links and not is_printed(row, column):
            yield column, text


def letters_are_what_they_seem(system: System) -> Iterator[Problem]:
    """No letter is unseen, misread by a program, or another alphabet's in disguise."""
    for row in rows_of(system):
        for column, text in texts_of(row):
            if found := characters.fault_of(text, as_printed=is_printed(row, column)):
                yield problem(system, row, column, *found)


def texts_say_something(system: System) -> Iterator[Problem]:
    """A text has a word in it, is no formula of a spreadsheet, and closes its quotation marks."""
    for row in rows_of(system):
        for column, text in texts_of(row):
            if column != "relation" and (found := _odd_text(text)):
                yield problem(system, row, column, *found)


def _odd_text(text: str) -> tuple[str, str] | None:
    if not re.search(r"[^\W_]", text):
        return f"{shown(text)} says nothing", "write words, or leave it blank"
    if text[0] in _FORMULA:
        return f"{shown(text)} is a formula for a spreadsheet", "begin with a letter or a digit"
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return "a quotation mark without its partner", "close it, or take it away"
    return None


def sentences_and_names_keep_their_places(system: System) -> Iterator[Problem]:
    """A sentence ends as one and a name does not, so that cells that changed places show."""
    for row in rows_of(system):
        for column, text in texts_of(row):
            if is_printed(row, column):
                continue
            if column in _SENTENCES and not _ENDED.search(text):
                fault = f"{shown(text)} does not end as a sentence"
                yield problem(system, row, column, fault, "end it with a full stop")
            if column in _NAMES and (fault := _odd_name(text)):
                yield problem(system, row, column, fault, "name it, without a full stop")


def _odd_name(text: str) -> str:
    if text.endswith("."):
        return f"{shown(text)} is a sentence, and no name"
    if ";" in text.strip(" ;"):
        return f"{shown(text)} is a list of names"
    return f"{shown(text)} is a product's name" if "(a product" in text else ""


def places_in_sources_are_places(system: System) -> Iterator[Problem]:
    """What stands in brackets behind a source is a short place in it."""
    for row in rows_of(system):
        for reference in getattr(row, "sources", ()):
            if reference.place and not _PLACE.fullmatch(reference.place):
                fault = f"{shown(reference.place)} is no place in a source"
                yield problem(system, row, "sources", fault, "write it as 'key[Table 2]'")


_BETTER = re.compile(r"(?:better|greater|freer|steadier|fewer|happier)\b", re.IGNORECASE)
_BAD_LIKE = re.compile(r"(?:less|fewer) (?:despair|anxiety|depression|fear|stress|pain)-like\b")
_OF_ANIMALS = re.compile(r"\w+-like\b")
_WORSE = re.compile(r"(?:worse|poorer|slower)\b|more disturbed\b", re.IGNORECASE)


def ways_read_as_what_they_are(system: System) -> Iterator[Problem]:
    """A domain says in two ways which way it went, and neither in the words of the other."""
    for row in system.domains.values():
        if fault := _odd_ways(row):
            yield problem(
                system, row, "improves", fault, "see that the two have not changed places"
            )


def _odd_ways(row: Domain) -> str:
    pairs = [(row.improves, row.worsens), (row.improves_in_animals, row.worsens_in_animals)]
    for improves, worsens in pairs:
        if improves.lower() == worsens.lower() and improves:
            return f"{shown(improves)} stands for both ways"
        if improves.lower().split()[:1] == worsens.lower().split()[:1] != []:
            return f"{shown(improves)} and {shown(worsens)} go the same way"
    if bool(row.improves_in_animals) != bool(row.worsens_in_animals):
        return "of animals only one of the two ways is told"
    if _BAD_LIKE.match(row.worsens_in_animals):
        return f"{shown(row.worsens_in_animals)} is no worse"
    if found := _OF_ANIMALS.search(f"{row.improves} {row.worsens}"):
        return f"{found[0]!r} is what a test of animals shows"
    is_turned = _WORSE.match(row.improves) or _BETTER.match(row.worsens)
    return f"{shown(row.improves)} and {shown(row.worsens)} are turned round" if is_turned else ""


def questions_explain(system: System) -> Iterator[Problem]:
    """Questions have one answer, and every option explains; see `teaching`."""
    for row, column, fault, way_out in teaching.check(system):
        yield problem(system, row, column, fault, way_out)


RULES: tuple[Rule, ...] = (
    words_are_kind_and_tell_no_dose,
    letters_are_what_they_seem,
    texts_say_something,
    sentences_and_names_keep_their_places,
    places_in_sources_are_places,
    ways_read_as_what_they_are,
    questions_explain,
)
