"""The pieces of a layout."""

import pytest

from explainer.drawing.geometry import Box


def test_a_box_knows_its_edges() -> None:
    box = Box(1, 2, 10, 20)
    assert (box.right, box.bottom) == (11, 22)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Box(5, 5, 10, 10), True),
        (Box(2, 2, 1, 1), True),
        (Box(10, 0, 5, 5), False),
        (Box(0, 10, 5, 5), False),
        (Box(-5, -5, 5, 5), False),
        (Box(20, 20, 5, 5), False),
    ],
)
def test_boxes_overlap_where_they_share_area(other: Box, *, shared: bool) -> None:
    box = Box(0, 0, 10, 10)
    assert box.overlaps(other) is shared
    assert other.overlaps(box) is shared
