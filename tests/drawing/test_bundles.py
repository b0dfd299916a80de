"""Overview lines: one from each list of molecules to each receptor they reach."""

import explainer as ex
from copies import Copy
from explainer.drawing.bundles import Bundle, bundles
from explainer.drawing.geometry import FORMS
from explainer.drawing.layout import arrange
from explainer.drawing.theme import FAMILY_OF

INTERACTIONS = "pharmacology/interactions.csv"


def drawn(system: ex.System, form: str = "wide") -> list[Bundle]:
    return bundles(system.graph, arrange(system.graph, FORMS[form]))


def test_each_list_has_one_stroke_for_each_receptor_it_reaches(small: ex.System) -> None:
    """Dynorphin A at kappa, endomorphin at mu, morphine at both, naloxone at mu."""
    told = [(bundle.kind, bundle.number) for bundle in drawn(small)]
    assert sorted(told) == [("ligand", 1)] * 3 + [("peptide", 1)] * 2


def test_a_molecule_that_does_nothing_at_a_receptor_is_not_counted_there(copy: Copy) -> None:
    copy.set(INTERACTIONS, "naloxone_mu_1", action="no activity")
    assert len(drawn(ex.load(copy.path))) == 4


def test_one_row_that_tells_something_is_enough(copy: Copy) -> None:
    copy.set(INTERACTIONS, "morphine_mu_1", action="no activity")
    assert len(drawn(ex.load(copy.path))) == 5


def test_a_stroke_counts_its_molecules_not_its_rows(copy: Copy) -> None:
    copy.set(INTERACTIONS, "naloxone_mu_1", ligand="heroin")
    told = sorted((bundle.kind, bundle.number) for bundle in drawn(ex.load(copy.path)))
    assert told == [("ligand", 1), ("ligand", 2), ("peptide", 1), ("peptide", 1)]


def test_all_strokes_together_are_all_molecules_at_all_receptors(system: ex.System) -> None:
    reached = {
        (row.ligand, row.receptor)
        for row in system.interactions.values()
        if FAMILY_OF[row.action] != "none"
    }
    for form in FORMS:
        assert sum(bundle.number for bundle in drawn(system, form)) == len(reached)


def test_a_stroke_ends_at_a_receptor(system: ex.System) -> None:
    for form in FORMS:
        page = arrange(system.graph, FORMS[form])
        receptors = [page.boxes[receptor] for receptor in system.receptors]
        for bundle in bundles(system.graph, page):
            x, y = bundle.line[-1][1][-1]
            assert any(box.x <= x <= box.right and y == box.y for box in receptors)
