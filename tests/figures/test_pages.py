"""Every figure on every page: nothing is cut or covered, and each says in words what it shows."""

import dataclasses
import io
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.text import Text

import explainer as ex
from cells import shown
from explainer import figures
from explainer.drawing import theme
from explainer.model.table import Table
from looks import Draw, faults_of, once, words_of

PAGES = ("print", "projector", "dark")
# The longest lanes, the widest labels, and what is not drawn; then those of small tables.
THREE = ("buprenorphine", "morphine", "salvinorin_a", "naloxone")
DRAWN = {
    "precursors": figures.precursors,
    "profiles": lambda system, **looks: figures.profiles(system, "morphine", "naloxone", **looks),
    "profiles of three": lambda system, **looks: figures.profiles(
        system, *([name for name in THREE if name in system.ligands][:3] or THREE[1:2]), **looks
    ),
    "evidence": figures.evidence,
    "mechanism": lambda system, **looks: figures.mechanism(system, "mu", **looks),
    "timeline": figures.timeline,
}
KEPT = {name: once(draw) for name, draw in DRAWN.items()}  # each is drawn once, and looked at often
every_figure = pytest.mark.parametrize("draw", KEPT.values(), ids=DRAWN)
each_anew = pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
every_page = pytest.mark.parametrize("page", PAGES)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_pages_are_those_of_the_one_visual_language() -> None:
    assert tuple(theme.PAGES) == PAGES


@every_page
def test_words_stand_out_from_their_ground(page: str) -> None:
    look = theme.PAGES[page]
    assert contrast(look.ink, look.ground) >= 7
    assert contrast(look.soft, look.ground) >= 4.5
    assert contrast(look.soft, look.silence) >= 4.5


@every_page
@every_figure
def test_nothing_is_cut_or_covered(system: ex.System, draw: Draw, page: str) -> None:
    assert faults_of(draw(system, page=page)) == []


@every_page
@every_figure
def test_nothing_is_cut_or_covered_in_a_small_system(
    small: ex.System, draw: Draw, page: str
) -> None:
    assert faults_of(draw(small, page=page)) == []


@every_figure
def test_a_slide_has_the_size_of_a_slide(system: ex.System, draw: Draw) -> None:
    """16 to 9, under a title; its type has 18 points at least, and 24 pixels of 1920 by 1080."""
    figure = draw(system, page="projector")
    width, height = figure.get_size_inches()
    assert (round(width, 1), round(height, 2)) in {(13.3, 7.5), (20.0, 11.25)}
    sizes = [text.get_fontsize() for text in figure.findobj(Text) if text.get_text()]
    assert min(sizes) >= 18
    assert min(sizes) * 1920 / (width * 72) >= 24
    assert max(sizes) > min(sizes)


@every_page
@pytest.mark.parametrize("name", ["network", "timeline"])
def test_for_a_phone_it_is_as_wide_as_its_column_and_nothing_is_cut(
    system: ex.System, name: str, page: str
) -> None:
    words = {"focus": "kappa"} if name == "network" else {}
    figure = getattr(figures, name)(system, page=page, is_narrow=True, **words)
    assert faults_of(figure) == []
    if page != "projector":
        assert round(figure.get_size_inches()[0] * 72) == 272
        assert min(t.get_fontsize() for t in figure.findobj(Text) if t.get_text()) >= 9


@every_figure
def test_a_printed_page_is_no_longer_than_paper(system: ex.System, draw: Draw) -> None:
    width, height = draw(system).get_size_inches()
    assert max(width, height) <= 11.8


