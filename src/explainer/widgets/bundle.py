"""A widget's script, whole in one file: a page without a server has nowhere to import from.

Scripts are plain ES modules that import each other, so that they can be read and tested as they
are. Here they are joined: each module becomes a block of its own that gives back what it exports,
and what it imports is taken from those blocks. As each page carries the text, lines that are
comment alone are left out, and blanks before the others; style sheets go without remarks and room.
(So no text in a script may go on over several lines; a test holds that.)
"""

from __future__ import annotations

import json
import posixpath
import re
import zlib
from pathlib import Path

from explainer.drawing import theme

STATIC = Path(__file__).parent / "static"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[\w./]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) (\w+))", re.MULTILINE)

_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?s:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE)
_SHEET = re.compile(r'^@import "([\w./]+\.css)";\n', re.MULTILINE)
_REMARK = re.compile(r"\s*/\*(?s:.*?)\*/")  # in a style sheet
_ROOM = re.compile(r";?[ \n]*([{}])[ \n]*|(?<=[;,:])[ \n]+")
_INDENT = re.compile(r"^\s+", re.MULTILINE)  # and lines that are empty
_DEFAULT = re.compile(r"^export default (.*);\n", re.MULTILINE)


def script(name: str) -> str:
    """Read a script with all that it imports, as one module that imports nothing."""
    blocks: dict[str, str] = {}
    _gather(name.removesuffix(".js"), blocks)
    *others, (_, own) = blocks.items()
    wrapped = [
        f"const {_block(module)} = (() => {{\n{_EXPORT.sub('', _DEFAULT.sub('', text))}"
        f"return {{ {', '.join(_EXPORT.findall(text))} }};\n}})();\n"
        for module, text in others
    ]
    return "".join([*wrapped, own])


def styled(name: str, styles: str) -> str:
    """Read a script as `script` does, and let it bring its style sheet along."""
    sheet = json.dumps(styles, ensure_ascii=False)
    return handing_over(f"{script(name)}export const styles = {sheet};\n", "styles")


def handing_over(text: str, *names: str) -> str:
    """Let a script also hand what it exports to a page that runs it and cannot import it.

    A server can forbid scripts from memory, and allow those that stand in the page (decision 8).
    """
    exported = ", ".join([f"default: {default}" for default in _DEFAULT.findall(text)] + [*names])
    return f'{text}globalThis[Symbol.for("explainer hand over")]?.({{ {exported} }});\n'


def packed(name: str, styles: str) -> bytes:
    """Read a script with its style sheet, packed: every saved page carries it."""
    return zlib.compress(styled(name, styles).encode(), 9)


def without_remarks(text: str) -> str:
    """Leave out of a script what is remark alone, and the room before its lines."""
    return _INDENT.sub("", _COMMENT.sub("", text))


def _gather(module: str, blocks: dict[str, str]) -> None:
    """Put a module behind all that it imports."""
    text = (STATIC / f"{module}.js").read_text(encoding="utf-8")

    def whole(wanted: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(module), wanted))

    for _, wanted in _IMPORT.findall(text):
        if whole(wanted) not in blocks:
            _gather(whole(wanted), blocks)
    blocks[module] = _IMPORT.sub(
        lambda found: f"const {{{found[1]}}} = {_block(whole(found[2]))};\n", without_remarks(text)
    )


def _block(module: str) -> str:
    """Name the block of a module, wherever it lies."""
    return "$" + module.replace("/", "_")


def styles(name: str, root: str) -> str:
    """Read a style sheet, with the colours of `explainer.drawing.theme` for its root element."""
    colours = theme.css_variables().replace(".explainer", f".{root}")
    return colours + bare(_sheet(STATIC / name))


def bare(sheet: str) -> str:
    """Leave out remarks, and the room between rules: each page carries them."""
    return _ROOM.sub(lambda found: found[1] or "", _REMARK.sub("", sheet)).lstrip()


def _sheet(place: Path) -> str:
    """Read a style sheet, with those that it imports where it names them."""
    text = place.read_text(encoding="utf-8")
    return _SHEET.sub(lambda found: _sheet(place.parent / found[1]), text)
