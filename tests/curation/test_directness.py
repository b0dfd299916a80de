"""How directly a finding bears: brain, receptor, time; what is not asked of a row, and what is."""

from __future__ import annotations

import datetime as dt

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import rules

EFFECTS = "pharmacology/effects.csv"
TODAY = dt.date(2026, 11, 27)
Cells = dict[str, str]


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path), TODAY)]


@pytest.mark.parametrize("column", ["reaches_brain", "parts_receptor", "exposure"])
def test_each_of_the_three_is_said(copy: Copy, column: str) -> None:
    copy.set(EFFECTS, "e1", **{column: ""})
    (said,) = copy.faults()
    assert said.startswith(f"data/{EFFECTS}:2: {column}: is blank")


@pytest.mark.parametrize(
    ("row", "cells", "column"),
    [
        ("e1", {"reaches_brain": "not applicable"}, "reaches_brain"),
        ("e2", {"reaches_brain": "yes"}, "reaches_brain"),
        ("e3", {"parts_receptor": "no", "caveat": "It also reaches kappa."}, "parts_receptor"),
        ("e3", {"exposure": "not applicable"}, "exposure"),
        ("e3", {"perturbation": "measured", "reaches_brain": "not applicable"}, "exposure"),
        ("e3", {"perturbation": "present", "exposure": "not applicable"}, "reaches_brain"),
    ],
)
def test_what_cannot_be_said_of_a_row_is_not(
    copy: Copy, row: str, cells: Cells, column: str
) -> None:
    copy.set(EFFECTS, row, **cells)
    (said,) = told(copy)
    assert f": {column}: " in said


@pytest.mark.parametrize(
    ("row", "cells", "words"),
    [
        ("e2", {"parts_receptor": "not said"}, "though 'mu' itself is missing (write 'yes')"),
        ("e2", {"caveat": "A lifelong knockout."}, "though the caveat says lifelong"),
        ("e4", {"parts_receptor": "yes", "through": "morphine"}, "binds 'mu' (to 9.2) as it does"),
    ],
)
def test_what_a_row_says_elsewhere_is_held_against_it(
    copy: Copy, row: str, cells: Cells, words: str
) -> None:
    copy.set(EFFECTS, row, **cells)
    (said,) = told(copy)
    assert words in said


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("e1", {"parts_receptor": "yes"}),  # morphine, which binds mu far closer than kappa
        ("e1", {"parts_receptor": "no", "caveat": "Morphine also activates kappa."}),
        ("e1", {"parts_receptor": "no", "caveat": "It reaches other opioid receptors."}),
        ("e2", {"exposure": "lifelong", "caveat": "A lifelong knockout."}),
        ("e3", {"perturbation": "measured", "reaches_brain": "not applicable",
                "exposure": "not applicable"}),
        ("e4", {"parts_receptor": "yes", "through": "naloxone"}),  # a bound is no value
        ("e4", {"parts_receptor": "yes", "through": "morphine",
                "population": "rats without the kappa receptor"}),
        ("e4", {"reaches_brain": "no", "caveat": "Outside the brain only."}),
    ],
)  # fmt: skip
def test_what_is_told_as_it_was_stands(copy: Copy, row: str, cells: Cells) -> None:
    copy.set(EFFECTS, row, **cells)
    assert told(copy) == []


def test_the_real_rows_say_more_than_that_nothing_is_said(system: ex.System) -> None:
    rows = system.effects.values()
    said = {
        column: {getattr(row, column) for row in rows}
        for column in ("reaches_brain", "parts_receptor", "exposure")
    }
    assert all({"yes", "no", "not said"} <= said[c] for c in ("reaches_brain", "parts_receptor"))
    assert {"once", "weeks", "months or longer", "lifelong"} <= said["exposure"]
