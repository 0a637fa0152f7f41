"""What a build writes down of its inputs and its output, and the slower half of noticing that nothing changed."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING

from builder.build import noop, stats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from builder.build.stats import Found

HEAD, INPUTS, OUTPUTS, SUMS = 0, slice(1, 3), slice(3, 5), slice(5, 7)
"""Which parts of the state are what."""
_UNREAD = "-"
_LIMIT = 2**63


@dataclass(frozen=True, slots=True)
class Look:
    """The inputs as they were before a build read them: names and stamps, and their hashes by path."""

    found: Found
    sums: Mapping[str, str]


def look(root: Path, program: Path) -> Look:
    """Look at all inputs and hash them."""
    found = noop.trusted(noop.inputs(str(root), str(program)))
    return Look(found, {name: sum_of(noop.real_path(str(root), str(program), name)) for name in found[0]})


def source_contents(root: Path) -> str:
    """One hash over the paths and bytes of all source files."""
    sums = sorted(f"{sum_of(str(root / name))} {name}" for name in noop.sources(str(root))[0])
    return hashlib.sha256("\0".join(sums).encode(errors="surrogateescape")).hexdigest()


def remember(root: Path, output: Path, asked: Sequence[str], before: Look, sums: Mapping[str, str]) -> None:
    """Write down that ``before`` became ``output``, whose files have these ``sums``, for each way to ask for it.

    Where there is no room for it, the next build looks at everything.
    """
    head = "\0\0".join([noop.environment(), os.path.relpath(output, root), "\0".join(asked)])
    with suppress(OSError):
        _write(
            root, head.encode(errors="surrogateescape"), (before.found, noop.outputs(str(output))), (before.sums, sums)
        )


def holds(root: str, program: str, output: str, state: list[bytes], found: tuple[Found, Found]) -> bool:
    """Whether the files whose stamps moved have the bytes that they had; if so, the new stamps are remembered."""
    ins, outs = found
    was_in, was_out = state[INPUTS], state[OUTPUTS]
    sums, made = _sums(was_in[0], state[SUMS][0]), _sums(was_out[0], state[SUMS][1])
    now = noop.trusted(ins)
    same = _agree(
        _remembered(was_in, stats.INPUT), _stamps(ins, stats.INPUT), sums, lambda n: noop.real_path(root, program, n)
    ) and _agree(_remembered(was_out, stats.OUTPUT), _stamps(outs, stats.OUTPUT), made, lambda name: f"{output}/{name}")
    if same:
        with suppress(OSError):
            _write(Path(root), state[HEAD], (now, outs), (sums, made))
    return same


_Stamps = dict[str, tuple[int, ...]]


def _agree(old: _Stamps, new: _Stamps, sums: Mapping[str, str], where: Callable[[str], str]) -> bool:
    if old.keys() != new.keys():
        return False
    return all(sums[name] == sum_of(where(name)) != _UNREAD for name, stamp in new.items() if old[name] != stamp)


def _write(
    root: Path, head: bytes, found: tuple[Found, Found], sums: tuple[Mapping[str, str], Mapping[str, str]]
) -> None:
    parts = [head]
    for names, numbers in found:
        parts += [noop.packed(names), pack(f"={len(numbers)}q", *(n if -_LIMIT <= n < _LIMIT else -1 for n in numbers))]
    parts += [
        noop.packed([known.get(name, _UNREAD) for name in names]) for (names, _), known in zip(found, sums, strict=True)
    ]
    folder = root / ".build"
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"{noop.STATE}.new"
    first = b" ".join([noop.FORMAT, *(str(len(part)).encode() for part in parts)])
    written.write_bytes(b"".join([first, b"\n", *parts]))
    written.replace(folder / noop.STATE)


def _names(part: bytes) -> list[str]:
    return part.decode(errors="surrogateescape").split("\0") if part else []


def _remembered(parts: Sequence[bytes], numbers: int) -> _Stamps:
    names, stamps = parts
    return _stamps((_names(names), memoryview(stamps).cast("q").tolist()), numbers)


def _stamps(found: Found, numbers: int) -> _Stamps:
    return dict(zip(found[0], zip(*[iter(found[1])] * numbers, strict=True), strict=True))


def _sums(names: bytes, sums: bytes) -> dict[str, str]:
    return dict(zip(_names(names), _names(sums), strict=True))


def sum_of(path: str) -> str:
    """The hash of a file's bytes; a dash where it can't be read."""
    try:
        if not Path(path).is_file():  # a pipe would be waited for
            return _UNREAD
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return _UNREAD
