"""The case book and the teacher's page: kept, handed in, opened, cleared; on no machine but this."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from alone import write_widget
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, Page, expect
from record import Record
from test_browser_axe import AXE, PAGES, RULES

from explainer import website
from explainer.learning import beliefs, casebook, classroom
from explainer.model.system import System
from explainer.view import cache
from explainer.widgets import teacher

WORDS = casebook.WORDS
HOSTILE = '<img src=x onerror="alert(1)"> =HYPERLINK("x") \u202egnihton'
GUESS = {"question": "Q?", "guess": "G", "sure": "sure", "line": HOSTILE, "found": "F", "of": "p"}
SEED = """([guess, tries]) => {
  localStorage.setItem("explainer.predictions", JSON.stringify([guess]));
  localStorage.setItem("opioid-system-explainer/01_the_bodys_own_opioids/first", tries);
}"""


@pytest.fixture(scope="module")
def files(system: System, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("casebook")
    data = {"data": casebook.build(system)}
    return {
        "book": write_widget(folder / "book.html", "casebook", data),
        "map": write_widget(
            folder / "map.html",
            "map",
            {"data": beliefs.build(system), "late": "IPY_MODEL_late"},
            cache.packed(beliefs.answer(system)),
        ),
        "teacher": teacher.write(system, folder)[0],
    }


@pytest.fixture(scope="module", params=PAGES)
def looks(request: pytest.FixtureRequest) -> dict[str, object]:
    return PAGES[request.param]


@pytest.fixture
def page(chromium: Browser, record: Record, files: dict[str, Path]) -> Iterator[Page]:
    context = chromium.new_context(accept_downloads=True)
    page = context.new_page()
    record.watch(page)
    page.goto(files["book"].as_uri())
    page.wait_for_function("window.isReady")
    page.evaluate(SEED, [GUESS, json.dumps(_tries())])
    again(page)
    yield page
    context.close()


def _tries() -> dict[str, str]:
    return {"q1_1": "q1_1a"}


def again(page: Page) -> None:
    page.wait_for_timeout(500)  # Chromium hands what a page keeps to its store a little later
    page.reload()
    page.wait_for_function("window.isReady")


def saved(page: Page, name: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    path = Path(waiting.value.path())
    return path.rename(path.with_name(waiting.value.suggested_filename))


def write_all(page: Page) -> None:
    page.get_by_label(WORDS["receptor"]).select_option("mu")
    page.get_by_label(WORDS["who"]).select_option("animals")
    page.get_by_label(WORDS["words"]).fill(HOSTILE)
    page.get_by_label(WORDS["name"]).fill("=Kim")


def test_what_is_written_is_there_the_next_day(page: Page) -> None:
    write_all(page)
    again(page)
    expect(page.locator(".sentence")).to_have_text(
        "Activating the mu receptor improves mood in mice and rats."
    )
    expect(page.get_by_label(WORDS["name"])).to_have_value("=Kim")
    expect(page.get_by_text("Guesses (1)")).to_be_visible()
    expect(page.get_by_text("First tries at questions (1)")).to_be_visible()
    assert page.evaluate("sent") == []


def test_one_button_clears_all_of_it_and_can_be_taken_back(page: Page) -> None:
    write_all(page)
    page.get_by_role("button", name=WORDS["clear"]).click()
    assert page.evaluate("Object.keys(localStorage)") == []
    expect(page.get_by_label(WORDS["words"])).to_have_value("")
    page.get_by_role("button", name=WORDS["back"]).click()
    expect(page.get_by_text("Guesses (1)")).to_be_visible()
    expect(page.get_by_label(WORDS["name"])).to_have_value("=Kim")


def test_a_guess_of_another_edition_is_whole_and_said_to_be_one(page: Page, system: System) -> None:
    name, choices = next((k, v) for k, v in casebook.guesses(system).items() if v)
    tour = next(k for k, v in casebook.guesses(system).items() if not v)
    own = [GUESS | {"of": name, "guess": choices[0]}, GUESS | {"of": tour}]
    others = [GUESS | {"of": "p_gone"}, GUESS | {"of": name, "guess": "A word of then."}]
    page.evaluate(
        "all => localStorage.setItem('explainer.predictions', JSON.stringify(all))", own + others
    )
    again(page)
    page.get_by_text("Guesses (4)").click()
    items = page.locator(".gathered details[open] li")
    told = [WORDS["earlier"] in text for text in items.all_inner_texts()]
    assert told == [False, False, True, True]
    assert all("<img src=x" in text for text in items.all_inner_texts())
    assert saved(page, WORDS["text"]).read_text(encoding="utf-8-sig").count(WORDS["earlier"]) == 2


@pytest.mark.parametrize("name", [WORDS["text"], WORDS["table"]])
def test_a_file_is_opened_on_the_teachers_page_and_nothing_in_it_is_run(
    page: Page, files: dict[str, Path], system: System, name: str
) -> None:
    write_all(page)
    path = saved(page, name)
    cut = path.with_name(f"cut-{path.name}")
    cut.write_text(path.read_text("utf-8-sig")[:-40], encoding="utf-8")
    page.goto(files["teacher"].as_uri())
    page.locator("#files").set_input_files([path, cut])
    expect(page.locator("[role=status]").first).to_contain_text("1 case books are open.")
    expect(page.locator(".faults li")).to_contain_text(casebook.FAULTS["cut"])
    belief = system.misconceptions[str(system.options["q1_1a"].misconception)]
    expect(page.get_by_role("rowheader", name=belief.name)).to_be_visible()
    free = page.locator("details", has_text=classroom.WORDS["free"]).last
    expect(free.locator("q").first).to_be_hidden()
    free.locator("summary").click()
    expect(free.locator("q").first).to_contain_text('<img src=x onerror="alert(1)">')
    assert page.evaluate("Object.keys(localStorage).filter(k => /teacher|class/.test(k))") == []
    page.get_by_role("button", name=classroom.WORDS["forget"]).click()
    expect(page.locator("q")).to_have_count(0)


def test_in_a_frame_that_keeps_nothing_it_works_and_says_so(
    chromium: Browser, record: Record, files: dict[str, Path]
) -> None:
    page = chromium.new_page()
    record.watch(page)
    inner = html.escape(files["book"].read_text("utf-8"), quote=True)
    page.set_content(f'<iframe sandbox="allow-scripts" srcdoc="{inner}"></iframe>')
    frame = page.frame_locator("iframe")
    frame.get_by_label(WORDS["words"]).fill("In mice.")
    expect(frame.locator(".private")).to_have_text(WORDS["fleeting"])
    frame.get_by_label(WORDS["receptor"]).select_option("mu")
    expect(frame.locator(".sentence")).to_contain_text("the mu receptor")
    expect(frame.get_by_label(WORDS["words"])).to_have_value("In mice.")
    page.close()


def draw(page: Page, says: str = "improves") -> None:
    """Draw one line: by pointing at a box, by the keyboard at the other, then from a list."""
    page.locator(".box.from").first.click()
    end = page.locator(".box.to").first
    end.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label(beliefs.WORDS["says"])).to_be_focused()
    page.get_by_label(beliefs.WORDS["says"]).select_option(says)
    page.get_by_role("button", name=beliefs.WORDS["add"]).click()


def test_a_map_is_drawn_by_pointing_and_keys_laid_over_and_kept_for_the_case_book(
    chromium: Browser, record: Record, files: dict[str, Path], system: System
) -> None:
    page = chromium.new_page()
    record.watch(page)
    page.goto(files["map"].as_uri())
    page.wait_for_function("window.isReady")
    expect(page.get_by_role("button", name=beliefs.WORDS["lay"])).to_be_disabled()
    draw(page)
    expect(page.locator(".own li")).to_have_count(1)
    first = beliefs.answer(system)["pairs"][0]
    expect(page.get_by_text(first["told"])).to_have_count(0)
    page.get_by_role("button", name=beliefs.WORDS["lay"]).click()
    expect(page.locator(".found li").first).to_contain_text(first["told"])
    expect(page.locator(".found li").first).to_contain_text(first["replies"]["improves"])
    expect(page.locator(".hazards li").first).to_be_visible()
    assert page.evaluate("sent") == []
    again(page)
    expect(page.locator(".found li").first).to_contain_text(first["told"])
    page.goto(files["book"].as_uri())
    expect(page.get_by_text("Your map (1)")).to_be_visible()
    page.close()


def test_a_map_has_at_most_eight_lines_by_lists_alone(
    chromium: Browser, record: Record, files: dict[str, Path], system: System
) -> None:
    page = chromium.new_page()
    record.watch(page)
    page.goto(files["map"].as_uri())
    page.wait_for_function("window.isReady")
    for agent in list(beliefs.agents(system)):
        for domain in beliefs.domains_of(system)[:2]:
            for part, word in (("from", agent), ("says", "unknown"), ("to", domain)):
                page.get_by_label(beliefs.WORDS[part], exact=True).select_option(word)
            page.get_by_role("button", name=beliefs.WORDS["add"]).click()
    expect(page.locator(".own li")).to_have_count(8)
    expect(page.locator(".said")).to_have_text(beliefs.WORDS["full"])
    page.close()


LESSON = """widgets.BuildMap(system)
widgets.Prediction(system, "p_kappa_anxiety")
widgets.Quiz(system)
widgets.CaseBook(system, "01_the_bodys_own_opioids")
widgets.CaseBook(system)"""


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved lesson with all that a case book gathers from."""
    folder = tmp_path_factory.mktemp("lesson")
    first = "from explainer import load, widgets\nsystem = load()"
    cells = [new_markdown_cell("# One\n\n**Time:** 5 minutes.")]
    cells += [new_code_cell(source) for source in (first, *LESSON.splitlines())]
    nbformat.write(new_notebook(cells=cells), folder / "00_one.ipynb")
    with ThreadPoolExecutor(1) as aside:  # Playwright holds this thread's event loop
        pages = aside.submit(website.build, folder / "out", folder).result()
    return next(page.path for page in pages if page.path.stem == "00_one")


