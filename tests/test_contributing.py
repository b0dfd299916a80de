"""The ways that the pages for contributors show lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TABLE = PAGE.partition("## To change")[2].partition("\n## ")[0]
CHANGES = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", TABLE, re.MULTILINE)[1:]


@pytest.mark.parametrize("row", CHANGES, ids=lambda row: row[0])
def test_what_is_to_be_opened_is_there(row: tuple[str, str, str]) -> None:
    paths = [path for path in re.findall(r"`([^`]+)`", row[1]) if "/" in path]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_ten_things_to_change_are_told_each_with_what_tells_if_it_is_right() -> None:
    assert len(CHANGES) == 10
    assert all("`" in passes for *_, passes in CHANGES)


def test_every_script_is_told_where_it_stands() -> None:
    folder = ROOT / "src" / "explainer" / "widgets" / "static" / "explorer"
    assert [path.name for path in folder.glob("*.js") if f"`{path.name}`" not in PAGE] == []
