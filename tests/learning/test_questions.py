"""The questions themselves: enough of them, fair ones, and each rule broken once."""

import inspect
import re
from collections import Counter

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import cues, rules
from explainer.curation.rules import options as of_options
from explainer.curation.rules import predictions as of_predictions
from explainer.curation.rules import teaching
from explainer.curation.rules.options import words_of
from explainer.learning import quiz, support
from explainer.model.schema import Option, Question
from grades import grade
from lessons.names import ASKING

QUESTIONS = "teaching/questions.csv"
OPTIONS = "teaching/options.csv"
MISCONCEPTIONS = "teaching/misconceptions.csv"
Cells = dict[str, str]


@pytest.fixture(scope="module")
def asked(system: ex.System) -> list[tuple[Question, list[Option]]]:
    return [
        (question, list(quiz.options_of(system, question.id).values()))
        for question in system.questions.values()
    ]


# The rules, on a small set of tables


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path))]


def test_every_rule_for_teaching_is_run() -> None:
    written = {
        rule
        for module in (teaching, of_options, of_predictions)
        for name, rule in inspect.getmembers(module, inspect.isfunction)
        if rule.__module__ == module.__name__
        and list(inspect.signature(rule).parameters) == ["system"]
    }
    run = {rule for rule in written if not rule.__name__.startswith("_")} - {teaching.check}
    assert set(teaching.RULES) == run


CASES: dict[str, tuple[str, str, Cells, list[str]]] = {
    "no option is right": (
        OPTIONS, "q1a", {"is_answer": "no", "misconception": "m_one"},
        [(f"{QUESTIONS}:2: id: 0 of its options are right"
        " (mark one option as the answer, the rest no)")],
    ),
    "two options are right": (
        OPTIONS, "q1b", {"is_answer": "yes", "misconception": ""},
        [(f"{QUESTIONS}:2: id: 2 of its options are right: q1a, q1b"
        " (mark one option as the answer, the rest no)")],
    ),
    "two options read the same": (
        OPTIONS, "q1c", {"text": "At mu ITSELF."},
        [f"{OPTIONS}:4: text: another option of the question reads the same (reword it)"],
    ),
    "a wrong option shows no misconception": (
        OPTIONS, "q1b", {"misconception": ""},
        [(f"{OPTIONS}:3: misconception: a wrong option without a misconception"
        " (name the misconception that makes it tempting, or drop the option)")],
    ),
    "the right option shows a misconception": (
        OPTIONS, "q1a", {"misconception": "m_one"},
        [(f"{OPTIONS}:2: misconception: the right option names 'm_one'"
        " (leave it blank, or mark another option as right)")],
    ),
    "an option stands for the others": (
        OPTIONS, "q1c", {"text": "Both of the above."},
        [f"{OPTIONS}:4: text: 'Both of the above.' tests how options are read (say what is meant)"],
    ),
    "an option gives its reason": (
        OPTIONS, "q1b", {"text": "At mu, as it fits."},
        [(f"{OPTIONS}:3: text: 'as' opens a reason, which sets this option apart"
        " (make it a bare claim and give the reason in its feedback)")],
    ),
    "the right option is much longer": (
        OPTIONS, "q1a", {"text": "At kappa and at a good many other places."},
        [(f"{OPTIONS}:2: text: the right option has 41 letters, the wrong ones have 13 to 15"
        " (bring all options to about one length)")],
    ),
    "the right option is much shorter": (
        OPTIONS, "q1a", {"text": "No."},
        [(f"{OPTIONS}:2: text: the right option has 3 letters, the wrong ones have 13 to 15"
        " (bring all options to about one length)")],
    ),
    "only a wrong option is firm": (
        OPTIONS, "q1b", {"text": "Only mu."},
        [(f"{OPTIONS}:3: text: 'Only' is firm where the right option is not"
        " (take it out, or make the right option as firm)")],
    ),
    "only the right option is hedged": (
        OPTIONS, "q1a", {"text": "Perhaps kappa."},
        [(f"{OPTIONS}:2: text: 'Perhaps' leaves room for doubt, and no wrong option does"
        " (take it out, or leave a wrong option as much room)")],
    ),
    "the stem holds the answer": (
        QUESTIONS, "q1", {"prompt": "Dynorphin A likes kappa. Where is it found?"},
        [(f"{QUESTIONS}:2: prompt: 'kappa' stands in the right option too, and in no wrong one"
        " (use another word here, or use it in a wrong option)")],
    ),
    "the hint gives the answer": (
        QUESTIONS, "q1", {"hint": "It begins as kappa does."},
        [(f"{QUESTIONS}:2: hint: 'kappa' stands in the right option too, and in no wrong one"
        " (use another word here, or use it in a wrong option)")],
    ),
    "a question is about the product": (
        QUESTIONS, "q1", {"prompt": "What do these pages say of dynorphin A?"},
        [(f"{QUESTIONS}:2: prompt: 'these pages' belongs to this product, not to the subject"
        " (ask about the finding, or say source)")],
    ),
    "a question of transfer has no headline": (
        QUESTIONS, "q1", {"skill": "transfer"},
        [(f"{QUESTIONS}:2: headline: a question of transfer has no headline"
        " (headlines belong to questions of transfer, each with one)")],
    ),
    "another question has one": (
        QUESTIONS, "q1", {"headline": "Tea calms"},
        [(f"{QUESTIONS}:2: headline: a question of recall has a headline"
        " (headlines belong to questions of transfer, each with one)")],
    ),
    "a figure stands without its headline": (
        QUESTIONS, "q1", {"figure": "Tea: 3 of 9 felt calm"},
        [f"{QUESTIONS}:2: figure: a figure without its headline (write the headline as well)"],
    ),
    "a form has no twin": (
        QUESTIONS, "q1", {"form": "before"},
        [(f"{QUESTIONS}:2: form: 'before' has 1 of recall in its lesson, 'after' 0"
        " (give 'after' a like question, or leave this one blank)")],
    ),
}  # fmt: skip

