"""What a state shows and says, held against the tables and the graph, not against the picture."""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Any

import pytest

import explainer as ex
from copies import Copy
from explainer.drawing import theme
from explainer.model.evidence import is_on_people
from explainer.model.schema import Effect
from explainer.view import headline, payload
from explainer.view.headline import fill, sentence
from explainer.view.selection import Shown, row_ids, show
from explainer.view.state import FILTERS, LENSES, Choices, State
from explainer.voices import summaries
from states import single, some

VOICES = {"both": {"pharmacology", "article"}, "article": {"article"},
          "pharmacology": {"pharmacology"}}  # fmt: skip
CHAIN = ("acts on", "effect", "claim")
Edge = tuple[str, str, str]  # start, end, id of the row
Loose = tuple[str, tuple[str, ...], dict[str, str | None]]  # voice, nodes, words by filter
Built = dict[str, Any]
Tell = Callable[[State], str]


@pytest.fixture(scope="module")
def built(picture: Built) -> Built:
    return picture


@pytest.fixture(scope="module")
def seen(built: Built) -> Callable[[State], Shown]:
    """Give what a state of the real tables shows; each is asked for once."""
    return functools.cache(functools.partial(show, built))


@pytest.fixture(scope="module")
def tell(built: Built, seen: Callable[[State], Shown]) -> Iterator[Tell]:
    """Give the sentence of a state of the real tables; each is made once."""

    def once(picture: Built, state: State) -> Shown:
        return seen(state) if picture is built else show(picture, state)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(headline, "show", once)
        yield functools.cache(functools.partial(sentence, built))


@pytest.fixture(scope="module")
def choices(system: ex.System) -> Choices:
    return payload.choices(system)


# What the tables say, asked of the tables

SECOND_HAND = {"review", "regulator", "classification or label", "news"}


def whose(effect: Effect) -> str | None:
    """Whether a finding is told first hand, of people."""
    return "people" if is_on_people(effect) and effect.evidence not in SECOND_HAND else None


