"""Where things stand: each once, none on another, in layers, the same on every run."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import explainer as ex
from copies import Copy
from explainer.drawing.geometry import FORMS, Band, Box, Layout
from explainer.drawing.layout import CLASS_TITLES, GROUNDS, ROW, arrange, layouts
from explainer.drawing.type_metrics import width_of

each_form = pytest.mark.parametrize("form", FORMS)


def overlapping(page: Layout) -> list[tuple[str, str]]:
    return [(a, b) for a, b in combinations(page.boxes, 2) if page.boxes[a].overlaps(page.boxes[b])]


def leaving(page: Layout) -> list[str]:
    def fits(box: Box) -> bool:
        return box.x >= 0 and box.y >= 0 and box.right <= page.width and box.bottom <= page.height

    return [node for node, box in page.boxes.items() if not fits(box)]


@each_form
def test_every_node_has_its_own_place_on_the_page(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    assert set(page.boxes) == set(system.graph)
    assert overlapping(page) == []
    assert leaving(page) == []


@each_form
def test_nothing_stands_on_the_legend(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    assert [node for node, box in page.boxes.items() if box.overlaps(page.legend)] == []
    assert [band.id for band in page.bands if band.box.overlaps(page.legend)] == []


@st.composite
def graphs(draw: st.DrawFn) -> "nx.MultiDiGraph[str]":
    """Draw a graph without lines, of any size that a curator may come to."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    most = {
        "precursor": 5, "receptor": 4, "group": 3, "domain": 24, "subject": 30, "gap": 3
    }  # fmt: skip
    groups = {"domain": ["hazards", "mood"], "subject": ["", "receptor"]}
    for kind, count in most.items():
        for i in range(draw(st.integers(0, count))):
            group = draw(st.sampled_from(groups.get(kind, [""])))
            graph.add_node(f"{kind}_{i}", kind=kind, label=f"{kind} {i}", group=group, rank=0)
    precursors = ["", *(node for node in graph if node.startswith("precursor"))]
    for i, precursor in enumerate(draw(st.lists(st.sampled_from(precursors), max_size=30))):
        graph.add_node(f"peptide_{i}", kind="peptide", label="peptide", group=precursor, rank=i)
    classes = ["agonist", "partial agonist", "mixed agonist-antagonist", "", "antagonist"]
    for i, name in enumerate(draw(st.lists(st.sampled_from(classes), max_size=90))):
        graph.add_node(f"ligand_{i}", kind="ligand", label=f"ligand {i}", group=name, rank=0)
    return graph


@pytest.mark.parametrize("form", FORMS)
@given(graph=graphs())
def test_tables_of_any_size_find_their_place(form: str, graph: "nx.MultiDiGraph[str]") -> None:
    page = arrange(graph, FORMS[form])
    assert set(page.boxes) == set(graph)
    assert overlapping(page) == []
    assert leaving(page) == []
    assert [node for node, box in page.boxes.items() if box.overlaps(page.legend)] == []


def is_unnamed(data: dict[str, str]) -> bool:
    return data["kind"] == "subject" and data["group"] == "receptor"


