"""A lesson saved in Lab: opened again without being run, and made into a page by Lab's own menu."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lab import Lab, ask
from playwright.sync_api import Browser, Page, expect
from reader import SLOW, Opener, Reader, write_notebook
from record import Record

from explainer import pages
from explainer.view import strings

CELLS = [
    "import explainer as ex\nfrom explainer import widgets\nsystem = ex.load()",
    "explorer = widgets.Explorer(system, focus='kappa', view='map')\nexplorer",
    "widgets.Quiz(system)",
]
MOST_BYTES = 600_000


def states(lab: Lab, name: str) -> dict[str, Any]:
    """What a notebook's file holds of its widgets."""
    metadata = json.loads((lab.folder / name).read_text(encoding="utf-8"))["metadata"]
    return dict(metadata.get("widgets", {}).get(pages.STATE, {}).get("state", {}))


def save(reader: Reader) -> None:
    """As Ctrl+S does, and wait until it is done."""
    reader.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    expect(reader.page.locator(".jp-mod-dirty")).to_have_count(0)


@pytest.fixture(scope="module")
def saved(lab: Lab, open_notebook: Opener, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A notebook that was run and saved, with its kernel ended."""
    book = write_notebook(tmp_path_factory.mktemp("next") / "next_day.ipynb", CELLS)
    reader = open_notebook(book)
    expect(reader.explorer.locator(".node").first).to_be_visible()
    reader.explorer.locator(".node[data-id=mu]").click()
    save(reader)
    reader.page.goto("about:blank")
    lab.end_kernel(reader.notebook)
    return reader


def test_what_widgets_show_is_in_the_file(lab: Lab, saved: Reader) -> None:
    drawn = [
        one["state"] for one in states(lab, saved.notebook).values() if "_script" in one["state"]
    ]
    assert len(drawn) == 2
    assert [words["focus"] for words in drawn if "focus" in words] == ["mu"]
    assert (lab.folder / saved.notebook).stat().st_size < MOST_BYTES


def test_the_next_day_it_lives_before_any_cell_is_run(lab: Lab, saved: Reader) -> None:
    saved.page.goto(lab.link(saved.notebook), timeout=SLOW)
    expect(saved.explorer.locator(".node[aria-pressed=true]")).to_have_attribute("data-id", "mu")
    saved.explorer.locator(".node[data-id=kappa]").click()
    expect(saved.sentence).to_contain_text("Kappa receptor.")
    asked = saved.page.locator(".explainer-quiz")
    asked.locator("label").first.click()
    asked.get_by_role("button", name="Check", exact=True).click()
    expect(asked.locator(".counts")).to_contain_text(re.compile(r"\b1 of \d+ answered"))
    expect(saved.page.get_by_text("model not found")).to_have_count(0)


def test_cells_that_are_run_again_do_not_make_the_file_grow(lab: Lab, saved: Reader) -> None:
    for _ in range(2):
        saved.run_all()
        expect(saved.explorer.locator(".node").first).to_be_visible()
    save(saved)
    drawn = [one for one in states(lab, saved.notebook).values() if "_script" in one["state"]]
    assert len(drawn) == 2
    assert (lab.folder / saved.notebook).stat().st_size < MOST_BYTES


def test_a_widget_says_when_its_kernel_is_gone(saved: Reader) -> None:
    notes = saved.page.locator(".lost")
    expect(notes).to_have_text(["", ""])
    pid = int(saved.ask("import os; os.getpid()"))
    os.kill(pid, signal.SIGKILL)
    expect(notes).to_have_text([strings.LOST] * 2)
    saved.page.get_by_role("dialog").get_by_role("button", name="Ok").click()
    saved.explorer.locator(".node[data-id=mu]").click()
    expect(saved.sentence).to_contain_text("Mu receptor.")
    saved.wait_for_kernel()
    saved.run_all()
    expect(notes).to_have_text(["", ""])


@pytest.fixture
def exported(
    lab: Lab, saved: Reader, chromium: Browser, record: Record, tmp_path: Path
) -> Iterator[Page]:
    """The page that File > Save and Export Notebook As > HTML gives, opened without a connection."""
    file = tmp_path / "exported.html"
    file.write_bytes(ask(f"{lab.url}nbconvert/html/{saved.notebook}?download=true"))
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_offline(offline=True)
    page = context.new_page()
    record.watch(page)
    page.goto(file.as_uri())
    yield page
    context.close()


def test_labs_own_export_is_a_page_that_lives_without_a_connection(exported: Page) -> None:
    node = exported.locator(".explainer .node[data-id=delta]")
    node.click()
    expect(exported.locator(".explainer .sentence")).to_contain_text("Delta receptor.")
    asked = exported.locator(".explainer-quiz")
    asked.locator("label").first.click()
    asked.get_by_role("button", name="Check", exact=True).click()
    expect(asked.locator(".counts")).to_contain_text(re.compile(r"\b1 of \d+ answered"))
    assert exported.locator("script[src], link[href]").count() == 0
