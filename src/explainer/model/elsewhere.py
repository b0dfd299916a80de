"""What proteins and molecules are called in other databases, and where those tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from explainer.model.schema import Identifier, Receptor, Row
from explainer.model.table import Table

Kind = Literal["protein", "molecule"]


@dataclass(frozen=True)
class Scheme:
    """A database: its name, the form of its identifiers, what they name, and its own pages."""

    name: str
    form: re.Pattern[str]
    example: str
    kind: Kind
    page: str = ""  # blank: the identifier is a word of its own, with no page

    def link(self, value: str) -> str:
        """The database's own page of an identifier; empty where it has none."""
        return self.page.format(value)


_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_GUIDE = "https://www.guidetopharmacology.org/GRAC/"
# By their prefixes in the Bioregistry, whose forms and addresses these are.
SCHEMES: dict[str, Scheme] = {
    "iuphar.receptor": Scheme(
        "Guide to PHARMACOLOGY", _NUMBER, "319", "protein",
        _GUIDE + "ObjectDisplayForward?objectId={}",
    ),
    "iuphar.ligand": Scheme(
        "Guide to PHARMACOLOGY", _NUMBER, "1627", "molecule",
        _GUIDE + "LigandDisplayForward?ligandId={}",
    ),
    "uniprot": Scheme(
        "UniProt",
        re.compile(r"[OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9](?:[A-Z][A-Z0-9]{2}[0-9]){1,2}"),
        "P35372", "protein", "https://www.uniprot.org/uniprotkb/{}/entry",
    ),
    "hgnc": Scheme(
        "HGNC", re.compile(r"[1-9][0-9]{0,4}"), "8156", "protein",
        "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:{}",
    ),
    "pubchem.compound": Scheme(
        "PubChem", _NUMBER, "5288826", "molecule", "https://pubchem.ncbi.nlm.nih.gov/compound/{}",
    ),
    "chembl.compound": Scheme(
        "ChEMBL", re.compile(r"CHEMBL[1-9][0-9]{0,7}"), "CHEMBL70", "molecule",
        "https://www.ebi.ac.uk/chembl/id_lookup/{}",
    ),
    "chebi": Scheme(
        "ChEBI", re.compile(r"[1-9][0-9]{0,6}"), "17303", "molecule",
        "https://www.ebi.ac.uk/chebi/searchId.do?chebiId=CHEBI:{}",
    ),
    # The ninth letter of the second part says "standard", the tenth which version.
    "inchikey": Scheme(
        "InChIKey", re.compile(r"[A-Z]{14}-[A-Z]{8}SA-[A-Z]"), "BQJCRHHNABKAKU-KBQPJGBKSA-N",
        "molecule",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Elsewhere:
    """One row in one other database; ``column`` is its own column that says so, if one does."""

    row: str
    scheme: str
    value: str
    column: str = ""
    identifier: str = ""

    @property
    def name(self) -> str:
        """The database's name."""
        return SCHEMES[self.scheme].name

    @property
    def words(self) -> str:
        """The database's name and the identifier, as on a card."""
        return f"{self.name} {self.value}"

    @property
    def link(self) -> str:
        """The database's page; empty where there is none."""
        return SCHEMES[self.scheme].link(self.value)


def of_columns(row: Row) -> Iterator[Elsewhere]:
    """The identifiers that stand in a row's own columns."""
    guide = "iuphar.receptor" if isinstance(row, Receptor) else "iuphar.ligand"
    for column, scheme in (("gtopdb_id", guide), ("uniprot", "uniprot")):
        value = getattr(row, column, None)
        if value:
            yield Elsewhere(row.id, scheme, str(value), column)


def of_row(row: Row, identifiers: Table[Identifier]) -> tuple[Elsewhere, ...]:
    """All that other databases call a row, in the order of `SCHEMES`."""
    found = [
        *of_columns(row),
        *(
            Elsewhere(row.id, one.scheme, one.value, identifier=one.id)
            for one in identifiers.where(row=row.id).values()
        ),
    ]
    return tuple(sorted(found, key=lambda one: list(SCHEMES).index(one.scheme)))


def of_all(tables: Mapping[str, Table[Any]]) -> Iterator[Elsewhere]:
    """Every identifier of every row, from columns and from the table of identifiers."""
    for name in ("receptors", "precursors", "peptides", "ligands"):
        for row in tables[name].values():
            yield from of_row(row, tables["identifiers"])
