"""What a review found good stays, and each line of `docs/kept.md` names a test that is there."""

import re
from pathlib import Path

import pytest

from explainer.lessons import notebook

ROOT = Path(__file__).parents[2]
KEPT = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/kept.md").read_text("utf-8"))


@pytest.mark.parametrize(("file", "name"), KEPT)
def test_what_holds_it_is_there(file: str, name: str) -> None:
    assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_every_line_names_what_holds_it() -> None:
    lines = (ROOT / "docs/kept.md").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.startswith("| ") and not line.startswith("| kept")]
    assert len(told) == len(KEPT) > 10


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("notebooks/02_mu.ipynb", "Think of a door handle"),
        ("notebooks/02_mu.ipynb", "Went with, or led to?"),
        ("notebooks/06_the_trials.ipynb", "Pressing the horn makes noise"),
        ("notebooks/07_the_verdict.ipynb", "Mend the sentence"),
        ("notebooks/07_the_verdict.ipynb", "Five questions to take with you"),
        ("docs/teaching/discussion.md", "Listen for"),
        ("docs/teaching/sensitive-topics.md", "Would this help me?"),
    ],
)
def test_what_was_good_is_still_there(file: str, words: str) -> None:
    path = ROOT / file
    is_lesson = path.suffix == ".ipynb"
    text = (
        " ".join(cell.text for cell in notebook.read(path).prose)
        if is_lesson
        else path.read_text(encoding="utf-8")
    )
    assert words.lower() in text.lower()
