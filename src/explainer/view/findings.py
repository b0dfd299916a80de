"""Findings as the picture sorts them: by receptor, by what was done, by direction, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, assert_never

from explainer.model.evidence import WHOSE, Who, who_of
from explainer.model.schema import Effect, Source
from explainer.model.schema.vocabularies import Direction, Perturbation
from explainer.model.system import System
from explainer.voices.phrases import done_of, name_of

Lane = Literal["on", "off", "seen"]
Step = Literal["on", "blocked", "missing", "stopped", "seen"]
Level = Literal["better", "same", "unclear", "worse"]

LANES: tuple[Lane, ...] = ("on", "off", "seen")
STEPS: tuple[Step, ...] = ("on", "blocked", "missing", "stopped", "seen")
LEVELS: tuple[Level, ...] = ("better", "same", "unclear", "worse")
_KEPT = "_findings"
_ABBREVIATED = re.compile(r"(?:[A-Z][\w.]+ )+(?:and|on) (?:[A-Z]\w+ )+[A-Z]\w+")
_LATIN = 0x250  # letters before this are in every font
APART = "apart"  # the column of findings that no study tells apart by receptor


@dataclass(frozen=True)
class Finding:
    """One finding, as one mark of the picture: where it stands, how it looks, what it is called."""

    id: str
    place: int
    agent: str
    column: str
    domain: str
    step: Step
    level: Level
    who: Who
    study: str
    tool: str
    author: str
    through: tuple[str, ...] = ()
    done: str = ""  # in words, and beside which other molecule
    is_aside: bool = False  # marks and cards tell it; a headline does where it has room

    @property
    def lane(self) -> Lane:
        """In which lane of the first view it stands."""
        return lane_of(self.step)


def step_of(done: Perturbation, *, is_blocker: bool = False) -> Step:
    """What was done to a receptor, or by giving a molecule; to give a blocker is to block."""
    match done:
        case "activated":
            return "on"
        case "given" | "taken":
            return "blocked" if is_blocker else "on"
        case "blocked":
            return "blocked"
        case "absent":
            return "missing"
        case "stopped":
            return "stopped"
        case "measured" | "present":
            return "seen"
        case _:
            assert_never(done)


def lane_of(step: Step) -> Lane:
    """In which lane of the first view a finding stands; lanes are never pooled."""
    match step:
        case "on" | "seen":
            return step
        case "blocked" | "missing" | "stopped":
            return "off"
        case _:
            assert_never(step)


def level_of(direction: Direction) -> Level:
    """At which height a finding stands; no difference is not the same as no direction told."""
    match direction:
        case "improves":
            return "better"
        case "worsens":
            return "worse"
        case "no difference":
            return "same"
        case "mixed" | "not known":
            return "unclear"
        case _:
            assert_never(direction)


def finding_of(system: System, effect: Effect, place: int = 0) -> Finding:
    """Sort one row, which has this place among all findings."""
    source = system.sources_of(effect)[0]
    molecule = system.ligands.get(effect.agent)
    is_blocker = molecule is not None and molecule.ligand_class == "antagonist"
    return Finding(
        id=effect.id,
        place=place,
        agent=effect.agent,
        column=effect.agent if effect.agent in system.receptors else APART,
        domain=effect.domain,
        step=step_of(effect.perturbation, is_blocker=is_blocker),
        level=level_of(effect.direction),
        who=who_of(effect),
        study=source.id,
        tool=_tool(system, effect),
        author=_author(source),
        through=tuple(effect.through),
        done=done_of(system, effect),
        is_aside=effect.perturbation == "taken" or bool(effect.beside),
    )


def own_of(found: Iterable[Finding], agent: str) -> list[Finding]:
    """Findings on a receptor, molecule or group, and those that were made with a molecule."""
    return [one for one in found if agent == one.agent or agent in one.through]


def _author(source: Source) -> str:
    """Who says so, in letters that every font has: else by the id, as in ``saitoh2018``."""
    is_plain = all(ord(letter) < _LATIN for letter in source.short)
    if is_plain and not source.short.startswith("["):  # such as a title that nobody gives
        return _ABBREVIATED.sub(_initials, source.short)
    named = re.findall(r"[a-z]+|[0-9]+", source.id)
    return " ".join(named).capitalize() if source.year else "author not shown"


def _initials(name: re.Match[str]) -> str:
    """A public body by its initials, as it is mostly called: beside a mark there is little room."""
    words = name[0].replace(".", "").split()
    return "".join(word if word.isupper() else word[0] for word in words if word[0].isupper())


def _tool(system: System, effect: Effect) -> str:
    """What was used, in a word or two: the molecules, or how else it was done."""
    if effect.through:
        more = f" +{len(effect.through) - 1}" if len(effect.through) > 1 else ""
        return f"{name_of(system, effect.through[0])}{more}"
    if effect.agent not in system.receptors:
        return name_of(system, effect.agent)
    return {"absent": "gene missing", "measured": "scan"}.get(effect.perturbation, "")


def findings(system: System) -> list[Finding]:
    """All findings, people first, then animals, then word at second hand; else as the tables go."""
    kept = vars(system)  # where its graph is kept as well: they are asked for with each frame
    if _KEPT not in kept:
        rows = sorted(system.effects.values(), key=lambda row: WHOSE.index(who_of(row)))
        kept[_KEPT] = tuple(finding_of(system, row, place) for place, row in enumerate(rows))
    return list(kept[_KEPT])
