"""Rankings by strength: a number of times, a degree, or a word for how strong a drug is."""

from __future__ import annotations

import re
from collections.abc import Iterable

DRUG = (  # what ends so, in one group: each word is looked through once, not fourteen times
    r"(?:\w*(?:orphine|orphan\w*|codeine|fentan[iy]l\w*|methadone|adol|azocine|nitazenes?|buphine"
    r"|peridine|furafine|caprant|dynorphins?|enkephalins?|endorphins?|codone|morphone)"
    r"|heroin|salvinorin(?: A)?|pethidine|loperamide|7-OH|DAMGO|naltrexone|naloxone|nalmefene"
    r"|kratom|mitragynine|opium|laudanum|tianeptine|e?s?ketamine|benzodiazepines?"
    r"|(?:opioid|opiate)s?|kappa blockers?)"
)
BEGIN = r"(?:^|[.;:!?]\s+|(?<=, )|\b(?:do not|don['’]t|never|always|please) )"
_NOUN = (
    r"(?:opioids?|opiates?|painkillers?|analgesics?|drugs?|medicines?|medications?|substances?"
    r"|agonists?|antagonists?|blockers?|ligands?|molecules?|compounds?|narcotics?|fentanyls?)"
)
_DEGREE = (
    r"(?:(?:super|ultra)-?)?(?:strong(?:er|est)?|weak(?:er|est)?|mild(?:er|est)?|gentl(?:er?|est)"
    r"|powerful)"
)
_MOST = r"(?:(?:strong|weak|mild)est|most powerful)"
_COMPARED = rf"(?:stronger|weaker|milder|more powerful|less powerful|the {_MOST})"
_WORD_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|ten|twenty|fifty|eighty|(?:an? )?hundred|(?:an? )?thousand"
    r"|several|many)"
)
_OTHER = r"(?:critic|critique|argument|idea|image|reason|story|slogan|symbol|reminder|force)"
# An association may be strong: that ranks no drug.
_NO_LINK = "".join(
    rf"(?<!{thing} {verb} )"
    for thing in ("link", "association", "effect", "signal", "relation", "response", "risk")
    for verb in ("is", "was")
)
_OUTDOES = (
    r"(?:dwarfs?|dwarfed|outguns?|outclass\w*|outmatch\w*|outshin\w*|overpower\w*|trumps?|trumped"
    r"|eclips\w*|overshadow\w*|tops|topped)"
)
_GIANT = (
    r"(?:heavyweights?|lightweights?|powerhouses?|giants?|weaklings?|monsters?|champions?|kings?)"
)
_RULES = (
    (rf"\b(?:{DRUG}|{_NOUN})\b (?:\w+ )?{_OUTDOES}\b|\b{_OUTDOES} (?:all |even |other"
    rf" )*(?:{DRUG}|{_NOUN})\b"),
    (r"\b(?:gram(?:me)?|milligram|microgram|molecule|weight|pound|drop) for (?:gram(?:me)?"
    r"|microgram|molecule|weight|pound|drop)\b"),
    (rf"\b(?:beats?|leaves?|left|puts?)\b[^.;]{{0,12}}\b(?:{DRUG}|{_NOUN})\b (?:\w+ )?"
    r"(?:behind|hands down|in the shade|to shame)\b"),
    rf"\bpacks? (?:as|so) much\b|\b{DRUG} is an? (?:toy|joke|trifle|sledgehammer|child's play)\b",
    rf"\bmore (?:fiercely|strongly|powerfully) than {DRUG}\b",
    rf"\b(?:next to|beside|against|compared with) {DRUG}, {DRUG} (?:is|looks|seems|was)\b",
    r"\bhits? (?:\w+ )?hard(?:er|est)\b",
    (r"\b(?:nowhere|not anywhere|anywhere) near\b[^.;]{0,20}\b(?:power|strength|force|punch"
    r"|kick)\b"),
    (rf"\b(?:an?|the|its) {_GIANT} (?:of|among|in) (?:the )?(?:{DRUG}|{_NOUN}|family|group"
    rf"|class|lot)\b"),
    rf"\b(?:{DRUG}|{_NOUN}) (?:is|are|was) (?:an?|the) (?:\w+ )?{_GIANT}\b",
    (rf"\b(?:feeble|puny|mighty|tame|fierce|brutal|weak|strong|mild|gentle)(?:er|est)?"
    rf" (?:cousin|brother"
    rf"|sister|relative|sibling|version|form|copy) of (?:{DRUG}|{_NOUN})\b"),
    rf"\b(?:{_WORD_NUMBER} times|twice) as much (?:of )?{DRUG}\b",
    (rf"\b(?:among|of) (?:the |all )*(?:\w+ )?(?:{DRUG}|{_NOUN})\b[^.;]{{0,30}}"
    r"\b(?:at|to|near) the (?:very )?(?:top|bottom)\b"),
    rf"(?:super|ultra|equi)-?potent\b|\bpotent {_NOUN}",
    rf"(?:more|most|less|least|very|highly|extremely|as|equally) potent\b(?! {_OTHER})",
    (r"\b(?<!efficacy and )(?<!efficacy or )(?<!term )(?<!word )(?<!what )potenc(?:y|ies)\b"
    rf"(?! of (?:an? |the )?{_OTHER}| (?:and|or|versus) efficacy| means?\b)"),
    rf"\b{_DEGREE} (?!partial)(?:\w+ )?{_NOUN}\b(?! (?:use|study|trial|research|evidence))",
    r"\b(?:low|high|full|extra)-(?:strength|potency)\b|\bnothing is (?:stronger|weaker)(?=[.,;]|$)",
    r"\bpacks? (?:a|more) (?:\w+ )?punch\b|\bhits? harder\b",
    r"\bheavy(?:weights?|[- ]hitters?) among\b",
    rf"\b(?:takes?|needs?) (?:far |much )?less (?:of it )?than (?:of )?{DRUG}\b",
    rf"\bas (?:strong|powerful|weak|mild) as (?:{DRUG}|it|them)\b",
    r"\b(?:stronger|weaker) by weight\b",
    rf"\b(?:\w+-fold|{_WORD_NUMBER}fold) (?:more potent|stronger|weaker|more powerful)\b",
    rf"\bless of it than of {DRUG}\b",
    rf"\b{_MOST} of (?:all |the |these |known )*(?:{_NOUN}|{DRUG}|them)\b",
    rf"\b{_COMPARED} than (?:{DRUG}|it|them|any (?:other )?{_NOUN})\b",
    (rf"\b(?:(?:it|they) (?:is|are)|{DRUG} (?:is|are|was|were)) (?:\w+ )?"
    rf"(?:{_WORD_NUMBER} times )?{_COMPARED}"
    r"(?= than| of all| by far| here\b|[.,;]|$)"),
    (rf"\b{_NO_LINK}(?:{_WORD_NUMBER} times|twice) (?:(?:as|more) (?:strong|powerful|potent)"
    r"|stronger|weaker|its weight|(?:the|its) (?:strength|potency))\b"),
    r"\b(?:rank|order|sort|list)\w*\b[^.;]{0,30} (?:by|in) strength\b",
    rf"\b{DRUG} by (?:\w+ )?strength\b|\bin strength\b|\b(?:its|their) strength (?:is|was|are)\b",
    rf"\b{DRUG} (?:is|was|are|were|comes?|came) (?:by far |clearly )?(?:the )?(?:{_MOST}|first)\b",
    r"\bless (?:of it )?(?:is|was) needed (?:than|for the same)\b",
    rf"\b(?:punch|kick|clout|power|might) of {DRUG}\b",
    rf"\bno (?:other |known )?{_NOUN} (?:is|are|was) (?:as|so|more) (?:potent|strong|powerful)\b",
    rf"\b(?:strong and weak|weak and strong|strong or weak) (?:ones|{_NOUN})\b",
    (rf"\b{DRUG}\b[^.;]{{0,30}}\b(?:{_WORD_NUMBER} times|twice|\w+-?fold|by a factor of \w+)"
    r"[^.;]{0,20}\b(?:as|than|that of|more|less|tight\w*|firm\w*|strong\w*|weak\w*)\b"),
    (r"\b(?:stronger|weaker|milder|more powerful|less powerful) of (?:the|these|those|both)"
    r" (?:two|three|four|pair)\b(?! (?:stud|trial|design|paper|link|finding)\w*)"),
    rf"\b{DRUG} (?:is|was) the (?:more|less) (?:powerful|potent)\b",
    rf"\bbinds?\b[^.;]{{0,30}}\b(?:{_WORD_NUMBER} times|twice|\w+-?fold)\b",
    rf"\b(?:{DRUG}|{_NOUN})\b[^.;]{{0,30}}\bby a factor of\b",
    (rf"\b{DRUG} (?:\w+ ){{0,2}}(?:more|less) (?:strongly|powerfully|potently|power|strength|kick"
    r"|punch)\b"),
    rf"\b(?:in|of) (?:strength|power),? (?:it|they|{DRUG})\b",
    rf"\b(?:beats?|exceeds?|exceeded|surpass\w*|outrank\w*|outdo\w*) {DRUG}\b",
)  # fmt: skip


def any_of(rules: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all; what begins a word, or a sentence, is looked for there alone.

    A rule of the second kind has no other way to begin: what they share is asked for once.
    """
    words, begun, rest = [], [], []
    for rule in rules:
        if rule.startswith(r"\b"):
            words.append(rule.removeprefix(r"\b"))
        elif rule.startswith(BEGIN):
            begun.append(rule.removeprefix(BEGIN))
        else:
            rest.append(rule)
    groups = ((r"\b(?=\w)", words), (BEGIN, begun), ("", rest))
    parts = (f"{before}(?:{'|'.join(group)})" for before, group in groups if group)
    return re.compile("|".join(parts), re.IGNORECASE)


RANKING = any_of(_RULES)
_DENIED_AFTER = re.compile(r"^[^\".;:”]{0,30}[\"”] (?:is|was) (?:not|no)\b")
_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|never|nor|without|neither|nothing|nobody|none)\b[^.;:]{0,40}$", re.IGNORECASE
)


def is_denied(text: str, found: re.Match[str]) -> bool:
    """Whether the words around say that it is not so, or no sentence to be said here."""
    before, after = text[: found.start()], text[found.end() :]
    return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after))
