"""No barrier that axe-core can find, in any state, in light and dark, on a laptop and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lab import ROOT
from playwright.sync_api import Browser
from record import Record
from still import Still

from explainer.model.system import System

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDE = {"viewport": {"width": 1366, "height": 768}}
PAGES: dict[str, dict[str, Any]] = {
    "light": WIDE | {"color_scheme": "light"},
    "dark": WIDE | {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 844}},
}
STATES = {
    "overview": "",
    "receptor": "focus=kappa",
    "domain": "focus=mood",
    "molecule": "focus=buprenorphine",
    "precursor": "focus=pdyn",
    "words of the article": "focus=said_opioids",
    "unnamed": "focus=said_receptors",
    "pair": "focus=kappa&also=mood",
    "article": "lens=article",
    "pharmacology": "lens=pharmacology",
    "article, receptor": "lens=article&focus=mu",
    "article, domain": "lens=article&domain=anxiety",
    "table": "focus=mu&panel=table",
    "outline": "panel=outline",
    "outline of a domain": "focus=anxiety&panel=outline",
    "trace": "focus=buprenorphine&panel=trace",
    "trace, empty": "panel=trace",
    "compare": "focus=morphine&also=buprenorphine,fentanyl&panel=compare",
    "compare, empty": "panel=compare",
    "predict": "focus=kappa&domain=anxiety&panel=predict",
    "nothing": "receptor=nop&direction=worsens&domain=pain&action=inverse",
}
# States whose parts are all met in another state of the narrow form.
SAME_WHEN_NARROW = {"molecule", "precursor", "pharmacology", "article, receptor", "trace, empty"}


@pytest.fixture(scope="module", params=PAGES)
def axe_page(
    request: pytest.FixtureRequest,
    chromium: Browser,
    record: Record,
    still_file: Path,
    system: System,
) -> Iterator[Still]:
    still = Still(chromium, record, still_file, system, **PAGES[request.param])
    still.size = request.param
    assert AXE.is_file(), "axe-core is not here: `make browser` fetches it, or `npm ci`"
    still.page.add_script_tag(path=AXE)
    yield still
    still.close()


@pytest.fixture
def axe(axe_page: Still) -> Still:
    axe_page.reset()
    return axe_page


def barriers(still: Still) -> list[str]:
    """What axe-core finds now: the rule, and the first elements that break it."""
    found = still.page.evaluate(
        """async tags => {
          const { violations, incomplete } = await axe.run('.explainer', {
            runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], selectors: false, preload: false,
          });
          return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): `
            + nodes.slice(0, 3).map(n => `${n.html.slice(0, 140)} ${n.any[0]?.message ?? n.all[0]?.message ?? ''}`).join(' | '));
        }""",
        list(RULES),
    )
    return list(found)


@pytest.mark.parametrize("name", STATES)
def test_no_barrier_in_a_state(axe: Still, name: str) -> None:
    if axe.size == "narrow" and name in SAME_WHEN_NARROW:
        return
    axe.show(STATES[name])
    assert barriers(axe) == []


def test_no_barrier_with_everything_unfolded(axe: Still) -> None:
    axe.open_filters()
    axe.open_share()
    axe.take("focus=morfine&panel=card&colour=red")
    axe.search.fill("mo")
    assert axe.suggestions.count() > 3
    assert barriers(axe) == []
    axe.search.fill("zzzz")
    assert barriers(axe) == []
    axe.search.fill("")


def test_no_barrier_in_an_unfolded_card(axe: Still) -> None:
    axe.show("focus=buprenorphine")
    axe.unfold()
    assert barriers(axe) == []


def test_no_barrier_when_a_prediction_is_held_against_the_rows(axe: Still) -> None:
    axe.show("focus=kappa&domain=mood&panel=predict")
    axe.guess("better mood", "So it was in mice.")
    assert barriers(axe) == []
    axe.button("Settle on it, then see").click()
    assert axe.panel.get_by_text("What you guessed so far").is_visible()
    assert barriers(axe) == []
    axe.panel.get_by_text("What you guessed so far").click()
    axe.button("Forget all").click()
    axe.button("Guess anew").click()


def test_no_barrier_in_an_outline_that_is_walked(axe: Still) -> None:
    axe.show("focus=mood&panel=outline")
    axe.explorer.get_by_role("treeitem").first.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowDown"):
        axe.page.keyboard.press(key)
    assert barriers(axe) == []


def test_a_barrier_is_found_where_there_is_one(axe: Still) -> None:
    axe.explorer.evaluate("root => root.append(document.createElement('img'))")
    found = barriers(axe)
    axe.explorer.evaluate("root => root.querySelector(':scope > img').remove()")
    assert [one.partition(":")[0] for one in found] == ["image-alt"]
