"""What is served at this moment: the last built site, and over it the files that are newer."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from pathlib import Path

_VERSION_LETTERS = 16
_CONTENT_STARTS = b"<article"
_CONTENT_ENDS = b"</article>"


class Published:
    """Files by path from the site's root; safe to use from several threads."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._lock = threading.Lock()
        self._folder = Path()
        self._base: frozenset[str] = frozenset()
        self._newer: Mapping[str, bytes] = {}
        self._hashes: dict[str, str] = {}

    @property
    def assets(self) -> str:
        """A short hash of all that pages are drawn and driven by, but for the style sheet."""
        with self._lock:
            return version(
                "".join(self._hash(path) for path in sorted({*self._base, *self._newer}) if _drives(path)).encode()
            )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever built."""
        return not self._base

    def built(self, folder: Path, newer: Mapping[str, bytes]) -> None:
        """Serve the site below ``folder`` from now on, and over it ``newer``."""
        base = frozenset(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        with self._lock:
            self._folder, self._base, self._newer, self._hashes = folder, base, dict(newer), {}

    def newer(self, files: Mapping[str, bytes]) -> None:
        """Serve ``files`` over the last built site, and nothing else over it."""
        with self._lock:
            for path in {*self._newer, *files}:
                self._hashes.pop(path, None)
            self._newer = dict(files)

    def read(self, path: str) -> bytes | None:
        """The file's bytes; None where the site has no such file. Only names of the site's own are ever opened."""
        with self._lock:
            return self._read(path)

    def version(self, path: str) -> str:
        """A short hash of the file; empty where there is none."""
        with self._lock:
            return self._hash(path)

    def frame(self, path: str) -> str:
        """A short hash of all of a page but its content."""
        data = self.read(path) or b""
        before, starts, rest = data.partition(_CONTENT_STARTS)
        _, ends, after = rest.rpartition(_CONTENT_ENDS)
        return version(before + after if starts and ends else data)

    def _read(self, path: str) -> bytes | None:
        if path in self._newer:
            return self._newer[path]
        return _bytes(self._folder / path) if path in self._base else None

    def _hash(self, path: str) -> str:
        known = self._hashes.get(path)
        if known is None:
            data = self._read(path)
            known = self._hashes[path] = "" if data is None else version(data)
        return known


def _drives(path: str) -> bool:
    return path.startswith("assets/") and path != "assets/site.css"


def version(data: bytes) -> str:
    """A short hash."""
    return hashlib.sha256(data).hexdigest()[:_VERSION_LETTERS]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
