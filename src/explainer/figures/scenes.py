"""What the picture tells of a node on paper: its answer in words, and the frames that show it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import folded
from explainer.model.schema import Claim
from explainer.model.schema.categories import voices_of
from explainer.model.system import System
from explainer.view import absence, blocks, closeups, headlines, near, overview
from explainer.view.findings import Finding, findings
from explainer.view.state import State
from explainer.voices.numerals import capital, count, listed
from explainer.voices.phrases import line_of, name_of

_LABELS = 104.0
_SIDE = 128.0  # width of the article's ground on a slide, where height is dear
REST = "… and"  # how the count of claims begins for which there is no room
_LINE = 15.0
_PAD = 12.0
_HERO = 36.0
_SAID = {"paper", "socket", "socket-box", "receptor", "on-paper", "on-socket", "on-receptor"}


@dataclass(frozen=True)
class Scene:
    """One node, or the first view, as one lens shows it."""

    system: System
    state: State
    sentence: str  # what the Explorer says of it

    @property
    def found(self) -> list[Finding]:
        """All findings, each at its place."""
        return findings(self.system)

    @property
    def own(self) -> list[Finding]:
        """The findings that this scene shows."""
        if self.is_article_alone or self.is_said:
            return []
        focus, first = self.state.focus, overview.first_domains(self.system)
        return [
            one
            for one in self.found
            if (focus in (one.agent, one.domain, *one.through) if focus else one.domain in first)
        ]

    @property
    def is_article_alone(self) -> bool:
        """Whether only the article speaks."""
        return self.state.lens == "article"

    @property
    def is_article_heard(self) -> bool:
        """Whether the article speaks, alone or beside the sources."""
        return "article" in voices_of(self.state.lens)

    @property
    def is_said(self) -> bool:
        """Whether it is in the article's own words: a subject, or where a sentence stops."""
        focus = self.state.focus
        return bool(focus) and self.system.graph.nodes[focus]["kind"] in {"subject", "gap"}

    def answer(self) -> tuple[str, str]:
        """Say what was found in one sentence, and the numbers of it in another."""
        if not self.system.graph:
            return "These tables hold nothing to draw.", ""
        if self.is_said:
            return self._answer_in_its_words()
        if not self.state.focus:
            return self._first_answer()
        if self.is_article_alone:
            answer = self._answer_of_the_article()
            return answer, "" if self.sentence[1:] in answer else self.sentence
        return self._answer_of_sources()

    def _answer_in_its_words(self) -> tuple[str, str]:
        row = self.system.subjects.get(self.state.focus)
        if row is None or not self.is_article_heard:
            return self.sentence, ""
        return f"{capital(row.name)}: {row.note}" if row.note else row.name, self.sentence

    def _first_answer(self) -> tuple[str, str]:
        head, more = headlines.overview(self.system, self.found)
        if self.is_article_alone:
            return head, self.sentence
        sides = [
            name_of(self.system, domain).lower() for domain in overview.first_domains(self.system)
        ]
        numbers = f"On {listed(sides)}: {headlines.numbers(self.own)}"
        if self.is_article_heard:
            return head, f"{more} {numbers}"
        return more, numbers

    def _answer_of_the_article(self) -> str:
        focus = self.state.focus
        name, told = capital(name_of(self.system, focus)), self.claims()
        ways = {claim.direction for claim in told}
        if focus not in self.system.domains or not ways & {"improves", "worsens"}:
            return f"{name}: {self.sentence[:1].lower()}{self.sentence[1:]}"
        row = self.system.domains[focus]
        words = [
            w for way, w in (("improves", row.improves), ("worsens", row.worsens)) if way in ways
        ]
        is_named = any(claim.names_receptor for claim in told)
        more = "" if is_named else ", and names no receptor"
        return f"{name}: the article speaks of {listed(words)}{more}."

    def _answer_of_sources(self) -> tuple[str, str]:
        focus = self.state.focus
        of = headlines.of_domain if focus in self.system.domains else headlines.of_agent
        head, numbers = of(self.system, self.found, focus)
        if not self.own or focus in self.system.precursors:
            return head, self.sentence
        said = headlines.article_on(self.system, focus)
        if not (self.is_article_heard and said):
            return head, numbers
        return head, f"{numbers} The article {'has ' if said.endswith('on it') else ''}{said}."

    def claims(self) -> list[Claim]:
        """What the article says of it."""
        focus, system = self.state.focus, self.system
        if focus in system.domains:
            return list(system.claims_about(focus).values())
        return [
            claim
            for claim in system.claims.values()
            if focus in (*claim.subjects, f"gap_{claim.id}")
            or any(focus in system.subjects[subject].names for subject in claim.subjects)
        ]

    def frames(self, width: int, height: float, *, is_slide: bool) -> list[Frame]:
        """Give what is drawn, one below the other, for this width; most keep to this height."""
        system, focus = self.system, self.state.focus
        if not system.graph:
            return []
        if not focus:
            return [self._first_frame(width, height, is_slide=is_slide)]
        if self.is_said or self.is_article_alone:
            return [self._said_frame(width, height)] if self.is_article_heard else []
        found = self.found
        if focus in system.domains:
            return [closeups.of_domain(system, found, focus, width, height)] if self.own else []
        frame = closeups.of_agent(system, found, focus, width, height)
        if is_slide and frame.height > height:
            frame = self._first_domains_frame(width, height - _LINE)
        return [frame]

    def _first_domains_frame(self, width: int, height: float) -> Frame:
        """Show only what the first view shows, and say how much more there is."""
        first = overview.first_domains(self.system)
        some = [one for one in self.found if one.domain in first]
        frame = closeups.of_agent(self.system, some, self.state.focus, width, height)
        rest = [one for one in self.own if one.domain not in first]
        sides = count(len({one.domain for one in rest}), "other side")
        told = f"Not drawn here: {count(len(rest), 'finding')} on {sides} of life and health."
        frame.words.append(Words(2, frame.height + _LINE - 3, told))
        frame.height += _LINE
        return frame

    def _first_frame(self, width: int, height: float, *, is_slide: bool) -> Frame:
        is_beside = self.is_article_heard and not self.is_article_alone
        paper = _SIDE if is_slide and is_beside else 0.0
        form = overview.Wide(
            width, paper, _LABELS, height,
            has_article=self.state.lens != "pharmacology",
            has_chips=not (is_slide or self.is_article_alone),
        )  # fmt: skip
        frame = overview.wide(self.system, self.own, form)
        return _only(frame, _SAID) if self.is_article_alone else frame

    def _said_frame(self, width: int, height: float) -> Frame:
        """Set what the article says on its own ground, as far as there is room."""
        frame = Frame(width)
        if self.state.focus in self.system.receptors:
            blocks.receptor(self.system, frame, self.state.focus, Shape(0, 0, 180, _HERO, ""))
            frame.height = _HERO + _PAD
        claims = self.claims()
        if not claims:
            return frame
        top, y = frame.height, frame.height + _PAD
        for place, lines in enumerate(self._lines(claims, width)):
            if place and y + _LINE * (len(lines) + 2) > height:
                lines = [f"{REST} {count(len(claims) - place, 'more claim')}."]  # noqa: PLW2901
            for line in lines:
                y += _LINE
                frame.words.append(Words(_PAD, y - 3, line, 12, "on-paper"))
            if lines[0].startswith(REST):
                break
            y += 3
        frame.height = y + _PAD
        ground = Shape(0, top, width, frame.height - top, "paper", "article", "The article")
        frame.shapes.insert(0, ground)
        return frame

    def _lines(self, claims: Iterable[Claim], width: float) -> list[list[str]]:
        told = [line_of(self.system, claim) for claim in claims]
        return [folded(f"{line.text} ({line.badge})", 12, width - 2 * _PAD) for line in told]

    def short_heads(self, frames: Iterable[Frame]) -> str:
        """Say in full what heads mean that were too long for their lanes."""
        words = [words for frame in frames for words in frame.words]
        there = {line.text for line in words} | {
            f"{one.text} {next_.text}" for one, next_ in itertools.pairwise(words)
        }
        heads = [(short, full) for _, full, short in (*blocks.HEADS, *near.STEP_HEADS)]
        heads += [(one.short, one.words) for one in absence.KINDS]
        told = {short: full for short, full in heads if short in there and full not in there}
        return f"{'; '.join(f'{short}: {full}' for short, full in told.items())}." if told else ""

    def drawn(self, frames: Sequence[Frame]) -> str:
        """Tell in one sentence what is drawn."""
        marks = sum(len(field.marks) for frame in frames for field in frame.fields)
        counted = sum(len(stack.marks) for frame in frames for stack in frame.stacks)
        parts = [count(marks, "mark, each one finding", "marks, each one finding")] if marks else []
        parts += [f"{counted} findings counted in stacks"] if counted else []
        boxes = sum(shape.look == "receptor" for frame in frames for shape in frame.shapes)
        parts += [count(boxes, "receptor")] if boxes else []
        return f"Drawn: {listed(parts) or 'nothing'}."


def _only(frame: Frame, looks: set[str]) -> Frame:
    """Keep of a frame what has one of these looks."""
    shapes = [shape for shape in frame.shapes if shape.look in looks]
    words = [words for words in frame.words if looks & set(words.look.split())]
    bottom = max((shape.y + shape.h for shape in shapes), default=0.0)
    return Frame(frame.width, bottom + 4, words, shapes)
