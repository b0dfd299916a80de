"""The Explorer as the kernel has it: a real widget, no browser."""

import json
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
import traitlets
from ipywidgets.embed import dependency_state

import explainer as ex
from copies import Copy
from explainer.model.bidi import isolated
from explainer.view import payload, state
from explainer.view.headline import sentence
from explainer.view.selection import show
from explainer.view.state import State
from explainer.widgets import Explorer, bundle
from explainer.widgets.parcel import Parcel

NOTHING = {
    "lens": "both", "focus": "", "also": (), "receptor": "", "action": "", "domain": "",
    "direction": "", "evidence": "", "verdict": "", "origin": "", "people": "", "panel": "card",
    "row": "", "view": "",
}  # fmt: skip


@pytest.fixture
def explorer(small: ex.System) -> Iterator[Explorer]:
    made = Explorer(small)
    yield made
    made.close()


def unpack(parcel: Parcel) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(zlib.decompress(parcel.content))
    return read


def put_together(explorer: Explorer) -> dict[str, Any]:
    """Give the picture as the browser has it at last: the rest in the place of its like."""
    first, rest = unpack(explorer.data), unpack(explorer.rest)
    for key, frames in rest.pop("frames").items():
        first["sockets"]["frames"][key] = [whole_frame(frame) for frame in frames]
    return first | rest


def whole_frame(packed: dict[str, Any]) -> dict[str, Any]:
    """Give a frame by its rows, which travel as columns."""
    return {
        name: part if isinstance(part, int | float) else [
            {key: cell for key, cell in zip(part, row, strict=True) if cell is not None}
            for row in zip(*part.values(), strict=True)
        ]
        for name, part in packed.items()
    }  # fmt: skip


