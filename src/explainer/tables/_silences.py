"""What the article speaks of and what was collected here, side by side, with the gaps of both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple, assert_never

from explainer.drawing import theme
from explainer.model.display_table import Cell, DisplayTable, Part, Phrase
from explainer.tables.read import ReadTable
from explainer.view.arguments import of_a_system
from explainer.voices.numerals import count

if TYPE_CHECKING:
    from explainer.model.schema import Search
    from explainer.model.system import System
    from explainer.model.table import Table

Side = Literal["article", "pharmacology"]


class Count(NamedTuple):
    """A name, the claims on it, the rows collected on it, and the day of a search in vain."""

    name: str
    claims: int
    rows: int
    searched_on: dt.date | None = None

    @property
    def is_gap(self) -> bool:
        """Whether one of the two is silent."""
        return not (self.claims and self.rows)


_HEADS = ("Name", "The article: claims", "These tables: rows")
_LIMITS = (
    "“Not collected” is about these tables alone: no search for it is written down, which is not "
    "to say that nobody has studied it. Where a search found nothing, its day stands instead. Bars "
    "are to scale within each part."
)


@of_a_system
def silences(system: System) -> ReadTable:
    """Count claims and collected rows side by side where one of the two is silent.

    A gap on the article's side is a silence of the article. A gap on the other side is one of
    these tables alone: it tells what was collected, not what has been studied.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Returns
    -------
    ReadTable
        A row for each receptor, domain and peptide on which the article or these tables have
        nothing; numbers count claims and rows. On what both speak stands below, in one line.

    Raises
    ------
    TypeError
        Where ``system`` is no system.

    """
    parts = {
        "Receptors": receptors(system),
        "Domains": domains(system),
        "Peptides": peptides(system),
    }
    if not any(parts.values()):
        told = "These tables hold no domain, no receptor and no peptide."
        return ReadTable(DisplayTable((), (), told))
    return _table(parts, _day(system))


def _table(parts: dict[str, list[Count]], day: str) -> ReadTable:
    gaps = {name: [row for row in rows if row.is_gap] for name, rows in parts.items()}
    both = [row for rows in parts.values() for row in rows if not row.is_gap]
    finding = _finding(parts["Receptors"])
    return ReadTable(
        DisplayTable(
            heads=_HEADS,
            parts=[Part(list(_rows(rows)), name) for name, rows in gaps.items() if rows],
            caption=f"{finding}What it says, and what was collected in these tables",
            summary=f"Counted: claims of the article, and rows from sources{day}.",
            notes=(_LIMITS, *_both(both)),
        )
    )


def _finding(rows: list[Count]) -> str:
    """Say on how many receptors the article is silent: it is what this table is for."""
    if not rows:
        return ""
    named = sum(bool(row.claims) for row in rows)
    return f"The article names {named or 'none'} of the {count(len(rows), 'receptor')}. "


def _both(rows: list[Count]) -> Iterable[str]:
    """List in one line those on which both speak: no silence is theirs."""
    if rows:
        told = "; ".join(f"{row.name} {row.claims}, {row.rows}" for row in rows)
        yield f"Both speak, so they have no line above (claims, rows): {told}."


def _day(system: System) -> str:
    """The last day on which a row that is counted here was checked."""
    rows = (*system.effects.values(), *system.interactions.values())
    days = [row.checked_on for row in rows if row.checked_on]
    return f", collected until {_spelled(max(days))}" if days else ""


def _spelled(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def domains(system: System) -> list[Count]:
    """Count claims and findings for each domain."""
    return [
        Count(
            d.name,
            len(system.claims_about(d.id)),
            len(system.effects_on(d.id)),
            _searched(system.searches.where(domains=d.id, receptor=None)),
        )
        for d in system.domains.values()
    ]


def receptors(system: System) -> list[Count]:
    """Count claims that name a receptor, and rows on each."""
    named = sum(claim.names_receptor for claim in system.claims.values())
    return [
        Count(
            r.name,
            named,
            len(system.acting_at(r.id)) + len(system.effects_of(r.id)),
            _searched(system.searches.where(receptor=r.id, domains=())),
        )
        for r in system.receptors.values()
    ]


def peptides(system: System) -> list[Count]:
    """Count claims with a word for each peptide, and rows on what it does at receptors."""
    out = []
    for peptide in system.peptides.values():
        words = {s.id for s in system.subjects.values() if peptide.id in s.names}
        claims = sum(bool(words.intersection(claim.subjects)) for claim in system.claims.values())
        out.append(Count(peptide.name, claims, len(system.interactions_of(peptide.id))))
    return out


def _searched(searches: Table[Search]) -> dt.date | None:
    """The last day on which somebody searched and kept nothing."""
    days = (row.searched_on for row in searches.values() if not row.kept)
    return max(days, default=None)


def _rows(rows: list[Count]) -> Iterable[tuple[Cell, Cell, Cell]]:
    most = max(max(row.claims, row.rows) for row in rows) or 1
    for row in rows:
        article = _cell("article", row.claims, most, None)
        yield row.name, article, _cell("pharmacology", row.rows, most, row.searched_on)


def _cell(side: Side, number: int, most: int, searched_on: dt.date | None) -> Cell:
    if not number:
        return Phrase(gap(side, searched_on), form="none")
    look = theme.VOICES[side]
    return Phrase(str(number), colours=(look.light, look.dark), share=number / most)


def gap(side: Side, searched_on: dt.date | None = None) -> str:
    """Say what it means that one side has nothing: three gaps of three kinds."""
    match side:
        case "article":
            return "does not say"
        case "pharmacology":
            return f"not found on {_spelled(searched_on)}" if searched_on else "not collected"
        case _:
            assert_never(side)
