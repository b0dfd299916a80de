"""What the rows of one pair say, in signs, and whether that is a difference: one rule for all.

That something binds is no news beside a row that states an action, and no difference from it. The
browser does the same (`saidBy` and `differs` in `widgets/static/explorer/selection.js`); a test
holds the two against each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explainer.drawing.theme import FAMILIES, FAMILY_OF

if TYPE_CHECKING:
    from explainer.model.schema import Interaction

BARE = ("binds", "none")  # state no action: what only binds, and what does nothing measurable
WEAK = ("not known", "")  # say nothing that another row could contradict
Sign = tuple[str, str]  # a family of actions or a direction, and the sign of what was done


def told(signs: Iterable[Sign]) -> dict[Sign, int]:
    """Count the rows that say the same; what only binds is left out beside a stated action."""
    counts = dict(Counter(signs))
    if any(look in FAMILIES and look not in BARE for look, _ in counts):
        return {sign: number for sign, number in counts.items() if sign[0] != BARE[0]}
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
    found = {look for look, _ in told((FAMILY_OF[row.action], "") for row in rows)}
    return [name for name in FAMILIES if name in found]
