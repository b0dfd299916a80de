"""Long proteins as bars, the peptides cut from them at their true places, letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures.figure import on_both_grounds
from explainer.figures.scale import Scale, end_of, last_of
from explainer.figures.sequences import Letters, Window, windows
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.figures.tracks import draw_tracks
from explainer.view.arguments import of_a_system
from explainer.voices.numerals import capital, count, listed

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.schema import Peptide, Precursor, Subject
    from explainer.model.system import System

_BAR = 11.0


@on_both_grounds
@of_a_system
def precursors(system: System, page: str = "print") -> Drawing:
    """Draw each precursor with its peptides, and apart from them those that no precursor yields.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    page
        ``print``, ``projector`` (places and names, few letters) or ``dark``.

    Returns
    -------
    Drawing
        Places are numbers of amino acids in the precursor.
        A matplotlib ``Figure``; ``description`` tells it in words.

    Raises
    ------
    TypeError
        Where ``system`` is no system.
    ValueError
        Where ``page`` is none of the three.

    """
    sheet = Sheet(page)
    common = common_start(system.peptides.values())
    alike = sum(p.sequence.startswith(common) for p in system.peptides.values())
    sheet.title(_heading(system, common, alike))
    letters = Letters(sheet, common)
    share = f"{alike} of {len(system.peptides)}"
    _draw_precursors(sheet, system, letters)
    _draw_homeless(sheet, [p for p in system.peptides.values() if not p.precursor], letters)
    for subject in words_without_peptide(system):
        _draw_slip(sheet, subject)
    if not sheet.is_slide:
        _draw_legend(sheet, letters, share)
    return sheet.finish(describe(system))


def _heading(system: System, common: str, alike: int) -> str:
    """Say what the letters show; where hardly any are alike, how much is drawn."""
    peptides = len(system.peptides)
    if 2 * alike > peptides > 1:
        return f"{alike} of {peptides} peptides of the body begin alike: {common}"
    return f"{capital(count(len(system.precursors), 'precursor'))}, {count(peptides, 'peptide')}"


def _draw_precursors(sheet: Sheet, system: System, letters: Letters) -> None:
    if not system.precursors:
        sheet.words("These tables hold no precursor.")
        return
    scale = Scale(sheet, last_of(system.peptides.values()))
    scale.draw_numbers()
    for row in system.precursors.values():
        peptides = list(system.products_of(row.id).values())
        if sheet.is_slide:
            draw_tracks(sheet, row, peptides, scale, letters)
        else:
            _draw_precursor(sheet, row, peptides, letters, scale)


def common_start(peptides: Iterable[Peptide]) -> str:
    """Find the four first letters that most peptides have."""
    starts = Counter(peptide.sequence[:4] for peptide in peptides)
    return starts.most_common(1)[0][0] if starts else ""


def words_without_peptide(system: System) -> list[Subject]:
    """Find the article's terms that stand in a list of peptide words and name no peptide."""
    naming = {
        s.id for s in system.subjects.values() if any(word in system.peptides for word in s.names)
    }
    beside = {
        word
        for c in system.claims.values()
        if naming.intersection(c.subjects)
        for word in c.subjects
    }
    rows = system.subjects.values()
    return [s for s in rows if s.id in beside and not s.names and s.name.startswith("“")]


def _draw_precursor(
    sheet: Sheet, row: Precursor, peptides: list[Peptide], letters: Letters, scale: Scale
) -> None:
    look = {"size": sheet.page.size, "weight": "bold"}
    told = f"gene {row.gene}; {count(len(peptides), 'peptide')} here"
    room = sheet.inner - width_of(told, sheet.page.small) - 10
    for words in folded(capital(row.name), sheet.page.size, room, "bold"):
        heading = sheet.text(sheet.margin, sheet.y + 6, words, **look)
        sheet.y += 12
    sheet.after(heading, told, 8, color=sheet.page.soft)
    sheet.y += 3
    placed = [peptide for peptide in peptides if peptide.start]
    scale.draw_bar(row, placed, _BAR)
    sheet.y += _BAR
    shown = windows(placed, letters)
    needed = sum(window.width for window in shown) + 14 * (len(shown) - 1)
    lines = [shown] if needed <= sheet.inner else [[window] for window in shown]
    for line in lines:
        _draw_windows(sheet, line, scale, is_joined=len(lines) == 1)
    _draw_unplaced(sheet, [p for p in peptides if not p.start], letters)
    sheet.y += 9


def _draw_windows(sheet: Sheet, line: list[Window], scale: Scale, *, is_joined: bool) -> None:
    """Set windows of letters under a bar, each as near to its place as its neighbours let it."""
    top, gap = sheet.y, 14.0
    lefts: list[float] = []
    for window in line:
        middle = scale.x((window.first + window.last + 1) / 2)
        least = lefts[-1] + line[len(lefts) - 1].width + gap if lefts else sheet.margin
        lefts.append(max(least, middle - window.letters_width / 2))
    limit = sheet.right
    for place in reversed(range(len(line))):
        lefts[place] = min(lefts[place], limit - line[place].width)
        limit = lefts[place] - gap
    for window, left in zip(line, lefts, strict=True):
        if is_joined:
            colour = sheet.page.colour(theme.KINDS["peptide"])
            corners = [(scale.x(window.first), top), (scale.x(window.last + 1), top),
                       (left + window.letters_width, top + 12), (left, top + 12)]  # fmt: skip
            sheet.shape(corners, facecolor=colour, alpha=0.22, zorder=0.5)
        window.draw(left, top + 12)
    sheet.y += 12 + max((window.height for window in line), default=-12)


