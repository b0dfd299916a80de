"""The picture in plain sentences; each voice speaks in sentences of its own."""

import re
from collections import Counter

import pytest

import explainer as ex
from copies import Copy
from explainer.voices.phrases import name_of
from explainer.voices.summaries import about, overview


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (
            "article",
            "The article: 4 claims in our words. It names a receptor type in none of them.",
        ),
        (
            "pharmacology",
            (
                "Pharmacology: two receptors, three peptides made by the body and three"
                " molecules from outside; four findings, of which 2 are at odds with another."
                " On mood and pain, as in the first view: 3, with 2 at odds among them."
            ),
        ),
    ],
)
def test_before_a_choice_each_voice_says_how_much_it_holds(
    small: ex.System, voice: str, said: str
) -> None:
    assert overview(small, voice) == said


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (
            "mu",
            ("Mu receptor. One peptide of the body and two molecules from outside are listed at it."
            " Mood: activated, better mood 1; absent, better mood 1."
            " Two findings are at odds with another."),
        ),
        (
            "morphine",
            ("Morphine. Rows by what they say it does, at mu receptor: activates (1), activates in"
            " part (1); at kappa receptor: activates in part (1)."),
        ),
        ("heroin", "Heroin. These tables hold no row on what it does at a receptor."),
        ("pdyn", ("Prodynorphin. Two peptides cut from it in these tables: dynorphin A and"
         " dynorphin B.")),
        ("opioid_drugs", "Opioid drugs, as a group. Addiction: given, more addiction 1."),
        (
            "mood",
            ("Mood. Three findings, of which 0 measured people directly. By what they are on:"
            " mu receptor 2 and kappa receptor 1. Two findings are at odds with another."),
        ),
        ("pain", "Pain. These tables hold no finding on it."),
        ("said_opioids", ""),
        ("gap_c2", ""),
    ],
)  # fmt: skip
def test_pharmacology_says_what_its_rows_hold(small: ex.System, node: str, said: str) -> None:
    assert about(small, node, "pharmacology") == said


def test_the_first_domains_are_told_and_others_counted(copy: Copy) -> None:
    copy.set("pharmacology/effects.csv", "e2", domain="addiction", conflicts_with="")
    copy.set("pharmacology/effects.csv", "e1", conflicts_with="")
    said = about(ex.load(copy.path), "mu", "pharmacology")
    assert said.endswith(" Mood: activated, better mood 1. One further finding in other domains.")


def test_one_finding_at_odds_is_told_in_good_english(copy: Copy) -> None:
    copy.set("pharmacology/effects.csv", "e2", agent="kappa")
    said = about(ex.load(copy.path), "mu", "pharmacology")
    assert said.endswith(" One finding is at odds with another.")


def test_findings_in_people_are_counted_apart(copy: Copy) -> None:
    copy.set("pharmacology/effects.csv", "e1", evidence="human imaging")
    said = about(ex.load(copy.path), "mood", "pharmacology")
    assert said.startswith("Mood. Three findings, of which 1 measured people directly.")


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ("mu", "The article never names this receptor."),
        ("morphine", "The article does not name it."),
        ("endomorphin", "The article does not name it."),
        ("dynorphin_a", "The article names it, as “dynorphins”, in one claim."),
        ("pdyn", "The article does not speak of it."),
        ("addiction", "The article does not speak of it."),
        (
            "mood",
            (
                "The article: two claims (better mood 1, worse mood 1)."
                " How they stand, in our judgement: contested 1, oversimplified 1."
            ),
        ),
        (
            "said_dymorphins",
            (
                "The article: one claim (no direction stated 1)."
                " How they stand, in our judgement: not assessed 1."
            ),
        ),
        (
            "gap_c2",
            "Here a sentence of the article stops before its end. Nothing is filled in.",
        ),
    ],
)
def test_the_article_says_what_it_claims_or_is_silent(
    small: ex.System, node: str, said: str
) -> None:
    assert about(small, node, "article") == said


def test_a_number_above_nine_is_written_in_figures(system: ex.System) -> None:
    assert f"{len(system.ligands)} molecules from outside" in overview(system, "pharmacology")


def test_tables_without_claims_have_no_article(copy: Copy) -> None:
    for table in ("claims", "assessments"):
        path = copy.path / f"article/{table}.csv"
        path.write_text(path.read_text().splitlines()[0] + "\n")
    system = ex.load(copy.path)
    assert overview(system, "article") == "There is no article in these tables."
    assert about(system, "mood", "article") == ""


def test_a_precursor_without_peptides_is_told_in_good_english(copy: Copy) -> None:
    for peptide in ("dynorphin_a", "dynorphin_b"):
        copy.set("pharmacology/peptides.csv", peptide, precursor="")
    said = about(ex.load(copy.path), "pdyn", "pharmacology")
    assert said == "Prodynorphin. No peptides cut from it in these tables."


def test_a_receptor_without_peptides_is_told_in_good_english(copy: Copy) -> None:
    copy.set("pharmacology/interactions.csv", "endomorphin_mu_1", receptor="kappa")
    said = about(ex.load(copy.path), "mu", "pharmacology")
    assert said.startswith("Mu receptor. No peptides of the body and two molecules from outside ")


