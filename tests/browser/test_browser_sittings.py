"""Every sitting as a page, with all that is folded open: no barrier, and nothing cut."""

from __future__ import annotations

from typing import Any

import pytest
from lab import ROOT
from saved import Opened
from test_browser_axe import AXE, RULES

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
LOOKS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}},
    "dark": {"color_scheme": "dark"},
}
OPEN_ALL = "document.querySelectorAll('main details').forEach(fold => { fold.open = true; })"
FOUND = """tags => axe.run(document, {
  runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'],
}).then(({ violations }) => violations.map(({ id, nodes }) =>
  `${id} (${nodes.length}): ${nodes[0].html.slice(0, 200)}`))"""


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_sitting_has_no_barrier(opened: Opened, lesson: str, look: str) -> None:
    page = opened(lesson, **LOOKS[look])
    page.evaluate(OPEN_ALL)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FOUND, list(RULES)) == []
