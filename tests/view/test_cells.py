"""What a cell showed is given back when it is run again: tried in a real kernel."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import pytest
from jupyter_client.manager import start_new_kernel

from copies import SMALL

START = """
import comm, gc, ipywidgets, traitlets
import explainer as ex
from explainer import figures, widgets
from explainer.figures.figure import Drawing
from explainer.widgets.fallback import Twinned
from explainer.widgets.parcel import Parcel
from ipywidgets.widgets import widget as registry
system = ex.load("{tables}")

def models():
    # That both sides have, but for parcels, which all widgets of a system share.
    found = registry._instances.items()
    return [key for key, one in found if not isinstance(one, Parcel)]

def parcels():
    return sum(isinstance(one, Parcel) for one in registry._instances.values())

def alive(kind):
    return sum(isinstance(one, kind) for one in gc.get_objects())

MESSAGE = {"method": "update", "state": {"focus": "kappa"}, "buffer_paths": []}

def heard(one):
    comms = comm.get_comm_manager().comms
    comms[one.model_id].handle_msg(
        {"buffers": [], "content": {"data": MESSAGE}}
    )
    return one.focus == "kappa"
"""
MAKE = {
    "Explorer": "widgets.Explorer(system)",
    "Tour": "widgets.Tour(system, next(iter(system.tours)))",
    "Quiz": "widgets.Quiz(system)",
    "Glossary": "widgets.Glossary(system)",
    "Reserve": "widgets.Reserve(system)",
}
EXPLORER = MAKE["Explorer"]
OPEN = "[type(one).__name__ for one in registry._instances.values() if isinstance(one, Twinned)]"
FIGURE = "figures.precursors(system)"


class Kernel:
    """A kernel that is told which cell runs, and what its messages told the page."""

    def __init__(self) -> None:
        self._kernel, self._client = start_new_kernel()
        self.closed: set[str] = set()  # ids of models that the page was told to let go
        self.run(START.replace("{tables}", SMALL.as_posix()))

    def run(self, code: str, cell: str = "") -> Any:  # noqa: ANN401 - whatever the code gives
        """Run code as this cell; give back what its last line shows, read as Python."""
        message = self._client.session.msg(
            "execute_request",
            {"code": code, "silent": False, "store_history": True, "allow_stdin": False},
            metadata={"cellId": cell} if cell else {},
        )
        self._client.shell_channel.send(message)
        shown: Any = None
        while True:
            told = self._client.get_iopub_msg(timeout=60)
            if told["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            content = told["content"]
            assert told["msg_type"] != "error", "\n".join(content["traceback"])
            if told["msg_type"] == "comm_close":
                self.closed.add(content["comm_id"])
            elif told["msg_type"] == "execute_result":
                shown = content["data"]["text/plain"]
            elif content.get("execution_state") == "idle":
                return shown

    def ask(self, code: str) -> Any:  # noqa: ANN401 - the same
        """What an expression gives; nothing that is asked stays in the kernel."""
        return ast.literal_eval(self.run(code))

    def end(self) -> None:
        self._client.stop_channels()
        self._kernel.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def running() -> Iterator[Kernel]:
    kernel = Kernel()
    yield kernel
    kernel.end()


@pytest.fixture
def kernel(running: Kernel) -> Kernel:
    """The kernel with nothing shown and no name of a test's own."""
    running.run("%reset -f out")
    running.run(
        "for name in [n for n in dir() if n.startswith('my')]: del globals()[name]\n"
        "ipywidgets.Widget.close_all()"
    )
    running.closed.clear()
    return running


# What is given back


@pytest.mark.parametrize("made", MAKE.values(), ids=MAKE)
def test_run_again_a_cell_leaves_the_widget_of_its_last_run_alone(
    kernel: Kernel, made: str
) -> None:
    kernel.run(made, "another")  # parcels that are made once are made now
    before = kernel.ask("alive(Twinned), len(models()), parcels()")
    for _ in range(5):
        kernel.run(made, "cell")
    after = kernel.ask("alive(Twinned), len(models()), parcels()")
    grown = tuple(b - a for a, b in zip(before, after, strict=True))
    assert grown == (1, 2, 0)  # it and its layout


def test_the_page_hears_which_models_are_gone(kernel: Kernel) -> None:
    kernel.run(EXPLORER, "cell")
    former = set(kernel.ask("models()"))
    assert len(former) == 2
    kernel.run(EXPLORER, "cell")
    assert kernel.closed == former


def test_run_again_a_cell_leaves_the_figure_of_its_last_run_alone(kernel: Kernel) -> None:
    before = kernel.ask("alive(Drawing)")
    for _ in range(5):
        kernel.run(FIGURE, "cell")
    assert kernel.ask("alive(Drawing)") - before == 1