class Tables:
    """What the tables hold, read row by row: the picture is held against it."""

    def __init__(self, system: ex.System) -> None:
        self.system = system
        self.edges = {
            (start, end, key): data
            for start, end, key, data in system.graph.edges(keys=True, data=True)
        }
        self.voices = {edge: str(data["voice"]) for edge, data in self.edges.items()}
        self.said = {edge: self.words_of(edge) for edge in self.edges}
        self.loose = dict(self.without_line())
        self.both = functools.cache(self.find)
        self.fit = functools.cache(self.fitting)

    def standing_out(self, state: State) -> set[Edge]:
        """Give the rows that stand out and are drawn as lines."""
        return self.both(state)[0]

    def listed(self, state: State) -> set[str]:
        """Give the ids of rows that stand out though no line can draw them."""
        return self.both(state)[1]

    def without_line(self) -> Iterator[tuple[str, Loose]]:
        """Give claims on no domain, and each molecule whose own row is not told by a line."""
        for claim in self.system.claims.values():
            if not claim.domains and not claim.open_end:
                yield claim.id, ("article", claim.subjects, self.of_claim(claim.id))
        for effect in self.system.effects.values():
            if effect.perturbation == "present":  # of a condition
                yield effect.id, ("pharmacology", (effect.domain,), {
                    "domain": effect.domain, "direction": effect.direction,
                    "evidence": effect.evidence, "people": whose(effect),
                })  # fmt: skip
        for row in (*self.system.peptides.values(), *self.system.ligands.values()):
            if not getattr(row, "precursor", None):
                yield row.id, ("pharmacology", (row.id,), {"origin": self.origin(row.id)})

    def of_claim(self, key: str) -> dict[str, str | None]:
        assessment = self.system.assessment_of(key)
        verdict = assessment.verdict if assessment else "not assessed"
        return {
            "domain": None, "direction": self.system.claims[key].direction, "verdict": verdict
        }  # fmt: skip

    def kind(self, edge: Edge) -> str:
        return str(self.edges[edge]["kind"])

    def origin(self, node: str) -> str | None:
        if node in self.system.peptides:
            return "made by the body"
        if node in self.system.ligands:
            return self.system.ligands[node].origin or "origin not in an opened source"
        return None

    def words_of(self, edge: Edge) -> dict[str, str | None]:
        """Give what a row says of each filter that has to do with it."""
        start, end, key = edge
        if (kind := self.kind(edge)) == "acts on":
            row = self.system.interactions[key]
            family = theme.family_of(row)
            return {"receptor": row.receptor, "action": family, "origin": self.origin(row.ligand)}
        if kind == "effect":
            effect = self.system.effects[key]
            found: dict[str, str | None] = {
                "receptor": effect.agent, "domain": effect.domain,
                "direction": effect.direction, "evidence": effect.evidence, "people": whose(effect),
            }  # fmt: skip
            return found | ({"origin": o} if (o := self.origin(start)) else {})
        if kind in ("claim", "gap"):
            return self.of_claim(key) | {"domain": end}
        return {"origin": self.origin(end)} if kind in ("yields", "becomes") else {}

    def fits(
        self, lens: str, filters: dict[str, str], said: dict[str, str | None], voice: str
    ) -> int | None:
        """Count the filters that speak for a row; nothing where one speaks against it."""
        met = [name for name in filters if name in said]
        if voice not in VOICES[lens] or any(said[name] != filters[name] for name in met):
            return None
        return len(met)

    def fitting(self, lens: str, filters: tuple[tuple[str, str], ...]) -> dict[Edge, int]:
        """Give the rows that are let through, each with the filters that speak for it."""
        told = dict(filters)
        fit = {e: self.fits(lens, told, said, self.voices[e]) for e, said in self.said.items()}
        return {e: n for e, n in fit.items() if n is not None}

    def find(self, state: State) -> tuple[set[Edge], set[str]]:
        """Give the rows that stand out in a state, drawn as lines and not."""
        voices, lens, filters = self.voices, state.lens, state.filters
        drawn = self.fit(lens, tuple(filters.items()))
        is_listing = state.panel not in ("trace", "compare", "predict") and not state.also
        loose = {
            key: n for key, (voice, _, said) in self.loose.items()
            if is_listing and (n := self.fits(lens, filters, said, voice)) is not None
        }  # fmt: skip
        if not state.focus and not state.filters:
            return set(drawn), set(loose)
        if state.panel == "predict":
            return set(), set()
        if state.focus:
            near = {key for key in loose if state.focus in self.loose[key][1]}
            return self.chosen(state, drawn), near
        most = Counter[str]()
        for voice, number in (
            *((voices[e], n) for e, n in drawn.items()),
            *((self.loose[key][0], n) for key, n in loose.items()),
        ):
            most[voice] = max(most[voice], number, 1)
        return (
            {e for e, n in drawn.items() if n == most[voices[e]]},
            {key for key, n in loose.items() if n == most[self.loose[key][0]]},
        )

    def chosen(self, state: State, fit: dict[Edge, int]) -> set[Edge]:
        if state.panel == "trace":
            return self.traced(state, fit)
        if state.panel == "compare":
            chosen = {state.focus, *state.also}
            return {e for e in fit if self.kind(e) == "acts on" and e[0] in chosen}
        if state.also:
            return {e for e in fit if set(e[:2]) == {state.focus, state.also[0]}}
        made = {e[1] for e in fit if self.kind(e) == "yields" and e[0] == state.focus}
        return {e for e in fit if {*e[:2]} & {state.focus, *made}}

    def traced(self, state: State, fit: dict[Edge, int]) -> set[Edge]:
        here, out = {state.focus}, set[Edge]()
        for kind in CHAIN:
            near = 1 if kind == "claim" else 0
            step = {e for e in fit if self.kind(e) == kind and e[near] in here}
            if beside := {e[1] for e in step} & set(state.also):
                step = {e for e in step if e[1] in beside}
            if step:
                here, out = {e[1] for e in step}, out | step
        return out

    def counted(self, edges: set[Edge]) -> dict[str, int]:
        """Count rows by kind: a row on two domains is one, each thing a molecule becomes is one."""
        told: dict[str, set[Any]] = {"acts on": set(), "effect": set(), "claim": set(), "": set()}
        for edge in edges:
            kind, (_, end, key) = self.kind(edge), edge
            row = (key, end) if kind in ("becomes", "names") else key
            kind = "claim" if kind == "gap" else kind
            told[kind if kind in CHAIN else ""].add(row)
        return {kind: len(rows) for kind, rows in told.items()}

    def total(self, state: State) -> int:
        """Count all rows that stand out."""
        return sum(self.counted(self.standing_out(state)).values()) + len(self.listed(state))


