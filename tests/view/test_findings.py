"""How a row becomes a mark: what was done, at which height, and what is never taken for another."""

from typing import get_args

import pytest

import explainer as ex
from explainer.model.schema.vocabularies import Direction, Perturbation
from explainer.view import headlines, sockets
from explainer.view.findings import finding_of, findings, level_of, step_of


def test_what_was_done_is_sorted_by_what_it_does_to_the_receptor() -> None:
    assert {done: step_of(done) for done in get_args(Perturbation)} == {
        "activated": "on", "given": "on", "blocked": "blocked", "absent": "missing",
        "stopped": "stopped", "measured": "seen", "present": "seen",
        "taken": "on",
    }  # fmt: skip


@pytest.mark.parametrize(("molecule", "step"), [("morphine", "on"), ("naloxone", "blocked")])
def test_to_give_a_blocker_is_to_block(small: ex.System, molecule: str, step: str) -> None:
    row = next(iter(small.effects.values()))
    given = row.model_copy(update={"agent": molecule, "perturbation": "given"})
    assert finding_of(small, given).step == step


def test_no_difference_is_a_height_of_its_own() -> None:
    assert {way: level_of(way) for way in get_args(Direction)} == {
        "improves": "better", "worsens": "worse", "no difference": "same", "mixed": "unclear",
        "not known": "unclear",
    }  # fmt: skip


def test_a_headline_and_a_mark_part_two_molecules_given_together_from_one_alone(
    system: ex.System,
) -> None:
    found = findings(system)
    beside = [one for one in found if one.agent in system.ligands and one.through]
    assert len({one.agent for one in beside}) > 1
    for one in beside:
        other = next(name for name in one.through if name != one.agent)
        words = f"with {system.find(other).name}"
        assert words in sockets.spoken(system, one)
        head = headlines.with_agent(system, found, one.agent, one.domain)
        assert words in head or one.who != "people"
    alone = [one for one in found if one.agent == "buprenorphine" and not one.through]
    assert not any("with" in sockets.spoken(system, one).split(",")[0] for one in alone)


def test_use_other_than_prescribed_is_not_told_as_given(system: ex.System) -> None:
    found = {one.id: one for one in findings(system)}
    used = system.effects.where(perturbation="taken")
    assert used
    for row in used.values():
        told = sockets.spoken(system, found[row.id])
        assert " taken, " in told
        assert "given" not in told
    head = headlines.with_agent(system, list(found.values()), "opioid_drugs", "anxiety")
    assert "; taken, more anxiety" in head


def test_the_headline_of_a_hazard_counts_people_as_the_picture_does(system: ex.System) -> None:
    found = findings(system)
    for domain in system.domains.where(group="hazards"):
        head, _ = headlines.of_domain(system, found, domain)
        people = sum(one.who == "people" for one in found if one.domain == domain)
        if ", in people: " in head:
            assert int(head.rsplit(" of ", 1)[1].split()[0]) <= people, head
