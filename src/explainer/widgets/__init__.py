"""What is touched: each widget shows its rows to eye, keyboard and screen reader alike."""

from explainer.widgets.explorer import Explorer

__all__ = ["Explorer"]
