"""What goes over the wire for an Explorer: the first view first, all else once for a system."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import ipywidgets
import pytest
from ipywidgets.widgets.widget import _remove_buffers
from jupyter_client.manager import start_new_kernel

import explainer as ex
from copies import SMALL
from explainer.widgets import Explorer, Tour

UNTIL_SHOWN = 160_000  # bytes, with the script, its style sheet and the words beside it
SECOND = (
    9_300  # bytes of an Explorer that finds all its parcels there: state, script of 2 kB, words
)
PARCELS = ("_script", "data", "rest")
LOAD = "import explainer as ex\nfrom explainer import widgets\nsystem = ex.load()"


class Kernel:
    """A real kernel, and what it sends while a cell runs."""

    def __init__(self) -> None:
        self._kernel, self._client = start_new_kernel()
        self.run(LOAD)

    def run(self, code: str) -> list[dict[str, Any]]:
        """Run a cell and give its messages in the order in which they went over the wire."""
        messages: list[dict[str, Any]] = []
        self._client.execute_interactive(code, output_hook=messages.append, timeout=60)
        return messages

    def end(self) -> None:
        self._client.stop_channels()
        self._kernel.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def kernel() -> Iterator[Kernel]:
    made = Kernel()
    yield made
    made.end()


def size_of(message: dict[str, Any]) -> int:
    """Bytes of a message: its words and what is packed."""
    return len(json.dumps(message["content"])) + sum(map(len, message["buffers"]))


def parted(messages: list[dict[str, Any]]) -> tuple[int, int]:
    """Bytes until a widget is shown, and after it."""
    kinds = [message["msg_type"] for message in messages]
    at = kinds.index("execute_result") + 1
    return sum(map(size_of, messages[:at])), sum(map(size_of, messages[at:]))


def test_the_first_view_comes_before_the_rest_and_a_second_explorer_brings_neither(
    kernel: Kernel,
) -> None:
    until, after = parted(kernel.run("widgets.Explorer(system)"))
    assert until < UNTIL_SHOWN
    assert after > until, "the rest has delayed the first view"
    messages = kernel.run("widgets.Explorer(system)")
    assert [message for message in messages if message["buffers"]] == []
    assert sum(parted(messages)) < SECOND


def test_widgets_of_a_system_name_the_same_parcels(small: ex.System) -> None:
    first, second, tour = Explorer(small), Explorer(small, focus="mu"), Tour(small, "tour_short")
    for name in PARCELS:
        assert getattr(first, name) is getattr(second, name)
    assert (tour.data, tour.rest) == (first.data, first.rest)
    assert tour.trait_values()["_script"] is not first.trait_values()["_script"]
    state, _, buffers = _remove_buffers(second.get_state())
    assert buffers == []
    assert len(json.dumps(state, default=ipywidgets.Widget.__repr__)) < SECOND / 2
    for one in (first, second, tour):
        one.close()


def test_where_no_cell_runs_the_rest_is_there_at_once(small: ex.System) -> None:
    made = Explorer(small)
    assert made.rest.content
    made.close()


def test_a_parcel_that_was_closed_is_made_anew() -> None:
    system = ex.load(SMALL)
    first = Explorer(system)
    first.data.close()
    second = Explorer(system)
    assert second.data.comm is not None
    for one in (first, second):
        one.close()


def test_parcels_of_a_system_go_when_it_goes() -> None:
    system = ex.load(SMALL)
    made = Explorer(system)
    parcels = [made.data, made.rest]
    made.close()
    del made, system
    assert [parcel.comm for parcel in parcels] == [None, None]
