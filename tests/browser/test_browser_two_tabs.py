"""Two pages of one quiz in one browser: neither loses what the other was told."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from record import Record

from explainer.learning import quiz
from explainer.model.system import System
from explainer.widgets import bundle

LESSON = "01_the_bodys_own_opioids"
ADDRESS = "http://127.0.0.1:9/"  # nothing answers there but the test
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Quiz</title><main id="el"></main>
<script type="module">
%s
const values = { data: %s, answers: {} };
Quiz.render({ el: document.getElementById('el'), model: {
  get: key => values[key], set: (key, value) => (values[key] = value), save_changes() {}, on() {}, off() {},
} });
</script></html>"""


@pytest.fixture
def tabs(chromium: Browser, record: Record, system: System) -> Iterator[tuple[Page, Page]]:
    data = json.dumps(quiz.build(system, LESSON)).replace("</", "<\\/")
    script = bundle.script("quiz/index.js").replace("export default", "const Quiz =")
    context = chromium.new_context()
    context.route(
        f"{ADDRESS}**", lambda route: route.fulfill(body=_PAGE % (script, data), content_type="text/html")
    )  # fmt: skip
    pages = context.new_page(), context.new_page()
    for page in pages:
        record.watch(page)
        page.goto(ADDRESS)
        expect(page.locator(".counts")).to_contain_text("0 of 8 answered")
    yield pages
    context.close()


def answer(page: Page, number: int) -> None:
    page.locator(".pick").nth(number).click()
    page.locator("input[type=radio]").first.check()
    page.get_by_role("button", name="Check", exact=True).click()


def test_each_page_hears_of_the_others_answers(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    answer(one, 0)
    expect(other.locator(".counts")).to_contain_text("1 of 8 answered")
    answer(other, 1)
    expect(one.locator(".counts")).to_contain_text("2 of 8 answered")
    one.reload()
    expect(one.locator(".counts")).to_contain_text("2 of 8 answered")
    one.get_by_role("button", name="Forget my answers").click()
    expect(other.locator(".counts")).to_contain_text("0 of 8 answered")
    answer(other, 2)
    expect(one.locator(".counts")).to_contain_text("1 of 8 answered")


def test_a_choice_that_is_being_made_is_left_alone(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    other.locator("input[type=radio]").nth(1).check()
    answer(one, 3)
    expect(other.locator(".counts")).to_contain_text("1 of 8 answered")
    assert other.locator("input[type=radio]").nth(1).is_checked()


def test_a_page_that_heard_nothing_writes_onto_what_is_there(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    other.evaluate("addEventListener('storage', event => event.stopImmediatePropagation(), true)")
    answer(one, 0)
    answer(other, 1)
    one.reload()
    expect(one.locator(".counts")).to_contain_text("2 of 8 answered")
