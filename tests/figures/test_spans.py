"""Years on an axis and labels beside it, without a figure."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.figures.time_axis import Axis, Span, spread, stretches


def test_years_that_lie_near_share_a_stretch() -> None:
    spans = [Span(1955, 1955), Span(1801, 1850), Span(1803, 1817), Span(1975, 1975)]
    assert stretches(spans) == [Span(1801, 1850), Span(1955, 1975)]


def test_a_year_after_a_break_stands_below_it() -> None:
    axis = Axis([Span(1800, 1810), Span(1950, 1960)], top=0, length=100, size=8)
    assert axis.y(1800) < axis.y(1810) < axis.y(1950) < axis.y(1960)
    assert axis.y(1810) - axis.y(1800) == pytest.approx(axis.y(1960) - axis.y(1950))


def test_a_year_within_a_break_stands_at_its_end() -> None:
    axis = Axis([Span(1800, 1810), Span(1950, 1960)], top=0, length=100, size=8)
    assert axis.y(1900) == axis.y(1950)


def test_numbered_years_have_room() -> None:
    axis = Axis([Span(1801, 1850), Span(1914, 1914), Span(1955, 2026)], 0, 500, 8)
    years = axis.ticks(14)
    assert years[0] == 1801
    assert years[-1] == 2026
    assert 1914 in years
    places = [axis.y(year) for year in years]
    assert all(b - a >= 14 for a, b in itertools.pairwise(places))


def test_boxes_with_room_stand_where_they_belong() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 0, 200) == [10, 50, 90]


def test_boxes_that_would_overlap_share_the_shift() -> None:
    assert spread([50, 50], [10, 10], 0, 200) == [45, 55]


@given(
    st.lists(st.tuples(st.floats(0, 300), st.floats(1, 40)), min_size=1, max_size=30),
    st.floats(0, 200),
)
def test_boxes_never_overlap_nor_leave_the_page(
    boxes: list[tuple[float, float]], spare: float
) -> None:
    wanted = sorted(want for want, _ in boxes)
    heights = [height for _, height in boxes]
    bottom = 5 + sum(heights) + spare
    edges = spread(wanted, heights, 5, bottom)
    ends = [edge + height for edge, height in zip(edges, heights, strict=True)]
    assert all(end <= edge + 1e-6 for end, edge in zip(ends, edges[1:], strict=False))
    assert edges[0] >= 5 - 1e-6
    assert ends[-1] <= bottom + 1e-6
