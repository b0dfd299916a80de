"""The matplotlib twin of the Explorer: same places, same words, and a description."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, PathPatch

import explainer as ex
from cells import shown
from explainer import figures, sentences, style
from explainer.boxes import FORMS
from explainer.figures.drawing import Drawing
from explainer.layout import arrange


def words(figure: Figure) -> dict[str, float]:
    """Give each text of a figure with how strongly it is drawn."""
    return {text.get_text(): text.get_alpha() or 1 for text in figure.axes[0].texts}


def lines(figure: Figure) -> list[PathPatch]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, PathPatch)]


def test_a_figure_is_matplotlibs_own(small: ex.System) -> None:
    assert isinstance(figures.network(small), Figure)


def test_every_node_is_drawn_with_its_label(system: ex.System) -> None:
    drawn = {word.replace("\n", " ") for word in words(figures.network(system))}
    kinds = system.graph.nodes(data=True)
    labels = {
        data["label"].removesuffix(" receptor") if data["kind"] == "receptor" else data["label"]
        for _, data in kinds
    }
    assert labels - drawn == set()


def test_nodes_stand_where_the_explorer_has_them(small: ex.System) -> None:
    boxes = arrange(small.graph, FORMS["wide"]).boxes
    drawn = {text.get_text(): text.get_position() for text in figures.network(small).axes[0].texts}
    for node, word in (("mu", "mu"), ("mood", "Mood")):
        box = boxes[node]
        assert drawn[word] == (box.x + box.w / 2, box.y + box.h / 2)


def test_a_focus_brings_its_neighbours_forward(small: ex.System) -> None:
    strength = words(figures.network(small, focus="kappa"))
    assert strength["kappa"] == strength["morphine"] == strength["Mood"] == 1
    assert strength["naloxone"] < 0.5


def test_without_a_focus_nothing_fades(small: ex.System) -> None:
    assert set(words(figures.network(small)).values()) == {1}


def test_a_focus_draws_each_thing_its_rows_say(small: ex.System) -> None:
    drawn = lines(figures.network(small, focus="naloxone"))
    assert [to_hex(line.get_edgecolor()) for line in drawn] == [style.FAMILIES["blocks"].light]


def signs(figure: Figure) -> list[tuple[str, tuple[float, float]]]:
    """Give the signs at the ends of lines, with their places."""
    return [
        (text.get_text(), text.get_position())
        for text in figure.axes[0].texts
        if text.get_fontweight() == "bold" and text.get_fontsize() == 9
    ]


def test_a_line_carries_the_sign_of_what_its_row_says(small: ex.System) -> None:
    (sign,) = signs(figures.network(small, focus="said_unnamed"))
    box = arrange(small.graph, FORMS["wide"]).boxes["mood"]
    assert sign == (style.DIRECTIONS["worsens"].sign, (box.x + box.w / 2, box.bottom + 9))


def test_a_line_between_precursor_and_peptide_needs_no_sign(small: ex.System) -> None:
    assert signs(figures.network(small, focus="pdyn")) == []


def test_what_activating_and_what_losing_did_are_told_apart(small: ex.System) -> None:
    """As in the Explorer: the same direction under opposite perturbations is not the same."""
    drawn = "".join(word for word, _ in signs(figures.network(small, focus="mu")))
    for word in ("activated", "absent"):
        assert style.PERTURBATIONS[word].sign in drawn


def test_no_sign_stands_on_another(system: ex.System) -> None:
    for focus in ("kappa", "mood", "buprenorphine"):
        places = [place for _, place in signs(figures.network(system, focus=focus))]
        assert len(set(places)) == len(places), focus


def test_the_articles_lines_are_dashed(small: ex.System) -> None:
    drawn = lines(figures.network(small, focus="said_unnamed"))
    assert [line.get_linestyle() for line in drawn] == ["--"]


def test_what_the_article_speaks_of_stands_in_dashed_boxes(small: ex.System) -> None:
    boxes = [
        tuple(round(float(edge), 3) for edge in box.get_bbox().bounds)
        for box in figures.network(small).axes[0].patches
        if isinstance(box, FancyBboxPatch) and box.get_linestyle() == "--"
    ]
    page = arrange(small.graph, FORMS["wide"])
    nodes = [page.boxes[node] for node in (*small.subjects, "gap_c2")]
    grounds = [band.box for band in page.bands if band.voice == "article"]
    assert len(grounds) == 2  # beside the receptors, and the strip below
    places = [(box.x, box.y, box.w, box.h) for box in (*nodes, *grounds)]
    assert sorted(boxes) == sorted(tuple(round(edge, 3) for edge in place) for place in places)


def test_pharmacologys_lines_are_solid(small: ex.System) -> None:
    drawn = lines(figures.network(small, focus="naloxone"))
    assert [line.get_linestyle() for line in drawn] == ["-"]


def test_the_words_of_a_receptor_without_a_name_stay_in_its_box(system: ex.System) -> None:
    figure = figures.network(system)
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = arrange(system.graph, FORMS["wide"]).boxes
    unnamed = [row for row in system.subjects.values() if row.is_receptor]
    assert unnamed
    for row in unnamed:
        (text,) = (t for t in figure.axes[0].texts if t.get_text().replace("\n", " ") == row.name)
        (left, top), (right, bottom) = figure.axes[0].transData.transform(
            [(boxes[row.id].x, boxes[row.id].y), (boxes[row.id].right, boxes[row.id].bottom)]
        )
        place = text.get_window_extent(renderer)
        assert left <= place.x0 <= place.x1 <= right, row.name
        assert bottom <= place.y0 <= place.y1 <= top, row.name


@pytest.mark.parametrize("focus", [None, "mu", "said_opioids", "gap_c2"])
def test_the_description_is_what_the_sentences_say(small: ex.System, focus: str | None) -> None:
    said = figures.network(small, focus=focus).description
    for voice in ("pharmacology", "article"):
        told = sentences.about(small, focus, voice) if focus else sentences.overview(small, voice)
        assert told in said
    assert said


def test_an_empty_focus_is_the_overview_as_in_the_explorer(small: ex.System) -> None:
    assert figures.network(small, focus="").description == figures.network(small).description


def test_an_unknown_focus_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="is not in the picture") as error:
        figures.network(small, focus="kapa")
    assert str(error.value) == "focus='kapa' is not in the picture (did you mean 'kappa'?)"


def test_a_row_that_is_no_node_cannot_be_the_focus(small: ex.System) -> None:
    with pytest.raises(ValueError, match="focus='c1' is not in the picture"):
        figures.network(small, focus="c1")


def test_a_cell_shows_a_picture_with_its_words(small: ex.System) -> None:
    figure = figures.network(small, focus="mu")
    data, metadata = shown(figure)
    assert data["image/png"].startswith(b"\x89PNG")
    assert data["text/plain"].replace("\n", " ") == figure.description
    assert metadata["image/png"]["alt"] == figure.description


def test_a_drawing_without_words_has_no_description() -> None:
    assert Drawing().description == ""


@pytest.mark.parametrize("focus", [None, "mu", "mood"])
def test_the_real_picture_is_drawn_without_a_missing_letter(
    system: ex.System, focus: str | None
) -> None:
    """Matplotlib warns of a letter that its font lacks, and a warning is an error here."""
    assert shown(figures.network(system, focus=focus))[0]["image/png"]


def test_every_word_stands_on_the_page(system: ex.System) -> None:
    figure = figures.network(system)
    renderer = FigureCanvasAgg(figure).get_renderer()
    page = figure.bbox.padded(2)
    places = {text.get_text(): text.get_window_extent(renderer) for text in figure.axes[0].texts}
    outside = {
        word: place
        for word, place in places.items()
        if word.strip() and not all(page.contains(*corner) for corner in place.corners())
    }
    assert outside == {}
