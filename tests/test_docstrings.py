"""What a notebook calls tells its parameters, what it gives and what it refuses; examples run."""

import ast
import doctest
import functools
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest

import explainer as ex
from explainer import figures, lessons, tables, widgets
from explainer.curation import bibliography
from explainer.model.loading import load
from explainer.model.system import System
from explainer.model.table import Table
from explainer.view import state

ROOMS: tuple[ModuleType, ...] = (figures, tables, widgets, lessons)
READERS = {"DataError", "FileNotFoundError", "KeyError", "TypeError", "ValueError"}
MODULES = (ex, *(inspect.getmodule(each) for each in (load, System, Table, lessons.told)))


def _own(each: type) -> dict[str, Any]:
    """Give what a class of ours offers by name, its rows' tables apart."""
    return {
        name: value
        for base in reversed(each.__mro__)
        if base.__module__.startswith("explainer")
        for name, value in vars(base).items()
        if not name.startswith("_")
    }


def _named() -> Iterator[tuple[str, Any]]:
    """All that is asked to tell itself, by name."""
    yield "load", load
    yield from (
        (f"System.{name}", value)
        for name, value in _own(System).items()
        if isinstance(value, FunctionType | property | functools.cached_property)
    )
    yield from ((f"Table.{name}", getattr(Table, name)) for name in ("where", "get"))
    for room in ROOMS:
        exported = ((name, getattr(room, name)) for name in room.__all__)
        # Classes in lessons are what its functions give; a notebook makes none.
        yield from (
            (f"{room.__name__.rpartition('.')[2]}.{name}", value)
            for name, value in exported
            if room is not lessons or not isinstance(value, type)
        )
    yield from (
        (f"bibliography.{name}", value)
        for name, value in vars(bibliography).items()
        if getattr(value, "__module__", "") == bibliography.__name__ and not name.startswith("_")
    )


PUBLIC = dict(_named())


def _function(value: object) -> FunctionType:
    """Give what runs when it is called or read."""
    if isinstance(value, property):
        value = value.fget
    if isinstance(value, functools.cached_property):
        value = value.func
    if isinstance(value, type):
        value = value.__init__
    found: FunctionType = inspect.unwrap(value)
    return found


