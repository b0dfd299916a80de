"""Tables on a saved page: at every width, light and dark, in forced colours and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from lab import ROOT
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Locator, Page

from cells import shown
from explainer import lessons, pages, tables
from explainer.model.system import System

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 390, 768, 1280, 1920)
PAPER = 672  # px between the margins of A4
# What reaches beyond its own table, or beyond the page.
OUT = """() => [
  ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
  ...[...document.querySelectorAll('.explainer-table')].flatMap(table => {
    const box = table.getBoundingClientRect();
    return [...table.querySelectorAll('caption, tbody th, tbody td, p, span, a')].filter(one => {
      const own = one.getBoundingClientRect();
      return own.width && (own.right > box.right + 1 || own.left < box.left - 1 || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline');
    }).map(one => one.textContent.slice(0, 40));
  })]"""
CARDS = "() => [...document.querySelectorAll('.explainer-table table')].map(t => getComputedStyle(t).display)"


@pytest.fixture(scope="module")
def book(system: System) -> Any:  # noqa: ANN401 - a tree of nodes without types
    """A notebook whose cells gave tables of every kind, the hardest words among them."""
    found = (
        tables.actions(system),
        tables.verdicts(system),
        tables.silences(system),
        lessons.told(system, list(system.effects)[:8]),
        lessons.where_help_is(system),
        system.interactions.where(ligand="morphine"),
        system,
    )
    cells = [nbformat.v4.new_markdown_cell("# Tables")]
    for one in found:
        data, _ = shown(one)
        given = nbformat.v4.new_output("execute_result", data, execution_count=1)
        cells.append(nbformat.v4.new_code_cell("one", outputs=[given], execution_count=1))
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture(scope="module")
def file(book: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ANN401
    path = tmp_path_factory.mktemp("tables") / "tables.html"
    path.write_text(pages.page(book, "tables", []), encoding="utf-8")
    return path


@pytest.fixture
def page(request: pytest.FixtureRequest, chromium: Browser, file: Path) -> Iterator[Page]:
    looks: dict[str, Any] = getattr(request, "param", {})
    one = chromium.new_page(bypass_csp=True, **looks)  # for axe-core, which is no part of the page
    one.goto(file.as_uri())
    yield one
    one.close()


def barriers(page: Page) -> list[str]:
    page.add_script_tag(path=AXE)
    return list(
        page.evaluate(
            """async tags => (await axe.run('main', { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
              .violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 2).map(n => n.html.slice(0, 160) + (n.any[0]?.message ?? '')).join(' | ')}`)""",
            RULES,
        )
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_at_any_width(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(OUT) == []


def test_what_overflows_is_found(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.add_style_tag(content=".explainer-table td { white-space: nowrap !important; }")
    assert page.evaluate(OUT)


def test_a_phone_has_cards_and_a_wide_screen_has_columns(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    assert set(page.evaluate(CARDS)) == {"block"}
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate(CARDS)[:3] == ["table"] * 3


def test_a_card_shows_the_head_of_each_cell(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    shown = page.locator("td[data-head=kappa]").first.evaluate(
        "cell => getComputedStyle(cell, '::before').content"
    )
    assert '"kappa"' in shown


@pytest.mark.parametrize("width", [390, 1280])
def test_a_screen_reader_meets_tables_with_names_heads_and_cells(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    table = page.get_by_role("table", name="molecules at four receptors")
    row = table.get_by_role("row").filter(
        has=page.get_by_role("rowheader", name="morphine", exact=True)
    )
    assert table.get_by_role("columnheader").all_text_contents()[:2] == ["Molecule", "mu"]
    assert row.get_by_role("cell").count() == 4


@pytest.mark.parametrize(
    "page",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"viewport": {"width": 390, "height": 844}},
    ],
    ids=["light", "dark", "narrow"],
    indirect=True,
)
def test_no_barrier(page: Page) -> None:
    assert barriers(page) == []


def tint_of(page: Page, word: str) -> Locator:
    """The first sign before this very word."""
    cells = page.locator("td", has_text=re.compile(rf"^\W*{word}(?! in)"))
    return cells.locator(".et-tint").first


@pytest.mark.parametrize("page", [{"color_scheme": "dark"}], indirect=True)
def test_paper_is_white_and_has_columns(page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 900})
    assert page.evaluate(OUT) == []
    assert page.evaluate(CARDS)[:3] == ["table"] * 3
    colour = tint_of(page, "activates").evaluate("one => getComputedStyle(one).color")
    assert colour == "rgb(0, 113, 79)"  # of "activates" on light ground


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [480, 1280])
def test_jupyters_own_page_shows_it_in_its_own_theme(
    book: Any,  # noqa: ANN401
    chromium: Browser,
    tmp_path: Path,
    theme: str,
    width: int,
) -> None:
    path = tmp_path / "lab.html"
    text, _ = HTMLExporter(template_name="lab", theme=theme).from_notebook_node(book)
    path.write_text(text, encoding="utf-8")
    other = "dark" if theme == "light" else "light"  # the notebook's theme counts, not the system's
    context = chromium.new_context(
        color_scheme=other, offline=True, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(path.as_uri(), wait_until="domcontentloaded")
    inside = [found for found in page.evaluate(OUT) if found != "the page scrolls sideways"]
    assert inside == []
    colour = tint_of(page, "activates").evaluate("one => getComputedStyle(one).color")
    assert colour == {"light": "rgb(0, 113, 79)", "dark": "rgb(53, 168, 129)"}[theme]
    aligned = page.locator(".explainer-table td").first.evaluate(
        "td => getComputedStyle(td).textAlign"
    )
    assert aligned == "start"
    context.close()


@pytest.mark.parametrize("page", [{"forced_colors": "active"}], indirect=True)
def test_forced_colours_reach_signs_and_bars(page: Page) -> None:
    ink = page.locator("td").first.evaluate("one => getComputedStyle(one).color")
    stroke = page.locator(".explainer-table svg").first.evaluate(
        "one => getComputedStyle(one).stroke"
    )
    bar = page.locator(".et-bar").first.evaluate("one => getComputedStyle(one).backgroundColor")
    assert {stroke, bar} == {ink}
