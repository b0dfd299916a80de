"""A card: everything there is to say of one node, each row with its voice and sources."""

import re

import pytest

import explainer as ex
from cells import html_of
from copies import Copy
from explainer.voices.card_form import Card
from explainer.voices.cards import card
from explainer.voices.lanes import lane_of


def headings(shown: Card) -> list[str]:
    return [section.heading for section in shown.sections]


def rows_on(shown: Card) -> set[str]:
    return {line.row for section in shown.sections for line in section.lines}


def test_a_receptors_card_gathers_what_was_found_and_what_acts_there(small: ex.System) -> None:
    assert headings(card(small, "mu")) == [
        "At second hand, on people (1)",
        "In animals (1)",
        "Body's own peptide: binds, action not stated (1)",
        "From outside: activates (1)",
        "From outside: activates in part (1)",
        "From outside: blocks (1)",
        "Claims weighed against these rows (1)",
    ]


def test_a_molecules_card_tells_each_receptor_apart(small: ex.System) -> None:
    assert headings(card(small, "morphine")) == [
        "At second hand, on people (1)",
        "At the mu receptor (2)",
        "At the kappa receptor (1)",
        "Beyond opioid receptors (2)",
    ]


def test_a_card_tells_what_is_reached_beyond_opioid_receptors(small: ex.System) -> None:
    section = next(s for s in card(small, "morphine").sections if s.heading.startswith("Beyond"))
    assert [(line.text, line.badge) for line in section.lines] == [
        ("morphine: no effect on the NMDA receptor found. Morphine did nothing there.",
         "in vitro; rat"),
        ("morphine: binds the NMDA receptor. Morphine bound there.", "in vitro; rat"),
    ]  # fmt: skip
    assert section.lines[0].caveat == "Another study found that it binds."


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ("tramadol", "inhibits the serotonin transporter"),
        ("morphine", "no effect on the serotonin transporter found"),
        ("esmethadone", "no effect on the NMDA receptor found"),
        ("pdyn", "is taken up by the ACKR3 receptor"),
        ("opioid_drugs", "no effect on the ACKR3 receptor found"),
    ],
)
def test_targets_stand_on_the_cards_of_all_kinds_that_have_them(
    system: ex.System, node: str, said: str
) -> None:
    section = next(s for s in card(system, node).sections if s.heading.startswith("Beyond"))
    assert any(said in line.text for line in section.lines)


def test_a_peptides_card_says_where_the_article_names_it(small: ex.System) -> None:
    shown = card(small, "dynorphin_b")
    assert headings(shown) == ["Where the article names it (1)"]
    assert rows_on(shown) == {"c3"}


def test_a_domains_card_tells_both_voices_apart(small: ex.System) -> None:
    shown = card(small, "mood")
    assert [(section.heading, section.voice) for section in shown.sections] == [
        ("At second hand, on people (1)", "pharmacology"),
        ("In animals (2)", "pharmacology"),
        ("What the article says (2)", "article"),
    ]


def test_a_claim_is_followed_by_how_it_stands(small: ex.System) -> None:
    section = card(small, "mood").sections[-1]
    assert [line.row for line in section.lines] == ["c1", "a1", "c4", "a4"]


def test_a_claim_that_nobody_assessed_says_so(small: ex.System) -> None:
    (section,) = card(small, "said_dymorphins").sections
    assert [(line.text, line.voice) for line in section.lines] == [
        ("The body makes dynorphins and dymorphins.", "article"),
        ("Nobody here has assessed this claim.", "ours"),
    ]


def test_a_gap_is_shown_and_not_filled_in(small: ex.System) -> None:
    shown = card(small, "gap_c2")
    assert (shown.title, shown.voice) == ("A sentence without an end", "article")
    assert shown.facts[0].endswith("Nothing is filled in here.")
    assert headings(shown) == ["Where the article stops"]


def test_a_card_tells_what_a_thing_is(small: ex.System) -> None:
    assert card(small, "mu").facts == (
        "Also called: MOR, OPRM1",
        "IUPHAR short name: MOP",
        "Gene: OPRM1",
        "Couples to: Gi/o",
        "Described in: amygdala, thalamus",
        "Classical opioid receptor.",
    )


