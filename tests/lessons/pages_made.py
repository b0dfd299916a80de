"""Lessons made up for one test."""

from __future__ import annotations

from explainer.lessons.notebook import Cell, Lesson

GOALS = "**You will be able to**\n\n1. tell one voice from another;\n2. read a range.\n"


def lesson(*texts: str, name: str = "00_made_up", code: tuple[str, ...] = ()) -> Lesson:
    """Make a lesson of Markdown cells and then code cells, with nothing else in it."""
    cells = [Cell(n, "markdown", text) for n, text in enumerate(texts, 1)]
    cells += [Cell(n, "code", text) for n, text in enumerate(code, len(cells) + 1)]
    return Lesson(name, tuple(cells))