@each_form
def test_layers_follow_each_other_down_the_page(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    tops: dict[str, list[float]] = {}
    bottoms: dict[str, list[float]] = {}
    for node, data in system.graph.nodes(data=True):
        kind = "unnamed" if is_unnamed(data) else data["kind"]
        tops.setdefault(kind, []).append(page.boxes[node].y)
        bottoms.setdefault(kind, []).append(page.boxes[node].bottom)
    molecules = bottoms["precursor"] + bottoms["peptide"] + bottoms["ligand"]
    assert max(molecules) < min(tops["receptor"] + tops["unnamed"])
    middle = bottoms["receptor"] + bottoms["unnamed"] + bottoms["group"]
    assert max(middle) < min(tops["domain"])
    assert max(bottoms["domain"]) < min(tops["subject"] + tops["gap"])


@each_form
def test_peptides_stand_under_their_precursor_in_its_order(small: ex.System, form: str) -> None:
    boxes = arrange(small.graph, FORMS[form]).boxes
    heights = [boxes[node].y for node in ("pdyn", "dynorphin_a", "dynorphin_b")]
    assert heights == sorted(set(heights))
    assert boxes["pdyn"].x < boxes["dynorphin_a"].x == boxes["dynorphin_b"].x


def test_the_body_stands_left_of_what_comes_from_outside(system: ex.System) -> None:
    boxes = arrange(system.graph, FORMS["wide"]).boxes
    body = max(boxes[node].right for node in system.peptides)
    assert body < min(boxes[node].x for node in system.ligands)


def test_hazards_stand_at_their_own_end(system: ex.System) -> None:
    boxes = arrange(system.graph, FORMS["wide"]).boxes
    hazards = {row.id for row in system.domains.values() if row.group == "hazards"}
    others = max(boxes[domain].right for domain in system.domains if domain not in hazards)
    assert others <= min(boxes[domain].x for domain in hazards)


def test_every_domain_has_room_for_its_words(system: ex.System) -> None:
    """However many there are: what needs more has it from those that need less."""
    boxes = arrange(system.graph, FORMS["wide"]).boxes
    neighbours = [row for row in system.domains.values() if row.group != "hazards"]
    cut = [
        word
        for row in neighbours
        for word in row.name.split()
        if width_of(word, 12) > boxes[row.id].w
    ]
    assert cut == []


@each_form
def test_each_name_stands_in_a_band_of_its_kind(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    members = [node for band in page.bands for node in band.members]
    assert sorted(members) == sorted([*system.peptides, *system.ligands])
    for band in page.bands:
        for node in band.members:
            assert page.boxes[node].overlaps(band.box), (band.id, node)


@each_form
def test_what_speaks_in_the_articles_voice_stands_on_its_ground(
    small: ex.System, form: str
) -> None:
    page = arrange(small.graph, FORMS[form])
    grounds = {band.id: band.box for band in page.bands if band.voice == "article"}
    inside = {
        ground: {node for node, box in page.boxes.items() if box.overlaps(place)}
        for ground, place in grounds.items()
    }
    assert inside == {
        "unnamed": {"said_unnamed"},
        "article": {"said_opioids", "said_dynorphins", "said_dymorphins", "gap_c2"},
    }


def test_receptors_without_a_name_stand_beside_the_named_ones(system: ex.System) -> None:
    boxes = arrange(system.graph, FORMS["wide"]).boxes
    named = [boxes[receptor] for receptor in system.receptors]
    unnamed = [boxes[row.id] for row in system.subjects.values() if row.is_receptor]
    assert len({(box.y, box.h) for box in named + unnamed}) == 1
    assert max(box.right for box in named) < min(box.x for box in unnamed)


@each_form
def test_a_fourth_receptor_without_a_name_stands_in_the_strip(copy: Copy, form: str) -> None:
    for row in ("said_opioids", "said_dynorphins", "said_dymorphins"):
        copy.set("article/subjects.csv", row, is_receptor="yes")
    page = arrange(ex.load(copy.path).graph, FORMS[form])
    (ground,) = (band.box for band in page.bands if band.id == "unnamed")
    beside = {node for node, box in page.boxes.items() if box.overlaps(ground)}
    assert beside == {"said_opioids", "said_dynorphins", "said_dymorphins"}


def test_without_an_article_no_ground_is_drawn_for_it(copy: Copy) -> None:
    for table in ("subjects", "claims", "assessments"):
        path = copy.path / f"article/{table}.csv"
        path.write_text(path.read_text().splitlines()[0] + "\n")
    page = arrange(ex.load(copy.path).graph, FORMS["wide"])
    assert {band.voice for band in page.bands} == {"pharmacology"}


@each_form
def test_grounds_come_first_so_that_titles_stand_on_them(system: ex.System, form: str) -> None:
    ids = [band.id for band in arrange(system.graph, FORMS[form]).bands]
    first = ids[: len(GROUNDS)]
    assert set(first) == set(GROUNDS)
    assert set(ids[len(GROUNDS) :]).isdisjoint(GROUNDS)


@each_form
def test_no_title_stands_on_another_or_on_a_name(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    titles = {
        band.id: Box(
            band.box.x + 4, band.box.y + 4, 6 * len(band.title), 10
        )
        for band in page.bands
        if band.title
    }  # fmt: skip
    on_titles = [(a, b) for a, b in combinations(titles, 2) if titles[a].overlaps(titles[b])]
    on_names = [
        (title, node)
        for title, place in titles.items()
        for node, box in page.boxes.items()
        if place.overlaps(box)
    ]
    assert (on_titles, on_names) == ([], [])


# Molecules from outside run through the columns like text


def columns_of(page: Layout) -> list[list[Band]]:
    """Bands of classes of molecules by column, from left to right, from top to bottom."""
    bands = [band for band in page.bands if band.id.startswith("class_")]
    lefts = sorted({band.box.x for band in bands})
    return [sorted((b for b in bands if b.box.x == left), key=lambda b: b.box.y) for left in lefts]


@pytest.mark.parametrize("form", FORMS)
@given(graph=graphs())
def test_molecules_flow_through_the_columns_in_order(
    form: str, graph: "nx.MultiDiGraph[str]"
) -> None:
    columns = columns_of(arrange(graph, FORMS[form]))
    assert len(columns) <= FORMS[form].columns
    read = [node for column in columns for band in column for node in band.members]
    data = graph.nodes
    order = list(CLASS_TITLES)
    wanted = sorted(
        (n for n in data if data[n]["kind"] == "ligand"),
        key=lambda n: (order.index(data[n]["group"]), data[n]["label"].lower()),
    )
    assert read == wanted


@pytest.mark.parametrize("form", FORMS)
@given(graph=graphs())
def test_a_title_is_never_alone_and_stands_once(form: str, graph: "nx.MultiDiGraph[str]") -> None:
    bands = [band for column in columns_of(arrange(graph, FORMS[form])) for band in column]
    titles = [band.title for band in bands if band.title]
    assert len(set(titles)) == len(titles)
    for band in bands:
        rows = round(band.box.h / ROW)
        assert rows == len(band.members) + bool(band.title)
        members = [n for n, group in graph.nodes(data="group") if group == group_of(band)]
        whole = sum(n.startswith("ligand") for n in members)
        assert len(band.members) >= min(2 if band.title else 1, whole), band.id


def group_of(band: Band) -> str:
    """Give the class whose molecules stand in a band."""
    name = band.id.removeprefix("class_").rpartition("_")[0]
    return next(g for g in CLASS_TITLES if g.replace(" ", "_").replace("-", "_") == name)


@each_form
def test_columns_are_as_long_as_each_other(system: ex.System, form: str) -> None:
    columns = columns_of(arrange(system.graph, FORMS[form]))
    assert len(columns) == FORMS[form].columns
    rows = [sum(round(band.box.h / ROW) for band in column) for column in columns]
    assert max(rows[:-1]) - min(rows[:-1]) <= 2
    assert 0 < rows[-1] <= max(rows)


def test_two_runs_give_the_same_layout(small: ex.System) -> None:
    assert layouts(small.graph) == layouts(small.graph)
