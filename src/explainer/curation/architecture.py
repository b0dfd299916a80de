"""The house drawn from its own code: floors as the import contract has them, rooms as they say."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

HEAD = """# Architecture

Written by `python -m explainer architecture` from the code. The floors are those of the import
contract in `pyproject.toml`, and each imports only from below; rooms and modules tell themselves.
"""


def as_markdown(root: Path) -> str:
    """Draw all floors, from the top down, with their rooms and modules."""
    package = root / "src" / "explainer"
    return HEAD + "".join(_floor(package, floor) for floor in floors(root))


def floors(root: Path) -> list[list[str]]:
    """Rooms of each floor, from the top down, as the import contract has them."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["type"] == "layers")
    return [layer.replace(":", "|").replace(" ", "").split("|") for layer in layers]


def _floor(package: Path, rooms: list[str]) -> str:
    return f"\n## {' · '.join(rooms)}\n" + "".join(_room(package / room) for room in rooms)


def _room(place: Path) -> str:
    """One room: what it is for, and its modules; a module alone is a room of its own."""
    if not place.is_dir():
        return f"- `{place.name}.py`: {_said(place.with_suffix('.py'))}\n"
    modules = sorted(place.rglob("*.py"), key=lambda path: path.relative_to(place).parts)
    lines = [
        f"  - `{path.relative_to(place).as_posix()}`: {_said(path)}\n"
        for path in modules
        if path != place / "__init__.py"
    ]
    return f"- **{place.name}/**: {_said(place / '__init__.py')}\n" + "".join(lines)


def _said(path: Path) -> str:
    """The first line of a module's docstring."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]
