"""Editions of the lessons for a class, and the pages for teachers, all from one source.

A lesson's notebook is the source. What only an instructor should see stands in the metadata of
the cell it belongs to: ``{"explainer": {"instructor": "Markdown", "exercise": [1]}}``.

- ``instructor/`` shows these notes, each in a cell of its own, and has all answers open.
- ``student/`` has no notes, and a place to write where the source has an answer to unfold.
- ``sheets/`` has the exercises alone, to print, with and without answers.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from explainer.learning import quiz
from explainer.learning.tasks import source_of, tasks_of
from explainer.model.loading import data_folder
from explainer.model.schema.vocabularies import Form
from explainer.model.system import System

Notebook = Any  # a tree as JSON has it
_ANSWER = re.compile(r"<details><summary>(.*?)</summary>(.*?)</details>", re.DOTALL)
_GUESS = "A guess: any answer will do. The lesson shows next what is so."
_WRITE = "✎ **Your answer** ({prompt}): *double-click here and write it down.*"
# See-through, so that the page's own text colour stays readable on it, on a light page and a dark.
_STYLE = "border: 2px dashed #a06a1c; background-color: rgba(200, 140, 40, 0.12); padding: 8px 16px"
_GROUND = f'<div style="{_STYLE}">\n\n**For the instructor.** {{note}}\n\n</div>'
_LINE = "_" * 60


def build(system: System, out: Path, lessons: Path | None = None) -> list[Path]:
    """Write all editions into a folder; the same source gives the same files, byte by byte."""
    folder = lessons or data_folder().parent / "notebooks"
    found = sorted(folder.glob("[0-9]*.ipynb"))
    if not found:
        way_out = "pass the folder that holds 00_start_here.ipynb"
        raise FileNotFoundError(f"{folder}: there is no lesson here ({way_out})")
    books = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in found}
    texts: dict[str, str] = {}
    for name, book in books.items():
        texts[f"student/{name}.ipynb"] = _as_file(student(book))
        texts[f"instructor/{name}.ipynb"] = _as_file(instructor(book))
        if name in quiz.titles(system):
            texts[f"sheets/{name}.md"] = sheet(system, name, book)
            texts[f"sheets/{name}_answers.md"] = sheet(system, name, book, with_answers=True)
    return _write(texts, out)


def write_pages(system: System, out: Path, lessons: Path | None = None) -> list[Path]:
    """Write the pages for teachers that the tables fill."""
    return _write(pages(system, lessons or data_folder().parent / "notebooks"), out)


def _write(texts: dict[str, str], out: Path) -> list[Path]:
    for name, text in texts.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [out / name for name in texts]


def _as_file(book: Notebook) -> str:
    return json.dumps(book, indent=1, ensure_ascii=False) + "\n"


# Notebooks


def student(book: Notebook) -> Notebook:
    """Leave out the notes, and put a place to write where an answer could be unfolded."""
    book = copy.deepcopy(book)
    for cell in book["cells"]:
        _notes(cell)
        if cell["cell_type"] == "markdown":
            text = _ANSWER.sub(lambda m: _WRITE.format(prompt=m[1].strip()), source_of(cell))
            cell["source"] = text
    return book


def instructor(book: Notebook) -> Notebook:
    """Show each note in a cell of its own after the cell it belongs to, and open the answers."""
    book = copy.deepcopy(book)
    goals = _objectives(book)
    cells: list[Notebook] = []
    for cell in book["cells"]:
        notes = _notes(cell)
        if cell["cell_type"] == "markdown":
            cell["source"] = source_of(cell).replace("<details", "<details open")
        cells.append(cell)
        if told := _told(notes, goals):
            source = _GROUND.format(note=told)
            name = f"{cell['id']}-instructor"
            cells.append({"cell_type": "markdown", "id": name, "metadata": {}, "source": source})
    book["cells"] = cells
    return book


def _told(notes: dict[str, Any], goals: list[str]) -> str:
    """A cell's note, and which objectives its exercise serves."""
    served = [f"*Exercise for:* {goals[number - 1]}." for number in notes.get("exercise", ())]
    return "\n\n".join(filter(None, [str(notes.get("instructor", "")), *served]))


def _notes(cell: Notebook) -> dict[str, Any]:
    return dict(cell["metadata"].pop("explainer", {}))


def _objectives(book: Notebook) -> list[str]:
    texts = (source_of(cell) for cell in book["cells"] if "You will be able to" in source_of(cell))
    return re.findall(r"^\d+\. (.+?)[;.]?$", next(texts, ""), re.MULTILINE)


