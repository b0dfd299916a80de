"""The Explorer in a page of its own: no Jupyter, no kernel, a model of a dozen lines."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from explored import Explored
from playwright.sync_api import Browser, Error
from record import Record

from explainer.model.system import System
from explainer.view import cache, headline, payload, selection, state
from explainer.view.state import State
from explainer.widgets import bundle

# Every change of the model is kept, as a kernel would hear of it: what is set between two
# `save_changes` is one message.
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Explorer</title>
<meta name="viewport" content="width=device-width">
<style>body {{ margin: 0; font-family: 'DejaVu Sans', sans-serif; }} {css}</style></head>
<body><main><h1 style="font-size: 14px">A page</h1><h2 style="font-size: 14px">A part</h2>
<p><a href="#before">Before it</a></p><div id="el"></div>
<p><a href="#after">After it</a></p></main><script>const packed = {{ data: "{data}", rest: "{rest}" }};</script><script type="module">
{script}
// What is sent once and named by each, as a kernel keeps it.
const parcel = name => ({{
  get: () => Uint8Array.from(atob(packed[name]), c => c.charCodeAt(0)), on() {{}}, off() {{}},
}});
const first = {{ data: "IPY_MODEL_data", rest: "IPY_MODEL_rest", {first} }};
const values = {{ ...first }};
const heard = {{}};
let changed = {{}};
const model = {{
  get: key => values[key],
  set(key, value) {{
    if (JSON.stringify(values[key]) === JSON.stringify(value)) return;
    values[key] = value;
    changed[key] = value;
    for (const hear of heard[`change:${{key}}`] ?? []) hear();
  }},
  save_changes() {{
    if (Object.keys(changed).length) window.sent.push(changed);
    changed = {{}};
  }},
  on: (event, hear) => (heard[event] ??= []).push(hear),
  off: (event, hear) => (heard[event] = (heard[event] ?? []).filter(one => one !== hear)),
  widget_manager: {{ get_model: async name => parcel(name) }},
}};
window.sent = [];
window.words = () => Object.fromEntries(Object.keys(first).filter(key => !packed[key]).map(key => [key, values[key]]));
// As a kernel sets a view; it is there after one microtask, and drawn after one frame.
window.set = words => {{
  for (const [key, value] of Object.entries(words)) model.set(key, value);
  changed = {{}};
}};
window.view = async words => (set(words), await new Promise(requestAnimationFrame));
// As if the kernel had gone.
window.lose = () => {{ for (const hear of heard.comm_live_update ?? []) hear(); }};
window.leave = await Explorer.render({{ model, el: document.getElementById('el') }});
window.isReady = true;
</script></body></html>"""


def write_page(place: Path, system: System, start: State | None = None) -> Path:
    """Write the static page of one system's Explorer."""
    shared = cache.of(system)
    words = ", ".join(
        f"{name}: {json.dumps(list(v) if isinstance(v, tuple) else v)}"
        for name in state.FIELDS
        for v in [getattr(start or State(), name)]
    )
    script = bundle.script("explorer/index.js").replace("export default", "const Explorer =")
    place.write_text(
        _PAGE.format(
            css=bundle.styles("explorer/explorer.css", "explainer"),
            data=base64.b64encode(shared.first).decode(),
            rest=base64.b64encode(cache.rest_of(system)).decode(),
            script=script,
            first=words,
        ),
        encoding="utf-8",
    )
    return place


MAP = "view=map"


class Still(Explored):
    """A reader with a static page of the Explorer open, at the whole map or at the findings.

    At the whole map, what is told of the state is told without it: that it stays is made sure of.
    """

    def __init__(
        self,
        browser: Browser,
        record: Record,
        file: Path,
        system: System,
        *,
        is_map: bool = True,
        **context: object,
    ) -> None:
        self.is_map = is_map
        self.picture_data = payload.build(system)
        self.choices = payload.choices(system)
        self.file = file
        self.size = ""
        # What stands is looked at, not what is on its way; tests of motion ask for it.
        usual = {"viewport": {"width": 1366, "height": 768}, "accept_downloads": True}
        self.context = browser.new_context(**usual | {"reduced_motion": "reduce"} | context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        record.watch(self.page)
        self.open()

    def open(self, code: str = "") -> None:
        """Open the page anew, with a view in its address."""
        self.page.goto("about:blank")
        code = self._whole(code)
        self.page.goto(self.file.as_uri() + (f"#explorer:{code}" if code else ""))
        self.page.wait_for_function("window.isReady")

    def close(self) -> None:
        self.context.close()

    def read(self, code: str) -> State:
        """The state that Python reads in a code."""
        return state.read(code, self.choices)[0]

    def _whole(self, code: str) -> str:
        """A code as it is where this reader stands."""
        return "&".join(filter(None, (code, MAP))) if self.is_map else code

    def _part(self, code: str) -> str:
        """A code without the whole map, which must be there."""
        if not self.is_map:
            return code
        assert MAP in code.split("&"), f"{code!r} has left the whole map"
        return "&".join(part for part in code.split("&") if part != MAP)

    def take(self, code: str) -> None:
        super().take(self._whole(code))

    @property
    def code(self) -> str:
        return self._part(super().code)

    def show(self, code: str = "") -> State:
        """Show the view of a code, as if a kernel had set it."""
        wanted = self.read(self._whole(code))
        words = {name: getattr(wanted, name) for name in state.FIELDS}
        self.page.evaluate("words => view(words)", words | {"also": list(wanted.also)})
        return wanted

    def reset(self) -> None:
        """Everything back to the first view; folded parts folded."""
        self.search.fill("")
        self.show("")
        self.fold()
        self.page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); sent = []; }")

    @property
    def now(self) -> State:
        """The view that the model holds."""
        words = self.page.evaluate("words()")
        state = State(**words | {"also": tuple(words["also"])})
        return self.read(self._part(state.code))

    @property
    def sent(self) -> list[dict[str, Any]]:
        """What a kernel would have been told, a message each."""
        return list(self.page.evaluate("sent"))

    def told(self, code: str) -> str:
        """Python's sentence for a code."""
        return headline.sentence(self.picture_data, self.read(code))

    def should_be_lit(self, code: str) -> set[str]:
        """Ids of the nodes that Python says stand out for a code."""
        found = selection.show(self.picture_data, self.read(code))
        return {self.picture_data["nodes"][n][0] for n in found.nodes}


def heap(still: Still) -> int:
    """Bytes of JavaScript objects that are left after the garbage was taken away."""
    session = still.context.new_cdp_session(still.page)
    try:
        session.send("HeapProfiler.enable")
        for _ in range(3):
            session.send("HeapProfiler.collectGarbage")
        return int(session.send("Runtime.getHeapUsage")["usedSize"])
    except Error as error:
        message = f"Chromium did not tell its memory: {error}"
        raise AssertionError(message) from error
    finally:
        session.detach()
