"""What a curator runs: ``python -m explainer check``, and the other commands it lists."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from pathlib import Path

from explainer import __version__
from explainer.curation import (
    agreement,
    architecture,
    audit,
    bibliography,
    dictionary,
    exports,
    keys,
    reviews,
    rules,
)
from explainer.learning import address, editions, exchange, quiz, tour
from explainer.lessons import take
from explainer.lessons.clear import in_place
from explainer.model.contents import row_classes
from explainer.model.csv_reader import Reading, read_rows
from explainer.model.errors import DataError, Problem
from explainer.model.loading import data_folder, find_folder, load
from explainer.model.schema import Row
from explainer.model.table import write_rows
from explainer.view import wire

_FOLDERS = {  # commands that write files into a folder, and ask nothing else
    "export": "write everything as SQLite, GraphML and JSON-LD",
    "questions": "write questions and words as GIFT, Moodle XML and for Anki",
    "sheets": "write sheets, answer key and slides as PDF, slides as PowerPoint too",
    "teacher": "write the page that opens a class's case books",
    "site": "run the lessons and write them as pages",
    "lab": "copy the lessons into a folder of yours and open them in JupyterLab",
}
_Add = Callable[..., argparse.ArgumentParser]  # makes one more command


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where something is to be mended."""
    chosen = _parser().parse_args(arguments)
    # A terminal that lacks a letter gets it spelled out, not a traceback.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(chosen)[chosen.command](find_folder(chosen.data))
    except DataError as error:
        return _tell(error.problems)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m explainer", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=data_folder(), help="the folder with the tables"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    _add_data_commands(commands.add_parser)
    _add_writing_commands(commands.add_parser)
    return parser


def _add_data_commands(add: _Add) -> None:
    add("check", help="say every fault in the tables")
    again = add("due", help="list what is due to be looked at again")
    again.add_argument(
        "--on", type=dt.date.fromisoformat, help="another day than today, such as 2027-03-01"
    )
    add("tidy", help="write the tables in their one true form")
    add("types", help="write what is sent to the browser as TypeScript")
    add("architecture", help="write docs/architecture.md from the code")
    add("dictionary", help="write data/README.md and data/datapackage.json")
    add("agreement", help="write data/article/AGREEMENT.md from the two codings")
    sources = add("sources", help="print all sources for a reference manager")
    form = sources.add_mutually_exclusive_group(required=True)
    form.add_argument("--bibtex", action="store_const", dest="form", const=bibliography.as_bibtex)
    form.add_argument("--csl", action="store_const", dest="form", const=bibliography.as_csl)


def _add_writing_commands(add: _Add) -> None:
    classes = add("editions", help="write the lessons' editions for a class")
    classes.add_argument("out", type=Path, help="the folder to write them into")
    classes.add_argument("--pages", action="store_true", help="write the pages for teachers")
    sheet = add("handout", help="print a tour as a sheet to hand out, in Markdown")
    sheet.add_argument("tour", help="the tour's id, such as tour_class")
    sheet.add_argument("--notes", action="store_true", help="with the presenter's notes")
    lot = add("sample", help="draw findings for an audit, as a sheet of questions")
    lot.add_argument("commit", help="the commit up to which to look for the last change of tables")
    lot.add_argument("--beside", action="store_true", help="with our rows beside the questions")
    for name, told in _FOLDERS.items():
        add(name, help=told).add_argument("out", type=Path, help="the folder to write into")
    add("badges", help="print the README's line of doors, from the addresses in pyproject.toml")
    books = add("clear", help="take out of notebooks what running them put in")
    books.add_argument("notebooks", type=Path, nargs="+", help="the files, such as a lesson's")


def _run(chosen: argparse.Namespace) -> dict[str, Callable[[Path], int]]:
    """Give what each command does, with what was chosen for it."""
    return {
        "check": check,
        "due": lambda folder: print_due(folder, chosen.on),
        "tidy": tidy,
        "architecture": lambda _: write_architecture(),
        "types": lambda _: write_types(),
        "dictionary": write_dictionary,
        "agreement": write_agreement,
        "sources": lambda folder: _say(chosen.form(load(folder)), end=""),
        "handout": lambda folder: print_handout(folder, chosen.tour, notes=chosen.notes),
        "editions": lambda folder: write_editions(folder, chosen.out, pages=chosen.pages),
        "sample": lambda folder: print_sample(folder, chosen.commit, beside=chosen.beside),
        "questions": lambda folder: _wrote(exchange.write(load(folder), chosen.out)),
        "export": lambda folder: write_exports(folder, chosen.out),
        "clear": lambda _: clear(chosen.notebooks),
        "sheets": lambda folder: write_sheets(folder, chosen.out),
        "badges": lambda _: _say(address.badges()),
        "teacher": lambda folder: _by("explainer.widgets.teacher", folder, chosen.out),
        "lab": lambda _: take.opened(chosen.out, __version__),
        "site": lambda _: write_site(chosen.out),
    }


def check(folder: Path) -> int:
    """Say every fault: of form first, and where there is none, of curation."""
    system = load(folder)
    files = [*_untidy(folder), *keys.stale(system, folder)]
    if problems := [*rules.check(system), *tour.check(system), *files]:
        return _tell(problems)
    print(f"All is well: {system!r}")
    return 0


