"""Translations: texts of another language put over the first language's, by text key, and lessons by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builder.diagnostics import Diagnostic
from builder.model.course import Course, Module
from builder.model.lessons import (
    ActivityBlock,
    AudienceBlock,
    Callout,
    CheckBlock,
    Lesson,
    LessonBlock,
    ProseBlock,
    ScenarioBlock,
    WorksheetBlock,
)
from builder.model.text import Text
from builder.model.walk import map_texts

_NO_TEXTS: Mapping[str, Text] = MappingProxyType({})
_NO_LESSONS: Mapping[str, Lesson] = MappingProxyType({})


def translated(course: Course, language: str) -> tuple[Course, tuple[Diagnostic, ...]]:
    """``course`` with the texts of ``language`` in place of the first language's, unrendered.

    A text without a translation stays, and is a finding unless it has no words of its own (a number, a value).
    """
    texts = course.overlays.get(language, _NO_TEXTS)
    lessons = course.overlay_lessons.get(language, _NO_LESSONS)
    findings: list[Diagnostic] = []

    def change(key: str, text: Text) -> Text:
        other = texts.get(key)
        if other is not None:
            return type(text)(other.source, other.place)
        if _has_words(text.source) and not _is_name(key):
            help_ = f"add it to the file '{_beside(text.place.file, language)}'"
            findings.append(Diagnostic("missing-translation", f"no {language} text for '{key}'", text.place, help_))
        return text

    modules = tuple(_module(module, lessons, language, findings) for module in course.modules)
    bare = course.model_copy(update={"modules": tuple(m.model_copy(update={"lesson_files": ()}) for m in modules)})
    over = map_texts(bare, change)
    whole = over.model_copy(
        update={
            "modules": tuple(
                module.model_copy(update={"lesson_files": with_lessons.lesson_files})
                for module, with_lessons in zip(over.modules, modules, strict=True)
            )
        }
    )
    return whole, tuple(findings)


def _module(module: Module, lessons: Mapping[str, Lesson], language: str, findings: list[Diagnostic]) -> Module:
    return module.model_copy(
        update={
            "lesson_files": tuple(_lesson(one, lessons.get(one.id), language, findings) for one in module.lesson_files)
        }
    )


def _lesson(lesson: Lesson, other: Lesson | None, language: str, findings: list[Diagnostic]) -> Lesson:
    if other is None:
        help_ = f"add the file '{_beside(lesson.file, language)}'"
        findings.append(
            Diagnostic("missing-translation", f"lesson '{lesson.id}' is not in {language}", lesson.places.start, help_)
        )
        return lesson
    mine, theirs = list(_skeleton(lesson)), list(_skeleton(other))
    if mine != theirs:
        at = next(
            (n for n, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs))
        )
        wanted = f"put {mine[at]} here" if at < len(mine) else f"take {theirs[at]} away"
        findings.append(
            Diagnostic(
                "translation-skeleton",
                f"'{lesson.id}' has other headings or blocks in {language}",
                other.places.start,
                wanted,
            )
        )
        return lesson
    commitment = lesson.commitment
    if commitment is not None and other.commitment is not None:
        texts = {name: getattr(other.commitment, name) for name in ("cue", "act", "partner", "date")}
        commitment = commitment.model_copy(update=texts)
    changed = {"title": other.title, "summary": other.summary, "sections": other.sections, "commitment": commitment}
    return lesson.model_copy(update=changed)


def _skeleton(lesson: Lesson) -> Iterator[str]:
    """What has to be the same in every language: headings by level and id, blocks by name and target."""
    for section in lesson.sections:
        if section.level:
            yield f"'{'#' * section.level} … {{#{section.id}}}'"
        yield from (f"'{named}'" for block in section.blocks if (named := _named(block)))


def _named(block: LessonBlock) -> str:
    match block:
        case ProseBlock():
            return ""
        case Callout(kind=kind) | AudienceBlock(kind=kind):
            return f"/// {kind}"
        case CheckBlock(target=target):
            return f"/// check | {target}"
        case WorksheetBlock(target=target):
            return f"/// worksheet | {target}"
        case ScenarioBlock(target=target):
            return f"/// scenario | {target}"
        case ActivityBlock(target=target):
            return f"/// activity | {target}"


def _has_words(source: str) -> bool:
    outside = " ".join(part.rpartition("}}")[2] for part in source.split("{{"))
    return any(any(letter.isalpha() for letter in word) and not _is_address(word) for word in outside.split())


def _is_address(word: str) -> bool:
    return "@" in word[1:] or "://" in word


def _is_name(key: str) -> bool:
    """Whether a text is a proper name that stays in the language it was given in."""
    return key.startswith("sources.") and key.rpartition(".")[2] in {"title", "authors", "published_in"}


def _beside(file: str, language: str) -> str:
    stem, _, ending = file.rpartition(".")
    return f"{stem}.{language}.{ending}"
