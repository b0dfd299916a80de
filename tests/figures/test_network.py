"""The printed twin of the Explorer: same places, same rule of what stands out, same sentence."""

import dataclasses
import functools
import time
from collections import Counter

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import FancyBboxPatch, PathPatch

import explainer as ex
from cells import shown as shown_in_cell
from explainer import figures
from explainer.drawing import layout, legend, theme
from explainer.drawing.geometry import FORMS, Box
from explainer.figures import emphasis as seeing
from explainer.figures.emphasis import Seen, Side, in_full, in_kinds, in_looks, in_one, see
from explainer.figures.figure import Drawing
from explainer.model.table import Table
from explainer.view import headline, payload, selection
from explainer.view.state import LENSES, State
from explainer.voices.numerals import count
from looks import faults_of, gids_of, texts_of, words_of

PAGES = tuple(theme.PAGES)
FOCUSES = ("", "kappa", "mood", "buprenorphine", "pdyn", "opioid_drugs", "said_opioids",
           "said_worsening_receptor", "gap_c25")  # fmt: skip
EVERYWHERE = [(focus, "both") for focus in FOCUSES] + [
    (focus, lens) for lens in LENSES[1:] for focus in ("", "kappa", "anxiety")
]


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


def see_of(system: ex.System, focus: str = "", lens: str = "both") -> Seen:
    return see(built_of(system), State(lens=lens, focus=focus))


def of_node(figure: Drawing, node: str) -> list[str]:
    """Give the words that stand for one node."""
    return [text.get_text() for text in texts_of(figure) if text.get_gid() == node]


def inks_of(figure: Drawing, node: str) -> set[str]:
    return {to_hex(text.get_color()) for text in texts_of(figure) if text.get_gid() == node}


def signs_of(figure: Drawing) -> list[FancyBboxPatch]:
    """Give the frames of the signs at the ends of lines."""
    patches = figure.axes[0].patches
    return [patch for patch in patches if (patch.get_gid() or "").startswith("sign ")]


def lines_of(figure: Drawing) -> list[PathPatch]:
    """Give the lines of pairs."""
    patches = figure.axes[0].patches
    return [patch for patch in patches if (patch.get_gid() or "").startswith("line ")]


# What stands out is what the Explorer shows.


@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_the_lines_of_a_focus_are_the_pairs_that_the_explorer_lights(
    system: ex.System, focus: str, lens: str
) -> None:
    built = built_of(system)
    found = selection.show(built, State(lens=lens, focus=focus))
    pairs = {tuple(built["pairs"][built["rows"][row][0]]) for row in found.rows}
    if not focus:
        kinds = {node: kind for node, (_, _, kind, *_) in enumerate(built["nodes"])}
        hidden = ("precursor", "peptide", "ligand")
        pairs = {p for p in pairs if p[2] != "names" and kinds[p[0]] not in hidden}
    drawn = Counter(line.get_gid() for line in lines_of(figures.network(system, focus, lens=lens)))
    assert drawn == Counter(f"line {voice}" for *_, voice in pairs)


@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_nodes_that_the_explorer_lights_are_in_full_ink_and_all_others_fade(
    system: ex.System, focus: str, lens: str
) -> None:
    built = built_of(system)
    found = selection.show(built, State(lens=lens, focus=focus))
    figure = figures.network(system, focus, lens=lens)
    other = {"article": "pharmacology", "pharmacology": "article"}.get(lens)
    strong = {"#000000", "#1d1405", theme.VOICES["article"].light}
    for place, (node, _, _, voice, *_) in enumerate(built["nodes"]):
        is_lit = place in found.nodes if focus else voice != other
        assert (inks_of(figure, node) <= strong) == is_lit, node


