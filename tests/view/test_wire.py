"""What is sent and its types: one written from the other."""

from dataclasses import fields
from pathlib import Path

import explainer as ex
from explainer.view import sockets, wire

STATIC = Path(ex.__file__).parent / "widgets" / "static"


def test_the_types_are_those_of_what_is_sent_today() -> None:
    written = (STATIC / "shared" / "sockets.d.ts").read_text(encoding="utf-8")
    assert written == wire.typescript(), "run `python -m explainer types`"


def test_a_field_that_is_left_out_of_the_message_may_be_missing(small: ex.System) -> None:
    """What has its usual value is not sent, so its type must say so."""
    sent = sockets.plain(sockets.build(small))
    assert set(sent) == {field.name for field in fields(sockets.Sockets)}
    words = sent["frames"][""][0]["words"]
    missing = {"size", "look", "anchor"} - set(words[0])
    assert missing
    for name in missing:
        assert f"  {name}?: " in wire.typescript()
