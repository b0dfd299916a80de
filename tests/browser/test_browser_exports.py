"""What can be taken along: the picture, the rows and the sources, as files that stand alone."""

from __future__ import annotations

import base64
import csv
import io
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import expect
from still import Still

from explainer.view import selection

VIEWS = ["", "focus=kappa", "lens=article&domain=anxiety", "focus=morphine&panel=trace"]
PIXELS = """async address => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4) {
    colours.add((data[i] << 16) + (data[i + 1] << 8) + data[i + 2]);
  }
  return { width: canvas.width, height: canvas.height, colours: colours.size, ground: [...data.slice(0, 4)] };
}"""


def save(still: Still, name: str, place: Path) -> Path:
    """Press one of the buttons under Share, and keep the file that comes."""
    still.open_share()
    with still.page.expect_download() as waiting:
        still.button(name).click()
    file = place / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def shown_lines(still: Still, code: str) -> list[list[object]]:
    """The lines that Python says are behind what a code shows, each once."""
    found = selection.show(still.picture_data, still.read(code))
    places = [still.picture_data["rows"][r][3] for r in found.rows]
    places += [still.picture_data["undrawn"][u][4] for u in found.listed]
    return [still.picture_data["lines"][place] for place in dict.fromkeys(places)]


def hazard_lines(still: Still, code: str) -> list[list[object]]:
    """The lines on what may go wrong that stand beside what a code shows."""
    places = selection.hazards(still.picture_data, still.read(code))
    return [still.picture_data["lines"][place] for place in places]


