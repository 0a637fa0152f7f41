"""What a build asks of the machine, tried out with the standard library alone: each probe does what a build does."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from builder.build.program import PROGRAM

OLDEST_PYTHON = (3, 11)
LIBRARIES = (
    "babel", "genanki", "icalendar", "jinja2", "lxml", "markdown", "mkdocs", "mkdocs-material", "pydantic", "pydyf",
    "pygments", "pymdown-extensions", "weasyprint", "fonttools", "pyphen", "tinycss2", "tinyhtml5", "zopfli",
)  # fmt: skip
SPACE = 200_000_000
"""Bytes that a build of a large course takes with its cache."""

_PANGO = "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_PRINT = "from builder.writers.workbooks.printing.engine import warm_up; warm_up()"
_SECONDS = 120


class Probe(NamedTuple):
    """What was looked at, what was found, and what to do about it (empty: it is fine).

    ``needed`` is False for what a build can do without.
    """

    subject: str
    found: str
    help: str = ""
    needed: bool = True


def probes(root: Path) -> Iterator[Probe]:
    """Every probe of this machine for the course below ``root``."""
    yield _python()
    yield _packages()
    yield _fonts()
    yield _printing()
    yield _engine()
    yield _folder(root)
    yield _space(root)
    yield _lock(root / ".build" / "lock")
    yield _program("git", ("git",), "for `course impact`", "git")
    yield _program("Chromium", _BROWSERS, "for the tests", "chromium")
    yield _program("poppler", ("pdftotext",), "for the tests", "poppler-utils")
    yield _program("Java", ("java",), "for the tests", "default-jdk-headless")


def _python() -> Probe:
    found = ".".join(map(str, sys.version_info[:3]))
    oldest = ".".join(map(str, OLDEST_PYTHON))
    return Probe("Python", found, "" if sys.version_info >= OLDEST_PYTHON else f"install Python {oldest} or newer")


def _packages() -> Probe:
    missing = []
    for name in LIBRARIES:
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    help_ = "in a checkout run `make`, elsewhere `pip install .` once more"
    return Probe("packages", f"without {', '.join(missing)}" if missing else "all there", help_ if missing else "")


def _fonts() -> Probe:
    folders = (PROGRAM.parent / "site" / "fonts" / "print", PROGRAM / "site_assets" / "fonts" / "print")
    folder = next((one for one in folders if (one / "fonts.conf").is_file()), folders[0])
    count = sum(1 for path in folder.glob("*.ttf") if path.stat().st_size)
    return Probe("fonts", f"{count} for print", "" if count else "the program is incomplete: install it once more")


def _printing() -> Probe:
    said = _tried("-c", _PRINT)
    if not said:
        return Probe("printing", f"WeasyPrint {metadata.version('weasyprint')} lays out a page")
    is_library = "cannot load library" in said or "gobject" in said or "pango" in said.lower()
    return Probe("printing", said, _PANGO if is_library else "look at what it says, and install the program once more")


def _engine() -> Probe:
    said = _tried("-c", "import material, mkdocs.__main__")
    help_ = "pip install 'mkdocs<2' mkdocs-material"
    return Probe("site engine", said, help_) if said else Probe("site engine", f"mkdocs {metadata.version('mkdocs')}")


def _tried(*words: str) -> str:
    """The last line of what a Python of our own complains of; empty where it works."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(PROGRAM.parent), *sys.path]),
        "NO_MKDOCS_2_WARNING": "1",
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and words
            [sys.executable, "-P", *words], env=environment, capture_output=True, text=True, errors="replace",
            timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = done.stderr.strip().splitlines()
    return "" if done.returncode == 0 else (lines[-1] if lines else f"ended with {done.returncode}")


def _folder(root: Path) -> Probe:
    places = [root, *(root / name for name in (".build", "dist") if (root / name).exists())]
    try:
        for place in places:
            with tempfile.TemporaryFile(dir=place):
                pass
    except OSError as error:
        return Probe("folder", f"{root} takes no files: {error.strerror}", "change its rights, or copy the course")
    return Probe("folder", f"{root} can be written")


def _space(root: Path) -> Probe:
    free = shutil.disk_usage(root).free
    help_ = "" if free >= SPACE else f"make room: a build takes up to {SPACE // 1_000_000} MB"
    return Probe("space", f"{free // 1_000_000:,} MB free", help_)


def _lock(path: Path) -> Probe:
    """The lock is the system's own and goes with its process, so none can be stale; it can be held."""
    try:
        with path.open("r", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return Probe("lock", "no build is running here")
    except BlockingIOError:
        return Probe("lock", "a build is running here: another one will wait for it")
    except OSError as error:
        return Probe("lock", f"{path}: {error.strerror}", f"delete {path}")
    return Probe("lock", "no build is running here")


def _program(subject: str, names: tuple[str, ...], use: str, package: str) -> Probe:
    found = next((path for name in names if (path := shutil.which(name))), None)
    return Probe(subject, found or f"not found; {use} only", "" if found else f"apt install {package}", needed=False)
