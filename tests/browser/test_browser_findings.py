"""The picture of findings as a reader meets it: drawn without a fault, walked, clicked, asked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from found import (
    ALL_FAULTS,
    COUNTED,
    FAULTS,
    HEADLINES,
    MARKS,
    SIZES,
    TARGETS,
    all_states,
    findings,
    let_through,
    seed_of_commit,
    some_states,
    words_of,
)
from playwright.sync_api import Browser, Locator, expect
from record import Record
from still import Still
from test_browser_axe import AXE, barriers

from explainer.drawing import theme
from explainer.model.system import System
from explainer.view.state import State

SEED = seed_of_commit()
IS_SOAK = bool(os.environ.get("SOAK"))  # `make soak`: all states, and a long use without a plan
STATES = 200
AT_ONCE = 25  # states that are measured in one go
ACTIONS = 2000 if IS_SOAK else 300
GROUND = {"x": 6, "y": 6}  # of the article, where no socket stands on it


@pytest.fixture(scope="module", params=SIZES)
def sized_page(
    request: pytest.FixtureRequest, chromium: Browser, record: Record, still_file: Path,
    system: System,
) -> Iterator[Still]:  # fmt: skip
    width, height = SIZES[request.param]
    size = {"width": width, "height": height}
    still = Still(
        chromium,
        record,
        still_file,
        system,
        viewport=size,
        reduced_motion="reduce",
        is_map=False,
    )
    still.size = str(request.param)
    yield still
    still.close()


@pytest.fixture
def still(page_of_findings: Still) -> Still:
    """The picture of findings, with everything set back."""
    page_of_findings.open()
    return page_of_findings


def show(still: Still, state: State) -> None:
    """Show a state as if a kernel had set it, and wait until it is drawn."""
    still.show(state.code)
    still.frames()


# Drawn


def test_every_state_is_drawn_without_a_fault_and_counts_its_findings(sized_page: Still) -> None:
    print(f"seed {SEED}")  # noqa: T201 - so that a red run can be made again
    faults: dict[str, list[str]] = {}
    states = all_states(sized_page) if IS_SOAK else some_states(sized_page, STATES, SEED)
    for start in range(0, len(states), AT_ONCE):
        some = states[start : start + AT_ONCE]
        measured = sized_page.page.evaluate(ALL_FAULTS, words_of(some))
        for state, (told, number) in zip(some, measured, strict=True):
            wanted = let_through(sized_page, state)
            if number != wanted:
                told.append(f"{number} findings drawn or counted of {wanted}")
            if told:
                faults[state.code] = told[:4]
    assert faults == {}, f"seed {SEED}, {len(faults)} of {len(states)} states"


@pytest.mark.parametrize(
    ("moved", "fault"),
    [
        (".shape.receptor", "crossed: mark"),
        (".shape.chip", "crossed: line"),
        (".shape.receptor", "crossed: words"),
        (".ground text", "overlap: words"),
        (".key button", "overlap: key"),
    ],
)
def test_what_is_in_the_wrong_place_is_found(still: Still, moved: str, fault: str) -> None:
    """The measure of the tests above, tried on a picture of which a part was moved."""
    still.page.set_viewport_size({"width": 1366, "height": 1200})
    assert still.page.evaluate(FAULTS) == []
    for way in ("translate(0px, 70px)", "translate(36px, 0px)", "translate(0px, 22px)"):
        told = still.page.evaluate(
            f"""way => {{
              const all = [...document.querySelectorAll(':is(svg.sockets:not(.inline), .findings) {moved}')];
              const some = all.filter((_, i) => i % 2 || all.length === 1);
              for (const one of some) one.style.transform = way;
              const faults = ({FAULTS})();
              for (const one of some) one.style.transform = '';
              return faults;
            }}""",
            way,
        )
        if any(one.startswith(fault) for one in told):
            return
    message = f"{fault} is never found"
    raise AssertionError(message)


@pytest.mark.parametrize("room", [{"width": 320, "height": 640}, {"width": 683, "height": 384}],
                         ids=["320 px", "200 %"])  # fmt: skip
def test_no_headline_is_clipped(
    chromium: Browser, record: Record, still_file: Path, system: System, room: dict[str, int]
) -> None:
    """A window of 1366 by 768 that is enlarged to 200 % has room for 683 by 384."""
    still = Still(chromium, record, still_file, system, viewport=room, is_map=False)
    states = all_states(still) if IS_SOAK else some_states(still, STATES, SEED)
    told = still.page.evaluate(HEADLINES, words_of(states))
    still.close()
    assert told == [], f"seed {SEED}"


def test_under_reduced_motion_marks_are_at_once_where_they_belong(sized_page: Still) -> None:
    # In the picture: buttons that can do something again may take a line above it.
    places = f"""() => [...document.querySelectorAll('{MARKS}')].map(one => {{
      const {{ x, y, width }} = one.getBoundingClientRect();
      const {{ top }} = one.ownerSVGElement.getBoundingClientRect();
      return [one.dataset.finding, Math.round(x), Math.round(y - top), Math.round(width)];
    }}).sort()"""
    for code in ("", "focus=kappa", "focus=anxiety", "people=people", ""):
        sized_page.show(code)
        at_once = sized_page.page.evaluate(places)
        sized_page.page.wait_for_timeout(450)
        assert sized_page.page.evaluate(places) == at_once, code
        sized_page.open(code)
        sized_page.frames()
        assert sized_page.page.evaluate(places) == at_once, f"{code}, opened anew"


def test_a_step_is_drawn_once_and_laid_out_once_where_the_room_is_known(still: Still) -> None:
    """Once to be seen, and once before to learn the picture's width, the first time it is so."""
    session = still.context.new_cdp_session(still.page)
    session.send("Performance.enable")

    def layouts() -> int:
        told = session.send("Performance.getMetrics")["metrics"]
        return int(next(one["value"] for one in told if one["name"] == "LayoutCount"))

    still.page.emulate_media(reduced_motion="reduce")
    still.page.evaluate(
        """() => {
          window.draws = 0;
          const panel = document.querySelector('.explainer .panel');
          new MutationObserver(() => { window.draws += 1; }).observe(panel, { childList: true });
        }"""
    )
    counted = {}
    codes = ("focus=mu", "focus=kappa", "focus=morphine", "focus=mood", "", "focus=anxiety")
    for lap, code in ((lap, code) for lap in (2, 1) for code in codes):
        still.frames()
        before = layouts()
        still.page.evaluate("window.draws = 0")
        still.show(code)
        still.frames()
        counted[lap, code] = layouts() - before, still.page.evaluate("window.draws")
    session.detach()
    assert {k: told for k, told in counted.items() if told[0] > k[0] or told[1] > 1} == {}


