"""The picture in plain sentences, made from rows; each voice speaks in sentences of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never, get_args

from explainer.drawing import theme
from explainer.model.errors import one_of
from explainer.model.schema import Voice
from explainer.model.schema.categories import measured_people
from explainer.voices.numerals import capital, count, listed
from explainer.voices.phrases import name_of, outcome_for, outcome_of

if TYPE_CHECKING:
    from explainer.model.schema import Claim, Domain, Effect, Interaction
    from explainer.model.schema.vocabularies import NodeKind
    from explainer.model.system import System

_IN_FULL = 2  # domains: the first of their table, since these pages are about them
_MOST = 4


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
    "molecules": "{n} {n|molecule|molecules}",
    "drawn_claims": "{drawn} of {all} {all|claim|claims}",
    "drawn_findings": "{drawn} of {all} {all|finding|findings}",
    "undrawn": "{parts} can be drawn as lines; the card, the table and the outline list all.",
    "nothing": "Nothing in these tables fits {filters}.",
    "without": "Without {filter}: {rows} {rows|row|rows}.",
    "reset": "Escape shows everything again.",
}


def overview(system: System, voice: Voice) -> str:
    """Say in a sentence or two what one voice has to say before anything is chosen.

    Raises
    ------
    ValueError
        Where there is no such voice; it names the three.

    """
    voice = one_of("voice", voice, get_args(Voice))
    match voice:
        case "article":
            return _article_in_all(system)
        case "pharmacology":
            return _sources_in_all(system)
        case "ours":
            return _standing(system, system.claims.values()) if system.claims else ""
        case _:
            assert_never(voice)


def _article_in_all(system: System) -> str:
    if not system.claims:
        return "There is no article in these tables."
    named = sum(claim.names_receptor for claim in system.claims.values())
    number = count(named, "of them", "of them") if named else "none of them"
    told = f"The article: {len(system.claims)} claims in our words."
    return f"{told} It names a receptor type in {number}."


def _sources_in_all(system: System) -> str:
    verb = "is" if len(system.at_odds) == 1 else "are"
    inside, outside = count(len(system.peptides), "peptide"), count(len(system.ligands), "molecule")
    return (
        f"Pharmacology: {count(len(system.receptors), 'receptor')}, {inside} made by the body and "
        f"{outside} from outside; {count(len(system.effects), 'finding')}, of which "
        f"{len(system.at_odds)} {verb} at odds with another.{_first(system)}"
    )


def _first(system: System) -> str:
    """How many of all findings the first view holds; it counts those at odds among themselves."""
    names = list(system.domains)[:_IN_FULL]
    found = {row.id for row in system.effects.values() if row.domain in names}
    torn = sum(bool(found.intersection(system.at_odds.get(row, ()))) for row in found)
    sides = listed([name_of(system, name).lower() for name in names])
    told = f" On {sides}, as in the first view: {len(found)}, with {torn} at odds among them."
    return told if 0 < len(found) < len(system.effects) else ""


def about(system: System, node: str, voice: Voice) -> str:
    """Say in a few sentences what one voice has to say about one node; empty where it is silent.

    Raises
    ------
    ValueError
        Where there is no such voice; it names the three.

    """
    voice = one_of("voice", voice, get_args(Voice))
    kind: NodeKind = system.graph.nodes[node]["kind"]
    match voice:
        case "article":
            return _article(system, node, kind) if system.claims else ""
        case "pharmacology":
            return _pharmacology(system, node, kind)
        case "ours":
            claims = _claims_on(system, node, kind)
            return _standing(system, claims) if claims else ""
        case _:
            assert_never(voice)


def _pharmacology(system: System, node: str, kind: NodeKind) -> str:
    match kind:
        case "receptor":
            return _receptor(system, node)
        case "peptide" | "ligand":
            return (
                f"{_head(system, node)} {_actions(system, system.interactions_of(node).values())}"
                + (_findings_if_any(system, node))
            )
        case "precursor":
            return f"{_head(system, node)} {_products(system, node)}" + (
                _findings_if_any(system, node)
            )
        case "group":
            return f"{_head(system, node)} {_findings(system, system.effects_of(node).values())}"
        case "domain":
            return _domain(system, node)
        case "subject" | "gap":
            return ""
        case _:
            assert_never(kind)


def _head(system: System, node: str) -> str:
    return f"{capital(name_of(system, node))}."


def _findings_if_any(system: System, node: str) -> str:
    found = list(system.effects_of(node).values())
    return f" {_findings(system, found)}" if found else ""


def _receptor(system: System, node: str) -> str:
    rows = system.acting_at(node).values()
    inside = {row.ligand for row in rows if row.ligand in system.peptides}
    outside = {row.ligand for row in rows} - inside
    told = f"{capital(count(len(inside), 'peptide'))} of the body "
    told += f"and {count(len(outside), 'molecule')} from outside are listed at it."
    found = _findings(system, system.effects_of(node).values())
    return f"{_head(system, node)} {told} {found}"


def _products(system: System, node: str) -> str:
    names = [name_of(system, row) for row in system.products_of(node)]
    told = f": {listed(names)}" if names else ""
    return f"{capital(count(len(names), 'peptide'))} cut from it in these tables{told}."


def _silence(kind: NodeKind) -> str:
    """Say that the article, of which we have every claim, does not speak of a node."""
    match kind:
        case "receptor":
            return "The article never names this receptor."
        case "gap":
            return "Here a sentence of the article stops before its end. Nothing is filled in."
        case "peptide" | "ligand":
            return "The article does not name it."
        case "precursor" | "group" | "domain" | "subject":
            return "The article does not speak of it."
        case _:
            assert_never(kind)


def _claims_on(system: System, node: str, kind: NodeKind) -> list[Claim]:
    """Claims on a domain or with a subject's words; of other nodes the article tells names."""
    match kind:
        case "domain" | "subject":
            return list(system.claims_about(node).values())
        case "precursor" | "peptide" | "receptor" | "ligand" | "group" | "gap":
            return []
        case _:
            assert_never(kind)