def test_nodes_stand_where_the_explorer_has_them(system: ex.System) -> None:
    boxes = layout.arrange(system.graph, FORMS["wide"]).boxes
    figure = figures.network(system)
    texts = {text.get_gid(): text.get_position() for text in texts_of(figure) if text.get_gid()}
    (x0, y0), (x1, y1) = texts["mood"], texts["anxiety"]
    unit = (x1 - x0) / (boxes["anxiety"].x - boxes["mood"].x)
    assert y0 == y1
    for node in ("reward", "pain", "seizures"):
        middle = boxes[node].x + boxes[node].w / 2 - boxes["mood"].x - boxes["mood"].w / 2
        assert texts[node][0] - x0 == pytest.approx(unit * middle), node


def test_every_node_is_drawn_by_its_label(system: ex.System) -> None:
    figure = figures.network(system)
    for node, data in system.graph.nodes(data=True):
        words = " ".join(of_node(figure, node))
        label = data["label"].removesuffix(" receptor")
        if data["kind"] == "subject" and data["group"] == "receptor":
            label = f"? {next(n[4] for n in built_of(system)['nodes'] if n[0] == node)}"
        assert words.removeprefix("“ ").startswith(label), node


def test_grounds_come_in_the_explorers_order(system: ex.System) -> None:
    gids = [patch.get_gid() for patch in figures.network(system).axes[0].patches]
    drawn = [gid.removeprefix("ground ") for gid in gids if gid and gid.startswith("ground ")]
    bands = [band[0] for band in built_of(system)["forms"]["wide"]["bands"]]
    assert drawn == [band for band in bands if band in layout.GROUNDS]


def test_the_membrane_is_two_rows_of_heads(system: ex.System) -> None:
    figure = figures.network(system)
    assert gids_of(figure)["ground membrane"] == 1
    heads = [line for line in figure.axes[0].lines if line.get_dash_capstyle() == "round"]
    assert len(heads) == 2


def test_receptors_without_a_name_are_dashed_and_carry_a_question_mark(system: ex.System) -> None:
    figure = figures.network(system)
    unnamed = [row.id for row in system.subjects.values() if row.is_receptor]
    assert unnamed
    shapes = {patch.get_gid(): patch for patch in figure.axes[0].patches}
    for node in unnamed:
        assert of_node(figure, node)[0] == "?"
        assert shapes[f"shape {node}"].get_linestyle() != "-"
    assert shapes["shape mu"].get_linestyle() == "-"


def test_the_articles_lens_leaves_receptors_hollow_and_says_why(system: ex.System) -> None:
    words = built_of(system)["words"]["silent"]
    figure = figures.network(system, lens="article")
    shapes = {patch.get_gid(): patch for patch in figure.axes[0].patches}
    assert words in words_of(figure)
    assert shapes["shape mu"].get_linestyle() != "-"
    assert words not in words_of(figures.network(system))


def test_the_legend_is_the_explorers(system: ex.System) -> None:
    entries = built_of(system)["forms"]["wide"]["legend"]
    words = words_of(figures.network(system))
    assert [word for *_, word in entries if word not in words] == []


# Who speaks of what.


@pytest.mark.parametrize("focus", ["", "kappa", "said_opioids", "mood"])
def test_stamps_tell_who_speaks(system: ex.System, focus: str) -> None:
    built = built_of(system)
    names = [node[0] for node in built["nodes"]]
    kinds = {node[0]: node[2] for node in built["nodes"]}
    pairs = {(names[a], names[b]): told for a, b, told in built["standings"]}
    if not focus:
        expected = {names[place]: told for place, told in built["domains"]}
    elif focus == "mood":
        expected = {
            node: pairs.get((node, focus), "nobody")
            for node in names
            if kinds[node] in ("receptor", "unnamed")
        }
    else:
        expected = {d: pairs.get((focus, d), "nobody") for d in system.domains}
    assert see_of(system, focus).stamps == expected
    cells = gids_of(figures.network(system, focus))
    tally = Counter(expected.values())
    in_legend = 1  # each standing is there once
    for told in theme.STANDINGS:
        assert cells[f"article {told}"] == tally[told] + in_legend, told


@pytest.mark.parametrize("lens", ["article", "pharmacology"])
def test_one_voice_alone_stamps_nothing(system: ex.System, lens: str) -> None:
    assert see_of(system, lens=lens).stamps == {}


