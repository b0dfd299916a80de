"""What the benchmarks measure is made by the rules of today."""

import importlib.util
from pathlib import Path

import explainer as ex

SYNTHETIC = Path(__file__).parents[1] / "benchmarks" / "synthetic.py"


def test_a_made_up_system_is_one_that_loads(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("synthetic", SYNTHETIC)
    assert spec
    assert spec.loader
    synthetic = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(synthetic)
    synthetic.write_system(tmp_path, 60, 200)
    graph = ex.load(tmp_path).graph
    assert (len(graph), graph.number_of_edges()) == (60, 200)
