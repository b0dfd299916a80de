"""What the benchmarks measure is made by the rules of today."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import explainer as ex

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"


def benchmark(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec
    assert spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_the_page_has_a_row_for_all_that_is_measured_and_no_other() -> None:
    figures = benchmark("figures")
    written: dict[str, dict[str, str]] = {}
    for part in re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        group, *lines = part.splitlines()
        rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
        written[group] = {name: unit for name, unit, *_ in rows if name != "what"}
    assert written == figures.MEASURES


def test_a_row_tells_median_and_range_and_says_what_was_not_measured() -> None:
    figures = benchmark("figures")
    values = [*map(float, range(1, 101))]
    assert figures.row("a", "ms", values) == "| a | ms | 50.5 | 95.0 | 1.0 | 100 | 100 |"
    assert figures.row("a", "ms", [3, 1, 2]) == "| a | ms | 2.0 | 3.0 | 1.0 | 3.0 | 3 |"
    assert figures.row("a", "kB", []) == "| a | kB | not measured | | | | |"
    assert figures.unknown([("A start", "load all tables"), ("A start", "x")]) == [("A start", "x")]
    assert figures.tables({}).count("not measured") == sum(map(len, figures.MEASURES.values()))


def test_a_made_up_system_is_one_that_loads(tmp_path: Path) -> None:
    synthetic = benchmark("synthetic")
    synthetic.write_system(tmp_path, 60, 200)
    graph = ex.load(tmp_path).graph
    assert (len(graph), graph.number_of_edges()) == (60, 200)
