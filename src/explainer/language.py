"""Words that no text of ours may hold: slights, doses and routes, causes that nobody showed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PERSON = r"(?:patients?|people|persons?|individuals?|adults?|men|women|subjects?|volunteers?)"
_TEST = r"(?:urines?|tests?|screens?|samples?)"
_WERE = r"(?:is|are|was|were|be|been|being|comes? (?:back|out)|came (?:back|out)|remain(?:s|ed)?)"
_THING = r"(?:guides?|manuals?|interfaces?|names?|accounts?|settings?|friendly|defined)"

# Words about people, and what to write instead (sources: NIDA Words Matter; AAP 2022; WHO 2023).
_PREFER = {
    rf"(?:addicts?|junkies?|abusers?|users?)(?!(?:['’]s?)?[ -]{_THING}\b)": (
        "people who use opioids"
    ),
    r"(?:substance|drug|opioid|alcohol|heroin) abuse": (
        "use other than prescribed, or opioid use disorder"
    ),
    r"(?:gets?|getting|got) (?:a )?high"
    r"(?= (?:on|off|from|with|by|and|or|again|when|after|that)\b|(?! \w)(?!-))"
    r"|a high(?= (?:from|that|when|after)\b|(?! \w)(?!-))": "euphoria",
    r"(?:opioid )?(?:substitution|replacement) therapy"
    r"|medication[- ]assisted (?:treatment|therapy)|(?-i:MAT)": (
        "medication for opioid use disorder"
    ),
    r"commit(?:s|ted|ting)? suicide": "died by suicide",
    r"(?:failed|unsuccessful|successful|completed) suicid\w+(?: attempts?)?"
    r"|(?:failed|unsuccessful|successful) attempts? (?:at|of) suicide": (
        "a suicide attempt, or died by suicide"
    ),
    r"suffer(?:s|ed|ing)? from|victims? of|mentally ill|crazy": (
        "lives with, or name the condition"
    ),
    rf"(?:depressed|anxious|addicted) {_PERSON}|{_PERSON} {_WERE} (?:depressed|anxious|addicted)": (
        "people with depression, with anxiety or with an addiction"
    ),
    rf"normal {_PERSON}|normal controls|healthy normals": "people without the condition",
    rf"(?:clean|dirty) {_TEST}|{_TEST} {_WERE} (?:clean|dirty)|test(?:s|ed|ing)? (?:clean|dirty)": (
        "tested negative, or tested positive"
    ),
    rf"(?:clean|dirty) {_PERSON}|(?:{_PERSON}|s?he|they|who) {_WERE} (?:clean|dirty)"
    r"|(?:get|gets|getting|got|stay|stays|stayed|staying) clean"
    r"(?! (?!from|for|and|or|after|while|since|again)\w)": "in recovery, or not using",
}
_STIGMA = {
    re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE): better for words, better in _PREFER.items()
}

_NUMBER_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    "|fifty|sixty|eighty|hundred|half a"
)
# A digit inside a name, as in M6G, begins no amount.
_NUMBER = rf"(?:(?<![\w.,])\d[\d.,]*|\b(?:{_NUMBER_WORD}))"
_UNIT = (
    r"(?:mgs?|mcgs?|[µμ]g|gs?(?![ -]proteins?\b)|kgs?|mls?|(?:micro|milli|kilo)?grams?"
    r"|milli(?:lit(?:re|er)s?)|tablets?|pills?|capsules?)"
)
_OFTEN = (
    rf"(?:once|twice|thrice|(?:\d+|{_NUMBER_WORD}) times) (?:an?|per|each|every) (?:day|night|hour)"
    rf"|(?:once|twice|thrice) daily|every (?:other|\d+|{_NUMBER_WORD}) (?:hours?|days?)"
)
# What stands before a Roman numeral; nothing of the kind stands before the route.
_COUNTED = (
    "phase", "phases", "type", "class", "group", "part", "stage", "layer", "volume", "factor",
    "level", "schedule", "table", "figure", "chapter", "section", "DSM", "I", "I and", "I or",
    "I to", "V and", "V or",
)  # fmt: skip
_NO_NUMERAL = "".join(rf"(?<!{word}[ /–-])" for word in _COUNTED)
_VEIN = (
    rf"{_NO_NUMERAL}\b(?-i:IV)\b(?!-)"
    r"|\b(?-i:[ip]\.\s?[vmpo]\.|s\.\s?c\.)|\b(?:given|taken) i[vm]\b"
)
_ROUTE = (
    r"\b(?:intra(?:venous|muscular|nasal|peritoneal|thecal|dermal|cerebroventricular)"
    r"|subcutaneous|sublingual|transdermal|inject|inhal|snort|smok)\w*"
    r"|\b(?:oral dose|by mouth|orally|(?:nose|nasal) sprays?|nasally|rectally"
    r"|(?:under|below|beneath) (?:the|your|their) tongue)\b"
)
_DOSE = re.compile(rf"{_NUMBER}[\s-]?{_UNIT}\b|\b(?:{_OFTEN})\b|{_VEIN}|{_ROUTE}", re.IGNORECASE)

_CAUSE = re.compile(
    r"\b(?:caus(?:es|ed|ing)(?! of\b)|(?:may|might|can|could) cause"
    r"|(?<!\ba )(?<!\bno )(?<!\bany )(?<!\bthe )cause(?! of\b)|led to|leads? to|cur(?:es?|ed)"
    r"|treats|treated(?! (?:with|for|in|at|by)\b)|boost\w*|prevent\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|cannot|neither|nor|whether)\b[^.;:]*$", re.IGNORECASE)


def faults_of_words(text: str) -> Iterator[tuple[str, str]]:
    """Find words that slight a person or tell a dose or a route: the fault and the way out."""
    for pattern, better in _STIGMA.items():
        if found := pattern.search(text):
            yield f"{found[0]!r}", f"write: {better}"
    if found := _DOSE.search(text):
        way_out = "leave amounts and routes out; this is descriptive only"
        yield f"{found[0]!r} tells a dose or a route", way_out


def cause_in(text: str) -> str:
    """Find the first verb that tells of a cause; empty where there is none."""
    found = _CAUSE.search(text)
    return found[0] if found else ""


def cause_claimed_in(text: str) -> str:
    """Find such a verb where the words before it do not say that no cause was shown."""
    places = (found for found in _CAUSE.finditer(text) if not _DENIED.search(text[: found.start()]))
    return next((found[0] for found in places), "")
