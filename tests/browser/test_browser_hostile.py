"""Words in the tables are shown as words: none is run, none breaks the picture."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab import ROOT
from playwright.sync_api import Browser, expect
from reader import Opener, Reader, write_notebook
from record import Record
from still import Still, write_page

import explainer
from explainer.model.system import System

SCRIPT = "<script>window.hit=1</script>"
IMAGE = '"><img src=x onerror="window.hit=2"><b>bold</b>'
LONG = "a very long name " * 18  # 306 characters
RIGHT_TO_LEFT = "مورفين ‮desrever"
EMOJI = "🧪👩‍🔬 Ω≠≤"
DOLLARS = "$x^{ \\frac $"  # matplotlib reads what stands between dollar signs as a formula


def change(folder: Path, table: str, row_id: str, **cells: str) -> None:
    """Write cells of one row anew."""
    file = folder / table
    with file.open(newline="", encoding="utf-8") as text:
        rows = list(csv.DictReader(text))
    found = [row for row in rows if row["id"] == row_id]
    assert found, f"{row_id} is not in {table}"
    found[0].update(cells)
    with file.open("w", newline="", encoding="utf-8") as text:
        writer = csv.DictWriter(text, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def copy_row(folder: Path, table: str, row_id: str, **cells: str) -> None:
    """Write a row a second time, with some cells changed."""
    file = folder / table
    with file.open(newline="", encoding="utf-8") as text:
        rows = list(csv.DictReader(text))
    rows.append(next(row for row in rows if row["id"] == row_id) | cells)
    with file.open("w", newline="", encoding="utf-8") as text:
        writer = csv.DictWriter(text, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "data"
    shutil.copytree(ROOT / "data", folder)
    change(folder, "pharmacology/receptors.csv", "kappa", name=SCRIPT, family_note=IMAGE)
    change(folder, "pharmacology/receptors.csv", "delta", iuphar_name=SCRIPT, synonyms=IMAGE)
    change(folder, "pharmacology/peptides.csv", "dynorphin_a", name=LONG, note=SCRIPT)
    change(folder, "pharmacology/ligands.csv", "morphine", name=RIGHT_TO_LEFT, note=EMOJI)
    change(folder, "pharmacology/ligands.csv", "naloxone", name=EMOJI, synonyms="", note=IMAGE)
    change(folder, "pharmacology/precursors.csv", "pdyn", name=IMAGE, gene=SCRIPT)
    change(folder, "domains.csv", "mood", name=SCRIPT, definition=IMAGE)
    change(folder, "domains.csv", "anxiety", name=LONG)
    change(folder, "domains.csv", "stress", name=DOLLARS)
    change(folder, "article/subjects.csv", "said_opioids", name=LONG, note=IMAGE)
    change(folder, "article/claims.csv", "c01", statement=IMAGE)
    change(folder, "article/assessments.csv", "a01", note=SCRIPT)
    change(folder, "pharmacology/effects.csv", "e01", finding=SCRIPT, population=IMAGE)
    change(folder, "sources.csv", "meier2021", authors=SCRIPT, title=IMAGE, container=LONG)
    change(folder, "sources.csv", "gtopdb2020", doi='10.1000/"onmouseover="window.hit=3')
    # Two rows that come out in the same words.
    blank = dict.fromkeys(
        ("reported", "measure", "relation", "assay", "affinity_low", "affinity_median",
         "affinity_high", "species", "caveat"), ""
    )  # fmt: skip
    table = "pharmacology/interactions.csv"
    change(folder, table, "buprenorphine_mu_1", **blank)
    same = {**blank, "sources": "huang2001", "caveat": "Only in this one."}
    copy_row(folder, table, "buprenorphine_mu_1", id="buprenorphine_mu_99", **same)
    return folder


@pytest.fixture(scope="module")
def hostile_page(
    chromium: Browser,
    record: Record,
    hostile_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Still]:
    hostile = explainer.load(hostile_folder)
    file = write_page(tmp_path_factory.mktemp("hostile_page") / "explorer.html", hostile)
    still = Still(chromium, record, file, hostile)
    yield still
    still.close()


@pytest.fixture
def hostile(hostile_page: Still) -> Still:
    hostile_page.reset()
    return hostile_page


HOSTILE = {
    "kappa": (SCRIPT, IMAGE),
    "delta": (SCRIPT, IMAGE),
    "dynorphin_a": (LONG.strip(), SCRIPT),
    "morphine": (RIGHT_TO_LEFT, EMOJI),
    "naloxone": (EMOJI, IMAGE),
    "pdyn": (IMAGE,),
    "mood": (SCRIPT, IMAGE),
    "anxiety": (LONG.strip(),),
    "said_opioids": (LONG.strip(), IMAGE),
    "mu": (SCRIPT, IMAGE),
}


@pytest.mark.parametrize(("node", "words"), HOSTILE.items())
def test_words_are_shown_as_words(hostile: Still, node: str, words: tuple[str, ...]) -> None:
    hostile.show(f"focus={node}")
    hostile.expect_chosen(node)
    for word in words:
        expect(hostile.card).to_contain_text(word)
    hostile.shoot(f"hostile {node}")


def test_nothing_in_the_tables_is_run_in_any_view(hostile: Still) -> None:
    hostile.page.evaluate(
        """async ([nodes, panels]) => {
          for (const focus of nodes) {
            for (const panel of panels) {
              for (const open of ['', 'map']) await view({ focus, also: [], domain: '', panel, view: open });
            }
          }
          for (const one of document.querySelectorAll('summary')) one.click();
        }""",
        [list(HOSTILE), ["card", "table", "outline", "trace", "compare", "predict"]],
    )
    hostile.search.fill("<script>")
    expect(hostile.suggestions.first).to_contain_text(SCRIPT)
    hostile.search.fill("")
    hostile.page.mouse.move(600, 400)
    assert hostile.page.evaluate("window.hit") is None
    foreign = hostile.page.locator(".explainer :is(script, img, b)")
    expect(foreign).to_have_count(0)
    expect(hostile.page.locator("[onmouseover], [onerror]")).to_have_count(0)


@pytest.mark.parametrize("width", [1366, 390])
def test_long_names_stay_inside_the_picture_and_the_page(hostile: Still, width: int) -> None:
    hostile.page.set_viewport_size({"width": width, "height": 800})
    hostile.frames()
    picture = hostile.picture.bounding_box()
    assert picture is not None
    for node in ("anxiety", "said_opioids", "dynorphin_a", "pdyn", "kappa", "delta", "mood"):
        box = hostile.node(node).bounding_box()
        assert box is not None
        assert box["x"] >= picture["x"] - 3, node
        assert box["x"] + box["width"] <= picture["x"] + picture["width"] + 3, node
    for panel in ("card", "table", "outline", "trace", "compare", "predict"):
        hostile.show(f"focus=dynorphin_a&panel={panel}")
        wide = hostile.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, panel
    hostile.shoot(f"hostile {width}", whole=True)
    hostile.page.set_viewport_size({"width": 1366, "height": 768})
    hostile.frames()


def test_two_sources_that_say_the_same_in_the_same_words_are_both_shown(hostile: Still) -> None:
    hostile.show("focus=buprenorphine")
    hostile.unfold()
    line = hostile.card.locator("li").filter(has_text="buprenorphine at mu receptor: binds.")
    expect(line).to_have_count(2)
    sources = {one.get_by_role("link").inner_text() for one in line.all()}
    assert len(sources) == 2
    expect(line.filter(has_text="Only in this one.")).to_have_count(1)


def test_hostile_words_in_a_notebook_are_words_as_well(
    open_notebook: Opener, hostile_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = [
        "import explainer as ex\nfrom explainer import figures, widgets\nfrom explainer.voices import cards",
        f"system = ex.load({str(hostile_folder)!r})\nsystem",
        "explorer = widgets.Explorer(system, focus='kappa')\nexplorer",
        "system.ligands",
        "cards.card(system, 'kappa')",
        "figures.network(system, focus='stress')",
    ]
    notebook = tmp_path_factory.mktemp("notebook") / "hostile.ipynb"
    reader: Reader = open_notebook(write_notebook(notebook, lines))
    # matplotlib warns of letters that its font has not; it draws the rest.
    assert [fault for fault in reader.faults() if fault["output_type"] == "error"] == []
    reader.show_explorer()
    expect(reader.card).to_contain_text(SCRIPT)
    assert reader.page.evaluate("window.hit") is None
    expect(reader.page.locator(".jp-OutputArea-output :is(script, b)")).to_have_count(0)


# Systems that lack a part


@pytest.fixture
def lacking(
    chromium: Browser, record: Record, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Still]:
    """The small tables without the rows of some of them."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "tests" / "small", folder)
    for file in folder.rglob("*.csv"):
        name = file.relative_to(folder).with_suffix("").as_posix()
        lines = file.read_text(encoding="utf-8").splitlines()
        keep = request.param(name, lines)
        file.write_text("\n".join(keep) + "\n", encoding="utf-8")
    system: System = explainer.load(folder)
    still = Still(chromium, record, write_page(tmp_path / "page.html", system), system)
    yield still
    still.close()


