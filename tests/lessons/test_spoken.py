"""What a voice makes of a lesson: signs that are not spoken, and figures that are spoken oddly."""

import re
from pathlib import Path

import pytest

from explainer.lessons import notebook

LESSONS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_blank_is_told_in_words_too(path: Path) -> None:
    """A voice passes over a row of underscores, and the sentence sounds whole."""
    for cell in notebook.read(path).prose:
        if "___" in cell.text:
            assert re.search(r"\bblanks?\b", cell.text), f"say that it has blanks: {cell.text[:90]}"


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_century_is_written_in_words(path: Path) -> None:
    """*1800s* is spoken as one thousand eight hundred s."""
    for cell in notebook.read(path).prose:
        assert not re.search(r"\b1\d00s\b", cell.text), "write the nineteenth century"
