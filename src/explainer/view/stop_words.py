"""Stops of words: what the article says, by which names, and what a molecule does where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from explainer.drawing import theme
from explainer.drawing.display import Frame, Shape, Words
from explainer.drawing.type_metrics import folded, width_of
from explainer.model.schema import Claim
from explainer.view import paper
from explainer.view.blocks import receptor
from explainer.view.stop import GAP, HERO, LATE, Stop
from explainer.voices.phrases import line_of, name_of

_PAD = 12.0
_ROW = 34.0  # height of a receptor with what a molecule does there
_TYPE = 14.0
_KNOWN = {True: "Receptors that sources name", False: "Known to sources as"}
_SHARE = 0.6  # of the height, for what the article says of one thing
_SHARE_OVER_A_NOTE = 0.7  # where no names follow, but at most a note
_BOLD = 1.12  # how much wider bold letters are
_STEP = 1.3  # height of a line, in sizes of its type
_NONE: Mapping[str, str] = {}
_LARGE = (18.0, 16.0, 14.0, 13.0, 12.0)  # type of what the article says, the largest that fits


def article_alone(stop: Stop) -> Frame:
    """Its receptors, which have no name, above four that it does not name."""
    frame = Frame(stop.size.width)
    y = paper.draw_across(stop.system, frame) + 2 * GAP
    names = list(stop.system.receptors)
    across = min(len(names), 2 if stop.is_narrow else 4) or 1
    wide = (stop.size.width + GAP) / across
    for n, name in enumerate(names):
        box = Shape(wide * (n % across), y + 44 * (n // across), wide - GAP, HERO, "")
        receptor(stop.system, frame, name, box)
    frame.height = y + 44.0 * -(-len(names) // across)
    return frame


def _claims_on_focus(stop: Stop) -> list[Claim]:
    focus, system = stop.state.focus, stop.system
    return [
        claim for claim in system.claims.values() if focus in (*claim.subjects, f"gap_{claim.id}")
    ]


def _verdicts(stop: Stop) -> dict[str, str]:
    return {row.claim: row.verdict for row in stop.system.assessments.values()}


def weighed(stop: Stop) -> Frame:
    """Set the claims with the verdict that the stop is about, on the article's ground."""
    verdicts, wanted = _verdicts(stop), stop.state.verdict
    claims = stop.system.claims.values() if wanted else ()
    return _claims(stop, [claim for claim in claims if verdicts.get(claim.id) == wanted])


def said(stop: Stop) -> Frame:
    """Set what it says of one thing, how that stands, and by which names sources know the thing."""
    domains = set(stop.state.also) & set(stop.system.domains)
    claims = [one for one in _claims_on_focus(stop) if domains <= set(one.domains)]
    subject = stop.system.subjects.get(stop.state.focus)
    if subject is None or stop.kind == "gap":
        return _claims(stop, claims, _SHARE, _verdicts(stop))
    has_names = bool(subject.names) or subject.is_receptor
    share = _SHARE if has_names else _SHARE_OVER_A_NOTE
    frame = _claims(stop, claims, share, _verdicts(stop))
    names, look = list(subject.names), "chip body"
    if subject.is_receptor:
        names, look = list(stop.system.receptors), "receptor"
    y = frame.height + 2 * GAP + _TYPE
    if names:
        frame.words.append(Words(2, y, _KNOWN[subject.is_receptor], _TYPE, "strong"))
        frame.height = _names(stop, frame, names, look, y + GAP)
    elif subject.note:
        for line in folded(subject.note, _TYPE, (stop.size.width - 4) / _BOLD):
            frame.words.append(Words(2, y, line, _TYPE, f"strong {LATE}"))
            y += _TYPE * _STEP
        frame.height = y
    return frame


def _names(stop: Stop, frame: Frame, names: Iterable[str], look: str, y: float) -> float:
    """Set names as boxes side by side, row below row; give their lower edge."""
    x = 0.0
    for name in names:
        words = name_of(stop.system, name)
        w = width_of(words, 14, is_bold=True) + 36
        if x and x + w > stop.size.width:
            x, y = 0.0, y + 38
        frame.shapes.append(Shape(x, y, w, 30, look, name, words))
        on = "on-receptor" if look == "receptor" else "strong"
        frame.words.append(Words(x + w / 2, y + 20, words, 14, on, "middle"))
        x += w + GAP
    return y + 38


