"""The glossary: what a word means, and which words a text links to."""

import json
from pathlib import Path

import pytest

import explainer as ex
from explainer.learning import glossary
from grades import grade

ROOT = Path(__file__).parents[2]


def test_a_text_names_its_terms_once_and_in_its_order() -> None:
    text = "A [key](#term-agonist), a [lock](#term-receptor) and [keys](#term-agonist)."
    assert glossary.named(text) == ["agonist", "receptor"]


def test_a_text_without_such_links_names_nothing() -> None:
    assert glossary.named("# term-agonist [a](#Where-help-is) [b](01.ipynb)") == []


def test_all_terms_are_in_the_order_of_the_alphabet(system: ex.System) -> None:
    names = [term.name for term in glossary.chosen(system)]
    assert len(names) == len(system.terms)
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize("word", ["agonist", "t_agonist"])
def test_a_term_is_chosen_by_what_a_link_says_or_by_its_id(small: ex.System, word: str) -> None:
    assert glossary.chosen(small, [word, word]) == [small.terms["t_agonist"]]


def test_an_unknown_term_names_the_nearest(system: ex.System) -> None:
    with pytest.raises(ValueError, match="partial_agonits") as error:
        glossary.chosen(system, ["partial_agonits"])
    assert str(error.value).startswith(
        "'partial_agonits' is not in the glossary (did you mean 'partial_agonist'"
    )


def test_as_text_gives_meaning_and_sources(small: ex.System) -> None:
    assert (
        glossary.as_text(small) == "agonist: A molecule that switches a receptor on. [Roe 2002]\n"
    )


def test_as_text_gives_other_names_but_no_plurals(system: ex.System) -> None:
    (line,) = glossary.as_text(system, ["antagonist"]).splitlines()
    assert "Also: blocker." in line
    assert "antagonists" not in line.removeprefix("antagonist: ")


def test_what_is_sent_is_plain_data(system: ex.System) -> None:
    data = glossary.build(system)
    assert json.loads(json.dumps(data)) == data
    assert len(json.dumps(data)) < 60_000
    assert data["words"]["title"] == f"All words ({len(system.terms)})"
    assert glossary.build(system, ["mu", "kappa"])["words"]["title"] == "Words in this lesson (2)"


def test_a_term_is_sent_with_its_sources(small: ex.System) -> None:
    (term,) = glossary.build(small)["terms"]
    assert term["id"] == "agonist"
    assert term["definition"] == "A molecule that switches a receptor on."
    assert term["sources"] == [["Roe 2002", *term["sources"][0][1:]]]


# The terms themselves


def test_there_are_terms_enough_and_not_too_many(system: ex.System) -> None:
    assert 35 <= len(system.terms) <= 60


def test_every_id_begins_as_terms_do(system: ex.System) -> None:
    assert [term for term in system.terms if not term.startswith(glossary.PREFIX)] == []


def test_no_word_means_two_things(system: ex.System) -> None:
    seen: dict[str, str] = {}
    for term in system.terms.values():
        for word in {term.name.lower(), *(synonym.lower() for synonym in term.synonyms)}:
            assert seen.setdefault(word, term.id) == term.id, word


def test_meanings_are_short_and_easy_to_read(system: ex.System) -> None:
    assert grade([term.definition for term in system.terms.values()]) < 8
    assert [term.id for term in system.terms.values() if len(term.definition) > 200] == []