def test_a_card_names_the_active_form(small: ex.System) -> None:
    assert "Forms in the body: morphine" in card(small, "heroin").facts


@pytest.mark.parametrize("node", ["mu", "breathing", "suicidal_thoughts", "tianeptine"])
def test_a_card_tells_the_signs_of_an_overdose_and_whom_to_reach(
    system: ex.System, node: str
) -> None:
    told = str(card(system, node)).split("\n\n")[0]
    for words in ("988", "findahelpline.com", "cannot be woken", "pupils", "naloxone"):
        assert words in told


def test_a_card_as_text_ends_with_its_sources_in_full(small: ex.System) -> None:
    assert str(card(small, "pdyn")) == (
        "prodynorphin (precursor; pharmacology sources)\n"
        "Thinking of suicide, or worried about somebody: call 123 (Everywhere). "
        "In an emergency, such as an overdose, call the emergency number.\n"
        "Gene: PDYN\n"
        "In other databases: UniProt P01213 https://www.uniprot.org/uniprotkb/P01213/entry\n"
        "\n"
        "Peptides cut from it [pharmacology sources]\n"
        "- dynorphin A: cut from prodynorphin; established; sequence YGGFLRRI. [release2020]\n"
        "- dynorphin B: cut from prodynorphin; established; sequence YGGFLRRQ. [release2020]\n"
        "\n"
        "Sources\n"
        "- [release2020] Example Institute (2020). A database release. https://example.org/database"
    )


def test_a_card_as_text_carries_badge_and_caveat(small: ex.System) -> None:
    assert (
        "- mu receptor absent: better mood. Mice without it were less still."
        " (animal; 20 mice) Note: Mice are not people. At odds with Roe 2002. [doe2001]"
    ) in str(card(small, "mu"))


def test_a_shown_card_links_each_source(small: ex.System) -> None:
    assert '<a href="https://doi.org/10.1000/doe2001">[doe2001] Doe J, Roe R (2001).' in html_of(
        card(small, "kappa")
    )


def test_a_shown_card_is_escaped(copy: Copy) -> None:
    copy.set("pharmacology/ligands.csv", "morphine", name="<script>", note="a & b")
    copy.set("sources.csv", "release2020", title="<i>", container='"onclick="')
    shown = html_of(card(ex.load(copy.path), "morphine"))
    assert "<script>" not in shown
    assert "<i>" not in shown
    assert '"onclick="' not in shown
    assert "a &amp; b" in shown


def test_an_unknown_node_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(KeyError) as error:
        card(small, "kapa")
    assert error.value.args == ("no row has the id 'kapa' (did you mean 'kappa'?)",)


def test_a_row_that_is_no_node_is_answered_as_such(small: ex.System) -> None:
    with pytest.raises(KeyError) as error:
        card(small, "e1")
    assert error.value.args == ("'e1' is a row, but not a node of the graph, so it has no card",)


# Of the real tables


def test_no_row_is_lost_from_the_cards_it_belongs_to(system: ex.System) -> None:
    on_card = {node: rows_on(card(system, node)) for node in system.graph}
    ends = [(row.id, [row.ligand, row.receptor]) for row in system.interactions.values()]
    ends += [(row.id, [row.agent, row.domain, *row.through]) for row in system.effects.values()]
    ends += [(row.id, [*row.subjects, *row.domains]) for row in system.claims.values()]
    missing = [
        (row, node)
        for row, nodes in ends
        for node in nodes
        if node in system.graph and row not in on_card[node]
    ]
    assert missing == []


def test_every_card_gives_a_source_for_every_line_of_the_world(system: ex.System) -> None:
    for node in system.graph:
        for section in card(system, node).sections:
            for line in section.lines:
                assert line.sources or line.text == "Nobody here has assessed this claim.", line


def test_no_card_shows_a_python_value(system: ex.System) -> None:
    for node in system.graph:
        words = str(card(system, node)).split()
        assert not {"None", "None.", "True", "False", "()", "nan"} & set(words), node


# The order of a card


