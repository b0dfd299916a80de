"""Pages that people wrote in Markdown: for teachers, the data dictionary, access, performance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from explainer.model.loading import data_folder

Paper = tuple[str, str]  # title, Markdown
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_TITLES = {
    "teachers": "For teachers",
    "dictionary": "Data dictionary",
    "accessibility": "Accessibility",
    "performance": "Performance",
}


def read(lessons: Iterable[str]) -> dict[str, Paper]:
    """Read what is there, by the names of their pages; links lead to pages here or nowhere."""
    files = {name: path for name, path in _files().items() if path.is_file()}
    places = {path.resolve(): f"{name}.html" for name, path in files.items()}
    folder = (data_folder().parent / "notebooks").resolve()
    places |= {folder / f"{name}.ipynb": f"{name}.html" for name in lessons}
    return {name: _paper(name, path, places) for name, path in files.items()}


def _files() -> dict[str, Path]:
    docs = data_folder().parent / "docs"
    teaching = sorted((docs / "teaching").glob("[!R]*.md"))
    return {
        "teachers": docs / "teaching" / "README.md",
        **{f"teachers-{path.stem}": path for path in teaching},
        "dictionary": data_folder() / "README.md",
        "accessibility": docs / "accessibility.md",
        "performance": docs / "performance.md",
    }


def _paper(name: str, path: Path, places: dict[Path, str]) -> Paper:
    text = path.read_text(encoding="utf-8")
    heading = _HEADING.search(text)
    title = _TITLES.get(name) or (heading[1] if heading else path.stem)

    def led(found: re.Match[str]) -> str:
        words, address = found.groups()
        if address.startswith(("#", "https://")):
            return found[0]
        file, mark, part = address.partition("#")
        page = places.get((path.parent / file).resolve())
        return f"[{words}]({page}{mark}{part})" if page else words

    return title, _LINK.sub(led, text)
