"""The site from a server and from a file, cut off from everything else, in Chromium."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from lab import ROOT
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from record import Record
from saved import run_book, shown_by, state_of

from explainer import pages, website
from explainer.model.system import System
from explainer.widgets import Explorer, Glossary, Quiz, Tour

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FAULTS = """axe.run(document, { resultTypes: ['violations'] })
  .then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html.slice(0, 120)))"""
# The page's policy forbids what Playwright's own waiting needs, so the page itself waits.
CONTROLLED = """new Promise(ready => {
  const worker = navigator.serviceWorker;
  if (worker.controller) ready(1);
  worker.addEventListener('controllerchange', () => ready(1));
})"""
ONE_CACHE = """(async () => {
  let names = await caches.keys();
  while (names.length > 1) {
    await new Promise(requestAnimationFrame);
    names = await caches.keys();
  }
  return names;
})()"""
ARTICLE = re.compile("lens=article")
LONG = "# One\n\n" + "A line to read.\n\n" * 80


class Site(NamedTuple):
    folder: Path
    address: str  # of a folder below the server's root


def touched(system: System) -> nbformat.NotebookNode:
    """A lesson that was run, with widgets of several kinds."""
    shown = [Glossary(system, ["kappa"]), Explorer(system), Quiz(system), Tour(system)]
    return run_book("# Three\n\n## Its widgets", shown_by(shown), state_of(*shown))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, system: System) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    for name, text in (("00_one", LONG), ("01_two", "# Two")):
        cells = [nbformat.v4.new_markdown_cell(text)]
        nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"{name}.ipynb")
    nbformat.write(touched(system), folder / "02_three.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "run", lambda all_of: [nbformat.read(p, as_version=4) for p in all_of])
        website.build(folder / "below" / "a", folder)
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder / "below" / "a", f"http://127.0.0.1:{server.server_port}/below/a/")
        server.shutdown()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    one = chromium.new_context(viewport={"width": 1366, "height": 768})
    yield one
    one.close()


@pytest.fixture
def page(context: BrowserContext, record: Record) -> Page:
    one = context.new_page()
    one.set_default_timeout(10_000)
    record.watch(one)
    return one


def kept(page: Page, site: Site) -> None:
    """Open the start page, and wait until the site is on this machine."""
    page.goto(site.address)
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.evaluate(CONTROLLED)


def test_a_site_that_was_opened_once_lives_without_a_connection(
    page: Page, context: BrowserContext, site: Site
) -> None:
    kept(page, site)
    context.set_offline(offline=True)
    page.goto(f"{site.address}?from=a-poster")
    expect(page.locator(".headline")).to_be_visible()
    page.get_by_role("link", name="Two").click()
    expect(page.get_by_role("heading", name="Two")).to_be_visible()


def test_a_new_edition_is_offered_and_loaded_when_the_reader_wants_it(
    page: Page, site: Site
) -> None:
    kept(page, site)
    worker = site.folder / "worker.js"
    text = worker.read_text(encoding="utf-8")
    version = text.split('version = "')[1].split('"')[0]
    worker.write_text(text.replace(version, "of-tomorrow"), encoding="utf-8")
    page.evaluate("navigator.serviceWorker.ready.then(one => one.update()).then(() => 1)")
    line = page.locator(".edition")
    expect(line).to_contain_text("A newer edition of these pages is here.")
    with page.expect_navigation():
        line.get_by_role("button").click()
    expect(line).to_have_count(0)
    (name,) = page.evaluate(ONE_CACHE)
    assert name.endswith(" of-tomorrow")
    worker.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["index", "02_three"])
def test_a_server_that_forbids_scripts_from_memory_has_live_pages_all_the_same(
    page: Page, site: Site, record: Record, name: str
) -> None:
    """The page names each script of its widgets by its hash, and runs it as its own."""
    policy = {"Content-Security-Policy": "script-src 'self' 'unsafe-inline'; object-src 'none'"}

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | policy)

    page.route("**/*.html", strict)
    page.goto(f"{site.address}{name}.html")
    expect(page.locator(".explainer .sockets .shape").first).to_be_visible()
    expect(page.locator(".wait, .twin")).to_have_count(0)
    for kind in [".explainer-glossary", ".explainer-quiz", ".explainer-tour"] * (name != "index"):
        expect(page.locator(kind).first).to_be_attached()
    expect(page.get_by_text("forbids its scripts")).to_have_count(0)
    assert all("blob:" in error for error in record.take()[0])  # what was tried first


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_back_steps_back_in_the_explorer_and_the_address_names_the_view(
    page: Page, site: Site, scheme: str
) -> None:
    base = site.folder.as_uri() + "/" if scheme == "file" else site.address
    page.goto(f"{base}explorer.html#explorer:focus=kappa")
    headline = page.locator(".headline")
    expect(headline).to_contain_text("kappa")
    told = headline.inner_text()
    page.get_by_role("button", name="The article", exact=True).click()
    expect(page).to_have_url(ARTICLE)
    assert "focus=kappa" in page.url
    page.go_back()
    expect(headline).to_have_text(told)
    assert page.url.endswith("#explorer:focus=kappa")
    page.go_forward()
    expect(page).to_have_url(ARTICLE)


def test_an_address_with_a_slip_gives_the_nearest_view_and_says_why(page: Page, site: Site) -> None:
    page.goto(f"{site.folder.as_uri()}/explorer.html#explorer:focus=kapa&{'%' * 2000}")
    expect(page.locator(".headline")).to_contain_text("kappa")
    expect(page.locator(".explainer")).to_contain_text("the nearest")


def test_a_search_finds_a_finding_and_leads_to_its_view(page: Page, site: Site) -> None:
    page.goto(f"{site.folder.as_uri()}/search.html#agonist")
    results = page.locator(".search li")
    expect(results.first.locator("a")).to_have_text("agonist")
    field = page.get_by_label("Search lessons")
    field.fill("zzz")
    expect(page.get_by_role("status")).to_contain_text("Nothing here has all these words")
    field.fill("buprenorphine veterans")
    link = results.first.locator("a")
    expect(link).to_contain_text("buprenorphine")
    link.click()
    expect(page.locator(".headline")).to_be_visible()


def test_progress_is_kept_in_this_browser_and_can_be_forgotten(page: Page, site: Site) -> None:
    page.goto(f"{site.address}00_one.html")
    page.goto(f"{site.address}index.html")
    item = page.locator("main li", has=page.locator("a[href='00_one.html']"))
    expect(item).to_contain_text("opened")
    page.goto(f"{site.address}00_one.html")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(100)
    page.goto(f"{site.address}index.html")
    expect(item).to_contain_text("read to the end")
    page.get_by_role("button", name="Forget what I have read").click()
    expect(item).not_to_contain_text("read to the end")
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("kept", ["null", "5", '"x"', "[]", "[1]", "{}", '{"00_one": 5}', "no"])
def test_progress_of_another_shape_harms_nothing(page: Page, site: Site, kept: str) -> None:
    """A page of another project, or of another version, may have written it."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{site.address}00_one.html")
    page.evaluate(
        "kept => Object.keys(localStorage).forEach(k => localStorage.setItem(k, kept))", kept
    )
    page.reload()
    page.goto(f"{site.address}index.html")
    expect(page.locator("main li", has=page.locator("a[href='00_one.html']"))).to_contain_text(
        "opened"
    )
    assert faults == []


def test_no_page_has_a_barrier_or_scrolls_sideways(page: Page, site: Site) -> None:
    axe = AXE.read_text(encoding="utf-8")
    page.set_viewport_size({"width": 320, "height": 768})
    faults = {}
    for file in sorted(site.folder.glob("*.html")):
        if file.stem.startswith("teachers-") and file.stem != "teachers-plan-50":
            continue  # all are made as this one is
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready.then(() => 1)")
        page.evaluate(axe)
        found = page.evaluate(FAULTS)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("scrolls sideways")
        faults[file.name] = found
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_start_page_shows_every_word_of_the_picture(page: Page, site: Site) -> None:
    """A page's own style once hid the article's words: both had a class of one name."""
    page.goto(site.address)
    words = page.locator("svg.sockets text")
    words.filter(has_text="The article").first.wait_for()
    told = [text for text in words.all() if text.text_content()]
    hidden = [text.text_content() for text in told if not text.is_visible()]
    assert hidden == []
