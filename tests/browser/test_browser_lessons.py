"""Every further notebook runs from top to bottom in a real JupyterLab."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lab import ROOT
from playwright.sync_api import expect
from reader import START, Opener

LESSONS = sorted(set((ROOT / "notebooks").glob("[0-9]*.ipynb")) - {START})
EXPLORER = re.compile(r"widgets\.Explorer\(system([^)]*)\)")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_lesson_runs_and_its_explorers_begin_where_their_cells_say(
    open_notebook: Opener, lesson: Path
) -> None:
    reader = open_notebook(lesson)
    assert reader.faults() == []
    starts = [start for _, text in reader.cells()["cells"] for start in EXPLORER.findall(text)]
    expect(reader.explorer).to_have_count(len(starts))
    for explorer, start in zip(reader.explorer.all(), starts, strict=True):
        explorer.scroll_into_view_if_needed()
        expect(explorer.locator(".node").first).to_be_visible()
        for lens in re.findall(r'lens="(\w+)"', start):
            expect(explorer.locator("svg")).to_have_attribute("data-lens", lens)
        for focus in re.findall(r'focus="(\w+)"', start):
            node = explorer.locator(f'.node[data-id="{focus}"]')
            expect(node).to_have_attribute("aria-pressed", "true")
            expect(explorer.get_by_role("heading", level=3)).to_be_visible()
    reader.shoot(f"lesson {lesson.stem}")
    reader.close()
