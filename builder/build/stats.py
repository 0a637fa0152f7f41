"""What a look at files tells without reading them. The standard library's ``os`` alone: every no-op build pays for it.

A record is a text: the file's stamp (size, times of change), a space, its path.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Stamp = Callable[[os.stat_result], str]

SKIPPED = frozenset({"__pycache__", "node_modules", ".build", ".git"})


def input_stamp(about: os.stat_result) -> str:
    """Size, and the times of the last change of content and of the file's entry, which no tool can set back."""
    return f"{about.st_size}.{about.st_mtime_ns}.{about.st_ctime_ns}"


def output_stamp(about: os.stat_result) -> str:
    """Size and time of the last change; the entry of a hard link changes with its other names."""
    return f"{about.st_size}.{about.st_mtime_ns}"


def records(folder: str, prefix: str, stamp: Stamp) -> list[str]:
    """A record of every file below ``folder``; the paths begin with ``prefix`` in the folder's place."""
    found: list[str] = []
    waiting = [(folder, prefix)]
    while waiting:
        here, before = waiting.pop()
        try:
            entries = os.scandir(here)
        except OSError:
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name in SKIPPED:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{before}{name}/"))
                else:
                    found.append(f"{stamp(entry.stat(follow_symlinks=entry.is_file()))} {before}{name}")
    return found


def record(path: str, name: str, stamp: Stamp) -> list[str]:
    """The record of one file under ``name``; none where it isn't there."""
    try:
        return [f"{stamp(os.stat(path))} {name}"]  # noqa: PTH116 - pathlib's import costs as much as a thousand stats
    except OSError:
        return []
