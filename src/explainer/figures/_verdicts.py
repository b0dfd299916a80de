"""What the article claims, how firmly, and how each claim stands in our judgement."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING, Literal, get_args

from explainer.drawing import theme
from explainer.figures import marks
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.model.schema.vocabularies import Hedging, Verdict
from explainer.view.arguments import of_a_system
from explainer.voices.numerals import capital, count, listed

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.schema import Claim
    from explainer.model.system import System

Lane = Verdict | Literal["not assessed"]
UNASSESSED: Literal["not assessed"] = "not assessed"
HEDGING: tuple[Hedging, ...] = get_args(Hedging)
_LANE = 15.0
_WIDE = 842.0  # a sheet of paper lying on its side: two columns of claims in full


@of_a_system
def verdicts(system: System, page: str = "print") -> Drawing:
    """Draw the article's claims in their order against our verdicts on them.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    page
        ``print``, ``projector`` (a mark for each claim, without its words) or ``dark``.

    """
    sheet = Sheet(page, _WIDE)
    number = capital(count(len(system.claims), "claim"))
    if sheet.is_slide:
        sheet.title(f"The article's {count(len(system.claims), 'claim')}, and our verdicts")
    else:
        sheet.title(f"{number} of the article, and how they stand in our judgement")
    paragraphs = by_paragraph(system)
    if not paragraphs:
        sheet.words("These tables hold no claim of the article.")
    elif sheet.is_slide:
        _draw_board(sheet, system, paragraphs)
    else:
        _draw_legend(sheet, system)
        _draw_ledger(sheet, system, paragraphs)
    return sheet.finish(describe(system))


def by_paragraph(system: System) -> dict[str, list[Claim]]:
    """Group claims by paragraph, in the order in which the article has them."""
    out: dict[str, list[Claim]] = {}
    for claim in system.claims.values():
        out.setdefault(claim.paragraph, []).append(claim)
    return out


def verdict_of(system: System, claim: Claim) -> Lane:
    """Give our verdict on a claim, or say that there is none."""
    found = system.assessment_of(claim.id)
    return found.verdict if found else UNASSESSED


def lanes_of(system: System) -> dict[Lane, int]:
    """Count the claims under each verdict, in the order of the house; all verdicts are named."""
    counts = Counter(verdict_of(system, claim) for claim in system.claims.values())
    lanes: dict[Lane, int] = {verdict: counts[verdict] for verdict in theme.VERDICTS}
    return lanes | ({UNASSESSED: counts[UNASSESSED]} if counts[UNASSESSED] else {})


def _sign(lane: Lane) -> str:
    return "–" if lane == "not assessed" else theme.VERDICTS[lane]


def _draw_legend(sheet: Sheet, system: System) -> None:
    ours = sheet.page.colour(theme.VOICES["ours"])

    def glyph(verdict: Lane, page: Sheet, at: marks.At, size: float) -> None:
        page.text(*at, _sign(verdict), ha="center", size=size * 1.2, color=ours)

    sheet.legend(
        (
            (functools.partial(glyph, verdict), f"{verdict} {number}")
            for verdict, number in lanes_of(system).items()
        ),
        heading="Our verdict:",
    )
    sheet.legend(_hedging_items(system), heading="How it is said:")
    sheet.y += 3


def _hedging_items(system: System) -> list[tuple[functools.partial[None], str]]:
    counts: Counter[str] = Counter(claim.hedging for claim in system.claims.values())
    return [
        (functools.partial(_hedging, name), f"{name} {counts[name]}")
        for name in HEDGING
        if counts[name]
    ]


def _hedging(name: Hedging, sheet: Sheet, at: marks.At, size: float) -> None:
    marks.hedging(sheet, name, at, size * 0.8)


def _draw_ledger(sheet: Sheet, system: System, paragraphs: dict[str, list[Claim]]) -> None:
    """Set each claim in words, in two columns, with its sign in the lane of its verdict."""
    lanes = list(lanes_of(system))
    gap = 22.0
    width = (sheet.inner - gap) / 2
    ledger = _Ledger(sheet, lanes, width)
    heights = [sum(map(ledger.height_of, claims)) + 4 for claims in paragraphs.values()]
    half, used = sum(heights) / 2, 0.0
    top = bottom = sheet.y
    ledger.start(sheet.margin, top)
    is_second = False
    for (paragraph, claims), height in zip(paragraphs.items(), heights, strict=True):
        if not is_second and used and used + height / 2 > half:
            bottom, is_second = ledger.y, True
            ledger.start(sheet.margin + width + gap, top)
        used += height
        ledger.draw_paragraph(paragraph, [(c, verdict_of(system, c)) for c in claims])
    sheet.y = max(bottom, ledger.y)


class _Ledger:
    """One column of claims."""

    def __init__(self, sheet: Sheet, lanes: list[Lane], width: float) -> None:
        self.sheet, self.lanes, self.width = sheet, lanes, width
        self.step = sheet.page.small * 1.16
        self.x = self.y = 0.0
        self.words_width = width - 24 - 15 - _LANE * len(lanes) - 8

    def start(self, x: float, y: float) -> None:
        """Begin at the top of a column, with the verdicts' signs over their lanes."""
        self.x, self.y = x, y
        for lane in self.lanes:
            self._draw_sign(lane, y + 6, self.sheet.page.soft)
        self.y += 13

    def _lane_x(self, lane: Lane) -> float:
        return self.x + self.width - _LANE * (len(self.lanes) - self.lanes.index(lane) - 0.5)

    def _draw_sign(self, lane: Lane, y: float, colour: str, gid: str = "") -> None:
        size = self.sheet.page.small * 1.25
        text = self.sheet.text(self._lane_x(lane), y, _sign(lane), ha="center", size=size)
        text.set_color(colour)
        text.set_gid(gid)

    def _lines(self, claim: Claim) -> list[str]:
        return folded(claim.statement, self.sheet.page.small, self.words_width)

    def height_of(self, claim: Claim) -> float:
        """Tell how high one claim is."""
        return self.step * len(self._lines(claim)) + (6 if claim.open_end else 2)

    def draw_paragraph(self, paragraph: str, claims: list[tuple[Claim, Lane]]) -> None:
        """Draw a paragraph's claims under a line."""
        sheet = self.sheet
        sheet.stroke([(self.x, self.y), (self.x + self.width, self.y)], linewidth=0.5)
        self.y += 2
        y = self.y + self.step / 2
        sheet.text(self.x, y, paragraph.upper(), weight="bold", color=sheet.page.soft)
        for claim, verdict in claims:
            self._draw_claim(claim, verdict)
        self.y += 1

    def _draw_claim(self, claim: Claim, verdict: Lane) -> None:
        sheet, height = self.sheet, self.height_of(claim)
        left = self.x + 24 + 15
        first = self.y + self.step / 2 + (2 if claim.open_end else 0)
        marks.hedging(sheet, claim.hedging, (self.x + 30, first), 7.5, claim.id)
        lines = self._lines(claim)
        if claim.open_end:
            bottom = self.y + height - 2
            _draw_gap(sheet, left - 3, self.y, left + self.words_width, bottom)
        for place, line in enumerate(lines):
            sheet.text(left, first + self.step * place, line).set_gid(f"{claim.id} words")
        self._draw_sign(verdict, first, sheet.page.colour(theme.VOICES["ours"]), claim.id)
        if not claim.open_end:
            start = left + self.words_width + 4
            stop = self._lane_x(verdict) - 5
            sheet.stroke([(start, first), (stop, first)], linestyle=(0, (0.8, 2.4)), linewidth=0.8)
        self.y += height