DECOYS: dict[str, tuple[str, str, Cells]] = {
    "since a year": (OPTIONS, "q1b", {"text": "Since 1975."}),
    "as in a comparison": (OPTIONS, "q1b", {"text": "As at mu."}),
    "a third longer": (OPTIONS, "q1a", {"text": "At kappa, in the end."}),
    "a firm right option": (OPTIONS, "q1a", {"text": "Only kappa."}),
    "a wrong option in doubt": (OPTIONS, "q1b", {"text": "Perhaps mu."}),
    "a stem with a word of all": (QUESTIONS, "q1", {"prompt": "At which receptors is it?"}),
    "a table in the world": (QUESTIONS, "q1", {"prompt": "At which receptor is it stable?"}),
    "transfer with its headline": (
        QUESTIONS, "q1", {"skill": "transfer", "headline": "Tea calms",
                          "figure": "Tea: 3 of 9 felt calm;Water: 2 of 9 felt calm"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "row", "cells"), DECOYS.values(), ids=DECOYS)
def test_what_only_looks_like_a_fault_stands(
    copy: Copy, table: str, row: str, cells: Cells
) -> None:
    copy.set(table, row, **cells)
    assert told(copy) == []


def test_a_figure_of_another_form_is_not_loaded(copy: Copy) -> None:
    copy.set(QUESTIONS, "q1", figure="about half of them")
    (fault,) = copy.faults()
    assert fault == (
        f"data/{QUESTIONS}:2: figure: 'about half of them' is not a bar of a figure"
        " (write it as 'Placebo: 60 of 100 felt better')"
    )


@pytest.mark.parametrize(("table", "row", "cells", "faults"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_told(
    copy: Copy, table: str, row: str, cells: Cells, faults: list[str]
) -> None:
    copy.set(table, row, **cells)
    assert told(copy) == [f"data/{fault}" for fault in faults]


def test_a_question_with_two_options_is_told(copy: Copy) -> None:
    copy.swap(OPTIONS, b"q1c,q1,At another one.,no,m_one,The row names one.\n", b"")
    assert told(copy) == [f"data/{QUESTIONS}:2: id: it has 2 options (give it 3 or 4)"]


def test_a_question_with_five_options_is_told(copy: Copy) -> None:
    copy.add(OPTIONS, "q1d,q1,At delta.,no,m_one,Not here.")
    copy.add(OPTIONS, "q1e,q1,At NOP.,no,m_one,Not here.")
    assert told(copy) == [f"data/{QUESTIONS}:2: id: it has 5 options (give it 3 or 4)"]


def test_a_question_with_four_options_stands(copy: Copy) -> None:
    copy.add(OPTIONS, "q1d,q1,At delta.,no,m_one,Not here.")
    assert told(copy) == []


def test_a_misconception_that_nobody_shows_is_told(copy: Copy) -> None:
    copy.add(MISCONCEPTIONS, "m_two,Another,So they say.,It is not so.,e1")
    assert told(copy) == [
        (
            f"data/{MISCONCEPTIONS}:3: id: no option shows it"
            " (ask a question that brings it out, or drop it)"
        )
    ]


@pytest.mark.parametrize(
    "text", ["None of these.", "Both of them", "all of the above", "Neither of these.",
             "A and the above together"],
)  # fmt: skip
def test_catch_alls_are_told_whatever_their_words(copy: Copy, text: str) -> None:
    copy.set(OPTIONS, "q1a", text="At kappa alone.")  # as firm as some of these
    copy.set(OPTIONS, "q1c", text=text)
    assert len(told(copy)) == 1


@pytest.mark.parametrize(
    "text", ["All of them bind.", "None of them has been tested.", "It acts from above."]
)
def test_options_that_speak_of_several_things_stand(copy: Copy, text: str) -> None:
    copy.set(OPTIONS, "q1a", text="At kappa alone.")
    copy.set(OPTIONS, "q1c", text=text)
    assert told(copy) == []


def test_a_question_without_rows_behind_it_is_not_loaded(copy: Copy) -> None:
    copy.set(QUESTIONS, "q1", because="")
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{QUESTIONS}:2: because: ")
    assert fault.endswith(")")


def test_an_option_without_feedback_is_not_loaded(copy: Copy) -> None:
    copy.set(OPTIONS, "q1b", feedback="")
    (fault,) = copy.faults()
    assert fault.startswith(f"data/{OPTIONS}:3: feedback: ")
    assert fault.endswith(")")


# The questions of the lessons


def test_there_are_questions_for_every_lesson(system: ex.System) -> None:
    assert len(system.questions) >= 48
    assert len(system.questions.where(skill="transfer")) >= 12
    assert [name for name in quiz.titles(system) if len(quiz.questions_of(system, name)) < 2] == []


def test_two_forms_are_drawn_alike_and_stand_in_no_lesson(system: ex.System) -> None:
    before, after = (quiz.form_of(system, form) for form in ("before", "after"))
    plans = [Counter((row.lesson, row.skill) for row in form.values()) for form in (before, after)]
    assert plans[0] == plans[1]
    assert {lesson for lesson, _ in plans[0]} <= set(quiz.titles(system))
    assert len({lesson for lesson, _ in plans[0]}) >= 4
    assert plans[0]["07_the_verdict", "transfer"] >= 3
    shown = {row for lesson in quiz.titles(system) for row in quiz.questions_of(system, lesson)}
    assert shown & {*before, *after} == set()
    assert shown | {*before, *after} == set(system.questions)


def test_no_question_is_asked_twice(system: ex.System) -> None:
    prompts = [question.prompt for question in system.questions.values()]
    assert len(prompts) == len(set(prompts))


def test_misconceptions_are_few_enough_to_know(system: ex.System) -> None:
    assert 12 <= len(system.misconceptions) <= 20


def test_options_of_a_question_stand_together_in_the_order_of_the_questions(
    system: ex.System,
) -> None:
    order = list(dict.fromkeys(option.question for option in system.options.values()))
    assert order == list(system.questions)


def test_the_right_answer_stands_in_each_place_about_equally_often(
    asked: list[tuple[Question, list[Option]]],
) -> None:
    places = Counter(
        (len(options), [option.is_answer for option in options].index(True)) for _, options in asked
    )
    for size in {size for size, _ in places}:
        counts = [places[size, place] for place in range(size)]
        assert max(counts) - min(counts) <= 2, places


def test_length_does_not_give_the_right_answer_away(
    asked: list[tuple[Question, list[Option]]],
) -> None:
    """Chance makes it the longest, and the shortest, of about a third."""
    longest = shortest = 0
    for _, options in asked:
        lengths = {len(option.text): option.is_answer for option in options}
        longest += lengths[max(lengths)]
        shortest += lengths[min(lengths)]
    assert longest <= len(asked) * 0.45
    assert shortest <= len(asked) * 0.45


# What gives an answer away: guessers who know nothing of the field

RUNS = 1_000  # with the keys dealt out anew; the real score must stay below 95 % of them


@pytest.fixture(scope="module")
def items(asked: list[tuple[Question, list[Option]]]) -> list[cues.Item]:
    return [
        cues.Item(
            tuple(option.text for option in options),
            [option.is_answer for option in options].index(True),
        )
        for _, options in asked
    ]


@pytest.mark.parametrize("guesser", cues.GUESSERS)
def test_who_knows_nothing_of_the_field_does_no_better_than_chance(
    items: list[cues.Item], guesser: str
) -> None:
    guess = cues.GUESSERS[guesser]
    chance = cues.by_chance(items, guess, RUNS)
    limit = chance[int(RUNS * 0.95)]
    told = f"{guesser} gets {cues.score(items, guess):.1f} of {len(items)}, {limit:.1f} at most"
    way_out = "look for what the right options have in common: length, doubt, a word; see CURATING"
    assert cues.score(items, guess) < limit, f"{told} ({way_out})"


def cued(mark: str) -> list[cues.Item]:
    """Twelve questions whose right option, each time in another place, bears a mark."""
    made = []
    for number in range(12):
        options = [f"Claim {number} {letter}." for letter in "abc"]
        options[number % 3] = f"{mark} claim {number}."
        made.append(cues.Item(tuple(options), number % 3))
    return made


@pytest.mark.parametrize(
    ("guesser", "mark"),
    [
        ("rule of thumb", "It may be a rather long"),
        ("most cautious", "Still open:"),
        ("longest", "A much longer and fuller"),
        ("shortest", ""),
        ("words", "Open"),
        ("looks", "Perhaps"),
    ],
)
def test_a_guesser_finds_what_gives_answers_away(guesser: str, mark: str) -> None:
    guess = cues.GUESSERS[guesser]
    made = cued(mark)
    assert cues.score(made, guess) > cues.by_chance(made, guess, 200)[190]


def test_chance_is_the_same_on_each_run(items: list[cues.Item]) -> None:
    guess = cues.GUESSERS["longest"]
    assert cues.by_chance(items, guess, 5) == cues.by_chance(items, guess, 5)


def test_no_question_answers_another(asked: list[tuple[Question, list[Option]]]) -> None:
    """Two words of a right option never stand together where the same thing is spoken of."""
    faults = []
    for question, options in asked:
        stem = words_of(f"{question.headline} {question.prompt}")
        key = {word for option in options if option.is_answer for word in words_of(option.text)}
        key -= stem
        for other, others in asked:
            if other is question or len(key) < 2:
                continue
            about = words_of(f"{other.headline} {other.prompt}")
            texts = [other.prompt, other.hint, *(option.feedback for option in others)]
            if len(stem & about) >= 2 and any(key <= words_of(text) for text in texts):
                faults.append(f"{other.id} answers {question.id} ({', '.join(sorted(key))})")
    assert faults == []


def test_an_option_is_short_and_feedback_is_one_sentence_or_two(system: ex.System) -> None:
    for option in system.options.values():
        assert len(option.text) <= 75, option.id
        assert len(option.feedback) <= 220, option.id
        assert len(re.findall(r"[.?!](?=\s|$)", option.feedback)) <= 3, option.id


def test_the_article_and_the_two_voices_are_the_heart(system: ex.System) -> None:
    """Each kind of mistake in the article is asked about, and both voices stand behind answers."""
    behind = {row for question in system.questions.values() for row in question.because}
    assert {"c11", "c14", "c25", "c23", "c42"} <= behind
    voices = {system.find(row).voice for row in behind}
    assert voices == {"article", "pharmacology", "ours"}


@pytest.mark.parametrize("lesson", ASKING)
def test_questions_and_feedback_are_easy_to_read(system: ex.System, lesson: str) -> None:
    texts = []
    for question in quiz.questions_of(system, lesson).values():
        options = quiz.options_of(system, question.id).values()
        texts += [question.prompt, question.hint, *(option.feedback for option in options)]
    assert grade(texts) < 8


def test_misconceptions_are_easy_to_read_and_say_that_it_is_not_so(system: ex.System) -> None:
    texts = [f"{row.belief} {row.refutation}" for row in system.misconceptions.values()]
    assert grade(texts) < 8
    denial = re.compile(
        r"\b(?:not|cannot|only some are|two things|different things)\b", re.IGNORECASE
    )
    assert [
        row.id for row in system.misconceptions.values() if not denial.search(row.refutation)
    ] == []


def test_the_reading_grade_tells_easy_from_hard() -> None:
    assert grade(["The cat sat on the mat. It was fat."]) < 2
    assert (
        grade(["Pharmacological characterisation necessitates methodological standardisation."])
        > 15
    )


def test_a_verdict_behind_an_answer_follows_the_claim_that_it_is_on(system: ex.System) -> None:
    """A reader who meets a verdict alone would take it for one on the question."""
    for question in system.questions.values():
        for before, row in zip(("", *question.because), question.because, strict=False):
            if row in system.assessments:
                assert before == system.assessments[row].claim, question.id


def test_a_number_in_a_question_or_its_answer_is_in_the_rows_behind_it(
    system: ex.System, asked: list[tuple[Question, list[Option]]]
) -> None:
    number = re.compile(r"\d+(?:\.\d+)?")
    for question, options in asked:
        (right,) = (option for option in options if option.is_answer)
        lines = list(support.because(system, question.because))
        held = " ".join(f"{line.text} {line.badge} {line.caveat}" for line in lines)
        text = f"{right.text} {right.feedback}".replace("6-mono", "mono")
        if question.skill == "transfer":  # its figure is invented, and says so
            held += " ".join([question.headline, question.prompt, *question.figure])
        else:
            text += question.prompt
        assert set(number.findall(text)) <= set(number.findall(held)), question.id


def test_an_invented_share_is_the_one_of_its_figure(system: ex.System) -> None:
    """What a headline counts as so many in ten stands in the figure under it."""
    words = {"six in ten": 0.6, "six of ten": 0.6, "eight in ten": 0.8, "nine in ten": 0.9}
    seen = 0
    for question in system.questions.values():
        for told, share in words.items():
            if told in question.headline.lower():
                counts = re.search(r": (\d+) of (\d+) ", question.figure[0])
                assert counts, question.id
                assert round(int(counts[1]) / int(counts[2]), 1) == share, question.id
                seen += 1
    assert seen >= 3
