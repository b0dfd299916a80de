"""An audit's draw: findings by lot, as questions for a reader who does not see our rows.

The lot is cast by the name of a commit, which nobody can choose so that a finding is spared:
each finding's place is the hash of that name and its id. Whoever has the commit can draw again.
"""

from __future__ import annotations

import csv
import hashlib
import io
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from explainer.model.errors import DataError, Problem, shown
from explainer.model.evidence import is_on_people
from explainer.model.schema import Effect, Result
from explainer.model.system import System
from explainer.model.table import write_cell

SIZE = 60
_BLANKS = ("seen", "done", "whom", "measured", "direction", "number", "kind")  # for the reader
_OURS = (
    "id", "perturbation", "domain", "direction", "evidence", "population", "reaches_brain",
    "parts_receptor", "exposure", "finding", "caveat",
)  # fmt: skip
_NUMBERS = (
    "scale", "time", "analysed", "measure", "estimate", "low", "high", "interval", "p",
)  # fmt: skip


def seed_of(folder: Path, commit: str) -> str:
    """Name the last commit up to this one that changed the tables; what audits left is no table.

    Raises ``DataError`` where the tables in the folder are not those of that commit.
    """
    name = f"{commit}^{{commit}}"
    until = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if until is None:
        raise _refused(f"{shown(commit)} is no commit here", "name one, such as HEAD")
    tables = ["--", ".", ":(exclude)audit"]
    seed = _git(folder, "log", "-1", "--format=%H", until, *tables)
    if not seed:
        raise _refused(f"no commit up to {shown(commit)} holds this folder", "commit the tables")
    if _git(folder, "status", "--porcelain", *tables) or _git(folder, "diff", seed, *tables):
        fault = f"the tables are not those of {seed[:7]}"
        raise _refused(fault, f"commit what was changed, or run: git checkout {seed[:7]}")
    return seed


def draw(system: System, seed: str) -> list[Effect]:
    """Draw findings by a seed, half of them on people; fewer where there are not so many."""
    by_lot = sorted(system.effects.values(), key=lambda row: _lot(seed, row.id))
    people = [row for row in by_lot if is_on_people(row)][: SIZE // 2]
    others = [row for row in by_lot if not is_on_people(row)][: SIZE - SIZE // 2]
    return sorted([*people, *others], key=lambda row: _lot(seed, row.id))


def sheet(system: System, seed: str) -> str:
    """Write the questions for a reader, as CSV: nothing of what our rows found stands in it."""
    rows = ((*question, *("" for _ in _BLANKS)) for question in _questions(system, seed))
    return _csv((*_ASKED, *_BLANKS), rows)


def comparison(system: System, seed: str) -> str:
    """Write the questions with our rows beside them, for whoever compares."""
    head = (*_ASKED, *(f"our_{column}" for column in _OURS), "our_numbers")
    drawn = zip(_questions(system, seed), draw(system, seed), strict=True)
    return _csv(head, ((*question, *_told(system, row)) for question, row in drawn))


_ASKED = ("seed", "place", "source", "link", "agent", "question")


def _questions(system: System, seed: str) -> Iterator[tuple[str, ...]]:
    for place, row in enumerate(draw(system, seed), start=1):
        cited = [system.sources[reference.source] for reference in row.sources]
        places = [f" [{reference.place}]" if reference.place else "" for reference in row.sources]
        agent = _name(system, row.agent)
        given = ", ".join(_name(system, word) for word in row.through)
        domain = system.domains[row.domain]
        yield (
            seed,
            str(place),
            " | ".join(s.citation + where for s, where in zip(cited, places, strict=True)),
            " ".join(source.link for source in cited),
            f"{agent} (with {given})" if given else agent,
            (
                f"What does it say of '{domain.name}', where it speaks of '{agent}'?"
                f" '{domain.name}' here means: {domain.definition}"
            ),
        )


def _told(system: System, row: Effect) -> tuple[str, ...]:
    results = system.results.where(effect=row.id).values()
    return (*(write_cell(getattr(row, c)) for c in _OURS), " | ".join(map(_in_numbers, results)))


def _in_numbers(row: Result) -> str:
    cells = ((column, write_cell(getattr(row, column))) for column in _NUMBERS)
    return ", ".join(f"{column} {cell}" for column, cell in cells if cell)


def _name(system: System, row_id: str) -> str:
    return str(getattr(system.find(row_id), "name", row_id))


def _lot(seed: str, row_id: str) -> str:
    return hashlib.sha256(f"{seed} {row_id}".encode()).hexdigest()


def _csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *rows])
    return out.getvalue()


def _git(folder: Path, *words: str) -> str | None:
    """Ask git; nothing where it says no."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of words, and no shell
            ["git", "-C", str(folder), *words],  # noqa: S607 - as a reader's shell finds it
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        raise _refused("git is not installed", "install it, and use a checkout") from None
    return done.stdout.strip() if done.returncode == 0 else None


def _refused(fault: str, way_out: str) -> DataError:
    return DataError([Problem("sample", 0, "", fault, way_out)])
