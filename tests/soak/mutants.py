"""Spoil the code in one place at a time, and ask whether a test sees it.

    python tests/soak/mutants.py [--count 400] [--first 0] [--last 400] [--hands 2]

Which places is drawn from model, voices, view and learning by the commit's own number, so anyone
draws the same. `--first` and `--last` choose a part of them; what was tried before stands in the
file of `--out` and is not tried again. Tests that import the module come first, then those of its
room, then all that read no form of the source; `--near` leaves out these last, and is quicker.
At the end whoever noticed something is asked about the whole code, and has to be content.
"""

from __future__ import annotations

import argparse
import ast
import concurrent.futures
import copy
import json
import os
import queue
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("model", "voices", "view", "learning")
TESTED = ("model", "voices", "view", "learning", "curation", "drawing", "tables", "figures")
# These hold the source's form or ask git, so they would see any change, or none.
LEFT_OUT = ("test_architecture.py", "test_audit.py", "test_lint.py")
Tried = dict[str, object]
PATIENCE = 900  # seconds; who takes longer is stuck in a loop that the change made
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE,
    ast.GtE: ast.Gt, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: where it begins and ends in the file's bytes, and what is written there."""

    file: str
    line: int
    begin: int
    end: int
    new: str


def mutants(path: Path) -> Iterator[Mutant]:
    """Give all changes of one module, in its order."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, new in _changes(ast.parse(source)):
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        name = path.relative_to(ROOT).as_posix()
        yield Mutant(name, node.lineno, begin, end, new)


def _changes(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Walk through what runs, past annotations and docstrings; give what to write where."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "type_params", "decorator_list"):
                continue
            waiting += [
                one
                for one in (value if isinstance(value, list) else [value])
                if isinstance(one, ast.AST)
            ]
        if isinstance(
            node, ast.JoinedStr
        ):  # its parts have no places of their own before Python 3.12
            waiting = [one for one in waiting if one not in node.values]
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            waiting.remove(node.value)
        elif isinstance(node, ast.expr | ast.stmt):
            yield from ((node, new) for new in _written(node))


def _written(node: ast.expr | ast.stmt) -> Iterator[str]:
    """Write a node anew, wrong in one thing."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in SWAPS:
            yield _with(node, ops=[SWAPS[type(operator)]()])
        case ast.BoolOp(op=operator) | ast.BinOp(op=operator) if type(operator) in SWAPS:
            yield _with(node, op=SWAPS[type(operator)]())
        case ast.UnaryOp(op=ast.Not()):
            yield f"({ast.unparse(node.operand)})"
        case ast.IfExp():
            yield _with(node, body=node.orelse, orelse=node.body)
        case ast.Constant(value=bool()):
            yield str(not node.value)
        case ast.Constant(value=int()):
            yield str(node.value + 1)
        case ast.Constant(value=str()) if node.value:
            yield repr(f"XX{node.value}")
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
            yield "pass"
        case ast.Return(value=ast.expr()):
            yield "return None"


def _with(node: ast.expr, **changed: object) -> str:
    other = copy.copy(node)
    for name, value in changed.items():
        setattr(other, name, value)
    return f"({ast.unparse(other)})"


def drawn(commit: str, count: int) -> list[Mutant]:
    """Draw places from all four rooms by the commit's number."""
    modules = [
        path for room in ROOMS for path in sorted((ROOT / "src/explainer" / room).rglob("*.py"))
    ]
    every = [one for path in modules for one in mutants(path)]
    # Not for secrets: the same commit draws the same.
    return random.Random(int(commit, 16)).sample(every, count)  # noqa: S311


def tests_for(place: Path, module: str, *, is_near: bool) -> list[str]:
    """Order the tests: who names the module, who lives in its room, who else may see it."""
    room, stem = Path(module).parts[2], Path(module).stem
    files = [
        path
        for name in TESTED
        for path in sorted((place / "tests" / name).glob("test_*.py"))
        if path.name not in LEFT_OUT
    ]

    def far(path: Path) -> tuple[bool, bool]:
        imports = re.findall(r"^(?:from|import) .*", path.read_text(encoding="utf-8"), re.MULTILINE)
        is_named = re.search(rf"\b{stem}\b", "\n".join(imports)) is not None
        return (not is_named, path.parent.name != room)

    near = [path for path in sorted(files, key=far) if not is_near or far(path) != (True, True)]
    return [path.relative_to(place).as_posix() for path in near]


