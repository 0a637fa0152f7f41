"""The parts of a course into one value: modules with their lessons, everything in its order."""

from __future__ import annotations


from builder.diagnostics import Diagnostic, Place
from builder.model.activities import Activities
from builder.model.base import Identified
from builder.model.cards import Deck
from builder.model.course import (
    Course,
    CourseSettings,
    Glossary,
    Module,
    ModuleSettings,
    Objectives,
    Practices,
    Sources,
)
from builder.model.items import Bank
from builder.model.lessons import Lesson
from builder.model.organisation import Organisation
from builder.model.quizzes import Blueprints
from builder.model.refreshers import RefresherPolicy
from builder.model.scenarios import Scenario
from builder.source.faults import suggestion
from builder.source.readings import Readings


def assembled(readings: Readings) -> tuple[Course | None, list[Diagnostic]]:
    """The course, or None without settings or organisations; and what is wrong between its files."""
    settings = next(iter(readings.of(CourseSettings)), None)
    organisations = readings.of(Organisation)
    if settings is None:
        return None, []
    findings: list[Diagnostic] = []
    modules = _modules(settings, readings, findings)
    if not organisations:
        help_ = "add a file to course/organisations/"
        findings.append(Diagnostic("missing-file", "no organisation is described", Place("course/organisations"), help_))
        return None, findings
    course = Course(
        settings=settings,
        organisations=organisations,
        objectives=tuple(o for file in readings.of(Objectives) for o in file.objectives),
        practices=tuple(p for file in readings.of(Practices) for p in file.practices),
        terms=tuple(t for file in readings.of(Glossary) for t in file.terms),
        sources=tuple(s for file in readings.of(Sources) for s in file.sources),
        refresher=next(iter(readings.of(RefresherPolicy)), None),
        modules=modules,
        banks=readings.of(Bank),
        scenarios=readings.of(Scenario),
        decks=readings.of(Deck),
        quizzes=tuple(q for file in readings.of(Blueprints) for q in file.quizzes),
        files=_files(readings),
    )
    return course, findings


def _files(readings: Readings) -> dict[str, str]:
    """The path of each thing that has a file of its own, by its id."""
    things: list[tuple[str, object]] = [*readings.things.items(), *readings.lessons.items()]
    return {str(thing.id): path for path, thing in things if isinstance(thing, Identified)}


def _modules(settings: CourseSettings, readings: Readings, findings: list[Diagnostic]) -> tuple[Module, ...]:
    found: dict[str, Module] = {}
    for path, thing in readings.things.items():
        if isinstance(thing, ModuleSettings):
            folder = path.rpartition("/")[0]
            if thing.id in found:
                findings.append(_twice(thing))
            else:
                found[thing.id] = _module(thing, folder, readings, findings)
    _bare_folders(readings, findings)
    if not settings.modules and not found:
        findings.append(Diagnostic("empty-course", "the course has no modules", settings.places.of("modules"), "add a folder to modules/"))
    for id_ in settings.modules:
        if id_ not in found:
            help_ = suggestion(id_, tuple(found), "the modules are") if found else "add a folder to modules/"
            findings.append(Diagnostic("unknown-id", f"there is no module '{id_}'", id_.place, help_, len(id_)))
    for module in found.values():
        if module.id not in settings.modules:
            message = f"the course doesn't list the module '{module.id}'"
            findings.append(Diagnostic("orphan-module", message, module.id.place, "add it to 'modules:' in course/course.yml", len(module.id)))
    return tuple(found[id_] for id_ in dict.fromkeys(settings.modules) if id_ in found)


def _bare_folders(readings: Readings, findings: list[Diagnostic]) -> None:
    folders = dict.fromkeys("/".join(path.split("/")[:2]) for path in readings.lessons)
    for folder in folders:
        if f"{folder}/module.yml" not in readings.things and readings.whole:
            findings.append(Diagnostic("missing-file", "this module has no module.yml", Place(f"{folder}/module.yml"), "add it, with 'id:', 'title:' and 'lessons:'"))


def _module(settings: ModuleSettings, folder: str, readings: Readings, findings: list[Diagnostic]) -> Module:
    there: dict[str, Lesson] = {}
    for path, lesson in readings.lessons.items():
        if path.rpartition("/")[0] == folder:
            if lesson.id in there:
                findings.append(_twice(lesson))
            else:
                there[lesson.id] = lesson
    _compare(settings, there, findings)
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


def _compare(settings: ModuleSettings, there: dict[str, Lesson], findings: list[Diagnostic]) -> None:
    for id_ in settings.lessons:
        if id_ not in there:
            help_ = suggestion(id_, tuple(there), "the lessons here are") if there else f"add {id_}.md"
            findings.append(Diagnostic("unknown-id", f"there is no lesson '{id_}' in this module", id_.place, help_, len(id_)))
    for lesson in there.values():
        if lesson.id not in settings.lessons:
            message = f"no module lists the lesson '{lesson.id}'"
            findings.append(Diagnostic("orphan-lesson", message, lesson.id.place, "add it to 'lessons:' in module.yml", len(lesson.id)))
    if not settings.lessons and not there:
        findings.append(Diagnostic("empty-course", "this module has no lessons", settings.places.of("lessons"), "add a lesson"))


def _twice(thing: Identified) -> Diagnostic:
    return Diagnostic("duplicate-id", f"the id '{thing.id}' is taken", thing.id.place, "give it another id", len(thing.id))
