"""A wrong argument is told as such: what was given, cut short, and what would do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import explainer as ex
from explainer import figures, tables, widgets

Made = Callable[..., object]
WIDGETS: list[Made] = [
    widgets.Explorer,
    widgets.Tour,
    widgets.Quiz,
    widgets.Glossary,
    widgets.Reserve,
]
FIGURES: list[Made] = [getattr(part, name) for part in (figures, tables) for name in part.__all__]
NO_SYSTEM = [None, 5, "data", b"data", [], {}, ex, ex.System]
LONG = "k" * 10_000


@pytest.mark.parametrize("made", [*WIDGETS, *FIGURES], ids=lambda made: made.__name__)
@pytest.mark.parametrize("given", NO_SYSTEM, ids=repr)
def test_what_is_no_system_is_told_and_how_one_is_made(made: Made, given: object) -> None:
    with pytest.raises(TypeError, match=r"is no system; make one with explainer\.load\(\)"):
        made(given)


WRONG: list[tuple[str, Made, dict[str, Any], type[Exception], str]] = [
    ("focus 5", widgets.Explorer, {"focus": 5}, TypeError, "focus=5 is no word"),
    ("focus True", widgets.Explorer, {"focus": True}, TypeError, "focus=True is no word"),
    ("focus 0", widgets.Explorer, {"focus": 0}, TypeError, "focus=0 is no word"),
    ("focus a list", widgets.Explorer, {"focus": ["mu"]}, TypeError, "a value of type 'list'"),
    ("also 5", widgets.Explorer, {"focus": "mu", "also": 5}, TypeError, "also=5 is no word and"),
    ("also of 5", widgets.Explorer, {"focus": "mu", "also": [5]}, TypeError, "also=5 is no word;"),
    ("lens bytes", widgets.Explorer, {"lens": b"both"}, TypeError, "lens=b'both' is no word"),
    ("code None", widgets.Explorer, {"code": None}, TypeError, "code=None is no word"),
    ("code 5", widgets.Explorer, {"code": 5}, TypeError, "code=5 is no word"),
    ("long focus", widgets.Explorer, {"focus": LONG}, ValueError, "kkk…' is not something"),
    ("long name", widgets.Explorer, {LONG: "mu"}, ValueError, "kkk…' is not one of"),
    ("terms 5", widgets.Glossary, {"terms": 5}, TypeError, "terms=5 is no word and"),
    ("terms of None", widgets.Glossary, {"terms": [None]}, TypeError, "terms=None is no word;"),
    ("long term", widgets.Glossary, {"terms": LONG}, ValueError, "kkk…' is not in the glossary"),
    ("tour 5", widgets.Tour, {"tour": 5}, TypeError, "tour=5 is no word"),
    ("tour None", widgets.Tour, {"tour": None}, TypeError, "tour=None is no word"),
    ("long tour", widgets.Tour, {"tour": LONG}, ValueError, "kkk…' is not a tour"),
    ("scene True", widgets.Tour, {"scene": True}, TypeError, "scene=True is no whole number"),
    ("scene 1.0", widgets.Tour, {"scene": 1.0}, TypeError, "scene=1.0 is no whole number"),
    ("scene '1'", widgets.Tour, {"scene": "1"}, TypeError, "scene='1' is no whole number"),
    ("scene 99", widgets.Tour, {"scene": 99}, ValueError, "has scenes 1 to"),
    ("lesson 1", widgets.Quiz, {"lesson": 1}, TypeError, "lesson=1 is no word"),
    ("long lesson", widgets.Quiz, {"lesson": LONG}, ValueError, "kkk…' is not a lesson"),
    ("figure focus 5", figures.network, {"focus": 5}, TypeError, "focus=5 is no word"),
    (
        "figure focus list",
        figures.network,
        {"focus": []},
        TypeError,
        "a value of type 'list'",
    ),
    ("figure long focus", figures.network, {"focus": LONG}, ValueError, "kkk…' is not in the pic"),
    ("figure lens", figures.network, {"lens": None}, ValueError, "lens='None' is none of both"),
    ("figure page", figures.timeline, {"page": 5}, ValueError, "page='5' is none of print"),
    ("figure page list", figures.timeline, {"page": ["print"]}, ValueError, "is none of print"),
    ("domains 5", figures.evidence, {"domains": 5}, TypeError, "domain=5 is no word and no list"),
    ("domains of 5", figures.evidence, {"domains": [5]}, TypeError, "domain=5 is no word;"),
    ("long domain", figures.evidence, {"domains": LONG}, ValueError, "kkk…' is not the id of a"),
    (
        "receptors True",
        figures.profiles,
        {"receptors": True},
        TypeError,
        "receptor=True is no",
    ),
]


@pytest.mark.parametrize(
    ("made", "given", "kind", "words"),
    [case[1:] for case in WRONG],
    ids=[case[0] for case in WRONG],
)
def test_a_wrong_argument_is_told_in_short(
    system: ex.System, made: Made, given: dict[str, Any], kind: type[Exception], words: str
) -> None:
    asked = ("buprenorphine",) if made is figures.profiles else ()
    with pytest.raises(kind) as error:
        made(system, *asked, **given)
    assert words in str(error.value)
    assert len(str(error.value)) < 600


def test_a_molecule_that_is_no_word_is_told(system: ex.System) -> None:
    with pytest.raises(TypeError, match="molecule=5 is no word"):
        figures.profiles(system, 5)  # type: ignore[arg-type]


@pytest.mark.parametrize("terms", ["affinity", ["affinity"], ("affinity", "affinity")])
def test_a_lone_word_is_a_list_of_one(system: ex.System, terms: Any) -> None:  # noqa: ANN401
    assert [term["name"] for term in widgets.Glossary(system, terms).data["terms"]] == ["affinity"]


def test_a_scene_is_a_number_later_on_as_well(system: ex.System) -> None:
    tour = widgets.Tour(system)
    with pytest.raises(TypeError, match="scene=True is no whole number"):
        tour.scene = True


def test_none_is_as_good_as_nothing(system: ex.System) -> None:
    assert widgets.Explorer(system, focus=None, also=None).code == widgets.Explorer(system).code
