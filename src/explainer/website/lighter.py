"""A page of the site without what readers do without: remarks, room, the same style twice."""

from __future__ import annotations

import re

from explainer.widgets import bundle

_SHEET = re.compile(r'(?<=<style type="text/css">).*?(?=</style>)', re.DOTALL)
_ROWS = re.compile(r"<!-- \w+: .*?-->\n?", re.DOTALL)  # on which rows a paragraph of a lesson rests
_TABLE = re.compile(r"<style>\.explainer-table\..*?</style>", re.DOTALL)
_FOLD = re.compile(r"(?<=\bfold-)\d+")  # em: where a table becomes cards
_HEAD = "</head>"


def page(text: str) -> str:
    """Give a page in fewer letters."""
    return _styled_once(_ROWS.sub("", _SHEET.sub(lambda sheet: bundle.bare(sheet[0]), text)))


def _styled_once(text: str) -> str:
    """Give all tables one style: in a notebook each has its own, since outputs may be cleared.

    They fold together, where the widest of them must.
    """
    styles = _TABLE.findall(text)
    if not styles:
        return text
    widest = max(styles, key=lambda style: int(_FOLD.findall(style)[0]))
    number = _FOLD.findall(widest)[0]
    plain = _FOLD.sub(number, _TABLE.sub("", text))
    return plain.replace(_HEAD, f"{widest}{_HEAD}", 1)
