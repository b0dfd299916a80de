"""The sources in the forms that reference managers read: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.rows import Source
    from explainer.system import System

_CSL = {
    "primary study": "article-journal", "review": "article-journal",
    "meta-analysis": "article-journal",
    "book": "book", "database": "dataset", "news": "article-newspaper",
}  # fmt: skip
_BIBTEX = {"article-journal": "article", "book": "book"}


def as_csl(system: System) -> str:
    """Write all sources as CSL-JSON; fields that were not seen are left out."""
    entries = [_csl(source) for source in system.sources.values()]
    return json.dumps(entries, indent=1, ensure_ascii=False) + "\n"


def as_bibtex(system: System) -> str:
    """Write all sources as BibTeX; fields that were not seen are left out."""
    return "\n".join(_bibtex(source) for source in system.sources.values())


def _csl(source: Source) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": source.id,
        "type": _CSL.get(source.kind, "webpage"),
        "title": source.title,
        "author": [_name(part) for part in _authors(source)],
        "issued": {"date-parts": [[source.year]]} if source.year else None,
        "container-title": source.container,
        "DOI": source.doi,
        "PMID": source.pmid,
        "URL": source.link,
    }
    return {name: value for name, value in fields.items() if value}


def _authors(source: Source) -> list[str]:
    """Part a list such as ``Hsu DT, Zubieta JK``; a body's name stays whole."""
    people = [part.strip() for part in source.authors.removesuffix(" et al.").split(",")]
    is_people = all(_initials(part) for part in people)
    return [*(people if is_people else [source.authors])] if source.authors else []


def _initials(name: str) -> str:
    last = name.rsplit(" ", 1)[-1]
    return last if " " in name and last.isupper() and len(last) <= 3 else ""  # noqa: PLR2004


def _name(author: str) -> dict[str, str]:
    if initials := _initials(author):
        return {"family": author.rsplit(" ", 1)[0], "given": initials}
    return {"literal": author}


def _bibtex(source: Source) -> str:
    names = [
        f"{n['family']}, {n['given']}" if "family" in n else f"{{{n['literal']}}}"
        for n in map(_name, _authors(source))
    ]
    if source.authors.endswith("et al."):
        names.append("others")
    fields = {
        "title": f"{{{source.title}}}",
        "author": " and ".join(names),
        "year": str(source.year or ""),
        "journal": source.container,
        "doi": source.doi,
        "pmid": source.pmid,
        "url": "" if source.doi else source.link,
    }
    kind = _BIBTEX.get(_CSL.get(source.kind, ""), "misc")
    plain = ("doi", "url")  # addresses stand as they are
    body = "".join(
        f"  {name} = {{{value if name in plain else _escape(value)}}},\n"
        for name, value in fields.items()
        if value
    )
    return f"@{kind}{{{source.id},\n{body}}}\n"


def _escape(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "&%$#_" else letter for letter in text)
