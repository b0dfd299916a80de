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


RANGE = "(give lowest, highest, measure, relation)"
CASES: dict[str, tuple[str, str, Cells, str]] = {
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
        "2: because: 'contested' rests on no row (name the rows, or say 'not checkable')",
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
        ("4: finding: '0 mg' tells a dose or a route"
        " (leave amounts and routes out; this is descriptive only)"),
    ),
    "a finding from news has another label": (
        EFFECTS, "e3", {"evidence": "review"},
        ("4: evidence: 'review', but its only sources are news (say 'news', or cite the study"
        " itself)"),
    ),
    "a supported claim rests on animals": (
        ASSESSMENTS, "a1", {"verdict": "supported", "because": "e2"},
        ("2: because: 'supported', but no row on people goes the same way in the same domain"
        " (name such a row, or say 'No human row …' in the note)"),
    ),
    "an association is told as a cause": (
        EFFECTS, "e4", {"evidence": "human imaging", "finding": "It caused low mood."},
        "5: finding: 'caused' for human imaging (write 'went with' or the like)",
    ),
    "a wrong answer shows no misconception": (
        OPTIONS, "q1b", {"misconception": ""},
        ("3: misconception: a wrong option without a misconception"
        " (name the misconception that makes it tempting, or drop the option)"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "row", "cells", "fault"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_told(copy: Copy, table: str, row: str, cells: Cells, fault: str) -> None:
    copy.set(table, row, **cells)
    assert told(copy) == [f"data/{table}:{fault}"]


def test_every_rule_has_a_case_that_breaks_it(copy: Copy) -> None:
    broken = set()
    for table, row, cells, _ in CASES.values():
        kept = (copy.path / table).read_bytes()
        copy.set(table, row, **cells)
        system = ex.load(copy.path)
        broken |= {rule for rule in rules.RULES if list(rule(system))}
        (copy.path / table).write_bytes(kept)
    assert broken == set(rules.RULES)


@pytest.mark.parametrize(
    "words",
    ["addicts", "An addict", "abusers", "substance abuse", "a victim of opioids", "getting high",
     "opioid replacement therapy", "committed suicide", "mentally ill", "crazy", "normal people"],
)  # fmt: skip
def test_words_about_people_put_the_person_first(copy: Copy, words: str) -> None:
    copy.set(EFFECTS, "e4", finding=f"{words} kept away.")
    (fault,) = told(copy)
    assert fault.startswith(f"data/{EFFECTS}:5: finding: ")
    assert "(write: " in fault


@pytest.mark.parametrize(
    "words",
    ["people who use opioids", "people with an addiction", "a higher score", "a high score",
     "died by suicide", "people without the condition"],
)  # fmt: skip
def test_words_that_are_no_slight_stand(copy: Copy, words: str) -> None:
    copy.set(EFFECTS, "e4", finding=f"In this study, {words}.")
    assert told(copy) == []


@pytest.mark.parametrize(
    "words",
    ["20 mg", "20mg", "5 µg", "5 micrograms", "2 grams", "two tablets of 10 mg", "3 pills",
     "intravenous use", "injected", "an injection", "sublingually", "by mouth", "inhaled"],
)  # fmt: skip
def test_no_dose_and_no_route_passes(copy: Copy, words: str) -> None:
    copy.set(EFFECTS, "e4", finding=f"Rats kept away after {words}.")
    (fault,) = told(copy)
    assert fault.endswith("(leave amounts and routes out; this is descriptive only)")


@pytest.mark.parametrize("column", ["finding", "population", "caveat"])
def test_every_column_of_words_is_read(copy: Copy, column: str) -> None:
    copy.set(EFFECTS, "e4", **{column: "20 mg"})
    assert [fault.split(": ")[1] for fault in told(copy)] == [column]


def test_a_title_stands_as_it_was_printed(copy: Copy) -> None:
    copy.set(SOURCES, "doe2001", title="Heroin addicts on 20 mg")
    assert told(copy) == []


def test_a_supported_claim_may_say_that_no_human_row_exists(copy: Copy) -> None:
    copy.set(ASSESSMENTS, "a1", verdict="supported", because="e2", note="No human row was found.")
    assert told(copy) == []


def test_a_supported_claim_rests_on_a_human_trial(copy: Copy) -> None:
    copy.set(EFFECTS, "e1", evidence="human imaging", population="20")
    copy.set(ASSESSMENTS, "a1", verdict="supported", because="e1")
    assert told(copy) == []


@pytest.mark.parametrize("cells", [{"domain": "addiction"}, {"direction": "worsens"}])
def test_a_human_row_on_something_else_supports_nothing(copy: Copy, cells: Cells) -> None:
    copy.set(EFFECTS, "e1", **cells)
    copy.set(ASSESSMENTS, "a1", verdict="supported", because="e1")
    (fault,) = told(copy)
    assert "no row on people goes the same way in the same domain" in fault


def test_rules_tell_their_problems_in_the_order_of_the_tables(copy: Copy) -> None:
    copy.set(INTERACTIONS, "morphine_mu_2", caveat="")
    copy.set(EFFECTS, "e3", evidence="review", finding="Some users could not stop.")
    assert [fault.split(": ")[0] for fault in told(copy)] == [
        f"data/{EFFECTS}:4", f"data/{EFFECTS}:4", f"data/{INTERACTIONS}:6"
    ]  # fmt: skip
