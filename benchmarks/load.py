"""A class that opens one link: nginx with the configuration of `deploy/`, read by another process on loopback.

    python benchmarks/load.py SITE [--readers 300] [--seconds 10]

Each reader opens the start page and one lesson, each whole, as a browser asks for it. Serves a copy of SITE
(`make site`) pressed by gzip, below a folder of the address. Prints errors and times; fails (1) where an answer
is wrong or missing, or the slowest twentieth takes 300 ms or more.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONF = Path(__file__).parents[1] / "deploy" / "nginx" / "explainer.conf"
PLACE, PORT = "/srv/opioid-system-explainer/", "listen 8080;"
LIMIT = 300  # milliseconds
WHOLE = """daemon off;
pid {here}/pid;
error_log {here}/error.log;
worker_processes auto;
events {{ worker_connections 2048; }}
http {{
  access_log off;
  client_body_temp_path {here}/body;
  proxy_temp_path {here}/proxy;
  fastcgi_temp_path {here}/fastcgi;
  uwsgi_temp_path {here}/uwsgi;
  scgi_temp_path {here}/scgi;
  {conf}
}}
"""


def nginx() -> str:
    """Find the server, also where only root has it on the path."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin"
    if found := shutil.which("nginx", path=path):
        return found
    raise SystemExit("nginx is not installed (Debian, Ubuntu: apt install nginx-light)")


def written(here: Path, site: Path, port: int) -> Path:
    """Write the configuration of `deploy/` for this place and port."""
    text = CONF.read_text(encoding="utf-8")
    if text.count(PLACE) != 1 or text.count(PORT) != 1:
        raise SystemExit(
            f"{CONF} names its folder or its port in another way than is looked for here"
        )
    text = text.replace(PLACE, f"{site}/").replace(PORT, f"listen 127.0.0.1:{port};")
    out = here / "nginx.conf"
    out.write_text(WHOLE.format(here=here, conf=text), encoding="utf-8")
    return out


def pressed(site: Path, out: Path) -> Path:
    """Copy a site, each page pressed beside itself."""
    shutil.copytree(site, out)
    for page in [*out.rglob("*")]:
        if page.is_file() and page.suffix not in (".png", ".gz"):
            page.with_name(f"{page.name}.gz").write_bytes(gzip.compress(page.read_bytes(), 9))
    return out


@contextmanager
def served(site: Path) -> Iterator[tuple[int, Path]]:
    """Serve a site with nginx; give the port and what is served."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        here.chmod(0o755)  # nginx's workers are nobody
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        conf = written(here, pressed(site, here / "site"), port)
        server = subprocess.Popen([nginx(), "-c", str(conf), "-p", folder])
        try:
            end = time.monotonic() + 20
            while not _answers(port) and time.monotonic() < end:
                time.sleep(0.05)
            yield port, here / "site"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


async def ask(port: int, page: str, whole: bytes) -> tuple[float, int]:
    """Ask for one page as a browser does; give milliseconds and bytes of the whole answer."""
    began = time.perf_counter()
    read, write = await asyncio.open_connection("127.0.0.1", port, limit=2**22)
    words = f"GET /opioids/{page} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    write.write(words.encode())
    head = await read.readuntil(b"\r\n\r\n")
    body = await read.read()
    took = (time.perf_counter() - began) * 1000
    write.close()
    if not head.startswith(b"HTTP/1.1 200") or b"frame-ancestors 'self'" not in head:
        raise ValueError(f"{page}: {head[:200]!r}")
    if body != whole:
        raise ValueError(f"{page}: {len(body)} bytes came of {len(whole)}, or others")
    return took, len(body)


async def read_by(
    port: int, wholes: dict[str, bytes], readers: int, seconds: float
) -> list[object]:
    """Let readers come evenly; each opens the start page and then a lesson."""
    lessons = sorted(name for name in wholes if name[0].isdigit())

    async def one(number: int) -> list[tuple[float, int]]:
        await asyncio.sleep(number * seconds / readers)
        lesson = lessons[number % len(lessons)]
        asked = (("", wholes["index.html"]), (lesson, wholes[lesson]))
        return [await ask(port, *what) for what in asked]

    return list(await asyncio.gather(*map(one, range(readers)), return_exceptions=True))


def main() -> int:
    """Serve, read, and say how it went."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path, help="a folder that `make site` wrote")
    parser.add_argument("--readers", type=int, default=300, help="how many come (300)")
    parser.add_argument("--seconds", type=float, default=10, help="in how long a time (10)")
    args = parser.parse_args()
    if not any(args.site.glob("[0-9]*.html")):
        parser.error(f"{args.site} holds no lessons: write them with `make site`")
    load = os.getloadavg()[0]
    with served(args.site.resolve()) as (port, site):
        wholes = {path.stem: path.read_bytes() for path in site.glob("*.html.gz")}
        came = asyncio.run(read_by(port, wholes, args.readers, args.seconds))
    faults = [one for one in came if not isinstance(one, list)]
    answers = [answer for one in came if isinstance(one, list) for answer in one]
    slow = statistics.quantiles([took for took, _ in answers], n=20)[-1]
    middle = statistics.median(took for took, _ in answers)
    print(
        f"{args.readers} readers in {args.seconds:g} s, {len(answers)} pages, {len(faults)} errors; "
        f"median {middle:.0f} ms, 95 of 100 within {slow:.0f} ms, all within {max(answers)[0]:.0f} ms; "
        f"{sum(size for _, size in answers) / 1e6:.0f} MB; load before {load:.1f} on {os.cpu_count()} processors"
    )
    for fault in faults[:5]:
        print(f"  {fault!r}", file=sys.stderr)
    return int(bool(faults) or slow >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
