"""Rules of curation: each is broken once, and answered with place, fault and way out."""

import dataclasses
import datetime as dt
import inspect

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import rules
from explainer.curation.rules import (
    audits,
    days,
    directness,
    help_lines,
    identifiers,
    judgement,
    names,
    results,
    searches,
    signatures,
    slips,
    sources,
    tables,
    targets,
    values,
    warnings,
    wording,
)
from explainer.model.table import Table

EFFECTS = "pharmacology/effects.csv"
INTERACTIONS = "pharmacology/interactions.csv"
CLAIMS = "article/claims.csv"
ASSESSMENTS = "article/assessments.csv"
SOURCES = "sources.csv"
LIGANDS = "pharmacology/ligands.csv"
RECEPTORS = "pharmacology/receptors.csv"
PEPTIDES = "pharmacology/peptides.csv"
EVENTS = "pharmacology/events.csv"
HELPLINES = "helplines.csv"
DOMAINS = "domains.csv"
CURATORS = "curators.csv"
OPTIONS = "teaching/options.csv"
RESULTS = "pharmacology/results.csv"
SEARCHES = "searches.csv"
TARGETS = "pharmacology/targets.csv"
RESPONSES = "pharmacology/responses.csv"
SIGNATURES = "signatures.csv"
AUDITS = "audit/audits.csv"
IDENTIFIERS = "pharmacology/identifiers.csv"
GROUPS = "pharmacology/groups.csv"
Cells = dict[str, str]


TODAY = dt.date(2026, 11, 27)


def study(copy: Copy, effect: str, evidence: str, **cells: str) -> None:
    """Make a finding another kind of study; one of people has a result, as a rule asks."""
    copy.set(EFFECTS, effect, evidence=evidence, **cells)
    if evidence.startswith("human"):
        blanks = "," * 13
        copy.add(RESULTS, f"r9,doe2001,tester,,{effect},,,,,,A scale{blanks}None is given.")


def told(copy: Copy, today: dt.date = TODAY) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path), today)]


def test_the_small_tables_break_no_rule(small: ex.System) -> None:
    assert rules.check(small, TODAY) == []


def test_every_rule_is_run() -> None:
    written = {
        rule
        for module in (
            audits,
            days,
            directness,
            help_lines,
            identifiers,
            judgement,
            names,
            results,
            searches,
            signatures,
            slips,
            sources,
            values,
            tables,
            targets,
            warnings,
            wording,
        )
        for _, rule in inspect.getmembers(module, inspect.isfunction)
        if rule.__module__ == module.__name__
        and list(inspect.signature(rule).parameters) in (["system"], ["system", "today"])
        and not rule.__name__.startswith("_")
    }
    assert {*rules.RULES, *rules.DATED} == written - {days.latest_day}


