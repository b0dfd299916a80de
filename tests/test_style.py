"""One visual language: a look for every word, and never colour alone."""

from typing import get_args

import pytest

from explainer import style
from explainer.rows.words import Action, Direction, Evidence, Perturbation, Verdict, Voice

GROUNDS = {"light": "#ffffff", "dark": "#14191f"}
LINES = {"voice": style.VOICES, "family": style.FAMILIES, "direction": style.DIRECTIONS}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("vocabulary", "looks"),
    [
        (Voice, style.VOICES),
        (Action, style.FAMILY_OF),
        (Direction, {word for word in style.DIRECTIONS if word}),
        (Perturbation, style.PERTURBATIONS),
        (Evidence, style.EVIDENCE),
        (Verdict, style.VERDICTS),
    ],
    ids=["voice", "action", "direction", "perturbation", "evidence", "verdict"],
)
def test_every_word_of_the_schema_has_a_look_and_no_other(
    vocabulary: object, looks: set[str]
) -> None:
    assert set(looks) == set(get_args(vocabulary))


def test_every_action_belongs_to_a_family() -> None:
    assert set(style.FAMILY_OF.values()) == set(style.FAMILIES)


@pytest.mark.parametrize(
    "signs",
    [
        [look.sign for look in style.KINDS.values()],
        [look.sign for look in style.VOICES.values()],
        [look.sign for look in style.FAMILIES.values()],
        [look.sign for look in style.DIRECTIONS.values()],
        [look.sign for look in style.STANDINGS.values()],
        list(style.VERDICTS.values()),
        list(style.EVIDENCE.values()),
    ],
    ids=["kind", "voice", "family", "direction", "standing", "verdict", "evidence"],
)
def test_what_differs_in_meaning_differs_in_sign(signs: list[str]) -> None:
    assert len(set(signs)) == len(signs)


def test_a_standing_is_two_cells_the_articles_and_the_sources() -> None:
    """Left is the article, right are the sources; the sign between tells how they meet."""
    article = {"both", "both in part", "contradict", "apart", "article"}
    sources = {"both", "both in part", "contradict", "apart", "sources"}
    signs = {name: look.sign for name, look in style.STANDINGS.items()}
    assert {name for name, sign in signs.items() if "L" in sign} == article
    assert {name for name, sign in signs.items() if "R" in sign} == sources
    assert {name for name, sign in signs.items() if "/" in sign} == {"contradict"}


def test_a_receptor_without_a_name_looks_like_a_receptor_on_the_articles_paper() -> None:
    unnamed = style.KINDS["unnamed"]
    assert unnamed.sign == f"dashed {style.KINDS['receptor'].sign}"
    assert unnamed[2:] == style.KINDS["subject"][2:]


def test_no_two_words_of_a_table_are_the_same() -> None:
    for table in (style.KINDS, style.VOICES, style.FAMILIES, style.DIRECTIONS, style.STANDINGS):
        words = [look.word for look in table.values()]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("table", LINES)
def test_a_line_stands_out_from_its_ground(table: str, ground: str) -> None:
    weak = {
        name: look
        for name, look in LINES[table].items()
        if contrast(getattr(look, ground), GROUNDS[ground]) < 3
    }
    assert weak == {}


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_the_articles_lines_stand_out_from_its_paper(ground: str) -> None:
    paper = getattr(style.KINDS["subject"], ground)
    assert contrast(getattr(style.VOICES["article"], ground), paper) >= 3


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_css_holds_every_colour_for_light_and_dark() -> None:
    light, dark = style.css_variables().split(".explainer.dark")
    for group, table in (LINES | {"kind": style.KINDS}).items():
        for name, look in table.items():
            variable = f"--{group}-{name.replace(' ', '-') or 'none'}:"
            assert f"{variable}{look.light};" in light
            assert f"{variable}{look.dark};" in dark
