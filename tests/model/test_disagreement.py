"""Which findings are at odds: what a rule sees, what a curator names, and that both are told."""

from __future__ import annotations

import pytest

import explainer as ex
from copies import Copy
from explainer.model.disagreement import opposed

EFFECTS = "pharmacology/effects.csv"
AGAIN = (
    "{},doe2001,tester,,{},,activated,,{},{},,animal,,not said,{},not said,It went so.,,,It was so."
)


def odds(copy: Copy, agent: str = "kappa", domain: str = "mood", way: str = "improves") -> set[str]:
    """Add a finding beside e4, which says that kappa activated worsens mood."""
    parts = "not applicable" if agent == "opioid_drugs" else "not said"
    copy.add(EFFECTS, AGAIN.format("e9", agent, domain, way, parts))
    system = ex.load(copy.path)
    assert all(
        row in system.at_odds[other] for row in system.at_odds for other in system.at_odds[row]
    )
    return set(system.at_odds.get("e9", ()))


def test_the_same_done_and_the_opposite_found_is_at_odds(copy: Copy) -> None:
    copy.set(EFFECTS, "e4", conflicts_with="")
    assert odds(copy) == {"e4"}


def test_what_was_looked_at_on_another_molecule_is_at_odds_with_nothing_done_alone(
    copy: Copy,
) -> None:
    copy.set(EFFECTS, "e4", conflicts_with="", beside="before ketamine")
    assert odds(copy) == set()


@pytest.mark.parametrize(
    "cells",
    [{"agent": "mu"}, {"domain": "pain"}, {"way": "worsens"}, {"way": "no difference"},
     {"way": "mixed"}, {"way": "not known"}],
)  # fmt: skip
def test_what_is_on_something_else_or_goes_no_opposite_way_is_not(
    copy: Copy, cells: dict[str, str]
) -> None:
    assert odds(copy, **cells) == set()


@pytest.mark.parametrize(("through", "found"), [("", {"e4"}), ("naloxone", set())])
def test_two_molecules_given_together_are_not_one_of_them_alone(
    copy: Copy, through: str, found: set[str]
) -> None:
    done = {"agent": "morphine", "perturbation": "given"}
    copy.set(EFFECTS, "e4", conflicts_with="", through="", parts_receptor="not said", **done)
    copy.add(EFFECTS, AGAIN.format("e9", "morphine", "mood", "improves", "not said"))
    copy.set(EFFECTS, "e9", through=through, perturbation="given")
    assert ex.load(copy.path).at_odds.get("e9", frozenset()) == found


def test_no_rule_says_that_two_findings_on_a_group_are_on_the_same_thing(copy: Copy) -> None:
    copy.set(EFFECTS, "e4", agent="opioid_drugs", parts_receptor="not applicable")
    assert odds(copy, agent="opioid_drugs") == set()


def test_what_a_curator_names_is_told_beside_what_the_rule_sees(copy: Copy) -> None:
    copy.set(EFFECTS, "e4", conflicts_with="e1")
    copy.set(EFFECTS, "e1", conflicts_with="e2;e4")
    odds(copy)
    system = ex.load(copy.path)
    assert system.at_odds["e4"] == {"e1", "e9"}
    assert system.at_odds["e1"] == {"e2", "e4"}


def test_what_a_curator_names_on_one_row_is_told_from_both(copy: Copy) -> None:
    for row, named in (("e1", "e4"), ("e4", "")):
        copy.set(EFFECTS, row, conflicts_with=named)
    odds = ex.load(copy.path).at_odds
    assert ("e4" in odds["e1"], "e1" in odds["e4"]) == (True, True)


def test_the_rule_sees_in_the_real_tables_what_two_loops_see(system: ex.System) -> None:
    rows = [row for row in system.effects.values() if row.agent not in system.groups]
    pairs = {
        (a.id, b.id)
        for a in rows
        for b in rows
        if (a.agent, a.perturbation, a.domain) == (b.agent, b.perturbation, b.domain)
        and {a.direction, b.direction} == {"improves", "worsens"}
    }
    seen = opposed(system.effects.values(), system.groups, system.receptors)
    assert pairs == {(a, b) for a, others in seen.items() for b in others}
    assert len(pairs) >= 20
    assert {"e103", "e166"} == seen["e104"]
