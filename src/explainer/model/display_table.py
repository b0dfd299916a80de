"""A table to be read: one form for every table of the project, as HTML, Markdown and plain words.

A cell holds words, or words with a link, a sign or a bar. In HTML it is a table whose cells know
their headings; where there is no room for its columns, each row becomes a card (see
`display_style`).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from explainer.model import display_style
from explainer.model.bidi import settled

PLAIN, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
OWN_LINE = ("line", "differ")  # forms that begin a line of their own, so that words need a comma
_MARKS = re.compile(r"([\\`*_\[\]<>#|~$&])")


class Phrase(NamedTuple):
    """Words of a cell that differ from plain ones."""

    text: str
    link: str = ""
    title: str = ""
    sign: str = ""
    """A letter before the words, and never instead of them."""
    path: str = ""
    """A sign drawn as an SVG path about (0, 0), in a square of 12 units; filled if it is closed."""
    colours: tuple[str, str] | None = None
    """Its colour on light ground and on dark; else that of the words around it."""
    form: str = ""
    """How it is set: one of the classes of `display_style`."""
    share: float = 0
    """Length of a bar after the words, as a share of the longest."""


Cell = str | Phrase | Sequence[str | Phrase]


@dataclass(frozen=True)
class Part:
    """Rows that belong together, under a heading of their own if they have one."""

    rows: Sequence[Sequence[Cell]]
    heading: str = ""


@dataclass(frozen=True)
class DisplayTable:
    """A caption, the heads of the columns, the rows in parts, and what is said below them."""

    heads: Sequence[str]
    parts: Sequence[Part]
    caption: str = ""
    summary: str = ""
    """What the caption goes on to say, smaller."""
    notes: Sequence[str] = ()
    has_row_heads: bool = True
    """Whether the first cell names its row."""

    def html(self) -> str:
        """Write it as HTML that needs nothing else; all words are escaped."""
        return html_of([self])

    def markdown(self) -> str:
        """Write it as a table of Markdown, between its caption and its notes."""
        empty = " |" * (len(self.heads) - 1)
        lines = [_pipes(self.heads, _cell_in_markdown), "|" + " --- |" * len(self.heads)]
        for part in self.parts:
            lines += [f"| **{in_markdown(part.heading)}** |{empty}"] if part.heading else []
            lines += [_pipes(row, _cell_in_markdown) for row in part.rows]
        told = [f"**{in_markdown(self.caption)}**"] if self.caption else []
        told += [in_markdown(self.summary)] if self.summary else []
        rows = ["\n".join(lines)] if any(part.rows for part in self.parts) else []
        return "\n\n".join([*told, *rows, *map(in_markdown, self.notes)])

    def plain(self) -> str:
        """Write it in lines for a terminal: one a row, with the head before each cell."""
        out = [line for line in (self.caption, self.summary) if line]
        for part in self.parts:
            out += ["", part.heading] if part.heading else []
            out += map(self._line, part.rows)
        return "\n".join(map(settled, [*out, *([""] if self.notes else []), *self.notes])).strip()

    def _line(self, row: Sequence[Cell]) -> str:
        cells = list(zip(self.heads, map(words_of, row), strict=True))
        start = [cells.pop(0)[1]] if self.has_row_heads else []
        told = [f"{head}: {words}" for head, words in cells if words]
        return "- " + " – ".join([*start, "; ".join(told)])


class Tabular(ABC):
    """What shows itself as a table wherever it is shown."""

    @abstractmethod
    def as_table(self) -> DisplayTable:
        """Give the table to be read."""

    def __repr__(self) -> str:
        return self.as_table().plain()

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Show it in each form that a notebook, its exports and a terminal ask for."""
        table = self.as_table()
        return {HTML: table.html(), MARKDOWN: table.markdown(), PLAIN: table.plain()}


def html_of(tables: Iterable[DisplayTable]) -> str:
    """Write tables that stand together, with what they look like told once."""
    tables = list(tables)
    css, name = display_style.sheet(max(map(_needed, tables), default=0))
    body = "".join(map(_table, tables))
    return f'<div class="explainer-table {name}"><style>{css}</style>{body}</div>'


def words_of(cell: Cell) -> str:
    """Give the words of a cell without what they look like."""
    return _joined(cell, lambda phrase: phrase.text)


