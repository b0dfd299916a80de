"""A saved page from a file, with no kernel, no server and no network: all of it still works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from found import COUNTED
from ipywidgets import Dropdown
from lab import ROOT
from playwright.sync_api import Browser, Page, expect
from record import Record
from saved import LESSON, Saved, run_book, save_lesson, state_of

from explainer import pages
from explainer.learning import quiz
from explainer.model.system import System
from explainer.widgets import Explorer, Tour

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CODES = (
    "focus=kappa",
    "lens=article&focus=anxiety",
    "lens=pharmacology&focus=buprenorphine",
    "focus=kappa&also=mood",
    "receptor=nop&evidence=animal",
    "focus=morphine&also=buprenorphine&panel=compare",
    "focus=buprenorphine&panel=trace",
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_lesson(tmp_path_factory.mktemp("saved"))


@pytest.fixture(scope="module")
def saved_page(chromium: Browser, record: Record, file: Path, system: System) -> Iterator[Saved]:
    saved = Saved(chromium, record, file, system)
    yield saved
    saved.close()


@pytest.fixture
def saved(saved_page: Saved) -> Saved:
    saved_page.reset()
    return saved_page


# Alone


def test_a_page_asks_for_nothing_but_itself(saved_page: Saved) -> None:
    saved_page.asked.clear()
    saved_page.open()
    saved_page.page.wait_for_timeout(500)
    others = [a for a in saved_page.asked if not a.startswith(("blob:", "data:", "about:"))]
    assert others == [saved_page.file.as_uri()]


# The Explorer


def test_the_picture_is_drawn_whole(saved: Saved, system: System) -> None:
    expect(saved.explorer.locator(".node")).to_have_count(len(system.graph))
    expect(saved.sentence).to_have_text(saved.told(""))
    saved.shoot("page explorer")


@pytest.mark.parametrize("code", CODES)
def test_a_code_shows_what_python_says_it_shows(saved: Saved, code: str) -> None:
    saved.take(f"{code}&view=map")
    expect(saved.sentence).to_have_text(saved.told(code))
    assert saved.lit == saved.should_be_lit(code)
    assert saved.code == f"{code}&view=map"
    expect(saved.message).to_have_text("This is the view of that code.")


def test_the_findings_are_drawn_and_told(saved: Saved) -> None:
    saved.button("Whole map").click()
    headline, _ = saved.picture_data["sockets"]["headlines"][""]
    expect(saved.explorer.locator(".headline")).to_have_text(headline)
    frame = saved.picture_data["sockets"]["frames"][""][0]
    held = [
        mark
        for part in ("fields", "stacks")
        for one in frame.get(part, [])
        for mark in one["marks"]
    ]
    assert saved.page.evaluate(COUNTED) == len(held)
    saved.shape("kappa").click()
    headline, _ = saved.picture_data["sockets"]["headlines"]["kappa"]
    expect(saved.explorer.locator(".headline")).to_have_text(headline)


def test_a_code_with_a_slip_is_taken_to_the_nearest(saved: Saved) -> None:
    saved.take("focus=morfine&view=map")
    saved.expect_chosen("morphine")
    expect(saved.message).to_contain_text("morfine")


def test_a_view_in_the_address_is_shown_and_brought_into_sight(saved: Saved) -> None:
    saved.open("#explorer:focus=kappa")
    headline, _ = saved.picture_data["sockets"]["headlines"]["kappa"]
    expect(saved.explorer.locator(".headline")).to_have_text(headline)
    expect(saved.explorer.locator("div.bar")).to_be_in_viewport()


def test_search_finds_by_any_name(saved: Saved) -> None:
    saved.search.fill("OPRM1")
    saved.search.press("Enter")
    saved.expect_chosen("mu")
    expect(saved.sentence).to_have_text(saved.told("focus=mu"))


def test_voice_and_filters_change_what_is_shown(saved: Saved) -> None:
    saved.choose("Voice", "The article")
    expect(saved.sentence).to_have_text(saved.told("lens=article"))
    saved.open_filters()
    saved.choose("Domain", "Anxiety")
    expect(saved.sentence).to_have_text(saved.told("lens=article&domain=anxiety"))


def test_a_click_opens_a_card_and_can_be_undone_and_done_again(saved: Saved) -> None:
    saved.node("kappa").click()
    expect(saved.card.get_by_role("heading", level=3)).to_contain_text("kappa")
    links = saved.card.locator("a[href^='https://']")
    assert links.count() > 0
    saved.button("Undo").click()
    expect(saved.sentence).to_have_text(saved.told(""))
    saved.button("Redo").click()
    saved.expect_chosen("kappa")


def test_the_keyboard_walks_the_picture(saved: Saved) -> None:
    saved.node("mu").click()
    saved.page.keyboard.press("ArrowRight")
    saved.page.keyboard.press("Enter")
    saved.expect_chosen("delta")


def test_the_table_is_sorted_by_a_heading(saved: Saved) -> None:
    saved.take("focus=kappa")
    saved.tab("Table").click()
    heads = saved.panel.get_by_role("columnheader")
    heads.first.get_by_role("button").click()
    expect(heads.first).to_have_attribute("aria-sort", "ascending")
    words = saved.panel.locator("tbody tr > :first-child").all_inner_texts()
    assert len(words) > 10
    assert words == sorted(words, key=str.casefold) or words[0] <= words[-1]


@pytest.mark.parametrize(
    ("tab", "within"), [("Outline", "[role=tree]"), ("Trace", ".steps li"), ("Compare", "table")]
)
def test_the_other_panels_tell_of_what_is_chosen(saved: Saved, tab: str, within: str) -> None:
    saved.take("focus=buprenorphine")
    saved.tab(tab).click()
    expect(saved.panel.locator(within).first).to_be_visible()
    expect(saved.panel).to_contain_text("kappa")


def test_a_prediction_is_held_against_the_rows_and_kept(saved: Saved) -> None:
    saved.take("focus=kappa&domain=anxiety&panel=predict")
    show = saved.button("Settle on it, then see")
    saved.guess("more anxiety", "Who was asked?")
    show.click()
    expect(saved.panel.locator(".outcome")).to_be_visible()
    expect(saved.panel).to_contain_text("You expected: more anxiety, fairly sure.")
    saved.open()
    saved.tab("Predict").click()
    saved.panel.locator(".kept summary").click()
    expect(saved.panel.locator(".kept pre")).to_contain_text("Who was asked?")
    saved.button("Forget all").click()
    expect(saved.panel.locator(".kept")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "start"), [("SVG", "<svg"), ("CSV", '"row"'), ("List of sources", "")]
)
def test_what_is_shown_can_be_taken_along(saved: Saved, name: str, start: str) -> None:
    saved.take("focus=kappa")
    with saved.page.expect_download() as caught:
        saved.button(name).click()
    text = Path(caught.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith(start)
    assert len(text) > 300


# Quiz and glossary


def test_the_quiz_answers_and_remembers(saved: Saved, system: System) -> None:
    first = next(iter(system.questions.where(lesson=LESSON).values()))
    options = list(system.options.where(question=first.id).values())
    for right in (False, True):
        option = next(one for one in options if one.is_answer is right)
        saved.quiz.get_by_text(option.text, exact=True).click()
        saved.quiz.get_by_role("button", name=quiz.WORDS["check"], exact=True).click()
        expect(saved.quiz.locator(".said")).to_contain_text(option.feedback)
    expect(saved.quiz.locator(".counts")).to_contain_text("1 of")
    saved.open()
    expect(saved.quiz.locator(".counts")).to_contain_text("1 of")
    saved.quiz.get_by_role("button", name=quiz.WORDS["forget"], exact=True).click()
    expect(saved.quiz.locator(".counts")).to_contain_text("0 of")


def test_the_meaning_of_a_word_stands_beside_it(saved: Saved, system: System) -> None:
    word = saved.page.locator("main .text a[href='#term-receptor']").first
    address = saved.page.url
    word.click()
    expect(saved.meaning).to_contain_text(system.terms["t_receptor"].definition)
    assert saved.page.url == address
    saved.page.keyboard.press("Escape")
    expect(saved.meaning).to_be_hidden()


# The page


def test_a_place_in_the_address_is_in_sight_after_the_widgets_have_grown(saved: Saved) -> None:
    saved.open("#Where-help-is")
    expect(saved.page.get_by_role("heading", name="Where help is")).to_be_in_viewport()


def test_the_first_press_of_tab_offers_a_way_to_the_text(saved: Saved) -> None:
    saved.open()
    saved.page.keyboard.press("Tab")
    expect(saved.page.get_by_role("link", name="Skip to the text")).to_be_focused()
    expect(saved.page.get_by_role("link", name="Skip to the text")).to_be_in_viewport()
    saved.page.keyboard.press("Enter")
    assert saved.page.evaluate("document.activeElement.tagName") == "MAIN"


def test_paper_is_white_whatever_the_screen_is(
    chromium: Browser, record: Record, file: Path, system: System
) -> None:
    saved = Saved(chromium, record, file, system, color_scheme="dark")
    is_dark = "document.querySelector('.explainer').classList.contains('dark')"
    assert saved.page.evaluate(is_dark)
    # What the Explorer looked like, change by change.
    saved.page.evaluate(
        f"""() => {{
          window.seen = [];
          new MutationObserver(() => window.seen.push({is_dark}))
            .observe(document.querySelector('.explainer'), {{ attributeFilter: ['class'] }});
        }}"""
    )
    saved.page.pdf()
    assert saved.page.evaluate("window.seen") == [False, True]
    saved.close()


CHARTED = "05_nop"  # the lesson with a figure that a phone has to move sideways
PHONE = {"viewport": {"width": 390, "height": 844}}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "phone with a chart": PHONE,
    "wall": {"viewport": {"width": 1920, "height": 1080}},
}


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_lesson(tmp_path_factory.mktemp("charted"), CHARTED)


@pytest.fixture(scope="module", params=LOOKS)
def looked(
    request: pytest.FixtureRequest, chromium: Browser, record: Record, system: System
) -> Iterator[Saved]:
    page = request.getfixturevalue("charted" if "chart" in request.param else "file")
    saved = Saved(chromium, record, page, system, **LOOKS[request.param])
    for fold in saved.page.locator("details.look > summary").all():
        fold.click()
    saved.shoot(f"page {request.param}", whole=True)
    yield saved
    saved.close()


def test_a_page_never_scrolls_sideways(looked: Saved) -> None:
    sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert looked.page.evaluate(sideways) == 0


def test_lines_of_text_are_not_too_long_to_read(looked: Saved) -> None:
    widths = looked.page.locator("main .text > p").evaluate_all(
        "all => all.map(p => p.clientWidth)"
    )
    size = looked.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert max(widths) <= 45 * size


def test_what_is_wider_than_its_place_can_be_reached_by_keyboard(looked: Saved) -> None:
    wide = looked.page.locator(".data, figure").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.tabIndex)"
    )
    assert set(wide) <= {0}
    if looked.file.stem == CHARTED:
        assert wide


def test_axe_finds_no_barrier(looked: Saved) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci), so barriers were not looked for")
    looked.page.evaluate(AXE.read_text(encoding="utf-8"))
    # The inside of the Explorer has tests of its own, in every state.
    found = looked.page.evaluate(
        """async () => (await axe.run({ exclude: '.explainer' }, { resultTypes: ['violations'] })).violations
          .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | ')}`)"""
    )
    assert found == []


