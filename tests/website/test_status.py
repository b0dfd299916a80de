"""The status page leads to what was measured, and says so where nothing was."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from explainer.model.system import System
from explainer.website import papers, status


def test_the_status_page_leads_to_what_was_measured(small: System) -> None:
    there = status.text(small, {}, 1, papers.MEASURED)
    assert "[performance](performance.html)" in there
    assert papers.MEASURED in papers.read([])  # the page is there
    nothing = status.text(small, {}, 1, "")
    assert "`make bench` measures them" in nothing
    assert "performance.html" not in nothing


def test_the_status_page_says_how_long_each_lesson_ran(small: System) -> None:
    first = {"iopub.execute_input": "2026-11-28T10:00:01.500000Z"}
    last = {"shell.execute_reply": "2026-11-28T10:00:09.750000Z"}
    cells = [new_code_cell("1", metadata={"execution": time}) for time in (first, last)]
    ran = new_notebook(cells=[new_markdown_cell("# Ran"), *cells])
    bare = new_notebook(cells=[new_markdown_cell("# Bare"), new_code_cell("1")])
    told = status.text(small, {"ran": ran, "bare": bare}, 1, "")
    assert "(ran.html) | - | 2 | 8.2 |" in told
    assert "(bare.html) | - | 1 | - |" in told
