"""What a guess is held against: findings after the same thing was done, people first."""

import re
from collections import Counter
from itertools import product
from typing import Any

import pytest

import explainer as ex
from copies import Copy
from explainer.model.evidence import is_on_people
from explainer.model.schema import Effect
from explainer.view.prediction import GUESSES, REPLIES, guesses, predict, reply, weigh

PEOPLE, ANIMAL = "human laboratory", "animal"


@pytest.fixture(scope="module")
def row(small: ex.System) -> Effect:
    return small.effects["e1"]


def rows(row: Effect, people: str, animals: str) -> list[Effect]:
    """Make findings out of letters: better, worse, mixed, none."""
    ways = {"b": "improves", "w": "worsens", "m": "mixed", "n": "no difference"}
    told = [(PEOPLE, ways[letter]) for letter in people]
    told += [(ANIMAL, ways[letter]) for letter in animals]
    return [row.model_copy(update={"evidence": e, "direction": d}) for e, d in told]


@pytest.mark.parametrize(
    ("people", "animals", "answer"),
    [
        ("", "", "nobody"),
        ("w", "", "worsens"),
        ("", "bb", "improves"),
        ("b", "b", "improves"),
        ("n", "n", "no difference"),
        ("m", "", "differ"),
        ("www", "b", "mostly worsens"),
        ("w", "bbbbb", "mostly worsens"),  # people weigh first
        ("wwb", "bbbb", "mostly worsens"),
        ("wn", "ww", "mostly worsens"),
        ("wn", "bb", "differ"),
        ("wn", "wb", "differ"),
        ("bw", "bbb", "differ"),
        ("bw", "", "differ"),
        ("n", "b", "differ"),
        ("", "bw", "differ"),
        ("", "bbw", "mostly improves"),
        ("", "bbmn", "differ"),
        ("bbm", "", "mostly improves"),
    ],
)
def test_findings_are_weighed_people_first(
    row: Effect, people: str, animals: str, answer: str
) -> None:
    assert weigh(rows(row, people, animals)) == answer


def kinds(found: list[Effect]) -> Counter[str]:
    return Counter(one.direction for one in found)


def test_nobody_is_told_off_who_saw_where_most_findings_in_people_point(row: Effect) -> None:
    tried = 0
    for people in ("".join(one) for n in range(1, 5) for one in product("bwmn", repeat=n)):
        for animals in ("", "b", "w", "bb", "ww", "bwn", "mmmm"):
            found = rows(row, people, animals)
            said = {one.direction for one in found}
            for way, count in kinds(found[: len(people)]).items():
                if way != "mixed" and count > len(people) / 2:
                    answer = weigh(found)
                    assert reply(way, answer, said) not in ("other", "few", "looked"), people
                    tried += 1
    assert tried > 500


def test_each_guess_has_a_reply_that_is_true(row: Effect) -> None:
    for people, animals in product(["", "b", "w", "n", "wb", "wwb"], ["", "b", "bw", "wwwb", "m"]):
        found = rows(row, people, animals)
        answer, said = weigh(found), {one.direction for one in found}
        for guess in GUESSES:
            told = reply(guess, answer, said)
            assert told in REPLIES
            assert (told == "same") == (guess == answer)
            way = guess.removeprefix("mostly ")
            if told in ("most", "all", "some", "few"):
                assert way in said
            if told == "all":
                assert said == {way}
            if told == "most":
                assert said > {way}
            if told == "other":
                assert way not in said


def test_only_the_same_thing_done_to_the_same_receptor_counts(copy: Copy) -> None:
    system = ex.load(copy.path)
    told = predict(system, "mu", "mood")
    assert (told.answer, told.apart, told.rest) == ("improves", ("e1",), ())
    copy.set("pharmacology/effects.csv", "e1", direction="not known")
    told = predict(ex.load(copy.path), "mu", "mood")
    assert (told.answer, told.apart, told.rest) == ("nobody", (), ("e1",))
    assert told.told == "No finding here tells which way it goes: 1 finding tells no direction."
    copy.set("pharmacology/effects.csv", "e1", perturbation="blocked")
    told = predict(ex.load(copy.path), "mu", "mood")
    assert (told.answer, told.apart, told.rest) == ("nobody", (), ())


