"""What each voice speaks of, and where it is silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_never

from explainer.drawing import theme
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.model.schema import Voice
from explainer.model.schema.categories import is_on_paper
from explainer.view.arguments import of_a_system
from explainer.voices.numerals import capital, count

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.system import System

SILENT = "silent"
_NAMES = 0.4  # of the width, at most
SIDES: tuple[Voice, Voice] = ("article", "pharmacology")
Counts = list[tuple[str, int, int]]


@of_a_system
def silences(system: System, page: str = "print") -> Drawing:
    """Draw claims and rows side by side for each domain, receptor and peptide; gaps stay empty.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    page
        ``print``, ``projector`` (peptides are counted, not listed) or ``dark``.

    """
    sheet = Sheet(page)
    sheet.title("Who speaks of what" if sheet.is_slide else "Who speaks of what, and who is silent")
    parts = {
        "Domains": domains(system),
        "Receptors": receptors(system),
        "Peptides": peptides(system),
    }
    if not any(parts.values()):
        sheet.words("These tables hold no domain, no receptor and no peptide.")
    elif sheet.is_slide:
        _draw_slide(sheet, parts)
    else:
        _Sides(sheet, sheet.margin, sheet.inner, parts).draw()
        sheet.y += 4
        sheet.words(
            "Numbers count claims and rows. Bars are to scale within each part, not between parts."
        )
    return sheet.finish(_description(system))


class _Sides:
    """Bars to the left for the article, to the right for the sources, names beside them."""

    def __init__(self, sheet: Sheet, left: float, width: float, parts: dict[str, Counts]) -> None:
        self.sheet, self.left, self.parts = sheet, left, parts
        self.size = sheet.page.small
        self.step = self.size * (1.12 if sheet.is_slide else 1.5)
        names = [row[0] for rows in parts.values() for row in rows]
        longest = max((width_of(name, self.size) for name in names), default=0)
        self.names = min(longest, width * _NAMES) + self.size * 0.6
        number = width_of(SILENT, self.size) + self.size * 0.4
        shares = [_shares(rows) for rows in parts.values() if rows] or [(1.0, 1.0)]
        to_left, to_right = (max(0.15, *side) for side in zip(*shares, strict=True))
        self.reach: float = (width - self.names - 2 * number) / (to_left + to_right)
        self.middle: float = left + self.names + number + self.reach * to_left

    def draw(self) -> None:
        """Draw the two heads, then each part."""
        sheet, gap = self.sheet, self.size * 0.5
        y = sheet.y + sheet.line / 2
        heads = ("article", "sources") if sheet.is_slide else (
            "claims of the article", "rows of pharmacology sources"
        )  # fmt: skip
        sheet.text(self.middle - gap, y, heads[0], ha="right", weight="bold")
        sheet.text(self.middle + gap, y, heads[1], weight="bold")
        sheet.y += sheet.line * 1.15
        for title, rows in self.parts.items():
            if rows:
                words = {"weight": "bold", "size": sheet.page.size}
                sheet.text(self.left, sheet.y + self.step / 2, title, **words)
                sheet.y += self.step
                top = sheet.y
                self._draw_rows(rows)
                ends = [(self.middle, top), (self.middle, sheet.y)]
                sheet.stroke(ends, color=sheet.page.ink, zorder=4)
                sheet.y += self.size * 0.4

    def _draw_rows(self, rows: Counts) -> None:
        sheet = self.sheet
        most = max(max(claims, found) for _, claims, found in rows) or 1
        for name, claims, found in rows:
            y = sheet.y + self.step / 2
            for voice, number in zip(SIDES, (claims, found), strict=True):
                sign = _side(voice)
                x = self._draw_bar(number / most, voice, y)
                words = str(number) if number else SILENT
                colour = sheet.page.ink if number else sheet.page.soft
                align = "right" if sign < 0 else "left"
                place = x + sign * self.size * 0.35
                sheet.text(place, y, words, ha=align, color=colour)
            lines = folded(name, self.size, self.names - self.size * 0.5)
            sheet.lines(self.left, y, lines, self.step)
            sheet.y += self.step * len(lines)
            below = [(self.left, sheet.y), (self.middle - self.size * 0.5, sheet.y)]
            sheet.stroke(below, linewidth=0.3)

    def _draw_bar(self, share: float, voice: Voice, y: float) -> float:
        """Draw one bar, or an empty dotted place where there is nothing; tell where it ends."""
        side, length = _side(voice), _side(voice) * self.reach * share
        sheet = self.sheet
        high = self.step * 0.62
        colour = sheet.page.colour(theme.VOICES[voice])
        if not length:
            end = self.middle + side * self.size * 1.2
            looks = {"linestyle": ":", "edgecolor": sheet.page.soft}
            sheet.box(min(self.middle, end), y - high / 2, self.size * 1.2, high, **looks)
            return end
        end = self.middle + length
        hatch = "////" if is_on_paper(voice) else None
        sheet.box(
            min(self.middle, end), y - high / 2, abs(length), high, zorder=3, linewidth=0,
            facecolor=colour, hatch=hatch, edgecolor=sheet.page.ground,
        )  # fmt: skip
        return end


def _side(voice: Voice) -> int:
    """Tell to which side of the middle a voice's bars grow."""
    match voice:
        case "article":
            return -1
        case "pharmacology":
            return 1
        case "ours":
            raise ValueError("our judgement has no bars: it is neither the article nor a source")
        case _:
            assert_never(voice)


