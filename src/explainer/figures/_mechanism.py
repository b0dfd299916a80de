"""How a receptor works: in the cell, then in the circuit, as far as these tables hold rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drawing import theme
from explainer.figures.figure import on_both_grounds
from explainer.figures.sheet import Sheet, folded, width_of
from explainer.model.errors import one_of
from explainer.view.arguments import of_a_system, word_of
from explainer.voices.numerals import capital, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explainer.figures.figure import Drawing
    from explainer.model.schema import Receptor, Step
    from explainer.model.system import System

CELL, CIRCUIT = "In the cell", "In the circuit"
KEYS = "What the body makes that activates it"
NEXT = "What the G protein does next: not in these tables."
LINKS = "How these places act on each other is not drawn."
OUTSIDE, INSIDE = "outside", "inside"
NONE = "not in these tables"
_GAP = 24.0
_CELL = 0.68  # of the width: three steps stand side by side there


@dataclass(frozen=True)
class _Told:
    """What the rows say of one receptor."""

    row: Receptor
    keys: tuple[str, ...]
    species: str
    cited: str
    branches: tuple[Step, ...]
    """What follows in the cell from the first step, which is that a G protein is switched on."""

    @property
    def name(self) -> str:
        return self.row.short_name

    @property
    def found(self) -> str:
        """What stands over the regions."""
        if not self.row.regions:
            return f"Where it is found: {NONE}."
        return f"Where sources found it{f' ({self.species})' if self.species else ''}:"

    @property
    def is_in_membrane(self) -> bool:
        return "membrane" in self.row.family_note

    @property
    def protein(self) -> str:
        return (
            f"G protein, {self.row.coupling} family" if self.row.coupling else f"G protein: {NONE}"
        )


@on_both_grounds
@of_a_system
def mechanism(system: System, receptor: str, page: str = "print") -> Drawing:
    """Draw what activates a receptor, what it switches on in the cell, and where it is found.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    receptor
        A receptor's id, such as ``"kappa"``.
    page
        ``print``, ``projector`` or ``dark``.

    Returns
    -------
    Drawing
        The cell on the left, brain regions on the right; a step without a row is said to be none.
        A matplotlib ``Figure``; ``description`` tells it in words.

    Raises
    ------
    TypeError
        Where ``system`` is no system, or the id is no word.
    ValueError
        Where the id is no receptor's, or ``page`` is none of the three.

    """
    told = _told(system, one_of("receptor", word_of("receptor", receptor), system.receptors))
    sheet = Sheet(page)
    sheet.title(f"{capital(told.row.name)}: in the cell, then in the circuit")
    top, wide = sheet.y, sheet.inner - _GAP
    _cell(sheet, told, sheet.margin, wide * _CELL)
    bottom, sheet.y = sheet.y, top
    _circuit(sheet, told, sheet.margin + wide * _CELL + _GAP, wide * (1 - _CELL))
    sheet.y = max(bottom, sheet.y) + sheet.line * 0.5
    sheet.words(told.cited)
    return sheet.finish(_described(told))


def _told(system: System, receptor: str) -> _Told:
    row = system.receptors[receptor]
    keys = [
        system.peptides[one.ligand].name
        for one in system.interactions.where(receptor=receptor).values()
        if one.ligand in system.peptides and theme.family_of(one) in {"activates", "partly"}
    ]
    places = [one for one in row.sources if one.place.startswith("regions")]
    species = list(dict.fromkeys(one.place.partition(", ")[2] for one in places))
    steps = system.steps.where(receptor=receptor, level="cell").values()
    branches = [*steps][1:]
    sources = [one.source for one in row.sources if one.place.startswith(("coup", "regi"))]
    sources += [one.source for step in branches for one in step.sources]
    cited = list(dict.fromkeys(system.sources[one].short for one in sources))
    return _Told(
        row,
        tuple(dict.fromkeys(keys)),
        listed([one for one in species if one]),
        f"Coupling, steps and regions: {', '.join(cited)}."
        if cited
        else "Coupling, steps and regions: no source.",
        tuple(branches),
    )


def _paragraph(sheet: Sheet, words: str, x: float, wide: float, **looks: str) -> None:
    for line in folded(words, sheet.page.small, wide, looks.get("weight", "normal")):
        sheet.text(x, sheet.y + sheet.line / 2, line, **looks)
        sheet.y += sheet.line


def _cell(sheet: Sheet, told: _Told, x: float, wide: float) -> None:
    """A key outside, the receptor across the membrane, a G protein inside."""
    soft, middle = sheet.page.soft, x + wide / 2
    _paragraph(sheet, CELL, x, wide, weight="bold")
    _paragraph(sheet, f"{KEYS}: {listed(told.keys) or NONE}.", x, wide)
    sheet.y += sheet.line * 0.3
    _side(sheet, OUTSIDE, x)
    _arrow(sheet, middle, sheet.line * 0.75)
    _receptor(sheet, told, x, wide)
    _side(sheet, INSIDE, x)
    _arrow(sheet, middle, sheet.line * 0.7)
    high, box = sheet.line * 1.6, width_of(told.protein, sheet.page.small) + 2 * sheet.line
    looks = {"edgecolor": soft, "linestyle": "-" if told.row.coupling else "--"}
    sheet.rounded(middle - box / 2, sheet.y, box, high, facecolor=sheet.page.silence, **looks)
    sheet.text(middle, sheet.y + high / 2, told.protein, ha="center")
    sheet.y += high + sheet.line * 0.3
    if told.branches:
        _branches(sheet, told.branches, x, wide)
    else:
        _paragraph(sheet, NEXT, x, wide, color=soft)


def _branches(sheet: Sheet, steps: Sequence[Step], x: float, wide: float) -> None:
    """What the G protein does next, side by side: no step is known to wait for another."""
    gap = sheet.page.small * 0.6
    each = (wide - gap * (len(steps) - 1)) / len(steps)
    words = [folded(step.label, sheet.page.small, each - 2 * gap) for step in steps]
    high, top = (max(map(len, words)) + 0.6) * sheet.line, sheet.y
    for place, lines in enumerate(words):
        left = x + place * (each + gap)
        sheet.y = top
        _arrow(sheet, left + each / 2, sheet.line * 0.7)
        sheet.rounded(left, sheet.y, each, high, facecolor=sheet.page.silence)
        sheet.lines(left + gap, sheet.y + sheet.line * 0.8, lines, sheet.line)
    sheet.y += high + sheet.line * 0.25


def _side(sheet: Sheet, words: str, x: float) -> None:
    """Say beside an arrow on which side of the membrane it is."""
    sheet.text(x, sheet.y + sheet.line * 0.45, words, color=sheet.page.soft, style="italic")


def _arrow(sheet: Sheet, x: float, high: float) -> None:
    ink, half = sheet.page.ink, sheet.page.small * 0.35
    end = sheet.y + high
    sheet.stroke([(x, sheet.y), (x, end - half)], color=ink, linewidth=1.4)
    point = [(x - half, end - 2 * half), (x + half, end - 2 * half), (x, end)]
    sheet.shape(point, facecolor=ink, edgecolor=ink)
    sheet.y = end + sheet.line * 0.2


def _membrane(sheet: Sheet, x: float, wide: float, high: float) -> None:
    """Two rows of round heads with tails between them, where the receptor will stand."""
    head, page = sheet.page.small * 0.35, sheet.page
    tail, edge = (page.colour(theme.TONES[tone]) for tone in ("tail", "edge"))
    step = 2.82 * head  # from one round head to the next
    wide = int((wide - 2 * head) / step) * step + 2 * head
    sheet.box(x, sheet.y + head, wide, high - 2 * head, facecolor=tail)
    looks = {"linewidth": 2 * head, "linestyle": (0, (0.01, 1.4)), "dash_capstyle": "round"}
    for row in (sheet.y + head, sheet.y + high - head):
        sheet.stroke([(x + head, row), (x + wide - head, row)], color=edge, **looks)


def _receptor(sheet: Sheet, told: _Told, x: float, wide: float) -> None:
    """A hexagon across the membrane, as large as its name asks."""
    page, look, middle = sheet.page, theme.KINDS["receptor"], x + wide / 2
    head, slant, step = page.small * 0.35, page.small * 0.8, page.size * 1.28
    names = folded(told.name, page.size, wide - 4 * page.small, "bold")
    high = max(sheet.line * 2.2, step * len(names) + head)
    if told.is_in_membrane:
        _membrane(sheet, x, wide, high)
    half = (max(width_of(one, page.size, "bold") for one in names) + 3 * page.small) / 2
    top, bottom = sheet.y - head, sheet.y + high + head
    level = (top + bottom) / 2
    points = [
        (middle - half + slant, top), (middle + half - slant, top), (middle + half, level),
        (middle + half - slant, bottom), (middle - half + slant, bottom), (middle - half, level),
    ]  # fmt: skip
    sheet.shape(points, facecolor=page.colour(look), edgecolor=page.ink, zorder=2)
    looks = {"size": page.size, "color": page.colour(theme.TONES["on-receptor"])}
    first = level - step * (len(names) - 1) / 2
    sheet.lines(middle, first, names, step, ha="center", weight="bold", **looks)
    sheet.y = bottom + sheet.line * 0.2


def _circuit(sheet: Sheet, told: _Told, x: float, wide: float) -> None:
    """The places where it was found, each in a box of its own; no line joins them without a row."""
    page = sheet.page
    _paragraph(sheet, CIRCUIT, x, wide, weight="bold")
    _paragraph(sheet, told.found, x, wide)
    sheet.y += sheet.line * 0.3
    fill, edge = theme.KINDS["domain"], page.colour(theme.TONES["domain-edge"])
    high, gap = sheet.line * 1.45, sheet.line * 0.3
    left = x
    for place in told.row.regions:
        box = width_of(place, page.small) + 1.6 * page.small
        if left > x and left + box > x + wide:
            left, sheet.y = x, sheet.y + high + gap
        sheet.rounded(left, sheet.y, box, high, facecolor=page.colour(fill), edgecolor=edge)
        sheet.text(left + box / 2, sheet.y + high / 2, place, ha="center")
        left += box + gap
    if told.row.regions:
        sheet.y += high + gap
        _paragraph(sheet, LINKS, x, wide, color=page.soft)


def _described(told: _Told) -> str:
    """Tell in words what the figure draws."""
    regions = listed(told.row.regions)
    membrane = "It lies across the outer membrane. " if told.is_in_membrane else ""
    parts = [
        f"How the {told.row.name} works.",
        f"{CELL}: {KEYS}: {listed(told.keys) or NONE}.",
        f"{membrane}Inside the cell it works through: {told.protein}.",
        " ".join(f"{step.label}." for step in told.branches) or NEXT,
        f"{CIRCUIT}: {told.found}{f' {regions}.' if regions else ''}",
        LINKS if regions else "",
        told.cited,
    ]
    return " ".join(filter(None, parts))
