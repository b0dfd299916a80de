"""A cell run again and again in JupyterLab leaves no more behind than a bare widget's does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from lab import Lab
from playwright.sync_api import Browser, expect
from reader import SLOW, Reader, write_notebook
from record import Record

LOAD = """import anywidget, ipywidgets
import explainer as ex
from explainer import widgets
from ipywidgets.widgets import widget as registry
system = ex.load()
class Bare(anywidget.AnyWidget):
    _esm = "export default { render: ({ el }) => { el.innerHTML = '<i class=bare>shown</i>' } };"
"""
EXPLORER, BARE, KEPT, LATER = 1, 2, 3, 4  # cells
CELLS = [LOAD, "widgets.Explorer(system)", "Bare()", "kept = widgets.Explorer(system)\nkept", ""]
# What is kept once, whoever runs how often, came as late as the fifth run.
WARM, RUNS = 6, 10
LEAST, STILL = 5, 3  # collections at least; and how many after which nothing has changed
RUN = """async (place) => {
  const { content } = jupyterapp.shell.currentWidget;
  content.activeCellIndex = place;
  await jupyterapp.commands.execute('notebook:run-cell');
}"""
IS_SHOWN = """(place) => {
  const { node, model } = jupyterapp.shell.currentWidget.content.widgets[place];
  return model.executionState === 'idle'
    && node.querySelector('.explainer .headline, .bare')?.textContent;
}"""
MODELS = "() => jupyterapp.shell.currentWidget.context.sessionContext.session.kernel._comms.size"
SCRIPTS = "() => globalThis[Symbol.for('explainer modules')].size"


class Left(NamedTuple):
    """What runs of a cell left in a page."""

    models: int
    nodes: int
    listeners: int
    heap: int


def run(reader: Reader, place: int) -> None:
    reader.page.evaluate(RUN, place)
    reader.page.wait_for_function(IS_SHOWN, arg=place, timeout=SLOW)


def count(reader: Reader) -> Left:
    """Let the page collect what nobody holds, and count the rest once it stands still.

    What waits for a frame, a timer or a message holds what it is about, so one collection frees
    what the one before could not; on a busy machine three were too few.
    """
    session = reader.page.context.new_cdp_session(reader.page)
    counts: list[dict[str, int]] = []
    while len(counts) < LEAST or (counts[-1] != counts[-STILL] and len(counts) < 10 * LEAST):
        session.send("HeapProfiler.collectGarbage")
        reader.frames()
        reader.page.wait_for_timeout(100)
        counts.append(session.send("Memory.getDOMCounters"))
    counted = counts[-1]
    heap = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    models = reader.page.evaluate(MODELS)
    return Left(models, counted["nodes"], counted["jsEventListeners"], heap)


def left_by(reader: Reader, place: int) -> Left:
    """Run a cell again and again, after runs in which all is loaded."""
    for _ in range(WARM):
        run(reader, place)
    before = count(reader)
    for _ in range(RUNS):
        run(reader, place)
    return Left(*(b - a for a, b in zip(before, count(reader), strict=True)))


@pytest.fixture
def opened(
    lab: Lab, chromium: Browser, record: Record, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    book = write_notebook(tmp_path_factory.mktemp("again") / "again.ipynb", CELLS)
    reader = Reader(chromium, lab, record)
    reader.open(book)
    reader.page.evaluate(RUN, 0)
    reader.wait_for_kernel()
    yield reader
    reader.close()


def test_run_again_the_explorers_cell_leaves_as_little_as_a_bare_widgets(opened: Reader) -> None:
    bare, ours = left_by(opened, BARE), left_by(opened, EXPLORER)
    assert bare.models == 2 * RUNS  # ipywidgets keeps them: it and its layout
    assert ours.models == 0
    assert opened.page.evaluate(SCRIPTS) == 1
    # An Explorer has some 3000 nodes, and its page some 1500 kB.
    assert ours.nodes < 3 * bare.nodes
    assert ours.listeners < 2 * bare.listeners
    assert ours.heap < 4 * bare.heap
    opened.shape("mu").click()
    found = "[w.focus for w in registry._instances.values() if isinstance(w, widgets.Explorer)]"
    assert opened.ask(found) == "['mu']"


def test_a_widget_that_is_held_lives_on_in_a_later_cell(opened: Reader) -> None:
    run(opened, KEPT)
    opened.ask("held = kept")
    run(opened, KEPT)
    opened.shape("mu").click()
    assert opened.ask("kept.focus, held.focus") == "('mu', '')"
    opened.page.evaluate(
        "place => jupyterapp.shell.currentWidget.content.widgets[place].model.sharedModel.setSource('held')",
        LATER,
    )
    run(opened, LATER)
    expect(opened.explorer).to_have_count(2)
    opened.explorer.nth(1).locator(".sockets .shape[data-id=kappa]").click()
    assert opened.ask("kept.focus, held.focus") == "('mu', 'kappa')"
