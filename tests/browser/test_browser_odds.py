"""What is at odds, as a reader opens it: two findings, a claim and its sources, all of a view."""

from __future__ import annotations

import pytest
from found import MARKS
from playwright.sync_api import expect
from still import Still
from test_browser_axe import AXE, barriers

from explainer.model.system import System
from explainer.view.state import State

ARCS = "svg.sockets:not(.inline) .arc"


@pytest.fixture
def still(page_of_findings: Still) -> Still:
    page_of_findings.open()
    return page_of_findings


def mark_of(still: Still, row: str) -> str:
    places = [one["id"] for one in still.picture_data["sockets"]["findings"]]
    return f"{MARKS}[data-finding='{places.index(row)}']"


def test_a_mark_opens_what_contradicts_it_with_an_arc_between_both(
    still: Still, system: System
) -> None:
    still.show("focus=kappa")
    still.page.locator(mark_of(still, "e103")).click()
    (other,) = system.at_odds["e103"]
    expect(still.page.locator(ARCS)).to_have_count(1)
    lit = still.page.locator(f"{MARKS}:not(.unlit)")
    assert lit.count() == 2
    pair = still.page.locator(".panel .odds")
    expect(pair).to_have_count(1)
    for row, side in (("e103", ".one"), (other, ".other")):
        source = system.sources_of(system.effects[row])[0]
        expect(pair.locator(f"{side} h5")).to_contain_text(source.short)
        expect(pair.locator(side)).to_contain_text(system.effects[row].finding)
    one, two = (pair.locator(side).bounding_box() for side in (".one", ".other"))
    assert one
    assert two
    assert one["y"] == pytest.approx(two["y"], abs=1), "side by side"
    assert one["x"] + one["width"] <= two["x"]
    expect(still.page.locator(".odds-told")).to_have_text(
        "At odds with 1 other finding, which stands beside it."
    )


def test_which_claim_is_contradicted_is_opened_by_two_clicks(still: Still, system: System) -> None:
    still.page.locator("svg.sockets:not(.inline) [data-id=kappa]").first.click()
    contested = [row for row in system.assessments.values() if row.verdict == "contested"]
    signs = still.page.locator(".article-side button").filter(has_text="contested")
    first = signs.first
    row = first.get_attribute("data-row")
    assert row in {one.claim for one in contested}
    first.click()
    assert still.now == State(focus="kappa", row=str(row))
    pair = still.page.locator(".panel .odds")
    expect(pair.locator(".one")).to_contain_text(system.claims[str(row)].statement.rstrip("."))
    expect(pair.locator(".seam")).to_contain_text("contested")
    judged = system.assessment_of(str(row))
    assert judged is not None
    for key in judged.people_against[:2]:
        expect(pair.locator(".other")).to_contain_text(system.effects[key].finding)
    assert still.page.evaluate("document.activeElement.closest('.odds') !== null")
    still.page.keyboard.press("Control+z")
    assert still.now == State(focus="kappa")


def test_by_keyboard_a_sign_in_a_row_opens_both_sides(still: Still, system: System) -> None:
    still.show("focus=kappa")
    still.page.evaluate(
        "for (const one of document.querySelectorAll('.panel details')) one.open = true"
    )
    sign = still.page.locator(".panel button.odds-sign").first
    sign.focus()
    row = str(sign.get_attribute("data-row"))
    assert row in system.at_odds
    still.page.keyboard.press("Enter")
    assert still.now == State(focus="kappa", row=row)
    expect(still.page.locator(".panel .odds h4").first).to_be_focused()


def test_the_sign_in_the_key_lights_all_of_a_view_and_lets_go(still: Still, system: System) -> None:
    still.show("focus=kappa")
    before = still.page.locator("svg.sockets:not(.inline)").bounding_box()
    sign = still.page.locator(".key button.odds-sign")
    sign.focus()
    still.page.keyboard.press("Enter")
    expect(sign).to_have_attribute("aria-pressed", "true")
    expect(sign).to_be_focused()
    lit = {
        still.picture_data["sockets"]["findings"][int(i)]["id"]
        for i in still.page.locator(f"{MARKS}:not(.unlit)").evaluate_all(
            "all => all.map(one => one.dataset.finding)"
        )
    }
    assert lit
    assert lit <= set(system.at_odds)
    assert still.page.locator(ARCS).count() > 1
    assert still.page.locator("svg.sockets:not(.inline)").bounding_box() == before
    still.page.keyboard.press("Enter")
    expect(still.page.locator(ARCS)).to_have_count(0)


@pytest.mark.parametrize("room", [390, 832, 1182])
@pytest.mark.parametrize("code", ["view=odds", "focus=mood&view=odds", "focus=kappa&view=odds"])
def test_no_arc_meets_words_or_a_box_as_they_are_drawn(still: Still, room: int, code: str) -> None:
    still.page.set_viewport_size({"width": room, "height": 900})
    still.show(code)
    still.frames()
    met = still.page.evaluate(
        """() => {
          const picture = document.querySelector('svg.sockets:not(.inline)');
          const boxes = [...picture.querySelectorAll('.ground text, .shape:not(.band, .rule, .paper) > *')]
            .filter(one => one.checkVisibility())
            .map(one => [one, one.getBoundingClientRect()]);
          const ctm = picture.getScreenCTM();
          return [...picture.querySelectorAll('.arc')].flatMap(arc => {
            const far = arc.getTotalLength();
            for (let at = 0; at <= far; at += 2) {
              const { x, y } = arc.getPointAtLength(at).matrixTransform(ctm);
              const hit = boxes.find(([one, b]) => {
                const deep = one.tagName === 'text' ? b.height * 0.2 : 1;
                return x > b.left + 1 && x < b.right - 1 && y > b.top + deep && y < b.bottom - deep;
              });
              if (hit) return [`${arc.dataset.ends}: ${hit[0].textContent}`];
            }
            return [];
          });
        }"""
    )
    still.page.set_viewport_size({"width": 1366, "height": 768})
    assert met == []


@pytest.mark.parametrize(
    "code", ["focus=kappa&also=anxiety&row=e103", "focus=mood&row=c28", "focus=mood&view=odds"]
)
def test_both_sides_have_no_barriers(still: Still, code: str) -> None:
    still.page.add_script_tag(path=AXE)
    still.show(code)
    assert barriers(still) == []