def _draw_gap(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
    """Draw the slip of a sentence that stops: open where its end should be."""
    colour = sheet.page.colour(theme.VOICES["article"])
    paper = sheet.page.colour(theme.KINDS["gap"])
    slip = sheet.box(left, top, right - left, bottom - top, facecolor=paper, zorder=1.5)
    slip.set_gid("gap")
    edge = [(right, top), (left, top), (left, bottom), (right, bottom)]
    sheet.stroke(edge, color=colour, linestyle="--", linewidth=1.1, zorder=2)


def _draw_board(sheet: Sheet, system: System, paragraphs: dict[str, list[Claim]]) -> None:
    """Draw a mark for each claim: paragraphs downwards, verdicts across."""
    size = sheet.page.small
    lanes = lanes_of(system)
    left = sheet.margin + 52
    widths = [max(width_of(word, size) for word in verdict.split()) + size for verdict in lanes]
    spare = (sheet.right - left - sum(widths)) / len(lanes)
    lefts: dict[Lane, float] = {}
    for (verdict, number), width in zip(lanes.items(), widths, strict=True):
        x = lefts[verdict] = left
        left += width + spare
        sheet.text(x, sheet.y + size * 0.6, f"{_sign(verdict)} {number}", weight="bold")
        for line, words in enumerate(folded(verdict, size, width + spare - size / 2)):
            sheet.text(x, sheet.y + size * (1.7 + 1.08 * line), words)
    sheet.y += size * 3.4
    step = min(size * 1.3, (sheet.height - sheet.y - size * 2.8) / len(paragraphs))
    for paragraph, claims in paragraphs.items():
        y = sheet.y + step / 2
        sheet.stroke([(sheet.margin, sheet.y), (sheet.right, sheet.y)], linewidth=0.5)
        sheet.text(sheet.margin, y, paragraph.upper(), color=sheet.page.soft)
        used: Counter[str] = Counter()
        for claim in claims:
            verdict = verdict_of(system, claim)
            x = lefts[verdict] + size * (0.45 + used[verdict])
            marks.hedging(sheet, claim.hedging, (x, y), size * 0.75, claim.id)
            used[verdict] += 1
            if claim.open_end:
                end = x + size * 5.4
                _draw_gap(sheet, x - size * 0.6, y - step * 0.42, end, y + step * 0.42)
                sheet.text(x + size * 0.8, y, "cut off …")
                used[verdict] += 5
        sheet.y += step
    sheet.y += size * 0.3
    sheet.legend(_hedging_items(system))


def describe(system: System) -> str:
    """Tell in words what `verdicts` draws."""
    claims = system.claims.values()
    if not claims:
        return "These tables hold no claim of the article. There is no verdict to draw."
    told = [f"{verdict} {number}" for verdict, number in lanes_of(system).items()]
    said: Counter[str] = Counter(claim.hedging for claim in claims)
    parts = [
        (
            f"{capital(count(len(claims), 'claim'))} of the article, in the order of its "
            f"paragraphs, against our verdicts: {listed(told)}."
        ),
        f"How they are said: {listed(f'{name} {said[name]}' for name in HEDGING if said[name])}.",
    ]
    for paragraph, rows in by_paragraph(system).items():
        counts = Counter(verdict_of(system, claim) for claim in rows)
        parts.append(f"{paragraph.upper()}: {', '.join(f'{v} {n}' for v, n in counts.items())}.")
    parts += [
        f"A sentence in {claim.paragraph.upper()} stops before its end; it is drawn as a gap that "
        "ends in nothing."
        for claim in claims
        if claim.open_end
    ]
    return " ".join(parts)
