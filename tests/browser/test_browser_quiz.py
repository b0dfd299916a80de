"""The quiz in a real notebook: by mouse, by keyboard alone, on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from paper import LESSON, LOW_CONTRAST, WIDE, Paper, write_lesson
from playwright.sync_api import expect
from reader import Opener, Reader

from explainer.learning import quiz
from explainer.model.system import System


@pytest.fixture(scope="module")
def lesson(open_notebook: Opener, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return open_notebook(write_lesson(tmp_path_factory.mktemp("quiz") / "quiz.ipynb"))


@pytest.fixture
def paper(lesson: Reader, system: System) -> Paper:
    """The quiz with no answer given, in view."""
    paper = Paper(lesson, system)
    paper.show()
    paper.button(quiz.WORDS["forget"]).click()
    expect(paper.counts).to_have_text(paper.tally(0, 0))
    return paper


# By mouse


def test_a_wrong_answer_explains_and_the_right_one_shows_its_rows(paper: Paper) -> None:
    wrong, right = paper.option(0, right=False), paper.option(0, right=True)
    rows = paper.root.locator("details")
    paper.root.get_by_text(wrong, exact=True).click()
    expect(paper.said).to_be_empty()
    paper.button("Check").click()
    expect(paper.said).to_contain_text(f"Not so. {paper.feedback(wrong)}")
    expect(paper.said).to_contain_text(f"{quiz.WORDS['nudge']}. {paper.questions[0].hint}")
    expect(paper.said).not_to_contain_text(quiz.WORDS["instead"])
    expect(paper.counts).to_have_text(paper.tally(1, 0))
    expect(rows).not_to_have_attribute("open", "")
    paper.button("Try again").click()
    expect(paper.said).to_be_empty()
    paper.root.get_by_text(right, exact=True).click()
    paper.button("Check").click()
    expect(paper.said).to_contain_text(f"Right. {paper.feedback(right)}")
    expect(paper.said).not_to_contain_text(quiz.WORDS["belief"])
    expect(paper.counts).to_have_text(paper.tally(1, 1))
    expect(rows).to_have_attribute("open", "")
    expect(rows.locator("li")).to_have_count(len(paper.questions[0].because))
    expect(rows.locator("a").first).to_have_attribute("href", re.compile("^https://"))


def test_what_is_so_is_said_after_a_second_wrong_try_and_the_first_is_kept(paper: Paper) -> None:
    first, second = [o.text for o in paper.options[paper.questions[0].id] if not o.is_answer]
    for text in (first, second):
        paper.root.get_by_text(text, exact=True).click()
        paper.button("Check").click()
    expect(paper.said).to_contain_text(quiz.WORDS["instead"])
    with paper.reader.page.expect_download() as waiting:
        paper.button("Save my answers as text").click()
    kept = Path(waiting.value.path()).read_text("utf-8-sig")
    assert f"   {quiz.WORDS['first']}: {first}" in kept
    assert "Right at the first try: 0 of 1." in kept


def test_a_hint_comes_before_an_answer_and_goes_with_it(paper: Paper) -> None:
    paper.button(quiz.WORDS["hint"]).click()
    expect(paper.said).to_have_text(f"{quiz.WORDS['nudge']}. {paper.questions[0].hint}")
    paper.root.get_by_text(paper.option(0, right=True), exact=True).click()
    paper.button("Check").click()
    expect(paper.said).not_to_contain_text(paper.questions[0].hint)
    expect(paper.button(quiz.WORDS["hint"])).to_be_hidden()


@pytest.mark.parametrize("is_right", [True, False])
def test_what_is_said_is_in_view_on_a_small_laptop(paper: Paper, is_right: bool) -> None:  # noqa: FBT001
    for place in range(len(paper.questions)):
        paper.root.locator(".pick").nth(place).click()
        paper.root.get_by_text(paper.option(place, right=is_right), exact=True).click()
        paper.button("Check").click()
        expect(paper.said).not_to_be_empty()
        box = paper.said.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 768


def test_answers_of_an_earlier_edition_are_taken_over(paper: Paper) -> None:
    """They stood under a name with a mark of the words; ids that are gone count for nothing."""
    question = paper.questions[0]
    right = next(o.id for o in paper.options[question.id] if o.is_answer)
    held = json.dumps({question.id: right, "q3_99": "q3_99a"})
    name = f"opioid-system-explainer/{LESSON}/0123456789ab"
    page = paper.reader.page
    page.evaluate("([name, held]) => localStorage.setItem(name, held)", [name, held])
    try:
        paper.reader.ask(f'again = widgets.Quiz(system, lesson="{LESSON}")\nagain')
        second = page.locator(".jp-Cell").last.locator(".explainer-quiz")
        expect(second.locator(".counts")).to_have_text(paper.tally(1, 1))
        second.get_by_role("button", name="Forget my answers").click()
        assert page.evaluate("name => localStorage.getItem(name)", name) is None
    finally:
        paper.reader.ask("0")


def test_a_check_without_a_choice_says_what_to_do(paper: Paper) -> None:
    paper.button("Check").click()
    expect(paper.said).to_have_text("Choose an answer first.")
    expect(paper.counts).to_have_text(paper.tally(0, 0))


def test_another_choice_takes_the_old_words_away(paper: Paper) -> None:
    first, second = paper.option(0, right=False), paper.option(0, right=True)
    paper.root.get_by_text(first, exact=True).click()
    paper.button("Check").click()
    expect(paper.said).not_to_be_empty()
    paper.root.get_by_text(second, exact=True).click()
    expect(paper.said).to_be_empty()
    expect(paper.root.locator("label.wrong")).to_have_count(0)


def test_the_end_says_what_is_worth_another_look(paper: Paper) -> None:
    for place in range(len(paper.questions)):
        paper.root.get_by_text(paper.option(place, right=place != 2), exact=True).click()
        paper.button("Check").click()
        if place < len(paper.questions) - 1:
            paper.button("Next question").click()
            number = f"Question {place + 2} of {len(paper.questions)}"
            expect(paper.root.get_by_role("group")).to_contain_text(number)
    expect(paper.said).to_contain_text("You have answered every question. Worth another look: 3.")
    expect(paper.counts).to_have_text(paper.tally(len(paper.questions), len(paper.questions) - 1))


def test_progress_comes_back_to_python(paper: Paper) -> None:
    paper.root.get_by_text(paper.option(0, right=True), exact=True).click()
    paper.button("Check").click()
    expect(paper.counts).to_have_text(paper.tally(1, 1))
    assert paper.reader.ask("str(check.progress)") == repr(paper.tally(1, 1))


def test_python_can_take_the_answers_back(paper: Paper) -> None:
    paper.root.get_by_text(paper.option(0, right=True), exact=True).click()
    paper.button("Check").click()
    expect(paper.counts).to_have_text(paper.tally(1, 1))
    paper.reader.ask("check.answers = {}")
    expect(paper.counts).to_have_text(paper.tally(0, 0))


def test_answers_are_kept_in_the_browser_and_forgotten_when_asked(paper: Paper) -> None:
    keep = "Object.keys(localStorage).filter(key => key.startsWith('opioid-system-explainer/'))"
    paper.root.get_by_text(paper.option(0, right=False), exact=True).click()
    paper.button("Check").click()
    names = sorted(paper.reader.page.evaluate(keep))
    assert [name.partition(LESSON)[2] for name in names] == ["/", "/first"]
    try:
        # A new quiz, as after a restart: it knows what this browser kept.
        paper.reader.ask(f'again = widgets.Quiz(system, lesson="{LESSON}")\nagain')
        second = paper.reader.page.locator(".jp-Cell").last.locator(".explainer-quiz")
        expect(second.locator(".counts")).to_have_text(paper.tally(1, 0))
        expect(second.get_by_role("radio", checked=True)).to_have_count(1)
        second.get_by_role("button", name="Forget my answers").click()
        expect(second.locator(".counts")).to_have_text(paper.tally(0, 0))
        assert paper.reader.page.evaluate(keep) == []
    finally:
        paper.reader.ask("0")


def test_answers_can_be_saved_as_a_text(paper: Paper, system: System) -> None:
    right = paper.option(0, right=True)
    paper.root.get_by_text(right, exact=True).click()
    paper.button("Check").click()
    with paper.reader.page.expect_download() as waiting:
        paper.button("Save my answers as text").click()
    chosen = {o.question: o.id for os in paper.options.values() for o in os if o.text == right}
    assert waiting.value.suggested_filename == f"my-answers-{LESSON}.txt"
    raw = Path(waiting.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")  # by which old editors know what letters these are
    assert (
        raw.decode("utf-8-sig").replace("\r\n", "\n")
        == quiz.progress(system, LESSON, chosen, chosen).as_text()
    )


def test_words_are_shown_as_words(paper: Paper) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    code = f"""import copy
odd = widgets.Quiz(system, lesson="{LESSON}")
data = copy.deepcopy(odd.data) | {{"key": "odd"}}
for part in [data["questions"][0], *data["questions"][0]["options"]]:
    part.update(prompt={hostile!r}, text={hostile!r}, feedback={hostile!r})
