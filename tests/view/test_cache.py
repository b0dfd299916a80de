"""The picture of a system is built once, and its widgets share it."""

import explainer as ex
from copies import Copy
from explainer import figures
from explainer.view import cache, payload
from explainer.widgets import Explorer, Tour


def test_the_widgets_of_a_system_share_one_picture_and_one_packed_text(
    small: ex.System, copy: Copy
) -> None:
    first, again, other = Explorer(small), Explorer(small, focus="mu"), Explorer(ex.load(copy.path))
    assert again.data is first.data
    assert other.data is not first.data
    assert cache.of(small).payload is cache.of(small).payload
    for one in (first, again, other):
        one.close()


def test_nothing_writes_into_the_picture_that_is_shared(small: ex.System) -> None:
    tour = Tour(small, "tour_short")
    explorer = Explorer(small, focus="kappa", panel="trace")
    for one in (tour, explorer):
        assert one._repr_mimebundle_()
        one.close()
    figures.network(small, focus="mu", page="projector")
    built = payload.build(small)
    kept = cache.of(small).payload
    assert kept == {name: built[name] for name in kept}
    assert set(built) - set(kept) == {"sockets", "forms"}, "only the browser reads where it stands"
