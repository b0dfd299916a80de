"""The Explorer by keyboard alone, and Lab's own shortcuts kept out of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect
from reader import Reader
from still import Still

IN_PICTURE = "a.matches('.explainer .node')"
RING = "node => getComputedStyle(node.querySelector('.ring')).stroke"
# Keys that JupyterLab takes in a notebook: walk, add, cut, change kind, fold, merge, run.
LAB_KEYS = ("ArrowDown", "ArrowUp", "j", "k", "a", "b", "x", "m", "y", "1", "Shift+M")
# Where the keyboard is, as kind of place and words; and whether that can be seen.
WHERE = """() => {
  const a = document.activeElement;
  if (!a.closest('.explainer')) return ['outside', '', true];
  const place = ['.node', '[role=tab]', '.bar', '.lists', '.share', '.panel', '.dangers'].find(one => a.closest(one));
  const words = a.labels?.[0]?.textContent ?? a.dataset.id ?? a.textContent.trim();
  const ring = a.querySelector('.ring');
  const looks = getComputedStyle(ring ?? a);
  const isSeen = ring ? looks.stroke !== 'none' && parseFloat(looks.strokeWidth) >= 2
    : looks.outlineStyle !== 'none' && parseFloat(looks.outlineWidth) >= 2;
  const { width, height } = a.getBoundingClientRect();
  return [place, words, isSeen && width > 0 && height > 0];
}"""


def walk(still: Still, key: str, most: int = 80) -> list[tuple[str, str]]:
    """Press Tab, or Shift and Tab, through the whole Explorer; every place met must be seen."""
    met: list[tuple[str, str]] = []
    for _ in range(most):
        still.page.keyboard.press(key)
        place, words, is_seen = still.page.evaluate(WHERE)
        if place == "outside" and met:
            return met
        if place != "outside":
            assert is_seen, f"the keyboard cannot be seen on {place} {words!r}"
            met.append((place, words))
    message = f"{most} times {key} did not lead out of the Explorer: {met[-5:]}"
    raise AssertionError(message)


def is_in(still: Still, what: str) -> bool:
    return bool(still.page.evaluate("what => !!document.activeElement.closest(what)", what))


def press(still: Still, *keys: str) -> None:
    for key in keys:
        still.page.keyboard.press(key)


def middle(still: Still, node: str) -> tuple[float, float]:
    box = still.node(node).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_tab_meets_every_control_in_order_and_is_seen(still: Still) -> None:
    still.show("focus=adl5859&panel=table")
    still.open_filters()
    still.open_share()
    still.page.evaluate("document.activeElement.blur()")
    still.page.locator("h1").click()
    met = walk(still, "Tab")
    places = list(dict.fromkeys(place for place, _ in met))
    order = [".bar", ".lists", ".share", ".dangers", ".node", "[role=tab]", ".panel"]
    assert places == [place for place in order if place in places]
    assert set(order) == set(places), "places that Tab did not meet"
    words = [words for _, words in met]
    assert words[:4] == ["Find", "Both", "The article", "Sources"]
    for control in ("Receptor", "Domain", "Evidence", "Show all", "Share", "Copy code", "SVG"):
        assert control in words
    assert [words for place, words in met if place == ".node"] == ["adl5859"]
    assert [words for place, words in met if place == "[role=tab]"] == ["Table"]


@pytest.mark.parametrize("panel", ["card", "outline", "trace", "compare", "predict"])
def test_tab_comes_through_each_panel_and_back(still: Still, panel: str) -> None:
    beside = "&also=fentanyl" if panel == "compare" else ""
    still.show(f"focus=morphine{beside}&panel={panel}")
    still.page.locator("h1").click()
    there = walk(still, "Tab", most=200)
    still.page.locator(".explainer .foot").click()
    back = walk(still, "Shift+Tab", most=200)
    assert sorted(back) == sorted(there)
    assert any(place == ".panel" for place, _ in there)


@pytest.mark.parametrize(
    ("key", "axis", "sign"),
    [("ArrowRight", 0, 1), ("ArrowLeft", 0, -1), ("ArrowDown", 1, 1), ("ArrowUp", 1, -1)],
)
def test_arrow_keys_move_the_ring(still: Still, key: str, axis: int, sign: int) -> None:
    still.node("delta").focus()
    press(still, key)
    now = still.focused()
    assert now != "delta"
    assert sign * (middle(still, now)[axis] - middle(still, "delta")[axis]) > 0
    assert still.node(now).evaluate(RING) != "none"
    assert still.node("delta").evaluate(RING) == "none"
    assert still.now.focus == "", "walking chooses nothing"


def test_every_node_can_be_reached_with_the_arrow_keys(still: Still) -> None:
    reached = still.picture.evaluate(
        """picture => {
          const nodes = [...picture.querySelectorAll('.node')];
          const press = key => document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          const seen = new Set([nodes.find(node => node.tabIndex === 0)]);
          for (const node of seen) {
            for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
              node.focus();
              press(key);
              seen.add(document.activeElement);
            }
          }
          return nodes.filter(node => !seen.has(node)).map(node => node.dataset.id);
        }"""
    )
    assert reached == []


def test_enter_chooses_shift_enter_the_pair_and_escape_shows_all(still: Still) -> None:
    still.node("kappa").focus()
    press(still, "Enter")
    assert still.now.focus == "kappa"
    assert still.focused() == "kappa"
    still.walk_to("mood")
    press(still, "Shift+Enter")
    assert (still.now.focus, still.now.also) == ("kappa", ("mood",))
    assert still.lit == {"kappa", "mood"}
    press(still, "Escape")
    assert still.now.code == ""
    press(still, "Space")
    assert still.now.focus == "mood"


def test_undo_and_redo_by_key(still: Still) -> None:
    still.node("kappa").focus()
    press(still, "Enter")
    still.tab("Table").click()
    press(still, "Control+z")
    assert still.now.code == "focus=kappa"
    press(still, "Control+z")
    assert still.now.code == ""
    press(still, "Control+Shift+z", "Control+Shift+z")
    assert still.now.code == "focus=kappa&panel=table"
    press(still, "Control+z", "Control+y")
    assert still.now.code == "focus=kappa&panel=table"


def test_a_button_that_can_do_no_more_hands_the_keyboard_on(still: Still) -> None:
    still.node("kappa").click()
    still.button("Show all").focus()
    press(still, "Enter")
    assert still.now.code == ""
    assert is_in(still, ".bar"), still.focused()


def test_tabs_are_walked_by_arrows(still: Still) -> None:
    still.tab("Card").focus()
    met = []
    for _ in range(6):
        press(still, "ArrowRight")
        met.append(still.now.panel)
        assert still.focused() == f"BUTTON {met[-1].capitalize()}"
    assert met == ["table", "outline", "trace", "compare", "predict", "card"]
    press(still, "ArrowLeft")
    assert still.now.panel == "predict"


def test_the_outline_is_walked_by_keys(still: Still) -> None:
    still.show("focus=mood&panel=outline")
    items = still.panel.get_by_role("treeitem")
    items.first.focus()
    at = "() => [...document.querySelectorAll('[role=treeitem]')].indexOf(document.activeElement)"
    press(still, "ArrowDown", "ArrowDown")
    assert still.page.evaluate(at) == 2
    press(still, "ArrowUp")
    assert still.page.evaluate(at) == 1
    press(still, "End")
    assert still.page.evaluate(at) == items.count() - 1
    press(still, "Home")
    assert still.page.evaluate(at) == 0
    press(still, "ArrowLeft")
    expect(items.first).to_have_attribute("aria-expanded", "false")
    expect(items.first).to_be_focused()
    press(still, "ArrowRight")
    expect(items.first).to_have_attribute("aria-expanded", "true")
    press(still, "ArrowRight", "Enter")
    assert still.now.focus not in ("", "mood")
    assert is_in(still, ".panel"), still.focused()


def test_the_field_suggests_and_is_walked_by_keys(still: Still) -> None:
    still.search.fill("morph")
    options = still.explorer.locator(".search [role=option]")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    press(still, "ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    active = still.search.get_attribute("aria-activedescendant")
    assert active == options.nth(1).get_attribute("id")
    press(still, "Escape")
    expect(options.first).to_be_hidden()
    assert still.now.code == ""
    still.search.fill("morphine")
    press(still, "Enter")
    assert still.now.focus == "morphine"
    expect(still.search).to_be_focused()


def test_sorting_keeps_the_keyboard_on_the_heading(still: Still) -> None:
    still.show("focus=kappa&panel=table")
    heading = still.panel.get_by_role("button", name="Evidence")
    heading.focus()
    for way in ("ascending", "descending"):
        press(still, "Enter")
        expect(still.panel.get_by_role("columnheader").nth(4)).to_have_attribute("aria-sort", way)
        expect(heading).to_be_focused()


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("focus=kappa&also=mood", ".joined button"),
        ("focus=morphine&panel=trace", ".joined button"),
        ("focus=mood&panel=outline", "[role=treeitem] [role=treeitem]"),
        ("focus=kappa&domain=mood&panel=predict", "button"),
    ],
)
def test_the_keyboard_stays_in_the_panel_when_it_is_drawn_again(
    still: Still, code: str, what: str
) -> None:
    still.show(code)
    still.unfold()
    if still.panel.get_by_label("better mood", exact=True).count():
        still.guess("better mood")
    still.panel.locator(what).locator("visible=true").first.focus()
    before = still.panel.inner_text()
    press(still, "Enter")
    still.frames()
    assert still.panel.inner_text() != before
    assert is_in(still, ".panel"), still.focused()


def test_letters_in_a_list_choose_from_it(still: Still) -> None:
    still.open_filters()
    still.control("Receptor").focus()
    press(still, "k")
    assert still.now.receptor == "kappa"
    press(still, "ArrowUp")
    assert still.now.receptor == "delta"


def place_of(reader: Reader, place: str) -> Locator:
    return reader.explorer.locator(place).locator("visible=true").first


@pytest.mark.parametrize(
    "place",
    ["select", ".node[tabindex='0']", "[role=tab]", ".bar button", ".panel summary", ".panel a"],
)
def test_no_shortcut_of_lab_fires_inside_the_explorer(reader: Reader, place: str) -> None:
    reader.node("buprenorphine").click()
    reader.expect_chosen("buprenorphine")
    reader.unfold()
    reader.open_filters()
    reader.enter_by_keyboard()
    before = reader.cells()
    assert before["mode"] == "command"
    place_of(reader, place).focus()
    for key in LAB_KEYS:
        reader.page.keyboard.press(key)
        assert reader.cells() == before, f"{key} did something to the notebook"


def test_no_shortcut_of_lab_fires_in_the_table_and_the_outline(reader: Reader) -> None:
    reader.node("mood").click()
    reader.enter_by_keyboard()
    before = reader.cells()
    for tab, place in (("Table", ".scroll"), ("Outline", "[role=treeitem]")):
        reader.tab(tab).click()
        place_of(reader, place).focus()
        for key in LAB_KEYS:
            reader.page.keyboard.press(key)
            assert reader.cells()["cells"] == before["cells"], f"{key} in {tab}"
