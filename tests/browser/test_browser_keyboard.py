"""The Explorer by keyboard alone, and Lab's own shortcuts kept out of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from reader import CONTROLS, Reader

IN_PICTURE = "a.matches('.explainer .node')"
RING = "node => getComputedStyle(node.querySelector('.ring')).stroke"
# Keys that JupyterLab takes in a notebook: walk, add, cut, change kind, fold, merge, run.
LAB_KEYS = ("ArrowDown", "ArrowUp", "j", "k", "a", "b", "x", "m", "y", "1", "Shift+M")


def middle(reader: Reader, node: str) -> tuple[float, float]:
    box = reader.node(node).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_tab_goes_through_the_controls_into_the_picture(reader: Reader) -> None:
    reader.enter_by_keyboard()
    met = []
    reader.tab_to("a.matches('select')")
    for _ in CONTROLS:
        met.append(reader.page.evaluate("document.activeElement.labels[0].textContent"))
        reader.page.keyboard.press("Tab")
    assert tuple(met) == CONTROLS
    assert reader.page.evaluate(f"(a => {IN_PICTURE})(document.activeElement)"), reader.focused()


def test_one_tab_leaves_the_picture(reader: Reader) -> None:
    reader.enter_by_keyboard()
    reader.tab_to(IN_PICTURE)
    reader.page.keyboard.press("Tab")
    assert not reader.page.evaluate(f"(a => {IN_PICTURE})(document.activeElement)")


@pytest.mark.parametrize(
    ("key", "axis", "sign"),
    [("ArrowRight", 0, 1), ("ArrowLeft", 0, -1), ("ArrowDown", 1, 1), ("ArrowUp", 1, -1)],
)
def test_arrow_keys_move_the_ring(reader: Reader, key: str, axis: int, sign: int) -> None:
    before = reader.cells()
    reader.node("delta").click()
    reader.page.mouse.move(0, 0)  # a ring is drawn under the mouse, too
    reader.page.keyboard.press("Escape")
    assert reader.focused() == "delta"
    reader.page.keyboard.press(key)
    now = reader.focused()
    assert now != "delta"
    assert sign * (middle(reader, now)[axis] - middle(reader, "delta")[axis]) > 0
    assert reader.node(now).evaluate(RING) != "none"
    assert reader.node("delta").evaluate(RING) == "none"
    assert reader.cells()["cells"] == before["cells"]


def test_arrow_keys_go_on_from_where_a_screen_reader_put_the_focus(reader: Reader) -> None:
    reader.node("mood").focus()
    reader.page.keyboard.press("ArrowRight")
    assert reader.focused() == "anxiety"


def test_every_node_can_be_reached_with_the_arrow_keys(reader: Reader) -> None:
    reached = reader.explorer.locator("svg").evaluate(
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


def test_enter_opens_the_card_and_escape_lets_go(reader: Reader) -> None:
    before = reader.cells()
    reader.enter_by_keyboard()
    mode = reader.cells()["mode"]
    reader.tab_to(IN_PICTURE)
    reader.page.keyboard.press("ArrowDown")
    node = reader.focused()
    reader.page.keyboard.press("Enter")
    expect(reader.node(node)).to_have_attribute("aria-pressed", "true")
    expect(reader.card.get_by_role("heading", level=3)).to_be_visible()
    assert reader.focused() == node
    reader.page.keyboard.press("Escape")
    expect(reader.node(node)).to_have_attribute("aria-pressed", "false")
    expect(reader.card.get_by_role("heading", level=3)).to_have_count(0)
    reader.page.keyboard.press("Space")
    expect(reader.node(node)).to_have_attribute("aria-pressed", "true")
    after = reader.cells()
    assert after["cells"] == before["cells"]
    assert after["mode"] == mode == "command"


def test_control_changes_by_arrow_key_and_by_letter(reader: Reader) -> None:
    reader.enter_by_keyboard()
    reader.tab_to("a.matches('select') && a.labels[0].textContent === 'Lens'")
    reader.page.keyboard.press("ArrowDown")
    assert reader.chosen("Lens") == "The article"
    reader.page.keyboard.press("p")
    assert reader.chosen("Lens") == "Pharmacology sources"


def test_walk_goes_on_from_what_the_focus_list_chose(reader: Reader) -> None:
    reader.choose("Focus", "kappa receptor (receptor)")
    reader.control("Origin").focus()
    reader.page.keyboard.press("Tab")
    assert reader.focused() == "kappa"


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("select", id="control"),
        pytest.param(".explainer .node[tabindex='0']", id="node"),
        pytest.param(".explainer summary", id="summary"),
        pytest.param(".explainer .card button", id="button"),
        pytest.param(".explainer .card a", id="link"),
    ],
)
def test_no_shortcut_of_lab_fires_inside_the_explorer(reader: Reader, place: str) -> None:
    reader.node("buprenorphine").click()
    expect(reader.card.get_by_role("heading", level=3)).to_be_visible()
    reader.enter_by_keyboard()
    before = reader.cells()
    reader.page.locator(f".jp-Cell:has(.explainer) {place}").locator("visible=true").first.focus()
    fired = []
    for key in LAB_KEYS:
        reader.page.keyboard.press(key)
        if reader.cells() != before:
            fired.append(key)
            break
    assert fired == []


def test_keyboard_stays_in_the_explorer_when_a_neighbour_is_chosen_in_the_card(
    reader: Reader,
) -> None:
    reader.node("pdyn").click()
    reader.enter_by_keyboard()
    reader.tab_to("a.matches('.explainer .card button')", most=100)
    reader.page.keyboard.press("Enter")
    expect(reader.node("pdyn")).to_have_attribute("aria-pressed", "false")
    assert reader.page.evaluate("document.activeElement.closest('.explainer') !== null"), (
        reader.focused()
    )


def test_no_shortcut_of_lab_fires_in_a_second_view(reader: Reader) -> None:
    reader.ask("explorer")
    try:
        lens = reader.page.locator(".jp-Cell").last.get_by_label("Lens", exact=True)
        reader.page.locator(".jp-Cell").last.locator(".jp-InputPrompt").first.click()
        before = reader.cells()
        lens.focus()
        reader.page.keyboard.press("ArrowDown")
        expect(lens).to_have_value("The article")
        reader.page.keyboard.press("b")
        assert reader.cells() == before
    finally:
        reader.ask("0")


def test_enter_folds_and_unfolds_a_part_of_the_card(reader: Reader) -> None:
    reader.node("buprenorphine").click()
    part = reader.card.locator("details").first
    expect(part).to_have_attribute("open", "")
    before = reader.cells()
    reader.enter_by_keyboard()
    part.locator("summary").focus()
    reader.page.keyboard.press("Enter")
    expect(part).not_to_have_attribute("open", "")
    reader.page.keyboard.press("Space")
    expect(part).to_have_attribute("open", "")
    assert reader.cells()["cells"] == before["cells"]
