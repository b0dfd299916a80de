"""When the first picture of the site's start page is there: python benchmarks/first.py SITE [--runs 5]

nginx serves the site as `deploy/` has it. From loopback; over a line of 1.6 Mbit/s with 150 ms to the
server; and a second time with the network cut. A time runs from the start of loading to the picture.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import load
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import figures

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from lab import start_chromium

PICTURE = "svg.sockets:not(.inline) .mark"
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1e5}
CUT = LINE | {"offline": True}
SEEN = f"""() => new Promise(done => {{
  const look = () => document.querySelector('{PICTURE}')
    ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
  look();
}})"""
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  for (let n = 0; n < 300 && !navigator.serviceWorker.controller; n++)
    await new Promise(done => setTimeout(done, 100));
}"""


def opened(context: BrowserContext, line: dict[str, float] | None) -> Page:
    """Open an empty page on a line of some kind."""
    page = context.new_page()
    if line:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", line)
    return page


def shown(page: Page, address: str) -> float:
    """Load the page; give the milliseconds until its picture is there."""
    page.goto(address, wait_until="commit")
    return float(page.evaluate(SEEN))


def once(browser: Browser, address: str) -> tuple[float, float, float]:
    """Come as a new reader from near, as another from far, and again without a connection."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    near = opened(context, None)
    times = [shown(near, address)]
    near.evaluate(KEPT)
    near.close()
    far = browser.new_context(viewport={"width": 1366, "height": 768}, service_workers="block")
    times.append(shown(opened(far, LINE), address))
    far.close()
    context.set_offline(True)
    times.append(shown(opened(context, CUT), address))
    context.close()
    return times[0], times[1], times[2]


def measured(site: Path, runs: int) -> dict[str, list[float]]:
    """Measure each way as often."""
    with load.served(site.resolve()) as (port, _), sync_playwright() as playwright:
        browser = start_chromium(playwright)
        found = [once(browser, f"http://127.0.0.1:{port}/opioids/") for _ in range(runs)]
        browser.close()
    names = figures.MEASURES["The first picture of the site's start page"]
    return {name: [one[i] for one in found] for i, name in enumerate(names)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path, help="a folder that `make site` wrote")
    parser.add_argument("--runs", type=int, default=5, help="how often (5)")
    args = parser.parse_args()
    for name, values in measured(args.site, args.runs).items():
        print(figures.row(name, "ms", values))


if __name__ == "__main__":
    main()
