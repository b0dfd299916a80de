"""What a reader asked a figure for, or a sentence that names the nearest there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from explainer.drawing import theme
from explainer.model.errors import did_you_mean, one_of, shown
from explainer.view.arguments import words_of

if TYPE_CHECKING:
    from explainer.model.system import Molecule, System

R = TypeVar("R")


def page_of(name: str) -> theme.Page:
    """Find a page style by its name."""
    return theme.PAGES[one_of("page", name, theme.PAGES)]


def rows_of(asked: Iterable[str] | None, table: Mapping[str, R], what: str) -> list[R]:
    """Find the rows that were asked for, in that order and each once; all, if none was named."""
    if asked is None:
        return list(table.values())
    wanted = words_of(what, asked)
    for word in wanted:
        if word not in table:
            raise ValueError(f"{shown(word)} is not the id of a {what}{did_you_mean(word, table)}")
    return [table[word] for word in wanted]


def molecules_of(system: System, asked: Iterable[str] | None) -> list[Molecule]:
    """Find peptides and ligands by their ids."""
    both: dict[str, Molecule] = {**system.peptides, **system.ligands}
    return rows_of(asked, both, "molecule")
