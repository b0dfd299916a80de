"""What the Explorer's scripts decide, tried with node: by themselves, and against Python's answers.

The browser shows a state without a kernel, so the same rules stand in Python and in JavaScript.
Here both are asked the same questions, of each control and of thousands of random states.
"""

import dataclasses
import functools
import json
import os
import random
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import explainer as ex
from explainer.drawing.display import Field, place_of
from explainer.learning import casebook
from explainer.view import headline, payload, selection, state
from explainer.view.selection import show
from explainer.view.state import State
from nodejs import node as find_node
from states import BAD_CODES, old_code, single, some, spoilt

TESTS = Path(__file__).parent / "js"
ALL = {
    path.relative_to(TESTS).as_posix(): path.read_text(encoding="utf-8")
    for path in TESTS.rglob("*.test.js")
}
OURS = sorted(name for name, text in ALL.items() if "process.env" not in text)
NUMBER = 2_000


def answers(system: ex.System, built: dict[str, Any], number: int) -> dict[str, Any]:
    """Give the picture and all that Python says of its states and codes."""
    choices = payload.choices(system)
    asked = [*single(choices), *some(choices, number)]
    once = functools.cache(functools.partial(show, built))  # what is shown is asked for thrice
    with pytest.MonkeyPatch.context() as patch:
        for module in (selection, headline):
            patch.setattr(module, "show", lambda _, state: once(state))
        return _answers(built, choices, asked, number)


def _answers(
    built: dict[str, Any], choices: state.Choices, asked: list[State], number: int
) -> dict[str, Any]:
    codes = [*BAD_CODES, *spoilt(choices, number // 3)]
    old = [[old_code(one), one.code, []] for one in asked if one.focus not in one.also]
    return {
        "picture": built,
        "states": [answer(built, one) for one in asked],
        "codes": [*([code, *_read(code, choices)] for code in codes), *old],
    }


def answer(built: dict[str, Any], one: State) -> dict[str, Any]:
    shown = selection.show(built, one)
    words = {name: getattr(one, name) for name in state.FIELDS}
    return {
        "state": words, "code": one.code, "rows": shown.rows, "nodes": shown.nodes,
        "isOverview": shown.is_overview, "listed": shown.listed,
        "sentence": headline.sentence(built, one), "hazards": selection.hazards(built, one),
    }  # fmt: skip


def _read(code: str, choices: state.Choices) -> tuple[str, list[str]]:
    found, messages = state.read(code, choices)
    return found.code, messages


def placed(number: int) -> list[dict[str, Any]]:
    """Give random fields, each with one of its marks and the place where it stands."""
    chance = random.Random(6)  # noqa: S311 - the same fields on every run
    told = []
    for _ in range(number):
        x, y, dx, dy = (round(chance.uniform(0, 1200), chance.randint(0, 4)) for _ in range(4))
        field = Field(x, y, dx, dy, per=chance.randint(1, 40), size=8, marks=())
        i = chance.randint(0, 400)
        told.append({"field": dataclasses.asdict(field), "i": i, "place": place_of(field, i)})
    return told


@pytest.fixture(scope="module")
def asked(
    system: ex.System,
    small: ex.System,
    picture: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, str]]:
    """Write what the tests ask of: the packed picture, Python's answers."""
    folder = tmp_path_factory.mktemp("js")
    told: dict[str, Any] = {
        "real": answers(system, picture, NUMBER),
        "small": answers(small, payload.build(small), NUMBER // 10),
        "placed": placed(1_000),
        "casebook": casebook.build(small),
    }
    told |= {f"{name}.picture": told[name].pop("picture") for name in ("real", "small")}
    for name, part in told.items():  # each script reads what it asks of, and no more
        (folder / f"{name}.json").write_text(json.dumps(part), encoding="utf-8")
    packed = zlib.compress(json.dumps(told["real.picture"]).encode())
    (folder / "picture.zlib").write_bytes(packed)
    yield os.environ | {
        "ANSWERS": str(folder),
        "PICTURE": str(folder / "picture.zlib"),
    }
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", OURS)
def test_scripts_decide_as_they_should(asked: dict[str, str], name: str) -> None:
    node = find_node()
    done = subprocess.run(
        [node, "--test-reporter=spec", str(TESTS / name)],
        env=asked,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ℹ pass 0\n" not in done.stdout, "no test was run"
    assert "ℹ skipped 0\n" in done.stdout, "a test was skipped"


def test_every_test_of_a_script_is_run() -> None:
    """Those that ask Python of another widget are run, and named, by the tests of that widget."""
    python = "".join(path.read_text(encoding="utf-8") for path in TESTS.parent.rglob("test_*.py"))
    assert [name for name in ALL if name not in OURS and f'"{name}"' not in python] == []
    assert len(OURS) > 10
