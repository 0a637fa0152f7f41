"""The content-addressed cache below ``.build/cache``.

An entry, named by the digest of all that an artefact read, lists the files it was written to; their bytes are blobs
named by their own SHA-256. Whatever is missing, damaged or from another version is a miss, never an error.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from builder.build.whole import write_whole
from builder.diagnostics import NOWHERE
from builder.writers.artefact import Declined, Written

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes kept in the cache: their SHA-256 in hexadecimal and their size."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What an artefact became: blobs by path, losses without their places, page labels by anchor."""

    files: Mapping[str, Blob]
    losses: tuple[Declined, ...]
    labels: Mapping[str, str]


class Cache:
    """Entries and blobs in one folder, made when first written to."""

    def __init__(self, folder: Path) -> None:
        """``folder`` may not exist yet."""
        self._entries = folder / f"entries-{FORMAT}"
        self._blobs = folder / "blobs"

    def blob_path(self, sha256: str) -> Path:
        """Where the bytes of a blob are."""
        return self._blobs / sha256[:2] / sha256

    def get(self, key: str) -> Entry | None:
        """The entry under ``key`` if it and all its blobs are whole."""
        try:
            digest, _, data = self._entry_path(key).read_bytes().partition(b"\n")
        except OSError:
            return None
        if digest.decode(errors="replace") != hashlib.sha256(data).hexdigest():
            return None
        entry = _decoded(json.loads(data))
        return entry if all(self._is_whole(blob) for blob in entry.files.values()) else None

    def put(self, key: str, written: Written) -> Entry:
        """Keep what was written under ``key``; each file lands whole or not at all."""
        entry = Entry(
            files={path: self.keep(data) for path, data in sorted(written.files.items())},
            losses=tuple(replace(loss, place=NOWHERE) for loss in written.losses),
            labels=dict(written.labels),
        )
        data = json.dumps(_encoded(entry), sort_keys=True).encode()
        write_whole(self._entry_path(key), hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        return entry

    def drop(self, key: str) -> None:
        """Forget the entry under ``key``."""
        self._entry_path(key).unlink(missing_ok=True)

    def keep(self, data: bytes) -> Blob:
        """Keep bytes as a blob."""
        blob = Blob(hashlib.sha256(data).hexdigest(), len(data))
        if not self._is_whole(blob):
            write_whole(self.blob_path(blob.sha256), data)
        return blob

    def prune(self, keep_keys: Iterable[str], keep_blobs: Iterable[str]) -> None:
        """Drop all entries and blobs but these, so that the cache does not grow without end."""
        _drop_others(self._entries, {key + ".json" for key in keep_keys})
        _drop_others(self._blobs, set(keep_blobs))

    def _entry_path(self, key: str) -> Path:
        return self._entries / key[:2] / f"{key}.json"

    def _is_whole(self, blob: Blob) -> bool:
        try:
            data = self.blob_path(blob.sha256).read_bytes()
        except OSError:
            return False
        return len(data) == blob.size and hashlib.sha256(data).hexdigest() == blob.sha256


def _encoded(entry: Entry) -> dict[str, object]:
    return {
        "files": {path: [blob.sha256, blob.size] for path, blob in entry.files.items()},
        "losses": [[loss.thing, loss.reason, loss.whole] for loss in entry.losses],
        "labels": dict(entry.labels),
    }


def _decoded(data: Any) -> Entry:
    return Entry(
        files={path: Blob(str(sha), int(size)) for path, (sha, size) in data["files"].items()},
        losses=tuple(Declined(str(thing), str(reason), whole=bool(whole)) for thing, reason, whole in data["losses"]),
        labels={str(anchor): str(label) for anchor, label in data["labels"].items()},
    )


def _drop_others(folder: Path, keep: set[str]) -> None:
    for path in folder.glob("*/*"):
        if path.name not in keep:
            path.unlink(missing_ok=True)
