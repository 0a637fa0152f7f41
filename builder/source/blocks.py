"""The skeleton of a lesson's Markdown: headings with ids, and blocks ``/// name | id … ///`` at the top level.

The blocks' syntax is that of pymdownx.blocks; what stands between is kept as typed. Code fences are respected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from builder.diagnostics import Diagnostic, Place
from builder.model.lessons import BLOCK_NAMES
from builder.source.faults import suggestion

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_SLASHES = re.compile(r" {0,3}/{3,} *(.*?) *$")
_OPENING = re.compile(r"([\w-]+)(?: *\|(.*))?")
_HEADING = re.compile(r"(#{1,6})(?!#)[ \t]*(.*?)[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-+) *$")
_HEADING_ID = re.compile(r"[ \t]*\{:?[ \t]*#([^}\s]*)[ \t]*\}$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``title`` starts at ``column`` of ``line``; ``id`` is empty when the author gave none."""

    line: int
    level: int
    title: str
    column: int
    id: str
    id_column: int = 0


@dataclass(slots=True)
class Passage:
    """Lines of Markdown as (number, text): loose ones, or those of a block with its name and target."""

    line: int
    name: str = ""
    target: str = ""
    target_column: int = 0
    lines: list[tuple[int, str]] = field(default_factory=list)

    def trimmed(self) -> list[tuple[int, str]]:
        """The lines without blank ones at either end."""
        lines = self.lines
        start, end = 0, len(lines)
        while start < end and not lines[start][1].strip():
            start += 1
        while end > start and not lines[end - 1][1].strip():
            end -= 1
        return lines[start:end]


class Skeleton:
    """Reads lines into `Heading` and `Passage` values; what is wrong goes to ``findings``."""

    def __init__(self, file: str) -> None:
        """``file`` is the path for the findings' places."""
        self.file = file
        self.findings: list[Diagnostic] = []
        self._fence = ""
        self._passage = Passage(0)

    def read(self, lines: list[str], first_line: int) -> Iterator[Heading | Passage]:
        """The parts of ``lines`` in order; ``first_line`` is the number of the first one."""
        self._passage = Passage(first_line)
        for number, line in enumerate(lines, first_line):
            yield from self._line(number, line)
        if self._passage.name:
            self._unclosed(self._passage)
        yield self._passage

    def _line(self, number: int, line: str) -> Iterator[Heading | Passage]:
        if self._fenced(line):
            self._passage.lines.append((number, line))
        elif slashes := _SLASHES.fullmatch(line):
            yield from self._slashes(number, slashes[1], line)
        elif heading := self._heading(number, line):
            if self._passage.name:
                self._in_block(heading)
            else:
                yield self._passage
                yield heading
                self._passage = Passage(number + 1)
        else:
            self._passage.lines.append((number, line))

    def _fenced(self, line: str) -> bool:
        """Whether the line is part of fenced code, its fences included."""
        found = _FENCE.fullmatch(line)
        if self._fence:
            if found and found[1].startswith(self._fence) and not found[2].strip():
                self._fence = ""
            return True
        if found and not (found[1][0] == "`" and "`" in found[2]):
            self._fence = found[1]
            return True
        return False

    def _slashes(self, number: int, rest: str, line: str) -> Iterator[Heading | Passage]:
        if not rest:
            if not self._passage.name:
                self._note(
                    "unclosed-block", "no block is open here", (number, 1), "remove the line, or open a block above"
                )
                return
            yield self._passage
            self._passage = Passage(number + 1)
            return
        if self._passage.name:
            self._unclosed(self._passage)
        yield self._passage
        self._passage = self._opened(number, rest, line)

    def _opened(self, number: int, rest: str, line: str) -> Passage:
        found = _OPENING.fullmatch(rest)
        name = found[1] if found else rest.partition("|")[0].strip()
        target = (found[2] or "").strip() if found else ""
        if name not in BLOCK_NAMES:
            column = line.find(name) + 1
            message = f"there is no block '{name[:40]}'"
            self._note("unknown-block", message, (number, column), suggestion(name, BLOCK_NAMES), len(name))
        return Passage(number, name, target, line.rfind(target) + 1 if target else 0)

    def _heading(self, number: int, line: str) -> Heading | None:
        found = _HEADING.fullmatch(line)
        if not found:
            return self._underlined(number, line)
        title = found[2].rstrip("#").rstrip() if not found[2].endswith("}") else found[2]
        id_ = _HEADING_ID.search(title)
        name = title[: id_.start()] if id_ else title
        id_column = found.start(2) + id_.start(1) + 1 if id_ else 0
        return Heading(number, len(found[1]), name, found.start(2) + 1, id_[1] if id_ else "", id_column)

    def _underlined(self, number: int, line: str) -> Heading | None:
        """A heading of the other kind, title over ``===`` or ``---``: taken out of the passage it ends."""
        lines = self._passage.lines
        if not (_UNDERLINE.fullmatch(line) and lines and lines[-1][1].strip()):
            return None
        if len(lines) > 1 and lines[-2][1].strip():
            return None
        _, title = lines.pop()
        id_ = _HEADING_ID.search(title.rstrip())
        name = title.rstrip()[: id_.start()] if id_ else title.rstrip()
        id_column = id_.start(1) + 1 if id_ else 0
        return Heading(number - 1, 1 if line[0] == "=" else 2, name, 1, id_[1] if id_ else "", id_column)

    def _unclosed(self, passage: Passage) -> None:
        self._note(
            "unclosed-block",
            f"the block '{passage.name}' is never closed",
            (passage.line, 1),
            "end it with a line '///'",
        )

    def _in_block(self, heading: Heading) -> None:
        message = f"a heading inside the block '{self._passage.name}'"
        self._note("heading-in-block", message, (heading.line, 1), "use **bold** there, or close the block first")

    def _note(self, code: str, message: str, at: tuple[int, int], help_: str, length: int = 1) -> None:
        self.findings.append(Diagnostic(code, message, Place(self.file, *at), help_, length))