# Sheets


def sheet(system: System, name: str, book: Notebook, *, with_answers: bool = False) -> str:
    """Write a lesson's exercises alone, with a line to write on or with the answers."""
    kind = "answers" if with_answers else "exercises"
    out = [
        f"# {system.lessons[name].title}: {kind}",
        "Descriptive only: not advice, not a dosing tool.",
    ]
    if not with_answers:
        out.append(f"Name: {_LINE[:30]}  Date: {_LINE[:16]}")
    out.append("## Predict, look, explain")
    for number, task in enumerate(tasks_of(system, book), start=1):
        told = [*(task.answers or [task.shown or _GUESS]), *task.notes]
        paragraphs = [*task.paragraphs, *(told if with_answers else [_LINE])]
        out.append(f"{number}. " + "\n\n".join(paragraphs).replace("\n", "\n   "))
    out += ["## Questions", _listed(quiz.as_text(system, name, with_answers=with_answers))]
    return re.sub(r"^ +$", "", "\n\n".join(out), flags=re.MULTILINE) + "\n"


def _listed(text: str) -> str:
    """The questions as lists, so that Markdown keeps their lines."""
    _, _, text = text.partition("\n")
    text = re.sub(r"^ {3}(?=[a-d]\) )", "   - ", text, flags=re.MULTILINE)
    text = re.sub(r"\n {6}(?=\S)", r"\\\n     ", text)
    return re.sub(r"\n(?= {3}[A-Z])", "\n\n", text).strip()


# Pages for teachers


def pages(system: System, lessons: Path) -> dict[str, str]:
    """The pages that the tables fill: misconceptions, exercises, answers."""
    books = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(lessons.glob("[0-9]*.ipynb"))
        if path.stem in quiz.titles(system)
    }
    return {
        "misconceptions.md": misconceptions(system),
        "forms.md": forms(system),
        "exercises.md": _bound("Exercises", (sheet(system, n, b) for n, b in books.items())),
        "answer-key.md": _bound(
            "Answer key", (sheet(system, n, b, with_answers=True) for n, b in books.items())
        ),
    }


_WRITTEN = "Written by `python -m explainer editions --pages docs/teaching`; do not edit by hand."


def _bound(title: str, sheets: Iterable[str]) -> str:
    lowered = (re.sub(r"^#", "##", text, flags=re.MULTILINE) for text in sheets)
    return f"# {title}\n\n{_WRITTEN}\n\n" + "\n".join(lowered)


_FORMS: dict[Form, str] = {"before": "Form A", "after": "Form B"}


def forms(system: System) -> str:
    """Write the two tests that no lesson holds, each on a sheet, and their keys at the end."""
    out = ["# Two tests of one plan", _WRITTEN, "How to use them: [Measuring](measuring.md)."]
    keys = ["## Keys"]
    for form, name in _FORMS.items():
        out += [f"## {name}", f"Name or number: {_LINE[:24]}  Date: {_LINE[:16]}"]
        keys.append(f"**{name}**")
        for number, question in enumerate(quiz.form_of(system, form).values(), start=1):
            options = list(quiz.options_of(system, question.id).values())
            lines = [*quiz.exhibit(question), question.prompt]
            listed = [f"   - {x}) {o.text}" for x, o in zip("abcd", options, strict=False)]
            asked = "\\\n   ".join(lines)
            out.append("\n".join([f"{number}. {asked}", *listed]))
            right = [option.is_answer for option in options].index(True)
            told = f"{number}. {'abcd'[right]}) {options[right].feedback} (`{question.id}`)"
            keys.append(told)
    return "\n\n".join([*out, *keys]) + "\n"


def misconceptions(system: System) -> str:
    """Write what learners tend to believe, what is so instead, and which rows show it."""
    out = ["# Common misconceptions", _WRITTEN]
    for row in system.misconceptions.values():
        asked = [
            system.questions[option.question].lesson
            for option in system.options.where(misconception=row.id).values()
        ]
        where = ", ".join(f"{n.split('_')[0]} ({asked.count(n)})" for n in sorted(set(asked)))
        out.append(f"## {row.name}")
        out.append(f"**A learner says:** {row.belief}\n\n**What is so:** {row.refutation}")
        out.append(f"Rows: {', '.join(f'`{key}`' for key in row.because)}.")
        if where:
            out.append(f"Brought out by questions of lesson (how many): {where}.")
    return "\n\n".join(out) + "\n"
