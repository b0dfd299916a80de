"""Measure all in one run and write it down: python benchmarks/bench.py [--site SITE] [--write docs/performance.md]

Without a site, one is written first, which runs all lessons. Prints what it does; judges nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import first
import frames
import interaction
import start
import weights
from interaction import ROOT, start_chromium, start_lab
from playwright.sync_api import sync_playwright
from synthetic import write_system

import explainer
import figures

Found = dict[tuple[str, str], list[float]]
PAGE = """# Performance

Measured by `make bench`, all in one run. {circumstances} What it measures and how stands in `benchmarks/`. A click is timed from the event to two frames after the last change that anybody can see. Figures of other machines differ; what may be compared is what stands in one table.

{tables}

In JupyterLab pictures move for 300 ms, which is part of a click there; in pages without a kernel the reader has asked for no motion. What is sent when a cell is run counts what travels behind the picture, too. *bokeh* draws the same graph on a canvas with a filter of its own in the browser. *ipysigma* and 10,000 nodes were not tried.
"""
IN_PAGE = {
    "page": "the Explorer",
    "slow": "the Explorer, processor throttled four times",
    "bokeh": "bokeh with CustomJS",
}
IN_LAB = {
    "ours": "the Explorer",
    "ours, again": "the Explorer run again, from its output's arrival",
    "usual": "the usual way: interact, networkx.draw, inline PNG",
    "ours, sent": "the Explorer, sent when its cell is run",
    "usual, sent": "the usual way, sent when its cell is run",
}
BUILD = "build what an Explorer sends"
REAL = "A click in a page without a kernel, real tables"
LARGE = "A click in a page without a kernel, 1,000 nodes and 4,000 edges"
LAB = "A click in JupyterLab, real tables"


def circumstances() -> str:
    """Say on what machine it was measured, and how busy that was."""
    day = dt.datetime.now(tz=dt.UTC).date()
    load = os.getloadavg()[0]
    shared = " The machine was shared with other work, so times are longer." if load > 1 else ""
    return (
        f"On {day}: {os.cpu_count()} processors ({platform.machine()}), {platform.system()}, "
        f"Python {platform.python_version()}, Chromium {chromium()} without a graphics processor; "
        f"load before the start {load:.1f}.{shared}"
    )


def chromium() -> str:
    """Ask the browser that measures for its version."""
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        version = browser.version
        browser.close()
    return version


def kernels(runs: int) -> Found:
    """Weigh kernels."""
    pairs = [interaction.kernels() for _ in range(runs)]
    names = figures.MEASURES["What a kernel holds"]
    return {
        ("What a kernel holds", name): [pair[i] for pair in pairs] for i, name in enumerate(names)
    }


def pages(runs: int) -> Found:
    """Click in pages without a kernel, at the real tables and at a large system, and in JupyterLab."""
    found: Found = {}
    system = explainer.load()
    builds = [interaction.building(system) for _ in range(5)]
    found["A start", BUILD] = builds
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place = Path(folder)
        browser = start_chromium(playwright)
        times = interaction.in_pages(browser, system, place, runs)
        found |= {(REAL, IN_PAGE[name]): values for name, values in times.items()}
        write_system(place / "data", 1000, 4000)
        large = explainer.load(place / "data")
        found[LARGE, BUILD] = [interaction.building(large)]
        times = interaction.in_pages(browser, large, place, runs)
        found |= {(LARGE, IN_PAGE[name]): values for name, values in times.items()}
        (place / "lab").mkdir()
        code = "import explainer as ex\nsystem = ex.load()"
        with start_lab(place / "lab") as lab:
            times = interaction.in_lab(browser, lab, system, code, runs)
        found |= {(LAB, IN_LAB[name]): values for name, values in times.items()}
        browser.close()
    return found


def moved(rounds: int) -> Found:
    """Watch the frames of a movement."""
    group = "Frames of a movement from view to view"
    found, firsts = frames.measured(rounds)
    own = {(group, name): values for name, values in found.items()}
    return own | {(group, "frames until the first change"): firsts}


def weighed(site: Path) -> Found:
    """Weigh pages."""
    kilo = {name: size / 1000 for name, size in weights.weighed(site).items()}
    lessons = [size for name, size in kilo.items() if name[:1].isdigit()]
    values = [kilo["index"], kilo["explorer"], max(lessons), sum(kilo.values())]
    group = "What pages weigh, as a server with gzip sends them"
    return {
        (group, name): [value] for name, value in zip(figures.MEASURES[group], values, strict=True)
    }


def measured(site: Path, runs: int) -> Found:
    """Measure everything."""
    found = weighed(site)
    group = "The first picture of the site's start page"
    found |= {(group, name): values for name, values in first.measured(site, 5).items()}
    found |= {("A start", name): values for name, values in start.measured(5).items()}
    found |= kernels(3)
    found |= moved(1)
    return found | pages(runs)


def main() -> None:
    """Measure, and write the page or print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, help="a folder that `make site` wrote")
    parser.add_argument("--runs", type=int, default=20, help="clicks, each way (20)")
    parser.add_argument("--write", type=Path, help="the page to write")
    args = parser.parse_args()
    told = circumstances()
    with tempfile.TemporaryDirectory() as folder:
        site = args.site or Path(folder) / "site"
        if not args.site:
            ask = [sys.executable, "-m", "explainer", "site", str(site)]
            subprocess.run(ask, cwd=ROOT, check=True)
        found = measured(site, args.runs)
    if strange := figures.unknown(found):
        raise SystemExit(f"measured, and in no table of figures.py: {strange}")
    page = PAGE.format(circumstances=told, tables=figures.tables(found))
    if args.write:
        args.write.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
