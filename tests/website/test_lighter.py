"""What a page of the site leaves out, and what it keeps."""

from explainer.model import display_style
from explainer.website import lighter

TABLES = "".join(
    f'<style>{css}</style><div class="explainer-table {name}"><table></table></div>'
    for css, name in map(display_style.sheet, (20, 80))
)
HEAD = '<head><style type="text/css">/* Why. */\n.a {\n  color: red;\n}\n</style></head>'


def test_tables_of_a_page_have_one_style_and_fold_where_the_widest_does() -> None:
    narrow, wide = (display_style.sheet(room)[1] for room in (20, 80))
    page = lighter.page(f"{HEAD}<body>{TABLES}</body>")
    assert page.count("<style>") == 1
    assert page.index("<style>") < page.index("<body>")
    assert narrow not in page
    assert page.count(f'<div class="explainer-table {wide}">') == 2


def test_remarks_of_style_sheets_and_rows_of_paragraphs_are_left_out_and_words_are_not() -> None:
    page = lighter.page(f"{HEAD}<p>Mu &lt;!-- rows: it --&gt;</p>\n<!-- rows: mu; e1 -->\n<p>B</p>")
    assert '<style type="text/css">.a{color:red}</style>' in page
    assert page.endswith("<p>Mu &lt;!-- rows: it --&gt;</p>\n<p>B</p>")
