"""What a build writes down of its inputs and its output, and the slower half of noticing that nothing changed."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build import noop, stats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

INPUTS, OUTPUTS, INPUT_SUMS, OUTPUT_SUMS = 4, 5, 6, 7
"""Which part of the state is what."""
_UNREAD = "-"


@dataclass(frozen=True, slots=True)
class Look:
    """The inputs as they were before a build read them: their records, and their hashes by path."""

    records: tuple[str, ...]
    sums: Mapping[str, str]


def look(root: Path, program: Path) -> Look:
    """Look at all inputs and hash them."""
    found = noop.trusted(noop.input_records(str(root), str(program)))
    names = [_name(one) for one in found]
    return Look(tuple(found), {name: sum_of(noop.real_path(str(root), str(program), name)) for name in names})


def source_contents(root: Path) -> str:
    """One hash over the paths and bytes of all source files."""
    sums = sorted(f"{sum_of(str(root / name))} {name}" for name in map(_name, noop.source_records(str(root))))
    return hashlib.sha256("\0".join(sums).encode(errors="surrogateescape")).hexdigest()


def remember(root: Path, output: Path, asked: Sequence[str], before: Look, sums: Mapping[str, str]) -> None:
    """Write down that ``before`` became ``output``, whose files have these ``sums``, for each way to ask for it.

    Where there is no room for it, the next build looks at everything.
    """
    outs = stats.records(str(output), "", stats.output_stamp)
    head = [noop.FORMAT, noop.environment(), os.path.relpath(output, root), "\0".join(asked)]
    with suppress(OSError):
        _write(root, head, (list(before.records), outs), (before.sums, sums))


def holds(root: str, program: str, output: str, state: list[str], found: tuple[Sequence[str], Sequence[str]]) -> bool:
    """Whether the files whose stamps moved have the bytes that they had; if so, the new stamps are remembered."""
    ins, outs = found
    sums, made = _sums(state, INPUTS, INPUT_SUMS), _sums(state, OUTPUTS, OUTPUT_SUMS)
    now = noop.trusted(ins)
    same = _agree(state[INPUTS], ins, sums, lambda name: noop.real_path(root, program, name)) and _agree(
        state[OUTPUTS], outs, made, lambda name: f"{output}/{name}"
    )
    if same:
        with suppress(OSError):
            _write(Path(root), state[:INPUTS], (now, outs), (sums, made))
    return same


def _agree(remembered: str, found: Sequence[str], sums: Mapping[str, str], where: Callable[[str], str]) -> bool:
    old, new = _stamps(_parts(remembered)), _stamps(found)
    if old.keys() != new.keys():
        return False
    return all(sums[name] == sum_of(where(name)) != _UNREAD for name, stamp in new.items() if old[name] != stamp)


def _write(
    root: Path,
    head: Sequence[str],
    records: tuple[Sequence[str], Sequence[str]],
    sums: tuple[Mapping[str, str], Mapping[str, str]],
) -> None:
    parts = [*head, *("\0".join(found) for found in records)]
    parts += [
        "\0".join(known.get(_name(one), _UNREAD) for one in found) for found, known in zip(records, sums, strict=True)
    ]
    folder = root / ".build"
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"{noop.STATE}.new"
    written.write_text("\0\0".join(parts), encoding="utf-8", errors="surrogateescape")
    written.replace(folder / noop.STATE)


def _parts(joined: str) -> list[str]:
    return joined.split("\0") if joined else []


def _stamps(found: Sequence[str]) -> dict[str, str]:
    return {name: stamp for stamp, _, name in (one.partition(" ") for one in found)}


def _sums(state: list[str], records: int, sums: int) -> dict[str, str]:
    return dict(zip(map(_name, _parts(state[records])), _parts(state[sums]), strict=True))


def _name(found: str) -> str:
    return found.partition(" ")[2]


def sum_of(path: str) -> str:
    """The hash of a file's bytes; a dash where it can't be read."""
    try:
        if not Path(path).is_file():  # a pipe would be waited for
            return _UNREAD
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return _UNREAD