def test_what_is_folded_is_words_until_it_is_opened(still: Still) -> None:
    """A card of kappa has over 1,000 elements, of which a reader sees some 100."""
    for code in ("focus=kappa", "focus=mood", "focus=naltrexone&panel=trace"):
        still.show(code)
        assert still.panel.locator("details:not([open]) > :not(summary)").count() == 0, code
    still.show("focus=kappa")
    sources = still.panel.locator("details.sources")
    plain = str(sources.text_content())
    sources.locator("summary").click()
    items = sources.locator("li").all_text_contents()
    assert len(items) > 50
    citations = [item.split("http")[0].strip() for item in items]
    assert [one for one in citations if one not in plain] == []  # by which a search found them
    by_search = still.panel.locator(".sections > details").nth(1)
    by_search.evaluate("one => { one.open = true; }")
    expect(by_search.locator("li").first).to_be_visible()


def test_what_was_drawn_is_put_back_and_not_made_again(still: Still) -> None:
    still.page.emulate_media(reduced_motion="reduce")  # what moves leaves as a shadow
    still.page.evaluate("""() => {
      window.made = 0;
      const before = Document.prototype.createElementNS;
      Document.prototype.createElementNS = function (...all) {
        window.made += 1;
        return before.apply(this, all);
      };
    }""")
    made = {}
    for lap, code in ((lap, code) for lap in (1, 2) for code in ("", "focus=kappa", "focus=mood")):
        still.page.evaluate("window.made = 0")
        still.show(code)
        labels = still.page.locator(".explainer :is(.labels text, .key svg, .key svg *)").count()
        made[lap, code] = still.page.evaluate("window.made") - labels
    assert [made[2, code] for code in ("", "focus=kappa", "focus=mood")] == [0, 0, 0], made
    assert made[1, "focus=kappa"] > 100


# By keyboard


