"""Receptor reserve and efficacy as a model to play with: no molecule of the tables is in it.

The operational model (Black 1985, in ``responses.csv``): of the greatest answer that a tissue can
give, a share of ``t / (1 + t)``, where ``t`` is how far a molecule switches receptors on, times
the share of receptors that are left, times the share of those that it fills.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explainer.learning import support
from explainer.voices import efficacy, hazards
from explainer.voices.phrases import line_of

if TYPE_CHECKING:
    from explainer.model.schema import Source
    from explainer.model.system import System
    from explainer.voices.phrases import Line

Json = Any  # plain lists, dicts and words
_FILLED = 40  # steps from no receptor filled to all of those that are left
# How far each molecule of the model switches receptors on; no molecule of the tables has a number.
MOLECULES: dict[str, tuple[str, float]] = {
    "full": ("A, which switches it on strongly", 50.0),
    "partial": ("B, which switches it on weakly", 5.0),
    "blocker": ("C, which fills it and switches nothing on", 0.0),
}
LEFT: dict[str, float] = {
    "all": 1.0,
    "1 in 2": 0.5,
    "1 in 5": 0.2,
    "1 in 10": 0.1,
    "1 in 20": 0.05,
    "1 in 50": 0.02,
}
SIZE = (440, 260)  # of the picture, in its own units
AREA = (52.0, 12.0, 350.0, 196.0)  # of the chart in it: left, top, width and height
# What B looks like, by the least share of A's answer that it reaches.
_SEEN = (
    (0.8, "Here B looks nearly full."),
    (0.45, "Here B falls behind."),
    (0.0, "The same B is plainly partial here."),
)
WORDS: dict[str, str] = {
    "title": "Fill the receptors, then take some away",
    "intro": "A model with three molecules, A, B and C, that stand for no medicine. Move the two "
    "sliders. Is a molecule full or partial by itself, or in a tissue?",
    "greatest": "100 is the greatest answer that the tissue can give.",
    "left": "Receptors that this tissue has",
    "filled": "Of these, filled by the molecule",
    "across": "filled, in 100 receptors that are left",
    "up": "answer, in 100",
    "molecule": "Molecule",
    "answer": "Answer, in 100",
    "of": "{n} in 100",
    "rows": "What was measured, and what is argued",
    "limits": efficacy.LIMITS,
    "model": "Drawn from a model, not measured.",
}


def answer(reach: float, left: float, filled: float) -> float:
    """Give the answer as a share of the greatest that the tissue can give, by the model."""
    driven = reach * left * filled
    return driven / (1 + driven)


def build(system: System) -> dict[str, Json]:
    """Gather all that the model shows, as plain data ready for JSON."""
    return {
        "words": WORDS,
        "size": SIZE,
        "area": AREA,
        "steps": _FILLED,
        "molecules": [[key, name] for key, (name, _) in MOLECULES.items()],
        "left": [
            {"name": name, "answers": _answers(share), "notice": _notice(name, share)}
            for name, share in LEFT.items()
        ],
        "rows": [
            [heading, [support.as_data(system, line_of(system, row)) for row in rows]]
            for heading, rows in efficacy.grouped(system)
        ],
        "dangers": [support.as_data(system, line) for line in _dangers(system)],
        "sources": [[s.short, s.reference, s.link] for s in _cited(system)],
    }


def _answers(left: float) -> list[list[float]]:
    """For each molecule the answer in 100, from no receptor filled to all that are left."""
    shares = [step / _FILLED for step in range(_FILLED + 1)]
    return [
        [round(100 * answer(reach, left, filled), 1) for filled in shares]
        for _, reach in MOLECULES.values()
    ]


def _notice(name: str, left: float) -> str:
    """Say what is to be seen when all receptors that are left are filled."""
    far, part = (round(100 * answer(MOLECULES[one][1], left, 1)) for one in ("full", "partial"))
    there = "With all receptors there" if left == 1 else f"With {name} receptors left"
    seen = next(words for least, words in _SEEN if part >= least * far)
    return f"{there}, and all of them filled, A reaches {far} in 100, B {part}, C nothing. {seen}"


def _cited(system: System) -> list[Source]:
    rows = system.responses.where(topic="model").values()
    return [source for row in rows for source in system.sources_of(row)]


def _dangers(system: System) -> list[Line]:
    """Say what stays dangerous where more of a partial agonist adds nothing."""
    rows = system.responses.where(topic="ceiling").values()
    named = [agent for row in rows for agent in row.molecules][:1]
    found = [hazards.of_node(system, agent) for agent in named]
    return hazards.with_brief(system, filter(None, found), named)


def as_text(system: System) -> list[str]:
    """Tell the model in plain lines, for all that can show no widget."""
    cited = ", ".join(source.short for source in _cited(system))
    notices = [_notice(name, share) for name, share in LEFT.items()]
    dangers = [line.text for line in _dangers(system)]
    said = f"{WORDS['model']} {WORDS['greatest']}"
    return [WORDS["title"], f"{said} [{cited}]" if cited else said, *notices, *dangers]
