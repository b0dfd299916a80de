"""Every further notebook runs from top to bottom in a real JupyterLab."""

from __future__ import annotations

from pathlib import Path

import pytest
from lab import ROOT
from playwright.sync_api import expect
from reader import START, Opener

LESSONS = sorted(set((ROOT / "notebooks").glob("[0-9]*.ipynb")) - {START})


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_lesson_runs_and_shows_its_widgets(open_notebook: Opener, lesson: Path) -> None:
    reader = open_notebook(lesson)
    assert reader.faults() == []
    texts = [text for _, text in reader.cells()["cells"]]
    explorers = sum(text.count("widgets.Explorer(") for text in texts)
    expect(reader.explorer).to_have_count(explorers)
    if explorers:
        reader.show_explorer()
        expect(reader.explorer.locator(".node").first).to_be_visible()
    reader.shoot(f"lesson {lesson.stem}")
    reader.close()


def test_explorer_of_the_first_lesson_begins_where_its_cell_says(open_notebook: Opener) -> None:
    reader = open_notebook(ROOT / "notebooks" / "01_the_bodys_own_opioids.ipynb")
    reader.show_explorer()
    assert reader.chosen("Lens") == "Pharmacology sources"
    expect(reader.node("pdyn")).to_have_attribute("aria-pressed", "true")
    expect(reader.card.get_by_role("heading", level=3)).to_contain_text("prodynorphin")
