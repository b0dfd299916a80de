"""No run of eight words that the article has stands anywhere in the project."""

import ast
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT.parent / "shared" / "article"


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Give each run of words, of a length that no two writers hit upon by chance."""
    all_words = words(text)
    return {tuple(all_words[i : i + length]) for i in range(len(all_words) - length + 1)}


TEXTS = {".csv", ".md", ".ipynb", ".py", ".js", ".css", ".j2", ".html", ".json", ".yml", ".txt"}
FOLDERS = ("data", "docs", "notebooks", "src", "tests", "jupyter", "benchmarks", ".github")


def texts(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """Give every text of ours with its place; the article's title alone stands as printed."""
    paths = [path for folder in FOLDERS for path in (root / folder).rglob("*")]
    for path in sorted([*paths, *root.glob("*.md"), *root.glob("*.cff"), *root.glob("*.toml")]):
        if path.is_file() and (path.suffix in TEXTS or path.parent == root):
            place = str(path.relative_to(root))
            for part, text in parts_of(path):
                yield f"{place} {part}".rstrip(), text


def parts_of(path: Path) -> Iterator[tuple[str, str]]:
    """Part a file into what is read in one go: a cell, a string, or the whole of it."""
    text = path.read_text(encoding="utf-8")
    known = {".csv": cells_of, ".ipynb": notes_of, ".py": code_of, ".json": json_of}
    yield from known.get(path.suffix, lambda text: iter([("", text)]))(text)


def cells_of(text: str) -> Iterator[tuple[str, str]]:
    for row in csv.DictReader(text.splitlines(keepends=True)):
        for column, cell in row.items():
            if not (row.get("kind") == "article" and column == "title"):
                yield f"{next(iter(row.values()))} {column}", cell or ""


def notes_of(text: str) -> Iterator[tuple[str, str]]:
    """Give the cells of a lesson, and the notes to the instructor, which stand in metadata."""
    for cell in json.loads(text)["cells"]:
        yield "cell", "".join(cell["source"])
        yield from (("note", note) for note in strings(cell["metadata"]))


def code_of(text: str) -> Iterator[tuple[str, str]]:
    """Give the whole, and each string as it is shown: a sign for a new line parts words there."""
    yield "", text
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield f"{node.lineno}", node.value


def json_of(text: str) -> Iterator[tuple[str, str]]:
    yield from (("", words) for words in strings(json.loads(text)))


def strings(tree: object) -> Iterator[str]:
    """Give every string in a tree of lists and dictionaries."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from strings(branch)


def copied(article: str, root: Path = ROOT) -> dict[str, str]:
    """Give each place of ours that shares a run of words with the article, and the run."""
    theirs = runs(article)
    return {place: " ".join(run) for place, text in texts(root) for run in runs(text) & theirs}


def test_runs_of_words_do_not_mind_signs_and_capitals() -> None:
    assert runs("It’s, one; two THREE four\nfive six 7!") == {
        ("its", "one", "two", "three", "four", "five", "six", "7")
    }


def test_all_texts_are_looked_at() -> None:
    places = {place.split(" ")[0] for place, _ in texts()}
    assert places >= {
        "data/article/claims.csv", "data/pharmacology/effects.csv", "data/GAPS.md", "README.md",
        "CHANGELOG.md", "CONTRIBUTING.md", "CURATING.md", "docs/teaching/plan-20.md",
        "docs/decisions/README.md", "notebooks/00_start_here.ipynb",
        "src/explainer/drawing/legend.py",
        "src/explainer/widgets/static/explorer/index.js", ".github/ISSUE_TEMPLATE/row-is-wrong.yml",
    }  # fmt: skip


SAID = "the quick brown fox jumps over nine lazy dogs"
CELL = {"cell_type": "code", "source": "1", "metadata": {}}
PLANTED = {
    "a table": ("data/effects.csv", f'id,finding\ne1,"{SAID}"\n', "data/effects.csv e1 finding"),
    "a page for teachers": ("docs/teaching/plan.md", SAID, "docs/teaching/plan.md"),
    "a page for curators": ("CURATING.md", SAID.replace("fox ", "fox,\n"), "CURATING.md"),
    "the change log": ("CHANGELOG.md", SAID.upper(), "CHANGELOG.md"),
    "a string of the code": (
        "src/a.py", f"A = {SAID.replace('fox ', 'fox' + chr(10))!r}", "src/a.py 1",
    ),
    "a string over two lines": ("src/a.py", f'A = ("{SAID[:20]}"\n"{SAID[20:]}")', "src/a.py"),
    "a script": ("src/static/a.js", f"const a = '{SAID}';", "src/static/a.js"),
    "a lesson": (
        "notebooks/a.ipynb", json.dumps({"cells": [{**CELL, "source": [SAID]}]}),
        "notebooks/a.ipynb cell",
    ),
    "a note for instructors": (
        "notebooks/a.ipynb",
        json.dumps({"cells": [{**CELL, "metadata": {"explainer": {"instructor": SAID}}}]}),
        "notebooks/a.ipynb note",
    ),
    "another title": (
        "data/sources.csv", f"id,kind,title\na,review,{SAID}\n", "data/sources.csv a title",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text", "place"), PLANTED.values(), ids=PLANTED)
def test_eight_words_are_found_wherever_they_stand(
    tmp_path: Path, file: str, text: str, place: str
) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert place in copied(SAID, tmp_path)


def test_seven_words_and_the_title_of_the_article_stand(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sources.csv").write_text(f"id,kind,title\na,article,{SAID}\n")
    (tmp_path / "README.md").write_text(" ".join(SAID.split()[:7]))
    assert len(list(texts(tmp_path))) == 3
    assert copied(SAID, tmp_path) == {}


@pytest.mark.skipif(not ARTICLE.is_dir(), reason="the article itself is not in the repository")
def test_no_eight_words_of_the_article_stand_in_ours() -> None:
    article = "\n".join(path.read_text(encoding="utf-8") for path in ARTICLE.iterdir())
    assert len(runs(article)) > 500
    assert copied(article) == {}
