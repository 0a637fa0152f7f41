"""What the files of a course hold, each by itself, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from builder.diagnostics import Diagnostic
from builder.model.base import Thing
from builder.model.lessons import Lesson
from builder.source.events import Parsed, read_yaml
from builder.source.kinds import Kind
from builder.source.lessons import read_lesson
from builder.source.pictures import read_picture
from builder.source.validate import validate

if TYPE_CHECKING:
    from collections.abc import Collection

    from builder.model.edition import PictureFile

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

    def absorb(self, other: Readings) -> None:
        """Take over all that ``other`` has read."""
        self.things |= other.things
        self.lessons |= other.lessons
        self.texts |= other.texts
        self.translations += other.translations
        self.findings += other.findings
        self.whole = self.whole and other.whole

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


@dataclass(slots=True)
class Memory:
    """What the files of a course held when they were last read: an unchanged one isn't read again."""

    _known: dict[str, Readings] = field(default_factory=dict)
    _pictures: dict[str, tuple[bytes, tuple[PictureFile, tuple[Diagnostic, ...]]]] = field(default_factory=dict)

    def reading(self, path: str, text: str, kind: Kind, language: str) -> Readings:
        """What the file at ``path`` holds; its kind and language are its path's."""
        known = self._known.get(path)
        if known is None or known.texts[path] != text:
            known = self._known[path] = Readings()
            known.take(path, text, kind, language)
        return known

    def picture(self, path: str, data: bytes) -> tuple[PictureFile, tuple[Diagnostic, ...]]:
        """The picture at ``path``, and what is wrong with it."""
        known = self._pictures.get(path)
        if known is None or known[0] != data:
            known = self._pictures[path] = (data, read_picture(path, data))
        return known[1]

    def forget_all_but(self, paths: Collection[str]) -> None:
        """Drop what is no longer among ``paths``."""
        self._known = {path: known for path, known in self._known.items() if path in paths}
        self._pictures = {path: known for path, known in self._pictures.items() if path in paths}
