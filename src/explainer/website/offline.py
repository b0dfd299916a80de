"""What makes a site an app that opens without a connection: a worker, a manifest, icons."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

from PIL import Image, ImageDraw

from explainer.pages import TEMPLATE, TEMPLATES
from explainer.widgets import bundle

_STATIC = TEMPLATES / TEMPLATE / "static"
_SIZES = (192, 512)
_INK, _GROUND = "#0b5cad", "#ffffff"
_VERSION = '"VERSION"'
_FILES = '["FILES"]'
# The run times of the lessons differ from build to build and make no new edition.
_VARYING = ("status.html",)


def script(name: str) -> str:
    """Read one of the site's own scripts, without its remarks: each page carries it."""
    return bundle.without_remarks((_STATIC / name).read_text(encoding="utf-8"))


def write(site: Path) -> str:
    """Write worker, manifest and icons beside the pages; give the version of the whole."""
    for size in _SIZES:
        (site / f"icon-{size}.png").write_bytes(_icon(size))
    manifest = json.dumps(_manifest(), indent=1)
    (site / "manifest.webmanifest").write_text(manifest, encoding="utf-8")
    # What a teacher takes along is fetched by who wants it, not by each reader's phone.
    files = sorted(path.name for path in site.iterdir() if path.is_file())
    version = _version(site, files)
    worker = (
        script("worker.js").replace(_FILES, json.dumps(files)).replace(_VERSION, f'"{version}"')
    )
    (site / "worker.js").write_text(worker, encoding="utf-8")
    (site / "version.json").write_text(json.dumps({"version": version}) + "\n", encoding="utf-8")
    return version


def _version(site: Path, files: list[str]) -> str:
    """Give a name that changes when a page does."""
    whole = hashlib.sha256(script("worker.js").encode())
    for name in files:
        whole.update(name.encode())
        if name not in _VARYING:
            whole.update((site / name).read_bytes())
    return whole.hexdigest()[:12]


def _manifest() -> dict[str, object]:
    """Describe the app; all its addresses are relative, so that it works in any folder."""
    icons = [
        {"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in _SIZES
    ]
    return {
        "name": "Opioid System Explainer",
        "short_name": "Opioid system",
        "description": "Descriptive only: not advice, not a dosing tool.",
        "start_url": "./index.html",
        "scope": "./",
        "id": "./",
        "display": "minimal-ui",
        "background_color": _GROUND,
        "theme_color": _INK,
        "lang": "en",
        "icons": icons,
    }


def _icon(size: int) -> bytes:
    """Draw an empty socket, as the article leaves its receptors."""
    image = Image.new("RGB", (size, size), _GROUND)
    draw = ImageDraw.Draw(image)
    edge, line = size // 5, size // 12
    draw.arc((edge, edge, size - edge, size - edge), 315, 225, fill=_INK, width=line)
    radius, middle = size // 11, size // 2
    draw.ellipse((middle - radius, edge // 2, middle + radius, edge // 2 + 2 * radius), fill=_INK)
    out = io.BytesIO()
    image.save(out, format="png")
    return out.getvalue()
