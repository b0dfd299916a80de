"""Outcomes of studies of people in numbers, in pharmacology's voice."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from explainer.model.schema.fields import DECIMAL, WHOLE, YES_NO, Id, Probability, Registered
from explainer.model.schema.row import Link, SourcedRow, Words
from explainer.model.schema.vocabularies import (
    Better,
    Blinding,
    Design,
    EffectMeasure,
    Interval,
    Planned,
    Voice,
)

_People = Annotated[int | None, Field(ge=1, le=100_000_000), WHOLE]
_Number = Annotated[
    float | None, Field(ge=-100_000_000, le=100_000_000, allow_inf_nan=False), DECIMAL
]


class Result(SourcedRow):
    """One outcome of one study of people, in the numbers that its source gives."""

    file: ClassVar[str] = "pharmacology/results.csv"
    voice: ClassVar[Voice] = "pharmacology"
    effect: Annotated[Id, Link("effects")]
    """The finding whose sentence speaks of it."""
    design: Design | None = None
    """How the study was laid out; blank: not said in what was opened."""
    blinding: Blinding | None = None
    """Who knew what was given; blank for studies that give nothing out."""
    randomised: Annotated[int | None, Field(ge=1, le=1_000_000), WHOLE] = None
    """People shared out by chance; blank: not said, or nobody was."""
    analysed: _People = None
    """People whose outcome was counted."""
    comparator: str = ""
    """What it was compared with, in plain words; blank where with nothing."""
    scale: Words
    """What was measured, such as the scale's name."""
    time: str = ""
    """When it was measured, from the start; blank: not said."""
    measure: EffectMeasure | None = None
    """What kind of number the estimate is; blank where no estimate is given."""
    estimate: _Number = None
    """The number, as the source gives it."""
    low: _Number = None
    """The interval's lower end."""
    high: _Number = None
    """The interval's higher end."""
    interval: Interval | None = None
    """What kind of interval it is; blank where none is given."""
    p: Probability = ""
    """The p value as printed; blank: none is given."""
    better: Better | None = None
    """Which way of the estimate is the better one for the people studied; blank: neither is."""
    planned: Planned | None = None
    """Whether the study was planned on this outcome; blank: not said in what was opened."""
    met: Annotated[bool | None, YES_NO] = None
    """Whether the planned outcome was met; blank: not said in what was opened."""
    registered: Registered = ""
    """The study's number in a register of trials; blank: not said in what was opened."""
    funder: str = ""
    """Who paid for the study; blank: not said in what was opened."""
    blank_because: str = ""
    """Why numbers are blank, in one sentence; blank where estimate and people are both given."""
