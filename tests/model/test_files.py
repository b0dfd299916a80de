"""Any folder is answered at once and within bounds, whatever stands in the place of a table."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import explainer as ex
from copies import SMALL, Copy
from explainer.model import files
from explainer.model.contents import row_classes
from explainer.model.errors import MOST_FAULTS
from explainer.model.files import Allowance, RefusedError

SAID = "not said,not applicable,not said"
EFFECTS = "pharmacology/effects.csv"
LIGANDS = "pharmacology/ligands.csv"
needs_unix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")


def pipe(copy: Copy) -> None:
    for path in copy.path.rglob("*.csv"):
        path.unlink()
        os.mkfifo(path)


def device(copy: Copy) -> None:
    for path in copy.path.rglob("*.csv"):
        path.unlink()
        path.symlink_to("/dev/zero")


def ring_of_links(copy: Copy) -> None:
    for path in copy.path.rglob("*.csv"):
        path.unlink()
        path.symlink_to(path.name)


def many_rows(copy: Copy) -> None:
    copy.add(LIGANDS, "\n".join(f"l{i},roe2002,tester,,l{i},,,,,,," for i in range(200_000)))


def many_rows_in_each(copy: Copy) -> None:
    for path in copy.path.rglob("*.csv"):
        with path.open("a") as file:
            file.writelines(f"row{i}\n" for i in range(20_000))


def many_faults(copy: Copy) -> None:
    copy.add(EFFECTS, "\n".join(f"X{i},?,?,?,?,?,?,?,?,?,,?,?,?,?,," for i in range(10_000)))


def many_unknown_links(copy: Copy) -> None:
    """Sixty letters each, and all like the ids that there are."""
    there = "\n".join(f"{'a' * 55}{i:04},roe2002,tester,,l,,,,,,," for i in range(2_000))
    copy.add(LIGANDS, there)
    rest = f"given,,mood,mixed,,animal,,{SAID},F.,,,"
    gone = (f"e{i + 9},roe2002,tester,,{'a' * 55}{i + 5_000},,{rest}" for i in range(3_000))
    copy.add(EFFECTS, "\n".join(gone))


def many_headings(copy: Copy) -> None:
    copy.swap(EFFECTS, b"caveat", b",".join(b"c%d" % i for i in range(3_000)))


def many_words(copy: Copy) -> None:
    words = ";".join(f"w{i}" for i in range(3_000))
    copy.add(LIGANDS, "\n".join(f"l{i},{words},tester,,l,,,,,,," for i in range(700)))


def large_file(copy: Copy) -> None:
    with (copy.path / EFFECTS).open("ab") as file:
        file.truncate(3_000_000_000)  # a hole, which takes no place on the disk


STORMS: dict[str, Callable[[Copy], None]] = {
    "pipes": pipe,
    "links to a device": device,
    "links to themselves": ring_of_links,
    "200,000 rows": many_rows,
    "20,000 rows in each table": many_rows_in_each,
    "100,000 faults": many_faults,
    "3,000 unknown ids like 2,000 known ones": many_unknown_links,
    "3,000 headings": many_headings,
    "2,000,000 words": many_words,
    "three gigabytes": large_file,
}
each_storm = pytest.mark.parametrize("storm", STORMS.values(), ids=STORMS)

# Ends with 0 where the folder is refused as data are, within 300 MB beside what Python takes.
REFUSES = """
import resource, sys
import explainer as ex
ex.load(sys.argv[2])
before = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (before + 300_000_000,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
try:
    ex.load(sys.argv[1])
except ex.DataError as error:
    sys.exit(len(error.problems) == 0 or len(str(error)) > 50_000)
sys.exit("it was loaded")
"""


@needs_unix
@each_storm
def test_a_storm_is_refused_within_bounds(copy: Copy, storm: Callable[[Copy], None]) -> None:
    storm(copy)
    done = subprocess.run(
        [sys.executable, "-c", REFUSES, copy.path, SMALL],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,  # a pipe would hold it for ever
    )
    assert (done.returncode, done.stderr) == (0, "")


@needs_unix
@each_storm
def test_a_storm_asks_for_a_bounded_number_of_guesses(
    copy: Copy, storm: Callable[[Copy], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(files, "did_you_mean", lambda word, _: asked.append(word) or "")
    storm(copy)
    with pytest.raises(ex.DataError) as error:
        ex.load(copy.path)
    assert len(asked) <= files.MOST_GUESSES
    assert len(error.value.problems) <= len(row_classes()) * 2 * MOST_FAULTS


ORDINARY = "cannot be read: it is no ordinary file (put the table itself in its place)"


@needs_unix
def test_a_pipe_is_no_table(copy: Copy) -> None:
    pipe(copy)
    faults = copy.faults()
    assert len(faults) == len(row_classes())
    assert all(fault.endswith(f".csv: {ORDINARY}") for fault in faults)


@needs_unix
def test_a_link_to_a_device_is_no_table(copy: Copy) -> None:
    (copy.path / EFFECTS).unlink()
    (copy.path / EFFECTS).symlink_to("/dev/zero")
    assert copy.faults() == [f"data/{EFFECTS}: {ORDINARY}"]


@needs_unix
def test_a_link_to_a_table_is_followed(copy: Copy, tmp_path: Path) -> None:
    elsewhere = (copy.path / EFFECTS).rename(tmp_path / "elsewhere.csv")
    (copy.path / EFFECTS).symlink_to(elsewhere)
    assert len(ex.load(copy.path).effects) == 4


@needs_unix
def test_a_link_to_itself_cannot_be_read(copy: Copy) -> None:
    (copy.path / EFFECTS).unlink()
    (copy.path / EFFECTS).symlink_to("effects.csv")
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{EFFECTS}: cannot be read: ")


@needs_unix
@pytest.mark.parametrize("name", ["loop", "n" * 300, "a\0b"])
def test_what_is_no_folder_is_told_as_such(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ex.DataError, match="there is no such folder") as error:
        ex.load(tmp_path / name)
    assert len(str(error.value)) < 700


@pytest.mark.parametrize("folder", [5, b"data", ["data"], {"a": 1}, True])
def test_what_names_no_folder_is_told_as_such(folder: object) -> None:
    with pytest.raises(TypeError, match="is no path of a folder") as error:
        ex.load(folder)  # type: ignore[arg-type]
    assert "sources.csv" in str(error.value)


def test_too_many_lines_are_told_with_the_table_that_brought_them(copy: Copy) -> None:
    many_rows(copy)
    (fault,) = (fault for fault in copy.faults() if LIGANDS in fault)
    assert fault == (
        f"data/{LIGANDS}: with this table there are more than 25,000 lines"
        " (is it the right file? If so, load fewer rows at once)"
    )


@pytest.mark.parametrize(
    ("left", "unit"), [({"octets": 9}, "bytes"), ({"lines": 1}, "lines"), ({"cells": 5}, "cells")]
)
def test_an_allowance_ends_after_so_much(tmp_path: Path, left: dict[str, int], unit: str) -> None:
    (tmp_path / "a.csv").write_text("a,b;c\nd,e")  # 9 bytes, 2 lines, 5 cells
    one_less = {name: number - (name != "lines") for name, number in left.items()}
    with pytest.raises(RefusedError, match=f" {unit}"):
        Allowance(**one_less).read(tmp_path / "a.csv")
    enough = {name: number + (name == "lines") for name, number in left.items()}
    assert Allowance(**enough).read(tmp_path / "a.csv") == b"a,b;c\nd,e"


def test_the_first_faults_alone_are_given_a_guess() -> None:
    allowance = Allowance(guesses=2)
    guesses = [allowance.guess("kapa", ["kappa"]) for _ in range(3)]
    assert guesses == [" (did you mean 'kappa'?)"] * 2 + [""]


def test_reading_stops_after_many_faults_and_says_so(copy: Copy) -> None:
    copy.add(EFFECTS, "\n".join(f"e{i + 9},,,,,,,,,,,,,,,,,,," for i in range(5_000)))
    with pytest.raises(ex.DataError) as error:
        ex.load(copy.path)
    told = [problem.fault for problem in error.value.problems]
    assert told.count("more than 500 faults; what follows was not looked at") == 1
    assert told.count("is blank") == 500


def test_no_fault_of_the_kind_is_lost_below_the_bound(copy: Copy) -> None:
    line = f"roe2002,tester,,gone,,given,,mood,mixed,,animal,,{SAID},F.,,,"
    copy.add(EFFECTS, "\n".join(f"e{i + 9},{line}" for i in range(400)))
    with pytest.raises(ex.DataError) as error:
        ex.load(copy.path)
    assert len(error.value.problems) == 400
    lines = str(error.value).splitlines()
    assert lines[0] == "400 faults in the data; nothing was loaded."
    assert len(lines) == 102
    assert lines[-1].startswith("… and 300 more (")
