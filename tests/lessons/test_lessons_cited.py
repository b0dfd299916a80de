"""The sources at the end of a lesson are those of the rows it names."""

import json
from pathlib import Path

import pytest

import explainer as ex
from cells import html_of, table_of
from explainer import lessons


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": text}
    (folder / "07_more.ipynb").write_text(json.dumps({"cells": [cell]}))


def test_sources_are_those_of_the_named_rows_each_once(small: ex.System, here: Path) -> None:
    write(here, "One.\n<!-- rows: e2; morphine_mu_2; brief2003 -->\n\nTwo.\n<!-- rows: c1 -->")
    found = lessons.sources(small, "07_more")
    assert [row.id for row in found.rows] == ["brief2003", "doe2001", "lay2021"]


def test_sources_are_a_short_table_with_links_and_a_text(small: ex.System, here: Path) -> None:
    write(here, "One.\n<!-- rows: e2 -->")
    found = lessons.sources(small, "07_more")
    assert "<details><summary>1 source: unfold to read</summary>" in html_of(found)
    assert table_of(found)[0] == ["source", "kind", "read"]
    assert table_of(found)[1][1:] == ["primary study", "abstract"]
    assert 'href="https://doi.org/10.1000/doe2001"' in html_of(found)
    assert repr(found).endswith("[primary study; read: abstract] https://doi.org/10.1000/doe2001")


def test_words_of_a_source_are_escaped(copy: object, here: Path) -> None:
    copy.set("sources.csv", "doe2001", title="<script>alert(1)</script>")  # type: ignore[attr-defined]
    write(here, "One.\n<!-- rows: e2 -->")
    html = html_of(lessons.sources(ex.load(copy.path), "07_more"))  # type: ignore[attr-defined]
    assert "<script>" not in html


def test_a_lesson_of_the_checkout_is_found_from_anywhere(system: ex.System, here: Path) -> None:
    assert not list(here.iterdir())
    assert len(lessons.sources(system, "01_the_bodys_own_opioids").rows) > 3


def test_a_lesson_that_is_nowhere_says_what_to_do(small: ex.System, here: Path) -> None:  # noqa: ARG001
    message = r"there is no 99_none\.ipynb here or in notebooks/ \(open the lesson from the folder"
    with pytest.raises(FileNotFoundError, match=message):
        lessons.sources(small, "99_none")


# Rows in words


def test_rows_are_told_in_a_short_table_with_kind_note_and_linked_source(small: ex.System) -> None:
    shown = lessons.told(small, small.effects.where(agent="mu", perturbation="absent"))
    head, row = table_of(shown)
    assert head == ["what was found", "of which kind", "note", "who says so"]
    assert row[1:] == ["animal; 20 mice", "Mice are not people.", "Doe 2001"]
    assert 'href="https://doi.org/10.1000/doe2001"' in html_of(shown)
    assert repr(shown).endswith("(animal; 20 mice) Note: Mice are not people. [Doe 2001]")


def test_a_column_that_would_be_empty_is_left_out(small: ex.System) -> None:
    head, *rows = table_of(lessons.told(small, ["morphine_mu_1", "morphine_kappa_1"]))
    assert head == ["what was found", "who says so"]
    assert len(rows) == 2


def test_to_tell_nothing_says_what_to_do(small: ex.System) -> None:
    with pytest.raises(ValueError, match=r"no rows to tell \(loosen what `where` asks for\)"):
        lessons.told(small, small.effects.where(agent="mu", domain="pain"))
