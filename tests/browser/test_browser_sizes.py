"""On a laptop, a large screen, a phone and at twice the size: all legible, and nothing jumps."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from explored import SCREENSHOTS
from playwright.sync_api import Browser
from record import Record
from still import Still

from explainer.model.system import System

SIZES = {
    "1366x768": {"viewport": {"width": 1366, "height": 768}},
    "1920x1080": {"viewport": {"width": 1920, "height": 1080}},
    "390x844": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "zoom200": {"viewport": {"width": 683, "height": 384}, "device_scale_factor": 2},
}
# In Lab the cell's edges and prompt take their share of the page; a phone gives all of it.
WIDTHS = {"1366x768": 1190, "1920x1080": 1780}
SMALLEST = {"1366x768": 11, "1920x1080": 12, "390x844": 11, "zoom200": 11}

# Faults in how the picture's words stand. A text's box is taller than its letters, so a fifth of its
# height may be shared with a neighbour before letters touch. The sign before the article's words is
# no label: what is said there takes its place. In the overview everything is held against
# everything; in other states what is new there (signs, and the chosen node) against everything.
FAULTS = """() => {
  const picture = document.querySelector('.stage .map > svg');
  let origin; // a phone's picture scrolls in its frame
  const shape = one => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left: left - origin.left, right: right - origin.left, top: top - origin.top, bottom: bottom - origin.top };
  };
  const kept = new WeakMap(); // nodes do not move
  const NEW = '.pill, .stamps > g, .node[aria-pressed="true"]';
  const box = one => {
    if (one.closest(NEW)) return shape(one);
    const known = kept.get(one) ?? shape(one);
    if (known.right > known.left) kept.set(one, known);
    return known;
  };
  const letters = all => {
    const share = (all.bottom - all.top) * 0.18;
    return { left: all.left + 0.5, right: all.right - 0.5, top: all.top + share, bottom: all.bottom - share };
  };
  const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const said = one => {
    const node = one.closest('.node, .pills, .stamps, .legend, .band');
    const words = one.textContent.trim() || one.closest('.node')?.dataset.id || one.parentNode.textContent;
    return `${node?.classList[0] ?? one.getAttribute('class')} "${words}"`;
  };
  const stands = (one, isSign) => {
    const owner = one.closest('.node, .pill, .stamps > g') ?? one;
    const looks = getComputedStyle(owner);
    const all = box(one);
    return {
      one, owner, box: all, letters: isSign ? all : letters(all),
      isThere: looks.display !== 'none' && looks.opacity > 0 && (owner === one || one.checkVisibility()),
      isGhost: owner.matches('.node') && looks.opacity < 0.5,
      isPill: owner.matches('.pill'), isStamp: owner.matches('.stamps > g'), isNew: owner.matches(NEW),
    };
  };
  return () => {
    origin = picture.getBoundingClientRect();
    const frame = shape(picture);
    const faults = { overlap: [], covered: [], cut: [] };
    const isOverview = picture.dataset.mode === 'overview';
    const find = (what, isSign) => [...picture.querySelectorAll(what)].map(one => stands(one, isSign)).filter(one => one.isThere);
    const texts = find('text:not(.quote)', false).filter(({ one }) => one.textContent.trim());
    const solids = find('.node .shape, .node .mark, .pills rect, .stamps .cell, .legend path', true);
    texts.forEach((a, i) => {
      for (let j = i + 1; j < texts.length; j++) {
        const b = texts[j];
        if (a.owner === b.owner || !(isOverview || a.isNew || b.isNew) || !touch(a.letters, b.letters)) continue;
        // A pill brings its own ground: what has stepped back behind it need not be read.
        if (!(a.isPill && b.isGhost) && !(b.isPill && a.isGhost)) faults.overlap.push(`${said(a.one)} and ${said(b.one)}`);
      }
      for (const b of solids) {
        if (a.owner === b.owner || !(isOverview || a.isNew || b.isNew) || !touch(a.letters, b.box)) continue;
        const isOver = b.one.compareDocumentPosition(a.one) & Node.DOCUMENT_POSITION_FOLLOWING;
        const isHarmless = a.isPill ? isOver && !b.isPill : (b.isPill || b.isStamp) && a.isGhost;
        if (!isHarmless) faults.covered.push(`${said(a.one)} by ${said(b.one)}`);
      }
      if (!isOverview && !a.isNew) return;
      const own = a.owner.querySelector?.(':scope > .shape');
      const room = own ? box(own) : frame;
      if (a.box.left < room.left - 1 || a.box.right > room.right + 1
          || a.letters.top < room.top || a.letters.bottom > room.bottom) faults.cut.push(said(a.one));
    });
    // What lies outside of the picture's frame is not drawn.
    for (const one of picture.querySelectorAll('.pills rect, .stamps .cell, [aria-pressed="true"] > .ring')) {
      const { left, right, top, bottom } = shape(one);
      if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1) {
        faults.cut.push(`the sign on ${said(one)}`);
      }
    }
    return faults;
  };
}"""

# The same faults in many states, each with the first state in which it was met.
ALL_FAULTS = f"""async views => {{
  const find = ({FAULTS})();
  const panels = document.querySelector('.side');
  panels.style.display = 'none'; // laying them out takes most of the time
  const met = {{ overlap: {{}}, covered: {{}}, cut: {{}} }};
  for (const words of views) {{
    set(words);
    await null; // measuring lays the page out; it need not be drawn
    for (const [kind, found] of Object.entries(find())) {{
      for (const fault of found) {{
        met[kind][fault] ??= {{ times: 0, first: JSON.stringify(words) }};
        met[kind][fault].times += 1;
      }}
    }}
  }}
  panels.style.display = '';
  return met;
}}"""

# Signs such as ▲ are shapes that happen to be letters.
SIZES_OF_TEXT = """root => {
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
SIDEWAYS = """root => {
  const found = [];
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > edge) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const one of root.querySelectorAll('*')) {
    if (one.closest('.scroll') || !one.checkVisibility()) continue;
    if (one.getBoundingClientRect().right > edge + 1) found.push(`${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`);
  }
  return found;
}"""


@pytest.fixture(scope="module", params=SIZES)
def sized_page(
    request: pytest.FixtureRequest,
    chromium: Browser,
    record: Record,
    still_file: Path,
    system: System,
) -> Iterator[Still]:
    still = Still(chromium, record, still_file, system, **SIZES[request.param])
    still.size = request.param
    if request.param in WIDTHS:
        width = f"main {{ width: {WIDTHS[request.param]}px; margin: 0 auto; }}"
        still.page.add_style_tag(content=width)
        assert still.explorer.evaluate("one => one.clientWidth") == WIDTHS[request.param]
    yield still
    still.close()


@pytest.fixture
def sized(sized_page: Still) -> Still:
    sized_page.reset()
    return sized_page


def views(still: Still) -> list[dict[str, object]]:
    """Each node with both voices, each tenth with one; traces, comparisons, and filters."""
    first = {"lens": "both", "focus": "", "also": [], "domain": "", "receptor": "", "panel": "card"}
    nodes = still.picture_data["nodes"]
    out = [
        first | {"lens": lens, "focus": node}
        for lens in ("both", "article", "pharmacology")
        for node in ("", *(node[0] for node in nodes[:: 1 if lens == "both" else 10]))
    ]
    molecules = [node[0] for node in nodes if node[2] in ("peptide", "ligand")]
    out += [first | {"focus": node, "panel": "trace"} for node in molecules[::3]]
    out += [
        first | {"focus": one, "also": [other], "panel": "compare"}
        for one, other in zip(molecules[::6], molecules[1::6], strict=False)
    ]
    out += [first | {"domain": node[0]} for node in nodes if node[2] == "domain"]
    out += [first | {"receptor": node[0]} for node in nodes if node[2] == "receptor"]
    return out


@pytest.fixture(scope="module")
def faults(sized_page: Still) -> dict[str, list[str]]:
    """Each kind of fault, most frequent first, with the number of states and the first of them."""
    sized_page.reset()
    asked = views(sized_page)
    met = sized_page.page.evaluate(ALL_FAULTS, asked)
    return {
        kind: [
            f"{fault}, in {seen['times']} states, as in: {seen['first']}"
            for fault, seen in sorted(found.items(), key=lambda pair: -pair[1]["times"])
        ]
        for kind, found in met.items()
    }


def told(faults: list[str]) -> str:
    return "\n  ".join([f"{len(faults)} of them:", *faults[:40]])


@pytest.mark.parametrize("kind", ["overlap", "covered", "cut"])
def test_no_word_is_overlapped_covered_or_cut(faults: dict[str, list[str]], kind: str) -> None:
    assert not faults[kind], told(faults[kind])


LOOKED_AT = {
    "overview": "",
    "receptor": "focus=mu",
    "buprenorphine": "focus=buprenorphine",
    "anxiety": "focus=anxiety",
    "article": "lens=article&domain=anxiety",
    "pair": "focus=kappa&also=mood",
    "table": "focus=kappa&panel=table",
    "outline": "focus=mood&panel=outline",
    "trace": "focus=buprenorphine&panel=trace",
    "compare": "focus=morphine&also=buprenorphine,fentanyl&panel=compare",
    "predict": "focus=kappa&domain=anxiety&panel=predict",
}


@pytest.fixture(params=["map", "findings"])
def pictured(sized: Still, request: pytest.FixtureRequest) -> Iterator[Still]:
    """The page of this size at each of the two pictures."""
    sized.is_map = request.param == "map"
    sized.reset()
    yield sized
    sized.is_map = True


@pytest.mark.parametrize("name", LOOKED_AT)
def test_nothing_scrolls_sideways_and_all_is_large_enough_to_read(
    pictured: Still, name: str
) -> None:
    sized = pictured
    sized.show(LOOKED_AT[name])
    sized.open_filters()
    sized.open_share()
    wide = sized.explorer.evaluate(SIDEWAYS)
    sizes = sized.explorer.evaluate(SIZES_OF_TEXT)
    small = dict.fromkeys(f"{s} px: {words}" for s, words in sizes if s < SMALLEST[sized.size])
    sized.button("Share").click()
    sized.explorer.locator(".buttons button").first.click()
    # Kept to be looked at: these pictures are not compared by a program.
    picture = f"{sized.size} {name}" if sized.is_map else f"{sized.size} findings {name}"
    sized.shoot(picture)
    if sized.size in ("1366x768", "390x844"):
        sized.shoot(f"{picture} whole", whole=True)
    assert not wide, told(wide)
    assert not small, told(list(small))
    assert (SCREENSHOTS / f"{picture}.png").stat().st_size > 5000


@pytest.fixture
def roomy(sized: Still) -> Iterator[Still]:
    """A page that can give way, up and down."""
    style = sized.page.add_style_tag(content="body { padding: 800px 0 3000px !important; }")
    yield sized
    style.evaluate("one => one.remove()")
    sized.page.evaluate("scrollTo(0, 0)")


def test_the_picture_stays_in_its_place_whatever_is_chosen_in_it(roomy: Still) -> None:
    """Sentences differ in length; what the reader has in hand does not move with them."""
    choose = random.Random(4)  # noqa: S311 - the same views on every run
    nodes = choose.sample([node[0] for node in roomy.picture_data["nodes"]], 40)
    moved = roomy.page.evaluate(
        """async ids => {
          const stage = document.querySelector('.stage');
          const top = () => stage.getBoundingClientRect().top;
          const moved = [];
          for (const id of ids) {
            const node = document.querySelector(`.node[data-id="${id}"]`);
            node.scrollIntoView({ block: 'center' });
            const before = top();
            node.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
            node.dispatchEvent(new MouseEvent('click', { bubbles: true }));
            await new Promise(requestAnimationFrame);
            if (Math.abs(top() - before) > 1) moved.push(`${id}: ${top() - before}`);
          }
          return moved;
        }""",
        nodes,
    )
    assert moved == []


def test_a_panel_stays_in_its_place_whatever_is_chosen_in_it(roomy: Still) -> None:
    roomy.show("focus=kappa&panel=outline")
    roomy.tab("Outline").scroll_into_view_if_needed()
    for name in ("Table", "Card", "Trace", "Compare"):
        roomy.tab(name).focus()
        before = roomy.tab(name).bounding_box()
        roomy.tab(name).click()
        after = roomy.tab(name).bounding_box()
        assert before
        assert after
        assert abs(after["y"] - before["y"]) <= 1, name


def test_a_message_does_not_move_what_is_in_hand(sized: Still) -> None:
    sized.open_share()
    button = sized.button("Show this code")
    sized.explorer.get_by_label("Code of this view").fill("focus=morfine&colour=red&domain=moood")
    button.scroll_into_view_if_needed()
    before = button.bounding_box()
    button.click()
    assert "morfine" in sized.message.inner_text()
    assert button.bounding_box() == before
    sized.tab("Table").click()
    assert sized.message.inner_text() == ""
