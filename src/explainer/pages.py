"""The lessons as pages that work without a kernel: each is run, and saved whole in one file."""

from __future__ import annotations

import asyncio
import functools
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbclient import NotebookClient, exceptions
from nbconvert import HTMLExporter

from explainer.lessons.run import FOR_PAGE
from explainer.model.errors import Problem

TEMPLATES = Path(__file__).parent / "templates"  # nbconvert looks here; see docs/decisions/0008
TEMPLATE = "explainer"
STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"

_AT_ONCE = 2  # kernels
_PATIENCE = 120  # seconds for one cell, where the machine is busy
_NAMED = re.compile(r'(?:IPY_MODEL_|"model_id": ")(\w+)')  # another widget, in a widget's state
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_LIVE = "This control moves the picture where Jupyter runs this page."
Notebook = Any  # a tree of nodes without types


class Page(NamedTuple):
    """A page that was written, and how many bytes it has."""

    path: Path
    size: int


class PagesError(Exception):
    """No page was written; ``problems`` holds every fault that was found."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def run(paths: list[Path]) -> list[Notebook]:
    """Run notebooks, two at a time; every cell that failed in any of them is told."""
    runs = asyncio.run(_run_all(paths))
    for book, _ in runs:
        rest_controls(book)
    problems = [p for path, ran in zip(paths, runs, strict=True) for p in problems_of(path, *ran)]
    if problems:
        raise PagesError(*problems)
    return [book for book, _ in runs]


async def _run_all(paths: list[Path]) -> list[tuple[Notebook, str]]:
    turn = asyncio.Semaphore(_AT_ONCE)
    return await asyncio.gather(*(_run(path, turn) for path in paths))


async def _run(path: Path, turn: asyncio.Semaphore) -> tuple[Notebook, str]:
    """Run one notebook as far as it goes, with what its widgets know; and say what stopped it."""
    book = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    quiet = ["--log-level=ERROR"]
    async with turn:
        client = NotebookClient(
            book, timeout=_PATIENCE, kernel_name="python3", resources=place, extra_arguments=quiet
        )
        try:
            await client.async_execute(env=os.environ | {FOR_PAGE: "1"})
        except exceptions.CellExecutionError:
            return book, ""  # the cell itself holds the error
        except (exceptions.CellTimeoutError, exceptions.DeadKernelError) as error:
            return book, str(error).splitlines()[0]
    return book, ""


def rest_controls(book: Notebook) -> None:
    """Put words in place of a control that moves only where Jupyter runs."""
    for cell in book.cells:
        if cell.metadata.get("explainer", {}).get("live"):
            data = {"text/plain": _LIVE, "text/markdown": _LIVE}
            cell.outputs = [nbformat.v4.new_output("display_data", data)]


def problems_of(path: Path, book: Notebook, stopped: str = "") -> Iterator[Problem]:
    """Tell what keeps a notebook that was run from being a page: lesson, cell, and message."""
    known = book.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for place, cell in enumerate(book.cells, 1):
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                fault = f"{output.ename}: {output.evalue}"
                yield Problem(path.name, 0, f"cell {place}", fault, "mend the cell, then try again")
            view = output.get("data", {}).get(VIEW)
            if view and "_esm" not in known.get(view["model_id"], {}).get("state", {}):
                fault = "a widget that does not bring its own script would not work without Jupyter"
                way_out = "show one of explainer.widgets"
                yield Problem(path.name, 0, f"cell {place}", fault, way_out)
    if stopped:
        yield Problem(path.name, 0, "", stopped, "open the lesson in Jupyter and see which cell")


def drop_unshown(model: dict[str, Any], **_: object) -> None:
    """Before Jupyter saves a notebook, drop the state of widgets that none of its outputs shows.

    JupyterLab keeps that of every run of a cell, so a lesson tried again and again would only grow.
    """
    content = model.get("content")
    if model.get("type") != "notebook" or not content:
        return
    if saved := content["metadata"].get("widgets", {}).get(STATE, {}).get("state"):
        outputs = (output for cell in content["cells"] for output in cell.get("outputs", ()))
        views = (output.get("data", {}).get(VIEW) for output in outputs)
        kept = _reached(saved, {view["model_id"] for view in views if view})
        content["metadata"]["widgets"][STATE]["state"] = {k: saved[k] for k in saved if k in kept}


def _reached(saved: dict[str, Any], shown: set[str]) -> set[str]:
    """Ids of widgets that are shown, of all they hold, and of what joins those to each other."""
    named = {name: set(_NAMED.findall(json.dumps(one))) for name, one in saved.items()}
    kept = shown & named.keys()
    while (
        more := {
            *(other for name in kept for other in named[name] if other in named),
            *(name for name, others in named.items() if others and others <= kept),
        }
        - kept
    ):
        kept |= more
    return kept


def page(
    book: Notebook, name: str, links: list[dict[str, str]], site: dict[str, Any] | None = None
) -> str:
    """Write a notebook that was run as one page, alone or as one of a site."""
    resources = {"metadata": {"name": name}, "lessons": links, "site": site or {}}
    text, _ = _exporter().from_notebook_node(book, resources=resources)
    return str(text)


@functools.cache
def _exporter() -> HTMLExporter:
    """One for all pages: it reads its templates once."""
    return HTMLExporter(template_name=TEMPLATE, extra_template_basedirs=[str(TEMPLATES)])


def title(book: Notebook) -> str:
    """Give the first heading of a notebook."""
    text = "\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
    found = _TITLE.search(text)
    return found[1].strip() if found else "A lesson without a heading"
