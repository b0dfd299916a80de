"""How far two coders of the article agree: Cohen's kappa for each coded field.

Two codings lie in ``data/article/codings``: one row for each claim, made apart from each other.
What stands in ``claims.csv`` is what was settled after both.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.problems import DataError, Problem
from explainer.tables import write_cell

if TYPE_CHECKING:
    from explainer.system import System

FIELDS = ("topic", "subjects", "domains", "direction", "hedging")
_HEAD = """# Agreement between two codings of the article

Written by `python -m explainer agreement`; do not edit by hand. The protocol is in `CURATING.md`.
The second coding was made blind, by another AI session that saw the article and the protocol and
nothing else. Both codings lie in `codings/`. A unit is a claim as it was settled; where the first
coding had joined several, its codes count for each part. A list of subjects or domains counts as
the same only where all its words are the same, which is strict.

"""


def cohen_kappa(first: Sequence[str], second: Sequence[str]) -> float:
    """Agreement beyond chance of two codings of the same units (Cohen 1960), from -1 to 1.

    Raises ``ValueError`` where the codings differ in length or are empty.
    """
    if len(first) != len(second) or not first:
        raise ValueError(
            f"two codings of the same units are needed, not {len(first)} and {len(second)}"
        )
    seen = sum(a == b for a, b in zip(first, second, strict=True)) / len(first)
    ours, theirs = Counter(first), Counter(second)
    chance = sum(ours[word] * theirs[word] for word in ours) / len(first) ** 2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def read_coding(path: Path) -> dict[str, dict[str, str]]:
    """Read one coding, by claim."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        way_out = "put the coding there, one row for each claim"
        fault = "this coding is missing"
        raise DataError(
            [Problem(f"data/article/codings/{path.name}", 0, "", fault, way_out)]
        ) from None
    return {row["claim"]: row for row in csv.DictReader(io.StringIO(text))}


def as_markdown(system: System, folder: Path) -> str:
    """Write kappa for each field, and each disagreement with what was settled."""
    first, second = (
        read_coding(folder / f"article/codings/{name}.csv") for name in ("first", "second")
    )
    both = [claim for claim in system.claims if claim in first and claim in second]
    out = [
        _HEAD,
        f"{len(both)} claims coded by both; {len(second) - len(both)} found by the second alone.\n",
    ]
    out += ["| field | same | Cohen's kappa |", "|---|---|---|"]
    for field in FIELDS:
        a, b = ([coding[claim][field] for claim in both] for coding in (first, second))
        same = sum(x == y for x, y in zip(a, b, strict=True))
        out.append(f"| {field} | {same} of {len(both)} | {cohen_kappa(a, b):.2f} |")
    out += [
        "\n## Where they differed, and what was settled\n",
        "| claim | field | first | second | settled |",
        "|---|---|---|---|---|",
    ]
    for claim in both:
        for field in FIELDS:
            one, two = first[claim][field], second[claim][field]
            if one != two:
                settled = write_cell(getattr(system.claims[claim], field))
                out.append(
                    f"| {claim} | {field} | {one or '–'} | {two or '–'} | {settled or '–'} |"
                )
    return "\n".join(out) + "\n"