def _sections(value: object) -> dict[str, str]:
    """Part a docstring by its headings, which are underlined."""
    parts = re.split(r"^(\w+)\n-+\n", inspect.getdoc(value) or "", flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _told(section: str) -> set[str]:
    """Names at the margin of a section, each with indented words below it."""
    heads = re.findall(r"^(\S.*(?:\n\S.*)*)\n    \S", section, re.MULTILINE)
    return {name for head in heads for name in re.split(r"[,\s]+", head) if name}


def _raised(function: FunctionType, *, and_below: bool = True) -> Iterator[str]:
    """Errors that a function of ours raises in its body, or in what its body calls by name."""
    if function.__code__.co_filename.startswith("<"):  # a dataclass's own
        return
    world = function.__globals__
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            yield ast.unparse(node.exc.func)
        if isinstance(node, ast.Call) and and_below:
            called = _called(node.func, world)
            if inspect.isfunction(called) and called.__module__.startswith("explainer"):
                yield from _raised(inspect.unwrap(called), and_below=False)


def _called(node: ast.expr, world: dict[str, Any]) -> object:
    if isinstance(node, ast.Name):
        found = world.get(node.id)
        return found.__init__ if isinstance(found, type) else found
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        home = world.get(node.value.id)
        return getattr(home, node.attr, None) if isinstance(home, ModuleType) else None
    return None


@pytest.mark.parametrize("name", PUBLIC)
def test_each_parameter_is_told(name: str) -> None:
    value = PUBLIC[name]
    parameters = inspect.signature(_function(value)).parameters.values()
    wanted = {p.name for p in parameters if p.name != "self"}
    if name == "widgets.Explorer":  # its parts of a view are told by their own names
        wanted = wanted - {"view"} | set(state.FIELDS)
    assert _told(_sections(value).get("Parameters", "")) == wanted


@pytest.mark.parametrize(
    "name", [name for name, value in PUBLIC.items() if not isinstance(value, type)]
)
def test_what_it_gives_is_told(name: str) -> None:
    assert _told(_sections(PUBLIC[name]).get("Returns", ""))


@pytest.mark.parametrize("name", PUBLIC)
def test_each_error_that_its_body_raises_is_told(name: str) -> None:
    value = PUBLIC[name]
    found = set(_raised(_function(value))) & READERS
    if getattr(value, "__wrapped__", None):  # the system is asked for before the body runs
        found.add("TypeError")
    assert found <= _told(_sections(value).get("Raises", ""))


@pytest.mark.parametrize("name", widgets.__all__)
def test_a_widget_tells_each_attribute(name: str) -> None:
    widget = getattr(widgets, name)
    told = {n for base in widget.__mro__ for s in _sections_of(base) for n in _told(s)}
    own = {
        name
        for name, value in _own(widget).items()
        if isinstance(value, property) or name in widget.class_traits(sync=True)
    }
    assert own <= told


def _sections_of(base: type) -> list[str]:
    if not base.__module__.startswith("explainer.widgets"):
        return []
    sections = _sections(base)
    return [sections.get("Parameters", ""), sections.get("Attributes", "")]


BAD: dict[str, Callable[[System], object]] = {
    "load": lambda _: load("nowhere"),
    "load of a number": lambda _: load(5),
    "System.find": lambda s: s.find("morfine"),
    "System.acting_at": lambda s: s.acting_at("kapa"),
    "System.interactions_of": lambda s: s.interactions_of("morfine"),
    "System.products_of": lambda s: s.products_of("pomk"),
    "System.effects_of": lambda s: s.effects_of("morfine"),
    "System.effects_on": lambda s: s.effects_on("mod"),
    "System.results_of": lambda s: s.results_of("e"),
    "System.claims_about": lambda s: s.claims_about("mod"),
    "System.assessment_of": lambda s: s.assessment_of("c"),
    "Table.where": lambda s: s.effects.where(agnt="mu"),
    "figures.network": lambda s: figures.network(s, "kapa"),
    "figures.network of a number": lambda s: figures.network(s, 5),
    "figures.network for a wall": lambda s: figures.network(s, page="wall"),
    "figures.profiles": lambda s: figures.profiles(s, "morfine"),
    "figures.profiles of none": figures.profiles,
    "figures.evidence": lambda s: figures.evidence(s, ["mod"]),
    "figures.timeline": lambda s: figures.timeline(s, page="wall"),
    "figures.precursors": lambda s: figures.precursors(s, page="wall"),
    "tables.actions": lambda s: tables.actions(s, ["morfine"]),
    "tables.verdicts": lambda _: tables.verdicts(None),
    "tables.silences": lambda _: tables.silences(None),
    "tables.efficacy": lambda _: tables.efficacy(None),
    "widgets.Reserve": lambda _: widgets.Reserve(None),
    "widgets.Explorer": lambda s: widgets.Explorer(s, focus="kapa"),
    "widgets.Explorer of none": lambda _: widgets.Explorer(None),
    "widgets.BuildMap": lambda _: widgets.BuildMap(None),
    "widgets.CaseBook": lambda s: widgets.CaseBook(s, "07"),
    "widgets.CaseBook of a number": lambda s: widgets.CaseBook(s, 7),
    "widgets.Quiz": lambda s: widgets.Quiz(s, "07"),
    "widgets.Quiz of a number": lambda s: widgets.Quiz(s, 7),
    "widgets.Tour": lambda s: widgets.Tour(s, "tour_clas"),
    "widgets.Tour at a word": lambda s: widgets.Tour(s, scene="1"),
    "widgets.Glossary": lambda s: widgets.Glossary(s, ["agnist"]),
    "widgets.Glossary of numbers": lambda s: widgets.Glossary(s, [5]),
    "lessons.told": lambda s: lessons.told(s, []),
    "lessons.told of a row": lambda s: lessons.told(s, ["morfine"]),
    "lessons.sources": lambda s: lessons.sources(s, "99"),
    "lessons.read": lambda _: lessons.read(Path("99.ipynb")),
}


@pytest.mark.parametrize("name", BAD)
def test_an_error_that_a_reader_meets_is_one_that_was_told(name: str, system: System) -> None:
    told = _told(_sections(PUBLIC[name.split(" ", maxsplit=1)[0]]).get("Raises", ""))
    with pytest.raises(Exception) as error:  # noqa: PT011 - which one is what is asked
        BAD[name](system)
    assert type(error.value).__name__ in told


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_run(module: ModuleType, system: System) -> None:
    done = doctest.testmod(module, extraglobs={"system": system})
    assert done.attempted > 0
    assert done.failed == 0
