"""A lesson on paper: a worksheet of at most four A4 pages, and the answers after it."""

from __future__ import annotations

import re

import pytest
from lab import ROOT
from playwright.sync_api import Page, expect
from saved import Opened

from explainer.model.system import System

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("0*.ipynb"))
MOST_PAGES = 4  # without what stands after the guesses
LAST = "for (const one of document.querySelectorAll('.folded')) one.remove()"
# How large in points, on paper, letters are that are in sight; a picture's as it is scaled.
LETTERS = """() => {
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !one.checkVisibility() || one.closest('script, style')) continue;
    const box = one.closest('svg');
    const scale = box ? box.getBoundingClientRect().width / box.viewBox.baseVal.width : 1;
    if (one.getBoundingClientRect().width > 1)
      sizes.push([0.75 * scale * parseFloat(getComputedStyle(one).fontSize), walk.currentNode.data.trim()]);
  }
  return sizes;
}"""


def pages_of(page: Page) -> int:
    """How many sheets of paper a page takes."""
    printed = page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.mark.parametrize("scripts", ["scripts", "no scripts"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_takes_four_pages_and_its_answers_come_after(
    opened: Opened, lesson: str, scripts: str
) -> None:
    page = opened(lesson, java_script_enabled=scripts == "scripts")
    whole = pages_of(page)
    page.evaluate(LAST)
    worksheet = pages_of(page)
    assert worksheet <= MOST_PAGES, f"{worksheet} pages: shorten it, or fold what goes deeper"
    assert worksheet < whole


@pytest.mark.parametrize("lesson", LESSONS)
def test_help_is_on_the_worksheet_and_every_line_of_it_at_the_end(
    opened: Opened, system: System, lesson: str
) -> None:
    page = opened(lesson)
    page.emulate_media(media="print")
    card = page.locator("main > .run .help-card")
    rows = system.helplines.values()
    for row in rows:
        near = row.kind in {"emergency number", "finder"} or row.country == "International"
        if near or row.id in {"overdose_child", "lifeline_988", "samaritans"}:
            expect(card).to_contain_text(row.contact)
    all_lines = page.locator(".folded .help-list")
    expect(all_lines).to_be_visible()
    text = all_lines.inner_text()
    assert [row.id for row in rows if row.contact not in text or row.country not in text] == []
    expect(page.locator(".folded .references li").first).to_be_visible()


@pytest.mark.parametrize("lesson", LESSONS)
def test_letters_on_paper_can_be_read(opened: Opened, lesson: str) -> None:
    page = opened(lesson)
    page.set_viewport_size({"width": 680, "height": 1000})  # the text on an A4 page, in pixels
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    letters = page.evaluate(LETTERS)
    assert len(letters) > 100
    assert [one for one in letters if one[0] < 7.4] == []
    body = page.locator("main > .text > p").first
    assert body.evaluate("one => 0.75 * parseFloat(getComputedStyle(one).fontSize)") >= 9.5


def test_what_was_guessed_and_written_is_printed(opened: Opened) -> None:
    page = opened("04_kappa")
    form = page.locator(".explainer-prediction")
    form.locator("input[type=radio]").first.check()
    form.get_by_label("Your reason in one line").fill("Rats gave up sooner")
    page.emulate_media(media="print")
    expect(form.locator("input[type=radio]").first).to_be_visible()
    expect(form.get_by_label("Your reason in one line")).to_be_visible()
    expect(page.locator(".explainer-quiz")).to_be_hidden()  # its questions stand at the end
    expect(page.locator(".folded").get_by_text("Naloxone reaches more than kappa.")).to_be_visible()
