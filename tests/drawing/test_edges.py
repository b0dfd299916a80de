"""How lines run: from box to box, over no name of another molecule."""

from collections.abc import Iterator
from operator import mul

import networkx as nx
import pytest

import explainer as ex
from explainer.drawing.edges import Point, Segment, as_svg, route
from explainer.drawing.geometry import FORMS, Box, Layout
from explainer.drawing.layout import LETTER, arrange

TWO = Layout(100, boxes={"up": Box(0, 0, 20, 10), "down": Box(40, 50, 20, 10)})
each_form = pytest.mark.parametrize("form", FORMS)


def points(segments: list[Segment], steps: int = 24) -> Iterator[Point]:
    """Walk along a line in small steps."""
    here = segments[0][1][0]
    for _, given in segments:
        bends = given if len(given) == 3 else (here, given[-1], given[-1])
        for step in range(steps + 1):
            u = step / steps
            weights = ((1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u**3)
            x, y = zip(here, *bends, strict=True)
            yield sum(map(mul, weights, x)), sum(map(mul, weights, y))
        here = given[-1]


def holds(box: Box, point: Point) -> bool:
    return box.x < point[0] < box.right and box.y < point[1] < box.bottom


def words(graph: "nx.MultiDiGraph[str]", page: Layout, node: str) -> Box:
    """Where the letters of a name in a list stand, without the sign before them."""
    box = page.boxes[node]
    return Box(box.x + 16, box.y + 3, len(graph.nodes[node]["label"]) * LETTER * 0.9, box.h - 6)


def test_a_line_down_runs_from_lower_to_upper_edge() -> None:
    assert route(TWO, "up", "down", "effect") == [
        ("M", ((10.0, 10),)),
        ("C", ((10.0, 32.0), (46.0, 28.0), (46.0, 50))),
    ]


def test_a_line_up_runs_from_upper_to_lower_edge() -> None:
    assert route(TWO, "down", "up", "claim") == [
        ("M", ((50.0, 50),)),
        ("C", ((50.0, 28.0), (14.0, 32.0), (14.0, 10))),
    ]


def test_a_gap_is_a_straight_line_that_ends_beside_its_sign() -> None:
    assert route(TWO, "up", "down", "gap") == [("M", ((20, 5.0),)), ("L", ((40, 55.0),))]


def test_a_line_within_a_list_runs_in_its_gutter() -> None:
    page = Layout(100, boxes={"a": Box(10, 0, 20, 10), "b": Box(16, 20, 20, 10)})
    assert route(page, "a", "b", "yields") == [
        ("M", ((12, 5.0),)),
        ("L", ((7.0, 5.0),)),
        ("L", ((7.0, 25.0),)),
        ("L", ((16, 25.0),)),
    ]


def test_a_line_out_of_a_list_runs_down_its_gutter_first() -> None:
    page = Layout(100, boxes=TWO.boxes, rails={"up": 30})
    *down, curve = route(page, "up", "down", "acts on")
    assert down == [("M", ((2, 5.0),)), ("L", ((-3.0, 5.0),)), ("L", ((-3.0, 30),))]
    assert (curve[0], curve[1][-1][1]) == ("C", 50)


def test_segments_are_written_as_an_svg_path() -> None:
    curve: Segment = ("C", ((1.4, 2.6), (3, 4), (5, 6)))
    assert as_svg([("M", ((0.2, 0),)), ("L", ((9.9, 1),)), curve]) == "M0,0L10,1C1,3 3,4 5,6"


@each_form
def test_every_line_ends_at_its_box(system: ex.System, form: str) -> None:
    page = arrange(system.graph, FORMS[form])
    for start, end, data in system.graph.edges(data=True):
        x, y = route(page, start, end, data["kind"])[-1][1][-1]
        box = page.boxes[end]
        near = Box(box.x - 0.1, box.y - 0.1, box.w + 0.2, box.h + 0.2)
        assert holds(near, (x, y)), (start, end)


def names_crossed(system: ex.System, form: str, kinds: set[str]) -> list[tuple[str, str]]:
    """Lines of these kinds that run over the name of a molecule, and that molecule."""
    graph = system.graph
    page = arrange(graph, FORMS[form])
    names = {node: words(graph, page, node) for node in (*system.peptides, *system.ligands)}
    lines = {(a, b): data["kind"] for a, b, data in graph.edges(data=True) if data["kind"] in kinds}
    crossed = {
        (f"{start} to {end}", name)
        for (start, end), kind in lines.items()
        for point in points(route(page, start, end, kind))
        for name, box in names.items()
        if holds(box, point)
    }
    return sorted(crossed)


@each_form
def test_lines_to_receptors_run_over_no_name(system: ex.System, form: str) -> None:
    assert names_crossed(system, form, {"acts on"}) == []


@each_form
def test_lines_within_a_list_run_over_no_name(system: ex.System, form: str) -> None:
    assert names_crossed(system, form, {"yields", "becomes"}) == []