def test_a_card_answers_before_its_hazards(small: ex.System) -> None:
    shown = card(small, "mu")
    assert shown.answer == (
        "Mood, by warnings or reports alone: activated, better mood (1); "
        "in animals: absent, better mood (1)."
    )
    assert str(shown).splitlines()[1] == shown.answer
    assert html_of(shown).index(shown.answer) < html_of(shown).index("Hazard:")


def _add(copy: Copy, key: str, evidence: str, population: str, **cells: str) -> None:
    plain = {"agent": "mu", "done": "activated", "domain": "mood", "way": "worsens"} | cells
    copy.add(
        "pharmacology/effects.csv",
        f"{key},doe2001,tester,,{plain['agent']},,{plain['done']},,{plain['domain']},"
        f"{plain['way']},,{evidence},{population},not said,not said,not said,Found.,,,Caveat.",
    )


def test_warnings_and_reports_on_people_stand_before_animals(copy: Copy) -> None:
    _add(copy, "h1", "human observational", "nine people")
    _add(copy, "h2", "regulator", "people who take it")
    _add(copy, "h3", "news", "400 adults")
    _add(copy, "h4", "review", "many rats")
    assert headings(card(ex.load(copy.path), "mu"))[:5] == [
        "In people (1)",
        "Warnings and entries of agencies, labels and classifications (1)",
        "At second hand, on people (2)",
        "In animals (1)",
        "At second hand (1)",
    ]


def test_the_stronger_design_and_the_larger_study_come_first(copy: Copy) -> None:
    _add(copy, "h1", "human randomised trial", "8 adults")
    _add(copy, "h2", "human laboratory", "70 adults")
    _add(copy, "h3", "human randomised trial", "166 adults")
    _add(copy, "h4", "meta-analysis", "many people")
    _add(copy, "h5", "human randomised trial", "900 adults", done="blocked")
    shown = card(ex.load(copy.path), "mu").sections[0]
    assert [line.row for line in shown.lines] == ["h4", "h3", "h1", "h2", "h5"]


def test_a_finding_that_another_contradicts_says_so(small: ex.System) -> None:
    (line,) = card(small, "mu").sections[1].lines
    assert line.caveat == "Mice are not people. At odds with Roe 2002."


def test_those_at_odds_are_named_in_one_order_on_every_run(system: ex.System) -> None:
    """Else a page that is built twice differs, and a saved lesson changes when it is run again."""
    shown = [line for one in system.graph for s in card(system, one).sections for line in s.lines]
    told = {line.row: line.caveat.partition("At odds with ")[2] for line in shown}
    compared = 0
    for row, others in system.at_odds.items():
        names = [system.sources_of(system.effects[one])[0].short for one in sorted(others)]
        first, second, *_ = [*dict.fromkeys(names), "", ""]
        if second and told.get(row):
            compared += 1
            assert told[row].startswith(first), row
    assert compared > 9


def test_of_animals_a_card_says_what_a_test_showed(copy: Copy) -> None:
    copy.set("domains.csv", "mood", improves_in_animals="less stillness")
    assert "mu receptor absent: less stillness." in str(card(ex.load(copy.path), "mu"))


def test_a_domain_leads_with_what_bodies_warn_of_there(copy: Copy) -> None:
    _add(copy, "h1", "regulator", "people", agent="mu", done="stopped")
    _add(copy, "h2", "regulator", "people", agent="opioid_drugs", done="stopped")
    assert [line.row for line in card(ex.load(copy.path), "mood").hazards][:1] == ["h2"]
    _add(copy, "h3", "classification or label", "people", agent="mu", domain="addiction")
    assert [line.row for line in card(ex.load(copy.path), "addiction").hazards] == ["h3"]


def test_breathing_says_first_that_opioids_slow_it(system: ex.System) -> None:
    shown = card(system, "breathing")
    head = r"Breathing, in people and by warnings: Opioid drugs (?:given|taken), slower breathing"
    assert re.match(head, shown.answer)
    (brief,) = shown.hazards
    assert brief.text.startswith("Hazard: with opioid drugs, breathing can slow, even until death")


