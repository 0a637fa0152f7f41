"""Lessons: a Markdown file into front matter, sections and blocks, each text with its exact place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pydantic import Field

from builder.diagnostics import Diagnostic, Place
from builder.model.lessons import (
    ActivityBlock,
    AudienceBlock,
    Callout,
    CheckBlock,
    FrontMatter,
    Lesson,
    LessonBlock,
    ProseBlock,
    ScenarioBlock,
    Section,
    WorksheetBlock,
)
from builder.model.text import ID_LENGTH, ID_PATTERN, Id, Line, Prose
from builder.source.blocks import Heading, Passage, Skeleton
from builder.source.events import control_character, first_control, read_yaml
from builder.source.validate import validate

_TARGETED = frozenset({"check", "worksheet", "scenario", "activity"})
_ID = re.compile(ID_PATTERN)
_LEVELS = (2, 3)


@dataclass(slots=True)
class ReadLesson:
    """A lesson (None when its head can't be read) with its findings; ``whole`` is False when something is lost."""

    lesson: Lesson | None
    findings: list[Diagnostic] = field(default_factory=list)
    whole: bool = True


class _TranslatedHead(FrontMatter):
    """The front matter of a translation: ids and texts, what is no text may be left to the original."""

    minutes: int = Field(default=1, ge=1, le=120)


def read_lesson(text: str, file: str, *, translated: bool = False) -> ReadLesson:
    """Read a lesson file: front matter between two lines ``---``, then Markdown with blocks."""
    lines = text.split("\n")
    end = _head_end(lines)
    if end is None:
        return ReadLesson(None, [_no_head(lines, file)], whole=False)
    parsed = read_yaml("\n".join(lines[1:end]), file, 2)
    checked = validate(_TranslatedHead if translated else FrontMatter, parsed, file, text)
    findings = [*parsed.findings, *(checked.findings if parsed.whole else ())]
    sections = _Sections(file)
    sections.read(lines[end + 1 :], end + 2)
    findings += sections.findings
    whole = parsed.whole and checked.whole
    if not parsed.whole or checked.thing is None:
        return ReadLesson(None, findings, whole=False)
    head = {name: getattr(checked.thing, name) for name in FrontMatter.model_fields}
    lesson = Lesson.model_construct(**head, file=file, sections=tuple(sections.done()))
    return ReadLesson(lesson, findings, whole)


def _head_end(lines: list[str]) -> int | None:
    if lines[0].rstrip() != "---":
        return None
    return next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), None)


def _no_head(lines: list[str], file: str) -> Diagnostic:
    if lines[0].rstrip() == "---":
        return Diagnostic(
            "front-matter", "the front matter is never closed", Place(file, 1, 1), "add a line '---' after it", 3
        )
    help_ = "start the file with '---', then 'id:', 'title:', 'minutes:', then '---'"
    return Diagnostic("front-matter", "the file doesn't start with front matter", Place(file, 1, 1), help_)


