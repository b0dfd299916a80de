"""All that the Explorer shows, decided in Python: plain data, nothing lost, the same each time."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

import explainer as ex
from copies import SMALL, Copy
from explainer import cards, picture, style
from explainer.boxes import FORMS


@pytest.fixture(scope="module")
def built(small: ex.System) -> dict[str, Any]:
    return picture.build(small)


@pytest.fixture(scope="module")
def real(system: ex.System) -> dict[str, Any]:
    return picture.build(system)


def strands_of(built: dict[str, Any], start: str, end: str) -> list[list[Any]]:
    """Give what is said on the line between two nodes."""
    names = [node[0] for node in built["nodes"]]
    return [rest for a, b, *rest in built["strands"] if (names[a], names[b]) == (start, end)]


def lines_on_card(built: dict[str, Any], node: str) -> list[tuple[str, list[str]]]:
    """Give the words of each line on a node's card, and the short names of its sources."""
    names = [node[0] for node in built["nodes"]]
    _, sections, _, _ = built["cards"][names.index(node)]
    rows = [built["rows"][place] for _, _, places in sections for place in places]
    return [(row[0], [built["sources"][place][0] for place in row[4]]) for row in rows]


def test_a_picture_is_plain_data(real: dict[str, Any]) -> None:
    assert json.loads(json.dumps(real)) == real