def reached(still: Still) -> tuple[list[str], list[str]]:
    """What arrow keys lead to from the first target of the picture, and all that there is."""
    return tuple(still.page.evaluate(
        f"""() => {{
          const all = [...document.querySelectorAll('{TARGETS}')];
          const name = one => one.dataset.id ?? `finding ${{one.dataset.finding}}`;
          const seen = new Set();
          const ahead = [all.find(one => one.tabIndex === 0)];
          while (ahead.length) {{
            const here = ahead.pop();
            if (seen.has(here)) continue;
            seen.add(here);
            for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {{
              here.focus();
              here.dispatchEvent(new KeyboardEvent('keydown', {{ key, bubbles: true, cancelable: true }}));
              ahead.push(document.activeElement);
            }}
          }}
          return [[...seen].map(name), all.map(name)];
        }}"""
    ))  # fmt: skip


@pytest.mark.parametrize("code", ["", "focus=kappa", "focus=mood"])
def test_arrow_keys_lead_to_everything_that_can_be_chosen(still: Still, code: str) -> None:
    still.show(code)
    met, all_there = reached(still)
    assert len(all_there) > 10
    assert sorted(set(all_there) - set(met)) == []


def test_one_thing_of_the_picture_is_met_by_tab_and_enter_chooses_it(still: Still) -> None:
    still.show("")
    assert still.page.locator(f"{TARGETS}[tabindex='0']").count() == 1
    still.page.locator(f"{TARGETS}[data-id=kappa]").focus()
    still.page.keyboard.press("Enter")
    assert still.now == State(focus="kappa")
    mark = still.page.locator(MARKS).first
    place = int(str(mark.get_attribute("data-finding")))
    mark.focus()
    still.page.keyboard.press("Enter")
    row = findings(still)[place]
    assert still.now == State(focus=row["agent"], also=(row["domain"],), row=row["id"])


def test_the_keyboard_stays_in_the_picture_when_it_changes(still: Still) -> None:
    """A mark keeps it; a shape that is drawn anew hands it to what stands for the same thing."""
    still.show("")
    for what in ("[data-id=kappa]", ".mark", "[data-id=mood]", "[data-id=article]"):
        target = still.page.locator(f"svg.sockets:not(.inline) {what}").first
        if not target.count():
            continue
        target.focus()
        still.page.keyboard.press("Enter")
        still.frames()
        is_inside = "!!document.activeElement.closest('.explainer')"
        assert still.page.evaluate(is_inside), f"{what} lost the keyboard"


# By mouse


def target(still: Still, node: str) -> Locator:
    return still.page.locator(f'svg.sockets:not(.inline) .shape[data-id="{node}"]')


def first_mark(still: Still, **cells: str) -> tuple[Locator, dict[str, Any]]:
    """The first mark in view of a finding with these cells, and the finding."""
    found = findings(still)
    for mark in still.page.locator(MARKS).all():
        one = found[int(str(mark.get_attribute("data-finding")))]
        if all(one[name] == word for name, word in cells.items()):
            return mark, one
    message = f"no mark of {cells} is in view"
    raise AssertionError(message)


def test_a_receptor_is_chosen_and_told(still: Still) -> None:
    target(still, "kappa").click()
    assert still.now == State(focus="kappa")
    headline = still.picture_data["sockets"]["headlines"]["kappa"][0]
    expect(still.explorer.locator(".headline")).to_have_text(headline)
    assert still.page.evaluate(COUNTED) == let_through(still, State(focus="kappa"))


def test_a_domain_is_found_and_told(still: Still) -> None:
    still.search.fill("anxiety")
    still.page.keyboard.press("Enter")
    assert still.now == State(focus="anxiety")
    headline = still.picture_data["sockets"]["headlines"]["anxiety"][0]
    expect(still.explorer.locator(".headline")).to_have_text(headline)


def test_a_mark_opens_its_finding(still: Still) -> None:
    mark, one = first_mark(still, who="people")
    mark.click()
    assert still.now == State(focus=one["agent"], also=(one["domain"],), row=one["id"])
    line = next(line for line in still.picture_data["lines"] if line[5] == one["id"])
    opened = still.panel.locator(".chosen, .odds .one").first  # alone, or beside what is at odds
    expect(opened).to_contain_text(line[0].partition(": ")[2].partition(". ")[2])
    for source in line[4]:
        expect(opened).to_contain_text(still.picture_data["sources"][source][0])
    pair = f"{one['agent']}>{one['domain']}"
    headline = still.picture_data["sockets"]["headlines"][pair][0]
    expect(still.explorer.locator(".headline")).to_have_text(headline)


