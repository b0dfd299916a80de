"""From a change of a control to the changed picture, on a made-up system of any size.

    python benchmarks/by_size.py [--runs 20] [--nodes 100] [--edges 400]

In one run, in a real JupyterLab with headless Chromium: the Explorer, and `ipywidgets.interact`
with `networkx.draw` as an inline PNG on the same graph. A time runs from the change event of the
control to two animation frames after the last change of the picture.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import re
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from synthetic import write_system

import explainer

# The browser tests know how to start JupyterLab and Chromium.
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from lab import Lab, start_chromium, start_lab
from reader import Reader, Record, write_notebook

QUIET = 1000  # milliseconds without a change, after which a picture counts as finished
AGAIN = 5  # times that something is shown again
CHANGE = """([list, place, picture, quiet]) => new Promise(done => {
  let last = 0, finished = 0, batch = 0;
  const observer = new MutationObserver(() => {
    const mine = (batch += 1);
    last = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (mine === batch) finished = performance.now();
    }));
  });
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(picture, all);
  const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const start = performance.now();
  list.selectedIndex = place;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  const timer = setInterval(() => {
    if (!finished || kernel.status !== 'idle' || performance.now() - last < quiet) return;
    clearInterval(timer);
    observer.disconnect();
    done(finished - start);
  }, 50);
})"""
SHOW = """async ([which, selector]) => {
  const notebook = jupyterapp.shell.currentWidget.content;
  const cell = notebook.widgets.at(which);
  notebook.activeCellIndex = notebook.widgets.indexOf(cell);
  await notebook.scrollToCell(cell, 'start');
  await new Promise(done => setTimeout(done, 300));
  const start = performance.now();
  jupyterapp.commands.execute('notebook:run-cell');
  let arrived = 0;
  const isHere = () => cell.model.outputs.length > 0;
  return new Promise((done, fail) => {
    const look = async () => {
      const picture = cell.node.querySelector(selector);
      if (performance.now() - start > 60_000) {
        return fail(new Error(JSON.stringify(cell.model.outputs.toJSON())));
      }
      if (!arrived && isHere()) arrived = performance.now();
      if (!picture) return requestAnimationFrame(look);
      if (picture.decode) await picture.decode();
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const end = performance.now();
        done([end - start, end - (arrived || end)]);
      }));
    };
    look();
  });
}"""
USUAL = """
import json, ipywidgets, matplotlib.pyplot as plt, networkx as nx
%matplotlib inline
graph = nx.MultiDiGraph([tuple(edge) for edge in json.load(open({edges!r}))])
places = nx.spring_layout(graph, seed=1)
def draw(focus):
    near = {{focus, *graph.successors(focus), *graph.predecessors(focus)}}
    nx.draw(graph, places, node_color=["orange" if n in near else "lightgrey" for n in graph])
    plt.show()
"""
INTERACT = "ipywidgets.interact(draw, focus=list(graph));"
PLAIN = "import ipywidgets\nipywidgets.Dropdown(options=['one', 'two'])"


@dataclass
class Way:
    """A way of drawing: its notebook, and where its picture stands in the page."""

    cells: list[str]
    picture: str
    watched: str
    views: int = 0  # cells at the end that show the same widget once more


class Shown(NamedTuple):
    """Milliseconds to a picture on screen: from the cell's run, and in the page alone."""

    run: float
    page: float


@dataclass
class Figures:
    """What was measured of one way of drawing."""

    changes: list[float]
    click_bytes: float
    first: Shown
    first_bytes: int
    again: list[Shown]
    views: list[Shown]
    memory: float


