"""The picture on paper: the frames of the Explorer, its answers as headings, its hazards."""

import dataclasses
import functools
import time
from collections import Counter

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

import explainer as ex
from cells import shown as shown_in_cell
from explainer import figures
from explainer.drawing import theme
from explainer.drawing.display import Field, Frame, place_of
from explainer.drawing.geometry import Box
from explainer.figures import painter
from explainer.figures.figure import Drawing
from explainer.figures.sheet import Sheet
from explainer.model.table import Table
from explainer.view import headline, headlines, overview, payload, selection, sockets
from explainer.view.findings import Finding, findings
from explainer.view.state import LENSES, State
from looks import faults_of, once, overlapping, texts_of, words_of
from vision import contrast

PAGES = tuple(theme.PAGES)
DESCRIPTIVE = "Descriptive only: not advice, not a dosing tool."
FOCUSES = ("", "kappa", "mood", "anxiety", "buprenorphine", "opioid_drugs", "pdyn",
           "endomorphin_1", "said_opioids", "said_worsening_receptor", "gap_c25")  # fmt: skip
WITH_MARKS = FOCUSES[:7]
EVERYWHERE = [(focus, "both") for focus in FOCUSES] + [
    (focus, lens) for lens in LENSES[1:] for focus in ("", "kappa", "anxiety", "said_opioids")
]
network = once(figures.network)  # each is drawn once, and looked at often
every_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(autouse=True)
def _build_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gather each picture once: what is tried here is what is drawn of it."""
    monkeypatch.setattr(payload, "build", built_of)


BUILT: dict[int, payload.Json] = {}
build = payload.build


def built_of(system: ex.System) -> payload.Json:
    if id(system) not in BUILT:
        BUILT[id(system)] = build(system)
    return BUILT[id(system)]


def own_of(system: ex.System, focus: str) -> list[Finding]:
    """Give the findings that a view must hold."""
    first = overview.first_domains(system)
    return [
        one
        for one in findings(system)
        if (focus in (one.agent, one.domain, *one.through) if focus else one.domain in first)
    ]


def patches_of(figure: Drawing, start: str) -> list[PathPatch]:
    patches = figure.axes[0].patches
    return [patch for patch in patches if (patch.get_gid() or "").startswith(start)]


def marks_of(figure: Drawing) -> list[PathPatch]:
    """Give the marks of findings, each with the ids of what it stands for; not those of the key."""
    return patches_of(figure, "finding ")


def ids_of(figure: Drawing) -> Counter[str]:
    return Counter(one for mark in marks_of(figure) for one in str(mark.get_gid()).split()[1:])


def box_of(patch: PathPatch) -> Box:
    (x0, y0), (x1, y1) = patch.get_path().get_extents().get_points()
    return Box(x0, y0, x1 - x0, y1 - y0)


def middle_of(patch: PathPatch) -> tuple[float, float]:
    box = box_of(patch)
    return box.x + box.w / 2, box.y + box.h / 2


def title_of(figure: Drawing) -> str:
    """Give the words in the largest bold type before all others."""
    texts = texts_of(figure)
    size = texts[0].get_size()
    lines = []
    for text in texts:
        if text.get_size() != size or text.get_weight() != "bold":
            break
        lines.append(text.get_text())
    return " ".join(lines)


# Every finding, once, where the frame has it.


@pytest.mark.parametrize("page", ["print", "dark"])
@pytest.mark.parametrize("focus", WITH_MARKS)
def test_every_finding_is_drawn_or_counted_once(system: ex.System, focus: str, page: str) -> None:
    figure = network(system, focus, page=page)
    assert ids_of(figure) == Counter(one.id for one in own_of(system, focus))


@pytest.mark.parametrize("focus", WITH_MARKS)
def test_a_slide_draws_every_finding_or_says_how_many_it_leaves_out(
    system: ex.System, focus: str
) -> None:
    figure = network(system, focus, page="projector")
    own = own_of(system, focus)
    drawn = ids_of(figure)
    assert set(drawn.values()) == {1}
    left = [one for one in own if one.id not in drawn]
    told = [words for words in words_of(figure) if words.startswith("Not drawn here")]
    assert [f"Not drawn here: {len(left)} findings" in words for words in told] == (
        [True] if left else []
    )
    assert not any(one.domain in overview.first_domains(system) for one in left)


def test_the_place_of_a_mark_is_that_of_the_display_list(system: ex.System) -> None:
    """A thousand fields of any measure: the painter keeps to the one formula."""
    draw = np.random.default_rng(20261127)
    sheet = Sheet("print")
    one = findings(system)[0]
    for _ in range(1000):
        x, y, dx, dy, size = draw.uniform(1, 90, 5)
        per, i = int(draw.integers(1, 9)), int(draw.integers(0, 40))
        field = Field(x, y, dx, dy, per, size, (0,) * (i + 1))
        before = len(sheet.axes.patches)
        painter.Painter(sheet, [one], 0.75, 18, 40).paint(Frame(600, fields=[field]))
        right, down = place_of(field, i)
        mark = sheet.axes.patches[before + i]
        box = box_of(mark)
        assert box.x + box.w / 2 == pytest.approx(18 + 0.75 * right)
        assert box.y - 40 <= 0.75 * down <= box.y + box.h - 40
        for patch in sheet.axes.patches[before:]:
            patch.remove()


@pytest.mark.parametrize(
    ("commands", "points"),
    [
        ("M0,-6.5L6.5,5.5H-6.5z", [(0, -6.5), (6.5, 5.5), (-6.5, 5.5), (-6.5, 5.5)]),
        ("M-6,-2.8H6V3", [(-6, -2.8), (6, -2.8), (6, 3)]),
        ("M1,2C1,5 7,5 7,9", [(1, 2), (1, 5), (7, 5), (7, 9)]),
    ],
)
def test_paths_are_read_as_the_browser_reads_them(
    commands: str, points: list[tuple[float, float]]
) -> None:
    path = painter.path_of(commands)
    assert [tuple(point) for point in path.vertices] == points
    assert path.codes[0] == Path.MOVETO
    assert (path.codes[-1] == Path.CLOSEPOLY) == commands.endswith("z")


def test_people_are_solid_animals_hollow_and_word_at_second_hand_open(system: ex.System) -> None:
    found = {one.id: one for one in findings(system)}
    figure = network(system, "anxiety", page="print")
    seen = set()
    for mark in marks_of(figure):
        one = found[str(mark.get_gid()).split()[1]]
        fill, edge = mark.get_facecolor(), to_hex(mark.get_edgecolor())
        seen.add(one.who)
        if one.who == "people":
            assert to_hex(fill) == edge
        elif one.who == "animals":
            assert to_hex(fill) == theme.PAGES["print"].ground != edge
        else:
            assert fill[3] == 0
            assert edge == theme.PAGES["print"].soft
    assert seen == {"people", "animals", "word"}


@every_page
def test_marks_and_words_stand_out_from_every_ground(system: ex.System, page: str) -> None:
    look = theme.PAGES[page]
    figure = network(system, page=page)
    for mark in marks_of(figure):
        for ground in (look.ground, look.silence):
            assert contrast(to_hex(mark.get_edgecolor()), ground) >= 3, mark.get_gid()
    grounds = (look.ground, look.silence, look.colour(theme.KINDS["receptor"]),
               look.colour(theme.TONES["paper"]))  # fmt: skip
    for text in texts_of(figure):
        ink = to_hex(text.get_color())
        assert max(contrast(ink, ground) for ground in grounds) >= 4.5, text.get_text()
    paper = look.colour(theme.VOICES["article"])
    assert contrast(paper, grounds[-1]) >= 4.5


def test_a_dark_page_has_the_colours_of_dark_ground(system: ex.System) -> None:
    figure = figures.network(system, "anxiety", page="dark")
    assert to_hex(figure.get_facecolor()) == theme.PAGES["dark"].ground
    inks = {to_hex(mark.get_edgecolor()) for mark in marks_of(figure)}
    assert theme.DIRECTIONS["improves"].dark in inks
    assert theme.DIRECTIONS["improves"].light not in inks


# Nothing overlaps, nothing is cut.


@every_page
@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_nothing_is_cut_or_covered(system: ex.System, focus: str, lens: str, page: str) -> None:
    figure = network(system, focus, lens=lens, page=page)
    assert faults_of(figure) == []
    width, height = figure.get_size_inches()
    if page == "projector":
        assert (width, height) == (20, 11.25)
    else:
        assert width == 8
        assert height <= 11.8
    least = 18 if page == "projector" else 9
    assert min(text.get_size() for text in texts_of(figure)) >= least


@every_page
@pytest.mark.parametrize("focus", ["", "kappa", "mood", "morphine", "said_unnamed", "gap_c2"])
def test_nothing_is_cut_or_covered_in_a_small_system(
    small: ex.System, focus: str, page: str
) -> None:
    for lens in LENSES:
        assert faults_of(figures.network(small, focus, lens=lens, page=page)) == []


@every_page
@pytest.mark.parametrize("focus", WITH_MARKS)
def test_no_mark_lies_over_another_or_over_words(system: ex.System, focus: str, page: str) -> None:
    figure = network(system, focus, page=page)
    renderer = figure.canvas.get_renderer()
    boxes = [mark.get_path().get_extents().transformed(figure.axes[0].transData).padded(-0.5)
             for mark in marks_of(figure)]  # fmt: skip
    assert all(one == other for one, other in overlapping(boxes, boxes))
    extents = [text.get_window_extent(renderer).padded(-1) for text in texts_of(figure)]
    inner = [
        words.from_extents(words.x0, words.y0 + 0.25 * words.height, words.x1, words.y1)
        for words in extents
    ]
    assert [words_of(figure)[text] for _, text in overlapping(boxes, inner)] == []


@pytest.mark.parametrize("page", PAGES)
def test_words_stay_in_their_boxes(system: ex.System, page: str) -> None:
    figure = network(system, page=page)
    renderer = figure.canvas.get_renderer()
    boxes = [
        patch.get_window_extent(renderer)
        for start in ("shape of:", "shape mu", "shape apart")
        for patch in patches_of(figure, start)
    ]
    assert boxes
    for text in texts_of(figure):
        box = text.get_window_extent(renderer)
        for shape in boxes:
            if (
                shape.x0 < (box.x0 + box.x1) / 2 < shape.x1
                and shape.y0 < (box.y0 + box.y1) / 2 < shape.y1
            ):
                assert shape.x0 <= box.x0 <= box.x1 <= shape.x1, text.get_text()


# Words.


@pytest.mark.parametrize(("focus", "key"), [("", ""), ("kappa", "kappa"), ("mood", "mood")])
def test_the_title_is_the_headline_of_the_explorer(system: ex.System, focus: str, key: str) -> None:
    answer, numbers = built_of(system)["sockets"]["headlines"][key]
    figure = network(system, focus)
    assert title_of(figure) == answer
    assert numbers.split(". ")[0] in " ".join(words_of(figure))


@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_every_title_is_a_sentence_and_no_count(system: ex.System, focus: str, lens: str) -> None:
    title = title_of(network(system, focus, lens=lens))
    assert title.endswith(".")
    assert not title[0].isdigit()


@pytest.mark.parametrize(
    ("focus", "told"),
    [
        ("endomorphin_1", "Endomorphin-1: no finding on mood or anxiety in these tables."),
        ("gap_c25", "Here a sentence of the article stops before its end. Nothing is filled in."),
        ("said_parts", "Some parts of the system: The article does not say which parts."),
        ("pdyn", "Prodynorphin: no finding on mood or anxiety in these tables."),
    ],
)
def test_what_has_no_finding_says_so_in_words(system: ex.System, focus: str, told: str) -> None:
    assert title_of(figures.network(system, focus)) == told


def test_every_node_can_be_drawn(small: ex.System) -> None:
    for focus in small.graph:
        for lens in LENSES:
            assert figures.network(small, focus, lens=lens).description, (focus, lens)


@pytest.mark.parametrize("focus", ["mood", "said_opioids", "gap_c25", "said_buprenorphine"])
def test_the_articles_claims_stand_on_its_ground(system: ex.System, focus: str) -> None:
    figure = network(system, focus, lens="article")
    (ground,) = patches_of(figure, "shape article")
    assert to_hex(ground.get_facecolor()) == theme.TONES["paper"].light
    words = " ".join(words_of(figure)).replace("- ", "-")
    claims = [
        claim
        for claim in system.claims.values()
        if focus in (*claim.subjects, *claim.domains, f"gap_{claim.id}")
    ]
    assert claims
    assert [c.id for c in claims if c.statement.rstrip(".") not in words] == []


def test_a_slide_counts_the_claims_for_which_it_has_no_room(system: ex.System) -> None:
    words = words_of(figures.network(system, "said_opioids", page="projector"))
    (told,) = [word for word in words if word.startswith("… and ")]
    drawn = sum(word.endswith(")") or ")" in word for word in words if "(P" in word or "(B" in word)
    claims = [c for c in system.claims.values() if "said_opioids" in c.subjects]
    assert told == f"… and {len(claims) - drawn} more claims."


@every_page
@pytest.mark.parametrize("focus", WITH_MARKS)
def test_the_key_the_caution_and_the_foot_stand_on_every_page(
    system: ex.System, focus: str, page: str
) -> None:
    words = words_of(network(system, focus, page=page))
    assert [word for *_, word in sockets.KEY if word not in words] == []
    assert sockets.CAUTION in words
    assert DESCRIPTIVE in words


@every_page
@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_hazards_stand_on_every_page_that_the_explorer_has_them_beside(
    system: ex.System, focus: str, lens: str, page: str
) -> None:
    built = built_of(system)
    figure = network(system, focus, lens=lens, page=page)
    words = " ".join(words_of(figure))
    for place in selection.hazards(built, State(lens=lens, focus=focus)):
        assert built["lines"][place][0] in words
        assert built["lines"][place][0] in figure.description


def test_short_heads_are_told_in_full(system: ex.System) -> None:
    words = words_of(network(system))
    assert {"on", "off", "seen"} <= set(words)
    told = "on: switched on, given or taken; off: blocked, missing or stopped; seen: only measured"
    assert any(one.startswith(told) for one in words)


def test_type_is_matplotlibs_own(system: ex.System) -> None:
    figure = network(system, "kappa")
    assert {text.get_fontfamily()[0] for text in figure.axes[0].texts} == {"DejaVu Sans"}


# Lenses.


def test_the_article_alone_leaves_receptors_hollow_and_has_no_marks(system: ex.System) -> None:
    figure = network(system, lens="article")
    assert marks_of(figure) == []
    (mu,) = patches_of(figure, "shape mu")
    assert mu.get_facecolor()[3] == 0
    assert mu.get_linestyle() != "-"
    assert "not looked for" not in " ".join(words_of(figure))
    sockets_ = [row.id for row in system.subjects.values() if row.is_receptor]
    assert sockets_
    for socket in sockets_:
        (shape,) = patches_of(figure, f"shape {socket}")
        assert shape.get_linestyle() != "-"
    assert title_of(figure) == headlines.overview(system, [])[0]


def test_sources_alone_have_no_paper(system: ex.System) -> None:
    figure = network(system, lens="pharmacology")
    assert patches_of(figure, "shape article") == []
    assert "article" not in " ".join(words_of(figure)).lower()
    assert ids_of(figure) == Counter(one.id for one in own_of(system, ""))
    (mu,) = patches_of(figure, "shape mu")
    assert to_hex(mu.get_facecolor()) == theme.KINDS["receptor"].light


def test_sockets_of_the_article_are_dashed_and_empty(system: ex.System) -> None:
    figure = network(system)
    for row in system.subjects.values():
        if row.is_receptor:
            (socket,) = patches_of(figure, f"shape {row.id}")
            assert socket.get_linestyle() != "-"
            assert to_hex(socket.get_facecolor()) == theme.PAGES["print"].ground


def test_chips_are_round_and_coloured_by_whose_they_are(system: ex.System) -> None:
    chips = patches_of(network(system), "shape of:")
    assert {type(chip) for chip in chips} == {FancyBboxPatch}
    edges = {to_hex(chip.get_edgecolor()) for chip in chips}
    assert edges == {theme.KINDS["peptide"].light, theme.KINDS["ligand"].light}


# In words.


@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_the_description_is_the_explorers_sentence_its_hazards_and_one_on_what_is_drawn(
    system: ex.System, focus: str, lens: str
) -> None:
    state = State(lens=lens, focus=focus)
    built = built_of(system)
    said = network(system, focus, lens=lens).description
    dangers = [built["lines"][at][0] for at in selection.hazards(built, state)]
    before = " ".join((headline.sentence(built, state), *dangers))
    rest = said.removeprefix(f"{before} ")
    assert said.startswith(before)
    assert rest.startswith("Drawn: ")
    assert rest.endswith(".")


def test_what_is_drawn_is_counted(system: ex.System) -> None:
    own = own_of(system, "anxiety")
    told = f"Drawn: {len(own)} marks, each one finding and four receptors."
    assert network(system, "anxiety").description.endswith(told)


def test_the_description_is_the_same_on_print_and_dark(small: ex.System) -> None:
    draw = functools.partial(figures.network, small, "mu")
    assert draw().description == draw(page="dark").description


def test_an_empty_focus_is_the_overview_as_in_the_explorer(small: ex.System) -> None:
    assert figures.network(small, focus="").description == figures.network(small).description


def test_a_cell_shows_a_picture_with_its_words(small: ex.System) -> None:
    figure = figures.network(small, focus="mu")
    data, metadata = shown_in_cell(figure)
    assert data["image/png"].startswith(b"\x89PNG")
    assert data["text/plain"].replace("\n", " ") == figure.description
    assert metadata["image/png"]["alt"] == figure.description


def test_a_drawing_without_words_has_no_description() -> None:
    assert Drawing().description == ""


# What cannot be drawn.


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"focus": "kapa"}, "focus='kapa' is not in the picture (did you mean 'kappa'?)"),
        ({"focus": "c1"}, "focus='c1' is not in the picture"),
        (
            {"lens": "artcle"},
            "lens='artcle' is none of both, article, pharmacology (did you mean 'article'?)",
        ),
        (
            {"page": "projecter"},
            "page='projecter' is none of print, projector, dark (did you mean 'projector'?)",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_with_the_nearest(
    small: ex.System, asked: dict[str, str], told: str
) -> None:
    with pytest.raises(ValueError, match="'") as error:
        figures.network(small, **asked)
    assert str(error.value).startswith(told)


@every_page
def test_empty_tables_are_told_in_words(small: ex.System, page: str) -> None:
    empty = dataclasses.replace(small, **{name: Table([]) for name in small.tables})
    figure = figures.network(empty, page=page)
    assert "These tables hold nothing to draw." in words_of(figure)
    assert faults_of(figure) == []
    assert "Drawn: nothing" in figure.description


@pytest.mark.parametrize("focus", ["", "mu"])
def test_it_is_drawn_in_less_than_two_seconds(
    system: ex.System, monkeypatch: pytest.MonkeyPatch, focus: str
) -> None:
    """Time of the processor, and the better of two: other work on the machine is no fault."""
    monkeypatch.setattr(payload, "build", build)

    def seconds() -> float:
        start = time.process_time()
        shown_in_cell(figures.network(system, focus))
        return time.process_time() - start

    assert any(seconds() < 2 for _ in range(2))
