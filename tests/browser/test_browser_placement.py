"""The gesture: the article's receptor is put by hand, finger, key or name, and is never put down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from found import MARKS
from playwright.sync_api import Browser, expect
from record import Record
from still import Still
from test_browser_axe import AXE, barriers

from explainer.model.system import System

ANSWER = "The article does not say."
PROMPT = "Put the article’s receptor where you think it belongs."
Opener = Callable[..., Still]
# The picture without the outline of a guess, as text.
DRAWN = "() => document.querySelector('svg.sockets:not(.inline)').outerHTML"
RUNNING = "() => document.getAnimations().filter(one => one.playState === 'running').length"


@pytest.fixture
def opened(chromium: Browser, record: Record, still_file: Path, system: System) -> Iterator[Opener]:
    all_of_them = []

    def go(code: str = "panel=predict", **context: object) -> Still:
        still = Still(chromium, record, still_file, system, is_map=False, **context)
        all_of_them.append(still)
        still.show(code)
        still.explorer.scroll_into_view_if_needed()
        return still

    yield go
    for still in all_of_them:
        still.close()


def middle(still: Still, node: str) -> tuple[float, float]:
    box = still.shape(node).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def lift(still: Still, socket: str = "said_worsening_receptor") -> None:
    x, y = middle(still, socket)
    still.page.mouse.move(x, y)
    still.page.mouse.down()
    still.page.mouse.move(x + 30, y + 10, steps=3)
    expect(still.explorer.locator(".lifted")).to_have_count(1)


def over(still: Still, receptor: str) -> None:
    x, y = middle(still, receptor)
    still.page.mouse.move(x, y + 10, steps=4)
    expect(still.explorer.locator(".reach")).to_have_count(1)


def expect_rest(still: Still) -> None:
    """Nothing is held and nothing was put down: each socket is where it was, and empty."""
    expect(still.explorer.locator(".lifted, .reach, .away")).to_have_count(0)
    expect(still.explorer.locator("svg.guessing")).to_have_count(0)
    expect(still.shape("said_worsening_receptor")).to_be_visible()


def test_a_sealed_picture_has_no_key_and_its_file_is_the_first_picture(opened: Opener) -> None:
    """What counts findings is not even there unseen, and whoever asks for the picture gets it."""
    still = opened()
    expect(still.explorer.locator(".key li")).to_have_count(0)
    assert still.explorer.locator(".stage svg").first.is_visible()
    still.show("")
    expect(still.explorer.locator(".key li").first).to_be_visible()


def expect_told(still: Still, receptor: str) -> None:
    expect(still.explorer.locator(".headline")).to_have_text(ANSWER)
    expect_rest(still)
    expect(still.explorer.locator(".guess")).to_have_count(0 if receptor == "nobody" else 1)
    expect(still.page.locator(MARKS).first).to_be_visible()
    still.page.wait_for_function(f"!({RUNNING})()")


def test_a_socket_is_dragged_slides_back_and_the_picture_opens(opened: Opener) -> None:
    still = opened()
    expect(still.explorer.locator(".headline")).to_have_text(PROMPT)
    expect(still.page.locator(MARKS)).to_have_count(0)
    lift(still)
    over(still, "kappa")
    expect(still.explorer.locator(".spoken")).to_contain_text("kappa")
    still.page.mouse.up()
    expect_told(still, "kappa")
    expect(still.explorer.locator(".numbers")).to_contain_text("Your guess, kappa")
    assert still.now.panel == "predict"
    still.button("Guess anew").click()
    expect(still.page.locator(MARKS)).to_have_count(0)


def test_it_is_done_on_the_open_picture_too(opened: Opener) -> None:
    still = opened("")
    marks = still.page.locator(MARKS).count()
    lift(still)
    over(still, "nop")
    still.page.mouse.up()
    expect_told(still, "nop")
    expect(still.page.locator(MARKS)).to_have_count(marks)
    assert still.now.code == ""


def test_a_finger_does_it(opened: Opener) -> None:
    still = opened(viewport={"width": 1100, "height": 900}, has_touch=True)
    touch = still.context.new_cdp_session(still.page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        where = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": where})

    start, end = middle(still, "said_worsening_receptor"), middle(still, "mu")
    before = still.page.evaluate("scrollY")
    send("touchStart", start)
    for part in (0.1, 0.4, 0.7, 1):
        send("touchMove", tuple(a + part * (b - a) for a, b in zip(start, end, strict=True)))  # type: ignore[arg-type]
    expect(still.explorer.locator(".reach")).to_have_count(1)
    assert still.page.evaluate("scrollY") == before
    send("touchEnd")
    expect_told(still, "mu")
    still.button("Guess anew").click()
    start = middle(still, "said_worsening_receptor")
    send("touchStart", start)
    send("touchMove", (start[0] + 60, start[1]))
    send("touchStart", (start[0] + 60, start[1]), (start[0] + 200, start[1]))  # a second finger
    expect_rest(still)
    send("touchEnd")
    expect_rest(still)
    expect(still.explorer.locator(".headline")).to_have_text(PROMPT)


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


class Thumb:
    """A thumb on a phone: it comes down, moves in a few steps, and leaves."""

    def __init__(self, still: Still) -> None:
        self._touch = still.context.new_cdp_session(still.page)

    def send(self, kind: str, *points: tuple[float, float]) -> None:
        where = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)]
        self._touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": where})

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.send("touchStart", start)
        for part in (0.2, 0.5, 0.8, 1):
            self.send(
                "touchMove",
                (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])),
            )


@pytest.mark.parametrize("receptor", ["mu", "delta", "kappa", "nop"])
def test_on_a_phone_a_thumb_reaches_every_receptor(opened: Opener, receptor: str) -> None:
    still = opened(**PHONE)
    boxes = [
        still.shape(node).bounding_box()
        for node in ("said_worsening_receptor", "mu", "delta", "kappa", "nop")
    ]
    # Sockets and receptors are in one sight, with the question, before anything is moved.
    assert all(box and box["y"] >= 0 and box["y"] + box["height"] <= 844 for box in boxes)
    expect(still.explorer.locator(".headline")).to_be_in_viewport(ratio=1)
    thumb = Thumb(still)
    before = still.page.evaluate("scrollY")
    thumb.drag(middle(still, "said_worsening_receptor"), middle(still, receptor))
    expect(still.explorer.locator(".reach")).to_have_count(1)
    assert still.page.evaluate("scrollY") == before
    thumb.send("touchEnd")
    expect_told(still, receptor)
    assert still.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_thumb_that_trembles_puts_nothing(opened: Opener) -> None:
    still = opened(**PHONE)
    x, y = middle(still, "said_worsening_receptor")
    thumb = Thumb(still)
    thumb.drag((x, y), (x + 9, y + 7))
    thumb.send("touchEnd")
    expect_rest(still)
    expect(still.explorer.locator(".headline")).to_have_text(PROMPT)


@pytest.mark.parametrize("how", ["second finger", "turned", "lost kernel", "left for another app"])
def test_on_a_phone_what_breaks_off_ends_in_a_true_state(opened: Opener, how: str) -> None:
    still = opened(**PHONE)
    thumb = Thumb(still)
    start, end = middle(still, "said_worsening_receptor"), middle(still, "delta")
    thumb.drag(start, end)
    expect(still.explorer.locator(".reach")).to_have_count(1)
    if how == "second finger":
        thumb.send("touchStart", end, (end[0] + 80, end[1] + 10))
    elif how == "turned":
        still.page.set_viewport_size({"width": 844, "height": 390})
    elif how == "lost kernel":
        still.page.evaluate("lose()")
    else:
        thumb.send("touchCancel")
    if how == "lost kernel":  # the page lives without it: what is put now is told
        thumb.send("touchEnd")
        expect_told(still, "delta")
        expect(still.explorer.locator(".lost")).not_to_be_empty()
        return
    expect_rest(still)
    if how != "left for another app":
        thumb.send("touchEnd")
    expect_rest(still)
    expect(still.explorer.locator(".headline")).to_have_text(PROMPT)
    expect(still.page.locator(MARKS)).to_have_count(0)


def test_two_taps_do_it(opened: Opener) -> None:
    still = opened(viewport={"width": 1100, "height": 900}, has_touch=True)
    still.shape("said_improving_receptor").tap()
    expect(still.explorer.locator(".lifted")).to_have_count(1)
    still.shape("delta").tap()
    expect_told(still, "delta")


def test_the_keyboard_does_it_alone(opened: Opener) -> None:
    still = opened()
    still.shape("said_worsening_receptor").focus()
    still.page.keyboard.press("Enter")
    expect(still.explorer.locator(".reach")).to_have_count(1)
    spoken = still.explorer.locator(".spoken")
    expect(spoken).to_have_text("Over the mu receptor.")
    still.page.keyboard.press("ArrowRight")
    expect(spoken).to_have_text("Over the delta receptor.")
    still.page.keyboard.press("ArrowLeft")
    still.page.keyboard.press("ArrowLeft")
    expect(spoken).to_have_text("Over the NOP receptor.")
    still.page.keyboard.press("Enter")
    expect_told(still, "nop")
    assert still.now.panel == "predict"


def test_a_key_held_down_puts_nothing(opened: Opener) -> None:
    still = opened()
    still.shape("said_worsening_receptor").focus()
    still.page.keyboard.down("Enter")
    for _ in range(20):
        still.page.keyboard.down("Enter")  # as often as a key that is held repeats itself
    expect(still.explorer.locator(".lifted")).to_have_count(1)
    still.page.keyboard.up("Enter")
    still.page.keyboard.press("Escape")
    expect_rest(still)
    expect(still.explorer.locator(".spoken")).to_contain_text("Taken back")
    expect(still.explorer.locator(".headline")).to_have_text(PROMPT)
    assert still.now.panel == "predict"


@pytest.mark.parametrize("name", ["mu", "kappa", "nobody can tell"])
def test_a_name_in_a_row_does_it(opened: Opener, name: str) -> None:
    still = opened()
    still.panel.get_by_role("button", name=name, exact=True).focus()
    still.page.keyboard.press("Enter")
    expect_told(still, "nobody" if name.startswith("nobody") else name)
    chosen = still.panel.get_by_role("button", name=name, exact=True)
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_focused()
    still.panel.get_by_text("What you guessed so far (1)").click()
    expect(still.panel.locator("pre")).to_contain_text(name)


@pytest.mark.parametrize("how", ["elsewhere", "resize", "escape", "blur", "another state"])
def test_what_breaks_off_ends_where_it_began(opened: Opener, how: str) -> None:
    still = opened()
    lift(still)
    if how == "resize":
        over(still, "mu")
        still.page.set_viewport_size({"width": 700, "height": 800})
    elif how == "another state":
        over(still, "mu")
        still.show("panel=predict&people=people")
    elif how == "escape":
        still.page.keyboard.press("Escape")
    elif how == "blur":
        still.page.mouse.click(5, 5, button="right")
        still.page.keyboard.press("Escape")
    if how == "elsewhere":
        still.page.mouse.move(*middle(still, "said_worsening_receptor"))
    expect(still.explorer.locator(".reach")).to_have_count(0)
    still.page.mouse.up()
    expect_rest(still)
    expect(still.explorer.locator(".headline")).to_have_text(PROMPT)
    expect(still.page.locator(MARKS)).to_have_count(0)


def test_a_resize_on_the_way_back_ends_in_what_was_guessed(opened: Opener) -> None:
    still = opened()
    lift(still)
    over(still, "kappa")
    still.page.mouse.up()
    still.page.set_viewport_size({"width": 760, "height": 800})
    expect_told(still, "kappa")


@pytest.mark.parametrize("code", ["", "focus=kappa&domain=mood&panel=predict"])
def test_motion_ends_in_the_picture_that_stands_without_it(opened: Opener, code: str) -> None:
    drawn = []
    for motion in ("no-preference", "reduce"):
        still = opened(reduced_motion=motion)
        still.panel.get_by_role("button", name="kappa", exact=True).click()
        if motion == "reduce":
            assert still.page.evaluate(RUNNING) == 0
        expect_told(still, "kappa")
        if code:
            still.show(code)
            still.guess("worse mood")
            still.button("Settle on it, then see").click()
            still.frames()
            still.page.wait_for_function(f"!({RUNNING})()")
        still.page.mouse.move(1, 1)
        still.page.evaluate("document.activeElement.blur()")
        still.frames()
        drawn.append(still.page.evaluate(DRAWN))
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("size", [(390, 844), (1366, 768)])
def test_no_barrier_before_in_and_after_it(opened: Opener, size: tuple[int, int]) -> None:
    still = opened(viewport={"width": size[0], "height": size[1]})
    still.page.add_script_tag(path=AXE)
    assert barriers(still) == []
    still.shape("said_worsening_receptor").focus()
    still.page.keyboard.press("Enter")
    assert barriers(still) == []
    still.page.keyboard.press("Enter")
    expect_told(still, "mu")
    assert barriers(still) == []


def test_before_a_guess_nothing_of_the_answer_is_in_the_page(opened: Opener) -> None:
    still = opened("focus=kappa&domain=mood&panel=predict")
    text = still.explorer.evaluate("root => root.outerHTML")
    found = next(
        one for one in still.picture_data["predictions"]["answers"]
        if [still.picture_data["nodes"][n][0] for n in one[:2]] == ["kappa", "mood"]
    )  # fmt: skip
    lines = [still.picture_data["lines"][n][0] for n in (*found[4], *found[5])]
    assert lines
    for told in (found[2], *lines):
        assert told not in text
    expect(still.page.locator(MARKS)).to_have_count(0)
