"""What rows on a molecule report, in labels as long as there is room for, and in a description."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from explainer.voices import consensus
from explainer.voices.numerals import capital, count, listed
from explainer.voices.phrases import line_of, value_of

if TYPE_CHECKING:
    from explainer.model.schema import Interaction, Receptor
    from explainer.model.system import Molecule, System

NOT_A_RANKING = "Not a ranking: how tightly a molecule binds does not tell how much it does."


def is_drawn(row: Interaction) -> bool:
    """Whether a row has a number that may stand on a chart."""
    return row.plot_ok and row.affinity_low is not None and row.affinity_high is not None


def with_source(system: System, row: Interaction) -> str:
    """Tell measure, value, species and source."""
    source = system.sources_of(row)[0].id
    return f"{with_value(system, row)}; {source}" if is_drawn(row) else source


def with_value(system: System, row: Interaction) -> str:
    """Tell measure, value and species; of a row that is not drawn, its source."""
    if not is_drawn(row):
        return system.sources_of(row)[0].id
    return f"{value_of(row.model_copy(update={'species': None}))}, {_species(row)}"


def with_measure(_: System, row: Interaction) -> str:
    """Tell measure and species."""
    return f"{row.measure or 'value'}, {_species(row)}" if is_drawn(row) else ""


def with_species(system: System, row: Interaction) -> str:
    """Tell the species, and the measure where it is not pKi."""
    species = {"several species": "several", "species not stated": "not stated"}
    short = species.get(_species(row), _species(row))
    return short if is_drawn(row) and row.measure == "pKi" else with_measure(system, row)


def _species(row: Interaction) -> str:
    return row.species or "species not stated"


# From the longest to the shortest.
LABELS = (with_source, with_value, with_measure, with_species)


def describe(system: System, molecules: list[Molecule], receptors: list[Receptor]) -> str:
    """Tell in words what `profiles` draws, with every value and every caveat."""
    parts = []
    for molecule in molecules:
        rows = list(system.interactions_of(molecule.id).values())
        at = {r.id: [row for row in rows if row.receptor == r.id] for r in receptors}
        shown = [row for found in at.values() for row in found]
        drawn = sum(map(is_drawn, shown))
        parts.append(
            f"{capital(molecule.name)}: {count(len(shown), 'row')}, of which {drawn} with a bar on "
            "the scale of -log10 M."
        )
        for receptor in receptors:
            told = [_told(system, row) for row in at[receptor.id]]
            is_split = len(consensus.families(at[receptor.id])) > 1
            differ = " Sources do not agree on the action." if is_split else ""
            parts.append(f"At the {receptor.name}: {'; '.join(told) or 'no row'}.{differ}")
    return " ".join([*parts, NOT_A_RANKING])


def _told(system: System, row: Interaction) -> str:
    line = line_of(system, row)
    _, _, text = line.text.partition(": ")
    drawn = "" if is_drawn(row) else ", not drawn"
    caveat = f" (note: {row.caveat.rstrip('.')})" if row.caveat else ""
    text = text.rstrip(".").replace("; ", ", ")  # semicolons part the rows
    return f"{text}{drawn}, {line.sources[0]}{caveat}"


def is_contested(rows: Iterable[Interaction]) -> bool:
    """Whether sources put what a molecule does at a receptor into more than one family."""
    return len(consensus.families(list(rows))) > 1


def heading(
    molecules: Sequence[Molecule],
    receptors: Sequence[Receptor],
    rows: Mapping[str, Sequence[Interaction]],
) -> str:
    """Say where sources disagree on what a molecule does, or that here none do."""
    apart = []
    for molecule in molecules:
        at = [
            receptor.short_name
            for receptor in receptors
            if is_contested(row for row in rows[molecule.id] if row.receptor == receptor.id)
        ]
        apart += [f"{molecule.name} at {listed(at)}"] if at else []
    if apart:
        return f"Sources disagree on {'; '.join(apart)}"
    names = capital(listed(molecule.name for molecule in molecules))
    return f"{names}: here no two sources disagree on what happens at a receptor"
