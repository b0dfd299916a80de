"""From a click to the changed picture: the Explorer, the usual way, and the quickest peer, in one run.

    python benchmarks/interaction.py [--runs 20] [--nodes 1000 --edges 4000]

Without a size, on the real tables; with one, on a made-up system. In a real JupyterLab with headless
Chromium: the Explorer, and ``ipywidgets.interact`` with ``networkx.draw`` (arrows) as an inline PNG. In a
page without a kernel, like for like: the Explorer, and bokeh with a ``CustomJS`` filter (where bokeh is
installed: ``make bench``). A time runs from the event to two animation frames after the last change of
the page or of a canvas. Prints figures; judges nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Page, sync_playwright
from synthetic import write_system
from wire import Wire

import explainer
import figures
from explainer.drawing.geometry import FORMS
from explainer.drawing.layout import arrange
from explainer.model.system import System
from explainer.view import payload

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))
from lab import Lab, start_chromium, start_lab  # noqa: E402 - they lie beside the browser tests
from still import write_page  # noqa: E402

SLOW = 120_000  # milliseconds
# Whatever changes the picture is noted: elements of the page, and strokes on a canvas.
WATCH = """
window.changed = 0; window.finished = 0;
const note = () => {
  const mine = ++window.changed;
  requestAnimationFrame(() => requestAnimationFrame(() => { if (mine === window.changed) window.finished = performance.now(); }));
};
for (const name of ['fill', 'stroke', 'fillText', 'clearRect', 'fillRect', 'drawImage']) {
  const before = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (...all) { note(); return before.apply(this, all); };
}
document.addEventListener('DOMContentLoaded', () => new MutationObserver(note).observe(
  document, { subtree: true, childList: true, attributes: true, characterData: true }));
window.timed = (act, quiet) => new Promise(done => {
  window.finished = 0;
  const start = performance.now();
  act();
  const look = () => window.finished && performance.now() - window.finished > quiet
    ? done(window.finished - start) : setTimeout(look, 20);
  look();
});
"""
# Choose a node of the Explorer by a click, or by its name where it is not drawn.
CLICK = """([id, quiet]) => timed(() => {
  const node = [...document.querySelectorAll(`.explainer svg [data-id="${id}"][role=button]`)].find(one => one.checkVisibility());
  if (node) return node.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const field = document.querySelector('.explainer [role=combobox]');
  field.value = id;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}, quiet)"""
SELECT = """([place, quiet]) => timed(() => {
  const list = document.querySelector('SELECTOR');
  list.selectedIndex = place;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}, quiet)"""
BOKEH = """([place, quiet]) => timed(() => { Bokeh.documents[0].get_model_by_name('focus').value = String(place); }, quiet)"""
USUAL = """import json, networkx as nx, ipywidgets, matplotlib.pyplot as plt
%matplotlib inline
told = json.load(open({told!r}))
graph = nx.MultiDiGraph([tuple(edge) for edge in told["edges"]])
places = {{node: tuple(place) for node, place in told["places"].items()}}
def draw(focus):
    plt.figure(figsize=(10, 8))
    near = {{focus, *nx.all_neighbors(graph, focus)}}
    colours = ["orange" if n in near else "lightgrey" for n in graph]
    nx.draw(graph, places, node_color=colours, node_size=60, with_labels=True, font_size=6)
    plt.show()
"""
INTERACT = "ipywidgets.interact(draw, focus=list(graph));"
MEMORY = "import re\nprint(re.search(r'VmRSS:\\s+(\\d+)', open('/proc/self/status').read())[1])"
PLAIN_KERNEL = "import ipywidgets, anywidget, pydantic.main, networkx"
OUR_KERNEL = """import explainer as ex
from explainer import widgets
shown = widgets.Explorer(ex.load())"""
Times = dict[str, list[float]]
SPREAD = 4  # times slower, as a phone's processor is


def write(folder: Path, name: str, cells: list[str]) -> None:
    """Write a notebook that the server can open."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, folder / f"{name}.ipynb")


def open_and_run(browser: Browser, link: str, wanted: str) -> tuple[Page, Wire, int]:
    """Open a notebook, run all, wait for what it shows; and the bytes sent from the run until then."""
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.add_init_script(WATCH)
    wire = Wire(page)
    page.goto(link)
    page.wait_for_function(
        "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
        timeout=SLOW,
    )
    page.wait_for_timeout(2000)
    wire.take()
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(wanted, timeout=SLOW)
    page.wait_for_timeout(3000)
    return page, wire, wire.take()


