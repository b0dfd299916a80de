"""One widget in a page of its own: no Jupyter, no kernel, what it sends is kept in `window.sent`."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from explainer.widgets import bundle

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A widget</title>
<meta name="viewport" content="width=device-width">
<style>body {{ margin: 0; font-family: 'DejaVu Sans', sans-serif; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #111; color: #eee; }} }} {css}</style>
</head><body><main><h1>A page</h1><h2>A part</h2><div id="el"></div></main><script type="module">
{script}
const values = {values};
const late = new DataView(Uint8Array.from(atob("{late}"), c => c.charCodeAt(0)).buffer);
const parcel = {{ get: () => late, on() {{}}, off() {{}} }};
window.sent = [];
const model = {{
  get: key => values[key],
  set(key, value) {{ values[key] = value; window.sent.push([key, value]); }},
  save_changes() {{}}, on() {{}}, off() {{}},
  widget_manager: {{ get_model: async () => parcel }},
}};
window.leave = await Widget.render({{ model, el: document.getElementById("el") }});
window.isReady = true;
</script></body></html>"""


def write_widget(
    place: Path, name: str, values: dict[str, Any], late: bytes = b"", sheet: str = ""
) -> Path:
    """Write the page of one widget, by the name of its folder."""
    place.write_text(
        _PAGE.format(
            css=bundle.styles(sheet or f"{name}/{name}.css", f"explainer-{name}"),
            script=bundle.script(f"{name}/index.js").replace("export default", "const Widget ="),
            values=json.dumps(values).replace("<", "\\u003c"),
            late=base64.b64encode(late).decode(),
        ),
        encoding="utf-8",
    )
    return place
