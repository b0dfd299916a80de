"""What lessons, questions and tours must tell of hazards, and what they must not rest on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import explainer as ex
from explainer import lessons

LESSONS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
ALONE = {"e400", "e401", "e402"}
MIXED = {"e45"}
# A young reader needs each of these, whatever the article leaves out.
THEMES = {
    "opioids alone slow breathing": ALONE,
    "tolerance is lost after a break": {"e408", "e409"},
    "alcohol and other sedatives": {"e411"},
    "naloxone reverses an overdose": {"e415", "e416"},
    "naloxone can wear off": {"e418", "e419"},
    "stopping suddenly": {"e300", "e301", "e302", "e303", "e304"},
    "treatment goes with fewer deaths": {"e323", "e324", "e329"},
}


def _because(system: ex.System) -> Iterator[tuple[str, set[str]]]:
    for row in (*system.questions.values(), *system.scenes.values()):
        yield row.id, set(row.because)
    for path in LESSONS:
        yield path.stem, set(lessons.read(path).rows)


@pytest.mark.parametrize("number", ["00", "02", "06"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_lesson_tells_of_each_hazard(number: str, theme: str) -> None:
    path = next(path for path in LESSONS if path.stem.startswith(number))
    assert set(lessons.read(path).rows) >= THEMES[theme]


def test_who_tells_of_a_mixture_tells_of_opioids_alone(system: ex.System) -> None:
    silent = [name for name, rows in _because(system) if rows & MIXED and not rows & ALONE]
    assert silent == []


def test_no_drug_that_hardly_enters_the_brain_is_held_against_a_finding_on_mood(
    system: ex.System,
) -> None:
    outside = {
        row.id
        for row in system.effects.values()
        if "enters the brain only to a limited degree" in (row.caveat or "")
    }
    assert outside  # else the sentence of the caveat has changed
    assert [name for name, rows in _because(system) if rows & outside] == []
