"""The Explorer as the kernel has it: real widgets, no browser."""

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
import traitlets
from ipywidgets.embed import dependency_state

import explainer as ex
from explainer import picture, widgets
from explainer.widgets import Explorer

NAMES = ("lens", "focus", "domain", "origin")
NOTHING = {"lens": "both", "focus": "", "domain": "", "origin": ""}
STATIC = Path(widgets.__file__).parent / "static"


@pytest.fixture
def explorer(small: ex.System) -> Iterator[Explorer]:
    made = Explorer(small)
    yield made
    made.close_all()


def unpack(explorer: Explorer) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(zlib.decompress(explorer.picture.data))
    return read


def spoken(control: ipywidgets.Dropdown) -> list[str]:
    return [name for name, _ in control.options]


# What is sent


def test_the_browser_gets_what_python_decided(small: ex.System, explorer: Explorer) -> None:
    assert unpack(explorer) == picture.build(small)


def test_everything_sent_for_the_real_picture_stays_under_200_kb(system: ex.System) -> None:
    """All widgets with all their state: data, script, styles, controls and links."""
    explorer = Explorer(system)
    sent = len(json.dumps(dependency_state(explorer)))
    assert sent < 200_000


def test_a_click_sends_less_than_300_bytes(explorer: Explorer) -> None:
    sent = {**explorer.picture.get_state("focus"), **explorer.focus.get_state("index")}
    assert len(json.dumps(sent)) < 300


# Controls


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lens", ["Both voices", "The article", "Pharmacology sources"]),
        ("domain", ["All domains", "Mood", "Pain", "Addiction"]),
        (
            "origin",
            [
                "All origins",
                "Made by the body",
                "Opium alkaloid",
                "Semisynthetic",
                "Origin not in an opened source",
            ],
        ),
    ],
)
def test_a_control_offers_what_is_there(explorer: Explorer, name: str, words: list[str]) -> None:
    assert spoken(getattr(explorer, name)) == words


def test_focus_offers_every_node_with_its_kind(small: ex.System, explorer: Explorer) -> None:
    words = spoken(explorer.focus)
    assert len(words) == len(small.graph) + 1
    assert words[:3] == [
        "Overview",
        "prodynorphin (precursor)",
        "dynorphin A (peptide of the body)",
    ]
    assert words[-1] == "A sentence without an end (where the article's sentence stops)"


def test_no_two_things_to_focus_on_sound_the_same(system: ex.System) -> None:
    words = spoken(Explorer(system).focus)
    assert len(set(words)) == len(words)


def test_every_control_announces_itself(explorer: Explorer) -> None:
    """A Dropdown's label reaches a screen reader; that of ToggleButtons does not."""
    for name in NAMES:
        control = getattr(explorer, name)
        assert type(control) is ipywidgets.Dropdown
        assert control.description == name.capitalize()


def test_every_control_is_linked_in_the_browser(explorer: Explorer) -> None:
    links = {
        (link.source[0], link.source[1]): (link.target[0], link.target[1])
        for link in explorer.links
        if isinstance(link, ipywidgets.widgets.widget_link.Link)
    }
    assert links == {(getattr(explorer, name), "index"): (explorer.picture, name) for name in NAMES}


def test_controls_stand_above_the_picture(explorer: Explorer) -> None:
    controls, below = explorer.children
    assert controls.children == tuple(getattr(explorer, name) for name in NAMES)
    assert below is explorer.picture


# State


def test_without_words_it_begins_with_the_overview(explorer: Explorer) -> None:
    assert explorer.state == NOTHING
    assert explorer.selected is None


def test_it_begins_where_it_is_told_to(small: ex.System) -> None:
    explorer = Explorer(small, lens="article", focus="mood", domain="pain", origin="opium alkaloid")
    assert explorer.state == {
        "lens": "article",
        "focus": "mood",
        "domain": "pain",
        "origin": "opium alkaloid",
    }
    assert explorer.selected == "mood"
    assert explorer.focus.label == "Mood (side of life or health)"


@pytest.mark.parametrize("node", ["pdyn", "kappa", "said_dymorphins", "gap_c2", ""])
def test_setting_a_state_moves_control_and_picture_together(explorer: Explorer, node: str) -> None:
    explorer.state = {"focus": node}
    assert explorer.focus.index == explorer.picture.focus
    assert explorer.state == NOTHING | {"focus": node}


