"""The glossary as the kernel has it: a real widget, no browser."""

import pytest

import explainer as ex
from explainer.learning import glossary
from explainer.widgets import Glossary


def test_the_browser_gets_what_python_decided(small: ex.System) -> None:
    made = Glossary(small)
    assert made.data == glossary.build(small)
    made.close()


def test_some_terms_can_be_chosen(system: ex.System) -> None:
    made = Glossary(system, terms=["kappa", "agonist"])
    assert [term["id"] for term in made.data["terms"]] == ["agonist", "kappa"]
    made.close()


def test_the_terms_of_a_text_can_be_chosen(system: ex.System) -> None:
    text = "A [full agonist](#term-full_agonist) at [mu](#term-mu)."
    made = Glossary(system, terms=glossary.named(text))
    assert [term["id"] for term in made.data["terms"]] == ["full_agonist", "mu"]
    made.close()


def test_an_unknown_term_names_the_nearest(system: ex.System) -> None:
    with pytest.raises(ValueError, match="did you mean 'agonist'"):
        Glossary(system, terms=["agonsit"])
