"""A figure on a page is one drawing for light ground and dark, in outlines, with its words."""

from __future__ import annotations

import gzip
import re

import pytest
from matplotlib.figure import Figure

import explainer as ex
from explainer import figures
from explainer.drawing import theme
from explainer.figures import vector
from explainer.figures.figure import Drawing
from explainer.lessons.run import FOR_PAGE
from looks import DRAWN

MOST = 22_000  # bytes of a figure of the real tables, as a server sends it


@pytest.fixture(autouse=True)
def for_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOR_PAGE, "1")


def html_of(figure: Drawing) -> str:
    return str(figure._repr_mimebundle_()[0]["text/html"])


def colours(html: str) -> tuple[list[str], list[str]]:
    """Give the colours of both grounds, in their order."""
    light, *dark = re.findall(r"[{;](--c0:[^}]*)\}", html)
    assert len(dark) == 2  # by the page's sign, and by the machine's
    assert dark[0] == dark[1]
    return re.findall(r"#\w{6}", light), re.findall(r"#\w{6}", dark[0])


@pytest.mark.parametrize("name", DRAWN)
def test_a_page_gets_one_drawing_in_the_colours_of_both_grounds(
    small: ex.System, name: str
) -> None:
    figure = DRAWN[name](small)
    html = html_of(figure)
    assert html.count("<svg") == html.count("<style") == 1
    assert "<img" not in html
    light, dark = colours(html)
    assert (light[0], dark[0]) == (theme.PAGES["print"].ground, theme.PAGES["dark"].ground)
    assert len(light) == len(dark)
    drawn = html.split("</style>")[1]
    assert set(re.findall(r"var\(--c(\d+)\)", drawn)) == {str(n) for n in range(len(light))}
    assert not re.search(r"#[0-9a-f]{6}", drawn)


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_weighs_little(system: ex.System, name: str) -> None:
    assert len(gzip.compress(html_of(DRAWN[name](system)).encode())) < MOST


def test_no_two_figures_of_a_page_use_one_name_and_none_names_an_address(small: ex.System) -> None:
    pages = [html_of(draw(small)) for draw in DRAWN.values()]
    names = [name for page in pages for name in re.findall(r' id="([^"]+)"', page)]
    assert len(names) == len(set(names)) > 100
    for page in pages:
        own = set(re.findall(r' id="([^"]+)"', page))
        assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', page)) <= own
        assert "http" not in page


def test_a_path_goes_where_it_went() -> None:
    """Parts that follow a closed part start from where that one began."""
    path = "M 10.04 20 \nL 30 20 \nQ 40 20 40 30 \nz\nM 12 22 \nL 13 -4.26 \nz\n"
    assert vector.relative(path) == "M10 20l20 0q10 0 10 10zm2 2l1-26.3z"


def test_words_stay_words(small: ex.System) -> None:
    figure = figures.network(small)
    figure.description = 'A "picture" of \\1 <b> & more'
    assert 'aria-label="A &quot;picture&quot; of \\1 &lt;b&gt; &amp; more"' in html_of(figure)


def test_what_a_reader_changed_is_drawn_as_it_is_on_every_ground(small: ex.System) -> None:
    figure = figures.network(small)
    figure.text(0.5, 0.5, "mine")
    light, dark = colours(html_of(figure))
    assert light == dark


def test_where_the_grounds_differ_in_more_than_colours_two_pictures_stay(small: ex.System) -> None:
    other = Figure()
    other.text(0.5, 0.5, "other")
    assert vector.inline(Figure(), other, "words", 880) is None
    figure = figures.network(small)
    figure.stand_on_dark(lambda: figures.network(small, "mu", page="dark"))
    assert html_of(figure).count("<img") == 2
