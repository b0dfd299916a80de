"""On a laptop, a large screen and a phone: nothing cut off, nothing on top of anything, all legible."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from reader import Reader

SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080), "390x844": (390, 844)}

# Faults in how the picture's words stand, now. A text's box is taller than its letters, so a fifth
# of its height may be shared with a neighbour before letters touch.
FAULTS = """picture => {
  const visible = one => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const box = one => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const letters = one => {
    const all = box(one);
    const share = (all.bottom - all.top) * 0.18;
    return { left: all.left + 0.5, right: all.right - 0.5, top: all.top + share, bottom: all.bottom - share };
  };
  const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const owner = one => one.closest('.node') ?? one.closest('.pills > g') ?? one.closest('.legend > g') ?? one;
  const said = one => {
    const node = one.closest('.node, .pills, .legend, .band');
    const words = one.textContent.trim() || one.closest('.node')?.dataset.id || one.parentNode.textContent;
    return `${node?.classList[0] ?? one.getAttribute('class')} "${words}"`;
  };
  const texts = [...picture.querySelectorAll('text')].filter(t => t.textContent.trim() && visible(t))
    .map(one => ({ one, owner: owner(one), letters: letters(one), box: box(one) }));
  const solids = [...picture.querySelectorAll('.node .shape, .node .mark, .pills rect, .legend path')]
    .filter(visible).map(one => ({ one, owner: owner(one), box: box(one) }));
  const frame = box(picture);
  const faults = { overlap: [], covered: [], cut: [] };
  const isPill = one => one.closest('.pills') !== null;
  const isGhost = one => one.closest('.node') && getComputedStyle(one.closest('.node')).opacity < 0.5;
  const isOver = (a, b) => b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING;
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
      if (a.owner !== b.owner && touch(a.letters, b.letters)) faults.overlap.push(`${said(a.one)} and ${said(b.one)}`);
    }
    for (const b of solids) {
      // A pill brings its own ground: it hides what it lies on, and is legible itself.
      const isHarmless = isPill(a.one) ? isOver(a.one, b.one) : isPill(b.one) && isGhost(a.one);
      if (a.owner !== b.owner && !isHarmless && touch(a.letters, b.box)) faults.covered.push(`${said(a.one)} by ${said(b.one)}`);
    }
    const shape = a.owner.querySelector?.(':scope > .shape');
    const room = shape ? box(shape) : frame;
    if (a.box.left < room.left - 1 || a.box.right > room.right + 1
        || a.letters.top < room.top || a.letters.bottom > room.bottom) faults.cut.push(said(a.one));
  });
  // What lies outside of the picture's frame is not drawn.
  for (const one of picture.querySelectorAll('.pills rect, [aria-pressed="true"] > .ring')) {
    const { left, right, top, bottom } = box(one);
    if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1) {
      faults.cut.push(said(one));
    }
  }
  return faults;
}"""

# The same faults in many states: each node in both voices, and every seventh in one voice, each
# fault with the first state in which it was met.
ALL_FAULTS = f"""async (picture, step) => {{
  const find = {FAULTS};
  const frame = () => new Promise(requestAnimationFrame);
  const lists = Object.fromEntries([...document.querySelectorAll('select')]
    .filter(list => list.labels[0]).map(list => [list.labels[0].textContent, list]));
  const choose = (list, place) => {{
    list.selectedIndex = place;
    list.dispatchEvent(new Event('change', {{ bubbles: true }}));
  }};
  const met = {{ overlap: {{}}, covered: {{}}, cut: {{}} }};
  for (let lens = 0; lens < lists.Lens.options.length; lens++) {{
    choose(lists.Lens, lens);
    for (let focus = 0; focus < lists.Focus.options.length; focus += lens ? 7 : step) {{
      choose(lists.Focus, focus);
      await frame();
      for (const [kind, found] of Object.entries(find(picture))) {{
        for (const fault of found) {{
          met[kind][fault] ??= {{ times: 0, first: `${{lists.Lens.value}}, ${{lists.Focus.value}}` }};
          met[kind][fault].times += 1;
        }}
      }}
    }}
  }}
  choose(lists.Focus, 0);
  choose(lists.Lens, 0);
  return met;
}}"""

# Signs such as ▲ are shapes that happen to be letters.
SMALLEST = """root => {
  const visible = one => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || one.closest('title, option, .sign') || !visible(one)) continue;
    const scale = one.getScreenCTM ? one.getScreenCTM().a : 1;
    sizes.push([Math.round(parseFloat(getComputedStyle(one).fontSize) * scale * 10) / 10, walker.currentNode.data.trim().slice(0, 30)]);
  }
  return sizes.sort((a, b) => a[0] - b[0]);
}"""


@pytest.fixture(scope="module", params=SIZES)
def sized_page(request: pytest.FixtureRequest, start_page: Reader) -> Iterator[Reader]:
    """The first notebook on a screen of this size; on a phone, with Lab's side bar put away."""
    resize(start_page, *SIZES[request.param])
    yield start_page
    resize(start_page, *SIZES["1366x768"])


