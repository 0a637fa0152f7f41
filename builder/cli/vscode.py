"""VS Code's settings for a course: which schema is for which files (key ``yaml.schemas`` of its YAML extension)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builder.cli import UsageError

FILE = Path(".vscode") / "settings.json"
KEY = "yaml.schemas"
_INDENT = re.compile(r"^([ \t]+)\S", re.MULTILINE)


def with_schemas(path: Path, patterns: Mapping[str, str]) -> str:
    """The text of the settings at ``path`` with ``patterns`` (a glob by schema's address) merged in.

    Everything else stays. Raises UsageError where the file can't be read as plain JSON: comments would be lost.
    """
    text = _text(path)
    settings = _parsed(text) if text.strip() else {}
    schemas = settings.get(KEY, {}) if isinstance(settings, dict) else None
    if not isinstance(schemas, dict):
        message = f"{FILE.as_posix()} holds no settings of the form that '{KEY}' has: nothing written"
        raise UsageError(message)
    settings[KEY] = {**schemas, **patterns}
    indent = _INDENT.search(text)
    return json.dumps(settings, ensure_ascii=False, indent=indent[1] if indent else 2) + "\n"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        message = f"{FILE.as_posix()} is not UTF-8: nothing written"
        raise UsageError(message) from None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        message = f"{FILE.as_posix()} holds comments or isn't JSON, and they would be lost: add '{KEY}' by hand"
        raise UsageError(message) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a key stands twice"
        raise ValueError(message)
    return found
