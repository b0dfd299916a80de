"""From a click on a control to the changed picture: the Explorer against the usual way.

``python benchmarks/interaction.py`` starts one JupyterLab and one Chromium and measures both in one
run, on graphs of the same size: the Explorer with all tables, and ``ipywidgets.interact`` with
``networkx.draw`` (arrows) as an inline PNG. A change is timed from the control's change event to the
last change of the page below it, plus two animation frames. Prints figures; judges nothing.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Page, WebSocket, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from lab import start_chromium, start_lab  # noqa: E402 - it lies beside the browser tests

OURS = ["import explainer as ex\nfrom explainer import widgets\nsystem = ex.load()",
        "widgets.Explorer(system)"]  # fmt: skip
USUAL = [
    (
        "import explainer as ex, networkx as nx, ipywidgets, matplotlib.pyplot as plt\n"
        "%matplotlib inline\nfrom explainer.boxes import FORMS\n"
        "from explainer.layout import arrange\nsystem = ex.load()\n"
        "boxes = arrange(system.graph, FORMS['wide']).boxes\n"
        "places = {n: (b.x, -b.y) for n, b in boxes.items()}"
    ),
    (
        "def draw(focus):\n    plt.figure(figsize=(10, 8))\n"
        "    near = {focus, *nx.all_neighbors(system.graph, focus)}\n"
        "    colours = ['orange' if n in near else 'lightgrey' for n in system.graph]\n"
        "    nx.draw(system.graph, places, node_color=colours, node_size=60, with_labels=True,\n"
        "            font_size=6)\n    plt.show()\n"
        "ipywidgets.interact(draw, focus=['mu', 'delta', 'kappa', 'nop'])"
    ),
]
MEMORY = [
    "import os, re\nprint(re.search(r'VmRSS:\\s+(\\d+)', open('/proc/self/status').read())[1])"
]
PLAIN = ["import ipywidgets\nipywidgets.Dropdown(options=['a'])"]

# Choose an option by hand and time until the page below has been still for a while.
CHANGE = """async ([list, option, quiet]) => {
  const output = list.closest('.jp-OutputArea');
  let last = 0;
  const frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const watcher = new MutationObserver(async () => { await frames(); last = performance.now(); });
  watcher.observe(output, { subtree: true, childList: true, attributes: true, characterData: true });
  list.selectedIndex = option;
  const start = performance.now();
  list.dispatchEvent(new Event('change', { bubbles: true }));
  while (!last || performance.now() - last < quiet) await new Promise(done => setTimeout(done, 20));
  watcher.disconnect();
  return last - start;
}"""


class Bytes:
    """Bytes sent over the page's sockets, both ways."""

    def __init__(self, page: Page) -> None:
        self.count = 0
        page.on("websocket", self._watch)

    def _watch(self, socket: WebSocket) -> None:
        for event in ("framesent", "framereceived"):
            socket.on(event, self._add)

    def _add(self, frame: str | bytes) -> None:
        self.count += len(frame)