def test_two_molecules_given_together_are_counted_apart(system: ex.System) -> None:
    answer = card(system, "buprenorphine").answer
    alone, together = answer.split("; given with samidorphan, ")
    rows = system.effects.where(agent="buprenorphine", domain="mood", perturbation="given").values()
    people = [row for row in rows if lane_of(row) == "people" and not row.part_of]
    with_other = sum(bool(row.through) for row in people)
    numbers = [sum(map(int, re.findall(r"\((\d+)\)", part))) for part in (alone, together)]
    assert numbers == [len(people) - with_other, with_other]
    assert together.endswith(" Beside these, one warning or report.")


def test_a_molecule_given_with_another_is_not_told_as_given_with_itself(system: ex.System) -> None:
    answer = card(system, "samidorphan").answer
    assert answer.startswith("Mood, in people: buprenorphine given with it, ")
    assert "with samidorphan" not in answer


def test_what_was_looked_at_on_another_molecule_is_counted_apart(system: ex.System) -> None:
    answer = card(system, "naltrexone").answer
    alone, before = answer.split("Anxiety")[0].split("; given before ketamine, ")
    assert "given before alcohol, in summaries worse mood (1)" in before
    rows = system.effects.where(agent="naltrexone", domain="mood").values()
    assert sum(map(int, re.findall(r"\((\d+)\)", alone))) == sum(
        lane_of(row) == "people" and not row.beside for row in rows
    )


def test_a_study_within_a_summary_beside_it_is_counted_once(copy: Copy) -> None:
    _add(copy, "h1", "human observational", "nine people")
    _add(copy, "h2", "meta-analysis", "90 people in three studies")
    before = card(ex.load(copy.path), "mu")
    assert "activated, worse mood (1), in summaries worse mood (1)" in before.answer
    copy.set("pharmacology/effects.csv", "h1", part_of="h2")
    after = card(ex.load(copy.path), "mu")
    assert "activated, in summaries worse mood (1)" in after.answer
    assert sum("Held by Doe" in line.caveat for s in after.sections for line in s.lines) == 1


def test_what_nobody_prescribed_is_no_treatment(system: ex.System) -> None:
    """Illegal, other than prescribed, by accident: headings say taken, and count it apart."""
    for words in ("illegal", "got hold of", "kratom", "7-OH", "poison centres"):
        rows = [
            row for row in system.effects.values() if words in f"{row.finding} {row.population}"
        ]
        assert rows
        people = [row for row in rows if row.evidence != "animal"]
        assert {row.perturbation for row in people} <= {
            "taken", "present", "stopped",
        }  # fmt: skip


def test_a_heading_says_what_was_counted_where_the_domain_is_wider(system: ex.System) -> None:
    (line,) = (
        line
        for s in card(system, "opioid_drugs").sections
        for line in s.lines
        if line.row == "e512"
    )
    assert line.text.startswith(
        "Opioid drugs given in treatment of opioid use disorder: no difference found in deaths "
        "(suicide). "
    )


def test_what_ties_with_the_last_told_is_told_too(copy: Copy) -> None:
    groups = [("kappa", "activated"), ("kappa", "blocked"), ("mu", "blocked"), ("mu", "stopped")]
    for agent, done in groups:
        _add(copy, f"h{agent}{done}", "human observational", "nine people", agent=agent, done=done)
    answer = card(ex.load(copy.path), "mood").answer
    assert all(f"{agent} receptor {done}" in answer for agent, done in groups)
    assert "below" not in answer


def test_where_many_tie_those_with_more_stand_alone(copy: Copy) -> None:
    """No order parts what is equally often found, and nobody reads a sentence of a dozen."""
    _add(copy, "h0", "human observational", "nine people", done="blocked")
    for at, (agent, done) in enumerate(
        (agent, done)
        for agent in ("mu", "kappa", "morphine")
        for done in ("blocked", "stopped", "activated")
    ):
        _add(copy, f"h{at + 1}", "human observational", "nine people", agent=agent, done=done)
    answer = card(ex.load(copy.path), "mood").answer
    assert answer.startswith("Mood, in people: mu receptor blocked, worse mood (2); and eight more")


def test_no_first_answer_is_longer_than_anybody_reads(system: ex.System) -> None:
    answers = {node: card(system, node).answer for node in system.graph}
    assert {node: len(told) for node, told in answers.items() if len(told) > 550} == {}