def test_a_chip_opens_into_its_molecules_and_one_is_chosen(still: Still) -> None:
    chip = still.page.locator("svg.sockets:not(.inline) .shape.chip").first
    view = str(chip.get_attribute("data-id"))
    chip.click()
    assert still.now == State(view=view)
    title, members = still.picture_data["sockets"]["lists"][view]
    names = still.explorer.locator(".members button")
    expect(names).to_have_count(len(members))
    expect(still.explorer.locator(".members h4")).to_have_text(title)
    names.first.click()
    assert still.now.focus == still.picture_data["nodes"][members[0]][0]
    assert still.now.view == ""


def test_the_article_alone_leaves_no_finding_and_empty_receptors(still: Still) -> None:
    target(still, "article").click(position=GROUND)
    assert still.now == State(lens="article")
    expect(still.page.locator(MARKS)).to_have_count(0)
    expect(target(still, "kappa")).to_be_visible()
    target(still, "article").click(position=GROUND)
    assert still.now == State()


def test_in_people_only_leaves_people(still: Still) -> None:
    still.button("In people only").click()
    assert still.now == State(people="people")
    found = findings(still)
    shown = [
        found[int(str(mark.get_attribute("data-finding")))]["who"]
        for mark in still.page.locator(MARKS).all()
    ]
    assert set(shown) == {"people"}
    assert still.page.evaluate(COUNTED) == let_through(still, State(people="people"))
    still.button("In people only").click()
    assert still.now == State()


def test_steps_are_undone_and_done_again_and_codes_lead_back(still: Still) -> None:
    target(still, "kappa").click()
    still.button("In people only").click()
    mark, _ = first_mark(still, who="people")
    mark.click()
    last = still.now
    seen = []
    for name in ("Undo", "Undo", "Undo", "Redo", "Redo", "Redo"):
        still.button(name).click()
        seen.append(still.now)
    people = State(focus="kappa", people="people")
    assert seen == [people, State(focus="kappa"), State(), State(focus="kappa"), people, last]
    still.open_share()
    code = still.code
    assert still.read(code) == last
    still.open(code)
    assert still.now == last
    expect(still.panel.locator(".chosen, .odds").first).to_be_visible()


# Asked: each task in at most three clicks, with its answer in view


class Clicks:
    """A reader who has three clicks; to type a name and press Enter is one."""

    def __init__(self, still: Still) -> None:
        self.still = still
        self.number = 0

    def click(self, what: Locator) -> None:
        self.number += 1
        assert self.number <= 3, "more than three clicks"
        what.click()
        self.still.frames()

    def find(self, name: str) -> None:
        self.click(self.still.search)
        self.still.page.keyboard.type(name)
        self.still.page.keyboard.press("Enter")
        self.still.frames()


def in_view(what: Locator) -> bool:
    """Whether it can be read without scrolling."""
    expect(what).to_be_visible()
    box, size = what.bounding_box(), what.page.viewport_size
    assert box
    assert size
    return box["y"] >= -1 and box["y"] + min(box["height"], 40) <= size["height"] + 1


def said(still: Still, words: str) -> None:
    """The headline holds these words, and is in view."""
    headline = still.explorer.locator(".headline")
    expect(headline).to_contain_text(words)
    assert in_view(headline)


def marks_in_view(still: Still, domain: str) -> list[dict[str, Any]]:
    """The findings in one domain that are drawn; each mark can be seen without scrolling."""
    found = findings(still)
    shown = []
    for mark in still.page.locator(MARKS).all():
        one = found[int(str(mark.get_attribute("data-finding")))]
        if one["domain"] == domain:
            assert in_view(mark), f"{one['id']} lies below the fold"
            shown.append(one)
    assert shown
    return shown


def test_task_where_and_how_buprenorphine_acts(still: Still, system: System) -> None:
    """The answer: its receptors, each with what it does there, in the picture."""
    Clicks(still).find("buprenorphine")
    for row in system.interactions_of("buprenorphine").values():
        assert in_view(target(still, row.receptor))
        word = theme.FAMILIES[theme.family_of(row)].word
        texts = still.page.locator("svg.sockets:not(.inline) text")
        assert word.split()[0] in " ".join(texts.all_text_contents())


def test_task_what_the_article_says_of_anxiety(still: Still, system: System) -> None:
    """The answer: its side of the picture, with every claim on it."""
    reader = Clicks(still)
    reader.find("anxiety")
    side = still.explorer.locator(".article-side")
    assert in_view(side)
    number = len(system.claims_about("anxiety"))
    expect(side.locator("small")).to_contain_text(f"{number} claims")
    reader.click(side.locator("summary"))
    expect(side.locator("li").locator("visible=true")).to_have_count(number)


