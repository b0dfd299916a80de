"""What running a cell again and again leaves behind: ours beside a bare widget and a bare figure, in one run.

    python benchmarks/leaks.py [--widgets 50] [--figures 20] [--only explorer,bare]

In a real JupyterLab with headless Chromium. Each cell is run in a notebook and a kernel of its own; the
first runs, in which all is loaded, are not counted. The bare widget draws as many elements as the
Explorer; the bare figure has as many texts and patches as the network. Prints what each run leaves on the
average, after rubbish was collected on both sides, and ratios; judges nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from lab import Lab, start_chromium, start_lab  # noqa: E402 - it lies beside the browser tests

SLOW = 120_000  # milliseconds
WARM = 3  # runs before the first look
LOAD = "import explainer as ex\nfrom explainer import figures, widgets\nsystem = ex.load()"
BARE_WIDGET = """import anywidget
class Bare(anywidget.AnyWidget):
    _esm = '''
    function render({ el }) {
      for (let i = 0; i < 3000; i++) el.append(Object.assign(document.createElement("span"), { textContent: i }));
    }
    export default { render };
    '''"""
BARE_FIGURE = """from matplotlib.figure import Figure
from matplotlib.backends.backend_agg import FigureCanvasAgg
import io
class Bare(Figure):
    def _repr_png_(self):
        out = io.BytesIO()
        self.savefig(out, format="png", dpi=110)
        return out.getvalue()
def bare():
    figure = Bare(figsize=(11.2, 12))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    for i in range(600):
        axes.text(i % 20 / 20, i // 20 / 30, f"text {i}", size=8)
        axes.plot([i % 20 / 20, 1], [i // 20 / 30, 1])
    return figure"""
# Name: what is loaded first, and the cell that is run again and again.
CELLS = {
    "bare": (BARE_WIDGET, "Bare()"),
    "explorer": (LOAD, "widgets.Explorer(system)"),
    "tour": (LOAD, "widgets.Tour(system)"),
    "quiz": (LOAD, "widgets.Quiz(system)"),
    "bare figure": (BARE_FIGURE, "bare()"),
    "figure": (LOAD, "figures.network(system, focus='kappa')"),
}
KERNEL = """import gc, re, ipywidgets
gc.collect(); gc.collect()
_widgets = len(getattr(ipywidgets.Widget, "_instances", None) or ipywidgets.widgets.widget._instances)
print(re.search(r'VmRSS:\\s+(\\d+)', open('/proc/self/status').read())[1], len(gc.get_objects()), _widgets)"""
SHOWN = ".jp-OutputArea-output :is(.explainer svg, .explainer-quiz, .explainer-tour, span, img)"
RUN = """async (place) => {
  const { content } = jupyterapp.shell.currentWidget;
  content.activeCellIndex = place;
  await jupyterapp.commands.execute('notebook:run-cell');
}"""
TOLD = """(place) => {
  const { outputs } = jupyterapp.shell.currentWidget.content.widgets[place].model.toJSON();
  return outputs.filter(o => o.output_type === 'stream').map(o => [o.text].flat().join('')).join('');
}"""
MODELS = """async () => {
  const manager = jupyterapp.shell.currentWidget.context.sessionContext;
  return manager.session.kernel._comms.size;
}"""
LOOKED_AT = (
    *("kernel kB", "kernel objects", "widgets", "comms"),
    *("heap kB", "buffers kB", "nodes", "listeners"),
)


def look(page: Page, session: CDPSession) -> dict[str, float]:
    """Collect rubbish on both sides and count what is left."""
    page.evaluate(RUN, 2)
    page.wait_for_function(f"({TOLD})(2) !== ''", timeout=SLOW)
    rss, objects, made = map(int, page.evaluate(TOLD, 2).split())
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
        page.wait_for_timeout(300)
    metrics: dict[str, Any] = {
        m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]
    }
    heap = metrics["JSHeapUsedSize"] / 1000
    kind = session.send("Runtime.evaluate", {"expression": "ArrayBuffer.prototype"})["result"]
    found = session.send("Runtime.queryObjects", {"prototypeObjectId": kind["objectId"]})
    buffers = session.send(
        "Runtime.callFunctionOn",
        {
            "objectId": found["objects"]["objectId"],
            "returnByValue": True,
            "functionDeclaration": "function () { return this.reduce((n, one) => n + one.byteLength, 0) / 1000; }",
        },
    )["result"]["value"]
    session.send("Runtime.releaseObject", {"objectId": found["objects"]["objectId"]})
    values = (
        rss,
        objects,
        made,
        page.evaluate(MODELS),
        heap,
        buffers,
        metrics["Nodes"],
        metrics["JSEventListeners"],
    )
    return dict(zip(LOOKED_AT, values, strict=True))


def measure(browser: Browser, lab: Lab, name: str, runs: int) -> dict[str, float]:
    """Run one cell many times; tell what each run left, on the average."""
    stem = name.replace(" ", "_")
    cells = [nbformat.v4.new_code_cell(text) for text in (*CELLS[name], KERNEL)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, lab.folder / f"{stem}.ipynb")
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.goto(lab.link(f"{stem}.ipynb"))
    page.wait_for_function(
        "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
        timeout=SLOW,
    )
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.evaluate(RUN, 0)
    shown = f"() => document.querySelector('{SHOWN}') !== null"
    for _ in range(WARM):
        page.evaluate(RUN, 1)
        page.wait_for_function(shown, timeout=SLOW)  # a handle on an element would keep it
        page.wait_for_timeout(300)
    before = look(page, session)
    for _ in range(runs):
        page.evaluate(RUN, 1)
        page.wait_for_function(shown, timeout=SLOW)  # a handle on an element would keep it
        page.wait_for_timeout(200)
    after = look(page, session)
    page.close()
    lab.end_kernel(f"{stem}.ipynb")
    return {what: (after[what] - before[what]) / runs for what in LOOKED_AT}


def main() -> None:
    """Measure all in one run and print what each run of a cell left."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--widgets", type=int, default=50, help="runs of a widget's cell (50)")
    parser.add_argument("--figures", type=int, default=20, help="runs of a figure's cell (20)")
    parser.add_argument("--only", default=",".join(CELLS), help="some of: " + ", ".join(CELLS))
    args = parser.parse_args()
    left: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = start_chromium(playwright)
        with start_lab(Path(folder)) as lab:
            print(" " * 12, *(f"{what:>14}" for what in LOOKED_AT), " left by each run")
            for name in args.only.split(","):
                runs = args.figures if "figure" in name else args.widgets
                left[name] = measure(browser, lab, name, runs)
                print(
                    f"{name:12}", *(f"{left[name][what]:14.1f}" for what in LOOKED_AT), flush=True
                )
        browser.close()
    for ours in ("explorer", "tour", "quiz", "figure"):
        bare = "bare figure" if ours == "figure" else "bare"
        if ours in left and bare in left:
            ratios = (
                f"{what} {left[ours][what] / left[bare][what]:.2f}"
                for what in LOOKED_AT
                if left[bare][what] > 0
            )
            print(f"ratio {ours} / {bare}: {', '.join(ratios)}")


if __name__ == "__main__":
    main()
