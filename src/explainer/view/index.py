"""Rows and sources in words, each kept once and pointed to by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explainer.model.elsewhere import SCHEMES
from explainer.model.schema.categories import voices_of
from explainer.voices import cards, summaries

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.voices.phrases import Line


class Ledger:
    """Lines and sources in the order in which they were first asked for."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.lines: list[list[Any]] = []
        self.sources: list[list[str]] = []
        self._line_places: dict[Line, int] = {}
        self._source_places: dict[str, int] = {}

    def place(self, line: Line) -> int:
        """Where a line stands: text, voice, badge, caveat, places of its sources, id of its row."""
        if line not in self._line_places:
            self._line_places[line] = len(self.lines)
            cited = [self.source(key) for key in line.sources]
            self.lines.append([line.text, line.voice, line.badge, line.caveat, cited, line.row])
        return self._line_places[line]

    def source(self, key: str) -> int:
        """Where a source stands: short name, full citation, address."""
        if key not in self._source_places:
            self._source_places[key] = len(self.sources)
            source = self.system.sources[key]
            self.sources.append([source.short, source.reference, source.link])
        return self._source_places[key]


def packed_card(system: System, node: str, lines: Ledger) -> list[Any]:
    """Facts, sections, own sources, sentences by voice, hazards, names in other databases."""
    card = cards.card(system, node)
    return [
        [*filter(None, [card.answer]), *card.facts],
        [[s.heading, s.voice, [lines.place(line) for line in s.lines]] for s in card.sections],
        [lines.source(key) for key in card.own_sources],
        {voice: summaries.about(system, node, voice) for voice in voices_of("both")},
        [lines.place(line) for line in card.hazards],
        # What leads nowhere, as an InChIKey does, stays in the tables: its letters do not pack.
        [[list(SCHEMES).index(one.scheme), one.value] for one in card.elsewhere if one.link],
    ]
