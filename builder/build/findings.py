"""All findings of a course, remembered by content: checking what was checked before reads and hashes, nothing more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from builder.build import remembered
from builder.build.program import program_digest
from builder.diagnostics import Diagnostic, Place

FILE = "findings.json"
Findings = tuple[tuple[Diagnostic, ...], Mapping[str, str]]
"""Findings in order, and the source texts they quote, by file."""


def check(root: Path, *, locked: bool) -> Findings:
    """Every finding of the course below ``root``, from the last run's notes where no input has changed since."""
    key = _key(root, locked=locked)
    path = root / ".build" / FILE
    found = _read(path, key)
    if found is None:
        from builder.build.front import compile_course  # noqa: PLC0415 - a second of imports that the notes spare

        front = compile_course(root, locked=locked)
        if _key(root, locked=locked) == key:  # else a file was saved meanwhile, and nobody knows which text was read
            _write(path, key, front.findings)
        return front.findings, front.texts
    return found, _texts(root, found)


def _key(root: Path, *, locked: bool) -> str:
    return f"{program_digest()} {remembered.source_contents(root)} {locked}"


def _read(path: Path, key: str) -> tuple[Diagnostic, ...] | None:
    try:
        data = json.loads(path.read_bytes())
        if data["key"] != key:
            return None
        return tuple(
            Diagnostic(code, message, Place(file, line, column), help_, length)
            for code, message, file, line, column, help_, length in data["findings"]
        )
    except (OSError, RecursionError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, key: str, findings: tuple[Diagnostic, ...]) -> None:
    rows = [[f.code, f.message, f.place.file, f.place.line, f.place.column, f.help, f.length] for f in findings]
    new = path.with_suffix(".new")
    try:
        path.parent.mkdir(exist_ok=True)
        new.write_text(json.dumps({"key": key, "findings": rows}), encoding="utf-8")
        new.replace(path)
    except OSError:  # a course on a read-only disk can be checked all the same
        return


def _texts(root: Path, findings: tuple[Diagnostic, ...]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name in {finding.place.file for finding in findings if finding.place.line}:
        try:
            texts[name] = (root / name).read_text(encoding="utf-8-sig", errors="replace")
        except (OSError, RecursionError, ValueError):
            continue
    return texts
