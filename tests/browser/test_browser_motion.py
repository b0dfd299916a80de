"""Motion: marks go to their new places, and whatever comes in between, the end is the still picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from record import Record
from still import Still

from explainer.model.system import System

STEPS = (
    "focus=kappa", "", "focus=anxiety", "focus=buprenorphine", "people=people&focus=mu",
    "people=people", "lens=article", "focus=mood", "panel=predict", "view=map", "focus=nop", "",
)  # fmt: skip
ROOT = "document.querySelector('svg.sockets:not(.inline)')"
MOVING = f"{ROOT}.getAnimations({{ subtree: true }})"
PICTURE = f"{ROOT}.outerHTML"
# From now on, what begins to move stands at this moment of its movement, in milliseconds.
FREEZE = """moment => {
  window.unfrozen ??= Element.prototype.animate;
  Element.prototype.animate = function (...all) {
    const one = window.unfrozen.apply(this, all);
    one.pause();
    one.currentTime = moment;
    return one;
  };
}"""
THAW = f"() => {{ Element.prototype.animate = window.unfrozen; for (const one of {MOVING}) one.play(); }}"
PLACES = f"""() => Object.fromEntries([...{ROOT}.querySelectorAll('.marks .mark')].map(one => {{
  const {{ x, y, width, height }} = one.getBoundingClientRect();
  return [one.dataset.finding, [x + width / 2, y + height / 2]];
}}))"""
Places = dict[str, list[float]]
Opener = Callable[..., Still]


@pytest.fixture
def opened(chromium: Browser, record: Record, still_file: Path, system: System) -> Iterator[Opener]:
    all_of_them = []

    def go(motion: str = "no-preference", **context: object) -> Still:
        still = Still(
            chromium, record, still_file, system, is_map=False, reduced_motion=motion, **context
        )
        all_of_them.append(still)
        return still

    yield go
    for still in all_of_them:
        still.close()


@pytest.fixture
def moving(opened: Opener) -> Still:
    return opened()


@pytest.fixture
def drawn_still(opened: Opener) -> Still:
    """The same page for somebody who would rather see nothing move."""
    return opened("reduce")


def settled(still: Still) -> str:
    """The picture when nothing moves any more."""
    still.page.wait_for_function(f"!{MOVING}.length")
    still.frames()
    return str(still.page.evaluate(PICTURE))


def places(still: Still) -> Places:
    found: Places = still.page.evaluate(PLACES)
    return found


def jumps(before: Places, after: Places) -> list[str]:
    """Marks of both that do not stand in the same place of the window."""
    both = before.keys() & after.keys()
    assert both, "no mark is in both pictures"
    far = {k: max(abs(a - b) for a, b in zip(before[k], after[k], strict=True)) for k in both}
    return [k for k in both if far[k] > 1]


# What moves, and how


def test_after_every_step_the_picture_is_the_one_that_is_drawn_still(
    moving: Still, drawn_still: Still
) -> None:
    for code in STEPS:
        for still in (moving, drawn_still):
            still.show(code)
        assert settled(moving) == settled(drawn_still), code


@pytest.mark.parametrize(("start", "code"), [("", "focus=kappa"), ("focus=kappa", ""),
    ("", "focus=anxiety"), ("focus=mu", "focus=mood")])  # fmt: skip
def test_a_mark_sets_out_from_where_it_was_seen(moving: Still, start: str, code: str) -> None:
    moving.show(start)
    settled(moving)
    before = places(moving)
    moving.page.evaluate(FREEZE, 0)
    moving.show(code)
    assert jumps(before, places(moving)) == []
    moving.page.evaluate(THAW)
    settled(moving)
    assert jumps(before, places(moving)), "nothing has moved"


def test_only_place_and_opacity_move_and_no_script_has_a_hand_in_it(moving: Still) -> None:
    """What the browser's compositor moves by itself does not wait for scripts."""
    moving.page.evaluate(FREEZE, 100)
    moving.show("focus=kappa")
    told = moving.page.evaluate(
        f"""async () => {{
          const all = {MOVING};
          const names = all.flatMap(one => one.effect.getKeyframes()).flatMap(Object.keys);
          const long = all.map(one => one.effect.getComputedTiming().endTime);
          const changes = new MutationObserver(() => {{}});
          changes.observe({ROOT}, {{ subtree: true, childList: true, attributes: true }});
          for (let i = 0; i < 5; i += 1) await new Promise(requestAnimationFrame);
          return {{ names: [...new Set(names)], long: Math.max(...long), hands: changes.takeRecords().length }};
        }}"""
    )
    usual = {"offset", "computedOffset", "easing", "composite"}
    assert set(told["names"]) - usual == {"transform", "opacity"}
    assert 200 <= told["long"] <= 350
    assert told["hands"] == 0


def test_what_leaves_or_comes_cannot_be_chosen_or_reached(moving: Still) -> None:
    moving.show("focus=kappa")
    settled(moving)
    moving.page.evaluate(FREEZE, 50)
    moving.show("")
    shadows = moving.explorer.locator("svg.sockets > :is(.leaving, .come)")
    assert shadows.count() == 2
    for name in ("[role]", "[tabindex]", "[data-id]", "[data-finding]", ".mark", "[aria-label]"):
        assert shadows.locator(name).count() == 0, name
    hidden = shadows.evaluate_all("all => all.map(one => one.ariaHidden)")
    assert hidden == ["true", "true"]


