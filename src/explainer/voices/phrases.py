"""A row in one line of plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import assert_never

from explainer.drawing import theme
from explainer.model.bidi import isolated
from explainer.model.evidence import is_on_animals
from explainer.model.schema import (
    Assessment,
    Claim,
    Domain,
    Effect,
    Interaction,
    Ligand,
    Peptide,
    Response,
    Row,
    SourcedRow,
    Target,
    Voice,
)
from explainer.model.schema.categories import bound_of
from explainer.model.schema.vocabularies import Direction
from explainer.model.system import System
from explainer.voices import strength
from explainer.voices.numerals import listed

NO_DIFFERENCE = "no difference found"  # by the study; it does not say that there is none
NO_DIRECTION = "no clear direction"  # both ways, not compared with nothing, or not told
_WITHOUT = re.compile(r"\b(?:placebo|sham|no|without|waiting|nothing)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One row in one line of plain words."""

    row: str
    text: str
    voice: Voice
    badge: str = ""
    caveat: str = ""
    sources: tuple[str, ...] = ()


def line_of(system: System, row: Row) -> Line:
    """Put one row in words."""
    sources = (
        tuple(source.id for source in system.sources_of(row)) if isinstance(row, SourcedRow) else ()
    )
    match row:
        case Interaction() | Target() | Response():
            return _of_reach(system, row, sources)
        case Effect():
            others = (name_of(system, word) for word in row.through)
            names = ", ".join(name for name in others if name not in row.beside)
            through = f" (with {names})" if names else ""
            counted = f" ({isolated(row.counted)})" if row.counted else ""
            outcome = f"{outcome_for(system, row)}{counted}"
            head = f"{name_of(system, row.agent)} {_done(row)}{through}"
            text = f"{head}: {outcome}. {isolated(row.finding)}"
            badge = f"{row.evidence}{'; ' + isolated(row.population) if row.population else ''}"
            return Line(row.id, text, "pharmacology", badge, isolated(row.caveat), sources)
        case Claim():
            text = f"{row.statement.rstrip('.')}." if not row.open_end else row.statement
            return Line(
                row.id,
                isolated(text),
                "article",
                f"{row.paragraph.upper()}, {row.hedging}",
                "",
                sources,
            )
        case Assessment():
            sign = theme.VERDICTS[row.verdict]
            said = f"{sign} {row.verdict.capitalize()}. {isolated(row.note)}"
            text = f"{said} {strength.strongest(system, row)}".strip()
            return Line(row.id, text, "ours", strength.in_words(system, row), "", sources)
        case Peptide() | Ligand():
            text = f"{name_of(system, row.id)}: {_of_molecule(system, row)}."
            return Line(row.id, text, "pharmacology", "", isolated(row.note), sources)
        case _:
            return Line(row.id, name_of(system, row.id), row.voice, "", "", sources)


def _of_reach(
    system: System, row: Interaction | Target | Response, sources: tuple[str, ...]
) -> Line:
    """Say what a molecule does at a receptor, how far, or what it does at other targets."""
    if isinstance(row, Response):
        badge = f"{row.evidence}; {isolated(row.species)}"
        limit = isolated(row.caveat)
        return Line(row.id, isolated(row.finding), "pharmacology", badge, limit, sources)
    if isinstance(row, Target):
        text = f"{name_of(system, row.molecule)}: {_reached(row)}. {isolated(row.finding)}"
        badge = f"{row.evidence}{'; ' + row.species if row.species else ''}"
        return Line(row.id, text, "pharmacology", badge, isolated(row.caveat), sources)
    head = f"{name_of(system, row.ligand)} at {name_of(system, row.receptor)}"
    said = (f"{head}: {row.action}", value_of(row), isolated(row.assay))
    text = "; ".join(part for part in said if part)
    return Line(row.id, f"{text}.", "pharmacology", "", isolated(row.caveat), sources)


def _reached(row: Target) -> str:
    """Say what a molecule does at a target, such as ``inhibits the serotonin transporter``."""
    match row.action:
        case "inhibits" | "binds" | "is taken up by":
            return f"{row.action} the {row.target}"
        case "no effect found":
            return f"no effect on the {row.target} found"
        case _:
            assert_never(row.action)


def _of_molecule(system: System, row: Peptide | Ligand) -> str:
    """Say of a molecule what its own row says."""
    if isinstance(row, Peptide):
        cut = f"cut from {name_of(system, row.precursor)}" if row.precursor else ""
        return f"{cut or 'no precursor in these tables'}; {row.status}; sequence {row.sequence}"
    forms = ", ".join(name_of(system, form) for form in row.active_form)
    made = f"forms {forms} in the body" if forms else ""
    facts = [part for part in (row.ligand_class, row.origin, made) if part]
    return "; ".join(facts) or "no class or origin in these tables"


def done_of(system: System, row: Effect, node: str = "") -> str:
    """What was done, as told of a node: of what it was done with, a mixture is told as one."""
    done = _done(row)
    others = [name_of(system, one) for one in row.through if one != row.agent]
    if row.agent not in system.ligands or not others:
        return done
    if node in row.through:
        return f"{name_of(system, row.agent)} {done} with it"
    return f"{done} with {listed(others)}"


def _done(row: Effect) -> str:
    return f"{row.perturbation} {isolated(row.beside)}".rstrip() if row.beside else row.perturbation


def outcome_of(domain: Domain, direction: Direction) -> str:
    """Say which way a domain went in words that cannot be read both ways: ``less anxiety``."""
    name = isolated(domain.name.lower())
    match direction:
        case "improves":
            return isolated(domain.improves)
        case "worsens":
            return isolated(domain.worsens)
        case "mixed":
            return f"both ways on {name}"
        case "no difference":
            return f"{NO_DIFFERENCE} in {name}"
        case "not known":
            return f"no direction told for {name}"
        case _:
            assert_never(direction)


def outcome_for(system: System, effect: Effect) -> str:
    """Say which way it went for whom: of animals, what a test showed and not how they felt."""
    domain = system.domains[effect.domain]
    if is_on_animals(effect):
        way, of_animals = effect.direction, (domain.improves_in_animals, domain.worsens_in_animals)
        told = dict(zip(("improves", "worsens"), of_animals, strict=True)).get(way, "")
        if told:
            return isolated(told)
    why = undirected(system, effect)
    return f"{outcome_of(domain, effect.direction)}{f' ({why})' if why else ''}"


def undirected(system: System, effect: Effect) -> str:
    """Why a finding goes no way: what it was compared with, where that alone is the reason."""
    match effect.direction:
        case "improves" | "worsens" | "mixed" | "no difference":
            return ""
        case "not known":
            return _compared(system, effect)
        case _:
            assert_never(effect.direction)


def _compared(system: System, effect: Effect) -> str:
    """Say with what alone a finding compared; nothing where that is no reason."""
    results = system.results.where(effect=effect.id).values()
    if not results:
        return ""
    if all(row.design == "single group" for row in results):
        return "nobody compared"
    is_active = (
        row.design in ("parallel", "crossover")
        and row.comparator
        and not _WITHOUT.search(row.comparator)
        for row in results
    )
    return "compared with another medicine alone" if all(is_active) else ""


def value_of(row: Interaction) -> str:
    """Write the measured value with its kind and species, such as ``pKi 8.3 to 10.8 (human)``."""
    species = f" ({row.species})" if row.species else ""
    if row.affinity_low is None or row.affinity_high is None:
        return f"{isolated(row.reported)}{species}".strip()
    sign = bound_of(row.relation) if row.relation else ""
    low, high = f"{row.affinity_low:.1f}", f"{row.affinity_high:.1f}"
    number = low if low == high else f"{low} to {high}"
    return f"{row.measure or 'value'} {sign}{number}{species}"


def name_of(system: System, row_id: str) -> str:
    """Name a row as a reader would, apart from the sentence in which it will stand."""
    row = system.find(row_id)
    return isolated(str(getattr(row, "name", row.id)))


def short_name_of(system: System, receptor: str) -> str:
    """Name a receptor by its Greek letter or letters alone, apart from its sentence."""
    return isolated(system.receptors[receptor].short_name)
