"""The picture in plain sentences, made from rows; each voice speaks in sentences of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer import style
from explainer.lines import name_of, outcome_of

if TYPE_CHECKING:
    from explainer.rows import Claim, Domain, Effect, Interaction
    from explainer.system import System

_TOLD = ("mood", "anxiety")  # what these pages are about is told in full
_MOST = 4
_SELDOM = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


# What is said of a state beyond its focus. ``{n|row|rows}`` takes the word that fits the number.
TEMPLATES = {
    "between": "Between {one} and {other}: {rows} {rows|row|rows}.",
    "compared": "Compared: {names}. Each row stands for itself; this is not a ranking.",
    "not_compared": "Choose molecules that have a row at a receptor, to see them side by side.",
    "traced": "Traced from {name}: {receptors} {receptors|receptor|receptors}, "
    "{findings} {findings|finding|findings} in {domains} {domains|domain|domains}, and "
    "{claims} {claims|claim|claims} of the article there. A path is a set of separate findings, "
    "not a prediction for a person.",
    "not_traced": "No path of rows begins at {name} in this view.",
    "silent": "{lens}: nothing on {name} in these tables.",
    "predicted": "Say what you expect; then see what the article says and what sources found.",
    "filtered": "Shown: {filters}. That leaves {left}.",
    "acts": "{n} {n|row|rows} on what molecules do",
    "findings": "{n} {n|finding|findings}",
    "claims": "{n} {n|claim|claims} of the article",
    "others": "{n} other {n|row|rows}",
    "nothing": "Nothing in these tables fits {filters}.",
    "without": "Without {filter}: {rows} {rows|row|rows}.",
    "reset": "Escape shows everything again.",
}


def overview(system: System, voice: str) -> str:
    """Say in a sentence or two what one voice has to say before anything is chosen."""
    if voice == "article":
        if not system.claims:
            return "There is no article in these tables."
        named = sum(claim.names_receptor for claim in system.claims.values())
        return (
            f"The article: {len(system.claims)} claims in our words. "
            f"It names a receptor type in {_count(named, 'of them')}."
        )
    disagreeing = sum(bool(row.conflicts_with) for row in system.effects.values())
    return (
        f"Pharmacology: {_count(len(system.receptors), 'receptor')}, "
        f"{_count(len(system.peptides), 'peptide')} made by the body and "
        f"{_count(len(system.ligands), 'molecule')} from outside; "
        f"{_count(len(system.effects), 'finding')}, of which {disagreeing} "
        f"{'is' if disagreeing == 1 else 'are'} at odds with another."
    )


def about(system: System, node: str, voice: str) -> str:
    """Say in a few sentences what one voice has to say about one node; empty where it is silent."""
    kind = system.graph.nodes[node]["kind"]
    return _article(system, node, kind) if voice == "article" else _pharmacology(system, node, kind)


def _pharmacology(system: System, node: str, kind: str) -> str:
    name = _capital(name_of(system, node)) if kind != "gap" else ""
    if kind == "receptor":
        rows = system.acting_at(node).values()
        inside = {row.ligand for row in rows if row.ligand in system.peptides}
        outside = {row.ligand for row in rows} - inside
        head = (
            f"{name}. {_capital(_count(len(inside), 'peptide'))} of the body "
            f"and {_count(len(outside), 'molecule')} from outside are listed at it."
        )
        return f"{head} {_findings(system, system.effects_of(node).values())}"
    if kind in ("peptide", "ligand"):
        at = _actions(system, system.targets_of(node).values())
        found = list(system.effects_of(node).values())
        return f"{name}. {at} {_findings(system, found) if found else ''}".strip()
    if kind == "precursor":
        names = [row.name for row in system.products_of(node).values()]
        number = _capital(_count(len(names), "peptide"))
        lost = list(system.effects_of(node).values())
        told = f": {_and(names)}" if names else ""
        head = f"{name}. {number} cut from it in these tables{told}."
        return f"{head} {_findings(system, lost) if lost else ''}".strip()
    if kind == "group":
        return f"{name}. {_findings(system, system.effects_of(node).values())}"
    if kind == "domain":
        return _domain(system, node)
    return ""


_SILENCE = {
    "receptor": "The article never names this receptor.",
    "gap": "Here a sentence of the article stops before its end. Nothing is filled in.",
    "peptide": "The article does not name it.",
    "ligand": "The article does not name it.",
}


def _article(system: System, node: str, kind: str) -> str:
    if not system.claims:
        return ""
    naming = [subject for subject in system.subjects.values() if node in subject.names]
    if naming:
        words = {subject.id for subject in naming}
        claims = [claim for claim in system.claims.values() if words.intersection(claim.subjects)]
        names = _and([subject.name for subject in naming])
        return f"The article names it, as {names}, in {_count(len(claims), 'claim')}."
    claims = list(system.claims_about(node).values()) if kind in ("domain", "subject") else []
    if not claims:
        return _SILENCE.get(kind, "The article does not speak of it.")
    number = _count(len(claims), "claim")
    domain = system.domains.get(node)
    return f"The article: {number} ({_directions(claims, domain)}). {_standing(system, claims)}"


def _domain(system: System, node: str) -> str:
    """Count the findings on a domain: in people, at odds, and on what most of them are."""
    found = list(system.effects_on(node).values())
    name = system.domains[node].name
    if not found:
        return f"{name}. These tables hold no finding on it."
    agents = Counter(row.agent for row in found).most_common(_MOST)
    people = sum(row.evidence.startswith("human") for row in found)
    most = _and([f"{name_of(system, agent)} {n}" for agent, n in agents])
    return (
        f"{name}. {_capital(_count(len(found), 'finding'))}, of which {people} measured people "
        f"directly. By what they are on: {most}.{_odds(found)}"
    )


def _findings(system: System, rows: Iterable[Effect]) -> str:
    """Tell mood and anxiety by what was done and which way it went; count the other domains."""
    rows = list(rows)
    if not rows:
        return "These tables hold no finding on its effects."
    counts = Counter(row.domain for row in rows)
    told = [d for d in _TOLD if d in counts] or list(counts)[:2]
    parts = [
        f"{name_of(system, d)}: {_tally(system, [r for r in rows if r.domain == d])}." for d in told
    ]
    rest = sum(n for d, n in counts.items() if d not in told)
    more = f" {_capital(_count(rest, 'further finding'))} in other domains." if rest else ""
    return f"{' '.join(parts)}{more}{_odds(rows)}"


def _odds(rows: Iterable[Effect]) -> str:
    number = sum(bool(row.conflicts_with) for row in rows)
    verb = "is" if number == 1 else "are"
    return f" {_capital(_count(number, 'finding'))} {verb} at odds with another." if number else ""


def _tally(system: System, rows: Iterable[Effect]) -> str:
    """Tell which way the rows went under each thing done, as ``blocked, less anxiety 1``."""
    told: dict[str, Counter[str]] = {}
    for row in rows:
        outcome = outcome_of(system.domains[row.domain], row.direction)
        told.setdefault(row.perturbation, Counter())[outcome] += 1
    parts = (
        f"{how}, {', '.join(f'{says} {n}' for says, n in c.items())}" for how, c in told.items()
    )
    return "; ".join(parts)


def _actions(system: System, rows: Iterable[Interaction]) -> str:
    rows = list(rows)
    if not rows:
        return "These tables hold no row on what it does at a receptor."
    parts = []
    for receptor in system.receptors.values():
        counts = Counter(style.FAMILY_OF[row.action] for row in rows if row.receptor == receptor.id)
        words = [f"{style.FAMILIES[f].word} ({counts[f]})" for f in style.FAMILIES if f in counts]
        if words:
            parts.append(f"at {receptor.name}: {', '.join(words)}")
    return f"Rows by what they say it does, {'; '.join(parts)}."


def _directions(claims: Iterable[Claim], domain: Domain | None) -> str:
    """Count the claims by which way they say it goes; on several domains the words are general."""
    general = {"improves": "for the better", "worsens": "for the worse"}
    counts = Counter(
        "no direction stated"
        if claim.direction is None
        else outcome_of(domain, claim.direction)
        if domain
        else general.get(claim.direction, claim.direction)
        for claim in claims
    )
    return ", ".join(f"{says} {n}" for says, n in counts.items())


def _standing(system: System, claims: Iterable[Claim]) -> str:
    found = [system.assessment_of(claim.id) for claim in claims]
    counts = Counter(a.verdict if a else "not assessed" for a in found)
    parts = (f"{verdict} {n}" for verdict, n in counts.items())
    return f"How they stand, in our judgement: {', '.join(parts)}."


def _count(number: int, one: str, many: str = "") -> str:
    word = _SELDOM[number] if number < len(_SELDOM) else str(number)
    if number == 1:
        return f"one {one}"
    if number == 0:
        return f"none {one}" if one.startswith("of") else f"no {many or one + 's'}"
    return f"{word} {many or (one if one.startswith('of') else one + 's')}"


def _and(words: list[str]) -> str:
    return (
        words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
