"""Tables grow by data alone: a ligand, a receptor, a domain, a paragraph, and no code is opened.

One copy of the real tables has a row or two more. It loads, keeps every rule, and each new thing is
drawn, set in tables, told in sentences and cards, and can be filtered by.
"""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import explainer as ex
from cells import table_of
from copies import Copy
from explainer import figures, tables
from explainer.curation import dictionary, rules
from explainer.model.schema.vocabularies import Voice
from explainer.view import headline, payload, prediction
from explainer.view.state import State
from explainer.voices import cards, summaries
from looks import faults_of, words_of

DATA = Path(__file__).parents[1] / "data"
TODAY = dt.date(2026, 11, 30)  # after the last day in these tables, and soon after
MADE_UP: dict[str, Any] = {
    "sources": "gtopdb2020",
    "curator": "founders",
    "checked_on": "2026-11-24",
}
LIGAND = "a long name of an agonist that nobody has met so far"
MORE: dict[str, list[dict[str, Any]]] = {
    "pharmacology/receptors.csv": [
        {"id": "zeta", "name": "zeta receptor", "iuphar_name": "ZOP", "gene": "OPRZ1",
         "synonyms": "ZOR;zeta-opioid receptor", "uniprot": "P99999", "gtopdb_id": 99999,
         "family_note": "Made up for a test."},
    ],
    "pharmacology/ligands.csv": [
        {"id": "newol", "name": LIGAND, "origin": "synthetic", "ligand_class": "agonist"},
    ],
    "pharmacology/interactions.csv": [
        {"id": f"newol_{receptor}_1", "ligand": "newol", "receptor": receptor, "action": action,
         "measure": "pKi", "relation": "=", "affinity_low": 8, "affinity_high": 8.5,
         "species": "human", "plot_ok": "yes"}
        for receptor, action in (("zeta", "full agonist"), ("mu", "partial agonist"))
    ],
    "domains.csv": [
        {"id": "sleep", "name": "Sleep", "definition": "How long and how well somebody sleeps.",
         "improves": "better sleep", "worsens": "worse sleep", "group": "mood and its neighbours"},
    ],
    "pharmacology/effects.csv": [
        {"id": f"e90{place}", "agent": agent, "perturbation": done, "domain": "sleep",
         "direction": way, "evidence": "human laboratory", "population": "ten volunteers",
         "reaches_brain": "yes", "exposure": "once",
         "parts_receptor": "not applicable" if agent == "newol" else "yes",
         "finding": f"Volunteers slept {'longer' if way == 'improves' else 'less'}."}
        for place, (agent, done, way) in enumerate(
            [("zeta", "activated", "improves"), ("zeta", "blocked", "worsens"),
             ("newol", "given", "improves")], 1)
    ],
    "pharmacology/results.csv": [
        {"id": f"r90{place}", "effect": f"e90{place}", "scale": "hours of sleep",
         "blank_because": "It was made up for a test."}
        for place in (1, 2, 3)
    ],
    "article/claims.csv": [
        {"id": "c99", "sources": "article[P14]", "paragraph": "p14", "topic": "effect",
         "statement": "Opioids may let some people sleep.", "subjects": "said_opioids",
         "domains": "sleep", "direction": "improves", "hedging": "hedged",
         "names_receptor": "no", "open_end": "no"},
    ],
    "article/assessments.csv": [
        {"id": "a99", "claim": "c99", "verdict": "partly supported", "because": "e901;e903",
         "note": "Two findings point that way, in ten volunteers each."},
    ],
}  # fmt: skip
NEW = ("zeta", "newol", "sleep")


def append(copy: Copy, table: str, rows: list[dict[str, Any]]) -> None:
    """Write rows at the end of a table, in the order of its columns."""
    with (copy.path / table).open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with (copy.path / table).open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        for row in rows:
            known = {name: word for name, word in MADE_UP.items() if name in columns}
            writer.writerow(known | row)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> ex.System:
    copy = Copy(tmp_path_factory.mktemp("grown"), DATA)
    for table, rows in MORE.items():
        append(copy, table, rows)
    return ex.load(copy.path)


@pytest.fixture(scope="module")
def built(grown: ex.System) -> dict[str, Any]:
    return payload.build(grown)