@pytest.mark.parametrize("reason", ["reduced motion", "a hidden page"])
def test_who_sees_no_motion_pays_nothing_for_it(opened: Opener, reason: str) -> None:
    still = opened("reduce" if reason == "reduced motion" else "no-preference")
    if reason == "a hidden page":
        still.page.evaluate("Object.defineProperty(document, 'hidden', { get: () => true })")
    still.page.evaluate(
        """() => {
          window.asked = [];
          for (const name of ['getScreenCTM', 'animate']) {
            const before = SVGElement.prototype[name] ?? SVGGraphicsElement.prototype[name];
            SVGGraphicsElement.prototype[name] = function (...all) { asked.push(name); return before.apply(this, all); };
          }
        }"""
    )
    for code in ("focus=kappa", "", "people=people"):
        still.show(code)
        assert still.page.evaluate(f"{MOVING}.length") == 0
    assert still.page.evaluate("asked") == []


# What comes in between


def test_a_second_step_in_mid_flight_goes_on_from_where_the_marks_are(
    moving: Still, drawn_still: Still
) -> None:
    moving.page.evaluate(FREEZE, 120)
    moving.show("focus=kappa")
    # Paused movements would not count as such: they go on, as slowly as can be.
    moving.page.evaluate(
        f"for (const one of {MOVING}) {{ one.playbackRate = 0.0001; one.play(); }}"
    )
    before = places(moving)
    moving.page.evaluate(FREEZE, 0)
    moving.show("focus=anxiety")
    assert jumps(before, places(moving)) == []
    moving.page.evaluate(THAW)
    for code in ("focus=kappa", "focus=anxiety"):
        drawn_still.show(code)
    assert settled(moving) == settled(drawn_still)


def test_many_steps_in_one_flight_end_at_the_last(moving: Still, drawn_still: Still) -> None:
    for still in (moving, drawn_still):
        for code in STEPS[:-1] * 3:
            still.show(code)
            still.page.evaluate("new Promise(requestAnimationFrame)")
    assert settled(moving) == settled(drawn_still)


def test_a_window_that_changes_in_mid_flight_ends_in_the_still_picture(
    moving: Still, drawn_still: Still
) -> None:
    for still in (moving, drawn_still):
        still.show("focus=kappa")
        still.page.set_viewport_size({"width": 700, "height": 700})
        still.frames()
        still.show("")
        still.page.set_viewport_size({"width": 1366, "height": 768})
        still.page.wait_for_function(f"{ROOT}.viewBox.baseVal.width > 1000")
    assert settled(moving) == settled(drawn_still)


def test_keys_that_are_held_down_end_in_the_still_picture(
    moving: Still, drawn_still: Still
) -> None:
    ends = []
    for still in (moving, drawn_still):
        still.shapes.first.focus()
        for key in ("Enter", "ArrowRight", "Enter", "Control+z"):
            for _ in range(12):
                still.page.keyboard.down(key) if "+" not in key else still.page.keyboard.press(key)
            if "+" not in key:
                still.page.keyboard.up(key)
        ends.append((still.code, settled(still)))
    assert ends[0] == ends[1]


def test_a_kernel_that_goes_in_mid_flight_changes_nothing_of_it(
    moving: Still, drawn_still: Still
) -> None:
    for still in (moving, drawn_still):
        still.show("focus=mu")
        still.page.evaluate("lose()")
    assert settled(moving) == settled(drawn_still)


def test_two_fingers_in_mid_flight_end_in_the_still_picture(opened: Opener) -> None:
    ends = []
    for motion in ("no-preference", "reduce"):
        still = opened(motion, has_touch=True, viewport={"width": 390, "height": 844})
        session = still.context.new_cdp_session(still.page)
        still.show("focus=kappa")
        fingers = [{"x": 120, "y": 500, "id": 1}, {"x": 260, "y": 560, "id": 2}]
        moved = [{**one, "y": one["y"] + 8} for one in fingers]
        for kind, points in (("Start", fingers), ("Move", moved), ("End", [])):
            touch = {"type": f"touch{kind}", "touchPoints": points}
            session.send("Input.dispatchTouchEvent", touch)
        ends.append(settled(still))
    assert ends[0] == ends[1]


@pytest.mark.parametrize("place", [(5, 5), (1360, 760), (700, 420)])
def test_a_socket_let_go_anywhere_in_mid_flight_ends_in_the_still_picture(
    opened: Opener, place: tuple[int, int]
) -> None:
    ends = []
    for motion in ("no-preference", "reduce"):
        still = opened(motion)
        still.show("focus=kappa")
        still.show("panel=predict")
        box = still.shape("said_worsening_receptor").bounding_box()
        assert box
        still.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        still.page.mouse.down()
        still.page.mouse.move(600, 300, steps=3)
        still.page.mouse.move(*place, steps=3)
        still.page.mouse.up()
        still.page.wait_for_function(f"!{ROOT}.querySelector('.lifted')")
        ends.append(settled(still))
    assert ends[0] == ends[1]


def test_a_file_that_is_saved_in_mid_flight_holds_the_still_picture(
    moving: Still, drawn_still: Still
) -> None:
    files = []
    for still in (moving, drawn_still):
        still.button("Share").click()
        still.page.evaluate(FREEZE, 60)
        still.show("focus=kappa")
        with still.page.expect_download() as loading:
            still.button("SVG").click()
        files.append(loading.value.path().read_text(encoding="utf-8"))
    assert files[0] == files[1]
