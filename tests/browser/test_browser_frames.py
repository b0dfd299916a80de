"""Pages where a browser lets them do less: in frames, under policies, in old browsers, without scripts."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from record import Record
from saved import run_book, shown_by, state_of

from explainer import pages
from explainer.learning import quiz
from explainer.model.system import System
from explainer.view import strings
from explainer.widgets import Explorer, Glossary, Quiz

Visit = Callable[..., Page]
LESSON = "01_the_bodys_own_opioids"
SANDBOXES = ["allow-scripts", "allow-scripts allow-same-origin"]
FORBIDDEN = (
    "The server that this page comes from forbids its scripts (its Content-Security-Policy does not allow blob:)."
    " Saved, and opened as a file, the page lives."
)
TOO_OLD = "This browser is too old to draw this part; one from 2023 or later can."
NOT_RUN = "This can be touched where the page's scripts run. Here they have not:"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, system: System) -> Path:
    """A page with three widgets, as nbconvert makes it, and pages that hold it in a frame."""
    place = tmp_path_factory.mktemp("frames")
    made = [
        Glossary(system, ["kappa"]),
        Explorer(system, focus="kappa"),
        Quiz(system, LESSON),
    ]
    text = "# A page\n\nOf [kappa](#term-kappa)."
    book = run_book(text, shown_by(made), state_of(*made))
    (place / "page.html").write_text(pages.page(book, "page", []), encoding="utf-8")
    for number, sandbox in enumerate(["", *SANDBOXES]):
        frame = f'<!doctype html><html lang="en"><title>A course</title><iframe title="a" src="page.html" width="1200" height="900" sandbox="{sandbox}"></iframe></html>'
        (place / f"frame{number}.html").write_text(frame, encoding="utf-8")
    return place


@pytest.fixture
def visit(chromium: Browser, record: Record, folder: Path) -> Iterator[Visit]:
    """Open a page from a server that sends a policy along, in a browser of some kind."""
    policy = ""
    contexts = []

    class Server(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Server, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def go(name: str = "page.html", *, sent: str = "", script: str = "", **context: object) -> Page:
        nonlocal policy
        policy = sent
        contexts.append(chromium.new_context(viewport={"width": 1366, "height": 768}, **context))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        if script:
            page.add_init_script(script)
        record.watch(page)
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.goto(f"http://127.0.0.1:{server.server_port}/{name}")
        return page

    yield go
    for context in contexts:
        context.close()
    server.shutdown()
    server.server_close()


def answers(asked: Locator) -> None:
    """A reader chooses and checks, with the mouse and then with Enter alone."""
    asked.locator("label").first.click()
    asked.get_by_role("button", name="Check", exact=True).click()
    expect(asked.locator(".counts")).to_contain_text("1 of 8 answered")
    expect(asked.locator(".verdict")).to_be_visible()
    asked.get_by_role("button", name="Next question").click()
    asked.get_by_role("radio").first.focus()
    asked.page.keyboard.press("Space")
    asked.page.keyboard.press("Enter")
    expect(asked.locator(".counts")).to_contain_text("2 of 8 answered")


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_a_quiz_lives_in_a_frame_that_allows_no_form(visit: Visit, sandbox: str) -> None:
    page = visit(f"frame{SANDBOXES.index(sandbox) + 1}.html")
    inside = page.frame_locator("iframe")
    expect(inside.locator(".explainer .sockets .shape").first).to_be_visible()
    answers(inside.locator(".explainer-quiz"))
    expect(inside.locator(".wait, .twin")).to_have_count(0)


def test_a_quiz_lives_where_the_server_puts_the_page_into_a_sandbox(visit: Visit) -> None:
    """As Jupyter's own address for files does."""
    answers(visit(sent="sandbox allow-scripts").locator(".explainer-quiz"))