def in_lab(browser: Browser, lab: Lab, system: System, load: str, runs: int) -> Times:
    """Measure the Explorer and the usual way in JupyterLab."""
    boxes = arrange(system.graph, FORMS["wide"]).boxes
    places = {node: (box.x, -box.y) for node, box in boxes.items()}
    file = lab.folder / "graph.json"
    file.write_text(json.dumps({"edges": list(system.graph.edges()), "places": places}))
    ours = [f"{load}\nfrom explainer import widgets", "widgets.Explorer(system)"]
    write(lab.folder, "ours", ours)
    write(lab.folder, "usual", [USUAL.format(told=str(file)), INTERACT])
    page, wire, first = open_and_run(browser, lab.link("ours.ipynb"), ".explainer svg")
    wire.take()
    times: Times = {"ours": clicks(page, list(system.graph), runs), "ours, sent": [first / 1000]}
    page.wait_for_timeout(1000)
    sent, received = wire.take_both()
    print(f"a click in JupyterLab: {sent / runs:.0f} bytes up, {received / runs:.0f} down")
    times["ours, again"] = [shown_again(page) for _ in range(5)]
    page.close()
    page, _, first = open_and_run(browser, lab.link("usual.ipynb"), ".jp-OutputArea img")
    select = SELECT.replace("SELECTOR", ".jp-OutputArea select")
    count = page.locator(".jp-OutputArea select").first.evaluate("list => list.options.length")
    times["usual"] = [page.evaluate(select, [(1 + i) % count, 1500]) for i in range(runs)]
    times["usual, sent"] = [first / 1000]
    page.close()
    return times