def sent_by(explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Give the list to which each message of the widget to the browser is added."""
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr(
        explorer.comm, "send", lambda data, **_: messages.append(data), raising=True
    )  # fmt: skip
    return messages


# What is sent


def test_the_browser_gets_what_python_decided(small: ex.System, explorer: Explorer) -> None:
    whole = put_together(explorer)
    assert whole == json.loads(json.dumps(payload.build(small)))
    assert list(whole["sockets"]["frames"]) == list(payload.build(small)["sockets"]["frames"])


def test_everything_sent_grows_with_the_words_and_no_faster(
    system: ex.System, picture: dict[str, Any]
) -> None:
    """The widget with all its state, as a saved page has it: data in letters, script, styles."""
    made = Explorer(system)
    built = picture
    words = json.dumps([built["lines"], built["sources"]], ensure_ascii=False).encode()
    saved = json.dumps(dependency_state(made, drop_defaults=False))
    assert len(saved) < 0.85 * len(words)
    made.close()


def test_words_of_the_state_are_sent_and_not_echoed(explorer: Explorer) -> None:
    for name in state.FIELDS:
        assert explorer.trait_metadata(name, "sync"), name
        assert explorer.trait_metadata(name, "echo_update") is False, name


def test_a_click_sends_less_than_300_bytes(explorer: Explorer) -> None:
    assert len(json.dumps(explorer.get_state(state.FIELDS))) < 300


def test_a_state_is_sent_in_one_message(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = sent_by(explorer, monkeypatch)
    explorer.state = {"focus": "mu", "also": ("mood",), "lens": "pharmacology", "panel": "trace"}
    (message,) = messages
    assert message["method"] == "update"
    assert message["state"] == {
        "focus": "mu", "also": ["mood"], "lens": "pharmacology", "panel": "trace"
    }  # fmt: skip


def test_a_code_is_sent_in_one_message(explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = sent_by(explorer, monkeypatch)
    explorer.code = "focus=kappa&domain=mood"
    (message,) = messages
    assert message["state"] == {"focus": "kappa", "domain": "mood"}


def test_what_stays_as_it_is_is_not_sent(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = sent_by(explorer, monkeypatch)
    explorer.state = {"focus": "", "panel": "card"}
    assert messages == []


def test_what_comes_from_the_browser_is_not_sent_back(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = sent_by(explorer, monkeypatch)
    explorer.set_state({"focus": "kappa", "also": ["mood"], "domain": "mood"})
    assert explorer.code == "focus=kappa&also=mood&domain=mood"
    assert [message for message in messages if message["method"] != "echo_update"] == []
    assert messages == []


# State


def test_without_words_it_begins_with_the_overview(explorer: Explorer) -> None:
    assert explorer.state == NOTHING
    assert explorer.selected is None
    assert explorer.code == ""
    assert explorer.messages == []


def test_it_begins_where_it_is_told_to(small: ex.System) -> None:
    words = {
        "lens": "pharmacology", "focus": "morphine", "also": ("naloxone",), "receptor": "mu",
        "action": "blocks", "domain": "mood", "direction": "improves", "evidence": "animal",
        "verdict": "contested", "origin": "opium alkaloid",
        "people": "people", "panel": "compare", "row": "e1", "view": "map",
    }  # fmt: skip
    made = Explorer(small, **words)
    assert made.state == words
    assert made.selected == "morphine"
    assert made.panel == "compare"
    made.close()


def test_it_begins_with_a_code(small: ex.System) -> None:
    made = Explorer(small, code="focus=kappa&panel=table")
    assert made.state == NOTHING | {"focus": "kappa", "panel": "table"}
    made.close()


def test_words_go_before_the_code(small: ex.System) -> None:
    made = Explorer(small, code="focus=kappa&panel=table", focus="mu")
    assert made.code == "focus=mu&panel=table"
    made.close()


def test_a_bad_code_shows_the_nearest_view_and_says_so(small: ex.System) -> None:
    made = Explorer(small, code="focus=kapa;zoom=2")
    assert made.code == "focus=kappa"
    assert made.messages == [
        "There is no focus “kapa”; the nearest, “kappa”, is shown.",
        "“zoom” is not a part of a view; it is left out.",
    ]
    made.code = "focus=mu"
    assert made.messages == []
    made.close()


@pytest.mark.parametrize("node", ["pdyn", "kappa", "said_dymorphins", "gap_c2", ""])
def test_a_focus_that_is_set_is_the_state(explorer: Explorer, node: str) -> None:
    explorer.focus = node
    assert explorer.state == NOTHING | {"focus": node}
    assert explorer.selected == (node or None)


def test_a_state_that_is_set_in_part_keeps_the_rest(explorer: Explorer) -> None:
    explorer.state = {"lens": "article", "domain": "mood"}
    explorer.state = {"focus": "mu"}
    assert explorer.state == NOTHING | {"lens": "article", "domain": "mood", "focus": "mu"}


def test_a_state_and_a_code_can_be_put_back(explorer: Explorer) -> None:
    explorer.state = {"lens": "pharmacology", "focus": "kappa", "also": ("mood",)}
    kept, code = explorer.state, explorer.code
    explorer.state = NOTHING
    assert explorer.code == ""
    explorer.state = kept
    assert (explorer.state, explorer.code) == (kept, code)
    explorer.code = ""
    explorer.code = code
    assert explorer.state == kept


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_the_overview_as_in_the_figures(small: ex.System, nothing: str | None) -> None:
    made = Explorer(small, lens=nothing, focus=nothing, also=nothing, panel=nothing)
    assert made.state == NOTHING
    made.close()


@pytest.mark.parametrize("beside", ["mood", ("mood",), ["mood"]])
def test_one_node_beside_the_focus_may_be_a_plain_word(small: ex.System, beside: Any) -> None:  # noqa: ANN401
    made = Explorer(small, focus="mu", also=beside)
    assert made.state["also"] == ("mood",)
    made.close()


def test_what_lost_its_focus_is_passed_over(explorer: Explorer) -> None:
    explorer.state = {"focus": "mu", "also": ("mood",)}
    explorer.focus = ""
    assert explorer.state == NOTHING
    assert explorer.sentence.startswith("Pharmacology: ")
    explorer.state = {"focus": "mu"}
    explorer.also = ["mu", "mood"]
    assert explorer.state["also"] == ("mood",)


def test_the_kernel_can_listen(explorer: Explorer) -> None:
    heard = []
    explorer.observe(lambda change: heard.append((change["name"], change["new"])), ["focus"])
    explorer.set_state({"focus": "mu"})
    explorer.state = {"focus": "kappa", "lens": "article"}
    assert heard == [("focus", "mu"), ("focus", "kappa")]


def test_two_explorers_can_be_linked(small: ex.System, explorer: Explorer) -> None:
    other = Explorer(small, focus="mu")
    explorer.state = {"focus": "kappa"}
    assert other.selected == "mu"
    link = traitlets.link((explorer, "focus"), (other, "focus"))
    other.focus = "morphine"
    assert explorer.selected == other.selected == "morphine"
    link.unlink()
    other.close()


# What it says


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ({"focus": "heroin"}, ["heroin>morphine", "heroin"]),
        ({"focus": "naloxone"}, ["naloxone_mu_1", "naloxone"]),
        ({"verdict": "not assessed"}, ["c3"]),
        ({"focus": "kappa", "domain": "mood"}, ["dynorphin_a_kappa_1", "e4", "morphine_kappa_1"]),
        ({"focus": "morphine", "also": ("mu",)}, ["morphine_mu_1", "morphine_mu_2"]),
        ({"lens": "article", "domain": "pain"}, ["c1"]),
        ({"lens": "article", "domain": "mood"}, ["c1", "c4"]),
        ({"domain": "pain", "evidence": "news"}, ["c1"]),
        ({"focus": "kappa", "panel": "predict"}, []),
    ],
    ids=str,
)
def test_rows_are_those_that_stand_out_each_once(
    explorer: Explorer, words: dict[str, Any], rows: list[str]
) -> None:
    explorer.state = words
    assert explorer.rows == rows


def test_the_overview_holds_every_row_with_a_line_or_without(explorer: Explorer) -> None:
    assert len(explorer.rows) == len(set(explorer.rows)) == 23


def test_the_sentence_is_that_of_the_state(small: ex.System, explorer: Explorer) -> None:
    explorer.state = {"focus": "morphine", "also": ("mu",)}
    assert explorer.sentence == "Between morphine and mu receptor: 2 rows."
    built = payload.build(small)
    explorer.state = {"focus": "kappa", "also": (), "lens": "article"}
    assert explorer.sentence == sentence(built, State(lens="article", focus="kappa"))
    assert len(explorer.rows) == len(show(built, State(lens="article", focus="kappa")).rows)


# A reader's mistakes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            {"focus": "kapa"},
            "focus='kapa' is not something this system shows (did you mean 'kappa'?)",
        ),
        (
            {"focus": "Kappa"},
            "focus='Kappa' is not something this system shows (did you mean 'kappa'?)",
        ),
        (
            {"focus": "mu", "also": "moood"},
            "also='moood' is not something this system shows (did you mean 'mood'?)",
        ),
        (
            {"domain": "moood"},
            "domain='moood' is not something this system shows (did you mean 'mood'?)",
        ),
        (
            {"lens": "artikle"},
            "lens='artikle' is not something this system shows (did you mean 'article'?)",
        ),
        (
            {"lens": "xyzzy"},
            ("lens='xyzzy' is not something this system shows;"
            " use one of: both, article, pharmacology"),
        ),
        (
            {"panel": "xyzzy"},
            ("panel='xyzzy' is not something this system shows;"
            f" use one of: {', '.join(state.PANELS)}"),
        ),
        (
            {"origin": "opium"},
            ("origin='opium' is not something this system shows;"
            " use one of: made by the body, opium alkaloid, semisynthetic,"
            " origin not in an opened source"),
        ),
        (
            {"also": "mood"},
            "also=('mood',): one or two nodes beside a focus, no more",
        ),
        (
            {"focus": "mu", "also": ("mood", "pain", "kappa")},
            "also=('mood', 'pain', 'kappa'): one or two nodes beside a focus, no more",
        ),
        (
            {"zoom": "2"},
            ("'zoom' is not one of lens, focus, also, receptor, action, domain, direction,"
            " evidence, verdict, origin, people, panel, row, view"),
        ),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_a_word_that_is_not_there_names_the_nearest(
    small: ex.System, explorer: Explorer, words: dict[str, str], told: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(told)) as error:
        Explorer(small, **words)
    assert str(error.value) == told
    with pytest.raises(ValueError, match=re.escape(told)):
        explorer.state = words
    assert explorer.state == NOTHING


@pytest.mark.parametrize("name", [name for name in state.FIELDS if name != "also"])
def test_a_word_set_later_is_checked_too(explorer: Explorer, name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}='xyzzy' is not something this system shows"):
        setattr(explorer, name, "xyzzy")
    assert explorer.state == NOTHING


def test_what_stands_beside_is_checked_too(explorer: Explorer) -> None:
    explorer.focus = "mu"
    with pytest.raises(ValueError, match="also='xyzzy' is not something this system shows"):
        explorer.also = ["xyzzy"]
    with pytest.raises(ValueError, match="one or two nodes beside a focus, no more"):
        explorer.also = ["mood", "pain", "kappa"]
    assert explorer.state == NOTHING | {"focus": "mu"}


def test_nonsense_is_answered_with_ids_that_are_there(system: ex.System) -> None:
    with pytest.raises(ValueError, match="focus='nonsense'") as error:
        Explorer(system, focus="nonsense")
    named = set(re.findall(r"[a-z][a-z0-9_]+", str(error.value))) & set(system.graph)
    assert len(named) >= 3


def test_a_word_is_a_word(explorer: Explorer) -> None:
    with pytest.raises(traitlets.TraitError):
        explorer.focus = 3


# Tables of any kind

HOSTILE = {
    "long": "receptor " * 33 + "end",
    "right to left": "مستقبل أفيوني \u202e \u200f",
    "emoji": "🧠💊👩‍🔬",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{n|row|rows} {name} {missing} %s ${x}",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(copy: Copy, words: str) -> None:
    for table, row in {
        "pharmacology/receptors": "mu", "pharmacology/ligands": "morphine", "domains": "mood",
        "pharmacology/peptides": "dynorphin_a", "article/subjects": "said_opioids",
        "pharmacology/precursors": "pdyn", "pharmacology/groups": "opioid_drugs",
    }.items():  # fmt: skip
        copy.set(f"{table}.csv", row, name=words)
    for table, row, column in (
        ("domains", "mood", "definition"),
        ("pharmacology/ligands", "morphine", "note"),
        ("pharmacology/ligands", "morphine", "synonyms"),
        ("pharmacology/effects", "e1", "finding"),
        ("pharmacology/effects", "e1", "population"),
        ("pharmacology/effects", "e2", "caveat"),
        ("pharmacology/interactions", "morphine_mu_2", "assay"),
        ("article/claims", "c1", "statement"),
        ("article/assessments", "a1", "note"),
        ("sources", "doe2001", "title"),
    ):
        copy.set(f"{table}.csv", row, **{column: words})
    made = Explorer(ex.load(copy.path))
    built = put_together(made)
    kept = isolated(words.strip())
    assert [node[5] for node in built["nodes"] if node[0] == "mu"] == [f"{kept}, receptor"]
    assert any(kept in line[0] for line in built["lines"])
    for focus in ["", *(node[0] for node in built["nodes"])]:
        made.state = {"focus": focus, "also": ()}
        assert made.sentence.endswith(".")
    made.state = {"focus": "morphine", "also": ("mu",)}
    assert made.sentence == f"Between {kept} and {kept}: 2 rows."
    assert made.code == "focus=morphine&also=mu"
    made.close()


def emptied(copy: Copy, *tables: str) -> Explorer:
    for table in tables:
        path = copy.path / f"{table}.csv"
        path.write_text(path.read_text().splitlines()[0] + "\n")
    return Explorer(ex.load(copy.path))


def test_an_empty_system_says_that_nothing_is_there(copy: Copy) -> None:
    tables = {p.relative_to(copy.path).with_suffix("").as_posix() for p in copy.path.rglob("*.csv")}
    made = emptied(copy, *(tables - {"sources", "curators"}))
    assert made.rows == []
    assert made.sentence == (
        "Pharmacology: no receptors, no peptides made by the body and no molecules from outside;"
        " no findings, of which 0 are at odds with another. There is no article in these tables."
    )
    with pytest.raises(ValueError, match="focus='mu' is not something this system shows"):
        made.focus = "mu"
    made.close()


def test_a_system_without_an_article_has_pharmacology_alone(copy: Copy) -> None:
    made = emptied(copy, "article/subjects", "article/claims", "article/assessments")
    made.lens = "article"
    assert made.sentence == "There is no article in these tables."
    for focus in [node[0] for node in unpack(made.data)["nodes"]]:
        made.state = {"lens": "article", "focus": focus}
        assert made.rows == []
        assert re.fullmatch("The article: nothing on .+ in these tables[.]", made.sentence), focus
        made.lens = "both"
        assert "article" not in made.sentence.lower(), focus
    made.close()


def test_a_system_of_one_receptor_is_a_system(copy: Copy) -> None:
    tables = {p.relative_to(copy.path).with_suffix("").as_posix() for p in copy.path.rglob("*.csv")}
    keep = {"sources", "curators", "pharmacology/receptors"}
    path = copy.path / "pharmacology/receptors.csv"
    path.write_text("\n".join(path.read_text().splitlines()[:2]) + "\n")
    made = emptied(copy, *(tables - keep))
    made.focus = "mu"
    assert made.rows == []
    assert made.sentence == (
        "Mu receptor. No peptides of the body and no molecules from outside are listed at it."
        " These tables hold no finding on its effects."
    )
    made.close()


# What runs in the browser


def test_the_script_knows_no_pharmacology(system: ex.System) -> None:
    script = bundle.script("explorer/index.js")
    words = set(re.findall(r"[a-z][a-z0-9_]+", script.lower()))
    assert "receptor" in words
    tables = ("receptors", "peptides", "precursors", "ligands", "groups", "domains", "subjects")
    assert {row for name in tables for row in system.tables[name] if row in words} == set()


@pytest.mark.parametrize(
    "text",
    [bundle.script("explorer/index.js"), bundle.styles("explorer/explorer.css", "explainer")],
    ids=["script", "styles"],
)
def test_nothing_is_fetched_from_elsewhere(text: str) -> None:
    addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", text))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert "@import" not in text
    assert "innerHTML" not in text
    code = re.sub(r"import\(\"\./\w+\.js\"\)", "", text)  # types in comments
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|import)\s*\(", code)


def test_every_trait_that_the_script_reads_is_sent(explorer: Explorer) -> None:
    script = bundle.script("explorer/index.js")
    read = set(re.findall(r"model\.[gs]et\(\"(\w+)\"|contentOf\(model, \"(\w+)\"", script))
    read = {name for names in read for name in names if name}
    # The words of the state are read by the names in explorer/state.js.
    assert read == {"data", "rest"}
    fields = re.search(
        r"export const FIELDS = \[(.*)\];", (bundle.STATIC / "explorer/state.js").read_text()
    )
    assert fields
    assert read <= set(explorer.keys)
    assert set(state.FIELDS) <= set(explorer.keys)


def test_colours_come_from_the_one_table(explorer: Explorer) -> None:
    script = zlib.decompress(explorer.trait_values()["_script"].content).decode()
    styles = script.rpartition("export const styles = ")[2]
    assert "--kind-receptor:" in styles
    assert ".explainer" in styles
