"""`jupyter nbconvert --to html` makes pages that work without a kernel and without a connection."""

from explainer.pages import TEMPLATE, TEMPLATES

c = get_config()  # noqa: F821 - Jupyter hands it in
c.HTMLExporter.extra_template_basedirs = [str(TEMPLATES)]
c.HTMLExporter.template_name = TEMPLATE
# These two are made from the first, and keep their own.
c.SlidesExporter.template_name = "reveal"
c.WebPDFExporter.template_name = "webpdf"
