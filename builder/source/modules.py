"""Modules with the lessons and activities of their folders, in the course's order."""

from __future__ import annotations

from collections import defaultdict

from builder.diagnostics import Diagnostic, Place
from builder.model.activities import Activities
from builder.model.course import CourseSettings, Module, ModuleSettings
from builder.model.lessons import Lesson
from builder.model.text import Id
from builder.source.faults import suggestion
from builder.source.readings import Readings


def modules_of(settings: CourseSettings, readings: Readings, findings: list[Diagnostic]) -> tuple[Module, ...]:
    """The modules that ``settings`` lists, in that order; what is listed or there in vain goes to ``findings``."""
    lessons = _by_folder(readings)
    found: dict[str, Module] = {}
    for path, thing in readings.things.items():
        if isinstance(thing, ModuleSettings):
            folder = _folder(path)
            if thing.id in found:
                findings.append(_at(thing.id, "duplicate-id", f"the id '{thing.id}' is taken", "give it another id"))
            else:
                found[thing.id] = _module(thing, folder, lessons.pop(folder, []), readings, findings)
    if readings.whole:
        findings.extend(_without_settings(folder) for folder in lessons)
    _compare_modules(settings, found, findings)
    return tuple(found[id_] for id_ in dict.fromkeys(settings.modules) if id_ in found)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _by_folder(readings: Readings) -> dict[str, list[Lesson]]:
    lessons: dict[str, list[Lesson]] = defaultdict(list)
    for path, lesson in readings.lessons.items():
        lessons[_folder(path)].append(lesson)
    return lessons


def _at(id_: Id, code: str, message: str, help_: str) -> Diagnostic:
    return Diagnostic(code, message, id_.place, help_, len(id_))


def _repeated(ids: tuple[Id, ...], what: str, findings: list[Diagnostic]) -> None:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            findings.append(_at(id_, "duplicate-id", f"the {what} '{id_}' is listed twice", "keep one of the two"))
        seen.add(id_)


def _without_settings(folder: str) -> Diagnostic:
    help_ = "add it, with 'id:', 'title:', 'summary:', 'objectives:' and 'lessons:'"
    return Diagnostic("missing-file", "this module has no module.yml", Place(f"{folder}/module.yml"), help_)


def _compare_modules(settings: CourseSettings, found: dict[str, Module], findings: list[Diagnostic]) -> None:
    if not settings.modules and not found:
        place = settings.places.of("modules")
        findings.append(Diagnostic("empty-course", "the course has no modules", place, "add a folder to modules/"))
    _repeated(settings.modules, "module", findings)
    for id_ in settings.modules:
        if id_ not in found:
            help_ = suggestion(id_, tuple(found), "the modules are") if found else "add a folder to modules/"
            findings.append(_at(id_, "unknown-id", f"there is no module '{id_}'", help_))
    listed = set(settings.modules)
    findings.extend(
        _at(
            id_,
            "orphan-module",
            f"the course doesn't list the module '{id_}'",
            f"add '{id_}' to 'modules:' in course/course.yml",
        )
        for id_ in (module.id for module in found.values())
        if id_ not in listed
    )


def _module(
    settings: ModuleSettings, folder: str, lessons: list[Lesson], readings: Readings, findings: list[Diagnostic]
) -> Module:
    there: dict[str, Lesson] = {}
    for lesson in lessons:
        if lesson.id in there:
            findings.append(_at(lesson.id, "duplicate-id", f"the id '{lesson.id}' is taken", "give it another id"))
        else:
            there[lesson.id] = lesson
    _compare_lessons(settings, there, findings)
    activities = readings.things.get(f"{folder}/activities.yml")
    held = activities if isinstance(activities, Activities) else Activities()
    fields = {name: getattr(settings, name) for name in ModuleSettings.model_fields}
    return Module.model_construct(
        **fields,
        folder=folder,
        lesson_files=tuple(there[id_] for id_ in dict.fromkeys(settings.lessons) if id_ in there),
        worksheets=held.worksheets,
        activities=held.activities,
    )


def _compare_lessons(settings: ModuleSettings, there: dict[str, Lesson], findings: list[Diagnostic]) -> None:
    if not settings.lessons and not there:
        place = settings.places.of("lessons")
        findings.append(Diagnostic("empty-course", "this module has no lessons", place, "add a lesson to its folder"))
    _repeated(settings.lessons, "lesson", findings)
    for id_ in settings.lessons:
        if id_ not in there:
            help_ = suggestion(id_, tuple(there), "the lessons here are") if there else f"add the file {id_}.md"
            findings.append(_at(id_, "unknown-id", f"there is no lesson '{id_}' in this module", help_))
    listed = set(settings.lessons)
    findings.extend(
        _at(id_, "orphan-lesson", f"no module lists the lesson '{id_}'", f"add '{id_}' to 'lessons:' in module.yml")
        for id_ in (lesson.id for lesson in there.values())
        if id_ not in listed
    )
