"""The real tables, read once; and a copy of the small tables, for one test to break."""

import csv
import functools
import operator
import os
import shutil
from pathlib import Path

import pytest

import explainer as ex

SMALL = Path(__file__).parent / "small"


@functools.cache
def real() -> ex.System:
    """Give the real tables; not to be changed."""
    return ex.load()


Stamp = tuple[int, ...]  # kind and rights; of a file also its size and its time, which a copy keeps


def _stamps(folder: Path) -> dict[str, Stamp]:
    """What is in a folder, at any depth; a link is not followed."""
    found: dict[str, Stamp] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            about = entry.stat(follow_symlinks=False)
            found[entry.name] = (about.st_mode, about.st_size, about.st_mtime_ns)
            if entry.is_dir(follow_symlinks=False):
                found[entry.name] = (about.st_mode,)
                within = _stamps(Path(entry))
                found |= {f"{entry.name}/{name}": stamp for name, stamp in within.items()}
    return found


def mirror(tables: Path, folder: Path) -> None:
    """Copy tables; where the last test left a copy, only what it changed is copied anew."""
    wanted, there = _stamps(tables), _stamps(folder) if folder.exists() else {}
    kinds = ({name: stamp[0] for name, stamp in found.items()} for found in (wanted, there))
    if operator.ne(*kinds):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(tables, folder)
        return
    for name, stamp in wanted.items():
        if there[name] != stamp:
            shutil.copy2(tables / name, folder / name)


class Copy:
    """The small tables in a folder called ``data``, and what `load` says of them."""

    def __init__(self, parent: Path, tables: Path = SMALL) -> None:
        self.path = parent / "data"
        mirror(tables, self.path)

    def set(self, table: str, row: str, /, **cells: str) -> None:
        """Write other words into cells of one row."""
        with (self.path / table).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        (chosen,) = (cells for cells in rows if cells[0] == row)
        for column, words in cells.items():
            chosen[header.index(column)] = words
        with (self.path / table).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])

    def copy(self, table: str, row: str, /, **cells: str) -> None:
        """Write one row a second time, with other words in some of its cells."""
        with (self.path / table).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        (chosen,) = (list(cells) for cells in rows if cells[0] == row)
        for column, words in cells.items():
            chosen[header.index(column)] = words
        with (self.path / table).open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow(chosen)

    def swap(self, table: str, old: bytes, new: bytes) -> None:
        """Put other bytes in the place of the first that equal ``old``."""
        path = self.path / table
        assert old in path.read_bytes()
        path.write_bytes(path.read_bytes().replace(old, new, 1))

    def add(self, table: str, line: str) -> None:
        """Write one more line at the end of a table."""
        with (self.path / table).open("a", encoding="utf-8", newline="") as file:
            file.write(line + "\n")

    def keep(self, table: str, rows: int = 0) -> None:
        """Cut a table off after so many rows, as a save that was broken off would."""
        path = self.path / table
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[: rows + 1]), encoding="utf-8")

    def faults(self) -> list[str]:
        """All that is said when the copy is loaded, which must fail."""
        with pytest.raises(ex.DataError) as error:
            ex.load(self.path)
        head, *faults = str(error.value).splitlines()
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        assert head == f"{count} in the data; nothing was loaded."
        return faults
