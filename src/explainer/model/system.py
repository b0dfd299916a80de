"""The whole system: all tables, the links between them, and the questions asked of them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.model import disagreement, elsewhere, silences
from explainer.model.contents import Contents
from explainer.model.schema import (
    Assessment,
    Claim,
    Effect,
    Interaction,
    Ligand,
    Peptide,
    Result,
    Source,
    SourcedRow,
)
from explainer.model.silences import Silences
from explainer.model.table import Table

if TYPE_CHECKING:
    import networkx as nx

Molecule = Peptide | Ligand


@dataclass(frozen=True, repr=False)
class System(Contents):
    """All that is loaded: one read-only table for each kind of row."""

    @functools.cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The rows as a frozen graph; see `explainer.model.graph.build`.

        Returns
        -------
        networkx.MultiDiGraph
            Nodes by id; each edge is one row, keyed by the row's id. Built once.

        """
        from explainer.model.graph import build  # noqa: PLC0415 - networkx takes 0.4 s to import

        return build(self.tables)

    def silences(self) -> Silences:
        """On what the article is silent though sources are not, and the reverse.

        Returns
        -------
        Silences
            Ids by table: ``of_the_article``, ``of_the_sources``; and ``unmatched`` subjects.
            A silence of these tables: it tells what was collected, not what was studied.

        """
        return silences.find(self.tables)

    @functools.cached_property
    def at_odds(self) -> disagreement.Odds:
        """The findings that each finding is at odds with; see `explainer.model.disagreement`.

        Returns
        -------
        dict
            Id of an effect to the ids that go the other way; effects with none are left out.

        """
        return disagreement.at_odds(self.effects.values(), self.groups, self.receptors)

    @functools.cached_property
    def _assessed(self) -> dict[str, Assessment]:
        return {row.claim: row for row in self.assessments.values()}

    def identifiers_of(self, row_id: str) -> tuple[elsewhere.Elsewhere, ...]:
        """What other databases call a receptor, a precursor, a peptide or a ligand.

        Parameters
        ----------
        row_id
            Id of a row, such as ``"morphine"``.

        Returns
        -------
        tuple of Elsewhere
            Each with ``scheme`` (a prefix of the Bioregistry), ``value``, ``name`` of the database
            and ``link``; from the row's own columns and the table of identifiers. May be empty.

        Raises
        ------
        KeyError
            Where no row has the id.

        Examples
        --------
        >>> [(one.name, one.value) for one in system.identifiers_of("mu")]
        [('Guide to PHARMACOLOGY', '319'), ('UniProt', 'P35372'), ('HGNC', '8156')]

        """
        return elsewhere.of_row(self.find(row_id), self.identifiers)

    def acting_at(self, receptor: str) -> Table[Interaction]:
        """What acts at a receptor (pharmacology's voice).

        Parameters
        ----------
        receptor
            Id of a receptor, such as ``"kappa"``.

        Returns
        -------
        Table of Interaction
            Rows in the order of their file; empty where these tables hold none.
            Affinities in them are -log10 of mol/L, each with its species and source.

        Raises
        ------
        KeyError
            Where it is the id of no receptor.

        """
        return self.interactions.where(receptor=self.receptors[receptor].id)

    def interactions_of(self, molecule: str) -> Table[Interaction]:
        """What a molecule does at each receptor (pharmacology's voice).

        Parameters
        ----------
        molecule
            Id of a peptide or a ligand, such as ``"naloxone"``.

        Returns
        -------
        Table of Interaction
            Rows in the order of their file; empty where these tables hold none.
            Sources that differ are rows of their own, never an average.

        Raises
        ------
        KeyError
            Where no row has the id.

        """
        return self.interactions.where(ligand=self.find(molecule).id)

    def products_of(self, precursor: str) -> Table[Peptide]:
        """Peptides cut from a precursor.

        Parameters
        ----------
        precursor
            Id of a precursor, such as ``"pomc"``.

        Returns
        -------
        Table of Peptide
            Rows in the order of their file; empty where these tables hold none.

        Raises
        ------
        KeyError
            Where it is the id of no precursor.

        Examples
        --------
        >>> list(system.products_of("pomc"))
        ['beta_endorphin']

        """
        return self.peptides.where(precursor=self.precursors[precursor].id)

    def effects_of(self, agent: str) -> Table[Effect]:
        """What was found when an agent was activated, blocked, missing or given.

        Parameters
        ----------
        agent
            Id of a receptor, a peptide, a ligand or a group.

        Returns
        -------
        Table of Effect
            Rows in the order of their file; empty where these tables hold none.

        Raises
        ------
        KeyError
            Where no row has the id.

        """
        return self.effects.where(agent=self.find(agent).id)

    def effects_on(self, domain: str) -> Table[Effect]:
        """What sources found in a domain (pharmacology's voice).

        Parameters
        ----------
        domain
            Id of a domain, such as ``"anxiety"``.

        Returns
        -------
        Table of Effect
            Rows in the order of their file; empty where these tables hold none.

        Raises
        ------
        KeyError
            Where it is the id of no domain.

        """
        return self.effects.where(domain=self.domains[domain].id)

    def results_of(self, effect: str) -> Table[Result]:
        """The numbers behind a finding (pharmacology's voice).

        Parameters
        ----------
        effect
            Id of an effect.

        Returns
        -------
        Table of Result
            Rows in the order of their file; empty where these tables hold none.
            Each estimate in the unit that its ``measure`` and ``scale`` name.

        Raises
        ------
        KeyError
            Where it is the id of no effect.

        """
        return self.results.where(effect=self.effects[effect].id)

    def claims_about(self, about: str) -> Table[Claim]:
        """What the article says of a domain or of a subject (the article's voice).

        Parameters
        ----------
        about
            Id of a domain or of a subject.

        Returns
        -------
        Table of Claim
            Rows in the order of their file; empty where these tables hold none.

        Raises
        ------
        KeyError
            Where no row has the id.

        """
        column = "domains" if about in self.domains else "subjects"
        return self.claims.where(**{column: self.find(about).id})

    def assessment_of(self, claim: str) -> Assessment | None:
        """How a claim stands, or ``None`` where nobody has assessed it.

        Parameters
        ----------
        claim
            Id of a claim, such as ``"c23"``.

        Returns
        -------
        Assessment or None
            Our verdict, the rows it rests on, and a note.

        Raises
        ------
        KeyError
            Where it is the id of no claim.

        Examples
        --------
        >>> system.assessment_of("c23").verdict
        'oversimplified'

        """
        return self._assessed.get(self.claims[claim].id)

    def sources_of(self, row: SourcedRow) -> list[Source]:
        """The sources that a row cites, in its order, each once, or ``KeyError``.

        Parameters
        ----------
        row
            Any row that has ``sources``.

        Returns
        -------
        list of Source
            As the row names them; the places in them stand in ``row.sources``.

        """
        return list({ref.source: self.sources[ref.source] for ref in row.sources}.values())