@pytest.fixture(scope="module")
def tables(system: ex.System) -> Tables:
    return Tables(system)


def listed(built: Built, state: State) -> list[str]:
    """Give the ids of rows that stand out though no line can draw them."""
    return ids_of(built, show(built, state))


def ids_of(built: Built, seen: Shown) -> list[str]:
    lines = (built["undrawn"][u][4] for u in seen.listed)
    return [built["lines"][line][5] for line in lines]


def lit(built: Built, state: State) -> list[Edge]:
    """Give the rows that stand out, as edges of the graph."""
    return edges_of(built, show(built, state))


def edges_of(built: Built, seen: Shown) -> list[Edge]:
    names = [node[0] for node in built["nodes"]]
    rows = [built["rows"][r] for r in seen.rows]
    pairs = [built["pairs"][row[0]] for row in rows]
    keys = [built["lines"][row[3]][5].partition(">")[0] for row in rows]
    return [(names[a], names[b], key) for (a, b, *_), key in zip(pairs, keys, strict=True)]


# Which rows and nodes stand out


@pytest.fixture(scope="module")
def tried(choices: Choices) -> list[State]:
    return [*single(choices), *some(choices, 2_000)]


def test_each_state_lights_what_the_tables_say(
    tables: Tables, built: Built, tried: list[State], seen: Callable[[State], Shown]
) -> None:
    for state in tried:
        shown = seen(state)
        found = edges_of(built, shown)
        assert len(set(found)) == len(found), state
        assert set(found) == tables.standing_out(state), state
        loose = ids_of(built, shown)
        assert len(set(loose)) == len(loose), state
        assert set(loose) == tables.listed(state), state


def test_each_state_lights_both_ends_of_its_rows_and_what_was_chosen(
    tables: Tables, built: Built, tried: list[State], seen: Callable[[State], Shown]
) -> None:
    names = [node[0] for node in built["nodes"]]
    for state in tried:
        shown = seen(state)
        nodes = [names[n] for n in shown.nodes]
        if not state.focus and not state.filters:
            assert (shown.is_overview, nodes) == (True, []), state
            continue
        ends = {end for edge in edges_of(built, shown) for end in edge[:2]}
        if not state.focus:  # a row without a line lights all that it speaks of
            ends |= {node for key in tables.listed(state) for node in tables.loose[key][1]}
        chosen = {state.focus, *state.also, state.receptor, state.domain} - {""}
        assert not shown.is_overview
        assert len(set(nodes)) == len(nodes), state
        assert set(nodes) == ends | chosen, state
        assert nodes[: bool(state.focus)] == [state.focus] * bool(state.focus), state


@pytest.mark.parametrize("kind", ["receptor", "peptide", "ligand", "group", "domain", "subject"])
def test_a_focus_lights_all_that_is_joined_to_it(
    system: ex.System, tables: Tables, built: Built, kind: str
) -> None:
    members = [node for node, k in system.graph.nodes(data="kind") if k == kind]
    assert members
    for node in members:
        joined = {e for e in tables.edges if node in e[:2]}
        assert set(lit(built, State(focus=node))) == joined


def test_a_precursor_lights_its_peptides_and_what_they_do(system: ex.System, built: Built) -> None:
    for precursor in system.precursors:
        found = lit(built, State(focus=precursor, lens="pharmacology"))
        rows = [*system.products_of(precursor), *system.effects_of(precursor)]
        for peptide in system.products_of(precursor):
            rows += [*system.interactions_of(peptide), *system.effects_of(peptide)]
        assert sorted(key for *_, key in found) == sorted(rows)


