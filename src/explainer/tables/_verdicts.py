"""What the article claims, how firmly, and how each claim stands in our judgement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, assert_never, get_args

from explainer.drawing import theme
from explainer.model.display_table import Cell, DisplayTable, Part, Phrase
from explainer.model.schema.vocabularies import Hedging, Verdict
from explainer.tables.read import ReadTable
from explainer.view.arguments import of_a_system
from explainer.voices import hazards, strength
from explainer.voices.numerals import capital, count, listed

if TYPE_CHECKING:
    from explainer.model.schema import Claim
    from explainer.model.system import System

Judged = Verdict | Literal["not assessed"]
UNASSESSED: Literal["not assessed"] = "not assessed"
STOPS = "(here the article's sentence stops)"
_HEADS = ("What the article says", "How it is said", "Our verdict", "What it rests on")


@of_a_system
def verdicts(system: System) -> ReadTable:
    """Set the article's claims in their order beside our verdicts on them.

    Parameters
    ----------
    system
        What `explainer.load` returned.

    Returns
    -------
    ReadTable
        A row for each claim, in the article's order; a claim nobody assessed says so.

    Raises
    ------
    TypeError
        Where ``system`` is no system.

    """
    claims = list(system.claims.values())
    if not claims:
        return ReadTable(DisplayTable((), (), "These tables hold no claim of the article."))
    told = [f"{verdict} {number}" for verdict, number in totals(system).items()]
    said = Counter(claim.hedging for claim in claims)
    firmly = listed(f"{name} {said[name]}" for name in get_args(Hedging) if said[name])
    return ReadTable(
        DisplayTable(
            heads=_HEADS,
            parts=[
                Part([_row(system, claim) for claim in rows], _place(paragraph))
                for paragraph, rows in by_paragraph(system).items()
            ],
            caption=f"{capital(count(len(claims), 'claim'))} of the article, and how they stand "
            "in our judgement",
            summary=f"Our verdicts: {listed(told)}. How the claims are said: {firmly}.",
            notes=[line.text for line in hazards.of_rows(system, claims)],
        )
    )


def by_paragraph(system: System) -> dict[str, list[Claim]]:
    """Group claims by paragraph, in the order in which the article has them."""
    out: dict[str, list[Claim]] = {}
    for claim in system.claims.values():
        out.setdefault(claim.paragraph, []).append(claim)
    return out


def verdict_of(system: System, claim: Claim) -> Judged:
    """Give our verdict on a claim, or say that there is none."""
    found = system.assessment_of(claim.id)
    return found.verdict if found else UNASSESSED


def totals(system: System) -> dict[Judged, int]:
    """Count the claims under each verdict, in the order of the house; all verdicts are named."""
    counts = Counter(verdict_of(system, claim) for claim in system.claims.values())
    named: dict[Judged, int] = {verdict: counts[verdict] for verdict in theme.VERDICTS}
    return named | ({UNASSESSED: counts[UNASSESSED]} if counts[UNASSESSED] else {})


def _place(paragraph: str) -> str:
    kind = "Paragraph" if paragraph.startswith("p") else "Line of the list"
    return f"{kind} {paragraph[1:]}"


def _row(system: System, claim: Claim) -> tuple[Cell, Cell, Cell, Cell]:
    verdict = verdict_of(system, claim)
    sign = "–" if verdict == "not assessed" else theme.VERDICTS[verdict]
    ours, article = theme.VOICES["ours"], theme.VOICES["article"]
    stops = Phrase(STOPS, form="paper", colours=(article.light, article.dark))
    return (
        [claim.statement, " ", stops] if claim.open_end else claim.statement,
        Phrase(claim.hedging, sign=_firmness(claim.hedging)),
        Phrase(verdict, sign=sign, colours=(ours.light, ours.dark)),
        _rests(system, claim),
    )


def _rests(system: System, claim: Claim) -> str:
    """What a verdict rests on, by number, and the strongest evidence in people by name."""
    found = system.assessment_of(claim.id)
    if found is None:
        return "–"
    told = (capital(strength.in_words(system, found)), strength.strongest(system, found))
    return " ".join(f"{part.rstrip('.')}." for part in told if part) or "no finding"


def _firmness(hedging: Hedging) -> str:
    """Give the sign of how firmly a claim is said: a square full, empty or half full."""
    match hedging:
        case "asserted":
            return "■"
        case "hedged":
            return "□"
        case "open":
            return "◧"
        case _:
            assert_never(hedging)