# Signs.


def test_signs_are_grouped_by_node_and_by_side(system: ex.System) -> None:
    boxes = layout.arrange(system.graph, FORMS["wide"]).boxes
    sides = see_of(system, "mood").sides(boxes)
    assert len({(side.far, side.is_below) for side in sides}) == len(sides)
    by_far = {side.far: side for side in sides}
    rows = [row for row in system.effects_on("mood").values() if row.agent == "kappa"]
    kappa = by_far["kappa"]
    assert kappa.is_below
    assert sum(sign.number for sign in kappa.tell(in_full)) == len(rows)
    assert not by_far["said_opioids"].is_below  # mood stands above the article's strip


def test_the_overview_has_no_signs(system: ex.System) -> None:
    boxes = layout.arrange(system.graph, FORMS["wide"]).boxes
    assert see_of(system).sides(boxes) == []
    assert signs_of(figures.network(system)) == []


def test_signs_are_told_as_finely_as_there_is_room() -> None:
    signs = (("improves", "+"), ("improves", "+"), ("improves", "−"), ("worsens", "+"))
    side = Side("mood", False, (("pharmacology", signs),))  # noqa: FBT003 - a part of a tuple
    told = [[(s.look, s.done, s.number) for s in side.tell(how)] for how in TELLS]
    assert told == [
        [("improves", "+", 2), ("improves", "−", 1), ("worsens", "+", 1)],
        [("improves", "", 3), ("worsens", "", 1)],
        [("improves", "", 1), ("worsens", "", 1)],
        [(legend.DIFFERS, "", 1)],
    ]


TELLS = (in_full, in_looks, in_kinds, in_one)


def test_a_fork_stands_where_rows_differ_and_only_there(system: ex.System) -> None:
    forks = {
        (pair.start, pair.end)
        for pair in see_of(system, "kappa").pairs
        if in_one(pair.voice, pair.signs)[0].table == "differs"
    }
    assert ("buprenorphine", "kappa") in forks  # blocks it in one source, activates it in another
    assert ("morphine", "kappa") not in forks
    gids = gids_of(figures.network(system, "kappa"))
    outside = [pair for pair in forks if pair[1] == "kappa"]
    assert gids[f"sign {legend.DIFFERS}"] == len(outside)


def test_a_line_that_says_one_thing_has_its_colour(small: ex.System) -> None:
    (line,) = lines_of(figures.network(small, "naloxone"))
    assert to_hex(line.get_edgecolor()) == theme.FAMILIES["blocks"].light
    assert line.get_linestyle() == "-"


def test_the_articles_lines_and_signs_are_dashed(small: ex.System) -> None:
    figure = figures.network(small, "said_unnamed")
    assert [line.get_linestyle() == "-" for line in lines_of(figure)] == [False]
    assert [sign.get_linestyle() == "-" for sign in signs_of(figure)] == [False]
    assert to_hex(lines_of(figure)[0].get_edgecolor()) == theme.VOICES["article"].light


def test_a_line_between_precursor_and_peptide_needs_no_sign(small: ex.System) -> None:
    pairs = [pair.kind for pair in see_of(small, "pdyn").pairs]
    assert "yields" in pairs
    signed = [kind for kind in pairs if kind in seeing.SIGNED]
    assert len(signs_of(figures.network(small, "pdyn"))) == len(signed)


@pytest.mark.parametrize("page", ["print", "projector"])
@pytest.mark.parametrize("focus", FOCUSES)
def test_no_sign_lies_over_another(system: ex.System, focus: str, page: str) -> None:
    frames = []
    for sign in signs_of(figures.network(system, focus, page=page)):
        x, y, w, h = sign.get_bbox().bounds
        frames.append(Box(x + 0.1, y + 0.1, w - 0.2, h - 0.2))
    over = [(a, b) for at, a in enumerate(frames) for b in frames[at + 1 :] if a.overlaps(b)]
    assert over == []


