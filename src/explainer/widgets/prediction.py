"""A prediction: choose, say how sure, write a line; only then see."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import traitlets

from explainer.learning import predictions
from explainer.view import arguments, cache
from explainer.widgets import bundle, parcel, twins
from explainer.widgets.fallback import Twinned

if TYPE_CHECKING:
    from explainer.figures.figure import Drawing
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


class Prediction(Twinned):
    """Commit to a guess before anything is shown; nothing is sent, and nobody is scored.

    Once the reader has settled, one sentence and two findings say what is so, the figure that
    answers is drawn, and what the page has folded under the class ``opens-`` and the id opens.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    name
        The prediction's id, such as ``"p_kappa_anxiety"``.

    Attributes
    ----------
    commitment
        What the reader has settled on: ``answer``, ``sure`` and ``line``; empty before that.
    data, late
        What the browser is sent, the answer packed apart; not to be set.

    Raises
    ------
    ValueError
        Where this system has no such prediction; it names the nearest.
    TypeError
        Where ``system`` is no system, or ``name`` is no word.

    """

    _script = traitlets.Unicode(
        bundle.styled(
            "prediction/index.js", bundle.styles("prediction/widget.css", "explainer-prediction")
        )
    ).tag(sync=True)
    data = traitlets.Dict().tag(sync=True)
    late = parcel.named()
    # The browser is where a guess is made, so the kernel does not send it back.
    commitment = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(
        sync=True, echo_update=False
    )

    def __init__(self, system: System, name: str) -> None:
        self._system = arguments.system_of(system)
        asked = predictions.question(system, arguments.word_of("name", name))
        late = parcel.of(system).parcel(name, lambda: _packed(system, name), is_late=True)
        super().__init__(data=asked, late=late)

    def _twin(self) -> Twin:
        return twins.of_prediction(self._system, self.name)

    @property
    def name(self) -> str:
        """The prediction's id."""
        return str(self.data["id"])


def _packed(system: System, name: str) -> bytes:
    """What is shown after the guess, with its figure on light ground and on dark."""
    answer = predictions.answer(system, name)
    return cache.packed(answer | {"figure": _figure(system, system.predictions[name].figure)})


def _figure(system: System, asked: str) -> list[str]:
    """Draw a figure by its name and its words: in words, then as SVG on light ground and on dark.

    The last two are for a phone: a sheet of paper shrunk to its width could not be read there.
    """
    if not asked:
        return []
    from explainer import figures  # noqa: PLC0415 - matplotlib takes 30 MB

    name, *rest = asked.split()
    words: dict[str, Any] = dict(word.split("=", 1) for word in rest)
    draw = getattr(figures, name)
    drawn = [
        draw(system, **words, page=page, is_narrow=is_narrow)
        for is_narrow in (False, True)
        for page in ("print", "dark")
    ]
    return [drawn[0].description, *map(_svg, drawn)]


def _svg(figure: Drawing) -> str:
    import matplotlib as mpl  # noqa: PLC0415 - as above

    from explainer.figures import vector  # noqa: PLC0415 - as above

    out = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "explainer"}):
        figure.savefig(out, format="svg", metadata={"Date": None})
    return vector.shortened(out.getvalue())