@pytest.mark.parametrize("name", ["page.html", "frame1.html"])
def test_a_file_that_may_not_come_is_told(visit: Visit, record: Record, name: str) -> None:
    page = visit(name, sent="sandbox allow-scripts" if name == "page.html" else "")
    inside = page.frame_locator("iframe") if name != "page.html" else page
    inside.get_by_role("button", name="Save my answers as text").click()
    expect(inside.locator(".explainer-quiz .said")).to_have_text(strings.NO_FILE)
    explorer = inside.locator(".explainer")
    explorer.get_by_role("button", name="Share").click()
    explorer.get_by_role("button", name="CSV", exact=True).click()
    expect(explorer.locator(".message")).to_have_text(strings.NO_FILE)
    record.take()  # the browser's own words on the files that it kept back


def test_a_file_that_comes_needs_no_words(visit: Visit) -> None:
    page = visit()
    with page.expect_download():
        page.get_by_role("button", name="Save my answers as text").click()
    expect(page.locator(".explainer-quiz .said")).to_be_empty()


# In words


def expect_words(page: Page, note: str) -> None:
    """In the place of each widget stand the reason and what it shows."""
    expect(page.locator(".widget")).to_have_count(3)
    for widget in page.locator(".widget").all():
        expect(widget.locator(".note:not(.wait)").first).to_contain_text(note)
    expect_twins(page)


def expect_twins(page: Page) -> None:
    glossary, explorer, asked = page.locator(".widget").all()
    expect(glossary.locator("#term-kappa")).to_be_attached()
    expect(glossary.get_by_text("Dynorphins bind to it")).to_be_visible()
    expect(explorer.get_by_text("Kappa receptor. 15 peptides").first).to_be_visible()
    expect(explorer.get_by_text("Hazard:").first).to_be_visible()
    question = asked.get_by_text("How many such peptides")  # folded: a stem can tell an answer
    expect(question).to_be_attached()
    asked.locator("summary").first.click()
    expect(question).to_be_visible()
    expect(page.get_by_text("One moment …").locator("visible=true")).to_have_count(0)


def test_without_scripts_each_widget_is_there_in_words(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    expect_words(page, NOT_RUN)
    expect(page.locator("noscript .note")).to_be_visible()
    expect(page.locator("noscript .note")).to_contain_text("Scripts are turned off")
    page.get_by_role("link", name="kappa", exact=True).click()
    assert page.url.endswith("#term-kappa")


def test_a_frame_without_scripts_names_the_button_that_turns_them_on(
    visit: Visit, record: Record
) -> None:
    inside = visit("frame0.html").frame_locator("iframe")
    expect(inside.locator("noscript .note")).to_contain_text("Trust HTML above it turns them on")
    expect(inside.get_by_text("Kappa receptor. 15 peptides").first).to_be_visible()
    assert all("allow-scripts" in error for error in record.take()[0])


def test_a_server_that_forbids_every_script_in_a_page_leaves_the_words(
    visit: Visit, record: Record
) -> None:
    page = visit(sent="script-src 'self'")
    expect(page.get_by_text("One moment …").first).to_be_visible()
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    expect_words(page, NOT_RUN)
    assert all("Content Security Policy" in error for error in record.take()[0])


def test_a_server_that_forbids_scripts_from_memory_is_named_as_the_reason(
    visit: Visit, record: Record
) -> None:
    page = visit(sent="script-src 'self' 'unsafe-inline'; object-src 'none'")
    expect_words(page, FORBIDDEN)
    record.take()


def test_an_old_browser_is_told_so_and_still_has_what_it_can_draw(
    visit: Visit, record: Record
) -> None:
    """Long scripts and the picture travel packed; the quiz and the glossary need no unpacking."""
    page = visit(script="delete self.DecompressionStream")
    note = page.locator(".widget > .note").first
    expect(note).to_have_text(TOO_OLD)
    answers(page.locator(".explainer-quiz"))
    record.take()


def test_on_a_slow_machine_the_words_do_not_come_before_the_widgets(
    visit: Visit, system: System
) -> None:
    page = visit()
    expect(page.locator(".explainer .sockets .shape").first).to_be_visible()
    expect(page.locator(".twin, .wait")).to_have_count(0)
    title = quiz.titles(system)[LESSON]
    expect(page.get_by_role("heading", name=title)).to_be_visible()