def test_a_receptor_in_the_articles_lens_lights_itself_alone(built: Built) -> None:
    names = [node[0] for node in built["nodes"]]
    shown = show(built, State(focus="mu", lens="article"))
    assert (shown.rows, shown.nodes) == ((), (names.index("mu"),))


def by_id(rows: Any) -> set[str]:  # noqa: ANN401 - any table
    return set(rows)


def test_what_a_filter_shows_and_lists_is_what_its_tables_hold(
    system: ex.System, tables: Tables, built: Built, choices: Choices
) -> None:
    """Asked of `System` in its own words, filter by filter."""

    def left(name: str, word: str) -> set[str]:
        words: dict[str, Any] = {name: word}
        state = State(**words)
        both = {key for *_, key in lit(built, state)} | set(listed(built, state))
        assert both == {key.partition(">")[0] for key in row_ids(built, state)}, word
        return both

    claims = system.claims
    for word in filter(None, choices["receptor"]):
        rows = by_id(system.acting_at(word)) | by_id(system.effects_of(word))
        assert left("receptor", word) == rows
    for word in filter(None, choices["action"]):
        acts = system.interactions.values()
        assert left("action", word) == {r.id for r in acts if theme.family_of(r) == word}
    for word in filter(None, choices["domain"]):
        rows = by_id(system.effects_on(word)) | by_id(system.claims_about(word))
        assert left("domain", word) == rows
    for word in filter(None, choices["direction"]):
        rows = by_id(system.effects.where(direction=word))
        rows |= {c.id for c in claims.values() if c.direction == word}
        assert left("direction", word) == rows
    for word in filter(None, choices["evidence"]):
        assert left("evidence", word) == by_id(system.effects.where(evidence=word))
    for word in filter(None, choices["verdict"]):
        verdicts = {a.claim for a in system.assessments.where(verdict=word).values()}
        assert left("verdict", word) == verdicts
    for word in filter(None, choices["origin"]):
        acts = {r.id for r in system.interactions.values() if tables.origin(r.ligand) == word}
        acts |= {r.id for r in system.effects.values() if tables.origin(r.agent) == word}
        acts |= {r for r in (*system.peptides, *system.ligands) if tables.origin(r) == word}
        acts |= {
            r.id for r in system.ligands.values()
            if any(tables.origin(form) == word for form in r.active_form)
        }  # fmt: skip
        assert left("origin", word) == acts


def test_every_claim_is_reached_by_its_verdict(
    system: ex.System, built: Built, tell: Tell, choices: Choices
) -> None:
    met = [key for word in filter(None, choices["verdict"])
           for key in row_ids(built, State(verdict=word, lens="article"))]  # fmt: skip
    assert sorted(met) == sorted(system.claims)
    for word in filter(None, choices["verdict"]):
        assert "Nothing in these tables" not in tell(State(verdict=word))


def test_a_claim_on_no_domain_is_listed_counted_and_lights_what_it_speaks_of(
    small: ex.System,
) -> None:
    built = payload.build(small)
    state = State(verdict="not assessed")
    shown = show(built, state)
    assert row_ids(built, state) == ["c3"]
    assert [built["nodes"][n][0] for n in shown.nodes] == ["said_dynorphins", "said_dymorphins"]
    assert sentence(built, state) == (
        "Shown: not assessed. That leaves 1 claim of the article. "
        "0 of 1 claim can be drawn as lines; the card, the table and the outline list all."
    )


