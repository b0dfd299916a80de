"""The lessons go into a folder of the reader's own, and nothing of theirs is lost."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.__main__ import main
from explainer.lessons.take import MARK, take
from explainer.model.errors import DataError


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in ("00_a.ipynb", "01_b.ipynb"):
        (folder / name).write_text("{}")
    return folder


def test_lessons_are_copied_and_what_the_reader_changed_stays(
    lessons: Path, tmp_path: Path
) -> None:
    out = tmp_path / "deep" / "mine"
    assert [path.name for path in take(lessons, out, "1")] == ["00_a.ipynb", "01_b.ipynb"]
    (out / "00_a.ipynb").write_text("my answers")
    (out / "01_b.ipynb").unlink()
    take(lessons, out, "1")
    assert (out / "01_b.ipynb").exists()
    assert (out / "00_a.ipynb").read_text() == "my answers"


def test_lessons_of_another_version_are_left_alone(lessons: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    take(lessons, out, "1")
    with pytest.raises(DataError, match=r"of version 1, and this is 2 \(name another folder"):
        take(lessons, out, "2")
    assert (out / MARK).read_text() == "1\n"


def test_a_package_without_lessons_says_so_and_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no lessons came with it \(install the package anew"):
        take(tmp_path / "none", tmp_path / "mine", "1")
    assert not (tmp_path / "mine").exists()


def test_the_command_opens_jupyterlab_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def call(words: list[str]) -> int:
        asked.append(words)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    assert main(["lab", str(tmp_path / "mine")]) == 0
    (words,) = asked
    assert words[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={(tmp_path / 'mine').resolve()}" in words
    first = min((tmp_path / "mine").glob("*.ipynb")).name
    assert f"--ServerApp.default_url=/doc/tree/{first}" in words


def test_the_command_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert main(["lab", str(tmp_path / "mine")]) == 1
    told = capsys.readouterr().out
    assert "JupyterLab: is not installed" in told
    assert told.count("\n") == 1
    assert not (tmp_path / "mine").exists()