@pytest.mark.parametrize("code", VIEWS)
def test_svg_stands_alone_and_says_what_it_shows(
    pictured: Still, tmp_path: Path, code: str
) -> None:
    pictured.show(code)
    file = save(pictured, "SVG", tmp_path)
    text = file.read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own file
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "var(--" not in text
    assert not re.search(r"""(href|src)=["']|url\(|@import""", text)
    words = " ".join("".join(root.itertext()).split())
    said = " ".join("".join(e.itertext()) for e in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Descriptive only" in said
    for word in pictured.sentence.inner_text().split():
        assert word in words
    if code:
        assert code in said


@pytest.mark.parametrize("code", VIEWS)
def test_svg_opens_as_an_image_with_nothing_hidden_below_its_edge(
    pictured: Still, tmp_path: Path, code: str
) -> None:
    pictured.show(code)
    file = save(pictured, "SVG", tmp_path)
    page = pictured.context.new_page()
    page.goto(file.as_uri())
    lowest, edge, right, width = page.evaluate(
        """() => {
          const picture = document.documentElement;
          const boxes = [...picture.querySelectorAll('text')].map(one => one.getBoundingClientRect());
          const frame = picture.getBoundingClientRect();
          return [Math.max(...boxes.map(b => b.bottom)), frame.bottom, Math.max(...boxes.map(b => b.right)), frame.right];
        }"""
    )
    page.close()
    assert lowest <= edge + 1
    assert right <= width + 1


SCHEMES = ["light", "dark"]
SQUARE = 12  # pixels; over these, letters and edges that fall a little differently even out
COLOURS = re.compile(r'(?:fill|stroke|color)(?:="|: ?)([^";]*)')
# Of what SVG 1.1 knows, all that the file does not tell: the picture must not use it.
UNTOLD = """root => {
  const names = ['clip-path', 'clip-rule', 'fill-rule', 'filter', 'mask', 'marker-start', 'marker-mid', 'marker-end', 'mix-blend-mode',
    'stroke-dashoffset', 'stroke-miterlimit', 'paint-order', 'vector-effect', 'letter-spacing', 'word-spacing', 'text-decoration-line',
    'dominant-baseline', 'alignment-baseline', 'baseline-shift', 'writing-mode', 'direction', 'font-stretch', 'font-variant', 'text-transform', 'transform'];
  const bare = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  const plain = getComputedStyle(bare.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g')));
  const used = [...root.querySelectorAll('*')].filter(one => !one.getAttribute('transform')).flatMap(one => {
    const looks = getComputedStyle(one);
    return names.filter(name => looks.getPropertyValue(name) !== plain.getPropertyValue(name)).map(name => `${name}: ${looks.getPropertyValue(name)}`);
  });
  bare.remove();
  return [...new Set(used)];
}"""


def squares(image: Path, across: int = SQUARE) -> np.ndarray:
    """The mean colour of each small square of an image."""
    pixels = imread(image)[..., :3]
    high, wide = (side // across for side in pixels.shape[:2])
    pixels = pixels[: high * across, : wide * across]
    return np.asarray(pixels.reshape(high, across, wide, across, 3).mean(axis=(1, 3)))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("code", VIEWS)
def test_svg_looks_the_same_where_no_browser_draws_it(
    pictured: Still, tmp_path: Path, code: str, scheme: str
) -> None:
    rsvg = shutil.which("rsvg-convert")
    assert rsvg, "rsvg-convert is not installed (Debian, Ubuntu: apt install librsvg2-bin)"
    pictured.page.emulate_media(color_scheme=scheme)
    pictured.frames()
    pictured.show(code)
    assert pictured.drawn.evaluate(UNTOLD) == []
    file = save(pictured, "SVG", tmp_path)
    pictured.page.emulate_media(color_scheme="light")
    told = set(COLOURS.findall(file.read_text(encoding="utf-8")))
    assert {
        colour for colour in told if not re.fullmatch(r"none|rgb\(\d+, \d+, \d+\)", colour)
    } == set()
    elsewhere, here = tmp_path / "elsewhere.png", tmp_path / "here.png"
    subprocess.run([rsvg, str(file), "-o", str(elsewhere)], check=True, timeout=60)
    page = pictured.context.new_page()
    page.goto(file.as_uri())
    page.locator("svg").first.screenshot(path=here)
    page.close()
    assert np.abs(squares(elsewhere) - squares(here)).max() < 0.1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_png_is_not_blank(pictured: Still, tmp_path: Path, scheme: str) -> None:
    pictured.page.emulate_media(color_scheme=scheme)
    pictured.frames()
    pictured.show("focus=kappa")
    file = save(pictured, "PNG", tmp_path)
    pictured.page.emulate_media(color_scheme="light")
    assert file.read_bytes().startswith(b"\x89PNG")
    data = "data:image/png;base64," + base64.b64encode(file.read_bytes()).decode()
    seen = pictured.page.evaluate(PIXELS, data)
    assert seen["width"] >= 2000
    assert seen["height"] >= 1000
    assert seen["colours"] > 500
    assert seen["ground"] == ([255, 255, 255, 255] if scheme == "light" else [20, 25, 31, 255])


@pytest.mark.parametrize("code", [*VIEWS, "receptor=kappa&domain=mood", "focus=mu&panel=predict"])
def test_csv_has_the_rows_that_are_shown(pictured: Still, tmp_path: Path, code: str) -> None:
    pictured.show(code)
    raw = save(pictured, "CSV", tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")  # by which a spreadsheet knows what letters these are
    text = raw.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), strict=True))
    expected = shown_lines(pictured, code)
    told = expected + hazard_lines(pictured, code)
    assert {row["row"] for row in rows} == {str(line[5]) for line in told}
    for row in rows:
        (line, *_) = (one for one in told if one[5] == row["row"] and one[0] == row["In words"])
        for source in line[4]:  # type: ignore[attr-defined]  # plain data
            _, citation, address = pictured.picture_data["sources"][source]
            assert citation in row["Sources"]
            assert address in row["Sources"]


@pytest.mark.parametrize("code", VIEWS)
def test_list_of_sources_has_each_once(pictured: Still, tmp_path: Path, code: str) -> None:
    pictured.show(code)
    raw = save(pictured, "List of sources", tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode("utf-8-sig").splitlines()
    assert [line for line, times in Counter(lines).items() if times > 1] == []
    cited = {source for line in shown_lines(pictured, code) for source in line[4]}  # type: ignore[attr-defined]
    for source in cited:
        _, citation, address = pictured.picture_data["sources"][source]
        assert f"{citation} {address}".strip() in lines


def test_name_of_a_file_tells_the_view(pictured: Still, tmp_path: Path) -> None:
    pictured.show("focus=kappa&domain=mood")
    near, first = ("-view-map", "view-map") if pictured.is_map else ("", "overview")
    name = f"opioid-system-focus-kappa-domain-mood{near}.csv"
    assert save(pictured, "CSV", tmp_path).name == name
    pictured.show("")
    assert save(pictured, "CSV", tmp_path).name == f"opioid-system-{first}.csv"


def test_code_and_link_that_may_not_be_copied_are_selected(pictured: Still) -> None:
    pictured.show("focus=kappa")
    pictured.open_share()
    pictured.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }"
    )
    pictured.button("Copy link").click()
    expect(pictured.message).to_contain_text("The text is selected")
    field = pictured.explorer.get_by_label("Code of this view")
    link = field.input_value()
    assert pictured.is_map == link.endswith("&view=map")
    assert link.removesuffix("&view=map").endswith("explorer.html#explorer:focus=kappa")
    chosen = field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert chosen == link


