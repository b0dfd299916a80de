"""The hazard that stands in sight wherever an opioid agonist is said to make something better.

A hazard is a finding: a row of `effects` in a domain of hazards that got worse. What an agency, a
classification or a review says stands before any single study. Among equals a molecule's own row
stands first, then that of a molecule from which the body makes it, then that of a receptor which
it activates or of the drugs that act there; then the graver domain (the order of `domains`). What
has none at all says so, since no row is no sign of safety.

One sentence on one hazard would leave a reader without the others, so whatever belongs to a group
has after it the group's `warnings` in brief: one line, the same in every view. A hazard that is
one of those is not told twice.
"""

from __future__ import annotations

from collections.abc import Iterable

from explainer.drawing import theme
from explainer.model.bidi import isolated
from explainer.model.schema import Claim, Effect
from explainer.model.schema.categories import is_acting
from explainer.model.schema.vocabularies import Evidence
from explainer.model.system import System
from explainer.voices import lanes
from explainer.voices.phrases import Line, name_of

MARK = "Hazard:"

_BODIES: tuple[Evidence, ...] = (
    "classification or label", "regulator", "meta-analysis", "review",
)  # fmt: skip
_ACTIVATES = ("activates", "partly")


def of_node(system: System, node: str) -> Line | None:
    """The hazard of an agonist, a group of drugs or a receptor, and of what a body warns of."""
    if not (node in system.groups or node in system.receptors or is_agonist(system, node)):
        own = _gravest(system, [node]) if node in system.ligands else None
        return _line(own) if own and own.evidence in _BODIES else None
    found = _gravest(system, [node, *_made_from(system, node), *_classes(system, node)])
    if found is None and node in system.groups:
        return None  # a group may be of other medicines, or of no medicine at all
    return _line(found) if found else _none(system, node)


def of_rows(system: System, rows: Iterable[Effect | Claim]) -> list[Line]:
    """The hazards that belong beside rows of which some say that an agonist makes things better.

    One agonist has its own, then its group's in brief; several have first what their groups are
    warned of in brief, then the hazards of their classes, one for each kind.
    """
    agents = list(dict.fromkeys(agent for row in rows for agent in agents_of(system, row)))
    kinds: dict[int, Line] = {}
    for agent in agents if len(agents) > 1 else ():
        if found := of_class(system, agent):
            kinds.setdefault(*found)
    own = [of_node(system, agent) for agent in agents[:1]]
    classes = [kinds[kind] for kind in sorted(kinds)]
    if not classes:
        return with_brief(system, filter(None, own), agents)
    return [*in_brief(system, agents), *(one for one in classes if not is_in_brief(system, one))]


def of_domain(system: System, domain: str) -> list[Line]:
    """What stands before the findings on a domain: what bodies warn of there, and other hazards.

    On a domain of hazards its own warning is the answer, and a hazard of another kind is not.
    """
    rows = list(system.effects_on(domain).values())
    own = _warning(system, rows)
    if own and system.domains[domain].group == "hazards":
        acting = [row.agent for row in rows if is_acting(row.perturbation)]
        return with_brief(system, [_line(own)], acting)
    claims = system.claims_about(domain).values()
    others = of_rows(system, [*rows, *claims])
    return [_line(own), *others] if own else others


def _warning(system: System, rows: Iterable[Effect]) -> Effect | None:
    """What an agency, a label or a classification warns of, of all such drugs before of one."""
    warning = (
        row
        for row in rows
        if row.direction == "worsens"
        and is_acting(row.perturbation)
        and lanes.lane_of(row) == "warnings"
    )
    return min(
        warning,
        key=lambda row: (row.agent not in system.groups, _BODIES.index(row.evidence)),
        default=None,
    )


def of_class(system: System, agent: str) -> tuple[int, Line] | None:
    """The hazard of what an agent switches on, after its kind: the graver, the lower."""
    found = _gravest(system, [*_classes(system, agent), *_own(system, agent)])
    return (list(system.domains).index(found.domain), _line(found)) if found else None


def in_brief(system: System, nodes: Iterable[str]) -> list[Line]:
    """What is warned of for each group to which one of these belongs, in a line each."""
    found = dict.fromkeys(group for node in nodes for group in groups_of(system, node))
    return [_brief(system, group) for group in found if system.groups[group].warnings]


def with_brief(system: System, leads: Iterable[Line], nodes: Iterable[str]) -> list[Line]:
    """These hazards, and those of the groups in brief; what stands there is told there alone."""
    return [*(one for one in leads if not is_in_brief(system, one)), *in_brief(system, nodes)]


