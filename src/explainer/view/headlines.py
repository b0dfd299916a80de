"""The answer of each view in one sentence, people first, made from the findings that it shows.

What was done and whom it was done to are never pooled: a headline speaks of one lane at a time, and
"both ways" is said only within one. Word at second hand is never counted as people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from explainer.model.evidence import Who
from explainer.model.system import System
from explainer.view.findings import APART, STEPS, Finding, Level, Step, own_of
from explainer.view.overview import first_domains
from explainer.voices import answers
from explainer.voices.numerals import capital, count, listed
from explainer.voices.phrases import NO_DIFFERENCE, name_of, short_name_of

_LONG = 120  # letters; what is longer is told in brief
_ALIKE: tuple[Step, ...] = ("missing", "seen")  # whatever it was done to
_MOST_TOLD = 2  # receptors of which a headline can tell what was found
DONE: dict[Step, str] = {
    "on": "switched on",
    "blocked": "blocked",
    "missing": "without its gene",
    "stopped": "stopped",
    "seen": "only measured",
}


def overview(system: System, found: Sequence[Finding]) -> tuple[str, str]:
    """Say what the article leaves open, and how much sources tell of it."""
    claims = list(system.claims.values())
    unnamed = {s.id for s in system.subjects.values() if s.is_receptor}
    ways = {c.direction for c in claims if unnamed & set(c.subjects)}
    named = [c for c in claims if c.names_receptor]
    if not claims:
        head = f"Sources name {count(len(system.receptors), 'receptor')}."
    elif not named and {"improves", "worsens"} <= ways:
        head = "The article says some receptors help and others harm, but never which."
    elif not named:
        head = f"None of the article's {count(len(claims), 'claim')} names a receptor."
    else:
        head = f"The article names a receptor in {len(named)} of {count(len(claims), 'claim')}."
    first = [one for one in found if one.domain in first_domains(system)]
    torn = [short_name_of(system, r) for r in system.receptors if _is_torn(first, r)]
    more = f" At {listed(torn)}, like findings point both ways." if torn else ""
    sources = f"Sources name {count(len(system.receptors), 'receptor')}."
    return head, " ".join([f"{sources}{more}", *_misfits(system, first)])


def _misfits(system: System, found: Sequence[Finding]) -> list[str]:
    """Receptors at which animals did better with more of it and with less: that does not fit."""
    out = []
    for receptor in system.receptors:
        for domain in first_domains(system):
            own = [o for o in found if (o.column, o.domain, o.who) == (receptor, domain, "animals")]
            more = {o.level for o in own if o.step == "on"}
            less = {o.level for o in own if o.step in {"blocked", "missing"}}
            if more == less == {"better"}:
                name = short_name_of(system, receptor)
                way = system.domains[domain].improves
                out.append(f"At {name}, on and off both went with {way} in animals: no fit.")
    return out


def _is_torn(found: Sequence[Finding], column: str) -> bool:
    """Whether, of one thing done and one kind of evidence, both better and worse was found."""
    ways: dict[tuple[str, Step, Who], set[Level]] = {}
    for one in found:
        if one.column == column:
            ways.setdefault((one.domain, one.step, one.who), set()).add(one.level)
    return any({"better", "worse"} <= levels for levels in ways.values())


def numbers(found: Sequence[Finding]) -> str:
    """How many findings from how many sources, and on whom."""
    if not found:
        return "No finding stands in these tables."
    who = [sum(one.who == kind for one in found) for kind in ("people", "animals", "word")]
    parts = [
        f"{n} {word}"
        for n, word in zip(who, ("in people", "in animals", "at second hand"), strict=True)
        if n
    ]
    studies = len({one.study for one in found})
    return f"{count(len(found), 'finding')} from {count(studies, 'source')}: {listed(parts)}."


def of_agent(system: System, found: Sequence[Finding], agent: str) -> tuple[str, str]:
    """Say what was found on mood and anxiety with one receptor, molecule or group."""
    own = own_of(found, agent)
    head = _told(system, own, agent) or _nothing(system, name_of(system, agent))
    if len(head) > _LONG:
        head = _told(system, own, agent, is_brief=True) or head
    under = Counter(one.agent for one in own if one.agent != agent)
    more = listed(f"{n} under {name_of(system, one)}" for one, n in under.items())
    return head, numbers(own) + (f" Made with it, told elsewhere: {more}." if more else "")


def _told(system: System, own: Sequence[Finding], agent: str, *, is_brief: bool = False) -> str:
    """What was found in each of the first domains."""
    told = (
        with_agent(system, own, agent, domain, is_brief=is_brief)
        for domain in first_domains(system)
    )
    return " ".join(part for part in told if part)


def with_agent(
    system: System, found: Sequence[Finding], agent: str, domain: str, *, is_brief: bool = False
) -> str:
    """Say what was found in one domain with it, and what is told of another that it was used on."""
    own = [one for one in own_of(found, agent) if one.domain == domain]
    agents = sorted(dict.fromkeys(one.agent for one in own), key=lambda one: one != agent)
    say = _brief_pair if is_brief else _pair
    told = (say(system, own, (other, domain), agent) for other in agents)
    return " ".join(part for part in told if part)


def _nothing(system: System, name: str) -> str:
    sides = [name_of(system, domain).lower() for domain in first_domains(system)]
    return f"{capital(name)}: no finding on {' or '.join(sides)} in these tables."


def without(system: System, molecule: str) -> str:
    """Say of a molecule without findings that none stands here."""
    name = capital(name_of(system, molecule))
    return f"{name}: where it acts; no finding on it stands in these tables."


_WHERE: tuple[tuple[Who, str], ...] = (
    ("people", "in people"),
    ("animals", "in animals only"),
    ("word", "at second hand only"),
)


def _pair(system: System, found: Sequence[Finding], pair: tuple[str, str], given: str) -> str:
    """Say what was found in one domain with one agent: in people, else in animals, else by word."""
    agent, domain = pair
    own = [one for one in found if (one.agent, one.domain) == pair]
    is_beside = given != agent and agent not in system.ligands  # else it is told with what was done
    with_ = f", with {name_of(system, given)}" if is_beside else ""
    for who, where in _WHERE:
        if some := [one for one in own if one.who == who]:
            side = name_of(system, domain)
            return f"{side}, {where}{with_}: {_lanes(system, some, domain, agent)}."
    return ""


def _brief_pair(system: System, found: Sequence[Finding], pair: tuple[str, str], given: str) -> str:
    """Say it in brief: what was done to people, and where none were studied only in whom."""
    agent, domain = pair
    people = [one for one in found if (one.agent, one.domain, one.who) == (*pair, "people")]
    done = [one for one in people if one.step != "seen" and not one.is_aside]
    if people:
        return _pair(system, done or people, pair, given)
    whose = {one.who for one in found if (one.agent, one.domain) == pair}
    where = next((where for who, where in _WHERE if who in whose), "")
    return f"{name_of(system, domain)}: findings {where}." if where and given == agent else ""


def _lanes(system: System, some: Sequence[Finding], domain: str, agent: str) -> str:
    """Each thing that was done, with where it led."""
    is_receptor = agent in system.receptors
    name = (short_name_of if is_receptor else name_of)(system, agent)

    def done(one: Finding) -> str:
        return DONE[one.step] if is_receptor or one.step in _ALIKE else one.done

    led = [f"{words}, {way}" for words, way in _led(system, some, domain, done)]
    return f"{name} {'; '.join(led)}" if led else ""


def _led(
    system: System, some: Iterable[Finding], domain: str, done: Callable[[Finding], str]
) -> Iterator[tuple[str, str]]:
    """What was done, step by step and in these words, and where it led."""
    levels: dict[str, set[Level]] = {}
    some = sorted(some, key=lambda one: STEPS.index(one.step))
    row = system.domains[domain]
    better, worse = row.improves, row.worsens
    if all(one.who == "animals" for one in some):  # what a test showed, not how they felt
        better, worse = row.improves_in_animals or better, row.worsens_in_animals or worse
    for one in some:
        levels.setdefault(done(one), set()).add(one.level)
    for words, there in levels.items():
        yield words, _ways(there, better, worse)


def _ways(levels: Iterable[Level], better: str, worse: str) -> str:
    """Where findings of one lane lead, in the domain's own words."""
    there = set(levels)
    if {"better", "worse"} <= there:
        return "both ways"
    words = [
        word
        for level, word in (
            ("better", better),
            ("worse", worse),
            ("same", NO_DIFFERENCE),
        )
        if level in there
    ]
    if "unclear" in there:
        words.append("unclear")
    return " or ".join(words)


