"""One visual language: a look for every word, and never colour alone."""

import re
from itertools import combinations
from typing import get_args

import pytest

import explainer as ex
from copies import Copy
from explainer.drawing import theme
from explainer.model.schema.vocabularies import (
    Action,
    Direction,
    Perturbation,
    Verdict,
    Voice,
)
from explainer.pages import TEMPLATES
from explainer.widgets import bundle
from vision import SIGHTS, ciede2000, contrast, distance

GROUNDS = theme.TONES["ground"]._asdict()
LINES = {"voice": theme.VOICES, "family": theme.FAMILIES, "direction": theme.DIRECTIONS}
TABLES = {"kind": theme.KINDS, **LINES}
# A precursor is drawn among molecules and over the receptors; all else is met side by side.
BESIDE_PRECURSORS = {"peptide", "ligand", "receptor"}


@pytest.mark.parametrize(
    ("vocabulary", "looks"),
    [
        (Voice, theme.VOICES),
        (Action, theme.FAMILY_OF),
        (Direction, {word for word in theme.DIRECTIONS if word}),
        (Perturbation, theme.PERTURBATIONS),
        (Verdict, theme.VERDICTS),
    ],
    ids=["voice", "action", "direction", "perturbation", "verdict"],
)
def test_every_word_of_the_schema_has_a_look_and_no_other(
    vocabulary: object, looks: set[str]
) -> None:
    assert set(looks) == set(get_args(vocabulary))


def test_every_action_belongs_to_a_family() -> None:
    assert {*theme.FAMILY_OF.values(), "doubtful"} == set(theme.FAMILIES)


def test_a_row_in_doubt_is_drawn_in_none_of_the_actions(copy: Copy) -> None:
    row = ex.load(copy.path).interactions["morphine_mu_1"]
    assert theme.family_of(row) == "activates"
    assert theme.family_of(row.model_copy(update={"in_doubt": True})) == "doubtful"


@pytest.mark.parametrize(
    "signs",
    [
        [look.sign for look in theme.KINDS.values()],
        [look.sign for look in theme.VOICES.values()],
        [look.sign for look in theme.FAMILIES.values()],
        [look.sign for look in theme.DIRECTIONS.values()],
        [look.sign for look in theme.STANDINGS.values()],
        list(theme.VERDICTS.values()),
    ],
    ids=["kind", "voice", "family", "direction", "standing", "verdict"],
)
def test_what_differs_in_meaning_differs_in_sign(signs: list[str]) -> None:
    assert len(set(signs)) == len(signs)


def test_a_standing_is_two_cells_the_articles_and_the_sources() -> None:
    """Left is the article, right are the sources; the sign between tells how they meet."""
    article = {"both", "both in part", "contradict", "apart", "article"}
    sources = {"both", "both in part", "contradict", "apart", "sources"}
    signs = {name: look.sign for name, look in theme.STANDINGS.items()}
    assert {name for name, sign in signs.items() if "L" in sign} == article
    assert {name for name, sign in signs.items() if "R" in sign} == sources
    assert {name for name, sign in signs.items() if "/" in sign} == {"contradict"}


def test_a_receptor_without_a_name_looks_like_a_receptor_on_the_articles_paper() -> None:
    unnamed = theme.KINDS["unnamed"]
    assert unnamed.sign == f"dashed {theme.KINDS['receptor'].sign}"
    assert unnamed[2:] == theme.KINDS["subject"][2:]


def test_no_two_words_of_a_table_are_the_same() -> None:
    for table in (theme.KINDS, theme.VOICES, theme.FAMILIES, theme.DIRECTIONS, theme.STANDINGS):
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
    paper = getattr(theme.KINDS["subject"], ground)
    assert contrast(getattr(theme.VOICES["article"], ground), paper) >= 3


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_css_holds_every_colour_for_light_and_dark() -> None:
    light, dark = theme.css_variables().split(".explainer.dark")
    for group, table in (LINES | {"kind": theme.KINDS}).items():
        for name, look in table.items():
            variable = f"--{group}-{name.replace(' ', '-') or 'none'}:"
            assert f"{variable}{look.light};" in light
            assert f"{variable}{look.dark};" in dark


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("under", ["ground", "wash", "paper"])
def test_words_and_links_can_be_read_on_all_they_stand_on(ground: str, under: str) -> None:
    surface = getattr(theme.TONES[under], ground)
    for name in ("ink", "soft", "link"):
        assert contrast(getattr(theme.TONES[name], ground), surface) >= 4.5, name


