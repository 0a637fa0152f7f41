"""Adding an entry to a list in a YAML file by the smallest edit of its text: comments, order and style stay."""

from __future__ import annotations

from typing import Any

import yaml

from builder.drafts.draft import DraftError
from builder.drafts.templates import indented
from builder.source.events import read_yaml

_INDENT = "  "
_UTF8_MARK = "\ufeff"


def with_entry(data: bytes, file: str, key: str, entry: str) -> bytes:
    """The bytes ``data`` of ``file`` with ``entry`` (YAML that starts with ``- ``) at the end of the list ``key``.

    A list in brackets takes an entry of one word. Raises DraftError where the file can't be read, or its style
    leaves no room for the entry.
    """
    text = _read(data, file)
    mark = _UTF8_MARK if text.startswith(_UTF8_MARK) else ""
    body = text.removeprefix(mark).replace("\r\n", "\n")
    made = _added(body, file, key, entry)
    if not _is_added(body, made, key):
        message = (
            f"{file}: '{key}:' is written in a way that can't be added to; add the entry by hand:\n{entry.rstrip()}"
        )
        raise DraftError(message)
    return (mark + (made.replace("\n", "\r\n") if "\r\n" in text else made)).encode()


def _read(data: bytes, file: str) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        message = f"{file} is not UTF-8: run `course check {file}`"
        raise DraftError(message) from None
    parsed = read_yaml(text.removeprefix(_UTF8_MARK), file)
    if not parsed.whole or parsed.findings or not isinstance(parsed.value, dict):
        message = f"{file} has a mistake: run `course check {file}`, and mend it first"
        raise DraftError(message)
    return text


def _added(body: str, file: str, key: str, entry: str) -> str:
    # Composing is safe here: `read_yaml` has refused depth, aliases and tags before.
    root = yaml.compose(body, Loader=yaml.CSafeLoader)
    found = next((pair for pair in getattr(root, "value", ()) if pair[0].value == key), None)
    if found is None:
        return f"{body.rstrip()}\n{key}:\n{indented(entry, _INDENT)}" if body.strip() else f"{key}:\n{entry}"
    name, value = found
    if isinstance(value, yaml.SequenceNode) and value.value:
        return _in_brackets(body, file, value, entry) if value.flow_style else _below(body, value, entry)
    if isinstance(value, yaml.ScalarNode) and value.value and value.value not in {"~", "null"}:
        start, end = value.start_mark.index, value.end_mark.index
        return f"{body[:start]}[{body[start:end]}, {_word(entry, file)}]{body[end:]}"
    return _first(body, name, value, entry)


def _first(body: str, name: Any, value: Any, entry: str) -> str:
    """The first entry of a list that is empty: ``key:``, ``key: []`` or ``key: null``."""
    after = name.end_mark.index + body[name.end_mark.index :].index(":") + 1
    start, end = value.start_mark.index, value.end_mark.index
    body = f"{body[:start].rstrip(' ')}{body[end:]}" if end > start else body
    line = body.find("\n", after)
    line = len(body) if line < 0 else line
    return f"{body[:line]}\n{indented(entry, _INDENT).rstrip()}\n{body[line + 1 :]}"


def _below(body: str, value: Any, entry: str) -> str:
    lines = body.splitlines(keepends=True)
    end = _last_line(value.value[-1], lines)
    if not lines[end].endswith("\n"):
        lines[end] += "\n"
    made = indented(entry, " " * _dash(value.value[-1], lines))
    return "".join([*lines[: end + 1], made if made.endswith("\n") else f"{made}\n", *lines[end + 1 :]])


def _dash(node: Any, lines: list[str]) -> int:
    """The column of the ``-`` before ``node``, on its line or above it."""
    line: int = node.start_mark.line
    column: int = node.start_mark.column
    while "-" not in lines[line][:column]:
        line -= 1
        column = len(lines[line])
    return lines[line][:column].rindex("-")


def _last_line(node: Any, lines: list[str]) -> int:
    """The line on which the text of ``node`` ends: marks of nested nodes end where the next token starts."""
    end = node.end_mark
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        parts = last if isinstance(last, tuple) else (last,)
        return max([_last_line(part, lines) for part in parts])
    start: int = node.start_mark.line
    line: int = end.line if end.column or end.line == start else end.line - 1
    line = min(line, len(lines) - 1)
    while line > start and not lines[line].strip():
        line -= 1
    return line


def _in_brackets(body: str, file: str, value: Any, entry: str) -> str:
    end = value.value[-1].end_mark.index
    return f"{body[:end]}, {_word(entry, file)}{body[end:]}"


def _word(entry: str, file: str) -> str:
    word = entry.removeprefix("- ").strip()
    if "\n" in word or ":" in word:
        message = f"{file}: a list in brackets can't take a new entry; write its entries below each other first"
        raise DraftError(message)
    return word


def _is_added(before: str, after: str, key: str) -> bool:
    """Whether ``after`` says what ``before`` says, and one entry more under ``key``."""
    try:
        old, new = (yaml.load(text, Loader=yaml.CBaseLoader) or {} for text in (before, after))  # noqa: S506 - text alone
    except yaml.YAMLError:
        return False
    entries = new.get(key) if isinstance(new, dict) else None
    if not isinstance(entries, list) or not entries:
        return False
    kept = old.pop(key, None)
    if not isinstance(kept, list):
        kept = [] if kept is None or kept in ("", "~", "null") else [kept]
    return bool(kept == new.pop(key)[:-1] and old == new)
