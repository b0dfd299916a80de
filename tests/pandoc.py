"""Pandoc, which reads bibliographies as reference managers do; most who work here need none."""

import json
import shutil
import subprocess
from typing import Any

import pytest


def run(text: str, *words: str) -> str:
    """Its answer; without it a test is left out, and pytest says so (`.ci/run` asks for it)."""
    found = shutil.which("pandoc")
    if found is None:
        pytest.skip("left out: pandoc is not installed, and without it no bibliography is rendered")
    done = subprocess.run(
        [found, *words], input=text, capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stderr == ""
    return done.stdout


def read_bibtex(text: str) -> dict[str, dict[str, Any]]:
    """What pandoc reads in BibTeX, by key."""
    return {entry["id"]: entry for entry in json.loads(run(text, "-f", "bibtex", "-t", "csljson"))}
