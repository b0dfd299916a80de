"""Plain words, and terms that lead to their meaning."""

import pytest

import explainer as ex
from explainer.lessons.readability import body, grade, is_plain, syllables, terms_are_linked
from lessons.pages_made import lesson

HARD = (
    "Investigators hypothesised that pharmacological perturbation of neuropeptidergic signalling "
    "systematically modulates motivational processing in heterogeneous experimental populations."
)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *[("the", 1), ("made", 1), ("cells", 1), ("asked", 1), ("whole", 1), ("rule", 1)],
        *[("tables", 2), ("trial", 2), ("wanted", 2), ("reader", 2), ("voices", 2), ("saying", 2)],
        *[("molecule", 3), ("receptor", 3), ("idea", 3), ("medicine", 3), ("examples", 3)],
        *[("anxiety", 4), ("association", 5), ("it's", 1), ("article's", 3)],
    ],
)
def test_syllables_are_counted_as_spoken(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", -1.45),
        # Two examples known from articles on the formula, and their grades there.
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3),
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.",
         6.9),
    ],
)  # fmt: skip
def test_the_grade_is_that_of_flesch_and_kincaid(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected, abs=0.8)


def test_a_word_set_aside_is_as_hard_as_the_rest() -> None:
    plain = grade("The cat sat on the mat.")
    assert grade("The cat sat on the dehydrogenase.", ["dehydrogenase"]) == pytest.approx(plain)
    assert grade("The cat sat on the dehydrogenase.") > plain + 4


def test_headings_tables_and_comments_are_not_running_text() -> None:
    made = lesson("# A heading\n\nOne cell\n\n| a | table |\n\n- a point\n- another\n\n<!-- no -->")
    assert body(made).split() == "One cell. a point. another.".split()  # noqa: SIM905


def test_a_plain_lesson_passes(small: ex.System) -> None:
    assert list(is_plain(small, lesson("The body makes its own. They fit to a lock."))) == []


def test_a_hard_lesson_is_told(small: ex.System) -> None:
    (fault,) = is_plain(small, lesson(HARD))
    assert fault.fault.startswith("its text reads at US grade ")
    assert fault.fault.endswith(", 8 at most")
    assert fault.way_out == "shorten sentences first, then long words"


# Terms


@pytest.mark.parametrize(
    "text",
    [
        "An [agonist](#term-agonist) acts. An agonist acts.",
        "Two [agonists](#term-agonist) act.",
        "# The agonist\n\nAn [agonist](#term-agonist) acts.",
        "Go to [agonists](02.ipynb). An [agonist](#term-agonist) acts. `agonist`",
        "See [agonists](#Here). An [agonist](#term-agonist) acts.",
        "A mixed agonist-antagonist is another word.",
        "<!-- rows: agonist -->",
    ],
)
def test_a_term_that_is_linked_where_it_first_comes_passes(small: ex.System, text: str) -> None:
    assert list(terms_are_linked(small, lesson(text))) == []


def test_a_term_without_a_link_is_told_where_it_first_comes(small: ex.System) -> None:
    (fault,) = terms_are_linked(small, lesson("Well.", "Two Agonists act. Agonists do."))
    assert fault == (
        2,
        "'Agonists' comes here first and is not linked",
        "write [Agonists](#term-agonist)",
    )


def test_a_term_linked_only_later_is_told(small: ex.System) -> None:
    (fault,) = terms_are_linked(small, lesson("An agonist. An [agonist](#term-agonist)."))
    assert fault.fault == "'agonist' comes here first and is not linked"


def test_a_link_to_no_term_is_told_with_the_nearest(small: ex.System) -> None:
    (fault,) = terms_are_linked(small, lesson("A [word](#term-agonits)."))
    assert fault.fault == "'#term-agonits' leads to no term (did you mean 'agonist'?)"
    assert fault.way_out == "add it to data/teaching/terms.csv, or drop the link"
