"""A figure in a cell stands on the ground of its page; a file of it is light."""

from __future__ import annotations

import base64
import io
import re

import pytest
from matplotlib.image import imread

import explainer as ex
from explainer import figures
from explainer.drawing import theme
from explainer.figures.figure import Drawing
from looks import DRAWN

MOST = 300_000  # bytes of both pictures in a cell


def corner(png: bytes) -> tuple[int, ...]:
    """Give the colour of the first pixel."""
    return tuple(round(255 * part) for part in imread(io.BytesIO(png))[0, 0, :3])


def colour(ground: str) -> tuple[int, ...]:
    return tuple(int(ground[i : i + 2], 16) for i in (1, 3, 5))


def both(figure: Drawing) -> dict[str, bytes]:
    """Give the pictures of a cell by their grounds."""
    html = str(figure._repr_mimebundle_()[0].get("text/html", ""))
    found = re.findall(r'<img class="(\w+)" [^>]*src="data:image/png;base64,([^"]+)"', html)
    return {ground: base64.b64decode(data) for ground, data in found}


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_brings_a_picture_for_light_ground_and_for_dark(
    small: ex.System, name: str
) -> None:
    drawn = both(DRAWN[name](small))
    assert corner(drawn["light"]) == colour(theme.PAGES["print"].ground)
    assert corner(drawn["dark"]) == colour(theme.PAGES["dark"].ground)


def test_where_no_style_is_let_in_one_picture_is_seen(small: ex.System) -> None:
    html = str(figures.network(small)._repr_mimebundle_()[0]["text/html"])
    light, dark = re.findall(r"<img [^>]*>", html)
    assert dark.endswith(" hidden>")
    assert not light.endswith(" hidden>")


def test_both_pictures_take_few_bytes(system: ex.System) -> None:
    bundle, _ = figures.network(system)._repr_mimebundle_()
    assert sum(len(bundle[kind]) for kind in ("image/png", "text/html")) < MOST


def test_a_page_that_is_named_is_the_only_one(small: ex.System) -> None:
    assert both(figures.network(small, page="print")) == {}
    assert both(figures.evidence(small, ["mood"], "dark")) == {}


def test_a_file_is_light(small: ex.System) -> None:
    out = io.BytesIO()
    figures.network(small).savefig(out, format="png")
    assert corner(out.getvalue()) == colour(theme.PAGES["print"].ground)


def test_what_a_reader_has_changed_is_shown_as_it_is(small: ex.System) -> None:
    for is_saved in (False, True):
        figure = figures.network(small)
        figure.axes[0].texts[0].set_text("mine")
        if is_saved:
            figure.savefig(io.BytesIO(), format="png")
        assert both(figure) == {}
