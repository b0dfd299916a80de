"""Questions and words in forms that other programs read: GIFT, Moodle XML, text for Anki."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from explainer.learning import quiz, support
from explainer.model.errors import DataError, Problem

if TYPE_CHECKING:
    from explainer.model.schema import Option, Question
    from explainer.model.system import System

_TOP = "Opioid System Explainer"
_FORMS = {"before": "Test before the lessons", "after": "Test after the lessons"}
_PENALTY = "0.3333333"  # what Moodle takes off for each wrong try, as it does by default


def write(system: System, folder: Path) -> list[Path]:
    """Write every form into a folder, which is made where there is none; give the files."""
    texts = files(system)
    if there := [name for name in texts if (folder / name).exists()]:
        way_out = "move it away, or choose another folder"
        raise DataError(
            [Problem(str(folder / n), 0, "", "is there already", way_out) for n in there]
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in texts]


def files(system: System) -> dict[str, str]:
    """Give every form by the name of its file."""
    return {
        "questions.gift.txt": gift(system),
        "questions.moodle.xml": moodle(system),
        "questions-and-words.anki.txt": anki(system),
    }


def _grouped(system: System) -> Iterator[tuple[str, list[Question]]]:
    """The questions of each lesson, then those of each test."""
    for lesson, title in quiz.titles(system).items():
        yield title, list(quiz.questions_of(system, lesson).values())
    for form in ("before", "after"):
        yield _FORMS[form], list(quiz.form_of(system, form).values())


def _stem(question: Question) -> str:
    return "\n".join([*quiz.exhibit(question), question.prompt])


def _rests_on(system: System, question: Question) -> str:
    lines = [
        f"{line.text} [{', '.join(line.sources)}]"
        for line in support.because(system, question.because)
    ]
    return "\n".join([f"{quiz.WORDS['because']}:", *lines])


def _said(system: System, option: Option) -> str:
    """What is said of an option, with the belief behind it and what is so instead."""
    if option.misconception is None:
        return option.feedback
    behind = system.misconceptions[option.misconception]
    belief = f"{quiz.WORDS['belief']}: {behind.belief}"
    return "\n".join([option.feedback, belief, f"{quiz.WORDS['instead']}: {behind.refutation}"])


def gift(system: System) -> str:
    """Write all questions as GIFT; it knows no hints, so they stand in the general feedback."""
    out = []
    for title, questions in _grouped(system):
        out.append(f"$CATEGORY: {_TOP}/{title}")
        for question in questions:
            options = [
                f"{'=' if option.is_answer else '~'}{_escaped(option.text)}"
                f"#{_escaped(_said(system, option))}"
                for option in quiz.options_of(system, question.id).values()
            ]
            hint = f"{quiz.WORDS['nudge']}: {question.hint}\n{_rests_on(system, question)}"
            lines = [f"::{question.id}::{_escaped(_stem(question))} {{", *options]
            out.append("\n".join([*lines, f"####{_escaped(hint)}", "}"]))
    return "\n\n".join([*out, ""])


def _escaped(text: str) -> str:
    return re.sub(r"([~=#{}:\\])", r"\\\1", text).replace("\n", "\\n")


def moodle(system: System) -> str:
    """Write all questions as Moodle XML, each with its hint and the feedback of each option."""
    root = ET.Element("quiz")
    for title, questions in _grouped(system):
        group = ET.SubElement(root, "question", type="category")
        _text(group, "category", f"$course$/{_TOP}/{title}")
        for question in questions:
            _multichoice(system, root, question)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _multichoice(system: System, root: ET.Element, question: Question) -> None:
    made = ET.SubElement(root, "question", type="multichoice")
    _text(made, "name", question.id)
    _text(made, "questiontext", _stem(question), format="plain_text")
    _text(made, "generalfeedback", _rests_on(system, question), format="plain_text")
    plain = {"defaultgrade": "1", "penalty": _PENALTY, "idnumber": question.id, "single": "true"}
    for name, value in {**plain, "shuffleanswers": "true", "answernumbering": "abc"}.items():
        ET.SubElement(made, name).text = value
    for option in quiz.options_of(system, question.id).values():
        fraction = "100" if option.is_answer else "0"
        answer = ET.SubElement(made, "answer", fraction=fraction, format="plain_text")
        ET.SubElement(answer, "text").text = option.text
        _text(answer, "feedback", _said(system, option), format="plain_text")
    _text(made, "hint", question.hint, format="plain_text")


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(ET.SubElement(parent, name, attributes), "text").text = text


def anki(system: System) -> str:
    """Write glossary and questions as cards in the text form that Anki itself imports.

    Each card keeps its id, so that a newer file brings cards up to date and loses no progress.
    """
    head = {"separator": "tab", "html": "true", "notetype": "Basic", "deck": _TOP}
    out = [f"#{name}:{value}" for name, value in head.items()]
    out += ["#guid column:1", "#tags column:4"]
    for term in system.terms.values():
        out.append(_card(term.id, term.name, term.definition, "words"))
    for title, questions in _grouped(system):
        for question in questions:
            options = list(quiz.options_of(system, question.id).values())
            front = [_stem(question), *(f"• {option.text}" for option in options)]
            front.append(f"({quiz.WORDS['nudge']}: {question.hint})")
            back = [
                f"{option.text} {quiz.WORDS['right' if option.is_answer else 'wrong']}. "
                f"{_said(system, option)}"
                for option in sorted(options, key=lambda option: not option.is_answer)
            ]
            tag = title.lower().replace("'", "").replace(",", "").replace(" ", "-")
            out.append(_card(question.id, "\n".join(front), "\n".join(back), tag))
    return "\n".join([*out, ""])


def _card(name: str, front: str, back: str, tag: str) -> str:
    def cell(text: str) -> str:
        safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        safe = safe.replace('"', "&quot;").replace("\t", " ")
        return safe.replace("\n", "<br>")

    return "\t".join([f"explainer-{name}", cell(front), cell(back), tag])
