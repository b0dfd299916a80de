"""What a reader sees and does in one notebook, in the words of the tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from explored import SCREENSHOTS as SCREENSHOTS  # noqa: PLC0414 - other tests take it from here
from explored import Explored
from lab import ROOT, Lab
from playwright.sync_api import Browser, Page, expect
from record import Record

START = ROOT / "notebooks" / "00_start_here.ipynb"
_COPIES = count(1)
SLOW = 60_000  # milliseconds for what waits on a kernel or on the whole page
expect.set_options(timeout=20_000)

_CELLS = """() => {
  const notebook = jupyterapp.shell.currentWidget.content;
  return {
    mode: notebook.mode,
    active: notebook.activeCellIndex,
    cells: notebook.widgets.map((cell) => [cell.model.type, cell.model.sharedModel.getSource()]),
  };
}"""
_OUTPUTS = """() => jupyterapp.shell.currentWidget.content.widgets
  .filter((cell) => cell.model.type === 'code')
  .map((cell) => cell.model.outputs.toJSON())"""
_LAST_CELL = """() => {
  const { model } = jupyterapp.shell.currentWidget.content.widgets.at(-1);
  return {
    idle: model.executionState === 'idle',
    count: model.executionCount ?? 0,
    outputs: model.outputs.toJSON(),
  };
}"""
_SHOW_CELL = """async (which) => {
  const notebook = jupyterapp.shell.currentWidget.content;
  const cell = notebook.widgets.at(which);
  notebook.activeCellIndex = notebook.widgets.indexOf(cell);
  await notebook.scrollToCell(cell, 'start');
}"""


def code_cell(source: str, name: str) -> dict[str, Any]:
    """A code cell as it stands in a notebook file."""
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def write_notebook(path: Path, sources: list[str]) -> Path:
    """Write a notebook of code cells."""
    content = {
        "cells": [code_cell(source, f"cell{i}") for i, source in enumerate(sources)],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(content))
    return path


class Reader(Explored):
    """A reader with one notebook open in JupyterLab."""

    def __init__(self, browser: Browser, lab: Lab, record: Record) -> None:
        self.context = browser.new_context(viewport={"width": 1366, "height": 768})
        self.lab = lab
        self.record = record
        self.notebook = ""

    # The notebook

    def open(self, notebook: Path) -> None:
        """Open a fresh copy of a notebook in a new page, with an empty cell at its end for `ask`.

        Each copy has a name of its own: Jupyter gives pages of one name one kernel, and `close`
        ends it.
        """
        self.close()
        self.notebook = f"{notebook.stem}-{next(_COPIES)}.ipynb"
        self.page = self.new_page()
        content = json.loads(notebook.read_text())
        content["cells"].append(code_cell("", "ask"))
        (self.lab.folder / self.notebook).write_text(json.dumps(content))
        self.page.goto(self.lab.link(self.notebook), timeout=SLOW)
        expect(self.page.locator(".jp-Cell")).to_have_count(len(content["cells"]), timeout=SLOW)
        self.wait_for_kernel()

    def new_page(self) -> Page:
        """A page of which everything it says and asks for is recorded."""
        page = self.context.new_page()
        page.set_default_timeout(20_000)
        self.record.watch(page)
        return page

    def close(self) -> None:
        """Close the page and end the notebook's kernel."""
        for page in self.context.pages:
            page.close()
        self.lab.end_kernel(self.notebook)

    def wait_for_kernel(self) -> None:
        """Wait until the kernel is idle; what is asked of it before is dropped without a word."""
        self.page.wait_for_function(
            """() => {
              const session = jupyterapp.shell.currentWidget?.sessionContext;
              const kernel = session?.session?.kernel;
              return session?.isReady && kernel?.connectionStatus === 'connected'
                && kernel.status === 'idle';
            }""",
            timeout=SLOW,
        )

    def change_theme(self, theme: str) -> None:
        """Change Lab's theme, and wait until what covers the page meanwhile is gone.

        Lab takes its cover away by a timer for each change: a second change that comes before the
        first timer has it taken away twice, which is an error in the page, heard a test later.
        """
        change = "theme => jupyterapp.commands.execute('apputils:change-theme', { theme })"
        self.page.evaluate(change, f"JupyterLab {theme}")
        is_light = str(theme == "Light").lower()
        expect(self.page.locator(f'body[data-jp-theme-light="{is_light}"]')).to_be_attached()
        expect(self.page.locator("#jupyterlab-splash")).to_have_count(0)
        self.frames()

    def run_all(self) -> None:
        """Run every cell, through the menu, and wait until the last has run."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        # A cell that fails keeps those after it from running.
        self.page.wait_for_function(
            """() => {
              const cells = jupyterapp.shell.currentWidget.content.widgets
                .map(({ model }) => model)
                .filter(model => model.type === 'code' && model.sharedModel.getSource());
              const failed = model => model.outputs.toJSON().some(o => o.output_type === 'error');
              return cells.some(failed)
                || cells.every(model => model.executionCount && model.executionState === 'idle');
            }""",
            timeout=SLOW,
        )
        faults = [fault for fault in self.faults() if fault["output_type"] == "error"]
        assert faults == [], "cells that failed"
        self.wait_for_kernel()

    def faults(self) -> list[dict[str, Any]]:
        """What the cells put out as an error or as a warning."""
        outputs = [output for cell in self.page.evaluate(_OUTPUTS) for output in cell]
        return [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"]

    def cells(self) -> dict[str, Any]:
        """Each cell's kind and text, the mode, and which cell is active."""
        return self.page.evaluate(_CELLS)

    def ask(self, code: str) -> str:
        """Run code in the notebook's last cell; the text that comes back."""
        before = self.page.evaluate(_LAST_CELL)["count"]
        self.page.evaluate(_SHOW_CELL, -1)
        editor = self.page.locator(".jp-Cell").last.locator(".cm-content")
        editor.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(code)
        self.page.keyboard.press("Control+Enter")
        self.page.wait_for_function(
            f"before => {{ const now = ({_LAST_CELL})(); return now.idle && now.count > before; }}",
            arg=before,
            timeout=SLOW,
        )
        outputs = self.page.evaluate(_LAST_CELL)["outputs"]
        return "\n".join(str(o.get("data", o).get("text/plain", o)) for o in outputs)

    # The Explorer

    def show_explorer(self) -> None:
        """Scroll to the Explorer."""
        self.page.evaluate(
            """async root => {
              const cell = document.querySelector(root).closest('.jp-Cell');
              const notebook = jupyterapp.shell.currentWidget.content;
              const widget = notebook.widgets.find((one) => one.node === cell);
              notebook.activeCellIndex = notebook.widgets.indexOf(widget);
              await notebook.scrollToCell(widget, 'start');
            }""",
            self.root,
        )
        expect(self.explorer.locator(".stage")).to_be_visible()

    def reset(self) -> None:
        """Everything back to the overview, with the Explorer in view and nothing unfolded."""
        self.show_explorer()
        self.tab("Card").click()
        self.choose("Voice", "Both")
        if self.button("Show all").is_enabled():
            self.button("Show all").click()
        self.fold()
        self.open_map()
        expect(self.explorer.locator('svg[data-mode="overview"]')).to_be_attached()
        self.page.evaluate("document.activeElement.blur()")

    def enter_by_keyboard(self) -> None:
        """Put the keyboard on the Explorer's cell, in command mode, as after Shift+Enter."""
        self.page.locator(".jp-Cell:has(.explainer) .jp-InputPrompt").first.click()

    def shoot(self, name: str, *, whole: bool = False) -> None:
        """Keep a screenshot of what is on screen, or of the whole Explorer."""
        if not whole:
            super().shoot(name)
            return
        # The panel is made as high as the Explorer is, while the picture keeps its size.
        keep = "picture => { picture.style.maxHeight = getComputedStyle(picture).maxHeight; }"
        self.picture.evaluate(keep)
        size = self.page.viewport_size
        height = self.explorer.evaluate("one => Math.ceil(one.getBoundingClientRect().height)")
        assert size is not None
        self.page.set_viewport_size({**size, "height": height + 500})
        self.show_explorer()
        self.frames()
        SCREENSHOTS.mkdir(exist_ok=True)
        self.explorer.screenshot(path=SCREENSHOTS / f"{name}.png")
        self.page.set_viewport_size(size)
        self.picture.evaluate("picture => { picture.style.maxHeight = ''; }")


Opener = Callable[[Path], Reader]
