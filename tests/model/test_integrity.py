"""What must hold between tables; what is said where it does not stands in test_broken."""

from copies import SMALL, Copy
from explainer.model.contents import row_classes
from explainer.model.csv_reader import read_rows
from explainer.model.integrity import problems_between
from explainer.model.schema import Curator, Effect, Interaction
from explainer.model.schema.row import links_of


def between(copy: Copy) -> list[str]:
    readings = {name: read_rows(copy.path, row_class) for name, row_class in row_classes().items()}
    return [str(problem) for problem in problems_between(readings)]


def test_columns_that_are_links_name_their_tables() -> None:
    assert links_of(Interaction) == {
        "sources": ("sources",),
        "curator": ("curators",),
        "ligand": ("peptides", "ligands"),
        "receptor": ("receptors",),
    }
    assert links_of(Curator) == {}
    assert links_of(Effect)["conflicts_with"] == ("effects",)


def test_sound_tables_have_nothing_between_them(copy: Copy) -> None:
    assert between(copy) == []


def test_links_into_a_table_that_cannot_be_read_are_not_judged(copy: Copy) -> None:
    (copy.path / "pharmacology/receptors.csv").unlink()
    assert between(copy) == []


def test_a_link_may_name_a_place_in_its_source(copy: Copy) -> None:
    copy.set("pharmacology/effects.csv", "e1", sources="roe2002[p. 1, not p. 2];doe2001")
    assert between(copy) == []


def test_a_row_that_crosses_twice_is_told_once(copy: Copy) -> None:
    copy.set("article/claims.csv", "c1", sources="doe2001;roe2002")
    assert len(between(copy)) == 1


def test_what_is_ours_may_cite_both_voices(copy: Copy) -> None:
    copy.set("article/assessments.csv", "a1", sources="lay2021;doe2001")
    assert between(copy) == []


def test_the_small_tables_cite_in_all_three_voices() -> None:
    voices = {row_class.voice for row_class in row_classes().values()}
    assert voices == {"pharmacology", "article", "ours"}
    assert SMALL.is_dir()
