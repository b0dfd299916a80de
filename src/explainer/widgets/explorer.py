"""The Explorer: one picture with its controls, and a card with every row and source behind it."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import traitlets

from explainer.model import errors
from explainer.view import arguments, cache, headline, selection, state
from explainer.view.cache import Cache, Picture
from explainer.view.state import State
from explainer.widgets import bundle, parcel, view_twin
from explainer.widgets.fallback import Twinned
from explainer.widgets.parcel import Parcel

if TYPE_CHECKING:
    from explainer.model.system import System
    from explainer.widgets.view_twin import Twin


_FIRST = asdict(State())


def _word(first: str = "") -> Any:  # noqa: ANN401 - traitlets has no types of its own
    """A word of the state; the browser tells it and need not hear it back."""
    return traitlets.Unicode(first).tag(sync=True, echo_update=False)


class Explorer(Twinned):
    """Explore the system as a picture, a card, a table, an outline and plain sentences.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    code
        A view to begin with, as `Explorer.code` gives it, such as ``"focus=kappa&panel=table"``.
    lens, focus, also, receptor, action, domain, direction, evidence, verdict, origin, people,
    panel, row, view
        Parts of the view by their own names; each is also an attribute that can be set later and
        linked to another widget's. Without them, the overview.

    Attributes
    ----------
    code
        The view as a short code; may be set.
    state
        The view as a dictionary, each part by its name; may be set.
    selected
        Id of the node that is chosen, or ``None``.
    rows
        Ids of the rows that stand out, each once.
    sentence, hazards
        The sentence above the picture; what may go wrong, one sentence each.
    messages
        What could not be read of a code, in sentences.
    data, rest
        What the browser is sent, packed: the first view, and all else; not to be set.

    Raises
    ------
    ValueError
        Where a word is not something this system shows; it names the nearest ones.
    TypeError
        Where ``system`` is no system, or a part of the view is no word.

    """

    _script = parcel.named()
    data = parcel.named()
    rest = parcel.named()
    lens = _word("both")
    focus = _word()
    also = traitlets.List(traitlets.Unicode()).tag(sync=True, echo_update=False)
    receptor = _word()
    action = _word()
    domain = _word()
    direction = _word()
    evidence = _word()
    verdict = _word()
    origin = _word()
    people = _word()
    panel = _word("card")
    row = _word()
    view = _word()

    def __init__(
        self, system: System, *, code: str = "", **view: str | tuple[str, ...] | None
    ) -> None:
        self._system = arguments.system_of(system)
        shared = cache.of(system)
        self._choices = shared.choices
        start, self.messages = state.read(arguments.word_of("code", code), self._choices)
        start = self._checked(start, view)
        super().__init__(**self._parcels(shared), **_traits(start))

    def _parcels(self, shared: Cache) -> dict[str, Parcel]:
        """What the browser is sent, once for all of a kind; the rest delays nothing."""
        sent = parcel.of(shared)
        return {
            "_script": parcel.scripts().parcel(type(self).__name__, self._packed_script),
            "data": sent.parcel("data", lambda: shared.first),
            "rest": sent.parcel("rest", lambda: cache.rest_of(self._system), is_late=True),
        }

    @staticmethod
    def _packed_script() -> bytes:
        """What runs in the browser."""
        styles = bundle.styles("explorer/explorer.css", "explainer")
        return bundle.packed("explorer/index.js", styles)

    def _checked(self, start: State, view: dict[str, Any]) -> State:
        unknown = [name for name in view if name not in state.FIELDS]
        if unknown:
            raise ValueError(f"{errors.shown(unknown[0])} is not one of {', '.join(state.FIELDS)}")
        words: dict[str, Any] = {}
        for name, word in view.items():
            given = "" if word is None else word
            several = arguments.words_of(name, given)
            one = "" if name == "also" else arguments.word_of(name, given)
            words[name] = tuple(filter(None, several)) if name == "also" else one or _FIRST[name]
        return state.checked(replace(start, **words), self._choices)

    @traitlets.validate(*(name for name in state.FIELDS if name != "also"))
    def _known(self, proposal: dict[str, Any]) -> str:
        """Refuse a word that this system does not show, and name the nearest."""
        name, word = proposal["trait"].name, proposal["value"]
        state.check_word(name, word, self._choices)
        return str(word)

    @traitlets.validate("also")
    def _known_beside(self, proposal: dict[str, Any]) -> list[str]:
        """Refuse what cannot stand beside a focus; what has lost its focus is passed over."""
        beside = list(proposal["value"])
        state.check_beside(beside, self._choices)
        return beside

    @property
    def state(self) -> dict[str, Any]:
        """What is shown now, by id; an empty word shows everything."""
        return asdict(self._state)

    @state.setter
    def state(self, view: dict[str, Any]) -> None:
        wanted = self._checked(self._state, view)
        with self.hold_sync():
            for name, value in _traits(wanted).items():
                setattr(self, name, value)

    @property
    def _state(self) -> State:
        words = {name: getattr(self, name) for name in state.FIELDS}
        beside = [n for n in self.also if n and n != self.focus] if self.focus else []
        return State(**words | {"also": tuple(beside)})

    @property
    def code(self) -> str:
        """The view as a short code that can be handed out; empty for the overview."""
        return self._state.code

    @code.setter
    def code(self, code: str) -> None:
        wanted, self.messages = state.read(code, self._choices)
        self.state = asdict(wanted)

    @property
    def selected(self) -> str | None:
        """Id of the node that is chosen, or ``None``."""
        return self.focus or None

    @property
    def sentence(self) -> str:
        """The sentence that stands above the picture now."""
        return headline.sentence(self._picture, self._state)

    @property
    def hazards(self) -> list[str]:
        """What may go wrong, as it stands beside whatever sounds like help in this view."""
        lines = self._picture["lines"]
        return [lines[place][0] for place in selection.hazards(self._picture, self._state)]

    @property
    def _picture(self) -> Picture:
        return cache.of(self._system).payload

    def _twin(self) -> Twin:
        return view_twin.of_view(self._picture, self._state)

    @property
    def rows(self) -> list[str]:
        """Ids of the rows that stand out now, each once: what is drawn, then what cannot be."""
        return selection.row_ids(self._picture, self._state)


def _traits(view: State) -> dict[str, Any]:
    return asdict(view) | {"also": list(view.also)}
