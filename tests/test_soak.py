"""What is run before a release keeps its results, and spoils code in ways that are code."""

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src/explainer/model").glob("*.py"))


def soak(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / "soak" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_mutant_is_another_program(path: Path) -> None:
    source = path.read_bytes()
    whole = ast.dump(ast.parse(source))
    for one in soak("mutants").mutants(path):
        spoilt = source[: one.begin] + one.new.encode() + source[one.end :]
        assert ast.dump(ast.parse(spoilt)) != whole, one


def test_mutants_are_of_every_kind_and_spare_what_does_not_run(tmp_path: Path) -> None:
    mutants = soak("mutants")
    path = tmp_path / "made.py"
    path.write_text('"""Words."""\ndef f(a: "int" = 1) -> "int":\n    """Words."""\n    return a\n')
    mutants.ROOT = tmp_path
    assert [one.new for one in mutants.mutants(path)] == ["return None", "2"]
    path.write_text("if a == b and not c:\n    n += 1\n    d(f'x{e}')\nfor f in g:\n    continue\n")
    news = {one.new for one in mutants.mutants(path)}
    assert {"(a != b)", "(a == b or not c)", "(c)", "pass", "2"} <= news


def test_the_page_has_a_line_for_each_part_and_a_run_replaces_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = soak("run")
    text = run.PAGE.read_text(encoding="utf-8")
    lines = re.findall(r"^\| (\w+) \|", text, re.MULTILINE)
    assert lines == ["part", *run.PARTS, "mutants"]
    page = tmp_path / "soak.md"
    page.write_text(text, encoding="utf-8")
    monkeypatch.setattr(run, "PAGE", page)
    monkeypatch.setattr(
        subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, "abc1234\n")
    )
    run.kept("load", "FAILED", "a | b", 90)
    old, new = text.splitlines(), page.read_text(encoding="utf-8").splitlines()
    changed = [line for line, before in zip(new, old, strict=True) if line != before]
    assert len(changed) == 1
    assert re.fullmatch(
        r"\| load \| FAILED \| a / b \| \d{4}-\d\d-\d\d \| abc1234 \| 2 min \|", *changed
    )


def test_a_part_that_is_not_there_is_named() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "soak" / "run.py", "--parts", "moon"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "there is no part 'moon'; there are states, page, lab" in done.stderr


def test_what_firefox_is_sent_to_is_there() -> None:
    text = (ROOT / "tests" / "soak" / "firefox.mjs").read_text(encoding="utf-8")
    quiz = re.findall(r'LESSON_WITH_A_QUIZ = "(\w+)"', text)
    for widget, lesson in (("Quiz", *quiz), ("Tour", "00_start_here")):
        notebook = (ROOT / "notebooks" / f"{lesson}.ipynb").read_text(encoding="utf-8")
        assert f'open("{lesson}")' in text or widget == "Quiz"
        assert f"widgets.{widget}(" in notebook