def test_css_holds_every_tone_for_light_and_dark() -> None:
    light, dark = theme.css_variables().split(".explainer.dark")
    for name, tone in theme.TONES.items():
        assert f"--{name}:{tone.light};" in light
        assert f"--{name}:{tone.dark};" in dark


def test_no_style_sheet_of_a_widget_holds_a_colour_of_its_own() -> None:
    """A shadow, black under a share, is none: `#0003`."""
    own = {
        sheet.name: found
        for sheet in bundle.STATIC.glob("*.css")
        if (found := re.findall(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", sheet.read_text("utf-8")))
    }
    assert own == {}


def test_a_page_without_a_kernel_has_the_same_tones() -> None:
    """Its template is read by nbconvert alone, so it cannot ask; here it is held to them."""
    sheet = (TEMPLATES / "explainer/static/page.css").read_text("utf-8")
    light, dark = re.findall(r"^ *(?::root \{)? *(--page-ink: .*?)\}?$", sheet, re.MULTILINE)[:2]
    tones = {name: theme.TONES[name] for name in ("ink", "soft", "ground", "wash", "rule", "link")}
    tones["mark"] = theme.Tone(*theme.VOICES["article"][2:])
    for name, tone in tones.items():
        assert f"--page-{name}: {tone.light};" in light
        assert f"--page-{name}: {tone.dark};" in dark


def side_by_side(table: str) -> list[tuple[str, str]]:
    pairs = combinations(TABLES[table], 2)
    return [(a, b) for a, b in pairs if "precursor" not in (a, b) or {a, b} & BESIDE_PRECURSORS]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("table", TABLES)
def test_colours_stay_apart_for_every_sight(table: str, ground: str, sight: str) -> None:
    """Words that say equally little may share one grey; whatever differs, differs enough."""
    colours = {name: getattr(look, ground) for name, look in TABLES[table].items()}
    near = {
        (a, b): round(distance(colours[a], colours[b], sight), 1)
        for a, b in side_by_side(table)
        if colours[a] != colours[b] and distance(colours[a], colours[b], sight) < 10
    }
    assert near == {}


@pytest.mark.parametrize("ground", GROUNDS)
def test_only_what_says_little_shares_a_colour(ground: str) -> None:
    shared = {
        (a, b)
        for table in LINES.values()
        for (a, one), (b, other) in combinations(table.items(), 2)
        if getattr(one, ground) == getattr(other, ground)
    }
    assert shared == {
        ("binds", "none"),
        ("binds", "doubtful"),
        ("none", "doubtful"),
        ("no difference", "not known"),
        ("no difference", ""),
        ("not known", ""),
    }


@pytest.mark.parametrize("table", [*TABLES.values(), theme.STANDINGS])
def test_what_differs_in_meaning_differs_in_word(table: dict[str, theme.Look]) -> None:
    words = [look.word for look in table.values()]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, -0.001, 2.49), (50, 0.0009, -2.49), 4.8045),
        ((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (61, -5, 29), 22.8977),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((50, 2.5, 0), (50, 3.1736, 0.5854), 1.0000),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_colour_difference_is_measured_as_published(
    one: tuple[float, float, float], other: tuple[float, float, float], apart: float
) -> None:
    """Check values of Sharma, Wu and Dalal 2005, table 1."""
    assert ciede2000(one, other) == pytest.approx(apart, abs=0.00006)


def test_who_lacks_a_cone_sees_red_and_green_alike() -> None:
    red, green = "#a84b00", "#5e7200"
    assert distance(red, green) > 30
    assert distance(red, green, "deuteranopia") < 15
    assert distance(red, green, "tritanopia") > 25
