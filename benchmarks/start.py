"""How long a start takes: ``python benchmarks/start.py``. Prints medians; judges nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 10
PROGRAMS = {
    "python alone": "pass",
    "import pydantic": "import pydantic.main",
    "import explainer": "import explainer",
    "import explainer and load all tables": "import explainer; explainer.load()",
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


def main() -> None:
    """Print the median of ten fresh processes for each program."""
    for name, program in PROGRAMS.items():
        median = statistics.median(seconds(program) for _ in range(RUNS))
        print(f"{name:40} {median * 1000:6.0f} ms, whole process")
    inside = [
        float(subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True).stdout)
        for _ in range(RUNS)
    ]
    print(f"{'load() alone':40} {statistics.median(inside) * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
