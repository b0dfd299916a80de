"""What loads what, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

SCREENS = {"matplotlib", "ipywidgets", "anywidget", "IPython", "pandas"}


def loaded(script: str) -> set[str]:
    """Names of all modules that are loaded once a script has run, and of their packages."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{script}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_importing_loads_neither_a_screen_nor_the_graph() -> None:
    names = loaded("import explainer")
    assert "explainer" in names
    assert names & (SCREENS | {"networkx", "numpy", "pydantic"}) == set()


def test_loading_needs_no_screen_and_no_graph() -> None:
    names = loaded("import explainer; explainer.load()")
    assert "pydantic" in names
    assert names & (SCREENS | {"networkx", "numpy"}) == set()


def test_nothing_below_the_widgets_needs_a_screen() -> None:
    names = loaded(
        "from explainer import __main__, load\n"
        "from explainer.view import payload\n"
        "payload.build(load())"
    )
    assert "networkx" in names
    assert names & SCREENS == set()


def test_a_figure_is_drawn_without_a_word_where_no_cache_can_be_kept(tmp_path: Path) -> None:
    """As in a classroom whose home is read-only: matplotlib's red note tells readers nothing."""
    place = tmp_path / "a file"
    place.touch()
    script = (
        "import logging; from explainer import figures, load; figures.network(load());"
        "assert logging.getLogger('matplotlib').level == logging.NOTSET"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env=os.environ | {"MPLCONFIGDIR": str(place / "below it")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_widgets_need_no_matplotlib() -> None:
    names = loaded("from explainer.widgets import *")
    assert {"anywidget", "explainer.widgets.tour"} <= names
    assert "matplotlib" not in names


def test_what_every_jupyter_and_kernel_of_ours_loads_compiles_no_grammar() -> None:
    """A later jsonschema brings one, for addresses: a second of each start, for nothing we ask."""
    names = loaded("import nbformat.validator, jupyter_events")
    assert "jsonschema" in names
    assert names & {"lark", "rfc3987_syntax"} == set()


def test_an_explorer_loads_no_lesson_and_no_other_widget() -> None:
    """A hub pays for each reader's kernel, and most of what all widgets need is for learning."""
    names = loaded("from explainer import load, widgets; widgets.Explorer(load())._twin()")
    own = {name.split(".")[1] for name in names if name.startswith("explainer.")}
    assert own == {"drawing", "model", "view", "voices", "widgets"}
    assert names & {"explainer.widgets.twins", "explainer.widgets.quiz"} == set()
