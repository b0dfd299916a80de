"""What can be seen only in a lesson that was run: whether each picture has words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from explainer.lessons.notebook import Fault

# Set in kernels that run lessons for pages: a page wants a figure in the form that weighs least.
FOR_PAGE = "EXPLAINER_FOR_PAGE"
SHORTEST = 40  # characters; less describes no picture
_KINDS = ("image/png", "image/svg+xml", "image/jpeg")


def untold_pictures(notebook: Mapping[str, Any]) -> Iterator[Fault]:
    """Find each picture that a run lesson shows without saying what is on it.

    Parameters
    ----------
    notebook
        A notebook that was run, as ``json`` reads it.

    Returns
    -------
    Iterator of Fault
        One for each picture without alt text, with the place of its cell.

    """
    for place, cell in enumerate(notebook["cells"], 1):
        for output in cell.get("outputs", []):
            for kind in _KINDS:
                told = output.get("metadata", {}).get(kind, {}).get("alt", "")
                if kind in output.get("data", {}) and len(told) < SHORTEST:
                    way_out = "show a figure of explainer.figures, which carries its own words"
                    yield Fault(place, f"a picture whose alt text is {told!r}", way_out)
