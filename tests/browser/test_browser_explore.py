"""A reader opens the first notebook, runs it, and explores with the lists and the mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from reader import CONTROLS, Reader

from explainer import cards
from explainer.system import System

PICTURE = """picture => JSON.stringify([
  { ...picture.dataset },
  [...picture.querySelectorAll('.lit')].map(one => one.dataset.id ?? one.getAttribute('d')),
  [...picture.querySelectorAll('[aria-pressed=true]')].map(one => one.dataset.id),
])"""


def seen(reader: Reader) -> dict[str, str]:
    """What the three parts of the Explorer show now."""
    return {
        "picture": reader.explorer.locator("svg").evaluate(PICTURE),
        "sentence": reader.sentence.inner_text(),
        "card": reader.card.inner_text(),
    }


def test_running_the_notebook_shows_the_explorer(reader: Reader, system: System) -> None:
    assert reader.faults() == []
    expect(reader.explorer).to_have_count(1)
    expect(reader.explorer.locator(".node")).to_have_count(len(system.graph))
    for label in CONTROLS:
        expect(reader.control(label)).to_be_visible()
    expect(reader.sentence).to_contain_text("Pharmacology:")
    expect(reader.sentence).to_contain_text("The article:")
    reader.shoot("explore overview")


@pytest.mark.parametrize(
    ("label", "words", "from_focus"),
    [
        ("Lens", "The article", "mood"),
        ("Lens", "Pharmacology sources", "mood"),
        ("Focus", "kappa receptor (receptor)", ""),
        ("Domain", "Anxiety", ""),
        ("Origin", "Opium alkaloid", "mu"),
    ],
)
def test_each_control_changes_picture_sentence_and_card(
    reader: Reader, label: str, words: str, from_focus: str
) -> None:
    if from_focus:
        reader.node(from_focus).click()
        expect(reader.card.get_by_role("heading", level=3)).to_be_visible()
    before = seen(reader)
    reader.choose(label, words)
    reader.frames()
    after = seen(reader)
    assert {part for part in before if before[part] == after[part]} == set()
    reader.control(label).select_option(index=0)
    reader.frames()
    if label != "Focus":
        assert seen(reader) == before


def test_lens_of_one_voice_hides_the_sentence_of_the_other(reader: Reader) -> None:
    reader.choose("Lens", "The article")
    expect(reader.sentence).not_to_contain_text("Pharmacology:")
    reader.choose("Lens", "Pharmacology sources")
    expect(reader.sentence).not_to_contain_text("The article:")


def test_click_on_a_node_shows_its_card_and_the_focus_follows(reader: Reader) -> None:
    reader.node("kappa").click()
    expect(reader.card.get_by_role("heading", level=3)).to_contain_text("kappa receptor")
    expect(reader.node("kappa")).to_have_attribute("aria-pressed", "true")
    assert reader.chosen("Focus") == "kappa receptor (receptor)"
    assert "kappa" in reader.lit


def test_card_names_every_source_with_a_link(reader: Reader, system: System) -> None:
    reader.node("kappa").click()
    listed = reader.card.locator("ol.sources li")
    citations = cards.card(system, "kappa").citations
    expect(listed).to_have_count(len(citations))
    texts = listed.all_inner_texts()
    for citation, link in citations:
        assert any(citation in text and link in text for text in texts), citation
    links = reader.card.get_by_role("link", include_hidden=True)
    addresses = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert {link for _, link in citations if link} == set(addresses)
    assert [a for a in addresses if not a.startswith("https://")] == []
    rels = links.evaluate_all("all => all.map(one => one.rel)")
    assert all("noopener" in rel for rel in rels)


def test_second_click_lets_go(reader: Reader) -> None:
    reader.node("delta").click()
    expect(reader.node("delta")).to_have_attribute("aria-pressed", "true")
    reader.node("delta").click()
    expect(reader.node("delta")).to_have_attribute("aria-pressed", "false")
    assert reader.chosen("Focus") == "Overview"


def test_escape_lets_go(reader: Reader) -> None:
    reader.node("delta").click()
    expect(reader.node("delta")).to_have_attribute("aria-pressed", "true")
    reader.page.keyboard.press("Escape")
    expect(reader.node("delta")).to_have_attribute("aria-pressed", "false")
    assert reader.chosen("Focus") == "Overview"


def test_click_beside_everything_lets_go(reader: Reader) -> None:
    reader.node("delta").click()
    expect(reader.node("delta")).to_have_attribute("aria-pressed", "true")
    box = reader.node("mu").bounding_box()
    assert box is not None
    reader.page.mouse.click(box["x"] + 2, box["y"] - 12)
    expect(reader.node("delta")).to_have_attribute("aria-pressed", "false")


def test_card_leads_on_to_what_is_joined(reader: Reader) -> None:
    reader.node("pdyn").click()
    reader.card.get_by_role("button", name="dynorphin A", exact=True).click()
    expect(reader.card.get_by_role("heading", level=3)).to_contain_text("dynorphin A")
    assert reader.chosen("Focus").startswith("dynorphin A (")


def test_kernel_learns_what_was_chosen(reader: Reader) -> None:
    reader.node("kappa").click()
    assert reader.ask("explorer.selected") == "'kappa'"
    reader.show_explorer()
    reader.choose("Focus", "Overview")
    reader.choose("Domain", "Anxiety")
    reader.choose("Lens", "The article")
    state = {"lens": "article", "focus": "", "domain": "anxiety", "origin": ""}
    assert reader.ask("explorer.selected, explorer.state") == f"(None, {state})"


def test_page_shows_a_state_set_from_python(reader: Reader) -> None:
    reader.ask('explorer.state = {"lens": "pharmacology", "focus": "nociceptin"}')
    reader.show_explorer()
    expect(reader.node("nociceptin")).to_have_attribute("aria-pressed", "true")
    expect(reader.card.get_by_role("heading", level=3)).to_contain_text(
        "Nociceptin", ignore_case=True
    )
    assert reader.chosen("Lens") == "Pharmacology sources"
    assert reader.chosen("Focus").lower().startswith("nociceptin")


def test_unknown_state_names_the_nearest_ids(reader: Reader) -> None:
    told = reader.ask(
        'try:\n    explorer.state = {"focus": "buprenorfine"}\n'
        "except ValueError as error:\n    display(str(error))"
    )
    assert "buprenorphine" in told
    assert reader.chosen("Focus") == "Overview"


@pytest.mark.parametrize(
    ("choices", "silent"),
    [
        ({"Lens": "The article", "Focus": "mu receptor (receptor)"}, "never names this receptor"),
        ({"Focus": "naloxone (molecule from outside)", "Origin": "Opium alkaloid"}, "Naloxone"),
        ({"Lens": "The article", "Origin": "Plant"}, ""),
    ],
)
def test_filters_that_leave_nothing_say_so(
    reader: Reader, choices: dict[str, str], silent: str
) -> None:
    for label, words in choices.items():
        reader.choose(label, words)
    expect(reader.sentence).to_contain_text("Nothing joins")
    expect(reader.sentence).to_contain_text(silent)
    expect(reader.explorer.locator(".strands .lit")).to_have_count(0)
    expect(reader.explorer.locator(".pills *")).to_have_count(0)


def test_two_views_of_one_explorer_stay_in_step(reader: Reader) -> None:
    reader.ask("explorer")
    try:
        second = reader.page.locator(".explainer").nth(1)
        expect(second.locator("svg")).to_be_visible()
        second.locator('.node[data-id="delta"]').click()
        first = reader.page.locator(".explainer").nth(0)
        expect(first.locator('.node[data-id="delta"]')).to_have_attribute("aria-pressed", "true")
    finally:
        reader.ask("0")
        expect(reader.page.locator(".explainer")).to_have_count(1)
