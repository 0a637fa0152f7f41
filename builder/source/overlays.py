"""Translations: ``X.<language>.yml`` beside ``X.yml`` as texts by key, ``lesson.<language>.md`` as lessons by id.

A translated YAML file has the shape of its original with nothing but ids and texts; the keys are those of
`builder.model.walk`. What has no text in the original is a finding. Missing texts show when an edition is made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from builder.diagnostics import Diagnostic, Place, Places
from builder.diagnostics.suggest import did_you_mean
from builder.model.base import PLACE_KEY, Thing
from builder.model.course import Course
from builder.model.lessons import Lesson
from builder.model.text import Text
from builder.model.walk import texts_of
from builder.source.kinds import base_of
from builder.source.readings import Readings, Translation

_NAMES = frozenset({"id", "file"})
"""What a translation may repeat from the original although it is no text."""


def with_translations(course: Course, readings: Readings, findings: list[Diagnostic]) -> Course:
    """``course`` with its overlays: every translated text that belongs to a text of the original."""
    texts: dict[str, dict[str, Text]] = defaultdict(dict)
    lessons: dict[str, dict[str, Lesson]] = defaultdict(dict)
    for translation in readings.translations:
        if not _is_wanted(translation, course.settings.languages, findings):
            continue
        if translation.lesson is not None:
            _take_lesson(translation, translation.lesson, readings, lessons[translation.language], findings)
        else:
            _take_texts(translation, readings, texts[translation.language], findings)
    return course.model_copy(update={"overlays": dict(texts), "overlay_lessons": dict(lessons)})


def _is_wanted(translation: Translation, languages: tuple[str, ...], findings: list[Diagnostic]) -> bool:
    language = translation.language
    if language in languages[1:]:
        return True
    if languages and language == languages[0]:
        message, help_ = f"'{language}' is the language of the originals", "rename the file"
    else:
        message = f"the course has no language '{language}'"
        help_ = did_you_mean(language, languages) or "add it to 'languages:' in course/course.yml, or rename the file"
    findings.append(Diagnostic("unknown-translation", message, Place(translation.path), help_))
    return False


def _take_lesson(
    translation: Translation,
    lesson: Lesson,
    readings: Readings,
    into: dict[str, Lesson],
    findings: list[Diagnostic],
) -> None:
    original = readings.lessons.get(base_of(translation.path))
    if original is None:
        _without_original(translation, readings, findings)
    elif lesson.id != original.id:
        message = f"the lesson's id is '{original.id}', not '{lesson.id}'"
        findings.append(
            Diagnostic("unknown-translation", message, lesson.id.place, f"write '{original.id}'", len(lesson.id))
        )
    else:
        into[lesson.id] = lesson


def _take_texts(
    translation: Translation, readings: Readings, into: dict[str, Text], findings: list[Diagnostic]
) -> None:
    path = base_of(translation.path)
    original = readings.things.get(path)
    if original is None:
        _without_original(translation, readings, findings)
        return
    prefix = _prefix(translation, original, readings)
    known = {key: text for key, text in texts_of(original, prefix) if text}
    for key, value, place in _leaves(translation.tree, prefix, Place(translation.path, 1, 1)):
        found = next((k for k in (key, f"{key}[0]") if k in known), None)
        if found:
            into[found] = type(known[found])(str(value), place)
        else:
            findings.append(_unknown(key, prefix, value, place, known))


def _prefix(translation: Translation, original: Thing, readings: Readings) -> str:
    """Where the texts of the file stand in the course; activities stand in the module of their folder."""
    folder = base_of(translation.path).rpartition("/")[0]
    holder = readings.things.get(f"{folder}/module.yml") if translation.kind.name == "activities" else original
    return translation.kind.prefix.replace("<id>", str(getattr(holder, "id", "")))


def _unknown(key: str, prefix: str, value: str, place: Place, known: Mapping[str, Text]) -> Diagnostic:
    short = key.removeprefix(prefix).lstrip(".")
    message = f"the original has no text '{short}'"
    alike = [name.removeprefix(prefix).lstrip(".") for name in known if _last(name) == _last(key)]
    help_ = did_you_mean(short, alike) or "remove it: translations hold ids and texts alone"
    return Diagnostic("unknown-translation", message, place, help_, max(1, len(value)))


def _last(key: str) -> str:
    return key.rpartition(".")[2]


def _without_original(translation: Translation, readings: Readings, findings: list[Diagnostic]) -> None:
    path = base_of(translation.path)
    if path not in readings.texts:
        message = f"there is no {path.rpartition('/')[2]} beside it"
        findings.append(
            Diagnostic("unknown-translation", message, Place(translation.path), "rename or delete the file")
        )


def _leaves(tree: Any, key: str, place: Place) -> Iterator[tuple[str, str, Place]]:
    """Every scalar of ``tree`` but ids, with its text key."""
    if isinstance(tree, dict):
        places: Places = tree[PLACE_KEY]
        for name, value in tree.items():
            if name != PLACE_KEY and not (name in _NAMES and isinstance(value, str)):
                yield from _leaves(value, f"{key}.{name}" if key else name, places.of(name))
    elif isinstance(tree, list):
        for number, part in enumerate(tree):
            id_ = part.get("id") if isinstance(part, dict) else None
            yield from _leaves(part, f"{key}.{id_}" if isinstance(id_, str) else f"{key}[{number}]", place)
    elif isinstance(tree, str):
        yield key, tree, getattr(tree, "place", place)