def test_task_which_claim_is_contradicted(still: Still, system: System) -> None:
    """The answer: a claim with its verdict beside it, in view."""
    reader = Clicks(still)
    reader.find("mood")
    side = still.explorer.locator(".article-side")
    told = side.locator("li").filter(has_text="contested")
    contested = [
        system.claims[row.claim].statement
        for row in system.assessments.values()
        if row.verdict == "contested" and "mood" in system.claims[row.claim].domains
    ]
    expect(told).to_have_count(len(contested))
    for statement in contested:
        expect(told.filter(has_text=statement)).to_have_count(1)
    assert in_view(told.first)


def test_task_only_people_and_mood(still: Still) -> None:
    """The answer: the marks of people in mood and no others, and the headline on them."""
    reader = Clicks(still)
    reader.find("mood")
    reader.click(still.button("In people only"))
    said(still, "Mood: ")
    said(still, "in people")
    shown = marks_in_view(still, domain="mood")
    wanted = [one for one in findings(still) if (one["domain"], one["who"]) == ("mood", "people")]
    assert sorted(one["id"] for one in shown) == sorted(one["id"] for one in wanted)


def test_task_compare_two_molecules(still: Still) -> None:
    """The answer: both side by side, receptor by receptor, in view."""
    reader = Clicks(still)
    reader.find("morphine")
    reader.click(still.tab("Compare"))
    second = still.panel.get_by_role("combobox").nth(1)
    reader.click(second)
    second.select_option(label="salvinorin A")
    still.frames()
    assert still.now.panel == "compare"
    table = still.panel.get_by_role("table").first
    assert in_view(table)
    expect(table).to_contain_text("salvinorin A")


def test_task_a_link_to_hand_on(still: Still) -> None:
    """The answer: a code that leads back to what is shown."""
    still.show("focus=kappa")
    reader = Clicks(still)
    reader.click(still.button("Share"))
    assert in_view(still.explorer.locator(".share input"))
    assert still.code == "focus=kappa"
    reader.click(still.button("Copy code"))


