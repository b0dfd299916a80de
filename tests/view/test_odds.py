"""What is opened side by side: findings at odds, and claims with what weighs on them."""

import explainer as ex
from explainer.view import odds, payload, sockets
from explainer.view.findings import findings


def test_every_pair_at_odds_is_there_once(system: ex.System) -> None:
    found = findings(system)
    named = {
        frozenset((found[one].id, found[other].id)) for one, other in odds.pairs(system, found)
    }
    derived = {
        frozenset((one, other)) for one, others in system.at_odds.items() for other in others
    }
    assert named == derived
    assert len(odds.pairs(system, found)) == len(named) > 50


def test_every_verdict_opens_the_findings_that_it_rests_on(system: ex.System) -> None:
    found = findings(system)
    told = odds.claims(system, found)
    assert set(told) == {row.claim for row in system.assessments.values()}
    for row in system.assessments.values():
        rests_on = {key for key in row.because if key in system.effects}
        sided = {*row.people_for, *row.people_against}
        weighed = [found[i].id for weight in told[row.claim] for i in weight.findings]
        assert set(weighed) == rests_on | sided
        assert len(weighed) == len(set(weighed)), "no finding stands on two sides"


def test_who_stands_for_and_against_a_claim_is_told_as_a_curator_set_it(
    system: ex.System,
) -> None:
    found = findings(system)
    told = odds.claims(system, found)
    for row in system.assessments.values():
        is_open = system.claims[row.claim].hedging == "open"
        heads = odds.OPEN_HEADS if is_open else odds.HEADS
        sides = {w.head: {found[i].id for i in w.findings} for w in told[row.claim]}
        assert sides.get(heads[0], set()) == set(row.people_against)
        assert sides.get(heads[1], set()) == set(row.people_for)


def test_a_state_can_open_a_claim_a_finding_and_all_that_is_at_odds(system: ex.System) -> None:
    choices = payload.choices(system)
    assert set(system.effects) | {row.claim for row in system.assessments.values()} == (
        set(choices["row"]) - {""}
    )
    assert choices["view"][odds.VIEW] == odds.NAME


def test_a_mark_says_aloud_how_many_findings_are_at_odds_with_it(system: ex.System) -> None:
    built = sockets.build(system)
    for one, words in zip(built.findings, built.tell, strict=True):
        others = len(system.at_odds.get(one.id, ()))
        assert ("at odds with" in words) == bool(others)
        assert not others or f"at odds with {'one' if others == 1 else ''}" in words


def test_without_findings_nothing_is_at_odds(small: ex.System) -> None:
    assert odds.pairs(small, []) == []
    assert all(not weights for weights in odds.claims(small, []).values())
