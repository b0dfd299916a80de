"""A row in one line of plain words, with its voice, its caveat and its sources."""

import pytest

import explainer as ex
from copies import Copy
from explainer.voices.phrases import Line, line_of, name_of, value_of


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            "dynorphin_a_kappa_1",
            Line(
                "dynorphin_a_kappa_1",
                "dynorphin A at kappa receptor: full agonist; pKi 8.3 to 10.8 (human).",
                "pharmacology",
                sources=("release2020",),
            ),
        ),
        (
            "morphine_mu_2",
            Line(
                "morphine_mu_2",
                "morphine at mu receptor: partial agonist; weak; tissue.",
                "pharmacology",
                caveat="Says nothing about people.",
                sources=("doe2001",),
            ),
        ),
        (
            "e1",
            Line(
                "e1",
                "mu receptor activated (with morphine): better mood. Mood rose.",
                "pharmacology",
                badge="review; people",
                sources=("roe2002",),
            ),
        ),
        (
            "e4",
            Line(
                "e4",
                "kappa receptor activated: worse mood. Rats kept away.",
                "pharmacology",
                badge="animal",
                sources=("doe2001",),
            ),
        ),
        (
            "c1",
            Line(
                "c1",
                "Opioids brighten mood and ease pain.",
                "article",
                badge="P1, asserted",
                sources=("lay2021",),
            ),
        ),
        (
            "c2",
            Line(
                "c2",
                "A faulty system can lead to … here the sentence stops.",
                "article",
                badge="P2, open",
                sources=("lay2021",),
            ),
        ),
        (
            "a1",
            Line(
                "a1",
                "⇄ Contested. Sources do not agree.",
                "ours",
                badge="two findings from one study, none of people and one summary of studies",
                sources=("roe2002", "doe2001"),
            ),
        ),
        (
            "endomorphin",
            Line(
                "endomorphin",
                "endomorphin: no precursor in these tables; candidate; sequence YPWF.",
                "pharmacology",
                caveat="No precursor is known.",
                sources=("roe2002",),
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_row_is_told_in_one_line(small: ex.System, row: str, line: Line) -> None:
    assert line_of(small, small.find(row)) == line


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        ("improves", "better mood."),
        ("worsens", "worse mood."),
        ("mixed", "both ways on mood."),
        ("no difference", "no difference found in mood."),
        ("not known", "no direction told for mood."),
    ],
)
def test_a_direction_is_told_as_what_was_found(copy: Copy, direction: str, words: str) -> None:
    copy.set("pharmacology/effects.csv", "e4", direction=direction)
    system = ex.load(copy.path)
    assert words in line_of(system, system.effects["e4"]).text


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("dynorphin_a_kappa_1", "pKi 8.3 to 10.8 (human)"),
        ("endomorphin_mu_1", "pKi 8.3 (rat)"),
        ("naloxone_mu_1", "pKi below 6.0"),
        ("morphine_mu_2", "weak"),
    ],
)
def test_a_value_says_its_kind_and_species(small: ex.System, row: str, value: str) -> None:
    assert value_of(small.interactions[row]) == value


def test_a_row_is_named_as_a_reader_would(small: ex.System) -> None:
    assert name_of(small, "dynorphin_a") == "dynorphin A"
    assert name_of(small, "e1") == "e1"
