"""A precursor on a slide: its peptides as bars under it, named, with their first letters once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures.sheet import folded, width_of

if TYPE_CHECKING:
    from explainer.figures.scale import Scale
    from explainer.figures.sequences import Letters
    from explainer.figures.sheet import Sheet
    from explainer.model.schema import Peptide, Precursor

_BAR = 16.0
_ROW = 20.0
_GAP = 6.0
_LEAST = 110.0  # width for a name; left of the scale stands no more than the gene


def packed(spans: Iterable[tuple[float, float]], gap: float) -> list[int]:
    """Give each span the first row in which it stands clear of those before it."""
    rows: list[list[tuple[float, float]]] = []
    out = []
    for left, right in spans:
        free = (
            place for place, row in enumerate(rows)
            if all(right + gap <= start or end + gap <= left for start, end in row)
        )  # fmt: skip
        place = next(free, len(rows))
        if place == len(rows):
            rows.append([])
        rows[place].append((left, right))
        out.append(place)
    return out


def draw_tracks(
    sheet: Sheet, row: Precursor, peptides: Iterable[Peptide], scale: Scale, letters: Letters
) -> None:
    """Draw one precursor, and under it each of its peptides at its place."""
    peptides = list(peptides)
    placed = sorted((p for p in peptides if p.start), key=lambda p: (p.start or 0, p.id))
    top = sheet.y
    sheet.text(sheet.margin, top + _BAR / 2, row.gene, weight="bold")
    starts = dict.fromkeys(peptide.sequence[:4] for peptide in peptides)
    for place, start in enumerate(starts):
        letters.draw_start(start, sheet.margin, top + _BAR + 4 + letters.row * place)
    scale.draw_bar(row, placed, _BAR)
    ends = [(scale.x(p.start or 1), scale.x((p.start or 1) + len(p.sequence))) for p in placed]
    size = sheet.page.small
    names = [
        folded(p.name, size, max(left - 6 - scale.left, _LEAST))
        for p, (left, _) in zip(placed, ends, strict=True)
    ]
    wide = [max(width_of(line, size) for line in lines) + 6 for lines in names]
    rows = packed(((a - w, b) for (a, b), w in zip(ends, wide, strict=True)), 12)
    high = [0] * (max(rows, default=-1) + 1)
    for place, lines in zip(rows, names, strict=True):
        high[place] = max(high[place], len(lines))
    for peptide, (left, right), place, lines in zip(placed, ends, rows, names, strict=True):
        y = top + _BAR + 3 + _ROW * sum(high[:place])
        colour = sheet.page.colour(theme.KINDS["peptide"])
        bar = sheet.box(left, y + 4, right - left, _ROW - 8, facecolor=colour, zorder=2)
        bar.set_gid(peptide.id)
        sheet.lines(left - 6, y + _ROW / 2, lines, _ROW, ha="right")
    below = top + _BAR + 3 + _ROW * sum(high)
    if loose := [p.name for p in peptides if not p.start]:
        sheet.y = below
        sheet.words(f"not placed: {', '.join(loose)}", x=scale.left)
        below = sheet.y
    sheet.y = max(below, top + _BAR + 4 + letters.row * len(starts)) + _GAP