# Other widgets, and text that would like to be more


def make_page(place: Path, outputs: list[dict[str, Any]], state: dict[str, Any]) -> Path:
    book = run_book("# A page", outputs, state)
    place.write_text(pages.page(book, "page", []), encoding="utf-8")
    return place


def view_of(name: str) -> dict[str, Any]:
    return {pages.VIEW: {"model_id": name}}


@pytest.fixture
def bare(chromium: Browser, record: Record) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_offline(offline=True)
    page = context.new_page()
    record.watch(page)
    yield page
    context.close()


def test_two_views_of_one_widget_stay_in_step(bare: Page, system: System, tmp_path: Path) -> None:
    explorer = Explorer(system, focus="mu", view="map")
    views = [view_of(explorer.model_id)] * 2
    bare.goto(make_page(tmp_path / "two.html", views, state_of(explorer)).as_uri())
    first, second = (bare.locator(".explainer").nth(n) for n in (0, 1))
    expect(second.locator(".node[aria-pressed=true]")).to_have_attribute("data-id", "mu")
    first.locator(".node[data-id=kappa]").click()
    expect(second.locator(".node[aria-pressed=true]")).to_have_attribute("data-id", "kappa")
    expect(bare.locator("head style")).to_have_count(
        3
    )  # the page's, for screen and paper, and the Explorer's, once


