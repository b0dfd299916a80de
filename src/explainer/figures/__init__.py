"""What is seen: each function takes a `System` and returns a matplotlib ``Figure``."""

from explainer.figures.network import network

__all__ = ["network"]