def test_each_two_filters_leave_what_fits_both(
    tables: Tables, built: Built, choices: Choices
) -> None:
    for one, other in combinations(FILTERS, 2):
        pairs = list(product(choices[one], choices[other]))
        for first, second in pairs[:: max(1, len(pairs) // 12)]:
            words: dict[str, Any] = {one: first, other: second}
            assert set(lit(built, State(**words))) == tables.standing_out(State(**words)), words


@pytest.mark.parametrize("domain", ["mood", "anxiety"])
def test_two_filters_narrow_to_what_both_are_of(
    system: ex.System, built: Built, domain: str
) -> None:
    found = lit(built, State(receptor="kappa", domain=domain, lens="pharmacology"))
    assert {key for *_, key in found} == set(system.effects.where(agent="kappa", domain=domain))


def test_a_claim_without_a_direction_fits_none(copy: Copy) -> None:
    copy.set("article/claims.csv", "c1", direction="")
    built = payload.build(ex.load(copy.path))
    for focus in ("", "said_opioids", "mood"):
        found = lit(built, State(focus=focus, direction="worsens", lens="article"))
        assert "c1" not in {key for *_, key in found}, focus


def test_a_trace_follows_molecule_receptor_finding_and_claim(
    system: ex.System, tables: Tables, built: Built
) -> None:
    found = lit(built, State(focus="naloxone", panel="trace"))
    acts = system.interactions_of("naloxone").values()
    effects = [e for r in {row.receptor for row in acts} for e in system.effects_of(r).values()]
    claims = {c for e in effects for c in system.claims_about(e.domain)}
    rows = {row.id for row in acts} | {e.id for e in effects} | claims
    assert {key for *_, key in found} == rows
    kinds = [tables.kind(edge) for edge in found]
    assert kinds == sorted(kinds, key=CHAIN.index)


def test_a_trace_is_narrowed_by_what_stands_beside(system: ex.System, built: Built) -> None:
    found = lit(built, State(focus="morphine", also=("mu", "anxiety"), panel="trace"))
    rows = set(system.interactions.where(ligand="morphine", receptor="mu"))
    rows |= set(system.effects.where(agent="mu", domain="anxiety"))
    rows |= set(system.claims_about("anxiety"))
    assert {key for *_, key in found} == rows


def test_a_comparison_lights_what_each_molecule_does(system: ex.System, built: Built) -> None:
    chosen = ("morphine", "naloxone", "buprenorphine")
    found = lit(built, State(focus=chosen[0], also=chosen[1:], panel="compare"))
    rows = {row for molecule in chosen for row in system.interactions_of(molecule)}
    assert {key for *_, key in found} == rows


def test_a_pair_lights_the_rows_between(system: ex.System, built: Built) -> None:
    rows = set(system.effects.where(agent="kappa", domain="mood"))
    for focus, beside in (("kappa", "mood"), ("mood", "kappa")):
        found = lit(built, State(focus=focus, also=(beside,)))
        assert {key for *_, key in found} == rows


def test_whoever_is_still_guessing_is_shown_no_answer(
    built: Built, tell: Tell, tried: list[State]
) -> None:
    guessing = [state for state in tried if state.panel == "predict"]
    assert len(guessing) > 400
    for state in guessing:
        assert tell(state) == summaries.TEMPLATES["predicted"]
        assert not show(built, state).rows or show(built, state).is_overview, state


# The sentence


def is_sentence(words: str) -> bool:
    return (
        len(words) > 10
        and words.endswith(".")
        and (words[0].isupper() or words[0] in "“67")  # 6-monoacetylmorphine
        and not re.search(r"None|[{}]|  |\.\.|\bnan\b", words)
    )


def test_every_state_is_told_in_plain_sentences(tell: Tell, tried: list[State]) -> None:
    wrong = {state: words for state in tried if not is_sentence(words := tell(state))}
    assert wrong == {}


def test_small_tables_are_told_in_plain_sentences(small: ex.System) -> None:
    built, choices = payload.build(small), payload.choices(small)
    tell = functools.cache(functools.partial(sentence, built))
    wrong = {
        s: tell(s) for s in [*single(choices), *some(choices, 500)] if not is_sentence(tell(s))
    }
    assert wrong == {}


def left(counts: dict[str, int]) -> str:
    """Say how many rows are left, as a sentence has to."""
    words = {
        "acts on": ("row on what molecules do", "rows on what molecules do"),
        "effect": ("finding", "findings"),
        "claim": ("claim of the article", "claims of the article"),
        "": ("other row", "other rows"),
        "molecule": ("molecule", "molecules"),
    }
    return ", ".join(f"{n} {words[kind][n != 1]}" for kind, n in counts.items() if n)


def test_what_filters_leave_is_counted_in_the_tables(
    system: ex.System, tables: Tables, tell: Tell, choices: Choices, tried: list[State]
) -> None:
    checked = 0
    for state in tried:
        if not state.filters or state.panel == "predict":
            continue
        words = tell(state)
        told = ", ".join(choices[name][word] for name, word in state.filters.items())
        edges, loose = tables.standing_out(state), tables.listed(state)
        if edges or loose:
            claims = sum(key in system.claims for key in loose)
            findings = sum(key in system.effects for key in loose)
            counts = tables.counted(edges)
            counts["claim"] += claims
            counts["effect"] += findings
            counts["molecule"] = len(loose) - claims - findings
            end = f"Shown: {told}. That leaves {left(counts)}."
            parts = [
                f"{counts[kind] - number} of {counts[kind]} {word}{'s' * (counts[kind] != 1)}"
                for kind, word, number in (
                    ("effect", "finding", findings),
                    ("claim", "claim", claims),
                )
                if number
            ]
            if parts:
                end += (
                    f" {' and '.join(parts)} can be drawn as lines;"
                    " the card, the table and the outline list all."
                )
            assert words.endswith(end), state
            checked += 1
        else:
            assert f"Nothing in these tables fits {told}." in words, state
            assert words.endswith("Escape shows everything again."), state
    assert checked > 500


def ways_out(words: str) -> Iterator[tuple[str, int]]:
    for label, number in re.findall(r"Without (.+?): (\d+) rows?\.", words):
        yield label, int(number)


def test_an_empty_view_says_what_to_take_away_and_that_helps(
    tables: Tables, tell: Tell, choices: Choices, tried: list[State]
) -> None:
    empty = [
        s for s in tried
        if s.filters and s.panel != "predict" and not tables.total(s)
    ]  # fmt: skip
    assert len(empty) > 200
    helped = 0
    for state in empty:
        told = dict(ways_out(tell(state)))
        wanted = {}
        for name, word in state.filters.items():
            fewer = State(**{**vars(state), name: ""})
            if number := tables.total(fewer):
                wanted[choices[name][word]] = number
        assert told == wanted, state
        helped += bool(told)
    assert helped > 50


def test_a_trace_counts_what_it_leads_to(
    system: ex.System, tables: Tables, tell: Tell, tried: list[State]
) -> None:
    pattern = (
        r"Traced from (?P<name>.+?): (?P<receptors>\d+) receptors?, (?P<findings>\d+) findings? in "
        r"(?P<domains>\d+) domains?, and (?P<claims>\d+) claims? of the article there\."
    )
    traces = [s for s in tried if s.panel == "trace" and s.focus]
    for state in traces:
        edges = tables.standing_out(state)
        found = re.match(pattern, words := tell(state))
        if not edges:
            assert words.startswith("No path of rows begins at "), state
            continue
        assert found, words
        counts = tables.counted(edges)
        receptors = {e[1] for e in edges if tables.kind(e) == "acts on"}
        domains = {e[1] for e in edges if tables.kind(e) == "effect"}
        assert found.groupdict() == {
            "name": str(getattr(system.find(state.focus), "name", "")),
            "receptors": str(len(receptors)), "domains": str(len(domains)),
            "findings": str(counts["effect"]), "claims": str(counts["claim"]),
        }, state  # fmt: skip
        assert "not a prediction for a person" in words


def test_a_pair_counts_its_rows(tables: Tables, tell: Tell, tried: list[State]) -> None:
    pairs = [s for s in tried if s.also and s.panel in ("card", "table", "outline")]
    assert len(pairs) > 100
    for state in pairs:
        number = sum(tables.counted(tables.standing_out(state)).values())
        found = re.match(r"Between .+? and .+?: (\d+) rows?\.", tell(state))
        assert found, state
        assert int(found[1]) == number, state


def test_a_comparison_names_what_has_rows_and_ranks_nothing(
    system: ex.System, tell: Tell, tried: list[State]
) -> None:
    for state in (s for s in tried if s.panel == "compare" and s.focus):
        words = tell(state)
        chosen = [
            n
            for n in (state.focus, *state.also)
            if n in {r.ligand for r in system.interactions.values()}
        ]
        if chosen:
            names = ", ".join(str(getattr(system.find(node), "name", "")) for node in chosen)
            start = f"Compared: {names}. Each row stands for itself; this is not a ranking."
        else:
            start = "Choose molecules that have a row at a receptor, to see them side by side."
        assert words.startswith(start), state


@pytest.mark.parametrize("lens", LENSES)
def test_a_choice_is_told_in_each_voice_of_the_lens(
    system: ex.System, built: Built, lens: str
) -> None:
    for node in system.graph:
        said = {v: summaries.about(system, node, v) for v in ("pharmacology", "article")}
        words = sentence(built, State(lens=lens, focus=node))
        told = [said[v] for v in ("pharmacology", "article") if v in VOICES[lens] and said[v]]
        if told:
            assert words == " ".join(told)
        else:
            assert re.fullmatch(r"[A-Z].+: nothing on .+ in these tables\.", words), words


@pytest.mark.parametrize(
    ("lens", "voices"),
    [
        ("both", ["pharmacology", "article"]),
        ("article", ["article"]),
        ("pharmacology", ["pharmacology"]),
    ],
)
def test_the_overview_is_told_in_each_voice_of_the_lens(
    system: ex.System, built: Built, lens: str, voices: list[str]
) -> None:
    told = " ".join(summaries.overview(system, voice) for voice in voices)
    for panel in ("card", "table", "outline", "trace", "compare"):
        assert sentence(built, State(lens=lens, panel=panel)) == told


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State(focus="morphine", also=("mu",)), "Between morphine and mu receptor: 2 rows."),
        (State(focus="heroin", also=("morphine",)), "Between heroin and morphine: 1 row."),
        (State(focus="heroin", also=("mu",)), "Between heroin and mu receptor: 0 rows."),
        (
            State(focus="said_opioids", lens="pharmacology"),
            "Sources: nothing on opioids in general in these tables.",
        ),
        (
            State(domain="pain", action="blocks", lens="pharmacology"),
            ("Pain. These tables hold no finding on it."
            " Shown: blocks, Pain. That leaves 1 row on what molecules do."),
        ),
        (
            State(focus="naloxone", origin="opium alkaloid"),
            ("Naloxone. Rows by what they say it does, at mu receptor: blocks (1)."
            " The article does not name it. Nothing in these tables fits opium alkaloid."
            " Without opium alkaloid: 2 rows. Escape shows everything again."),
        ),
        (
            State(focus="morphine", panel="trace"),
            ("Traced from morphine: 2 receptors, 3 findings in 1 domain, and 2 claims of the"
            " article there. A path is a set of separate findings, not a prediction for a person."),
        ),
        (
            State(focus="naloxone", panel="trace", domain="pain", receptor="kappa"),
            ("No path of rows begins at naloxone in this view. Nothing in these tables fits"
            " kappa receptor, Pain. Without kappa receptor: 1 row. Escape shows everything again."),
        ),
    ],
    ids=lambda value: value.code if isinstance(value, State) else "",
)  # fmt: skip
def test_a_sentence_reads_well(small: ex.System, state: State, words: str) -> None:
    assert sentence(payload.build(small), state) == words


# Templates


@pytest.mark.parametrize(
    ("template", "words", "text"),
    [
        ("{n} {n|row|rows}", {"n": 0}, "0 rows"),
        ("{n} {n|row|rows}", {"n": 1}, "1 row"),
        ("{a} and {b}", {"a": "{b}", "b": "x\\1"}, "{b} and x\\1"),
    ],
)
def test_a_template_takes_words_as_they_are(
    template: str, words: dict[str, Any], text: str
) -> None:
    assert fill(template, **words) == text