def test_every_rule_is_kept(grown: ex.System) -> None:
    assert rules.check(grown, TODAY) == []


@pytest.mark.parametrize("page", ["print", "projector", "dark"])
@pytest.mark.parametrize("name", figures.__all__)
def test_every_figure_is_drawn_and_nothing_is_cut(grown: ex.System, name: str, page: str) -> None:
    asked = {"profiles": ("newol", "morphine"), "mechanism": ("mu",)}.get(name, ())
    figure = getattr(figures, name)(grown, *asked, page=page)
    assert faults_of(figure, dpis=(100,)) == []


@pytest.mark.parametrize("page", ["print", "projector"])
def test_figures_name_what_is_new(grown: ex.System, page: str) -> None:
    told = " ".join(words_of(figures.evidence(grown, ["mood", "sleep"], page=page)))
    assert "zeta" in told
    assert "Sleep" in told
    told = " ".join(words_of(figures.profiles(grown, "newol", page=page)))
    assert LIGAND.rsplit(maxsplit=1)[-1] in told
    for focus in NEW:
        figure = figures.network(grown, focus=focus, page=page)
        assert faults_of(figure, dpis=(100,)) == []
        assert grown.find(focus).name.split()[0].lower() in figure.description.lower()


def test_tables_tell_what_is_new(grown: ex.System) -> None:
    head, *rows = table_of(tables.actions(grown))
    (row,) = (row for row in rows if row[0] == LIGAND)
    told = dict(zip(head[1:], row[1:], strict=True))
    assert told == {
        "mu": "activates in part",
        "delta": "no row",
        "kappa": "no row",
        "NOP": "no row",
        "zeta": "activates",
    }
    counted = {first: rest for first, *rest in table_of(tables.silences(grown))}
    assert "Sleep 1, 3" in str(tables.silences(grown))  # both speak
    assert counted["zeta receptor"] == ["does not say", "3"]
    judged = table_of(tables.verdicts(grown))
    place = judged.index(["Paragraph 14"])
    assert judged[place + 1] == [
        "Opioids may let some people sleep.",
        "□hedged",
        "◐partly supported",
        "Two findings from one study, 1 of people.",
    ]


@pytest.mark.parametrize("node", NEW)
def test_cards_and_sentences_tell_what_is_new(
    grown: ex.System, built: dict[str, Any], node: str
) -> None:
    name = grown.find(node).name  # type: ignore[attr-defined]
    text = str(cards.card(grown, node))
    assert text.startswith(name) or name in text.splitlines()[0]
    assert "slept" in text
    voices: tuple[Voice, ...] = ("pharmacology", "article")
    assert all(summaries.about(grown, node, voice) for voice in voices)
    assert name.lower() in headline.sentence(built, State(focus=node)).lower()


def test_a_new_receptor_is_told_in_its_own_new_domain(grown: ex.System) -> None:
    told = summaries.about(grown, "zeta", "pharmacology")
    assert "Sleep: activated, better sleep 1; blocked, worse sleep 1." in told
    assert "five receptors" in summaries.overview(grown, "pharmacology")
    assert prediction.predict(grown, "zeta", "sleep").answer


def test_a_new_agonist_stands_with_a_hazard(grown: ex.System) -> None:
    assert "Hazard: " in str(cards.card(grown, "newol"))


def test_what_is_new_can_be_found_and_filtered_by(grown: ex.System, built: dict[str, Any]) -> None:
    choices = payload.choices(grown)
    sent = json.dumps(built)
    assert all(f'"{node}"' in sent for node in NEW)
    assert {"zeta", "sleep"} <= {word for words in choices.values() for word in words}
    state = State(receptor="zeta", domain="sleep")
    assert headline.sentence(built, state)


def test_a_claim_that_names_the_new_receptor_must_say_so(tmp_path: Path) -> None:
    copy = Copy(tmp_path, DATA)
    for table, rows in MORE.items():
        append(copy, table, rows)
    copy.set("article/claims.csv", "c99", statement="ZOR may let some people sleep.")
    (problem,) = rules.check(ex.load(copy.path), TODAY)
    assert "names_receptor is no, the statement says otherwise" in str(problem)


def test_the_dictionary_counts_nothing_that_may_grow() -> None:
    text = dictionary.as_markdown()
    assert "four receptors" not in text
    assert "p13" not in text
