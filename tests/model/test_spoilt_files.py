"""Whatever stands in the place of a table, or in its bytes, is told as a fault of the data."""

import codecs
import gzip
import os
import random
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

import explainer as ex
from copies import Copy

TABLES = ("sources.csv", "pharmacology/effects.csv", "pharmacology/ligands.csv")
each_table = pytest.mark.parametrize("table", TABLES)
# Place, perhaps a line, fault, and the way out in brackets.
FAULT = re.compile(r"\S*\bdata\b\S*(:\d+)?: .+ \(.+\)", re.DOTALL)

BYTES: dict[str, Callable[[bytes], bytes]] = {
    "any bytes": lambda _: random.Random(3).randbytes(5_000),  # noqa: S311 - nothing is secret
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "UTF-16 without its mark": lambda raw: raw.decode().encode("utf-16-be"),
    "UTF-32": lambda raw: raw.decode().encode("utf-32"),
    "two marks": lambda raw: codecs.BOM_UTF8 * 2 + raw,
    "a NUL": lambda raw: raw.replace(b"\n", b"\n\0", 1),
    "a quotation mark without its partner": lambda raw: raw.replace(b"\n", b'\n"', 1),
    "the same at the end": lambda raw: raw + b'"',
    "semicolons": lambda raw: raw.replace(b",", b";"),
    "tabs": lambda raw: raw.replace(b",", b"\t"),
    "a spreadsheet's own first line": lambda raw: b"sep=,\n" + raw,
    "a workbook": lambda _: b"PK\x03\x04" + bytes(900),
    "packed": gzip.compress,
    "a page": lambda _: b"<!doctype html><title>404</title>",
    "marks of a merge": lambda raw: raw + b"<<<<<<< HEAD\n=======\n>>>>>>> x\n",
    "a pointer to a large file": lambda _: b"version https://git-lfs.github.com/spec/v1\nsize 1\n",
    "nothing": lambda _: b"",
    "blank lines": lambda _: b"\n" * 2_000,
    "its head twice": lambda raw: raw.partition(b"\n")[0] + b"\n" + raw,
    "a heading twice": lambda raw: raw.replace(b"id,", b"id,id,", 1),
    "a heading in another alphabet": lambda raw: raw.replace(b"id,", "і".encode() + b"d,", 1),
    "a heading with blanks": lambda raw: raw.replace(b"id,", b" id ,", 1),
    "a cell of 2 MB": lambda raw: raw + b'"' + b"x" * 2_000_000 + b'"\n',
    "a line of 100,000 cells": lambda raw: raw + b"," * 100_000 + b"\n",
    "half a pair of letters": lambda raw: raw + b"\xed\xa0\x80\n",
    "another encoding": lambda raw: raw + "é".encode("latin-1") + b"\n",
    "cut inside a letter": lambda raw: raw + "é".encode()[:1],
}


@each_table
@pytest.mark.parametrize("spoil", BYTES.values(), ids=BYTES)
def test_spoilt_bytes_are_told_with_place_and_way_out(
    copy: Copy, table: str, spoil: Callable[[bytes], bytes]
) -> None:
    path = copy.path / table
    path.write_bytes(spoil(path.read_bytes()))
    told(copy)


def listens(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # an address of this kind is short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)
    os.chdir(here)


def leads_round(path: Path) -> None:
    path.symlink_to("round.csv")
    path.with_name("round.csv").symlink_to(path.name)


INSTEAD: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a link to a folder": lambda path: path.symlink_to(path.parent),
    "a link that leads round": leads_round,
    "a link to nothing": lambda path: path.symlink_to("nowhere.csv"),
    "an empty device": lambda path: path.symlink_to("/dev/null"),
    "an endless device": lambda path: path.symlink_to("/dev/urandom"),
    "a process's memory": lambda path: path.symlink_to("/proc/self/mem"),
    "a socket": listens,
    "a pipe": lambda path: os.mkfifo(path, 0o600),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
@each_table
@pytest.mark.parametrize("put", INSTEAD.values(), ids=INSTEAD)
def test_what_is_no_table_is_told_with_place_and_way_out(
    copy: Copy, table: str, put: Callable[[Path], None]
) -> None:
    (copy.path / table).unlink()
    put(copy.path / table)
    told(copy)


FOLDERS: dict[str, Callable[[Path], object]] = {
    "gone": shutil.rmtree,
    "a file": lambda path: (shutil.rmtree(path), path.write_text("x")),
    "without a part": lambda path: shutil.rmtree(path / "pharmacology"),
    "empty tables": lambda path: [one.write_bytes(b"") for one in path.rglob("*.csv")],
    "a name in capitals": lambda path: (path / TABLES[1]).rename(path / "pharmacology/EFFECTS.CSV"),
}


@pytest.mark.parametrize("spoil", FOLDERS.values(), ids=FOLDERS)
def test_a_spoilt_folder_is_told_with_place_and_way_out(
    copy: Copy, spoil: Callable[[Path], object]
) -> None:
    spoil(copy.path)
    told(copy)


CELLS = {
    ("sources.csv", "doe2001", "year"): ("1e999", "NaN", "-1", "0x10", "9" * 400, "1,5", "Ⅶ", "½"),
    ("pharmacology/effects.csv", "e1", "checked_on"): (
        "2026-02-30", "2026-13-01", "26-1-1", "01.02.2026", "2026-11-27T00:00", "٢٠٢٦-01-01",
        "-2026-01-01", "10000-01-01", "2026-1-1", "45988", "yesterday",
    ),
    ("pharmacology/effects.csv", "e1", "agent"): (
        "MU", "μ", "mu\u200b", "mu\u202e", "ｍu", "mυ", "mu;mu", "../mu", "e1", "None", "nan", "",
        "mu[",
    ),
    ("pharmacology/effects.csv", "e1", "sources"): (
        "[Table 1]", "doe2001[", "doe2001]", "doe2001[a][b]", "DOE2001", "doe2001\u200b", "dое2001",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("place", "words"), [(place, words) for place, every in CELLS.items() for words in every]
)
def test_a_spoilt_cell_is_told_with_place_and_way_out(
    copy: Copy, place: tuple[str, str, str], words: str
) -> None:
    table, row, column = place
    copy.set(table, row, **{column: words})
    assert any(f"{table}:" in fault and column in fault for fault in told(copy))


def told(copy: Copy) -> list[str]:
    with pytest.raises(ex.DataError) as error:
        ex.load(copy.path)
    faults = [str(problem) for problem in error.value.problems]
    assert [fault for fault in faults if not FAULT.fullmatch(fault)] == []
    assert len(str(error.value)) < 50_000
    return faults
