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

from explainer.website import packing, regular
from nodejs import node
from unpacked import Json, opened, rows

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


REGULAR = {
    "rows of one kind": [{"id": f"e{i}", "n": i, "none": None} for i in range(9)],
    "rows that lack names": [{"id": "a"}, {"id": "b", "more": [1, 2]}, {"more": []}],
    "rows that lack names and have nothing": [{"id": None}, {"id": "b", "more": 1}, {}],
    "rows without names": [{}, {}, {}],
    "lists of one length": [[i, f"x{i}", i % 2 == 0, None] for i in range(5)],
    "lists of many lengths": [[{"a": 1}], [], [{"a": 2}, {"a": 3}]],
    "numbers": [[1, 2, 3.5, 100.25], [0.1, 0.2, 0.3, 0.7, 1.1], [1_000_000 + i for i in range(9)]],
    "truth is no number": [True, False, True, 1, 0],
    "named": {f"k{i}": [{"x": i, "y": -i / 10}] * 4 for i in range(12)},
    "named as nothing else": {"__proto__": {"a": 1}, **{f"k{i}": {"a": i} for i in range(9)}},
    "deep": [[[[["é", "κ"]]], [[[]]]], [[], [[[1]]]], [[["\u2028"]], []]],
    "scalars": ["", 0, -0.5, 1e300, None, True],
}


@pytest.mark.parametrize("plain", REGULAR.values(), ids=REGULAR)
def test_what_stands_in_columns_is_the_same_data(plain: Json) -> None:
    assert rows(json.loads(json.dumps(regular.columns(plain)))) == plain


def test_regular_data_is_shorter_in_columns() -> None:
    plain = [{"x": 10.5 * i, "y": 7, "text": f"t{i % 3}"} for i in range(200)]
    assert len(json.dumps(regular.columns(plain))) < len(json.dumps(plain)) * 0.5


def test_a_name_that_looks_like_a_form_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a name of data begins with '~'.*'~rows'"):
        regular.columns({"~rows": 1})


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
    told = [[plain, regular.columns(plain)] for plain in REGULAR.values()]
    (tmp_path / "columns.json").write_text(json.dumps(told), encoding="utf-8")
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
    assert f"ℹ pass {2 * len(SAMPLES) + 2}\n" in done.stdout
