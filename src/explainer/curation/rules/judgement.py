"""Rules of judgement: what claims, findings and verdicts must rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from explainer.curation import language
from explainer.curation.rules.places import Rule, problem
from explainer.model.disagreement import opposed
from explainer.model.errors import Problem
from explainer.model.evidence import is_on_people, is_told_of_people
from explainer.model.schema import Assessment, Claim, Effect, Row
from explainer.model.schema.categories import goes_a_way, is_association, measured_people
from explainer.model.schema.vocabularies import Evidence, Hedging, SourceKind
from explainer.model.system import System


def conflicts_name_each_other(system: System) -> Iterator[Problem]:
    """Two effects at odds each name the other, so that a reader meets both from either side."""
    for row in system.effects.values():
        for other in row.conflicts_with:
            if row.id not in system.effects[other].conflicts_with:
                fault = f"names {other!r}, which does not name {row.id!r}"
                yield problem(system, row, "conflicts_with", fault, f"add {row.id!r} to {other!r}")


def conflicts_are_what_no_rule_sees(system: System) -> Iterator[Problem]:
    """What the data themselves show is not named as well, or the two could come apart."""
    seen = opposed(system.effects.values(), system.groups, system.receptors)
    for row in system.effects.values():
        for other in row.conflicts_with:
            if other in seen.get(row.id, ()):
                fault = f"names {other!r}, which goes the opposite way by its own cells"
                way_out = f"take {other!r} out: the rule sees it"
                yield problem(system, row, "conflicts_with", fault, way_out)


def verdicts_rest_on_rows(system: System) -> Iterator[Problem]:
    """A verdict that weighs a claim names the rows it rests on."""
    for row in system.assessments.values():
        if row.verdict not in ("cannot be checked", "not checked here") and not row.because:
            fault = f"'{row.verdict}' rests on no row"
            yield problem(system, row, "because", fault, "name the rows, or say 'not checked here'")


_WEAKENS = re.compile(
    r"\b(?:can|could|may|might|would|seems?|possibly|possibility|promise|theory)\b", re.IGNORECASE
)
_LEAVES_OPEN = re.compile(
    r"\b(?:unclear|hesitate|weigh|remains to be seen|still being studied|the sentence stops)\b",
    re.IGNORECASE,
)


def hedging_follows_the_words(system: System) -> Iterator[Problem]:
    """A statement keeps the words that weaken it or leave it open, and is coded by them alone."""
    for row in system.claims.values():
        found = _LEAVES_OPEN.search(row.statement) or _WEAKENS.search(row.statement)
        by_words = _hedging_of(row.statement)
        if row.hedging != by_words:
            words = f"{found[0]!r} makes it {by_words!r}" if found else "no word of it weakens it"
            way_out = "keep the article's own 'can' or 'may' in the statement, or mend the code"
            yield problem(system, row, "hedging", f"{row.hedging!r}, but {words}", way_out)


def _hedging_of(statement: str) -> Hedging:
    """One rule for every claim: what leaves it open, else what weakens it, else a plain fact."""
    if _LEAVES_OPEN.search(statement):
        return "open"
    return "hedged" if _WEAKENS.search(statement) else "asserted"


def claims_are_assessed_once(system: System) -> Iterator[Problem]:
    """A claim has one assessment at most."""
    first: dict[str, Assessment] = {}
    for row in system.assessments.values():
        if row.claim in first:
            fault = f"{row.claim!r} is assessed already by {first[row.claim].id!r}"
            yield problem(system, row, "claim", fault, "keep one assessment of each claim")
        first.setdefault(row.claim, row)


def article_names_no_receptor(system: System) -> Iterator[Problem]:
    """A claim says that a receptor is named if, and only if, its statement names one."""
    named = _names_of_receptors(system)
    for row in system.claims.values():
        if bool(named.search(row.statement)) != row.names_receptor:
            given = "yes" if row.names_receptor else "no"
            fault = f"names_receptor is {given}, the statement says otherwise"
            yield problem(
                system, row, "names_receptor", fault, "the article names no receptor type"
            )


def _names_of_receptors(system: System) -> re.Pattern[str]:
    """Any name that a row gives a receptor, as a word of its own."""
    words: set[str] = set()
    for row in system.receptors.values():
        words.update((row.short_name, row.iuphar_name, row.gene, *row.synonyms))
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{known})(?!\w)" if known else r"(?!)", re.IGNORECASE)


def claims_stand_where_their_source_says(system: System) -> Iterator[Problem]:
    """The paragraph of a claim is the place that it cites."""
    for row in system.claims.values():
        places = [reference.place.lower() for reference in row.sources]
        if row.paragraph not in places:
            fault = f"{row.paragraph!r}, but it cites {', '.join(map(str, row.sources))}"
            yield problem(system, row, "paragraph", fault, "name the same place in both columns")


def paragraphs_are_all_there(system: System) -> Iterator[Problem]:
    """Paragraphs are counted from the first, and each holds a claim at least."""
    last: dict[str, Claim] = {}
    for row in sorted(system.claims.values(), key=_numbered):
        kind, number = _numbered(row)
        before = _numbered(last[kind])[1] if kind in last else 0
        if number > before + 1:
            fault = f"{row.paragraph!r} stands here, but no claim is from {kind}{before + 1}"
            way_out = "add what that paragraph says, or mend the number"
            yield problem(system, row, "paragraph", fault, way_out)
        last[kind] = row


def _numbered(claim: Claim) -> tuple[str, int]:
    return claim.paragraph[0], int(claim.paragraph[1:])


def open_ends_stay_open(system: System) -> Iterator[Problem]:
    """A sentence that stops has nothing where its end would be."""
    for row in system.claims.values():
        if row.open_end and (row.domains or row.direction):
            way_out = "leave domains and direction blank: nothing is filled in"
            yield problem(system, row, "open_end", "the missing end is filled in", way_out)


def news_is_labelled(system: System) -> Iterator[Problem]:
    """A finding that rests on news alone has the evidence kind 'news'."""
    for row in system.effects.values():
        kinds = {source.kind for source in system.sources_of(row)}
        if kinds == {"news"} and row.evidence != "news":
            fault = f"{row.evidence!r}, but its only sources are news"
            yield problem(system, row, "evidence", fault, "say 'news', or cite the study itself")


def evidence_is_what_its_sources_are(system: System) -> Iterator[Problem]:
    """A pooled analysis, a register's entry and a label or classification rest on one."""
    for row in system.effects.values():
        kinds = {source.kind for source in system.sources_of(row)}
        needed = _NEEDED.get(row.evidence, kinds)
        if not kinds & needed:
            fault = f"{row.evidence!r}, but its sources are: {', '.join(sorted(kinds))}"
            way_out = (
                f"cite a source of the kind {' or '.join(sorted(needed))}, or mend one of both"
            )
            yield problem(system, row, "evidence", fault, way_out)
        elif kinds == {"trial register"} and row.evidence != "trial registry":
            fault = f"{row.evidence!r}, but its only sources are entries of registers"
            yield problem(system, row, "evidence", fault, "say 'trial registry', or cite the study")


