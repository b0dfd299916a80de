"""A student's, an instructor's and a printed edition of each lesson, from one source."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

import explainer as ex
from explainer.__main__ import main
from explainer.learning import editions, quiz

FIRST = "01_the_bodys_own_opioids"  # the small tables have one question on it
FOLD = "<details><summary>Look</summary>\n\nAt [kappa](#term-kappa).\n\n<!-- rows: kappa -->\n\n"
SOURCE = {
    "# A lesson\n\n**You will be able to**\n\n1. guess;\n2. look.": {},
    "## Guess\n\nMu and kappa.\n\n<!-- rows: mu -->\n\n**Predict:** which one?": {
        "instructor": "Wait *long*.",
        "exercise": [1],
    },
    f"{FOLD}</details>\n\n**Explain:** why so?\n\n| a | b |\n|---|---|": {"exercise": [2]},
}


@pytest.fixture
def book() -> dict[str, Any]:
    cells = [
        nbformat.v4.new_markdown_cell(
            text, id=f"cell-{n}", metadata={"explainer": ours} if ours else {}
        )
        for n, (text, ours) in enumerate(SOURCE.items())
    ]
    cells.insert(2, nbformat.v4.new_code_cell("1 + 1", id="cell-run"))
    book = nbformat.v4.new_notebook(cells=cells)
    return json.loads(nbformat.writes(book))


@pytest.fixture
def folder(tmp_path: Path, book: dict[str, Any]) -> Path:
    for name in ("00_start_here", FIRST):
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(book))
    return tmp_path


def text_of(book: dict[str, Any]) -> str:
    return "\n".join("".join(cell["source"]) for cell in book["cells"])


# Notebooks


def test_a_student_sees_no_note_and_writes_where_an_answer_was(book: dict[str, Any]) -> None:
    student = editions.student(book)
    assert len(student["cells"]) == 4
    assert "At [kappa]" not in text_of(student)
    assert "✎ **Your answer** (Look): *double-click here and write it down.*" in text_of(student)
    assert not any("explainer" in cell["metadata"] for cell in student["cells"])
    assert "Wait" not in json.dumps(student)


def test_a_student_keeps_the_comments_that_sources_are_gathered_from(book: dict[str, Any]) -> None:
    assert "<!-- rows: mu -->" in text_of(editions.student(book))


def test_an_instructor_sees_each_note_after_its_cell_on_its_own_ground(
    book: dict[str, Any],
) -> None:
    cells = editions.instructor(book)["cells"]
    assert [cell["id"] for cell in cells] == [
        "cell-0", "cell-1", "cell-1-instructor", "cell-run", "cell-2", "cell-2-instructor",
    ]  # fmt: skip
    note = cells[2]["source"]
    assert note.startswith('<div style="')
    assert "**For the instructor.** Wait" in note
    assert "Wait *long*." in note
    assert "*Exercise for:* guess." in note
    assert "*Exercise for:* look." in cells[5]["source"]


def test_an_instructor_sees_answers_open(book: dict[str, Any]) -> None:
    text = text_of(editions.instructor(book))
    assert "<details open><summary>Look</summary>" in text
    assert "<details>" not in text


def test_the_source_is_left_as_it_was(book: dict[str, Any]) -> None:
    before = json.dumps(book)
    editions.student(book)
    editions.instructor(book)
    assert json.dumps(book) == before


# Predictions


@pytest.fixture
def guessing(book: dict[str, Any]) -> dict[str, Any]:
    """The same lesson with a prediction, and its answer folded below it."""
    fold = '<details class="opens-p1"><summary>After</summary>\n\nKappa it is.\n\n</details>'
    asked = nbformat.v4.new_code_cell('widgets.Prediction(system, "p1")', id="asked")
    told = nbformat.v4.new_markdown_cell(f"{fold}\n\n**Explain:** how?", id="told")
    book["cells"] += [json.loads(json.dumps(asked)), json.loads(json.dumps(told))]
    return book


def test_a_student_keeps_what_a_prediction_opens_folded(guessing: dict[str, Any]) -> None:
    assert '<details class="opens-p1"><summary>After' in text_of(editions.student(guessing))
    instructor = text_of(editions.instructor(guessing))
    assert '<details open class="opens-p1"><summary>After' in instructor


def test_a_sheet_asks_for_the_guess_and_its_answer_is_on_the_other_sheet(
    small: ex.System, guessing: dict[str, Any]
) -> None:
    asked = editions.sheet(small, FIRST, guessing)
    assert "**Guess first.** Where does dynorphin A act?\n\n   - At kappa.\n   - At mu." in asked
    assert "Kappa it is" not in asked
    assert "It acts at kappa" not in asked
    told = editions.sheet(small, FIRST, guessing, with_answers=True)
    assert "It acts at kappa.\n\n   Kappa it is." in told


# Sheets


def test_a_sheet_has_what_leads_up_to_a_task_the_task_and_a_line(
    small: ex.System, book: dict[str, Any]
) -> None:
    sheet = editions.sheet(small, FIRST, book)
    assert "1. Mu and kappa.\n\n   **Predict:** which one?\n\n   ____" in sheet
    assert "2. **Explain:** why so?\n\n   | a | b |\n   |---|---|\n\n   ____" in sheet
    assert "1. At which receptor is dynorphin A listed?\n   - a) At kappa.\n   - b)" in sheet
    assert "At kappa.\\" not in sheet
    assert "The row says so" not in sheet
    assert "Wait" not in sheet


def test_a_sheet_with_answers_has_them_and_the_notes(
    small: ex.System, book: dict[str, Any]
) -> None:
    sheet = editions.sheet(small, FIRST, book, with_answers=True)
    assert "**Predict:** which one?\n\n   At kappa.\n\n   *Note:* Wait *long*." in sheet
    assert "   - a) At kappa.\\\n     ✓ Right. The row says so." in sheet
    assert "____" not in sheet


def test_what_stands_right_after_a_run_cell_answers_a_task_without_answer(
    small: ex.System, book: dict[str, Any]
) -> None:
    book["cells"][3]["source"] = "**Legend.** A bar.\n\nIt was two.\n\n**Explain:** why?"
    told = editions.sheet(small, FIRST, book, with_answers=True)
    assert "which one?\n\n   It was two.\n\n   *Note:*" in told
    assert "It was two." not in editions.sheet(small, FIRST, book)


def test_a_task_that_nothing_answers_says_so(small: ex.System, book: dict[str, Any]) -> None:
    told = editions.sheet(small, FIRST, book, with_answers=True)
    assert "A guess: any answer will do. The lesson shows next what is so." in told


# All of it


def test_all_editions_are_written_and_the_notebooks_are_valid(
    small: ex.System, folder: Path, tmp_path: Path
) -> None:
    written = editions.build(small, tmp_path / "out", folder)
    assert sorted(str(path.relative_to(tmp_path / "out")) for path in written) == [
        "instructor/00_start_here.ipynb",
        f"instructor/{FIRST}.ipynb",
        f"sheets/{FIRST}.md",
        f"sheets/{FIRST}_answers.md",
        "student/00_start_here.ipynb",
        f"student/{FIRST}.ipynb",
    ]
    for path in written:
        if path.suffix == ".ipynb":
            nbformat.validate(nbformat.read(path, as_version=4))


def test_the_same_source_gives_the_same_files(system: ex.System, tmp_path: Path) -> None:
    runs = [editions.build(system, tmp_path / name) for name in ("one", "two")]
    one, two = ([hashlib.sha256(p.read_bytes()).hexdigest() for p in paths] for paths in runs)
    assert one == two
    assert len(one) == 8 * 2 + 8 * 2


def test_a_folder_without_lessons_says_what_to_do(small: ex.System, tmp_path: Path) -> None:
    message = r"there is no lesson here \(pass the folder that holds 00_start_here\.ipynb\)"
    with pytest.raises(FileNotFoundError, match=message):
        editions.build(small, tmp_path / "out", tmp_path)


def test_the_command_writes_editions_and_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["editions", str(tmp_path)]) == 0
    assert main(["editions", str(tmp_path), "--pages"]) == 0
    told = capsys.readouterr().out
    assert f"wrote {tmp_path / 'student' / '00_start_here.ipynb'}" in told
    assert (tmp_path / "answer-key.md").is_file()


def test_a_misconception_tells_its_rows_and_the_lessons_that_bring_it_out(
    small: ex.System,
) -> None:
    page = editions.misconceptions(small)
    assert "## One peptide has one receptor" in page
    assert "**A learner says:** Each peptide has a receptor of its own." in page
    assert "Rows: `dynorphin_a_kappa_1`." in page
    asked = len(small.options.where(misconception="m_one"))
    assert f"Brought out by questions of lesson (how many): 01 ({asked})." in page


def test_a_form_on_paper_holds_its_questions_and_its_key_comes_last(system: ex.System) -> None:
    page = editions.forms(system)
    sheets, _, keys = page.partition("## Keys")
    _, before, after = re.split(r"^## Form [AB]$", sheets, flags=re.MULTILINE)
    for form, sheet in (("before", before), ("after", after)):
        questions = quiz.form_of(system, form).values()
        assert len(questions) >= 8
        for question in questions:
            assert question.prompt in sheet
            assert question.headline in sheet
            assert question.id in keys
            for option in quiz.options_of(system, question.id).values():
                assert option.text in sheet
                assert option.feedback not in sheet
                assert (option.feedback in keys) is option.is_answer
