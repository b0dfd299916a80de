"""What each voice speaks of, and where it is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer import style
from explainer.figures.drawing import Drawing

if TYPE_CHECKING:
    from explainer.system import System


def silences(system: System) -> Drawing:
    """Draw claims and rows side by side for each domain, receptor and peptide; gaps stay empty."""
    rows = [*_domains(system), *_receptors(system), *_peptides(system)]
    figure = Drawing(figsize=(8, 0.26 * len(rows) + 1.2))
    axes = figure.add_axes((0.24, 0.06, 0.72, 0.86))
    most = max((max(claims, found) for _, claims, found in rows), default=1) or 1
    for y, (name, claims, found) in enumerate(rows):
        axes.barh(
            y, -claims / most, color=style.VOICES["article"].light, hatch="//", edgecolor="white"
        )
        axes.barh(y, found / most, color=style.VOICES["pharmacology"].light)
        axes.text(
            -claims / most - 0.01, y, str(claims or "silent"), ha="right", va="center", size=8
        )
        axes.text(found / most + 0.01, y, str(found or "silent"), va="center", size=8)
        axes.text(-1.25, y, name, ha="right", va="center", size=8.5)
    axes.set_xlim(-1.2, 1.2)
    axes.set_ylim(len(rows) - 0.4, -1.6)
    axes.axvline(0, color="#1d2733", linewidth=0.8)
    axes.text(-0.05, -1.1, "claims of the article", ha="right", size=9, weight="bold")
    axes.text(0.05, -1.1, "rows of pharmacology sources", size=9, weight="bold")
    axes.axis("off")
    figure.description = _description(system)
    return figure


def _domains(system: System) -> list[tuple[str, int, int]]:
    return [
        (d.name, len(system.claims_about(d.id)), len(system.effects_on(d.id)))
        for d in system.domains.values()
    ]


def _receptors(system: System) -> list[tuple[str, int, int]]:
    named = sum(claim.names_receptor for claim in system.claims.values())
    return [
        (r.name, named, len(system.acting_at(r.id)) + len(system.effects_of(r.id)))
        for r in system.receptors.values()
    ]


def _peptides(system: System) -> list[tuple[str, int, int]]:
    out = []
    for peptide in system.peptides.values():
        words = {s.id for s in system.subjects.values() if peptide.id in s.names}
        claims = sum(bool(words.intersection(claim.subjects)) for claim in system.claims.values())
        out.append((peptide.name, claims, len(system.targets_of(peptide.id))))
    return out


def _description(system: System) -> str:
    article, sources = system.silences()
    told = [
        f"{name}: {', '.join(str(getattr(system.find(i), 'name', i)) for i in ids) or 'none'}"
        for name, ids in article.items()
    ]
    back = ", ".join(str(getattr(system.find(i), "name", i)) for i in sources["domains"]) or "none"
    return (
        "Bars to the left count claims of the article, bars to the right rows of pharmacology "
        f"sources. The article is silent on {'; '.join(told)}. "
        f"These tables hold no finding on domains that it speaks of: {back}."
    )
