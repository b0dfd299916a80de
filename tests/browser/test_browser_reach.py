"""All that a mouse can do can be reached by keyboard, found by name, and undone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from reader import Reader
from still import Still

from explainer.model.system import System

LAB_KEYS = ("a", "b", "x", "z", "m", "y", "1", "Shift+M")
# The focused element: whether its focus can be seen, and whether it is on screen.
FOCUS = """() => {
  const a = document.activeElement;
  const ring = a.querySelector(':scope > :is(.ring, .target)') ?? (a.matches('.shape') ? a.firstElementChild : null);
  const looks = getComputedStyle(ring ?? a);
  const box = a.getBoundingClientRect();
  return {
    name: `${a.tagName} ${a.getAttribute('aria-label') ?? a.textContent}`.slice(0, 70),
    isInside: Boolean(a.closest('.explainer')),
    isSeen: ring ? looks.stroke !== 'none' && parseFloat(looks.strokeWidth) >= 2.5
      : looks.outlineStyle !== 'none' && parseFloat(looks.outlineWidth) >= 2,
    isOnScreen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
  };
}"""
# All that a mouse can use and that Tab must therefore reach; a group of radio buttons is one stop.
REACHABLE = """root => [...root.querySelectorAll('a[href], button, select, input, summary, [tabindex]')]
  .filter(one => one.checkVisibility() && one.tabIndex >= 0 && !one.disabled)
  .filter((one, i, all) => one.type !== 'radio' || all.findIndex(other => other.name === one.name) === i)
  .length"""


@pytest.mark.parametrize(
    "code",
    [
        "",
        "focus=pdyn",
        "lens=article&domain=fear",
        "focus=kappa&also=mood",
        "focus=pnoc&panel=table",
        "focus=mood&panel=outline",
        "focus=cyprodime&panel=trace",
        "focus=cyprodime&also=ctop&panel=compare",
        "focus=kappa&domain=mood&panel=predict",
    ],
)
def test_tab_reaches_everything_on_screen_and_seen_and_leaves(pictured: Still, code: str) -> None:
    still = pictured
    still.show(code)
    still.open_filters()
    still.open_share()
    wanted = still.explorer.evaluate(REACHABLE)
    still.page.locator("a[href='#before']").focus()
    met, unseen = 0, []
    for _ in range(wanted + 10):
        still.page.keyboard.press("Tab")
        now = still.page.evaluate(FOCUS)
        if not now["isInside"]:
            break
        met += 1
        if not now["isSeen"] or not now["isOnScreen"]:
            unseen.append(now)
    assert still.focused() == "A After it", "Tab does not lead through the Explorer and out of it"
    assert unseen == []
    assert met == wanted


def test_shift_and_tab_go_back_the_same_way(still: Still) -> None:
    still.search.focus()
    way, back = [], []
    for _ in range(6):
        way.append(still.focused())
        still.page.keyboard.press("Tab")
    for _ in range(6):
        still.page.keyboard.press("Shift+Tab")
        back.append(still.focused())
    assert back == way[::-1]


def test_every_node_of_the_narrow_form_can_be_reached_with_arrow_keys(still: Still) -> None:
    still.page.set_viewport_size({"width": 390, "height": 768})
    expect(still.picture).to_have_class("narrow")
    missed = still.picture.evaluate(
        """picture => {
          const nodes = [...picture.querySelectorAll('.node')];
          const seen = new Set([nodes.find(node => node.tabIndex === 0)]);
          for (const node of seen) {
            for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
              node.focus();
              node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              seen.add(document.activeElement);
            }
          }
          return nodes.filter(node => !seen.has(node)).map(node => node.dataset.id);
        }"""
    )
    still.page.set_viewport_size({"width": 1366, "height": 768})
    expect(still.picture).to_have_class("wide")
    assert missed == []


def test_escape_clears_filters_from_wherever_the_keyboard_is(still: Still) -> None:
    still.open_filters()
    for words in ("Origin", "Domain", "Evidence"):
        still.control(words).focus()
        still.page.keyboard.press("ArrowDown")
    assert len(still.now.filters) == 3
    still.page.keyboard.press("Escape")
    assert still.now.code == ""
    assert still.chosen("Domain") == "Any domain"


def test_undo_in_a_field_undoes_the_writing_alone(still: Still) -> None:
    still.node("mu").click()
    still.search.focus()
    still.page.keyboard.type("kap")
    still.page.keyboard.press("Control+z")
    assert still.now.focus == "mu"
    assert still.search.input_value() != "kap"


@pytest.mark.parametrize("panel", ["trace", "compare", "predict"])
def test_the_keyboard_stays_on_a_list_that_changes_the_view(still: Still, panel: str) -> None:
    still.show(f"focus=kappa&domain=mood&panel={panel}")
    before = still.now
    still.panel.locator("select").first.focus()
    for _ in range(2):
        still.page.keyboard.press("ArrowDown")
    assert still.now != before
    assert still.page.evaluate("document.activeElement.tagName") == "SELECT"


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("MOR", "mu"), ("MOP", "mu"), ("OPRM1", "mu"), ("mu", "mu"), ("kop", "kappa"),
        ("Vicodin", "said_vicodin"), ("Suboxone", "buprenorphine"), ("Heroin", "heroin"),
        ("diamorphine", "heroin"), ("β-endorphin", "beta_endorphin"),
        ("beta endorphin", "beta_endorphin"), ("anxiety", "anxiety"), ("N/OFQ", "nociceptin"),
        ("MORPHINE", "morphine"),
    ],
)  # fmt: skip
def test_things_are_found_by_any_of_their_names(still: Still, typed: str, node: str) -> None:
    still.search.fill(typed)
    still.search.press("Enter")
    assert still.now.focus == node


def test_a_chosen_thing_is_where_the_walk_goes_on(still: Still) -> None:
    still.search.fill("kappa")
    still.search.press("Enter")
    still.tab_to("a.matches('.explainer .node')")
    assert still.focused() == "kappa"
    still.page.keyboard.press("Escape")
    assert still.focused() == "kappa"


def test_undo_in_the_explorer_is_not_labs(reader: Reader) -> None:
    before = reader.cells()["cells"]
    reader.node("kappa").click()
    reader.page.keyboard.press("Control+z")
    assert reader.pressed == ""
    reader.page.keyboard.press("Shift+Control+Z")
    assert reader.pressed == "kappa"
    assert reader.cells()["cells"] == before


@pytest.mark.parametrize("place", [".panel", "[role=tab][tabindex='0']"])
def test_no_letter_reaches_lab_from_what_only_scrolls_or_was_drawn_anew(
    reader: Reader, place: str
) -> None:
    reader.page.set_viewport_size({"width": 480, "height": 768})
    reader.node("kappa").press("Enter")
    reader.frames()
    before = reader.cells()["cells"]
    reader.explorer.locator(place).focus()
    expect(reader.explorer.locator(place)).to_be_focused()
    fired = []
    for key in LAB_KEYS:
        reader.page.keyboard.press(key)
        if reader.cells()["cells"] != before:
            fired.append(key)
            break
    reader.page.set_viewport_size({"width": 1366, "height": 768})
    assert fired == []


def test_a_card_links_to_other_databases_and_asks_none_of_them(
    pictured: Still, system: System
) -> None:
    still = pictured
    asked: list[str] = []
    still.page.on("request", lambda request: asked.append(request.url))
    still.show("focus=morphine")
    still.card.locator("details.facts > summary").click()
    links = still.card.locator("details.facts a")
    known = [one for one in system.identifiers_of("morphine") if one.link]
    assert links.all_text_contents() == [one.words for one in known]
    assert [link.get_attribute("href") for link in links.all()] == [one.link for one in known]
    assert {link.get_attribute("rel") for link in links.all()} == {"noopener noreferrer"}
    assert asked == []
