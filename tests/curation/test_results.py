"""Results in numbers and written searches: each rule is broken, and passes what only looks odd."""

from __future__ import annotations

import datetime as dt

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import rules
from explainer.curation.rules.results import leaning
from explainer.model.schema import Effect, Result

RESULTS = "pharmacology/results.csv"
EFFECTS = "pharmacology/effects.csv"
SEARCHES = "searches.csv"
TODAY = dt.date(2026, 11, 27)
Cells = dict[str, str]
NO_NUMBERS = {
    "measure": "", "estimate": "", "low": "", "high": "", "interval": "", "p": "",
    "blank_because": "The abstract gives no estimate.",
}  # fmt: skip
RATIO = {"measure": "risk ratio", "estimate": "0.7", "low": "0.5", "high": "0.9", "better": "lower"}
SHARE = {
    "measure": "share with the outcome", "estimate": "24", "low": "", "high": "", "interval": "",
}  # fmt: skip


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path), TODAY)]


# What load refuses: the form of a cell


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        ("registered", "NCT123", "'NCT123' is no number of a register that is known here"),
        ("registered", "2013-002255", "'2013-002255' is no number of a register"),
        ("p", "p = 0.03", "'p = 0.03' is no p value"),
        ("p", "1.2", "'1.2' is no p value"),
        ("p", "n.s.", "'n.s.' is no p value"),
        ("analysed", "about 20", "'about 20' is not a whole number"),
        ("analysed", "0", "'0' does not fit: it is not 1 to 1e+08"),
        ("estimate", "nan", "'nan' is not a number"),
        ("estimate", "inf", "'inf' is not a number"),
        ("interval", "95 percent", "'95 percent' is not one of its words"),
        ("better", "more", "'more' is not one of its words"),
        ("effect", "e99", "'e99' is not in pharmacology/effects.csv"),
        ("met", "perhaps", "'perhaps' is neither yes nor no"),
    ],
)
def test_a_cell_of_another_form_is_refused(copy: Copy, column: str, cell: str, fault: str) -> None:
    copy.set(RESULTS, "r1", **{column: cell})
    (said,) = copy.faults()
    assert said.startswith(f"data/{RESULTS}:2: {column}: {fault}")


@pytest.mark.parametrize(
    "number",
    ["NCT02218736", "2013-002255-18", "2022-500439-35-00", "ISRCTN12345678", "ACTRN12605000000123",
     "ChiCTR1800012345", "DRKS00012345", "UMIN000012345", "jRCT1031200123", "CTRI/2018/01/011234",
     "CRD42020123456", ""],
)  # fmt: skip
def test_the_numbers_of_registers_are_known(copy: Copy, number: str) -> None:
    copy.set(RESULTS, "r1", registered=number)
    assert told(copy) == []


@pytest.mark.parametrize("p", ["0.02", ".02", "<0.001", "0.0499", ""])
def test_a_p_value_stands_as_printed(copy: Copy, p: str) -> None:
    copy.set(RESULTS, "r1", p=p)
    assert told(copy) == []
    assert ex.load(copy.path).results["r1"].p == p


# People


@pytest.mark.parametrize("evidence", ["animal", "in vitro"])
def test_a_result_of_animals_is_refused(copy: Copy, evidence: str) -> None:
    copy.set(EFFECTS, "e1", evidence=evidence, population="20 mice")
    (said,) = told(copy)
    assert f"{RESULTS}:2: effect: 'e1' is '{evidence}', and its population names no" in said


def test_a_company_s_figures_in_the_news_are_on_people(copy: Copy) -> None:
    copy.set(EFFECTS, "e1", evidence="news", population="383 adults", sources="brief2003")
    assert told(copy) == []


@pytest.mark.parametrize(
    "evidence", ["human randomised trial", "human laboratory", "human observational"]
)
def test_a_study_of_people_without_a_result_is_told(copy: Copy, evidence: str) -> None:
    copy.set(EFFECTS, "e4", evidence=evidence, population="12 people")
    (said,) = told(copy)
    assert f"{EFFECTS}:5: evidence: '{evidence}' without a row in results.csv" in said
    copy.copy(RESULTS, "r1", id="r2", effect="e4", design="", better="", **NO_NUMBERS)
    assert told(copy) == []


@pytest.mark.parametrize("evidence", ["animal", "in vitro", "review"])
def test_animals_and_word_of_studies_need_no_result(copy: Copy, evidence: str) -> None:
    population = "12 mice" if evidence == "animal" else "12 people"
    copy.set(EFFECTS, "e4", evidence=evidence, population=population, sources="roe2002")
    assert told(copy) == []


# Designs


@pytest.mark.parametrize(
    ("evidence", "design", "fault"),
    [
        ("human randomised trial", "cohort", "design: 'cohort' for 'human randomised trial'"),
        ("human observational", "parallel", "design: 'parallel' for 'human observational'"),
        ("human imaging", "crossover", "design: 'crossover' for 'human imaging'"),
        ("human observational", "cohort", "randomised: 'cohort' shares nothing out"),
    ],
)
def test_a_design_that_is_not_the_evidence_s_is_told(
    copy: Copy, evidence: str, design: str, fault: str
) -> None:
    copy.set(EFFECTS, "e1", evidence=evidence)
    copy.set(RESULTS, "r1", design=design)
    (said,) = told(copy)
    assert f"{RESULTS}:2: {fault}" in said


def test_blinding_is_for_what_is_given_out(copy: Copy) -> None:
    copy.set(EFFECTS, "e1", evidence="human observational")
    copy.set(RESULTS, "r1", design="cohort", randomised="", blinding="double blind")
    (said,) = told(copy)
    assert f"{RESULTS}:2: blinding: 'cohort' shares nothing out" in said


@pytest.mark.parametrize(
    ("evidence", "design"),
    [("human randomised trial", "crossover"), ("human randomised trial", ""),
     ("human observational", "single group"), ("human laboratory", "crossover")],
)  # fmt: skip
def test_a_design_of_its_evidence_stands(copy: Copy, evidence: str, design: str) -> None:
    copy.set(EFFECTS, "e1", evidence=evidence)
    copy.set(RESULTS, "r1", design=design)
    assert told(copy) == []


# Numbers


@pytest.mark.parametrize(
    ("cells", "column", "fault"),
    [
        ({"analysed": "121"}, "analysed", "121 analysed, of 120 randomised"),
        ({"low": "4.5", "high": "0.5"}, "low", "4.5 and 0.5 do not rise"),
        ({"high": ""}, "low", "only one end of the interval is given"),
        ({"interval": ""}, "interval", "ends without a kind"),
        ({"low": "", "high": ""}, "interval", "a kind without its ends"),
        ({"estimate": "5"}, "estimate", "an interval from 0.5 to 4.5 that does not hold"),
        ({"measure": ""}, "measure", "a number without a kind"),
        (RATIO | {"low": "-0.5", "better": "higher"}, "estimate", "'risk ratio' of -0.5 to 0.9"),
        ({"measure": "correlation"}, "estimate", "'correlation' of 0.5 to 4.5"),
        (SHARE | {"estimate": "120"}, "estimate", "'share with the outcome' of 120 to 120"),
    ],
)
def test_numbers_that_cannot_be_are_told(copy: Copy, cells: Cells, column: str, fault: str) -> None:
    copy.set(RESULTS, "r1", **cells)
    said = told(copy)
    assert any(f"{RESULTS}:2: {column}: {fault}" in one for one in said), said


@pytest.mark.parametrize(
    "cells",
    [
        {"analysed": "120"},
        {"randomised": ""},
        {"estimate": "0.5"},  # an end of its interval
        {"estimate": "2", "low": "-1", "high": "5"},
        SHARE,
        {"measure": "correlation", "estimate": "0.4", "low": "0.1", "high": "0.6"},
    ],
)
def test_numbers_that_can_be_stand(copy: Copy, cells: Cells) -> None:
    copy.set(EFFECTS, "e1", caveat="It leans on few people.")
    copy.set(RESULTS, "r1", **cells)
    assert told(copy) == []


# Blanks


@pytest.mark.parametrize("column", ["estimate", "analysed"])
def test_a_blank_number_says_why(copy: Copy, column: str) -> None:
    cells = NO_NUMBERS if column == "estimate" else {"analysed": ""}
    copy.set(RESULTS, "r1", **cells | {"blank_because": ""})
    (said,) = told(copy)
    assert f"{RESULTS}:2: {column}: is blank, and nothing says why" in said
    copy.set(RESULTS, "r1", blank_because="The abstract gives none.")
    assert told(copy) == []


def test_nothing_is_explained_where_nothing_is_blank(copy: Copy) -> None:
    copy.set(RESULTS, "r1", blank_because="The abstract gives none.")
    (said,) = told(copy)
    assert f"{RESULTS}:2: blank_because: says why numbers are blank, where none is" in said


# Plans


@pytest.mark.parametrize("planned", ["", "after the fact"])
def test_only_what_was_planned_is_met(copy: Copy, planned: str) -> None:
    copy.set(RESULTS, "r1", planned=planned)
    (said,) = told(copy)
    assert f"{RESULTS}:2: met: says whether a plan was met" in said
    copy.set(RESULTS, "r1", met="")
    assert told(copy) == []


# The direction of a finding, and the numbers in its sentence


@pytest.mark.parametrize(
    ("cells", "way"),
    [
        ({}, "improves"),
        ({"better": "lower"}, "worsens"),
        ({"low": "-0.5"}, "no difference"),
        ({"low": "0"}, "no difference"),
        (RATIO, "improves"),
        (RATIO | {"better": "higher"}, "worsens"),
        (RATIO | {"high": "1.1"}, "no difference"),
        ({"better": ""}, None),
        ({"low": "", "high": "", "interval": "", "p": "0.2"}, "no difference"),
        ({"low": "", "high": "", "interval": "", "p": ">0.05"}, "no difference"),
        ({"low": "", "high": "", "interval": "", "p": "<0.05"}, "improves"),
        ({"low": "", "high": "", "interval": "", "p": ""}, None),
        ({"interval": "standard error", "p": ""}, None),
        (NO_NUMBERS | {"p": "0.2"}, "no difference"),
        (NO_NUMBERS | {"p": "0.02"}, None),
        (SHARE | {"p": ""}, None),
    ],
)
def test_a_result_leans_one_way_or_neither(copy: Copy, cells: Cells, way: str | None) -> None:
    copy.set(RESULTS, "r1", **cells)
    assert leaning(ex.load(copy.path).results["r1"]) == way


@pytest.mark.parametrize(
    ("direction", "cells", "fault"),
    [
        ("worsens", {}, "'worsens', but by its numbers 'r1' is 'improves'"),
        ("no difference", {}, "'no difference', but by its numbers 'r1' is 'improves'"),
        ("not known", {}, "'not known', but by its numbers 'r1' is 'improves'"),
        ("improves", {"low": "-1"}, "'improves', and the numbers of 'r1' leave 'no difference'"),
        ("not known", {"low": "-1"}, "'not known', and the numbers of 'r1' leave 'no difference'"),
    ],
)
def test_a_direction_against_its_numbers_is_told(
    copy: Copy, direction: str, cells: Cells, fault: str
) -> None:
    copy.set(EFFECTS, "e1", direction=direction)
    copy.set(RESULTS, "r1", **cells)
    (said,) = [one for one in told(copy) if "conflicts_with" not in one]
    assert f"{EFFECTS}:2: direction: {fault}" in said


@pytest.mark.parametrize(
    ("effect", "cells"),
    [
        ({"direction": "mixed"}, {}),
        ({"direction": "no difference"}, {"low": "-1"}),
        ({"direction": "improves", "caveat": "Not significant."}, {"low": "-1"}),
        ({"direction": "not known", "caveat": "The scale is of something else."}, {}),
    ],
)
def test_a_direction_with_its_numbers_stands(copy: Copy, effect: Cells, cells: Cells) -> None:
    copy.set(EFFECTS, "e1", **effect)
    copy.set(RESULTS, "r1", **cells)
    assert told(copy) == []


def test_the_main_outcome_leads_and_what_was_found_besides_does_not(copy: Copy) -> None:
    besides = (
        "r2,roe2002,tester,,e1,,,,110,placebo,Another scale,,mean difference,-3,-4,-2,"
        "95 % confidence,,higher,further,,,,"
    )
    copy.add(RESULTS, besides)
    assert told(copy) == []
    copy.set(RESULTS, "r1", planned="further")
    (said,) = told(copy)
    assert "'improves', but by its numbers 'r2' is 'worsens'" in said


@pytest.mark.parametrize(
    "finding",
    ["Mood rose by 3.5 points.", "Mood rose in 34 percent.", "Mood rose 1.34 times as often."],
)
def test_a_number_that_no_result_has_is_told(copy: Copy, finding: str) -> None:
    copy.set(EFFECTS, "e1", finding=finding)
    (said,) = told(copy)
    assert f"{EFFECTS}:2: finding: " in said
    assert "stands in none of its results (give the result that has it" in said


@pytest.mark.parametrize(
    ("finding", "cells"),
    [
        ("Mood rose by 2.5 points (0.5 to 4.5, p = 0.02).", {}),
        ("Mood rose by 2.5 points in people seen for 8 weeks or 3.", {}),
        ("Mood rose by 6.0 points on it and by 3.5 on placebo.", {}),
        ("Mood was low in 30 percent fewer people.", RATIO),
        ("Mood was low in 24 percent.", SHARE),
    ],
)
def test_a_number_that_a_result_has_or_that_is_reckoned_from_it_stands(
    copy: Copy, finding: str, cells: Cells
) -> None:
    copy.set(EFFECTS, "e1", finding=finding)
    copy.set(RESULTS, "r1", **cells)
    assert told(copy) == []


