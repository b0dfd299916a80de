"""What is seen: each function takes a `System` and returns a matplotlib ``Figure``."""

from explainer.figures.network import network
from explainer.figures.silences import silences

__all__ = ["network", "silences"]
