"""A draft: files to add and files to edit, written all or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


class DraftError(Exception):
    """What was asked for can't be drafted or written: one line for the user."""


@dataclass(frozen=True, slots=True)
class Draft:
    """New files and new contents of files that are there, by path from the course's root with ``/``.

    ``edits`` gives each file's bytes as they were read and as they are to be.
    """

    new: Mapping[str, bytes]
    edits: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths, new ones first."""
        return (*self.new, *self.edits)


def write(root: Path, draft: Draft) -> None:
    """Write ``draft`` below ``root``, whole files only; what lists a file comes after it.

    Raises DraftError, with nothing written, where a file is in the way, a file has changed since it was read, or a
    link leads out of the course.
    """
    _look(root, draft)
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    try:
        for path, data in _contents(draft):
            target = root / path
            made += _folders(root, target.parent)
            waiting[target] = _beside(target, data)
            made.append(waiting[target])
        for target, beside in waiting.items():
            beside.replace(target)
            made.append(target)
    except BaseException:
        _undo(root, draft, made)
        raise


def _contents(draft: Draft) -> Iterator[tuple[str, bytes]]:
    yield from draft.new.items()
    for path, (_, data) in draft.edits.items():
        yield path, data


def _look(root: Path, draft: Draft) -> None:
    real = os.path.realpath(root)
    for path in draft.paths:
        if os.path.commonpath([real, os.path.realpath((root / path).parent)]) != real:
            message = f"{path}: a link leads out of the course's folder"
            raise DraftError(message)
    for path in draft.new:
        if os.path.lexists(root / path):
            message = f"{path} is there already, and nothing is overwritten"
            raise DraftError(message)
    for path, (before, _) in draft.edits.items():
        if (root / path).read_bytes() != before:
            message = f"{path} has changed in the meantime: run the command again"
            raise DraftError(message)


def _folders(root: Path, folder: Path) -> list[Path]:
    """Make ``folder``; gives the folders that were not there."""
    missing = [one for one in (folder, *folder.parents) if not one.exists() and one.is_relative_to(root)]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _beside(target: Path, data: bytes) -> Path:
    beside = target.with_name(f".{target.name}.new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
    return beside


def _undo(root: Path, draft: Draft, made: list[Path]) -> None:
    """Take away what was made, and put back what was edited."""
    edited = {root / path: before for path, (before, _) in draft.edits.items()}
    for path in reversed(made):
        with suppress(OSError):
            if path in edited:
                _beside(path, edited[path]).replace(path)
            elif path.is_dir():
                path.rmdir()
            else:
                path.unlink()
