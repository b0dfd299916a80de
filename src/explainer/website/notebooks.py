"""Pages that are no lessons, as notebooks: the lessons' own template makes pages of them."""

from __future__ import annotations

import json
import re
from typing import Any

import nbformat
from ipywidgets.embed import dependency_state

from explainer.pages import STATE, VIEW
from explainer.widgets.fallback import Twinned

Notebook = Any  # a tree of nodes without types
_MODEL = re.compile(r'"model_id": "(\w{32})"|"IPY_MODEL_(\w{32})"|"(\w{32})": \{"model_name"')


def book_of(*parts: str | Twinned) -> Notebook:
    """Make a notebook of Markdown and of widgets, each with its words beside it."""
    cells, widgets = [], [part for part in parts if isinstance(part, Twinned)]
    for place, part in enumerate(parts):
        cell = nbformat.v4.new_markdown_cell(part) if isinstance(part, str) else _shown(part)
        cell["id"] = f"part-{place}"
        cells.append(cell)
    book = nbformat.v4.new_notebook(cells=cells)
    if widgets:
        # All of it: what equals its default is not known where no kernel is.
        state = dependency_state(widgets, drop_defaults=False)
        saved = {"state": state, "version_major": 2, "version_minor": 0}
        book.metadata["widgets"] = {STATE: saved}
    return book


def _shown(widget: Twinned) -> Notebook:
    bundle = widget._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    view = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
    output = nbformat.v4.new_output("execute_result", data=data | {VIEW: view})
    return nbformat.v4.new_code_cell("", outputs=[output], metadata={"hidden": True})


def named_in_order(book: Notebook) -> Notebook:
    """Give widgets names by their order, for those they get by chance: two builds are one page."""
    text = json.dumps(book)
    found = ("".join(groups) for groups in _MODEL.findall(text))
    for number, name in enumerate(dict.fromkeys(found), start=1):
        text = text.replace(name, f"{number:032x}")
    return nbformat.from_dict(json.loads(text))
