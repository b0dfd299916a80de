"""The picture of a system is built once, and its widgets share it."""

import json
import weakref
import zlib
from collections.abc import Iterator

import pytest

import explainer as ex
from copies import Copy
from explainer import figures
from explainer.drawing.display import Frame
from explainer.view import cache, payload, sockets
from explainer.view.cache import Picture
from explainer.widgets import Explorer, Tour


def test_the_widgets_of_a_system_share_one_picture_and_one_packed_text(
    small: ex.System, copy: Copy
) -> None:
    first, again, other = Explorer(small), Explorer(small, focus="mu"), Explorer(ex.load(copy.path))
    assert again.data is first.data
    assert other.data is not first.data
    assert cache.of(small).payload is cache.of(small).payload, "while anybody holds it"
    for one in (first, again, other):
        one.close()


def test_nothing_writes_into_the_picture_that_is_shared(small: ex.System) -> None:
    tour = Tour(small, "tour_short")
    explorer = Explorer(small, focus="kappa", panel="trace")
    for one in (tour, explorer):
        assert one._repr_mimebundle_()
        one.close()
    figures.network(small, focus="mu", page="projector")
    built = json.loads(json.dumps(payload.build(small))) | {"forms": {}}
    kept = cache.of(small).payload
    assert kept == {name: built[name] for name in kept}
    assert set(built) - set(kept) == {"sockets"}, "only the browser reads what is drawn"


def test_the_payload_goes_when_nobody_holds_it(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel keeps it packed, which takes a tenth of the room."""
    monkeypatch.setattr(cache, "Picture", Picture)
    system = ex.load(copy.path)
    explorer = Explorer(system, focus="kappa")
    assert explorer.sentence
    assert explorer.rows
    # Were it held anywhere, the same one would be given, and stay.
    held = weakref.ref(cache.of(system).payload)
    assert held() is None
    explorer.close()


def test_the_rest_is_made_when_it_is_first_wanted_and_once(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first view does not wait for frames that nobody has asked for."""
    drawn: list[str] = []
    near = sockets.near

    def noted(system: ex.System) -> Iterator[tuple[str, list[Frame]]]:
        for key, frames in near(system):
            drawn.append(key)
            yield key, frames

    monkeypatch.setattr(sockets, "near", noted)
    system = ex.load(copy.path)
    assert cache.of(system).first
    assert drawn == []
    rest = cache.rest_of(system)
    assert json.loads(zlib.decompress(rest))["frames"].keys() == set(drawn)
    number = len(drawn)
    assert number > 1
    assert cache.rest_of(system) is rest
    assert len(drawn) == number


def test_frames_are_let_go_once_they_are_packed(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[weakref.ref[Frame]] = []
    most = 0
    near = sockets.near

    def noted(system: ex.System) -> Iterator[tuple[str, list[Frame]]]:
        nonlocal most
        for key, frames in near(system):
            kept.extend(map(weakref.ref, frames))
            most = max(most, sum(one() is not None for one in kept))
            yield key, frames

    monkeypatch.setattr(sockets, "near", noted)
    cache.rest_of(ex.load(copy.path))
    assert most < len(kept) / 2