@every_page
@every_figure
def test_the_ground_is_that_of_the_page(small: ex.System, draw: Draw, page: str) -> None:
    assert draw(small, page=page).get_facecolor()[:3] == pytest.approx(
        tuple(int(theme.PAGES[page].ground[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )


@every_figure
def test_the_description_is_the_same_on_print_and_dark(system: ex.System, draw: Draw) -> None:
    assert draw(system).description == draw(system, page="dark").description


@every_page
@every_figure
def test_the_description_is_more_than_one_sentence(
    system: ex.System, draw: Draw, page: str
) -> None:
    said = draw(system, page=page).description
    assert said.count(". ") >= 1
    assert said.endswith(".")
    assert "  " not in said
    assert ".." not in said


@each_anew
def test_a_cell_shows_it_with_its_words(system: ex.System, draw: Draw) -> None:
    """Matplotlib warns of a letter that its font lacks, and a warning is an error here."""
    figure = draw(system)
    data, metadata = shown(figure)
    assert data["image/png"].startswith(b"\x89PNG")
    assert metadata["image/png"]["alt"] == figure.description
    assert not hasattr(figure.canvas, "renderer")  # its bitmap, which the page has now


def cost(draw: Callable[[], object]) -> float:
    """Time of the processor."""
    start = time.process_time()
    draw()
    return time.process_time() - start


def bare(figure: Figure) -> None:
    """Draw as many paths and words with matplotlib alone, on both grounds."""
    plain = Figure(figsize=figure.get_size_inches())
    axes = plain.add_axes((0, 0, 1, 1))
    for patch in figure.findobj(PathPatch):
        axes.add_patch(PathPatch(patch.get_path()))
    for _ in figure.findobj(Text):
        axes.text(0.5, 0.5, "a few words")
    for _ in range(2):
        plain.savefig(io.BytesIO(), dpi=figure.dpi)


@pytest.mark.parametrize("name", DRAWN)
def test_it_costs_little_more_than_what_it_is_drawn_of(system: ex.System, name: str) -> None:
    """The better of two tries, and no second where the first will do: other work is no fault."""
    figure = KEPT[name](system)
    most = 4 * cost(lambda: bare(figure))
    assert any(cost(lambda: shown(DRAWN[name](system))) < most for _ in range(2))


@every_figure
def test_paper_says_that_it_is_no_advice_and_is_set_in_matplotlibs_own_font(
    small: ex.System, draw: Draw
) -> None:
    figure = draw(small)
    assert "Descriptive only: not advice, not a dosing tool." in words_of(figure)
    assert {text.get_fontfamily()[0] for text in figure.axes[0].texts} == {"DejaVu Sans"}


@each_anew
def test_an_unknown_page_names_the_nearest(small: ex.System, draw: Draw) -> None:
    with pytest.raises(ValueError, match="page=") as error:
        draw(small, page="projecter")
    told = "page='projecter' is none of print, projector, dark (did you mean 'projector'?)"
    assert str(error.value) == told


EMPTY = {
    "precursors": ("hold no precursor", ["precursors", "peptides"]),
    "evidence": ("hold no finding to draw", ["effects"]),
    "timeline": ("hold no event", ["events"]),
}


@every_page
@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_table_is_told_in_words(small: ex.System, name: str, page: str) -> None:
    told, tables = EMPTY[name]
    empty: dict[str, Table] = {table: Table([]) for table in (*tables, "subjects", "assessments")}
    figure = DRAWN[name](dataclasses.replace(small, **empty), page=page)
    assert told in " ".join(words_of(figure))
    assert faults_of(figure) == []
    assert figure.description


@every_page
@each_anew
def test_tables_that_are_all_empty_are_no_error(small: ex.System, draw: Draw, page: str) -> None:
    if draw in (DRAWN["profiles"], DRAWN["profiles of three"], DRAWN["mechanism"]):
        with pytest.raises(ValueError, match=r"'morphine' is not the id of a|'mu' is none of"):
            draw(
                dataclasses.replace(small, **{name: Table([]) for name in small.tables}), page=page
            )
        return
    empty = dataclasses.replace(small, **{name: Table([]) for name in small.tables})
    assert draw(empty, page=page).description


def test_no_figure_needs_pyplot_or_a_widget() -> None:
    """Without pyplot, a lesson that draws a hundred figures keeps none of them."""
    script = (
        "from explainer import figures, load; import sys; system = load();"
        "[getattr(figures, name)(system) for name in figures.__all__"
        " if name not in ('mechanism', 'profiles')];"
        "figures.mechanism(system, 'mu'); figures.profiles(system, 'morphine'); print(*sys.modules)"
    )
    command = [sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    names = set(done.stdout.split())
    assert "explainer.figures._profiles" in names
    assert names & {"matplotlib.pyplot", "ipywidgets", "anywidget", "IPython", "pandas"} == set()
