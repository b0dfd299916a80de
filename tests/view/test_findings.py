"""How a row becomes a mark: what was done, at which height, and what is never taken for another."""

from typing import get_args

import pytest

import explainer as ex
from explainer.model.schema.vocabularies import Direction, Perturbation
from explainer.view.findings import finding_of, level_of, step_of


def test_what_was_done_is_sorted_by_what_it_does_to_the_receptor() -> None:
    assert {done: step_of(done) for done in get_args(Perturbation)} == {
        "activated": "on", "given": "on", "blocked": "blocked", "absent": "missing",
        "stopped": "stopped", "measured": "seen", "present": "seen",
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
