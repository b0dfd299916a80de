"""Run, before a release, what takes long: each part by itself, its result kept in docs/soak.md.

    python tests/soak/run.py [--parts states,page,lab,firefox,load,builds,mutants] [--mutants 400]

A part that was run replaces its line and no other; a line names its commit, so old ones are known.
Returns 1 where a part failed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "soak.md"
HERE = Path("tests") / "soak"
BROWSER = "tests/browser"
PYTEST = ["-m", "pytest", "-q", "-rP", "-p", "no:cacheprovider"]


LONGER = ("tour_lecture", "tour_evidence")
TOURS = """
import sys
from pathlib import Path
import nbformat
from explainer import pages
*names, out = sys.argv[1:]
for name in names:
    code = "import explainer as ex\\nfrom explainer import widgets\\n\\n"
    cell = nbformat.v4.new_code_cell(f"{code}widgets.Tour(ex.load(), tour={name!r})")
    path = Path(out) / f"{name}.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    html = pages.page(pages.run([path])[0], name, [])
    path.with_suffix(".html").write_text(html, encoding="utf-8")
"""


def said(*words: str | Path, count: str, **more: str) -> tuple[bool, str]:
    """Run a program; give whether it went well, and the lines that hold a figure of its own."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=ROOT,
        env=os.environ | more,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line.strip(" =") for line in done.stdout.splitlines() if re.search(count, line)]
    told = "; ".join(dict.fromkeys(lines)) or "it said nothing of what it did"
    if done.returncode:
        sys.stderr.write(f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}\n")
    return done.returncode == 0, told


def asked(file: str, words: str, count: str) -> tuple[bool, str]:
    """Run tests of the browser in their long form."""
    command = [sys.executable, *PYTEST, *(f"{BROWSER}/{one}" for one in file.split()), "-k", words]
    return said(*command, count=rf"{count}|\d+ (passed|failed)", SOAK="1")


def states() -> tuple[bool, str]:
    """Every state of the picture in three forms."""
    return asked("test_browser_findings.py", "every_state or clipped", "states")


def page() -> tuple[bool, str]:
    """2,000 actions without a plan on each of three pages: the map, the findings, a lesson."""
    files = "test_browser_random.py test_browser_findings.py test_browser_anything.py"
    words = "random_use or without_a_plan and not jupyterlab"
    return asked(files, words, "actions without")


def lab() -> tuple[bool, str]:
    """500 actions without a plan in JupyterLab."""
    return asked("test_browser_anything.py", "jupyterlab", "actions without")


def firefox() -> tuple[bool, str]:
    """The site in Firefox: start, Explorer, gesture, quiz, all tours, at three sizes."""
    made = said("npm", "ci", "--silent", "--no-audit", "--no-fund", "--prefix", HERE, count="added")
    if not made[0]:
        return made
    return said("node", HERE / "firefox.mjs", site(), count="sizes", TOURS=str(tours()))


def load() -> tuple[bool, str]:
    """Three hundred readers within ten seconds."""
    return said(sys.executable, "benchmarks/load.py", site(), count="readers")


def builds() -> tuple[bool, str]:
    """Build wheel and site twice: they are the same to the byte."""
    with tempfile.TemporaryDirectory() as folder:
        wheels = [wheel(Path(folder) / name) for name in ("one", "two")]
        first = (site() / "version.json").read_text()
        again = Path(folder) / "site"
        said(sys.executable, "-m", "explainer", "site", again, count="wrote")
        same = wheels[0] == wheels[1], first == (again / "version.json").read_text()
    words = [
        f"{name} {'the same' if one else 'differs'}"
        for name, one in zip(("wheel", "site"), same, strict=True)
    ]
    return all(same), ", ".join(words)


def wheel(out: Path) -> bytes:
    """Build a wheel with what was locked, as `make release` does."""
    words = ["build", "--quiet", "--wheel", "--no-build-isolation", "--python", sys.executable]
    subprocess.run([uv(), *words, "--out-dir", out], cwd=ROOT, check=True)
    return next(out.glob("*.whl")).read_bytes()


def uv() -> str:
    """Find uv where the Makefile does."""
    return shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")


def site() -> Path:
    """Give the site that is looked at; written once."""
    out = ROOT / ".soak" / "site"
    if not (out / "version.json").exists():
        out.parent.mkdir(exist_ok=True)
        subprocess.run([sys.executable, "-m", "explainer", "site", str(out)], cwd=ROOT, check=True)
    return out


def tours() -> Path:
    """Write the tours that no lesson shows, each as a page."""
    out = ROOT / ".soak" / "tours"
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", TOURS, *LONGER, out], cwd=ROOT, check=True)
    return out


PARTS: dict[str, Callable[[], tuple[bool, str]]] = {
    one.__name__: one for one in (states, page, lab, firefox, load, builds)
}


def mutants(count: int) -> tuple[bool, str]:
    """Spoil the code in one place at a time; at least 88 of 100 are noticed."""
    return said(sys.executable, HERE / "mutants.py", "--last", str(count), count="mutants killed")


def kept(part: str, verdict: str, told: str, seconds: float) -> None:
    """Put a part's result into its line of the page."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    day = dt.datetime.now(tz=dt.UTC).date()
    words = told.replace("|", "/")
    row = f"| {part} | {verdict} | {words} | {day} | {commit} | {seconds / 60:.0f} min |"
    text = PAGE.read_text(encoding="utf-8")
    line = re.compile(rf"^\| {part} \|.*$", re.MULTILINE)
    PAGE.write_text(line.sub(lambda _: row, text, count=1), encoding="utf-8")
    print(row, flush=True)


def main() -> int:
    """Run the parts that are asked for, and keep what each said."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parts", default=",".join([*PARTS, "mutants"]))
    parser.add_argument("--mutants", type=int, default=400, help="how many of the 400 drawn")
    args = parser.parse_args()
    parts = PARTS | {"mutants": lambda: mutants(args.mutants)}
    if unknown := [name for name in args.parts.split(",") if name not in parts]:
        parser.error(f"there is no part {unknown[0]!r}; there are {', '.join(parts)}")
    wells = []
    for name in args.parts.split(","):
        began = time.monotonic()
        well, told = parts[name]()
        kept(name, "passed" if well else "FAILED", told, time.monotonic() - began)
        wells.append(well)
    return int(not all(wells))


if __name__ == "__main__":
    sys.exit(main())
