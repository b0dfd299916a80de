"""The forms that a cell may have: what passes, and what is said of the rest."""

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from explainer.model.schema.fields import Day, Doi, FormError, Id, Pmid, Residues, Url


def read(form: object, cell: str) -> Any:  # noqa: ANN401 - whatever the form gives
    return TypeAdapter(form).validate_python(cell)


@pytest.mark.parametrize(
    ("form", "cell"),
    [
        (Id, "beta_endorphin"),
        (Id, "dynorphin_a_1_13"),
        (Id, "m" * 60),
        (Doi, ""),
        (Doi, "10.1007/BF02246192"),
        (Doi, "10.1002/(sici)1097-0193(1999)8:4<194::aid>3.0.co;2-c"),
        (Pmid, ""),
        (Pmid, "7480551"),
        (Url, ""),
        (Url, "https://example.org/a?b=c"),
        (Residues, "YGGFL"),
    ],
)
def test_a_cell_of_the_right_form_is_left_as_it_is(form: object, cell: str) -> None:
    assert read(form, cell) == cell


def test_a_day_is_read_as_one() -> None:
    assert read(Day, "2026-11-23") == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("form", "cell", "fault"),
    [
        (Id, "Mu", "is not an id"),
        (Id, "2mu", "is not an id"),
        (Id, "mu receptor", "is not an id"),
        (Id, "µ", "is not an id"),
        (Id, "mu\n", "is not an id"),
        (Id, "m" * 61, "is not an id"),
        (Doi, "https://doi.org/10.1000/a", "is not a DOI"),
        (Doi, "doi:10.1000/a", "is not a DOI"),
        (Doi, "10.1000/a b", "is not a DOI"),
        (Pmid, "PMC7480551", "is not a PubMed number"),
        (Url, "example.org", "is not an address"),
        (Url, "javascript:alert(1)", "is not an address"),
        (Url, "https://example.org/a b", "is not an address"),
        (Residues, "YGGXL", "is not a sequence"),
        (Residues, "yggfl", "is not a sequence"),
        (Day, "46349", "is not a day"),
        (Day, "2026-13-01", "is not a day"),
    ],
)
def test_a_cell_of_another_form_is_told(form: object, cell: str, fault: str) -> None:
    with pytest.raises(ValidationError) as error:
        read(form, cell)
    (told,) = error.value.errors()
    assert isinstance(told["ctx"]["error"], FormError)
    assert told["ctx"]["error"].fault == fault
    assert told["ctx"]["error"].way_out


def test_an_error_of_form_tells_cell_fault_and_way_out() -> None:
    error = FormError("Mu", "is not an id", "begin with a letter")
    assert str(error) == "'Mu' is not an id; begin with a letter"
