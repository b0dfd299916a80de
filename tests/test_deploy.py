"""What those get who serve the project themselves: files that parse, agree, and name what is."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
VALUES: dict[str, Any] = yaml.safe_load((DEPLOY / "z2jh" / "values.yaml").read_text())
LITTLE: dict[str, Any] = yaml.safe_load((DEPLOY / "tljh" / "config.yaml").read_text())
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
UNITS = {"M": 1, "G": 1000}


def benchmark(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def megabytes(size: str) -> int:
    return int(size[:-1]) * UNITS[size[-1]]


def measured() -> list[list[float]]:
    """The table of readers, as numbers: readers, three times, kernel, server, each, all."""
    table = PAGE.split("<!-- readers: begin -->")[1].split("<!-- readers: end -->")[0]
    rows = [line for line in table.splitlines() if re.match(r"\| \d", line)]
    return [[float(number) for number in re.findall(r"[\d.]+", row)] for row in rows]


def test_the_image_of_the_values_is_the_one_that_the_page_makes() -> None:
    image = VALUES["singleuser"]["image"]
    assert image["tag"] == VERSION
    assert f"--image-name {image['name']}:{image['tag']} --push" in PAGE


def test_readers_were_measured_at_four_numbers_and_have_room() -> None:
    rows = measured()
    assert [int(row[0]) for row in rows] == [1, 5, 10, 20]
    most = max(row[6] for row in rows)
    memory = VALUES["singleuser"]["memory"]
    assert megabytes(memory["guarantee"]) >= most * 1.2
    assert megabytes(memory["limit"]) >= most * 4
    assert megabytes(LITTLE["limits"]["memory"]) >= most * 4


def test_python_of_the_image_is_the_one_of_the_environment() -> None:
    """repo2docker builds the image from environment.yml, and the page says which Python that is."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    python = environment["dependencies"][0].removeprefix("python=")
    assert f"Python {python}" in PAGE
    assert VALUES["singleuser"]["defaultUrl"].endswith("/lessons/00_start_here.ipynb")


def test_a_pod_copies_the_lessons_into_a_home_and_leaves_what_is_there(tmp_path: Path) -> None:
    *_, flag, program = VALUES["singleuser"]["lifecycleHooks"]["postStart"]["exec"]["command"]
    environment = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    mine = tmp_path / "lessons" / "00_start_here.ipynb"
    for _ in range(2):
        subprocess.run([sys.executable, flag, program], env=environment, check=True)
        lessons = sorted(path.name for path in mine.parent.glob("*.ipynb"))
        assert lessons == sorted(path.name for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
        mine.write_text("of the reader", encoding="utf-8")
    assert mine.read_text(encoding="utf-8") == "of the reader"


def test_the_little_hub_gets_lock_package_settings_and_lessons(tmp_path: Path) -> None:
    """With a pip that writes down what it is asked for: nothing is installed by this test."""
    prefix, skeleton = tmp_path / "user", tmp_path / "skel"
    (prefix / "bin").mkdir(parents=True)
    python = prefix / "bin" / "python"
    python.write_text(
        '#!/bin/sh\n[ "$1" = -m ] && echo "$@" >>"$0.asked" || echo "$PREFIX"\n', encoding="utf-8"
    )
    python.chmod(0o755)
    environment = {
        "PATH": os.environ["PATH"],
        "PREFIX": str(prefix),
        "TLJH_USER_ENV": str(prefix),
        "TLJH_SKELETON": str(skeleton),
    }
    subprocess.run([DEPLOY / "tljh" / "install.sh"], env=environment, check=True)
    asked = (prefix / "bin" / "python.asked").read_text(encoding="utf-8").splitlines()
    assert asked == [
        "-m pip install --require-hashes -r requirements.lock",
        "-m pip install --no-deps --no-build-isolation .",
    ]
    assert (prefix / "share/jupyter/lab/settings/overrides.json").is_file()
    copied = {path.name for path in (skeleton / "lessons").iterdir()}
    assert copied == {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}


def test_the_little_hub_says_what_is_missing(tmp_path: Path) -> None:
    done = subprocess.run(
        [DEPLOY / "tljh" / "install.sh"],
        env={"PATH": os.environ["PATH"], "TLJH_USER_ENV": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.endswith("is not there: install The Littlest JupyterHub first\n")


def test_idle_readers_make_room_in_both_hubs() -> None:
    assert LITTLE["services"]["cull"]["enabled"] is VALUES["cull"]["enabled"] is True
    for name in ("timeout", "every"):
        assert LITTLE["services"]["cull"][name] == VALUES["cull"][name]


def test_every_file_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"(?:deploy|benchmarks)/[\w./-]+\w", PAGE))
    assert {"deploy/nginx/explainer.conf", "benchmarks/readers.py"} <= named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_nginx_reads_its_configuration(tmp_path: Path) -> None:
    load = benchmark("load")
    if shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") is None:
        pytest.skip("left out: nginx is not installed, and nothing else reads its configuration")
    conf = load.written(tmp_path, tmp_path, 8099)
    done = subprocess.run(
        [load.nginx(), "-t", "-c", str(conf), "-p", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "test is successful" in done.stderr


def test_a_page_comes_pressed_whole_and_framed_by_nobody(tmp_path: Path) -> None:
    load = benchmark("load")
    if shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") is None:
        pytest.skip("left out: nginx is not installed, and nothing else serves by its rules")
    site = tmp_path / "site"
    site.mkdir()
    for name in ("index.html", "00_one.html", "01_two.html"):
        (site / name).write_text(f"<html>{name}</html>\n" * 2000, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, load.__file__, site, "--readers", "20", "--seconds", "0.2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "40 pages, 0 errors" in done.stdout, done.stderr
