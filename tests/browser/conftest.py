"""One JupyterLab and one Chromium for all browser tests; nothing is installed or downloaded here."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from explored import SCREENSHOTS, Explored
from lab import Lab, start_chromium, start_lab
from playwright.sync_api import Browser, Page, expect, sync_playwright
from reader import START, Opener, Reader
from record import Record
from saved import Opened, save_lessons
from still import Still, write_page

import explainer
from explainer.model.system import System


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with start_lab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def record() -> Record:
    return Record()


@pytest.fixture(scope="session")
def system() -> System:
    """The same rows as in the page, to hold against what it shows."""
    return explainer.load()


@pytest.fixture(scope="session")
def start_page(lab: Lab, chromium: Browser, record: Record) -> Iterator[Reader]:
    """The first notebook, open and run; one page for all tests that leave it as it was."""
    reader = Reader(chromium, lab, record)
    reader.open(START)
    reader.run_all()
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def open_notebook(lab: Lab, chromium: Browser, record: Record) -> Iterator[Opener]:
    """Open other notebooks; they stay open for the tests of one module."""
    readers = []

    def open_one(notebook: Path) -> Reader:
        readers.append(Reader(chromium, lab, record))
        readers[-1].open(notebook)
        readers[-1].run_all()
        return readers[-1]

    yield open_one
    for reader in readers:
        reader.close()


@pytest.fixture
def reader(start_page: Reader) -> Reader:
    """The first notebook with its Explorer in view and everything set back."""
    written = [cell["source"] for cell in json.loads(START.read_text())["cells"]]
    shown = [text for _, text in start_page.cells()["cells"]]
    if len(shown) != len(written) + 1:  # a test that failed has left cells behind
        start_page.open(START)
        start_page.run_all()
    start_page.reset()
    return start_page


@pytest.fixture(scope="session")
def lesson_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every lesson, run and saved, by its name: by the first worker that asks, for all of them."""
    own = tmp_path_factory.getbasetemp()
    place = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "lessons"
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            saved = tmp_path_factory.mktemp("saved")
            save_lessons(saved)
            saved.rename(place)
    return {path.stem: path for path in sorted(place.iterdir())}


@pytest.fixture
def opened(chromium: Browser, record: Record, lesson_pages: dict[str, Path]) -> Iterator[Opened]:
    """Open saved lessons, each in a context of its own."""
    contexts = []

    def go(lesson: str, **context: Any) -> Page:  # noqa: ANN401 - as Playwright has it
        contexts.append(
            chromium.new_context(**{"viewport": {"width": 1366, "height": 768}} | context)
        )
        page = contexts[-1].new_page()
        page.set_default_timeout(20_000)
        record.watch(page)
        page.goto(lesson_pages[lesson].as_uri())
        if context.get("java_script_enabled", True):
            expect(page.locator(".wait")).to_have_count(0)
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def still_file(system: System, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Explorer of the real tables as a static page, for all that needs no kernel."""
    return write_page(tmp_path_factory.mktemp("still") / "explorer.html", system)


@pytest.fixture(scope="session")
def still_page(
    chromium: Browser, record: Record, still_file: Path, system: System
) -> Iterator[Still]:
    """One static page for all tests that leave it as it was."""
    still = Still(chromium, record, still_file, system)
    yield still
    still.close()


@pytest.fixture
def still(still_page: Still) -> Still:
    """The static page with everything set back."""
    still_page.reset()
    return still_page


@pytest.fixture(scope="session")
def page_of_findings(
    chromium: Browser, record: Record, still_file: Path, system: System
) -> Iterator[Still]:
    """One static page that opens on the findings, for all tests of that picture."""
    still = Still(chromium, record, still_file, system, is_map=False)
    yield still
    still.close()


@pytest.fixture(params=["map", "findings"])
def pictured(still: Still, request: pytest.FixtureRequest) -> Iterator[Still]:
    """The static page at each of the two pictures."""
    still.is_map = request.param == "map"
    still.reset()
    yield still
    still.is_map = True


@pytest.fixture(autouse=True)
def quiet_and_alone(record: Record) -> Iterator[None]:
    """After every test: no console error, no page error, and no request that left this machine."""
    yield
    errors, strangers = record.take()
    assert strangers == [], "requests that left this machine"
    assert errors == [], "errors in the page"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep a screenshot of what a failing test saw."""
    report = yield
    if report.when == "call" and report.failed:
        for value in getattr(item, "funcargs", {}).values():
            if isinstance(value, Explored):
                SCREENSHOTS.mkdir(exist_ok=True)
                value.page.screenshot(
                    path=SCREENSHOTS / f"failed {item.name[:80]}.png".replace("/", "-")
                )
    return report
