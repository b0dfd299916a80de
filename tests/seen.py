"""What is seen of a notebook or a page: in print, in words of a picture, with the pointer, spoken.

Not seen is what is folded, what a script alone holds, and what on paper stands on the last page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from nbconvert.filters import markdown2html

Book = dict[str, Any]  # a notebook, or a part of one, as JSON has it
NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
VIEW = "application/vnd.jupyter.widget-view+json"
_SPOKEN = (
    "alt", "title", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription",
    "aria-placeholder", "aria-braillelabel", "placeholder", "label", "data-title", "summary",
)  # fmt: skip
_BLOCKS = frozenset((
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "div", "section", "summary",
    "details", "pre", "blockquote", "dd", "dt", "dl", "ul", "ol", "caption", "figcaption",
    "figure", "table", "label", "legend", "text", "title",
))  # fmt: skip
_VOID = frozenset(["img", "br", "hr", "input", "meta", "link", "source"])
_SILENT = frozenset(("script", "style", "template", "noscript", "head"))
_LAST_PAGE = "folded"
_ABOUT = frozenset(("description", "og:title", "og:description", "twitter:title", "keywords"))


class Seen(NamedTuple):
    """One thing that is seen: what kind of thing (``h1``, ``alt`` ...), and its words."""

    kind: str
    text: str


class _Reader(HTMLParser):
    """Reads a page as somebody without scripts does."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Seen] = []
        self._open: list[tuple[str, bool]] = []  # tags, and whether they hide what is in them
        self._words: list[str] = []
        self._kind = "text"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in _BLOCKS:
            self._flush()
        if tag == "summary":  # is in sight although its fold is closed
            self._open.append((tag, False))
        elif tag not in _VOID:
            self._open.append((tag, self._hides(tag, given)))
        if tag == "meta" and given.get("name", given.get("property", "")) in _ABOUT:
            self.seen.append(Seen("tab", given.get("content", "")))
        if self._is_hidden:
            return
        self._kind = tag if re.fullmatch("h[1-6]", tag) else self._kind
        self.seen += [Seen(key, given[key]) for key in _SPOKEN if given.get(key)]

    @staticmethod
    def _hides(tag: str, given: dict[str, str]) -> bool:
        is_closed = tag == "details" and "open" not in given
        is_late = {_LAST_PAGE, "print-only"} & set(given.get("class", "").split())
        return tag in _SILENT or "hidden" in given or is_closed or bool(is_late)

    @property
    def _is_hidden(self) -> bool:
        """Whether anything around hides it; a summary is as its fold is, seen from outside."""
        hiding = [(tag, hides) for tag, hides in self._open if tag != "summary"]
        if self._open and any(tag == "summary" for tag, _ in self._open):
            last = max(n for n, (tag, _) in enumerate(hiding) if tag == "details")
            hiding.pop(last)
        return any(hides for _, hides in hiding)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        while self._open and tag in (name for name, _ in self._open):
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        names = [name for name, _ in self._open]
        if names[-1:] == ["title"] and "head" in names:  # a browser's tab has it
            self.seen.append(Seen("tab", data.strip()))
        elif not self._is_hidden:
            self._words.append(data)

    def _flush(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self.seen.append(Seen(self._kind, text))
        self._words, self._kind = [], "text"

    def close(self) -> None:
        super().close()
        self._flush()


def seen_in(html: str) -> list[Seen]:
    """What is seen of a page or a part of one, without scripts."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


def source_of(cell: Book) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def seen_in_notebook(book: Book) -> Iterator[Seen]:
    """What is seen of a notebook as it is, with its outputs if it has any."""
    for cell in book["cells"]:
        if cell["cell_type"] == "markdown":
            yield from seen_in(markdown2html(source_of(cell)))
            continue
        yield Seen("code", source_of(cell))
        for output in cell.get("outputs", ()):
            yield from _seen_in_output(output)


def _seen_in_output(output: Book) -> Iterator[Seen]:
    data = output.get("data", {})
    for about in output.get("metadata", {}).values():
        if isinstance(about, dict) and about.get("alt"):
            yield Seen("alt", about["alt"])
    if VIEW in data or "text/html" not in data:
        words = data.get("text/markdown")
        yield from (
            seen_in(markdown2html(words))
            if words
            else [Seen("text", "".join(data.get("text/plain", output.get("text", ""))))]
        )
    else:
        yield from seen_in("".join(data["text/html"]))


def read(lesson: str) -> Book:
    """A lesson as git keeps it."""
    return json.loads((NOTEBOOKS / f"{lesson}.ipynb").read_text(encoding="utf-8"))
