"""Pages under the names that lessons once had: each leads on, and takes a place within along."""

from __future__ import annotations

from html import escape
from pathlib import Path

from explainer.model.system import System

# Without scripts the page still leads on, to the top of the lesson.
_MOVED = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This lesson has moved</title>
<script>location.replace("{now}.html" + location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url={now}.html"></noscript>
<main>
<h1>This lesson has moved</h1>
<p><a href="{now}.html">Go to “{title}”</a>.</p>
</main>
</html>
"""


def write(site: Path, system: System) -> None:
    """Leave a page under each name that a lesson had, which leads to the one in its place.

    A site may be made of some lessons only: a name leads nowhere whose lesson is not among them.
    """
    for row in system.lessons.values():
        if not (site / f"{row.id}.html").exists():
            continue
        for old in row.was:
            text = _MOVED.format(now=row.id, title=escape(row.title))
            (site / f"{old}.html").write_text(text, encoding="utf-8")
