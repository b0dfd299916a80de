"""Predictions where they are met: in JupyterLab, on the saved page, without scripts, on paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from in_sight import in_sight
from lab import Lab
from paper import show_cell, text_cell
from playwright.sync_api import Browser, Page, expect
from reader import Reader, code_cell
from record import Record
from saved import Opened

import explainer
from explainer.learning import circuits, predictions
from explainer.model.system import System
from leaks import leaks
from seen import read

NAME = "p_kappa_anxiety"
LESSONS = list(dict.fromkeys(row.lesson for row in explainer.load().predictions.values()))
SIZES = [(390, 844), (768, 768), (1366, 768)]
ROOM = "A paragraph.\n\n" * 60
PROSE = "This is what was found."


def fold(name: str = NAME) -> str:
    return f'<details class="opens-{name}"><summary>After your guess</summary>\n\n{PROSE}\n\n</details>'


def guess(page: Page) -> None:
    """Settle on the first guess of the first form that is open."""
    form = page.locator(".explainer-prediction").first
    form.locator(".answers input").first.check()
    form.get_by_label("fairly sure").check()
    form.get_by_label("Your reason in one line").fill("Rats shunned open arms")
    form.get_by_role("button", name="Settle on it, then see").click()
    expect(form.locator(".outcome")).to_be_visible()


# JupyterLab


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    first = "import explainer as ex\nfrom explainer import widgets\n\nsystem = ex.load()"
    cells = [
        code_cell(first, "first"),
        code_cell(f'asked = widgets.Prediction(system, "{NAME}")\nasked', "asked"),
        text_cell(fold(), "near"),
        text_cell(ROOM, "room"),
        text_cell(fold(), "far"),
    ]
    book = {
        "cells": cells,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path = tmp_path / "predictions.ipynb"
    path.write_text(json.dumps(book))
    return path


def test_in_lab_a_guess_opens_what_is_folded_and_reaches_the_kernel(
    chromium: Browser, lab: Lab, record: Record, notebook: Path, system: System
) -> None:
    found = predictions.asked(system, NAME)
    reader = Reader(chromium, lab, record)
    reader.open(notebook)
    reader.run_all()
    show_cell(reader, 1)
    near = reader.page.locator(f"details.opens-{NAME}").first  # Lab keeps the class
    expect(near).not_to_have_attribute("open", "")
    expect(reader.page.get_by_text(found.reveal)).to_have_count(0)
    assert reader.ask("asked.commitment") == "{}"
    show_cell(reader, 1)
    guess(reader.page)
    expect(near).to_have_attribute("open", "")
    expect(near.get_by_text(PROSE)).to_be_visible()
    show_cell(reader, 4)  # what is far away is opened as well
    far = reader.page.locator(f"details.opens-{NAME}").last
    expect(far).to_have_attribute("open", "")
    told = reader.ask("asked.commitment")
    assert "'sure': 'fairly'" in told
    assert "'line': 'Rats shunned open arms'" in told
    show_cell(reader, 1)
    reader.page.get_by_role("button", name="Guess anew").click()
    expect(near).not_to_have_attribute("open", "")
    assert reader.ask("asked.commitment") == "{}"
    reader.close()


# The saved page


@pytest.mark.parametrize("medium", ["screen", "paper"])
@pytest.mark.parametrize("scripts", ["scripts", "no scripts"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_answer_is_in_sight_before_a_guess(
    opened: Opened, system: System, lesson: str, scripts: str, medium: str
) -> None:
    page = opened(lesson, java_script_enabled=scripts == "scripts")
    seen = in_sight(page, on_paper=medium == "paper")
    assert sum(len(one.text) for one in seen) > 3000
    boxes = page.locator("section.explainer-prediction").all()
    assert len({box.get_attribute("aria-label") for box in boxes}) == len(boxes)
    for row in system.predictions.where(lesson=lesson).values():
        assert any(row.question in one.text for one in seen)
        found = leaks(system, row.id, seen, read(lesson))
        assert found == [], "\n".join(found)


PLANT = """([how, told]) => {
  const main = document.querySelector('main');
  const add = (tag, more = {}) => main.append(Object.assign(document.createElement(tag), more));
  if (how === 'prose') add('p', { textContent: told });
  if (how === 'alt') add('img', { alt: told });
  if (how === 'title') add('p', { textContent: 'Here', title: told });
  if (how === 'spoken') add('button', { textContent: 'Here', ariaLabel: told });
  if (how === 'fold') for (const one of document.querySelectorAll('details')) one.open = true;
  if (how === 'style') add('style', { textContent: 'details::details-content { content-visibility: visible }' });
  if (how === 'picture') main.insertAdjacentHTML('beforeend', `<svg><g role="img" aria-label="${told}"><path d="M0,0h9v9z"/></g></svg>`);
}"""


@pytest.mark.parametrize("how", ["prose", "alt", "title", "spoken", "fold", "style", "picture"])
def test_a_planted_leak_is_caught(opened: Opened, system: System, how: str) -> None:
    page = opened(system.predictions[NAME].lesson)
    told = system.effects["e104"].finding
    page.evaluate(PLANT, [how, told])
    found = leaks(system, NAME, in_sight(page), read(system.predictions[NAME].lesson))
    assert found
    assert all(f"opens-{NAME}" in one for one in found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_a_guess_is_answered_in_sight_kept_and_forgotten(
    opened: Opened, system: System, size: tuple[int, int]
) -> None:
    name = next(row.id for row in system.predictions.values() if row.lesson == LESSONS[0])
    page = opened(LESSONS[0], viewport={"width": size[0], "height": size[1]})
    form = page.locator(".explainer-prediction").first
    form.scroll_into_view_if_needed()
    guess(page)
    expect(form.locator(".outcome")).to_have_text(predictions.asked(system, name).reveal)
    expect(form.locator(".outcome")).to_be_in_viewport(ratio=1)
    expect(form.locator(".outcome")).to_be_focused()
    expect(form.locator(".apart li")).to_have_count(2)
    expect(page.locator(f"details.opens-{name}").first).to_have_attribute("open", "")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.reload()
    expect(form.locator(".outcome")).to_be_visible()  # what was settled stays settled
    form.get_by_text("What you guessed so far (1)").click()
    expect(form.locator("pre")).to_contain_text("Rats shunned open arms")
    with page.expect_download() as download:
        form.get_by_role("button", name="Save as text").click()
    assert "Rats shunned open arms" in download.value.path().read_text(encoding="utf-8-sig")
    form.get_by_role("button", name="Forget all").click()
    expect(form.locator(".outcome")).to_have_count(0)
    expect(page.locator(f"details.opens-{name}").first).not_to_have_attribute("open", "")
    assert page.evaluate("localStorage.getItem('explainer.predictions')") is None


@pytest.mark.parametrize(("width", "look"), [(390, "light narrow"), (1366, "light wide")])
def test_the_figure_that_answers_can_be_read_on_a_phone(
    opened: Opened, system: System, width: int, look: str
) -> None:
    row = next(row for row in system.predictions.values() if row.figure)
    page = opened(row.lesson, viewport={"width": width, "height": 844})
    guess(page)
    shown = page.locator(".explainer-prediction .figure img").locator("visible=true")
    expect(shown).to_have_count(1)
    expect(shown).to_have_class(look)
    # The least type of a sheet has ten points; its file says how many it is wide.
    pixels = shown.evaluate(
        "one => one.getBoundingClientRect().width / one.naturalWidth * 10.2 * 4 / 3"
    )
    assert pixels >= 11
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_another_page_kept_there_opens_nothing(opened: Opened) -> None:
    page = opened(LESSONS[0])
    for kept in ('"x"', "[5, null]", '[{"question": 1}]', "{"):
        page.evaluate("text => localStorage.setItem('explainer.predictions', text)", kept)
        page.reload()
        expect(page.locator(".explainer-prediction .answers").first).to_be_visible()
        expect(page.locator(".explainer-prediction .outcome")).to_have_count(0)


def test_a_guess_whose_choices_have_changed_is_told_kept_and_made_anew(
    opened: Opened, system: System
) -> None:
    """So it stands in a browser that met another edition: one prediction changed, one is gone."""
    name = next(row.id for row in system.predictions.values() if row.lesson == LESSONS[0])
    entry = {"question": "Then?", "guess": "A word of then.", "sure": "sure", "line": "My reason"}
    kept = [entry | {"found": "So.", "of": of} for of in ("p_gone", name)]
    page = opened(LESSONS[0])
    page.evaluate("text => localStorage.setItem('explainer.predictions', text)", json.dumps(kept))
    page.reload()
    form = page.locator(".explainer-prediction").first
    expect(form.locator(".earlier")).to_have_text(
        predictions.WORDS["earlier"].format(guess="A word of then.")
    )
    expect(form.locator(".outcome")).to_have_count(0)
    expect(form.get_by_text("What you guessed so far (2)")).to_be_visible()
    guess(page)
    expect(form.locator(".earlier")).to_be_hidden()
    now = page.evaluate("JSON.parse(localStorage.getItem('explainer.predictions'))")
    assert now[:2] == kept
    assert len(now) == 3
    form.get_by_role("button", name="Guess anew").click()
    expect(form.locator(".earlier")).to_be_hidden()  # the last guess is one of these choices


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_steps_from_cell_to_cell_are_drawn_after_the_guess(
    opened: Opened, system: System, size: tuple[int, int]
) -> None:
    row = next(row for row in system.predictions.values() if row.circuit)
    page = opened(row.lesson, viewport={"width": size[0], "height": size[1]})
    form = page.locator(".explainer-prediction").first
    expect(form.locator(".circuit")).to_have_count(0)
    form.scroll_into_view_if_needed()
    guess(page)
    labels = [step.label for step in circuits.steps(system, row.circuit)]
    expect(form.locator(".circuit li strong")).to_have_text(labels)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
