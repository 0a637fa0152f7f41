"""What the YAML parser says, in an author's words."""

from __future__ import annotations

from typing import Any

import yaml

from builder.diagnostics import Diagnostic, Place

_QUOTE = "put the whole text in quotes, or start it on the next line after '>-'"
_SAID = (
    ("mapping values are not allowed", "a ': ' inside a text needs quotes", _QUOTE),
    ("found character '\\t'", "a tab can't indent", "indent with spaces"),
    ("found a tab character", "a tab can't indent", "indent with spaces"),
    ("found character that cannot start any token", "a text can't start with this sign", _QUOTE),
    ("did not find expected alphabetic", "a text that starts with '*', '&' or '!' needs quotes", _QUOTE),
    ("could not find expected ':'", "a key without ': '", "write 'key: value', and indent what follows a text"),
    ("found unexpected end of stream", "a quote or bracket is never closed", "close it"),
    ("found unexpected document indicator", "a quote or bracket is never closed", "close it"),
    ("did not find expected ',' or", "a list or mapping in brackets is not closed", "add the missing ',' or bracket"),
    ("did not find expected '-' indicator", "this line doesn't fit the list", "indent it like its neighbours"),
    ("did not find expected key", "this line doesn't fit its indent", "indent it like its neighbours"),
    ("did not find expected <document start>", "this line doesn't fit its indent", "indent it like its neighbours"),
    ("found undefined tag handle", "a text that starts with '!' needs quotes", _QUOTE),
    ("block sequence entries are not allowed", "a list can't start here", "start it on the next line"),
    ("found unknown escape character", "an unknown escape after '\\'", "use single quotes, or write '\\\\'"),
)


def syntax_finding(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Diagnostic:
    """The finding for what stopped the parser."""
    if isinstance(error, yaml.reader.ReaderError):
        return _unreadable(error, text, file, first_line)
    problem = str(getattr(error, "problem", None) or "not valid YAML")
    place = _place(error, file, first_line)
    for start, message, help_ in _SAID:
        if problem.startswith(start):
            return Diagnostic("yaml-syntax", message, place, help_)
    return Diagnostic("yaml-syntax", f"not valid YAML: {problem}", place, _QUOTE)


def _place(error: yaml.YAMLError, file: str, first_line: int) -> Place:
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Place(file, mark.line + first_line, mark.column + 1) if mark else Place(file)


def _unreadable(error: yaml.reader.ReaderError, text: str, file: str, first_line: int) -> Diagnostic:
    before = text.encode()[: max(error.position, 0)].decode(errors="ignore")
    line = before.count("\n") + first_line
    column = len(before) - (before.rfind("\n") + 1) + 1
    message = f"the control character {_name(error.character)} is not allowed"
    return Diagnostic("control-character", message, Place(file, line, column), "delete it")


def _name(character: object) -> str:
    number = character if isinstance(character, int) else ord(str(character)[:1] or "\0")
    return f"U+{number:04X}"
