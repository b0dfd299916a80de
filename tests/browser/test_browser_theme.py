"""Light and dark as the page is, forced colours, and no motion for who wants none."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from reader import Opener, Reader, write_notebook
from still import Still

# Contrast of every word that stands out, against what is painted under it.
LOW_CONTRAST = """root => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [r0, g0, b0]) => [r * a + r0 * (1 - a), g * a + g0 * (1 - a), b * a + b0 * (1 - a), 1];
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const faint = one => {
    if (one.closest('button:disabled')) return true;
    for (; one; one = one.parentElement) if (getComputedStyle(one).opacity < 1) return true;
    return false;
  };
  const paint = one => {
    const style = getComputedStyle(one);
    const isShape = one instanceof SVGGeometryElement;
    if (isShape && style.fill === 'none') return [0, 0, 0, 0];
    const [r, g, b, a] = rgba(isShape ? style.fill : style.backgroundColor);
    return [r, g, b, a * style.opacity];
  };
  // What is painted under a word: the boxes it stands in, then shapes drawn before it at its middle.
  const painted = one => {
    const boxes = [];
    for (let e = one; e; e = e.parentElement) if (e instanceof HTMLElement) boxes.unshift(e);
    if (!(one instanceof SVGElement)) return boxes;
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isUnder = e => {
      const box = e.getBoundingClientRect();
      const isBefore = e.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBefore && e.checkVisibility() && box.left < x && x < box.right && box.top < y && y < box.bottom;
    };
    return [...boxes, ...[...one.ownerSVGElement.querySelectorAll('rect, .shape, .shape > path')].filter(isUnder)];
  };
  const low = [];
  const words = [...root.querySelectorAll('svg text:not(.sign), p, h3, h4, li, label > span, button, select, summary, a, small, em, th, td, legend, caption, .badge, .said')];
  for (const one of words) {
    if (!one.textContent.trim() || !one.checkVisibility() || faint(one)) continue;
    const ground = painted(one).reduce((colour, e) => over(paint(e), colour), [255, 255, 255, 1]);
    const style = getComputedStyle(one);
    const ink = over(rgba(one instanceof SVGElement ? style.fill : style.color), ground);
    const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.6 && style.fontWeight >= 700) ? 3 : 4.5;
    if (contrast < least) low.push([Math.round(contrast * 10) / 10, one.getAttribute('class') ?? one.tagName, one.textContent.trim().slice(0, 30), ink.map(Math.round).join(), ground.map(Math.round).join()]);
  }
  return low;
}"""
GROUND = "one => getComputedStyle(one).backgroundColor"
VIEWS = {
    "overview": "",
    "receptor": "focus=mu",
    "molecule": "focus=buprenorphine",
    "domain": "focus=mood",
    "words of the article": "focus=said_opioids",
    "precursor": "focus=pdyn",
    "article": "lens=article&focus=mood",
    "pair": "focus=kappa&also=mood",
    "table": "focus=kappa&panel=table",
    "outline": "focus=mood&panel=outline",
    "trace": "focus=buprenorphine&panel=trace",
    "compare": "focus=morphine&also=buprenorphine&panel=compare",
    "predict": "focus=kappa&domain=mood&panel=predict",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_words_keep_their_contrast(pictured: Still, name: str, scheme: str) -> None:
    still = pictured
    still.page.emulate_media(color_scheme=scheme)
    try:
        still.show(VIEWS[name])
        still.page.mouse.move(0, 0)
        still.frames()
        low = still.explorer.evaluate(LOW_CONTRAST)
        if scheme == "dark":
            still.shoot(f"dark {name}")
    finally:
        still.page.emulate_media(color_scheme="light")
    assert low == []


def test_without_lab_the_systems_theme_is_followed(still: Still) -> None:
    light = still.explorer.evaluate(GROUND)
    still.page.emulate_media(color_scheme="dark")
    still.frames()
    dark = still.explorer.evaluate(GROUND)
    still.page.emulate_media(color_scheme="light")
    still.frames()
    assert light == "rgb(255, 255, 255)"
    assert dark == "rgb(20, 25, 31)"
    assert still.explorer.evaluate(GROUND) == light


def test_in_lab_the_labs_theme_is_followed(reader: Reader) -> None:
    for theme, ground in (("Dark", "rgb(20, 25, 31)"), ("Light", "rgb(255, 255, 255)")):
        reader.change_theme(theme)
        assert reader.explorer.evaluate(GROUND) == ground
        assert reader.explorer.evaluate(LOW_CONTRAST) == []
        reader.shoot(f"lab {theme.lower()}")


def test_a_figure_stands_on_the_ground_of_lab(open_notebook: Opener, tmp_path: Path) -> None:
    """One picture at a time, and the one that goes with the page."""
    cells = ["import explainer as ex", "figures.network(ex.load(), 'kappa')"]
    cells[0] += "\nfrom explainer import figures"
    reader = open_notebook(write_notebook(tmp_path / "figure.ipynb", cells))
    shown = reader.page.locator(".explainer-figure img").locator("visible=true")
    for theme in ("Dark", "Light"):
        reader.change_theme(theme)
        expect(shown).to_have_class(theme.lower())
        reader.shoot(f"lab figure {theme.lower()}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_edges_rings_and_signs(still: Still, scheme: str) -> None:
    """Where the system's own few colours are forced on the page, shapes and words still tell."""
    still.page.emulate_media(forced_colors="active", color_scheme=scheme)
    try:
        still.show("focus=kappa")
        seen = still.explorer.evaluate(
            """root => {
              const looks = (what, name) => getComputedStyle(root.querySelector(what))[name];
              const all = (what, name) => [...new Set([...root.querySelectorAll(what)].map(one => getComputedStyle(one)[name]))];
              const system = name => {
                const one = document.createElement('i');
                one.style.color = name;
                root.append(one);
                const colour = getComputedStyle(one).color;
                one.remove();
                return colour;
              };
              return {
                text: system('CanvasText'), ground: system('Canvas'), highlight: system('Highlight'),
                words: all('.stage text:not(.sign)', 'fill'),
                edges: all('.node .shape', 'stroke'),
                lines: all('.lines path.lit', 'stroke'),
                ring: looks('[aria-pressed=true] .ring', 'stroke'),
                cells: all('.stamps .cell.full', 'fill'),
                signs: all('.pills path.sign', 'stroke'),
              };
            }"""
        )
        still.shoot(f"forced {scheme}")
    finally:
        still.page.emulate_media(forced_colors="none", color_scheme="light")
    assert seen["words"] == seen["edges"] == seen["lines"] == [seen["text"]]
    assert seen["signs"] == seen["cells"] == [seen["text"]]
    assert seen["ring"] == seen["highlight"]
    assert seen["text"] != seen["ground"]


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_by_itself(still: Still, motion: str) -> None:
    still.page.emulate_media(reduced_motion=motion)
    still.show("focus=kappa")
    running = "document.getAnimations().map(one => one.effect.target.className)"
    assert still.page.evaluate(running) == []
    still.tab("Trace").click()
    assert still.page.evaluate(running) == []
    still.page.emulate_media(reduced_motion="no-preference")