def of_domain(system: System, found: Sequence[Finding], domain: str) -> tuple[str, str]:
    """Say at which receptors people were studied in one domain, and what is tied to none."""
    own = [one for one in found if one.domain == domain]
    name = name_of(system, domain)
    people = [one for one in own if one.who == "people"]
    there = [r for r in system.receptors if any(one.column == r for one in people)]
    apart = sum(one.column == APART for one in people)
    names = [short_name_of(system, r) for r in there]
    if system.domains[domain].group == "hazards":
        head = answers.lead(system, domain)
    elif not people:
        head = f"{name}: no finding in people in these tables."
    elif not there:
        head = f"{name}: {count(apart, 'finding')} in people, none tied to one receptor."
    elif len(there) > _MOST_TOLD:
        number = count(len(people) - apart, "finding")
        head = f"{name}: {number} in people at {listed(names)}"
        head += (
            f"; {apart} more {'is' if apart == 1 else 'are'} tied to no one receptor."
            if apart
            else "."
        )
    else:
        at = (
            f"{word} {_people_at(system, people, r, domain)}"
            for word, r in zip(names, there, strict=True)
        )
        rest = (
            f" {apart} more {'is' if apart == 1 else 'are'} tied to no one receptor."
            if apart
            else ""
        )
        head = f"{name}, in people: {'; '.join(at)}.{rest}"
    return head, numbers(own)


def _people_at(system: System, people: Sequence[Finding], column: str, domain: str) -> str:
    own = (one for one in people if one.column == column)
    led = _led(system, own, domain, lambda one: DONE[one.step])
    return ", ".join(f"{done}, {way}" for done, way in led)


def article_on(system: System, about: str) -> str:
    """Say how often the article speaks of a receptor, a molecule or a domain; else nothing."""
    if not system.claims:
        return ""
    if about in system.receptors:
        return "never names this receptor"
    if about in system.domains:
        number = len(system.claims_about(about))
    elif about in system.ligands or about in system.peptides:
        naming = {row.id for row in system.subjects.values() if about in row.names}
        number = sum(bool(naming & set(claim.subjects)) for claim in system.claims.values())
    else:
        return ""
    return f"{count(number, 'claim')} on it" if number else "does not speak of it"
