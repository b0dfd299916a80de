"""Lists of molecules that a chip opens into: by precursor, by class, by what they do."""

from __future__ import annotations

from explainer.drawing import theme
from explainer.model.system import System
from explainer.view import bands
from explainer.view.findings import APART, findings
from explainer.voices.phrases import name_of


def choices(system: System) -> dict[str, str]:
    """Each list by its id, with its title."""
    return {key: title for key, (title, _) in gathered(system).items()}


def gathered(system: System) -> dict[str, tuple[str, list[str]]]:
    """Each list by its id: its title, and the ids in it in the order of their names."""
    out: dict[str, tuple[str, list[str]]] = {
        chip.id: (_title(system, chip.id), []) for chip in bands.all_chips(system)
    }
    for molecule in (*system.peptides, *system.ligands):
        out[bands.chip_of(system, molecule)][1].append(molecule)
    out["of:body"] = ("Peptides made by the body", list(system.peptides))
    out |= _by_action(system)
    apart = [
        one.agent for one in findings(system) if one.column == APART and one.agent in system.graph
    ]
    if apart:
        out[APART] = ("Not tied to one receptor", list(dict.fromkeys(apart)))
    return {
        key: (title, sorted(members, key=lambda one: name_of(system, one).lower()))
        for key, (title, members) in out.items()
    }


def _by_action(system: System) -> dict[str, tuple[str, list[str]]]:
    """What acts at each receptor, by what it does there."""
    acting: dict[tuple[str, str], dict[str, None]] = {}
    for row in system.interactions.values():
        acting.setdefault((row.receptor, theme.family_of(row)), {})[row.ligand] = None
    return {
        f"acts:{receptor}:{family}": (
            f"{name_of(system, receptor)}: {look.word}",
            list(acting[receptor, family]),
        )
        for receptor in system.receptors
        for family, look in theme.FAMILIES.items()
        if (receptor, family) in acting
    }


def _title(system: System, chip: str) -> str:
    key = chip.removeprefix("of:")
    if key in system.precursors:
        return f"Made from {name_of(system, key)}"
    if key == "none":
        return "Made by the body, precursor not known"
    return f"From outside: {key}"
