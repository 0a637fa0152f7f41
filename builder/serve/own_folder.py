"""A folder of its own below ``.build/`` for each running preview."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "lock"


@contextmanager
def own_folder(root: Path) -> Iterator[Path]:
    """An empty folder that is gone afterwards; what previews that were killed have left goes too."""
    above = root / ".build" / "serve"
    above.mkdir(parents=True, exist_ok=True)
    _clear(above)
    folder = Path(tempfile.mkdtemp(prefix="preview-", dir=above))
    with (folder / LOCK).open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _clear(above: Path) -> None:
    for left in above.glob("preview-*"):
        try:
            with (left / LOCK).open("a", encoding="utf-8") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
        except OSError:  # a preview that runs holds it
            continue
