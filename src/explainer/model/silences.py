"""On what one voice speaks and the other is silent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from explainer.model.table import Table


class Silences(NamedTuple):
    """Ids by table, for each of the two silences, and what cannot be matched."""

    of_the_article: dict[str, tuple[str, ...]]
    """Receptors, peptides and domains of pharmacology's tables that no claim names."""
    of_the_sources: dict[str, tuple[str, ...]]
    """Domains with claims but no effect."""
    unmatched: tuple[str, ...]
    """Subjects that name nothing in the tables: too general, or in no source."""


def find(tables: Mapping[str, Table[Any]]) -> Silences:
    """Compare what claims name with what pharmacology rows are about."""
    named = {word for subject in tables["subjects"].values() for word in subject.names}
    claimed = {domain for claim in tables["claims"].values() for domain in claim.domains}
    found = {effect.domain for effect in tables["effects"].values()}
    says_receptor = any(claim.names_receptor for claim in tables["claims"].values())
    receptors = () if says_receptor else tuple(tables["receptors"])
    return Silences(
        of_the_article={
            "receptors": receptors,
            "peptides": tuple(p for p in tables["peptides"] if p not in named),
            "domains": tuple(d for d in tables["domains"] if d in found and d not in claimed),
        },
        of_the_sources={
            "domains": tuple(d for d in tables["domains"] if d in claimed and d not in found),
        },
        unmatched=tuple(s.id for s in tables["subjects"].values() if not s.names),
    )
