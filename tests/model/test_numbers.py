"""A number is read where a person would read it so: plain digits, and no sign that says nothing."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import explainer as ex
from copies import Copy
from explainer.curation.dictionary import kind_of
from explainer.model.contents import row_classes
from explainer.model.files import Allowance
from explainer.model.refusals import told_of
from explainer.model.schema import Row

ODD = (
    "1_000", "+5", "5.", ".5", "1e3", "1E3", "05", "007", "-0", "-0.0", "0x10", "1,000", "1 000",
    "5,5", "−5", "٥", "５", "५", "²", "½", "Ⅷ", "5%", "~5", ">5", "5-6", "nan", "NaN", "inf",
    "Infinity", "-inf", "1e400", "five", "5\u200b", "--5", "5-", "1.2.3", "8_5.0", "1__0",
)  # fmt: skip
ODD_WHOLE = (*ODD, "5.0", "5.5", "2015.0", "0.0")
ODD_YES_NO = (
    "1",
    "0",
    "t",
    "f",
    "on",
    "off",
    "y",
    "n",
    "True",
    "FALSE",
    "Yes",
    "NO",
    "ｙｅｓ",
    "x",
)
REFUSED = {"integer": ODD_WHOLE, "number": ODD, "boolean": ODD_YES_NO}
SAID = {
    "integer": "is not a whole number", "number": "is not a number",
    "boolean": "is neither yes nor no",
}  # fmt: skip
COLUMNS = [
    (each, column, kind)
    for each in row_classes().values()
    for column in each.model_fields
    if (kind := kind_of(each, column)) in REFUSED
]


def told(row_class: type[Row], column: str, cell: str) -> list[tuple[str, str]]:
    try:
        row_class.model_validate({column: cell})
    except ValidationError as error:
        faults = told_of(error, row_class, Allowance())
        return [(fault, way_out) for where, fault, way_out in faults if where == column]
    return []


@pytest.mark.parametrize(
    ("row_class", "column", "kind"), COLUMNS, ids=[f"{e.__name__}-{c}" for e, c, _ in COLUMNS]
)
def test_what_only_a_program_reads_as_a_number_is_refused(
    row_class: type[Row], column: str, kind: str
) -> None:
    for cell in REFUSED[kind]:
        ((fault, way_out),) = told(row_class, column, cell)
        assert fault.endswith(SAID[kind]), cell
        assert way_out.startswith("write ")


def test_there_are_columns_of_each_kind() -> None:
    assert {kind for *_, kind in COLUMNS} == {*REFUSED}
    assert len(COLUMNS) > 20


@pytest.mark.parametrize(
    ("table", "row", "column", "cell"),
    [
        ("sources.csv", "doe2001", "year", "2001.0"),
        ("pharmacology/receptors.csv", "mu", "gtopdb_id", "+319"),
        ("pharmacology/interactions.csv", "morphine_mu_1", "affinity_low", "8_1.0"),
        ("pharmacology/interactions.csv", "morphine_mu_1", "plot_ok", "TRUE"),
    ],
)
def test_such_a_cell_is_told_with_its_place(
    copy: Copy, table: str, row: str, column: str, cell: str
) -> None:
    copy.set(table, row, **{column: cell})
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{table}:")
    assert f": {column}: '{cell}' is " in fault
    assert "(write " in fault


@pytest.mark.parametrize(
    ("cell", "number"),
    [("8", 8.0), ("8.0", 8.0), ("8.50", 8.5), ("2.5", 2.5), ("13.999999", 13.999999)],
)
def test_a_plain_number_is_read(copy: Copy, cell: str, number: float) -> None:
    copy.set("pharmacology/interactions.csv", "morphine_mu_1", affinity_low=cell)
    assert ex.load(copy.path).interactions["morphine_mu_1"].affinity_low == number


@pytest.mark.parametrize(
    ("column", "cell", "number"),
    [("estimate", "-7.10", -7.1), ("estimate", "-12", -12.0), ("estimate", "0.5", 0.5),
     ("estimate", "0", 0.0), ("analysed", "10", 10), ("analysed", "1000", 1000), ("met", "", None)],
)  # fmt: skip
def test_plain_numbers_of_results_are_read(
    copy: Copy, column: str, cell: str, number: float | None
) -> None:
    (row,) = list(ex.load(copy.path).results)[:1]
    copy.set("pharmacology/results.csv", row, **{column: cell})
    assert getattr(ex.load(copy.path).results[row], column) == number
