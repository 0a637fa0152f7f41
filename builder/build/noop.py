"""Noticing that nothing changed, with the standard library alone.

The last build's inputs are remembered as (size, mtime) by path with one digest over their contents. When the stats
agree nothing is read; when only stats moved, contents are hashed and compared.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

FORMAT = 1
STATE = "state.json"
SOURCE_FOLDERS = ("course", "modules", "quizzes")
CHECKOUT = ("site",)
SKIPPED = frozenset({"__pycache__", "node_modules", ".build", ".git"})

Stats = Mapping[str, tuple[int, int]]


def input_stats(root: Path, program: Path) -> dict[str, tuple[int, int]]:
    """(size, mtime in ns) of every source file below ``root`` and of every file of the program, by absolute path."""
    stats: dict[str, tuple[int, int]] = {}
    for name in SOURCE_FOLDERS:
        _scan(str(root / name), f"{root}/{name}/", stats)
    _scan(str(program), f"{program}/", stats)
    for name in CHECKOUT:
        _scan(str(program.parent / name), f"{program.parent}/{name}/", stats)
    with suppress(OSError):
        engine = os.stat(program.parent / "mkdocs.yml")  # noqa: PTH116 - half the cost of Path.stat on a hot path
        stats[f"{program.parent}/mkdocs.yml"] = (engine.st_size, engine.st_mtime_ns)
    return stats


def output_stats(output: Path) -> dict[str, tuple[int, int]]:
    """(size, mtime in ns) of every file of the output, by path."""
    stats: dict[str, tuple[int, int]] = {}
    _scan(str(output), "", stats)
    return stats


def is_unchanged(root: Path, program: Path, output: Path, state_folder: Path, request: str) -> bool:
    """Whether the last build answered the same ``request`` from the same inputs and its output still stands."""
    try:
        state = json.loads((state_folder / STATE).read_bytes())
        if state["format"] != FORMAT or state["request"] != request:
            return False
        stats = input_stats(root, program)
        if _listed(output_stats(output)) != state["output"]:
            return False
        if _listed(stats) == state["inputs"]:
            return True
        return sorted(stats) == sorted(state["inputs"]) and bool(contents(stats) == state["contents"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remember(root: Path, program: Path, output: Path, state_folder: Path, request: str) -> None:
    """Write down what this build read and made."""
    stats = input_stats(root, program)
    state = {
        "format": FORMAT,
        "request": request,
        "inputs": _listed(stats),
        "contents": contents(stats),
        "output": _listed(output_stats(output)),
    }
    state_folder.mkdir(parents=True, exist_ok=True)
    written = state_folder / (STATE + ".new")
    written.write_text(json.dumps(state), encoding="utf-8")
    written.replace(state_folder / STATE)


def forget(state_folder: Path) -> None:
    """Make the next build look at everything."""
    (state_folder / STATE).unlink(missing_ok=True)


def contents(paths: Iterable[str]) -> str:
    """One digest over the paths and bytes of the inputs."""
    hasher = hashlib.blake2b(digest_size=20)
    for path in sorted(paths):
        data = Path(path).read_bytes() if Path(path).is_file() else b""
        hasher.update(f"{path}\0{len(data)}\0".encode())
        hasher.update(data)
    return hasher.hexdigest()


def _scan(folder: str, prefix: str, stats: dict[str, tuple[int, int]]) -> None:
    try:
        entries: Iterator[os.DirEntry[str]] = os.scandir(folder)
    except OSError:
        return
    for entry in entries:
        if entry.name in SKIPPED:
            continue
        if entry.is_dir(follow_symlinks=False):
            _scan(entry.path, f"{prefix}{entry.name}/", stats)
        else:
            found = entry.stat(follow_symlinks=entry.is_file())
            stats[prefix + entry.name] = (found.st_size, found.st_mtime_ns)


def _listed(stats: Stats) -> dict[str, list[int]]:
    return {path: list(pair) for path, pair in stats.items()}
