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
_NEW_LOCATED = str.__new__
_NEW_TUPLE = tuple.__new__
_UNKEPT = "\0"
"""Stands for a key whose value is not kept."""


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

    What is empty or ``null`` is left out: list entries when nothing was typed, values of keys also when it was quoted.
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
    """An open mapping (``fields`` is its own) or list (``fields`` and ``key`` are of the mapping around it).

    ``waiting`` says whether ``key`` waits for its value. A frame is used again for whatever opens at its depth.
    """

    __slots__ = ("fields", "is_mapping", "key", "value", "waiting")

    value: Any
    fields: dict[str, tuple[int, int]]
    key: str
    is_mapping: bool
    waiting: bool


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
        self.frames = [_Frame() for _ in range(MAX_DEPTH + 1)]
        self.depth = 0
        self.frame = self._pushed(0, [], {}, "")
        self.root_list: list[Any] = self.frame.value

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
        self.root = self.root_list[0] if self.root_list else None

    def stop(self, finding: Diagnostic) -> None:
        """Note what ends the reading."""
        self.findings.append(finding)
        self.whole = False

    def _at(self, event: Any) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line + self.first_line, mark.column + 1

    def _note(self, code: str, message: str, at: tuple[int, int], help_: str, length: int = 1) -> None:
        self.findings.append(Diagnostic(code, message, Place(self.file, *at), help_, length))

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if self.skipping:
            return
        frame = self.frame
        value: str = event.value
        mark = event.start_mark
        at = (mark.line + self.first_line, mark.column + 1)
        if not frame.is_mapping:
            self._entry(frame, value, event.style, at)
        elif frame.waiting:
            self._value(frame, value, event.style, at)
        else:
            frame.waiting = True
            frame.key = value if value not in frame.fields else self._repeated(value, at)
            if event.style == '"' and _FORBIDDEN.search(value):
                self._control(value, at)
                frame.key = _UNKEPT

    def _entry(self, frame: _Frame, value: str, style: str, at: tuple[int, int]) -> None:
        """Append a scalar to an open list."""
        if style:
            value, at = self._quoted(value, style, at)
        elif value in _MISSING:
            return
        frame.fields[f"{frame.key}[{len(frame.value)}]"] = at
        located = _NEW_LOCATED(Located, value)
        located.place = _NEW_TUPLE(Place, (self.file, *at))
        frame.value.append(located)

    def _value(self, frame: _Frame, value: str, style: str, at: tuple[int, int]) -> None:
        """Put a scalar under the key that waits for it."""
        frame.waiting = False
        key = frame.key
        if key is _UNKEPT:
            return
        if not value.strip() if style else value in _MISSING:
            frame.fields[key] = at
            self.empty.append((frame.value, key))
            return
        if style:
            value, at = self._quoted(value, style, at)
        frame.fields[key] = at
        located = _NEW_LOCATED(Located, value)
        located.place = _NEW_TUPLE(Place, (self.file, *at))
        frame.value[key] = located

    def _quoted(self, value: str, style: str, at: tuple[int, int]) -> tuple[str, tuple[int, int]]:
        """A quoted or block scalar, and where its first character stands."""
        line, column = at
        if style in "|>":
            return value, self._block_start(line)
        if style == '"' and _FORBIDDEN.search(value):
            self._control(value, (line, column + 1))
            value = _FORBIDDEN.sub("", value)
        return value, (line, column + 1)

    def _repeated(self, key: str, at: tuple[int, int]) -> str:
        self._note("duplicate-key", f"'{key}' stands twice here", at, "keep one of the two", max(1, len(key)))
        return _UNKEPT

    def _control(self, text: str, at: tuple[int, int]) -> None:
        self.findings.append(control_character(text, Place(self.file, *at)))

    def _add(self, frame: _Frame, value: Any, at: tuple[int, int]) -> None:
        """Put ``value`` (None: nothing was typed) into the open mapping or list."""
        if not frame.is_mapping:
            if value is not None:
                frame.value.append(value)
            return
        key = frame.key
        frame.waiting = False
        if key is _UNKEPT:
            return
        frame.fields[key] = at
        if value is None:
            self.empty.append((frame.value, key))
        else:
            frame.value[key] = value

    def _mapping(self, event: Any) -> None:
        if event.flow_style and not self.skipping and self.text.startswith("{{", event.start_mark.index):
            self._unquoted_value(self._at(event))
            return
        frame = self._opened(event)
        if frame:
            at = self._at(event)
            fields: dict[str, tuple[int, int]] = {}
            place = _NEW_TUPLE(Place, (self.file, *at))
            value = {PLACE_KEY: _NEW_TUPLE(Places, (place, fields))}
            self._add(frame, value, at)
            self.depth += 1
            self.frame = self._pushed(self.depth, value, fields, "")

    def _sequence(self, event: Any) -> None:
        frame = self._opened(event)
        if frame:
            value: list[Any] = []
            self._add(frame, value, self._at(event))
            self.depth += 1
            self.frame = self._pushed(self.depth, value, frame.fields, frame.key)

    def _pushed(self, depth: int, value: Any, fields: dict[str, tuple[int, int]], key: str) -> _Frame:
        frame = self.frames[depth]
        frame.value = value
        frame.fields = fields
        frame.key = key
        frame.is_mapping = type(value) is dict
        frame.waiting = False
        return frame

    def _opened(self, event: Any) -> _Frame | None:
        """The frame that the starting mapping or list goes into; None when it is skipped or refused."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if self.depth + self.skipping >= MAX_DEPTH:
            place = Place(self.file, *self._at(event))
            self.stop(
                Diagnostic("yaml-depth", f"nested more than {MAX_DEPTH} deep", place, "check the indent and brackets")
            )
            return None
        if self.skipping:
            self.skipping += 1
            return None
        frame = self.frame
        if frame.is_mapping and not frame.waiting:
            self._note("yaml-syntax", "a key must be plain text", self._at(event), "put the text in quotes")
            frame.key, frame.waiting = _UNKEPT, True
            self.skipping = 1
            return None
        return frame

    def _end(self, _event: Event) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            self.depth -= 1
            self.frame = self.frames[self.depth]

    def _unquoted_value(self, at: tuple[int, int]) -> None:
        message = "a text that starts with '{{' needs quotes"
        self._note("yaml-syntax", message, at, 'write "{{ … }}" in quotes', 2)
        frame = self.frame
        if frame.is_mapping and not frame.waiting:
            frame.key, frame.waiting = _UNKEPT, True
        else:
            self._add(frame, Located("…", Place(self.file, *at)), at)
        self.skipping = 1

    def _alias(self, event: Any) -> None:
        at = self._at(event)
        help_ = "write the text out, or put a text that starts with '*' in quotes"
        self._note("yaml-alias", f"alias '*{event.anchor}' is not allowed", at, help_)
        frame = self.frame
        if self.skipping:
            return
        if frame.is_mapping and not frame.waiting:
            frame.key, frame.waiting = _UNKEPT, True
        else:
            self._add(frame, Located("…", Place(self.file, *at)), at)

    def _refuse_marks(self, event: Any) -> None:
        at = self._at(event)
        if event.anchor is not None:
            help_ = "remove it, or put a text that starts with '&' in quotes"
            self._note("yaml-alias", f"anchor '&{event.anchor}' is not allowed", at, help_)
        if event.tag is not None:
            help_ = "remove it, or put a text that starts with '!' in quotes"
            self._note("yaml-tag", f"tag '{event.tag}' is not allowed", at, help_)

    def _document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            help_ = "split the file, or remove the line '---'"
            place = Place(self.file, *self._at(event))
            self.stop(Diagnostic("yaml-syntax", "a second document starts here", place, help_, 3))

    def _block_start(self, line: int) -> tuple[int, int]:
        """Where the first character of a block text stands whose ``|`` or ``>`` is on ``line`` of the file."""
        if self.lines is None:
            self.lines = self.text.split("\n")
        for number in range(line - self.first_line + 1, len(self.lines)):
            text = self.lines[number]
            bare = text.lstrip(" ")
            if bare:
                return number + self.first_line, len(text) - len(bare) + 1
        return line, 1


def control_character(text: str, place: Place) -> Diagnostic:
    """The finding for the first character in ``text`` that no output format can hold."""
    found = _FORBIDDEN.search(text)
    name = f"U+{ord(found[0]):04X}" if found else ""
    return Diagnostic("control-character", f"the control character {name} is not allowed", place, "delete it")


def first_control(text: str) -> int:
    """The index of the first character that no output format can hold, or -1."""
    found = _FORBIDDEN.search(text)
    return found.start() if found else -1