def test_a_state_that_is_set_in_part_keeps_the_rest(explorer: Explorer) -> None:
    explorer.state = {"lens": "article", "domain": "mood"}
    explorer.state = {"focus": "mu"}
    assert explorer.state == NOTHING | {"lens": "article", "domain": "mood", "focus": "mu"}


def test_a_state_can_be_put_back(explorer: Explorer) -> None:
    explorer.state = {"lens": "pharmacology", "focus": "kappa"}
    kept = explorer.state
    explorer.state = NOTHING
    explorer.state = kept
    assert explorer.state == kept


def test_a_click_in_the_browser_reaches_the_kernel(small: ex.System, explorer: Explorer) -> None:
    place = list(small.graph).index("kappa") + 1
    explorer.picture.set_state({"focus": place})
    assert explorer.selected == "kappa"


def test_the_kernel_can_listen_to_the_picture(explorer: Explorer) -> None:
    heard = []
    explorer.picture.observe(lambda change: heard.append(change["new"]), "focus")
    explorer.picture.set_state({"focus": 2})
    assert heard == [2]


def test_two_explorers_do_not_move_each_other(small: ex.System, explorer: Explorer) -> None:
    other = Explorer(small, focus="mu")
    explorer.state = {"focus": "kappa"}
    assert other.selected == "mu"


def test_an_explorer_on_one_system_shows_that_system(small: ex.System, system: ex.System) -> None:
    assert len(spoken(Explorer(small).focus)) < len(spoken(Explorer(system).focus))


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
            {"origin": "opium"},
            ("origin='opium' is not something this system shows;"
            " use one of: made by the body, opium alkaloid, semisynthetic,"
            " origin not in an opened source"),
        ),
        ({"lens": ""}, ("lens='' is not something this system shows;"
         " use one of: both, article, pharmacology")),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_a_word_that_is_not_there_names_the_nearest(
    small: ex.System, words: dict[str, str], told: str
) -> None:
    with pytest.raises(ValueError, match="is not something this system shows") as error:
        Explorer(small, **words)
    assert str(error.value) == told


def test_nonsense_is_answered_with_ids_that_are_there(system: ex.System) -> None:
    with pytest.raises(ValueError, match="focus='nonsense'") as error:
        Explorer(system, focus="nonsense")
    named = set(re.findall(r"[a-z][a-z0-9_]+", str(error.value))) & set(system.graph)
    assert len(named) >= 3


def test_a_focus_of_none_is_the_overview_as_in_the_figures(small: ex.System) -> None:
    assert Explorer(small, focus=None).state == NOTHING  # type: ignore[arg-type]


def test_an_unknown_part_of_a_state_is_told(explorer: Explorer) -> None:
    with pytest.raises(ValueError, match="is not one of") as error:
        explorer.state = {"zoom": "2"}
    assert str(error.value) == "'zoom' is not one of lens, focus, domain, origin"


def test_a_state_with_one_mistake_changes_nothing(explorer: Explorer) -> None:
    explorer.state = {"focus": "mu"}
    with pytest.raises(ValueError, match="moood"):
        explorer.state = {"focus": "kappa", "domain": "moood"}
    assert explorer.state == NOTHING | {"focus": "mu"}


def test_a_place_is_a_whole_number(explorer: Explorer) -> None:
    with pytest.raises(traitlets.TraitError):
        explorer.picture.focus = "kappa"


# What runs in the browser


def test_the_script_knows_no_pharmacology(system: ex.System) -> None:
    script = (STATIC / "explorer.js").read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z][a-z0-9_]+", script.lower()))
    assert "receptor" in words
    tables = ("receptors", "peptides", "precursors", "ligands", "groups", "domains", "subjects")
    assert {row for name in tables for row in system.tables[name] if row in words} == set()


@pytest.mark.parametrize("file", ["explorer.js", "explorer.css"])
def test_nothing_is_fetched_from_elsewhere(file: str) -> None:
    text = (STATIC / file).read_text(encoding="utf-8")
    addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", text))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert "@import" not in text
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|import)\s*\(", text)


def test_every_trait_that_the_script_reads_is_sent(explorer: Explorer) -> None:
    script = (STATIC / "explorer.js").read_text(encoding="utf-8")
    read = set(re.findall(r"model\.[gs]et\(\"(\w+)\"", script))
    assert read
    assert read <= set(explorer.picture.keys)


def test_colours_come_from_the_one_table(explorer: Explorer) -> None:
    styles = str(explorer.picture.get_state("_css")["_css"])
    assert "--kind-receptor:" in styles
    assert ".explainer" in styles
