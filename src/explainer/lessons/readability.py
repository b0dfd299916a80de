"""Whether a lesson is plain enough to read, and links each technical term where it first comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from explainer.lessons.notebook import Fault, Lesson, plain
from explainer.model.errors import did_you_mean
from explainer.model.system import System

HARDEST = 8.0  # US school grade
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?")
_TERM_LINK = re.compile(r"\[([^\]]+)\]\(#term-(\w+)\)")
# Vowels side by side that are spoken apart, as in "trial" or "saying".
_TWO_SOUNDS = re.compile(r"i[ao](?!u|n|l\b)|ial$(?<=[^ct]ial)|[^q]u[ao]|eo(?!p)|ying|iu|iet|ea$")
# Not read as running text: comments, code, headings, links to elsewhere, addresses, tags.
_HIDDEN = re.compile(
    r"<!--.*?-->|`[^`\n]*`|^#[^\n]*$|\[[^\]]*\]\((?!#term-)[^)]*\)|(?<=\])\([^)]*\)|<[^>]*>",
    re.DOTALL | re.MULTILINE,
)


def words_in(text: str) -> list[str]:
    """The words of a plain text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Count the syllables of an English word by its vowels; right for nine words in ten."""
    word = re.sub(r"['’].*", "", word.lower())
    if len(word) <= 3:  # noqa: PLR2004 - so short a word has one
        return 1
    word = re.sub(r"(?<=[^aeiouytdr])ed$|(?<=[aeiouy]r)ed$", "", word)
    word = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeiouylszcgxh])es$|(?<=[aeiouy]l)es?$", "", word)
    groups = re.findall(r"[aeiouyà-ÿ]+", re.sub(r"^y", "", word))
    return max(1, len(groups) + len(_TWO_SOUNDS.findall(word)))


def grade(text: str, set_aside: Iterable[str] = ()) -> float:
    """Reading grade after Flesch and Kincaid of a text whose sentences end in . ? or !.

    Words set aside (names, technical terms) count as words, and as hard as the rest on average.
    """
    apart = {word.lower() for term in set_aside for word in words_in(term)}
    sentences = [s for s in re.split(r"(?<=[.?!])[\"”)]*\s+", text) if words_in(s)]
    words = [word for sentence in sentences for word in words_in(sentence)]
    judged = [word for word in words if word.lower().removesuffix("s") not in apart | {""}]
    judged = [word for word in judged if word.lower() not in apart]
    if not judged:
        return 0.0
    hardness = sum(map(syllables, judged)) / len(judged)
    return 0.39 * len(words) / len(sentences) + 11.8 * hardness - 15.59


def body(lesson: Lesson) -> str:
    """The running text of a lesson: paragraphs and list items, without headings and tables."""
    text = "\n\n".join(cell.text for cell in lesson.prose)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    blocks = re.split(r"\n\s*\n|\n(?=(?:[-*>]|\d+\.) )|(?<=</summary>)", text)
    told = [
        " ".join(plain(line).strip() for line in block.splitlines() if line[:1] not in ("#", "|"))
        for block in blocks
    ]
    return "\n".join(_with_stop(" ".join(text.split())) for text in told if words_in(text))


def _with_stop(text: str) -> str:
    return text if text.rstrip('"”)').endswith((".", "?", "!")) else f"{text.rstrip(':;,')}."


def is_plain(system: System, lesson: Lesson) -> Iterator[Fault]:
    """The body text reads at or under US grade eight, terms and names set aside."""
    found = grade(body(lesson), names_and_terms(system))
    if found > HARDEST:
        fault = f"its text reads at US grade {found:.1f}, {HARDEST:.0f} at most"
        yield Fault(0, fault, "shorten sentences first, then long words")


def names_and_terms(system: System) -> set[str]:
    """Names in the tables and terms of the glossary: they are learned, not chosen."""
    found: set[str] = set()
    for table in (system.receptors, system.precursors, system.peptides, system.ligands):
        for row in table.values():
            found.update((row.name, *getattr(row, "synonyms", ())))
    for term in system.terms.values():
        found.update((term.name, *term.synonyms))
    found.update(subject.name.strip("“”") for subject in system.subjects.values() if subject.names)
    return found - {""}


def terms_are_linked(system: System, lesson: Lesson) -> Iterator[Fault]:
    """A term is linked to the glossary where it first comes, and each such link leads to a term."""
    ids = {term.id.removeprefix("t_"): term for term in system.terms.values()}
    forms = {form.lower(): name for name, t in ids.items() for form in (t.name, *t.synonyms)}
    met: set[str] = set()
    for cell in lesson.prose:
        for _, name in _TERM_LINK.findall(cell.text):
            if name not in ids:
                fault = f"'#term-{name}' leads to no term{did_you_mean(name, ids)}"
                yield Fault(
                    cell.place, fault, "add it to data/teaching/terms.csv, or drop the link"
                )
        for form, name, is_linked in _uses(cell.text, forms):
            if name not in met and not is_linked:
                fault = f"{form!r} comes here first and is not linked"
                yield Fault(cell.place, fault, f"write [{form}](#term-{name})")
            met.add(name)


def _uses(text: str, forms: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Each use of a term: the words, the term, and whether they are a link to it."""
    if not forms:
        return
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    any_form = re.compile(rf"(?<![\w-])({'|'.join(longest_first)})(s?)(?![\w-])", re.IGNORECASE)
    links = {match.span(1): match[2] for match in _TERM_LINK.finditer(text)}
    shown = _HIDDEN.sub(lambda match: " " * len(match[0]), text)
    for match in any_form.finditer(shown):
        name = forms[match[1].lower()]
        inside = [to for (start, end), to in links.items() if start <= match.start() < end]
        yield match[0], name, name in inside
