"""Widgets where their page is not Jupyter's: apart from its style sheets, or on a slow line."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from record import Record

from explainer.model.system import System
from explainer.view import cache
from explainer.widgets import Prediction, bundle

PLAIN = "export const styles = 'b { color: rgb(1, 2, 3) }'; export default { render: ({ el }) => el.append(document.createElement('b')) };"
# A parcel that comes when `arrive` is called.
MODEL = """async ({ script, words, late }) => {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const widget = (await import(address)).default;
  let content, hear;
  window.arrive = () => {
    content = Uint8Array.from(atob(late), c => c.charCodeAt(0));
    hear?.();
  };
  const parcel = { get: () => content, on: (_, it) => (hear = it), off() {} };
  const model = {
    get: key => words[key], set: (key, value) => (words[key] = value), save_changes() {}, on() {}, off() {},
    widget_manager: { get_model: async () => parcel },
  };
  const el = document.createElement('div');
  window.end = await widget.render({ model, el: (window.root ?? document.body).appendChild(el) });
}"""


@pytest.fixture
def page(chromium: Browser, record: Record, tmp_path: Path) -> Iterator[Page]:
    bare = tmp_path / "bare.html"
    bare.write_text("<!doctype html><title>A page</title>", encoding="utf-8")
    context = chromium.new_context()
    one = context.new_page()
    record.watch(one)
    one.goto(bare.as_uri())
    yield one
    context.close()


def test_a_widget_in_a_shadow_root_has_its_style_there_and_takes_it_along(page: Page) -> None:
    """As marimo has it: the page's style sheets do not reach what stands there."""
    page.evaluate(
        "window.root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }), 1"
    )
    given = {"script": bundle.script("shared/once.js"), "words": {"_script": PLAIN}, "late": ""}
    page.evaluate(MODEL, given)
    assert page.evaluate("getComputedStyle(root.querySelector('b')).color") == "rgb(1, 2, 3)"
    page.evaluate("end()")
    assert page.evaluate("root.querySelectorAll('*').length") == 1


def test_a_form_may_be_used_while_the_answer_is_on_its_way(page: Page, system: System) -> None:
    asked = Prediction(system, "p_people_animals")
    given = {
        "script": bundle.script("prediction/index.js"),
        "words": {"data": json.loads(json.dumps(asked.data)), "late": "IPY_MODEL_late"},
        "late": base64.b64encode(cache.packed(ANSWER)).decode(),
    }
    page.evaluate(MODEL, given)
    radios = page.get_by_role("radio")
    radios.first.check()
    page.get_by_role("radio", name="just guessing").check()
    page.get_by_role("button", name="Settle on it").click()
    radios.nth(1).click()
    expect(page.locator(".outcome")).to_have_count(0)
    page.evaluate("arrive()")
    expect(page.locator(".outcome")).to_have_text("So it is.")


ANSWER = {
    "reveal": "So it is.",
    "circuit": {},
    "replies": {},
    "apart": [],
    "rest": [],
    "dangers": [],
    "figure": [],
}
