"""What `make bench` measures, by name and unit, and how a figure is written down."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence

MEASURES: dict[str, dict[str, str]] = {
    "A start": {
        "a process of Python alone": "ms",
        "import pydantic, with its process": "ms",
        "import explainer, with its process": "ms",
        "import explainer and load all tables, with its process": "ms",
        "load all tables": "ms",
        "build what an Explorer sends": "ms",
    },
    "What a kernel holds": {
        "with ipywidgets, anywidget, pydantic and networkx": "MB",
        "more with the tables and an Explorer": "MB",
    },
    "A click in JupyterLab, real tables": {
        "the Explorer": "ms",
        "the Explorer run again, from its output's arrival": "ms",
        "the usual way: interact, networkx.draw, inline PNG": "ms",
        "the Explorer, sent when its cell is run": "kB",
        "the usual way, sent when its cell is run": "kB",
    },
    "A click in a page without a kernel, real tables": {
        "the Explorer": "ms",
        "the Explorer, processor throttled four times": "ms",
        "bokeh with CustomJS": "ms",
    },
    "A click in a page without a kernel, 1,000 nodes and 4,000 edges": {
        "build what an Explorer sends": "ms",
        "the Explorer": "ms",
        "the Explorer, processor throttled four times": "ms",
        "bokeh with CustomJS": "ms",
    },
    "The first picture of the site's start page": {
        "from loopback": "ms",
        "at 1.6 Mbit/s with 150 ms to the server": "ms",
        "again, offline": "ms",
    },
    "Frames of a movement from view to view": {
        "an empty page": "ms",
        "the same steps with motion off": "ms",
        "with motion": "ms",
        "frames until the first change": "frames",
    },
    "What pages weigh, as a server with gzip sends them": {
        "start page": "kB",
        "Explorer page": "kB",
        "the heaviest lesson": "kB",
        "all pages": "kB",
    },
}
HEAD = "| what | unit | median | 95 of 100 within | least | most | times |\n|---|---|---|---|---|---|---|"
NONE = "not measured"
Found = Mapping[tuple[str, str], Sequence[float]]


def number(value: float) -> str:
    """Write a figure with as many digits as it is worth."""
    return f"{value:.1f}" if abs(value) < 100 else f"{value:,.0f}"


def within(values: Sequence[float]) -> float:
    """Below which 95 of 100 lie; of few, the most."""
    return sorted(values)[max(0, round(0.95 * len(values) + 0.499) - 1)]


def row(name: str, unit: str, values: Sequence[float]) -> str:
    """Write one measurement as a line of a table."""
    if not values:
        return f"| {name} | {unit} | {NONE} | | | | |"
    told = (statistics.median(values), within(values), min(values), max(values))
    return f"| {name} | {unit} | {' | '.join(map(number, told))} | {len(values)} |"


def tables(found: Found) -> str:
    """Write all tables; what was not measured says so."""
    parts = []
    for group, measures in MEASURES.items():
        rows = [row(name, unit, found.get((group, name), ())) for name, unit in measures.items()]
        parts.append("\n".join([f"## {group}", HEAD, *rows]))
    return "\n\n".join(parts)


def unknown(found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give what was measured and has no place."""
    return [one for one in found if one[1] not in MEASURES.get(one[0], {})]