def in_markdown(text: str) -> str:
    """Keep words words: no sign in them means anything in Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(settled(text).split()))


def _pieces(cell: Cell) -> Iterator[Phrase]:
    for piece in (cell,) if isinstance(cell, str | Phrase) else cell:
        yield piece if isinstance(piece, Phrase) else Phrase(piece)


def _pipes(cells: Iterable[Cell], write: Callable[[Cell], str]) -> str:
    return f"| {' | '.join(map(write, cells))} |"


def _cell_in_markdown(cell: Cell) -> str:
    return _joined(
        cell, lambda p: f"[{in_markdown(p.text)}](<{p.link}>)" if p.link else _spaced(p.text)
    )


def _joined(cell: Cell, write: Callable[[Phrase], str]) -> str:
    """Write one phrase after another, and a comma where HTML begins a line."""
    out = ""
    for phrase in _pieces(cell):
        out += ", " * bool(out and phrase.form in OWN_LINE) + write(phrase)
    return out


def _spaced(text: str) -> str:
    """Keep the spaces at both ends, which part a phrase from the next."""
    start = " " if text[:1].isspace() else ""
    end = " " if text.strip() and text[-1:].isspace() else ""
    return f"{start}{in_markdown(text)}{end}"


def _needed(table: DisplayTable) -> int:
    """Tell how wide it must be, in letters, for no column to break its words."""
    columns = zip(*(row for part in table.parts for row in part.rows), strict=True)
    pairs = zip(table.heads, columns, strict=False)
    return sum(
        display_style.room_for([head, *(line for cell in cells for line in _lines(cell))])
        for head, cells in pairs
    )


def _lines(cell: Cell) -> list[str]:
    """The words of a cell, in as many parts as it has lines of its own."""
    pieces = list(_pieces(cell))
    if any(piece.form in OWN_LINE for piece in pieces):
        return [piece.text for piece in pieces]
    return ["".join(piece.text for piece in pieces)]


def _table(table: DisplayTable) -> str:
    notes = "".join(f"<p>{_words(note)}</p>" for note in table.notes)
    if not table.parts:
        return f"<p><strong>{_words(table.caption)}</strong></p>{notes}"
    summary = f'<span class="et-soft">{_words(table.summary)}</span>' if table.summary else ""
    named = f"<strong>{_words(table.caption)}</strong>{summary}"
    caption = f"<caption>{named}</caption>" if table.caption else ""
    cells = "".join(
        f'<th scope="col" role="columnheader">{_words(head)}</th>' for head in table.heads
    )
    head = f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>' if any(table.heads) else ""
    body = "".join(_part(table, part) for part in table.parts)
    form = ' class="et-named"' if _is_named(table) else ""
    return f'<table role="table"{form}>{caption}{head}{body}</table>{notes}'


def _is_named(table: DisplayTable) -> bool:
    """Whether each row has a name before it, to be set apart, and not a sentence."""
    names = [words_of(row[0]) for part in table.parts for row in part.rows]
    return table.has_row_heads and max(map(len, names), default=0) <= display_style.LONG


def _part(table: DisplayTable, part: Part) -> str:
    heading = (
        f'<tr role="row"><th scope="rowgroup" role="rowheader" colspan="{len(table.heads)}">'
        f"{_words(part.heading)}</th></tr>"
        if part.heading
        else ""
    )
    rows = "".join(f'<tr role="row">{"".join(_cells(table, row))}</tr>' for row in part.rows)
    return f'<tbody role="rowgroup">{heading}{rows}</tbody>'


def _cells(table: DisplayTable, row: Sequence[Cell]) -> Iterator[str]:
    for place, (head, cell) in enumerate(zip(table.heads, row, strict=True)):
        words = "".join(map(_phrase, _pieces(cell)))
        label = f' data-head="{escape(head)}"' if head else ""
        is_long = any(len(phrase.text) > display_style.LONG for phrase in _pieces(cell))
        form = ' class="et-long"' if is_long else ""
        if table.has_row_heads and not place:
            yield f'<th scope="row" role="rowheader"{form}>{words}</th>'
        else:
            yield f'<td role="cell"{form}{label}>{words}</td>'


def _phrase(phrase: Phrase) -> str:
    words = _words(phrase.text)
    if phrase.link:
        title = f' title="{escape(phrase.title)}"' if phrase.title else ""
        return f'<a href="{escape(phrase.link)}"{title}>{words}</a>'
    sign = _sign(phrase)
    forms: dict[str, object] = {phrase.form: phrase.form, "tint": phrase.colours}
    forms |= {"signed": sign, "count": phrase.share}
    classes = " ".join(f"et-{form}" for form, has_it in forms.items() if has_it)
    if not classes:
        return words
    light, dark = phrase.colours or ("", "")
    colour = f' style="--light:{light};--dark:{dark}"' if phrase.colours else ""
    bar = f'<span class="et-bar" style="--share:{phrase.share:.0%}"></span>' if phrase.share else ""
    inside = f"{sign}<span>{words}</span>{bar}" if sign or bar else words
    tag = "strong" if phrase.form == "strong" else "span"
    return f'<{tag} class="{classes}"{colour}>{inside}</{tag}>'


def _sign(phrase: Phrase) -> str:
    """A shape or a letter that the words beside it tell as well, so no reader is told it twice."""
    if phrase.path:
        fill = ' fill="currentColor"' if phrase.path.endswith("z") else ""
        path = f'<path d="{phrase.path}"{fill}/>'
        return f'<svg viewBox="-8 -8 16 16" aria-hidden="true">{path}</svg>'
    sign = escape(phrase.sign)
    return f'<span class="et-sign" aria-hidden="true">{sign}</span>' if sign else ""


def _words(text: str) -> str:
    return escape(settled(text))
