"""The glossary: what a technical word means, and which words of a text have no entry.

In a lesson, a term is a Markdown link such as ``[partial agonist](#term-partial_agonist)``: what
follows ``#term-`` is the term's id without its first letters ``t_``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from explainer.model.errors import did_you_mean, shown

if TYPE_CHECKING:
    from explainer.model.schema import Term
    from explainer.model.system import System

PREFIX = "t_"  # ids are unique over all tables, and some terms are receptors as well
MARK = "#term-"
WORDS = {
    "title": "Words in this lesson ({count})",
    "all": "All words ({count})",
    "hint": "Point at an underlined word in the text, or move to it with Tab, to see its meaning. "
    "Enter or a click keeps it open; Escape closes it.",
    "also": "Also: {synonyms}.",
    "sources": "Sources",
    "close": "Close",
}
_LINK = re.compile(rf"{re.escape(MARK)}(\w+)")
Json = Any  # plain lists, dicts and words


def named(text: str) -> list[str]:
    """Which terms a text links to, as written after ``#term-``, each once and in its order."""
    return list(dict.fromkeys(_LINK.findall(text)))


def chosen(system: System, terms: Iterable[str] | None = None) -> list[Term]:
    """Give some terms, or all of them, in the order of the alphabet; an unknown one is told."""
    if terms is None:
        rows = list(system.terms.values())
    else:
        rows = [_find(system, word) for word in dict.fromkeys(terms)]
    return sorted(rows, key=lambda term: term.name.casefold())


def _find(system: System, word: str) -> Term:
    term = word if word in system.terms else PREFIX + word
    if term not in system.terms:
        known = [row.removeprefix(PREFIX) for row in system.terms]
        raise ValueError(f"{shown(word)} is not in the glossary{did_you_mean(word, known)}")
    return system.terms[term]


def as_text(system: System, terms: Iterable[str] | None = None) -> str:
    """Write the glossary as plain text, to print."""
    lines = []
    for term in chosen(system, terms):
        also = _also(term)
        cited = ", ".join(source.short for source in system.sources_of(term))
        lines.append(f"{term.name}: {term.definition} {also}{' ' * bool(also)}[{cited}]")
    return "\n".join([*lines, ""])


def _also(term: Term) -> str:
    """Other words for a term; its own plural tells a reader nothing."""
    others = [
        word
        for word in term.synonyms
        if term.name not in word and not (word[-1] == "s" and word[:-1] in term.synonyms)
    ]
    return WORDS["also"].format(synonyms=", ".join(others)) if others else ""


def build(system: System, terms: Iterable[str] | None = None) -> dict[str, Json]:
    """Gather all that the glossary shows, as plain data ready for JSON."""
    rows = chosen(system, terms)
    return {
        "mark": MARK,
        "terms": [_term(system, term) for term in rows],
        "words": {**WORDS, "title": title(rows, is_whole=terms is None)},
    }


def title(rows: list[Term], *, is_whole: bool) -> str:
    """Name a list of words, and say how many there are."""
    return WORDS["all" if is_whole else "title"].format(count=len(rows))


def _term(system: System, term: Term) -> dict[str, Json]:
    return {
        "id": term.id.removeprefix(PREFIX),
        "name": term.name,
        "definition": term.definition,
        "also": _also(term),
        "sources": [[s.short, s.reference, s.link] for s in system.sources_of(term)],
    }
