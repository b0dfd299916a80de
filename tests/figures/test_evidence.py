"""The map of evidence: one mark for one finding, and silences drawn as such."""

import pytest

import explainer as ex
from copies import Copy
from explainer import figures
from explainer.drawing import theme
from explainer.figures._evidence import SILENT, shares
from explainer.figures.findings import columns_of, in_order
from looks import gids_of, words_of


def test_every_finding_has_one_mark_and_one_letter(system: ex.System) -> None:
    figure = figures.evidence(system)
    patches = [patch.get_gid() for patch in figure.axes[0].patches]
    letters = {t.get_gid(): t.get_text() for t in figure.axes[0].texts if t.get_gid()}
    assert [row for row in system.effects if patches.count(row) != 1] == []
    assert letters == {row.id: theme.EVIDENCE[row.evidence] for row in system.effects.values()}


def test_shape_and_colour_tell_the_direction(small: ex.System) -> None:
    shapes = {p.get_gid(): p for p in figures.evidence(small).axes[0].patches if p.get_gid()}
    up, down = shapes["e1"].get_path().vertices, shapes["e4"].get_path().vertices
    assert up[:, 1].argmin() != down[:, 1].argmin()
    assert shapes["e1"].get_facecolor() == shapes["e2"].get_facecolor()
    assert shapes["e1"].get_facecolor() != shapes["e4"].get_facecolor()


def test_what_was_done_stands_before_the_direction(small: ex.System) -> None:
    figure = figures.evidence(small)
    signs = [p.get_gid() for p in figure.axes[0].patches]
    assert signs[signs.index("e1") - 1] == "+"  # activated
    assert signs[signs.index("e2") - 1] == "−"  # absent


def test_a_finding_stands_in_the_row_of_its_domain_and_the_column_of_its_receptor(
    small: ex.System,
) -> None:
    figure = figures.evidence(small)
    texts = {t.get_text(): t.get_position() for t in figure.axes[0].texts}
    ends = {p.get_gid(): p.get_path().get_extents() for p in figure.axes[0].patches if p.get_gid()}
    assert ends["e4"].y0 < texts["Mood"][1] < ends["e4"].y1
    assert ends["e3"].y0 < texts["Addiction"][1] < ends["e3"].y1
    assert ends["e1"].x1 < ends["e4"].x0 < ends["e3"].x0
    assert ends["e4"].x0 < texts["kappa"][0] < ends["e3"].x0


def test_an_empty_cell_is_drawn_as_a_silence(small: ex.System) -> None:
    figure = figures.evidence(small)
    silent = {gid.removeprefix(f"{SILENT}: ") for gid in gids_of(figure) if gid.startswith(SILENT)}
    assert silent == {
        "mu pain", "mu addiction", "kappa pain", "kappa addiction", "groups mood", "groups pain",
    }  # fmt: skip
    assert SILENT in words_of(figure)


def test_what_no_receptor_was_parted_for_stands_apart(system: ex.System) -> None:
    rows = list(system.effects.values())
    columns = columns_of(system, rows, is_slide=False)
    assert [c.name for c in columns if not c.is_receptor] == [
        "molecules", "peptides, precursors", "groups",
    ]  # fmt: skip
    assert sum(len(column.rows) for column in columns) == len(rows)
    slide = columns_of(system, rows, is_slide=True)
    assert [c.name for c in slide if not c.is_receptor] == ["not parted by receptor"]
    assert sum(len(column.rows) for column in slide) == len(rows)


def test_a_slide_says_how_many_findings_it_leaves_out(system: ex.System) -> None:
    figure = figures.evidence(system, page="projector")
    drawn = [row.id for row in system.effects.values() if row.id in gids_of(figure)]
    heading = f"{len(drawn)} of {len(system.effects)} findings by receptor and domain"
    assert heading in " ".join(words_of(figure))
    assert {"mood", "anxiety"} <= {system.effects[row].domain for row in drawn}
    assert 0 < len(drawn) < len(system.effects)


def test_only_the_domains_asked_for_are_drawn(system: ex.System) -> None:
    figure = figures.evidence(system, ["anxiety"])
    number = len(system.effects_on("anxiety"))
    assert f"{number} of {len(system.effects)} findings by receptor and domain" in words_of(figure)
    assert "Mood" not in words_of(figure)


def test_findings_are_sorted_by_what_was_done_then_by_direction(system: ex.System) -> None:
    rows = in_order(system.effects_of("kappa").where(domain="mood").values())
    done = [theme.PERTURBATIONS[row.perturbation].sign for row in rows]
    assert done == sorted(done, key="+−○".index)


def test_room_goes_where_it_lowers_the_page() -> None:
    assert shares([[9, 1], [1, 1]], 4) == [3, 1]
    assert shares([[2, 2], [2, 2]], 3) == [2, 1]
    assert shares([[1], [1]], 10) == [1, 1]
    assert shares([], 10) == []


def test_the_description_tells_every_cell_and_every_silence(small: ex.System) -> None:
    said = figures.evidence(small).description
    assert "A map of four findings in three domains" in said
    assert "Kinds of evidence: animal 2, review 1, news 1." in said
    assert "Mu, two findings: Mood – activated: better mood 1, absent: better mood 1." in said
    assert "Not parted by receptor but found on groups, one finding: Addiction" in said
    assert "for kappa on Pain and Addiction." in said


def test_the_words_under_the_map_name_only_what_is_in_it(small: ex.System) -> None:
    words = words_of(figures.evidence(small))
    assert {"improves", "worsens", "animal", "activated, given", "absent"} <= set(words)
    assert {"mixed", "human imaging", "measured"}.isdisjoint(words)


def test_an_unknown_domain_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="mod") as error:
        figures.evidence(small, ["mod"])
    assert str(error.value) == "'mod' is not the id of a domain (did you mean 'mood'?)"


def test_a_new_finding_is_drawn(copy: Copy) -> None:
    copy.add(
        "pharmacology/effects.csv",
        "e9,doe2001,tester,,mu,,blocked,pain,mixed,animal,,not said,not said,not said,Both.,,",
    )
    assert gids_of(figures.evidence(ex.load(copy.path)))["e9"] == 2
