"""How the site stands: its lessons, its rows by verdict and evidence, what was last looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from explainer import __version__, pages
from explainer.model.system import System
from explainer.website.front import minutes

Notebook = Any  # a tree of nodes without types
_PAGE = """# Status

Version {version}. All {n} lessons were run when this site was made, \
without a fault, in {seconds:.0f} seconds on the machine that made it.

## Lessons

| lesson | minutes it says it takes | cells that were run | seconds that they ran |
|---|---|---|---|
{lessons}

## How the article's claims stand

{verdicts}

## Findings by the kind of evidence

{evidence}

## Telephone numbers for help

{n_help} entries were last checked between {first} and {last}. \
No number is called by a program; a person looks at the issuer's own page.

## Measured

{measured}
"""
_NONE = "No figures came with this site: `make bench` measures them."
_THERE = "Times, weights and memory, with the machine: [performance]({}.html)."


def text(system: System, books: dict[str, Notebook], seconds: float, paper: str) -> str:
    """Write the page; ``paper`` is the page with what was measured, if there is one."""
    days = [row.checked_on for row in system.helplines.values() if row.checked_on]
    lessons = "\n".join(
        f"| [{pages.title(book)}]({name}.html) | {minutes(book) or '-'} "
        f"| {_run(book)} | {_ran(book)} |"
        for name, book in books.items()
    )
    return _PAGE.format(
        version=__version__,
        n=len(books),
        seconds=seconds,
        lessons=lessons,
        verdicts=_counted("verdict", (row.verdict for row in system.assessments.values())),
        evidence=_counted("evidence", (row.evidence for row in system.effects.values())),
        n_help=len(system.helplines),
        first=min(days),
        last=max(days),
        measured=_THERE.format(paper) if paper else _NONE,
    )


def _run(book: Notebook) -> int:
    return sum(cell.cell_type == "code" for cell in book.cells)


def _ran(book: Notebook) -> str:
    """From the first cell's start to the last one's end, as the run itself wrote down."""
    marks = [cell.metadata.get("execution", {}) for cell in book.cells]
    times = [datetime.fromisoformat(one) for mark in marks for one in mark.values()]
    return f"{(max(times) - min(times)).total_seconds():.1f}" if times else "-"


def _counted(name: str, words: Iterable[str]) -> str:
    rows = (f"| {word} | {n} |" for word, n in Counter(words).most_common())
    return "\n".join([f"| {name} | how many |", "|---|---|", *rows])
