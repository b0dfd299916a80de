"""A group that acts at a receptor names what a reader needs at a glance, and says it in brief."""

from __future__ import annotations

import datetime as dt

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import rules

GROUPS = "pharmacology/groups.csv"
EFFECTS = "pharmacology/effects.csv"
TODAY = dt.date(2026, 11, 27)
ROW = (
    "{id},doe2001,tester,,{agent},,given,,addiction,{way},,regulator,,"
    "not said,{parts},not said,A.,,,"
)


def told(copy: Copy) -> list[str]:
    found = rules.check(ex.load(copy.path), TODAY)
    return [str(one) for one in found if "groups.csv" in str(one)]


@pytest.fixture
def warned(copy: Copy) -> Copy:
    """A group at mu that warns of one hazard and names what undoes it."""
    parts = "not applicable"
    copy.add(EFFECTS, ROW.format(id="h1", agent="opioid_drugs", way="worsens", parts=parts))
    copy.add(EFFECTS, ROW.format(id="h2", agent="naloxone", way="improves", parts=parts))
    copy.set("pharmacology/ligands.csv", "naloxone", ligand_class="antagonist")
    copy.set(GROUPS, "opioid_drugs", receptors="mu", warnings="h1;h2", in_brief="one;two")
    return copy


def test_a_group_that_warns_is_well(warned: Copy) -> None:
    assert told(warned) == []


def test_a_group_at_a_receptor_warns_of_something(warned: Copy) -> None:
    warned.set(GROUPS, "opioid_drugs", warnings="", in_brief="")
    (said,) = told(warned)
    assert "warnings: blank, though it acts at a receptor" in said


def test_each_warning_has_its_words(warned: Copy) -> None:
    warned.set(GROUPS, "opioid_drugs", in_brief="one")
    (said,) = told(warned)
    assert "in_brief: 1 phrases for 2 findings" in said


@pytest.mark.parametrize(
    "cells",
    [
        {"direction": "improves"},  # of the group itself: it undoes nothing
        {"domain": "mood"},
        {"agent": "morphine"},
        {
            "perturbation": "measured",
            "reaches_brain": "not applicable",
            "exposure": "not applicable",
        },
    ],
)
def test_a_warning_is_of_a_hazard(warned: Copy, cells: dict[str, str]) -> None:
    warned.set(EFFECTS, "h1", **cells)
    (said,) = told(warned)
    assert "warnings: 'h1' is no finding on a hazard of 'opioid_drugs'" in said


@pytest.mark.parametrize(
    ("note", "faults"),
    [
        ("No trial in people tested it.", 1),
        ("The only study was small.", 1),
        ("Nobody has looked at it.", 1),
        ("In these tables no trial in people tested it.", 0),
        ("No study here reports it.", 0),
        ("No finding could settle it.", 0),
        ("Nobody compared them.", 0),
    ],
)
def test_what_is_missing_is_missing_here(copy: Copy, note: str, faults: int) -> None:
    copy.set("article/assessments.csv", "a2", note=note)
    found = [str(one) for one in rules.check(ex.load(copy.path), TODAY)]
    assert sum("is said of the world" in one for one in found) == faults
