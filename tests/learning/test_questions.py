"""The questions themselves: enough of them, fair ones, and each rule broken once."""

import inspect
import re
from collections import Counter

import pytest

import explainer as ex
from copies import Copy
from explainer.curation import rules
from explainer.curation.rules import teaching
from explainer.learning import quiz
from explainer.model.schema import Option, Question
from grades import grade

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
        for name, rule in inspect.getmembers(teaching, inspect.isfunction)
        if rule.__module__ == teaching.__name__
        and list(inspect.signature(rule).parameters) == ["system"]
    }
    assert set(teaching.RULES) == written - {teaching.check}


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
        OPTIONS, "q1c", {"text": "At mu ALONE."},
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
        OPTIONS, "q1c", {"text": "All of the above."},
        [f"{OPTIONS}:4: text: 'All of the above.' tests how options are read (say what is meant)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "row", "cells", "faults"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_told(
    copy: Copy, table: str, row: str, cells: Cells, faults: list[str]
) -> None:
    copy.set(table, row, **cells)
    assert told(copy) == [f"data/{fault}" for fault in faults]


def test_a_question_with_two_options_is_told(copy: Copy) -> None:
    copy.swap(OPTIONS, b"q1c,q1,At no receptor.,no,m_one,The row names one.\n", b"")
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
    copy.set(OPTIONS, "q1c", text=text)
    assert len(told(copy)) == 1


@pytest.mark.parametrize(
    "text", ["All of them bind.", "None of them has been tested.", "It acts from above."]
)
def test_options_that_speak_of_several_things_stand(copy: Copy, text: str) -> None:
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
    counts = Counter(question.lesson for question in system.questions.values())
    assert len(system.questions) >= 44
    assert {lesson: counts[lesson] >= 6 for lesson in quiz.LESSONS} == dict.fromkeys(
        quiz.LESSONS, True
    )
    assert counts["06_check_yourself"] >= 12


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


def test_no_word_gives_the_right_answer_away(asked: list[tuple[Question, list[Option]]]) -> None:
    """Always and never are not kept for wrong options alone, nor used for right ones often."""
    absolute = re.compile(r"\b(?:always|never|only|alone)\b", re.IGNORECASE)
    options = [option for _, several in asked for option in several]
    share = {
        is_right: sum(bool(absolute.search(o.text)) for o in options if o.is_answer is is_right)
        / sum(o.is_answer is is_right for o in options)
        for is_right in (True, False)
    }
    assert share[False] < 0.25, share


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


@pytest.mark.parametrize("lesson", quiz.LESSONS)
def test_questions_and_feedback_are_easy_to_read(system: ex.System, lesson: str) -> None:
    texts = []
    for question in quiz.questions_of(system, lesson).values():
        options = quiz.options_of(system, question.id).values()
        texts += [question.prompt, *(option.feedback for option in options)]
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


def test_a_verdict_in_an_answer_is_the_one_of_the_row(
    system: ex.System, asked: list[tuple[Question, list[Option]]]
) -> None:
    told = re.compile(r"It is (supported|partly supported|contested|oversimplified)\b")
    seen = 0
    for question, options in asked:
        (right,) = (option.text for option in options if option.is_answer)
        if found := told.match(right):
            verdicts = {
                system.assessments[row].verdict for row in question.because if row[0] == "a"
            }
            assert verdicts == {found[1]}, question.id
            seen += 1
    assert seen >= 3


def test_a_number_in_a_question_or_its_answer_is_in_the_rows_behind_it(
    system: ex.System, asked: list[tuple[Question, list[Option]]]
) -> None:
    number = re.compile(r"\d+(?:\.\d+)?")
    for question, options in asked:
        (right,) = (option for option in options if option.is_answer)
        lines = list(quiz.because(system, question.because))
        rows = " ".join(f"{line.text} {line.badge} {line.caveat}" for line in lines)
        text = f"{question.prompt} {right.text} {right.feedback}".replace("6-mono", "mono")
        assert set(number.findall(text)) <= set(number.findall(rows)), question.id
