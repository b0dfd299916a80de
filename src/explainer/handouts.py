"""Sheets and slides to take along: drawn from the same rows as the lessons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.backends.backend_pdf import PdfPages

from explainer.figures import qr_code
from explainer.figures.sheet import Sheet, folded
from explainer.learning import address, beliefs, sheets, slides
from explainer.learning.sheets import Block
from explainer.model.errors import DataError, Problem
from explainer.slideshow import drawn, presentation

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.system import System

A4 = (595.3, 841.9)  # points
_MARGIN, _LINE = 40.0, 23.0
_CODE = 46.0  # side of the code that leads to the site
WHERE = slides.WORDS["place"]
_FOLDER_FULL = "move it away, or choose another folder"


def write(system: System, out: Path) -> list[Path]:
    """Write all sheets, the key and the slides; nothing is written where a sheet has a fault."""
    made, there = sheets.all_sheets(system), address.site()
    if problems := [*sheets.faults(system, made)]:
        raise DataError(problems)
    names = [f"{name}.pdf" for name in (*made, sheets.KEY, *slides.DECKS)]
    names += [f"{name}.pptx" for name in slides.DECKS]
    if full := [out / name for name in names if (out / name).exists()]:
        raise DataError([Problem(str(p), 0, "", "is there already", _FOLDER_FULL) for p in full])
    decks = {name: slides.deck(system, one, there) for name, one in slides.DECKS.items()}
    pages = {name: [page_of(system, name, blocks, there)] for name, blocks in made.items()}
    pages[sheets.KEY] = list(pages_of(system, sheets.key(system)))
    pages |= {name: [drawn.page(system, one) for one in deck] for name, deck in decks.items()}
    files = {out / f"{name}.pdf": some for name, some in pages.items()}
    shows = {out / f"{name}.pptx": deck for name, deck in decks.items()}
    out.mkdir(parents=True, exist_ok=True)
    for path, some in files.items():
        _save(path, some)
    for path, deck in shows.items():
        presentation.write(system, deck, path)
    return [*files, *shows]


def _save(path: Path, pages: Iterable[Drawing]) -> None:
    """Write figures as pages; the same rows give the same bytes."""
    with PdfPages(path, metadata={"CreationDate": None, "Title": path.stem}) as book:
        for page in pages:
            book.savefig(page)


def _sheet() -> Sheet:
    made = Sheet("print", A4[0])
    made.margin = made.y = _MARGIN
    return made


def _finished(made: Sheet, told: str, there: str) -> Drawing:
    """Make the page as high as paper is, and say at its foot where the site is."""
    if there:
        top = A4[1] - _MARGIN / 2 - _CODE
        qr_code.draw(made, there, (made.margin, top), _CODE)
        for nth, words in enumerate((WHERE, there)):
            made.text(made.margin + _CODE + 8, top + _CODE / 2 + (nth - 0.5) * made.line, words)
    figure = made.finish(f"{told} {there}".rstrip())
    figure.set_size_inches(A4[0] / 72, A4[1] / 72)
    made.axes.set_ylim(A4[1], 0)
    return figure


def page_of(system: System, name: str, blocks: list[Block], there: str = "") -> Drawing:
    """Draw a sheet of one page; one that runs over says so."""
    pages = list(pages_of(system, blocks, there))
    if len(pages) > 1:
        fault = f"runs over one page of paper, onto {len(pages)}"
        raise DataError([Problem(name, 0, "", fault, "ask less on it, or part it in two")])
    return pages[0]


def pages_of(system: System, blocks: list[Block], there: str = "") -> Iterator[Drawing]:
    """Draw blocks on as many pages as they need; each names the site's address, if there is one."""
    made = _sheet()
    foot = A4[1] - _MARGIN - made.line - (_CODE - _MARGIN / 2 if there else 0)
    on_it: list[str] = []
    for block in blocks:
        if on_it and made.y + _height(system, made, block) > foot:
            yield _finished(made, " ".join(on_it), there)
            made, on_it = _sheet(), []
        _DRAW[block.kind](system, made, block.text)
        on_it.append(block.text)
    yield _finished(made, " ".join(on_it), there)


def _height(system: System, made: Sheet, block: Block) -> float:
    return made.height_of(lambda sheet: _DRAW[block.kind](system, sheet, block.text))


def _head(_: System, made: Sheet, text: str) -> None:
    made.y += made.line * 0.5
    made.words(text, weight="bold", color=made.page.ink)


def _text(_: System, made: Sheet, text: str) -> None:
    made.words(text, color=made.page.ink)
    made.y += made.line * 0.2


def _choice(_: System, made: Sheet, text: str) -> None:
    made.words(text, made.margin + 14, color=made.page.ink)


def _line(_: System, made: Sheet, _text: str) -> None:
    made.y += _LINE
    made.stroke([(made.margin, made.y), (made.right, made.y)])


def _criterion(_: System, made: Sheet, text: str) -> None:
    """A criterion with room on both sides, as a single-point rubric has it."""
    left, right = made.margin + made.inner * 0.28, made.margin + made.inner * 0.72
    lines = folded(text, made.page.small, right - left - 12)
    height = max(len(lines), 3) * made.line + 6
    made.lines(left + 6, made.y + made.line / 2 + 3, lines, made.line)
    for x in (made.margin, left, right, made.right):
        made.stroke([(x, made.y), (x, made.y + height)])
    for y in (made.y, made.y + height):
        made.stroke([(made.margin, y), (made.right, y)])
    made.y += height


def _map(system: System, made: Sheet, _text: str) -> None:
    """The empty map: boxes alone, so that it gives nothing away."""
    form = beliefs.build(system)["picture"]
    wide, high = form["size"]
    share = made.inner / wide
    top, half = made.y + 8, form["height"] / 2
    for _, x, y, width, words in [*form["from"], *form["to"]]:
        left, middle = made.margin + x * share, top + y * share
        made.rounded(
            left, middle - half * share, width * share, form["height"] * share,
            edgecolor=made.page.soft,
        )  # fmt: skip
        made.text(left + width * share / 2, middle, " ".join(words), ha="center", size=11)
    made.y = top + high * share + 6


_DRAW: dict[str, Callable[[System, Sheet, str], None]] = {
    "title": lambda _, made, text: made.title(text),
    "head": _head,
    "text": _text,
    "choice": _choice,
    "line": _line,
    "map": _map,
    "criterion": _criterion,
}
