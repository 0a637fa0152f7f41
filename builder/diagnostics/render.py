"""Findings as people and machines read them: ``text`` with a caret, ``short`` one a line, ``github`` annotations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from builder.diagnostics.codes import severity_of
from builder.diagnostics.diagnostic import Diagnostic, Severity

Format = Literal["text", "short", "github"]
FORMATS: tuple[Format, ...] = get_args(Format)
LINE_WIDTH = 100
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, by file, line and column."""
    return tuple(sorted(set(findings), key=lambda f: (f.place, f.code, f.message, f.help)))


def render(findings: Iterable[Diagnostic], texts: Mapping[str, str], style: Format = "text") -> str:
    """All ``findings`` in order, without a line end after the last; ``texts`` gives the lines to quote, by file."""
    ordered = in_order(findings)
    match style:
        case "text":
            return "\n\n".join(_text(finding, texts) for finding in ordered)
        case "short":
            return "\n".join(_short(finding) for finding in ordered)
        case "github":
            return "\n".join(_github(finding) for finding in ordered)


def count(findings: Iterable[Diagnostic]) -> str:
    """How many there are, by weight: ``2 errors, 1 warning``; ``no findings``."""
    weights = [severity_of(finding.code) for finding in in_order(findings)]
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    parts = [f"{n} {name}{'s' if n > 1 else ''}" for weight, name in names.items() if (n := weights.count(weight))]
    return ", ".join(parts) or "no findings"


def printable(text: str) -> str:
    """``text`` on one line, without characters that move a terminal's cursor or turn the direction of the text."""
    return _UNPRINTABLE.sub(lambda found: " " if found[0] in "\t\n\r" else "\N{REPLACEMENT CHARACTER}", text)


def _text(finding: Diagnostic, texts: Mapping[str, str]) -> str:
    lines = [f"{severity_of(finding.code)}[{finding.code}]: {printable(finding.message)}"]
    gutter = " " * len(str(finding.place.line or ""))
    if finding.place.file:
        lines.append(f"{gutter}--> {printable(str(finding.place))}")
    source = _source_line(finding, texts)
    if source is not None:
        shown, before, under = _window(source, max(finding.place.column, 1) - 1, finding.length)
        caret = " " * _width(before) + "^" * max(_width(under), 1)
        lines += [f"{gutter} |", f"{finding.place.line} | {shown}".rstrip(), f"{gutter} | {caret}"]
    if finding.help:
        lines.append(f"{gutter} = help: {printable(finding.help)}")
    return "\n".join(lines)


def _source_line(finding: Diagnostic, texts: Mapping[str, str]) -> str | None:
    text = texts.get(finding.place.file)
    if text is None or not finding.place.line:
        return None
    lines = text.split("\n")
    return printable(lines[finding.place.line - 1]) if finding.place.line <= len(lines) else None


def _window(line: str, at: int, length: int) -> tuple[str, str, str]:
    """The part of ``line`` around ``at`` that fits, what stands there before the mark, and what is marked."""
    at = min(at, len(line))
    start = 0 if len(line) <= LINE_WIDTH else max(0, min(at - LINE_WIDTH // 3, len(line) - LINE_WIDTH))
    end = min(len(line), start + LINE_WIDTH)
    left, right = "…" * (start > 0), "…" * (end < len(line))
    return left + line[start:end] + right, left + line[start:at], line[at : min(at + length, end)]


def _width(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _short(finding: Diagnostic) -> str:
    where = f"{printable(str(finding.place))}: " if finding.place.file else ""
    return f"{where}{severity_of(finding.code)}[{finding.code}] {printable(finding.message)}"


def _github(finding: Diagnostic) -> str:
    place = finding.place
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": finding.code}
    given = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items() if value)
    message = finding.message + (f"; {finding.help}" if finding.help else "")
    return f"::{_GITHUB_LEVEL[severity_of(finding.code)]} {given}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """``text`` as a workflow command holds it: control characters and separators as %XX."""
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return printable(text)
