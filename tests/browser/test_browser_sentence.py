"""The sentence is read whole: at every size, in every state, without a frame that scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from record import Record
from still import Still

from explainer.model.system import System
from explainer.view import selection
from explainer.view.state import FILTERS, State
from explainer.voices import hazards

SIZES = {
    "320": {"viewport": {"width": 320, "height": 640}},
    "390": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "768": {"viewport": {"width": 768, "height": 1024}},
    "1280": {"viewport": {"width": 1280, "height": 720}},
    "1366": {"viewport": {"width": 1366, "height": 768}},
    "1920": {"viewport": {"width": 1920, "height": 1080}},
}

# Of each view: whether all words of the sentence, and of the headline, lie within every box that
# could cut them, and end before what comes next. Beside the findings seen from near there is no
# sentence: headline and card say it.
CUT = """async codes => {
  const root = document.querySelector('.explainer');
  const cut = [];
  for (const [code, state] of codes) {
    await view(state);
    root.querySelector('.message').textContent = 'Copied.';
    const all = [['.sentence', '.tabs'], ['.headline', '.body']]
      .map(pair => pair.map(one => root.querySelector(one)))
      .filter(([words]) => words?.checkVisibility());
    if (!all.length) cut.push(`${code}: nothing is told`);
    for (const [words, after] of all) {
      const range = document.createRange();
      range.selectNodeContents(words);
      const text = range.getBoundingClientRect();
      for (let box = words; box; box = box.parentElement) {
        const looks = getComputedStyle(box);
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const isCutting = `${looks.overflowX} ${looks.overflowY}` !== 'visible visible';
        if (isCutting && (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)) cut.push(`${code}: ${box.className} scrolls`);
        if (box.closest('.explainer') && (text.bottom > bottom + 1 || text.top < top - 1 || text.right > right + 1 || text.left < left - 1)) cut.push(`${code}: ${box.className} is smaller`);
        if (box.matches('.explainer')) break;
      }
      if (text.bottom > after.getBoundingClientRect().top + 1) cut.push(`${code}: ${words.className} runs into what comes next`);
      if (text.right > innerWidth + 1) cut.push(`${code}: ${words.className} leaves the page`);
    }
  }
  return cut;
}"""


@pytest.fixture(scope="module", params=SIZES)
def sized(
    request: pytest.FixtureRequest, chromium: Browser, record: Record, still_file: Path,
    system: System,
) -> Iterator[Still]:  # fmt: skip
    still = Still(chromium, record, still_file, system, **SIZES[request.param])
    still.size = request.param
    yield still
    still.close()


def states(still: Still) -> list[tuple[str, dict[str, object]]]:
    """Give each node as focus, each word of each filter, and some traces, in both pictures."""
    wanted = [State(focus=node) for node in still.choices["focus"]]
    for name in FILTERS:
        for word in filter(None, still.choices[name]):
            one: dict[str, str] = {name: word}
            wanted += [State(**one), State(focus="kappa", **one)]  # type: ignore[arg-type]
    wanted += [replace(one, view="map") for one in wanted]
    wanted += [State(focus=node, panel="trace") for node in ("morphine", "kappa", "naloxone")]
    return [
        (one.code, {name: getattr(one, name) for name in vars(one)} | {"also": list(one.also)})
        for one in wanted
    ]


def test_no_sentence_is_cut_in_any_state(sized: Still) -> None:
    assert sized.page.evaluate(CUT, states(sized)) == []


def test_no_sentence_is_cut_at_twice_the_size_of_text(sized: Still) -> None:
    bigger = ".explainer :is(.told, .head .headline) { font-size: 30px !important; }"
    style = sized.page.add_style_tag(content=bigger)
    try:
        assert sized.page.evaluate(CUT, states(sized)[::3]) == []
    finally:
        style.evaluate("one => one.remove()")


# Whoever is still guessing


@pytest.mark.parametrize("size", ["768", "1366", "390"])
def test_the_question_stands_before_the_picture_and_in_view(
    chromium: Browser, record: Record, still_file: Path, system: System, size: str
) -> None:
    still = Still(chromium, record, still_file, system, **SIZES[size])
    try:
        still.show("focus=kappa&domain=mood&panel=predict")
        still.explorer.scroll_into_view_if_needed()
        still.page.evaluate("document.querySelector('.explainer').scrollIntoView()")
        button = still.button("Settle on it, then see").bounding_box()
        picture = still.picture.bounding_box()
        assert button
        assert picture
        assert button["y"] + button["height"] <= picture["y"]
        assert button["y"] + button["height"] <= 768
        still.guess("worse mood")
        still.button("Settle on it, then see").click()
        assert "most of them point" in still.panel.inner_text()
        outcome = still.panel.locator(".outcome")
        seen = outcome.bounding_box()
        assert seen
        assert seen["y"] >= 0
        assert seen["y"] + seen["height"] <= still.page.viewport_size["height"] + 1  # type: ignore[index]
        assert still.panel.locator(".apart li").count() == 2
        assert still.panel.locator("details[open]").count() == 0
    finally:
        still.close()


def test_choosing_the_panel_keeps_the_keyboard_on_its_tab_and_in_view(still: Still) -> None:
    still.show("focus=kappa")
    still.tab("Card").focus()
    still.page.keyboard.press("End")
    assert still.focused().endswith("Predict")
    box = still.tab("Predict").bounding_box()
    assert box
    assert 0 <= box["y"] <= 768
    still.page.keyboard.press("Home")
    assert still.focused().endswith("Card")


# What another version, or another page, has left in this browser


@pytest.mark.parametrize(
    "kept",
    ['"x"', "5", "null", "true", "{}", "[null]", '[{"question": 5}]', "[[]]", "{", "",
     '{"length": 3}', '[{"question": {}, "guess": 1, "found": [], "line": null}]',
     '[{"__proto__": 1}]', "[" * 5_000],
)  # fmt: skip
def test_predictions_of_any_shape_leave_the_picture_as_it_is(still: Still, kept: str) -> None:
    still.page.evaluate("kept => localStorage.setItem('explainer.predictions', kept)", kept)
    try:
        still.open("focus=kappa&domain=mood&panel=predict")
        assert still.picture.is_visible()
        still.guess("no difference found", "Mine.")
        still.button("Settle on it, then see").click()
        assert "Mine." in still.panel.locator("pre").text_content()  # type: ignore[operator]
    finally:
        still.page.evaluate("localStorage.clear()")
        still.open()


def test_a_fault_in_one_panel_leaves_the_picture_and_the_others(
    chromium: Browser, still_file: Path, system: System
) -> None:
    still = Still(chromium, Record(), still_file, system)  # a fault is told in the console
    try:
        still.page.evaluate(
            "() => (HTMLTableElement.prototype.append = () => { throw Error('a fault'); })"
        )
        still.show("focus=mu&panel=table")
        fault = still.panel.get_by_role("alert")
        assert fault.inner_text() == (
            "This part could not be drawn. The picture and the other parts still work."
        )
        still.tab("Card").click()
        assert still.panel.locator("h3").inner_text().startswith("mu receptor")
        still.node("kappa").click()
        still.expect_chosen("kappa")
    finally:
        still.close()


# Stamps


def test_a_stamp_of_contradiction_says_so_and_opens_what_is_contradicted(still: Still) -> None:
    still.show("")
    names = [node[0] for node in still.picture_data["nodes"]]
    told = {names[place]: how for place, how in still.picture_data["domains"]}
    assert "contradict" in told.values()
    for domain, verdict in still.picture_data["against"]:
        still.show("")
        at = [names[place] for place, _ in still.picture_data["domains"]].index(names[domain])
        stamp = still.explorer.locator(".stamps > g").nth(at)
        assert stamp.locator("title").text_content() == "they contradict"
        stamp.click()
        code = f"lens=article&domain={names[domain]}&verdict={verdict}"
        assert still.now == still.read(code)
        claims = still.panel.locator("h3.fitting + ul > li.article")
        verdicts = still.panel.locator("h3.fitting + ul > li.ours")
        assert claims.count() == verdicts.count() > 0
        for one in verdicts.all_inner_texts():
            assert one.split()[1].strip(".").lower() == verdict


def test_another_stamp_opens_its_domain_and_with_a_focus_the_pair(still: Still) -> None:
    still.show("")
    names = [node[0] for node in still.picture_data["nodes"]]
    domains = [names[place] for place, _ in still.picture_data["domains"]]
    still.explorer.locator(".stamps > g").nth(domains.index("pain")).click()
    assert still.now == State(focus="pain")
    still.show("focus=kappa")
    still.explorer.locator(".stamps > g").nth(0).click()
    assert still.now == State(focus="kappa", also=(domains[0],))


def test_every_hazard_is_in_sight_by_a_bold_word_and_the_picture_is_near(sized: Still) -> None:
    for code in ("", "domain=mood", "focus=tianeptine&also=salvinorin_a&panel=compare"):
        sized.show(code)
        places = selection.hazards(sized.picture_data, sized.read(code))
        items = sized.explorer.locator(":scope > .dangers li").all()
        assert len(items) == len(places) > 0
        for item, place in zip(items, places, strict=True):
            text, *_, cited, _ = sized.picture_data["lines"][place]
            assert item.inner_text().startswith(text)
            assert item.locator("strong").inner_text() == hazards.MARK
            assert item.get_by_role("link").count() == len(cited)
        strip = sized.explorer.locator(":scope > .dangers").bounding_box()
        assert strip
        assert strip["height"] <= 0.5 * SIZES[sized.size]["viewport"]["height"], code
