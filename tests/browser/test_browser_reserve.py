"""The model of receptor reserve on a saved page: by keyboard, on a phone, and what it says aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from record import Record
from saved import run_book, shown_by, state_of

from explainer import pages
from explainer.learning import reserve
from explainer.model.system import System
from explainer.widgets import Reserve

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
SLIDERS = ".explainer-reserve input"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, system: System) -> Path:
    made = [Reserve(system)]
    book = run_book("# A page\n\n## A part", shown_by(made), state_of(*made))
    path = tmp_path_factory.mktemp("reserve") / "page.html"
    path.write_text(pages.page(book, "page", []), encoding="utf-8")
    return path


@pytest.fixture(params=[390, 1280])
def page(
    chromium: Browser, record: Record, place: Path, request: pytest.FixtureRequest
) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": request.param, "height": 900})
    page = context.new_page()
    record.watch(page)
    page.goto(place.as_uri())
    expect(page.locator(".explainer-reserve tbody tr")).to_have_count(len(reserve.MOLECULES))
    yield page
    context.close()


def answers(page: Page) -> list[int]:
    return [int(text) for text in page.locator(".explainer-reserve td").all_inner_texts()]


def test_the_keyboard_takes_receptors_away_and_is_told_what_follows(
    page: Page, system: System
) -> None:
    steps = reserve.build(system)["left"]
    left, filled = page.locator(SLIDERS).all()
    assert answers(page) == [round(curve[-1]) for curve in steps[0]["answers"]]
    left.focus()
    page.keyboard.press("End")
    expect(page.locator(".explainer-reserve .notice")).to_have_text(steps[-1]["notice"])
    expect(left).to_have_attribute("aria-valuetext", steps[-1]["name"])
    assert answers(page) == [round(curve[-1]) for curve in steps[-1]["answers"]]
    filled.focus()
    page.keyboard.press("Home")
    expect(filled).to_have_attribute("aria-valuetext", "0 in 100")
    assert answers(page) == [0, 0, 0]


def test_each_dot_stands_on_its_curve_and_all_is_in_the_picture(page: Page) -> None:
    page.locator(SLIDERS).first.press("ArrowRight")
    page.locator(SLIDERS).last.press("ArrowLeft")
    off = page.evaluate(
        """() => [...document.querySelectorAll('.explainer-reserve circle')].filter(dot => {
          const line = document.querySelector(`.explainer-reserve polyline.${dot.classList[0]}`);
          return ![...line.points].some(at => Math.hypot(at.x - dot.cx.baseVal.value, at.y - dot.cy.baseVal.value) < 0.5);
        }).length"""
    )
    assert off == 0
    outside = page.evaluate(
        """() => {
          const box = document.querySelector('.explainer-reserve svg').getBoundingClientRect();
          return [...document.querySelectorAll('.explainer-reserve svg text')].filter(text => {
            const own = text.getBoundingClientRect();
            return own.left < box.left - 1 || own.right > box.right + 1 || own.bottom > box.bottom + 1;
          }).map(text => text.textContent);
        }"""
    )
    assert outside == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_barrier_with_everything_unfolded(page: Page) -> None:
    page.locator(".explainer-reserve summary").click()
    page.evaluate(AXE.read_text(encoding="utf-8"))  # no script tag: the page forbids it
    found = page.evaluate("async () => (await axe.run('.explainer-reserve')).violations")
    assert [(one["id"], one["help"]) for one in found] == []