odd.data = data
odd"""
    try:
        paper.reader.ask(code)
        odd = paper.reader.page.locator(".jp-Cell").last.locator(".explainer-quiz")
        odd.locator("label").first.click()
        odd.get_by_role("button", name="Check", exact=True).click()
        expect(odd.get_by_role("status")).to_contain_text(hostile)
        expect(odd.locator("legend")).to_contain_text(hostile)
        expect(odd.locator("img, script")).to_have_count(0)
    finally:
        odd.get_by_role("button", name="Forget my answers").click()
        paper.reader.ask("0")


# By keyboard alone


def test_the_keyboard_alone_answers_and_goes_on(paper: Paper) -> None:
    reader, page = paper.reader, paper.reader.page
    page.locator(".jp-Cell:has(.explainer-quiz) .jp-InputPrompt").first.click()
    before = reader.cells()
    reader.tab_to("a.matches('.explainer-quiz input[type=radio]')")
    options = paper.options[paper.questions[0].id]
    # The keyboard lands on the first option; each arrow goes one further and chooses it.
    page.keyboard.press("Space")
    expect(paper.radio(options[0].text)).to_be_checked()
    wrong = next(place for place, option in enumerate(options) if not option.is_answer)
    for _ in range(wrong):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(paper.said).to_contain_text(f"Not so. {options[wrong].feedback}")
    right = [option.is_answer for option in options].index(True)
    key = "ArrowDown" if right > wrong else "ArrowUp"
    for _ in range(abs(right - wrong)):
        page.keyboard.press(key)
    expect(paper.radio(options[right].text)).to_be_checked()
    reader.tab_to("a.textContent === 'Check'")
    page.keyboard.press("Enter")
    expect(paper.said).to_contain_text(f"Right. {options[right].feedback}")
    reader.tab_to("a.textContent === 'Next question'")
    page.keyboard.press("Space")
    expect(paper.root.locator("legend")).to_be_focused()
    expect(paper.root.locator("legend")).to_contain_text(f"Question 2 of {len(paper.questions)}")
    assert reader.cells() == before


@pytest.mark.parametrize("place", ["input[type=radio]", "button.pick", "button.main", "summary"])
def test_no_shortcut_of_lab_fires_inside_the_quiz(paper: Paper, place: str) -> None:
    paper.root.locator("label").first.click()
    paper.button("Check").click()
    paper.reader.page.locator(".jp-Cell:has(.explainer-quiz) .jp-InputPrompt").first.click()
    before = paper.reader.cells()
    paper.root.locator(place).first.focus()
    for key in ("j", "k", "a", "b", "x", "m", "y", "1", "Shift+M"):
        paper.reader.page.keyboard.press(key)
    assert paper.reader.cells() == before


def test_what_is_said_is_in_a_live_region_that_was_there_before(paper: Paper) -> None:
    expect(paper.said).to_have_attribute("aria-live", "polite")
    paper.said.evaluate("one => { window.regionBefore = one; }")
    paper.root.locator("label").first.click()
    paper.button("Check").click()
    expect(paper.said).not_to_be_empty()
    assert paper.said.evaluate("one => one === window.regionBefore")


def test_a_screen_reader_finds_names(paper: Paper) -> None:
    title = paper.title
    expect(paper.reader.page.get_by_role("region", name=title)).to_be_visible()
    prompt = paper.questions[0].prompt
    expect(paper.root.get_by_role("group", name=re.compile(re.escape(prompt)))).to_be_visible()
    expect(paper.root.get_by_role("radio")).to_have_count(len(paper.options[paper.questions[0].id]))
    pick = paper.root.get_by_role("button", name="Question 1: not answered yet")
    expect(pick).to_have_attribute("aria-current", "step")


# To the eye


@pytest.fixture(params=["Light", "Dark"])
def themed(request: pytest.FixtureRequest, paper: Paper) -> Iterator[Paper]:
    paper.reader.change_theme(request.param)
    yield paper
    paper.reader.change_theme("Light")


@pytest.mark.parametrize("is_right", [True, False])
def test_words_keep_their_contrast_and_their_size(themed: Paper, is_right: bool) -> None:  # noqa: FBT001
    themed.root.get_by_text(themed.option(0, right=is_right), exact=True).click()
    themed.button("Check").click()
    expect(themed.said).not_to_be_empty()
    themed.root.locator("details").evaluate("one => { one.open = true; }")
    themed.reader.page.mouse.move(0, 0)
    theme = "dark" if themed.root.evaluate("one => one.matches('.dark')") else "light"
    themed.shoot(f"quiz {theme} {'right' if is_right else 'wrong'}")
    assert themed.root.evaluate(LOW_CONTRAST) == []


def test_no_style_of_the_page_breaks_words_apart(paper: Paper) -> None:
    """Lab narrows terms in a list to a fifth; here each stands on one line."""
    wrong = [option.text for option in paper.options[paper.questions[0].id] if not option.is_answer]
    for text in wrong:  # what is so is said after a second try
        paper.root.get_by_text(text, exact=True).click()
        paper.button("Check").click()
    heights = "all => all.map(one => one.getBoundingClientRect().height)"
    assert max(paper.said.locator("dt").evaluate_all(heights)) < 50


@pytest.fixture
def phone(paper: Paper) -> Iterator[Paper]:
    """The same page on a phone, with Lab's side bar put away."""
    page = paper.reader.page
    page.set_viewport_size({"width": 390, "height": 844})
    side = page.locator("#jp-left-stack")
    if side.is_visible():
        page.keyboard.press("Control+b")
        expect(side).to_be_hidden()
    paper.show()
    yield paper
    page.set_viewport_size({"width": 1366, "height": 768})


def test_a_phone_shows_all_of_it(phone: Paper) -> None:
    for place in (0, 1):
        phone.root.get_by_text(phone.option(place, right=place == 0), exact=True).click()
        phone.button("Check").click()
        expect(phone.said).not_to_be_empty()
        phone.root.locator("details").evaluate("one => { one.open = true; }")
        assert phone.root.evaluate(WIDE) == []
        assert phone.root.evaluate(LOW_CONTRAST) == []
        phone.shoot(f"quiz 390 {place + 1}")
        phone.button("Next question").click()


def test_forced_colours_keep_every_edge(paper: Paper) -> None:
    page = paper.reader.page
    page.emulate_media(forced_colors="active")
    try:
        paper.root.get_by_text(paper.option(0, right=True), exact=True).click()
        paper.button("Check").click()
        expect(paper.root.locator("label.right .sign")).to_have_text("✓ Right")
        edges = "all => all.map(one => getComputedStyle(one).borderTopStyle)"
        for parts in ("label", "button.pick", "button.main"):
            assert "none" not in paper.root.locator(parts).evaluate_all(edges)
        paper.shoot("quiz forced colours")
    finally:
        page.emulate_media(forced_colors="none")
