"""The form of a card: its parts, and how they are written as text and as a page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from explainer.drawing import theme
from explainer.model.elsewhere import Elsewhere
from explainer.model.schema import Voice
from explainer.voices.phrases import Line


@dataclass(frozen=True)
class Section:
    """Lines of one voice under one heading."""

    heading: str
    voice: Voice
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Card:
    """Everything there is to say of one node."""

    id: str
    title: str
    kind: str
    voice: Voice
    answer: str
    """What was found, in one line, before all else; blank where no finding could be."""
    hazards: tuple[Line, ...]
    """What must stand in sight beside anything that sounds like help."""
    facts: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]
    """What other databases call it."""
    sections: tuple[Section, ...]
    own_sources: tuple[str, ...]
    citations: tuple[tuple[str, str], ...]
    help: str = ""
    """Where somebody can be reached."""

    def __str__(self) -> str:
        """Write the card as plain text, with its sources in full."""
        out = [f"{self.title} ({self.kind}; {theme.VOICES[self.voice].word})"]
        out += [self.answer] if self.answer else []
        out += [*map(_plain, self.hazards), *([self.help] if self.help else []), *self.facts]
        if self.elsewhere:
            known = ", ".join(f"{one.words} {one.link}".rstrip() for one in self.elsewhere)
            out.append(f"{ELSEWHERE}: {known}")
        for section in self.sections:
            out += ["", f"{section.heading} [{theme.VOICES[section.voice].word}]"]
            out += [f"- {_plain(line)}" for line in section.lines]
        out += ["", "Sources", *(f"- {text} {link}".rstrip() for text, link in self.citations)]
        return "\n".join(out)

    def _repr_html_(self) -> str:
        """Show the card in a notebook cell; every word is escaped."""
        out = [f"<h3>{escape(self.title)}</h3><p>{escape(self.kind)}</p>"]
        out += [f"<p>{escape(self.answer)}</p>"] if self.answer else []
        out += [f"<p><strong>{escape(_plain(line))}</strong></p>" for line in self.hazards]
        out += [f"<p>{escape(words)}</p>" for words in (self.help, *self.facts) if words]
        if self.elsewhere:
            known = ", ".join(_linked(one.words, one.link) for one in self.elsewhere)
            out.append(f"<p>{ELSEWHERE}: {known}</p>")
        for section in self.sections:
            lines = "".join(f"<li>{escape(_plain(line))}</li>" for line in section.lines)
            out.append(f"<h4>{escape(section.heading)}</h4><ul>{lines}</ul>")
        cited = "".join(f"<li>{_linked(text, link)}</li>" for text, link in self.citations)
        return "".join([*out, f"<h4>Sources</h4><ul>{cited}</ul>"])


ELSEWHERE = "In other databases"


def _linked(words: str, link: str) -> str:
    return f'<a href="{escape(link)}">{escape(words)}</a>' if link else escape(words)


def _plain(line: Line) -> str:
    cited = f" [{', '.join(line.sources)}]" if line.sources else ""
    badge = f" ({line.badge})" if line.badge else ""
    return f"{line.text}{badge}{' Note: ' + line.caveat if line.caveat else ''}{cited}"
