"""The system as JSON-LD in schema.org's words: what it is, what it teaches, what is claimed.

No verdict becomes a number: a judgement here is a word and its reasons.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from explainer.curation.dictionary import LICENCES, TITLE
from explainer.model.contents import row_classes
from explainer.model.schema import Claim, Effect, Source
from explainer.model.system import System

_Node = dict[str, Any]
_DATASET = "#dataset"


def write(system: System, path: Path, lessons: Mapping[str, str], version: str) -> None:
    """Write the document."""
    text = json.dumps(document(system, lessons, version), indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def document(system: System, lessons: Mapping[str, str], version: str) -> _Node:
    """The document: one graph, in which each thing stands once and is pointed to by its id."""
    graph = [
        _dataset(version),
        *(_lesson(lesson, title) for lesson, title in lessons.items()),
        *_molecules(system),
        *(_claim(system, claim) for claim in system.claims.values()),
        *(_finding(effect) for effect in system.effects.values()),
        *map(_source, system.sources.values()),
    ]
    bare = [{key: value for key, value in node.items() if value not in ("", [], None)}
            for node in graph]  # fmt: skip
    return {"@context": "https://schema.org", "@graph": bare}


def _at(row_id: str) -> _Node:
    return {"@id": f"#{row_id}"}


def _dataset(version: str) -> _Node:
    measured = [
        {"@type": "PropertyValue", "name": name, "description": (c.__doc__ or "").splitlines()[0]}
        for name, c in row_classes().items()
    ]
    return {
        "@id": _DATASET, "@type": "Dataset", "name": TITLE, "version": version,
        "description": "Rows of evidence on the opioid system, mood and anxiety, each with its"
        " source, beside the claims of one lay article. Descriptive only: no advice.",
        "license": list(LICENCES.values()), "isAccessibleForFree": True, "inLanguage": "en",
        "variableMeasured": measured,
    }  # fmt: skip


def _lesson(lesson: str, title: str) -> _Node:
    return {
        "@id": f"#lesson_{lesson}", "@type": "LearningResource", "name": title,
        "learningResourceType": "Jupyter notebook", "inLanguage": "en",
        "isBasedOn": {"@id": _DATASET}, "isAccessibleForFree": True,
    }  # fmt: skip


def _molecules(system: System) -> Iterator[_Node]:
    for name in ("receptors", "precursors", "peptides", "ligands"):
        for row in system.tables[name].values():
            known = system.identifiers_of(row.id)
            keys = [one.value for one in known if one.scheme == "inchikey"]
            is_protein = name in ("receptors", "precursors")
            yield {
                **_at(row.id), "@type": "Protein" if is_protein else "MolecularEntity",
                "name": getattr(row, "name", row.id),
                "alternateName": list(getattr(row, "synonyms", ())),
                "inChIKey": keys[0] if keys else "",
                "identifier": [f"{one.scheme}:{one.value}" for one in known],
                "sameAs": [one.link for one in known if one.link],
            }  # fmt: skip


def _claim(system: System, claim: Claim) -> _Node:
    """What the article says, in our words; our judgement stands apart, as a review in words."""
    found = system.assessment_of(claim.id)
    review = found and {
        **_at(found.id), "@type": "Review", "name": found.verdict, "reviewBody": found.note,
        "citation": [_at(row) for row in found.because if row in system.effects],
    }  # fmt: skip
    return {
        **_at(claim.id), "@type": "Claim", "text": claim.statement,
        "appearance": [_at(reference.source) for reference in claim.sources], "review": review,
    }  # fmt: skip


def _finding(effect: Effect) -> _Node:
    return {
        **_at(effect.id), "@type": "Claim", "text": effect.finding,
        "description": effect.caveat, "about": _words(effect),
        "appearance": [_at(reference.source) for reference in effect.sources],
    }  # fmt: skip


def _words(effect: Effect) -> str:
    return f"{effect.perturbation}; {effect.domain}; {effect.direction}; {effect.evidence}"


def _source(source: Source) -> _Node:
    return {
        **_at(source.id), "@type": "CreativeWork", "name": source.title,
        "author": source.authors, "datePublished": str(source.year or ""), "url": source.link,
    }  # fmt: skip
