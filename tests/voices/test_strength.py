"""What a verdict rests on: one study behind many rows is counted once, summaries apart."""

from __future__ import annotations

import explainer as ex
from copies import Copy
from explainer.voices.phrases import line_of
from explainer.voices.strength import in_words, strength_of, strongest, studies_of

EFFECTS = "pharmacology/effects.csv"


def add(copy: Copy, key: str, source: str, evidence: str, people: str = "nine adults") -> None:
    copy.add(
        EFFECTS,
        f"{key},{source},tester,,mu,,activated,,mood,worsens,,{evidence},{people},"
        "not said,not said,not said,Found.,,,Caveat.",
    )


def rested(copy: Copy, *rows: str) -> ex.System:
    copy.set("article/assessments.csv", "a1", because=";".join(rows))
    return ex.load(copy.path)


def test_one_study_behind_many_rows_is_counted_once(copy: Copy) -> None:
    system = rested(copy, "e2", "e4")  # both of one paper
    found = strength_of(system, system.assessments["a1"])
    assert (found.findings, found.studies, found.of_people) == (2, 1, 0)


def test_summaries_and_reports_are_no_studies(copy: Copy) -> None:
    add(copy, "h1", "brief2003", "regulator")
    system = rested(copy, "e1", "e2", "h1")
    found = strength_of(system, system.assessments["a1"])
    assert (found.studies, found.summaries, found.reports) == (1, 1, 1)
    assert in_words(system, system.assessments["a1"]) == (
        "three findings from one study, none of people, one summary of studies "
        "and one warning or report"
    )


def test_two_registered_trials_in_one_paper_are_two_and_what_pools_them_is_no_third(
    system: ex.System,
) -> None:
    rows = [system.effects[key] for key in ("e21a", "e21b")]
    assert len(studies_of(system, rows)) == 2
    kept = [system.effects[key] for key in ("e226", "e227", "e33", "e34")]
    assert sorted(len(study) for study in studies_of(system, kept)) == [2, 2]


def test_a_verdict_names_the_strongest_in_people_on_either_side(copy: Copy) -> None:
    add(copy, "h1", "brief2003", "human randomised trial")
    copy.set("article/assessments.csv", "a1", because="e1;h1", people_for="e1")
    system = ex.load(copy.path)
    told = strongest(system, system.assessments["a1"])
    assert told.startswith("For it, in people: ")
    assert told.endswith("(review; people); against it, in people: none among these rows.")
    assert told in line_of(system, system.assessments["a1"]).text


def test_of_an_open_claim_sides_are_told(copy: Copy) -> None:
    copy.set("article/claims.csv", "c1", statement="It is unclear.", hedging="open")
    copy.set("article/assessments.csv", "a1", people_for="e1")
    told = strongest(*(system := ex.load(copy.path), system.assessments["a1"]))
    assert told.startswith("On one side, in people: ")


def test_a_verdict_without_findings_counts_nothing(small: ex.System) -> None:
    judged = small.assessments["a2"]
    assert (in_words(small, judged), strongest(small, judged)) == ("", "")


def test_each_verdict_with_findings_on_people_names_a_side(system: ex.System) -> None:
    """All but those on what a word means, or on what is a judgement."""
    for row in system.assessments.values():
        claim = system.claims[row.claim]
        found = strength_of(system, row)
        if found.of_people and claim.topic in ("effect", "hazard") and claim.domains:
            assert row.people_for or row.people_against, row.id
