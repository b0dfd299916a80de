"""The sources for a reference manager, under the address by which others ask for them."""

from explainer.curation.bibliography import as_bibtex, as_csl

__all__ = ["as_bibtex", "as_csl"]
