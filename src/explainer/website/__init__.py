"""The site: a start page that opens on the picture, the lessons, and what stands around them."""

from explainer.website.site import build

__all__ = ["build"]
