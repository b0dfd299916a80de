"""A lesson saved as a page, and how a reader without Jupyter and without a connection meets it."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
from explored import Explored
from ipywidgets.embed import dependency_state
from lab import ROOT
from playwright.sync_api import Browser, Locator, Page, Route
from record import Record

from explainer import pages
from explainer.model.system import System
from explainer.view import headline, payload, selection, state

LESSON = "00_start_here"
Notebook = Any  # a tree of nodes without types
Opened = Callable[..., Page]  # a lesson's page, by its name, in a context of its own


def run_book(text: str, outputs: Iterable[dict[str, Any]], state: dict[str, Any]) -> Notebook:
    """A notebook as it is after a run: a text, then a cell for each output, with its widgets."""
    cells = [nbformat.v4.new_markdown_cell(text)]
    for data in outputs:
        output = nbformat.v4.new_output("display_data", data=data)
        cells.append(nbformat.v4.new_code_cell("1", outputs=[output]))
    book = nbformat.v4.new_notebook(cells=cells)
    book.metadata["widgets"] = {pages.STATE: {"state": state}}
    return book


def state_of(*widgets: Any) -> dict[str, Any]:  # noqa: ANN401 - ipywidgets has no types
    """What Jupyter would save of widgets, as text and back."""
    return dict(json.loads(json.dumps(dependency_state(widgets, drop_defaults=False))))


def shown_by(widgets: Iterable[Any]) -> list[dict[str, Any]]:
    """What cells put out that end in these widgets."""
    return [widget._repr_mimebundle_()[0] for widget in widgets]


def save_lesson(place: Path, lesson: str = LESSON) -> Path:
    """Do what the README says of one lesson, with our settings and nobody else's."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON"))}
    # A copy, because Jupyter writes into the folder of its settings.
    settings = shutil.copytree(ROOT / "jupyter", place / "settings")
    environment |= {
        "JUPYTER_CONFIG_DIR": str(settings),
        "IPYTHONDIR": str(place / "ipython"),
        "PYTHONPATH": str(ROOT / "src"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    notebook = ROOT / "notebooks" / f"{lesson}.ipynb"
    subprocess.run(
        [
            *(sys.executable, "-m", "nbconvert", "--to", "html", "--execute"),
            *("--output-dir", str(place), str(notebook)),
        ],
        env=environment,
        check=True,
        capture_output=True,
        timeout=180,
    )
    return place / f"{lesson}.html"


def save_lessons(place: Path) -> None:
    """Run every lesson and save each as a page."""
    paths = sorted((ROOT / "notebooks").glob("0*.ipynb"))
    with ThreadPoolExecutor(1) as aside:  # Playwright has a loop of its own here
        books = aside.submit(pages.run, paths).result()
    for path, book in zip(paths, books, strict=True):
        text = pages.page(copy.deepcopy(book), path.stem, [])
        (place / f"{path.stem}.html").write_text(text, encoding="utf-8")


class Saved(Explored):
    """A reader with a saved page open, cut off from everything but that file."""

    def __init__(
        self, browser: Browser, record: Record, file: Path, system: System, **context: object
    ) -> None:
        self.picture_data = payload.build(system)
        self.choices = payload.choices(system)
        self.file = file
        self.asked: list[str] = []
        self.context = browser.new_context(
            **{"viewport": {"width": 1366, "height": 768}, "accept_downloads": True} | context
        )
        self.context.set_offline(offline=True)
        self.context.route("**/*", self._only_the_file)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        record.watch(self.page)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.open()

    def _only_the_file(self, route: Route) -> None:
        if route.request.url.split("#")[0] == self.file.as_uri():
            route.continue_()
        else:
            route.abort()

    def open(self, fragment: str = "") -> None:
        """Open the page anew, and wait until its widgets are drawn."""
        self.page.goto("about:blank")
        self.page.goto(self.file.as_uri() + fragment)
        self.page.locator(".widget > .wait").first.wait_for(state="detached")
        self.drawn.first.wait_for()

    def close(self) -> None:
        self.context.close()

    def reset(self) -> None:
        """The overview of the whole map, with the card open."""
        self.open_map()
        if self.button("Show all").is_enabled():
            self.button("Show all").click()
        self.tab("Card").click()
        self.page.keyboard.press("Escape")
        self.page.mouse.move(0, 0)

    @property
    def search(self) -> Locator:
        return self.explorer.locator("input[role=combobox]")

    def control(self, label: str) -> Locator:
        return self.explorer.get_by_role("combobox", name=label, exact=True)

    @property
    def quiz(self) -> Locator:
        return self.page.locator(".explainer-quiz")

    @property
    def meaning(self) -> Locator:
        """The box beside a word of the glossary."""
        return self.page.locator(".explainer-glossary.popover")

    def told(self, code: str) -> str:
        """Python's sentence for a code."""
        return headline.sentence(self.picture_data, state.read(code, self.choices)[0])

    def should_be_lit(self, code: str) -> set[str]:
        """Ids of the nodes that Python says stand out for a code."""
        found = selection.show(self.picture_data, state.read(code, self.choices)[0])
        return {self.picture_data["nodes"][n][0] for n in found.nodes}
