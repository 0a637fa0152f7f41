"""Building a course in this process, and judging what stands afterwards."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from builder.build.request import Request
from builder.build.run import Result, build

TINY = Path(__file__).parent / "tiny"
SOURCES = ("course", "modules", "quizzes")


def copy_sources(source: Path, target: Path) -> Path:
    for name in SOURCES:
        shutil.copytree(source / name, target / name)
    return target


def build_here(root: Path, *only: str, languages: tuple[str, ...] | None = None, jobs: int = 1) -> Result:
    request = Request(root, root / "dist", only=only or None, languages=languages, jobs=jobs)
    return build(request, lambda _name, _done, _all: None, lambda _said: None)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def standing(root: Path) -> dict[str, bytes]:
    """The tree that stands as ``dist`` or ``dist.previous``; it holds what its manifest says, no more and no less."""
    found = tree(root / "dist" if (root / "dist").exists() else root / "dist.previous")
    rows = {row["path"]: row["sha256"] for row in json.loads(found["manifest.json"])["artefacts"]}
    sums = {path: hashlib.sha256(data).hexdigest() for path, data in found.items() if path != "manifest.json"}
    assert sums == rows
    return found