_NEEDED: Mapping[Evidence, frozenset[SourceKind]] = {
    "meta-analysis": frozenset({"meta-analysis"}),
    "trial registry": frozenset({"trial register"}),
    "classification or label": frozenset({"regulator", "clinical reference", "database"}),
    "regulator": frozenset({"regulator", "clinical reference"}),
    "news": frozenset({"news"}),
}


_PERSONS = re.compile(r"\b(?:volunteers?|adults|patients?|people|men|women|students?|veterans?)\b")
_BEASTS = re.compile(
    r"\b(?:rats?|mice|mouse|monkeys?|hamsters?|chicks?|voles?|dogs?|pups?|rodents?|guinea pigs?)\b"
)


def populations_fit_their_evidence(system: System) -> Iterator[Problem]:
    """No study of animals has people in it, and no study of people animals."""
    for row in system.effects.values():
        persons, beasts = _PERSONS.search(row.population), _BEASTS.search(row.population)
        is_animal = row.evidence == "animal"
        misfit = (is_animal and persons) or (measured_people(row.evidence) and beasts)
        if misfit and not (persons and beasts):
            fault = f"{misfit[0]!r} for {row.evidence!r}"
            yield problem(system, row, "population", fault, "hold both against the source")


def supported_rests_on_people(system: System) -> Iterator[Problem]:
    """A supported claim has a row on people for each domain, going its way, or says it has none."""
    for row in system.assessments.values():
        if row.verdict != "supported" or "No human row" in row.note:
            continue
        claim = system.claims[row.claim]
        found = [system.effects[i] for i in row.because if i in system.effects]
        for domain in claim.domains:
            if not any(_speaks_for(effect, claim, domain) for effect in found):
                fault = f"'supported', but no row on people goes the same way in {domain!r}"
                way_out = "name such a row, or say 'No human row …' in the note"
                yield problem(system, row, "because", fault, way_out)


