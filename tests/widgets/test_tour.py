"""The tour as the kernel has it: a real widget, no browser; and its decisions, tried with node."""

import json
import os
import re
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ipywidgets.embed import dependency_state

import explainer as ex
from explainer.learning import tour
from explainer.widgets import Explorer, Tour, bundle
from nodejs import node as find_node

ROOT = Path(__file__).parents[2]
OWN = tuple(f"tour/{path.name}" for path in sorted((bundle.STATIC / "tour").glob("*.js")))


@pytest.fixture
def guided(system: ex.System) -> Iterator[Tour]:
    made = Tour(system)
    yield made
    made.close()


def test_the_browser_gets_the_scenes_and_the_picture_of_all_other_widgets(
    system: ex.System, guided: Tour
) -> None:
    explorer = Explorer(system)
    assert json.loads(zlib.decompress(guided.words.content)) == tour.build(system, "tour_class")
    assert (guided.data, guided.rest) == (explorer.data, explorer.rest)
    assert "words" not in explorer.keys
    explorer.close()


def test_it_begins_with_the_first_scene_of_the_class_tour(system: ex.System, guided: Tour) -> None:
    assert (guided.tour, guided.scene, guided.code) == ("tour_class", 1, "")
    assert guided.current == tour.scenes(system, "tour_class")[0]


@pytest.mark.parametrize("name", ["tour_class", "tour_lecture", "tour_evidence"])
def test_every_scene_shows_its_view(system: ex.System, name: str) -> None:
    made = Tour(system, tour=name)
    for number, scene in enumerate(tour.scenes(system, name), start=1):
        made.scene = number
        assert made.current == scene
        assert made.code == scene.view
        assert made.messages == []
        assert made.sentence
    made.close()


def test_it_begins_where_it_is_told_to(system: ex.System) -> None:
    made = Tour(system, tour="tour_lecture", scene=9)
    assert (made.scene, made.code) == (9, "focus=kappa&also=mood&direction=worsens")
    made.close()


def test_a_step_in_the_browser_reaches_the_kernel(guided: Tour) -> None:
    guided.set_state({"scene": 3, "focus": "said_dymorphins"})
    assert (guided.scene, guided.current.id) == (3, "class_dymorphins")
    assert guided.selected == "said_dymorphins"


def test_exploring_leaves_the_scene_as_it_is(guided: Tour) -> None:
    guided.scene = 4
    guided.set_state({"focus": "delta", "also": [], "direction": ""})
    assert (guided.scene, guided.code) == (4, "focus=delta")


def test_the_number_of_the_scene_is_sent_and_not_echoed(guided: Tour) -> None:
    assert guided.trait_metadata("scene", "sync")
    assert guided.trait_metadata("scene", "echo_update") is False


@pytest.mark.parametrize("number", [0, 8, -1])
def test_a_scene_that_is_not_there_is_told(system: ex.System, guided: Tour, number: int) -> None:
    fault = f"scene={number}: tour_class has scenes 1 to 7"
    with pytest.raises(ValueError, match=fault):
        guided.scene = number
    with pytest.raises(ValueError, match=fault):
        Tour(system, scene=number)
    assert guided.scene == 1


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("tour_klass", " (did you mean 'tour_class'?)"),
        ("", "; use one of: tour_class, tour_lecture, tour_evidence"),
    ],
)
def test_an_unknown_tour_names_the_nearest(system: ex.System, name: str, near: str) -> None:
    with pytest.raises(ValueError, match="is not a tour") as error:
        Tour(system, tour=name)
    assert str(error.value) == f"tour={name!r} is not a tour of this system{near}"


def test_two_tours_do_not_move_each_other(system: ex.System, guided: Tour) -> None:
    other = Tour(system)
    guided.scene = 5
    assert (other.scene, other.code) == (1, "")
    other.close()


def test_everything_sent_grows_with_the_words_and_no_faster(
    system: ex.System, picture: dict[str, Any]
) -> None:
    made = Tour(system, tour="tour_lecture")
    built = picture
    words = json.dumps([built["lines"], built["sources"]], ensure_ascii=False).encode()
    saved = json.dumps(dependency_state(made, drop_defaults=False))
    assert len(saved) < 0.97 * len(words)
    made.close()


# What runs in the browser


def test_the_script_is_whole_and_asks_nobody() -> None:
    script = bundle.script("tour/index.js")
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|import)\s*\(", script)
    assert "innerHTML" not in script
    addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"')]*", script))
    assert addresses <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("file", OWN)
def test_the_script_knows_no_pharmacology_and_no_words(system: ex.System, file: str) -> None:
    script = (bundle.STATIC / file).read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z][a-z0-9_]+", script.lower()))
    tables = ("receptors", "peptides", "precursors", "ligands", "domains", "subjects", "scenes")
    assert {row for table in tables for row in system.tables[table] if row in words} == set()


def test_every_word_is_used() -> None:
    script = "".join((bundle.STATIC / file).read_text(encoding="utf-8") for file in OWN)
    used = set(re.findall(r"(?<!picture\.)\bwords\.(\w+)", script))  # not the Explorer's
    assert set(tour.WORDS) == used


def test_classes_of_the_tour_are_none_of_the_explorers() -> None:
    """Both stand in one page: a class of the one must not reach into the other."""
    script = "".join((bundle.STATIC / file).read_text(encoding="utf-8") for file in OWN)
    own = set(re.findall(r"\btour-[a-z]+", script))
    assert len(own) > 15
    others = [path for path in bundle.STATIC.rglob("*.*") if path.parent.name != "tour"]
    assert [path.name for path in others if "tour-" in path.read_text("utf-8")] == []
    # What the tour's styles touch of the Explorer, and the states that they name.
    parts = "explainer"
    signs = "article brief cited inline late ours sockets"
    states = "away dark explainer-tour large noticed now printed"
    styled = (bundle.STATIC / "tour/tour.css").read_text("utf-8")
    named = set(
        re.findall(
            r"\.([a-z][a-z-]*)", re.sub(r"/\*.*?\*/|\{[^{}]*\}", "{}", styled, flags=re.DOTALL)
        )
    )
    assert named <= own | set(f"{parts} {signs} {states}".split())


def test_styles_hide_nothing_of_the_explorer() -> None:
    """A sign is called bar, too: what the tour hides is its own."""
    styles = (bundle.STATIC / "tour/tour.css").read_text(encoding="utf-8")
    hidden = [line.split("{")[0] for line in styles.splitlines() if "display: none" in line]
    assert hidden
    assert [one for one in hidden if re.search(r"\.explainer\b(?!-)|\.body\b", one)] == []


def test_the_tours_decisions_are_as_they_should_be(
    system: ex.System, picture: dict[str, Any], tmp_path: Path
) -> None:
    node = find_node()
    data = tmp_path / "picture.json"
    built = picture | {"tour": tour.build(system, "tour_lecture")}
    data.write_text(json.dumps(built), encoding="utf-8")
    done = subprocess.run(
        [node, "--test", "--test-reporter=spec", str(ROOT / "tests" / "js" / "tour.test.js")],
        env={**os.environ, "PICTURE": str(data)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
