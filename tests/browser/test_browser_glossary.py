"""The glossary in a real notebook: by mouse, by keyboard alone, on a phone."""

from __future__ import annotations

import re

import pytest
from paper import GLOSSARY, WORDS, show_cell, write_lesson
from playwright.sync_api import Locator, expect
from reader import SCREENSHOTS, Opener, Reader

from explainer.model.system import System


@pytest.fixture(scope="module")
def lesson(open_notebook: Opener, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return open_notebook(write_lesson(tmp_path_factory.mktemp("quiz") / "quiz.ipynb"))


class Words:
    """The glossary as a reader meets it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.box = reader.page.locator(".explainer-glossary.popover")

    def link(self, text: str) -> Locator:
        return self.reader.page.locator(".jp-RenderedMarkdown a", has_text=text).first


@pytest.fixture
def words(lesson: Reader) -> Words:
    words = Words(lesson)
    show_cell(lesson, WORDS)
    expect(words.link("partial agonist")).to_be_visible()
    lesson.page.keyboard.press("Escape")
    lesson.page.mouse.move(0, 0)
    expect(words.box).to_be_hidden()
    return words


def test_pointing_at_a_word_shows_its_meaning_for_as_long_as_one_points(
    words: Words, system: System
) -> None:
    words.link("partial agonist").hover()
    expect(words.box).to_be_visible()
    expect(words.box).to_contain_text(system.terms["t_partial_agonist"].definition)
    expect(words.link("partial agonist")).to_have_attribute("aria-describedby", re.compile("."))
    words.box.hover()  # the mouse may go onto the meaning, to read it or to copy
    words.reader.page.wait_for_timeout(500)
    expect(words.box).to_be_visible()
    SCREENSHOTS.mkdir(exist_ok=True)
    words.reader.page.screenshot(path=SCREENSHOTS / "glossary hover.png")
    words.reader.page.mouse.move(0, 0)
    expect(words.box).to_be_hidden()


def test_moving_to_a_word_with_the_keyboard_shows_its_meaning(words: Words, system: System) -> None:
    page, before = words.reader.page, words.reader.cells()["cells"]
    words.link("partial agonist").focus()
    expect(words.box).to_contain_text(system.terms["t_partial_agonist"].definition)
    page.keyboard.press("Tab")
    expect(words.link("affinity")).to_be_focused()
    expect(words.box).to_contain_text(system.terms["t_affinity"].definition)
    page.keyboard.press("Enter")
    expect(words.box.get_by_role("button", name="Close")).to_be_visible()
    expect(words.link("affinity")).to_be_focused()
    page.keyboard.press("Escape")
    expect(words.box).to_be_hidden()
    page.keyboard.press("Tab")
    expect(words.box).to_be_hidden()  # a word that is not in the list
    assert words.reader.cells()["cells"] == before
    assert words.reader.cells()["mode"] == "command"


def test_a_click_keeps_it_open_and_the_page_stays_where_it_is(words: Words) -> None:
    page = words.reader.page
    address = page.url
    top = words.link("affinity").bounding_box()
    words.link("affinity").click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    expect(words.box).to_be_visible()
    assert page.url == address
    assert words.link("affinity").bounding_box() == top
    words.box.get_by_role("button", name="Close").click()
    expect(words.box).to_be_hidden()
    expect(words.link("affinity")).to_be_focused()
    words.link("affinity").click()
    page.locator(".jp-RenderedMarkdown p").first.click(position={"x": 2, "y": 2})
    expect(words.box).to_be_hidden()


def test_the_box_stays_on_a_phone(words: Words) -> None:
    page = words.reader.page
    page.set_viewport_size({"width": 390, "height": 844})
    try:
        show_cell(words.reader, WORDS)
        words.link("affinity").hover()
        box = words.box.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    finally:
        page.set_viewport_size({"width": 1366, "height": 768})


def test_the_list_holds_the_words_with_their_sources(words: Words, system: System) -> None:
    page = words.reader.page
    show_cell(words.reader, GLOSSARY)
    listed = page.locator(".explainer-glossary:not(.popover) details")
    expect(listed).not_to_have_attribute("open", "")
    listed.locator("summary").click()
    expect(listed.locator("dt")).to_have_text(["affinity", "partial agonist"])
    expect(listed).to_contain_text(system.terms["t_affinity"].definition)
    widths = "all => all.map(one => one.getBoundingClientRect().width)"
    assert min(listed.locator("dd").evaluate_all(widths)) > 400
    page.screenshot(path=SCREENSHOTS / "glossary list.png")
    expect(listed.locator("a").first).to_have_attribute("href", re.compile("^https?://"))
    listed.locator("summary").click()