def test_on_a_saved_page_all_widgets_fill_it_and_clearing_reaches_each(
    chromium: Browser, record: Record, lesson: Path
) -> None:
    page = chromium.new_page()
    record.watch(page)
    page.goto(lesson.as_uri())
    draw(page)
    guess, asked = page.locator(".explainer-prediction"), page.locator(".explainer-quiz")
    guess.locator(".answers input").first.check()
    guess.locator(".sure input").first.check()
    guess.locator("button.main").click()
    asked.locator("input").first.check()
    asked.get_by_role("button", name="Check", exact=True).click()
    line, book = page.locator(".explainer-casebook").all()
    line.get_by_label(WORDS["line"]).fill("A line.")
    for part in ("Guesses (1)", "First tries at questions (1)", "Your map (1)"):
        expect(book.get_by_text(part)).to_be_visible()
    book.get_by_role("button", name=WORDS["clear"]).click()
    expect(asked.locator(".counts")).to_contain_text("0 of")
    expect(guess.locator(".outcome")).to_have_count(0)
    expect(page.locator(".explainer-map .own li")).to_have_count(0)
    expect(line.get_by_label(WORDS["line"])).to_have_value("")
    book.get_by_role("button", name=WORDS["back"]).click()
    expect(asked.locator(".counts")).to_contain_text("1 of")
    expect(guess.locator(".outcome")).to_have_count(1)
    expect(line.get_by_label(WORDS["line"])).to_have_value("A line.")
    book.get_by_role("button", name=WORDS["print"]).click()
    expect(page.frame_locator("iframe").locator("body")).to_contain_text("A line.")
    page.close()


def test_no_barrier_and_nothing_runs_over(
    chromium: Browser, files: dict[str, Path], looks: dict[str, object]
) -> None:
    for name in ("book", "teacher", "map"):
        page = chromium.new_page(bypass_csp=True, **looks)  # type: ignore[arg-type]
        page.goto(files[name].as_uri())
        if name == "map":
            draw(page, "unknown")
            page.get_by_role("button", name=beliefs.WORDS["lay"]).click()
            expect(page.locator(".fans").first).to_be_visible()
        page.add_script_tag(path=AXE)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found = page.evaluate("rules => axe.run({ runOnly: rules })", list(RULES))
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0
        page.close()
