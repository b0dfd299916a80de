"""Lessons: short cells, no functions, no outputs in git, and they run from top to bottom."""

import ast
import asyncio
import copy as copying
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

import explainer as ex
from explainer import figures, lessons, pages
from explainer.lessons import timing
from explainer.lessons.clear import cleared
from leaks import leaks
from seen import Seen, seen_in, seen_in_notebook
from seen import read as unrun

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
FORMS = ("un-run", "run", "page")
FORBIDDEN = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.Assert, ast.Global
)  # fmt: skip
GRAPH = {"networkx", "matplotlib", "ipywidgets"}  # where the reader's hands are on the network
each_lesson = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
Lesson = Any  # a notebook is a tree of nodes without types


def read(path: Path) -> Lesson:
    return nbformat.read(path, as_version=4)


def cells(path: Path, kind: str) -> list[Lesson]:
    return [cell for cell in read(path).cells if cell.cell_type == kind]


def anchors(path: Path) -> set[str]:
    """Give the places that a link can lead to, as Jupyter names them."""
    headings = re.findall(
        r"^#+ (.+)$", "\n".join(cell.source for cell in cells(path, "markdown")), re.MULTILINE
    )
    return {heading.strip().replace(" ", "-") for heading in headings}


def test_each_lesson_of_the_table_has_its_notebook_in_that_order(system: ex.System) -> None:
    assert [path.stem for path in NOTEBOOKS] == list(system.lessons)


@each_lesson
def test_a_lesson_is_a_valid_notebook(path: Path) -> None:
    nbformat.validate(read(path))


@each_lesson
def test_a_lesson_holds_no_output_no_count_and_nothing_that_widgets_showed(path: Path) -> None:
    for cell in cells(path, "code"):
        assert cell.outputs == []
        assert cell.execution_count is None
    assert "widgets" not in read(path).metadata
    text = path.read_text(encoding="utf-8")
    assert text == cleared(text), f"run: python -m explainer clear notebooks/{path.name}"


def as_jupyter_saves(path: Path, saved: Path) -> None:
    """Write a lesson as running it would leave it."""
    book = nbformat.read(path, as_version=4)
    code = next(cell for cell in book.cells if cell.cell_type == "code")
    code.execution_count = 3
    code.outputs = [nbformat.v4.new_output("stream", name="stdout", text="said")]
    code.metadata["execution"] = {"iopub.execute_input": "2026-11-27T12:00:00Z"}
    book.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    book.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    nbformat.write(book, saved)


