"""A row in words, and a node's card: what it is, the rows behind it, and what the article says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import assert_never

from explainer.drawing import theme
from explainer.model.bidi import isolated
from explainer.model.schema import Claim, Effect, Interaction, Row, SourcedRow, Voice
from explainer.model.schema.vocabularies import NodeKind
from explainer.model.system import System
from explainer.voices import answers, hazards, helplines, lanes
from explainer.voices.card_form import Card, Section
from explainer.voices.numerals import count, listed
from explainer.voices.phrases import Line, line_of, name_of

_NAMED = 4  # sources at odds with a finding that are named in its line


def card(system: System, node: str) -> Card:
    """Gather the card of one node of the graph."""
    data = system.graph.nodes[node] if node in system.graph else None
    if data is None:
        system.find(node)  # raises with the nearest ids where there is no such row
        message = f"{node!r} is a row, but not a node of the graph, so it has no card"
        raise KeyError(message)
    is_gap = data["kind"] == "gap"
    row = system.find(node.removeprefix("gap_") if is_gap else node)
    sections = tuple(s for s in _SECTIONS[data["kind"]](system, row.id) if s.lines)
    known = system.identifiers_of(row.id)
    named = system.identifiers.where(row=row.id).values()
    own = [
        s.id
        for each in (row, *named)
        if isinstance(each, SourcedRow)
        for s in system.sources_of(each)
    ]
    dangers = _hazards(system, row, sections)
    lines = [*dangers, *(line for part in sections for line in part.lines)]
    cited = dict.fromkeys([*own, *(source for line in lines for source in line.sources)])
    return Card(
        id=node,
        title="A sentence without an end" if is_gap else name_of(system, node),
        kind=theme.KINDS[data["kind"]].word,
        voice=data["voice"],
        answer=_answer(system, row.id, data["kind"]),
        hazards=dangers,
        facts=_GAP_FACTS if is_gap else tuple(_facts(system, node)),
        elsewhere=known,
        sections=sections,
        own_sources=tuple(dict.fromkeys(own)),
        citations=tuple(
            (f"[{s}] {system.sources[s].reference}", system.sources[s].link) for s in cited
        ),
        help=helplines.in_a_line(system),
    )


def _answer(system: System, node: str, kind: NodeKind) -> str:
    """What was found with a node or on it; what the article says of it is no such answer."""
    match kind:
        case "domain":
            return answers.of_domain(system, node)
        case "receptor" | "ligand" | "peptide" | "group":
            return answers.of_agent(system, node)
        case "precursor":
            return answers.of_agent(system, node) if system.effects_of(node) else ""
        case "subject" | "gap":
            return ""
        case _:
            assert_never(kind)


def _hazards(system: System, row: Row, sections: Iterable[Section]) -> tuple[Line, ...]:
    """Its own hazard, and else those of whatever is said there to make something better."""
    own = hazards.of_node(system, row.id)
    if own:
        return tuple(hazards.with_brief(system, [own], [row.id]))
    if row.id in system.domains:
        return tuple(hazards.of_domain(system, row.id))
    ids = dict.fromkeys(line.row for section in sections for line in section.lines)
    rows = [system.find(key) for key in ids]
    return tuple(hazards.of_rows(system, [r for r in rows if isinstance(r, Effect | Claim)]))


_GAP_FACTS = (
    "The article's sentence stops before it says what it was to say. Nothing is filled in here.",
)


def _facts(system: System, node: str) -> Iterable[str]:
    """Tell what a node is, from the columns of its own row."""
    row = system.find(node)
    shown = {
        "synonyms": "Also called",
        "iuphar_name": "IUPHAR short name",
        "gene": "Gene",
        "coupling": "Couples to",
        "regions": "Described in",
        "sequence": "Sequence",
        "use": "Used for",
        "origin": "Origin",
        "ligand_class": "Class",
        "active_form": "Forms in the body",
        "status": "Status",
        "definition": "Meaning",
    }
    for column, words in shown.items():
        value = getattr(row, column, None)
        if column == "active_form" and value:
            value = tuple(name_of(system, word) for word in value)
        if value:
            several = value if isinstance(value, tuple) else (str(value),)
            yield f"{words}: {', '.join(map(isolated, several))}"
    for column in ("family_note", "note"):
        if text := getattr(row, column, ""):
            yield isolated(text)


def _section(
    system: System, heading: str, rows: Iterable[Row], voice: Voice = "pharmacology"
) -> Section:
    return Section(heading, voice, tuple(line_of(system, row) for row in rows))


def _claims_section(system: System, heading: str, claims: Iterable[Claim]) -> Section:
    """Claims, each followed by how it stands; a claim without assessment says that too."""
    lines: list[Line] = []
    for claim in claims:
        lines.append(line_of(system, claim))
        found = system.assessment_of(claim.id)
        lines.append(
            line_of(system, found)
            if found
            else Line(claim.id, "Nobody here has assessed this claim.", "ours")
        )
    return Section(heading, "article", tuple(lines))


def _by_family(system: System, rows: Iterable[Interaction], verb: str) -> Iterable[Section]:
    rows = list(rows)
    for family, look in theme.FAMILIES.items():
        members = [row for row in rows if theme.family_of(row) == family]
        yield _section(system, f"{verb}{look.word} ({len(members)})", members)


def _by_whom(system: System, effects: Iterable[Effect]) -> Iterable[Section]:
    """Findings lane by lane, people and warnings first; one that others contradict says so."""
    for lane, rows in lanes.by_lane(system, effects):
        heading = f"{lanes.HEADINGS[lane]} ({len(rows)})"
        yield Section(heading, "pharmacology", tuple(_told(system, row) for row in rows))


def _told(system: System, row: Effect) -> Line:
    line = line_of(system, row)
    others = [one for one in sorted(system.at_odds.get(row.id, ())) if one in system.effects]
    more = [f"At odds with {_named(system, others)}."] if others else []
    more += [f"Held by {_named(system, row.part_of)} too."] if row.part_of else []
    return replace(line, caveat=" ".join([line.caveat, *more]).strip()) if more else line


def _named(system: System, rows: Iterable[str]) -> str:
    """Findings by their first sources; where there are many, the first, and how many more."""
    found = (system.sources[system.effects[row].sources[0].source] for row in rows)
    names = list(dict.fromkeys(source.short for source in found))
    rest = len(names) - _NAMED
    return listed(names if rest < 1 else [*names[:_NAMED], count(rest, "more", "more")])


def _receptor(system: System, node: str) -> Iterable[Section]:
    effects = system.effects_of(node)
    yield from _by_whom(system, effects.values())
    acting = system.acting_at(node)
    yield from _by_family(
        system, (r for r in acting.values() if r.ligand in system.peptides), "Body's own peptide: "
    )
    yield from _by_family(
        system, (r for r in acting.values() if r.ligand in system.ligands), "From outside: "
    )
    yield _weighed(system, {node, *effects})


def _weighed(system: System, rows: set[str]) -> Section:
    """Claims of the article whose assessment rests on these rows; the article names no receptor."""
    claims = [
        system.claims[a.claim] for a in system.assessments.values() if rows.intersection(a.because)
    ]
    claims.sort(key=lambda claim: _order(system, claim))
    return _claims_section(system, f"Claims weighed against these rows ({len(claims)})", claims)


def _order(system: System, claim: Claim) -> tuple[bool, bool, bool]:
    """Where a claim stands among others: first what sources contest, then what is on receptors."""
    found = system.assessment_of(claim.id)
    is_contested = found is not None and found.verdict == "contested"
    return not is_contested, not _is_on_receptors(system, claim), not claim.direction


def _is_on_receptors(system: System, claim: Claim) -> bool:
    """Whether a claim speaks of receptors that the article does not name."""
    return any(system.subjects[subject].is_receptor for subject in claim.subjects)


def _molecule(system: System, node: str) -> Iterable[Section]:
    through = system.effects.where(through=node)
    yield from _by_whom(system, {**system.effects_of(node), **through}.values())
    targets = system.interactions_of(node)
    for receptor in system.receptors.values():
        rows = [row for row in targets.values() if row.receptor == receptor.id]
        yield _section(system, f"At the {name_of(system, receptor.id)} ({len(rows)})", rows)
    yield _beyond(system, node)
    claims: dict[str, Claim] = {}
    for subject in system.subjects.where(names=node):
        claims |= system.claims_about(subject)
    yield _claims_section(system, f"Where the article names it ({len(claims)})", claims.values())


def _beyond(system: System, node: str) -> Section:
    """What it does where there is no opioid receptor, and mood may be reached as well."""
    rows = system.targets.where(molecule=node).values()
    return _section(system, f"Beyond opioid receptors ({len(rows)})", rows)


def _precursor(system: System, node: str) -> Iterable[Section]:
    yield _section(system, "Peptides cut from it", system.products_of(node).values())
    effects = system.effects_of(node)
    yield _section(system, f"Found without its gene ({len(effects)})", effects.values())
    yield _beyond(system, node)


def _group(system: System, node: str) -> Iterable[Section]:
    rows = system.effects_of(node)
    yield from _by_whom(system, rows.values())
    yield _beyond(system, node)
    yield _weighed(system, set(rows))


def _domain(system: System, node: str) -> Iterable[Section]:
    yield from _by_whom(system, system.effects_on(node).values())
    claims = sorted(system.claims_about(node).values(), key=lambda one: _order(system, one))
    yield _claims_section(system, f"What the article says ({len(claims)})", claims)


def _subject(system: System, node: str) -> Iterable[Section]:
    claims = system.claims_about(node)
    yield _claims_section(system, f"What the article says of it ({len(claims)})", claims.values())


def _gap(system: System, claim: str) -> Iterable[Section]:
    yield _claims_section(system, "Where the article stops", [system.claims[claim]])


_SECTIONS: dict[NodeKind, Callable[[System, str], Iterable[Section]]] = {
    "gap": _gap,
    "receptor": _receptor,
    "peptide": _molecule,
    "ligand": _molecule,
    "precursor": _precursor,
    "group": _group,
    "domain": _domain,
    "subject": _subject,
}
