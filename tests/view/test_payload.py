"""All that the Explorer shows, decided in Python: plain data, nothing lost, the same each time."""

import dataclasses
import json
import os
import re
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest

import explainer as ex
from copies import SMALL, Copy
from explainer.drawing import theme
from explainer.drawing.geometry import FORMS
from explainer.model.table import Table
from explainer.view import cache, filters, payload, state
from explainer.voices import cards, summaries
from explainer.voices.phrases import line_of
from explainer.widgets import bundle

# Packed bytes of all that follows the first view, for each byte of words that can be read, at most.
# Not for each line: a finding with its caveat is several times as long as a measurement.
SENT = 0.43
FIRST = 0.11  # the same of the first view, with all its words and five widths


@pytest.fixture(scope="module")
def built(small: ex.System) -> dict[str, Any]:
    return payload.build(small)


@pytest.fixture
def real(picture: dict[str, Any]) -> dict[str, Any]:
    return picture


def rows_of(built: dict[str, Any], start: str, end: str) -> list[list[Any]]:
    """Give what rows say between two nodes: look, sign of what was done, place in each filter."""
    names = [node[0] for node in built["nodes"]]
    joined = [(names[a], names[b]) for a, b, *_ in built["pairs"]]
    return [[*row[1:3], *row[4:]] for row in built["rows"] if joined[row[0]] == (start, end)]


def facets_of(built: dict[str, Any], row: list[Any]) -> dict[str, str | None]:
    """Give the word of a row under each filter that it has to do with; none where it lacks one."""
    words = {name: [word for word, _ in built["choices"][name]] for name in state.FILTERS}
    places = dict(zip(state.FILTERS, row[4:], strict=True))
    return {n: words[n][place] if place > 0 else None for n, place in places.items() if place}


def lines_on_card(built: dict[str, Any], node: str) -> list[tuple[str, list[str]]]:
    """Give the words of each line on a node's card, and the short names of its sources."""
    names = [node[0] for node in built["nodes"]]
    _, sections, *_ = built["cards"][names.index(node)]
    lines = [built["lines"][place] for _, _, places in sections for place in places]
    return [(line[0], [built["sources"][place][0] for place in line[4]]) for line in lines]


def test_a_picture_is_plain_data(real: dict[str, Any]) -> None:
    assert json.loads(json.dumps(real)) == real