def test_the_answer_names_what_was_found_in_people_and_elsewhere(copy: Copy) -> None:
    line = "{},doe2001,tester,,mu,,activated,,mood,{},,{},{},not said,not said,not said,Found.,,,"
    for place, (way, evidence, whom) in enumerate(
        [
            ("worsens", "human laboratory", "men"), ("worsens", "review", "healthy people"),
            ("improves", "animal", "rats"), ("not known", "news", ""),
        ]
    ):  # fmt: skip
        copy.add("pharmacology/effects.csv", line.format(f"x{place}", way, evidence, whom))
    copy.set("pharmacology/effects.csv", "e1", direction="no difference")
    told = predict(ex.load(copy.path), "mu", "mood")
    assert told.answer == "mostly worsens"
    assert told.told == (
        "Mostly worse mood, but not always: in people, no difference found in mood (1), "
        "worse mood (2); in animals, better mood (1); 1 finding tells no direction."
    )
    assert told.apart == ("x0", "x2")
    assert sorted(told.rest) == ["e1", "x1", "x3"]


def test_two_findings_stand_apart_wherever_any_do(system: ex.System) -> None:
    for receptor, domain in product(system.receptors, system.domains):
        told = predict(system, receptor, domain)
        found = {
            key: one.direction for key, one in system.effects.items()
            if (one.agent, one.domain, one.perturbation) == (receptor, domain, "activated")
        }  # fmt: skip
        assert sorted([*told.apart, *told.rest]) == sorted(found)
        ways = [found[key] for key in told.apart]
        assert len(ways) == min(2, len(set(found.values()) - {"not known"}))
        assert len(set(ways)) == len(ways)
        if {"improves", "worsens"} <= set(found.values()):
            assert set(ways) == {"improves", "worsens"}


def test_most_findings_in_people_are_never_called_wrong(system: ex.System) -> None:
    """Asked of the tables themselves, for every receptor and domain."""
    for receptor, domain in product(system.receptors, system.domains):
        told = predict(system, receptor, domain)
        people = [
            one.direction for one in system.effects.values()
            if (one.agent, one.domain, one.perturbation) == (receptor, domain, "activated")
            and is_on_people(one) and one.direction != "not known"
        ]  # fmt: skip
        for way in ("improves", "worsens"):
            if people.count(way) * 2 > len(people):
                assert told.answer.removeprefix("mostly ") == way
                assert told.replies[way] in ("same", "most", "all")
                assert told.replies[f"mostly {way}"] in ("same", "most", "all")


def test_whoever_expects_kappa_to_lower_mood_is_not_told_off(system: ex.System) -> None:
    told = predict(system, "kappa", "mood")
    assert told.replies["worsens"] in ("same", "most")
    assert told.replies["mostly worsens"] in ("same", "all")
    assert told.replies["improves"] in ("other", "few")


def test_guesses_are_made_in_the_words_of_the_domain(system: ex.System) -> None:
    assert guesses(system.domains["suicidal_thoughts"])["mostly improves"] == (
        "mostly fewer suicidal thoughts, but not always"
    )
    for domain in system.domains.values():
        assert len(set(guesses(domain).values())) == len(GUESSES)


def test_what_is_sent_leads_to_each_answer(system: ex.System, picture: dict[str, Any]) -> None:
    sent = picture
    names = [node[0] for node in sent["nodes"]]
    for receptor, domain, told, replies, *_ in sent["predictions"]["answers"]:
        found = predict(system, names[receptor], names[domain])
        assert told == found.told
        texts = [sent["predictions"]["replies"][at] for at in replies]
        assert texts == [REPLIES[key] for key in found.replies.values()]


def test_a_drug_that_hardly_enters_the_brain_tells_nothing_of_a_receptor_there(
    system: ex.System,
) -> None:
    """What was found with it stands under its own name, and in no answer on its receptor."""
    said = (row for row in system.effects.values() if "brain" in row.caveat + row.finding)
    kept_out = [
        row for row in said if re.search(r"(limited|hardly).*brain", row.caveat + row.finding)
    ]
    assert kept_out
    for row in kept_out:
        assert row.agent not in system.receptors, row.id