def test_task_a_picture_for_a_slide(still: Still) -> None:
    """The answer: a file wider than high, with the answer, its marks in their places."""
    reader = Clicks(still)
    reader.click(still.button("Share"))
    with still.page.expect_download() as download:
        reader.click(still.button("SVG"))
    text = Path(download.value.path()).read_text(encoding="utf-8")
    width, height = map(float, re.findall(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"', text)[0])
    assert width > height
    headline = still.picture_data["sockets"]["headlines"][""][0]
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())
    assert headline in words
    marks = re.findall(r'<g[^>]*class="mark [^>]*>', text)
    assert len(marks) == still.page.locator(MARKS).count()
    assert all(" transform=" in mark for mark in marks), "marks have lost their places"


def test_task_go_back(still: Still) -> None:
    """The answer: what was shown before."""
    target(still, "kappa").click()
    reader = Clicks(still)
    reader.click(still.button("Undo"))
    assert still.now == State()


def test_task_kappa_and_mood_in_people(still: Still) -> None:
    """The answer: the headline of the pair, and marks of people alone."""
    reader = Clicks(still)
    mark, _ = first_mark(still, agent="kappa", domain="mood", who="people")
    reader.click(mark)
    reader.click(still.button("In people only"))
    said(still, "Mood, in people: kappa")
    shown = marks_in_view(still, domain="mood")
    assert {one["who"] for one in shown} == {"people"}


def test_task_the_article_alone(still: Still) -> None:
    """The answer: the sockets, empty, the receptors hollow, all in one view."""
    reader = Clicks(still)
    reader.click(still.voices.get_by_text("The article"))
    expect(still.page.locator(MARKS)).to_have_count(0)
    for shape in still.page.locator("svg.sockets:not(.inline) .shape:is(.socket, .receptor)").all():
        assert in_view(shape)


# Heard, and used without a plan


THEMES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
DEPTHS = {"first": "", "near": "focus=kappa", "mark": "focus=kappa&also=mood&row=e29a",
          "people": "people=people", "list": "view=of:agonist"}  # fmt: skip


@pytest.mark.parametrize("theme_name", THEMES)
def test_no_barrier_in_any_depth(
    chromium: Browser, record: Record, still_file: Path, system: System, theme_name: str
) -> None:
    still = Still(chromium, record, still_file, system, is_map=False, **THEMES[theme_name])
    still.page.add_script_tag(path=AXE)
    try:
        told = {}
        for depth, code in DEPTHS.items():
            assert still.show(code).code == code
            still.page.wait_for_timeout(400)  # until marks have come to rest
            if found := barriers(still):
                told[depth] = found
        assert told == {}
    finally:
        still.close()


ACT = f"""async ([seed, number]) => {{
  const random = () => {{
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }};
  const pick = list => list[Math.floor(random() * list.length)];
  const root = document.querySelector('.explainer');
  const all = what => [...root.querySelectorAll(what)].filter(one => one.checkVisibility());
  const click = (one, more = {{}}) => one?.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true, ...more }}));
  const actions = [
    () => click(pick(all('{TARGETS}')), {{ shiftKey: random() < 0.2 }}),
    () => click(pick(all('{MARKS}'))),
    () => click(pick(all('.bar button:not(:disabled)').filter(one => !/Share|Filters/.test(one.textContent)))),
    () => click(pick(all('.members button, [role=tab]'))),
    () => click(root.querySelector('svg.sockets:not(.inline)')),
    () => {{
      pick(all('{TARGETS}'))?.focus();
      const key = pick(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Enter', ' ', 'Escape']);
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key, bubbles: true, cancelable: true }}));
    }},
    () => {{
      const list = pick(all('select'));
      if (!list) return;
      list.value = pick([...list.options]).value;
      list.dispatchEvent(new Event('change', {{ bubbles: true }}));
    }},
  ];
  for (let i = 0; i < number; i++) {{
    pick(actions)();
    await null;
    if (i % 5 === 4) await new Promise(requestAnimationFrame);
  }}
  return root.querySelector('.share input').value;
}}"""


def test_use_without_a_plan_breaks_nothing(still: Still) -> None:
    print(f"seed {SEED}")  # noqa: T201 - so that a red run can be made again
    for step in range(6):
        code = still.page.evaluate(ACT, [SEED + step, ACTIONS // 6])
        assert still.now == still.read(code), f"seed {SEED}, {code!r}"
        state = still.now
        if state.view != "map" and state.panel not in ("trace", "compare"):
            counted = still.page.evaluate(COUNTED)
            assert counted == let_through(still, state), f"seed {SEED}, {code!r}"
    print(f"{ACTIONS} actions without an error")  # noqa: T201 - what `make soak` tells


# One screen

# In JupyterLab at 1280 x 720 with its file browser open, and at 1366 x 768: how wide the Explorer
# is, and how many pixels are left for it.
SCREENS = {832: (848, 599), 1182: (1198, 656)}
LOW_EDGE = """() => {
  const picture = document.querySelector('.explainer svg.sockets:not(.inline)');
  const { top } = document.querySelector('.explainer').getBoundingClientRect();
  return picture.getBoundingClientRect().bottom - top;
}"""


@pytest.mark.parametrize("sized_page", [1182], indirect=True)
def test_beside_its_card_a_view_from_near_has_the_middle_form(sized_page: Still) -> None:
    """In JupyterLab at 1366 x 768 marks of people bear their names."""
    show(sized_page, State(focus="kappa"))
    box = sized_page.page.locator("svg.sockets:not(.inline)").first.get_attribute("viewBox")
    assert box is not None
    assert box.split()[2] == "640"
    assert sized_page.page.locator("svg.sockets .labels text").count() > 5


def test_the_first_view_is_one_screen_and_on_a_phone_the_picture_is_first(
    sized_page: Still,
) -> None:
    sized_page.open()
    sized_page.frames()
    width = int(sized_page.size)
    if width in SCREENS:
        wide, room = SCREENS[width]
        sized_page.page.set_viewport_size({"width": wide, "height": 768})
        sized_page.frames()
        low = sized_page.page.evaluate(LOW_EDGE)
        sized_page.page.set_viewport_size(dict(zip(("width", "height"), SIZES[width], strict=True)))
        assert low <= room
        assert sized_page.explorer.locator(".dangers li").first.is_visible()
        return
    kappa = target(sized_page, "kappa").bounding_box()
    assert kappa
    for later in (".bar", ".hazards >> visible=true"):
        box = sized_page.explorer.locator(later).first.bounding_box()
        assert box
        assert kappa["y"] < box["y"], later
    shown = sized_page.explorer.locator(".hazards li >> visible=true")
    assert shown.count() == len(set(shown.all_inner_texts())) > 0
