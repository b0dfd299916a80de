"""Node.js, which tries the scripts for the browser; who curates the tables needs none."""

import shutil

import pytest


def node() -> str:
    """Where it is; without it a test is left out, and pytest says so (`.ci/run` asks for it)."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("left out: Node.js is not installed, and without it no script is tried")
    return found
