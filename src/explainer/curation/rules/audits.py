"""Rules of audits: all that was drawn was read by one and compared by another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from explainer.curation.audit import SIZE
from explainer.curation.rules.places import Rule, problem
from explainer.model.errors import Problem
from explainer.model.schema import Audit
from explainer.model.system import System


def all_that_was_drawn_was_read(system: System) -> Iterator[Problem]:
    """No question of a draw is left out, and none is answered twice."""
    draws: dict[str, list[Audit]] = {}
    for row in system.audits.values():
        draws.setdefault(row.seed, []).append(row)
    for seed, rows in draws.items():
        places = {row.place for row in rows}
        # Tables with fewer findings than are drawn may have had fewer still on that day.
        size = SIZE if len(system.effects) >= SIZE else max(places)
        if missing := sorted(set(range(1, size + 1)) - places):
            fault = f"of the draw by {seed[:7]} number {missing[0]} is not here"
            way_out = f"give all {size} questions, also those that were hard to answer"
            yield problem(system, rows[-1], "place", fault, way_out)
        for column in ("place", "drawn"):
            counted = Counter(getattr(row, column) for row in rows)
            for row in (row for row in rows if counted[getattr(row, column)] > 1):
                fault = f"{getattr(row, column)!r} stands twice in the draw by {seed[:7]}"
                yield problem(system, row, column, fault, "keep one of the two")


def nobody_compares_what_they_read(system: System) -> Iterator[Problem]:
    """The comparer is not the reader."""
    for row in system.audits.values():
        if row.reader == row.comparer:
            fault = f"{row.reader!r} read it, too"
            yield problem(system, row, "comparer", fault, "let somebody else compare")


def differences_are_told(system: System) -> Iterator[Problem]:
    """Where reader and row differ, it is said in what; and the row was a finding."""
    for row in system.audits.values():
        others = (table for name, table in system.tables.items() if name != "effects")
        if any(row.drawn in table for table in others):
            fault = f"{row.drawn!r} is no finding"
            yield problem(system, row, "drawn", fault, "write the id of the finding that was drawn")
        if row.word != "same" and not row.comparison:
            fault = f"it is {row.word!r}, and nothing says in what"
            yield problem(system, row, "comparison", fault, "say what differs, and which holds")


RULES: tuple[Rule, ...] = (
    all_that_was_drawn_was_read,
    nobody_compares_what_they_read,
    differences_are_told,
)