def print_due(folder: Path, on: dt.date | None) -> int:
    """List what is to be searched, opened or called again, and who has not signed."""
    system, day = load(folder), on or dt.datetime.now(tz=dt.UTC).date()
    found = reviews.due(system, day)
    for one in found:
        print(one)
    print(f"Due on {day}: {len(found)}.", *reviews.unsigned(system))
    return 0


def tidy(folder: Path) -> int:
    """Write each table in its one true form; a table with faults is left as it is."""
    faults: list[Problem] = []
    for row_class in row_classes().values():
        reading = read_rows(folder, row_class)
        faults += reading.problems
        if not reading.problems and (text := _true_form(folder, reading)) is not None:
            (folder / row_class.file).write_bytes(text)
            print(f"tidied {row_class.file}")
    return _tell(faults)


def clear(notebooks: list[Path]) -> int:
    """Write each notebook as git keeps it; one that cannot be read is left as it is."""
    found = [*in_place(notebooks)]
    for path in found:
        if isinstance(path, Path):
            print(f"cleared {path}")
    return _tell([one for one in found if isinstance(one, Problem)])


def print_handout(folder: Path, name: str, *, notes: bool) -> int:
    """Print a tour as a sheet to hand out."""
    try:
        print(tour.handout(load(folder), name, with_notes=notes), end="")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def print_sample(folder: Path, commit: str, *, beside: bool) -> int:
    """Print findings drawn for an audit: questions alone, or with our rows beside them."""
    form = audit.comparison if beside else audit.sheet
    return _say(form(load(folder), audit.seed_of(folder, commit)), end="")


def write_exports(folder: Path, out: Path) -> int:
    """Write the whole system in forms that other programs read."""
    system = load(folder)
    return _wrote(exports.write(system, out, quiz.titles(system), __version__))


def _by(module: str, folder: Path, out: Path) -> int:
    """Write with a module that loads a screen; who only checks the tables needs none."""
    return _wrote(import_module(module).write(load(folder), out))


def write_sheets(folder: Path, out: Path) -> int:
    """Write sheets and slides; without the site's address they carry none, and that is said."""
    _by("explainer.handouts", folder, out)
    return 0 if address.site() else _say(f"{address.NONE}.")


def write_dictionary(folder: Path) -> int:
    """Write the dictionary for people and for programs."""
    (folder / "README.md").write_text(dictionary.as_markdown(), encoding="utf-8")
    package = dictionary.as_datapackage(__version__)
    (folder / "datapackage.json").write_text(package, encoding="utf-8")
    keys.write(load(folder), folder)
    return 0


def write_architecture() -> int:
    """Write how the house is built, into the checkout that this runs from."""
    root = Path(__file__).parents[2]
    path = root / "docs" / "architecture.md"
    path.write_text(architecture.as_markdown(root), encoding="utf-8")
    return 0


def write_types() -> int:
    """Write the types of what is sent, for those who check the scripts."""
    place = Path(__file__).parent / "widgets" / "static" / "shared" / "sockets.d.ts"
    place.write_text(wire.typescript(), encoding="utf-8")
    return 0


def write_agreement(folder: Path) -> int:
    """Write how far the codings of the article agree."""
    path = folder / "article" / "AGREEMENT.md"
    path.write_text(agreement.as_markdown(load(folder), folder), encoding="utf-8")
    return 0


def write_editions(folder: Path, out: Path, *, pages: bool) -> int:
    """Write the student's, the instructor's and the printed edition, or the pages for teachers."""
    write = editions.write_pages if pages else editions.build
    return _wrote(write(load(folder), out))


def write_site(out: Path) -> int:
    """Run the lessons and write each as a page that works without a kernel."""
    try:
        from explainer import handouts, pages, website  # noqa: PLC0415 - who checks tables needs no Jupyter
    except ModuleNotFoundError as error:
        way_out = "The pages cannot be made, because {} is not installed (run: make site)"
        print(way_out.format(error.name), file=sys.stderr)
        return 1
    try:
        for path, size in website.build(out, sheets=partial(handouts.write, load())):
            print(f"wrote {path} ({size / 1e6:.2f} MB)")
    except pages.PagesError as error:
        return _tell(error.problems)
    return 0


def _say(text: str, end: str = "\n") -> int:
    print(text, end=end)
    return 0


def _wrote(paths: Iterable[Path]) -> int:
    """Say each file that was written."""
    for path in paths:
        print(f"wrote {path}")
    return 0


def _true_form(folder: Path, reading: Reading[Row]) -> bytes | None:
    """Give the one true form of a table, or nothing where the file has it already."""
    text = write_rows(reading.row_class, reading.rows.values()).encode()
    path = folder / reading.row_class.file
    # Not read at all where it could not be: it may be a pipe, or have no end.
    return None if reading.is_readable and text == path.read_bytes() else text


def _untidy(folder: Path) -> list[Problem]:
    readings = (read_rows(folder, row_class) for row_class in row_classes().values())
    way_out = "run: python -m explainer tidy"
    return [
        Problem(reading.name, 0, "", "is not in its one true form", way_out)
        for reading in readings
        if _true_form(folder, reading) is not None
    ]


def _tell(problems: list[Problem] | tuple[Problem, ...]) -> int:
    """Print each problem; on GitHub in the form that shows it beside the row."""
    for problem in problems:
        if os.environ.get("GITHUB_ACTIONS"):
            print(f"::error file={problem.file},line={problem.line}::{problem}")
        else:
            print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