class Wire:
    """Counts the bytes that pass between page and kernel, both ways."""

    def __init__(self, page: Page) -> None:
        self.count = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.webSocketFrameSent", self._frame)
        session.on("Network.webSocketFrameReceived", self._frame)
        session.send("Network.enable")

    def _frame(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        text = frame["payloadData"]
        self.count += len(base64.b64decode(text) if frame["opcode"] == 2 else text.encode())

    def take(self) -> int:
        """Hand over what was counted, and begin anew."""
        count, self.count = self.count, 0
        return count


class Bench(Reader):
    """A reader who takes the time."""

    wire: Wire

    def new_page(self) -> Page:
        """A page whose traffic is counted from the start."""
        page = super().new_page()
        self.wire = Wire(page)
        return page

    def show(self, cell: int, selector: str) -> Shown:
        """Milliseconds to a cell's picture on screen, from its run and from its output's arrival."""
        taken = Shown(*self.page.evaluate(SHOW, [cell, selector]))
        self.settle()
        return taken

    def settle(self) -> None:
        """Let what is still on its way arrive."""
        self.page.wait_for_timeout(QUIET)
        self.wait_for_kernel()

    def change(self, place: int, watched: str) -> float:
        """Milliseconds from choosing from the list to the changed picture."""
        picture = self.page.locator(watched).first.element_handle()
        control = self.page.get_by_label(re.compile("^focus$", re.IGNORECASE)).first
        change = [control.element_handle(), place, picture, QUIET]
        return float(self.page.evaluate(CHANGE, change))

    def memory(self) -> float:
        """Resident memory of the kernel, in MB."""
        pid = int(self.ask("import os; os.getpid()"))
        status = Path(f"/proc/{pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        if found is None:
            raise RuntimeError(f"/proc/{pid}/status names no VmRSS")
        return int(found[1]) / 1024


def measure(bench: Bench, place: Path, way: Way, args: argparse.Namespace) -> Figures:
    """Prepare in the first cell, show in the second, change many times, show again."""
    bench.open(write_notebook(place, way.cells))
    wire = bench.wire
    bench.show(0, ".jp-InputPrompt")
    wire.take()
    first = bench.show(1, way.picture)
    first_bytes = wire.take()
    memory = bench.memory()
    bench.page.locator(way.picture).first.scroll_into_view_if_needed()
    bench.change(1, way.watched)  # not counted: what is done only once is done now
    bench.settle()
    wire.take()
    step = max(1, (args.nodes - 2) // args.runs)
    places = [2 + (n * step) % (args.nodes - 2) for n in range(args.runs)]
    changes = [bench.change(one, way.watched) for one in places]
    bench.settle()
    click_bytes = wire.take() / args.runs
    later = [bench.show(n, way.picture) for n in range(2, len(way.cells))]
    again, views = later[: len(later) - way.views], later[len(later) - way.views :]
    return Figures(changes, click_bytes, first, first_bytes, again, views, memory)


def kernel_memory(bench: Bench, notebook: Path) -> float:
    """Resident memory of a kernel that has run a notebook, in MB."""
    bench.open(notebook)
    bench.run_all()
    bench.settle()
    return bench.memory()


def run(lab: Lab, chromium: Browser, place: Path, args: argparse.Namespace) -> None:
    """Measure both ways and print the figures."""
    data = place / "data"
    write_system(data, args.nodes, args.edges)
    system = explainer.load(data)
    size = (system.graph.number_of_nodes(), system.graph.number_of_edges())
    if size != (args.nodes, args.edges):
        raise RuntimeError(f"asked for {args.nodes} nodes and {args.edges} edges, made {size}")
    edges = place / "edges.json"
    edges.write_text(json.dumps(list(system.graph.edges())))

    start = "import explainer\nfrom explainer import widgets\n"
    load = f"{start}system = explainer.load({str(data)!r})"
    new, old = "explorer = widgets.Explorer(system)\nexplorer", "explorer"
    explorer = Way(
        [load, new, *[new] * AGAIN, *[old] * AGAIN], ".explainer svg .node", ".explainer", AGAIN
    )
    interact = Way(
        [USUAL.format(edges=str(edges)), *[INTERACT] * (AGAIN + 1)],
        ".widget-interact img",
        ".widget-interact .widget-output",
    )
    real = [f"{start}widgets.Explorer(explainer.load())"]

    bench = Bench(chromium, lab, Record())
    plain_mb = kernel_memory(bench, write_notebook(place / "plain.ipynb", [PLAIN]))
    real_mb = kernel_memory(bench, write_notebook(place / "real.ipynb", real))
    ours = measure(bench, place / "explorer.ipynb", explorer, args)
    usual = measure(bench, place / "usual.ipynb", interact, args)
    bench.close()

    cores, busy = os.cpu_count(), os.getloadavg()[0]
    print(f"{args.nodes} nodes, {args.edges} edges, {args.runs} changes")
    print(f"{cores} cores, load {busy:.1f}; Chromium {chromium.version}")
    print(f"{'':46}{'Explorer':>12}{'usual':>12}")
    for words, one, two in [
        ("change to changed picture, median, ms", *medians(ours.changes, usual.changes)),
        ("  least, ms", f"{min(ours.changes):.0f}", f"{min(usual.changes):.0f}"),
        ("  most, ms", f"{max(ours.changes):.0f}", f"{max(usual.changes):.0f}"),
        ("bytes for a change, mean", f"{ours.click_bytes:,.0f}", f"{usual.click_bytes:,.0f}"),
        ("cell run to first picture, cold, ms", f"{ours.first.run:.0f}", f"{usual.first.run:.0f}"),
        (
            f"  again, a new widget, median of {AGAIN}, ms",
            *medians(runs(ours.again), runs(usual.again)),
        ),
        ("    of it after the output has come", *medians(pages(ours.again), pages(usual.again))),
        (f"  again, the same widget, median of {AGAIN}, ms", *medians(runs(ours.views), [])),
        ("    of it after the output has come", *medians(pages(ours.views), [])),
        ("bytes for the first picture", f"{ours.first_bytes:,}", f"{usual.first_bytes:,}"),
        ("kernel with it shown, MB", f"{ours.memory:.0f}", f"{usual.memory:.0f}"),
    ]:
        print(f"{words:46}{one:>12}{two:>12}")
    ratio = statistics.median(usual.changes) / statistics.median(ours.changes)
    print(f"usual / Explorer: {ratio:.1f} times (target at least 10)")
    print(f"kernel with the Explorer on the real tables: {real_mb:.0f} MB (target under 100)")
    print(f"kernel with a plain ipywidgets.Dropdown: {plain_mb:.0f} MB")


def runs(shown: list[Shown]) -> list[float]:
    """Times from the run of a cell."""
    return [one.run for one in shown]


def pages(shown: list[Shown]) -> list[float]:
    """Times from the arrival of an output."""
    return [one.page for one in shown]


def medians(*ways: list[float]) -> list[str]:
    """Median of each, a dash where nothing was measured."""
    return [f"{statistics.median(times):.0f}" if times else "-" for times in ways]


def main() -> None:
    """Read the arguments, start JupyterLab and Chromium, and measure."""
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=formatter)
    parser.add_argument("--runs", type=int, default=20, help="changes that are timed (20)")
    parser.add_argument("--nodes", type=int, default=100, help="at least 40 (100)")
    parser.add_argument("--edges", type=int, default=400, help="as rows of the tables (400)")
    args = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        start_lab(Path(folder)) as lab,
        sync_playwright() as playwright,
    ):
        chromium = start_chromium(playwright)
        run(lab, chromium, Path(folder), args)
        chromium.close()


if __name__ == "__main__":
    main()
