"""A count in a comment is counted again."""

import pytest

import explainer as ex
from explainer.lessons.counts import CountError, counted


@pytest.mark.parametrize(
    ("count", "number"),
    [
        ("3 = peptides", "3"),
        ("2 = interactions where receptor=mu and species", "2"),
        ("2 = interactions by ligand where receptor=kappa", "2"),
        ("1 = assessments where verdict=oversimplified and claim.hedging=hedged", "1"),
        ("2 = claims where domains=mood", "2"),
        ("0 = claims where names_receptor=yes", "0"),
        ("2 = c3.subjects", "2"),
    ],
)
def test_a_count_that_holds_gives_its_number(small: ex.System, count: str, number: str) -> None:
    assert counted(small, count) == number


@pytest.mark.parametrize(
    ("count", "fault", "way_out"),
    [
        ("4 = peptides", "'4 = peptides', but 3 are there", "set the text and the comment right"),
        ("four peptides", "'four peptides' is not a count", "write it as '16 = peptides' or"),
        ("3 = peptids", "'peptids' is not a table (did you mean 'peptides'?)", "name a table"),
        (
            "1 = claims where verdict=error",
            "'verdict' is not a column of Claim",
            "name a column that the data dictionary has",
        ),
        ("1 = c33.subjects", "no row has the id 'c33'", "name a row that is in the tables"),
    ],
)
def test_a_count_that_does_not_hold_says_so(
    small: ex.System, count: str, fault: str, way_out: str
) -> None:
    with pytest.raises(CountError) as error:
        counted(small, count)
    assert str(error.value).startswith(fault)
    assert error.value.way_out.startswith(way_out)
