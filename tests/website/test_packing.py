"""What the widgets of a page know travels as one stream, and comes out whole."""

import base64
import json
import os
import random
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest

from explainer.website import packing
from nodejs import node
from unpacked import opened

CHANCE = random.Random(1)  # noqa: S311 - the same samples on every run
SCRIPT = Path(__file__).parents[1] / "js" / "unpacking.test.js"


def parcel(content: bytes) -> dict[str, Any]:
    data = base64.b64encode(content).decode()
    buffer = {"path": ["content"], "encoding": "base64", "data": data}
    return {"model_name": "AnyModel", "state": {"x": 1}, "buffers": [buffer]}


def widget(**words: str) -> dict[str, Any]:
    return {"model_name": "AnyModel", "state": words}


def test_what_was_packed_apart_is_packed_together_and_what_is_late_comes_last() -> None:
    other = parcel(b"") | {"buffers": [{"path": ["a", 0], "encoding": "base64", "data": "AA=="}]}
    saved = {
        "late": parcel(zlib.compress(b"the rest")),
        "w": widget(data="IPY_MODEL_first", rest="IPY_MODEL_late", words="é </script>"),
        "first": parcel(zlib.compress(b"the first view")),
        "plain": parcel(b"never packed"),
        "other": other,
    }
    state, parts = opened(packing.packed({"state": saved}))
    assert list(parts) == ["first", "plain", "late"]
    assert parts["late"] == b"the rest"
    assert parts["first"] == b"the first view"
    assert parts["plain"] == b"never packed"
    assert state["w"] == saved["w"]
    assert state["other"] == other
    assert state["late"] == {"model_name": "AnyModel", "state": {"x": 1}}


def test_what_two_parcels_share_is_there_once() -> None:
    text = CHANCE.randbytes(60_000)
    one = packing.packed({"state": {"a": parcel(text)}})
    two = packing.packed({"state": {"a": parcel(text), "b": parcel(zlib.compress(text))}})
    assert len(two.text) < len(one.text) * 1.02


def test_a_page_whose_widgets_have_no_parcel_is_packed_as_well() -> None:
    assert opened(packing.packed({"state": {"w": widget(rest="")}})) == (
        {"w": widget(rest="")}, {}
    )  # fmt: skip


SAMPLES = {
    "one": b"a",
    "same": b"\x00" * 40_000,
    "noise": CHANCE.randbytes(5_000),
    "words": " ".join(CHANCE.choices(["mu", "κ", "NOP", "rat"], k=9_000)).encode(),
    "far": CHANCE.randbytes(300_000) * 2,
    "rows": json.dumps([[i % 7, i * 0.5, f"row {i % 91}"] for i in range(6_000)]).encode(),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, plain in SAMPLES.items():
        (tmp_path / f"{name}.plain").write_bytes(plain)
        (tmp_path / f"{name}.packed").write_bytes(packing.stream(plain))
    return tmp_path


def test_the_page_unpacks_what_python_packs(folder: Path) -> None:
    """`unpacking.test.js` asks of each sample: "unpacking.test.js" is named where it is run."""
    done = subprocess.run(
        [node(), "--test", "--test-reporter=spec", str(SCRIPT)],
        env=os.environ | {"PACKED": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"ℹ pass {2 * len(SAMPLES) + 1}\n" in done.stdout