def _draw_unplaced(sheet: Sheet, peptides: list[Peptide], letters: Letters) -> None:
    if peptides:
        sheet.y += 4
        sheet.words("Cut from it too; the place is not given in these tables:")
        _draw_inline(sheet, peptides, letters, sheet.margin)


def _draw_inline(sheet: Sheet, peptides: list[Peptide], letters: Letters, left: float) -> None:
    """Set sequences with their names one after another, folded at the margin."""
    x, high = left, 0.0
    for peptide in peptides:
        width = letters.width(peptide.sequence) + 5 + letters.name_width(peptide)
        if x > left and x + width > sheet.right - 6:
            sheet.y += high
            x, high = left, 0.0
        letters.draw(peptide, x, sheet.y)
        high = max(high, letters.height(peptide))
        x += width + 16
    sheet.y += high


def _draw_homeless(sheet: Sheet, peptides: list[Peptide], letters: Letters) -> None:
    """Draw the dotted band of peptides without a precursor."""
    if not peptides:
        return
    top = sheet.y + 4
    sheet.y += 8
    heading = "No precursor in these tables"
    sheet.text(
        sheet.margin + 7, sheet.y + sheet.line / 2, heading, weight="bold", size=sheet.page.size
    )
    left = sheet.margin + 7
    if sheet.is_slide:
        left += width_of(heading, sheet.page.size, "bold") + 16
    else:
        sheet.y += sheet.line + 3
    _draw_inline(sheet, peptides, letters, left)
    sheet.y += 3
    sheet.rounded(
        sheet.margin, top, sheet.inner, sheet.y - top,
        edgecolor=sheet.page.soft, linestyle=":", linewidth=1.3,
    )  # fmt: skip
    sheet.y += 8


def _draw_slip(sheet: Sheet, subject: Subject) -> None:
    """Draw a word of the article on paper of its own, joined to nothing."""
    top = sheet.y + 2
    size = sheet.page.size
    head = width_of(subject.name, size, "bold") + 12
    note = subject.note.partition(";")[0] if sheet.is_slide else subject.note
    told = f"In the article. {note}"
    lines = folded(told, sheet.page.small, sheet.inner - head - 14)
    height = sheet.line * max(1, len(lines)) + 8
    ink = sheet.page.ink
    sheet.box(
        sheet.margin, top, sheet.inner, height,
        facecolor=sheet.page.colour(theme.KINDS["subject"]), linestyle="--", linewidth=1.2,
        edgecolor=sheet.page.colour(theme.VOICES["article"]), gid=subject.id,
    )  # fmt: skip
    sheet.text(sheet.margin + 7, top + 4 + sheet.line / 2, subject.name, size=size, weight="bold")
    for place, line in enumerate(lines):
        sheet.text(sheet.margin + 7 + head, top + 4 + sheet.line * (place + 0.5), line, color=ink)
    sheet.y = top + height + 8


def _draw_legend(sheet: Sheet, letters: Letters, share: str) -> None:
    if letters.common:
        letters.draw_start(letters.common, sheet.margin, sheet.y)
        x = sheet.margin + letters.width(letters.common) + 6
        told = f"{share} begin so; in all, the same letters at the same places are filled"
        sheet.text(x, sheet.y + letters.row / 2, told, color=sheet.page.soft)
        sheet.y += letters.row + 1
    sheet.words(
        "Each peptide is drawn at the one place that its row gives; it may stand at others too. "
        "A torn end: these tables do not say how long the protein is."
    )


def describe(system: System) -> str:
    """Tell in words what `precursors` draws."""
    if not system.peptides and not system.precursors:
        return "These tables hold no precursor and no peptide. There is nothing to draw."
    number = capital(count(len(system.precursors), "precursor"))
    peptides = count(len(system.peptides), "peptide")
    parts = [f"{number} drawn as bars on one scale, with {peptides} of the body."]
    for row in system.precursors.values():
        rows = system.products_of(row.id).values()
        placed = [f"{p.name} at {p.start} to {end_of(p)} ({p.sequence})" for p in rows if p.start]
        loose = [f"{p.name} ({p.sequence})" for p in rows if not p.start]
        told = [listed(placed)] if placed else []
        told += [f"without a place in these tables {listed(loose)}"] if loose else []
        parts.append(f"{capital(row.name)} ({row.gene}): {'; '.join(told) or 'no peptide here'}.")
    homeless = [f"{p.name} ({p.sequence})" for p in system.peptides.values() if not p.precursor]
    if homeless:
        parts.append(f"In a dotted band, without a known precursor: {listed(homeless)}.")
    starts = Counter(p.sequence[:4] for p in system.peptides.values())
    told = [f"{start} in {number}" for start, number in starts.most_common()]
    parts += [f"First four letters: {listed(told)}."] if told else []
    parts += [
        f"The article's word {s.name} stands on a slip of its own, joined to nothing."
        for s in words_without_peptide(system)
    ]
    return " ".join(parts)
