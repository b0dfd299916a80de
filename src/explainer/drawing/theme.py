"""One visual language: shape, colour, dash and word for each kind, voice, action and direction.

Used by the SVG picture (as CSS variables and marks), by matplotlib and by print alike. Colour is
never alone: whatever differs in colour differs in shape, dash or word as well. Hues start from the
Okabe-Ito set; line colours are darkened until they keep 3:1 on white.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.model.schema.vocabularies import (
    Action,
    Perturbation,
    Standing,
    Verdict,
    Voice,
)

if TYPE_CHECKING:
    from explainer.model.schema import Interaction


class Look(NamedTuple):
    """How one thing looks: its word, its sign, and its colour on light and on dark ground."""

    word: str
    sign: str
    light: str
    dark: str


class Tone(NamedTuple):
    """A colour that is no word of its own, on light ground and on dark."""

    light: str
    dark: str


# What all stands on and is written in; widgets, pages and figures share it.
TONES = {
    "ground": Tone("#ffffff", "#14191f"),
    "ink": Tone("#1b2430", "#eef2f6"),
    "soft": Tone("#4d5966", "#b7c2cd"),
    "wash": Tone("#f3f6f9", "#1e252d"),
    "rule": Tone("#d5dce3", "#3a444f"),
    "edge": Tone("#8794a1", "#8a96a3"),
    "paper": Tone("#f8eace", "#3d3523"),
    "link": Tone("#0b5cad", "#8cc2ff"),
    "on-link": Tone("#ffffff", "#0d1520"),
    "clash": Tone("#c02020", "#ff8f8f"),
    "tail": Tone("#e9dcc3", "#4a4232"),
    "domain-edge": Tone("#6a5a96", "#a99bd0"),
    "on-receptor": Tone("#1d1405", "#1d1405"),
}
_PAPER = TONES["paper"]
KINDS = {
    "precursor": Look("precursor", "bar", "#b9e0d2", "#1d5a48"),
    "peptide": Look("peptide of the body", "circle", "#009e73", "#2ae8b7"),
    "receptor": Look("receptor", "hexagon", "#f2b134", "#d6951a"),
    "ligand": Look("molecule from outside", "diamond", "#3d7bae", "#6fbae9"),
    "group": Look("several at once", "stack", "#c0c0c0", "#555555"),
    "domain": Look("side of life or health", "rounded box", "#eeeafa", "#342c4d"),
    "subject": Look("the article's words", "paper slip", *_PAPER),
    "unnamed": Look("receptors without a name", "dashed hexagon", *_PAPER),
    "gap": Look("where the article's sentence stops", "open end", *_PAPER),
}
VOICES: dict[Voice, Look] = {
    "pharmacology": Look("pharmacology sources", "solid line", "#33475b", "#c9d6e2"),
    "article": Look("the article", "dashed line on paper", "#8a5a14", "#e3b769"),
    "ours": Look("our judgement", "stamp", "#5b3f8c", "#bda6e6"),
}
# Actions are drawn by family: sources differ in how finely they part them.
FAMILIES = {
    "activates": Look("activates", "arrow", "#00714f", "#35a881"),
    "partly": Look("activates in part", "half arrow", "#3779b3", "#6fbbea"),
    "blocks": Look("blocks", "bar", "#b8430a", "#fd8b3f"),
    "inverse": Look("inverse agonist", "bar with foot", "#8a2800", "#ffb48a"),
    "modulates": Look("changes how others act", "wave", "#6a3d9a", "#aa94b7"),
    "binds": Look("binds, action not stated", "open circle", "#727272", "#b5b5b5"),
    "none": Look("nothing measured", "cross", "#727272", "#b5b5b5"),
    "doubtful": Look("in doubt", "query", "#727272", "#b5b5b5"),
}
# Their signs as SVG paths about (0, 0), in a square of 12 units; as in `static/shared/svg.js`.
SHAPES = {
    "arrow": "M0,-6V2M-4.5,0L0,6L4.5,0z",
    "half arrow": "M0,-6V5M0,6L4.5,0H0",
    "bar": "M0,-6V4M-5.5,4.5H5.5",
    "bar with foot": "M0,-6V4M-5.5,4.5H5.5V0",
    "wave": "M-6,0q3,-6 6,0t6,0",
    "open circle": "M0,-6V-2M-4,2a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
    "cross": "M-4,-4L4,4M-4,4L4,-4",
    "query": "M-3.5,-3a3.5,3 0 1,1 3.5,3.5V2.5M-0.4,5h0.8",
}
FAMILY_OF: dict[Action, str] = {
    "full agonist": "activates",
    "agonist": "activates",
    "biased agonist": "activates",
    "partial agonist": "partly",
    "antagonist": "blocks",
    "inverse agonist": "inverse",
    "positive allosteric modulator": "modulates",
    "neutral allosteric modulator": "modulates",
    "binds": "binds",
    "no activity": "none",
    "no measurable affinity": "none",
}


def family_of(row: Interaction) -> str:
    """Give the family in which a row is drawn: a doubtful one in none of the actions."""
    return "doubtful" if row.in_doubt else FAMILY_OF[row.action]


DIRECTIONS = {
    "improves": Look("improves", "▲", "#0072b2", "#6bbdf1"),
    "worsens": Look("worsens", "▼", "#b8430a", "#ff9a5c"),
    "mixed": Look("mixed", "◆", "#8c4a78", "#d097bc"),
    "no difference": Look("no difference found", "▬", "#555555", "#c8c8c8"),
    "not known": Look("no direction told", "?", "#555555", "#c8c8c8"),
    "": Look("no direction stated", "·", "#555555", "#c8c8c8"),
}
# What was done, in three signs: more of it, less of it, or only looked at.
PERTURBATIONS: dict[Perturbation, Look] = {
    "activated": Look("activated", "+", "#222222", "#eeeeee"),
    "given": Look("given", "+", "#222222", "#eeeeee"),
    "taken": Look("taken", "+", "#222222", "#eeeeee"),
    "blocked": Look("blocked", "−", "#222222", "#eeeeee"),
    "absent": Look("absent", "−", "#222222", "#eeeeee"),
    "stopped": Look("stopped", "−", "#222222", "#eeeeee"),
    "present": Look("present", "○", "#222222", "#eeeeee"),
    "measured": Look("measured", "○", "#222222", "#eeeeee"),
}
# Who speaks of a pair: two cells, the article's (L) and the sources' (R), full or empty.
STANDINGS: dict[Standing, Look] = {
    "both": Look("both say so", "L=R", "", ""),
    "both in part": Look("both say so in part", "L~R", "", ""),
    "contradict": Look("they contradict", "L/R", "", ""),
    "apart": Look("both, but apart", "L R", "", ""),
    "article": Look("the article alone", "L", "", ""),
    "sources": Look("sources alone", "R", "", ""),
    "nobody": Look("nobody in these tables", "", "", ""),
}
VERDICTS: dict[Verdict, str] = {
    "supported": "✓",
    "partly supported": "◐",
    "oversimplified": "≈",
    "contested": "⇄",
    "error": "✗",
    "cannot be checked": "∅",
    "not checked here": "…",
}


def css_variables() -> str:
    """Write the colours as CSS variables, for light ground and for dark."""
    looks: dict[str, Mapping[Any, Look]] = {
        "kind": KINDS,
        "voice": VOICES,
        "family": FAMILIES,
        "direction": DIRECTIONS,
    }
    light = [f"--{name}:{tone.light};" for name, tone in TONES.items()]
    dark = [f"--{name}:{tone.dark};" for name, tone in TONES.items()]
    for group, table in looks.items():
        for name, look in table.items():
            key = f"--{group}-{name.replace(' ', '-') or 'none'}"
            light.append(f"{key}:{look.light};")
            dark.append(f"{key}:{look.dark};")
    return f".explainer{{{''.join(light)}}}\n.explainer.dark{{{''.join(dark)}}}\n"


class Page(NamedTuple):
    """What a printed figure stands on: colours of ground and words, sizes of type in points."""

    ground: str
    ink: str
    soft: str
    rule: str
    silence: str
    size: float
    small: float
    title: float
    is_dark: bool
    is_slide: bool

    def colour(self, look: Look | Tone) -> str:
        """Choose the colour that stands out from this ground."""
        return look.dark if self.is_dark else look.light


# A slide is read from the back row: one size of type, and few words.
PAGES = {
    "print": Page(
        "#ffffff", "#000000", "#4a4a4a", "#b0b0b0", "#f2f2f2",
        size=11, small=10.2, title=13.5, is_dark=False, is_slide=False,
    ),
    "projector": Page(
        "#ffffff", "#000000", "#3a3a3a", "#9a9a9a", "#ececec",
        size=18, small=18, title=26, is_dark=False, is_slide=True,
    ),
    "dark": Page(
        TONES["ground"].dark, TONES["ink"].dark, TONES["soft"].dark, TONES["edge"].dark,
        TONES["wash"].dark,
        size=11, small=10.2, title=13.5, is_dark=True, is_slide=False,
    ),
}  # fmt: skip
