"""What tells others what this is: licences of all files, metadata, how a release is made."""

import json
import re
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
META: dict[str, Any] = json.loads((ROOT / "codemeta.json").read_text())
LICENCES = re.split(r" AND ", PROJECT["license"])
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def licence_of(name: str) -> str:
    """Read REUSE.toml as its specification has it: the last entry that names a file speaks."""
    entries = tomllib.loads((ROOT / "REUSE.toml").read_text())["annotations"]
    speaks = ""
    for entry in entries:
        paths = entry["path"] if isinstance(entry["path"], list) else [entry["path"]]
        if any(fnmatch(name, path) for path in paths):
            speaks = entry["SPDX-License-Identifier"]
    return speaks


def test_codemeta_says_what_pyproject_says() -> None:
    assert META["identifier"] == PROJECT["name"]
    assert META["version"] == PROJECT["version"]
    assert META["description"].startswith(PROJECT["description"])
    assert META["keywords"] == PROJECT["keywords"]
    assert META["softwareRequirements"] == PROJECT["dependencies"]
    assert META["author"][0]["name"] == PROJECT["authors"][0]["name"]
    assert META["license"] == [f"https://spdx.org/licenses/{name}" for name in LICENCES]
    for place in ("softwareHelp", "readme", "releaseNotes", "continuousIntegration"):
        assert (ROOT / META[place]).is_file(), place


def test_each_licence_stands_in_full() -> None:
    there = {path.stem for path in (ROOT / "LICENSES").iterdir()}
    assert there == set(LICENCES)
    assert all(path.stat().st_size > 1_400 for path in (ROOT / "LICENSES").iterdir())


def test_every_file_has_a_licence_and_the_tables_have_theirs() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = listed.stdout.split("\n")[:-1] if listed.returncode == 0 else ["README.md"]
    assert all(licence_of(name) for name in names)
    assert licence_of("src/explainer/__init__.py") == "BSD-3-Clause"
    assert licence_of("notebooks/00_start_here.ipynb") == "CC-BY-SA-4.0"
    assert licence_of("data/article/claims.csv") == "CC-BY-SA-4.0"
    assert licence_of("data/pharmacology/interactions.csv") == "CC-BY-SA-4.0 AND ODbL-1.0"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_pins_what_it_runs_and_asks_for_little(path: Path) -> None:
    words = yaml.safe_load(path.read_text())
    assert words["permissions"] == {"contents": "read"}
    for job in words["jobs"].values():
        assert job["name"]
        assert job["timeout-minutes"] <= 30
        for step in job["steps"]:
            used = step.get("uses")
            assert used is None or re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", used), used


def test_only_a_published_release_is_put_on_the_index() -> None:
    publish = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text())["jobs"][
        "publish"
    ]
    assert publish["if"] == "github.event_name == 'release'"
    assert publish["permissions"]["id-token"] == "write"
    assert "password" not in json.dumps(publish)
