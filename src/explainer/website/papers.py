"""Pages that people wrote in Markdown: for teachers, the data dictionary, access, performance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from explainer.model.loading import data_folder

Paper = tuple[str, str]  # title, Markdown
TEACHERS = "teachers"  # the page that lists what is to be taken along
SHEETS = "sheets"  # the folder of the site that holds it
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_FORMS = {".pptx": "PowerPoint", ".pdf": "PDF"}
_TAKEN = """

## To take along

Slides and sheets as files, to show or to print where no network is. Only the answer key holds \
answers; slides hold the story of a tour, with notes for the speaker in the PowerPoint file.

"""
MEASURED = "performance"
_TITLES = {
    TEACHERS: "For teachers",
    "dictionary": "Data dictionary",
    "accessibility": "Accessibility",
    MEASURED: "Performance",
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
        TEACHERS: docs / "teaching" / "README.md",
        **{f"teachers-{path.stem}": path for path in teaching},
        "dictionary": data_folder() / "README.md",
        "accessibility": docs / "accessibility.md",
        MEASURED: docs / "performance.md",
    }


def taken(site: Path) -> str:
    """List what a teacher can take along, slides first; nothing where nothing was written."""
    names: dict[str, list[str]] = {}
    for path in sorted(
        (site / SHEETS).glob("*"), key=lambda path: ("slides" not in path.stem, path)
    ):
        link = f"[{_FORMS[path.suffix]}]({SHEETS}/{path.name})"
        names.setdefault(path.stem, []).append(link)
    listed = (f"- {_spoken(name)}: {', '.join(links)}" for name, links in names.items())
    return _TAKEN + "\n".join(listed) if names else ""


def _spoken(name: str) -> str:
    words = " ".join(re.split(r"[-_]+", name))
    return f"{words[:1].upper()}{words[1:]}"


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
