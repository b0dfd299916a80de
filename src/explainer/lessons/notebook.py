"""A lesson as it stands in its notebook: cells, paragraphs, and invisible comments on rows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

GOALS = "You will be able to"
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_MARK = re.compile(r"^(?:[-*>]|\d+\\?\.)\s+", re.MULTILINE)
_SUMMARY = re.compile(r"<summary>.*?</summary>", re.DOTALL)


class Fault(NamedTuple):
    """What is wrong in which cell (0: in the whole lesson), and the way out."""

    cell: int
    fault: str
    way_out: str


@dataclass(frozen=True)
class Cell:
    """One cell: its place counted from 1, what it is, its text, and what belongs to it unseen."""

    place: int
    kind: str
    text: str
    instructor: str = ""
    exercise: tuple[int, ...] = ()

    @property
    def holds_goals(self) -> bool:
        """Whether it tells what readers will be able to do."""
        return GOALS in self.text


@dataclass(frozen=True)
class Lesson:
    """One lesson: the name of its notebook without ending, and its cells."""

    name: str
    cells: tuple[Cell, ...]

    @property
    def file(self) -> str:
        """Where a reader finds it."""
        return f"notebooks/{self.name}.ipynb"

    @property
    def prose(self) -> list[Cell]:
        """Cells that are read."""
        return [cell for cell in self.cells if cell.kind == "markdown"]

    @property
    def code(self) -> list[Cell]:
        """Cells that are run."""
        return [cell for cell in self.cells if cell.kind == "code"]

    @property
    def objectives(self) -> list[str]:
        """What a reader will be able to do."""
        goals = next((cell.text for cell in self.prose if cell.holds_goals), "")
        return re.findall(r"^\d+\. (.+?)[;.]?$", goals, re.MULTILINE)

    @property
    def rows(self) -> tuple[str, ...]:
        """Ids of all rows that its comments name, each once."""
        found = [p for cell in self.prose for p in paragraphs(cell.text)]
        return tuple(dict.fromkeys(row for paragraph in found for row in paragraph.rows))


@dataclass(frozen=True)
class Paragraph:
    """A stretch of text between blank lines, and what the comment under it says."""

    text: str
    comments: tuple[tuple[str, str], ...] = ()

    @property
    def rows(self) -> tuple[str, ...]:
        """Ids of the rows it says it rests on."""
        return self._said("rows")

    @property
    def counts(self) -> tuple[str, ...]:
        """Counts that it says hold, such as ``4 = precursors``."""
        return self._said("count")

    def _said(self, kind: str) -> tuple[str, ...]:
        told = ";".join(text for word, text in self.comments if word == kind)
        return tuple(part.strip() for part in told.split(";") if part.strip())


def read(path: Path) -> Lesson:
    """Read a notebook.

    Parameters
    ----------
    path
        Path of an ``.ipynb`` file.

    Returns
    -------
    Lesson
        Its name without ending, and its cells, counted from 1.

    Raises
    ------
    FileNotFoundError
        Where there is no such file.

    """
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return Lesson(path.stem, tuple(_cell(place, cell) for place, cell in enumerate(cells, 1)))


def _cell(place: int, cell: dict[str, object]) -> Cell:
    source = cell["source"]
    metadata = cell.get("metadata", {})
    ours = metadata.get("explainer", {}) if isinstance(metadata, dict) else {}
    text = "".join(source) if isinstance(source, list) else str(source)
    exercise = tuple(ours.get("exercise", ()))
    return Cell(place, str(cell["cell_type"]), text, ours.get("instructor", ""), exercise)


def paragraphs(text: str) -> list[Paragraph]:
    """Part a text at blank lines; headings and what opens an answer are no paragraphs."""
    found: list[Paragraph] = []
    for block in re.split(r"\n\s*\n", _SUMMARY.sub("", text)):
        comments = tuple(
            (word, told.strip())
            for word, mark, told in (c.partition(":") for c in _COMMENT.findall(block))
            if mark
        )
        comments = tuple((word.strip(), told) for word, told in comments)
        lines = [line for line in _COMMENT.sub("", block).splitlines() if line.strip()]
        lines = [line for line in lines if not line.startswith("#")]
        words = "\n".join(lines)
        if plain(words).strip():
            found.append(Paragraph(words, comments))
        elif comments and found:
            found[-1] = Paragraph(found[-1].text, found[-1].comments + comments)
        elif comments:
            found.append(Paragraph("", comments))
    return found


def plain(text: str) -> str:
    """What is read aloud of a Markdown text: no marks, no addresses, no code, no comments."""
    text = _PICTURE.sub(" ", _CODE.sub(" ", _COMMENT.sub(" ", text)))
    text = _MARK.sub("", _TAG.sub(" ", _LINK.sub(r"\1", text)))
    return re.sub(r"[*_#|]", " ", text)
