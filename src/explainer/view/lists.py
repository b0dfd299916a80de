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
    out: dict[str, tuple[str, list[str]]] = {}
    for chip in bands.all_chips(system):
        members = [
            m for m in (*system.peptides, *system.ligands) if bands.chip_of(system, m) == chip.id
        ]
        out[chip.id] = (_title(system, chip.id), members)
    out["of:body"] = ("Peptides made by the body", list(system.peptides))
    for receptor in system.receptors:
        for family, look in theme.FAMILIES.items():
            acting = {
                row.ligand
                for row in system.interactions.where(receptor=receptor).values()
                if theme.FAMILY_OF[row.action] == family
            }
            if acting:
                title = f"{name_of(system, receptor)}: {look.word}"
                out[f"acts:{receptor}:{family}"] = (title, list(acting))
    apart = [
        one.agent for one in findings(system) if one.column == APART and one.agent in system.graph
    ]
    if apart:
        out[APART] = ("Not tied to one receptor", list(dict.fromkeys(apart)))
    return {
        key: (title, sorted(members, key=lambda one: name_of(system, one).lower()))
        for key, (title, members) in out.items()
    }


def _title(system: System, chip: str) -> str:
    key = chip.removeprefix("of:")
    if key in system.precursors:
        return f"Made from {name_of(system, key)}"
    if key == "none":
        return "Made by the body, precursor not known"
    return f"From outside: {key}"
