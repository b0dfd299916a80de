"""Everything that pages say and ask for, so that no error and no request goes unseen."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page, WebSocket

# Console errors that are not ours, by their exact text, each with its reason.
KNOWN_ERRORS: dict[str, str] = {}
_OWN = ("data", "blob", "about", "file")


@dataclass
class Record:
    """Everything a page said and asked for since it was last read."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("console", lambda m: self._error(m.text) if m.type == "error" else None)
        # Pages of former tests may still be open, so each error says whose it is.
        page.on("pageerror", lambda error: self._error(f"uncaught: {error} ({page.url})"))
        page.on("request", lambda request: self._address(request.url))
        page.on("websocket", self._websocket)
        page.on(
            "dialog", lambda dialog: (self._error(f"dialog: {dialog.message}"), dialog.dismiss())
        )

    def _error(self, text: str) -> None:
        if text not in KNOWN_ERRORS:
            self.errors.append(text)

    def _websocket(self, socket: WebSocket) -> None:
        self._address(socket.url)

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in _OWN and parts.hostname != "127.0.0.1":
            self.strangers.append(url)

    def take(self) -> tuple[list[str], list[str]]:
        """Hand over what was recorded, and begin anew."""
        taken = (self.errors, self.strangers)
        self.errors, self.strangers = [], []
        return taken