def test_a_tour_goes_on(bare: Page, system: System, tmp_path: Path) -> None:
    tour = Tour(system)
    bare.goto(make_page(tmp_path / "tour.html", [view_of(tour.model_id)], state_of(tour)).as_uri())
    expect(bare.locator(".explainer-tour .tour-place")).to_have_text("1 of 7")
    expect(bare.locator(".tour-drawn .mark")).to_have_count(0)
    for _ in range(3):
        bare.get_by_role("button", name="Next").click()
    expect(bare.locator(".tour-drawn .mark").first).to_be_visible()


def test_a_control_that_needs_a_kernel_says_so(bare: Page, system: System, tmp_path: Path) -> None:
    explorer, dropdown = Explorer(system, view="map"), Dropdown(options=["a", "b"])
    views = [view_of(dropdown.model_id), view_of("gone"), view_of(explorer.model_id)]
    bare.goto(make_page(tmp_path / "a.html", views, state_of(explorer, dropdown)).as_uri())
    expect(bare.locator(".explainer .node").first).to_be_visible()
    notes = bare.locator(".widget > .note")
    expect(notes).to_have_text([
        "This control (Dropdown) needs a running notebook; open the lesson in Jupyter to use it.",
        "What can be touched here was not saved with the notebook: in Jupyter, run its cells, save it, and make the page again.",
    ])  # fmt: skip


