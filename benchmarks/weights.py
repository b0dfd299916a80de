"""How heavy each page of a site is, as a server with gzip sends it: make site, then run me."""

import gzip
import sys
from pathlib import Path

LEVEL = 6  # what nginx and most others take
AIMS = {"index": 230_000, "explorer": 230_000}  # docs/decisions/0024
LESSON = 300_000


def weighed(folder: Path) -> dict[str, int]:
    """Give the bytes of each page as a server sends it, the heaviest first."""
    pages = {
        path.stem: len(gzip.compress(path.read_bytes(), LEVEL, mtime=0))
        for path in folder.glob("*.html")
    }
    return dict(sorted(pages.items(), key=lambda one: -one[1]))


def main(folder: Path) -> int:
    """Print one line a page; the answer is how many do not keep to their aim."""
    pages = weighed(folder)
    heavy = {name for name, size in pages.items() if size > AIMS.get(name, LESSON)}
    for name, size in pages.items():
        print(f"{name:34} {size:8,}{'  over its aim' if name in heavy else ''}")
    print(f"{'all':34} {sum(pages.values()):8,}")
    return len(heavy)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