# Pages.


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_nothing_is_cut_or_covered(system: ex.System, focus: str, lens: str, page: str) -> None:
    figure = figures.network(system, focus, lens=lens, page=page)
    assert faults_of(figure) == []
    width, height = figure.get_size_inches()
    if page == "projector":
        assert (round(width, 1), round(height, 1)) == (13.3, 7.5)
    assert max(width, height) <= (14 if page == "projector" else 11.8)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("focus", ["", "kappa", "mood", "morphine", "said_unnamed", "gap_c2"])
def test_nothing_is_cut_or_covered_in_a_small_system(
    small: ex.System, focus: str, page: str
) -> None:
    for lens in LENSES:
        assert faults_of(figures.network(small, focus, lens=lens, page=page)) == []


@pytest.mark.parametrize("page", PAGES)
def test_words_stay_in_their_shapes(system: ex.System, page: str) -> None:
    figure = figures.network(system, page=page)
    renderer = figure.canvas.get_renderer()
    shapes = {patch.get_gid(): patch for patch in figure.axes[0].patches}
    placed = [text for text in texts_of(figure) if f"shape {text.get_gid()}" in shapes]
    assert placed
    for text in placed:
        shape = shapes[f"shape {text.get_gid()}"].get_window_extent(renderer).padded(1.5)
        box = text.get_window_extent(renderer)
        assert shape.x0 <= box.x0 <= box.x1 <= shape.x1, text.get_text()
        if text.get_text() != "“":  # its letter box is taller than the mark
            assert shape.y0 <= box.y0 <= box.y1 <= shape.y1, text.get_text()


def test_names_in_a_list_end_before_the_lines_of_the_next(system: ex.System) -> None:
    figure = figures.network(system)
    renderer = figure.canvas.get_renderer()
    wide = layout.arrange(system.graph, FORMS["wide"])
    texts = {text.get_gid(): text for text in texts_of(figure) if text.get_gid()}
    names = [n for n, d in system.graph.nodes(data=True) if d["kind"] in ("peptide", "ligand")]
    for name in names:
        right = texts[name].get_window_extent(renderer).x1
        row = [
            texts[other].get_window_extent(renderer).x0
            for other in names
            if abs(wide.boxes[other].y - wide.boxes[name].y) < 1
            and wide.boxes[other].x > wide.boxes[name].x
        ]
        assert right < min(row, default=figure.bbox.x1) - 15, name


def test_a_dark_page_has_the_colours_of_dark_ground(small: ex.System) -> None:
    figure = figures.network(small, "naloxone", page="dark")
    assert to_hex(figure.get_facecolor()) == theme.PAGES["dark"].ground
    assert to_hex(lines_of(figure)[0].get_edgecolor()) == theme.FAMILIES["blocks"].dark


def test_paper_says_that_it_is_no_advice_and_what_the_explorer_says(system: ex.System) -> None:
    figure = figures.network(system, "kappa")
    words = " ".join(words_of(figure))
    assert "Descriptive only: not advice, not a dosing tool." in words
    assert headline.sentence(built_of(system), State(focus="kappa")) in words
    assert {text.get_fontfamily()[0] for text in figure.axes[0].texts} == {"DejaVu Sans"}


# A slide.


def test_a_slide_counts_the_molecules_that_it_does_not_name(system: ex.System) -> None:
    words = words_of(figures.network(system, page="projector"))
    assert f"{len(system.ligands)} molecules" in words
    precursors = count(len(system.precursors), "precursor")
    assert f"{len(system.peptides)} peptides from {precursors}" in words
    names = {row.name for row in (*system.peptides.values(), *system.ligands.values())}
    assert names & set(words) == set()


def test_a_slide_names_what_is_lit_where_there_is_room(system: ex.System) -> None:
    figure = figures.network(system, "mood", page="projector")
    lit = {row.agent for row in system.effects_on("mood").values()}
    molecules = lit & {*system.peptides, *system.ligands}
    assert molecules
    assert all(of_node(figure, node) for node in molecules)
    number = len(molecules & {*system.ligands})
    assert f"{number} of {len(system.ligands)} molecules" in words_of(figure)
    assert of_node(figure, "fentanyl") == []


