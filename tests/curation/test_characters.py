"""Letters that no reader sees or tells apart: each kind is found, and honest ones stand."""

import unicodedata

import pytest

from explainer.curation.rules.characters import fault_of

SEEN_AS_NOTHING = (
    "\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u2066", "\u2060", "\ufeff", "\u00ad",
    "\u034f", "\u3164", "\u2800", "\ufe0f", "\u2028", "\u2029", "\x00", "\x07", "\x1b", "\x7f",
    "\x85", "\x9c", "\U000e0041", "\ue000",
)  # fmt: skip
SPACES = ("\u00a0", "\u2003", "\u2009", "\u202f", "\u3000", "\u205f")


@pytest.mark.parametrize("letter", SEEN_AS_NOTHING, ids=lambda letter: f"U+{ord(letter):04X}")
def test_a_letter_that_cannot_be_seen_is_named(letter: str) -> None:
    for text in (letter, f"mor{letter}phine", f"{letter}morphine", f"morphine{letter}"):
        fault, way_out = fault_of(text) or ("", "")
        assert fault.startswith(f"U+{ord(letter):04X} "), text
        assert way_out == "type it anew, or paste it as plain text"


@pytest.mark.parametrize("space", SPACES)
def test_a_space_that_is_no_plain_one_is_named(space: str) -> None:
    fault, _ = fault_of(f"beta{space}endorphin") or ("", "")
    assert fault == f"U+{ord(space):04X} ({unicodedata.name(space).lower()}) looks like a space"


@pytest.mark.parametrize(
    "text",
    ["m\u043erphine", "\u041corphine", "mor\u0440hine", "\u0441\u043e\u0441a", "\u039c\u039fR",
     "\u039fpioid", "kapp\u0430", "n\u043eciceptin and more", "\u0435 is a letter", "\u03bf and",
     "\uff4dorphine", "\U0001d426orphine", "\ufb01nd", "\u13aa drug", "mu\u0435", "\u0421an be"],
)  # fmt: skip
def test_a_letter_in_disguise_is_found(text: str) -> None:
    assert fault_of(text) is not None


@pytest.mark.parametrize(
    "text",
    ["μ-opioid", "κOR", "δ", "Kμ", "[35S]GTPγS binding", "β-endorphin", "α-neoendorphin", "Δ9-THC",
     "5 µM", "Ågmo", "Köster", "Müller–Öz", "“dymorphins”", "école “école”", "‘Ägypten’", "RÉSUMÉ…",
     "cœur", "Œuvre", "Île-de-France", "naïve’s", "SEÑOR", "Âge", "morphine", "a < b & c", "½", "¼",
     "日本神経精神薬理学雑誌", "オピオイド", "مورفين", "морфин", "О морфине", "Ω≠≤", "5 °C", "≥ 3",
     "a line\nbreak", "Ångström", "TÜV", "ÄÖÜ", "façade", "€5", "Ñandú", "«oui»", "Đặng", "Łódź"],
)  # fmt: skip
def test_an_honest_letter_stands(text: str) -> None:
    assert fault_of(text) is None


WORDS = ("Ågmo", "Köster", "μ-opioid", "β-endorphin", "naïve", "“quoted”", "it’s", "–10", "café",
         "señor", "Łódź", "…", "≥ 3", "5 µM", "ø", "κ and δ", "Đặng", "œuvre")  # fmt: skip
WRONG = ("cp1252", "latin-1", "mac_roman", "cp437", "cp850")


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("word", WORDS)
def test_what_a_wrong_encoding_leaves_is_found(word: str, wrong: str) -> None:
    """A table in UTF-8, read as another encoding and saved anew."""
    misread = word.encode().decode(wrong, "replace")
    assert misread != word
    assert fault_of(misread) is not None, misread


def test_a_title_may_be_of_any_alphabet_but_not_of_two_in_one_word() -> None:
    assert fault_of("О morphine", as_printed=True) is None
    assert fault_of("О morphine") is not None
    assert fault_of("m\u043erphine", as_printed=True) is not None


def test_more_accents_than_any_language_has_are_found() -> None:
    assert fault_of("x\u0323\u0302") is None
    assert fault_of("x\u0323\u0302\u0301") is not None


def test_the_fault_of_a_long_word_is_short() -> None:
    fault, _ = fault_of("m\u043e" + "r" * 5_000) or ("", "")
    assert len(fault) < 200


@pytest.mark.parametrize(
    ("text", "letter"),
    [("&#197;gmo A", "'&#197;'"), ("K&ouml;ster", "'&ouml;'"), ("&#x3bc;-opioid", "'&#x3bc;'"),
     ("?gmo A", "'?'"), ("M?ller", "'?'"), ("at (?-opioid)", None), ("A\u030agmo", "'A'")],
)  # fmt: skip
def test_a_letter_that_a_program_did_not_know_is_found(text: str, letter: str | None) -> None:
    found = fault_of(text)
    assert (found and found[0].split(" ")[0]) == letter


@pytest.mark.parametrize(
    "text",
    ["https://example.org/page?id=3&copy;right", "Who said so?", "? said to improve", "Why? (no)",
     "R & D; more", "AT&T"],
)  # fmt: skip
def test_signs_that_mean_themselves_stand(text: str) -> None:
    assert fault_of(text) is None
