"""What a lesson asks of its readers, in its order, with what is said after each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from explainer.learning import predictions
from explainer.lessons.notebook import paragraphs
from explainer.model.system import System

Notebook = Any  # a tree as JSON has it
_PROMPT = re.compile(r"\*\*(?:Predict|The question|Your verdict|Explain|Complete|Reflect)\b")
_ASKED = re.compile(r'widgets\.Prediction\(system, "(\w+)"\)')
# What leads up to no task: headings, answers, tables, quotations.
_OTHER = re.compile(r"#|<details|\||>|\*\*(?:Time|You will be able to|A myth)")
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def source_of(cell: Notebook) -> str:
    """The text of a cell, in whichever form it was saved."""
    source = cell["source"]
    return "".join(source) if isinstance(source, list) else str(source)


@dataclass
class Task:
    """One thing that a lesson asks: what leads up to it, the prompt, and what is said after it."""

    paragraphs: list[str]
    answers: list[str] = field(default_factory=list)
    shown: str = ""
    notes: list[str] = field(default_factory=list)


def tasks_of(system: System, book: Notebook) -> list[Task]:
    """Gather what a lesson asks; what stands right after a run cell tells what was seen there."""
    found: list[Task] = []
    was_run = False
    for cell in book["cells"]:
        if cell["cell_type"] != "markdown":
            was_run = True
            found += [_guess(system, name) for name in _ASKED.findall(source_of(cell))]
            continue
        parts = [part for part in _parts(source_of(cell)) if not part.startswith("**Legend")]
        if was_run and found and parts and not _OTHER.match(parts[0]):
            found[-1].shown = found[-1].shown or _on_paper(parts.pop(0))
        was_run = False
        _take(parts, found)
        if found and (note := cell["metadata"].get("explainer", {}).get("instructor")):
            found[-1].notes.append(f"*Note:* {_on_paper(note)}")
    return found


def _take(parts: list[str], found: list[Task]) -> None:
    """Add the tasks of one cell, and the answers that belong to the last task so far."""
    lead: list[str] = []
    for part in parts:
        if part.startswith("<details") and found:
            found[-1].answers += [_on_paper(p.text) for p in paragraphs(part)]
        elif _PROMPT.match(part):
            found.append(Task([*lead, _on_paper(part)]))
            lead = []
        elif part.startswith("|") and found:
            found[-1].paragraphs.append(_on_paper(part))
        elif part.startswith("#"):
            lead = []
        elif not _OTHER.match(part):
            lead.append(_on_paper(part))


def _parts(text: str) -> Iterator[str]:
    """Paragraphs without comments, and each answer to unfold in one piece."""
    text = _COMMENT.sub("", text)
    for part in re.split(r"(<details.*?</details>)", text, flags=re.DOTALL):
        whole = part.startswith("<details")
        yield from filter(str.strip, [part] if whole else re.split(r"\n\s*\n", part.strip()))


def _on_paper(text: str) -> str:
    """A paragraph as it stands on paper: no comment, no link, no tag."""
    return re.sub(r"</?details[^>]*>", "", _LINK.sub(r"\1", _COMMENT.sub("", text))).strip()


def _guess(system: System, name: str) -> Task:
    """A prediction on paper: its question and its guesses; what is so is told after it."""
    found = predictions.asked(system, name)
    guesses = "\n".join(f"- {text}" for text in found.guesses.values())
    return Task([f"**Guess first.** {found.row.question}", guesses], [found.reveal])
