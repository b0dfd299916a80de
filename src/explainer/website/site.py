"""Build the site: run the lessons, write all pages into a new folder, and put it in place."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explainer import pages
from explainer.learning import address
from explainer.model.errors import Problem
from explainer.model.loading import data_folder, load
from explainer.model.system import System
from explainer.pages import Page, PagesError
from explainer.website import (
    front,
    lighter,
    moved,
    offline,
    packing,
    papers,
    search,
    status,
    swap,
)
from explainer.website.notebooks import book_of, named_in_order

Notebook = Any  # a tree of nodes without types
Link = dict[str, str]
# What each page leads to, above and below; the rest is found from these.
_FIRST = ("index", "explorer", "search", "glossary", "teachers")
_MORE = ("sources", "dictionary", "accessibility", "performance", "status")
_WAKING = ("lzma.js", "columns.js", "packed.js", "own_scripts.js", "loader.js")  # in this order


@dataclass
class _Leaf:
    """One page to be: its notebook, its place in the site, and what its scripts are handed."""

    name: str
    title: str
    book: Notebook
    links: list[Link] = field(default_factory=list)
    scripts: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    is_front: bool = True


def build(
    out: Path, lessons: Path | None = None, *, sheets: Callable[[Path], object] | None = None
) -> list[Page]:
    """Run all lessons and write the site; what fails leaves what was there as it is.

    ``sheets`` writes what a teacher can take along into a folder, which the teachers' page lists.
    """
    folder = lessons or lessons_folder()
    paths = sorted(folder.glob("[0-9]*.ipynb"))
    if not paths:
        way_out = "run me where the project was cloned"
        raise PagesError(Problem(str(folder), 0, "", "there is no lesson here", way_out))
    swap.refuse(out)
    began = time.monotonic()
    books = {path.stem: book for path, book in zip(paths, pages.run(paths), strict=True)}
    seconds = time.monotonic() - began
    system = load()
    with swap.fresh(out) as place:
        if sheets:
            sheets(place / papers.SHEETS)
        leaves = [*_around(system, books, seconds, papers.taken(place)), *_lessons(books)]
        for leaf in leaves:
            leaf.book = named_in_order(leaf.book)
            text = pages.page(leaf.book, leaf.name, leaf.links, _site(leaf, leaves))
            (place / f"{leaf.name}.html").write_text(lighter.page(text), encoding="utf-8")
        moved.write(place, system)
        offline.write(place)
    written = (out / f"{leaf.name}.html" for leaf in leaves)
    return [Page(path, path.stat().st_size) for path in written]


def lessons_folder() -> Path:
    """Find the lessons: beside the data, in the checkout and in the package."""
    return data_folder().parent / "notebooks"


def _lessons(books: dict[str, Notebook]) -> Iterator[_Leaf]:
    names = ["index", *books]
    titles = ["All lessons", *map(pages.title, books.values())]
    for place, (name, book) in enumerate(books.items(), start=1):
        links = _near(names, titles, place)
        yield _Leaf(name, titles[place], book, links, is_front=False)


def _near(names: list[str], titles: list[str], place: int) -> list[Link]:
    """Where a lesson leads: to the list, to the lesson before and to the next."""
    near = [("", 0), ("prev", place - 1), ("next", place + 1)]
    return [
        {"rel": rel, "href": f"{names[to]}.html", "text": titles[to]}
        for rel, to in near
        if to < len(names) and (to or not rel)
    ]


def _around(
    system: System, books: dict[str, Notebook], seconds: float, taken: str
) -> Iterator[_Leaf]:
    """Give what stands around the lessons, in the order in which it is listed."""
    yield _Leaf("index", "Start", front.start(system, books))
    explorer, view = front.explorer(system)
    yield _Leaf("explorer", "Explorer", explorer, scripts=("history.js",), data={"view": view})
    entries = {"index": search.index(system, books)}
    asked = book_of(search.PAGE)
    yield _Leaf("search", "Search", asked, scripts=("search.js",), data=entries)
    written = papers.read(books)
    for name, (title, text) in written.items():
        more = taken if name == papers.TEACHERS else ""
        yield _Leaf(name, title, book_of(f"{text}{more}"))
    yield _Leaf("glossary", "Glossary", book_of(front.glossary(system)))
    yield _Leaf("sources", "Sources", book_of(front.sources(system)))
    yield _Leaf(
        "status",
        "Status",
        book_of(
            status.text(system, books, seconds, "performance" if "performance" in written else "")
        ),
    )


def _site(leaf: _Leaf, leaves: list[_Leaf]) -> dict[str, Any]:
    """Give what the template asks of a site: where it leads, its scripts and their hashes."""
    scripts = [offline.script(name) for name in ("site.js", *leaf.scripts)]
    packed = _packed(leaf.book)
    # As the template writes them, between the tags, or as own_scripts.js does where it must.
    known = [*scripts, *(packed["scripts"] + packed["asked"] if packed else [])]
    hashes = [hashlib.sha256(text.encode()).digest() for text in known]
    return {
        "is_front": leaf.is_front,
        "address": _address(leaf),
        "pages": [_link(one, leaf) for one in leaves if one.name in _FIRST],
        "more": [_link(one, leaf) for one in leaves if one.name in _MORE],
        "packed": packed,
        "scripts": scripts,
        "hashes": [f"sha256-{base64.b64encode(one).decode()}" for one in hashes],
        "data": {
            "name": leaf.name,
            "lessons": [one.name for one in leaves if not one.is_front],
            **leaf.data,
        },
    }


def _address(leaf: _Leaf) -> str:
    """Where this page is to be found, if the site has an address."""
    there = address.site()
    page = "" if leaf.name == "index" else f"{leaf.name}.html"
    return there and f"{there.rstrip('/')}/{page}"


def _packed(book: Notebook) -> dict[str, Any] | None:
    saved = book.metadata.get("widgets", {}).get(pages.STATE)
    if not saved:
        return None
    return packing.packed(saved)._asdict() | {
        "scripts": [offline.script(name) for name in _WAKING],
        "asked": sorted(packing.scripts(saved)),
    }


def _link(to: _Leaf, here: _Leaf) -> Link:
    link = {"href": f"{to.name}.html", "text": to.title}
    return link | ({"current": "page"} if to is here else {})
