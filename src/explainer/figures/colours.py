"""Colours of a page: how a look stands out from its ground, and how it fades into it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from matplotlib.colors import to_hex, to_rgb

from explainer.drawing import theme

if TYPE_CHECKING:
    from explainer.drawing.theme import Page

GHOST = 0.28  # how much is left of what does not stand out
_TABLES: dict[str, Mapping[Any, theme.Look]] = {
    "kind": theme.KINDS,
    "voice": theme.VOICES,
    "family": theme.FAMILIES,
    "direction": theme.DIRECTIONS,
}


def mix(colour: str, ground: str, share: float) -> str:
    """Let a share of a colour stand on a ground, as one opaque colour."""
    pairs = zip(to_rgb(colour), to_rgb(ground), strict=True)
    red, green, blue = (share * over + (1 - share) * under for over, under in pairs)
    return to_hex((red, green, blue))


class Inks:
    """The colours of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.paper = page.colour(theme.TONES["paper"])
        self.article = page.colour(theme.VOICES["article"])
        self.domain_edge = page.colour(theme.TONES["domain-edge"])
        self.tail = page.colour(theme.TONES["tail"])
        self.on_receptor = page.colour(theme.TONES["on-receptor"])
        self.clash = page.colour(theme.TONES["clash"])

    def of(self, table: str, name: str) -> str:
        """Give the colour of a word of one of the tables of looks; others are in ink."""
        return self.page.colour(_TABLES[table][name]) if table in _TABLES else self.page.ink
