"""What a class does in a notebook: hand a view on, go back, trace, compare, and predict first."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from reader import Reader

from explainer.model.system import System
from explainer.view import headline, payload, state
from explainer.voices import phrases


@pytest.fixture(scope="module")
def told(system: System) -> payload.Json:
    return payload.build(system)


def sentence_of(told: payload.Json, system: System, code: str) -> str:
    return headline.sentence(told, state.read(code, payload.choices(system))[0])


def test_a_view_is_handed_on_and_taken_up(
    reader: Reader, system: System, told: payload.Json
) -> None:
    reader.node("kappa").click()
    reader.node("mood").click(modifiers=["Shift"])
    reader.tab("Table").click()
    reader.open_share()
    code = reader.code
    assert code == "focus=kappa&also=mood&panel=table&view=map"
    assert reader.ask("explorer.code") == repr(code)
    reader.reset()
    reader.take(code)
    expect(reader.message).to_have_text("This is the view of that code.")
    expect(reader.tab("Table")).to_have_attribute("aria-selected", "true")
    expect(reader.sentence).to_have_text(sentence_of(told, system, code))
    assert reader.lit == {"kappa", "mood"}


def test_a_mistyped_code_is_told_and_the_kernel_keeps_a_good_view(reader: Reader) -> None:
    reader.take("focus=morfine&colour=red")
    expect(reader.message).to_contain_text("the nearest, “morphine”, is shown")
    expect(reader.message).to_contain_text("“colour” is not a part of a view")
    assert reader.ask("explorer.selected, explorer.code") == "('morphine', 'focus=morphine')"


def test_steps_are_gone_back_and_forth_and_the_kernel_follows(reader: Reader) -> None:
    for node in ("mu", "delta"):
        reader.node(node).click()
    reader.choose("Voice", "Sources")
    reader.button("Undo").click()
    reader.button("Undo").click()
    assert reader.ask("explorer.code") == "'focus=mu&view=map'"
    reader.show_explorer()
    reader.button("Redo").click()
    reader.button("Redo").click()
    assert reader.ask("explorer.code") == "'lens=pharmacology&focus=delta&view=map'"


def test_a_trace_leads_from_a_molecule_to_claims_and_can_be_narrowed(
    reader: Reader, system: System, told: payload.Json
) -> None:
    reader.node("buprenorphine").click()
    reader.tab("Trace").click()
    expect(reader.panel).to_contain_text("separate findings, not a prediction for a person")
    expect(reader.sentence).to_have_text(
        sentence_of(told, system, "focus=buprenorphine&panel=trace")
    )
    steps = reader.panel.locator(".steps > li")
    expect(steps).to_have_count(3)
    at = {row.receptor for row in system.interactions_of("buprenorphine").values()}
    assert at <= reader.lit
    kappa = steps.first.get_by_role("button", name="kappa receptor")
    kappa.click()
    expect(kappa).to_have_attribute("aria-pressed", "true")
    expect(kappa).to_be_focused()
    assert reader.lit & set(system.receptors) == {"kappa"}
    for source in steps.first.get_by_role("link").all():
        assert (source.get_attribute("href") or "").startswith("https://")
    reader.shoot("class trace")


def test_molecules_are_compared_receptor_by_receptor_and_not_ranked(
    reader: Reader, system: System
) -> None:
    reader.node("morphine").click()
    reader.tab("Compare").click()
    reader.panel.get_by_label("Second", exact=True).select_option(label="buprenorphine")
    reader.panel.get_by_label("Third", exact=True).select_option(label="fentanyl")
    expect(reader.panel).to_contain_text("Side by side is not a ranking")
    table = reader.panel.get_by_role("table")
    expect(table.locator("thead th")).to_have_text(["morphine", "buprenorphine", "fentanyl"])
    expect(table.locator("tbody th")).to_have_text(
        [phrases.name_of(system, receptor) for receptor in system.receptors]
    )
    for cell, (receptor, molecule) in zip(
        table.locator("tbody td").all(),
        [(r, m) for r in system.receptors for m in ("morphine", "buprenorphine", "fentanyl")],
        strict=True,
    ):
        rows = [
            row for row in system.interactions_of(molecule).values() if row.receptor == receptor
        ]
        words = f"Rows ({len(rows)})" if rows else "no row in these tables"
        expect(cell).to_contain_text(words)
    assert (
        reader.ask("explorer.code")
        == "'focus=morphine&also=buprenorphine,fentanyl&panel=compare&view=map'"
    )
    reader.show_explorer()
    reader.shoot("class compare")


def test_a_prediction_shows_nothing_before_it_is_made_and_stays_in_the_browser(
    reader: Reader, tmp_path: Path
) -> None:
    reader.node("kappa").click()
    reader.tab("Predict").click()
    reader.panel.get_by_label("Domain", exact=True).select_option(label="Mood")
    assert reader.lit == {"kappa", "mood"}
    expect(reader.explorer.locator(".lines .lit")).to_have_count(0)
    expect(reader.button("Settle on it, then see")).to_be_disabled()
    reader.guess("better mood", "Studies in rodents say the other thing.")
    reader.button("Settle on it, then see").click()
    expect(reader.panel.locator(".outcome")).to_be_visible()
    expect(reader.panel).to_contain_text("You expected: better mood, fairly sure.")
    expect(reader.panel).to_contain_text("The article names no receptor type")
    expect(reader.panel.locator("section.pharmacology li").first).to_be_visible()
    reader.panel.get_by_text("What you guessed so far (1)").click()
    expect(reader.panel).to_contain_text("Kept in this browser alone. Nothing is sent.")
    with reader.page.expect_download() as waiting:
        reader.button("Save as text").click()
    waiting.value.save_as(tmp_path / "kept.txt")
    assert "Studies in rodents" in (tmp_path / "kept.txt").read_text(encoding="utf-8-sig")
    reader.shoot("class predict")
    assert "rodents" not in reader.ask("explorer.get_state()")
    reader.show_explorer()
    reader.button("Forget all").click()
    expect(reader.panel.get_by_text("What you guessed so far")).to_have_count(0)