def clicks(page: Page, nodes: list[str], runs: int) -> list[float]:
    """Choose nodes one after the other, evenly over all; what is done only once is done before."""
    step = max(1, len(nodes) // runs)
    page.evaluate(CLICK, [nodes[1], 300])
    return [page.evaluate(CLICK, [nodes[(2 + i * step) % len(nodes)], 300]) for i in range(runs)]


def shown_again(page: Page) -> float:
    """Run the Explorer's cell again and time from the arrival of its output to the drawn picture."""
    return float(
        page.evaluate("""async () => {
      const notebook = jupyterapp.shell.currentWidget.content;
      notebook.activeCellIndex = 1;
      notebook.widgets[1].model.outputs.clear();
      await new Promise(done => setTimeout(done, 500));
      jupyterapp.commands.execute('notebook:run-cell');
      let arrived = 0;
      for (;;) {
        await new Promise(done => requestAnimationFrame(done));
        if (!arrived && notebook.widgets[1].model.outputs.length) arrived = performance.now();
        if (arrived && notebook.widgets[1].node.querySelector('.explainer svg')) {
          await new Promise(done => requestAnimationFrame(done));
          return performance.now() - arrived;
        }
      }
    }""")
    )


def kernels() -> tuple[float, float]:
    """Weigh, in MB, a kernel that has what an Explorer is made of, and how much more it takes."""
    sizes = []
    for program in (PLAIN_KERNEL, OUR_KERNEL):
        done = subprocess.run(
            [sys.executable, "-c", f"import ipykernel.kernelapp\n{program}\n{MEMORY}"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        sizes.append(int(done.stdout.split()[-1]) / 1024)
    plain, ours = sizes
    return plain, ours - plain


def building(system: System) -> float:
    """Time the payload, in milliseconds."""
    start = time.perf_counter()
    payload.build(system)
    return 1000 * (time.perf_counter() - start)


def in_pages(browser: Browser, system: System, place: Path, runs: int) -> Times:
    """Measure the Explorer and bokeh in pages without a kernel."""
    nodes = list(system.graph)
    write_page(place / "ours.html", system)
    page = browser.new_page(viewport={"width": 1366, "height": 900}, reduced_motion="reduce")
    page.add_init_script(WATCH)
    page.goto((place / "ours.html").as_uri())
    page.wait_for_function("window.isReady", timeout=SLOW)
    page.wait_for_selector(".explainer svg", timeout=SLOW)
    times = {"page": clicks(page, nodes, runs)}
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SPREAD})
    times["slow"] = clicks(page, nodes, runs)
    page.close()
    try:
        html = bokeh_page(system)
    except ImportError:
        print("bokeh is not installed: make bench")
        return times
    (place / "bokeh.html").write_text(html)
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.add_init_script(WATCH)
    page.goto((place / "bokeh.html").as_uri())
    page.wait_for_function("window.Bokeh?.documents?.[0]?.is_idle", timeout=SLOW)
    page.wait_for_timeout(1000)
    page.evaluate(BOKEH, [1, 300])
    times["bokeh"] = [
        page.evaluate(BOKEH, [(2 + i * max(1, len(nodes) // runs)) % len(nodes), 300])
        for i in range(runs)
    ]
    page.close()
    return times


def bokeh_page(system: System) -> str:
    """The same graph as bokeh draws it: a list to choose from, and a filter that runs in the browser."""
    from bokeh.embed import file_html  # noqa: PLC0415 - only where it is installed
    from bokeh.layouts import column  # noqa: PLC0415
    from bokeh.models import ColumnDataSource, CustomJS, Select  # noqa: PLC0415
    from bokeh.plotting import figure  # noqa: PLC0415
    from bokeh.resources import INLINE  # noqa: PLC0415

    nodes = list(system.graph)
    place = {node: i for i, node in enumerate(nodes)}
    boxes = arrange(system.graph, FORMS["wide"]).boxes
    xs, ys = [boxes[n].x for n in nodes], [-boxes[n].y for n in nodes]
    ends: list[tuple[int, int]] = [(place[a], place[b]) for a, b in system.graph.edges()]
    points = ColumnDataSource({"x": xs, "y": ys, "label": nodes, "alpha": [1.0] * len(nodes)})
    lines = ColumnDataSource(
        {
            "x0": [xs[a] for a, _ in ends],
            "y0": [ys[a] for a, _ in ends],
            "x1": [xs[b] for _, b in ends],
            "y1": [ys[b] for _, b in ends],
            "a": [a for a, _ in ends],
            "b": [b for _, b in ends],
            "alpha": [0.3] * len(ends),
        }
    )
    plot = figure(width=1000, height=900, output_backend="canvas")
    plot.segment("x0", "y0", "x1", "y1", source=lines, line_alpha="alpha")
    plot.scatter("x", "y", size=7, source=points, fill_alpha="alpha", line_alpha="alpha")
    plot.text("x", "y", "label", source=points, text_font_size="9px", text_alpha="alpha")
    focus = Select(name="focus", options=[(str(i), n) for i, n in enumerate(nodes)], value="0")
    focus.js_on_change(
        "value",
        CustomJS(
            args={"points": points, "lines": lines},
            code="""
      const chosen = Number(cb_obj.value);
      const near = new Set([chosen]);
      const { a, b, alpha } = lines.data;
      for (let i = 0; i < a.length; i++) {
        const isLit = a[i] === chosen || b[i] === chosen;
        alpha[i] = isLit ? 1 : 0.02;
        if (isLit) { near.add(a[i]); near.add(b[i]); }
      }
      for (let i = 0; i < points.data.alpha.length; i++) points.data.alpha[i] = near.has(i) ? 1 : 0.15;
      points.change.emit();
      lines.change.emit();
    """,
        ),
    )
    return str(file_html(column(focus, plot), INLINE, "bokeh"))


def main() -> None:
    """Measure all ways in one run and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--runs", type=int, default=20, help="changes that are timed, each way (20)"
    )
    parser.add_argument("--nodes", type=int, help="nodes of a made-up system, at least 40")
    parser.add_argument("--edges", type=int, help="its edges, as rows of the tables")
    parser.add_argument("--no-lab", action="store_true", help="only the pages without a kernel")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place = Path(folder)
        load = "import explainer as ex\nsystem = ex.load()"
        system = explainer.load()
        if args.nodes:
            write_system(place / "data", args.nodes, args.edges or 4 * args.nodes)
            system = explainer.load(place / "data")
            load = f"import explainer as ex\nsystem = ex.load({str(place / 'data')!r})"
        print(
            f"{len(system.graph)} nodes, {system.graph.number_of_edges()} edges, {args.runs} changes"
        )
        browser = start_chromium(playwright)
        print("kernel: {:.0f} MB; with the tables and an Explorer {:+.1f} MB".format(*kernels()))
        print(f"building the payload: {building(system):.0f} ms")
        times = in_pages(browser, system, place, args.runs)
        if not args.no_lab:
            (place / "lab").mkdir()
            with start_lab(place / "lab") as lab:
                times |= in_lab(browser, lab, system, load, args.runs)
        browser.close()
    for name, found in times.items():
        print(figures.row(name, "kB" if "sent" in name else "ms", found))
    for one, other in (("ours", "usual"), ("page", "bokeh")):
        if one in times and other in times:
            ratio = statistics.median(times[one]) / statistics.median(times[other])
            print(f"ratio of the medians, {one} / {other}: {ratio:.3f}")


if __name__ == "__main__":
    main()