def nothing(name: str, lines: list[str]) -> list[str]:
    return lines if name in ("sources", "curators") else lines[:1]


def one_receptor(name: str, lines: list[str]) -> list[str]:
    if name in ("sources", "curators"):
        return lines
    return lines[:2] if name == "pharmacology/receptors" else lines[:1]


def no_article(name: str, lines: list[str]) -> list[str]:
    return lines[:1] if name.startswith(("article/", "teaching/")) else lines


PANELS = ("Table", "Outline", "Trace", "Compare", "Predict", "Card")


@pytest.mark.parametrize("lacking", [nothing, one_receptor, no_article], indirect=True)
def test_the_findings_are_drawn_where_a_part_is_missing(lacking: Still) -> None:
    lacking.button("Whole map").click()
    expect(lacking.explorer.locator(".headline")).not_to_be_empty()
    for lens in ("The article", "Sources", "Both"):
        lacking.choose("Voice", lens)
        for name in PANELS:
            lacking.tab(name).click()
            assert lacking.panel.inner_text().strip(), (lens, name)
    for shape in lacking.explorer.locator("svg.sockets .shape[role=button]").all():
        shape.focus()
        lacking.page.keyboard.press("Enter")
        lacking.page.keyboard.press("Escape")


@pytest.mark.parametrize("lacking", [nothing], indirect=True)
def test_an_empty_system_says_so_everywhere(lacking: Still) -> None:
    expect(lacking.sentence).to_contain_text("There is no article in these tables.")
    expect(lacking.explorer.locator(".node")).to_have_count(0)
    for name in PANELS:
        lacking.tab(name).click()
        assert lacking.panel.inner_text().strip(), name
    lacking.search.fill("mu")
    found = lacking.explorer.locator(".search [role=option]")
    expect(found).to_have_text("Nothing here is called “mu”.")
    lacking.page.keyboard.press("Escape")
    lacking.take("focus=mu")
    expect(lacking.message).to_contain_text("There is no focus “mu”")
    lacking.picture.press("ArrowRight")
    lacking.shoot("lacking everything")