def test_a_receptor_without_findings_says_so(copy: Copy) -> None:
    copy.set("pharmacology/effects.csv", "e4", agent="mu")
    said = about(ex.load(copy.path), "kappa", "pharmacology")
    assert said.endswith("These tables hold no finding on its effects.")


# Numbers in sentences are those of the tables


def number(word: str) -> int:
    words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.index(word.lower()) if word.lower() in words else int(word)


def numbers(pattern: str, said: str) -> list[int]:
    found = re.search(pattern, said)
    assert found, said
    return [number(word) for word in found.groups()]


def test_a_receptor_counts_what_is_listed_at_it(system: ex.System) -> None:
    pattern = r"(\w+) peptides? of the body and (\w+) molecules? from outside are listed at it\."
    for receptor in system.receptors:
        ligands = {row.ligand for row in system.acting_at(receptor).values()}
        inside = len(ligands & set(system.peptides))
        said = about(system, receptor, "pharmacology")
        assert numbers(pattern, said) == [inside, len(ligands) - inside], receptor


def test_a_domain_counts_its_findings_in_all_in_people_and_by_agent(system: ex.System) -> None:
    for domain in system.domains:
        rows = list(system.effects_on(domain).values())
        said = about(system, domain, "pharmacology")
        if not rows:
            assert "These tables hold no finding on it." in said
            continue
        direct = ("human", "trial registry")  # a register tells of people who were in a trial
        people = sum(row.evidence.startswith(direct) for row in rows)
        pattern = r"\. (\w+) findings?, of which (\d+) measured people directly\."
        assert numbers(pattern, said) == [len(rows), people], domain
        counts = Counter(row.agent for row in rows)
        told = said.partition("By what they are on: ")[2]
        # One name can end another: mitragynine and 7-hydroxymitragynine.
        named = [a for a in counts if f" {name_of(system, a)} {counts[a]}" in f" {told}"]
        assert len(named) == min(4, len(counts)), domain
        assert min(counts[a] for a in named) >= max(
            [counts[a] for a in counts if a not in named] or [0]
        )


def test_what_is_told_of_mood_and_anxiety_adds_up(system: ex.System) -> None:
    for node in [*system.receptors, *(g for g in system.groups if g in system.graph)]:
        said = about(system, node, "pharmacology")
        for domain in ("mood", "anxiety"):
            rows = system.effects.where(agent=node, domain=domain)
            found = re.search(rf"{system.domains[domain].name}: ([^.]+)\.", said)
            counted = sum(map(int, re.findall(r" (\d+)", found[1]))) if found else 0
            assert counted == len(rows), (node, domain)
        told = {d for d in ("mood", "anxiety") if system.effects.where(agent=node, domain=d)}
        rest = sum(row.domain not in told for row in system.effects_of(node).values())
        if told:
            pattern = r"\. (\w+) further findings? in other domains\."
            assert (numbers(pattern, said) if "further" in said else [0]) == [rest], node
        at_odds = sum(row in system.at_odds for row in system.effects_of(node))
        pattern = r"\. (\w+) findings? (?:is|are) at odds with another\."
        assert (numbers(pattern, said) if "at odds" in said else [0]) == [at_odds], node


def test_a_molecule_counts_its_rows_at_each_receptor(system: ex.System) -> None:
    for node in [*system.peptides, *system.ligands]:
        said = about(system, node, "pharmacology")
        for receptor in system.receptors.values():
            rows = system.interactions.where(ligand=node, receptor=receptor.id)
            found = re.search(rf"at {receptor.name}: ([^;.]+)[;.]", said)
            counted = sum(map(int, re.findall(r"\((\d+)\)", found[1]))) if found else 0
            assert counted == len(rows), (node, receptor.id)


def test_the_article_counts_its_claims(system: ex.System) -> None:
    for node in [*system.domains, *system.subjects]:
        claims = system.claims_about(node)
        said = about(system, node, "article")
        if claims and not getattr(system.find(node), "names", ()):
            assert numbers(r"The article: (\w+) claims? \(", said) == [len(claims)], node
            counts = [int(n) for n in re.findall(r" (\d+)", said.partition("(")[2])]
            assert sum(counts) == 2 * len(claims), node  # by direction, then by verdict
    for node in [*system.peptides, *system.ligands]:
        words = {s.id for s in system.subjects.values() if node in s.names}
        claims_on = [c for c in system.claims.values() if words.intersection(c.subjects)]
        if words:
            said = about(system, node, "article")
            assert numbers(r", in (\w+) claims?\.", said) == [len(claims_on)], node


def test_every_choice_has_a_sentence_in_one_voice_at_least(system: ex.System) -> None:
    silent = [
        node
        for node in system.graph
        if not about(system, node, "pharmacology") and not about(system, node, "article")
    ]
    assert silent == []


def test_the_article_names_no_receptor_in_any_sentence(system: ex.System) -> None:
    """What it says of a receptor is that it never names it."""
    for receptor in system.receptors:
        assert about(system, receptor, "article") == "The article never names this receptor."