def test_a_slide_counts_by_sign_what_it_cannot_name(system: ex.System) -> None:
    seen = see_of(system, "kappa")
    figure = figures.network(system, "kappa", page="projector")
    acting = [pair for pair in seen.pairs if pair.kind == "acts on"]
    drawn = Counter(sign.get_gid() for sign in signs_of(figure))
    families = {f"sign {sign.look}" for p in acting for sign in in_one(p.voice, p.signs)}
    assert families <= set(drawn)
    numbers = [int(word) for word in words_of(figure) if word.isdigit()]
    outside = [p for p in acting if p.start in system.ligands]
    blocking = sum(in_one(p.voice, p.signs)[0].look == "blocks" for p in outside)
    assert blocking in numbers


def test_what_a_name_is_joined_to_in_its_own_list_is_named_as_far_as_there_is_room(
    system: ex.System,
) -> None:
    figure = figures.network(system, "pdyn", page="projector")
    made = [row.id for row in system.products_of("pdyn").values()]
    named = [node for node in made if of_node(figure, node)]
    assert of_node(figure, "pdyn") == ["PDYN"]
    assert 0 < len(named) < len(made)
    assert f"+ {len(made) - len(named)} more" in words_of(figure)


def test_heroes_and_domains_are_set_large_on_a_slide(system: ex.System) -> None:
    figure = figures.network(system, "kappa", page="projector")
    for node in (*system.receptors, *system.domains):
        sizes = [text.get_size() for text in texts_of(figure) if text.get_gid() == node]
        assert sizes, node
        assert min(sizes) >= 18, node


def test_a_slide_explains_the_signs_that_it_uses(system: ex.System) -> None:
    figure = figures.network(system, "kappa", page="projector")
    looks = legend.looks()
    words = words_of(figure)
    for sign in {patch.get_gid() for patch in signs_of(figure)}:
        look = sign.removeprefix("sign ").rpartition(" ")[0] or sign.removeprefix("sign ")
        known = [
            table[name][0]
            for table in (looks["family"], looks["direction"], looks["differs"])
            for name in (look, sign.removeprefix("sign "))
            if name in table
        ]
        assert set(known) & set(words), sign


# In words.


@pytest.mark.parametrize(("focus", "lens"), EVERYWHERE)
def test_the_description_is_the_explorers_sentence_its_hazards_and_one_on_what_is_drawn(
    system: ex.System, focus: str, lens: str
) -> None:
    sentence = headline.sentence(built_of(system), State(lens=lens, focus=focus))
    said = figures.network(system, focus, lens=lens).description
    state = State(lens=lens, focus=focus)
    dangers = [
        built_of(system)["lines"][at][0] for at in selection.hazards(built_of(system), state)
    ]
    before = " ".join((sentence, *dangers))
    rest = said.removeprefix(f"{before} ")
    assert said.startswith(before)
    assert rest.startswith("Drawn")
    assert rest.count(".") == 1
    assert rest.endswith(".")


def test_what_is_drawn_is_counted(system: ex.System) -> None:
    said = figures.network(system, "kappa").description
    lit = see_of(system, "kappa").nodes
    molecules = len(lit & {*system.peptides, *system.ligands})
    domains = count(len(lit & {*system.domains}), "domain")
    told = f"Drawn in full, with signs for what rows say: {molecules} molecules and {domains}."
    assert said.endswith(told)


def test_a_slide_says_that_names_are_left_out(system: ex.System) -> None:
    said = figures.network(system, page="projector").description
    assert said.endswith("; of molecules and slips, those that are not named are counted.")


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


@pytest.mark.parametrize("page", PAGES)
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
    times = []
    for _ in range(2):
        start = time.process_time()
        shown_in_cell(figures.network(system, focus))
        times.append(time.process_time() - start)
    assert min(times) < 2
