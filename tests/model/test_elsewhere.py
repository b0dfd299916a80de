"""What other databases call a row: from its columns and its table, in form, with their pages."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

import explainer as ex
from cells import html_of
from copies import Copy
from explainer.curation import rules
from explainer.model.contents import row_classes
from explainer.model.elsewhere import SCHEMES, Elsewhere, of_all
from explainer.model.schema import Identifier
from explainer.voices.cards import card

IDENTIFIERS = "pharmacology/identifiers.csv"


def told(copy: Copy) -> list[str]:
    return [str(problem) for problem in rules.check(ex.load(copy.path))]


def test_every_scheme_of_the_table_is_known() -> None:
    words = row_classes()["identifiers"].model_fields["scheme"].annotation
    assert set(getattr(words, "__args__", ())) < set(SCHEMES)


@pytest.mark.parametrize("name", SCHEMES)
def test_a_scheme_has_an_example_of_its_form_and_a_page_of_its_own(name: str) -> None:
    scheme = SCHEMES[name]
    assert scheme.form.fullmatch(scheme.example)
    link = scheme.link(scheme.example)
    assert (link == "") == (name == "inchikey")
    assert not link or (urlsplit(link).scheme == "https" and scheme.example in link)


def test_columns_and_table_are_joined_in_one_order(small: ex.System) -> None:
    assert [(one.scheme, one.value, one.column) for one in small.identifiers_of("morphine")] == [
        ("iuphar.ligand", "1627", "gtopdb_id"),
        ("chebi", "17303", ""),
        ("inchikey", "BQJCRHHNABKAKU-KBQPJGBKSA-N", ""),
    ]
    assert [one.scheme for one in small.identifiers_of("mu")] == [
        "iuphar.receptor", "uniprot", "hgnc",
    ]  # fmt: skip
    assert small.identifiers_of("heroin") == ()
    with pytest.raises(KeyError, match="morfine"):
        small.identifiers_of("morfine")


def test_a_card_links_to_them(small: ex.System) -> None:
    shown = card(small, "morphine")
    one = shown.elsewhere[1]
    page = "https://www.ebi.ac.uk/chebi/searchId.do?chebiId=CHEBI:17303"
    assert (one.words, one.link) == ("ChEBI 17303", page)
    assert "In other databases: Guide to PHARMACOLOGY 1627 https://" in str(shown)
    html = html_of(shown)
    assert '<a href="https://www.ebi.ac.uk/chebi/searchId.do?chebiId=CHEBI:17303">ChEBI' in html
    assert "InChIKey BQJCRHHNABKAKU-KBQPJGBKSA-N</p>" in html
    assert "In other databases" not in str(card(small, "heroin"))


def test_a_card_cites_who_gives_them(copy: Copy) -> None:
    copy.set(IDENTIFIERS, "mu_hgnc", sources="doe2001")
    assert "doe2001" in card(ex.load(copy.path), "mu").own_sources


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("morphine_inchikey", "BQJCRHHNABKAKU-KBQPJGBKSA"),
        ("morphine_inchikey", "bqjcrhhnabkaku-kbqpjgbksa-n"),
        ("morphine_inchikey", "BQJCRHHNABKAKU-KBQPJGBKNA-N"),  # no standard InChIKey
        ("morphine_inchikey", "BQJCRHHNABKAKU_KBQPJGBKSA-N"),
        ("morphine_chebi", "017303"),
        ("morphine_chebi", "1730x"),
        ("mu_hgnc", "HGNC:8156"),
        ("mu_hgnc", "815600"),
    ],
)
def test_another_form_is_refused(copy: Copy, row: str, value: str) -> None:
    copy.set(IDENTIFIERS, row, value=value)
    (fault,) = told(copy)
    assert f"{value!r} is no identifier of" in fault


@pytest.mark.parametrize("value", ["BQJCRHHNABKAKU-KBQPJGBKSA-N", "BQJCRHHNABKAKU-KBQPJGBKSA-O"])
def test_one_inchikey_is_one_molecule_whatever_its_charge(copy: Copy, value: str) -> None:
    copy.add(IDENTIFIERS, f"naloxone_inchikey,release2020,tester,,naloxone,inchikey,{value}")
    (fault,) = told(copy)
    assert f"{value!r} is InChIKey for 'morphine', too, whatever the charge (give it to" in fault


def test_mirror_forms_are_two_molecules(copy: Copy) -> None:
    """They share the first part of the key, and nothing else: methadone and levomethadone do."""
    copy.add(
        IDENTIFIERS,
        "naloxone_inchikey,release2020,tester,,naloxone,inchikey,BQJCRHHNABKAKU-UHFFFAOYSA-N",
    )
    assert told(copy) == []


def test_one_number_in_two_databases_is_no_fault(copy: Copy) -> None:
    copy.add(IDENTIFIERS, "naloxone_pubchem,release2020,tester,,naloxone,pubchem.compound,17303")
    assert told(copy) == []


def test_a_name_elsewhere_says_nothing_of_a_molecule(copy: Copy) -> None:
    """A ligand that no finding speaks of stands idle, whatever databases call it."""
    copy.copy("pharmacology/ligands.csv", "naloxone", id="idle", name="idle", gtopdb_id="")
    copy.add(IDENTIFIERS, "zz_chebi,release2020,tester,,idle,chebi,99")
    assert [fault for fault in told(copy) if "no row of any table speaks of it" in fault]


# The real table


def of(system: ex.System, scheme: str) -> dict[str, str]:
    return {one.row: one.value for one in of_all(system.tables) if one.scheme == scheme}


def test_every_protein_has_a_gene_and_nearly_every_molecule_a_structure(system: ex.System) -> None:
    assert set(of(system, "hgnc")) == {*system.receptors, *system.precursors}
    molecules = {*system.peptides, *system.ligands}
    keys = of(system, "inchikey")
    assert set(keys) <= molecules
    assert len(keys) >= 74
    assert len(of(system, "pubchem.compound")) >= 83
    assert len(of(system, "chembl.compound")) >= 69
    assert len(of(system, "chebi")) >= 61


def test_mirror_forms_share_the_first_part_of_their_key_alone(system: ex.System) -> None:
    keys = of(system, "inchikey")
    assert keys["methadone"][:14] == keys["levomethadone"][:14]
    assert keys["methadone"] != keys["levomethadone"]


def test_what_is_named_nowhere_is_said_in_the_gaps(system: ex.System) -> None:
    gaps = (ex.model.loading.data_folder() / "GAPS.md").read_text(encoding="utf-8")
    (part,) = re.findall(
        r"## Identifiers that no opened source gives\n(.*?)(?=\n## |\Z)", gaps, re.DOTALL
    )
    keys = of(system, "inchikey")
    lacking = [row for row in (*system.peptides, *system.ligands) if row not in keys]
    assert [row for row in lacking if f"`{row}`" not in part] == []
    assert [row for row in keys if f"`{row}`: InChIKey" in part] == []


def test_sources_of_identifiers_are_databases(system: ex.System) -> None:
    cited = Counter(r.source for row in system.identifiers.values() for r in row.sources)
    assert {system.sources[source].kind for source in cited} == {"database"}


def test_an_identifier_of_a_column_stands_in_no_table(system: ex.System) -> None:
    columns = {one.scheme for one in of_all(system.tables) if one.column}
    assert columns == {"iuphar.receptor", "iuphar.ligand", "uniprot"}
    assert columns.isdisjoint(Identifier.model_fields["scheme"].annotation.__args__)  # type: ignore[union-attr]
    assert all(isinstance(one, Elsewhere) for one in of_all(system.tables))