def test_a_name_that_is_given_anew_holds_only_the_last(kernel: Kernel) -> None:
    for _ in range(5):
        kernel.run(f"my = {EXPLORER}\nmy", "cell")
    assert kernel.ask(OPEN) == ["Explorer"]
    assert kernel.ask("heard(my)")


def test_what_several_lines_of_a_cell_show_goes_together(kernel: Kernel) -> None:
    both = f"display({EXPLORER}, {MAKE['Quiz']}); {FIGURE}"
    for _ in range(3):
        kernel.run(both, "cell")
    assert kernel.ask(OPEN) == ["Explorer", "Quiz"]


# What is left as it is

HOLDERS = {
    "a name": ("my_held = my", "my_held"),
    "a list": ("my_held = [my]", "my_held[0]"),
    "an object": (
        "class MyHolder: pass\nmy_held = MyHolder()\nmy_held.one = my",
        "my_held.one",
    ),
    "a function": ("my_held = lambda one=my: one", "my_held()"),
    "a box": ("display(ipywidgets.HBox([my]))", "next(iter(my_boxes())).children[0]"),
    "a link": (
        "ipywidgets.jslink((my, 'focus'), (ipywidgets.Text(), 'value'))",
        "next(one.source[0] for one in registry._instances.values() if hasattr(one, 'source'))",
    ),
    "a listener": (
        "my_text = ipywidgets.Text()\ntraitlets.dlink((my_text, 'value'), (my, 'focus'))",
        "next(w for w in registry._instances.values() if isinstance(w, Twinned) and w is not my)",
    ),
}
BOXES = (
    "my_boxes = lambda: (one for one in registry._instances.values()"
    " if isinstance(one, ipywidgets.HBox))"
)


@pytest.mark.parametrize(("hold", "held"), HOLDERS.values(), ids=HOLDERS)
def test_a_widget_that_is_still_held_is_not_closed(kernel: Kernel, hold: str, held: str) -> None:
    kernel.run(BOXES)
    kernel.run(f"my = {EXPLORER}\nmy", "cell")
    kernel.run("my_id = my.model_id")
    kernel.run(hold, "another cell")
    kernel.run(f"my = {EXPLORER}\nmy", "cell")
    assert kernel.closed == set()
    assert kernel.ask(f"{held}.model_id == my_id and registry._instances[my_id] is {held}")
    assert kernel.ask(f"heard({held})")
    assert kernel.run(held, "a later cell") is not None


def test_what_is_still_held_stays_among_the_results(kernel: Kernel) -> None:
    kernel.run(f"my = {EXPLORER}\nmy", "cell")
    kernel.run("my_held, my_place = my, max(Out)")
    kernel.run(f"my = {EXPLORER}\nmy", "cell")
    assert kernel.ask("Out[my_place] is my_held and globals()[f'_{my_place}'] is my_held")
    assert kernel.ask("_ is not my_held and __ is not None")


def test_a_widget_shown_in_a_later_cell_lives_when_either_cell_is_run_again(
    kernel: Kernel,
) -> None:
    kernel.run(f"my = {EXPLORER}", "first")
    kernel.run("my", "second")
    kernel.run("my", "second")
    assert kernel.closed == set()
    assert kernel.ask("heard(my)")


def test_a_widget_shown_in_two_cells_lives_while_one_shows_it(kernel: Kernel) -> None:
    kernel.run(f"my = {EXPLORER}\nmy", "first")
    kernel.run("my", "second")
    kernel.run(f"my = {EXPLORER}\nmy", "first")
    assert kernel.closed == set()
    kernel.run("my", "second")
    assert len(kernel.closed) == 2


def test_another_cell_takes_nothing_along(kernel: Kernel) -> None:
    kernel.run(EXPLORER, "first")
    kernel.run(EXPLORER, "second")
    kernel.run("1 + 1", "first")  # it shows nothing of ours
    assert kernel.closed == set()


def test_a_front_end_that_names_no_cell_is_left_alone(kernel: Kernel) -> None:
    kernel.run(EXPLORER)
    kernel.run(EXPLORER)
    assert kernel.closed == set()


def test_a_layout_that_is_held_outlives_its_widget(kernel: Kernel) -> None:
    kernel.run(EXPLORER, "cell")
    kernel.run("my_layout = Out[max(Out)].layout")
    kernel.run(EXPLORER, "cell")
    assert len(kernel.closed) == 1
    assert kernel.ask("registry._instances[my_layout.model_id] is my_layout")
