"""Words that slight a person, and what to write (NIDA Words Matter; AAP 2022; WHO 2023)."""

from __future__ import annotations

import re

_PERSON = r"(?:patients?|people|persons?|individuals?|adults?|men|women|subjects?|volunteers?)"
_BABY = r"(?:bab(?:y|ies)|newborns?|infants?|neonates?)"
_TEST = r"(?:urines?|tests?|screens?|samples?)"
_WERE = r"(?:is|are|was|were|be|been|being|comes? (?:back|out)|came (?:back|out)|remain(?:s|ed)?)"
# Whoever uses a page is a user in another sense.
_THING = r"(?:guides?|manuals?|interfaces?|names?|accounts?|settings?|friendly|defined)"
_PAGE = r"(?: of (?:this|these|the|our|a) (?:pages?|pictures?|sites?|tools?|notebooks?|lessons?))"
_DRUG = r"(?:substance|drug|opioid|opiate|alcohol|heroin|morphine|cocaine|pill|painkiller)"
_DOES = (
    r"(?= (?:are|were|do|did|does|have|had|can|may|need|feel|felt|who|in|at|and|or)\b|[.,;:!?]|$)"
)
_HARM = (
    r"(?:addictions?|opioids?|drugs?|heroin|alcohol|substances?|dependence|overdoses?|depression"
    r"|anxiety|suicide|mental|disease)"
)

_PREFER = {
    rf"(?:addicts?|junkies?|(?:ab|mis)users?|users?)(?!(?:['’]s?)?[ -]{_THING}\b|{_PAGE}\b)"
    r"|junkie['’]s"
    r"|(?:doctor[- ]shopp(?:ers?|ing)|stoners?|tweakers?|boozers?|pill poppers?|dope fiends?"
    r"|druggies?|(?:crack|smack|pill|pot)heads?|drug[- ]seekers?)"
    rf"|{_DRUG}-abusing|enslaved (?:by|to)|slaves? (?:to|of)|weak-willed|lack of willpower"
    r"|frequent flyers?|strung out"
    r"|f(?:e|a)ll(?:en)? off the wagon|moral failings?"
    rf"|drug[- ]seeking {_PERSON}|hooked on": "people who use opioids",
    r"alcoholics|drunkards?|winos?"
    r"|alcoholic(?! (?:drink|beverage|beer|wine|liver|hepatitis|content|solution|extract|tincture))"
    : "people with an alcohol use disorder",
    rf"{_DRUG} abuse|abus(?:e[sd]?|ing) (?:{_DRUG}|substance|drug)s?": (
        "use other than prescribed, or opioid use disorder"
    ),
    rf"{_DRUG} habits?|(?:bad|old|nasty) habits?|kick(?:s|ed|ing)? the habit": (
        "opioid use, or opioid use disorder"
    ),
    r"(?:gets?|getting|got) (?:a )?high"
    r"(?= (?:on|off|from|with|by|and|or|again|when|after|that)\b|(?! \w)(?!-))"
    r"|a high(?= (?:from|that|when|after)\b|(?! \w)(?!-))": "euphoria",
    r"(?:opioid )?(?:substitution|replacement) therapy|opioid (?:substitution|replacement)"
    r"|(?:replac|swap|trad)\w* one (?:addiction|drug) (?:with|for) another"
    r"|medication[- ]assisted (?:treatment|therapy)|(?-i:MAT)": (
        "medication for opioid use disorder"
    ),
    rf"(?:addicted|crack|drug|heroin|{_DRUG}-dependent) {_BABY}|born addicted"
    rf"|{_BABY} {_WERE} addicted": (
        "babies exposed to opioids before birth"
    ),
    r"commit(?:s|ted|ting)? suicide": "died by suicide",
    r"(?:failed|unsuccessful|successful|completed|botched) suicid\w+(?: attempts?)?"
    r"|(?:failed|unsuccessful|successful|botched) attempts? (?:at|of) suicide"
    r"|a botched suicide|suicide victims?|attempts? (?:was|were) (?:un)?successful": (
        "a suicide attempt, or died by suicide"
    ),
    rf"suffer(?:s|ed|ing)? from|victims? of (?:\w+ )?{_HARM}|mentally ill"
    r"|crazy(?! (?:quilt|paving))|lunatics?|insane|maniacs?|psychos?|madm[ae]n": (
        "lives with, or name the condition"
    ),
    rf"schizophrenics|an? schizophrenic(?! \w)|schizophrenic {_PERSON}"
    r"|psychotics|neurotics|depressives|epileptics|retarded"
    r"|an anorexic(?! (?:patient|person|girl|woman|state)s?)"
    r"|anorexics|psychopaths?": "people with the condition, by its name",
    rf"(?:depressed|anxious|addicted) {_PERSON}|{_PERSON} {_WERE} (?:depressed|anxious|addicted)"
    rf"|the (?:depressed|anxious|addicted|suicidal){_DOES}": (
        "people with depression, with anxiety or with an addiction"
    ),
    rf"normal {_PERSON}|normal controls|(?:healthy )?normals": "people without the condition",
    rf"(?:clean|dirty) {_TEST}|{_TEST} {_WERE} (?:clean|dirty)|test(?:s|ed|ing)? (?:clean|dirty)": (
        "tested negative, or tested positive"
    ),
    rf"(?:clean|dirty) {_PERSON}|(?:{_PERSON}|s?he|they|who) {_WERE} (?:clean|dirty)"
    r"|(?:get|gets|getting|got|stay|stays|stayed|staying) clean"
    r"(?! (?!from|for|and|or|after|while|since|again)\w)": "in recovery, or not using",
    r"(?:addict(?:ed|['’]s)) (?:brains?|minds?|bod(?:y|ies)|mothers?|fathers?|parents?)"
    r"|(?:heroin|opioid|opiate|crack|drug) (?:mothers?|moms?|mums?|fathers?|parents?|kids?"
    r"|brains?)"
    r"|psych (?:patients?|cases?)|(?:lack\w*|no|without) (?:self-)?(?:discipline|willpower)": (
        "people with an addiction"
    ),
    r"(?<!got )(?<!gets )(?<!get )(?<!getting )(?<!stay )(?<!stayed )(?<!staying )clean (?:for"
    r"|since) (?:\w+ ){0,3}(?:days?|weeks?|months?|years?)"
    r"|(?:has|have|had|not) been clean": "in recovery, or not using",
    r"failed (?:treatment|therapy|rehab|detox|methadone|buprenorphine|their treatment)": (
        "did not get better with it, as treatment fails and not people"
    ),
    r"(?:back to|return\w* to|f(?:ee|e)d\w*|fund\w*|support\w*|gave up) (?:their|his|her|the"
    r"|a) habit"
    r"|(?:their|his|her) habit": "opioid use, or opioid use disorder",
    rf"non-?compliant {_PERSON}|non-?compliance": "did not take it as agreed, and say why",
}  # fmt: skip
SLIGHTS = {
    re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE): better for words, better in _PREFER.items()
}
