"""How the picture moves: frames of a headless Chromium, with the real tables, and of an empty page.

    python benchmarks/frames.py [--rounds 3]

Walks through views from far to near and back. For each step: after how many frames the picture has
changed, and how long each frame took by the times that `requestAnimationFrame` is given. A machine
that has other work drops frames of an empty page, too: that is measured before each step. With motion
off, what is left is the step itself. Prints figures; judges nothing.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import explainer
from explainer.view import payload, state

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from lab import start_chromium
from still import write_page

STEPS = (
    "focus=kappa",
    "",
    "focus=anxiety",
    "",
    "focus=buprenorphine",
    "focus=mu",
    "people=people&focus=mu",
    "people=people",
    "",
)
BRISK, MOST = 18, 34  # milliseconds: 99 of 100 frames are quicker, none is slower
ALONE, MOVING = "an empty page", "with motion"
LONG = 500  # milliseconds that are looked at: a movement takes 300
EMPTY = "<!doctype html><title>Empty</title><p>Nothing here."
# Frames after an event: how long each took, and at which the picture had first changed.
WATCH = """async ([act, long]) => {
  const look = () => {
    const root = document.querySelector('svg.sockets:not(.inline)');
    return root ? root.getAttribute('viewBox') + root.querySelectorAll('.mark').length + root.getAnimations({ subtree: true }).length : '';
  };
  const before = look();
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  if (act !== null) set(act);
  const times = [];
  let first = 0;
  while (!times.length || times.at(-1) - start < long) {
    times.push(await new Promise(requestAnimationFrame));
    if (!first && look() !== before) first = times.length;
  }
  return { first, gaps: times.slice(1).map((time, i) => time - times[i]) };
}"""


def told(name: str, gaps: list[float]) -> str:
    """Frames in one line."""
    quick = 100 * sum(gap < BRISK for gap in gaps) / len(gaps)
    slow = sum(gap > MOST for gap in gaps)
    median, most = statistics.median(gaps), statistics.quantiles(gaps, n=100)[-1]
    return (
        f"{name:<12} {len(gaps)} frames: median {median:.1f} ms, 99 of 100 within {most:.1f} ms, most"
        f" {max(gaps):.1f} ms; under {BRISK} ms {quick:.1f} %, over {MOST} ms {slow}"
    )


def opened(browser: Browser, file: Path | None, motion: str) -> Page:
    """A page of the Explorer, or an empty one."""
    page = browser.new_page(viewport={"width": 1366, "height": 768}, reduced_motion=motion)
    if file is None:
        page.set_content(EMPTY)
        return page
    page.goto(file.as_uri())
    page.wait_for_function("window.isReady && document.querySelector('[aria-busy=false]')")
    return page


def step(page: Page, words: dict[str, object] | None) -> tuple[int, list[float]]:
    """Make a step, and watch its frames."""
    page.bring_to_front()
    seen = page.evaluate(WATCH, [words, LONG])
    return seen["first"], seen["gaps"]


def measured(rounds: int) -> tuple[dict[str, list[float]], list[float]]:
    """Make all steps as often; give how long frames took, and which first showed a change."""
    system = explainer.load()
    choices = payload.choices(system)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = start_chromium(playwright)
        file = write_page(Path(folder) / "frames.html", system)
        pages = {
            ALONE: opened(browser, None, "reduce"),
            "the same steps with motion off": opened(browser, file, "reduce"),
            MOVING: opened(browser, file, "no-preference"),
        }
        found: dict[str, list[float]] = {name: [] for name in pages}
        firsts: list[float] = []
        for turn, code in ((turn, code) for turn in range(rounds + 1) for code in STEPS):
            wanted = state.read(code, choices)[0]
            words = {n: getattr(wanted, n) for n in state.FIELDS} | {"also": list(wanted.also)}
            for name, page in pages.items():
                first, gaps = step(page, None if name == ALONE else words)
                if not turn:
                    continue  # what is made when it is first wanted is there from now on
                found[name] += gaps
                if name == MOVING:
                    firsts.append(first)
        browser.close()
    return found, firsts


def main() -> None:
    """Measure all steps and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often all steps are made (3)")
    found, firsts = measured(parser.parse_args().rounds)
    for name, gaps in found.items():
        print(told(name, gaps))
    print(f"first change at most {max(firsts):.0f} frames after the event ({len(firsts)} steps)")


if __name__ == "__main__":
    main()
