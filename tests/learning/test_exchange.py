"""Questions in other programs' forms, read back by readers that share no code with the writer."""

from __future__ import annotations

import csv
import html
import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import explainer as ex
from copies import Copy
from explainer.__main__ import main
from explainer.learning import exchange, quiz


@dataclass
class Read:
    """A question as another program has it."""

    name: str
    stem: str
    category: str
    answers: list[tuple[str, bool, str]] = field(default_factory=list)
    general: str = ""
    hint: str = ""


def pieces(text: str, marks: str) -> list[str]:
    """Cut a text before each of some letters, where no backslash stands before it."""
    return re.split(rf"(?<!\\)(?=[{marks}])", text)


def plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text).strip()


def read_gift(text: str) -> list[Read]:
    """Read GIFT as its description has it: blocks parted by a blank line."""
    category, found = "", []
    for block in filter(None, text.split("\n\n")):
        if block.startswith("$CATEGORY:"):
            category = block.partition(":")[2].strip()
            continue
        match = re.fullmatch(r"::(\w+)::(.*?)(?<!\\)\{(.*)(?<!\\)\}\s*", block, re.DOTALL)
        assert match, block
        body, _, general = match[3].partition("\n####")
        one = Read(match[1], plain(match[2]), category, general=plain(general))
        for piece in pieces(body, "=~"):
            if piece.strip():
                claim, said = pieces(piece.strip()[1:], "#")
                one.answers.append((plain(claim), piece.strip()[0] == "=", plain(said[1:])))
        found.append(one)
    return found


def read_moodle(text: str) -> list[Read]:
    category, found = "", []
    for question in ET.fromstring(text):  # noqa: S314 - our own file
        if question.get("type") == "category":
            category = question.findtext("category/text", "")
            continue
        assert question.get("type") == "multichoice"
        one = Read(
            question.findtext("name/text", ""), question.findtext("questiontext/text", ""),
            category, general=question.findtext("generalfeedback/text", ""),
            hint=question.findtext("hint/text", ""),
        )  # fmt: skip
        for answer in question.findall("answer"):
            claim, said = answer.findtext("text", ""), answer.findtext("feedback/text", "")
            one.answers.append((claim, answer.get("fraction") == "100", said))
        found.append(one)
    return found


READERS = {"gift": (exchange.gift, read_gift), "moodle": (exchange.moodle, read_moodle)}
each_form = pytest.mark.parametrize("form", READERS)


@each_form
def test_every_question_comes_back_whole(system: ex.System, form: str) -> None:
    write, read = READERS[form]
    found = {one.name: one for one in read(write(system))}
    assert set(found) == set(system.questions)
    for question in system.questions.values():
        one = found[question.id]
        assert question.prompt in one.stem
        assert question.headline in one.stem
        assert all(bar in one.stem for bar in question.figure)
        options = list(quiz.options_of(system, question.id).values())
        assert [(claim, right) for claim, right, _ in one.answers] == [
            (option.text, option.is_answer) for option in options
        ]
        for option, (_, _, said) in zip(options, one.answers, strict=True):
            assert said.startswith(option.feedback)
            if option.misconception:
                assert system.misconceptions[option.misconception].refutation in said
        assert question.hint in (one.hint or one.general)
        for line in quiz.because(system, question.because):
            assert line.text in one.general


@each_form
def test_each_lesson_and_each_test_is_a_category(system: ex.System, form: str) -> None:
    write, read = READERS[form]
    titles = {one.category.rsplit("/", 1)[1] for one in read(write(system))}
    assert titles == {
        *quiz.titles(system).values(),
        "Test before the lessons",
        "Test after the lessons",
    }


def test_letters_that_gift_reads_as_signs_come_back(copy: Copy) -> None:
    odd = "Is a:b = c~d {e} #f?"
    copy.set("teaching/questions.csv", "q1", prompt=odd)
    (one,) = read_gift(exchange.gift(ex.load(copy.path)))
    assert one.stem == odd


def test_anki_gets_each_word_and_each_question_once(system: ex.System) -> None:
    lines = exchange.anki(system).splitlines()
    heads = [line for line in lines if line.startswith("#")]
    assert heads[:2] == ["#separator:tab", "#html:true"]
    assert heads[-2:] == ["#guid column:1", "#tags column:4"]
    rows = list(csv.reader(lines[len(heads) :], delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {len(row) for row in rows} == {4}
    cards = {row[0]: row for row in rows}
    assert len(cards) == len(rows) == len(system.terms) + len(system.questions)
    for term in system.terms.values():
        _, front, back, _ = cards[f"explainer-{term.id}"]
        assert (html.unescape(front), html.unescape(back)) == (term.name, term.definition)
    for question in system.questions.values():
        _, front, back, tag = cards[f"explainer-{question.id}"]
        assert question.hint in html.unescape(front)
        for option in quiz.options_of(system, question.id).values():
            assert option.text in html.unescape(front)
            assert option.feedback in html.unescape(back)
        assert " " not in tag


def test_the_command_writes_all_three_and_nothing_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["questions", str(out)]) == 0
    names = ["questions-and-words.anki.txt", "questions.gift.txt", "questions.moodle.xml"]
    assert sorted(path.name for path in out.iterdir()) == names
    capsys.readouterr()
    assert main(["questions", str(out)]) == 1
    told = capsys.readouterr().out
    assert told.count("is there already (move it away, or choose another folder)") == 3
