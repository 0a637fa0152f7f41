"""What the files of a course hold, each by itself, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from builder.diagnostics import Diagnostic
from builder.model.base import Thing
from builder.model.lessons import Lesson
from builder.source.events import Parsed, read_yaml
from builder.source.kinds import Kind
from builder.source.lessons import read_lesson
from builder.source.validate import validate

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Translation:
    """A translated file, read but not yet laid over the course: ``tree`` for YAML, ``lesson`` for Markdown."""

    path: str
    language: str
    kind: Kind
    tree: Any = None
    lesson: Lesson | None = None


@dataclass(slots=True)
class Readings:
    """Every file's thing by its path, in sorted order; translations apart."""

    things: dict[str, Thing] = field(default_factory=dict)
    lessons: dict[str, Lesson] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    translations: list[Translation] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    whole: bool = True

    def take(self, path: str, text: str, kind: Kind, language: str) -> None:
        """Read the file at ``path``."""
        self.texts[path] = text
        if kind.name == "lesson":
            self._lesson(path, text, kind, language)
            return
        parsed = read_yaml(text, path)
        self.findings += parsed.findings
        if not parsed.whole:
            self.whole = False
        elif language:
            self.translations.append(Translation(path, language, kind, parsed.value))
        else:
            self._thing(path, text, parsed, kind)

    def of(self, model: type[T]) -> tuple[T, ...]:
        """The things of one kind, by path."""
        return tuple(thing for thing in self.things.values() if type(thing) is model)

    def _thing(self, path: str, text: str, parsed: Parsed, kind: Kind) -> None:
        checked = validate(kind.model, parsed, path, text)
        self.findings += checked.findings
        self.whole = self.whole and checked.whole
        if checked.thing is not None:
            self.things[path] = checked.thing

    def _lesson(self, path: str, text: str, kind: Kind, language: str) -> None:
        read = read_lesson(text, path, translated=bool(language))
        self.findings += read.findings
        self.whole = self.whole and read.whole
        if read.lesson is not None:
            if language:
                self.translations.append(Translation(path, language, kind, lesson=read.lesson))
            else:
                self.lessons[path] = read.lesson
