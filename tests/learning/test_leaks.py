"""No prediction's answer is in sight before a guess is settled; a planted one is caught."""

import copy as copying
from typing import Any

import pytest

import explainer as ex
from copies import Copy
from explainer import pages
from leaks import leaks
from seen import NOTEBOOKS, Seen, read, seen_in, seen_in_notebook

SYSTEM = ex.load()
LESSONS = list(dict.fromkeys(row.lesson for row in SYSTEM.predictions.values()))
FORMS = ("un-run", "run", "page")
NAME = "p_kappa_mood"
LESSON = SYSTEM.predictions[NAME].lesson
TOLD = SYSTEM.effects["e78"].finding
WAY_OUT = f'fold it below the question as <details class="opens-{NAME}">'


@pytest.fixture(scope="module")
def books() -> dict[tuple[str, str], Any]:
    """Each lesson with predictions: as git keeps it, and run."""
    ran = pages.run([NOTEBOOKS / f"{lesson}.ipynb" for lesson in LESSONS])
    return {
        **{("un-run", lesson): read(lesson) for lesson in LESSONS},
        **{("run", lesson): book for lesson, book in zip(LESSONS, ran, strict=True)},
    }


def seen(books: dict[tuple[str, str], Any], form: str, lesson: str) -> list[Seen]:
    if form == "page":  # as it is without scripts, and printed
        return seen_in(pages.page(copying.deepcopy(books["run", lesson]), lesson, []))
    return list(seen_in_notebook(books[form, lesson]))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SYSTEM.predictions)
def test_nothing_gives_an_answer_away(
    books: dict[tuple[str, str], Any], name: str, form: str
) -> None:
    lesson = SYSTEM.predictions[name].lesson
    found = leaks(SYSTEM, name, seen(books, form, lesson), books["un-run", lesson])
    assert found == [], "\n".join(found)


def test_what_is_looked_through_is_all_that_is_there(books: dict[tuple[str, str], Any]) -> None:
    for form in FORMS:
        things = seen(books, form, LESSON)
        assert {"h1", "h2", "text"} <= {thing.kind for thing in things}
        assert sum(len(thing.text) for thing in things) > 4000
        told = " ".join(thing.text for thing in things)
        assert "After your guess" in told
        assert "brought male volunteers" not in told  # it is folded
    assert any(thing.kind == "alt" for thing in seen(books, "run", LESSON)) is False


# Planted


def text(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "planted", "metadata": {}, "source": source}


def code(source: str, **output: object) -> dict[str, Any]:
    outputs = [{"output_type": "execute_result", "metadata": {}, "data": {}} | output]
    return {"cell_type": "code", "id": "planted", "metadata": {}, "source": source,
            "execution_count": 1, "outputs": outputs if output else []}  # fmt: skip


IN_NOTEBOOKS = {
    "a finding in prose": text(f"As is well known: {TOLD}"),
    "in other words": text("When kappa is activated, mood gets worse."),
    "a heading": text('## Kappa: closest to "worse"'),
    "a title": text("# 4 · The receptor that worsens"),
    "an open fold": text(f"<details open><summary>More</summary>\n\n{TOLD}\n\n</details>"),
    "a summary": text(f"<details><summary>{TOLD}</summary>\n\nMore.\n\n</details>"),
    "a list of rows": code("rows", data={"text/html": f"<ul><li>{TOLD}</li></ul>"}),
    "plain words": code("rows", data={"text/plain": TOLD}),
    "words of a picture": code(
        "x", data={"image/png": "…"}, metadata={"image/png": {"alt": f"Marks: {TOLD}"}}
    ),
    "a title with the pointer": code("x", data={"text/html": f'<b title="{TOLD}">i</b>'}),
    "what is spoken": code("x", data={"text/html": f'<b aria-label="{TOLD}">i</b>'}),
    "a figure": code(
        "figures.evidence(system)", data={"image/png": "…"}, metadata={"image/png": {"alt": "Map"}}
    ),
    "a mark": code(
        "x",
        data={"text/html": '<g aria-label="people: kappa receptor activated, worse mood">i</g>'},
    ),
}


@pytest.mark.parametrize("what", IN_NOTEBOOKS)
def test_a_planted_leak_is_caught_with_its_way_out(
    books: dict[tuple[str, str], Any], what: str
) -> None:
    book = copying.deepcopy(books["un-run", LESSON])
    assert leaks(SYSTEM, NAME, seen_in_notebook(book), book) == []
    book["cells"].append(IN_NOTEBOOKS[what])
    found = leaks(SYSTEM, NAME, seen_in_notebook(book), book)
    assert found
    assert all(WAY_OUT in one for one in found)


@pytest.mark.parametrize(
    "planted",
    [
        "<p>{}</p>", "<div><details open><summary>x</summary><p>{}</p></details></div>",
        '<img alt="{}">', '<svg><g aria-label="{}"></g></svg>', '<a title="{}">x</a>',
        "<table><caption>{}</caption></table>", '<input placeholder="{}">',
    ],
)  # fmt: skip
def test_a_leak_in_a_page_is_caught(planted: str) -> None:
    book = read(LESSON)
    assert leaks(SYSTEM, NAME, seen_in(planted.format(TOLD)), book)


@pytest.mark.parametrize(
    "hidden",
    [
        "<details><summary>x</summary><p>{}</p></details>", "<script>{}</script>",
        "<template>{}</template>", "<p hidden>{}</p>", '<section class="folded">{}</section>',
        "<details><summary>x</summary><details open><summary>{}</summary>y</details></details>",
    ],
)  # fmt: skip
def test_what_is_folded_or_held_by_a_script_is_not_seen(hidden: str) -> None:
    assert leaks(SYSTEM, NAME, seen_in(hidden.format(TOLD)), read(LESSON)) == []


def test_a_question_and_its_guesses_are_no_leak() -> None:
    asked = f"<legend>{SYSTEM.predictions[NAME].question}</legend>"
    guesses = "<label>worse mood</label><label>mostly worse mood, but not always</label>"
    assert leaks(SYSTEM, NAME, seen_in(asked + guesses), read(LESSON)) == []


@pytest.fixture
def with_a_cell(copy: Copy) -> ex.System:
    copy.set("teaching/predictions.csv", "p1", answered_by="#answer")
    return ex.load(copy.path)


def test_a_cell_that_answers_is_folded(with_a_cell: ex.System) -> None:
    told = "It binds there, and the cell falls silent."
    cell = text(told) | {"id": "answer"}
    book = {"cells": [cell]}
    assert leaks(with_a_cell, "p1", seen_in_notebook(book), book)
    cell["source"] = f'<details class="opens-p1"><summary>After</summary>\n\n{told}\n\n</details>'
    assert leaks(with_a_cell, "p1", seen_in_notebook(book), book) == []
