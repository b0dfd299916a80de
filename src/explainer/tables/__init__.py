"""What is read: each function takes a `System` and returns a table that shows itself in a cell.

As HTML it has a caption, heads and real cells; where there is no room for its columns each row
becomes a card. As Markdown and in a terminal it says the same. Charts are in `explainer.figures`.
"""

from explainer.tables._actions import actions
from explainer.tables._efficacy import efficacy
from explainer.tables._silences import silences
from explainer.tables._verdicts import verdicts

__all__ = ["actions", "efficacy", "silences", "verdicts"]
