"""What explorer.js decides by itself, tried with node on the picture of the real tables."""

import json
import os
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

import explainer as ex
from explainer import picture

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "src" / "explainer" / "widgets" / "static" / "explorer.js"


def test_explorer_js_decides_as_it_should(system: ex.System, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, so tests/js/explorer.test.js was not run")
    module = shutil.copy(SCRIPT, tmp_path / "explorer.mjs")  # node reads .mjs as an ES module
    payload = tmp_path / "picture.zlib"
    payload.write_bytes(zlib.compress(json.dumps(picture.build(system)).encode()))
    done = subprocess.run(
        [node, "--test", "--test-reporter=spec", str(ROOT / "tests" / "js" / "explorer.test.js")],
        env={**os.environ, "EXPLORER_JS": str(module), "PICTURE": str(payload)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
