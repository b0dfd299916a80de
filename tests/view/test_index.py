"""Rows and sources in words, each kept once."""

import explainer as ex
from explainer.view.index import Ledger
from explainer.voices.phrases import Line, line_of


def test_a_line_is_kept_once_and_found_again(small: ex.System) -> None:
    ledger = Ledger(small)
    first, second = (line_of(small, small.effects[row]) for row in ("e1", "e2"))
    assert [ledger.place(line) for line in (first, second, first)] == [0, 1, 0]
    assert len(ledger.lines) == 2


def test_a_line_is_words_voice_badge_caveat_sources_and_row(small: ex.System) -> None:
    ledger = Ledger(small)
    ledger.place(line_of(small, small.effects["e2"]))
    assert ledger.lines == [
        [
            "mu receptor absent: better mood. Mice without it were less still.",
            "pharmacology", "animal; 20 mice", "Mice are not people.", [0], "e2",
        ]
    ]  # fmt: skip


def test_a_source_is_kept_once_with_name_citation_and_address(small: ex.System) -> None:
    ledger = Ledger(small)
    assert [ledger.source(key) for key in ("roe2002", "lay2021", "roe2002")] == [0, 1, 0]
    assert ledger.sources == [
        [
            "Roe 2002",
            "Roe R et al. (2002). A review of people.",
            "https://pubmed.ncbi.nlm.nih.gov/222/",
        ],
        ["Writer 2021", "Writer A (2021). An article made up for these tests. Example Pages.", ""],
    ]


def test_lines_of_the_same_words_from_different_rows_are_two(small: ex.System) -> None:
    ledger = Ledger(small)
    places = {ledger.place(Line(row, "The same words.", "pharmacology")) for row in ("a", "b")}
    assert places == {0, 1}


def test_lines_point_to_sources_that_other_lines_brought(small: ex.System) -> None:
    ledger = Ledger(small)
    for row in ("e2", "e4", "e1"):
        ledger.place(line_of(small, small.effects[row]))
    assert [line[4] for line in ledger.lines] == [[0], [0], [1]]
