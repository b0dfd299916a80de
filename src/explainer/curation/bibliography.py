"""The sources in the forms that reference managers read: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, assert_never

if TYPE_CHECKING:
    from explainer.model.schema import Source
    from explainer.model.schema.vocabularies import SourceKind
    from explainer.model.system import System

_OTHERS = " et al."
# The CSL standard has no word for them; pandoc writes this name as "et al.", all others print it.
_CSL_OTHERS = {"literal": "others"}
_BIBTEX = {"article-journal": "article", "book": "book"}


def as_csl(system: System) -> str:
    """Write all sources as CSL-JSON; fields that were not seen are left out.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Returns
    -------
    str
        A JSON list, one object for each source; ids are the keys that rows cite.

    """
    entries = [_csl(source) for source in system.sources.values()]
    return json.dumps(entries, indent=1, ensure_ascii=False) + "\n"


def as_bibtex(system: System) -> str:
    """Write all sources as BibTeX; fields that were not seen are left out.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Returns
    -------
    str
        One entry for each source; keys are those that rows cite.

    """
    return "\n".join(_bibtex(source) for source in system.sources.values())


def _csl_type(kind: SourceKind) -> str:
    match kind:
        case "primary study" | "review" | "meta-analysis":
            return "article-journal"
        case "book":
            return "book"
        case "database":
            return "dataset"
        case "news":
            return "article-newspaper"
        case (
            "article"
            | "trial register"
            | "regulator"
            | "clinical reference"
            | "encyclopedia"
            | "supplier note"
        ):
            return "webpage"
        case _:
            assert_never(kind)


def _csl(source: Source) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": source.id,
        "type": _csl_type(source.kind),
        "title": source.title,
        "author": [*_names(source), *([_CSL_OTHERS] if _has_others(source) else [])],
        "issued": {"date-parts": [[source.year]]} if source.year else None,
        "container-title": source.container,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "DOI": source.doi,
        "PMID": source.pmid,
        "URL": source.link,
    }
    return {name: value for name, value in fields.items() if value}


def _authors(source: Source) -> list[str]:
    """Part a list such as ``Hsu DT, Zubieta JK``; a body's name stays whole.

    A paper is by people, also where their names have no initials.
    """
    named = source.authors.removesuffix(_OTHERS)
    people = [part.strip() for part in named.split(",")]
    if _is_paper(source) or all(map(_is_person, people)):
        return list(filter(None, people))
    return [named] if named else []


def _names(source: Source) -> list[dict[str, str]]:
    return [_name(author, is_paper=_is_paper(source)) for author in _authors(source)]


def _has_others(source: Source) -> bool:
    return source.authors.endswith(_OTHERS)


def _is_paper(source: Source) -> bool:
    return _csl_type(source.kind) == "article-journal"


_PERSON = re.compile(
    r"(?!.*\bof\b)(?P<particle>(?:[a-z'’]+ )*)(?P<family>[^\s,][^,]*?)"
    r"(?: (?P<suffix>Jr|Sr|II|III))? (?P<initials>[A-Z](?:-?[A-Z]){0,3})"
)


def _name(author: str, *, is_paper: bool) -> dict[str, str]:
    """A name in its parts: ``Carlezon Jr WA`` is Carlezon, W. A., Jr; a body's name stays whole."""
    if found := _PERSON.fullmatch(author):
        parts = {
            "family": found["family"],
            "given": re.sub(r"([A-Z])(?=[A-Z])", r"\1. ", found["initials"]).replace("-", ".-")
            + ".",
            "suffix": found["suffix"] or "",
            "non-dropping-particle": found["particle"].strip(),
        }
        return {part: words for part, words in parts.items() if words}
    return {"family": author} if is_paper and " " not in author else {"literal": author}


def _is_person(author: str) -> bool:
    return _PERSON.fullmatch(author) is not None


def _bibtex_name(name: dict[str, str]) -> str:
    if "literal" in name:
        return f"{{{name['literal']}}}"
    family = name["family"]
    if re.search(r"\b[a-z]", family):
        family = f"{{{family}}}"  # else what stands before a small letter is taken for a particle
    family = " ".join(filter(None, (name.get("non-dropping-particle"), family)))
    return ", ".join(filter(None, (family, name.get("suffix"), name.get("given"))))


def _bibtex(source: Source) -> str:
    names = [*map(_bibtex_name, _names(source))]
    if _has_others(source):
        names.append("others")
    fields = {
        "title": f"{{{source.title}}}",
        "author": " and ".join(names),
        "year": str(source.year or ""),
        "journal": source.container,
        "volume": source.volume,
        "number": source.issue,
        "pages": source.pages.replace("-", "--"),
        "doi": source.doi,
        "pmid": source.pmid,
        "url": "" if source.doi else source.link,
    }
    kind = _BIBTEX.get(_csl_type(source.kind), "misc")
    plain = ("doi", "url")  # addresses stand as they are
    body = "".join(
        f"  {name} = {{{value if name in plain else _escape(value)}}},\n"
        for name, value in fields.items()
        if value
    )
    return f"@{kind}{{{source.id},\n{body}}}\n"


def _escape(text: str) -> str:
    """Write what TeX would read otherwise: its own signs, and a quotation mark that opens."""
    text = re.sub(r"(^|(?<=[\s(\[]))'", "`", text)
    return "".join(f"\\{letter}" if letter in "&%$#_" else letter for letter in text)
