"""What is searched: parts of lessons, words, findings; one list that its page carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from explainer import pages
from explainer.drawing import theme
from explainer.lessons.notebook import plain
from explainer.model.system import System
from explainer.view import cache, state
from explainer.view.state import State

Notebook = Any  # a tree of nodes without types
Entry = list[str]  # kind, title, text, address: as the page's script reads it
PAGE = "# Search"
_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
# What is to be guessed first is not found here.
_ANSWER = re.compile(r"<details>.*?</details>", re.DOTALL)
_LENGTH = 320  # letters of a lesson's part that are shown and searched


def index(system: System, books: dict[str, Notebook]) -> list[Entry]:
    """List all that can be found."""
    return [*_lessons(books), *_words(system), *_findings(system)]


def _lessons(books: dict[str, Notebook]) -> Iterator[Entry]:
    for name, book in books.items():
        title = pages.title(book)
        text = "\n\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
        parts = _HEADING.split(_ANSWER.sub("", text))
        for heading, body in zip(parts[2::3], parts[3::3], strict=True):
            words = " ".join(plain(body).split())[:_LENGTH]
            anchor = heading.strip().replace(" ", "-")
            yield [f"Lesson: {title}", plain(heading).strip(), words, f"{name}.html#{anchor}"]


def _words(system: System) -> Iterator[Entry]:
    for term in system.terms.values():
        text = " ".join([term.definition, *(f"({one})" for one in term.synonyms)])
        address = f"glossary.html#term-{term.id.removeprefix('t_')}"
        yield ["Word", term.name, text, address]


def _findings(system: System) -> Iterator[Entry]:
    shared = cache.of(system)
    for text, voice, badge, caveat, _, row in shared.payload["lines"]:
        view = State(row=row)
        if state.read(view.code, shared.choices)[1]:
            continue  # the Explorer shows it in no view of its own
        title, _, rest = text.partition(". ")
        more = " ".join(filter(None, (rest, badge, caveat)))
        kind = theme.VOICES[voice].word.capitalize()
        yield [kind, title, more, f"explorer.html#{state.MARK}{view.code}"]
