"""The lessons in a folder of the reader's own: what they change there stays theirs."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from explainer.model.errors import DataError, Problem
from explainer.model.loading import data_folder

MARK = ".explainer-version"  # which version of the package the lessons of a folder came with


def opened(out: Path, version: str) -> int:
    """Copy the lessons that are not there yet, and open the folder in JupyterLab until it ends."""
    if importlib.util.find_spec("jupyterlab") is None:
        way_out = "run: pip install 'opioid-system-explainer[lab]'"
        raise DataError([Problem("JupyterLab", 0, "", "is not installed", way_out)])
    first = min(take(data_folder().parent / "notebooks", out, version)).name
    place = [
        f"--ServerApp.root_dir={out.resolve()}",
        f"--ServerApp.default_url=/doc/tree/{first}",
    ]
    # Words of our own, handed to no shell.
    return subprocess.call([sys.executable, "-m", "jupyterlab", *place])  # noqa: S603


def take(lessons: Path, out: Path, version: str) -> list[Path]:
    """Copy the lessons that are not there yet; give all of them.

    Raises
    ------
    DataError
        Where no lessons came with the package, or the folder's are of another version.

    """
    found = sorted(lessons.glob("[0-9]*.ipynb"))
    if not found:
        way_out = "install the package anew: pip install --force-reinstall opioid-system-explainer"
        raise DataError([Problem(str(lessons), 0, "", "no lessons came with it", way_out)])
    there = _version_of(out)
    if there not in ("", version):
        fault = f"holds the lessons of version {there}, and this is {version}"
        raise DataError([Problem(str(out), 0, "", fault, "name another folder for the new ones")])
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).write_text(f"{version}\n", encoding="utf-8")
    for path in found:
        if not (out / path.name).exists():
            (out / path.name).write_bytes(path.read_bytes())
    return [out / path.name for path in found]


def _version_of(out: Path) -> str:
    """Which version's lessons a folder holds; empty where it holds none."""
    if out.exists() and not out.is_dir():
        raise DataError([Problem(str(out), 0, "", "is no folder", "name one that is new or empty")])
    mark = out / MARK
    return mark.read_text(encoding="utf-8").strip() if mark.is_file() else ""
