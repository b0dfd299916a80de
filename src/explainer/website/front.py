"""The words of the site's own pages: the start, the Explorer alone, the glossary, the sources."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from explainer import pages
from explainer.model.display_table import MARKDOWN, in_markdown
from explainer.model.system import System
from explainer.view.state import State
from explainer.website.notebooks import book_of
from explainer.widgets import Explorer, twins

Notebook = Any  # a tree of nodes without types
_TIME = re.compile(r"\*\*Time:\*\* (\d+) minutes")
_START = """# Opioid System Explainer

<p class="lead"><b>Descriptive only: not advice, not a dosing tool.</b>
<a href="{help}.html#Where-help-is">Where help is</a>.</p>

<h2 class="unseen">The picture</h2>"""
_LESSONS = """One article says that some receptors help and others harm, and names none. \
The picture holds that against what sources found, and says where we found nothing.

## Lessons

{lessons}

Which lessons you open is remembered in this browser alone. \
Nothing on these pages is sent anywhere."""
_EXPLORER = """# The Explorer

The address of this page names what you see: copy it to hand the view on. \
The browser's Back goes back one view.

<h2 class="unseen">The picture</h2>"""
_SOURCES = """# Sources

All {n} publications and database releases that a row here cites, and how much of each was read."""


def start(system: System, books: dict[str, Notebook]) -> Notebook:
    """Open on the picture; then the lessons with their times."""
    opened = _START.format(help=next(iter(books)))
    lessons = "\n".join(_line(name, book) for name, book in books.items())
    return book_of(opened, Explorer(system), _LESSONS.format(lessons=lessons))


def minutes(book: Notebook) -> str:
    """How long a lesson says it takes; empty where it does not say."""
    found = _TIME.search("\n".join(cell.source for cell in book.cells))
    return found[1] if found else ""


def _line(name: str, book: Notebook) -> str:
    time = minutes(book)
    return f"- [{pages.title(book)}]({name}.html){f', {time} minutes' if time else ''}"


def explorer(system: System) -> tuple[Notebook, dict[str, Any]]:
    """Give the Explorer a page of its own; and the view it begins with, by the parts' names."""
    view = asdict(State())
    return book_of(_EXPLORER, Explorer(system)), view | {"also": list(view["also"])}


def glossary(system: System) -> str:
    """Tell what all words mean, each where a link finds it."""
    return f"# Glossary\n\n{twins.of_glossary(system)[MARKDOWN]}"


def sources(system: System) -> str:
    """List the sources as they are cited, each where a link finds it."""
    rows = [
        f'- <span id="{source.id}"></span>{in_markdown(source.reference)} '
        f"{f'<{source.link}> ' if source.link else ''}(read: {source.seen})"
        for source in system.sources.values()
    ]
    return "\n".join([_SOURCES.format(n=len(rows)), "", *rows])
