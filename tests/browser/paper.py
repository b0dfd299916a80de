"""A notebook with a text, a glossary and a quiz, and how a reader meets the quiz."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Locator, expect
from reader import SCREENSHOTS, Reader, code_cell

from explainer.learning import quiz
from explainer.model.system import System

LESSON = "06_the_trials"
FIRST = f"""import explainer as ex
from explainer import widgets

system = ex.load()
words = widgets.Glossary(system, terms=["partial_agonist", "affinity"])
check = widgets.Quiz(system, lesson="{LESSON}")"""
TEXT = (
    "A [partial agonist](#term-partial_agonist) has [affinity](#term-affinity). "
    "A [knockout](#term-knockout) is not in this list. Go to [the end](#The-end)."
)


# Where the cells stand.
GLOSSARY, WORDS, QUIZ = 1, 2, 3
SHOW_CELL = """async place => {
  const notebook = jupyterapp.shell.currentWidget.content;
  notebook.mode = 'command'; // in edit mode, Lab would open the source of a text cell
  notebook.activeCellIndex = place;
  await notebook.scrollToCell(notebook.widgets[place], 'start');
}"""


def show_cell(reader: Reader, place: int) -> None:
    """Scroll to a cell: Lab takes those out of the page that are far away."""
    reader.page.evaluate(SHOW_CELL, place)


def text_cell(source: str, name: str) -> dict[str, object]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def write_lesson(path: Path) -> Path:
    """Write a notebook with a text, its glossary and its quiz."""
    cells = [
        code_cell(FIRST, "first"),
        code_cell("words", "words"),
        text_cell(TEXT, "text"),
        code_cell("check", "check"),
        text_cell("# The end", "end"),
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    book = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(book))
    return path


class Paper:
    """The quiz as a reader meets it."""

    def __init__(self, reader: Reader, system: System) -> None:
        self.reader = reader
        self.root = reader.page.locator(".explainer-quiz")
        self.title = system.lessons[LESSON].title
        self.questions = list(quiz.questions_of(system, LESSON).values())
        self.options = {
            question.id: list(quiz.options_of(system, question.id).values())
            for question in self.questions
        }

    def tally(self, answered: int, right: int) -> str:
        """What the quiz says after so many answers."""
        return f"{answered} of {len(self.questions)} answered, {right} right"

    @property
    def said(self) -> Locator:
        """The region that a screen reader reads out."""
        return self.root.get_by_role("status")

    @property
    def counts(self) -> Locator:
        return self.root.locator(".counts")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def radio(self, text: str) -> Locator:
        return self.root.get_by_role("radio", name=text, exact=True)

    def option(self, place: int, *, right: bool) -> str:
        """The words of an option that is right, or of one that is not."""
        options = self.options[self.questions[place].id]
        return next(o.text for o in options if o.is_answer is right)

    def feedback(self, text: str) -> str:
        return next(o.feedback for os in self.options.values() for o in os if o.text == text)

    def show(self) -> None:
        show_cell(self.reader, QUIZ)
        expect(self.root).to_be_visible()

    def shoot(self, name: str) -> None:
        """Keep a picture of the whole quiz, on a page high enough for it."""
        page, size = self.reader.page, self.reader.page.viewport_size
        assert size is not None
        page.set_viewport_size({**size, "height": 2200})
        self.show()
        page.mouse.move(0, 0)
        SCREENSHOTS.mkdir(exist_ok=True)
        self.reader.frames()
        self.root.screenshot(path=SCREENSHOTS / f"{name}.png")
        page.set_viewport_size(size)


LOW_CONTRAST = """root => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [r0, g0, b0]) => [r * a + r0 * (1 - a), g * a + g0 * (1 - a), b * a + b0 * (1 - a), 1];
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const low = [];
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.checkVisibility()) continue;
    const boxes = [];
    for (let e = one; e; e = e.parentElement) boxes.unshift(e);
    const ground = boxes.reduce((under, e) => over(rgba(getComputedStyle(e).backgroundColor), under), [255, 255, 255, 1]);
    const ink = over(rgba(getComputedStyle(one).color), ground);
    const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) low.push([contrast.toFixed(1), walker.currentNode.data.trim().slice(0, 30)]);
    if (parseFloat(getComputedStyle(one).fontSize) < 14) low.push(['small', walker.currentNode.data.trim().slice(0, 30)]);
  }
  return low;
}"""
WIDE = """root => {
  const edge = root.getBoundingClientRect().right + 1;
  const panel = (root.closest('.jp-Notebook') ?? document.body).getBoundingClientRect().right + 1;
  return [...root.querySelectorAll('*')].filter(one => one.checkVisibility())
    .filter(one => one.getBoundingClientRect().right > Math.min(edge, panel))
    .map(one => one.textContent.slice(0, 40));
}"""
