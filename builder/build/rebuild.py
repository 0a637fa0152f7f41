"""The engine's site again after an edit: only the pages whose stage files changed are rendered anew.

With the navigation, the theme and the settings as they were, a page's HTML depends on its own stage file alone, and
the search index on its pages one by one. Whatever else changed, or isn't certain, is left to a whole run.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.build.engine import EngineError, run_pages
from builder.build.libraries import libraries
from builder.build.whole import write_whole

NOTE = "whole.json"
_INDEX = "search/search_index.json"
_DOCS = "docs/"

Files = Mapping[str, bytes]


def rebuild_pages(folder: Path, staged: Files) -> dict[str, bytes] | None:
    """The engine's files for a stage, from those of the last run in ``folder``; None where it takes a whole run.

    ``folder`` holds ``stage/`` and ``out/`` as `remember_run` found them; they are brought up to date. The result is,
    byte for byte, what a whole run gives.
    """
    try:
        note = json.loads((folder / NOTE).read_bytes())
        stage, out = read_tree(folder / "stage"), read_tree(folder / "out")
        if note != _note(stage, out) or stage.keys() != staged.keys():
            return None
    except (OSError, RecursionError, ValueError):
        return None
    changed = {path for path, data in staged.items() if stage[path] != data}
    if not all(path.startswith(_DOCS) for path in changed):
        return None
    made = _rebuilt(folder, {path: staged[path] for path in changed}, out)
    if made is None:
        return None
    for path, data in made.items():
        if out[path] != data:
            (folder / "out" / path).write_bytes(data)
    remember_run(folder, staged, made)
    return made


def remember_run(folder: Path, staged: Files, made: Files) -> None:
    """Note that the engine made ``made`` of ``staged``; both stand in ``folder``."""
    write_whole(folder / NOTE, json.dumps(_note(staged, made)).encode())


def read_tree(folder: Path) -> dict[str, bytes]:
    """The files below ``folder`` by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def _rebuilt(folder: Path, changed: Files, out: Files) -> dict[str, bytes] | None:
    (folder / NOTE).unlink()  # whatever happens from here on, what stands isn't whole until it is noted again
    for path, data in changed.items():
        (folder / "stage" / path).write_bytes(data)
    names = {path.removeprefix(_DOCS): data for path, data in changed.items()}
    pages = {name for name in names if name.endswith(".md")}
    addresses = {f"{name.removesuffix('.md')}.html" for name in pages}
    made = {**out, **{name: data for name, data in names.items() if name not in pages}}
    if pages:
        with tempfile.TemporaryDirectory(dir=folder) as rendered:
            try:
                entries = run_pages(folder / "stage", Path(rendered), folder / "templates", pages)
            except EngineError:
                return None
            made |= read_tree(Path(rendered))
        index = _index(out.get(_INDEX, b""), entries, addresses)
        if index is None:
            return None
        made[_INDEX] = index
    return made if made.keys() == out.keys() else None


def _index(old: bytes, entries: Mapping[str, list[Any]], pages: set[str]) -> bytes | None:
    """The search index with the entries of ``pages`` in the place of their old ones."""
    try:
        data = json.loads(old)
        docs: list[Any] = []
        placed: set[str] = set()
        for entry in data["docs"]:
            page = entry["location"].partition("#")[0]
            page_file = page or "index.html"
            if page_file not in pages:
                docs.append(entry)
            elif page not in placed:
                placed.add(page)
                docs += entries[page]
    except (ValueError, KeyError, TypeError):
        return None
    whole = placed == set(entries) and {page or "index.html" for page in placed} == pages
    return json.dumps({**data, "docs": docs}, separators=(",", ":")).encode() if whole else None


def _note(staged: Files, made: Files) -> dict[str, Any]:
    sums = [
        {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())} for files in (staged, made)
    ]
    return {"libraries": libraries(), "stage": sums[0], "out": sums[1]}
