"""What once passed without a word: each kind is told, and what only looks like it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

import explainer as ex
from copies import Copy
from explainer.__main__ import main
from explainer.curation import rules
from explainer.curation.rules import tables
from explainer.model.table import Table

TODAY = dt.date(2026, 11, 27)
SOURCES = "sources.csv"
DOMAINS = "domains.csv"
CURATORS = "curators.csv"
LIGANDS = "pharmacology/ligands.csv"
RECEPTORS = "pharmacology/receptors.csv"
PRECURSORS = "pharmacology/precursors.csv"
PEPTIDES = "pharmacology/peptides.csv"
INTERACTIONS = "pharmacology/interactions.csv"
EFFECTS = "pharmacology/effects.csv"
EVENTS = "pharmacology/events.csv"
ASSESSMENTS = "article/assessments.csv"
SCENES = "teaching/scenes.csv"
TERMS = "teaching/terms.csv"
RESULTS = "pharmacology/results.csv"
LESSONS = "teaching/lessons.csv"
QUESTIONS = "teaching/questions.csv"
MISCONCEPTIONS = "teaching/misconceptions.csv"
PREDICTIONS = "teaching/predictions.csv"
TOURS = "teaching/tours.csv"
SWAPPED = {"title": "Morphine acts on it.", "narration": "The mu receptor"}


def told(copy: Copy, today: dt.date = TODAY) -> list[str]:
    """What `load` says, or else `check`."""
    try:
        system = ex.load(copy.path)
    except ex.DataError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for problem in rules.check(system, today)]


def is_told(copy: Copy) -> bool:
    """Whether anything is said; what looks at whole tables is asked first."""
    try:
        system = ex.load(copy.path)
    except ex.DataError:
        return True
    return any(True for rule in (*tables.RULES, *rules.RULES) for _ in rule(system))


# Each told by the words that follow; by `load` where it says so, else by `check`.
FAULTS = [
    (LIGANDS, "morphine", "name", "\u200b", "cannot be seen"),
    (LIGANDS, "morphine", "note", "Red \x1b[31m\x07.", "is a sign for a machine"),
    (LIGANDS, "morphine", "synonyms", "M\u202eorph", "cannot be seen"),
    (LIGANDS, "morphine", "name", "m\u043erphine", "of another alphabet"),
    (SOURCES, "doe2001", "title", "A study of m\u043erphine", "of another alphabet"),
    (SOURCES, "doe2001", "authors", "Ã…gmo A", "that it misreads"),
    (SOURCES, "doe2001", "container", "Zeitschrift f\ufffdr Tests", "that it misreads"),
    (TERMS, "t_agonist", "definition", ";", "says nothing"),
    (DOMAINS, "mood", "definition", "…", "says nothing"),
    (LIGANDS, "morphine", "synonyms", "–", "says nothing"),
    (LIGANDS, "morphine", "note", "=cmd()|x.", "is a formula for a spreadsheet"),
    (LIGANDS, "morphine", "synonyms", "@SUM(A1)", "is a formula for a spreadsheet"),
    (LIGANDS, "morphine", "note", "+1+1.", "is a formula for a spreadsheet"),
    (SOURCES, "doe2001", "title", "-2+3", "is a formula for a spreadsheet"),
    (EFFECTS, "e1", "finding", 'Mood" rose.', "a quotation mark without its partner"),
    (EFFECTS, "e1", "finding", "“Mood rose.", "a quotation mark without its partner"),
    (EFFECTS, "e1", "finding", "Mood rose", "does not end as a sentence"),
    (DOMAINS, "mood", "name", "How a person feels.", "is a sentence, and no name"),
    (DOMAINS, "mood", "improves", "worse mood", "stands for both ways"),
    (LIGANDS, "heroin", "active_form", "heroin", "names itself"),
    (EFFECTS, "e1", "conflicts_with", "e1", "names itself"),
    (EFFECTS, "e1", "checked_on", "0001-01-01", "is too long ago"),
    (EFFECTS, "e1", "checked_on", "2026-11-28", "is still to come"),
    (SOURCES, "doe2001", "year", "2028", "is still to come"),
    (EVENTS, "ev1", "year", "2027", "is still to come"),
    (EVENTS, "ev1", "until", "2099", "is still to come"),
    (EVENTS, "ev1", "until", "1501", "before it begins"),
    (SOURCES, "roe2002", "pmid", "111", "has the pmid of 'doe2001'"),
    (SOURCES, "doe2001", "opened_on", "2026-11-28", "is still to come"),
    (SOURCES, "doe2001", "opened_on", "", "is blank"),
    (SOURCES, "doe2001", "opened_by", "", "is blank"),
    (SOURCES, "doe2001", "opened_by", "nobody", "is not in curators.csv"),
    (SOURCES, "doe2001", "registry", "NCT1", "is no number of a register that is known here"),
    (CURATORS, "tester", "orcid", "0000-0002-1825", "is not an ORCID"),
    (LIGANDS, "morphine", "synonyms", "MS;ms", "'ms' stands twice"),
    (EFFECTS, "e1", "sources", "roe2002[p. 1];roe2002[p. 1]", "stands twice"),
    (INTERACTIONS, "endomorphin_mu_1", "action", "no activity", "with a value of 8.3"),
    (PEPTIDES, "endomorphin", "start", "5", "a place without a precursor"),
    (PEPTIDES, "dynorphin_b", "start", "2000", "beyond any precursor"),
    (PEPTIDES, "dynorphin_b", "start", "212", "at 212 of 'pdyn', where 'dynorphin_a' has"),
    (RECEPTORS, "mu", "gtopdb_id", "0", "is no such number"),
    (LIGANDS, "morphine", "gtopdb_id", "1" + "0" * 20, "is no such number"),
    (RECEPTORS, "mu", "gene", "oprm1", "is no gene symbol"),
    (PRECURSORS, "pdyn", "gene", "<script>", "is no gene symbol"),
    (RECEPTORS, "mu", "uniprot", "P3537", "is no UniProt accession"),
    (INTERACTIONS, "morphine_mu_1", "pmids", "PMC1", "is no PubMed number"),
    (SOURCES, "doe2001", "pmid", "١٢٣", "is not a PubMed number"),
    (SOURCES, "doe2001", "pmid", "9" * 40, "is not a PubMed number"),
    (SOURCES, "doe2001", "doi", '10.1000/a">', "is no DOI"),
    (SOURCES, "doe2001", "doi", "10.1000/a\u202e", "is no DOI"),
    (SOURCES, "doe2001", "url", 'https://example.org/">', "is not an address"),
    (SOURCES, "doe2001", "url", "https://example.org/a\u202e", "is not an address"),
    (SOURCES, "doe2001", "url", "https://ex\u0430mple.org/", "is not an address"),
    (EFFECTS, "e1", "sources", "roe2002[ ]", "says nothing"),
    (EFFECTS, "e1", "sources", "roe2002[<script>]", "is no place in a source"),
    (EFFECTS, "e1", "sources", f"roe2002[{'p' * 121}]", "is no place in a source"),
    (LIGANDS, "morphine", "note", "ᴍorphine acts.", "only looks like a plain letter"),
    (LIGANDS, "morphine", "note", "A pɑin killer.", "only looks like a plain letter"),
    (LIGANDS, "morphine", "note", "From opıum.", "only looks like a plain letter"),
    (LIGANDS, "morphine", "note", "Phase Ⅱ was done.", "only looks like a plain letter"),
    (LIGANDS, "morphine", "note", "Ⓜorphine acts.", "only looks like a plain letter"),
    (LIGANDS, "morphine", "synonyms", "morphinᵉ", "only looks like a plain letter"),
    (EFFECTS, "e2", "population", "٢٠ mice", "is a digit of another alphabet"),
    (EFFECTS, "e1", "caveat", "१२ died.", "is a digit of another alphabet"),
    (SOURCES, "doe2001", "authors", "N/A", "only holds a place"),
    (SOURCES, "doe2001", "title", "untitled", "only holds a place"),
    (EFFECTS, "e2", "population", "xxx", "only holds a place"),
    (EFFECTS, "e2", "population", "None", "only holds a place"),
    (TERMS, "t_agonist", "name", "test", "only holds a place"),
    (TERMS, "t_agonist", "definition", "TBD.", "only holds a place"),
    (TERMS, "t_agonist", "definition", "Lorem ipsum dolor.", "still to come"),
    (EFFECTS, "e1", "caveat", "TODO: say how many.", "still to come"),
    (LIGANDS, "morphine", "synonyms", "#REF!", "still to come"),
    (EFFECTS, "e2", "population", "#NAME?", "still to come"),
    (EFFECTS, "e1", "finding", "[object Object] rose.", "still to come"),
    (EFFECTS, "e1", "finding", "Mood <script>rose</script>.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "Mood <img src=x onerror=alert(1)> rose.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "Mood </b>rose.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "Mood <!-- not --> rose.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "[Mood](javascript:alert(1)) rose.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "![x](//evil.example/x.png) rose.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "Mood {{ 7*7 }} rose.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "Mood \\input{x} rose.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "Mood **rose**.", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "Mood%20rose.", "is a sign of markup"),
    (SOURCES, "doe2001", "title", "A study of <i>mood</i>", "is a sign of markup"),
    (EFFECTS, "e1", "finding", "'=1+1.", "or of a formula"),
    (EFFECTS, "e1", "finding", f"{'m' * 61} rose.", "is no word"),
    (EFFECTS, "e1", "finding", "The the mood rose.", "says a word twice"),
    (EFFECTS, "e1", "finding", "Mood  rose.", "has room in the wrong place"),
    (EFFECTS, "e1", "finding", "Mood rose .", "has room in the wrong place"),
    (EFFECTS, "e1", "finding", "Mood,fear rose.", "has room in the wrong place"),
    (EFFECTS, "e1", "finding", "Mood (of mice rose.", "a bracket without its partner"),
    (EFFECTS, "e1", "finding", "Mood of mice) rose.", "a bracket without its partner"),
    (DOMAINS, "pain", "worsens", "less ache", "go the same way"),
    (DOMAINS, "pain", "worsens_in_animals", "more pain", "of animals only one"),
    (DOMAINS, "pain", "worsens", "more pain-like behaviour", "is what a test of animals shows"),
    (RECEPTORS, "mu", "coupling", "mu receptor", "is no G protein family"),
    (RECEPTORS, "mu", "name", "MOR;MOP", "is a list of names"),
    (LIGANDS, "morphine", "name", "Oramorph (a product)", "is a product's name"),
    (INTERACTIONS, "endomorphin_mu_1", "assay", "Ki 5 nM", "is of a value, and no assay"),
    (RESULTS, "r1", "time", "A public fund", "tells no time"),
    (LESSONS, "01_the_bodys_own_opioids", "question", "The body's own", "have changed places"),
    (LESSONS, "01_the_bodys_own_opioids", "was", "01_old_name", "leads to"),
    (LESSONS, "01_the_bodys_own_opioids", "was", "02_opioids_from_outside", "leads to"),
    (QUESTIONS, "q1", "lesson", "09_gone", "is not in teaching/lessons.csv"),
    (QUESTIONS, "q1", "prompt", "At which receptor is it listed.", "it asks nothing"),
    (PREDICTIONS, "p1", "lesson", "09_gone", "is not in teaching/lessons.csv"),
    (MISCONCEPTIONS, "m_one", "refutation", "Not so.", "it says no more than the belief"),
    (TOURS, "tour_short", "name", "a class", "is no title"),
    (SOURCES, "roe2002", "doi", "10.1000/DOE2001.", "is no DOI"),
    (SOURCES, "doe2001", "doi", "10.1000/<img>", "is no DOI"),
    (SOURCES, "doe2001", "doi", "10.1000/../../x", "is no DOI"),
    (SOURCES, "doe2001", "doi", "10.1000/", "is not a DOI"),
    (SOURCES, "doe2001", "pmid", "99999999", "is not a PubMed number"),
    (SOURCES, "doe2001", "url", "https://doi.org/10.1000/x", "only leads elsewhere"),
    (SOURCES, "doe2001", "url", "https://bit.ly/abc", "only leads elsewhere"),
    (SOURCES, "doe2001", "url", "https://pubmed.ncbi.nlm.nih.gov/111/", "only leads elsewhere"),
    (SOURCES, "doe2001", "url", "https://example.org:99999/", "is not an address"),
    (SOURCES, "doe2001", "url", "https://-a.org/", "is not an address"),
    (SOURCES, "doe2001", "url", "https://a..org/", "is not an address"),
    (SOURCES, "doe2001", "url", "https://xn--80ak6aa92e.com/", "is not an address"),
    (SOURCES, "doe2001", "url", "https://a:b@example.org/", "is not an address"),
    (SOURCES, "doe2001", "year", "1500", "is too early"),
    (SOURCES, "doe2001", "authors", "This study looked at mice.", "is no name"),
    (SOURCES, "doe2001", "authors", "12345", "is no name"),
    (SOURCES, "doe2001", "pages", "340-322", "do not rise"),
    (SOURCES, "doe2001", "volume", "the third of all volumes", "is no volume"),
    (CURATORS, "tester", "orcid", "0000-0002-1825-0098", "its last sign does not fit"),
    (CURATORS, "tester", "orcid", "٠٠٠٠-0002-1825-0097", "is not an ORCID"),
    (LIGANDS, "morphine", "synonyms", "Morphine", "names 'morphine' already"),
    (LIGANDS, "morphine", "synonyms", "Heroin", "already"),
    (LIGANDS, "heroin", "name", "Morphine", "already"),
    (PRECURSORS, "pdyn", "gene", "OPRM1", "names 'mu' already"),
    (RECEPTORS, "mu", "gene", "OPRM-", "is no gene symbol"),
    (PEPTIDES, "endomorphin", "sequence", "Y", "is not a sequence"),
    (PEPTIDES, "endomorphin", "sequence", "Y" * 400, "is not a sequence"),
    (DOMAINS, "pain", "name", "MOOD", "already"),
    (INTERACTIONS, "morphine_mu_1", "relation", "<", "has one limit"),
    (INTERACTIONS, "morphine_mu_1", "affinity_low", "2", "too far apart"),
    (INTERACTIONS, "morphine_mu_2", "measure", "pKi", "without a value"),
    (EFFECTS, "e2", "population", "20 adult volunteers and 3 adults", "for 'animal'"),
    (PREDICTIONS, "p1", "figure", "network focus=nothing", "is no figure with its words"),
    (PREDICTIONS, "p1", "counts", "four receptors", "is no count"),
    ("teaching/guesses.csv", "p1b", "text", "At Kappa.", "reads the same"),
    ("audit/audits.csv", "audit_1", "drawn", "mu", "is no finding"),
    (QUESTIONS, "q1", "figure", "Placebo: 160 of 100 felt better", "counts more than there are"),
    (QUESTIONS, "q1", "figure", "Placebo: 007 of 100 felt better", "is not a bar"),
    (RESULTS, "r1", "p", "0.000", "is no p value"),
    (RESULTS, "r1", "p", "<0.0", "is no p value"),
    (RESULTS, "r1", "p", ">1", "is no p value"),
    (RESULTS, "r1", "p", "٠.٠٣", "is no p value"),
    (RESULTS, "r1", "randomised", "100000000", "it is not 1 to"),
    ("helplines.csv", "talk_line", "contact", "call 0900 1234567", "costs the caller"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "row", "column", "cell", "words"),
    FAULTS,
    ids=[f"{column}: {words}" for *_, column, _, words in FAULTS],
)
def test_what_passed_in_silence_is_told(  # noqa: PLR0913, PLR0917 - a row of the table above
    copy: Copy, table: str, row: str, column: str, cell: str, words: str
) -> None:
    copy.set(table, row, **{column: cell})
    faults = told(copy)
    assert any(f"data/{table}:" in fault and words in fault for fault in faults), faults
    assert max(map(len, faults)) < 400


HONEST = [
    (LIGANDS, "morphine", "synonyms", "MS;(+)-morphine;μ-agonist;Morphin"),
    (LIGANDS, "morphine", "note", "Called “morphine” after a god; 5 µM was read."),
    (SOURCES, "doe2001", "title", "Ågmo’s study: “β-endorphin” in Łódź – a review?"),
    (SOURCES, "doe2001", "title", "モルヒネの研究"),
    (SOURCES, "doe2001", "authors", "Müller-Öz Ä, Đặng V"),
    (SOURCES, "doe2001", "title", "Effects of 5 mg in addicts"),
    (SOURCES, "doe2001", "doi", "10.1002/(sici)1097-0193(1999)8:4<194::aid>3.0.co;2-c"),
    (SOURCES, "doe2001", "url", "https://example.org:8080/a_(b)/c?d=e&f=%C3%A9#g~h"),
    (SOURCES, "doe2001", "year", "2027"),
    (EFFECTS, "e1", "checked_on", "2026-11-27"),
    (EFFECTS, "e1", "checked_on", "2000-01-01"),
    (EFFECTS, "e1", "sources", "roe2002[p. 1];roe2002[p. 2, Table S2 (b)]"),
    (EVENTS, "ev1", "until", "1900"),
    (EVENTS, "ev1", "year", "1950"),
    (DOMAINS, "mood", "definition", "How does one feel?"),
    (INTERACTIONS, "morphine_mu_2", "action", "no measurable affinity"),
    (PEPTIDES, "dynorphin_b", "start", "990"),
    (RECEPTORS, "mu", "gtopdb_id", "99999"),
    (RECEPTORS, "mu", "gene", "C1orf112"),
    (RECEPTORS, "mu", "uniprot", "A0A024R161"),
    (RECEPTORS, "mu", "coupling", "Gi/o and Gq"),
    (LIGANDS, "morphine", "note", "Known in Diyarbakır since 5 µM, 10 °C and ½ were read…"),
    (SOURCES, "doe2001", "title", "Que se passe-t-il ? Étude ١٢"),
    (SOURCES, "doe2001", "authors", "None P, Test A"),
    (EFFECTS, "e2", "population", "20 mice, none of them male"),
    (EFFECTS, "e1", "caveat", "People who had had it; p < 0.05, n>5, 95 % CI (1 to 2) and 50%."),
    (EFFECTS, "e1", "caveat", "Nothing is known of it, and that that is so was tested."),
    (LIGANDS, "morphine", "synonyms", "[D-Ala2,N-MePhe4,Gly5-ol]-enkephalin"),
    (TERMS, "t_agonist", "definition", "A test of none."),
    (RESULTS, "r1", "time", "while it was heard"),
    (RESULTS, "r1", "time", "by September 2025"),
    (INTERACTIONS, "morphine_mu_1", "assay", "6 values pooled"),
    (LESSONS, "01_the_bodys_own_opioids", "was", "01_older_name;01_oldest_name"),
    (SOURCES, "doe2001", "pages", "322-40"),
    (SOURCES, "doe2001", "pages", "e1004-e1010"),
    (SOURCES, "doe2001", "volume", "Suppl. 3/4"),
    (SOURCES, "doe2001", "authors", "National Institute for Health and Care Excellence"),
    (SOURCES, "doe2001", "authors", "Ludwig van der Velden, Inc."),
    (SOURCES, "doe2001", "url", "https://web.archive.org/web/2020/https://doi.org/x"),
    (SOURCES, "doe2001", "doi", "10.1016/S0140-6736(05)67401-X"),
    (CURATORS, "tester", "orcid", "0000-0002-1694-233X"),
    ("helplines.csv", "talk_line", "contact", "call 09 2525 0111"),
    (EFFECTS, "e2", "population", "mice caged by men"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "row", "column", "cell"), HONEST, ids=[f"{c}: {v[:20]}" for *_, c, v in HONEST]
)
def test_what_only_looks_like_it_stands(
    copy: Copy, table: str, row: str, column: str, cell: str
) -> None:
    copy.set(table, row, **{column: cell})
    assert told(copy) == []


def test_cells_that_changed_places_are_told(copy: Copy) -> None:
    copy.set(SCENES, "s1", **SWAPPED)
    assert [fault.split(": ")[1] for fault in told(copy)] == ["narration", "title"]


def test_swapped_headings_are_not_tidied_into_the_true_form(copy: Copy) -> None:
    copy.set(CURATORS, "tester", note="Rows were checked by hand.")
    copy.swap(CURATORS, b"name,note", b"note,name")
    before = (copy.path / CURATORS).read_bytes()
    assert main(["--data", str(copy.path), "tidy"]) == 1
    assert (copy.path / CURATORS).read_bytes() == before


def test_a_twin_of_any_row_is_told(small: ex.System) -> None:
    for name, table in small.tables.items():
        row = next(iter(table.values()))
        twin = row.model_copy(update={"id": "zz_twin"})
        doubled = replace(small, **{name: Table([*table.values(), twin])})
        faults = [
            problem.fault
            for rule in (tables.no_row_stands_twice, tables.no_publication_stands_twice)
            for problem in rule(doubled)
        ]
        assert any(repr(row.id) in fault for fault in faults), name


def test_one_title_in_one_year_is_one_publication(copy: Copy) -> None:
    copy.set(SOURCES, "roe2002", title="A Study  in animals", year="2001")
    assert [fault.split(": ")[2] for fault in told(copy)] == [
        "has the title of 'doe2001' (keep one row for one publication)"
    ]


@pytest.mark.parametrize("steps", [2, 3, 12])
def test_a_ring_of_active_forms_is_told_however_long(copy: Copy, steps: int) -> None:
    for i in range(steps):
        made = f"l{(i + 1) % steps}"
        copy.add(LIGANDS, f"l{i},roe2002,tester,,l{i},,,,{made},,,")
    assert sum("would be made from itself" in fault for fault in told(copy)) == steps


def test_a_chain_of_active_forms_that_ends_stands(copy: Copy) -> None:
    for i in range(4):
        copy.add(LIGANDS, f"l{i},roe2002,tester,,l{i},,,,{f'l{i + 1}' if i < 3 else 'morphine'},,,")
    assert not [fault for fault in told(copy) if "itself" in fault]


def test_the_day_is_the_latest_on_earth_so_that_nobodys_today_is_refused(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    here = dt.datetime.now(tz=dt.UTC).date()
    assert rules.days.latest_day() - here in (dt.timedelta(0), dt.timedelta(1))
    copy.set(EFFECTS, "e1", checked_on=str(here))
    assert not [p for p in rules.check(ex.load(copy.path)) if p.column == "checked_on"
                and "still to come" in p.fault]  # fmt: skip


# Tables that were cut off

REAL = Path(ex.__file__).parents[2] / "data"
GUARDED = {
    "sources", "interactions", "effects", "assessments", "ligands", "peptides", "precursors",
    "receptors", "groups", "domains", "subjects", "claims", "curators", "misconceptions", "options",
    "questions", "scenes", "tours", "helplines",
}  # fmt: skip


@pytest.mark.parametrize("table", sorted(GUARDED))
def test_a_table_of_which_a_third_is_lost_is_told(tmp_path: Path, table: str) -> None:
    """By `load`, where other rows link to the lost ones, or by a rule."""
    copy = Copy(tmp_path, REAL)
    file = next(path for path in copy.path.rglob(f"{table}.csv"))
    rows = len(file.read_text(encoding="utf-8").splitlines()) - 1
    copy.keep(str(file.relative_to(copy.path)), rows - max(1, rows // 3))
    assert is_told(copy)


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_assessments_that_end_too_early_are_told(copy: Copy, rows: int) -> None:
    copy.keep(ASSESSMENTS, rows)
    faults = [fault for fault in told(copy) if "no claim is judged" in fault]
    assert len(faults) == {0: 4, 1: 3, 2: 2}[rows]


def test_a_claim_in_the_midst_may_be_left_unjudged(small: ex.System) -> None:
    assert small.assessment_of("c3") is None
    assert list(tables.judging_goes_on_to_the_end(small)) == []


@pytest.mark.parametrize(
    ("measure", "estimate"), [("standardised mean difference", "50"), ("odds ratio", "-2")]
)
def test_an_estimate_that_cannot_be_is_told(copy: Copy, measure: str, estimate: str) -> None:
    copy.set(RESULTS, "r1", measure=measure, estimate=estimate, low="", high="", interval="")
    assert any("such a number lies from" in fault for fault in told(copy))


def test_history_out_of_its_order_is_told(copy: Copy) -> None:
    copy.copy(EVENTS, "ev1", id="ev2", year="1750", until="", name="Another", told="It was sold.")
    (fault,) = told(copy)
    assert "1750 stands behind 1900" in fault


def test_a_line_of_help_under_two_names_is_told(copy: Copy) -> None:
    copy.copy(
        "helplines.csv", "talk_line", id="other_line", name="Another name", note="It is free."
    )
    (fault,) = told(copy)
    assert "'call 123' is 'talk_line' already" in fault


def test_what_to_do_may_take_two_lines_under_one_number(copy: Copy) -> None:
    copy.set("helplines.csv", "talk_line", kind="what to do")
    copy.copy(
        "helplines.csv", "talk_line", id="other_line", name="For a child", note="Call at once."
    )
    assert told(copy) == []
