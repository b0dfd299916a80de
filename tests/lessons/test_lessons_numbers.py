"""Numbers in a text, however they are written."""

import pytest

from explainer.lessons.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("four peptides and 16 more", {"4", "16"}),
        ("1,699 people in 11 studies", {"1699", "11"}),
        ("from 8.3 to 10.80, or 9.0", {"8.3", "10.8", "9"}),
        ("Twenty-two people, a dozen mice, ninety rats", {"22", "12", "90"}),
        ("8–12 percent, in 2019.", {"8", "12", "2019"}),
        ("the early 1800s", set()),
        ("one or two", set()),
        ("U50488, BTRX-246040, KOASTAL-2, 6-MAM and 7-OH", set()),
        ("a hundredfold, and someone of three-year-olds", set()),
    ],
)
def test_each_number_comes_in_one_form(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers
