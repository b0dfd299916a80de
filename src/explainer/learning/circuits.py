"""From cell to cell, step by step: what a page shows after a guess, which it would answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explainer.learning import support
from explainer.model.bidi import isolated
from explainer.voices.numerals import capital, count
from explainer.voices.phrases import Line

if TYPE_CHECKING:
    from explainer.model.schema import Step
    from explainer.model.system import System

TITLE = "In the circuit: {name}, step by step, as sources tell it"
NOTE = "{n}, each from studies of its own. Whether they make one chain in people, no source says."
Json = Any  # plain lists, dicts, words and numbers


def steps(system: System, receptor: str | None) -> tuple[Step, ...]:
    """Give what goes on from cell to cell at a receptor, in order; none where none is named."""
    if receptor is None:
        return ()
    return tuple(system.steps.where(receptor=receptor, level="circuit").values())


def heading(system: System, receptor: str) -> tuple[str, str]:
    """Give the title, and what is to be borne in mind with the steps."""
    number = capital(count(len(steps(system, receptor)), "step"))
    return TITLE.format(name=system.receptors[receptor].short_name), NOTE.format(n=number)


def line_of(system: System, step: Step) -> Line:
    """Put a step in words: what was found, in whom and how, and what must be said with it."""
    sources = tuple(source.id for source in system.sources_of(step))
    badge = isolated(f"{step.species}; {step.method}")
    return Line(step.id, step.finding, step.voice, badge, step.caveat, sources)


def build(system: System, receptor: str | None) -> dict[str, Json]:
    """Gather what is drawn; nothing where no receptor is named, or no row has a step."""
    rows = steps(system, receptor)
    if not rows or receptor is None:
        return {}
    title, note = heading(system, receptor)
    told = [support.as_data(system, line_of(system, row)) | {"label": row.label} for row in rows]
    return {"title": title, "note": note, "steps": told}
