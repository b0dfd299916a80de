"""What a curator runs: ``python -m explainer check | tidy | dictionary | agreement | sources``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from explainer import __version__, agreement, bibliography, dictionary, rules
from explainer.system import data_folder, load, row_classes
from explainer.tables import DataError, Problem, read_rows, write_rows


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where something is to be mended."""
    parser = argparse.ArgumentParser(prog="python -m explainer", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=data_folder(), help="the folder with the tables"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="say every fault in the tables")
    commands.add_parser("tidy", help="write the tables in their one true form")
    commands.add_parser("dictionary", help="write data/README.md and data/datapackage.json")
    commands.add_parser("agreement", help="write data/article/AGREEMENT.md from the two codings")
    sources = commands.add_parser("sources", help="print all sources for a reference manager")
    form = sources.add_mutually_exclusive_group(required=True)
    form.add_argument("--bibtex", action="store_const", dest="form", const=bibliography.as_bibtex)
    form.add_argument("--csl", action="store_const", dest="form", const=bibliography.as_csl)
    chosen = parser.parse_args(arguments)
    if chosen.command == "sources":
        print(chosen.form(load(chosen.data)), end="")
        return 0
    run = {
        "check": check,
        "tidy": tidy,
        "dictionary": write_dictionary,
        "agreement": write_agreement,
    }
    return run[chosen.command](chosen.data)


def check(folder: Path) -> int:
    """Say every fault: of form first, and where there is none, of curation."""
    try:
        system = load(folder)
    except DataError as error:
        return _tell(error.problems)
    if problems := [*rules.check(system), *_untidy(folder)]:
        return _tell(problems)
    print(f"All is well: {system!r}")
    return 0


def tidy(folder: Path) -> int:
    """Write each table in its one true form; a table with faults is left as it is."""
    faults: list[Problem] = []
    for row_class in row_classes().values():
        table, problems = read_rows(folder.resolve(), row_class)
        faults += problems
        if problems:
            continue
        path, text = folder / row_class.file, write_rows(row_class, table.values())
        if path.read_bytes() != text.encode():
            path.write_bytes(text.encode())
            print(f"tidied {row_class.file}")
    return _tell(faults)


def write_dictionary(folder: Path) -> int:
    """Write the dictionary for people and for programs."""
    (folder / "README.md").write_text(dictionary.as_markdown(), encoding="utf-8")
    package = dictionary.as_datapackage(__version__)
    (folder / "datapackage.json").write_text(package, encoding="utf-8")
    return 0


def write_agreement(folder: Path) -> int:
    """Write how far the two codings of the article agree."""
    text = agreement.as_markdown(load(folder), folder)
    (folder / "article" / "AGREEMENT.md").write_text(text, encoding="utf-8")
    return 0


def _untidy(folder: Path) -> list[Problem]:
    out = []
    for row_class in row_classes().values():
        table, _ = read_rows(folder.resolve(), row_class)
        if (folder / row_class.file).read_bytes() != write_rows(row_class, table.values()).encode():
            way_out = "run: python -m explainer tidy"
            out.append(
                Problem(
                    f"{folder.name}/{row_class.file}", 0, "", "is not in its one true form", way_out
                )
            )
    return out


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
