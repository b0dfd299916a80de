"""Slides as a PowerPoint file: real text and notes, and a picture with its words beside it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import segno
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Emu, Pt

from explainer.learning import slides
from explainer.learning.slides import Slide
from explainer.slideshow import drawn
from explainer.voices.hazards import MARK

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Book
    from pptx.slide import Slide as Leaf

    from explainer.model.system import System

_WITH_WORDS, _TITLE_ONLY = 1, 5  # layouts of the library's own template
_BEGAN = (1980, 1, 1, 0, 0, 0)  # the day of each part of the file: the same rows, the same bytes
_LANGUAGE = "en-GB"


def write(system: System, deck: list[Slide], path: Path) -> None:
    """Write slides that can be changed, read out and printed with their notes."""
    book = Presentation()
    book.slide_width, book.slide_height = _points(slides.WIDTH), _points(slides.HEIGHT)
    for slide in deck:
        _add(system, book, slide)
    named = book.core_properties
    named.title, named.language = path.stem, _LANGUAGE
    named.author = named.last_modified_by = "Opioid System Explainer"
    named.created = named.modified = dt.datetime(*_BEGAN[:3], tzinfo=dt.UTC)
    made = io.BytesIO()
    book.save(made)
    path.write_bytes(_undated(made))


def _points(value: float) -> Emu:
    return Emu(Pt(value))


def _add(system: System, book: Book, slide: Slide) -> None:
    leaf = book.slides.add_slide(book.slide_layouts[_WITH_WORDS if slide.parts else _TITLE_ONLY])
    lines, size = slides.title_of(slide)
    top, wide = slides.top_of(slide), slides.WIDTH - 2 * slides.MARGIN
    high = len(lines) * size * slides.LEAD
    title = leaf.shapes.title
    _place(title, (slides.MARGIN, top - high, wide, high))
    _paragraph(title.text_frame.paragraphs[0], slide.title, size, is_bold=True)
    if slide.parts:
        body = leaf.placeholders[1]
        _place(body, (slides.MARGIN, top + slides.GAP, wide, slides.height_of(slide.parts)))
        _body(body.text_frame, slide)
    if slide.view:
        made = drawn.picture(system, slide, slide.view)
        place = (0.0, top, slides.WIDTH, slides.HEIGHT - top)
        _picture(leaf, made.png(), made.description, place)
    if slide.address:
        _code(leaf, slide.address, top + slides.height_of(slide.parts) + slides.GAP)
    leaf.notes_slide.notes_text_frame.text = slide.notes


def _place(shape: Any, place: tuple[float, float, float, float]) -> None:  # noqa: ANN401 - any placeholder
    shape.left, shape.top, shape.width, shape.height = (_points(value) for value in place)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _body(frame: Any, slide: Slide) -> None:  # noqa: ANN401 - the library's own
    for place, part in enumerate(slide.parts):
        paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
        paragraph.space_before = Pt(slides.GAP if place else 0)
        size, text = slides.SIZES[part.kind], part.text
        if part.kind == "hazard":
            _run(paragraph, MARK, size, is_bold=True)
            text = text.removeprefix(MARK)
        _paragraph(paragraph, text, size, is_bold=part.kind == "asked")


def _run(paragraph: Any, text: str, size: float, *, is_bold: bool) -> None:  # noqa: ANN401 - the library's own
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = text, Pt(size), is_bold
    run._r.get_or_add_rPr().set("lang", _LANGUAGE)  # noqa: SLF001 - it takes a number, and has none for it


def _paragraph(paragraph: Any, text: str, size: float, *, is_bold: bool) -> None:  # noqa: ANN401 - the library's own
    """Write a paragraph from the left edge, without the template's bullet."""
    _run(paragraph, text, size, is_bold=is_bold)
    look = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - it has no word for a bullet
    look.set("marL", "0")
    look.set("indent", "0")
    look.set("algn", "l")
    look.append(look.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}buNone"))


def _picture(leaf: Leaf, png: bytes, told: str, place: tuple[float, float, float, float]) -> None:
    left, top, width, height = (_points(value) for value in place)
    shape = leaf.shapes.add_picture(io.BytesIO(png), left, top, width, height)
    picture: Any = shape._element  # noqa: SLF001 - the library has no word for a description
    picture.nvPicPr.cNvPr.set("descr", told)


def _code(leaf: Leaf, address: str, top: float) -> None:
    """Leave a class with a code for its phones, dark on light."""
    made = io.BytesIO()
    segno.make_qr(address, error="m").save(made, kind="png", scale=12)
    side = slides.HEIGHT - slides.MARGIN / 2 - top
    _picture(leaf, made.getvalue(), address, (slides.MARGIN, top, side, side))


def _undated(made: io.BytesIO) -> bytes:
    """Take the hour of writing out of the file, which is a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _BEGAN)
            new.writestr(part, old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