def test_one_number_alone_is_no_gap_of_nothing(copy: Copy) -> None:
    copy.set(EFFECTS, "e1", finding="Mood rose by 12.5 points.", direction="no difference")
    copy.set(RESULTS, "r1", estimate="0", low="-1", high="1")
    (said,) = told(copy)
    assert f"{EFFECTS}:2: finding: 12.5 stands in none of its results" in said
    copy.set(EFFECTS, "e1", finding="Mood rose by 12.5 points on it and by 12.5 on placebo.")
    assert told(copy) == []


def test_numbers_of_a_finding_without_results_are_not_judged(copy: Copy) -> None:
    copy.set(EFFECTS, "e4", finding="Rats kept away in 34 percent.")
    assert told(copy) == []


# Searches


@pytest.mark.parametrize(
    ("column", "cell", "fault"),
    [
        ("places", "a website", "'a website' is not one of its words"),
        ("places", "", "is blank"),
        ("words", "", "is blank"),
        ("searched_on", "", "is blank"),
        ("found", "-1", "'-1' does not fit"),
        ("kept", "e99", "'e99' is not in pharmacology/effects.csv"),
        ("domains", "moood", "'moood' is not in domains.csv (did you mean 'mood'?)"),
        ("curator", "", "is blank"),
    ],
)
def test_a_search_that_cannot_be_read_is_refused(
    copy: Copy, column: str, cell: str, fault: str
) -> None:
    copy.set(SEARCHES, "q_mood", **{column: cell})
    (said,) = copy.faults()
    assert said.startswith(f"data/{SEARCHES}:2: {column}: {fault}")


@pytest.mark.parametrize(
    ("cells", "column", "fault"),
    [
        ({"question": "Mood and mu"}, "question", "'Mood and mu' is not one question"),
        ({"question": "Is it so? Or is it?"}, "question", "'Is it so? Or is it?' is not one"),
        ({"screened": "13"}, "screened", "13 screened, of 12 found"),
        ({"screened": "0"}, "kept", "something was kept, and nothing was read"),
        ({"kept": "", "left_out": ""}, "left_out", "3 were read, none was kept, and nothing"),
        ({"domains": "pain"}, "kept", "'e1' is on 'mood', which was not asked of"),
        ({"receptor": "kappa", "kept": "e2"}, "kept", "'e2' is on 'mu', which is not known to"),
        ({"searched_on": "2026-11-28"}, "searched_on", "2026-11-28 is still to come"),
        ({"searched_on": "1999-11-28"}, "searched_on", "1999-11-28 is too long ago"),
    ],
)
def test_a_search_that_does_not_add_up_is_told(
    copy: Copy, cells: Cells, column: str, fault: str
) -> None:
    copy.set(SEARCHES, "q_mood", **cells)
    said = told(copy)
    assert any(f"{SEARCHES}:2: {column}: {fault}" in one for one in said), said


@pytest.mark.parametrize(
    "cells",
    [
        {"found": "0", "screened": "0", "kept": "", "left_out": ""},
        {"kept": "", "left_out": "All were on animals."},
        {"receptor": "", "domains": "", "kept": "e3"},
        {"receptor": "kappa", "kept": "e1"},  # morphine, through which it was done, acts there
        {"words": "opioid addicts low mood"},  # what was sent was sent
    ],
)
def test_a_search_that_adds_up_stands(copy: Copy, cells: Cells) -> None:
    copy.set(SEARCHES, "q_mood", **cells)
    assert told(copy) == []


def test_a_finding_on_a_group_is_on_the_receptors_that_its_members_switch_on(copy: Copy) -> None:
    asked = {"domains": "addiction", "kept": "e3"}
    copy.set(SEARCHES, "q_mood", **asked)
    (said,) = told(copy)
    assert "'e3' is on 'opioid_drugs', which is not known to act at 'mu'" in said
    warned = {"warnings": "e3", "in_brief": "some cannot stop"}  # as a group at a receptor must
    copy.set("pharmacology/groups.csv", "opioid_drugs", receptors="mu", **warned)
    assert told(copy) == []


# The real tables


def test_results_and_searches_are_there_to_be_asked(system: ex.System) -> None:
    assert {row.effect for row in system.results_of("e28b").values()} == {"e28b"}
    assert all(isinstance(row, Result) for row in system.results.values())
    kept = [system.effects[word] for row in system.searches.values() for word in row.kept]
    assert kept
    assert all(isinstance(row, Effect) for row in kept)
