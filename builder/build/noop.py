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
    from collections.abc import Sequence
    from pathlib import Path

    from builder.build.stats import Found

FORMAT = b"inside-service 3"
STATE = "state"
SOURCE_FOLDERS = ("course", "modules", "quizzes")
CHECKOUT = ("site",)
UNTRUSTED = (-1, -1, -1)
"""In place of the numbers of an input whose stamp says nothing."""
_BREATH = 2_000_000_000


def inputs(root: str, program: str) -> Found:
    """Every source file below ``root`` and every file of the program."""
    found = sources(root)
    stats.look(program, "<program>/", found, stats.INPUT)
    beside = program.rpartition("/")[0]
    for name in CHECKOUT:
        stats.look(f"{beside}/{name}", f"<beside>/{name}/", found, stats.INPUT)
    stats.look_at_one(f"{beside}/mkdocs.yml", "<beside>/mkdocs.yml", found, stats.INPUT)
    return found


def sources(root: str) -> Found:
    """Every source file below ``root``."""
    found: Found = [], []
    for name in SOURCE_FOLDERS:
        stats.look(f"{root}/{name}", f"{name}/", found, stats.INPUT)
    return found


def outputs(output: str) -> Found:
    """Every file of the output."""
    found: Found = [], []
    stats.look(output, "", found, stats.OUTPUT)
    return found


def is_unchanged(root: Path | str, program: Path | str, output: Path | str, asked: str) -> bool:
    """Whether the last build answered what is ``asked`` now from the same inputs, and its output still stands."""
    try:
        state = read(f"{root}/.build/{STATE}")
        head = state[0].decode(errors="surrogateescape").split("\0\0")
        if head[:2] != [environment(), os.path.relpath(output, root)] or asked not in head[2].split("\0"):
            return False
        ins, outs = inputs(str(root), str(program)), outputs(str(output))
        if is_same(state[1:3], ins) and is_same(state[3:5], outs):
            return True
        from builder.build import remembered  # noqa: PLC0415 - hashing, which the common case spares

        return remembered.holds(str(root), str(program), str(output), state, (ins, outs))
    except (OSError, ValueError, IndexError, TypeError):
        return False


def is_same(remembered: Sequence[bytes], found: Found) -> bool:
    """Whether names and numbers are those that were remembered, in the same order."""
    names, numbers = remembered
    return packed(found[0]) == names and memoryview(numbers).cast("q").tolist() == found[1]


def packed(names: Sequence[str]) -> bytes:
    """Names as they are remembered."""
    return "\0".join(names).encode(errors="surrogateescape")


def read(path: str) -> list[bytes]:
    """The parts of the state: head, names and numbers of inputs and of outputs, hashes of both.

    Raises ``ValueError`` where it isn't a state of this format.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib's import costs as much as a thousand files
        first, rest = file.readline(), file.read()
    if not first.startswith(FORMAT):
        raise ValueError
    parts, start = [], 0
    for length in map(int, first[len(FORMAT) :].split()):
        parts.append(rest[start : start + length])
        start += length
    if start != len(rest):
        raise ValueError
    return parts


def trusted(found: Found) -> Found:
    """The same, without the stamp where the file may change once more and keep it."""
    limit, (names, numbers) = time.time_ns() - _BREATH, found
    kept: list[int] = []
    for at in range(0, len(numbers), stats.INPUT):
        stamp = numbers[at : at + stats.INPUT]
        kept.extend(stamp if max(stamp[1:]) < limit else UNTRUSTED)
    return names, kept


def forget(state_folder: Path) -> None:
    """Make the next build look at everything."""
    (state_folder / STATE).unlink(missing_ok=True)


def environment() -> str:
    """Python and the libraries that it finds, each with its version."""
    names: set[str] = set()
    for folder in sys.path:
        try:
            names.update(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208 - see read
        except OSError:
            continue
    return f"{sys.version} {' '.join(sorted(names))}".replace("\n", " ")


def real_path(root: str, program: str, name: str) -> str:
    """Where the input called ``name`` is."""
    if name.startswith("<program>/"):
        return program + name.removeprefix("<program>")
    if name.startswith("<beside>/"):
        return program.rpartition("/")[0] + name.removeprefix("<beside>")
    return f"{root}/{name}"
