"""Types of what is sent to the browser, written as TypeScript from the classes that are sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from explainer.view.sockets import Sockets

HEAD = "// Written by `python -m explainer types` from explainer.view.sockets; not by hand.\n"
_NAMES = {str: "string", int: "number", float: "number", bool: "boolean"}


def typescript() -> str:
    """Write an interface for each class that is sent; a field with a usual value may be missing."""
    written: dict[str, str] = {}
    _write(Sockets, written)
    return HEAD + "".join(written.values())


def _write(kind: type, written: dict[str, str]) -> None:
    if kind.__name__ in written:
        return
    written[kind.__name__] = ""  # its place: what it is made of may speak of it
    hints = get_type_hints(kind)
    lines = []
    for field in fields(kind):
        for part in _classes(hints[field.name]):
            _write(part, written)
        has_usual = field.default is not MISSING or field.default_factory is not MISSING
        mark = "?" if has_usual else ""
        lines.append(f"  {field.name}{mark}: {_type(hints[field.name])};\n")
    written[kind.__name__] = f"\nexport interface {kind.__name__} {{\n{''.join(lines)}}}\n"


def _classes(hint: Any) -> Iterator[type]:  # noqa: ANN401 - types have no type of their own
    """Classes of ours that a type is made of."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _classes(part)


def _type(hint: Any) -> str:  # noqa: ANN401 - as above
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(f'"{word}"' for word in parts)
    if origin is dict:
        return f"Record<string, {_type(parts[1])}>"
    if origin is list or (origin is tuple and parts[-1] is Ellipsis):
        inner = _type(parts[0])
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if origin is tuple:
        return f"[{', '.join(map(_type, parts))}]"
    return _NAMES.get(hint) or str(hint.__name__)
