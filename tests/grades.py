"""How hard a text is to read, as the US school grade that it asks for."""

import re
from collections.abc import Iterable


def syllables(word: str) -> int:
    count = len(re.findall(r"[aeiouy]+", word))
    return max(1, count - (word.endswith("e") and not word.endswith("le") and count > 1))


def grade(texts: Iterable[str]) -> float:
    """Flesch-Kincaid: the US school grade that a text asks for."""
    text = " ".join(texts).lower()
    sentences = [part for part in re.split(r"[.?!:;]+", text) if part.strip()]
    words = re.findall(r"[a-z]+", text)
    share = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * share - 15.59
