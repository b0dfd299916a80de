"""The Explorer: one picture, four controls, and a card with every row and source behind it."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import anywidget
import ipywidgets
import traitlets

from explainer import picture, style
from explainer.lines import name_of
from explainer.problems import did_you_mean

if TYPE_CHECKING:
    from explainer.system import System

_STATIC = Path(__file__).parent / "static"
_CONTROLS = ("lens", "focus", "domain", "origin")


class Picture(anywidget.AnyWidget):
    """The SVG picture with its card; the four integers are places in the controls' lists."""

    _esm = _STATIC / "explorer.js"
    _css = style.css_variables() + (_STATIC / "explorer.css").read_text(encoding="utf-8")
    data = traitlets.Bytes().tag(sync=True)
    lens = traitlets.Int(0).tag(sync=True)
    focus = traitlets.Int(0).tag(sync=True)
    domain = traitlets.Int(0).tag(sync=True)
    origin = traitlets.Int(0).tag(sync=True)


class Explorer(ipywidgets.VBox):
    """Explore the system as a picture, a card and plain sentences.

    Parameters
    ----------
    system
        What `explainer.load` returned.
    lens
        ``"both"``, ``"article"`` or ``"pharmacology"``: whose voice is shown.
    focus
        Id of a node to begin with, such as ``"kappa"``; without it, the overview.
    domain, origin
        A domain's id and an origin to begin with; without them, all are shown.

    """

    def __init__(
        self,
        system: System,
        *,
        lens: str = "both",
        focus: str | None = None,
        domain: str | None = None,
        origin: str | None = None,
    ) -> None:
        self._nodes = ["", *system.graph]
        self._domains = ["", *system.domains]
        self._origins = ["", *picture.origins(system)]
        self._lenses = list(picture.LENSES)
        packed = json.dumps(picture.build(system), ensure_ascii=False, separators=(",", ":"))
        self.picture = Picture(data=zlib.compress(packed.encode()))
        self.lens = self._control("Lens", ["Both voices", "The article", "Pharmacology sources"])
        self.focus = self._control("Focus", ["Overview", *_names(system, self._nodes[1:])])
        self.domain = self._control(
            "Domain", ["All domains", *(row.name for row in system.domains.values())]
        )
        self.origin = self._control("Origin", ["All origins", *map(_capital, self._origins[1:])])
        self.links = [
            ipywidgets.jslink((getattr(self, name), "index"), (self.picture, name))
            for name in _CONTROLS
        ]
        start = {"lens": lens, "focus": focus, "domain": domain, "origin": origin}
        self.state = {name: word or "" for name, word in start.items()}
        controls = ipywidgets.HBox(
            [self.lens, self.focus, self.domain, self.origin], layout={"flex_flow": "row wrap"}
        )
        super().__init__([controls, self.picture])

    @staticmethod
    def _control(description: str, options: list[str]) -> ipywidgets.Dropdown:
        return ipywidgets.Dropdown(
            description=description,
            options=[(name, place) for place, name in enumerate(options)],
            layout={"width": "auto", "min_width": "190px", "flex": "1 1 190px"},
            style={"description_width": "52px"},
        )

    @property
    def _choices(self) -> dict[str, list[str]]:
        return {
            "lens": self._lenses,
            "focus": self._nodes,
            "domain": self._domains,
            "origin": self._origins,
        }

    @property
    def selected(self) -> str | None:
        """Id of the node that is chosen, or ``None``."""
        return self.state["focus"] or None

    @property
    def state(self) -> dict[str, str]:
        """What is shown now, by id: lens, focus, domain and origin; empty where all is shown."""
        return {
            name: choices[getattr(self.picture, name)] for name, choices in self._choices.items()
        }

    @state.setter
    def state(self, state: dict[str, str]) -> None:
        choices = self._choices
        for name, word in state.items():
            if name not in choices:
                message = f"{name!r} is not one of lens, focus, domain, origin"
                raise ValueError(message)
            if word not in choices[name]:
                known = [choice for choice in choices[name] if choice]
                near = did_you_mean(word, known) or f"; use one of: {', '.join(known[:12])}"
                message = f"{name}={word!r} is not something this system shows{near}"
                raise ValueError(message)
        for name, word in state.items():
            place = choices[name].index(word)
            getattr(self, name).index = place
            setattr(self.picture, name, place)


def _names(system: System, nodes: list[str]) -> list[str]:
    kinds = system.graph.nodes
    return [
        f"{'A sentence without an end' if kinds[n]['kind'] == 'gap' else name_of(system, n)}"
        f" ({style.KINDS[kinds[n]['kind']].word})"
        for n in nodes
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
