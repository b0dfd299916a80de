"""A lesson with all its widgets, as a page and in JupyterLab, used without a plan."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from explored import Explored
from found import seed_of_commit
from playwright.sync_api import Browser
from reader import Reader
from record import Record
from saved import Saved, save_lesson

from explainer.model.system import System

SEED = seed_of_commit()
IS_SOAK = bool(os.environ.get("SOAK"))  # `make soak`: as long as issue and release ask
ON_A_PAGE = 2000 if IS_SOAK else 200
IN_LAB = 500 if IS_SOAK else 50
AT_ONCE = 50  # actions between two looks
WIDGETS = "[class^='explainer']:not([class^='explainer'] *)"
# What a hand can do to any widget; what leaves the page or ends a tour's whole screen is let be.
ACT = f"""async ([seed, number]) => {{
  const random = () => {{  // mulberry32
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }};
  const pick = list => list[Math.floor(random() * list.length)];
  const widgets = [...document.querySelectorAll("{WIDGETS}")];
  const all = what => widgets.flatMap(one => [...one.querySelectorAll(what)]).filter(one => one.checkVisibility());
  const tell = (one, kind) => one.dispatchEvent(new Event(kind, {{ bubbles: true }}));
  const WORDS = ['mu', 'zzz', '', '<b>', '🧪', 'x'.repeat(300)];
  const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Enter', ' ', 'Escape', 'Home', 'End', 'Tab'];
  const actions = [
    () => pick(all('button:not(:disabled)').filter(one => !/Save|SVG|PNG|Print|screen|file|Sources|CSV/i.test(one.textContent)))?.click(),
    () => pick(all('input[type=radio], input[type=checkbox], summary'))?.click(),
    () => pick(all('svg [tabindex], svg [role=button], .mark, [role=tab], [role=treeitem] > .name'))?.dispatchEvent(
      new MouseEvent('click', {{ bubbles: true, cancelable: true, shiftKey: random() < 0.2 }})),
    () => {{
      const list = pick(all('select'));
      if (!list) return;
      list.value = pick([...list.options]).value;
      tell(list, 'change');
    }},
    () => {{
      const field = pick(all('input[type=text], input[type=search], input[type=range], textarea'));
      if (!field) return;
      field.value = field.type === 'range' ? random() * 100 : pick(WORDS);
      tell(field, 'input');
      tell(field, 'change');
    }},
    () => {{
      pick(all('button, input, [tabindex="0"]'))?.focus();
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', {{ key: pick(KEYS), bubbles: true, cancelable: true, shiftKey: random() < 0.2 }}));
    }},
  ];
  for (let i = 0; i < number; i++) {{
    pick(actions)();
    await null;
    if (i % 5 === 4) await new Promise(requestAnimationFrame);
  }}
  return widgets.map(one => one.isConnected && one.textContent.trim() !== '');
}}"""


def use(explored: Explored, actions: int) -> None:
    """Do so many things; every widget stays there and has something to say."""
    print(f"seed {SEED}")  # noqa: T201 - so that a red run can be made again
    for step in range(actions // AT_ONCE):
        alive = explored.page.evaluate(ACT, [SEED + step, AT_ONCE])
        assert len(alive) > 1, "there are widgets to use"
        assert all(alive), f"seed {SEED}, after {(step + 1) * AT_ONCE} actions: {alive}"
    print(f"{actions} actions without an error")  # noqa: T201 - what `make soak` tells


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_lesson(tmp_path_factory.mktemp("saved"))


def test_a_lesson_used_without_a_plan_stays_whole(
    chromium: Browser, record: Record, system: System, lesson: Path
) -> None:
    saved = Saved(chromium, record, lesson, system)
    saved.open()
    use(saved, ON_A_PAGE)
    saved.close()


def test_a_lesson_used_without_a_plan_in_jupyterlab_stays_whole(reader: Reader) -> None:
    use(reader, IN_LAB)
    assert reader.faults() == []
    reader.open(Path(__file__).parents[2] / "notebooks" / "00_start_here.ipynb")
    reader.run_all()
