"""Words to avoid: each is found in a sentence, and a word that only looks like it stands."""

import pytest

from explainer.curation import language

SLIGHTS = {
    "people who use opioids": (
        "addicts", "an addict", "a junkie", "abusers", "users", "a user", "the user's wish",
    ),
    "use other than prescribed, or opioid use disorder": ("substance abuse", "heroin abuse"),
    "euphoria": (
        "getting high", "getting a high", "got high on it", "gets a high from it", "a high",
        "a high from heroin", "“a high”",
    ),
    "medication for opioid use disorder": (
        "opioid replacement therapy", "substitution therapy", "medication-assisted treatment",
        "Medication assisted therapy", "MAT",
    ),
    "died by suicide": ("commit suicide", "commits suicide", "committed suicide"),
    "a suicide attempt, or died by suicide": (
        "a failed suicide attempt", "an unsuccessful suicide attempt", "completed suicide",
        "a failed attempt at suicide",
    ),
    "lives with, or name the condition": (
        "suffers from pain", "suffering from pain", "suffered from pain", "a victim of opioids",
        "mentally ill", "crazy",
    ),
    "people with depression, with anxiety or with an addiction": (
        "depressed patients", "anxious people", "addicted women", "patients were depressed",
    ),
    "people without the condition": (
        "normal people", "normal subjects", "normal controls", "healthy normals",
    ),
    "tested negative, or tested positive": (
        "clean urine", "a dirty test", "urines were dirty", "tested clean", "tests came back dirty",
    ),
    "in recovery, or not using": (
        "people who are clean", "clean patients", "she was clean", "stayed clean", "getting clean",
        "got clean for a year",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "better"), [(words, better) for better, many in SLIGHTS.items() for words in many]
)
def test_words_about_people_put_the_person_first(words: str, better: str) -> None:
    for sentence in (f"In one study, {words}.", f"Here {words}, and more so later."):
        faults = list(language.faults_of_words(sentence))
        assert [way_out for _, way_out in faults] == [f"write: {better}"], sentence


@pytest.mark.parametrize(
    "words",
    ["people who use opioids", "people with an addiction", "a higher score", "a high score",
     "getting high scores", "a high-value reward", "died by suicide", "after a suicide attempt",
     "people without the condition", "the user guide", "the users' guide", "a user-friendly page",
     "a clean page", "clean lines", "the page is clean", "get clean data", "a clean slate",
     "a mat", "rats on a mat", "depressed mood", "anxious depression", "became more depressed",
     "normal sleep", "healthy controls", "treatment for depression", "relief of suffering",
     "the testing of cleaners"],
)  # fmt: skip
def test_words_that_are_no_slight_stand(words: str) -> None:
    for sentence in (f"In this study, {words}.", f"{words} here".capitalize(), f"so {words} and"):
        assert list(language.faults_of_words(sentence)) == [], sentence


@pytest.mark.parametrize(
    "words",
    ["20 mg", "20mg", "2.5 mg", "5 mgs", "10-mg", "ten milligrams", "5 µg", "5 μg", "5 micrograms",
     "2 grams", "one gram", "half a tablet", "5 ml", "10 mcg", "two tablets", "3 pills",
     "6 capsules", "twice a day", "three times per day", "once daily", "every six hours",
     "every 6 hours", "every other day", "IV", "IV morphine", "i.v.", "i.m.", "s.c.", "p.o.",
     "it was given iv", "intravenous use", "intramuscular use", "subcutaneously", "sublingually",
     "intranasal use", "a nasal spray", "it is dissolved under the tongue", "by mouth",
     "an oral dose", "injected", "an injection", "inhaled", "snorted", "smoked", "transdermal"],
)  # fmt: skip
def test_no_dose_and_no_route_passes(words: str) -> None:
    for sentence in (f"Rats kept away after {words}", f"With {words} rats kept away."):
        (fault,) = language.faults_of_words(sentence)
        assert fault[0].endswith("tells a dose or a route"), sentence
        assert fault[1] == "leave amounts and routes out; this is descriptive only"


@pytest.mark.parametrize(
    "words",
    ["phase IV", "Phase III-IV", "layers III and IV", "DSM-IV", "type IV", "table IV", "point iv",
     "M6G", "one G protein", "7 G proteins", "morphine-6-glucuronide", "U-50,488H", "8 people",
     "3 groups", "ten mice", "5 minutes", "every day", "everyday rewards", "every few years",
     "daily use", "once in a while", "e.g. rats", "i.e. rats", "oral history", "the vein of it",
     "no dose"],
)  # fmt: skip
def test_a_number_and_a_numeral_are_no_dose_and_no_route(words: str) -> None:
    for sentence in (f"Rats kept away after {words}", f"With {words} rats kept away."):
        assert list(language.faults_of_words(sentence)) == [], sentence


@pytest.mark.parametrize(
    "words",
    ["Start taking morphine daily.", "It slows breath. Avoid mixing.", "Please keep taking notes.",
     "It is old; consider switching.", "Take a break.", "When it is over, buy naloxone."],
)  # fmt: skip
def test_an_order_passes_nowhere_that_a_sentence_begins(words: str) -> None:
    assert len(list(language.faults_of_words(words))) == 1


def test_all_slights_and_the_first_dose_are_told_at_once() -> None:
    faults = [fault for fault, _ in language.faults_of_words("Addicts took 5 mg, 6 mg, then users")]
    assert faults == ["'Addicts'", "'5 mg' tells a dose or a route"]


@pytest.mark.parametrize(
    "verb",
    ["cause", "causes", "caused", "may cause", "could cause", "leads to", "led to", "cures",
     "cured", "treats", "treated", "boosts", "boosted", "boosting", "prevents", "prevented"],
)  # fmt: skip
def test_a_verb_of_cause_is_found(verb: str) -> None:
    assert language.cause_in(f"In people, it {verb} low mood.") == verb
    assert language.cause_claimed_in(f"In people, it {verb} low mood.") == verb


@pytest.mark.parametrize(
    "words",
    ["went with", "was treated with", "treated for pain", "because of", "the causes of", "no cause",
     "a cause", "treatment", "accurate", "a lead", "curious"],
)  # fmt: skip
def test_other_verbs_tell_no_cause(words: str) -> None:
    assert language.cause_in(f"It {words} low mood.") == ""


def test_a_cause_that_is_denied_is_not_claimed() -> None:
    denied = "It cannot show that use caused low mood"
    assert language.cause_claimed_in(f"{denied}.") == ""
    assert language.cause_claimed_in(f"{denied}; later it led to more.") == "led to"
    assert language.cause_in(denied) == "caused"
