"""Noticing that nothing changed, with the standard library alone, and as little of it as will do.

The last build's inputs and output are remembered by stamp and by hash of their bytes. While all stamps agree nothing
is read; where one moved, that file alone is hashed. Inputs are looked at before a build reads them: what is saved
while it runs has another stamp afterwards. A file saved within a breath of the look could change once more under the
same stamp, so its stamp isn't trusted; nor is one from the future, which a clock set back makes.
"""

from __future__ import annotations

import os
import sys
import time

from builder.build import stats

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    Sums = Mapping[str, str]

FORMAT = "inside-service 2"
STATE = "state"
SOURCE_FOLDERS = ("course", "modules", "quizzes")
CHECKOUT = ("site",)
_BREATH = 2_000_000_000
_NEVER = "?"


def input_records(root: str, program: str) -> list[str]:
    """A record of every source file below ``root`` and of every file of the program."""
    found = source_records(root)
    found += stats.records(program, "<program>/", stats.input_stamp)
    beside = program.rpartition("/")[0]
    for name in CHECKOUT:
        found += stats.records(f"{beside}/{name}", f"<beside>/{name}/", stats.input_stamp)
    return found + stats.record(f"{beside}/mkdocs.yml", "<beside>/mkdocs.yml", stats.input_stamp)


def source_records(root: str) -> list[str]:
    """A record of every source file below ``root``."""
    return [one for name in SOURCE_FOLDERS for one in stats.records(f"{root}/{name}", f"{name}/", stats.input_stamp)]


def is_unchanged(root: Path | str, program: Path | str, output: Path | str, asked: str) -> bool:
    """Whether the last build answered what is ``asked`` now from the same inputs, and its output still stands."""
    try:
        state = _read(f"{root}/.build/{STATE}")
        if state[:3] != [FORMAT, environment(), os.path.relpath(output, root)] or asked not in state[3].split("\0"):
            return False
        ins = input_records(str(root), str(program))
        outs = stats.records(str(output), "", stats.output_stamp)
        if "\0".join(ins) == state[4] and "\0".join(outs) == state[5]:
            return True
        from builder.build import remembered  # noqa: PLC0415 - hashing, which the common case spares

        return remembered.holds(str(root), str(program), str(output), state, (ins, outs))
    except (OSError, ValueError, IndexError):
        return False


def trusted(found: Iterable[str]) -> list[str]:
    """The records, without the stamp where the file may change once more and keep it."""
    limit = time.time_ns() - _BREATH
    return [one if _newest(one) < limit else f"{_NEVER} {one.partition(' ')[2]}" for one in found]


def forget(state_folder: Path) -> None:
    """Make the next build look at everything."""
    (state_folder / STATE).unlink(missing_ok=True)


def environment() -> str:
    """Python and the libraries that it finds, each with its version."""
    names: set[str] = set()
    for folder in sys.path:
        try:
            names.update(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208 - see stats.record
        except OSError:
            continue
    return f"{sys.version} {' '.join(sorted(names))}".replace("\n", " ")


def real_path(root: str, program: str, name: str) -> str:
    """Where the file of an input record is."""
    if name.startswith("<program>/"):
        return program + name.removeprefix("<program>")
    if name.startswith("<beside>/"):
        return program.rpartition("/")[0] + name.removeprefix("<beside>")
    return f"{root}/{name}"


def _newest(found: str) -> int:
    stamp = found.partition(" ")[0].split(".")
    return max(map(int, stamp[1:]))


def _read(path: str) -> list[str]:
    """The parts of the state file, of which the last two hold the hashes."""
    with open(path, encoding="utf-8", errors="surrogateescape") as file:  # noqa: PTH123 - see stats.record
        return file.read().split("\0\0")