def _speaks_for(effect: Effect, claim: Claim, domain: str) -> bool:
    """A claim that gives no direction asks for a row on people in its domain, whichever way."""
    has_way = claim.direction is not None and goes_a_way(claim.direction)
    goes_along = effect.direction == claim.direction or not has_way
    return is_on_people(effect) and effect.domain == domain and goes_along


def sides_of_a_verdict_are_among_its_rows(system: System) -> Iterator[Problem]:
    """The strongest evidence for and against is on people, and is what the verdict rests on."""
    for row in system.assessments.values():
        for column in ("people_for", "people_against"):
            for key in getattr(row, column):
                fault = _odd_side(system, row, key)
                if fault:
                    way_out = "name a finding on people that stands in 'because'"
                    yield problem(system, row, column, fault, way_out)
        if both := set(row.people_for) & set(row.people_against):
            fault = f"{min(both)!r} stands on both sides"
            yield problem(system, row, "people_against", fault, "leave it on one side")


def _odd_side(system: System, row: Assessment, key: str) -> str:
    if key not in row.because:
        return f"{key!r} is none of the rows that the verdict rests on"
    effect = system.effects[key]
    is_on = is_told_of_people(effect) or effect.evidence in _NEEDED
    return "" if is_on else f"{key!r} is not on people"


def associations_are_not_causes(system: System) -> Iterator[Problem]:
    """Where studies tell what went with what, no causal verb stands, nor in our judgement of it."""
    for row in system.effects.values():
        if is_association(row.evidence):
            yield from _causes(system, row, "finding", language.cause_in(row.finding))
            yield from _causes(system, row, "caveat", language.cause_claimed_in(row.caveat))
    for judged in system.assessments.values():
        kinds = {system.effects[i].evidence for i in judged.because if i in system.effects}
        if kinds and all(map(is_association, kinds)):
            yield from _causes(system, judged, "note", language.cause_claimed_in(judged.note))


def _causes(system: System, row: Row, column: str, verb: str) -> Iterator[Problem]:
    if verb:
        on = row.evidence if isinstance(row, Effect) else "associations alone"
        yield problem(system, row, column, f"{verb!r} for {on}", "write 'went with' or the like")


_OF_THE_WORLD = re.compile(
    r"\b(?:the (?:only|one)|no) (?:\w+ )?(?:trial|study|evidence)\b|\bnobody (?:has|found|tried)\b",
    re.IGNORECASE,
)
_OF_THE_TABLES = re.compile(r"\btables\b|\bhere\b|\brows?\b")


def what_is_missing_is_missing_here(system: System) -> Iterator[Problem]:
    """A verdict that says "no trial" or "the only one" says that it speaks of these tables."""
    for row in system.assessments.values():
        for part in re.split(r"(?<=[.;]) ", row.note):
            found = _OF_THE_WORLD.search(part)
            if found and not _OF_THE_TABLES.search(part):
                fault = f"{found[0]!r} is said of the world"
                yield problem(system, row, "note", fault, "add 'in these tables' to that sentence")


RULES: tuple[Rule, ...] = (
    what_is_missing_is_missing_here,
    conflicts_name_each_other,
    conflicts_are_what_no_rule_sees,
    verdicts_rest_on_rows,
    claims_are_assessed_once,
    article_names_no_receptor,
    claims_stand_where_their_source_says,
    paragraphs_are_all_there,
    open_ends_stay_open,
    news_is_labelled,
    evidence_is_what_its_sources_are,
    populations_fit_their_evidence,
    supported_rests_on_people,
    sides_of_a_verdict_are_among_its_rows,
    hedging_follows_the_words,
    associations_are_not_causes,
)