NOBODY = (
    "'supported', but no row on people goes the same way in {!r}"
    " (name such a row, or say 'No human row …' in the note)"
)
WENT = "(write 'went with' or the like)"
AS_CITED = "(give precursor and place as the cited source does, or leave start blank)"
LOST = sorted(
    f" {country}: 0 of {least} lines of the kind {kind!r}"
    " (restore the line, or put another in its place)"
    for country, kinds in help_lines.LEAST.items()
    for kind, least in kinds.items()
)
TWIN = {
    "sources": "brief2003", "agent": "opioid_drugs", "perturbation": "given",
    "reaches_brain": "not said", "parts_receptor": "not applicable", "exposure": "not said",
    "domain": "addiction", "direction": "worsens", "evidence": "news", "population": "",
    "finding": "Some could not stop.",
}  # fmt: skip
RANGE = "(give lowest, highest, measure, relation)"
CASES: dict[str, tuple[str, str, Cells, *tuple[str, ...]]] = {
    "a conflict names one side only": (
        EFFECTS, "e2", {"conflicts_with": ""},
        "2: conflicts_with: names 'e2', which does not name 'e1' (add 'e1' to 'e2')",
    ),
    "a conflict is named that the cells show": (
        EFFECTS, "e2", {"perturbation": "activated", "direction": "worsens",
                        "reaches_brain": "not said"},
        ("2: conflicts_with: names 'e2', which goes the opposite way by its own cells"
        " (take 'e2' out: the rule sees it)"),
        ("3: conflicts_with: names 'e1', which goes the opposite way by its own cells"
        " (take 'e1' out: the rule sees it)"),
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
        ASSESSMENTS, "a2", {"claim": "c1"},
        "3: claim: 'c1' is assessed already by 'a1' (keep one assessment of each claim)",
    ),
    "a statement names a receptor": (
        CLAIMS, "c4", {"statement": "Kappa may worsen mood."},
        ("5: names_receptor: names_receptor is no, the statement says otherwise"
        " (the article names no receptor type)"),
    ),
    "a claim is coded otherwise than its words": (
        CLAIMS, "c4", {"hedging": "asserted"},
        ("5: hedging: 'asserted', but 'may' makes it 'hedged'"
        " (keep the article's own 'can' or 'may' in the statement, or mend the code)"),
    ),
    "a side of a verdict is none of its rows": (
        ASSESSMENTS, "a1", {"people_for": "e3"},
        ("2: people_for: 'e3' is none of the rows that the verdict rests on"
        " (name a finding on people that stands in 'because')"),
    ),
    "a sign needs a key": (
        EFFECTS, "e4", {"finding": "Rats kept away, by -2."},
        "5: finding: '-2' needs a key (say in words whom it favours, as 'in its favour')",
    ),
    "a claim is said to name a receptor": (
        CLAIMS, "c4", {"names_receptor": "yes"},
        ("5: names_receptor: names_receptor is yes, the statement says otherwise"
        " (the article names no receptor type)"),
    ),
    "a claim stands elsewhere than its source says": (
        CLAIMS, "c4", {"sources": "lay2021[P3]"},
        ("5: paragraph: 'p4', but it cites lay2021[P3]"
        " (name the same place in both columns)"),
    ),
    "a paragraph is left out": (
        CLAIMS, "c4", {"sources": "lay2021[P6]", "paragraph": "p6"},
        ("5: paragraph: 'p6' stands here, but no claim is from p4"
        " (add what that paragraph says, or mend the number)"),
    ),
    "a missing end is filled in": (
        CLAIMS, "c2", {"domains": "mood"},
        ("3: open_end: the missing end is filled in"
        " (leave domains and direction blank: nothing is filled in)"),
    ),
    "an entry of a register has no number": (
        SOURCES, "release2020", {"kind": "trial register"},
        ("5: registry: is blank for an entry of a register"
        " (write the number that the register gives, such as NCT02218736)"),
    ),
    "a source was opened before it was there": (
        SOURCES, "doe2001", {"opened_on": "2000-05-01", "year": "2002"},
        ("3: opened_on: 2000-05-01 is before its year, 2002"
        " (write the day on which it was opened)"),
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
    "a pooled analysis rests on none": (
        EFFECTS, "e4", {"evidence": "meta-analysis"},
        ("5: evidence: 'meta-analysis', but its sources are: primary study"
        " (cite a source of the kind meta-analysis, or mend one of both)"),
    ),
    "a supported claim rests on animals": (
        ASSESSMENTS, "a1", {"verdict": "supported", "because": "e2"},
        f"2: because: {NOBODY.format('mood')}",
        f"2: because: {NOBODY.format('pain')}",
    ),
    "an association is told as a cause": (
        EFFECTS, "e1", {"evidence": "human imaging", "finding": "It caused low mood."},
        f"2: finding: 'caused' for human imaging {WENT}",
    ),
    "an association is told as a cause in its caveat": (
        EFFECTS, "e1", {"evidence": "human imaging", "caveat": "Low mood may cause it."},
        f"2: caveat: 'may cause' for human imaging {WENT}",
    ),
    "a value for what was not measurable": (
        INTERACTIONS, "morphine_mu_1", {"action": "no measurable affinity"},
        f"5: affinity_low: 'no measurable affinity', with a value of 9.2 {RANGE}",
    ),
    "a range has its high end alone": (
        INTERACTIONS, "morphine_mu_1", {"affinity_low": ""},
        f"5: affinity_low: only one end of the range is given {RANGE}",
    ),
    "a gene is no symbol": (
        RECEPTORS, "mu", {"gene": "???"},
        "2: gene: '???' is no gene symbol (write it as HGNC does, such as OPRM1)",
        "2: gene: '???' says nothing (write words, or leave it blank)",
    ),
    "a number of the guide is none": (
        LIGANDS, "morphine", {"gtopdb_id": "-1"},
        ("3: gtopdb_id: '-1' is no such number"
        " (write a number from 1 to 99999, as the Guide's page gives it)"),
    ),
    "a peptide ends beyond its precursor": (
        PEPTIDES, "dynorphin_a", {"start": "1000000"},
        f"2: start: ends at 1,000,007, beyond any precursor {AS_CITED}",
    ),
    "active forms go round": (
        LIGANDS, "morphine", {"active_form": "heroin"},
        ("2: active_form: 'heroin' would be made from itself"
        " (name what the body makes, not whence)"),
        ("3: active_form: 'morphine' would be made from itself"
        " (name what the body makes, not whence)"),
    ),
    "a row was checked on a day to come": (
        EFFECTS, "e1", {"checked_on": "2999-01-01"},
        ("2: checked_on: 2999-01-01 is still to come"
        " (write the day on which it was checked)"),
    ),
    "an event ends before it begins": (
        EVENTS, "ev1", {"until": "1899"},
        ("2: until: it ends in 1899, before it begins in 1900"
        " (write the last year, or leave it blank)"),
    ),
    "a story has one event": (
        EVENTS, "ev1", {"story": "An old hope"},
        ("2: story: no other event is of the story 'An old hope'"
        " (write it as others do, or leave it blank)"),
    ),
    "a line of help has no day": (
        HELPLINES, "talk_line", {"checked_on": ""},
        ("2: checked_on: is blank for a line of help"
        " (call it, or open its issuer's page, then write the day)"),
    ),
    "a line of help cannot be used": (
        HELPLINES, "talk_line", {"contact": "000"},
        ("2: contact: '000' cannot be used"
        " (write it as 'call 116 123', 'text HELLO to 50808' or 'chat at example.org')"),
    ),
    "a line of help has no country": (
        HELPLINES, "talk_line", {"country": "call 1-900-SCAM"},
        "2: country: 'call 1-900-SCAM' is no country (name it, or write International)",
    ),
    "a line of help was lost": (
        HELPLINES, "talk_line", {"country": "Finland", "kind": "finder"},
        *LOST,
    ),
    "a row stands twice": (
        EFFECTS, "e4", TWIN,
        "5: id: says the same as 'e3' (keep one of the two)",
    ),
    "a publication stands twice": (
        SOURCES, "roe2002", {"doi": "10.1000/DOE2001"},
        "6: doi: has the doi of 'doe2001' (keep one row for one publication)",
    ),
    "a word stands twice in a list": (
        RECEPTORS, "mu", {"regions": "amygdala;Amygdala"},
        "2: regions: 'amygdala' stands twice (name it once)",
    ),
    "a source stands idle": (
        EFFECTS, "e3", {"sources": "roe2002", "evidence": "review"},
        (f"data/{SOURCES}:2: id: no row of any table speaks of it"
        " (restore the rows that were lost, or drop this one)"),
    ),
    "the last claims are not judged": (
        ASSESSMENTS, "a4", {"claim": "c3"},
        (f"data/{CLAIMS}:5: id: from here on no claim is judged"
        " (restore the lost rows of assessments.csv, or judge it as 'not checked here')"),
    ),
    "a letter cannot be seen": (
        LIGANDS, "morphine", {"name": "mor\u200bphine"},
        ("3: name: U+200B (zero width space) cannot be seen"
        " (type it anew, or paste it as plain text)"),
    ),
    "a text says nothing": (
        LIGANDS, "morphine", {"name": ";"},
        "3: name: ';' says nothing (write words, or leave it blank)",
    ),
    "a sentence stands for a name": (
        CURATORS, "tester", {"name": "Rows were checked by hand.", "note": "A curator"},
        ("2: name: 'Rows were checked by hand.' is a sentence, and no name (name it, without a full"
        " stop)"),
        "2: note: 'A curator' does not end as a sentence (end it with a full stop)",
    ),
    "a place in a source is none": (
        EFFECTS, "e1", {"sources": "roe2002[<script>]"},
        "2: sources: '<script>' is no place in a source (write it as 'key[Table 2]')",
    ),
    "two ways have changed places": (
        DOMAINS, "mood", {"improves": "worse mood", "worsens": "better mood"},
        ("2: improves: 'worse mood' and 'better mood' are turned round"
        " (see that the two have not changed places)"),
    ),
    "a receptor is not said to be parted or not": (
        EFFECTS, "e4", {"parts_receptor": "not applicable"},
        ("5: parts_receptor: 'not applicable' for 'kappa', activated"
        " (say yes or no as the source does, or 'not said')"),
    ),
    "a tool parts no receptor and does not say so": (
        EFFECTS, "e4", {"parts_receptor": "no"},
        ("5: caveat: says nothing of the other receptors, under the name of 'kappa'"
        " (say in the caveat what else the tool reaches)"),
    ),
    "a tool binds two receptors alike": (
        EFFECTS, "e4", {"parts_receptor": "yes", "through": "morphine"},
        ("5: parts_receptor: 'morphine' binds 'mu' (to 9.2) as it does 'kappa'"
        " (write 'no', or hold 'morphine' against its rows in interactions.csv)"),
    ),
    "a finding names a molecule that is none here": (
        EFFECTS, "e4", {"finding": "With QRS-123 rats kept away."},
        ("5: finding: names 'QRS-123', which is no molecule of these tables"
        " (add it to ligands.csv and name it in 'through', or tell what it is)"),
    ),
    "a doubtful row says not why": (
        INTERACTIONS, "morphine_mu_1", {"in_doubt": "yes", "plot_ok": "no", "caveat": ""},
        "5: caveat: plot_ok is no, and nothing says why (say in the caveat what would mislead)",
        ("5: caveat: the row is in doubt, and nothing says why"
        " (write no in plot_ok, and why in the caveat)"),
    ),
    "a pool of mirror forms is plotted": (
        INTERACTIONS, "morphine_mu_1", {"caveat": "Pools the (+) and (-) forms."},
        "5: plot_ok: a chart may show it, and it pools mirror forms (write no)",
    ),
    "something given lasts for a lifetime": (
        EFFECTS, "e4", {"exposure": "lifelong"},
        "5: exposure: 'lifelong', though something was activated (say how long, or 'not said')",
    ),
    "what stays outside the brain does not say so": (
        EFFECTS, "e4", {"reaches_brain": "no"},
        "5: caveat: says nothing of the brain, which it hardly reaches (say so in the caveat)",
    ),
    "a result is of animals": (
        RESULTS, "r1", {"effect": "e2", "design": ""},
        ("2: effect: 'e2' is 'animal', and its population names no people"
        " (name the finding on people whose numbers these are)"),
    ),
    "a study of people has no result": (
        EFFECTS, "e4", {"evidence": "human laboratory"},
        ("5: evidence: 'human laboratory' without a row in results.csv"
        " (add a result with its numbers, or one whose blank_because says why none)"),
    ),
    "a design is another study's": (
        RESULTS, "r1", {"design": "cohort"},
        "2: randomised: 'cohort' shares nothing out (leave it blank, or mend the design)",
    ),
    "more are analysed than took part": (
        RESULTS, "r1", {"analysed": "200"},
        ("2: analysed: 200 analysed, of 120 randomised"
        " (see that the two are not turned round)"),
    ),
    "an interval does not hold its estimate": (
        RESULTS, "r1", {"estimate": "25"},
        ("2: estimate: an interval from 0.5 to 4.5 that does not hold its estimate"
        " (hold the three against the source)"),
    ),
    "a number is blank and nothing says why": (
        RESULTS, "r1", {"analysed": ""},
        ("2: analysed: is blank, and nothing says why"
        " (give it as the source does, or say in blank_because why there is none)"),
    ),
    "what was not planned was met": (
        RESULTS, "r1", {"planned": ""},
        ("2: met: says whether a plan was met, and not that there was one"
        " (say in 'planned' which outcome it was, or leave 'met' blank)"),
    ),
    "a direction is not that of its numbers": (
        RESULTS, "r1", {"better": "lower"},
        (f"data/{EFFECTS}:2: direction: 'improves', but by its numbers 'r1' is 'worsens'"
        " (mend the direction, or hold the numbers and 'better' of 'r1' to the source)"),
    ),
    "a number in a finding is not its result's": (
        EFFECTS, "e1", {"finding": "Mood rose by 12.5 points."},
        ("2: finding: 12.5 stands in none of its results"
        " (give the result that has it, or mend the sentence)"),
    ),
    "a signature is in part": (
        SIGNATURES, "signed_pharmacology", {"name": "Ada Roe", "note": "Read in full."},
        ("2: orcid: is blank, in a signature of which the rest is given"
        " (give name, ORCID and day, or leave all three blank)"),
    ),
    "nobody signed, and no word of it": (
        SIGNATURES, "signed_pharmacology", {"note": "Read in full."},
        ("2: note: nobody signed, and no word of it (write 'No pharmacologist has signed …'"
        " where the name is blank, and only there)"),
    ),
    "a source tells a target twice": (
        TARGETS, "morphine_nmda_2", {"sources": "roe2002"},
        ("3: sources: 'roe2002' tells of 'morphine' and the NMDA receptor already"
        " (say it in 'morphine_nmda_1', or cite what says this)"),
    ),
    "people have a target of rats": (
        TARGETS, "morphine_nmda_1", {"evidence": "human imaging"},
        ("2: species: 'rat' for 'human imaging'"
        " (write 'human', or hold the evidence against the source)"),
    ),
    "targets differ in silence": (
        TARGETS, "morphine_nmda_2", {"caveat": ""},
        ("3: caveat: another source found otherwise, and nothing says so"
        " (say in the caveat what the other source found)"),
    ),
    "what is contested has one side": (
        RESPONSES, "morphine_bias_against", {"side": "open"},
        ("3: side: 'for', and no row on 'biased agonism' is on the other side"
        " (add what the other side found, or say 'open')"),
    ),
    "a search asks nothing": (
        SEARCHES, "q_mood", {"question": "Mood."},
        "2: question: 'Mood.' is not one question (ask one, and end it with '?')",
    ),
    "a search read more than it found": (
        SEARCHES, "q_mood", {"found": "2"},
        "2: screened: 3 screened, of 2 found (count again what was opened and read)",
    ),
    "a search keeps what it did not ask for": (
        SEARCHES, "q_mood", {"domains": "mood", "kept": "e3", "receptor": ""},
        ("2: kept: 'e3' is on 'addiction', which was not asked of"
        " (drop it from 'kept', or ask of what it is about)"),
    ),
    "a population is not that of its evidence": (
        EFFECTS, "e2", {"population": "20 men"},
        "3: population: 'men' for 'animal' (hold both against the source)",
    ),
    "a time is none": (
        RESULTS, "r1", {"time": "a public fund"},
        "2: time: 'a public fund' tells no time (write it as 'after 4 weeks')",
    ),
    "an assay is a value": (
        INTERACTIONS, "endomorphin_mu_1", {"assay": "Ki"},
        "3: assay: 'Ki' is of a value, and no assay (write the value under 'reported')",
    ),
    "an address only leads elsewhere": (
        SOURCES, "doe2001", {"url": "https://bit.ly/abc"},
        ("3: url: 'https://bit.ly/abc' only leads elsewhere (write a DOI or a PubMed number in its"
        " own column, else the page itself)"),
    ),
    "a copy was read and is not named": (
        SOURCES, "doe2001", {"seen_note": "Read in a stored copy of the page."},
        ("3: copy_at: is blank for what was read in a copy (write where the copy is kept, or"
        " 'not named')"),
    ),
    "pages do not rise": (
        SOURCES, "doe2001", {"pages": "9-1"}, "3: pages: 9-1 do not rise (write it as printed)",
    ),
    "a name is another's": (
        LIGANDS, "heroin", {"name": "Morphine"},
        "3: name: 'morphine' names 'heroin' already (keep it in one place)",
    ),
    "a cell holds a place": (
        EFFECTS, "e2", {"population": "N/A"},
        "3: population: 'N/A' only holds a place (write words, or leave it blank)",
    ),
    "a text has markup": (
        EFFECTS, "e2", {"population": "20 `mice`"},
        "3: population: '`' is a sign of markup or of a formula (write it in plain words)",
    ),
    "a hand slipped": (
        EFFECTS, "e2", {"population": "20 mice mice"},
        "3: population: 'mice mice' says a word twice (mend the cell)",
    ),
    "an identifier has another form": (
        IDENTIFIERS, "morphine_chebi", {"value": "CHEBI:17303"},
        ("2: value: 'CHEBI:17303' is no identifier of ChEBI"
        " (write it without a prefix, as in 17303)"),
    ),
    "a gene's number names a molecule": (
        IDENTIFIERS, "mu_hgnc", {"row": "morphine"},
        ("4: scheme: HGNC names a protein, and 'morphine' is a molecule"
        " (name the database that knows it)"),
    ),
    "a molecule has two numbers of one database": (
        IDENTIFIERS, "morphine_inchikey", {"scheme": "chebi", "value": "17304"},
        ("3: scheme: 'morphine' has one of ChEBI already, in 'morphine_chebi'"
        " (keep the one that its source gives)"),
    ),
    "two molecules have one number": (
        LIGANDS, "naloxone", {"gtopdb_id": "1627"},
        ("4: gtopdb_id: '1627' is Guide to PHARMACOLOGY for 'morphine', too"
        " (give it to one of them, or make the two rows one)"),
    ),
    "an audit leaves a question out": (
        AUDITS, "audit_1", {"place": "5"},
        ("5: place: of the draw by 0123456 number 1 is not here"
        " (give all 5 questions, also those that were hard to answer)"),
    ),
    "an audit's reader compares": (
        AUDITS, "audit_1", {"comparer": "witness"},
        "2: comparer: 'witness' read it, too (let somebody else compare)",
    ),
    "an audit says not in what a row is off": (
        AUDITS, "audit_1", {"word": "off"},
        ("2: comparison: it is 'off', and nothing says in what"
        " (say what differs, and which holds)"),
    ),
    "a group acts at a receptor and warns of nothing": (
        GROUPS, "opioid_drugs", {"receptors": "mu"},
        ("2: warnings: blank, though it acts at a receptor"
        " (name the findings on its hazards that a reader needs at a glance)"),
    ),
    "a warning has no words": (
        GROUPS, "opioid_drugs", {"warnings": "e3"},
        "2: in_brief: 0 phrases for 1 findings (write one phrase for each, in order)",
    ),
    "a warning is of no hazard": (
        GROUPS, "opioid_drugs", {"warnings": "e1", "in_brief": "one"},
        ("2: warnings: 'e1' is no finding on a hazard of 'opioid_drugs', nor on what undoes one"
        " (name a finding that is)"),
    ),
    "what no table holds is said of the world": (
        ASSESSMENTS, "a2", {"note": "No trial tested it."},
        "3: note: 'No trial' is said of the world (add 'in these tables' to that sentence)",
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
    assert told(copy) == [
        fault if fault.startswith("data/") else f"data/{table}:{fault}" for fault in faults
    ]


def test_every_rule_has_a_case_that_breaks_it(copy: Copy) -> None:
    broken = set()
    for table, row, cells, *_ in CASES.values():
        kept = (copy.path / table).read_bytes()
        copy.set(table, row, **cells)
        system = ex.load(copy.path)
        broken |= {rule for rule in rules.RULES if list(rule(system))}
        broken |= {rule for rule in rules.DATED if list(rule(system, TODAY))}
        (copy.path / table).write_bytes(kept)
    assert broken == {*rules.RULES, *rules.DATED}


@pytest.mark.parametrize("column", ["finding", "population", "caveat"])
def test_every_column_of_words_is_read(copy: Copy, column: str) -> None:
    copy.set(EFFECTS, "e4", **{column: "20 mg."})
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
    copy.set(table, row, **{column: "amygdala;hill of 20 mg" if "note" not in column else "20 mg."})
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


def test_a_statement_names_a_receptor_by_any_of_its_names(system: ex.System) -> None:
    names = spelled(system)
    assert len(names) > 30
    passed = []
    claim = next(iter(system.claims.values()))
    for name in names:
        said = claim.model_copy(update={"statement": f"For some people {name} worsens mood."})
        changed = dataclasses.replace(system, claims=Table([said]))
        if not list(judgement.article_names_no_receptor(changed)):
            passed.append(name)
    assert passed == []


@pytest.mark.parametrize(
    "words",
    ["Some receptors", "Mutations", "A community", "The nopal", "Kappas", "An emu", "Dynorphins"],
)
def test_a_word_that_holds_the_letters_of_a_receptor_names_none(copy: Copy, words: str) -> None:
    copy.set(CLAIMS, "c4", statement=f"{words} may worsen mood.")
    assert told(copy) == []


# Paragraphs


@pytest.mark.parametrize("word", ["p0", "q1", "P4", "p", "p100", "4"])
def test_what_is_no_paragraph_is_told_with_the_way_out(copy: Copy, word: str) -> None:
    copy.set(CLAIMS, "c4", paragraph=word)
    assert copy.faults() == [
        (
            f"data/{CLAIMS}:5: paragraph: '{word}' is not a paragraph "
            "(write p and its number, or b and that of a bulleted line, such as p3 or b2)"
        )
    ]


# Open ends


@pytest.mark.parametrize("cells", [{"direction": "worsens"}, {"domains": "mood"}])
def test_neither_domain_nor_direction_is_filled_in(copy: Copy, cells: Cells) -> None:
    copy.set(CLAIMS, "c2", **cells)
    (fault,) = told(copy)
    assert ":3: open_end: the missing end is filled in" in fault


def test_an_undecided_claim_with_an_end_keeps_its_domain_and_direction(copy: Copy) -> None:
    copy.set(
        CLAIMS, "c4", hedging="open", direction="not known", statement="That is still unclear."
    )
    assert told(copy) == []


# Hedging


@pytest.mark.parametrize(
    ("statement", "hedging"),
    [
        *(
            (f"Opioids {word} help.", "hedged")
            for word in ("can", "could", "may", "might", "would")
        ),
        ("It seems that opioids help.", "hedged"),
        ("Opioids are shown to help.", "asserted"),
        ("It has been shown that opioids are a help.", "asserted"),
        ("Whether opioids can help is unclear.", "open"),
        ("Scanners help.", "asserted"),
    ],
)
def test_hedging_follows_the_words_of_the_statement(
    copy: Copy, statement: str, hedging: str
) -> None:
    copy.set(CLAIMS, "c4", statement=statement, hedging=hedging)
    assert told(copy) == []
    for other in {"asserted", "hedged", "open"} - {hedging}:
        copy.set(CLAIMS, "c4", hedging=other)
        (fault,) = told(copy)
        assert f":5: hedging: '{other}', but " in fault


# The strongest on either side


def test_a_side_of_a_verdict_is_one_of_its_rows_on_people(copy: Copy) -> None:
    copy.set(ASSESSMENTS, "a1", people_for="e1")
    assert told(copy) == []
    copy.set(ASSESSMENTS, "a1", people_for="e2")
    assert ":2: people_for: 'e2' is not on people" in told(copy)[0]
    copy.set(ASSESSMENTS, "a1", people_for="e4")
    assert "'e4' is none of the rows that the verdict rests on" in told(copy)[0]
    copy.set(ASSESSMENTS, "a1", people_for="e1", people_against="e1")
    assert ":2: people_against: 'e1' stands on both sides" in told(copy)[0]


# Signs


def test_a_finding_tells_signs_in_words(copy: Copy) -> None:
    copy.set(EFFECTS, "e1", finding="Mood rose (effect size 0.2 in its favour, 2-3 points).")
    assert not any("needs a key" in fault for fault in told(copy))
    copy.set(EFFECTS, "e1", finding="Mood rose (effect size -0.2).")
    assert any(":2: finding: '-0' needs a key" in fault for fault in told(copy))


# News


@pytest.mark.parametrize(
    "cells", [{"sources": "brief2003;roe2002"}, {"sources": "brief2003;doe2001"}]
)
def test_news_beside_a_study_leaves_the_label_of_the_study(copy: Copy, cells: Cells) -> None:
    copy.set(EFFECTS, "e3", evidence="review", **cells)
    assert told(copy) == []


@pytest.mark.parametrize(
    ("evidence", "kind"),
    [("meta-analysis", "meta-analysis"), ("regulator", "clinical reference"), ("news", "news"),
     ("classification or label", "regulator"), ("trial registry", "trial register"),
     ("human randomised trial", "primary study")],
)  # fmt: skip
def test_evidence_of_the_kind_of_its_source_stands(copy: Copy, evidence: str, kind: str) -> None:
    copy.set(EFFECTS, "e1", evidence=evidence)
    copy.set(SOURCES, "roe2002", kind=kind, registry="NCT00000001")
    assert told(copy) == []


def test_an_entry_of_a_register_alone_is_no_trial_that_was_read(copy: Copy) -> None:
    copy.set(EFFECTS, "e1", evidence="human randomised trial")
    copy.set(SOURCES, "roe2002", kind="trial register", registry="NCT00000001")
    (fault,) = told(copy)
    assert "its only sources are entries of registers (say 'trial registry'" in fault


# Molecules in findings


@pytest.mark.parametrize(
    "finding",
    ["With QRS-123 rats kept away.", "With ABC123 rats kept away.", "With U50488 rats kept away."],
)
def test_a_code_of_a_molecule_here_stands(copy: Copy, finding: str) -> None:
    copy.set(EFFECTS, "e4", finding=finding)
    assert len(told(copy)) == 1
    code = finding.split()[1]
    copy.set(LIGANDS, "morphine", synonyms=code)
    assert told(copy) == []


@pytest.mark.parametrize(
    "finding",
    ["PTSD grew in 12 rats.", "Of 40 rats, 3 kept away.", "In DSM-IV it stands otherwise."],
)
def test_what_only_looks_like_a_code_stands(copy: Copy, finding: str) -> None:
    copy.set(EFFECTS, "e4", finding=finding)
    assert told(copy) == []


# A supported claim


def support(copy: Copy, domains: str = "mood", direction: str = "improves") -> None:
    copy.keep(RESULTS)
    copy.keep(SEARCHES)  # what else speaks of the finding would have its say too
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
    study(copy, "e1", evidence, population=population)
    copy.set(SOURCES, "roe2002", kind=evidence if evidence in ("regulator", "news") else "review")
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
    copy.set(SOURCES, "roe2002", kind=evidence if evidence in ("regulator", "news") else "review")
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
    study(copy, "e4", evidence, finding=finding)
    (fault,) = told(copy)
    assert fault.endswith(f" for {evidence} {WENT}")


@pytest.mark.parametrize("evidence", ["human randomised trial", "animal", "review"])
def test_a_trial_may_claim_a_cause(copy: Copy, evidence: str) -> None:
    study(copy, "e4", evidence, finding="It caused low mood.", caveat="It led to it.")
    assert told(copy) == []


@pytest.mark.parametrize(
    "cells",
    [{"finding": "In people treated with it, low mood went with use, because of withdrawal."},
     {"caveat": "This does not show that one caused the other."}],
)  # fmt: skip
def test_an_association_may_say_that_it_shows_no_cause(copy: Copy, cells: Cells) -> None:
    study(copy, "e4", "human observational", **cells)
    assert told(copy) == []


def judge(copy: Copy, evidence: str, note: str) -> list[str]:
    study(copy, "e4", evidence)
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
