"""A JupyterLab and a Chromium of their own, for the browser tests and the benchmarks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import ProxyHandler, Request, build_opener

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# All but the first two keep Chromium itself from asking the network for anything.
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 90  # seconds a start may take while the machine is busy with other work


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: where it answers, and the folder it serves."""

    url: str
    folder: Path

    def link(self, notebook: str) -> str:
        """Address that opens a notebook alone, in a clean workspace, as ``make explore`` does."""
        return f"{self.url}doc/tree/{notebook}?reset"

    def end_kernel(self, notebook: str) -> None:
        """Shut down a notebook's kernel, so that the next page that opens it gets a new one."""
        for session in json.loads(ask(f"{self.url}api/sessions")):
            if session["path"] == notebook:
                ask(f"{self.url}api/sessions/{session['id']}", "DELETE")


@contextmanager
def start_lab(place: Path) -> Iterator[Lab]:
    """Start JupyterLab on a free port of this machine, serving a copy of ``notebooks/``.

    Nothing of the user's own Jupyter is read or written: settings, workspaces, config, runtime
    and data live under ``place``. Its kernels import the package of this checkout.
    """
    folder = place / "served"
    shutil.copytree(ROOT / "notebooks", folder, ignore=shutil.ignore_patterns(".*"))
    settings = place / "settings"
    settings.mkdir()
    shutil.copy(ROOT / "jupyter" / "overrides.json", settings)
    (place / "config_dir").mkdir()
    for config in (ROOT / "jupyter").glob("*.py"):
        shutil.copy(config, place / "config_dir")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON"))}
    for name in ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR"):
        environment[f"JUPYTER_{name}"] = str(place / name.lower())
    for name in ("SETTINGS_DIR", "WORKSPACES_DIR"):
        environment[f"JUPYTERLAB_{name}"] = str(place / name.lower())
    environment["IPYTHONDIR"] = str(place / "ipython")
    environment["PYTHONPATH"] = str(ROOT / "src")
    environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser"),
        *("--ServerApp.ip=127.0.0.1", "--ServerApp.port=0", f"--ServerApp.root_dir={folder}"),
        *("--IdentityProvider.token=", "--ServerApp.password="),
        f"--LabApp.app_settings_dir={settings}",
        "--LabApp.expose_app_in_browser=True",  # lets a test read cells that are scrolled away
        "--ServerApp.disable_check_xsrf=True",  # lets `end_kernel` ask without a page
    ]
    log = place / "lab.log"
    with (
        log.open("w") as out,
        subprocess.Popen(command, env=environment, cwd=place, stdout=out, stderr=out) as server,
    ):
        try:
            yield Lab(_address(server, place / "runtime_dir", log), folder)
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()


def _address(server: subprocess.Popen[bytes], runtime: Path, log: Path) -> str:
    """Wait until the server has written down its port and answers there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            told = json.loads((runtime / f"jpserver-{server.pid}.json").read_text())
            ask(f"{told['url']}api/status")
            return str(told["url"])
        except (OSError, ValueError):
            time.sleep(0.1)
    message = f"JupyterLab did not start within {PATIENCE} s:\n{log.read_text()[-3000:]}"
    raise RuntimeError(message)


def ask(url: str, method: str = "GET", patience: float = 20) -> bytes:
    """What the server answers, asked without a page."""
    no_proxy = build_opener(ProxyHandler({}))
    with no_proxy.open(Request(url, method=method), timeout=patience) as answer:  # noqa: S310 - our own
        return bytes(answer.read())


def start_chromium(playwright: Playwright) -> Browser:
    """Start the Chromium that ``CHROMIUM`` names."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_ARGS))
