"""What the README shows is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
SHELL = re.findall(r"^```(?:sh|bash|console)?\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_readme_shows_python() -> None:
    assert PYTHON


@pytest.mark.parametrize("block", PYTHON, ids=lambda block: block.splitlines()[0])
def test_python_in_the_readme_runs(block: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", block],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


ANSWERS = re.findall(r"^(\w[^\n#]*?)\s+#\s+('[^']*'|\d+)$", "\n".join(PYTHON), re.MULTILINE)


def test_the_readme_shows_an_answer() -> None:
    assert ANSWERS


@pytest.mark.parametrize(("line", "answer"), ANSWERS, ids=lambda words: words)
def test_an_answer_beside_a_line_is_what_the_line_gives(line: str, answer: str) -> None:
    script = f"import explainer as ex\nsystem = ex.load()\nprint(repr({line}))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == answer


def test_the_first_two_commands_are_explore_and_test() -> None:
    commands = [line for block in SHELL for line in block.splitlines()]
    assert commands[:2] == ["make explore", "make test"]


def test_every_make_target_in_the_readme_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=`|\n)", README))
    assert {"explore", "test"} <= named <= targets


@pytest.mark.parametrize(
    "link", [link for link in re.findall(r"\]\(([^)#\s]+)", README) if "://" not in link]
)
def test_a_link_in_the_readme_leads_to_a_file(link: str) -> None:
    assert (ROOT / link).exists()
