"""The whole system in forms that other programs read: SQLite, GraphML and JSON-LD.

A file appears whole or not at all, and none is written over another.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from explainer.curation.exports import graph_file, linked_data, sqlite_file
from explainer.model.errors import DataError, Problem
from explainer.model.system import System

Writer = Callable[[System, Path], None]


def write(system: System, folder: Path, lessons: Mapping[str, str], version: str) -> list[Path]:
    """Write every form into a folder, which is made where there is none; give the files.

    Raises ``DataError`` where one of the files is there already, or the folder takes none.
    """
    writers: dict[str, Writer] = {
        "opioid-system.sqlite": sqlite_file.write,
        "opioid-system.graphml": graph_file.write,
        "opioid-system.jsonld": lambda found, path: linked_data.write(
            found, path, lessons, version
        ),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if there := [name for name in writers if (folder / name).exists()]:
            faults = [_fault(folder / name, "is there already") for name in there]
            raise DataError(faults)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as place:
            for name, writer in writers.items():
                writer(system, Path(place) / name)
            return _moved(Path(place), folder, list(writers))
    except OSError as error:
        raise DataError([_fault(folder, error.strerror or type(error).__name__)]) from error


def _moved(place: Path, folder: Path, names: list[str]) -> list[Path]:
    """Move finished files to where they belong; where one cannot go, none stays."""
    moved: list[Path] = []
    try:
        for name in names:
            (place / name).rename(folder / name)
            moved.append(folder / name)
    except OSError:
        for path in moved:
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    return moved


def _fault(path: Path, fault: str) -> Problem:
    return Problem(str(path), 0, "", fault, "name another folder, or one that is new")
