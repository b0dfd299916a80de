"""Counts what passes between a page and its kernel."""

from __future__ import annotations

import base64
from typing import Any

from playwright.sync_api import Page


class Wire:
    """Bytes of the frames that were sent and received over the page's sockets."""

    def __init__(self, page: Page) -> None:
        self.sent = self.received = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.webSocketFrameSent", self._sent)
        session.on("Network.webSocketFrameReceived", self._received)
        session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        self.sent += _size(event["response"])

    def _received(self, event: dict[str, Any]) -> None:
        self.received += _size(event["response"])

    def take_both(self) -> tuple[int, int]:
        """Hand over what was sent and what was received, and begin anew."""
        both = (self.sent, self.received)
        self.sent = self.received = 0
        return both

    def take(self) -> int:
        """Hand over the sum of both, and begin anew."""
        return sum(self.take_both())


def _size(frame: dict[str, Any]) -> int:
    text = frame["payloadData"]
    return len(base64.b64decode(text) if frame["opcode"] == 2 else text.encode())
