"""What the schema refuses is told in our own words, for every column of every table."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import explainer as ex
from copies import Copy
from explainer.model.contents import row_classes
from explainer.model.files import Allowance
from explainer.model.refusals import told_of
from explainer.model.schema import Row

CELLS = (
    "", "x", "X y", "-1", "0", "1e400", "9" * 40, "9" * 5_000, "1.5", "nan", "1499", "2101", "yes",
    "2026-02-30", "a[", "\N{ARABIC-INDIC DIGIT ONE}", "'", "w" * 2_001,
)  # fmt: skip
COLUMNS = [(each, column) for each in row_classes().values() for column in each.model_fields]
PYDANTIC = ("should", "input", "valid ", "unable", "string", "integer", "boolean", "pattern")


def refused(row_class: type[Row], column: str, cell: object) -> list[tuple[str, str, str]]:
    try:
        row_class.model_validate({column: cell})
    except ValidationError as error:
        told = list(told_of(error, row_class, Allowance()))
        return [fault for fault in told if fault[0] == column]
    return []


@pytest.mark.parametrize(
    ("row_class", "column"), COLUMNS, ids=[f"{each.__name__}-{column}" for each, column in COLUMNS]
)
def test_no_fault_is_told_in_the_words_of_the_library(row_class: type[Row], column: str) -> None:
    told = [
        fault
        for cell in CELLS
        for one in (cell, [cell])
        for fault in refused(row_class, column, one)
    ]
    for _, fault, way_out in told:
        words = fault.replace("'string'", "").lower()
        assert not [word for word in PYDANTIC if word in words], fault
        assert way_out not in ("", "mend the cell")
        assert len(fault) < 300


@pytest.mark.parametrize(
    ("table", "row", "set_to", "fault"),
    [
        ("sources.csv", "doe2001", {"year": "1499"},
         "'1499' does not fit: it is not 1500 to 2100 (write a number from 1500 to 2100)"),
        ("pharmacology/interactions.csv", "morphine_mu_1", {"affinity_low": "14.1"},
         "'14.1' does not fit: it is not 2 to 14 (write a number from 2 to 14)"),
        ("pharmacology/interactions.csv", "morphine_mu_1", {"affinity_low": "nan"},
         "'nan' is not a number (write a number such as 8.5, or leave blank)"),
        ("pharmacology/ligands.csv", "morphine", {"note": "n" * 2_001},
         "2,001 letters in one cell (write 2,000 at most)"),
        ("pharmacology/ligands.csv", "morphine", {"synonyms": "n" * 2_001},
         "2,001 letters in one cell (write 2,000 at most)"),
        ("pharmacology/effects.csv", "e1", {"finding": "n" * 2_001},
         "2,001 letters in one cell (write 2,000 at most)"),
    ],
)  # fmt: skip
def test_a_fault_says_what_would_do(
    copy: Copy, table: str, row: str, set_to: dict[str, str], fault: str
) -> None:
    copy.set(table, row, **set_to)
    (told,) = copy.faults()
    assert told.endswith(f": {next(iter(set_to))}: {fault}")


def test_text_of_the_longest_length_is_read(copy: Copy) -> None:
    copy.set("pharmacology/ligands.csv", "morphine", note="n" * 2_000, synonyms="n" * 2_000)
    assert len(ex.load(copy.path).ligands["morphine"].note) == 2_000
