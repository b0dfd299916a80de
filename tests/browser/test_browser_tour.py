"""A tour in a real JupyterLab: steps by key and mouse, the answer, the notes, exploring and back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from lab import ROOT
from playwright.sync_api import Browser, Locator, Page, expect
from reader import Opener, Reader, write_notebook
from record import Record

import explainer as ex
from explainer.learning import tour as tours

CELL = "import explainer as ex\nfrom explainer import widgets\n\n{}"
LAB = "() => [jupyterapp.shell.currentWidget.content.activeCellIndex, jupyterapp.shell.currentWidget.content.mode]"
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
_SAVE = """
import sys
from pathlib import Path
from explainer import pages
path = Path(sys.argv[1])
html = pages.page(pages.run([path])[0], path.stem, [])
path.with_suffix(".html").write_text(html, encoding="utf-8")
"""
LECTURE_HALL = {"width": 1920, "height": 1080}
SIZES = """() => {
  const shown = [...document.querySelectorAll('.explainer-tour .stage .node')]
    .filter(node => node.matches('.receptor, .domain, .unnamed, .lit'))
    .flatMap(node => [...node.querySelectorAll('text')]);
  const size = text => parseFloat(getComputedStyle(text).fontSize);
  return {
    scale: document.querySelector('.explainer-tour .map > svg').getScreenCTM().a,
    labels: shown.map(text => size(text) * text.getScreenCTM().a),
    words: ['.tour-narration', '.tour-question', '.tour-answer'].map(name => size(document.querySelector(`.tour-scene.now ${name}`))),
    left: document.querySelector('.tour-words').scrollHeight - document.querySelector('.tour-words').clientHeight,
  };
}"""


@pytest.fixture(scope="module")
def opened(open_notebook: Opener, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    source = CELL.format('tour = widgets.Tour(ex.load(), tour="tour_class")\ntour')
    path = tmp_path_factory.mktemp("tour") / "a_tour.ipynb"
    reader = open_notebook(write_notebook(path, [source]))
    reader.root = ".explainer-tour .explainer"
    return reader


@pytest.fixture
def guided(opened: Reader) -> Reader:
    """The tour at its first scene, with nothing open."""
    opened.page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    opened.page.set_viewport_size({"width": 1366, "height": 768})
    opened.page.locator(".explainer-tour").scroll_into_view_if_needed()
    if "away" in (opened.page.locator(".explainer-tour .tour-home").get_attribute("class") or ""):
        opened.page.locator(".explainer-tour .tour-home").click()
    bar(opened).get_by_role("button", name="Next").focus()
    opened.page.keyboard.press("Home")
    for one in opened.page.locator(".explainer-tour button[aria-expanded=true]").all():
        one.evaluate("button => button.click()")
    for one in opened.page.locator(".tour-scene.noticed .tour-open").all():
        one.evaluate("button => button.click()")
    opened.record.take()
    return opened


def bar(reader: Reader) -> Locator:
    return reader.page.locator(".explainer-tour .tour-bar")


def title(reader: Reader) -> Locator:
    return reader.page.locator(".explainer-tour .tour-scene.now h4")


@pytest.fixture(scope="module")
def titles(system: ex.System) -> list[str]:
    return [scene.title for scene in tours.scenes(system, "tour_class")]


@pytest.mark.parametrize(
    ("forward", "backward"), [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")]
)
def test_keys_step_from_scene_to_scene(
    guided: Reader, titles: list[str], forward: str, backward: str
) -> None:
    before = guided.cells()
    for place, told in enumerate(titles, start=1):
        expect(title(guided)).to_have_text(told)
        expect(bar(guided).locator(".tour-place")).to_have_text(f"{place} of {len(titles)}")
        guided.page.keyboard.press(forward)
    expect(title(guided)).to_have_text(titles[-1])  # there is nothing behind the last
    guided.page.keyboard.press(backward)
    expect(title(guided)).to_have_text(titles[-2])
    guided.page.keyboard.press("End")
    expect(title(guided)).to_have_text(titles[-1])
    guided.page.keyboard.press("Home")
    expect(title(guided)).to_have_text(titles[0])
    assert guided.cells() == before  # nothing reached JupyterLab


def test_the_mouse_steps_and_the_picture_follows(guided: Reader, system: ex.System) -> None:
    stops = tours.views(system, "tour_class")
    for view in stops[1:4]:
        bar(guided).get_by_role("button", name="Next").click()
        wanted = {word for word in (view.focus, *view.also) if word}
        mode = "chosen" if wanted else "overview"
        expect(
            guided.explorer.locator(f'.stage svg[data-mode="{mode}"][data-lens="{view.lens}"]')
        ).to_be_attached()
        if wanted:
            assert wanted <= guided.lit
    bar(guided).get_by_role("button", name="Previous").click()
    expect(bar(guided).locator(".tour-place")).to_have_text("3 of 7")


def test_the_kernel_knows_the_scene_and_can_choose_one(guided: Reader, titles: list[str]) -> None:
    guided.page.keyboard.press("ArrowRight")
    guided.page.keyboard.press("ArrowRight")
    expect(title(guided)).to_have_text(titles[2])
    assert guided.ask("tour.scene, tour.code") == "(3, 'focus=said_dymorphins&view=map')"
    guided.ask("tour.scene = 5")
    expect(title(guided)).to_have_text(titles[4])
    expect(guided.node("kappa")).to_have_attribute("aria-pressed", "true")


def test_what_to_notice_opens_by_button_and_by_key_and_moves_nothing(guided: Reader) -> None:
    scene = guided.page.locator(".explainer-tour .tour-scene.now")
    picture = guided.page.locator(".explainer-tour .tour-picture")
    expect(scene.locator(".tour-answer")).to_be_hidden()
    before = picture.bounding_box()
    scene.get_by_role("button", name="What to notice").click()
    expect(scene.locator(".tour-answer")).to_be_visible()
    expect(scene.get_by_role("button", name="What to notice")).to_have_attribute(
        "aria-expanded", "true"
    )
    guided.page.keyboard.press("n")
    expect(scene.locator(".tour-answer")).to_be_hidden()
    assert picture.bounding_box() == before


def test_no_scene_moves_what_stands_around_it(guided: Reader, titles: list[str]) -> None:
    around = "() => ['.tour-bar .tour-next', '.tour-scenes', '.tour-words', '.stage', '.tabs'].map(name => JSON.stringify(document.querySelector('.explainer-tour ' + name).getBoundingClientRect()))"
    before = guided.page.evaluate(around)
    for _ in titles[1:]:
        guided.page.keyboard.press("ArrowRight")
        guided.frames()
        assert guided.page.evaluate(around) == before


def test_the_presenters_notes_are_hidden_until_asked_for(guided: Reader, system: ex.System) -> None:
    notes = guided.page.get_by_role("complementary", name="Presenter's notes")
    expect(notes).to_be_hidden()
    bar(guided).get_by_role("button", name="Presenter's notes").click()
    expect(notes).to_be_visible()
    first = tours.scenes(system, "tour_class")[0]
    expect(notes.locator(".now")).to_have_text(first.presenter)
    guided.page.keyboard.press("p")
    expect(notes).to_be_hidden()


def test_a_reader_explores_and_comes_back(guided: Reader, titles: list[str]) -> None:
    for _ in range(3):
        guided.page.keyboard.press("ArrowRight")
    expect(title(guided)).to_have_text(titles[3])
    home = guided.page.get_by_role("button", name="Back to the scene")
    expect(home).to_be_hidden()
    guided.node("delta").click()
    expect(home).to_be_visible()
    expect(title(guided)).to_have_text(titles[3])
    assert guided.ask("tour.scene, tour.focus") == "(4, 'delta')"
    guided.page.locator(".explainer-tour").scroll_into_view_if_needed()
    home.click()
    expect(home).to_be_hidden()
    assert {"kappa", "mood"} == guided.lit
    guided.page.keyboard.press("ArrowRight")  # the keys are the tour's again
    expect(title(guided)).to_have_text(titles[4])


def test_keys_inside_the_picture_stay_the_pictures(guided: Reader, titles: list[str]) -> None:
    guided.node("mu").focus()
    guided.page.keyboard.press("ArrowRight")
    assert guided.focused() == "delta"
    for key in ("End", "PageDown", "n"):
        guided.page.keyboard.press(key)
    expect(title(guided)).to_have_text(titles[0])
    expect(guided.page.locator(".explainer-tour .tour-scene.now .tour-answer")).to_be_hidden()


def test_letters_in_a_field_are_letters(guided: Reader) -> None:
    bar(guided).get_by_role("button", name="Find, filter").click()
    find = guided.explorer.get_by_role("combobox", name="Find")
    find.press_sequentially("nop")
    expect(find).to_have_value("nop")
    expect(guided.page.locator(".explainer-tour .tour-scene.now .tour-answer")).to_be_hidden()
    expect(guided.page.locator(".explainer-tour .tour-notes")).to_be_hidden()
    find.fill("")


def test_the_tours_keys_go_no_further_and_scroll_nothing(guided: Reader) -> None:
    guided.page.evaluate(
        "() => { window.heardKeys = []; window.hearKey = event => window.heardKeys.push(event.key);"
        " document.addEventListener('keydown', window.hearKey); }"
    )
    places = "() => document.querySelector('.explainer-tour').getBoundingClientRect().top"
    before = guided.page.evaluate(places)
    for key in ("PageDown", "End", "Home", "ArrowRight", "ArrowLeft", "n", "n"):
        guided.page.keyboard.press(key)
    guided.frames()
    assert guided.page.evaluate(places) == before
    guided.page.keyboard.press("ArrowUp")
    heard = "() => { document.removeEventListener('keydown', window.hearKey); return window.heardKeys; }"
    assert guided.page.evaluate(heard) == ["ArrowUp"]  # which is not the tour's


def test_find_and_filter_wait_until_asked_for(guided: Reader) -> None:
    expect(guided.explorer.get_by_role("combobox", name="Find")).to_be_hidden()
    bar(guided).get_by_role("button", name="Find, filter").click()
    expect(guided.explorer.get_by_role("combobox", name="Find")).to_be_visible()


def test_a_screen_reader_hears_each_scene(guided: Reader, system: ex.System) -> None:
    second = tours.scenes(system, "tour_class")[1]
    guided.page.keyboard.press("ArrowRight")
    heard = guided.page.locator(".explainer-tour .tour-heard")
    expect(heard).to_have_attribute("aria-live", "polite")
    expect(heard).to_have_text(
        f"2 of 7. {second.title}. {second.narration} Before you look: {second.question}"
    )


def expect_readable_from_the_back_row(page: Page, count: int) -> None:
    """Fill the screen and go through all scenes: large words, large labels, nothing to scroll."""
    page.set_viewport_size(LECTURE_HALL)
    page.get_by_role("button", name="Full screen").click()
    expect(page.locator(".explainer-tour.large")).to_be_visible()
    page.keyboard.press("Home")
    for place in range(1, count + 1):
        expect(page.locator(".tour-place")).to_have_text(f"{place} of {count}")
        page.evaluate(FRAMES)
        sizes = page.evaluate(SIZES)
        assert min(sizes["words"]) >= 28, place
        assert min(sizes["labels"]) >= 18, place
        assert sizes["scale"] >= 1.1, place  # the labels have room, for the picture is large
        assert sizes["left"] <= 0, place
        page.keyboard.press("PageDown")
    page.keyboard.press("f")
    expect(page.locator(".explainer-tour.large")).to_have_count(0)


def test_the_back_row_can_read_every_scene(guided: Reader, titles: list[str]) -> None:
    expect_readable_from_the_back_row(guided.page, len(titles))
    drawn = guided.explorer.locator(".stage svg")
    expect(drawn.locator("[data-fitted]")).to_have_count(0)  # and in the page all is as it was


def test_words_grown_for_one_scene_shrink_for_the_next(guided: Reader) -> None:
    guided.page.set_viewport_size(LECTURE_HALL)
    bar(guided).get_by_role("button", name="Full screen").click()
    for _ in range(2):
        guided.page.keyboard.press("PageDown")
    expect(guided.node("said_dymorphins").locator("[data-fitted]")).not_to_have_count(0)
    guided.page.keyboard.press("PageDown")
    expect(guided.node("mood").locator("[data-fitted]")).not_to_have_count(0)
    expect(guided.node("said_dymorphins").locator("[data-fitted]")).to_have_count(0)
    guided.page.keyboard.press("f")
    expect(guided.page.locator(".explainer-tour.large")).to_have_count(0)


def test_where_full_screen_is_refused_nothing_else_happens(guided: Reader) -> None:
    guided.page.evaluate(
        "() => { document.querySelector('.explainer-tour').requestFullscreen = () => Promise.reject(new Error('no')); }"
    )
    bar(guided).get_by_role("button", name="Full screen").click()
    expect(guided.page.get_by_text("This page does not allow full screen.")).to_be_visible()
    expect(guided.page.locator(".explainer-tour.large")).to_have_count(0)
    guided.page.evaluate("() => delete document.querySelector('.explainer-tour').requestFullscreen")


def test_on_a_phone_nothing_is_cut_off(guided: Reader) -> None:
    guided.page.set_viewport_size({"width": 390, "height": 844})
    guided.frames()
    wider = """() => [...document.querySelectorAll('.explainer-tour .tour-words *')]
      .filter(one => one.getBoundingClientRect().right > innerWidth && !one.matches('.tour-heard'))
      .map(one => one.className)"""
    assert guided.page.evaluate(wider) == []


# Without a kernel


@pytest.fixture(scope="module")
def saved(
    chromium: Browser, record: Record, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The lecture's tour as a page from a file, cut off from everything else."""
    place = tmp_path_factory.mktemp("saved")
    source = CELL.format('widgets.Tour(ex.load(), tour="tour_lecture", scene=2)')
    path = write_notebook(place / "a_tour.ipynb", [source])
    # In a process of its own: notebooks are run in an event loop, and here one is running already.
    subprocess.run(
        [*(sys.executable, "-c", _SAVE), str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "IPYTHONDIR": str(place / "ipython")},
        check=True,
        timeout=180,
    )
    file = path.with_suffix(".html")
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_offline(offline=True)
    page = context.new_page()
    record.watch(page)
    page.goto(file.as_uri())
    page.locator(".explainer-tour .node").first.wait_for()
    yield page
    context.close()


def test_a_saved_page_begins_where_the_tour_stood_and_goes_on(
    saved: Page, system: ex.System
) -> None:
    stops = tours.scenes(system, "tour_lecture")
    shown = saved.locator(".explainer-tour .tour-scene.now h4")
    expect(shown).to_have_text(stops[1].title)
    saved.get_by_role("button", name="Next").click()
    saved.keyboard.press("ArrowRight")
    expect(shown).to_have_text(stops[3].title)
    expect(saved.locator('.node[data-id="said_natural_opioids"]')).to_have_attribute(
        "aria-pressed", "true"
    )
    saved.keyboard.press("n")
    expect(saved.locator(".tour-scene.now .tour-answer")).to_have_text(stops[3].notice)
    saved.locator(".tour-scene.now summary").click()
    expect(saved.locator(".tour-scene.now details li")).to_have_count(len(stops[3].because))


def test_the_lectures_scenes_can_be_read_from_the_back_row(saved: Page, system: ex.System) -> None:
    expect_readable_from_the_back_row(saved, len(tours.scenes(system, "tour_lecture")))
