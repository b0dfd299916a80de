"""Memory and start for each reader of a hub: each gets a server, a kernel and an Explorer of their own.

    python benchmarks/readers.py [--readers 1,5,10,20] [--write docs/hosting.md]

All start at the same moment, as a class does. Memory is PSS, in which what processes share is parted
among them, so sums are true. Prints a table; `--write` puts it between the marks of a page.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.blocking.client import BlockingKernelClient

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))
import lab as jupyterlab  # noqa: E402 - it lies beside the browser tests

PATIENCE = 900  # seconds
TICKS = os.sysconf("SC_CLK_TCK")
CELL = "import os, explainer as ex\nfrom explainer import widgets\nsystem = ex.load()\nwidgets.Explorer(system)"
MARKS = ("<!-- readers: begin -->", "<!-- readers: end -->")
HEAD = """| readers at once | ready after, median | ready after, last | processor time each | a kernel | a server | each reader | all |
|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Reader:
    """What one reader costs: seconds until the Explorer is there, of these at work, and megabytes."""

    seconds: float
    work: float
    kernel: float
    server: float


def megabytes(process: int) -> float:
    """Read a process's share of memory, that of what it started with it."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text()
    found = re.search(r"^Pss:\s+(\d+) kB", told, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def status(process: int) -> list[str]:
    """Read what the system says of a process, from its state on."""
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()


def work(*processes: int) -> float:
    """Count the seconds for which processes kept a processor busy, however busy it is otherwise."""
    return sum(int(tick) for one in processes for tick in status(one)[11:13]) / TICKS


def weighed(seconds: float, kernel: int) -> Reader:
    """Weigh a kernel and the server that started it."""
    server = int(status(kernel)[1])
    return Reader(seconds, work(kernel, server), megabytes(kernel), megabytes(server))


@contextmanager
def opened(place: Path, began: float) -> Iterator[tuple[float, int]]:
    """Start a server and a kernel and make an Explorer; give the seconds and the kernel's process."""
    place.mkdir()
    with jupyterlab.start_lab(place) as lab:
        kernel = json.loads(jupyterlab.ask(f"{lab.url}api/kernels", "POST", PATIENCE))["id"]
        client = BlockingKernelClient(
            connection_file=str(place / "runtime_dir" / f"kernel-{kernel}.json")
        )
        client.load_connection_file()
        client.start_channels()
        # The answer itself is waited for: a slow start lets the client's own look for a sign of life fail.
        ended = client.execute(
            CELL, user_expressions={"who": "os.getpid()"}, reply=True, timeout=PATIENCE
        )["content"]
        if ended["status"] != "ok":
            raise SystemExit(f"a reader's cell failed: {ended}")
        seconds = time.monotonic() - began
        yield seconds, int(ended["user_expressions"]["who"]["data"]["text/plain"])
        client.stop_channels()


def measure(number: int) -> list[Reader]:
    """Let so many readers come at once, and weigh them when the last one is there."""
    with ExitStack() as stack, ThreadPoolExecutor(number) as hands:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        began = time.monotonic()
        ways = [opened(folder / str(n), began) for n in range(number)]
        came = list(hands.map(stack.enter_context, ways))
        return [weighed(*one) for one in came]


def line(readers: list[Reader]) -> str:
    """Put one number of readers into words."""
    each = statistics.mean(one.kernel + one.server for one in readers)
    seconds = [one.seconds for one in readers]
    return (
        f"| {len(readers)} | {statistics.median(seconds):.1f} s | {max(seconds):.1f} s "
        f"| {statistics.mean(one.work for one in readers):.1f} s "
        f"| {statistics.mean(one.kernel for one in readers):.0f} MB "
        f"| {statistics.mean(one.server for one in readers):.0f} MB "
        f"| {each:.0f} MB | {each * len(readers) / 1000:.2f} GB |"
    )


def circumstances() -> str:
    """Say on what machine it was measured, and how busy that was."""
    day = dt.datetime.now(tz=dt.UTC).date()
    load = os.getloadavg()[0]
    version = subprocess.run(
        [sys.executable, "-m", "jupyterlab", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    return (
        f"Measured on {day} by `python benchmarks/readers.py`: {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, JupyterLab {version.stdout.strip()}; "
        f"load before the start {load:.1f}."
    )


def replaced(page: str, table: str) -> str:
    """Put a table between the marks of a page."""
    begin, end = MARKS
    if page.count(begin) != 1 or page.count(end) != 1:
        raise SystemExit(f"the page needs one line {begin} and one line {end}")
    before, rest = page.split(begin)
    return f"{before}{begin}\n{table}\n{end}{rest.split(end)[1]}"


def main() -> None:
    """Measure each number of readers, and print or write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--readers", default="1,5,10,20", help="how many at once (1,5,10,20)")
    parser.add_argument("--write", type=Path, help="the page to put the table into")
    args = parser.parse_args()
    jupyterlab.PATIENCE = PATIENCE  # twenty start at once
    told = circumstances()
    lines = [told, "", *HEAD.split("\n")]
    for number in map(int, args.readers.split(",")):
        lines.append(line(measure(number)))
        print(lines[-1], flush=True)
    if args.write:
        page = args.write.read_text(encoding="utf-8")
        args.write.write_text(replaced(page, "\n".join(lines)), encoding="utf-8")


if __name__ == "__main__":
    main()
