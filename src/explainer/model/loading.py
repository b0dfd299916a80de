"""From a folder to a whole system, or to every fault that stands in its way."""

from __future__ import annotations

import os
from pathlib import Path

from explainer.model.contents import row_classes
from explainer.model.csv_reader import read_tables
from explainer.model.errors import DataError, Problem, shown
from explainer.model.integrity import problems_between
from explainer.model.system import System

_LONGEST_PATH = 400  # characters of a folder's name that a message repeats


def data_folder() -> Path:
    """Find the data that come with the package: beside it when installed, else in the checkout."""
    here = Path(__file__).parents[1]
    return here / "data" if (here / "data").is_dir() else here.parents[1] / "data"


def find_folder(folder: str | Path | None = None) -> Path:
    """Find the folder with the tables, or raise `DataError` where there is none."""
    way_out = "pass the folder that holds sources.csv, article/ and pharmacology/"
    if not (folder is None or isinstance(folder, str | Path)):
        raise TypeError(f"{shown(folder)} is no path of a folder ({way_out})")
    found = data_folder() if folder is None else Path(folder)
    # os.path, because Path.is_dir raises what a name too long or a barred folder brings about.
    if not os.path.isdir(found):  # noqa: PTH112
        place = str(found) if len(str(found)) <= _LONGEST_PATH else shown(found)
        raise DataError([Problem(place, 0, "", "there is no such folder", way_out)])
    return found.resolve()


def load(folder: str | Path | None = None) -> System:
    """Read all tables; raise `DataError` with every fault, or return the whole system.

    Parameters
    ----------
    folder
        Folder with the tables; without it, the data that come with the package.

    Returns
    -------
    System
        All tables, read-only.

    Raises
    ------
    DataError
        Where there is no such folder, or a table has a fault; it tells every fault with its place.
    TypeError
        Where ``folder`` is no path.

    Examples
    --------
    >>> import explainer as ex
    >>> ex.load().receptors["mu"].gene
    'OPRM1'

    """
    folder = find_folder(folder)
    readings = read_tables(folder, row_classes())
    problems = [problem for reading in readings.values() for problem in reading.problems]
    problems += problems_between(readings)
    if problems:
        raise DataError(problems)
    tables = {name: reading.table for name, reading in readings.items()}
    return System(**tables)  # row_classes() gave each table its class
