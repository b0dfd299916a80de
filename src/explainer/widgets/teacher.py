"""The teacher's page: one file that opens case books, asks nothing of the web and keeps nothing."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from pathlib import Path

from explainer.learning import classroom
from explainer.model.system import System
from explainer.widgets import bundle

# By the rule in its head the page can reach nowhere: no address may be asked, no form sent, and no
# script runs but its own, which the browser knows by its hash.
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{styles}</style>
</head>
<body class="explainer-teacher-page">
<main id="teacher"><h1>{title}</h1></main>
<noscript><p>{noscript}</p></noscript>
<script id="data" type="application/json">{data}</script>
<script type="module">{script}</script>
</body>
</html>
"""  # noqa: E501 - a rule of the browser is one line
_START = """
const data = JSON.parse(document.getElementById("data").textContent);
page.render({ model: { get: () => data }, el: document.getElementById("teacher") });
"""


def page(system: System) -> str:
    """Give the page as HTML, whole in one text."""
    script = bundle.script("teacher/index.js").replace("export default", "const page =") + _START
    digest = hashlib.sha256(script.encode()).digest()
    words = {key: html.escape(classroom.WORDS[key]) for key in ("title", "noscript")}
    return _PAGE.format(
        hash=base64.b64encode(digest).decode(),
        styles=bundle.styles("teacher/teacher.css", "explainer-teacher"),
        data=json.dumps(classroom.build(system), ensure_ascii=False).replace("<", "\\u003c"),
        script=script,
        **words,
    )


def write(system: System, out: Path) -> list[Path]:
    """Write the page, into a folder as ``teacher.html`` or under a name of its own."""
    path = out if out.suffix == ".html" else out / "teacher.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(system), encoding="utf-8", newline="\n")
    return [path]
