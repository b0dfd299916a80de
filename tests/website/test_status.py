"""The status page leads to what was measured, and says so where nothing was."""

from explainer.model.system import System
from explainer.website import papers, status


def test_the_status_page_leads_to_what_was_measured(small: System) -> None:
    there = status.text(small, {}, 1, papers.MEASURED)
    assert "[performance](performance.html)" in there
    assert papers.MEASURED in papers.read([])  # the page is there
    nothing = status.text(small, {}, 1, "")
    assert "`make bench` measures them" in nothing
    assert "performance.html" not in nothing