def test_a_picture_is_the_same_in_every_process() -> None:
    script = (
        "import sys, json, explainer; from explainer.view import payload;"
        "print(json.dumps(payload.build(explainer.load(sys.argv[1]))))"
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


def test_the_real_picture_is_sent_in_few_bytes(system: ex.System, real: dict[str, Any]) -> None:
    shared = cache.of(system)
    told = json.dumps([real["lines"], real["sources"]], ensure_ascii=False, separators=(",", ":"))
    assert len(shared.first) < FIRST * len(told.encode())
    assert len(cache.rest_of(system)) < SENT * len(told.encode())


def test_nothing_is_sent_that_no_script_reads(built: dict[str, Any]) -> None:
    script = bundle.script("explorer/index.js")
    read = set(re.findall(r"\bpicture\.(\w+)", script))
    for names in re.findall(r"const \{([^}]*)\} = picture\b", script):
        read |= set(re.findall(r"\w+", names))
    assert set(built) - read == set()


# Nodes


def test_nodes_stand_in_the_order_of_the_graph(small: ex.System, built: dict[str, Any]) -> None:
    assert [node[0] for node in built["nodes"]] == list(small.graph)


@pytest.mark.parametrize(
    "node",
    [
        ["mu", "mu receptor", "receptor", "pharmacology", "MOP · OPRM1",
         "mu receptor, receptor", ["mu receptor", "MOR", "OPRM1", "MOP", "mu"]],
        ["pdyn", "PDYN", "precursor", "pharmacology", "",
         "prodynorphin, precursor", ["prodynorphin", "PDYN", "pdyn"]],
        ["dynorphin_a", "dynorphin A", "peptide", "pharmacology", "",
         "dynorphin A, peptide of the body", ["dynorphin A", "Dyn A", "dynorphin_a"]],
        ["heroin", "heroin", "ligand", "pharmacology", "",
         "heroin, molecule from outside", ["heroin", "diamorphine"]],
        ["mood", "Mood", "domain", "ours", "", "Mood, side of life or health", ["Mood", "mood"]],
        ["said_dymorphins", "“dymorphins”", "subject", "article", "",
         "“dymorphins”, the article's words", ["“dymorphins”", "said_dymorphins"]],
        ["said_unnamed", "a receptor without a name", "unnamed", "article",
         "a receptor without a name", "a receptor without a name, receptors without a name",
         ["a receptor without a name", "said_unnamed"]],
        ["gap_c2", "…", "gap", "article", "", "Gap: the article's sentence stops here", []],
    ],
    ids=lambda node: node[0],
)  # fmt: skip
def test_a_node_says_what_it_is_to_eye_ear_and_search(
    built: dict[str, Any], node: list[Any]
) -> None:
    assert node in built["nodes"]


def test_no_two_nodes_sound_the_same(real: dict[str, Any]) -> None:
    spoken = Counter(node[5] for node in real["nodes"])
    assert [name for name, number in spoken.items() if number > 1] == []


def test_a_node_is_found_by_all_its_names(system: ex.System, real: dict[str, Any]) -> None:
    for node, _, kind, *_, names in real["nodes"]:
        if kind == "gap":
            continue
        row = system.find(node)
        known = [getattr(row, name, "") for name in ("name", "gene", "iuphar_name", "id")]
        known += getattr(row, "synonyms", ())
        assert set(names) == {name for name in known if name}, node
        assert len(set(names)) == len(names), node


# Pairs and rows


def test_each_edge_of_the_graph_is_one_row(system: ex.System, real: dict[str, Any]) -> None:
    names = [node[0] for node in real["nodes"]]
    told = [
        (*(names[end] for end in real["pairs"][row[0]][:2]), *real["pairs"][row[0]][2:], row[3])
        for row in real["rows"]
    ]
    assert len(told) == system.graph.number_of_edges()
    assert len(set(told)) == len(told)
    edges = Counter((a, b, d["kind"], d["voice"]) for a, b, d in system.graph.edges(data=True))
    assert Counter(row[:4] for row in told) == edges


def test_a_pair_is_sent_once(real: dict[str, Any]) -> None:
    assert len({tuple(pair) for pair in real["pairs"]}) == len(real["pairs"])
    assert {row[0] for row in real["rows"]} == set(range(len(real["pairs"])))


def test_rows_that_say_different_things_are_told_apart(built: dict[str, Any]) -> None:
    assert [row[:2] for row in rows_of(built, "morphine", "mu")] == [
        ["activates", ""],
        ["partly", ""],
    ]


def test_a_finding_carries_the_sign_of_what_was_done(built: dict[str, Any]) -> None:
    done = [theme.PERTURBATIONS[word].sign for word in ("activated", "absent")]
    assert [row[1] for row in rows_of(built, "mu", "mood")] == done


def test_a_claim_keeps_the_articles_voice(built: dict[str, Any]) -> None:
    names = [node[0] for node in built["nodes"]]
    pair = [names.index("said_unnamed"), names.index("mood"), "claim", "article"]
    assert pair in built["pairs"]
    assert [row[:2] for row in rows_of(built, "said_unnamed", "mood")] == [["worsens", ""]]


def test_each_row_points_to_its_own_words(system: ex.System, real: dict[str, Any]) -> None:
    """In the order of the graph; what becomes of a molecule and what names it has no own words."""
    for row, (_, _, key, data) in zip(
        real["rows"], system.graph.edges(keys=True, data=True), strict=True
    ):
        text, voice, *_, row_id = real["lines"][row[3]]
        assert voice == data["voice"]
        if data["kind"] in ("becomes", "names"):
            assert row_id.partition(">")[0] == key
        else:
            assert (row_id, text) == (key, line_of(system, system.find(key)).text)


@pytest.mark.parametrize(
    ("start", "end", "facets"),
    [
        ("pdyn", "dynorphin_a", {"origin": "made by the body"}),
        (
            "dynorphin_a", "kappa",
            {"receptor": "kappa", "action": "activates", "origin": "made by the body"},
        ),
        (
            "naloxone", "mu",
            {"receptor": "mu", "action": "blocks", "origin": "origin not in an opened source"},
        ),
        (
            "kappa", "mood",
            {
                "receptor": "kappa", "domain": "mood", "direction": "worsens",
                "evidence": "animal", "people": None,
            },
        ),
        (
            "opioid_drugs", "addiction",
            {
                "receptor": None, "domain": "addiction", "direction": "worsens",
                "evidence": "news", "people": None,
            },
        ),
        (
            "said_opioids", "pain",
            {"domain": "pain", "direction": "improves", "verdict": "contested"},
        ),
        (
            "said_opioids", "gap_c2",
            {"domain": None, "direction": None, "verdict": "cannot be checked"},
        ),
        ("said_dynorphins", "dynorphin_a", {}),
        ("heroin", "morphine", {"origin": "opium alkaloid"}),
    ],
)  # fmt: skip
def test_a_row_stands_under_the_filters_that_it_has_to_do_with(
    built: dict[str, Any], start: str, end: str, facets: dict[str, str | None]
) -> None:
    names = [node[0] for node in built["nodes"]]
    (row,) = (
        row
        for row in built["rows"]
        if [names[place] for place in built["pairs"][row[0]][:2]] == [start, end]
    )
    assert facets_of(built, row) == facets


def test_every_facet_of_the_real_rows_is_what_the_row_says(
    system: ex.System, real: dict[str, Any]
) -> None:
    for row in real["rows"]:
        key = real["lines"][row[3]][5]
        facets = facets_of(real, row)
        if found := system.interactions.get(key):
            family = theme.family_of(found)
            assert (facets["receptor"], facets["action"]) == (found.receptor, family)
        elif effect := system.effects.get(key):
            at = effect.agent if effect.agent in system.receptors else None
            told = (at, effect.domain, effect.direction, effect.evidence)
            names = ("receptor", "domain", "direction", "evidence")
            assert tuple(facets[name] for name in names) == told
            assert ("origin" in facets) == (
                effect.agent in system.peptides or effect.agent in system.ligands
            )
        elif (claim := system.claims.get(key)) and claim.domains:
            assessment = system.assessment_of(key)
            verdict = assessment.verdict if assessment else filters.NOT_ASSESSED
            assert facets["verdict"] == verdict
            assert facets["domain"] in claim.domains
            assert facets["direction"] == claim.direction  # none where it states none


def test_a_claim_that_nobody_assessed_can_be_filtered(copy: Copy) -> None:
    copy.set("article/assessments.csv", "a4", claim="c3", because="")
    built = payload.build(ex.load(copy.path))
    words = [word for word, _ in built["choices"]["verdict"]]
    (row,) = rows_of(built, "said_unnamed", "mood")
    assert words[row[2 + state.FILTERS.index("verdict")]] == "not assessed"


def test_measured_values_stand_beside_their_rows(system: ex.System, real: dict[str, Any]) -> None:
    told = {real["lines"][real["rows"][row][3]][5]: rest for row, *rest in real["measured"]}
    measured = {k: r for k, r in system.interactions.items() if r.affinity_low is not None}
    assert told == {
        key: [r.measure, r.relation, r.affinity_low, r.affinity_high, r.species, int(r.plot_ok)]
        for key, r in measured.items()
    }


def test_a_claim_is_paired_with_how_it_stands(system: ex.System, real: dict[str, Any]) -> None:
    told = [(*(real["lines"][n][5] for n in pair), sign) for *pair, sign in real["weighed"]]
    assert told == [
        (a.claim, a.id, f"{theme.VERDICTS[a.verdict]} {a.verdict}")
        for a in system.assessments.values()
    ]


# Cards, lines and sources


def test_cards_lines_and_sources_point_to_each_other(
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


def test_a_card_keeps_its_facts_headings_and_sentences(
    system: ex.System, real: dict[str, Any]
) -> None:
    for node, (facts, sections, own, said, dangers, elsewhere) in zip(
        system.graph, real["cards"], strict=True
    ):
        card = cards.card(system, node)
        assert facts == [*filter(None, [card.answer]), *card.facts]
        told = [(*real["databases"][place], value) for place, value in elsewhere]
        assert [(f"{name} {value}", page.replace("{}", value)) for name, page, value in told] == [
            (one.words, one.link) for one in card.elsewhere if one.link
        ]
        assert [real["lines"][n][0] for n in dangers] == [line.text for line in card.hazards]
        assert [s[:2] for s in sections] == [[s.heading, s.voice] for s in card.sections]
        assert [real["sources"][place][1] for place in own] == [
            system.sources[key].reference for key in card.own_sources
        ]
        assert said == {v: summaries.about(system, node, v) for v in ("pharmacology", "article")}


def test_two_rows_with_the_same_words_keep_their_own_sources(copy: Copy) -> None:
    first = ex.load(SMALL).interactions["morphine_mu_1"]
    same = {name: getattr(first, name) for name in ("action", "measure", "relation", "species")}
    copy.set(
        "pharmacology/interactions.csv", "morphine_mu_2",
        **same, affinity_low="8.5", affinity_high="9.2", reported="", assay="",
    )  # fmt: skip
    told = lines_on_card(payload.build(ex.load(copy.path)), "morphine")
    acting = [line for line in told if line[0].startswith("morphine at mu receptor")]
    assert acting[0][0] == acting[1][0]
    assert [sources for _, sources in acting[:2]] == [["Example Institute 2020"], ["Doe 2001"]]


def test_a_source_is_sent_once_with_its_link(built: dict[str, Any]) -> None:
    found = [source for source in built["sources"] if source[0] == "Doe 2001"]
    assert found == [
        [
            "Doe 2001",
            "Doe J, Roe R (2001). A study in animals. Journal of Tests 1:1.",
            "https://doi.org/10.1000/doe2001",
        ]
    ]


# What can be chosen


def test_a_lens_names_the_voices_it_lets_speak(built: dict[str, Any]) -> None:
    assert built["voices"] == {
        "both": ["pharmacology", "article"],
        "article": ["article"],
        "pharmacology": ["pharmacology"],
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lens", {"both": "Both", "article": "The article", "pharmacology": "Sources"}),
        ("receptor", {"": "Any receptor", "mu": "mu receptor", "kappa": "kappa receptor"}),
        ("action", {"": "Any action", "activates": "activates", "partly": "activates in part",
                    "blocks": "blocks", "binds": "binds, action not stated"}),
        ("domain", {"": "Any domain", "mood": "Mood", "pain": "Pain", "addiction": "Addiction"}),
        ("direction", {"": "Any direction", "improves": "improves", "worsens": "worsens"}),
        ("evidence", {"": "Any evidence", "animal": "animal", "review": "review", "news": "news"}),
        ("verdict", {"": "Any verdict", "oversimplified": "oversimplified",
                     "contested": "contested", "cannot be checked": "cannot be checked",
                     "not assessed": "not assessed"}),
        ("origin", {"": "Any origin", "made by the body": "made by the body",
                    "opium alkaloid": "opium alkaloid", "semisynthetic": "semisynthetic",
                    "origin not in an opened source": "origin not in an opened source"}),
        ("panel", {name: name.capitalize() for name in state.PANELS}),
    ],
)  # fmt: skip
def test_each_list_offers_what_is_there(
    small: ex.System, built: dict[str, Any], name: str, words: dict[str, str]
) -> None:
    assert payload.choices(small)[name] == words
    assert list(payload.choices(small)[name]) == list(words)
    assert built["choices"][name] == [list(pair) for pair in words.items()]


def test_every_node_can_be_the_focus(small: ex.System) -> None:
    focus = payload.choices(small)["focus"]
    assert list(focus) == ["", *small.graph]
    assert focus["mu"] == "mu receptor, receptor"


def test_where_all_claims_are_assessed_that_is_no_filter(system: ex.System) -> None:
    assert len(system.assessments) == len(system.claims)
    assert filters.NOT_ASSESSED not in payload.choices(system)["verdict"]


def test_every_part_of_a_state_can_be_chosen(small: ex.System) -> None:
    assert set(payload.choices(small)) == set(state.FIELDS) - {"also"}


# Forms


@pytest.mark.parametrize("form", FORMS)
def test_each_form_places_every_node_and_every_pair(real: dict[str, Any], form: str) -> None:
    drawn = real["forms"][form]
    assert len(drawn["boxes"]) == len(real["nodes"])
    assert len(drawn["lines"]) == len(real["pairs"])
    assert all(line.startswith("M") for line in drawn["lines"])
    assert drawn["size"][0] == FORMS[form].width


@pytest.mark.parametrize("form", FORMS)
def test_grounds_are_sent_before_what_stands_on_them(real: dict[str, Any], form: str) -> None:
    ids = [band[0] for band in real["forms"][form]["bands"]]
    assert set(ids[:5]) == {"body", "outside", "membrane", "unnamed", "article"}


def test_a_bundle_says_what_it_starts_from_and_for_how_many(built: dict[str, Any]) -> None:
    for form in built["forms"].values():
        for line, kind, number in form["bundles"]:
            assert line.startswith("M")
            assert kind in ("peptide", "ligand")
            assert number >= 1


def test_every_sign_in_the_picture_is_explained_beside_it(real: dict[str, Any]) -> None:
    explained = {(table, name) for table, name, *_ in real["forms"]["wide"]["legend"]}
    used = set()
    for pair, look, done, *_ in real["rows"]:
        kind = real["pairs"][pair][2]
        if look:
            used.add(("family" if kind == "acts on" else "direction", look))
        if done:
            used.add(("done", done))
    used |= {("standing", told) for *_, told in real["standings"] + real["domains"]}
    assert used - explained == set()


def test_every_sign_that_rows_and_nodes_need_has_a_look(real: dict[str, Any]) -> None:
    looks = real["looks"]
    assert {node[2] for node in real["nodes"]} <= set(looks["kind"])
    assert {pair[3] for pair in real["pairs"]} <= set(looks["voice"])
    assert {row[2] for row in real["rows"] if row[2]} <= set(looks["done"])


def test_the_picture_says_that_it_is_no_advice(built: dict[str, Any]) -> None:
    assert built["words"]["descriptive"].startswith("Descriptive only")
    assert "not a prediction for a person" in built["words"]["trail"]


# Systems that lack a part


def emptied(copy: Copy, *tables: str) -> ex.System:
    for table in tables:
        path = copy.path / f"{table}.csv"
        path.write_text(path.read_text().splitlines()[0] + "\n")
    return ex.load(copy.path)


def test_an_empty_system_has_an_empty_picture(copy: Copy) -> None:
    tables = {p.relative_to(copy.path).with_suffix("").as_posix() for p in copy.path.rglob("*.csv")}
    built = payload.build(emptied(copy, *(tables - {"sources", "curators"})))
    assert (built["nodes"], built["pairs"], built["rows"], built["cards"]) == ([], [], [], [])
    assert built["overview"]["article"] == "There is no article in these tables."
    assert [word for word, _ in built["choices"]["receptor"]] == [""]


def test_without_an_article_nothing_speaks_in_its_voice(copy: Copy) -> None:
    built = payload.build(
        emptied(copy, *(f"article/{t}" for t in ("subjects", "claims", "assessments")))
    )
    assert {pair[3] for pair in built["pairs"]} == {"pharmacology"}
    assert {told for *_, told in built["standings"]} == {"sources"}
    assert {said["article"] for _, _, _, said, *_ in built["cards"]} == {""}


def test_the_numbers_behind_findings_and_how_direct_they_are_do_not_make_it_grow(
    system: ex.System, real: dict[str, Any]
) -> None:
    """Cards tell them later, from the tables; the picture is sent to phones as well."""
    plain = {"reaches_brain": "not said", "parts_receptor": "not said", "exposure": "not said"}
    blank = {"estimate": None, "low": None, "high": None, "p": "", "randomised": None,
             "analysed": None, "scale": "a scale", "time": "", "measure": None}  # fmt: skip
    bare = dataclasses.replace(
        system,
        results=Table(row.model_copy(update=blank) for row in system.results.values()),
        effects=Table(row.model_copy(update=plain) for row in system.effects.values()),
    )
    assert payload.build(bare) == real


def test_a_line_of_help_stands_on_every_card(
    system: ex.System, real: dict[str, Any], small: ex.System, built: dict[str, Any]
) -> None:
    told = real["words"]["help"]
    assert told.count(" (") == 3
    (finder, *_) = (row for row in system.helplines.values() if row.kind == "finder")
    assert f"elsewhere {finder.contact}" in told
    for row in list(system.helplines.values()):
        if row.kind == "crisis line" and f"({row.country})" in told:
            assert f"{row.contact} ({row.country})" in told
            break
    assert bool(built["words"]["help"]) is any(
        row.kind in {"crisis line", "finder"} for row in small.helplines.values()
    )