def _shares(rows: Counts) -> tuple[float, float]:
    """Tell how far the longest bar of each side reaches, where the longest of all reaches 1."""
    claims, found = max(row[1] for row in rows), max(row[2] for row in rows)
    most = max(claims, found) or 1
    return claims / most, found / most


def _draw_slide(sheet: Sheet, parts: dict[str, Counts]) -> None:
    """Draw domains on the left, receptors on the right, and put the peptides in a sentence."""
    top, gap = sheet.y, 40.0
    width = (sheet.inner - gap) / 2
    _Sides(sheet, sheet.margin, width, {"Domains": parts["Domains"]}).draw()
    bottom, sheet.y = sheet.y, top
    right = sheet.margin + width + gap
    _Sides(sheet, right, width, {"Receptors": parts["Receptors"]}).draw()
    rows = parts["Peptides"]
    named = sum(claims > 0 for _, claims, _ in rows)
    sheet.y += sheet.line
    sheet.words("Peptides", x=right, weight="bold", color=sheet.page.ink)
    told = f"The article has words for {named} of {len(rows)}."
    sheet.words(told, x=right, color=sheet.page.ink)
    found = sum(number > 0 for _, _, number in rows)
    sheet.words(f"Sources have rows on {found}.", x=right, color=sheet.page.ink)
    sheet.y = max(bottom, sheet.y) + 4
    sheet.words("Bars are to scale within each part.")


def domains(system: System) -> Counts:
    """Count claims and findings for each domain."""
    return [
        (d.name, len(system.claims_about(d.id)), len(system.effects_on(d.id)))
        for d in system.domains.values()
    ]


def receptors(system: System) -> Counts:
    """Count claims that name a receptor, and rows on each."""
    named = sum(claim.names_receptor for claim in system.claims.values())
    return [
        (r.name, named, len(system.acting_at(r.id)) + len(system.effects_of(r.id)))
        for r in system.receptors.values()
    ]


def peptides(system: System) -> Counts:
    """Count claims with a word for each peptide, and rows on what it does at receptors."""
    out = []
    for peptide in system.peptides.values():
        words = {s.id for s in system.subjects.values() if peptide.id in s.names}
        claims = sum(bool(words.intersection(claim.subjects)) for claim in system.claims.values())
        out.append((peptide.name, claims, len(system.targets_of(peptide.id))))
    return out


def _description(system: System) -> str:
    """Tell in words what `silences` draws: each pair of counts, then both silences."""
    article, sources, _ = system.silences()
    told = [
        f"{name}: {', '.join(str(getattr(system.find(i), 'name', i)) for i in ids) or 'none'}"
        for name, ids in article.items()
    ]
    back = ", ".join(str(getattr(system.find(i), "name", i)) for i in sources["domains"]) or "none"
    pairs = [_pairs(domains(system)), _pairs(receptors(system)), _pairs(peptides(system))]
    return (
        "Bars to the left count claims of the article, bars to the right rows of pharmacology "
        f"sources. {capital(count(sum(map(len, pairs)), 'name'))}, with claims and rows of each: "
        f"{'; '.join(pair for part in pairs for pair in part) or 'none'}. "
        f"The article is silent on {'; '.join(told)}. "
        f"These tables hold no finding on domains that it speaks of: {back}."
    )


def _pairs(rows: Sequence[tuple[str, int, int]]) -> list[str]:
    return [f"{name} {claims} and {found}" for name, claims, found in rows]
