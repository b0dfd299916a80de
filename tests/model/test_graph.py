"""The graph: each node a row or a gap, each edge one row, nothing that no row says."""

import networkx as nx
import pytest

import explainer as ex
from copies import Copy

EDGES = {
    ("pdyn", "dynorphin_a", "dynorphin_a", "yields", "pharmacology", "", ""),
    ("pdyn", "dynorphin_b", "dynorphin_b", "yields", "pharmacology", "", ""),
    ("heroin", "morphine", "heroin", "becomes", "pharmacology", "", ""),
    ("dynorphin_a", "kappa", "dynorphin_a_kappa_1", "acts on", "pharmacology", "full agonist", ""),
    ("endomorphin", "mu", "endomorphin_mu_1", "acts on", "pharmacology", "binds", ""),
    ("morphine", "kappa", "morphine_kappa_1", "acts on", "pharmacology", "partial agonist", ""),
    ("morphine", "mu", "morphine_mu_1", "acts on", "pharmacology", "full agonist", ""),
    ("morphine", "mu", "morphine_mu_2", "acts on", "pharmacology", "partial agonist", ""),
    ("naloxone", "mu", "naloxone_mu_1", "acts on", "pharmacology", "antagonist", ""),
    ("mu", "mood", "e1", "effect", "pharmacology", "improves", "activated"),
    ("mu", "mood", "e2", "effect", "pharmacology", "improves", "absent"),
    ("opioid_drugs", "addiction", "e3", "effect", "pharmacology", "worsens", "given"),
    ("kappa", "mood", "e4", "effect", "pharmacology", "worsens", "activated"),
    ("said_dynorphins", "dynorphin_a", "said_dynorphins", "names", "article", "", ""),
    ("said_dynorphins", "dynorphin_b", "said_dynorphins", "names", "article", "", ""),
    ("said_opioids", "mood", "c1", "claim", "article", "improves", ""),
    ("said_opioids", "pain", "c1", "claim", "article", "improves", ""),
    ("said_unnamed", "mood", "c4", "claim", "article", "worsens", ""),
    ("said_opioids", "gap_c2", "c2", "gap", "article", "", ""),
}


def test_each_edge_is_what_one_row_says(small: ex.System) -> None:
    edges = [
        (start, end, data["row"], data["kind"], data["voice"], data["says"], data["how"])
        for start, end, data in small.graph.edges(data=True)
    ]
    assert sorted(edges) == sorted(EDGES)


def test_each_edge_is_keyed_by_its_row(small: ex.System) -> None:
    assert all(key == data["row"] for *_, key, data in small.graph.edges(keys=True, data=True))


@pytest.mark.parametrize(
    ("node", "carried"),
    [
        ("pdyn", ("precursor", "pharmacology", "", 0)),
        ("dynorphin_b", ("peptide", "pharmacology", "pdyn", 226)),
        ("endomorphin", ("peptide", "pharmacology", "", 0)),
        ("naloxone", ("ligand", "pharmacology", "antagonist", 0)),
        ("kappa", ("receptor", "pharmacology", "", 0)),
        ("opioid_drugs", ("group", "pharmacology", "", 0)),
        ("addiction", ("domain", "ours", "hazards", 0)),
        ("said_dymorphins", ("subject", "article", "", 0)),
        ("said_unnamed", ("subject", "article", "receptor", 0)),
        ("gap_c2", ("gap", "article", "", 0)),
    ],
)
def test_a_node_carries_its_kind_and_voice(
    small: ex.System, node: str, carried: tuple[str, str, str, int]
) -> None:
    data = small.graph.nodes[node]
    assert tuple(data[name] for name in ("kind", "voice", "group", "rank")) == carried


def test_every_row_that_is_a_thing_is_a_node(small: ex.System) -> None:
    things = ("precursors", "peptides", "receptors", "ligands", "groups", "domains", "subjects")
    rows = {row_id for name in things for row_id in small.tables[name]}
    assert set(small.graph) == rows | {"gap_c2"}


def test_what_the_article_alone_names_is_joined_to_nothing(small: ex.System) -> None:
    assert not list(nx.all_neighbors(small.graph, "said_dymorphins"))


def test_a_gap_leads_nowhere(small: ex.System) -> None:
    assert not list(small.graph.successors("gap_c2"))
    assert small.graph.nodes["gap_c2"]["label"] == "…"


def test_the_graph_is_frozen(small: ex.System) -> None:
    with pytest.raises(nx.NetworkXError, match="Frozen graph"):
        small.graph.add_edge("mu", "pain")


def test_two_loads_give_the_same_graph(copy: Copy, small: ex.System) -> None:
    other = ex.load(copy.path).graph
    assert list(other.nodes(data=True)) == list(small.graph.nodes(data=True))
    assert list(other.edges(data=True)) == list(small.graph.edges(data=True))


@pytest.mark.parametrize(
    ("name", "synonyms", "label"),
    [
        ("short", "s", "short"),
        ("a name that is too long", "brief;briefer", "brief"),
        ("a name that is too long", "", "a name that is …"),
    ],
)
def test_a_long_name_gives_way_to_its_shortest_synonym(
    copy: Copy, name: str, synonyms: str, label: str
) -> None:
    copy.set("pharmacology/ligands.csv", "morphine", name=name, synonyms=synonyms)
    assert ex.load(copy.path).graph.nodes["morphine"]["label"] == label


def test_a_precursor_is_labelled_by_its_gene(small: ex.System) -> None:
    assert small.graph.nodes["pdyn"]["label"] == "PDYN"


def test_the_article_draws_no_line_from_a_named_receptor(system: ex.System) -> None:
    voices = {
        data["voice"]
        for start, _, data in system.graph.edges(data=True)
        if system.graph.nodes[start]["kind"] == "receptor"
    }
    assert voices == {"pharmacology"}


def test_every_line_speaks_in_the_voice_of_its_row(system: ex.System) -> None:
    for *_, data in system.graph.edges(data=True):
        assert data["voice"] == system.find(data["row"]).voice


def test_a_condition_is_no_part_of_the_system(copy: Copy) -> None:
    copy.add("pharmacology/groups.csv", "low,doe2001,tester,,Low mood,A condition.,,,")
    copy.add(
        "pharmacology/effects.csv",
        "e9,doe2001,tester,,low,,present,,mood,worsens,,animal,,not applicable,not applicable,"
        "not applicable,Less of it.,,,",
    )
    graph = ex.load(copy.path).graph
    assert "low" not in graph
    assert "e9" not in {key for *_, key in graph.edges(keys=True)}
