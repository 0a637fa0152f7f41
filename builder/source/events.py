"""YAML into plain trees: texts as typed, each with its place.

PyYAML's C parser gives events; the tree is built here with a stack of our own, because composing recurses in C and
a file of brackets would end the process. Aliases, anchors, tags and depth beyond 50 are findings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.diagnostics import Diagnostic, Place, Places
from builder.model.base import PLACE_KEY
from builder.model.text import Located
from builder.source.syntax import syntax_finding

MAX_DEPTH = 50
_MISSING = frozenset({"", "~", "null", "Null", "NULL"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_IGNORED = Located("")


@dataclass(slots=True)
class Parsed:
    """What a file holds: a tree of dicts, lists and `Located`; ``whole`` is False when reading had to stop.

    ``empty`` are the keys without a value, which the tree leaves out, each with the mapping it stands in.
    """

    value: Any = None
    findings: list[Diagnostic] = field(default_factory=list)
    empty: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    whole: bool = True


def read_yaml(text: str, file: str, first_line: int = 1) -> Parsed:
    """Read one YAML document; ``first_line`` is the line of ``file`` on which ``text`` starts.

    Mappings are dicts that carry their `Places` under ``PLACE_KEY``. Never raises, whatever the text.
    """
    tree = _Tree(text, file, first_line)
    try:
        parser: Any = CParser(text)
        try:
            tree.take(parser)
        finally:
            parser.dispose()
    except yaml.YAMLError as error:
        tree.stop(syntax_finding(error, text, file, first_line))
    return Parsed(tree.root, tree.findings, tree.empty, tree.whole)


class _Frame:
    """An open mapping (``fields`` is its own) or list (``fields`` and ``name`` are of the mapping around it)."""

    __slots__ = ("fields", "key", "name", "value")

    def __init__(self, value: dict[str, Any] | list[Any], fields: dict[str, tuple[int, int]], name: str) -> None:
        self.value = value
        self.fields = fields
        self.name = name
        self.key: str | None = None


class _Tree:
    """The stack, and what came of it."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.root: Any = None
        self.findings: list[Diagnostic] = []
        self.empty: list[tuple[dict[str, Any], str]] = []
        self.whole = True
        self.text = text
        self.file = file
        self.first_line = first_line
        self.lines: list[str] | None = None
        self.documents = 0
        self.skipping = 0
        root: list[Any] = []
        self.stack = [_Frame(root, {}, "")]

    def take(self, parser: Any) -> None:
        """Take the parser's events until it or the tree ends."""
        steps = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._mapping,
            SequenceStartEvent: self._sequence,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        get_event = parser.get_event
        while self.whole and (event := get_event()) is not None:
            step = steps.get(type(event))
            if step:
                step(event)
        values = self.stack[0].value
        self.root = values[0] if isinstance(values, list) and values else None

    def stop(self, finding: Diagnostic) -> None:
        """Note what ends the reading."""
        self.findings.append(finding)
        self.whole = False

    def _place(self, event: Event) -> Place:
        mark: Any = event.start_mark
        return Place(self.file, mark.line + self.first_line, mark.column + 1)

    def _scalar(self, event: Any) -> None:
        frame = self.stack[-1]
        value: str = event.value
        mark = event.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        style = event.style
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if self.skipping:
            return
        if frame.key is None and type(frame.value) is dict:
            self._key(frame, value, Place(self.file, line, column))
            return
        if style:
            if style in "|>":
                line, column = self._block_start(mark.line)
            else:
                column += 1
            if style == '"' and _FORBIDDEN.search(value):
                self.findings.append(control_character(value, Place(self.file, line, column)))
                value = _FORBIDDEN.sub("", value)
        elif value in _MISSING:
            self._add(frame, None, (line, column))
            return
        self._add(frame, Located(value, Place(self.file, line, column)), (line, column))

    def _key(self, frame: _Frame, key: str, place: Place) -> None:
        if key in frame.fields:
            self.findings.append(
                Diagnostic("duplicate-key", f"'{key}' stands twice here", place, "keep one of the two", len(key))
            )
            key = "\0duplicate"
        elif _FORBIDDEN.search(key):
            self.findings.append(control_character(key, place))
            key = "\0duplicate"
        frame.key = key
        frame.name = key

    def _add(self, frame: _Frame, value: Any, at: tuple[int, int]) -> None:
        into = frame.value
        if type(into) is dict:
            key = frame.key
            frame.key = None
            if key is None or key[:1] == "\0":
                return
            frame.fields[key] = at
            if value is None:
                self.empty.append((into, key))
            else:
                into[key] = value
        elif value is not None:
            if type(value) is Located:
                frame.fields[f"{frame.name}[{len(into)}]"] = at
            into.append(value)  # type: ignore[union-attr]  # not a dict, so a list

    def _mapping(self, event: Any) -> None:
        place = self._place(event)
        if event.flow_style and self.text.startswith("{{", event.start_mark.index) and not self.skipping:
            self._unquoted_value(place)
            return
        fields: dict[str, tuple[int, int]] = {}
        self._open(event, {PLACE_KEY: Places(place, fields)}, fields)

    def _sequence(self, event: Any) -> None:
        self._open(event, [], self.stack[-1].fields)

    def _open(self, event: Any, value: dict[str, Any] | list[Any], fields: dict[str, tuple[int, int]]) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if self.skipping:
            self.skipping += 1
            return
        place = self._place(event)
        frame = self.stack[-1]
        if len(self.stack) > MAX_DEPTH:
            self.stop(
                Diagnostic("yaml-depth", f"nested more than {MAX_DEPTH} deep", place, "check the indent and brackets")
            )
            return
        if type(frame.value) is dict and frame.key is None:
            self.findings.append(Diagnostic("yaml-syntax", "a key must be plain text", place, "put the text in quotes"))
            frame.key = "\0skipped"
            self.skipping = 1
            return
        self._add_open(frame, value, place)
        self.stack.append(_Frame(value, fields, frame.name))

    def _add_open(self, frame: _Frame, value: Any, place: Place) -> None:
        self._add(frame, value, (place.line, place.column))

    def _end(self, _event: Event) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        self.stack.pop()

    def _unquoted_value(self, place: Place) -> None:
        self.findings.append(
            Diagnostic(
                "yaml-syntax", "a text that starts with '{{' needs quotes", place, 'write "{{ … }}" in quotes', 2
            )
        )
        frame = self.stack[-1]
        self._add(frame, Located("…", place), (place.line, place.column))
        self.skipping = 1

    def _alias(self, event: Any) -> None:
        place = self._place(event)
        help_ = "write the text out, or put a text that starts with '*' in quotes"
        self.findings.append(Diagnostic("yaml-alias", f"alias '*{event.anchor}' is not allowed", place, help_))
        if not self.skipping:
            frame = self.stack[-1]
            if frame.key is None and type(frame.value) is dict:
                frame.key = "\0skipped"
            else:
                self._add(frame, Located("…", place), (place.line, place.column))

    def _refuse_marks(self, event: Any) -> None:
        place = self._place(event)
        if event.anchor is not None:
            help_ = "remove it, or put a text that starts with '&' in quotes"
            self.findings.append(Diagnostic("yaml-alias", f"anchor '&{event.anchor}' is not allowed", place, help_))
        if event.tag is not None:
            help_ = "remove it, or put a text that starts with '!' in quotes"
            self.findings.append(Diagnostic("yaml-tag", f"tag '{event.tag}' is not allowed", place, help_))

    def _document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            help_ = "split the file, or remove the line '---'"
            self.stop(Diagnostic("yaml-syntax", "a second document starts here", self._place(event), help_, 3))

    def _block_start(self, line: int) -> tuple[int, int]:
        """Where the first character of a block text stands whose ``|`` or ``>`` is on ``line``."""
        if self.lines is None:
            self.lines = self.text.split("\n")
        for number in range(line + 1, len(self.lines)):
            text = self.lines[number]
            bare = text.lstrip(" ")
            if bare:
                return number + self.first_line, len(text) - len(bare) + 1
        return line + self.first_line, 1


def control_character(text: str, place: Place) -> Diagnostic:
    """The finding for the first character in ``text`` that no output format can hold."""
    found = _FORBIDDEN.search(text)
    name = f"U+{ord(found[0]):04X}" if found else ""
    return Diagnostic("control-character", f"the control character {name} is not allowed", place, "delete it")


def first_control(text: str) -> int:
    """The index of the first character that no output format can hold, or -1."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else -1
