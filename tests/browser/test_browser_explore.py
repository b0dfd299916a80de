"""In JupyterLab: the page and the kernel hear of each other, and of nothing more than they need."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import pytest
from lab import Lab
from playwright.sync_api import Browser, Page, WebSocket, expect
from reader import SLOW, Reader, write_notebook
from record import Record

from explainer.model.system import System
from explainer.view import payload, selection, state

MOST_BYTES = 700  # of one message to the kernel
SOURCES = [
    "import ipywidgets\nimport explainer as ex\nfrom explainer import widgets",
    "explorer = widgets.Explorer(ex.load())\nexplorer",
    """text = ipywidgets.Text(description="linked")
ipywidgets.jslink((text, "value"), (explorer, "focus"))
text""",
]
FILTERS = {
    "domain=anxiety": {"Domain": "Anxiety"},
    "evidence=human imaging": {"Evidence": "human imaging"},
    "domain=mood&direction=worsens": {"Domain": "Mood", "Which way it went": "worsens"},
}
VOICES = {"both": "Both", "article": "The article", "pharmacology": "Sources"}


class Comms:
    """What a page has told its kernel of its widgets: each message, as it was sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def watch(self, page: Page) -> None:
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._keep)

    def _keep(self, frame: str | bytes) -> None:
        data = frame if isinstance(frame, bytes) else frame.encode()
        if b"comm_msg" in data:
            self.sent.append(data)

    def of(self, reader: Reader) -> list[bytes]:
        """What was sent of the Explorer; the field that is linked to it tells of itself as well."""
        sent = self.sent[:]
        own = reader.ask("explorer.model_id").strip("'").encode()
        return [one for one in sent if own in one]


@pytest.fixture(scope="module")
def comms() -> Comms:
    return Comms()


@pytest.fixture(scope="module")
def linked_page(
    chromium: Browser,
    lab: Lab,
    record: Record,
    comms: Comms,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Reader]:
    """A notebook with an Explorer, and a field whose text is linked to it in the browser."""
    reader = Reader(chromium, lab, record)
    reader.context.on("page", comms.watch)
    reader.open(write_notebook(tmp_path_factory.mktemp("linked") / "linked.ipynb", SOURCES))
    reader.run_all()
    yield reader
    reader.close()


@pytest.fixture
def linked(linked_page: Reader) -> Reader:
    linked_page.reset()
    return linked_page


@pytest.fixture(scope="module")
def drawn(system: System) -> dict[str, Any]:
    return payload.build(system)


def lit_in_python(system: System, drawn: dict[str, Any], code: str) -> tuple[set[str], list[str]]:
    """Nodes and rows that Python says stand out for a code."""
    found = selection.show(drawn, state.read(code, payload.choices(system))[0])
    rows = [drawn["lines"][drawn["rows"][r][3]][5] for r in found.rows]
    return {drawn["nodes"][n][0] for n in found.nodes}, list(dict.fromkeys(rows))


def test_running_the_notebook_shows_the_explorer(reader: Reader, drawn: dict[str, Any]) -> None:
    assert reader.faults() == []
    expect(reader.explorer).to_have_count(1)
    expect(reader.picture.locator(".node")).to_have_count(len(drawn["nodes"]))
    expect(reader.sentence).to_contain_text("Pharmacology:")
    expect(reader.sentence).to_contain_text("The article:")
    reader.shoot("explore overview")


def test_a_click_lights_the_neighbours_and_tells_the_kernel(
    linked: Reader, system: System, drawn: dict[str, Any]
) -> None:
    linked.node("kappa").click()
    linked.expect_chosen("kappa")
    nodes, rows = lit_in_python(system, drawn, "focus=kappa")
    assert len(nodes) > 10
    assert linked.lit == nodes
    expect(linked.panel.get_by_role("heading", level=3)).to_contain_text("kappa")
    told = ast.literal_eval(linked.ask("[explorer.selected, explorer.code, explorer.rows]"))
    assert told == ["kappa", "focus=kappa&view=map", rows]


def test_a_click_is_one_short_message(linked: Reader, comms: Comms) -> None:
    for act in (
        lambda: linked.node("delta").click(),
        lambda: linked.node("mood").click(modifiers=["Shift"]),
        lambda: linked.tab("Table").click(),
        lambda: linked.choose("Voice", "The article"),
        lambda: linked.button("Undo").click(),
        lambda: linked.button("Show all").click(),
    ):
        linked.show_explorer()
        comms.sent.clear()
        act()
        linked.page.wait_for_timeout(300)  # a second message would have come by now
        sent = comms.of(linked)
        assert len(sent) == 1, sent
        assert len(sent[0]) < MOST_BYTES, sent


