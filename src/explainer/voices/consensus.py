"""What the rows of one pair say, in signs, and whether that is a difference: one rule for all.

That something binds, or a row in doubt, is no news beside a row that states an action, and no
difference from it. What was not found up to a limit contradicts only what lies beyond the limit.
The browser does the same (`saidBy` and `differs` in `widgets/static/explorer/selection.js`); a
test holds the two against each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drawing.theme import FAMILIES, family_of

if TYPE_CHECKING:
    from explainer.model.schema import Interaction

SILENT = ("binds", "doubtful")  # say no more where a row states an action
BARE = (*SILENT, "none")  # state no action; the last is what does nothing measurable
WEAK = ("not known", "", "doubtful")  # say nothing that another row could contradict
Sign = tuple[str, str]  # a family of actions or a direction, and the sign of what was done


def told(signs: Iterable[Sign]) -> dict[Sign, int]:
    """Count the rows that say the same; what is silent is left out beside a stated action."""
    counts = dict(Counter(signs))
    if any(look in FAMILIES and look not in BARE for look, _ in counts):
        return {sign: number for sign, number in counts.items() if sign[0] not in SILENT}
    return counts


def differ(signs: Iterable[Sign]) -> bool:
    """Whether, of the same thing done, more than one thing is told."""
    looks: dict[str, set[str]] = {}
    for look, done in told(signs):
        if look not in WEAK:
            looks.setdefault(done, set()).add(look)
    return any(len(found) > 1 for found in looks.values())


def families(rows: Iterable[Interaction]) -> list[str]:
    """List the families of action that rows tell; ``binds`` only where no row states one."""
    found = {look for look, _ in told((look, "") for look in looks(rows).values())}
    return [name for name in FAMILIES if name in found]


def looks(rows: Iterable[Interaction]) -> dict[str, str]:
    """Tell by its id as what each row counts beside the others of its molecule and receptor."""
    pairs: dict[tuple[str, str], list[Interaction]] = defaultdict(list)
    for row in rows:
        pairs[row.ligand, row.receptor].append(row)
    return {row.id: _look(row, pair) for pair in pairs.values() for row in pair}


def _look(row: Interaction, pair: list[Interaction]) -> str:
    """Nothing up to a limit is no more than silence, where all that was found lies below it."""
    limit, family = row.affinity_low, family_of(row)
    if family != "none" or row.relation != "<" or limit is None:
        return family
    values = [other.affinity_high for other in pair if family_of(other) not in BARE]
    found = [value for value in values if value is not None]
    return SILENT[0] if found and max(found) < limit else family
