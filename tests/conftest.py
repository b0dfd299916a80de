"""The tables that tests read: the real ones, and a small set to break."""

import datetime as dt
import gc
import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import explainer as ex
import looks
from copies import SMALL, Copy, real
from explainer.curation.rules import days
from explainer.view import cache, payload

# The same examples on every run: a red test is red for everybody, and no clock decides.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")
# Tables and pictures are kept for many tests: looking them through for cycles all the time is work.
gc.set_threshold(100_000, 20, 20)

PICTURE = cache.Picture
AS_LEFT = [("data", False, True)]  # by a test that changed no more than what is in the folder


@pytest.fixture(scope="session")
def system() -> ex.System:
    """Give the real tables."""
    return real()


@pytest.fixture(scope="session")
def small() -> ex.System:
    """Give one row of each kind or a few more, with two receptors; not to be changed."""
    return ex.load(SMALL)


@pytest.fixture(scope="session")
def picture(system: ex.System) -> dict[str, Any]:
    """Give the payload of the real tables; not to be changed."""
    return payload.build(system)


@pytest.fixture(autouse=True, scope="session")
def _payloads() -> Iterator[None]:
    """Hold the last payloads: else each figure that a test draws unpacks one for itself."""
    held: deque[cache.Picture] = deque(maxlen=2)

    def unpacked(found: dict[str, Any]) -> cache.Picture:
        held.append(PICTURE(found))
        return held[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "Picture", unpacked)
        yield


@pytest.fixture(autouse=True, scope="module")
def _drawings() -> Iterator[None]:
    """Let go, after each file of tests, of the drawings that it kept."""
    yield
    looks.let_go()


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder in which each test finds its copy of the small tables."""
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def copy(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """Give a copy of the small tables, to be broken on a day on which none of them is old."""
    monkeypatch.setattr(days, "latest_day", lambda: dt.date(2026, 11, 27))
    if [(path.name, path.is_symlink(), path.is_dir()) for path in shelf.iterdir()] != AS_LEFT:
        shutil.rmtree(shelf)
        shelf.mkdir()
    return Copy(shelf)


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test depend on where it runs: on GitHub, faults are told in another form."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
