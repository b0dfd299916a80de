"""Rows for teaching: words, misconceptions, questions with options, tours with scenes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from explainer.model.schema.fields import WHOLE, YES_NO, Bar, Id, NotebookName
from explainer.model.schema.row import Link, Row, SourcedRow, Words
from explainer.model.schema.vocabularies import Form, Skill, Voice

# What teaching may rest on: any row that says something of the world or of the article.
FACTS = Link(
    "receptors", "precursors", "peptides", "ligands", "groups", "interactions", "effects",
    "steps", "responses", "events", "subjects", "claims", "assessments",
)  # fmt: skip


class Term(SourcedRow):
    """A technical term, and what it means in plain words."""

    file: ClassVar[str] = "teaching/terms.csv"
    voice: ClassVar[Voice] = "ours"
    name: Words
    """The term as the lessons write it."""
    definition: Words
    """What it means, in one or two plain sentences."""
    synonyms: tuple[str, ...] = ()
    """Other forms of the term in these lessons, parted by semicolons."""


class Lesson(Row):
    """A sitting of the course, in the order in which they are taken; its id is its notebook's."""

    file: ClassVar[str] = "teaching/lessons.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    id: NotebookName
    """Name of its notebook, without .ipynb."""
    title: Words
    """What it is called; it gives no answer away."""
    question: Words
    """What it asks."""
    was: tuple[NotebookName, ...] = ()
    """Older names of lessons whose links and kept answers lead here."""


class Misconception(Row):
    """A belief that learners bring along, and what is so instead."""

    file: ClassVar[str] = "teaching/misconceptions.csv"
    voice: ClassVar[Voice] = "ours"
    name: Words
    """The belief in a few words."""
    belief: Words
    """The belief as a learner would say it."""
    refutation: Words
    """That it is not so, and why."""
    because: Annotated[tuple[Id, ...], FACTS, Field(min_length=1)]
    """The rows that show it."""


class Question(Row):
    """A question with one right answer, which rows make true."""

    file: ClassVar[str] = "teaching/questions.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    lesson: Annotated[NotebookName, Link("lessons")]
    """The lesson it belongs to."""
    skill: Skill
    """What it asks for: a fact, a step of reasoning, or the use of one on an unseen headline."""
    form: Form | None = None
    """The test it is kept for, before the lessons or after them; blank: it stands in its lesson."""
    prompt: Words
    """The question."""
    headline: str = ""
    """The headline it is about, which is invented; blank where it is about none."""
    figure: tuple[Bar, ...] = ()
    """The figure under that headline, such as ``Placebo: 60 of 100 felt better``; invented too."""
    hint: Words
    """A nudge for those who are stuck; it gives nothing away."""
    because: Annotated[tuple[Id, ...], FACTS, Field(min_length=1)]
    """The rows that make the answer true."""


class Option(Row):
    """One of the answers a reader can choose, and what it shows of their thinking."""

    file: ClassVar[str] = "teaching/options.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    question: Annotated[Id, Link("questions")]
    """The question."""
    text: Words
    """The answer as the reader sees it."""
    is_answer: Annotated[bool, YES_NO]
    """Whether it is the right one."""
    misconception: Annotated[Id | None, Link("misconceptions")] = None
    """The misconception it shows; blank for the right one."""
    feedback: Words
    """What the reader is told after choosing it: why it is so, or why not."""


class Tour(Row):
    """A guided walk through the picture."""

    file: ClassVar[str] = "teaching/tours.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    name: Words
    """Its title."""
    audience: Words
    """Whom it is for."""
    minutes: Annotated[int, WHOLE, Field(ge=1, le=90)]
    """How long it takes."""


class Scene(Row):
    """One stop of a tour: a view of the picture, what is told there, and what is asked."""

    file: ClassVar[str] = "teaching/scenes.csv"
    voice: ClassVar[Voice] = "ours"
    is_ordered: ClassVar[bool] = True
    tour: Annotated[Id, Link("tours")]
    """The tour."""
    view: str = ""
    """The Explorer's code, such as ``focus=kappa&lens=both``; blank: the overview."""
    title: Words
    """The stop in a few words."""
    narration: Words
    """What is told, in short sentences."""
    question: Words
    """What the readers are asked before they look."""
    notice: Words
    """What should be noticed."""
    presenter: str = ""
    """A note for the person who presents."""
    because: Annotated[tuple[Id, ...], FACTS, Field(min_length=1)]
    """The rows that the narration rests on."""
