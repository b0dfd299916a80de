"""The whole system: loading it, and the questions asked of it."""

import dataclasses
import os
from pathlib import Path

import pytest

import explainer as ex
from cells import table_of
from copies import SMALL
from explainer.model.loading import data_folder
from explainer.model.schema import Effect


def test_loading_without_a_folder_reads_the_tables_of_the_package(system: ex.System) -> None:
    assert ex.load(data_folder()).tables == system.tables
    assert (data_folder() / "sources.csv").is_file()


@pytest.mark.parametrize("folder", [SMALL, str(SMALL), os.path.relpath(SMALL)])
def test_a_folder_is_a_path_or_its_words(folder: str | Path) -> None:
    assert list(ex.load(folder).receptors) == ["mu", "kappa"]


def test_a_system_cannot_be_changed(small: ex.System) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        small.receptors = small.peptides  # type: ignore[misc, assignment]


def test_a_system_counts_its_rows(small: ex.System) -> None:
    assert repr(small) == (
        "<System: 2 curators, 1 signatures, 5 sources, 1 helplines, 3 domains, 1 searches, 2"
        " receptors, 1 precursors, 3 peptides, 3 ligands, 3 identifiers, 1 groups, 6"
        " interactions, 2 targets, 4 effects, 1 results, 1 steps, 4 responses, 1 events, 4"
        " subjects, 4 claims, 3 assessments, 1 terms, 2 lessons, 1 misconceptions, 1 questions, 3"
        " options, 2 predictions, 2 guesses, 1 tours, 1 scenes, 4 audits>"
    )


def test_a_cell_shows_a_system_as_its_table_of_contents(small: ex.System) -> None:
    head, *rows = table_of(small)
    assert head == ["table", "rows", "a row is"]
    assert [row[:2] for row in rows] == [
        [f"system.{name}", str(len(table))] for name, table in small.tables.items()
    ]
    assert rows[list(small.tables).index("receptors")][2] == "A receptor of the opioid family."


def test_a_row_is_found_in_whichever_table_it_stands(small: ex.System) -> None:
    assert small.find("kappa") is small.receptors["kappa"]
    assert small.find("e2") is small.effects["e2"]


def test_finding_an_unknown_id_names_the_nearest(small: ex.System) -> None:
    with pytest.raises(KeyError) as error:
        small.find("morfine")
    assert error.value.args[0].startswith("no row has the id 'morfine' (did you mean 'morphine' or")


# The questions


@pytest.mark.parametrize(
    ("question", "about", "ids"),
    [
        ("acting_at", "kappa", ["dynorphin_a_kappa_1", "morphine_kappa_1"]),
        ("interactions_of", "morphine", ["morphine_kappa_1", "morphine_mu_1", "morphine_mu_2"]),
        ("interactions_of", "dynorphin_a", ["dynorphin_a_kappa_1"]),
        ("interactions_of", "heroin", []),
        ("products_of", "pdyn", ["dynorphin_a", "dynorphin_b"]),
        ("effects_of", "mu", ["e1", "e2"]),
        ("effects_of", "opioid_drugs", ["e3"]),
        ("effects_on", "mood", ["e1", "e2", "e4"]),
        ("effects_on", "pain", []),
        ("results_of", "e1", ["r1"]),
        ("results_of", "e2", []),
        ("claims_about", "mood", ["c1", "c4"]),
        ("claims_about", "said_dymorphins", ["c3"]),
        ("claims_about", "addiction", []),
    ],
)
def test_a_question_is_answered_with_rows(
    small: ex.System, question: str, about: str, ids: list[str]
) -> None:
    assert list(getattr(small, question)(about)) == ids


@pytest.mark.parametrize(
    ("question", "about", "near"),
    [
        ("acting_at", "kapa", "kappa"),
        ("interactions_of", "morfine", "morphine"),
        ("interactions_of", "dynorphin_c", "dynorphin_b"),
        ("products_of", "pdy", "pdyn"),
        ("effects_of", "kapa", "kappa"),
        ("effects_on", "moood", "mood"),
        ("claims_about", "moood", "mood"),
        ("claims_about", "said_opioid", "said_opioids"),
        ("assessment_of", "c11", "c1"),
    ],
)
def test_asking_about_an_unknown_id_names_the_nearest(
    small: ex.System, question: str, about: str, near: str
) -> None:
    with pytest.raises(KeyError) as error:
        getattr(small, question)(about)
    assert f"(did you mean '{near}'" in error.value.args[0]


def test_an_assessed_claim_has_its_verdict(small: ex.System) -> None:
    found = small.assessment_of("c1")
    assert found is small.assessments["a1"]


def test_a_claim_that_nobody_assessed_has_no_verdict(small: ex.System) -> None:
    assert small.assessment_of("c3") is None


def test_a_row_gives_each_of_its_sources_once(small: ex.System) -> None:
    row = small.effects["e1"]
    cells = row.model_dump() | {"sources": ("roe2002[p. 1]", "doe2001", "roe2002[p. 9]")}
    cited = small.sources_of(Effect(**cells))
    assert [source.id for source in cited] == ["roe2002", "doe2001"]


def test_the_graph_is_built_once(small: ex.System) -> None:
    assert small.graph is small.graph


def test_the_package_names_what_it_offers() -> None:
    assert {"load", "System", "DataError", "Problem"} <= set(dir(ex))
    with pytest.raises(AttributeError, match="has no attribute 'lode'"):
        ex.lode  # noqa: B018 - looking it up is the test