@pytest.mark.parametrize("lacking", [one_receptor], indirect=True)
def test_a_system_of_one_receptor_can_be_explored(lacking: Still) -> None:
    lacking.node("mu").click()
    expect(lacking.sentence).to_have_text(lacking.told("focus=mu"))
    lacking.page.keyboard.press("ArrowRight")
    assert lacking.focused() == "mu"
    for name in PANELS:
        lacking.tab(name).click()
        assert lacking.panel.inner_text().strip(), name
    lacking.shoot("lacking all but one")


@pytest.mark.parametrize("lacking", [no_article], indirect=True)
def test_without_an_article_pharmacology_stands_alone(lacking: Still) -> None:
    expect(lacking.explorer.locator(".node.article")).to_have_count(0)
    expect(lacking.explorer.locator(".band.article")).to_have_count(0)
    lacking.choose("Voice", "The article")
    expect(lacking.sentence).to_have_text("There is no article in these tables.")
    lacking.choose("Voice", "Both")
    lacking.node("mu").click()
    for name in PANELS:
        lacking.tab(name).click()
        assert lacking.panel.inner_text().strip(), name
    lacking.shoot("lacking the article")


# Codes and addresses that cannot be shown as they are


@pytest.mark.parametrize(
    ("code", "shown", "message"),
    [
        ("focus=morfine", "focus=morphine", "There is no focus “morfine”; the nearest, “morphine”, is shown."),
        ("focus=xyzzyx", "", "There is no focus “xyzzyx”; it is left out."),
        ("colour=red&focus=mu", "focus=mu", "“colour” is not a part of a view; it is left out."),
        ("mu", "", "“mu” is not of the form name=word; it is left out."),
        ("also=mu", "", "Nothing can stand beside a focus that is not there; it is left out."),
        ("focus=mu&also=mood,anxiety,stress", "focus=mu&also=mood,anxiety", "At most 2 things stand beside the focus; the rest is left out."),
        ("focus=<script>window.hit=1</script>", "", "There is no focus “<script>window.hit=1</script>”; it is left out."),
        ("focus=constructor", "", "There is no focus “constructor”; it is left out."),
        ("#explorer:focus=mu", "focus=mu", "This is the view of that code."),
        ("  focus = mu ; ; panel=table ", "focus=mu&panel=table", ""),
    ],
)  # fmt: skip
def test_a_code_that_cannot_be_shown_is_told_and_the_nearest_view_shown(
    still: Still, code: str, shown: str, message: str
) -> None:
    still.take(code)
    if message:
        expect(still.message).to_have_text(message)
        assert still.code == shown
    assert still.sentence.inner_text() == still.told(still.code)
    assert still.page.evaluate("window.hit") is None


@pytest.mark.parametrize(
    ("fragment", "shown", "message"),
    [
        ("focus=kappa&panel=table", "focus=kappa&panel=table", ""),
        ("focus%3Dkappa", "focus=kappa", ""),
        ("evidence=human+imaging", "evidence=human+imaging", ""),
        ("evidence=human%20imaging", "evidence=human+imaging", ""),
        ("focus=kapa", "focus=kappa", "the nearest, “kappa”, is shown"),
        ("%%%", "", "it is left out"),
        ("focus=%E0%A4%A", "", "it is left out"),
    ],
)
def test_a_view_in_the_address_is_shown(
    still: Still, fragment: str, shown: str, message: str
) -> None:
    still.open(fragment)
    still.open_share()
    assert still.code == shown
    expect(still.message).to_contain_text(message)
    assert still.sentence.inner_text() == still.told(shown)
    still.open()


def test_a_fragment_of_something_else_is_left_alone(still: Still) -> None:
    still.page.goto("about:blank")
    still.page.goto(still.file.as_uri() + "#a-heading")
    still.page.wait_for_function("window.isReady")
    still.open_share()
    expect(still.explorer.locator(".share input")).to_have_value("")
    assert still.message.inner_text() == ""
    still.open()
