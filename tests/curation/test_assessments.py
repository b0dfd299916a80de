"""Verdicts are fair: what each one leans on carries what its note says, and names both sides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import explainer as ex
from explainer.model.evidence import is_on_people
from explainer.model.schema import Effect

GAPS = (Path(__file__).parents[2] / "data" / "GAPS.md").read_text(encoding="utf-8")
_CITED = ("effects", "interactions", "events")


def findings(system: ex.System, because: tuple[str, ...]) -> list[Effect]:
    """Give the findings among the rows that a judgement rests on."""
    return [system.effects[row] for row in because if row in system.effects]


def test_a_note_is_two_plain_sentences_at_most(system: ex.System) -> None:
    long = [
        row.id
        for row in system.assessments.values()
        if len(re.findall(r"[.!?](?=\s|$)", row.note)) > 2
    ]
    assert long == []


def test_the_sources_of_a_verdict_hold_those_of_each_finding_behind_it(system: ex.System) -> None:
    for row in system.assessments.values():
        cited = {source.id for source in system.sources_of(row)}
        for table in _CITED:
            for key in set(row.because) & set(system.tables[table]):
                behind = {s.id for s in system.sources_of(system.tables[table][key])}
                assert behind <= cited, (row.id, key)


def test_a_trial_of_a_delta_agonist_is_not_told_as_one_of_a_prescribed_opioid(
    system: ex.System,
) -> None:
    """A small trial of such a molecule says nothing on the medicines of the article."""
    for row in system.assessments.values():
        if any(e.agent == "delta" and is_on_people(e) for e in findings(system, row.because)):
            assert "delta agonist, which is no prescribed opioid" in row.note, row.id


@pytest.mark.parametrize("table", ["assessments", "misconceptions"])
def test_slowed_breathing_never_rests_on_mixtures_alone(system: ex.System, table: str) -> None:
    """A reader who takes nothing else must not read that the hazard is not theirs."""
    for row in system.tables[table].values():
        breathing = [
            e
            for e in findings(system, row.because)
            if e.domain == "breathing" and e.direction == "worsens"
        ]
        alone = [e for e in breathing if "together" not in e.population + e.finding]
        assert bool(alone) == bool(breathing), row.id


def test_a_case_on_kappa_does_not_rest_on_a_drug_kept_out_of_the_brain(system: ex.System) -> None:
    """What hardly enters the brain shows nothing of what kappa does to mood there."""
    for row in system.assessments.values():
        kept_out = [
            e.id
            for e in findings(system, row.because)
            if "limited brain entry" in e.finding and e.domain in system.claims[row.claim].domains
        ]
        assert kept_out == [], row.id


def test_a_cohort_never_stands_without_the_summary_that_qualifies_it(system: ex.System) -> None:
    """Single studies that went one way would claim too much beside a summary that did not."""
    summaries = system.effects.where(evidence="meta-analysis").values()
    for row in system.assessments.values():
        for e in findings(system, row.because):
            if e.evidence == "human observational" and e.domain in system.claims[row.claim].domains:
                of_both = (e.agent, e.perturbation, e.domain)
                there = {s.id for s in summaries if (s.agent, s.perturbation, s.domain) == of_both}
                assert not there or there & set(row.because), (row.id, e.id)


def test_a_gap_names_rows_that_there_are(system: ex.System) -> None:
    ids = set(re.findall(r"`([ea]\d+[a-z]?)`", GAPS))
    assert ids
    assert ids - set(system.effects) - set(system.assessments) == set()


def test_not_found_and_not_looked_for_stand_apart() -> None:
    """Not finding is one thing, not looking another; neither may read as 'nobody did'."""
    assert "\n## Not found by the searches named\n" in GAPS
    assert "\n## Not looked for\n" in GAPS
    assert "nobody" not in GAPS.lower()
