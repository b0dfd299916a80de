"""Slides of a lecture, from its scenes: read back without the library that wrote them."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from matplotlib.text import Text
from PIL import Image

import explainer as ex
from explainer.figures.sheet import LARGE
from explainer.learning import slides, tour
from explainer.learning.slides import Slide
from explainer.model.errors import DataError
from explainer.slideshow import drawn, presentation
from explainer.view import stops
from explainer.voices.hazards import MARK

THERE = "https://example.org/opioids/"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
NAMES = list(slides.DECKS.values())


class Opened:
    """A file as ZIP and XML: text, type, pictures and notes of each slide."""

    def __init__(self, path: Path) -> None:
        self.file = zipfile.ZipFile(path)
        names = [n for n in self.file.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
        self.numbers = sorted(int(re.findall(r"\d+", name)[0]) for name in names)

    def _root(self, name: str) -> ET.Element:
        return ET.fromstring(self.file.read(name))  # noqa: S314 - we wrote it

    def slide(self, number: int) -> ET.Element:
        return self._root(f"ppt/slides/slide{number}.xml")

    def texts(self, number: int) -> list[str]:
        paragraphs = self.slide(number).iter(f"{_A}p")
        return ["".join(run.text or "" for run in one.iter(f"{_A}t")) for one in paragraphs]

    def notes(self, number: int) -> str:
        root = self._root(f"ppt/notesSlides/notesSlide{number}.xml")
        return " ".join(run.text or "" for run in root.iter(f"{_A}t"))

    def pictures(self, number: int) -> list[str]:
        return [
            one.get("descr", "") for one in self.slide(number).findall(f".//{_P}pic//{_P}cNvPr")
        ]

    def size(self) -> tuple[int, int]:
        found = self._root("ppt/presentation.xml").find(f"{_P}sldSz")
        assert found is not None
        return int(found.get("cx", "")), int(found.get("cy", ""))


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def deck(system: ex.System, name: str) -> list[Slide]:
    return slides.deck(system, name)


@pytest.fixture(scope="module")
def path(
    system: ex.System, deck: list[Slide], name: str, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    out = tmp_path_factory.mktemp("slides") / f"{name}.pptx"
    presentation.write(system, deck, out)
    return out


@pytest.fixture(scope="module")
def opened(path: Path) -> Opened:
    return Opened(path)


def test_every_word_is_text_in_the_file_and_every_slide_has_a_title_of_its_own(
    deck: list[Slide], opened: Opened
) -> None:
    assert opened.numbers == list(range(1, len(deck) + 1))
    for number, slide in enumerate(deck, start=1):
        assert opened.texts(number) == [slide.title, *(part.text for part in slide.parts)]
    assert len({slide.title for slide in deck}) == len(deck)


def test_type_in_the_file_is_24_points_at_least_on_a_slide_of_the_usual_size(
    deck: list[Slide], opened: Opened
) -> None:
    assert opened.size() == (12_192_000, 6_858_000)
    for number in opened.numbers:
        runs = list(opened.slide(number).iter(f"{_A}rPr"))
        assert min(int(run.get("sz", "0")) for run in runs) >= 2400
        assert {run.get("lang") for run in runs} == {"en-GB"}
    assert len(deck) > 20


def test_a_picture_has_words_and_its_type_has_24_pixels(
    system: ex.System, deck: list[Slide], opened: Opened
) -> None:
    for number, slide in enumerate(deck, start=1):
        told = opened.pictures(number)
        assert len(told) == bool(slide.view)
        assert all(len(one) > 40 for one in told)
        assert all(hazard in told[0] for hazard in slide.hazards)
        if slide.view:
            made = drawn.picture(system, slide, slide.view)
            sizes = [text.get_fontsize() for text in made.findobj(Text) if text.get_text()]
            assert min(sizes) * 1920 / LARGE[0] >= 24
            image = Image.open(io.BytesIO(made.png()))
            assert image.width / 20 > 96  # dots to an inch of a slide of 20 inches


def test_help_and_what_this_is_not_stand_first_and_last(deck: list[Slide], opened: Opened) -> None:
    for number in (1, len(deck)):
        told = " ".join(opened.texts(number))
        assert tour.ADVICE in told
        assert "call 911" in told
        assert "findahelpline.com" in told
    assert "cannot be woken" in " ".join(opened.texts(len(deck)))


def test_each_scene_asks_shows_and_then_tells_with_all_its_hazards(
    system: ex.System, name: str, deck: list[Slide], opened: Opened
) -> None:
    titles = [slide.title for slide in deck]
    told = list(tour.dangers(system, name))
    for scene, dangers in zip(tour.scenes(system, name), told, strict=True):
        first = titles.index(scene.title)
        asked, shown, answer = deck[first : first + 3]
        assert shown.title == scene.question
        assert scene.question in " ".join(part.text for part in asked.parts)
        assert scene.notice not in " ".join(opened.texts(first + 1))
        assert scene.notice in " ".join(part.text for part in answer.parts)
        assert scene.presenter in opened.notes(first + 1)
        after = " ".join(" ".join(opened.texts(n)) for n in range(first + 3, len(deck)))
        assert all(f"{MARK} {one.removeprefix(MARK).strip()}" in after for one in dangers)
        assert bool(shown.hazards) == bool(dangers)  # in sight beside the picture


def test_the_picture_of_a_slide_is_that_of_its_scene(system: ex.System) -> None:
    """Two scenes on one receptor differ in what they show, and so do their slides."""
    deck = slides.deck(system, "tour_class")
    views = [slide.view for slide in deck if slide.view]
    assert views == tour.views(system, "tour_class")
    for slide in (one for one in deck if one.view):
        view = slide.view
        assert view is not None
        made = drawn.picture(system, slide, view)
        marks = {gid for one in made.findobj() if (gid := one.get_gid()) and "finding" in gid}
        ids = {one for gid in marks for one in gid.split()[1:]}
        assert ids == {one.id for one in stops.own_findings(system, view)}


def test_nothing_leaves_a_slide_and_nothing_lies_over_anything_else(
    system: ex.System, deck: list[Slide]
) -> None:
    for slide in deck:
        page = drawn.page(system, slide)
        assert [round(inch * 72) for inch in page.get_size_inches()] == list(LARGE)
        page.draw_without_rendering()
        boxes = [t.get_window_extent() for t in page.findobj(Text) if t.get_text().strip()]
        whole = page.bbox
        for box in boxes:
            assert box.x0 >= 0
            assert box.x1 <= whole.width
            assert box.y0 >= 0
            assert box.y1 <= whole.height
        assert list(_over(boxes)) == []


def _over(boxes: list) -> Iterator[tuple]:
    """Pairs of words that lie over each other by more than the air around letters."""
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            wide = min(one.x1, other.x1) - max(one.x0, other.x0)
            high = min(one.y1, other.y1) - max(one.y0, other.y0)
            if wide > 2 and high > 0.35 * min(one.height, other.height):
                yield one, other


def test_the_same_rows_give_the_same_bytes(
    system: ex.System, deck: list[Slide], tmp_path: Path
) -> None:
    """A file bears its name as its title; a first scene has all that a deck is made of."""
    some = deck[:5]
    assert any(slide.view for slide in some)
    files = [tmp_path / place / "some.pptx" for place in ("one", "other")]
    for file in files:
        file.parent.mkdir()
        presentation.write(system, some, file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_sites_address_has_a_slide_with_its_code(system: ex.System, tmp_path: Path) -> None:
    assert not any(slide.address for slide in slides.deck(system, "tour_class"))
    deck = slides.deck(system, "tour_class", THERE)
    presentation.write(system, deck[-2:], tmp_path / "two.pptx")
    opened = Opened(tmp_path / "two.pptx")
    assert THERE in opened.texts(1)
    assert opened.pictures(1) == [THERE]


def test_a_scene_with_too_many_words_says_so() -> None:
    part = slides.Part("told", "word " * 900)
    with pytest.raises(DataError, match="class_map: narration: runs over its slide"):
        list(slides._parted(Slide("A title", (part,)), "class_map"))  # noqa: SLF001 - no tour has one


def test_another_program_opens_it_with_every_slide(path: Path, deck: list[Slide]) -> None:
    office, count = shutil.which("soffice"), shutil.which("pdfinfo")
    if not (office and count):
        pytest.skip("left out: LibreOffice Impress or poppler-utils is not installed")
    folder = path.parent
    words = [f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    subprocess.run(
        [office, *words, "--convert-to", "pdf", "--outdir", folder, path],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    done = subprocess.run(
        [count, path.with_suffix(".pdf")], check=True, capture_output=True, text=True
    )
    assert f"Pages: {len(deck)}" in re.sub(r" +", " ", done.stdout)