def test_a_widget_that_fails_leaves_the_others_alive(
    bare: Page, record: Record, system: System, tmp_path: Path
) -> None:
    explorer = Explorer(system, view="map")
    words = {"_esm": "export default { render() { throw new Error('out of order'); } };"}
    state = {"bad": {"model_name": "AnyModel", "state": words}} | state_of(explorer)
    views = [view_of("bad"), view_of(explorer.model_id)]
    bare.goto(make_page(tmp_path / "bad.html", views, state).as_uri())
    expect(bare.locator(".explainer .node").first).to_be_visible()
    expect(bare.locator(".widget > .note")).to_have_text(
        "This part could not be drawn. Load the page again, or open the lesson in Jupyter."
    )
    errors, _ = record.take()
    assert ["out of order" in error for error in errors] == [True]


def test_what_an_output_smuggles_in_is_not_run_and_not_loaded(
    bare: Page, record: Record, system: System, tmp_path: Path
) -> None:
    explorer = Explorer(system, view="map")
    smuggled = (
        "<p id='there'>words</p><script>window.hit = 1</script>"
        "<img alt='' src='data:image/png;base64,AAAA' onerror='window.hit = 2'>"
        "<img alt='' src='https://a.example/x.png'><link rel=stylesheet href='https://a.example/x.css'>"
        "<iframe title='a' src='https://a.example/'></iframe><style>@import 'https://a.example/y.css';</style>"
    )
    state = state_of(explorer)
    state[explorer.model_id]["state"]["tooltip"] = "</script><!--<script>window.hit = 3</script>"
    views = [{"text/html": smuggled}, view_of(explorer.model_id)]
    refused: dict[str, str | None] = {}
    bare.on("requestfailed", lambda request: refused.update({request.url: request.failure}))
    bare.goto(make_page(tmp_path / "bad.html", views, state).as_uri())
    expect(bare.locator(".explainer .node").first).to_be_visible()
    expect(bare.locator("#there")).to_have_text("words")
    bare.wait_for_timeout(300)
    assert bare.evaluate("window.hit") is None
    errors, strangers = record.take()
    assert len(strangers) >= 3
    assert {refused[address] for address in strangers} == {"csp"}  # asked for, and never sent
    assert [error for error in errors if "Content Security Policy" not in error] == []
