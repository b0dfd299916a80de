"""The map of evidence: one mark for one finding, and silences drawn as such."""

import numpy as np
import pytest
from matplotlib.patches import Patch

import explainer as ex
from copies import Copy
from explainer import figures
from explainer.drawing import theme
from explainer.figures._evidence import SILENT, shares
from explainer.figures.findings import by_what_was_done, columns_of
from explainer.model.evidence import who_of
from explainer.voices.numerals import count
from looks import gids_of, words_of


def test_every_finding_has_one_mark(system: ex.System) -> None:
    drawn = gids_of(figures.evidence(system))
    assert [row for row in system.effects if drawn[f"finding {row}"] != 1] == []


def test_marks_are_those_of_the_explorer(system: ex.System) -> None:
    figure = figures.evidence(system)
    shapes = {p.get_gid(): p for p in figure.axes[0].patches if p.get_gid()}
    fills: dict[str, set[bool]] = {}
    for row in system.effects.values():
        mark = shapes[f"finding {row.id}"]
        is_solid = mark.get_facecolor() == mark.get_edgecolor()
        fills.setdefault(who_of(row), set()).add(is_solid)
    assert fills == {"people": {True}, "animals": {False}, "word": {False}}


def test_the_title_says_how_few_findings_in_people_name_a_receptor(small: ex.System) -> None:
    people = [row for row in small.effects.values() if who_of(row) == "people"]
    assert people == []
    assert words_of(figures.evidence(small))[0] == "No finding here is in people"


def test_the_title_counts_what_is_drawn(system: ex.System) -> None:
    rows = [row for row in system.effects_on("mood").values() if who_of(row) == "people"]
    named = sum(row.agent in system.receptors for row in rows)
    title = f"Of {len(rows)} findings in people, {count(named, 'x').removesuffix(' x')}"
    assert words_of(figures.evidence(system, ["mood"]))[0].startswith(title.removesuffix(" xs"))


def points_up(mark: Patch) -> bool:
    heights = np.unique(mark.get_path().vertices, axis=0)[:, 1]
    return bool((heights == heights.min()).sum() < (heights == heights.max()).sum())


def test_shape_and_colour_tell_the_direction(small: ex.System) -> None:
    shapes = {p.get_gid(): p for p in figures.evidence(small).axes[0].patches if p.get_gid()}
    better, worse = shapes["finding e1"], shapes["finding e4"]
    assert points_up(better)
    assert not points_up(worse)
    assert better.get_edgecolor() != worse.get_edgecolor()


def test_what_was_done_stands_before_the_direction(small: ex.System) -> None:
    figure = figures.evidence(small)
    signs = [p.get_gid() for p in figure.axes[0].patches]
    assert signs[signs.index("finding e1") - 1] == "+"  # activated
    assert signs[signs.index("finding e2") - 1] == "−"  # absent


def test_a_finding_stands_in_the_row_of_its_domain_and_the_column_of_its_receptor(
    small: ex.System,
) -> None:
    figure = figures.evidence(small)
    texts = {t.get_text(): t.get_position() for t in figure.axes[0].texts}
    ends = {p.get_gid(): p.get_path().get_extents() for p in figure.axes[0].patches if p.get_gid()}
    assert ends["finding e4"].y0 < texts["Mood"][1] < ends["finding e4"].y1
    assert ends["finding e3"].y0 < texts["Addiction"][1] < ends["finding e3"].y1
    assert ends["finding e1"].x1 < ends["finding e4"].x0 < ends["finding e3"].x0
    assert ends["finding e4"].x0 < texts["kappa"][0] < ends["finding e3"].x0


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
    assert [c.name for c in slide if not c.is_receptor] == ["not tied to one receptor"]
    assert sum(len(column.rows) for column in slide) == len(rows)


def test_a_slide_says_how_many_findings_it_leaves_out(system: ex.System) -> None:
    figure = figures.evidence(system, page="projector")
    gids = gids_of(figure)
    drawn = [row.id for row in system.effects.values() if f"finding {row.id}" in gids]
    assert f"Drawn: {len(drawn)} of {len(system.effects)} findings." in words_of(figure)
    assert {"mood", "anxiety"} <= {system.effects[row].domain for row in drawn}
    assert 0 < len(drawn) < len(system.effects)


def test_only_the_domains_asked_for_are_drawn(system: ex.System) -> None:
    figure = figures.evidence(system, ["anxiety"])
    number = len(system.effects_on("anxiety"))
    assert f"Drawn: {number} of {len(system.effects)} findings." in words_of(figure)
    assert "Mood" not in words_of(figure)


def test_findings_are_sorted_by_what_was_done_then_by_direction(system: ex.System) -> None:
    rows = list(system.effects_of("kappa").where(domain="mood").values())
    cell = by_what_was_done(rows)
    assert list(cell) == sorted(cell, key="+−○".index)
    for sign, part in cell.items():
        assert {theme.PERTURBATIONS[row.perturbation].sign for row in part} == {sign}
        ways = [list(theme.DIRECTIONS).index(row.direction) for row in part]
        assert ways == sorted(ways)
    assert sorted(row.id for part in cell.values() for row in part) == sorted(r.id for r in rows)


def test_room_goes_where_it_lowers_the_page() -> None:
    assert shares([[[9], [1]], [[1], [1]]], 4) == [3, 1]
    assert shares([[[2], [2]], [[2], [2]]], 3) == [2, 1]
    assert shares([[[1]], [[1]]], 10) == [1, 1]
    assert shares([[[4, 4]], [[4]]], 4) == [2, 2]  # each thing done begins a line
    assert shares([], 10) == []


def test_the_description_tells_every_cell_and_every_silence(small: ex.System) -> None:
    said = figures.evidence(small).description
    assert "A map of four findings in three domains" in said
    assert "Kinds of evidence: animal 2, review 1, news 1." in said
    assert "Mu, two findings: Mood – activated: better mood 1, absent: better mood 1." in said
    assert "Not tied to one receptor but found on groups, one finding: Addiction" in said
    assert "for kappa on Pain and Addiction." in said


def test_the_words_under_the_map_name_only_what_is_in_it(small: ex.System) -> None:
    words = words_of(figures.evidence(small))
    assert {"better", "worse", "in animals", "activated, given", "absent"} <= set(words)
    assert {"no clear direction", "in people", "measured"}.isdisjoint(words)


def test_an_unknown_domain_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(ValueError, match="mod") as error:
        figures.evidence(small, ["mod"])
    assert str(error.value) == "'mod' is not the id of a domain (did you mean 'mood'?)"


def test_a_new_finding_is_drawn(copy: Copy) -> None:
    copy.add(
        "pharmacology/effects.csv",
        "e9,doe2001,tester,,mu,,blocked,,pain,mixed,,animal,,not said,not said,not said,Both.,,,",
    )
    assert gids_of(figures.evidence(ex.load(copy.path)))["finding e9"] == 1
