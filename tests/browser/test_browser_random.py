"""Two thousand random actions: no error, no broken state, and memory that does not grow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from still import Still, heap

ACTIONS = 2000
STRIDE = 50  # actions between two looks at the state
WARM = 200  # actions after which memory is first measured
GROWTH = 1.2

# Actions run in the page, from one seed; each is one event that a reader's hand could cause. The
# page is drawn after every tenth, so that what waits for a frame gets its turn.
ACT = """async ([from, to]) => {
  let seed = 20240607 + from;
  const random = () => {  // mulberry32
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = list => list[Math.floor(random() * list.length)];
  const root = document.querySelector('.explainer');
  const all = what => [...root.querySelectorAll(what)].filter(one => one.checkVisibility());
  const click = (one, more = {}) => one?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }));
  const press = (one, key, more = {}) => one?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  const WORDS = ['m', 'mu', 'MOR', 'oprk1', 'vicodin', 'zzz', 'β', '🧪', '<b>', ' ', 'dyn', 'anx', '"', '\\\\', 'm'.repeat(400)];
  const PARTS = ['lens', 'focus', 'also', 'receptor', 'action', 'domain', 'direction', 'evidence', 'verdict', 'origin', 'panel', 'colour', '__proto__', 'constructor'];
  const VALUES = [...all('.node').map(one => one.dataset.id), 'mor', 'kapa', 'both', 'article', 'table', 'trace', 'compare', 'predict', 'outline', 'improves', 'no+difference', 'animal', 'contested', 'mood', 'pain', 'constructor', '', '%', '=', '<script>', 'mu,delta,kappa,nop'];
  const code = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => random() < 0.1 ? pick(VALUES) : `${pick(PARTS)}=${pick(VALUES)}`).join(pick([';', ';', ';;', '&']));
  const actions = {
    node: () => click(pick(all('.node')), { shiftKey: random() < 0.25 }),
    lit: () => click(pick(all('.node.lit')), { shiftKey: random() < 0.4 }),
    sign: () => click(pick(all('.pill'))?.firstChild),
    line: () => click(pick(all('.lines path.lit'))),
    ground: () => random() < 0.2 && click(root.querySelector('.stage .map svg')),
    tab: () => click(pick(all('[role=tab]'))),
    button: () => click(pick(all('button:not(:disabled)').filter(one => !/SVG|PNG|CSV|Sources|Save|Copy/.test(one.textContent)
      && (one.textContent !== 'Show all' || random() < 0.2)))),
    radio: () => pick(all('input[type=radio]'))?.click(),
    item: () => click(pick(all('[role=treeitem] > .name'))),
    summary: () => pick(all('summary'))?.click(),
    list: () => {
      const list = pick(all('select'));
      if (!list) return;
      list.value = pick([...list.options]).value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    find: () => {
      const field = root.querySelector('[role=combobox]');
      field.focus();
      field.value = pick(WORDS);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      for (let i = Math.floor(random() * 4); i > 0; i--) press(field, pick(['ArrowDown', 'ArrowUp', 'Enter', 'Escape']));
    },
    key: () => {
      if (random() < 0.5) pick(all('.node, button, select, [role=treeitem], [role=tab], summary, a, [tabindex="0"]'))?.focus();
      const target = root.contains(document.activeElement) ? document.activeElement : root;
      const key = pick(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Enter', ' ', 'Home', 'End', 'z', 'y', 'a', 'Tab', random() < 0.3 ? 'Escape' : 'b']);
      press(target, key, { shiftKey: random() < 0.2, ctrlKey: key === 'z' || key === 'y' });
    },
    code: () => {
      const field = root.querySelector('.share input');
      field.value = code();
      press(field, 'Enter');
    },
    model: () => set({ [pick(['focus', 'domain', 'receptor', 'lens', 'panel', 'origin'])]: pick(VALUES) }),
  };
  const names = Object.keys(actions);
  for (let i = from; i < to; i++) {
    const name = pick(names);
    try {
      actions[name]();
    } catch (error) {
      throw new Error(`action ${i}, ${name}: ${error.stack}`);
    }
    await null;
    if (i % 10 === 9) await new Promise(requestAnimationFrame);
  }
  return {
    code: root.querySelector('.share input').value,
    sentence: root.querySelector('.sentence').textContent,
    lit: [...root.querySelectorAll('.node.lit')].map(one => one.dataset.id),
    pressed: [...root.querySelectorAll('.node[aria-pressed=true]')].map(one => one.dataset.id),
    lens: root.querySelector('.switch [aria-pressed=true]').dataset.lens,
    tab: root.querySelector('[role=tab][aria-selected=true]').dataset.panel,
    walkable: root.querySelectorAll('.node[tabindex="0"]').length,
    focus: document.activeElement.isConnected,
  };
}"""


def stretches() -> Iterator[tuple[int, int]]:
    for start in range(0, ACTIONS, STRIDE):
        yield start, start + STRIDE


@pytest.fixture
def used(still: Still) -> Iterator[Still]:
    """A page opened anew, and given back so: it remembers how a table was sorted, and guesses."""
    still.open()
    yield still
    still.page.evaluate("localStorage.clear()")
    still.open()


def test_random_use_breaks_nothing_and_does_not_fill_memory(used: Still) -> None:
    still = used
    first = 0
    for start, end in stretches():
        seen = still.page.evaluate(ACT, [start, end])
        code = seen["code"]
        state = still.read(code)
        here = f"after {end} actions, in {code!r}"
        assert seen["sentence"] == still.told(code), here
        if state.view == "map" or state.panel in ("trace", "compare"):
            assert set(seen["lit"]) == still.should_be_lit(code), here
            assert seen["pressed"] == [state.focus] * bool(state.focus), here
        assert (seen["lens"], seen["tab"]) == (state.lens, state.panel), here
        assert seen["walkable"] == 1, here
        if end == WARM:
            first = heap(still)
    last = heap(still)
    assert last <= first * GROWTH, f"{first / 1e6:.1f} MB became {last / 1e6:.1f} MB"
