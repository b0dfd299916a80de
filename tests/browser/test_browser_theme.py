"""Words keep their contrast on light and on dark ground."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from reader import Reader

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
    return [...boxes, ...[...one.ownerSVGElement.querySelectorAll('rect, path')].filter(isUnder)];
  };
  const low = [];
  const words = [...root.querySelectorAll('svg text, .sentence, .card :is(h3, h4, p, li, summary, a, small, em, .badge, button), .foot')];
  for (const one of words) {
    if (!one.textContent.trim() || !one.checkVisibility() || faint(one) || one.closest('details:not([open]) > :not(summary)')) continue;
    const ground = [...painted(one)].reduce((colour, e) => over(paint(e), colour), [255, 255, 255, 1]);
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


@pytest.fixture(scope="module", params=["JupyterLab Light", "JupyterLab Dark"])
def themed_page(request: pytest.FixtureRequest, start_page: Reader) -> Iterator[Reader]:
    change_theme(start_page, request.param)
    yield start_page
    change_theme(start_page, "JupyterLab Light")


def change_theme(reader: Reader, theme: str) -> None:
    change = "theme => jupyterapp.commands.execute('apputils:change-theme', { theme })"
    reader.page.evaluate(change, theme)
    is_light = str("Light" in theme).lower()
    expect(reader.page.locator(f'body[data-jp-theme-light="{is_light}"]')).to_be_attached()


@pytest.fixture
def themed(themed_page: Reader) -> Reader:
    themed_page.reset()
    return themed_page


@pytest.mark.parametrize("focus", ["", "mu", "buprenorphine", "mood", "said_opioids", "pdyn"])
@pytest.mark.parametrize("lens", ["Both voices", "The article"])
def test_words_keep_their_contrast(themed: Reader, lens: str, focus: str) -> None:
    if focus:
        themed.node(focus).click()
        themed.page.mouse.move(0, 0)
    themed.choose("Lens", lens)
    themed.frames()
    theme = "dark" if themed.explorer.evaluate("one => one.matches('.dark')") else "light"
    if lens == "Both voices":
        themed.shoot(f"{theme} {focus or 'overview'}")
    assert themed.explorer.evaluate(LOW_CONTRAST) == []


def test_explorer_follows_the_page(reader: Reader) -> None:
    ground = "one => getComputedStyle(one).backgroundColor"
    set_light = "isLight => { document.body.dataset.jpThemeLight = isLight; }"
    reader.page.evaluate(set_light, "true")
    reader.frames()
    light = reader.explorer.evaluate(ground)
    reader.page.evaluate(set_light, "false")
    reader.frames()
    dark = reader.explorer.evaluate(ground)
    assert light == "rgb(255, 255, 255)"
    assert dark not in (light, "rgba(0, 0, 0, 0)")
    reader.page.evaluate(set_light, "true")
