"""How a fault is told: its place, what it is, and the way out."""

import pytest

from explainer.model.errors import DataError, Problem, did_you_mean, shown


def test_a_problem_is_told_with_place_column_fault_and_way_out() -> None:
    problem = Problem("data/x.csv", 5, "ligand", "'morfine' is not here", "use an id")
    assert str(problem) == "data/x.csv:5: ligand: 'morfine' is not here (use an id)"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert str(Problem("data/x.csv", 0, "", "is missing", "add it")) == (
        "data/x.csv: is missing (add it)"
    )


def test_an_error_tells_all_problems_once_and_in_their_order() -> None:
    late, early = (Problem("x.csv", line, "", "is odd", "mend it") for line in (10, 9))
    error = DataError([late, early, late])
    assert error.problems == (early, late)
    assert str(error).splitlines() == [
        "2 faults in the data; nothing was loaded.",
        "x.csv:9: is odd (mend it)",
        "x.csv:10: is odd (mend it)",
    ]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Morfine", " (did you mean 'morphine'?)"),
        ("KAPPA", " (did you mean 'kappa'?)"),
        ("xyzzy", ""),
        ("", ""),
    ],
)
def test_a_guess_is_made_only_where_a_word_is_near(word: str, near: str) -> None:
    assert did_you_mean(word, ["kappa", "morphine", "mu"]) == near


def test_one_fault_is_one_fault() -> None:
    error = DataError([Problem("x.csv", 0, "", "is odd", "mend it")])
    assert str(error).startswith("1 fault in the data; nothing was loaded.\n")


def test_a_long_word_is_repeated_in_part() -> None:
    assert shown("m" * 60) == f"'{'m' * 60}'"
    assert shown("m" * 61) == f"'{'m' * 60}…'"


def test_nothing_is_guessed_for_a_whole_cell_of_words() -> None:
    assert did_you_mean("m" * 61, ["m" * 60]) == ""