def test_the_page_shows_what_python_sets(
    linked: Reader, system: System, drawn: dict[str, Any]
) -> None:
    linked.ask('explorer.focus = "nociceptin"')
    linked.expect_chosen("nociceptin")
    assert linked.lit == lit_in_python(system, drawn, "focus=nociceptin")[0]
    linked.ask(
        'explorer.state = {"lens": "pharmacology", "focus": "mu", "panel": "table", "view": "map"}'
    )
    linked.expect_chosen("mu")
    assert linked.chosen("Voice") == "Sources"
    expect(linked.tab("Table")).to_have_attribute("aria-selected", "true")
    code = "lens=pharmacology&focus=mu&panel=table"
    assert linked.lit == lit_in_python(system, drawn, code)[0]
    linked.ask('explorer.code = "focus=mu&also=anxiety&view=map"')
    expect(linked.tab("Card")).to_have_attribute("aria-selected", "true")
    assert linked.lit == {"mu", "anxiety"}


def test_python_hears_nothing_of_what_it_set_itself(linked: Reader, comms: Comms) -> None:
    linked.ask('explorer.focus = "delta"')
    linked.expect_chosen("delta")
    comms.sent.clear()
    linked.ask('explorer.focus = "mood"')
    linked.expect_chosen("mood")
    linked.page.wait_for_timeout(300)
    assert comms.of(linked) == []


def test_an_unknown_word_names_the_nearest_and_changes_nothing(linked: Reader) -> None:
    told = linked.ask(
        'try:\n    explorer.state = {"focus": "buprenorfine"}\n'
        "except ValueError as error:\n    display(str(error))"
    )
    assert "buprenorphine" in told
    assert linked.pressed == ""


def test_a_field_linked_in_the_browser_drives_it_and_is_driven(linked: Reader) -> None:
    field = linked.page.locator(".jp-OutputArea .widget-text input")
    field.fill("mood")
    linked.expect_chosen("mood")
    linked.show_explorer()
    linked.node("kappa").click()
    expect(field).to_have_value("kappa")


@pytest.mark.parametrize("lens", VOICES)
@pytest.mark.parametrize("code", FILTERS)
def test_filters_light_what_python_says(
    reader: Reader, system: System, drawn: dict[str, Any], lens: str, code: str
) -> None:
    reader.open_filters()
    reader.choose("Voice", VOICES[lens])
    for label, words in FILTERS[code].items():
        reader.choose(label, words)
    reader.frames()
    nodes, _ = lit_in_python(system, drawn, f"lens={lens}&{code}")
    assert nodes or lens == "article"  # no row of which has this evidence
    assert reader.lit == nodes


def test_a_view_in_the_address_is_taken_up_once(
    chromium: Browser, lab: Lab, record: Record
) -> None:
    # Not in the page above: whoever links a field there sets the focus to what the field holds.
    sources = [*SOURCES[:2], ""]
    reader = Reader(chromium, lab, record)
    reader.notebook = write_notebook(lab.folder / "viewed.ipynb", sources).name
    reader.page = reader.new_page()
    try:
        address = f"{lab.link(reader.notebook)}#explorer:focus=mood&panel=table&view=map"
        reader.page.goto(address, timeout=SLOW)
        expect(reader.page.locator(".jp-Cell")).to_have_count(len(sources), timeout=SLOW)
        reader.wait_for_kernel()
        reader.run_all()
        reader.expect_chosen("mood")
        expect(reader.tab("Table")).to_have_attribute("aria-selected", "true")
        reader.show_explorer()
        reader.button("Show all").click()
        reader.ask("explorer")
        second = reader.page.locator(".explainer").nth(1).locator(".stage .map > svg")
        expect(second).to_have_attribute("data-mode", "overview")
        assert reader.page.locator(".node[aria-pressed=true]").count() == 0
        assert reader.page.locator(".node.lit").count() == 0
    finally:
        reader.close()


def test_two_views_of_one_explorer_stay_in_step(linked: Reader) -> None:
    linked.ask("explorer")
    try:
        views = linked.page.locator(".explainer")
        second = views.nth(1).locator('.node[data-id="delta"]')
        second.click()
        first = views.nth(0).locator('.node[data-id="delta"]')
        expect(first).to_have_attribute("aria-pressed", "true")
        expect(second).to_have_attribute("aria-pressed", "true")
    finally:
        linked.ask("0")
        expect(linked.page.locator(".explainer")).to_have_count(1)
