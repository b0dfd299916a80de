"""A lesson as git keeps it: no outputs, no counts, nothing of what its widgets showed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from explainer.model.errors import Problem

_OF_A_RUN = ("collapsed", "execution", "scrolled", "trusted")
_FOLDED = "source_hidden"
_KEPT = ("kernelspec", "language_info")


def in_place(notebooks: Iterable[Path]) -> Iterator[Path | Problem]:
    """Write each as git keeps it; one that cannot be read is left as it is, and told."""
    for path in notebooks:
        try:
            text = path.read_text(encoding="utf-8")
            kept = cleared(text)
        except (OSError, ValueError, KeyError, TypeError) as error:
            fault = f"cannot be read as a notebook: {type(error).__name__}: {error}"
            yield Problem(str(path), 0, "", fault, "save it in Jupyter, then try again")
            continue
        if kept != text:
            path.write_text(kept, encoding="utf-8", newline="\n")
            yield path


def cleared(text: str) -> str:
    """Give a notebook's text as it is before any cell is run, however Jupyter has saved it."""
    book = json.loads(text)
    book["cells"] = [_cell(cell) for cell in book["cells"]]
    book["metadata"] = {name: book["metadata"][name] for name in _KEPT if name in book["metadata"]}
    if language := book["metadata"].get("language_info"):
        book["metadata"]["language_info"] = {"name": language["name"]}
    return json.dumps(book, ensure_ascii=False, indent=1) + "\n"


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    """One cell: its own text and what the lesson says of it."""
    kept = {name: cell[name] for name in sorted(cell)}
    kept["metadata"] = {k: word for k, word in cell["metadata"].items() if k not in _OF_A_RUN}
    # That an input is folded is the lesson's; that an output is, its reader's.
    if folded := {k: v for k, v in kept["metadata"].pop("jupyter", {}).items() if k == _FOLDED}:
        kept["metadata"]["jupyter"] = folded
    kept["source"] = "".join(cell["source"])
    if cell["cell_type"] == "code":
        kept |= {"execution_count": None, "outputs": []}
    return kept
