"""What a notebook cell shows of a value, without a notebook."""

from html.parser import HTMLParser
from typing import Any

from IPython.core.formatters import DisplayFormatter


def shown(value: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give each form of a value by its type, and the metadata of each."""
    return DisplayFormatter().format(value)


def html_of(value: object) -> str:
    """Give the HTML that a notebook shows of a value."""
    return str(shown(value)[0]["text/html"])


def table_of(value: object) -> list[list[str]]:
    """Give the words of each cell of a table as a reader sees them, row by row."""
    reader = _Cells()
    reader.feed(html_of(value))
    return reader.rows


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._is_in_cell = True

    def handle_endtag(self, tag: str) -> None:
        self._is_in_cell = self._is_in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._is_in_cell:
            self.rows[-1][-1] += data