def _claims(
    stop: Stop, claims: Sequence[Claim], share: float = 1.0, verdicts: Mapping[str, str] = _NONE
) -> Frame:
    """Set claims on the article's ground, in the largest type in which they fit."""
    room, width = stop.size.height * share, stop.size.width - 2 * _PAD
    size, lines = _LARGE[-1], list[list[str]]()
    for size in _LARGE:
        lines = [folded(text, size, width) for text in _texts(stop, claims)]
        rows = sum(len(some) + bool(verdicts) for some in lines)
        if rows * size * _STEP + 6 * len(lines) + 2 * _PAD <= room:
            break
    step = size * _STEP
    frame, y = Frame(stop.size.width), _PAD
    for place, (claim, some) in enumerate(zip(claims, lines, strict=True)):
        after = place + 1 < len(lines)  # a line says how many more there are
        needed = (len(some) + bool(verdicts) + after) * step + _PAD
        if place and y + needed > room and not stop.is_narrow:
            more = f"… and {len(lines) - place} more."
            frame.words.append(Words(_PAD, y + size, more, size, "on-paper strong"))
            y += step
            break
        for line in some:
            frame.words.append(Words(_PAD, y + size, line, size, "on-paper"))
            y += step
        if verdict := verdicts.get(claim.id):
            for line in folded(f"In our judgement: {verdict}", size, width / _BOLD):
                frame.words.append(Words(_PAD, y + size, line, size, f"ours strong {LATE}"))
                y += step
        y += 6
    frame.height = y + _PAD
    ground = Shape(0, 0, stop.size.width, frame.height, "paper", "article", "The article")
    frame.shapes.insert(0, ground)
    return frame


def _texts(stop: Stop, claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        line = line_of(stop.system, claim)
        yield f"{line.text} ({line.badge})"


def chains(stop: Stop) -> Frame:
    """Long chains, and the peptides cut from each; those of no known chain come last."""
    frame, y = Frame(stop.size.width), 0.0
    peptides = stop.system.peptides.values()
    for chain in (*stop.system.precursors.values(), None):
        names = [row.id for row in peptides if row.precursor == (chain.id if chain else None)]
        if not names:
            continue
        title = chain.gene if chain else "chain not known"
        frame.words.append(Words(2, y + 13, title, 13, "strong"))
        y = _chips(stop, frame, names, y)
    frame.height = y
    return frame


def _chips(stop: Stop, frame: Frame, names: Iterable[str], y: float) -> float:
    x, left = 128.0, 128.0
    for name in names:
        words = name_of(stop.system, name)
        w = width_of(words, 12) + 16
        if x > left and x + w > stop.size.width:
            x, y = left, y + 22
        frame.shapes.append(Shape(x, y, w, 19, f"chip body {LATE}", name, words))
        frame.words.append(Words(x + 8, y + 14, words, 12, f"on-chip {LATE}"))
        x += w + 5
    return y + 26


def acts(stop: Stop) -> Frame:
    """What a molecule does at each receptor, in all the words that sources have for it."""
    frame, y = Frame(stop.size.width), 0.0
    rows = list(stop.system.interactions_of(stop.state.focus).values())
    wide = 96.0 if stop.is_narrow else 150.0
    for name in stop.system.receptors:
        told = [row.action for row in rows if row.receptor == name]
        words = dict.fromkeys(theme.FAMILIES[theme.FAMILY_OF[action]].word for action in told)
        receptor(stop.system, frame, name, Shape(0, y, wide, _ROW, ""))
        lines = folded(", ".join(words) or "no row", 14, stop.size.width - wide - _PAD)
        for n, line in enumerate(lines):
            at = y + 22 + 18 * (n - (len(lines) - 1) / 2)
            frame.words.append(Words(wide + _PAD, at, line, 14, LATE))
        y += max(_ROW, 18.0 * len(lines)) + GAP
    frame.height = y
    return frame