def resize(reader: Reader, width: int, height: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    side = reader.page.locator("#jp-left-stack")
    if side.is_visible() != (width > 800):
        reader.page.keyboard.press("Control+b")
        expect(side).to_be_visible(visible=width > 800)


@pytest.fixture
def sized(sized_page: Reader) -> Reader:
    sized_page.reset()
    return sized_page


@pytest.fixture(scope="module")
def faults(sized_page: Reader) -> dict[str, list[str]]:
    """Each kind of fault, most frequent first, with the number of states and the first of them."""
    sized_page.reset()
    # The largest screen shows the laptop's picture once more, larger: a third of it will do.
    step = 3 if size_name(sized_page) == "1920x1080" else 1
    met = sized_page.explorer.locator("svg").evaluate(ALL_FAULTS, step)
    return {
        kind: [
            f"{fault}, in {seen['times']} states, as in: {seen['first']}"
            for fault, seen in sorted(found.items(), key=lambda pair: -pair[1]["times"])
        ]
        for kind, found in met.items()
    }


def told(faults: list[str]) -> str:
    return "\n  ".join([f"{len(faults)} of them:", *faults[:40]])


def size_name(reader: Reader) -> str:
    size = reader.page.viewport_size
    assert size is not None
    return f"{size['width']}x{size['height']}"


def test_no_label_overlaps_another(faults: dict[str, list[str]]) -> None:
    assert not faults["overlap"], told(faults["overlap"])


def test_no_label_is_covered_by_a_sign_or_a_shape(faults: dict[str, list[str]]) -> None:
    assert not faults["covered"], told(faults["covered"])


def test_nothing_is_cut_and_no_label_sticks_out_of_its_shape(faults: dict[str, list[str]]) -> None:
    assert not faults["cut"], told(faults["cut"])


@pytest.mark.parametrize("focus", ["", "mu", "buprenorphine", "mood"])
def test_nothing_scrolls_sideways(sized: Reader, focus: str) -> None:
    if focus:
        sized.node(focus).click()
    wide = sized.explorer.evaluate(
        """root => {
          const found = [];
          const panel = root.closest('.jp-WindowedPanel-outer') ?? root.closest('.jp-Notebook');
          const edge = panel.getBoundingClientRect().right;
          for (let one = root; one && one !== panel; one = one.parentElement) {
            if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth) found.push(one.className);
          }
          for (const one of root.querySelectorAll('*')) {
            if (one.getBoundingClientRect().right > edge + 1) found.push(one.textContent.slice(0, 40));
          }
          for (const list of root.closest('.jp-OutputArea-output').querySelectorAll('select')) {
            if (list.getBoundingClientRect().right > edge + 1) found.push(list.labels[0].textContent);
          }
          return found;
        }"""
    )
    assert not wide, told(wide)


def test_smallest_text_is_legible(sized: Reader) -> None:
    least = 11 if size_name(sized) != "390x844" else 10
    sized.node("mu").click()
    sizes = sized.explorer.evaluate(SMALLEST)
    small = dict.fromkeys(f"{size} px: {words}" for size, words in sizes if size < least)
    assert not small, told(list(small))


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("overview", {}),
        ("a buprenorphine", {"Focus": "buprenorphine (molecule from outside)"}),
        ("b anxiety", {"Lens": "The article", "Domain": "Anxiety"}),
        ("c mood", {"Focus": "Mood (side of life or health)"}),
        ("mu", {"Focus": "mu receptor (receptor)"}),
        ("article", {"Lens": "The article"}),
    ],
)
def test_picture_can_be_looked_at(sized: Reader, name: str, choices: dict[str, str]) -> None:
    """Keep what a reader sees, to be looked at: these pictures are not compared by a program."""
    for label, words in choices.items():
        sized.choose(label, words)
    sized.shoot(f"{size_name(sized)} {name}")
    sized.shoot(f"{size_name(sized)} {name} whole", whole=True)
    box = sized.explorer.locator("svg").bounding_box()
    assert box is not None
    assert box["width"] > 250
