"""The pages for teachers: true to the rows, kind in their words, and every code a view."""

import json
import re
from pathlib import Path

import pytest

import explainer as ex
from explainer import lessons
from explainer.curation import language
from explainer.learning import editions
from explainer.lessons.evidence import faults_of
from explainer.lessons.readability import is_plain
from explainer.view import payload, state

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "teaching"
PAGES = sorted(FOLDER.glob("*.md"))
WRITTEN = ("answer-key.md", "exercises.md", "forms.md", "misconceptions.md")
BY_HAND = [page for page in PAGES if page.name not in WRITTEN]
PLANS = sorted(FOLDER.glob("plan-*.md"))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
each_by_hand = pytest.mark.parametrize("page", BY_HAND, ids=lambda page: page.name)
each_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)


def text_of(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def rows_of(name: str) -> list[list[str]]:
    """Cells of all table rows on a page that begin with a code."""
    lines = [line for line in text_of(name).splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


CODES = [(row[0].strip("`"), row) for row in rows_of("view-codes.md")]
each_code = pytest.mark.parametrize(("code", "row"), CODES, ids=[code for code, _ in CODES])


def test_there_is_a_plan_for_each_length_and_an_index_of_all_pages() -> None:
    assert [plan.name for plan in PLANS] == ["plan-10.md", "plan-20.md", "plan-50.md", "plan-90.md"]
    index = text_of("README.md")
    assert [page.name for page in PAGES if f"({page.name})" not in index] == ["README.md"]


@each_page
def test_a_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s#]+)\)", page.read_text(encoding="utf-8")):
        assert "://" not in link
        assert (page.parent / link).is_file(), link


@each_page
def test_a_page_speaks_kindly_and_of_no_dose(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert list(language.faults_of_words(text)) == []


@each_by_hand
def test_a_page_states_nothing_that_no_row_bears(system: ex.System, page: Path) -> None:
    faults = list(faults_of(system, page.read_text(encoding="utf-8")))
    assert faults == [], "\n".join(f"{fault} ({way_out})" for fault, way_out in faults)


@each_by_hand
def test_a_page_is_plain(system: ex.System, page: Path) -> None:
    cell = lessons.Cell(1, "markdown", page.read_text(encoding="utf-8"))
    made = lessons.Lesson(page.stem, (cell,))
    assert list(is_plain(system, made)) == []


@each_plan
def test_the_times_of_a_plan_add_up_and_follow_each_other(plan: Path) -> None:
    steps = re.findall(r"^\| (\d+) \| (\d+) \|", plan.read_text(encoding="utf-8"), re.MULTILINE)
    clock = 0
    for begin, minutes in steps:
        assert int(begin) == clock, f"the step at {begin} should begin at {clock}"
        clock += int(minutes)
    assert f"plan-{clock}.md" == plan.name


@each_plan
def test_a_plan_points_to_help_and_has_a_content_note(plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    assert "Content note" in text
    assert text.lower().count("help lines") + text.count("on help") + text.count("help is") >= 2


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_that_tables_fill_is_what_they_say_now(system: ex.System, name: str) -> None:
    told = editions.pages(system, ROOT / "notebooks")[name]
    assert text_of(name) == told, "run: python -m explainer editions --pages docs/teaching"


def test_the_index_says_how_long_each_lesson_takes() -> None:
    for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb")):
        source = json.dumps(json.loads(path.read_text(encoding="utf-8")))
        (minutes,) = re.findall(r"\*\*Time:\*\* (\d+) minutes", source)
        number = str(int(path.stem[:2]))
        assert re.search(rf"^\| {number} \| .+ \| {minutes} \|", text_of("README.md"), re.MULTILINE)


# View codes


def test_there_are_codes_to_hand_out() -> None:
    assert len(CODES) >= 15
    assert len({code for code, _ in CODES}) == len(CODES)


@each_code
def test_a_code_is_a_view_and_the_shortest_for_it(
    system: ex.System, code: str, row: list[str]
) -> None:
    view, messages = state.read(code, payload.choices(system))
    assert messages == []
    assert sorted(view.code.split(";")) == sorted(code.split(";"))
    assert len(row) == 4


@each_by_hand
def test_each_code_on_a_page_is_a_view(system: ex.System, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    codes = re.findall(r"[`\"]((?:\w+=[\w+,]+;?)+)[`\"]", text)
    told = {code: state.read(code, payload.choices(system))[1] for code in codes}
    assert {code: messages for code, messages in told.items() if messages} == {}


def test_a_wrong_code_would_be_told(system: ex.System) -> None:
    _, messages = state.read("focus=kapa;lense=both", payload.choices(system))
    assert len(messages) == 2


@each_code
def test_a_code_has_a_question_an_answer_and_a_known_slip(
    system: ex.System, code: str, row: list[str]
) -> None:
    _, question, answer, slip = row
    assert question.endswith("?"), code
    assert answer.endswith("."), code
    assert slip.strip("`") in system.misconceptions, f"{code}: {slip} is in no row"
