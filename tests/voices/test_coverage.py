"""Who speaks of a pair: both voices, one, or nobody, and whether they agree."""

import pytest

import explainer as ex
from copies import Copy
from explainer.drawing import theme
from explainer.voices import coverage

ASSESSMENTS = "article/assessments.csv"


def test_each_pair_that_is_spoken_of_has_its_standing(small: ex.System) -> None:
    assert coverage.of_pairs(small) == {
        ("mu", "mood"): "sources",
        ("kappa", "mood"): "sources",
        ("opioid_drugs", "addiction"): "sources",
        ("said_opioids", "mood"): "contradict",
        ("said_opioids", "pain"): "article",
        ("said_unnamed", "mood"): "both in part",
    }


def test_each_domain_has_its_standing(small: ex.System) -> None:
    assert coverage.of_domains(small) == {
        "mood": "contradict",
        "pain": "article",
        "addiction": "sources",
    }


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        ("supported", "both"),
        ("partly supported", "both in part"),
        ("oversimplified", "both in part"),
        ("contested", "contradict"),
        ("error", "contradict"),
        ("cannot be checked", "article"),
        ("not checked here", "article"),
    ],
)
def test_a_verdict_says_how_the_voices_stand(copy: Copy, verdict: str, told: str) -> None:
    copy.set(ASSESSMENTS, "a1", verdict=verdict)
    assert coverage.of_pairs(ex.load(copy.path))["said_opioids", "mood"] == told


@pytest.mark.parametrize("other", ["addiction", "pain"])  # before mood, and after it
def test_a_verdict_that_rests_on_another_domain_leaves_the_article_alone(
    copy: Copy, other: str
) -> None:
    copy.set("pharmacology/effects.csv", "e3", domain=other)
    copy.set(ASSESSMENTS, "a4", because="e3;morphine_mu_1")
    assert coverage.of_pairs(ex.load(copy.path))["said_unnamed", "mood"] == "article"


def test_a_claim_that_nobody_assessed_stands_alone(copy: Copy) -> None:
    copy.set(ASSESSMENTS, "a4", claim="c3", because="")
    assert coverage.of_pairs(ex.load(copy.path))["said_unnamed", "mood"] == "article"


def test_of_several_claims_on_a_pair_the_sharpest_standing_is_told(copy: Copy) -> None:
    copy.set("article/claims.csv", "c4", subjects="said_opioids")
    assert coverage.of_pairs(ex.load(copy.path))["said_opioids", "mood"] == "contradict"


def test_what_the_article_says_of_its_word_stands_for_the_molecules_it_names(copy: Copy) -> None:
    copy.set("article/claims.csv", "c3", domains="mood", direction="worsens")
    pairs = coverage.of_pairs(ex.load(copy.path))
    assert {pairs[node, "mood"] for node in ("dynorphin_a", "dynorphin_b")} == {"article"}


def test_a_molecule_that_both_speak_of_without_meeting_stands_apart(copy: Copy) -> None:
    copy.set("article/claims.csv", "c3", domains="mood", direction="worsens")
    copy.set("pharmacology/effects.csv", "e4", agent="dynorphin_a")
    assert coverage.of_pairs(ex.load(copy.path))["dynorphin_a", "mood"] == "apart"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"a1": "supported"}, "both in part"),
        ({"a1": "supported", "a4": "supported"}, "both"),
        ({"a1": "supported", "a4": "not checked here"}, "both"),
        ({"a1": "cannot be checked", "a4": "not checked here"}, "apart"),
    ],
)
def test_a_domain_is_told_by_what_is_sharpest_there(
    copy: Copy, changes: dict[str, str], told: str
) -> None:
    for row, verdict in changes.items():
        copy.set(ASSESSMENTS, row, verdict=verdict)
    assert coverage.of_domains(ex.load(copy.path))["mood"] == told


def test_a_domain_that_nobody_speaks_of_is_a_silence(copy: Copy) -> None:
    copy.set("article/claims.csv", "c1", domains="mood")
    assert coverage.of_domains(ex.load(copy.path))["pain"] == "nobody"


def test_every_standing_has_a_look(system: ex.System) -> None:
    told = {*coverage.of_pairs(system).values(), *coverage.of_domains(system).values()}
    assert told <= set(theme.STANDINGS)
    assert list(coverage.of_domains(system)) == list(system.domains)


def test_no_named_receptor_stands_with_the_article(system: ex.System) -> None:
    """The article names no receptor type, so of each of them sources speak alone."""
    pairs = coverage.of_pairs(system)
    assert {told for (agent, _), told in pairs.items() if agent in system.receptors} == {"sources"}


def test_every_pair_that_rows_join_is_told_and_no_other(system: ex.System) -> None:
    drawn = (row for row in system.effects.values() if row.agent in system.graph)
    joined = {(row.agent, row.domain) for row in drawn}  # a condition is no part of the picture
    joined |= {(s, d) for c in system.claims.values() for s in c.subjects for d in c.domains}
    assert set(coverage.of_pairs(system)) == joined
