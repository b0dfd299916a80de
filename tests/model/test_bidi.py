"""Words from right to left stand apart from the sentence around them, wherever they are shown."""

import re
from typing import Any

import pytest

import explainer as ex
from copies import Copy
from explainer import figures
from explainer.model.bidi import bare, isolated, settled
from explainer.view import payload
from explainer.view.headline import sentence
from explainer.view.state import State
from explainer.voices import cards

NAME = "مورفين \u202ecba 3"
APART = f"\u2068{NAME}\u2069"


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("morphine", "morphine"),
        ("", ""),
        ("β-endorphin Ω≠≤ 🧪", "β-endorphin Ω≠≤ 🧪"),
        ("مورفين", "\u2068مورفين\u2069"),
        ("ab \u202e", "\u2068ab \u202e\u2069"),
        ("a\u2069\u202eb", "\u2068a\u202eb\u2069"),  # it cannot end what keeps it apart
        ("\u2067a", "\u2068a\u2069"),
        ("\u2068مو\u2069", "\u2068مو\u2069"),
    ],
)
def test_what_turns_is_set_apart_and_nothing_else(words: str, apart: str) -> None:
    assert isolated(words) == apart
    assert isolated(apart) == apart
    assert bare(apart) == words.translate(dict.fromkeys(range(0x2066, 0x206A)))


def test_a_finished_text_is_settled_run_by_run() -> None:
    assert settled("3 مورفين 4 هيروين of 5.") == "3 \u2068مورفين 4 هيروين\u2069 of 5."
    assert settled(f"x {APART} y") == f"x {APART} y"
    assert settled("plain (1), text") == "plain (1), text"


def loose(text: str) -> str:
    """Give what is left of a text without all that stands apart, where that still turns."""
    left = re.sub("\u2068[^\u2068\u2069]*\u2069", "", text)
    return left if re.search("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069]", left) else ""


def texts(data: Any) -> list[str]:  # noqa: ANN401 - plain data
    if isinstance(data, str):
        return [data]
    some = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for one in some for text in texts(one)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> ex.System:
    copy = Copy(tmp_path_factory.mktemp("turned"))
    for table, row, columns in (
        ("pharmacology/receptors", "mu", ("name", "iuphar_name", "gene", "family_note")),
        ("pharmacology/ligands", "morphine", ("name", "synonyms", "note")),
        ("pharmacology/peptides", "dynorphin_a", ("name", "note")),
        ("pharmacology/precursors", "pdyn", ("name", "gene")),
        ("pharmacology/groups", "opioid_drugs", ("name", "definition")),
        ("pharmacology/effects", "e1", ("finding", "population", "caveat")),
        ("pharmacology/interactions", "morphine_mu_2", ("assay", "caveat")),
        ("domains", "mood", ("name", "definition", "improves", "worsens")),
        ("article/subjects", "said_opioids", ("name", "note")),
        ("article/claims", "c1", ("statement",)),
        ("article/assessments", "a1", ("note",)),
        ("sources", "doe2001", ("title", "authors", "container")),
    ):
        copy.set(f"{table}.csv", row, **dict.fromkeys(columns, NAME))
    return ex.load(copy.path)


def test_all_that_the_browser_is_sent_is_apart(hostile: ex.System) -> None:
    built = payload.build(hostile)
    patterns = built.pop("isolates")
    assert len(patterns) == 2
    assert [text for text in texts(built) if loose(text)] == []
    assert [node[5] for node in built["nodes"] if node[0] == "mu"] == [f"{APART}, receptor"]


def test_every_sentence_card_and_description_is_apart(hostile: ex.System) -> None:
    built = payload.build(hostile)
    for node in hostile.graph:
        for panel in ("card", "trace", "compare"):
            assert not loose(sentence(built, State(focus=node, panel=panel)))
        assert not loose(str(cards.card(hostile, node)))
    words = sentence(built, State(focus="morphine", panel="trace"))
    assert words.startswith(f"Traced from {APART}: 2 receptors, ")
    for draw in (figures.network, figures.precursors, figures.evidence):
        drawn = draw(hostile)
        assert not loose(drawn.description), draw
        assert not any("\u2068" in text.get_text() for text in drawn.axes[0].texts), draw
