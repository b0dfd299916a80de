"""How far two coders of the article agree: Cohen's kappa for each coded field.

Two codings lie in ``data/article/codings``: one row for each claim, made apart from each other.
What stands in ``claims.csv`` is what was settled after both; ``settled.csv`` beside them says why.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.model.errors import DataError, Problem
from explainer.model.table import write_cell

if TYPE_CHECKING:
    from explainer.model.system import System

FIELDS = ("topic", "subjects", "domains", "direction", "hedging")
_HEAD = """# Agreement between two codings of the article

Written by `python -m explainer agreement`; do not edit by hand. The protocol is in `CURATING.md`.
The second coding was made blind, by another AI session that saw the article and the protocol and
nothing else. Both codings lie in `codings/`. A unit is a claim as it was settled; where the first
coding had joined several, its codes count for each part. A list of subjects or domains counts as
the same only where all its words are the same, which is strict.

What this cannot show: some rules of the protocol were made plainer by the disagreements below,
protocol and codings came into the repository together, and both coders are AI sessions of one
kind. So the figures tell how far the first protocol led two readers alike, no more.

The one rule for hedging was written on 28 November 2026, after both codings: "can" and "would"
weaken a statement as "may" does. No code was changed for it. Where both coders were of one mind
and what is settled differs from them, that is listed below too. A third coding, under the mended
protocol and with verdicts, stands at the end.

"""
_THIRD = """
## A third coding, blind, under the mended protocol

Made on 28 November 2026 by an AI session that saw the article, the protocol, the claims in our
words and the rows, and neither codes nor verdicts. It is held against what is settled. No code and
no verdict was changed for it. Since the claims and the rows are of this project, it tells how far
the rules lead two readers to the same verdict, not whether the rows were well chosen.

| field | same | Cohen's kappa |
|---|---|---|
"""
_THIRD_FIELDS = ("subjects", "domains", "direction", "hedging", "verdict")
_ALONE = "not coded"


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
    return {row["claim"]: row for row in _read(path)}


def _read(path: Path) -> list[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        way_out = "put it there; CURATING.md tells its columns"
        raise DataError([_problem(path, 0, "", "this file is missing", way_out)]) from None
    return list(csv.DictReader(io.StringIO(text)))


def as_markdown(system: System, folder: Path) -> str:
    """Write kappa for each field, and each disagreement with what was settled and why.

    Raises ``DataError`` where a disagreement has no reason, or a reason no disagreement.
    """
    codings = folder / "article" / "codings"
    first, second = (read_coding(codings / f"{name}.csv") for name in ("first", "second"))
    both = [claim for claim in system.claims if claim in first and claim in second]
    differences = list(_differences(system, first, second))
    reasons = _reasons(
        codings / "settled.csv", [(claim, field) for claim, field, *_ in differences]
    )
    out = [
        _HEAD,
        f"{len(both)} claims coded by both; {len(second) - len(both)} found by the second alone.\n",
        "| field | same | Cohen's kappa |",
        "|---|---|---|",
    ]
    for field in FIELDS:
        a, b = ([coding[claim][field] for claim in both] for coding in (first, second))
        same = sum(x == y for x, y in zip(a, b, strict=True))
        out.append(f"| {field} | {same} of {len(both)} | {cohen_kappa(a, b):.2f} |")
    out += [
        "\n## Where they differed, what was settled, and why\n",
        "| claim | field | first | second | settled | why |",
        "|---|---|---|---|---|---|",
    ]
    for claim, field, *codes in differences:
        words = (claim, field, *(code or "–" for code in codes), reasons[claim, field])
        out.append(f"| {' | '.join(words)} |")
    return "\n".join(out) + "\n" + _third(system, codings / "third.csv")


def _third(system: System, path: Path) -> str:
    """Write how far a later coding agrees with what is settled, and each difference with its why.

    Raises ``DataError`` where it leaves a claim out.
    """
    if not path.exists():
        return ""
    third = read_coding(path)
    if lacking := [claim for claim in system.claims if claim not in third]:
        raise DataError([_problem(path, 0, "claim", f"{lacking[0]} is not coded", "code it")])
    figures, differences = [], []
    for field in _THIRD_FIELDS:
        ours = [_settled(system, claim, field) for claim in system.claims]
        theirs = [_sorted(third[claim][field]) for claim in system.claims]
        pairs = list(zip(system.claims, ours, theirs, strict=True))
        same = sum(a == b for _, a, b in pairs)
        kappa = cohen_kappa(ours, theirs)
        figures.append(f"| {field} | {same} of {len(pairs)} | {kappa:.2f} |")
        differences += [
            f"| {claim} | {field} | {a or '–'} | {b or '–'} | {third[claim]['reason']} |"
            for claim, a, b in pairs
            if a != b
        ]
    heads = [
        "",
        "| claim | field | settled | third | what the third coder says |",
        "|---|---|---|---|---|",
    ]
    return _THIRD + "\n".join([*figures, *heads, *differences]) + "\n"


def _settled(system: System, claim: str, field: str) -> str:
    """What stands in the tables of a claim."""
    if field != "verdict":
        return _sorted(write_cell(getattr(system.claims[claim], field)))
    return next((row.verdict for row in system.assessments.values() if row.claim == claim), "")


def _sorted(cell: str) -> str:
    """A list in any order is the same list."""
    return ";".join(sorted(cell.split(";")))


def _differences(
    system: System, first: dict[str, dict[str, str]], second: dict[str, dict[str, str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    """Give claim, field, both codes and the settled one, where these are not all the same.

    A list is the same in any order, as far as what was settled goes.
    """
    for claim in filter(second.__contains__, system.claims):
        for field in FIELDS:
            two = second[claim][field]
            settled = write_cell(getattr(system.claims[claim], field))
            one = first[claim][field] if claim in first else _ALONE
            is_kept = set(two.split(";")) == set(settled.split(";"))
            if not is_kept or one not in (two, _ALONE):
                yield claim, field, one, two, settled


def _reasons(path: Path, wanted: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Read why each was settled so, and refuse that unless each disagreement has its reason."""
    rows = _read(path) if wanted or path.exists() else []
    reasons = {(row["claim"], row["field"]): row["why"] for row in rows}
    lacking = [
        _problem(path, 0, "why", f"{claim} has no reason for its {field}", "add a row that says it")
        for claim, field in wanted
        if not reasons.get((claim, field))
    ]
    beyond = [
        _problem(path, line, "claim", f"{claim} has no disagreement on its {field}", "take it out")
        for line, (claim, field) in enumerate(reasons, start=2)
        if (claim, field) not in wanted
    ]
    if lacking or beyond:
        raise DataError([*lacking, *beyond])
    return reasons


def _problem(path: Path, line: int, column: str, fault: str, way_out: str) -> Problem:
    return Problem(f"data/article/codings/{path.name}", line, column, fault, way_out)
