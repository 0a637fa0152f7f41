"""``dist/manifest.json``: every file of the output, with what it is and what it came from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the output. ``edition`` is ``<organisation>.<language>``, ``output`` the option of ``--only``."""

    path: str
    sha256: str
    size: int
    kind: str
    output: str
    edition: str
    sources: tuple[str, ...]


def encode(course: str, version: str, rows: Iterable[Row]) -> bytes:
    """The manifest as JSON, rows sorted by path."""
    listed = [asdict(row) for row in sorted(rows, key=lambda row: row.path)]
    manifest = {"format": FORMAT, "course": course, "version": version, "artefacts": listed}
    return (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode()


def read_rows(output: Path) -> tuple[Row, ...]:
    """The rows of an output folder's manifest; none where there is no readable one."""
    try:
        data = json.loads((output / NAME).read_bytes())
        if data["format"] != FORMAT:
            return ()
        rows = tuple(Row(**{**row, "sources": tuple(row["sources"])}) for row in data["artefacts"])
    except (OSError, RecursionError, ValueError, KeyError, TypeError):
        return ()
    return rows if all(_is_sound(row) for row in rows) else ()


def _is_sound(row: Row) -> bool:
    """Whether a row is as `encode` writes them; a path never leads out of the output."""
    texts = (row.path, row.sha256, row.kind, row.output, row.edition, *row.sources)
    if not all(isinstance(text, str) for text in texts) or not isinstance(row.size, int):
        return False
    return bool(row.path) and not {"", ".", ".."} & set(row.path.split("/"))