def test_what_jupyter_saved_in_lessons_is_taken_out_by_the_hook(tmp_path: Path) -> None:
    """All at once, as the hook is given them."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = (one for one in config["repos"][0]["hooks"] if one["id"] == "clear-output")
    python, *words = hook["entry"].split()
    assert python == ".venv/bin/python"
    saved = {path: tmp_path / path.name for path in NOTEBOOKS}
    for path, copy in saved.items():
        assert re.search(hook["files"], f"notebooks/{path.name}")
        as_jupyter_saves(path, copy)
        assert copy.read_bytes() != path.read_bytes()
    command = [sys.executable, *words, *map(str, saved.values())]
    subprocess.run(command, check=True, capture_output=True)
    for path, copy in saved.items():
        assert copy.read_bytes() == path.read_bytes(), path.name


@each_lesson
def test_a_lesson_holds_an_explorer_to_look_things_up_in(path: Path) -> None:
    assert any("widgets.Explorer(system" in cell.source for cell in cells(path, "code"))


@each_lesson
def test_a_cell_has_eight_lines_at_most(path: Path) -> None:
    for cell in cells(path, "code"):
        assert len(cell.source.splitlines()) <= 8, cell.source


@each_lesson
def test_a_cell_is_plain_python_without_functions(path: Path) -> None:
    """A line that begins with % or ! is no Python, so it does not parse."""
    for cell in cells(path, "code"):
        found = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, FORBIDDEN)]
        assert found == [], cell.source
        assert "%" not in cell.source


@each_lesson
def test_only_the_first_cell_imports_and_only_the_explainer(path: Path) -> None:
    found = cells(path, "code")
    for place, cell in enumerate(found):
        imported = [
            name.name if isinstance(node, ast.Import) else node.module
            for node in ast.walk(ast.parse(cell.source))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        ]
        at_first = {"explainer"} | (
            GRAPH if any(c.metadata.get("editable") for c in found) else set()
        )
        assert set(imported) == (at_first if place == 0 else set()), cell.source


@each_lesson
def test_a_lesson_says_that_it_is_descriptive_only(path: Path) -> None:
    told = [cell.source for cell in cells(path, "markdown") if "Descriptive only" in cell.source]
    assert told
    assert "not advice" in told[0]


@each_lesson
def test_a_lesson_begins_with_what_to_do_and_is_no_reason_to_change_a_medicine(path: Path) -> None:
    first = cells(path, "markdown")[0].source
    assert "No page here is a reason to start, stop or change a medicine" in first
    assert "call your emergency number at once" in first
    assert "naloxone" in first


@each_lesson
def test_a_lesson_ends_with_where_help_is(path: Path) -> None:
    assert "Where-help-is" in anchors(path)
    assert cells(path, "code")[-1].source == "lessons.where_help_is(system)"


@each_lesson
def test_a_link_in_a_lesson_leads_somewhere(path: Path) -> None:
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        file, _, place = link.partition("#")
        assert "://" not in link, "a lesson asks nothing of the web"
        assert not file or (path.parent / file).is_file(), link
        if link.startswith("#term-"):  # the glossary's; `lessons.check` finds those without a term
            continue
        assert not place or place in anchors(path.parent / file if file else path), link


@each_lesson
def test_a_file_that_a_lesson_names_is_there(path: Path) -> None:
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    for file in re.findall(r"`(\w+/[\w/]+\.\w+)`", text):
        assert (path.parents[1] / file).is_file(), file


@each_lesson
def test_a_lesson_keeps_every_rule(system: ex.System, path: Path) -> None:
    """Time, reading grade, terms, objectives, and rows behind each fact; see `tests/lessons`."""
    problems = lessons.check(system, lessons.read(path))
    assert problems == [], "\n".join(map(str, problems))


@each_lesson
def test_a_lesson_takes_between_ten_and_fifteen_minutes(path: Path) -> None:
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    (said,) = re.findall(r"\*\*Time:\*\* (\d+) minutes", text)
    assert 10 <= int(said) <= 15


@each_lesson
def test_help_is_named_at_the_start_too(path: Path) -> None:
    assert "988" in cells(path, "markdown")[0].source


def test_the_way_through_says_how_long_each_lesson_takes() -> None:
    start = "\n".join(cell.source for cell in cells(NOTEBOOKS[0], "markdown"))
    for path in NOTEBOOKS[1:]:
        (row,) = re.findall(rf"^\| .*{path.name}.*\| (\d+) \|$", start, re.MULTILINE)
        said = "\n".join(cell.source for cell in cells(path, "markdown"))
        assert f"**Time:** {row} minutes" in said, path.name


@each_lesson
def test_prose_is_not_edited_by_a_double_click_and_inputs_are_folded_but_where_hands_are_asked(
    path: Path,
) -> None:
    for cell in cells(path, "markdown"):
        assert cell.metadata.editable is False, cell.source
    for cell in cells(path, "code"):
        is_folded = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        assert is_folded != cell.metadata.get("editable", False), cell.source


@each_lesson
def test_at_least_four_minutes_of_a_lesson_are_reading(path: Path) -> None:
    assert timing.reading(lessons.read(path)) >= timing.LEAST_READING


def test_one_lesson_asks_the_network_plots_and_links_a_control_to_the_picture() -> None:
    texts = ["\n".join(c.source for c in cells(path, "code")) for path in NOTEBOOKS]
    words = ("system.graph", "nx.", "plt.", "jslink(")
    assert [all(word in text for word in words) for text in texts].count(True) == 1


def test_what_the_lesson_counts_in_the_network_is_there(system: ex.System) -> None:
    (text,) = [
        cell.source
        for path in NOTEBOOKS
        for cell in cells(path, "code")
        if cell.source.startswith("graph = system.graph")
    ]
    told: dict[str, Any] = {"system": system}
    exec(text, told)  # noqa: S102 - the lesson's own cell
    assert set(told["names"]) == set(system.receptors)
    assert min(told["reached"].values()) > 0


@each_lesson
def test_safety_and_help_are_never_folded(path: Path) -> None:
    for cell in cells(path, "markdown"):
        for fold in re.findall(r"<details.*?</details>", cell.source, re.DOTALL):
            assert not re.search(
                r"988|116 123|overdose|emergency|convulsions|slow\w* breathing", fold
            )


# As a reader runs it


# As a new kernel is, but for what Python has read: no name, and no result. The tables are the same
# for all lessons, so a kernel reads them, and gathers the picture, once. Each lesson runs in a
# kernel of its own in `tests/browser/test_browser_lessons.py`.
FRESH = """%reset -f
import functools, explainer
explainer.load = getattr(explainer.load, "kept", functools.cache(explainer.load))
explainer.load.kept = explainer.load
del explainer, functools"""


async def run_through(path: Path, manager: AsyncKernelManager) -> Lesson | BaseException:
    """Run a lesson from top to bottom, each cell within 20 seconds."""
    lesson = read(path)
    lesson.cells.insert(0, nbformat.v4.new_code_cell(FRESH))
    place = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(lesson, km=manager, timeout=20, resources=place)
    try:
        await client.async_execute()
    except Exception as error:  # noqa: BLE001 - whatever it is, the lesson's tests raise it
        return error
    finally:
        client.kc.stop_channels()
    del lesson.cells[0]
    return lesson


async def run_some(paths: list[Path]) -> dict[Path, Lesson | BaseException]:
    """Run lessons one after the other in a kernel that begins anew with each."""
    manager = AsyncKernelManager()
    try:
        return {path: await run_through(path, manager) for path in paths}
    finally:
        await manager.shutdown_kernel(now=True)


async def run_all() -> dict[Path, Lesson | BaseException]:
    both = await asyncio.gather(run_some(NOTEBOOKS[::2]), run_some(NOTEBOOKS[1::2]))
    return both[0] | both[1]


@pytest.fixture(scope="module")
def ran() -> dict[Path, Lesson | BaseException]:
    """Run all lessons, two at a time."""
    return asyncio.run(run_all())


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def run(request: pytest.FixtureRequest, ran: dict[Path, Lesson | BaseException]) -> Lesson:
    """Give one lesson as it is after its run."""
    lesson = ran[request.param]
    if isinstance(lesson, BaseException):
        raise lesson
    return lesson


def outputs(lesson: Lesson) -> list[Lesson]:
    return [output for cell in lesson.cells for output in cell.get("outputs", [])]


def test_a_lesson_runs_without_error_or_warning(run: Lesson) -> None:
    assert outputs(run)
    assert [out for out in outputs(run) if out.output_type in ("error", "stream")] == []


def test_a_figure_or_table_in_a_lesson_carries_its_words(run: Lesson) -> None:
    assert list(lessons.untold_pictures(run)) == []
    figures = [out for out in outputs(run) if "image/png" in out.get("data", {})]
    tables = [
        out for out in outputs(run) if "<caption>" in out.get("data", {}).get("text/html", "")
    ]
    assert figures or tables
    for table in tables:
        assert len(table.data["text/plain"]) > 40
        assert len(table.data["text/markdown"]) > 40
    for figure in figures:
        assert len(figure.metadata["image/png"]["alt"]) > 40
        assert len(figure.data["text/plain"]) > 40


def test_a_lesson_shows_widgets(run: Lesson) -> None:
    widgets = "application/vnd.jupyter.widget-view+json"
    assert [out for out in outputs(run) if widgets in out.get("data", {})]


def test_every_output_can_be_read_as_text(run: Lesson) -> None:
    for out in outputs(run):
        assert out.data["text/plain"]


# What stands in a lesson before a guess is settled: as git keeps it, run, and as a page


def seen(form: str, lesson: str, ran: dict[Path, Lesson | BaseException]) -> list[Seen]:
    book = copying.deepcopy(ran[FOLDER / f"{lesson}.ipynb"])
    match form:
        case "un-run":
            return list(seen_in_notebook(unrun(lesson)))
        case "run":
            return list(seen_in_notebook(book))
        case _:  # as it is without scripts, and printed
            return seen_in(pages.page(book, lesson, []))


@pytest.mark.parametrize("form", FORMS)
def test_nothing_gives_an_answer_away(
    system: ex.System, ran: dict[Path, Lesson | BaseException], form: str
) -> None:
    by_lesson = {row.lesson for row in system.predictions.values()}
    things = {lesson: seen(form, lesson, ran) for lesson in by_lesson}
    found = {
        name: given
        for name, row in system.predictions.items()
        if (given := leaks(system, name, things[row.lesson], unrun(row.lesson)))
    }
    assert found == {}


def test_what_is_looked_through_is_all_that_is_there(
    system: ex.System, ran: dict[Path, Lesson | BaseException]
) -> None:
    lesson = system.predictions["p_kappa_anxiety"].lesson
    for form in FORMS:
        things = seen(form, lesson, ran)
        assert {"h1", "h2", "text"} <= {thing.kind for thing in things}
        assert sum(len(thing.text) for thing in things) > 4000
        told = " ".join(thing.text for thing in things)
        assert "After your guess" in told
        assert "brought male volunteers" not in told  # it is folded
    words = {thing.text for thing in seen("run", lesson, ran) if thing.kind == "alt"}
    assert words == {figures.mechanism(system, "kappa").description}  # it has no finding in it
