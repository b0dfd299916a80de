"""Why a place is empty: the words say what was done, and when last."""

import pytest

import explainer as ex
from copies import Copy
from explainer.view import absence, sockets


@pytest.mark.parametrize("day", ["2025-11-05", "2026-03-04"])
def test_the_last_search_is_the_one_that_is_told(copy: Copy, day: str) -> None:
    copy.copy("searches.csv", "q_mood", id="q_again", searched_on=day)
    (found,) = absence.of(ex.load(copy.path), "mu", ["mood"]).values()
    assert found.kind == "unfound"
    last = "4 March 2026" if day > "2026-01-02" else "2 January 2026"
    assert found.words.endswith(f"search of {last}")


SYSTEM = ex.load()


def test_no_empty_place_of_a_molecule_hides_a_study_in_which_it_was_compared() -> None:
    """Over all molecules and sides of life: a study that compares with one is told at its place."""
    hidden = {}
    for molecule in SYSTEM.ligands.values():
        own = {*SYSTEM.effects_of(molecule.id), *SYSTEM.effects.where(through=molecule.id)}
        full = {SYSTEM.effects[row].domain for row in own}
        told = absence.of(SYSTEM, molecule.id, SYSTEM.domains)
        for result in SYSTEM.results.values():
            effect = SYSTEM.effects[result.effect]
            words = result.comparator.lower().replace(",", " ").split()
            if molecule.name.lower() in words and effect.domain not in full:
                at = told[molecule.id, effect.domain]
                if at.kind != "compared" or SYSTEM.sources_of(effect)[0].short not in at.words:
                    hidden[molecule.id, effect.domain] = at.words
    assert hidden == {}
    assert "Latif 2019" in absence.of(SYSTEM, "buprenorphine", ["anxiety"]).popitem()[1].words


def test_a_molecule_that_a_search_names_was_looked_for_and_no_other_was(copy: Copy) -> None:
    copy.copy("searches.csv", "q_mood", id="q_named", words="trials of Morphine against pain",
              receptor="", domains="pain", kept="")  # fmt: skip
    system = ex.load(copy.path)
    (named,) = absence.of(system, "morphine", ["pain"]).values()
    (other,) = absence.of(system, "naloxone", ["pain"]).values()
    assert (named.kind, other.words) == ("unfound", "we made no search for it by name")


def test_the_key_says_what_a_boxed_sign_speaks_of_and_what_a_blank_field_is() -> None:
    assert "Boxed sign: of the whole lane. Blank field: no finding there." in sockets.RULES
    assert "Not tied to one receptor: the study does not part" in sockets.RULES
    assert len({one.legend for one in absence.KINDS}) == len(absence.KINDS)
    assert not any("have not looked" in word for one in absence.KINDS for word in one)
