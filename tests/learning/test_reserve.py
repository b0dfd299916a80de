"""The model of receptor reserve: what it gives, what it says of that, and what it rests on."""

import pytest

import explainer as ex
from explainer.learning import reserve
from explainer.voices import efficacy

REACHES = [reach for _, reach in reserve.MOLECULES.values()]


@pytest.mark.parametrize("left", reserve.LEFT.values(), ids=reserve.LEFT)
def test_half_of_the_greatest_answer_needs_what_the_model_says(left: float) -> None:
    for reach in filter(None, REACHES):
        assert reserve.answer(reach, left, 1 / (reach * left)) == pytest.approx(0.5)


def test_a_blocker_fills_receptors_and_switches_none_on() -> None:
    assert REACHES[-1] == 0
    assert {reserve.answer(0, left, 1) for left in reserve.LEFT.values()} == {0}


def test_what_switches_on_weakly_loses_more_with_each_receptor_that_goes() -> None:
    strong, weak, _ = REACHES
    shares = [
        reserve.answer(weak, left, 1) / reserve.answer(strong, left, 1)
        for left in reserve.LEFT.values()
    ]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.8
    assert shares[-1] < 0.25


def test_the_sentence_says_what_the_curves_reach(small: ex.System) -> None:
    for step in reserve.build(small)["left"]:
        strong, weak, blocker = (round(curve[-1]) for curve in step["answers"])
        assert f"A reaches {strong} in 100, B {weak}, C nothing." in step["notice"]
        assert blocker == 0
    first, *_, last = reserve.build(small)["left"]
    assert first["notice"].endswith("Here B looks nearly full.")
    assert last["notice"].endswith("The same B is plainly partial here.")


def test_no_molecule_of_the_tables_has_a_number(system: ex.System) -> None:
    told = " ".join([*(name for name, _ in reserve.MOLECULES.values()), *reserve.WORDS.values()])
    named = [row.name for row in system.ligands.values() if row.name in told]
    assert named == []


def test_it_rests_on_the_models_source_and_every_row_is_told_once(system: ex.System) -> None:
    built = reserve.build(system)
    assert [source[0] for source in built["sources"]] == ["Black 1983", "Black 1985"]
    told = [line["text"] for _, lines in built["rows"] for line in lines]
    assert sorted(told) == sorted(row.finding for row in system.responses.values())
    assert all(line["caveat"] for _, lines in built["rows"] for line in lines)


def test_a_ceiling_has_the_hazard_of_its_molecule_beside_it(system: ex.System) -> None:
    told = " ".join(line["text"] for line in reserve.build(system)["dangers"])
    assert "buprenorphine warns of slowed breathing" in told
    assert "naloxone in time can save a life" in told
    assert all(line["text"] in reserve.as_text(system) for line in reserve.build(system)["dangers"])


def test_what_is_contested_stands_under_both_heads(system: ex.System) -> None:
    heads = [head for head, _ in efficacy.grouped(system) if head.startswith("Biased agonism")]
    assert [head.split(": ")[1] for head in heads] == ["for it", "against it", "leaves it open"]
