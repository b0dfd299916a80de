"""Why a place is empty: the words say what was done, and when last."""

import pytest

import explainer as ex
from copies import Copy
from explainer.view import absence


@pytest.mark.parametrize("day", ["2025-11-05", "2026-03-04"])
def test_the_last_search_is_the_one_that_is_told(copy: Copy, day: str) -> None:
    copy.copy("searches.csv", "q_mood", id="q_again", searched_on=day)
    (found,) = absence.of(ex.load(copy.path), "mu", ["mood"]).values()
    assert found.kind == "unfound"
    last = "4 March 2026" if day > "2026-01-02" else "2 January 2026"
    assert found.words.endswith(f"search of {last}")
