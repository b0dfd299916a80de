"""Every lesson runs from top to bottom in a real JupyterLab, and its widgets are there to use."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import pytest
from lab import ROOT
from playwright.sync_api import expect
from reader import Opener

from explainer.model.system import System
from explainer.view import headline, payload, state
from explainer.view.state import State

LESSONS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))


def calls(sources: list[str], name: str) -> list[ast.Call]:
    """Every call of one widget in code cells."""
    nodes = [node for text in sources for node in ast.walk(ast.parse(text))]
    return [
        n for n in nodes if isinstance(n, ast.Call) and ast.unparse(n.func) == f"widgets.{name}"
    ]


def begun(call: ast.Call, system: System) -> State:
    """The view that a call of the Explorer asks for."""
    words = {word.arg: ast.literal_eval(word.value) for word in call.keywords}
    view, _ = state.read(words.pop("code", ""), payload.choices(system))
    return dataclasses.replace(
        view, **{k: tuple(v) if k == "also" else v for k, v in words.items()}
    )


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_runs_and_its_widgets_begin_where_their_cells_say(
    open_notebook: Opener, system: System, lesson: Path
) -> None:
    reader = open_notebook(lesson)
    assert reader.faults() == []
    code = [text for kind, text in reader.cells()["cells"] if kind == "code" and text]
    picture = payload.build(system)
    starts = [begun(call, system) for call in calls(code, "Explorer")]
    expect(reader.explorer).to_have_count(len(starts))
    for explorer, start in zip(reader.explorer.all(), starts, strict=True):
        explorer.scroll_into_view_if_needed()
        drawing = explorer.locator(".stage :is(.map > svg, svg.sockets:not(.inline))").locator(
            "visible=true"
        )
        expect(drawing).to_have_attribute("data-lens", start.lens)
        expect(explorer.locator(".sentence")).to_have_text(headline.sentence(picture, start))
        tab = explorer.get_by_role("tab", name=start.panel.capitalize(), exact=True)
        expect(tab).to_have_attribute("aria-selected", "true")
    quizzes = reader.page.locator("section.explainer-quiz")
    expect(quizzes).to_have_count(len(calls(code, "Quiz")))
    for quiz in quizzes.all():
        quiz.scroll_into_view_if_needed()
        expect(quiz.get_by_role("radio").first).to_be_visible()
    reader.shoot(f"lesson {lesson.stem}")
    reader.close()


def test_a_term_in_a_lesson_shows_its_meaning(open_notebook: Opener, system: System) -> None:
    reader = open_notebook(LESSONS[1])
    reader.page.evaluate(
        """async () => {
          const notebook = jupyterapp.shell.currentWidget.content;
          await notebook.scrollToCell(notebook.widgets[1], 'start');
        }"""
    )
    link = reader.page.locator('a[href$="#term-precursor"]').first
    link.scroll_into_view_if_needed()
    link.hover()
    meaning = system.terms["t_precursor"].definition
    expect(reader.page.get_by_role("tooltip").get_by_text(meaning)).to_be_visible()
    reader.close()
