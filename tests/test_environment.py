"""What a reader installs is what was tested: the files that say so agree with each other."""

import os
import re
import shutil
import subprocess
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[1]
LOCKS = {
    "run": "requirements.lock",
    "test": "requirements-test.lock",
    "uv": "requirements-uv.lock",
    "binder": "tests/binder/requirements.lock",
    "bench": "benchmarks/requirements.lock",
    "release": "requirements-release.lock",
}
PIN = re.compile(r"([a-z0-9][a-z0-9-]*)==([^ ;]+)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
WAY_OUT = "run `make lock`"

PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
PROJECT = PYPROJECT["project"]
GROUPS = PYPROJECT["dependency-groups"]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def lock_lines(lock: str) -> list[str]:
    return (ROOT / LOCKS[lock]).read_text().splitlines()


def pins(lock: str) -> dict[str, set[str]]:
    """Return the versions of each package; a package may have one for each kind of machine."""
    found: dict[str, set[str]] = {}
    for line in lock_lines(lock):
        if pin := PIN.fullmatch(line):
            found.setdefault(pin[1], set()).add(pin[2])
    return found


def wanted() -> list[tuple[str, str]]:
    extras = PROJECT["optional-dependencies"]
    run = [*PROJECT["dependencies"], *extras["lab"], *GROUPS["build"]]
    test = [*GROUPS["test"], *GROUPS["browser"]]
    return [
        *(("run", text) for text in run),
        *(("run", text) for text in PYPROJECT["build-system"]["requires"]),
        *(("test", text) for text in test),
        *(("uv", text) for text in GROUPS["uv"]),
        *(("binder", text) for text in GROUPS["binder"]),
        *(("bench", text) for text in GROUPS["bench"]),
        *(("release", text) for text in GROUPS["release"]),
    ]


def test_ci_runs_every_python_that_a_reader_may_get() -> None:
    """What conda and Binder take, and each that the Makefile looks for."""
    matrix = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())["jobs"]["all"]
    tested = set(matrix["strategy"]["matrix"]["python"])
    conda = re.findall(r"python=(\d+\.\d+)", (ROOT / "environment.yml").read_text())
    sought = re.findall(r"python(3\.\d+)", (ROOT / "Makefile").read_text().split("UV ?=")[0])
    assert tested == {*conda, *sought}
    assert min(tested, key=lambda version: int(version.split(".")[1])) == "3.11"


def test_what_is_watched_for_new_versions_is_all_that_is_pinned() -> None:
    watched = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
    assert {(one["package-ecosystem"], one["directory"]) for one in watched} == {
        ("github-actions", "/"), ("npm", "/"), ("npm", "/tests/soak"), ("pip", "/"),
    }  # fmt: skip
    assert all(one["schedule"]["interval"] == "weekly" for one in watched)


def test_every_extra_and_group_is_locked() -> None:
    assert set(PROJECT["optional-dependencies"]) == {"lab"}
    assert set(GROUPS) == {"build", "test", "browser", "dev", "uv", "binder", "bench", "release"}
    assert GROUPS["dev"] == [{"include-group": name} for name in ("build", "test", "browser")]


@pytest.mark.parametrize(("lock", "text"), wanted())
def test_lock_satisfies_pyproject(lock: str, text: str) -> None:
    requirement = Requirement(text)
    versions = pins(lock).get(canonical(requirement.name), set())
    assert versions, f"{requirement.name} is not in {LOCKS[lock]}: {WAY_OUT}"
    for version in versions:
        assert requirement.specifier.contains(version), f"{version} is not {text}: {WAY_OUT}"


def test_locks_agree() -> None:
    run, test = pins("run"), pins("test")
    shared = run.keys() & test.keys()
    assert shared
    assert {name: run[name] for name in shared} == {name: test[name] for name in shared}, WAY_OUT


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_versions_and_hashes_and_nothing_else(lock: str) -> None:
    """So no address to download from, no path of somebody's machine and no unpinned name."""
    known = (PIN, HASH)
    strangers = [line for line in lock_lines(lock) if not any(k.fullmatch(line) for k in known)]
    assert strangers == [], f"{LOCKS[lock]}: {WAY_OUT}"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    pairs = pairwise([*lock_lines(lock), ""])
    bare = [line for line, after in pairs if PIN.match(line) and not HASH.match(after)]
    assert bare == [], f"{LOCKS[lock]}: {WAY_OUT}"


@pytest.mark.parametrize("package", ["matplotlib", "numpy", "pydantic-core", "pyzmq"])
def test_compiled_packages_are_locked_for_every_platform(package: str) -> None:
    """One hash would be one platform; a wheel for each of Linux, macOS and Windows is the least."""
    text = "\n".join(lock_lines("run"))
    entry = re.search(rf"^{package}==.*\n((?:    --hash.*\n)+)", text, re.MULTILINE)
    assert entry is not None
    assert entry[1].count("sha256:") >= 10


def test_environment_holds_python_pip_and_the_lock() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    assert environment["channels"] == ["conda-forge", "nodefaults"]
    python, *rest = environment["dependencies"]
    assert re.fullmatch(r"python=3\.\d+", python)
    assert rest == ["pip", {"pip": ["-r requirements.lock"]}]


def test_environment_python_is_one_we_support() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    python = environment["dependencies"][0].removeprefix("python=")
    assert SpecifierSet(PROJECT["requires-python"]).contains(python)


def test_version_is_the_same_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest is not None
    assert citation["version"] == PROJECT["version"] == newest[1]


def test_a_clone_on_windows_has_the_same_bytes(tmp_path: Path) -> None:
    """Git for Windows writes other line ends unless .gitattributes says that it must not."""
    home, clone = tmp_path / "home", tmp_path / "clone"
    names = (
        ".gitattributes",
        ".ci/run",
        "postBuild",
        "data/sources.csv",
        "docs/pictures/explorer.png",
    )
    for name in names:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, home / name)
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "--all"), (*who, "commit", "-q", "-m", "a")):
        git(home, *words)
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "-q", str(home), str(clone))
    assert [
        name for name in names if (clone / name).read_bytes() != (ROOT / name).read_bytes()
    ] == []


def git(place: Path, *words: str) -> None:
    """Run git with nobody's own settings; from inside a hook, this place and not the hook's."""
    environment = {key: word for key, word in os.environ.items() if not key.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=place, env=environment, check=True, capture_output=True)


def test_oldest_versions_and_every_kind_of_machine_are_tried() -> None:
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    runs = [step.get("run") for step in flow["jobs"]["floors"]["steps"]]
    assert runs[-2:] == ["make floors", "make wheels"]
    python = next(
        s["with"]["python-version"]
        for s in flow["jobs"]["floors"]["steps"]
        if "setup-python" in s.get("uses", "")
    )
    assert PROJECT["requires-python"] == f">={python}"
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = re.search(r"^floors:.*\n((?:\t.*\n)+)", text, re.MULTILINE)
    assert recipe is not None
    assert "--resolution lowest-direct -r pyproject.toml --extra lab" in recipe[1]
    assert {f"--group {name}" for name in ("build", "test")} <= set(
        re.findall(r"--group \w+", recipe[1])
    )
