"""A reference: which source says it, and where in that source."""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, PlainSerializer

from explainer.model.schema.fields import FormError

_PATTERN = re.compile(r"(?P<source>[a-z][a-z0-9_]*)(\[(?P<place>[^\[\]]+)\])?")


class SourceReference(NamedTuple):
    """One reference, written ``key`` or ``key[place]``, such as ``volpe2011[Table 2]``."""

    source: str
    place: str = ""

    def __str__(self) -> str:
        """Write the reference as it stands in a table."""
        return f"{self.source}[{self.place}]" if self.place else self.source


def parse_reference(text: object) -> SourceReference:
    """Read ``key`` or ``key[place]``; anything else is a ``FormError``."""
    if isinstance(text, SourceReference):
        return text
    if isinstance(text, str) and (match := _PATTERN.fullmatch(text.strip())):
        return SourceReference(match["source"], match["place"] or "")
    raise FormError(text, "is not a reference", "write it as 'key' or 'key[place in the source]'")


Reference = Annotated[
    SourceReference, BeforeValidator(parse_reference), PlainSerializer(SourceReference.__str__)
]
