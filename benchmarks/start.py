"""How long a start takes: ``python benchmarks/start.py``. Prints medians; judges nothing."""

from __future__ import annotations

import subprocess
import sys
import time

import figures

RUNS = 10
PROGRAMS = {
    "a process of Python alone": "pass",
    "import pydantic, with its process": "import pydantic.main",
    "import explainer, with its process": "import explainer",
    "import explainer and load all tables, with its process": "import explainer; explainer.load()",
}
LOAD = (
    "import explainer, time; explainer.load; t = time.perf_counter();"
    "explainer.load(); print(time.perf_counter() - t)"
)


def seconds(program: str) -> float:
    """Time one fresh process from outside."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return time.perf_counter() - start


def measured(runs: int) -> dict[str, list[float]]:
    """Time fresh processes, each program as often, in milliseconds."""
    found = {
        name: [1000 * seconds(program) for _ in range(runs)] for name, program in PROGRAMS.items()
    }
    ask = [sys.executable, "-c", LOAD]
    inside = [subprocess.run(ask, check=True, capture_output=True).stdout for _ in range(runs)]
    return found | {"load all tables": [1000 * float(told) for told in inside]}


def main() -> None:
    """Print the figures of ten fresh processes for each program."""
    for name, values in measured(RUNS).items():
        print(figures.row(name, "ms", values))


if __name__ == "__main__":
    main()
