"""Every sign of the picture stands out from what is painted under it, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from record import Record
from still import Still

from explainer.model.system import System
from vision import SIGHTS, contrast, distance

# Each kind of sign in the legend with the colour that the browser really uses for it, and the
# ground it is drawn on. Filled signs count by their fill or their edge, whichever stands out more.
SEEN = """root => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const hex = (colour, ground = '#ffffff') => {
    context.fillStyle = ground;
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return '#' + [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v.toString(16).padStart(2, '0')).join('');
  };
  const ground = hex(getComputedStyle(root).backgroundColor);
  const paper = hex(getComputedStyle(root).getPropertyValue('--paper').trim());
  const signs = [...root.querySelectorAll('.legend .sign:not(.standing), .legend .cell.full, .legend .clash')].map(one => {
    const looks = getComputedStyle(one);
    const fill = looks.fill === 'none' ? null : hex(looks.fill, ground);
    const stroke = looks.stroke === 'none' ? null : hex(looks.stroke, ground);
    return [one.getAttribute('class') + ' ' + (one.textContent || one.getAttribute('d') || '').slice(0, 12), fill, stroke];
  });
  return { ground, paper, signs };
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def coloured(
    request: pytest.FixtureRequest,
    chromium: Browser,
    record: Record,
    still_file: Path,
    system: System,
) -> Iterator[Still]:
    still = Still(chromium, record, still_file, system, color_scheme=request.param)
    yield still
    still.close()


def test_signs_stand_out_from_the_ground_and_from_the_articles_paper(coloured: Still) -> None:
    seen = coloured.explorer.evaluate(SEEN)
    assert len(seen["signs"]) > 25
    faint = [
        (name, on, colours)
        for name, *colours in seen["signs"]
        for on in (seen["ground"], seen["paper"])
        if max(contrast(colour, on) for colour in colours if colour) < 3
    ]
    assert faint == []


def test_cells_of_the_two_voices_stay_apart_for_every_sight(coloured: Still) -> None:
    seen = coloured.explorer.evaluate(SEEN)
    filled = {name.split()[1]: fill for name, fill, _ in seen["signs"] if name.startswith("cell")}
    apart = {
        sight: round(distance(filled["article"], filled["pharmacology"], sight), 1)
        for sight in SIGHTS
    }
    assert min(apart.values()) >= 10, apart


def test_lines_of_the_two_voices_differ_in_dash_as_well(coloured: Still) -> None:
    coloured.show("focus=mood")
    dashes = coloured.picture.evaluate(
        """picture => ['.pharmacology', '.article'].map(voice =>
          [...new Set([...picture.querySelectorAll(`.lines path${voice}.lit`)].map(one => getComputedStyle(one).strokeDasharray))])"""
    )
    coloured.show("")
    solid, dashed = dashes
    assert solid == ["none"]
    assert dashed
    assert "none" not in dashed


def test_chosen_node_differs_by_more_than_colour(coloured: Still) -> None:
    coloured.show("focus=delta")
    ring = coloured.node("delta").locator(".ring")
    other = coloured.node("mu").locator(".ring")
    width = "one => getComputedStyle(one).strokeWidth + getComputedStyle(one).stroke"
    chosen = ring.evaluate(width)
    assert chosen.startswith("2.5px")
    assert other.evaluate(width) != chosen
    coloured.show("")
