"""Where things stand: each once, none on another, in layers, the same on every run."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import explainer as ex
from explainer.boxes import FORMS, Box, Layout
from explainer.layout import arrange, layouts

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
    assert [node for node, box in page.boxes.items() if box.overlaps(FORMS[form].legend)] == []


@st.composite
def graphs(draw: st.DrawFn) -> "nx.MultiDiGraph[str]":
    """Draw a graph without lines, of any size that a curator may come to."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    most = {
        "precursor": 5, "receptor": 4, "group": 3, "domain": 24, "subject": 30, "gap": 3
    }  # fmt: skip
    for kind, count in most.items():
        for i in range(draw(st.integers(0, count))):
            group = draw(st.sampled_from(["hazards", "mood"])) if kind == "domain" else ""
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


@each_form
def test_layers_follow_each_other_down_the_page(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    tops: dict[str, list[float]] = {}
    bottoms: dict[str, list[float]] = {}
    for node, data in system.graph.nodes(data=True):
        tops.setdefault(data["kind"], []).append(page.boxes[node].y)
        bottoms.setdefault(data["kind"], []).append(page.boxes[node].bottom)
    molecules = bottoms["precursor"] + bottoms["peptide"] + bottoms["ligand"]
    assert max(molecules) < min(tops["receptor"])
    assert max(bottoms["receptor"] + bottoms["group"]) < min(tops["domain"])
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


@each_form
def test_each_name_stands_in_a_band_of_its_kind(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    members = [node for band in page.bands for node in band.members]
    assert sorted(members) == sorted([*system.peptides, *system.ligands])
    for band in page.bands:
        for node in band.members:
            assert page.boxes[node].overlaps(band.box), (band.id, node)


def test_the_articles_strip_speaks_in_its_voice(small: ex.System) -> None:
    page = arrange(small.graph, FORMS["wide"])
    (strip,) = (band for band in page.bands if band.voice == "article")
    inside = {node for node, box in page.boxes.items() if box.overlaps(strip.box)}
    assert inside == {*small.subjects, "gap_c2"}


def test_two_runs_give_the_same_layout(small: ex.System) -> None:
    assert layouts(small.graph) == layouts(small.graph)
