"""A folder that is written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explainer.model.errors import Problem
from explainer.pages import PagesError

MARK = "version.json"  # every site holds it; what does not is not replaced


def refuse(out: Path) -> None:
    """Say so where a folder holds what no site of ours is: it would be gone."""
    if out.exists() and not (out / MARK).exists() and (not out.is_dir() or any(out.iterdir())):
        fault = "holds something else than a site, and would be replaced"
        raise PagesError(Problem(str(out), 0, "", fault, "name a folder that is new or empty"))


@contextmanager
def fresh(out: Path) -> Iterator[Path]:
    """Give a folder to write into; when all went well, it stands in the place of the old one."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as near:
        new, old = Path(near) / "new", Path(near) / "old"
        new.mkdir()
        yield new
        if out.exists():
            out.rename(old)
        try:
            shutil.move(new, out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise
