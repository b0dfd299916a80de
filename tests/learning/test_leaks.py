"""A prediction's answer that is in sight before a guess is settled is caught, wherever it stands.

That none is in the lessons, as git keeps them and as they ran, is tried where they are run.
"""

from typing import Any

import pytest

import explainer as ex
from copies import Copy, real
from leaks import leaks
from seen import read, seen_in, seen_in_notebook

SYSTEM = real()
NAME = "p_kappa_anxiety"
LESSON = SYSTEM.predictions[NAME].lesson
TOLD = SYSTEM.effects["e104"].finding
WAY_OUT = f'fold it below the question as <details class="opens-{NAME}">'


# Planted


def text(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "planted", "metadata": {}, "source": source}


def code(source: str, **output: object) -> dict[str, Any]:
    outputs = [{"output_type": "execute_result", "metadata": {}, "data": {}} | output]
    return {"cell_type": "code", "id": "planted", "metadata": {}, "source": source,
            "execution_count": 1, "outputs": outputs if output else []}  # fmt: skip


IN_NOTEBOOKS = {
    "a finding in prose": text(f"As is well known: {TOLD}"),
    "in other words": text("When kappa is activated, anxiety gets less."),
    "most of its words in another order": text(
        "In the open arms of a maze rats spent less time: so it went with a kappa agonist."
    ),
    "another word for it": text("An activated kappa receptor calms anxiety down in rats."),
    "a heading": text("## Kappa: less fearful"),
    "a title": text("# 4 · The receptor that calms"),
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
        data={"text/html": '<g aria-label="animals: kappa receptor activated, less anxiety">i</g>'},
    ),
}


@pytest.mark.parametrize("what", IN_NOTEBOOKS)
def test_a_planted_leak_is_caught_with_its_way_out(what: str) -> None:
    book = read(LESSON)
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
        "<head><title>{}</title></head>", '<head><meta name="description" content="{}"></head>',
        '<g aria-roledescription="{}"></g>', '<track label="{}">', "<svg><title>{}</title></svg>",
        "<svg><desc>{}</desc></svg>",
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
    guesses = "<label>less anxiety</label><label>mostly less anxiety, but not always</label>"
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