def _article(system: System, node: str, kind: NodeKind) -> str:
    naming = [subject for subject in system.subjects.values() if node in subject.names]
    if naming:
        words = {subject.id for subject in naming}
        claims = [claim for claim in system.claims.values() if words.intersection(claim.subjects)]
        names = listed([name_of(system, subject.id) for subject in naming])
        return f"The article names it, as {names}, in {count(len(claims), 'claim')}."
    claims = _claims_on(system, node, kind)
    if not claims:
        return _silence(kind)
    number = count(len(claims), "claim")
    domain = system.domains.get(node)
    return f"The article: {number} ({_directions(claims, domain)}). {_standing(system, claims)}"


def _domain(system: System, node: str) -> str:
    """Count the findings on a domain: in people, at odds, and on what most of them are."""
    found = list(system.effects_on(node).values())
    name = name_of(system, node)
    if not found:
        return f"{name}. These tables hold no finding on it."
    agents = Counter(row.agent for row in found).most_common(_MOST)
    people = sum(measured_people(row.evidence) is True for row in found)
    most = listed([f"{name_of(system, agent)} {n}" for agent, n in agents])
    return (
        f"{name}. {capital(count(len(found), 'finding'))}, of which {people} measured people "
        f"directly. By what they are on: {most}.{_odds(system, found)}"
    )


def _findings(system: System, rows: Iterable[Effect]) -> str:
    """Tell the first domains by what was done and which way it went; count the others."""
    rows = list(rows)
    if not rows:
        return "These tables hold no finding on its effects."
    counts = Counter(row.domain for row in rows)
    first = list(system.domains)[:_IN_FULL]
    told = [d for d in first if d in counts] or list(counts)[:_IN_FULL]
    parts = [
        f"{name_of(system, d)}: {_tally(system, [r for r in rows if r.domain == d])}." for d in told
    ]
    rest = sum(n for d, n in counts.items() if d not in told)
    more = f" {capital(count(rest, 'further finding'))} in other domains." if rest else ""
    return f"{' '.join(parts)}{more}{_odds(system, rows)}"


def _odds(system: System, rows: Iterable[Effect]) -> str:
    number = sum(row.id in system.at_odds for row in rows)
    told = capital(count(number, "finding is", "findings are"))
    return f" {told} at odds with another." if number else ""


def _tally(system: System, rows: Iterable[Effect]) -> str:
    """Tell which way the rows went under each thing done, as ``blocked, less anxiety 1``."""
    told: dict[str, Counter[str]] = {}
    for row in rows:
        told.setdefault(row.perturbation, Counter())[outcome_for(system, row)] += 1
    ways = {how: ", ".join(f"{says} {n}" for says, n in c.items()) for how, c in told.items()}
    return "; ".join(f"{how}, {said}" for how, said in ways.items())


def _actions(system: System, rows: Iterable[Interaction]) -> str:
    rows = list(rows)
    if not rows:
        return "These tables hold no row on what it does at a receptor."
    parts: list[str] = []
    for receptor in system.receptors.values():
        counts = Counter(theme.family_of(row) for row in rows if row.receptor == receptor.id)
        words = [f"{theme.FAMILIES[f].word} ({counts[f]})" for f in theme.FAMILIES if f in counts]
        if words:
            parts.append(f"at {name_of(system, receptor.id)}: {', '.join(words)}")
    return f"Rows by what they say it does, {'; '.join(parts)}."


def _directions(claims: Iterable[Claim], domain: Domain | None) -> str:
    """Count the claims by which way they say it goes; on several domains the words are general."""
    counts = Counter(_way(claim, domain) for claim in claims)
    return ", ".join(f"{says} {n}" for says, n in counts.items())


def _way(claim: Claim, domain: Domain | None) -> str:
    if claim.direction is None:
        return "no direction stated"
    if domain:
        return outcome_of(domain, claim.direction)
    match claim.direction:
        case "improves":
            return "for the better"
        case "worsens":
            return "for the worse"
        case "mixed" | "no difference" | "not known":
            return claim.direction
        case _:
            assert_never(claim.direction)


def _standing(system: System, claims: Iterable[Claim]) -> str:
    found = map(system.assessment_of, (claim.id for claim in claims))
    counts = Counter(a.verdict if a else "not assessed" for a in found)
    told = ", ".join(f"{verdict} {n}" for verdict, n in counts.items())
    return f"How they stand, in our judgement: {told}."