def write(folder: Path, name: str, cells: list[str]) -> None:
    """Write a notebook that the server can open."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, folder / f"{name}.ipynb")


def open_and_run(page: Page, link: str, wanted: str) -> None:
    """Open a notebook, wait for its kernel, run all cells and wait for what they show."""
    page.goto(link)
    page.wait_for_function(
        "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
        timeout=90_000,
    )
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(wanted, timeout=90_000)


def time_changes(page: Page, selector: str, options: list[int], quiet: int) -> list[float]:
    """Time each change in turn, in milliseconds."""
    control = page.locator(selector).first.element_handle()
    return [page.evaluate(CHANGE, [control, option, quiet]) for option in options]


def measure(page: Page, link: str, runs: int, *, is_ours: bool) -> dict[str, Any]:
    """Measure one notebook: medians in ms, bytes for the first picture and for a click."""
    sent = Bytes(page)
    wanted = ".explainer svg .node" if is_ours else ".jp-OutputArea img"
    open_and_run(page, link, wanted)
    page.wait_for_timeout(3000)
    first = sent.count
    # Of the controls the Explorer has four; the second is the focus.
    selector = ".jp-OutputArea select >> nth=1" if is_ours else ".jp-OutputArea select"
    count = page.locator(selector).first.evaluate("list => list.options.length")
    options = (
        [1 + (7 * i) % (count - 1) for i in range(runs)]
        if is_ours
        else [(i + 1) % count for i in range(runs)]
    )
    before = sent.count
    times = time_changes(page, selector, options, 300 if is_ours else 1500)
    page.wait_for_timeout(500)
    return {
        "median": statistics.median(times),
        "most": max(times),
        "first": first,
        "click": (sent.count - before) / runs,
    }


def first_picture(page: Page) -> float:
    """Show the widget a second time and time until its picture stands, in ms."""
    return float(
        page.evaluate("""async () => {
          const notebook = jupyterapp.shell.currentWidget.content;
          notebook.activeCellIndex = 1;
          const before = new Set(document.querySelectorAll('.explainer svg'));
          const start = performance.now();
          let shown = 0;
          const watcher = new MutationObserver(() => {
            if (document.querySelector('.jp-OutputArea .explainer') && !shown) shown = performance.now();
          });
          watcher.observe(document.body, { subtree: true, childList: true });
          const { widgets } = notebook;
          widgets[1].model.outputs.clear();
          await new Promise(done => setTimeout(done, 300));
          shown = 0;
          jupyterapp.commands.execute('notebook:run-cell');
          for (;;) {
            await new Promise(done => requestAnimationFrame(done));
            const fresh = [...document.querySelectorAll('.explainer svg')].find(s => !before.has(s));
            if (fresh?.querySelector('.node')) {
              await new Promise(done => requestAnimationFrame(done));
              watcher.disconnect();
              return performance.now() - (shown || start);
            }
          }
        }""")
    )


def memory(page: Page) -> float:
    """Read the kernel's resident memory from a cell of the notebook, in MB."""
    page.wait_for_function(
        "[...jupyterapp.shell.currentWidget.content.widgets].at(-1).model.outputs?.length > 0"
    )
    text = page.evaluate(
        "jupyterapp.shell.currentWidget.content.widgets.at(-1).model.outputs.get(0).toJSON().text"
    )
    return int("".join(text)) / 1024


def main() -> None:
    """Measure both ways in one run and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="changes of the control, each way")
    runs = parser.parse_args().runs
    with (
        tempfile.TemporaryDirectory() as place,
        start_lab(Path(place)) as lab,
        sync_playwright() as playwright,
    ):
        write(lab.folder, "ours", [*OURS, *MEMORY])
        write(lab.folder, "usual", USUAL)
        write(lab.folder, "plain", [*PLAIN, *MEMORY])
        browser = start_chromium(playwright)
        told = {}
        for name in ("ours", "usual"):
            page = browser.new_page(viewport={"width": 1366, "height": 900})
            told[name] = measure(page, lab.link(f"{name}.ipynb"), runs, is_ours=name == "ours")
            if name == "ours":
                shown = memory(page)
                again = statistics.median(first_picture(page) for _ in range(5))
            page.close()
        page = browser.new_page()
        open_and_run(page, lab.link("plain.ipynb"), ".jp-OutputArea select")
        plain = memory(page)
        browser.close()
    for name, words in (("ours", "Explorer"), ("usual", "interact + networkx.draw + inline PNG")):
        figures = told[name]
        print(
            f"{words:40} change: median {figures['median']:.0f} ms, most {figures['most']:.0f} ms; "
            f"sent until shown {figures['first'] / 1000:.0f} kB, for a click {figures['click']:.0f} bytes"
        )
    print(f"ratio of the medians: {told['ours']['median'] / told['usual']['median']:.3f}")
    print(f"first picture after the widget is displayed again: median {again:.0f} ms")
    print(f"kernel with the Explorer shown: {shown:.0f} MB; plain, with ipywidgets: {plain:.0f} MB")


if __name__ == "__main__":
    main()