class _Sections:
    """Collects headings and passages into sections."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Diagnostic] = []
        self._sections: list[Section] = []
        self._head: Heading | None = None
        self._blocks: list[LessonBlock] = []
        self._level = 1

    def read(self, lines: list[str], first_line: int) -> None:
        """Take all parts of ``lines``."""
        for number, line in enumerate(lines, first_line):
            if (at := first_control(line)) >= 0:
                self.findings.append(control_character(line, Place(self.file, number, at + 1)))
        skeleton = Skeleton(self.file)
        for part in skeleton.read(lines, first_line):
            if isinstance(part, Heading):
                self._close()
                self._open(part)
            else:
                self._passage(part)
        self._close()
        self.findings = sorted([*self.findings, *skeleton.findings], key=lambda f: f.place)

    def done(self) -> list[Section]:
        """The sections in order."""
        return self._sections

    def _note(self, code: str, message: str, at: tuple[int, int], help_: str, length: int = 1) -> None:
        self.findings.append(Diagnostic(code, message, Place(self.file, *at), help_, max(1, length)))

    def _open(self, heading: Heading) -> None:
        at = (heading.line, heading.column)
        if not heading.id:
            slug = re.sub(r"[^a-z0-9]+", "-", heading.title.lower()).strip("-")[:ID_LENGTH].strip("-") or "an-id"
            help_ = f"add an id that no other heading of the course has, such as {{#{slug}}}"
            self._note("heading-without-id", "this heading has no id", at, help_, len(heading.title))
        if heading.level not in _LEVELS or heading.level > self._level + 1:
            help_ = "use '## ' for sections and '### ' below them"
            self._note(
                "heading-level", f"a heading of level {heading.level} can't stand here", (heading.line, 1), help_
            )
        self._level = max(2, heading.level)
        self._head = heading

    def _close(self) -> None:
        head = self._head
        if head is None:
            if self._blocks:
                place = Place(self.file, 1, 1)
                self._sections.append(Section(Id("", place), Line("", place), 0, tuple(self._blocks), place))
        else:
            place = Place(self.file, head.line, 1)
            title = Line(head.title, Place(self.file, head.line, head.column))
            level = min(max(head.level, 2), 3)
            self._sections.append(Section(self._heading_id(head), title, level, tuple(self._blocks), place))
        self._blocks = []

    def _heading_id(self, head: Heading) -> Id:
        stand_in = f"heading-{head.line}"
        return self._id(head.id, head.line, head.id_column, stand_in) if head.id else Id(stand_in)

    def _id(self, text: str, line: int, column: int, stand_in: str) -> Id:
        place = Place(self.file, line, column)
        if len(text) <= ID_LENGTH and _ID.fullmatch(text):
            return Id(text, place)
        help_ = f"use small letters, digits and single hyphens, at most {ID_LENGTH}"
        self._note("bad-id", f"'{text[:60]}' is not an id", (line, column), help_, len(text))
        return Id(stand_in, place)

    def _passage(self, passage: Passage) -> None:
        lines = passage.trimmed()
        if passage.name in _TARGETED:
            self._targeted(passage, lines)
            return
        if passage.target:
            message = f"the block '{passage.name}' takes no id"
            self._note("block-target", message, (passage.line, passage.target_column), "remove it", len(passage.target))
        if not lines:
            if passage.name:
                self._note(
                    "block-target",
                    f"the block '{passage.name}' is empty",
                    (passage.line, 1),
                    "write its text, or remove it",
                )
            return
        number, first = lines[0]
        column = len(first) - len(first.lstrip()) + 1
        source = "\n".join(text for _, text in lines)[column - 1 :]
        self._blocks.append(_block(passage.name, Prose(source, Place(self.file, number, column))))

    def _targeted(self, passage: Passage, lines: list[tuple[int, str]]) -> None:
        if lines:
            message = f"text inside the block '{passage.name}' would be lost"
            self._note("block-target", message, (lines[0][0], 1), "move it above or below the block")
        if not passage.target:
            message = f"the block '{passage.name}' names nothing to show"
            self._note("block-target", message, (passage.line, 1), f"write '/// {passage.name} | <id>'", 3)
            return
        target = self._id(passage.target, passage.line, passage.target_column, "")
        if target:
            self._blocks.append(_shown(passage.name, target))


def _shown(name: str, target: Id) -> LessonBlock:
    match name:
        case "check":
            return CheckBlock(target, target.place)
        case "worksheet":
            return WorksheetBlock(target, target.place)
        case "scenario":
            return ScenarioBlock(target, target.place)
        case _:
            return ActivityBlock(target, target.place)


def _block(name: str, text: Prose) -> LessonBlock:
    match name:
        case "situation" | "badly" | "well":
            return Callout(name, text)
        case "facilitator" | "leaders":
            return AudienceBlock(name, text)
        case _:
            return ProseBlock(text)