def is_in_brief(system: System, line: Line) -> bool:
    """Whether a hazard is one of those that a group tells in brief, to which it then belongs."""
    return any(line.row in group.warnings for group in system.groups.values())


def groups_of(system: System, node: str) -> list[str]:
    """A group itself, those of a molecule, and for a receptor those of whatever acts there."""
    if node not in system.receptors:
        return [one for one in (node, *_classes(system, node)) if one in system.groups]
    acting = (row.ligand for row in system.acting_at(node).values())
    members = dict.fromkeys(ligand for ligand in acting if is_agonist(system, ligand))
    return [group for ligand in members for group in groups_of(system, ligand)]


def _brief(system: System, node: str) -> Line:
    group = system.groups[node]
    rows = [system.effects[key] for key in group.warnings]
    cited = dict.fromkeys(reference.source for row in rows for reference in row.sources)
    told = "; ".join(map(isolated, group.in_brief))
    name = name_of(system, node)
    text = f"{MARK} with {name[0].lower()}{name[1:]}, {told}."
    return Line(node, text, "pharmacology", sources=tuple(cited))


def _own(system: System, agent: str) -> list[str]:
    """What has its own hazard for that of its class: a receptor, or what is one of no class."""
    return [agent] if agent in system.receptors or not _classes(system, agent) else []


def is_agonist(system: System, node: str) -> bool:
    """Whether any row says that a molecule from outside activates a receptor, if only in part."""
    rows = system.interactions_of(node).values() if node in system.ligands else ()
    return any(theme.FAMILY_OF[row.action] in _ACTIVATES for row in rows)


def agents_of(system: System, row: Effect | Claim) -> tuple[str, ...]:
    """What acts in a row that sounds like help: molecules, groups, receptors switched on."""
    if row.direction != "improves":
        return ()
    if isinstance(row, Claim):
        named = (n for subject in row.subjects for n in system.subjects[subject].names)
        groups = (group for group in system.groups if of_node(system, group))
        return (*(n for n in named if is_agonist(system, n)), *groups)
    if not is_acting(row.perturbation):
        return ()
    molecules = tuple(n for n in (row.agent, *row.through) if is_agonist(system, n))
    if molecules or row.agent in system.ligands or row.agent in system.peptides:
        return molecules
    return (row.agent,)


def _gravest(system: System, nodes: list[str]) -> Effect | None:
    """What to tell first of hazards found on these, the nearest named first."""
    places = {node: place for place, node in reversed(list(enumerate(nodes)))}
    domains = list(system.domains)
    hazardous = {domain.id for domain in system.domains.values() if domain.group == "hazards"}

    def rank(row: Effect) -> tuple[bool, int, int, int]:
        is_single = row.evidence not in _BODIES
        body = len(_BODIES) if is_single else _BODIES.index(row.evidence)
        nearest = min(places[node] for node in _subjects(system, row) if node in places)
        return is_single, nearest, domains.index(row.domain), body

    rows = (
        row
        for row in system.effects.values()
        if row.domain in hazardous
        and row.direction == "worsens"
        and is_acting(row.perturbation)
        and places.keys() & _subjects(system, row)
    )
    return min(rows, key=rank, default=None)


def _subjects(system: System, row: Effect) -> set[str]:
    """What a finding is on: its agent and, on a receptor, the molecules it was done with."""
    return {row.agent, *(row.through if row.agent in system.receptors else ())}


def _made_from(system: System, node: str) -> list[str]:
    """The molecules from which the body makes this one."""
    return [parent.id for parent in system.ligands.values() if node in parent.active_form]


def _classes(system: System, node: str) -> list[str]:
    """What a molecule is one of: each receptor it activates, and the drugs that act there."""
    if node in system.receptors:
        return [group.id for group in system.groups.values() if node in group.receptors]
    if node not in system.ligands or system.ligands[node].ligand_class == "antagonist":
        return []  # a blocker that switches on in part in some test is none of its agonists
    rows = system.interactions_of(node).values()
    acts = {row.receptor for row in rows if theme.family_of(row) in _ACTIVATES}
    found: list[str] = []
    for receptor in system.receptors:
        if receptor in acts:
            found += [receptor, *(g.id for g in system.groups.values() if receptor in g.receptors)]
    return found


def _line(row: Effect) -> Line:
    cited = tuple(reference.source for reference in row.sources)
    told = isolated(row.finding)
    return Line(row.id, f"{MARK} {told}", "pharmacology", row.evidence, isolated(row.caveat), cited)


def _none(system: System, node: str) -> Line:
    name = name_of(system, node)
    what = f"switching on the {name}" if node in system.receptors else name
    text = f"{MARK} these tables hold no row on the hazards of {what}; "
    return Line(node, f"{text}that is no sign of safety.", "ours")