def test_a_picture_is_the_same_in_every_process() -> None:
    script = (
        "import sys, json, explainer; from explainer import picture;"
        "print(json.dumps(picture.build(explainer.load(sys.argv[1]))))"
    )
    written = {
        subprocess.run(
            [sys.executable, "-c", script, str(SMALL)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(written) == 1


def test_nodes_stand_in_the_order_of_the_graph(small: ex.System, built: dict[str, Any]) -> None:
    assert [node[0] for node in built["nodes"]] == list(small.graph)


@pytest.mark.parametrize(
    "node",
    [
        ["mu", "mu receptor", "receptor", "pharmacology", "", "MOP · OPRM1",
         "mu receptor, receptor"],
        ["dynorphin_a", "dynorphin A", "peptide", "pharmacology", "made by the body", "",
         "dynorphin A, peptide of the body"],
        ["morphine", "morphine", "ligand", "pharmacology", "opium alkaloid", "",
         "morphine, molecule from outside"],
        ["naloxone", "naloxone", "ligand", "pharmacology", "origin not in an opened source", "",
         "naloxone, molecule from outside"],
        ["mood", "Mood", "domain", "ours", "", "", "Mood, side of life or health"],
        ["gap_c2", "…", "gap", "article", "", "", "Gap: the article's sentence stops here"],
    ],
    ids=lambda node: node[0],
)  # fmt: skip
def test_a_node_says_what_it_is_to_eye_and_ear(built: dict[str, Any], node: list[str]) -> None:
    assert node in built["nodes"]


def test_rows_that_say_different_things_are_strands_of_their_own(built: dict[str, Any]) -> None:
    assert strands_of(built, "morphine", "mu") == [
        ["acts on", "pharmacology", "activates", "", 1, 1],
        ["acts on", "pharmacology", "partly", "", 1, 1],
    ]


def test_rows_that_say_the_same_are_one_strand_with_their_number(copy: Copy) -> None:
    copy.set("pharmacology/interactions.csv", "morphine_mu_2", action="agonist")
    built = picture.build(ex.load(copy.path))
    assert strands_of(built, "morphine", "mu") == [
        ["acts on", "pharmacology", "activates", "", 2, 0]
    ]


def test_binding_adds_no_strand_where_an_action_is_known(copy: Copy) -> None:
    copy.set("pharmacology/interactions.csv", "morphine_mu_2", action="binds")
    built = picture.build(ex.load(copy.path))
    assert strands_of(built, "morphine", "mu") == [
        ["acts on", "pharmacology", "activates", "", 1, 0]
    ]


def test_binding_is_shown_where_no_action_is_known(built: dict[str, Any]) -> None:
    assert strands_of(built, "endomorphin", "mu") == [
        ["acts on", "pharmacology", "binds", "", 1, 0]
    ]


def test_a_finding_carries_the_sign_of_what_was_done(built: dict[str, Any]) -> None:
    done = [style.PERTURBATIONS[word].sign for word in ("activated", "absent")]
    assert [strand[3] for strand in strands_of(built, "mu", "mood")] == done


def test_a_claim_keeps_the_articles_voice(built: dict[str, Any]) -> None:
    assert strands_of(built, "said_unnamed", "mood") == [["claim", "article", "worsens", "", 1, 0]]


def test_no_strand_of_a_pair_is_lost(system: ex.System, real: dict[str, Any]) -> None:
    names = [node[0] for node in real["nodes"]]
    drawn = {(names[start], names[end]) for start, end, *_ in real["strands"]}
    assert drawn == set(system.graph.edges())


@pytest.mark.parametrize("form", FORMS)
def test_each_form_places_every_node_and_every_strand(real: dict[str, Any], form: str) -> None:
    drawn = real["forms"][form]
    assert len(drawn["boxes"]) == len(real["nodes"])
    assert len(drawn["lines"]) == len(real["strands"])
    assert all(line.startswith("M") for line in drawn["lines"])
    assert drawn["size"][0] == FORMS[form].width


def test_cards_rows_and_sources_point_to_each_other(
    system: ex.System, real: dict[str, Any]
) -> None:
    """A line of a card is the row's own words with the row's own sources."""
    for node in system.graph:
        told = [
            (line.text, [system.sources[key].short for key in line.sources])
            for section in cards.card(system, node).sections
            for line in section.lines
        ]
        assert lines_on_card(real, node) == told, node


def test_two_rows_with_the_same_words_keep_their_own_sources(copy: Copy) -> None:
    first = ex.load(SMALL).interactions["morphine_mu_1"]
    same = {name: getattr(first, name) for name in ("action", "measure", "relation", "species")}
    copy.set(
        "pharmacology/interactions.csv", "morphine_mu_2",
        **same, affinity_low="8.5", affinity_high="9.2", reported="", assay="",
    )  # fmt: skip
    told = lines_on_card(picture.build(ex.load(copy.path)), "morphine")
    assert told[0][0] == told[1][0]
    assert [sources for _, sources in told[:2]] == [["Example Institute 2020"], ["Doe 2001"]]


def test_a_source_is_sent_once_with_its_link(built: dict[str, Any]) -> None:
    found = [source for source in built["sources"] if source[0] == "Doe 2001"]
    assert found == [
        [
            "Doe 2001",
            "Doe J, Roe R (2001). A study in animals. Journal of Tests 1:1.",
            "https://doi.org/10.1000/doe2001",
        ]
    ]


def test_a_lens_names_the_voices_it_lets_speak(built: dict[str, Any]) -> None:
    assert built["lenses"] == {
        "both": ["pharmacology", "article"],
        "article": ["article"],
        "pharmacology": ["pharmacology"],
    }


def test_domains_to_filter_by_are_places_of_nodes(built: dict[str, Any]) -> None:
    assert [built["nodes"][place][0] for place in built["domains"]] == ["mood", "pain", "addiction"]


def test_origins_to_filter_by_are_those_that_are_there(small: ex.System) -> None:
    assert picture.origins(small) == [
        "made by the body",
        "opium alkaloid",
        "semisynthetic",
        "origin not in an opened source",
    ]


def test_every_origin_of_a_molecule_can_be_chosen(real: dict[str, Any]) -> None:
    assert {node[4] for node in real["nodes"] if node[4]} == set(real["origins"])


def test_every_sign_in_the_picture_is_explained_beside_it(real: dict[str, Any]) -> None:
    explained = {(table, name) for table, name, *_ in real["forms"]["wide"]["legend"]}
    used = {
        ("family" if kind == "acts on" else "direction", look)
        for *_, kind, _, look, _, _, _ in real["strands"]
        if look
    }
    used |= {("done", strand[5]) for strand in real["strands"] if strand[5]}
    assert used - explained == set()


def test_the_legend_fits_its_place(real: dict[str, Any]) -> None:
    for name, form in real["forms"].items():
        place = FORMS[name].legend
        for *_, x, y, word in form["legend"]:
            assert x + 22 + len(word) * 5.8 <= place.w, word
            assert y + 16 <= place.h, word


def test_the_picture_says_that_it_is_no_advice(built: dict[str, Any]) -> None:
    assert built["words"]["descriptive"].startswith("Descriptive only")
    assert "not a prediction for a person" in built["words"]["trail"]


def test_the_overview_bundles_molecules_by_what_they_reach(copy: Copy) -> None:
    """A molecule that was found to do nothing at a receptor is not counted there."""
    copy.set("pharmacology/interactions.csv", "naloxone_mu_1", action="no activity")
    bundles = picture.build(ex.load(copy.path))["forms"]["wide"]["bundles"]
    # dynorphin A at kappa, endomorphin at mu, morphine at both: four bands of one molecule each.
    assert [count for _, count in bundles] == [1, 1, 1, 1]


def test_a_bundle_counts_its_molecules(copy: Copy) -> None:
    copy.set("pharmacology/interactions.csv", "morphine_kappa_1", ligand="heroin")
    copy.set("pharmacology/interactions.csv", "naloxone_mu_1", ligand="heroin")
    bundles = picture.build(ex.load(copy.path))["forms"]["wide"]["bundles"]
    assert sorted(count for _, count in bundles) == [1, 1, 1, 2]
