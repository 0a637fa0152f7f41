"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_OURS = 0o644
_ANYBODYS = 0o666


def write_whole(path: Path, data: bytes, *, authors: bool = False) -> None:
    """Write beside ``path``, then rename: whoever reads it sees all of ``data`` or what was there before.

    ``authors``: the file is the author's own. It is on the disk before it takes the old one's place, and has that one's
    permissions, or those that a new file of the author's gets.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = _authors_mode(path) if authors else _OURS
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), mode)
            if authors:
                file.flush()
                os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _authors_mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0o022)
        os.umask(mask)
        return _ANYBODYS & ~mask
