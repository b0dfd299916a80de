"""The three things a newcomer is asked to find, by mouse alone and by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from playwright.sync_api import Locator, expect
from reader import Reader

from explainer.drawing import theme
from explainer.model.schema import SourcedRow
from explainer.model.system import System
from explainer.voices import cards

HANDS = pytest.mark.parametrize("hand", ["mouse", "keyboard"])


class Mouse:
    """Finds things with the mouse alone."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def choose(self, label: str, words: str) -> None:
        if label != "Voice":
            self.reader.open_filters()
        self.reader.choose(label, words)

    def choose_node(self, node: str) -> None:
        self.reader.node(node).click()

    def unfold_card(self) -> None:
        folded = self.reader.card.locator("details:not([open]) > summary")
        while folded.count():
            folded.first.click()


class Keyboard:
    """Finds things with the keyboard alone, from the notebook's cell on."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.cells = reader.cells()["cells"]

    def choose(self, label: str, words: str) -> None:
        self.reader.enter_by_keyboard()
        if label != "Voice" and not self.reader.control(label).is_visible():
            self.reader.tab_to(
                "a.matches('button[aria-expanded]') && /^Filters/.test(a.textContent)"
            )
            self.reader.page.keyboard.press("Enter")
        if label == "Voice":
            self.reader.tab_to(f"a.matches('.switch button') && a.textContent === '{words}'")
            self.reader.page.keyboard.press("Enter")
        else:
            self.reader.tab_to(f"a.matches('select') && a.labels[0].textContent === '{label}'")
            self.reader.page.keyboard.type(words[:14])
        self._assert_notebook_is_as_it_was()
        assert self.reader.chosen(label) == words

    def choose_node(self, node: str) -> None:
        self.reader.enter_by_keyboard()
        self.reader.tab_to("a.matches('.explainer .node')")
        middle = """(picture, id) => {
          const at = node => {
            const { x, y, width, height } = node.getBoundingClientRect();
            return [x + width / 2, y + height / 2];
          };
          const [[x, y], [x0, y0]] = [at(picture.querySelector(`[data-id="${id}"]`)), at(document.activeElement)];
          return [x - x0, y - y0];
        }"""
        been: list[tuple[str, str]] = []
        for _ in range(60):
            here = self.reader.focused()
            if here == node:
                break
            dx, dy = self.reader.picture.evaluate(middle, node)
            keys = ["ArrowRight" if dx > 0 else "ArrowLeft", "ArrowDown" if dy > 0 else "ArrowUp"]
            if abs(dy) > abs(dx):
                keys.reverse()
            key = next((k for k in keys if (here, k) not in been), keys[0])
            been.append((here, key))
            self.reader.page.keyboard.press(key)
        assert self.reader.focused() == node, f"60 arrow keys did not lead to {node}"
        self.reader.page.keyboard.press("Enter")
        self._assert_notebook_is_as_it_was()

    def unfold_card(self) -> None:
        folded = "a.matches('.explainer .panel details:not([open]) > summary')"
        while self.reader.card.locator("details:not([open])").count():
            self.reader.tab_to(folded, most=400)
            self.reader.page.keyboard.press("Enter")
            self._assert_notebook_is_as_it_was()

    def _assert_notebook_is_as_it_was(self) -> None:
        assert self.reader.cells()["cells"] == self.cells
        assert self.reader.cells()["mode"] == "command"


def find_with(hand: str, reader: Reader) -> Mouse | Keyboard:
    return Mouse(reader) if hand == "mouse" else Keyboard(reader)


def shown_line(reader: Reader, system: System, row: SourcedRow) -> Locator:
    """The card's line for a row, after making sure that its words and its sources can be seen."""
    text = cards.line_of(system, row).text
    line = reader.card.locator("li").filter(has_text=re.compile(f"^{re.escape(text)}")).first
    expect(line).to_be_visible()
    links = line.get_by_role("link").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links == [source.link for source in system.sources_of(row) if source.link]
    for source in system.sources_of(row):
        expect(line).to_contain_text(source.short)
    return line


def kinds_lit(reader: Reader, system: System, kinds: Iterable[str]) -> set[str]:
    return {node for node in reader.lit if system.graph.nodes[node]["kind"] in kinds}


@HANDS
def test_which_receptors_buprenorphine_acts_on_and_how(
    reader: Reader, system: System, hand: str
) -> None:
    find = find_with(hand, reader)
    find.choose_node("buprenorphine")
    rows = system.interactions_of("buprenorphine")
    receptors = {row.receptor for row in rows.values()}
    assert kinds_lit(reader, system, {"receptor"}) == receptors
    for receptor in receptors:
        name = cards.name_of(system, receptor)
        expect(reader.sentence).to_contain_text(f"at {name}")
    find.unfold_card()
    for row in rows.values():
        expect(shown_line(reader, system, row)).to_contain_text(row.action)
    reader.shoot(f"task a {hand}", whole=True)


@HANDS
def test_what_the_article_links_to_anxiety(reader: Reader, system: System, hand: str) -> None:
    find = find_with(hand, reader)
    find.choose("Voice", "The article")
    find.choose("Domain", "Anxiety")
    claims = system.claims_about("anxiety")
    subjects = {subject for claim in claims.values() for subject in claim.subjects}
    assert kinds_lit(reader, system, {"subject"}) == subjects
    assert kinds_lit(reader, system, {"receptor", "peptide", "ligand"}) == set()
    expect(reader.sentence).to_contain_text(f"{len(claims)} claims")
    find.unfold_card()
    for claim in claims.values():
        shown_line(reader, system, claim)
    reader.shoot(f"task b {hand}", whole=True)


@HANDS
def test_a_claim_that_sources_contradict(reader: Reader, system: System, hand: str) -> None:
    find = find_with(hand, reader)
    find.choose_node("mood")
    find.unfold_card()
    contested = [
        row
        for row in system.assessments.values()
        if row.verdict == "contested" and "mood" in system.claims[row.claim].domains
    ]
    assert contested
    for row in contested:
        verdict = shown_line(reader, system, row)
        expect(verdict).to_contain_text(f"{theme.VERDICTS['contested']} Contested")
        claim = shown_line(reader, system, system.claims[row.claim])
        below = claim.evaluate("li => li.nextElementSibling.textContent")
        assert below == verdict.text_content()
    reader.shoot(f"task c {hand}", whole=True)


def test_lens_of_the_article_keeps_other_voices_out_of_the_card(reader: Reader) -> None:
    reader.choose("Voice", "The article")
    reader.open_filters()
    reader.choose("Domain", "Anxiety")
    expect(reader.card.locator("details.article")).not_to_have_count(0)
    expect(reader.card.locator("details.pharmacology")).to_have_count(0)
