"""Where the site is: `Site` under `[project.urls]` in pyproject.toml, and nowhere else."""

from __future__ import annotations

from importlib.metadata import metadata
from urllib.parse import urlsplit

from explainer.model.errors import DataError, Problem

NONE = (
    "No address of the site is set, so sheets, slides and badges leave the place out: write "
    "Site under [project.urls] in pyproject.toml, and install the package anew"
)
_WAY_OUT = "write it as https://example.org/opioids/"
_LONGEST = 120  # letters that a code on paper can hold and still be read by a phone


def site() -> str:
    """Give the site's address, or nothing where none is set."""
    return checked(urls().get("Site", ""))


def urls() -> dict[str, str]:
    """Give the addresses that the installed package names."""
    named = metadata("opioid-system-explainer").get_all("Project-URL") or []
    return dict(line.split(", ", 1) for line in named)


def checked(address: str) -> str:
    """Give the address as it is, if people can be sent there."""
    if not address:
        return ""
    parts = urlsplit(address)
    fault = ""
    if parts.scheme != "https" or not parts.hostname:
        fault = "is no address of a site that starts with https"
    elif not address.isascii() or not address.isprintable() or " " in address:
        fault = "has letters that no address has"
    elif len(address) > _LONGEST:
        fault = f"has {len(address)} letters; {_LONGEST} fit into a code on paper"
    if fault:
        place = ("pyproject.toml", 0, "project.urls.Site")
        raise DataError([Problem(*place, f"{address[:_LONGEST]!r} {fault}", _WAY_OUT)])
    return address


def badges() -> str:
    """Give the README's line of doors: the site first, Binder second; or say that none is set."""
    known = urls()
    doors = [f"[Open the site]({there})"] if (there := site()) else []
    host, _, path = known.get("Source", "").partition("github.com/")
    if host and path:
        binder = f"https://mybinder.org/v2/gh/{path.strip('/').removesuffix('.git')}/HEAD"
        first = "?urlpath=%2Fdoc%2Ftree%2Fnotebooks%2F00_start_here.ipynb"
        doors.append(f"[Open on Binder]({binder}{first})")
    return " · ".join(doors) or f"{NONE}."
