"""The wheel holds package, data and lessons, and is the same whenever it is made."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("src", "data", "notebooks", "pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA")
BUILD = "from hatchling.build import build_wheel; print(build_wheel({out!r}))"


def made(place: Path, out: Path) -> Path:
    """Build a wheel of a checkout that lies elsewhere, as pip does."""
    place.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, place / part)
    out.mkdir()
    words = [sys.executable, "-c", BUILD.format(out=str(out))]
    subprocess.run(words, cwd=place, env=dict(os.environ), check=True, capture_output=True)
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    return made(place / "one", place / "out")


def test_a_wheel_holds_package_data_and_lessons(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for folder, ends in (("notebooks", "*.ipynb"), ("data", "*.csv")):
        there = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob(ends)}
        assert there
        assert {f"explainer/{name}" for name in there} <= names
    assert "explainer/templates/explainer/static/worker.js" in names


def test_two_builds_are_one_wheel(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")
    again = made(tmp_path / "two", tmp_path / "out")
    first, second = (hashlib.sha256(one.read_bytes()).hexdigest() for one in (wheel, again))
    assert first == second


def test_a_wheel_away_from_the_checkout_finds_its_lessons(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "there")
    program = (
        "from pathlib import Path; from explainer.lessons.take import take;"
        "from explainer.model.loading import data_folder;"
        "print(len(take(data_folder().parent / 'notebooks', Path('mine'), '1')))"
    )
    environment = dict(os.environ) | {"PYTHONPATH": str(tmp_path / "there")}
    words = [sys.executable, "-c", program]
    ran = subprocess.run(
        words, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    assert int(ran.stdout) == len(list((ROOT / "notebooks").glob("[0-9]*.ipynb")))
