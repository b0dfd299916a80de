"""Rules of curation: each is broken once, and answered with place, fault and way out."""

import inspect

import pytest

import explainer as ex
from copies import Copy
from explainer import rules

EFFECTS = "pharmacology/effects.csv"
INTERACTIONS = "pharmacology/interactions.csv"
CLAIMS = "article/claims.csv"
ASSESSMENTS = "article/assessments.csv"
SOURCES = "sources.csv"
LIGANDS = "pharmacology/ligands.csv"
RECEPTORS = "pharmacology/receptors.csv"
OPTIONS = "teaching/options.csv"
Cells = dict[str, str]


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path))]


def test_the_small_tables_break_no_rule(small: ex.System) -> None:
    assert rules.check(small) == []


def test_every_rule_is_run() -> None:
    written = {
        rule
        for name, rule in inspect.getmembers(rules, inspect.isfunction)
        if rule.__module__ == rules.__name__
        and list(inspect.signature(rule).parameters) == ["system"]
    }
    assert set(rules.RULES) == written - {rules.check}


NOBODY = (
    "'supported', but no row on people goes the same way in {!r}"
    " (name such a row, or say 'No human row …' in the note)"
)
WENT = "(write 'went with' or the like)"
RANGE = "(give lowest, highest, measure, relation)"
CASES: dict[str, tuple[str, str, Cells, *tuple[str, ...]]] = {
    "a conflict names one side only": (
        EFFECTS, "e2", {"conflicts_with": ""},
        "2: conflicts_with: names 'e2', which does not name 'e1' (add 'e1' to 'e2')",
    ),
    "a misleading value says not why": (
        INTERACTIONS, "morphine_mu_2", {"caveat": ""},
        "6: caveat: plot_ok is no, and nothing says why (say in the caveat what would mislead)",
    ),
    "a range has one end": (
        INTERACTIONS, "morphine_mu_1", {"affinity_high": ""},
        f"5: affinity_low: only one end of the range is given {RANGE}",
    ),
    "a median has no range": (
        INTERACTIONS, "morphine_mu_2", {"affinity_median": "8"},
        f"6: affinity_low: a median without its range {RANGE}",
    ),
    "a range falls": (
        INTERACTIONS, "dynorphin_a_kappa_1", {"affinity_low": "11"},
        f"2: affinity_low: 11 and 10.8 do not rise from lowest to highest {RANGE}",
    ),
    "a median stands outside its range": (
        INTERACTIONS, "morphine_mu_1", {"affinity_median": "9.5"},
        f"5: affinity_low: 8.5, 9.5 and 9.2 do not rise from lowest to highest {RANGE}",
    ),
    "a value has no measure": (
        INTERACTIONS, "morphine_mu_1", {"measure": ""},
        f"5: affinity_low: a value without measure or relation {RANGE}",
    ),
    "a verdict rests on no row": (
        ASSESSMENTS, "a1", {"because": ""},
        "2: because: 'contested' rests on no row (name the rows, or say 'not checked here')",
    ),
    "a claim is assessed twice": (
        ASSESSMENTS, "a4", {"claim": "c1"},
        "4: claim: 'c1' is assessed already by 'a1' (keep one assessment of each claim)",
    ),
    "a statement names a receptor": (
        CLAIMS, "c4", {"statement": "Kappa worsens mood."},
        ("5: names_receptor: names_receptor is no, the statement says otherwise"
        " (the article names no receptor type)"),
    ),
    "a claim is said to name a receptor": (
        CLAIMS, "c4", {"names_receptor": "yes"},
        ("5: names_receptor: names_receptor is yes, the statement says otherwise"
        " (the article names no receptor type)"),
    ),
    "a missing end is filled in": (
        CLAIMS, "c2", {"domains": "mood"},
        ("3: open_end: the missing end is filled in"
        " (leave domains and direction blank: nothing is filled in)"),
    ),
    "a source cannot be found": (
        SOURCES, "doe2001", {"doi": "", "pmid": ""},
        ("3: doi: no DOI, PMID or official page (add one of the three, or rest the rows on another"
        " source)"),
    ),
    "a word is unkind": (
        EFFECTS, "e3", {"finding": "Some users could not stop."},
        "4: finding: 'users' (write: people who use opioids)",
    ),
    "a finding tells a dose": (
        EFFECTS, "e3", {"finding": "Some took 20 mg and could not stop."},
        ("4: finding: '20 mg' tells a dose or a route"
        " (leave amounts and routes out; this is descriptive only)"),
    ),
    "a finding from news has another label": (
        EFFECTS, "e3", {"evidence": "review"},
        ("4: evidence: 'review', but its only sources are news (say 'news', or cite the study"
        " itself)"),
    ),
    "a supported claim rests on animals": (
        ASSESSMENTS, "a1", {"verdict": "supported", "because": "e2"},
        f"2: because: {NOBODY.format('mood')}",
        f"2: because: {NOBODY.format('pain')}",
    ),
    "an association is told as a cause": (
        EFFECTS, "e4", {"evidence": "human imaging", "finding": "It caused low mood."},
        f"5: finding: 'caused' for human imaging {WENT}",
    ),
    "an association is told as a cause in its caveat": (
        EFFECTS, "e4", {"evidence": "human imaging", "caveat": "Low mood may cause it."},
        f"5: caveat: 'may cause' for human imaging {WENT}",
    ),
    "a wrong answer shows no misconception": (
        OPTIONS, "q1b", {"misconception": ""},
        ("3: misconception: a wrong option without a misconception"
        " (name the misconception that makes it tempting, or drop the option)"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_broken_rule_is_told(copy: Copy, case: tuple[str, str, Cells, *tuple[str, ...]]) -> None:
    table, row, cells, *faults = case
    copy.set(table, row, **cells)
    assert told(copy) == [f"data/{table}:{fault}" for fault in faults]


def test_every_rule_has_a_case_that_breaks_it(copy: Copy) -> None:
    broken = set()
    for table, row, cells, *_ in CASES.values():
        kept = (copy.path / table).read_bytes()
        copy.set(table, row, **cells)
        system = ex.load(copy.path)
        broken |= {rule for rule in rules.RULES if list(rule(system))}
        (copy.path / table).write_bytes(kept)
    assert broken == set(rules.RULES)


@pytest.mark.parametrize("column", ["finding", "population", "caveat"])
def test_every_column_of_words_is_read(copy: Copy, column: str) -> None:
    copy.set(EFFECTS, "e4", **{column: "20 mg"})
    assert [fault.split(": ")[1] for fault in told(copy)] == [column]


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        (LIGANDS, "heroin", "synonyms"),
        (RECEPTORS, "mu", "synonyms"),
        (RECEPTORS, "mu", "regions"),
        (SOURCES, "doe2001", "seen_note"),
        (ASSESSMENTS, "a1", "note"),
    ],
)
def test_lists_and_notes_are_read_too(copy: Copy, table: str, row: str, column: str) -> None:
    copy.set(table, row, **{column: "amygdala;hill of 20 mg" if column != "note" else "20 mg"})
    (fault,) = told(copy)
    assert f": {column}: '20 mg' tells a dose or a route" in fault


def test_a_number_in_the_name_of_a_molecule_is_no_dose(copy: Copy) -> None:
    copy.set(LIGANDS, "morphine", synonyms="M6G;morphine-6-glucuronide;U-50,488H")
    assert told(copy) == []


def test_a_title_stands_as_it_was_printed(copy: Copy) -> None:
    copy.set(SOURCES, "doe2001", title="Heroin addicts on 20 mg", container="The user, IV")
    assert told(copy) == []


def test_a_source_of_which_only_the_title_was_seen_is_refused(copy: Copy) -> None:
    copy.set(SOURCES, "doe2001", seen="title only")
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{SOURCES}:3: seen: 'title only' is not ")


# A receptor that the article names


def spelled(system: ex.System) -> list[str]:
    return [
        name
        for row in system.receptors.values()
        for name in (row.id, row.name, row.iuphar_name, row.gene, *row.synonyms)
    ]


def test_a_statement_names_a_receptor_by_any_of_its_names(system: ex.System, copy: Copy) -> None:
    names = spelled(system)
    assert len(names) > 30
    passed = []
    for name in names:
        copy.set(CLAIMS, "c4", statement=f"For some people {name} worsens mood.")
        if not list(rules.article_names_no_receptor(ex.load(copy.path))):
            passed.append(name)
    assert passed == []


@pytest.mark.parametrize(
    "words",
    ["Some receptors", "Mutations", "A community", "The nopal", "Kappas", "An emu", "Dynorphins"],
)
def test_a_word_that_holds_the_letters_of_a_receptor_names_none(copy: Copy, words: str) -> None:
    copy.set(CLAIMS, "c4", statement=f"{words} worsen mood.")
    assert told(copy) == []


# Open ends


@pytest.mark.parametrize("cells", [{"direction": "worsens"}, {"domains": "mood"}])
def test_neither_domain_nor_direction_is_filled_in(copy: Copy, cells: Cells) -> None:
    copy.set(CLAIMS, "c2", **cells)
    (fault,) = told(copy)
    assert ":3: open_end: the missing end is filled in" in fault


def test_an_undecided_claim_with_an_end_keeps_its_domain_and_direction(copy: Copy) -> None:
    copy.set(CLAIMS, "c4", hedging="open", direction="not known")
    assert told(copy) == []


# News


@pytest.mark.parametrize("cells", [{"sources": "brief2003;roe2002"}, {"sources": "roe2002"}])
def test_news_beside_a_study_leaves_the_label_of_the_study(copy: Copy, cells: Cells) -> None:
    copy.set(EFFECTS, "e3", evidence="review", **cells)
    assert told(copy) == []


# A supported claim


def support(copy: Copy, domains: str = "mood", direction: str = "improves") -> None:
    copy.set(CLAIMS, "c1", domains=domains, direction=direction)
    copy.set(ASSESSMENTS, "a1", verdict="supported", because="e1", note="So it is.")


def test_a_supported_claim_may_say_that_no_human_row_exists(copy: Copy) -> None:
    copy.set(ASSESSMENTS, "a1", verdict="supported", because="e2", note="No human row was found.")
    assert told(copy) == []


@pytest.mark.parametrize(
    ("evidence", "population"),
    [
        ("human imaging", "20"),
        ("human randomised trial", ""),
        ("review", "people"),
        ("review", "Women in many studies"),
        ("regulator", "adults"),
    ],
)
def test_a_supported_claim_rests_on_people(copy: Copy, evidence: str, population: str) -> None:
    support(copy)
    copy.set(EFFECTS, "e1", evidence=evidence, population=population)
    assert told(copy) == []


@pytest.mark.parametrize(
    ("evidence", "population"),
    [
        ("review", "rodents"),
        ("review", ""),
        ("review", "peoples"),
        ("review", "a specimen"),
        ("regulator", "not told"),
        ("news", "adults"),
        ("animal", "mice caged by men"),
        ("in vitro", "cells of people"),
    ],
)
def test_news_animals_and_cells_support_nothing(copy: Copy, evidence: str, population: str) -> None:
    support(copy)
    copy.set(EFFECTS, "e1", evidence=evidence, population=population)
    assert told(copy) == [f"data/{ASSESSMENTS}:2: because: {NOBODY.format('mood')}"]


@pytest.mark.parametrize("cells", [{"domain": "addiction"}, {"direction": "worsens"}])
def test_a_human_row_on_something_else_supports_nothing(copy: Copy, cells: Cells) -> None:
    support(copy)
    copy.set(EFFECTS, "e1", **cells)
    assert told(copy) == [f"data/{ASSESSMENTS}:2: because: {NOBODY.format('mood')}"]


def test_each_domain_of_a_supported_claim_needs_its_row(copy: Copy) -> None:
    support(copy, domains="mood;pain")
    assert told(copy) == [f"data/{ASSESSMENTS}:2: because: {NOBODY.format('pain')}"]


@pytest.mark.parametrize("direction", ["", "not known"])
def test_a_claim_without_direction_needs_people_in_its_domain(copy: Copy, direction: str) -> None:
    support(copy, direction=direction)
    assert told(copy) == []
    copy.set(EFFECTS, "e1", population="rodents")
    assert told(copy) == [f"data/{ASSESSMENTS}:2: because: {NOBODY.format('mood')}"]


def test_other_verdicts_need_no_people(copy: Copy) -> None:
    support(copy)
    copy.set(EFFECTS, "e1", population="rodents")
    copy.set(ASSESSMENTS, "a1", verdict="partly supported")
    assert told(copy) == []


# Causes


@pytest.mark.parametrize("evidence", ["human observational", "human imaging", "human genetics"])
@pytest.mark.parametrize(
    "finding",
    ["It caused low mood.", "It boosts mood.", "Use led to low mood.", "It has not caused it."],
)  # fmt: skip
def test_an_association_claims_no_cause(copy: Copy, evidence: str, finding: str) -> None:
    copy.set(EFFECTS, "e4", evidence=evidence, finding=finding)
    (fault,) = told(copy)
    assert fault.endswith(f" for {evidence} {WENT}")


@pytest.mark.parametrize("evidence", ["human randomised trial", "animal", "review"])
def test_a_trial_may_claim_a_cause(copy: Copy, evidence: str) -> None:
    copy.set(
        EFFECTS, "e4", evidence=evidence, finding="It caused low mood.", caveat="It led to it."
    )
    assert told(copy) == []


@pytest.mark.parametrize(
    "cells",
    [{"finding": "In people treated with it, low mood went with use, because of withdrawal."},
     {"caveat": "This does not show that one caused the other."}],
)  # fmt: skip
def test_an_association_may_say_that_it_shows_no_cause(copy: Copy, cells: Cells) -> None:
    copy.set(EFFECTS, "e4", evidence="human observational", **cells)
    assert told(copy) == []


def judge(copy: Copy, evidence: str, note: str) -> list[str]:
    copy.set(EFFECTS, "e4", evidence=evidence)
    copy.set(ASSESSMENTS, "a4", note=note)
    return told(copy)


@pytest.mark.parametrize("evidence", ["human observational", "human imaging", "human genetics"])
def test_a_judgement_on_associations_claims_no_cause(copy: Copy, evidence: str) -> None:
    assert judge(copy, evidence, "Use boosts mood.") == [
        f"data/{ASSESSMENTS}:4: note: 'boosts' for associations alone {WENT}"
    ]


@pytest.mark.parametrize(
    ("evidence", "note"),
    [("animal", "Use boosts mood."), ("human imaging", "Nobody can tell whether use boosts mood.")],
)
def test_a_judgement_may_tell_what_its_rows_bear(copy: Copy, evidence: str, note: str) -> None:
    assert judge(copy, evidence, note) == []


def test_one_row_of_another_kind_lifts_a_judgement(copy: Copy) -> None:
    copy.set(ASSESSMENTS, "a4", because="e4;e2")
    assert judge(copy, "human imaging", "Use boosts mood.") == []


def test_a_judgement_on_no_finding_may_speak_of_causes(copy: Copy) -> None:
    copy.set(ASSESSMENTS, "a4", because="morphine_mu_1")
    assert judge(copy, "human imaging", "Binding boosts nothing.") == []


def test_rules_tell_their_problems_in_the_order_of_the_tables(copy: Copy) -> None:
    copy.set(INTERACTIONS, "morphine_mu_2", caveat="")
    copy.set(EFFECTS, "e3", evidence="review", finding="Some users could not stop.")
    assert [fault.split(": ")[0] for fault in told(copy)] == [
        f"data/{EFFECTS}:4", f"data/{EFFECTS}:4", f"data/{INTERACTIONS}:6"
    ]  # fmt: skip
