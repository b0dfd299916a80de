"""The bands above the receptors, what the body makes and what comes from outside."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from explainer.drawing.display import Frame, Shape, Stroke, Words
from explainer.drawing.type_metrics import cut, width_of
from explainer.model.system import System

_NONE = "none"
_MOST = 150  # width of the word in a chip


class Chip(NamedTuple):
    """Molecules that are told as one: an id, a label, how many, and whose they are."""

    id: str
    label: str
    number: int
    look: str


def chip_of(system: System, molecule: str) -> str:
    """In which chip a molecule is counted."""
    if peptide := system.peptides.get(molecule):
        return f"of:{peptide.precursor or _NONE}"
    return f"of:{system.ligands[molecule].ligand_class or 'no class'}"


def _body(system: System) -> list[Chip]:
    number = Counter(chip_of(system, peptide) for peptide in system.peptides)
    genes = {f"of:{key}": row.gene for key, row in system.precursors.items()}
    labels = genes | {f"of:{_NONE}": "not known"}
    return [
        Chip(key, cut(label, 12, _MOST), number[key], "body")
        for key, label in labels.items()
        if number[key]
    ]


def _outside(system: System) -> list[Chip]:
    number = Counter(chip_of(system, ligand) for ligand in system.ligands)
    return [
        Chip(key, cut(_plural(key.removeprefix("of:")), 12, _MOST), n, "outside")
        for key, n in number.most_common()
    ]


def all_chips(system: System) -> list[Chip]:
    """Every chip of both bands."""
    return [*_body(system), *_outside(system)]


def _plural(name: str) -> str:
    """Name a class in the plural, and a mixed one in a word."""
    if name == "no class":
        return "no class given"
    return "mixed" if name.startswith("mixed") else f"{name}s"


def chips(
    system: System, frame: Frame, left: float, top: float, *, is_short: bool = False
) -> float:
    """Draw both bands, in one row where they fit; give their lower edge."""
    x = left
    body, outside = _body(system), _outside(system)
    if is_short and left + sum(_width(chip) + 5 for chip in (*body, *outside)) + 14 > frame.width:
        body = [Chip("of:body", "peptides", len(system.peptides), "body")]
    parts = (
        ("Made by the body" + ("" if len(body) == 1 else ", by precursor"), body),
        ("From outside, by class", outside),
    )
    if not (body or outside):
        return top
    for title, found in parts:
        if not found:
            continue
        if x > left and x + sum(_width(chip) + 5 for chip in found) > frame.width:
            x, top = left, top + 44
        frame.words.append(Words(x, top + 12, title, 12, "strong"))
        start = x
        for chip in found:
            w = _width(chip)
            if x + w > frame.width:
                x, top = left, top + 29
            name = f"{chip.label}: {chip.number}"
            frame.shapes.append(Shape(x, top + 17, w, 24, f"chip {chip.look}", chip.id, name))
            frame.words.append(Words(x + 8, top + 33, chip.label, 12, "on-chip"))
            frame.words.append(
                Words(x + w - 8, top + 33, str(chip.number), 12, "strong on-chip", "end")
            )
            x += w + 5
        x = max(x, start + width_of(title, 12, is_bold=True)) + 14
    return top + 41


def _width(chip: Chip) -> float:
    return width_of(chip.label, 12) + width_of(str(chip.number), 12, is_bold=True) + 22


def bundles(system: System, frame: Frame, bottom: float) -> None:
    """Draw a line from each chip to each receptor at which one of its molecules acts.

    Only chips of the lowest row have lines: those of a row above would run through them.
    """
    boxes = {shape.id: shape for shape in frame.shapes if shape.id}
    lowest = max((s.y for s in frame.shapes if s.look.startswith("chip")), default=0.0)
    if "of:body" in boxes:
        boxes |= {f"of:{key}": boxes["of:body"] for key in (*system.precursors, _NONE)}
    joined = {
        (boxes[chip_of(system, row.ligand)].id, row.receptor)
        for row in system.interactions.values()
    }
    ends = sorted(
        (pair for pair in joined if boxes[pair[0]].y == lowest),
        key=lambda pair: (boxes[pair[0]].x, boxes[pair[1]].x),
    )
    leaving, reaching = Counter(c for c, _ in ends), Counter(r for _, r in ends)
    left: Counter[str] = Counter()
    for chip, receptor in ends:
        one, other = boxes[chip], boxes[receptor]
        left.update([chip, receptor])
        x1 = one.x + one.w * left[chip] / (leaving[chip] + 1)
        x2 = other.x + 24 + (other.w - 48) * left[receptor] / (reaching[receptor] + 1)
        y1 = one.y + one.h
        mid = (y1 + bottom) / 2
        path = f"M{x1:.0f},{y1:.0f}C{x1:.0f},{mid:.0f} {x2:.0f},{mid:.0f} {x2:.0f},{bottom:.0f}"
        frame.strokes.append(Stroke(path, "bundle", (chip, receptor)))
