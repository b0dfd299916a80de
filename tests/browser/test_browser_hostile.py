"""Words in the tables are shown as words: none is run, none breaks the picture."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from lab import ROOT
from playwright.sync_api import expect
from reader import Opener, Reader, write_notebook

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
    open_notebook: Opener, hostile_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Reader:
    lines = [
        "import explainer as ex\nfrom explainer import cards, figures, widgets",
        f"system = ex.load({str(hostile_folder)!r})\nsystem",
        "explorer = widgets.Explorer(system)\nexplorer",
        "system.ligands",
        "cards.card(system, 'kappa')",
    ]
    notebook = tmp_path_factory.mktemp("notebook") / "hostile.ipynb"
    reader = open_notebook(write_notebook(notebook, lines))
    assert reader.faults() == []
    return reader


@pytest.fixture
def hostile(hostile_page: Reader) -> Reader:
    hostile_page.reset()
    return hostile_page


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ("kappa", (SCRIPT, IMAGE)),
        ("delta", (SCRIPT, IMAGE)),
        ("dynorphin_a", (LONG.strip(), SCRIPT)),
        ("morphine", (RIGHT_TO_LEFT, EMOJI)),
        ("naloxone", (EMOJI, IMAGE)),
        ("pdyn", (IMAGE,)),
        ("mood", (SCRIPT, IMAGE)),
        ("anxiety", (LONG.strip(),)),
        ("said_opioids", (LONG.strip(), IMAGE)),
        ("mu", (SCRIPT, IMAGE)),
    ],
)
def test_words_are_shown_as_words(hostile: Reader, node: str, words: tuple[str, ...]) -> None:
    hostile.control("Focus").evaluate(
        """(list, place) => {
          list.selectedIndex = place + 1;
          list.dispatchEvent(new Event('change', { bubbles: true }));
        }""",
        hostile.explorer.locator(".node").evaluate_all(
            "(nodes, id) => nodes.findIndex(node => node.dataset.id === id)", node
        ),
    )
    expect(hostile.node(node)).to_have_attribute("aria-pressed", "true")
    for word in words:
        expect(hostile.card).to_contain_text(word)
    hostile.shoot(f"hostile {node}")


def test_nothing_in_the_tables_was_run(hostile: Reader) -> None:
    hostile.control("Focus").evaluate(
        """async list => {
          for (list.selectedIndex = 0; list.selectedIndex < list.length - 1;) {
            list.selectedIndex += 1;
            list.dispatchEvent(new Event('change', { bubbles: true }));
            await new Promise(requestAnimationFrame);
          }
        }"""
    )
    hostile.page.mouse.move(600, 400)
    assert hostile.page.evaluate("window.hit") is None
    foreign = hostile.page.locator(".explainer :is(script, img, b)")
    expect(foreign).to_have_count(0)
    expect(hostile.page.locator("[onmouseover], [onerror]")).to_have_count(0)


def test_figure_shows_words_as_words(hostile: Reader) -> None:
    hostile.ask("figures.network(system, focus='stress')")
    faults = [fault for fault in hostile.faults() if fault["output_type"] == "error"]
    hostile.ask("0")
    assert faults == []


def test_long_names_stay_inside_the_picture_and_the_cell(hostile: Reader) -> None:
    for node in ("anxiety", "said_opioids", "dynorphin_a"):
        box = hostile.node(node).bounding_box()
        picture = hostile.explorer.locator("svg").bounding_box()
        assert box is not None
        assert picture is not None
        assert box["x"] >= picture["x"] - 3
        assert box["x"] + box["width"] <= picture["x"] + picture["width"] + 3
    sideways = "one => one.scrollWidth - one.clientWidth"
    hostile.node("dynorphin_a").click()
    assert hostile.explorer.evaluate(sideways) <= 1


def test_two_sources_that_say_the_same_in_the_same_words_are_both_shown(hostile: Reader) -> None:
    hostile.node("buprenorphine").click()
    line = hostile.card.locator("li").filter(has_text="buprenorphine at mu receptor: binds.")
    expect(line).to_have_count(2)
    sources = {one.get_by_role("link").inner_text() for one in line.all()}
    assert len(sources) == 2
    expect(line.filter(has_text="Only in this one.")).to_have_count(1)