def test_code_and_link_are_copied(pictured: Still) -> None:
    pictured.show("focus=kappa&panel=table")
    pictured.open_share()
    pictured.page.evaluate(
        "() => { window.copied = []; navigator.clipboard.writeText = async text => copied.push(text); }"
    )
    pictured.button("Copy code").click()
    pictured.button("Copy link").click()
    expect(pictured.message).to_have_text("Copied.")
    code, link = pictured.page.evaluate("copied")
    assert code == "focus=kappa&panel=table" + "&view=map" * pictured.is_map
    assert link == f"{pictured.file.as_uri()}#explorer:{code}"


def test_what_was_predicted_can_be_saved_as_text(pictured: Still, tmp_path: Path) -> None:
    pictured.show("focus=kappa&domain=mood&panel=predict")
    pictured.guess("better mood", "It depends.")
    pictured.button("Settle on it, then see").click()
    pictured.panel.get_by_text("What you guessed so far (1)").click()
    with pictured.page.expect_download() as waiting:
        pictured.button("Save as text").click()
    waiting.value.save_as(tmp_path / "kept.txt")
    kept = (tmp_path / "kept.txt").read_text(encoding="utf-8-sig")
    assert "It depends." in kept
    assert "better mood\n  fairly sure\n  It depends." in kept
    pictured.button("Forget all").click()
    pictured.button("Guess anew").click()
    expect(pictured.panel.get_by_text("What you guessed so far")).to_have_count(0)


@pytest.mark.parametrize("code", VIEWS)
def test_a_slide_has_a_title_and_what_is_lit_and_nothing_leaves_it(
    pictured: Still, tmp_path: Path, code: str
) -> None:
    pictured.show(code)
    headline = pictured.page.locator(".explainer .headline:visible")
    said = (headline if headline.count() else pictured.sentence).first.inner_text()
    file = save(pictured, "Slide (SVG)", tmp_path)
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert (root.get("width"), root.get("height")) == ("1920", "1080")
    words = " ".join("".join(root.itertext()).split())
    assert [word for word in said.split() if word not in words] == []
    assert "Descriptive only" in words
    assert code in words
    faint = [one for one in root.iter() if float(one.get("opacity") or 1) < 0.5]
    assert faint == []
    page = pictured.context.new_page()
    page.goto(file.as_uri())
    outside = page.evaluate(
        """() => [...document.querySelectorAll('text, path, rect')].filter(one => {
          const box = one.getBoundingClientRect();
          return box.left < -1 || box.top < -1 || box.right > 1921 || box.bottom > 1081;
        }).map(one => one.textContent || one.getAttribute('class') || one.tagName)"""
    )
    page.close()
    assert outside == []


def test_a_slide_looks_the_same_where_no_browser_draws_it(pictured: Still, tmp_path: Path) -> None:
    rsvg = shutil.which("rsvg-convert")
    assert rsvg, "rsvg-convert is not installed (Debian, Ubuntu: apt install librsvg2-bin)"
    pictured.show("focus=kappa")
    file, png = save(pictured, "Slide (SVG)", tmp_path), save(pictured, "Slide (PNG)", tmp_path)
    elsewhere = tmp_path / "elsewhere.png"
    subprocess.run([rsvg, str(file), "-o", str(elsewhere)], check=True, timeout=60)
    assert imread(png).shape[:2] == (1080, 1920)
    large = 2 * SQUARE  # as its type is
    assert np.abs(squares(elsewhere, large) - squares(png, large)).max() < 0.1


def test_the_explorer_fills_the_screen_and_gives_it_back(still: Still) -> None:
    still.open_share()
    still.button("Full screen").click()
    still.page.wait_for_function("document.fullscreenElement?.classList.contains('explainer')")
    still.button("Full screen").click()
    still.page.wait_for_function("document.fullscreenElement === null")