def copied(out: Path, commit: str) -> Path:
    """Copy the commit's files, and let Python keep what it makes of them by their content."""
    out.mkdir()
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True)
    subprocess.run(["tar", "-x"], cwd=out, input=packed.stdout, check=True)
    for name in ("src", "tests"):
        words = ["-m", "compileall", "-q", "--invalidation-mode", "checked-hash", name]
        subprocess.run([sys.executable, *words], cwd=out, check=True)
    return out


def noticed(place: Path, tests: list[str], *words: str) -> list[str]:
    """Run tests until one fails; give those that did, or how it ended."""
    environment = {**os.environ, "PYTHONPATH": str(place / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = ["-m", "pytest", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider", *words]
    try:
        done = subprocess.run(
            [sys.executable, *command, *tests],
            cwd=place,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return ["took too long"]
    if done.returncode == 0:
        return []
    return re.findall(r"^(?:FAILED|ERROR) ([^\s[]+)", done.stdout, re.MULTILINE) or [
        "did not start"
    ]


def killer_of(place: Path, one: Mutant, *, is_near: bool) -> str:
    """Spoil one place in a copy, ask the tests, and mend it; give who noticed."""
    path = place / one.file
    whole = path.read_bytes()
    path.write_bytes(whole[: one.begin] + one.new.encode() + whole[one.end :])
    try:
        return "".join(noticed(place, tests_for(place, one.file, is_near=is_near), "-x")[:1])
    finally:
        path.write_bytes(whole)


def discontent(tried: list[Tried], commit: str) -> list[str]:
    """Ask all who noticed something about the whole code: give those that fail there as well."""
    names = {str(one["by"]) for one in tried if ".py" in str(one["by"])}
    with tempfile.TemporaryDirectory() as folder:
        return noticed(copied(Path(folder) / "0", commit), sorted(names)) if names else []


def told(tried: list[Tried], drawn_: int) -> str:
    """Say how many were killed."""
    killed = sum(bool(one["by"]) for one in tried)
    share = killed / max(len(tried), 1)
    return f"{killed} of {len(tried)} mutants killed ({share:.0%}); {drawn_} drawn"


def tried_before(path: Path, commit: str) -> list[Tried]:
    """Read what was tried of this commit."""
    path.parent.mkdir(exist_ok=True)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [one for one in map(json.loads, lines) if one["commit"] == commit]


def try_all(left: list[Mutant], commit: str, number: int, *, is_near: bool) -> Iterator[Tried]:
    """Try mutants with so many copies of the code at once, each as soon as it is done."""
    with (
        tempfile.TemporaryDirectory() as folder,
        concurrent.futures.ThreadPoolExecutor(number) as hands,
    ):
        places: queue.Queue[Path] = queue.Queue()
        first = copied(Path(folder) / "0", commit)
        places.put(first)
        for one in range(1, number):
            places.put(shutil.copytree(first, Path(folder) / str(one)))

        def tries(one: Mutant) -> Tried:
            place = places.get()
            try:
                return {
                    "commit": commit,
                    **asdict(one),
                    "by": killer_of(place, one, is_near=is_near),
                }
            finally:
                places.put(place)

        for done in concurrent.futures.as_completed([hands.submit(tries, one) for one in left]):
            yield done.result()


def main() -> int:
    """Try a part of the sample; 1 where fewer than 88 of 100 were killed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, value in (("count", 400), ("first", 0), ("last", 400), ("hands", 2)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--near", action="store_true")
    parser.add_argument("--commit", default="HEAD")
    parser.add_argument("--out", type=Path, default=ROOT / ".soak" / "mutants.jsonl")
    args = parser.parse_args()
    commit = subprocess.run(
        ["git", "rev-parse", args.commit], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    tried = tried_before(args.out, commit)
    sample = drawn(commit, args.count)[args.first : args.last]
    left = [one for one in sample if not any(asdict(one).items() <= old.items() for old in tried)]
    for done in try_all(left, commit, args.hands, is_near=args.near):
        tried.append(done)
        with args.out.open("a", encoding="utf-8") as out:
            out.write(json.dumps(done) + "\n")
        print(done["by"] or "SURVIVED", done["file"], done["line"], flush=True)
    if wrong := discontent(tried, commit):
        print(f"these tests fail with the whole code, so they notice nothing: {', '.join(wrong)}")
        return 1
    print(told(tried, args.count))
    return int(sum(bool(one["by"]) for one in tried) < 0.88 * len(tried))


if __name__ == "__main__":
    sys.exit(main())
