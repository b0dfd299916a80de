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
ROOMS = ({"width": 1920, "height": 1080}, {"width": 1366, "height": 768})
SIZES = """() => {
  const drawn = document.querySelector('.explainer-tour .tour-drawn svg');
  const scale = drawn.getScreenCTM().a;
  const isSeen = one => one.getClientRects().length && getComputedStyle(one).visibility === 'visible';
  const type = [...drawn.querySelectorAll('text')].filter(isSeen);
  const words = [...document.querySelectorAll('.tour-words :is(h3, h4, p, span, strong, button, li)')]
    .filter(one => isSeen(one) && !one.closest('.tour-heard') && one.textContent.trim());
  const out = [...type, ...words].filter(one => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
  });
  return {
    labels: type.map(one => parseFloat(one.getAttribute('font-size')) * scale),
    words: words.map(one => parseFloat(getComputedStyle(one).fontSize)),
    out: out.map(one => one.textContent),
    left: document.querySelector('.tour-words').scrollHeight - innerHeight,
  };
}"""


@pytest.fixture(scope="module")
def opened(open_notebook: Opener, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    source = CELL.format('tour = widgets.Tour(ex.load(), tour="tour_class")\ntour')
    path = tmp_path_factory.mktemp("tour") / "a_tour.ipynb"
    reader = open_notebook(write_notebook(path, [source]))
    reader.root = ".tour-picture > .explainer"
    return reader


@pytest.fixture
def guided(opened: Reader) -> Reader:
    """The tour at its first scene, with nothing open."""
    opened.page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    opened.page.set_viewport_size({"width": 1366, "height": 768})
    opened.page.locator(".explainer-tour").scroll_into_view_if_needed()
    bar(opened).get_by_role("button", name="Next").focus()
    opened.page.keyboard.press("End")
    opened.page.keyboard.press("Home")
    for one in opened.page.locator(".explainer-tour button[aria-expanded=true]").all():
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


def part(reader: Reader) -> Locator:
    """What is told now of the scene."""
    return reader.page.locator(".explainer-tour .tour-scene.now .tour-parts > .now")


def marks(reader: Reader) -> Locator:
    return reader.page.locator(".explainer-tour .tour-drawn .mark")


@pytest.fixture(scope="module")
def steps(system: ex.System) -> list[int]:
    """How many things each scene shows."""
    return [len(scene["steps"]) for scene in tours.build(system, "tour_class")["scenes"]]


def go(reader: Reader, scene: int) -> None:
    """Let the kernel choose a scene; asking it takes the keyboard away."""
    reader.ask(f"tour.scene = {scene}")
    bar(reader).get_by_role("button", name="Next").focus()


def expect_scene(reader: Reader, place: int, titles: list[str]) -> None:
    expect(title(reader)).to_have_text(titles[place])
    expect(bar(reader).locator(".tour-place")).to_have_text(f"{place + 1} of {len(titles)}")


@pytest.mark.parametrize(
    ("forward", "backward"), [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")]
)
def test_keys_show_one_thing_after_the_other(
    guided: Reader, titles: list[str], steps: list[int], forward: str, backward: str
) -> None:
    before = guided.cells()
    for place, count in enumerate(steps):
        for _ in range(count):
            expect_scene(guided, place, titles)
            guided.page.keyboard.press(forward)
    expect_scene(guided, len(titles) - 1, titles)  # there is nothing behind the last
    for _ in range(steps[-1]):
        guided.page.keyboard.press(backward)
    expect_scene(guided, len(titles) - 2, titles)
    expect(part(guided)).to_have_attribute("data-part", "notice")  # as it was left
    guided.page.keyboard.press("End")
    expect_scene(guided, len(titles) - 1, titles)
    guided.page.keyboard.press("Home")
    expect_scene(guided, 0, titles)
    assert guided.cells() == before  # nothing reached JupyterLab


def test_a_scene_tells_asks_and_then_shows_animals_before_people(
    guided: Reader, system: ex.System
) -> None:
    first = tours.scenes(system, "tour_class")[0]
    expect(part(guided)).to_have_text(first.narration)
    expect(marks(guided)).to_have_count(0)
    guided.page.keyboard.press("ArrowRight")
    expect(part(guided)).to_contain_text(first.question)
    expect(marks(guided)).to_have_count(0)
    guided.page.keyboard.press("ArrowRight")
    expect(marks(guided)).not_to_have_count(0)
    expect(guided.page.locator(".tour-drawn .mark.people")).to_have_count(0)
    expect(part(guided)).to_contain_text(first.question)
    guided.page.keyboard.press("ArrowRight")
    expect(guided.page.locator(".tour-drawn .mark.people")).not_to_have_count(0)
    guided.page.keyboard.press("ArrowRight")
    expect(part(guided)).to_contain_text(first.notice)


def test_the_mouse_steps_and_the_view_follows(
    guided: Reader, system: ex.System, titles: list[str], steps: list[int]
) -> None:
    forward = bar(guided).get_by_role("button", name="Next")
    for _ in range(sum(steps[:3])):
        forward.click()
    expect_scene(guided, 3, titles)
    view = tours.views(system, "tour_class")[3]
    assert guided.ask("tour.scene, tour.code") == f"(4, {view.code!r})"
    bar(guided).get_by_role("button", name="Previous").click()
    expect_scene(guided, 2, titles)


def test_the_kernel_can_choose_a_scene(guided: Reader, titles: list[str]) -> None:
    go(guided, 5)
    expect_scene(guided, 4, titles)
    expect(part(guided)).to_have_attribute("data-part", "story")  # from its beginning


def test_what_to_notice_comes_by_key_and_brings_what_it_rests_on(
    guided: Reader, system: ex.System
) -> None:
    stop = tours.scenes(system, "tour_class")[2]
    go(guided, 3)
    expect(guided.page.locator(".tour-rests")).to_have_count(0)
    guided.page.keyboard.press("n")
    expect(part(guided)).to_contain_text(stop.notice)
    guided.page.locator(".tour-rests summary").click()
    expect(guided.page.locator(".tour-rests li")).to_have_count(len(stop.because))


def test_what_comes_with_the_answer_is_hidden_until_then(guided: Reader) -> None:
    go(guided, 3)
    late = guided.page.locator(".tour-drawn text.late").first
    expect(late).to_be_hidden()
    guided.page.keyboard.press("n")
    expect(late).to_be_visible()


def test_no_step_moves_what_stands_above_the_picture(guided: Reader, steps: list[int]) -> None:
    around = "() => ['.tour-bar .tour-next', '.tour-scenes', '.tour-stage'].map(name => { const { x, y } = document.querySelector('.explainer-tour ' + name).getBoundingClientRect(); return [x, y]; })"
    before = guided.page.evaluate(around)
    for _ in range(sum(steps) - 1):
        guided.page.keyboard.press("ArrowRight")
        guided.frames()
        assert guided.page.evaluate(around) == before


def test_the_presenter_has_notes(guided: Reader, system: ex.System) -> None:
    notes = guided.page.get_by_role("complementary", name="Presenter's notes")
    expect(notes).to_be_hidden()
    bar(guided).get_by_role("button", name="Presenter's notes").click()
    expect(notes).to_be_visible()
    first = tours.scenes(system, "tour_class")[0]
    expect(notes.locator(".now")).to_have_text(first.presenter)
    guided.page.keyboard.press("p")
    expect(notes).to_be_hidden()


def test_a_reader_explores_and_comes_back(guided: Reader, titles: list[str]) -> None:
    go(guided, 4)
    expect_scene(guided, 3, titles)
    expect(guided.explorer).to_be_hidden()
    bar(guided).get_by_role("button", name="Explore this").click()
    expect(guided.explorer).to_be_visible()
    home = guided.page.get_by_role("button", name="Back to the scene")
    expect(home).to_be_hidden()
    guided.ask("tour.focus = 'delta'")
    expect(home).to_be_visible()
    expect_scene(guided, 3, titles)
    assert guided.ask("tour.scene, tour.focus") == "(4, 'delta')"
    home.click()
    expect(home).to_be_hidden()
    assert guided.ask("tour.focus, tour.also") == "('kappa', ['mood'])"


def test_a_mark_opens_its_finding_in_the_explorer(guided: Reader) -> None:
    go(guided, 5)
    guided.page.keyboard.press("n")
    mark = guided.page.locator(".tour-drawn .mark.people").first
    spoken = mark.get_attribute("aria-label") or ""
    mark.click()
    expect(guided.explorer).to_be_visible()
    row = guided.ask("tour.row").strip("'")
    assert row
    assert spoken.split(": ")[0] == "people"
    expect(guided.explorer.locator("[role=tabpanel], .panel").first).to_be_visible()


def test_letters_in_a_field_are_letters(guided: Reader) -> None:
    bar(guided).get_by_role("button", name="Explore this").click()
    find = guided.explorer.get_by_role("combobox", name="Find")
    find.press_sequentially("nop")
    expect(find).to_have_value("nop")
    expect(part(guided)).to_have_attribute("data-part", "story")
    expect(guided.page.locator(".explainer-tour .tour-notes")).to_be_hidden()
    find.fill("")


def test_the_tours_keys_go_no_further_and_scroll_nothing(guided: Reader) -> None:
    guided.page.evaluate(
        "() => { window.heardKeys = []; window.hearKey = event => window.heardKeys.push(event.key);"
        " document.addEventListener('keydown', window.hearKey); }"
    )
    places = "() => document.querySelector('.explainer-tour').getBoundingClientRect().top"
    before = guided.page.evaluate(places)
    for key in ("PageDown", "End", "Home", "ArrowRight", "ArrowLeft", "n"):
        guided.page.keyboard.press(key)
    guided.frames()
    assert guided.page.evaluate(places) == before
    guided.page.keyboard.press("ArrowUp")
    heard = "() => { document.removeEventListener('keydown', window.hearKey); return window.heardKeys; }"
    assert guided.page.evaluate(heard) == ["ArrowUp"]  # which is not the tour's


def test_a_screen_reader_hears_each_step(guided: Reader, system: ex.System) -> None:
    first = tours.scenes(system, "tour_class")[0]
    heard = guided.page.locator(".explainer-tour .tour-heard")
    expect(heard).to_have_attribute("aria-live", "polite")
    expect(heard).to_have_text(f"1 of 7. {first.title}. {first.narration}")
    guided.page.keyboard.press("ArrowRight")
    expect(heard).to_have_text(f"Before you look: {first.question}")
    guided.page.keyboard.press("ArrowRight")
    shown = marks(guided).count()
    expect(heard).to_contain_text("findings shown")
    assert int((heard.text_content() or "").split()[0]) >= shown
    guided.page.keyboard.press("n")
    expect(heard).to_have_text(f"What to notice: {first.notice}")


def expect_readable_from_the_back_row(page: Page, size: dict[str, int], steps: int) -> None:
    """Fill the screen and go through all steps: type of 24 pixels and nothing out of sight."""
    page.set_viewport_size(size)
    page.get_by_role("button", name="Full screen").click()
    expect(page.locator(".explainer-tour.large")).to_be_visible()
    page.keyboard.press("Home")
    for step in range(steps):
        page.evaluate(FRAMES)
        sizes = page.evaluate(SIZES)
        assert min(sizes["words"]) >= 24, (step, sizes["words"])
        assert min(sizes["labels"]) >= 23.9, step
        assert sizes["out"] == [], step
        assert sizes["left"] <= 0, step
        for brief in page.locator(".tour-dangers .now .brief").all():
            expect(brief).to_be_in_viewport(ratio=1)
        page.keyboard.press("PageDown")
    page.keyboard.press("f")
    expect(page.locator(".explainer-tour.large")).to_have_count(0)


@pytest.mark.parametrize("size", ROOMS, ids=["hall", "laptop"])
def test_the_back_row_can_read_every_step(
    guided: Reader, steps: list[int], size: dict[str, int]
) -> None:
    expect_readable_from_the_back_row(guided.page, size, sum(steps))


def test_while_a_scene_is_told_its_picture_stays_where_it_is(guided: Reader) -> None:
    """What is told takes more lines or fewer, and moves nothing; no comma of a hidden link is left."""
    guided.page.set_viewport_size(ROOMS[1])
    bar(guided).get_by_role("button", name="Full screen").click()
    expect(guided.page.locator(".explainer-tour.large")).to_have_count(1)
    place = "() => { const { a, e, f } = document.querySelector('.tour-drawn svg').getScreenCTM(); return [a, e, f]; }"
    danger = "document.querySelector('.tour-dangers > .now')?.innerText ?? ''"
    seen: dict[str, set[tuple[float, ...]]] = {}
    for _ in range(16):
        guided.frames()
        now = title(guided).inner_text()
        seen.setdefault(now, set()).add(tuple(guided.page.evaluate(place)))
        told = guided.page.evaluate(danger)
        assert ", ," not in told
        assert not told.rstrip().endswith(",")
        guided.page.keyboard.press("ArrowRight")
    guided.page.keyboard.press("f")
    expect(guided.page.locator(".explainer-tour.large")).to_have_count(0)
    assert len(seen) > 2
    assert {now: places for now, places in seen.items() if len(places) > 1} == {}


def test_a_hall_shows_the_first_view_whole(guided: Reader) -> None:
    guided.page.set_viewport_size(ROOMS[0])
    bar(guided).get_by_role("button", name="Full screen").click()
    drawn = guided.page.locator(".tour-drawn svg")
    expect(drawn.get_by_text("less anxiety", exact=True)).to_be_visible()
    guided.page.keyboard.press("f")
    expect(guided.page.locator(".explainer-tour.large")).to_have_count(0)


def test_the_picture_is_dark_where_the_page_is(guided: Reader) -> None:
    ink = "() => getComputedStyle(document.querySelector('.tour-drawn text.soft')).fill"
    light = guided.page.evaluate(ink)
    guided.page.evaluate("() => { document.body.dataset.jpThemeLight = 'false'; }")
    guided.page.wait_for_function(f"light => ({ink})() !== light", arg=light)
    guided.page.evaluate("() => { document.body.dataset.jpThemeLight = 'true'; }")
    guided.page.wait_for_function(f"light => ({ink})() === light", arg=light)


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


@pytest.fixture(scope="module", params=["tour_lecture", "tour_evidence"])
def told(request: pytest.FixtureRequest) -> str:
    """A tour that no lesson shows; its console is looked at from the first step to the last."""
    return str(request.param)


@pytest.fixture(scope="module")
def saved(
    chromium: Browser, record: Record, tmp_path_factory: pytest.TempPathFactory, told: str
) -> Iterator[Page]:
    """A tour as a page from a file, cut off from everything else."""
    place = tmp_path_factory.mktemp("saved")
    source = CELL.format(f'widgets.Tour(ex.load(), tour="{told}", scene=2)')
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
    page.locator(".explainer-tour .tour-drawn .shape").first.wait_for()
    yield page
    context.close()


def test_a_saved_page_begins_where_the_tour_stood_and_goes_on(
    saved: Page, system: ex.System, told: str
) -> None:
    stops = tours.scenes(system, told)
    shown = saved.locator(".explainer-tour .tour-scene.now h4")
    expect(shown).to_have_text(stops[1].title)
    saved.get_by_role("button", name="Next").click()
    saved.keyboard.press("n")
    now = saved.locator(".tour-scene.now .tour-parts > .now")
    expect(now).to_contain_text(stops[1].notice)
    saved.keyboard.press("ArrowRight")
    expect(shown).to_have_text(stops[2].title)


@pytest.mark.parametrize("size", ROOMS, ids=["hall", "laptop"])
def test_the_scenes_of_longer_tours_can_be_read_from_the_back_row(
    saved: Page, system: ex.System, told: str, size: dict[str, int]
) -> None:
    scenes = tours.build(system, told)["scenes"]
    expect_readable_from_the_back_row(saved, size, sum(len(one["steps"]) for one in scenes))


def test_all_scenes_lie_below_each_other_to_be_scrolled(guided: Reader, titles: list[str]) -> None:
    page = guided.page
    stills = page.locator(".tour-strip .tour-still")
    expect(stills).to_have_count(0)
    page.get_by_role("button", name="All scenes").click()
    expect(stills).to_have_count(len(titles))
    assert stills.locator("h4").all_inner_texts() == titles
    for place in range(len(titles)):
        still = stills.nth(place)
        expect(still.locator(".tour-narration")).to_be_visible()
        expect(still.locator(".tour-answer")).to_be_visible()
        assert still.locator(".tour-drawn > svg").bounding_box()["height"] > 100
    assert stills.locator(".tour-dangers li").count() > 1
    page.get_by_role("button", name="All scenes").click()
    expect(stills.first).to_be_hidden()


def test_paper_has_all_scenes_and_the_screen_has_them_no_more_after_it(
    guided: Reader, titles: list[str]
) -> None:
    page = guided.page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    stills = page.locator(".tour-strip .tour-still")
    expect(stills).to_have_count(len(titles))
    expect(page.locator(".tour-words > .tour-scenes")).to_be_hidden()
    expect(stills.last.locator(".tour-answer")).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(stills.first).to_be_hidden()
    expect(page.locator(".tour-words > .tour-scenes")).to_be_visible()


def test_a_guess_at_a_stop_is_made_in_the_one_form_and_goes_on(guided: Reader) -> None:
    """A line and how sure; kept where all guesses are, shown again beside the answer."""
    page = guided.page
    page.evaluate("localStorage.removeItem('explainer.predictions')")
    page.keyboard.press("ArrowRight")
    asked = page.locator(".tour-scene.now .tour-guess")
    asked.locator("summary").click()
    settle = asked.get_by_role("button", name="Settle on it, then see")
    expect(settle).to_be_disabled()
    field = asked.get_by_label("Your guess in one line")
    field.press_sequentially("None of the four, fnp")  # letters are the field's, not the tour's
    asked.get_by_label("just guessing").check()
    expect(field).to_have_value("None of the four, fnp")
    settle.click()
    expect(page.locator(".tour-dots")).to_contain_text("●●●")
    page.keyboard.press("n")
    told = page.locator(".tour-scene.now .tour-guessed")
    expect(told).to_have_text("You expected: None of the four, fnp (just guessing)")
    (kept,) = page.evaluate("JSON.parse(localStorage.getItem('explainer.predictions'))")
    assert (kept["guess"], kept["sure"]) == ("None of the four, fnp", "just guessing")
    page.evaluate("localStorage.removeItem('explainer.predictions')")
